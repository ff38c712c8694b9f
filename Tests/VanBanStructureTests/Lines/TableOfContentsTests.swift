import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("a table of contents is furniture") struct TableOfContentsTests {
    private static let body =
        "I. MỤC ĐÍCH\n\n1. Mục tiêu chung\n\nNâng cao kết quả.\n\nII. TỔ CHỨC THỰC HIỆN\n\nSở Nội vụ theo dõi."

    private func converted(_ contents: String) throws -> ConvertedDocument {
        let text = "KẾ HOẠCH\nThực hiện công tác thử năm 2026\n\n\(contents)\n\n\(Self.body)\n"
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
        return converted
    }

    @Test(
        "with leaders, with tabs, with the pages behind a space, and without pages",
        arguments: [
            "MỤC LỤC\nI. MỤC ĐÍCH ................ 1\n1. Mục tiêu chung .......... 1\nII. TỔ CHỨC THỰC HIỆN ...... 2",
            "Mục lục\nI. MỤC ĐÍCH\t1\n1. Mục tiêu chung\t1\nII. TỔ CHỨC THỰC HIỆN\t2",
            "MỤC LỤC\nI. MỤC ĐÍCH 1\n1. Mục tiêu chung 1\nII. TỔ CHỨC THỰC HIỆN 2",
            "MỤC LỤC\nI. MỤC ĐÍCH\n1. Mục tiêu chung\nII. TỔ CHỨC THỰC HIỆN",
            "I. MỤC ĐÍCH ……… 1\n1. Mục tiêu chung ……… 1\nII. TỔ CHỨC THỰC HIỆN ……… 2",
        ])
    func forms(_ contents: String) throws {
        let converted = try converted(contents)
        #expect(converted.record.parts.first?.sections.shape == "I[1] II")
        let owners = Set(converted.ledger.claims.map(\.owner.description))
        #expect(owners.contains("furniture:contents"))
    }

    @Test("what follows the last entry is text, though it ends with a number")
    func end() throws {
        let sections = try converted(
            "MỤC LỤC\nI. MỤC ĐÍCH\t1\nII. TỔ CHỨC THỰC HIỆN\t2\nTheo Kế hoạch công tác năm 2026"
        ).record
            .parts.first?.sections
        #expect(sections?.first?.text == "Theo Kế hoạch công tác năm 2026")
    }

    @Test("blanks to fill in are no table of contents")
    func blanks() throws {
        let record = try converted(
            "Họ và tên: ......................\n\nSố lượng: ............ 2\n\nSố lượng: ............ 1"
        ).record
        #expect(record.coverage.furniture == 0)
    }
}
