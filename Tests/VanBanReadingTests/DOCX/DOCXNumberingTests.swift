import Foundation
import Testing

@testable import VanBanReading

@Suite("Automatic numbers of Word")
struct DOCXNumberingTests {
    private func labels(_ body: String, _ numbering: String, styles: String? = nil) throws -> [String] {
        try read(WordPackage(body, styles: styles, numbering: numbering)).lines
    }

    @Test("a deeper level begins anew behind each paragraph above it")
    func levels() throws {
        let numbering = abstract(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2)")) + list(1, of: 0)
        let body = [(0, "a"), (1, "b"), (1, "c"), (0, "d"), (1, "e")].map { p($0.1, listed(1, $0.0)) }.joined()
        #expect(try labels(body, numbering) == ["I. a", "I.1) b", "I.2) c", "II. d", "II.1) e"])
    }

    @Test("lists of one definition go on counting, until one overrides its start")
    func sharedCounters() throws {
        let override = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        let numbering =
            abstract(0, level(0, "decimal", "%1.")) + list(1, of: 0) + list(2, of: 0) + list(3, of: 0, override)
        let body = [1, 2, 3, 3, 1].map { p("x", listed($0)) }.joined()
        #expect(try labels(body, numbering) == ["1. x", "2. x", "1. x", "2. x", "3. x"])
    }

    private func overrides(_ starts: Int...) -> String {
        starts.enumerated().map { level, start in
            "<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
        }.joined()
    }

