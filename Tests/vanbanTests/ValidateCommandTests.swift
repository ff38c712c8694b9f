import Foundation
import Testing

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct ValidateCommandTests {
    /// A decision whose recipients lack the archive, and whose basis has a day that no calendar has.
    private func wrong() throws -> String {
        let text = try String(contentsOfFile: Program.minimal, encoding: .utf8)
        return text.replacing("ngày 13 tháng 11 năm 2008", with: "ngày 31 tháng 11 năm 2008")
    }

    @Test("of the samples nothing is told, in any of their formats", arguments: SampleFiles.all)
    func isSilent(_ path: String) throws {
        let run = try #require(try Program.run("validate", path, "--fail-on", "warning"))
        #expect(run.status == 0)
        #expect(run.text.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test("the status says whether what was found is too bad", arguments: [("error", 1), ("warning", 1)])
    func failOn(_ severity: String, _ status: Int32) throws {
        let folder = try Folder()
        let file = try folder.file("wrong.txt", try wrong())
        let plain = try #require(try Program.run("validate", file))
        #expect(plain.status == 0)
        #expect(plain.text.contains("[invalidDate]"))
        #expect(try Program.run("validate", file, "--fail-on", severity)?.status == status)
        #expect(try Program.run("validate", file, "--fail-on", severity, "--disable", "invalidDate")?.status == 0)
    }

    @Test("what cannot be read ends with 2, a wrong option with 64")
    func statuses() throws {
        #expect(try Program.run("validate", "no-such-file.txt")?.status == 2)
        #expect(try Program.run("validate", Program.minimal, "--disable", "noSuchCode")?.status == 64)
        #expect(try Program.run("validate", Program.minimal, "--config", "no-such-file.json")?.status == 64)
    }

    @Test("settings come from a file")
    func config() throws {
        let folder = try Folder()
        let file = try folder.file("wrong.txt", try wrong())
        let settings = try folder.file("settings.json", #"{"disable": ["invalidDate"], "failOn": "warning"}"#)
        let run = try #require(try Program.run("validate", file, "--config", settings))
        #expect(run.status == 0)
        #expect(run.text.isEmpty)
        let broken = try folder.file("broken.json", #"{"disabled": []}"#)
        let refused = try #require(try Program.run("validate", file, "--config", broken))
        #expect(refused.status == 64)
        #expect(refused.errors.contains("disabled"))
    }

    @Test("several files: JSON is one document a line, SARIF one log")
    func several() throws {
        let folder = try Folder()
        let file = try folder.file("wrong.txt", try wrong())
        let json = try #require(try Program.run("validate", file, Program.minimal, "--format", "json"))
        #expect(json.text.split(separator: "\n").count == 2)
        let sarif = try #require(try Program.run("validate", file, Program.minimal, "--format", "sarif"))
        let log = try #require(try JSONSerialization.jsonObject(with: sarif.output) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect((run["artifacts"] as? [Any])?.count == 2)
        #expect((run["results"] as? [Any])?.count == 1)
    }

    @Test("standard input is read, and the language is chosen")
    func input() throws {
        let run = try #require(try Program.run("validate", "-", "--lang", "vi", input: Data(try wrong().utf8)))
        #expect(run.text.contains("không phải là ngày có thật"))
    }

    @Test("a rule is explained with its reason, its source and an example")
    func explain() throws {
        let run = try #require(try Program.run("explain", "missingArchiveLine"))
        #expect(run.text.hasPrefix("missingArchiveLine (warning)\n"))
        #expect(run.text.contains("Source: NĐ 30/2020/NĐ-CP"))
        #expect(run.text.contains("Example: "))
    }

    @Test("the documents show what the program says", arguments: [("usage.md", "en"), ("usage.vi.md", "vi")])
    func shown(_ file: String, _ language: String) throws {
        let text = try String(contentsOfFile: Program.minimal, encoding: .utf8)
            .replacing("13 tháng 11 năm 2008", with: "31 tháng 11 năm 2008")
            .replacing("Lưu: VT, CCHC", with: "Báo Phú Thọ")
        let run = try #require(try Program.run("validate", "-", "--lang", language, input: Data(text.utf8)))
        let page = try String(contentsOf: Program.root.appending(path: "Documentation/" + file), encoding: .utf8)
        #expect(page.contains("<!-- validate -->\n```text\n" + run.text + "```\n<!-- /validate -->"))
    }
}

/// The samples in all their formats.
enum SampleFiles {
    static let all: [String] = {
        let folder = Program.root.appending(path: "Samples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") || $0.hasSuffix(".docx") }.sorted()
            .map { folder.appending(path: $0).path }
    }()
}
