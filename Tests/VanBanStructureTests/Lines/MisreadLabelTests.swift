import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

private func sections(_ body: String) throws -> (sections: [Section], codes: [DiagnosticCode]) {
    let record = try Documents.plan(body, title: "Thực hiện công tác thử năm 2026")
    return (record.parts[0].sections, record.diagnostics.map(\.code))
}

@Suite("labels that were misread")
struct MisreadLabelTests {
    @Test(
        "Roman figures read as letters or digits open their sections",
        arguments: ["ll. ", "Il. ", "lI. ", "11. ", "ll/ ", "II ", "П. ", "Ⅱ. "])
    func roman(label: String) throws {
        let found = try sections(
            "I. MỤC ĐÍCH\n\n1. Việc một.\n\n2. Việc hai.\n\n\(label)TỔ CHỨC THỰC HIỆN\n\nCác sở thực hiện.")
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
            "I. MỤC ĐÍCH\n\n1. Việc:\n\nk) Việc k.\n\nl) Việc l.\n\n10. Việc mười.\n\n11. Việc mười một.\n\nII. TỔ CHỨC\n\nViệc."
        )
        #expect(found.sections.map(\.ordinal) == [1, 2])
        #expect(!found.codes.contains(.misreadFigure))
    }

    @Test(
        "articles with other marks on their word or a letter for their number",
        arguments: ["Điểu", "Điêu", "Điếu", "Ðiều"])
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
            "−", "–", "•", "‣", "⁃", "∙", "·", "▪", "■", "●", "○", "◦", "◆", "❖", "➢", "➔", "✓", "✔", "→", "⇒", "►",
            "★", "☞", "📌",
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

    @Test(
        "numbers below zero, rules and words are none",
        arguments: ["−5 độ", "→ → →", "o", "Ông A", "ông", "v.v.", "§5", "=", "vì"])
    func others(line: String) {
        #expect(label(line) == nil)
    }

    @Test(
        "Roman figures in bars, parted, or with another sign behind them open their sections",
        arguments: [
            ("I. ", "IL "), ("I. ", "I I. "), ("I, ", "II, "), ("I: ", "II: "), ("(I) ", "(II) "),
        ])
    func signs(first: String, second: String) throws {
        let found = try sections(
            "\(first)MỤC ĐÍCH\n\n1. Việc một.\n\n2. Việc hai.\n\n\(second)TỔ CHỨC THỰC HIỆN\n\nCác sở thực hiện.")
        #expect(found.sections.map(\.ordinal) == [1, 2])
        #expect(found.sections.last?.heading == "TỔ CHỨC THỰC HIỆN")
    }

    @Test(
        "articles in one wrong form are articles",
        arguments: [
            ("Điều 1,", "Điều 2,"), ("Điều 1", "Điều 2"), ("Đlều 1.", "Đlều 2."), ("Đi ều 1.", "Đi ều 2."),
            ("Điều 1.", "Điều Z."), ("Điều 1.", "Điều З."), ("Điều 1.", "Điền 2."),
        ])
    func articleForms(first: String, second: String) throws {
        let found = try sections("\(first) Mục đích của việc này.\n\n\(second) Tổ chức thực hiện.")
        #expect(found.sections.map(\.kind) == [.article, .article])
        #expect(found.codes.contains(.misreadFigure))
    }

    @Test("an article of another document is none")
    func otherArticle() throws {
        let found = try sections("Điều 1 Luật này được sửa đổi.\n\nĐiều 2 Nghị định này được bãi bỏ.")
        #expect(!found.sections.contains { $0.kind == .article })
    }

    @Test("items with a letter for a figure or a comma for their full stop go on with their series")
    func items() throws {
        let found = try sections(
            "I. NHIỆM VỤ\n\n1, Việc một.\n\n2, Việc hai.\n\nII. TỔ CHỨC\n\n1. Việc:\n\n1.1. Một.\n\n1.2. Hai.\n\nl.3. Ba."
        )
        #expect(found.sections.first?.children.map(\.ordinal) == [1, 2])
        #expect(found.sections.last?.children.first?.children.map(\.ordinal) == [1, 2, 3])
    }

    @Test("numbers in circles and behind pictures open items and headings")
    func enclosed() throws {
        let found = try sections("▶️ I. MỤC ĐÍCH\n\n① Việc một.\n\n② Việc hai.\n\n➡️ II. TỔ CHỨC\n\n⒈ Việc ba.")
        #expect(found.sections.map(\.ordinal) == [1, 2])
        #expect(found.sections.first?.children.map(\.ordinal) == [1, 2])
    }
}
