import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("totals, ranks and groups in tables of results")
struct TotalsAndRanksTests {
    private func scores(_ caption: String, _ rows: [String]..., isHeaded: Bool = true) throws -> Record {
        let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        let page =
            "<html><body><p>BÁO CÁO</p><p>Công tác năm 2025</p><p>I. KẾT QUẢ</p><p>\(caption)</p>"
            + "<table>\(cells)</table></body></html>"
        return try DocumentConverter().convert(Array(page.utf8), name: "test.html").record
    }

    private let caption = "Kết quả xếp hạng Chỉ số cải cách hành chính năm 2024 của các sở"

    @Test(
        "the total is the result, wherever it stands and whatever its parts are called",
        arguments: [
            ["Điểm thẩm định", "Điểm điều tra", "Tổng điểm"], ["Tổng số điểm", "Điểm nội bộ", "Điểm khảo sát"],
            ["Điểm A", "Điểm B", "Tổng cộng"], ["Điểm A", "Điểm chung", "Điểm B"],
        ])
    func totals(heads: [String]) throws {
        let total = heads.firstIndex { $0.hasPrefix("Tổng") || $0.hasSuffix("chung") } ?? 0
        func row(_ unit: String, _ parts: [String], _ sum: String) -> [String] {
            var cells = parts
            cells.insert(sum, at: total)
            return [unit] + cells
        }
        let record = try scores(
            caption, ["Đơn vị"] + heads, row("Sở Y tế", ["60,5", "20,25"], "80,75"),
            row("Sở Nội vụ", ["61", "30,5"], "91,5"))
        #expect(record.indexScores.map(\.score) == [80.75, 91.5])
    }

    @Test("of three columns of points that nothing tells apart the sum of the others is the result")
    func sums() throws {
        let record = try scores(
            caption, ["Đơn vị", "Điểm 1", "Điểm kỳ này", "Điểm phần hai"], ["Sở Y tế", "60,5", "80,75", "20,25"],
            ["Sở Nội vụ", "61", "91,5", "30,5"])
        #expect(record.indexScores.map(\.score) == [80.75, 91.5])
    }

    @Test("where nothing says which of two columns is the result, that is told")
    func undecided() throws {
        let record = try scores(
            caption, ["Đơn vị", "Điểm lần đầu", "Điểm lần sau"], ["Sở Y tế", "60,5", "70"], ["Sở Nội vụ", "61", "71"])
        #expect(record.diagnostics.contains { $0.code == .uncertainScore })
    }

    @Test("the country's mean beside the own points is nobody's")
    func means() throws {
        let record = try scores(
            "Kết quả Chỉ số PAPI năm 2024", ["Nội dung", "Điểm trung bình cả nước", "Điểm của tỉnh"],
            ["Thủ tục hành chính công", "7,2", "7,1"], ["Quản trị môi trường", "3,4", "3,6"])
        #expect(record.indexScores.map(\.score) == [7.1, 3.6])
    }

    @Test("one row of ranks is the whole index's, several are those of the rows above")
    func rankRows() throws {
        let one = try scores(
            "Kết quả PCI", ["Chỉ số thành phần", "2023", "2024"], ["Chi phí thời gian", "7,4", "7,6"],
            ["Tổng điểm", "66,1", "66,5"], ["Thứ hạng", "25", "33"]
        ).indexScores
        #expect(one.map(\.score) == [7.4, 7.6, 66.1, 66.5])
        #expect(one.map { $0.rank?.position } == [nil, nil, 25, 33])
        let several = try scores(
            "Kết quả các chỉ số", ["Chỉ số", "2023", "2024"], ["PAPI", "41,2", "42,3"], ["Xếp hạng", "30", "25"],
            ["PCI", "66,1", "66,5"], ["Xếp hạng", "22", "19"]
        ).indexScores
        #expect(several.map(\.index) == ["PAPI", "PAPI", "PCI", "PCI"])
        #expect(several.map { $0.rank?.position } == [30, 25, 22, 19])
    }

    @Test("a rank within a region has its own row")
    func regions() throws {
        let found = try scores(
            "Kết quả Chỉ số PAPI năm 2024", ["Nội dung", "Điểm", "Xếp hạng cả nước", "Xếp hạng vùng Tây Nguyên"],
            ["Thủ tục hành chính công", "7,2", "30", "3"]
        ).indexScores
        #expect(found.map { $0.rank?.position } == [30, 3])
        #expect(found.map(\.region) == [nil, "Tây Nguyên"])
    }

    @Test("of several indexes each is in per cent or in points by itself, as its cells say")
    func units() throws {
        let found = try scores(
            "Kết quả các chỉ số", ["Chỉ số", "Năm 2023", "Năm 2024"], ["PAR INDEX", "86,9%", "88,15"],
            ["PAPI", "41,5", "42,1"], ["SIPAS", "81,0%", "82,0%"], ["DTI", "0,62", "0,71"]
        ).indexScores
        #expect(found.map(\.percent) == [86.9, 88.15, nil, nil, 81, 82, nil, nil])
        #expect(found.map(\.score) == [nil, nil, 41.5, 42.1, nil, nil, 0.62, 0.71])
    }

    @Test(
        "a column of groups is one under each of its heads",
        arguments: ["Nhóm", "Xếp nhóm", "Thuộc nhóm", "Phân nhóm", "Xếp loại", "Xếp hạng"])
    func groups(head: String) throws {
        let found = try scores(
            "Kết quả Chỉ số PAPI năm 2024", ["Nội dung", "Điểm", head],
            ["Thủ tục hành chính công", "7,2", "Trung bình - cao"], ["Quản trị môi trường", "3,4", "Thấp nhất"]
        ).indexScores
        #expect(found.map(\.group) == [.highAverage, .low])
    }

    @Test("a group over several rows is that of each")
    func spans() throws {
        let found = try scores(
            caption, ["Đơn vị", "Chỉ số (%)", "Xếp loại"], ["Sở Y tế", "92,7", "Tốt</td><td hidden>"],
            ["Sở Nội vụ", "89,6", "Khá"]
        ).indexScores
        #expect(found.map(\.groupText) == ["Tốt", "Khá"])
        let page =
            "<html><body><p>BÁO CÁO</p><p>Công tác</p><p>\(caption)</p><table><tr><td>Đơn vị</td><td>Chỉ số (%)</td>"
            + "<td>Xếp loại</td></tr><tr><td>Sở Y tế</td><td>92,7</td><td rowspan=2>Tốt</td></tr>"
            + "<tr><td>Sở Nội vụ</td><td>89,6</td></tr></table></body></html>"
        let record = try DocumentConverter().convert(Array(page.utf8), name: "test.html").record
        #expect(record.indexScores.map(\.groupText) == ["Tốt", "Tốt"])
    }

    @Test("a level in numbers is a value")
    func levels() throws {
        let found = try scores(
            "Kết quả Chỉ số hài lòng (SIPAS) năm 2024", ["Cơ quan", "Mức độ hài lòng"], ["Sở Y tế", "95,1%"],
            ["Sở Nội vụ", "93,6%"]
        ).indexScores
        #expect(found.map(\.percent) == [95.1, 93.6])
    }
}
