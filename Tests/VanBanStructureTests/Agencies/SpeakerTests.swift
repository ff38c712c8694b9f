import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("Whose document it is")
struct SpeakerTests {
    private static func letterhead(
        _ body: String, place: String = "Bắc Hà", title: String = "Kiểm tra công vụ năm 2024"
    )
        -> String
    {
        """
        \(body)
        -------

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------

        Số: 12/KH-UBND

        \(place), ngày 05 tháng 3 năm 2024

        KẾ HOẠCH
        \(title)

        I. MỤC ĐÍCH

        Nâng cao kết quả công tác.

        PHỤ LỤC
        DANH MỤC NHIỆM VỤ

        TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
        1\tKiểm tra công vụ\tBáo cáo\tUBND tỉnh\tUBND huyện; Công an xã; UBND cấp xã\tQuý II/2024
        """
    }

    private func places(_ text: String) throws -> (places: [String?], codes: [DiagnosticCode]) {
        let record = try Documents.record(of: text)
        let task = try #require(record.tasks.first)
        return ((task.leadAgencies + task.coordinatingAgencies).map { $0.place?.name }, record.codes)
    }

    @Test("the letterhead of a province gives the province")
    func province() throws {
        let found = try places(Self.letterhead("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", place: "Lào Cai"))
        #expect(found.places == ["Lào Cai", nil, nil, "Lào Cai"])
        #expect(!found.codes.contains(.assumedPlace))
    }

    @Test("the letterhead of a commune gives the commune, and the text what that lies in, which is said")
    func commune() throws {
        let text = Self.letterhead("ỦY BAN NHÂN DÂN\nXÃ BẢO NHAI").replacing(
            "Nâng cao kết quả công tác.",
            with: "Theo Kế hoạch của UBND huyện Bắc Hà, tỉnh Lào Cai. Báo cáo UBND huyện Bắc Hà và UBND tỉnh Lào Cai.")
        let found = try places(text)
        #expect(found.places == ["Lào Cai", "Bắc Hà", "Bảo Nhai", "Bắc Hà"])
        #expect(found.codes.filter { $0 == .assumedPlace }.count == 2)
    }

    @Test("collectives of a bare name are a commune's only where the document is a commune's")
    func bareCollectives() throws {
        func ids(_ body: String) throws -> [String?] {
            let text = Self.letterhead(body).replacing(
                "UBND huyện; Công an xã; UBND cấp xã", with: "Các ngành, đơn vị; các ban, ngành, đoàn thể")
            return try Documents.record(of: text).tasks.first?.coordinatingAgencies.map(\.id) ?? []
        }
        #expect(try ids("ỦY BAN NHÂN DÂN\nXÃ BẢO NHAI") == ["ban-nganh-xa", "ban-nganh-xa"])
        #expect(try ids("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI") == [nil, "cac-so-ban-nganh-dt"])
    }

    @Test("where heads are silent a province that the text names as often as another is not taken")
    func undecided() throws {
        let text = Self.letterhead("ỦY BAN NHÂN DÂN\nXÃ BẢO NHAI").replacing(
            "Nâng cao kết quả công tác.", with: "Học tập tỉnh Lào Cai, tỉnh Yên Bái; tỉnh Yên Bái và tỉnh Lào Cai.")
        #expect(try places(text).places == [nil, nil, "Bảo Nhai", nil])
    }

    @Test("a title gives the province where there is no letterhead")
    func title() throws {
        let record = try Documents.appendix(
            [
                ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
                ["1", "Kiểm tra công vụ", "Báo cáo", "UBND tỉnh", "", "Quý II/2024"],
            ], title: "Cải thiện chỉ số hài lòng của tỉnh Bà Rịa - Vũng Tàu năm 2024")
        let place = record.tasks.first?.leadAgencies.first?.place
        #expect(place?.name == "Bà Rịa - Vũng Tàu" && place?.code == "77")
        #expect(place?.successor?.name == "Hồ Chí Minh")
    }
}
