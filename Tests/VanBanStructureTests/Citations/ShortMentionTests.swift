import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Short mentions of documents")
struct ShortMentionTests {
    func record(_ paragraphs: String...) throws -> Record {
        let text = "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC ĐÍCH\n\n" + paragraphs.joined(separator: "\n\n")
        return try DocumentConverter().convert(Array(text.utf8), name: "plan.txt").record
    }

    func found(_ words: String) -> [String] {
        let text = SourceText.literal(words)
        let citations = CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text).citations
        return citations.map { $0.type + " " + ($0.number ?? "-") }
    }

    @Test("a later mention is tied to the one document that it fits")
    func tied() throws {
        let record = try record(
            "Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.", "Nghị quyết 76 và Nghị quyết nêu trên.")
        #expect(record.references.map(\.number) == ["76/NQ-CP"])
        #expect(record.references.first?.mentions.count == 3)
    }

    @Test("a mention that fits two documents is tied to none, and that is said")
    func ambiguous() throws {
        let record = try record("Theo Kế hoạch số 27/KH-UBND và Kế hoạch số 27-KH/TU.", "Theo Kế hoạch 27, các xã họp.")
        #expect(record.references.map(\.mentions.count) == [1, 1])
        let doubt = try #require(record.diagnostics.first { $0.code == .ambiguousReference })
        #expect(doubt.arguments == ["Kế hoạch 27", "27/KH-UBND, 27-KH/TU"])
    }

    @Test("the day tells two documents of one number apart")
    func toldByDay() throws {
        let record = try record(
            "Theo Quyết định số 15/QĐ-UBND ngày 5/3/2024 và Quyết định số 15/QĐ-TTg ngày 8/1/2024.",
            "Theo Quyết định số 15 ngày 5/3/2024.")
        #expect(record.references.map(\.mentions.count) == [2, 1])
    }

    @Test("a name that the text introduces is the document's from then on, another kind's included")
    func introduced() throws {
        let record = try record(
            "Theo Quyết định số 6/QĐ-TTg ngày 6/1/2022 phê duyệt Đề án dữ liệu dân cư (sau đây gọi tắt là Đề án 06).",
            "Tổ công tác Đề án 06 cấp xã báo cáo.")
        #expect(record.references.map(\.number) == ["6/QĐ-TTg"])
        #expect(record.references.first?.mentions.count == 3)
    }

    @Test(
        "a document may be known by its number alone",
        arguments: [
            ("theo Nghị định 61/2018.", ["Nghị định 61/2018"]), ("theo Thông tư số 06 của Bộ", ["Thông tư 06"]),
            ("Nghị quyết 18, 19 của Trung ương", ["Nghị quyết 18", "Nghị quyết 19"]),
            ("Chương trình 30a, Chương trình 135", ["Chương trình 30a", "Chương trình 135"]),
            ("NQ 76 và NĐ 61/2018", ["Nghị quyết 76", "Nghị định 61/2018"]),
            (
                "các Quyết định số 12, 15 và 17/QĐ-UBND",
                [
                    "Quyết định 12/QĐ-UBND", "Quyết định 15/QĐ-UBND", "Quyết định 17/QĐ-UBND",
                ]
            ),
        ])
    func known(words: String, names: [String]) {
        #expect(found(words) == names)
    }

    @Test(
        "numbers that count are no documents",
        arguments: [
            "Báo cáo 6 tháng", "Kế hoạch 5 năm 2021-2025", "Kế hoạch 2024", "Quyết định 30% vốn", "Phụ lục số 3",
            "chuyển đổi số 3.1", "Dự án 2", "Kế hoạch 1,5 tỷ đồng", "các Quyết định nêu trên", "Báo cáo số 6 tháng",
        ])
    func counts(words: String) throws {
        let record = try record(words + ".")
        #expect(record.references.isEmpty)
    }

    @Test("numbers of one kind without a sign are one document, of two kinds two")
    func bareNumbers() throws {
        let record = try record("Theo Nghị quyết 18, Đề án 18.", "Theo Nghị quyết 18.")
        #expect(record.references.map(\.type) == ["Nghị quyết", "Đề án"])
        #expect(record.references.map(\.mentions.count) == [2, 1])
        #expect(record.references.map(\.symbol) == [nil, nil])
    }

    @Test(
        "the letters of a number",
        arguments: [
            ("12/QĐ-UBND", "QĐ-UBND"), ("07-NQ/TU", "NQ/TU"), ("47/2019/QH14", "QH14"), ("1729/SNV-TTr", "SNV-TTr"),
            ("61/2018/NĐ-CP", "NĐ-CP"), ("06/CP", "CP"), ("12a/KH-UBND", "KH-UBND"), ("/QĐ-UBND", "QĐ-UBND"),
            ("61/2018", nil), ("18", nil), ("12/2020/L-CTN", "L-CTN"),
        ])
    func symbols(number: String, symbol: String?) {
        #expect(DocumentNumber.symbol(number) == symbol)
    }

    @Test("what stands behind the last document of a list is said of all")
    func sharedTail() {
        func issuers(_ words: String) -> [String?] {
            let text = SourceText.literal(words)
            return CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text).citations.map(\.issuer)
        }
        #expect(
            issuers("Quyết định số 1/QĐ-UBND ngày 1/2/2024 và số 2/QĐ-UBND ngày 3/4/2024 của UBND xã") == [
                "UBND xã", "UBND xã",
            ])
        #expect(issuers("Nghị quyết 18, 19 của Trung ương") == ["Trung ương", "Trung ương"])
        #expect(
            issuers("Thông tư liên tịch số 1/2015/TTLT-BNV-BTC ngày 1/4/2015 của Bộ Nội vụ và Bộ Tài chính") == [
                "Bộ Nội vụ và Bộ Tài chính"
            ])
    }

    @Test("a record says what stands to what")
    func recordRelations() throws {
        let record = try record(
            "Thực hiện Nghị định số 7/2021/NĐ-CP ngày 6/12/2021 của Chính phủ sửa đổi Nghị định số 1/2018/NĐ-CP.")
        let second = try #require(record.references.last?.relations.first)
        #expect(second.kind == .amends)
        #expect(second.from == "ref-1")
        #expect(second.part == nil)
        let first = try #require(record.references.first?.relations.first)
        #expect(first.kind == .implements)
        #expect(first.part == "part-1")
        #expect(first.location == record.references.first?.mentions.first)
    }
}
