import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("labels that were misread")
struct MisreadLabelTests {
    private func sections(_ body: String) throws -> (sections: [Section], codes: [DiagnosticCode]) {
        let record = try Documents.plan(body, title: "Thực hiện công tác thử năm 2026")
        return (record.parts[0].sections, record.diagnostics.map(\.code))
    }

    @Test(
        "Roman figures read as letters or digits open their sections",
        arguments: ["ll. ", "Il. ", "lI. ", "11. ", "ll/ ", "II ", "П. ", "Ⅱ. "])
    func roman(label: String) throws {
        let found = try sections("I. MỤC ĐÍCH\n\n1. Việc một.\n\n2. Việc hai.\n\n\(label)TỔ CHỨC THỰC HIỆN\n\nCác sở thực hiện.")
        #expect(found.sections.map(\.ordinal) == [1, 2])
        #expect(found.sections.last?.heading == "TỔ CHỨC THỰC HIỆN")
    }

    @Test("the first and the third number as well")
    func others() throws {
        let found = try sections("l. MỤC ĐÍCH\n\nViệc một.\n\nII. NHIỆM VỤ\n\nViệc hai.\n\nlll. TỔ CHỨC\n\nViệc ba.")
        #expect(found.sections.map(\.ordinal) == [1, 2, 3])
        #expect(found.sections.map(\.label) == ["l", "II", "lll"])
        #expect(found.codes.count { $0 == .misreadFigure } == 2)
    }

    @Test("points, items and words are not taken for them")
    func plain() throws {
        let found = try sections(
            "I. MỤC ĐÍCH\n\n1. Việc:\n\nk) Việc k.\n\nl) Việc l.\n\n10. Việc mười.\n\n11. Việc mười một.\n\nII. TỔ CHỨC\n\nViệc.")
        #expect(found.sections.map(\.ordinal) == [1, 2])
        #expect(!found.codes.contains(.misreadFigure))
    }

    @Test("articles with other marks on their word or a letter for their number", arguments: ["Điểu", "Điêu", "Điếu", "Ðiều"])
    func articles(word: String) throws {
        let found = try sections("Điều l. Mục đích\n\nViệc một.\n\n\(word) 2. Tổ chức thực hiện\n\nViệc hai.")
        #expect(found.sections.map(\.kind) == [.article, .article])
        #expect(found.sections.map(\.ordinal) == [1, 2])
    }
}

@Suite("bullets as tools write them")
struct BulletSignTests {
    private func label(_ line: String) -> OutlineLabel? {
        let text = SourceText.literal(line)
        return OutlineLabel.at(0..<text.bytes.count, in: text)
    }

    @Test(
        "each opens an item",
        arguments: [
            "−", "–", "•", "‣", "⁃", "∙", "·", "▪", "■", "●", "○", "◦", "◆", "❖", "➢", "➔", "✓", "✔", "→", "⇒", "►", "★", "☞", "📌",
            "✅", "->", "=>", "\u{F0B7}", "§", "Ø", "ü", "o", "v", "q",
        ])
    func signs(sign: String) {
        let found = label(sign + " Việc cần làm")
        #expect(found?.series == .bullet)
        #expect(found?.text == sign)
    }

    @Test("a picture before a number is there for looks, and a digit in a frame is a number")
    func pictures() {
        #expect(label("📌 II. MỤC ĐÍCH")?.series == .roman)
        #expect(label("📌 II. MỤC ĐÍCH")?.text == "II")
        #expect(label("3\u{20E3} Việc")?.series == .arabic)
        #expect(label("3\u{20E3} Việc")?.ordinal == 3)
    }

    @Test("numbers below zero, rules and words are none", arguments: ["−5 độ", "→ → →", "o", "Ông A", "ông", "v.v.", "§5", "=", "vì"])
    func others(line: String) {
        #expect(label(line) == nil)
    }
}
