import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Where a cell of agencies is cut, and where not.
@Suite("cuts between agencies")
struct AgencyCutTests {
    private func texts(_ cell: String) -> [String] {
        let text = SourceText.literal(cell)
        return AgencyReader(gazetteer: .standard).read(Stretch(0..<text.bytes.count), in: text).agencies.map(\.text)
    }

    @Test("a line break parts only where a whole name stands before it")
    func lineBreaks() {
        #expect(
            texts("Văn phòng Tỉnh ủy, Văn phòng\nHĐND tỉnh, Văn phòng\nUBND tỉnh")
                == ["Văn phòng Tỉnh ủy", "Văn phòng HĐND tỉnh", "Văn phòng UBND tỉnh"])
        #expect(texts("Lãnh đạo\nSở Giáo dục và Đào tạo") == ["Lãnh đạo Sở Giáo dục và Đào tạo"])
        #expect(texts("Thủ trưởng\nSở Nội vụ\nSở Y tế") == ["Thủ trưởng Sở Nội vụ", "Sở Y tế"])
        #expect(texts("Các Khoa và các\nPhòng chức năng") == ["Các Khoa", "các Phòng chức năng"])
        #expect(texts("Sở Nội vụ\nSở Y tế") == ["Sở Nội vụ", "Sở Y tế"])
        #expect(texts("Nguyễn Văn An\nLê Thị Bình") == ["Nguyễn Văn An", "Lê Thị Bình"])
    }

    @Test("requests, assignments and money are no names")
    func noNames() {
        #expect(texts("Đề nghị phối hợp với các Bộ, ngành liên quan") == ["các Bộ, ngành liên quan"])
        #expect(texts("Theo phân công tại Quyết định số 12/QĐ-UBND").isEmpty)
        #expect(texts("Như trên").isEmpty)
        #expect(texts("P2, P3") == ["P2", "P3"])
        #expect(texts("Báo và Phát thanh, truyền hình Lạng Sơn").count == 1)
        #expect(texts("Sở Tài chính; bố trí ngân sách") == ["Sở Tài chính"])
    }

    @Test("bodies that no list knows, behind commas and và")
    func unknownBodies() {
        #expect(texts("Chủ đầu tư, Tư vấn giám sát") == ["Chủ đầu tư", "Tư vấn giám sát"])
        #expect(texts("Chủ nhiệm đề tài và Cơ quan chủ trì") == ["Chủ nhiệm đề tài", "Cơ quan chủ trì"])
        #expect(texts("Cơ quan chủ trì đề tài") == ["Cơ quan chủ trì đề tài"])
        #expect(texts("Cơ quan chủ trì: Sở Y tế") == ["Sở Y tế"])
        #expect(
            texts("Các sở, ban, ngành và các tổ chức, cá nhân hoạt động khoáng sản")
                == ["Các sở, ban, ngành", "các tổ chức, cá nhân hoạt động khoáng sản"])
        #expect(texts("Các bộ ngành và địa phương liên quan") == ["Các bộ ngành", "địa phương liên quan"])
        #expect(texts("Các bộ, ngành và địa phương") == ["Các bộ, ngành và địa phương"])
        #expect(
            texts("Các thành phố trực thuộc Trung ương và một số tỉnh đủ điều kiện")
                == ["Các thành phố trực thuộc Trung ương", "một số tỉnh đủ điều kiện"])
    }

    @Test("slashes, and ministries with nothing between them")
    func slashes() {
        #expect(texts("Sở Xây dựng/các công ty quản lý") == ["Sở Xây dựng", "các công ty quản lý"])
        #expect(texts("Sở Xây dựng/\ncác công ty quản lý") == ["Sở Xây dựng", "các công ty quản lý"])
        #expect(
            texts("Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ")
                == ["Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"])
    }

    @Test(
        "bodies outside the administration stand by themselves, members of which each is meant stand together",
        arguments: [
            ("Mỗi cơ quan, đơn vị", ["Mỗi cơ quan, đơn vị"]),
            ("Sở Ngoại vụ, hợp tác xã, hộ kinh doanh", ["Sở Ngoại vụ", "hợp tác xã", "hộ kinh doanh"]),
            ("Đoàn Thanh niên, nhà trường, gia đình", ["Đoàn Thanh niên", "nhà trường", "gia đình"]),
            ("các tập đoàn viễn thông, DN PPP", ["các tập đoàn viễn thông", "DN PPP"]),
            ("DN, địa phương", ["DN", "địa phương"]), ("Trung đoàn 892, Hải đội 2", ["Trung đoàn 892", "Hải đội 2"]),
        ])
    func standing(cell: String, names: [String]) {
        let text = SourceText.literal(cell)
        let found = AgencyReader(gazetteer: .standard).read(Stretch(0..<text.bytes.count), in: text)
        #expect(found.agencies.map(\.text) == names)
    }
}
