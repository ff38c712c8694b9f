import Testing
import VanBanExport
import VanBanModel
import VanBanStructure

@testable import VanBanValidation

@Suite struct FindingTextTests {
    private func checked(_ text: String, path: String = "plan.txt") throws -> CheckedFile {
        let document = try Documents.convert(text)
        return CheckedFile(
            path: path, document: document, bytes: Array(text.utf8), findings: Validator().findings(in: document))
    }

    private func report(_ file: CheckedFile, width: Int = 100, _ language: Language = .english) throws -> [String] {
        var sink = ByteCollector()
        let text = FindingText(width: width, language: language)
        try text.write(file, to: &sink)
        try text.writeSummary(of: [file], to: &sink)
        return sink.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("a finding has its file, line and column, the source line, and signs under the words that are meant")
    func whole() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã đến ngày 31/6/2024.")])
        let lines = try report(try checked(text))
        #expect(lines[0] == "── KẾ HOẠCH ──")
        #expect(lines[1] == "plan.txt:49:55: error: “ngày 31/6/2024” is no day of the calendar. [impossibleDate]")
        #expect(lines[2] == "    49 │ 1. Nâng cao chất lượng phục vụ người dân ở các xã đến ngày 31/6/2024.")
        #expect(lines[3] == "       │ " + String(repeating: " ", count: 54) + "^~~~~~~~~~~~~~")
        #expect(lines[4] == "       → Correct the day or the month.")
        #expect(lines[5] == "1 error in 1 document")
    }

    @Test("of an element deep inside a web page the nearest steps are told, of one that is not its whole path")
    func pathOfElement() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã đến ngày 31/6/2024.")])
        let paragraphs = text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        func place(around depth: Int) throws -> String {
            let page =
                "<!DOCTYPE html><html><meta charset=\"utf-8\"><body>" + String(repeating: "<div>", count: depth)
                + paragraphs
            let document = try Documents.convert(page)
            let file = CheckedFile(
                path: "plan.html", document: document, bytes: Array(page.utf8),
                findings: Validator().findings(in: document))
            let line = try #require(try report(file).first { $0.contains("[impossibleDate]") })
            return String(line.prefix { $0 != ":" })
        }
        #expect(try place(around: 0).hasPrefix("plan.html (/html/body/p["))
        #expect(try place(around: 20).hasPrefix("plan.html (…/div[1]/div[1]/"))
        #expect(try place(around: 20).count < 90)
    }

    @Test("messages and summary are Vietnamese where that is asked for")
    func vietnamese() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã đến ngày 31/6/2024.")])
        let lines = try report(try checked(text), .vietnamese)
        #expect(lines[1].contains("lỗi: “ngày 31/6/2024” không phải là ngày có thật."))
        #expect(lines[5] == "1 lỗi trong 1 văn bản")
    }

    @Test("nothing is written of a document that is right")
    func right() throws {
        #expect(try report(try checked(Documents.right)) == [""])
    }

    @Test("decomposed letters take one column, and the signs stand under the words")
    func decomposed() {
        let line = "a\u{0302}\u{0301} b sai"
        let text = ExcerptText(
            .init(line: 1, text: line, mark: 6..<9), width: 60, ellipsis: "…")
        #expect(text.underline == "    ^~~")
    }

    @Test("of a long line the words that are meant are shown, with some before them", arguments: [40, 60, 90])
    func long(_ width: Int) throws {
        let line = String(repeating: "mười chữ ", count: 60) + "SAI RỒI" + String(repeating: " rồi nữa", count: 60)
        let start = 9 * 60
        let text = ExcerptText(.init(line: 1, text: line, mark: start..<(start + 7)), width: width, ellipsis: "…")
        #expect(DisplayWidth.of(text.line) <= width)
        #expect(text.line.hasPrefix("…") && text.line.hasSuffix("…"))
        let before = text.underline.count { $0 == " " }
        #expect(text.line.dropFirst(before).hasPrefix("SAI RỒI"))
        #expect(text.underline.hasSuffix("^~~~~~~"))
    }

    @Test("a document does not steer the terminal")
    func commands() {
        let text = ExcerptText(
            .init(line: 1, text: "một \u{1B}[2J\thai \u{202E}", mark: 0..<3), width: 60, ellipsis: "…")
        #expect(!text.line.unicodeScalars.contains { DisplayWidth.isCommand($0) })
    }

    @Test("columns are those of the file: markup, byte order marks and Windows line ends are counted as editors do")
    func columns() throws {
        let text =
            "\u{FEFF}"
            + (try Documents.right(with: [
                (
                    "1. Nâng cao chất lượng phục vụ người dân ở các xã, phường.",
                    "1. **Nâng cao** chất lượng đến ngày 31/6/2024."
                )
            ]))
            .replacing("\n", with: "\r\n")
        let file = try checked(text)
        let place = file.lines.places(of: try #require(file.findings.first).location)
        #expect(file.lines.areOfFile)
        #expect(place.start.line == 49)
        #expect(place.start.column == "1. **Nâng cao** chất lượng đến ".count + 1)
        #expect(place.end.column == "1. **Nâng cao** chất lượng đến ngày 31/6/2024".count + 1)
    }
}
