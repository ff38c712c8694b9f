import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("How parts and documents stand to the documents cited")
struct RelationTests {
    /// Number or type of each document, with what is done to it: `>` by the part, `?` as a task, `<n` by the n-th.
    func relations(_ words: String, _ place: CitationPlace = .ruling) -> [String] {
        let text = SourceText.literal(words)
        let citations = CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text, at: place).citations
        return citations.enumerated().map { index, citation in
            let statements = citation.statements.map { statement in
                let doer = statement.doer.map { "<\(index + $0 + 1)" } ?? ">"
                return doer + statement.kind.rawValue + (statement.isPlanned ? "?" : "")
            }
            return ([citation.number ?? citation.type] + statements).joined(separator: " ")
        }
    }

    @Test("a recital's documents are legal bases, those in their subjects are not")
    func recitals() {
        let words = """
            Căn cứ Luật Đất đai năm 2024; Nghị định số 7/2021/NĐ-CP ngày 6/12/2021 của Chính phủ sửa đổi, bổ sung một số \
            điều của Nghị định số 1/2018/NĐ-CP;
            """
        #expect(
            relations(words, .basis) == [
                "Luật >legalBasis", "7/2021/NĐ-CP >legalBasis", "1/2018/NĐ-CP <2amends",
            ])
    }

    @Test("what spells out a document stands beside it in a list, and is not changed by it")
    func detailed() {
        let words = """
            Thực hiện Nghị quyết số 9/2003/NQ-CP bổ sung Nghị quyết số 6/2000/NQ-CP và Thông tư số 6/2003/TT-BNV, hướng \
            dẫn thực hiện Nghị quyết số 9/2003/NQ-CP.
            """
        #expect(!relations(words, .text)[2].contains("amends"))
        let plain = "Nghị quyết số 9/2003/NQ-CP bổ sung Nghị quyết số 6/2000/NQ-CP và Nghị quyết số 7/2000/NQ-CP."
        #expect(relations(plain, .text)[2] == "7/2000/NQ-CP <1amends")
    }

    @Test("what a recital carries out is both a basis and carried out")
    func implementingRecital() {
        #expect(
            relations("Thực hiện Chỉ thị số 3/CT-TTg ngày 2/3/2024 và Công văn số 5/SNV-VP;", .basis) == [
                "3/CT-TTg >legalBasis >implements", "5/SNV-VP >legalBasis >implements",
            ])
    }

    @Test("the note below a title names what the part is attached to")
    func attachmentNote() {
        #expect(relations("(Kèm theo Quyết định số 9/QĐ-UBND)", .attachmentNote) == ["9/QĐ-UBND >attachedTo"])
        #expect(
            relations("Quy chế số 7-QC/TU ban hành kèm theo Quyết định số 8-QĐ/TU", .text) == [
                "7-QC/TU", "8-QĐ/TU <1attachedTo",
            ])
    }

    @Test(
        "an article replaces, repeals, amends and issues",
        arguments: [
            ("Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 4/QĐ-UBND.", "4/QĐ-UBND >replaces"),
            ("Bãi bỏ Quyết định số 4/QĐ-UBND.", "4/QĐ-UBND >repeals"),
            ("Sửa đổi khoản 2 Điều 5 Quyết định số 4/QĐ-UBND như sau:", "4/QĐ-UBND >amends"),
            ("Sửa đổi một số điều của Quy định ban hành kèm theo Quyết định số 4/QĐ-UBND.", "4/QĐ-UBND >amends"),
            ("Phê duyệt điều chỉnh Kế hoạch số 4/KH-UBND.", "4/KH-UBND >amends"),
            ("Quyết định số 4/QĐ-UBND ngày 2/3/2020 của UBND xã hết hiệu lực.", "4/QĐ-UBND >repeals"),
            ("Ban hành kèm theo Quyết định này Quy chế số 4/QC-UBND.", "4/QC-UBND >promulgates"),
            ("Giao Phòng Nội vụ tham mưu sửa đổi Quyết định số 4/QĐ-UBND.", "4/QĐ-UBND >amends?"),
            ("Quyết định số 4/QĐ-UBND vẫn có hiệu lực.", "4/QĐ-UBND"),
        ])
    func articles(words: String, relation: String) {
        #expect(relations(words) == [relation])
    }

    @Test("all documents of a list stand in the relation that its head names")
    func lists() {
        #expect(
            relations(
                "Bãi bỏ các Quyết định số 1, 2/QĐ-UBND; Quyết định số 3/QĐ-UBND (bản cũ) và Chỉ thị số 4/CT-UBND.")
                == ["1/QĐ-UBND >repeals", "2/QĐ-UBND >repeals", "3/QĐ-UBND >repeals", "4/CT-UBND >repeals"])
        #expect(
            relations("Quyết định số 1/QĐ-UBND và Quyết định số 2/QĐ-UBND hết hiệu lực.") == [
                "1/QĐ-UBND >repeals", "2/QĐ-UBND >repeals",
            ])
    }

    @Test("a plan sets as a task what it does not do itself")
    func tasks() {
        #expect(relations("Thay thế Quyết định số 1/QĐ-UBND", .cell) == ["1/QĐ-UBND >replaces?"])
        #expect(
            relations("Sửa đổi, bổ sung hoặc thay thế Quyết định số 1/QĐ-UBND", .cell) == [
                "1/QĐ-UBND >amends? >replaces?"
            ])
        #expect(relations("Triển khai thực hiện nghiêm túc Chỉ thị số 1/CT-TTg", .text) == ["1/CT-TTg >implements?"])
        #expect(relations("Kế hoạch này thay thế Kế hoạch số 1/KH-UBND", .text) == ["1/KH-UBND >replaces"])
        #expect(
            relations("Thực hiện Chỉ thị số 1/CT-TTg, UBND xã ban hành Kế hoạch như sau:", .text) == [
                "1/CT-TTg >implements"
            ])
    }

    @Test("the title says what the part does")
    func titles() {
        #expect(relations("Thực hiện Nghị quyết số 1/NQ-CP", .title) == ["1/NQ-CP >implements"])
        #expect(relations("Kiểm tra việc thực hiện Nghị quyết số 1/NQ-CP", .title) == ["1/NQ-CP"])
    }

    @Test(
        "a mention without such words has no relation",
        arguments: [
            "theo Nghị định số 1/2018/NĐ-CP", "kết quả thực hiện Nghị định số 1/2018/NĐ-CP",
            "sơ kết 5 năm thực hiện Nghị định số 1/2018/NĐ-CP", "quy định tại Điều 5 Nghị định số 1/2018/NĐ-CP",
        ])
    func mentions(words: String) {
        #expect(relations(words, .text) == ["1/2018/NĐ-CP"])
    }

    @Test("what a decree does to another is the decree's")
    func decrees() {
        #expect(
            relations("Nghị định số 5/2020/NĐ-CP của Chính phủ quy định chi tiết thi hành Luật Cư trú", .text) == [
                "5/2020/NĐ-CP", "Luật <1implements",
            ])
        #expect(
            relations(
                "Nghị định số 1/2010/NĐ-CP (được sửa đổi bởi Nghị định số 2/2013/NĐ-CP và Nghị định số 3/2017/NĐ-CP)",
                .text)
                == ["1/2010/NĐ-CP <2amends <3amends", "2/2013/NĐ-CP", "3/2017/NĐ-CP"])
        #expect(
            relations("Tờ trình số 5/TTr-UBND ngày 1/2/2024 về đề nghị sửa đổi Nghị quyết số 6/NQ-HĐND", .text) == [
                "5/TTr-UBND", "6/NQ-HĐND <1amends?",
            ])
    }

    @Test("where the words leave open who does it, nothing is said")
    func unclear() {
        #expect(
            relations("theo Nghị định số 1/2017/NĐ-CP (thay thế Quyết định số 2/QĐ-UBND)", .cell) == [
                "1/2017/NĐ-CP", "2/QĐ-UBND",
            ])
        // The decision may stand beside the plan, or be carried out by it.
        #expect(
            relations(
                "Kế hoạch số 1/KH-UBND ngày 2/3/2024 thực hiện Nghị quyết số 2/NQ-CP và Quyết định số 3/QĐ-BNV", .text)
                == ["1/KH-UBND", "2/NQ-CP <1implements", "3/QĐ-BNV"])
    }
}