    @Test("a list that has begun anew at a deeper level goes on with the number that its points stand under")
    func overrideAfterDeeperUse() throws {
        let numbering =
            abstract(0, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "-%3"))
            + list(1, of: 0) + list(2, of: 0, overrides(1, 1, 1))
        let steps = [(1, 0), (1, 0), (2, 1), (2, 1), (2, 0), (2, 1), (2, 2), (2, 0), (1, 0)]
        let body = steps.map { p("x", listed($0.0, $0.1)) }.joined()
        #expect(
            try labels(body, numbering)
                == ["1. x", "2. x", "a) x", "b) x", "3. x", "a) x", "-1 x", "4. x", "5. x"])
    }

    @Test(
        "an override of a level is used also where the list was in use above, and where the points begin nothing anew")
    func overrideAfterOtherUse() throws {
        let levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
        let numbering =
            abstract(0, levels) + list(1, of: 0) + list(2, of: 0, overrides(1, 5)) + abstract(1, levels)
            + list(3, of: 1) + list(4, of: 1, overrides(7))
        let above = [(1, 0), (2, 0), (2, 1), (2, 1), (2, 0), (2, 1)].map { p("x", listed($0.0, $0.1)) }.joined()
        #expect(try labels(above, numbering) == ["1. x", "1. x", "1.5. x", "1.6. x", "2. x", "2.1. x"])
        let below = [(3, 0), (4, 1), (4, 0), (4, 0)].map { p("x", listed($0.0, $0.1)) }.joined()
        #expect(try labels(below, numbering) == ["1. x", "1.1. x", "7. x", "8. x"])
    }

    @Test("behind a start override the start is the abstract definition's, whatever the level beside it says")
    func overriddenLevel() throws {
        let both =
            "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"4\"/>\(level(1, "decimal", "%1.%2", start: 4))</w:lvlOverride>"
        let alone = "<w:lvlOverride w:ilvl=\"1\">\(level(1, "decimal", "%1.%2", start: 4))</w:lvlOverride>"
        let levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
        let numbering =
            abstract(0, levels) + list(1, of: 0, both) + abstract(1, levels) + list(2, of: 1, alone)
        let body = [0, 1, 1, 0, 1].flatMap { level in [1, 2].map { (level, p("x", listed($0, level))) } }
        #expect(
            try labels(stride(from: 0, to: 10, by: 2).map { body[$0].1 }.joined(), numbering)
                == ["1. x", "1.4 x", "1.5 x", "2. x", "2.1 x"])
        #expect(
            try labels(stride(from: 1, to: 10, by: 2).map { body[$0].1 }.joined(), numbering)
                == ["1. x", "1.4 x", "1.5 x", "2. x", "2.4 x"])
    }

    @Test("empty paragraphs of which nothing is seen are not counted")
    func unseen() throws {
        let numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, of: 0)
        func row(_ merge: String, _ text: String) -> String {
            "<w:tr><w:tc><w:tcPr>\(merge)</w:tcPr>\(p("", listed(1)))</w:tc><w:tc>\(p(text))</w:tc></w:tr>"
        }
        let table = row("<w:vMerge w:val=\"restart\"/>", "a") + row("<w:vMerge/>", "b") + row("", "c")
        #expect(try labels("<w:tbl>\(table)</w:tbl>", numbering) == ["1. | a", "^ | b", "2. | c"])
        let break_ = "<w:p><w:pPr>\(listed(1))<w:sectPr/></w:pPr></w:p>"
        #expect(try labels(p("a", listed(1)) + break_ + p("b", listed(1)), numbering) == ["1. a", "2. b"])
    }

    @Test(
        "a field that numbers gives its number, wherever it stands",
        arguments: [
            ("LISTNUM NumberDefault \\l 1", ["1)", "2)", "3)"]), (" listnum \"LegalDefault\" ", ["1.", "2.", "3."]),
            ("LISTNUM OutlineDefault \\l 2 \\s 3", ["C.", "C.", "C."]), ("LISTNUM", ["1)", "2)", "3)"]),
            ("LISTNUM \\l 3", ["i)", "ii)", "iii)"]), ("LISTNUM 1 \\l 2", ["a-", "b-", "c-"]),
            ("LISTNUM chuong", ["I/", "II/", "III/"]), ("AUTONUM", ["1.", "2.", "3."]),
            ("AUTONUMOUT", ["I.", "II.", "III."]),
        ])
    func fields(_ instruction: String, _ expected: [String]) throws {
        let named = abstract(1, "<w:name w:val=\"Chuong\"/>" + level(0, "upperRoman", "%1/"))
        let numbering =
            abstract(0, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2-")) + named + list(1, of: 0)
        let body = ["a", "b", "c"].map { "<w:p>\(field(instruction))\(r(" " + $0))</w:p>" }.joined()
        #expect(
            try labels(body, numbering) == zip(expected, ["a", "b", "c"]).map { "\($0) \($1)" })
    }

    @Test("fields without a name go on below the paragraph's number, each by one")
    func fieldsInList() throws {
        let numbering =
            abstract(0, level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")) + list(1, of: 0)
        func item(_ text: String) -> String {
            "<w:p><w:pPr>\(listed(1))</w:pPr>\(r(text))\(field("LISTNUM"))\(r(" x "))\(field("LISTNUM"))\(r(" y"))</w:p>"
        }
        #expect(try labels(item("gồm ") + item("và "), numbering) == ["1. gồm a) x b) y", "2. và a) x b) y"])
        let plain = "<w:p>\(r("gồm "))\(field("LISTNUM"))\(r(" x "))\(field("LISTNUM"))\(r(" y"))</w:p>"
        #expect(try labels(plain, numbering) == ["gồm i) x ii) y"])
    }

    @Test("a level that never restarts counts on, one that restarts behind the first level only does so")
    func restarts() throws {
        let numbering =
            abstract(
                0,
                level(0, "decimal", "%1.") + level(1, "decimal", "%2)", more: "<w:lvlRestart w:val=\"0\"/>")
                    + level(2, "decimal", "(%3)", more: "<w:lvlRestart w:val=\"1\"/>")) + list(1, of: 0)
        let body = [0, 1, 2, 1, 2, 0, 1, 2].map { p("x", listed(1, $0)) }.joined()
        #expect(
            try labels(body, numbering) == ["1. x", "1) x", "(1) x", "2) x", "(2) x", "2. x", "3) x", "(1) x"])
    }

    @Test("a legal level writes the numbers above it in digits")
    func legal() throws {
        let numbering =
            abstract(0, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", more: "<w:isLgl/>"))
            + list(1, of: 0)
        #expect(try labels(p("a", listed(1)) + p("b", listed(1, 1)), numbering) == ["I a", "1.1 b"])
    }

    @Test("a paragraph has the number of its style, list 0 takes it away")
    func styles() throws {
        let numbering =
            abstract(
                0,
                level(0, "decimal", "%1.", more: "<w:pStyle w:val=\"A\"/>")
                    + level(1, "lowerLetter", "%2)", more: "<w:pStyle w:val=\"B\"/>")) + list(1, of: 0)
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
        let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
        let body =
            p("a", "<w:pStyle w:val=\"A\"/>") + p("b", "<w:pStyle w:val=\"B\"/>")
            + p("c", "<w:pStyle w:val=\"A\"/>" + none)
        #expect(try labels(body, numbering, styles: styles) == ["1. a", "a) b", "c"])
    }

    @Test("a list may stand in a numbering style")
    func numberingStyle() throws {
        let numbering =
            abstract(0, "<w:numStyleLink w:val=\"S\"/>")
            + abstract(1, "<w:styleLink w:val=\"S\"/>" + level(0, "upperLetter", "%1.")) + list(1, of: 0)
            + list(2, of: 1)
        let styles =
            "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
        #expect(try labels(p("x", listed(1)), numbering, styles: styles) == ["A. x"])
    }

    @Test("bullets of symbol fonts are the signs that are seen")
    func bullets() throws {
        func bullet(_ font: String, _ code: String) -> String {
            level(0, "bullet", code).replacing(
                "</w:lvl>", with: "<w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/></w:rPr></w:lvl>")
        }
        let numbering =
            abstract(0, bullet("Symbol", "\u{F0B7}")) + abstract(1, bullet("Wingdings", "\u{F0D8}"))
            + abstract(2, bullet("Times New Roman", "-")) + (0...2).map { list($0 + 1, of: $0) }.joined()
        let body = (1...3).map { p("x", listed($0)) }.joined()
        #expect(try labels(body, numbering) == ["• x", "➢ x", "- x"])
    }

    @Test(
        "numbers are written as their format says",
        arguments: [
            ("decimalZero", 7, "07"), ("upperRoman", 49, "XLIX"), ("lowerLetter", 28, "bb"), ("ordinal", 22, "22nd"),
            ("vietnameseCounting", 21, "hai mươi mốt"), ("vietnameseCounting", 105, "một trăm linh năm"),
            ("none", 3, ""), ("chicago", 6, "††"),
        ])
    func formats(_ name: String, _ number: Int, _ text: String) {
        #expect(NumberFormat(name).text(number) == text)
    }

    @Test("a custom format is told by its first members")
    func customFormats() {
        #expect(NumberFormat("custom", pattern: "001, 002, 003, ...").text(12) == "012")
        #expect(NumberFormat("custom", pattern: "a, b, c, d, đ, e").text(5) == "đ")
    }

    @Test("an empty cell with a number shows the number")
    func numberedCells() throws {
        let numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, of: 0)
        let row = "<w:tr><w:tc>\(p("", listed(1)))</w:tc><w:tc>\(p("x"))</w:tc></w:tr>"
        #expect(try labels("<w:tbl>\(row)\(row)</w:tbl>", numbering) == ["1. | x", "2. | x"])
    }

    @Test("two hundred paragraphs have the labels that LibreOffice shows")
    func torture() throws {
        let ours = try read(NumberingTorture.package).lines
        #expect(ours.count == 200)
        guard let theirs = try LibreOffice.text(of: NumberingTorture.package.bytes) else {
            print("LibreOffice is missing: its labels were not compared.")
            return
        }
        #expect(theirs.count == 200)
        for (own, other) in zip(ours, theirs) {
            // Its text export writes bullets of its own.
            if ["-", "+", "•"].contains(own.prefix(1)) { continue }
            #expect(own.filter { $0 != " " } == other.filter { !$0.isWhitespace })
        }
    }
}

/// LibreOffice as a reader to compare with, where it is installed.
enum LibreOffice {
    /// The lines of a document's text; nil where there is no LibreOffice.
    static func text(of document: [UInt8]) throws -> [String]? {
        let program = URL(filePath: "/usr/bin/soffice")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.docx")
        try Data(document).write(to: file)
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "txt:Text", "--outdir",
            folder.path, file.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard let text = try? String(contentsOf: folder.appending(path: "a.txt"), encoding: .utf8) else { return nil }
        return text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map { String($0) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
