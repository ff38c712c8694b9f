import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("bodies, laws and signs of cited documents")
struct CitationBodyTests {
    private func read(_ words: String) -> (citations: [Citation], codes: [DiagnosticCode]) {
        let text = SourceText.literal(words)
        let found = CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text)
        return (found.citations, found.diagnostics.map(\.code))
    }

    @Test(
        "a body whose name says what it is for is taken whole",
        arguments: [
            "Ban Bí thư", "Tổng Bí thư", "Tổ công tác cải cách thủ tục hành chính", "Ủy ban Quốc gia về trẻ em",
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật Trung ương", "Bộ Tư lệnh Quân khu 7",
            "Liên minh Hợp tác xã Việt Nam", "Ủy ban An toàn giao thông Quốc gia", "Hội đồng thi đua khen thưởng tỉnh",
            "Ban Chỉ đạo Tổng điều tra nông thôn", "Ủy ban nhân dân tỉnh", "Bộ Khoa học và Công nghệ",
        ])
    func bodies(name: String) {
        let found = read("Căn cứ Công văn số 31/ABC-VP ngày 04 tháng 5 năm 2024 của \(name) về việc rà soát kết quả;")
        #expect(found.citations.map(\.issuer) == [name])
        #expect(found.citations.map(\.title) == ["về việc rà soát kết quả"])
    }

    @Test("a sentence that goes on is no name")
    func sentence() {
        let found = read(
            "Kế hoạch số 31/KH-UBND ngày 04 tháng 5 năm 2024 của Hội đồng nhân dân tỉnh đã nêu rõ việc này.")
        #expect(found.citations.map(\.issuer) == ["Hội đồng nhân dân tỉnh"])
    }

    @Test("a law's number without `số`, and a law named by letters")
    func laws() {
        #expect(read("Căn cứ Luật Dữ liệu 60/2024/QH15;").citations.map(\.number) == ["60/2024/QH15"])
        #expect(read("Căn cứ Luật GD&ĐT;").citations.map(\.title) == ["GD&ĐT"])
    }

    @Test(
        "signs whose dash is not printed stay as they are, and say their kind; so do kinds that are shortened",
        arguments: [
            ("Nghị định số 61/2018/NĐCP ngày 23 tháng 4 năm 2018", "61/2018/NĐCP", "Nghị định"),
            ("Tờ trình số 47/TTrSTP ngày 01 tháng 11 năm 2023", "47/TTrSTP", "Tờ trình"),
            ("Nghị quyết số 8/NQHĐND ngày 01 tháng 11 năm 2023", "8/NQHĐND", "Nghị quyết"),
            ("NQ số 57/2024/QH15 ngày 01 tháng 11 năm 2024", "57/2024/QH15", "Nghị quyết"),
            ("Thông tư số 4/2020/TT-BGD ĐT ngày 01 tháng 11 năm 2020", "4/2020/TT-BGDĐT", "Thông tư"),
        ])
    func signs(words: String, number: String, type: String) {
        let found = read("Căn cứ \(words);")
        #expect(found.citations.map(\.number) == [number])
        #expect(found.citations.map(\.type) == [type])
    }

    @Test(
        "a number that was misread is told",
        arguments: ["1Z4/2024/NĐ-CP", "13B/2024/NĐ-CP", "134/2024/NO-CP", "134/2024/NĐ.CP", "134/2024/NĐ-CR"])
    func misread(number: String) {
        #expect(read("Nghị định số \(number) ngày 03 tháng 2 năm 2024 của Chính phủ").codes.contains(.unreadFigure))
    }

    @Test("numbers as they are written are not", arguments: ["134/2024/NĐ-CP", "12a/2019/NĐ-CP", "34-CP", "12/CP"])
    func written(number: String) {
        #expect(!read("Nghị định số \(number) ngày 03 tháng 2 năm 2024 của Chính phủ").codes.contains(.unreadFigure))
    }
}
