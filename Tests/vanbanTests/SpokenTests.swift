import Foundation
import Testing
import VanBanExport
import VanBanMessages
import VanBanModel

/// Whoever works in Vietnamese meets no English: in help, in errors of the command line, in messages that were stored.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct SpokenTests {
    private static let commands = [
        [], ["convert"], ["validate"], ["tables"], ["review"], ["corrections"], ["corrections", "report"], ["ledger"],
        ["batch"], ["query"], ["query", "tasks"], ["query", "scores"], ["query", "documents"], ["query", "citing"],
        ["query", "duplicates"], ["query", "search"], ["query", "records"], ["query", "diagnostics"],
        ["query", "files"], ["query", "done"], ["query", "dossiers"], ["report"],
        ["schema"], ["explain"], ["doctor"], ["reading"],
    ]

    /// Words of English that no Vietnamese text has and that are no words of the command line.
    private static let english: Set<String> = [
        "the", "of", "and", "or", "a", "an", "with", "for", "that", "is", "are", "which", "where", "when",
        "written", "read", "show", "shows", "value", "rows", "option", "options", "usage", "overview",
        "arguments", "subcommands", "missing", "unknown", "unexpected", "invalid", "provide", "please", "one",
        "expected",
        "information", "help", "see", "more", "detailed", "did", "you", "mean", "cannot", "folder", "not",
        "has", "have", "from", "must", "give", "there", "no",
    ]

    /// What is no prose: options, names of values, what is quoted or listed as values, examples of JSON.
    private static func prose(_ text: String) -> String {
        var prose = text
        for pattern in [
            #"'[^'\n]*(\n[^'\n]*)?'"#, #""[^"\n]*""#, #"\{[^}]*\}"#, #"\((?s:giá trị: .*?)\)"#, #"<[^>]*>"#,
            #"\[[^\]]*\]"#, #"-{1,2}[A-Za-z][\w-]*( report)?"#, #"\w+_\w+"#, #"\b[a-zA-Z-]+\s+\([^)]*\)"#,
            #"vanban( [a-z]+)*"#, #"\S*[/.=]\S*"#,
        ] {
            prose = prose.replacingOccurrences(of: pattern, with: " ", options: .regularExpression)
        }
        return prose
    }

    private static func englishWords(of text: String) -> [String] {
        prose(text).lowercased().split { !$0.isLetter }.map(String.init).filter(english.contains)
    }

    @Test("help has no English words in Vietnamese, and says as much in both languages", arguments: commands)
    func help(_ command: [String]) throws {
        let run = try #require(try Program.run(["vanban", "help"] + command + ["--lang", "vi"]))
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("TỔNG QUAN: "))
        #expect(Self.englishWords(of: run.text).isEmpty, "\(Self.englishWords(of: run.text))\n\(run.text)")
        let values = Set(Messages.keys(below: "value.").compactMap { Messages.known($0, in: .english) })
            .subtracting(Messages.keys(below: "value.").compactMap { Messages.known($0, in: .vietnamese) })
        for match in run.text.matches(of: /<([^<>\n]+)>/) {
            let name = String(match.output.1)
            #expect(!values.contains(name) && !["options", "subcommand"].contains(name), "\(name)")
        }
        let own = try #require(try Program.run(["vanban"] + command + ["--help"]))
        #expect(own.text.hasPrefix("OVERVIEW: "))
        let options = { (text: String) in
            Set(text.split { " \n,[]".contains($0) }.filter { $0.hasPrefix("--") }.map(String.init))
        }
        #expect(options(run.text) == options(own.text))
    }

    @Test(
        "errors of the command line are told in Vietnamese",
        arguments: [
            ["convert"], ["convert", "--fromat", "json", "a"], ["convert", "a", "--format", "foo"],
            ["convert", "a", "--fail-on"], ["convert", "a", "--max-bytes", "x"], ["convert", "--quiet=yes", "a"],
            ["ledger"], ["ledger", "a", "b", "c"], ["batch", "a"], ["batch", "a", "--output", "b", "--jobs", "0"],
            ["query", "tasks", "--due", "soon", "--database", "x"], ["query", "search", "!", "--database", "x"],
            ["query", "documents", "--columns", "x", "--format", "xlsx"], ["tables", "a", "--table", "0"],
            ["explain", "nothing"], ["validate", "a", "--disable", "nothing"], ["convert", "a", "--limit", "x=1"],
            ["convert", "a", "--encoding", "x"], ["query", "scores", "--year", "x"], ["schema", "x"],
        ])
    func errors(_ command: [String]) throws {
        let folder = try Folder()
        let program = try #require(Program.built).executable.path
        let script = "cd \"$0\" && LC_ALL=vi_VN.UTF-8 \"$@\""
        let run = try #require(
            try Program.run(["env", "sh", "-c", script, folder.url.path, program] + command))
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errors.hasPrefix("Lỗi: "))
        #expect(Self.englishWords(of: run.errors).isEmpty, "\(Self.englishWords(of: run.errors))\n\(run.errors)")
    }

    @Test("what was stored of failed files is told in the language of whoever asks")
    func stored() throws {
        let folder = try Folder()
        let other = try folder.file("mưa.txt", "Chiều nay trời mưa.")
        let database = folder.path("a.sqlite")
        _ = try Program.run("batch", other, "--database", database, "--progress", "none", language: "en_US.UTF-8")
        let files = { (language: String) in
            try #require(try Program.run("query", "files", "--database", database, "--lang", language)).text
        }
        #expect(try files("vi").contains("không thấy văn bản hành chính"))
        #expect(try Self.englishWords(of: files("vi")).isEmpty)
        #expect(try files("en").contains("no administrative document"))
    }

    @Test("codes are explained, and programs and counts are told, without English words")
    func others() throws {
        for command in [["explain"], ["doctor"], ["ledger", Program.minimal, "--only", "part-1.title"]] {
            let run = try #require(try Program.run(["vanban"] + command + ["--lang", "vi"]))
            #expect(run.status == 0)
            // What examples and places in lists are called: Nguyễn Văn An; a, b.
            let words = (run.text + run.errors).split(separator: "\n").flatMap { line in
                Self.englishWords(of: String(line)).filter { $0.count > 2 }.map { "\($0): \(line)" }
            }
            #expect(words.isEmpty, "\(words)")
            for severity in ["(error)", "(warning)", "(info)"] { #expect(!run.text.contains(severity)) }
        }
    }

    @Test("no message stands in the sources in two languages: translators find all of them in the table")
    func sources() throws {
        let sources = Program.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for pair in [", .vietnamese):", "vietnamese: \"", "BilingualText(\"", ".vietnamese ? \""] {
                #expect(!text.contains(pair), "\(file)")
            }
        }
    }

    @Test("every sheet and column has its heading in the table")
    func headings() {
        for kind in SheetKind.allCases {
            for title in [kind.title] + kind.columns.map(\.title) {
                for language in Language.allCases {
                    let told = title(in: language)
                    #expect(!told.isEmpty && !told.hasPrefix("column.") && !told.hasPrefix("sheet."), "\(told)")
                }
            }
        }
    }

    @Test("every message has words in both languages that speak of the same")
    func table() throws {
        let keys = Messages.keys(below: "")
        #expect(keys.count > 300 && Set(keys).count == keys.count)
        for key in keys {
            let (english, vietnamese) = (Messages.known(key, in: .english), Messages.known(key, in: .vietnamese))
            #expect(english?.isEmpty == false && vietnamese?.isEmpty == false, "\(key)")
            let places = { (text: String?) in
                Set((text ?? "").matches(of: /\{\d\}/).map { String($0.output) })
            }
            #expect(places(english) == places(vietnamese), "\(key)")
        }
    }

    @Test("every message that the sources ask for is in the table")
    func asked() throws {
        let sources = Program.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var count = 0
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /(?:told|text|known)\("([a-z]+\.[A-Za-z.]+)"/) {
                let key = String(match.output.1)
                guard !key.hasSuffix(".") else { continue }
                count += 1
                #expect(Messages.known(key, in: .english) != nil, "\(file): \(key)")
            }
        }
        #expect(count > 150)
    }

    @Test(
        "what the system says is told in the reader's language",
        arguments: [
            ("convert missing.txt", "missing.txt: không mở được: không có tệp hoặc thư mục này"),
            ("convert plan.txt/x", "plan.txt/x: không mở được: một phần của đường dẫn là tệp chứ không phải thư mục"),
            ("convert plan.txt -o none/x.json", "none/x.json: không ghi được kết quả: không có tệp hoặc thư mục này"),
            ("convert plan.txt -o /dev/full", "/dev/full: không ghi được kết quả: ổ đĩa đã đầy"),
            ("convert plan.txt --corrections none", "none: không mở được: không có tệp hoặc thư mục này"),
            ("batch missing.txt --output out", "missing.txt: không mở được: không có tệp hoặc thư mục này"),
            (
                "batch plan.txt --output plan.txt/out",
                "plan.txt/out: một phần của đường dẫn là tệp chứ không phải thư mục"
            ),
            ("convert \(String(repeating: "a", count: 300))", "không mở được: tên quá dài"),
        ])
    func system(_ command: String, _ expected: String) throws {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Program.minimal, toPath: folder.path("plan.txt"))
        let program = try #require(Program.built).executable.path
        let run = try #require(
            try Program.run([
                "env", "bash", "-c", "cd \"$1\" && LC_ALL=vi_VN.UTF-8 $2 \(command)", "-", folder.url.path, program,
            ]))
        #expect(run.errors.contains(expected), "\(run.errors)")
        #expect(run.status != 0)
    }
}
