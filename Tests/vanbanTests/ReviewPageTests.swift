import Foundation
import Testing

@Suite("The review page", .enabled(if: Program.built != nil, "the program was not built"))
struct ReviewPageTests {
    @Test("a person looks, walks the doubts, corrects and saves, and the record is the sample's")
    func browser() throws {
        let prepared = Program.root.appending(path: ".build/schema-venv/bin/python")
        let python = FileManager.default.isExecutableFile(atPath: prepared.path) ? [prepared.path] : ["python3"]
        let script = Program.root.appending(path: "Tests/Scripts/review.py").path
        let program = try #require(Program.built).executable.path
        let samples = Program.root.appending(path: "Samples").path
        let run = try #require(try Program.run(python + ["-B", script, program, samples]))
        if run.status == 77 || run.status == 127 {
            print(run.status == 77 ? run.text : "Skipped: python3 was not found.", terminator: "\n")
            return
        }
        #expect(run.status == 0, "\(run.text)\n\(run.errors)")
    }

    @Test("a page is made for what can be read, and what cannot is told")
    func unreadable() throws {
        let folder = try Folder()
        let page = folder.path("page.html")
        let run = try #require(try Program.run("review", Program.minimal, folder.path("none.txt"), "-o", page))
        #expect(run.status == 2)
        #expect(run.errors.contains("none.txt"))
        let text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.contains("minimal-decision.txt"))
        #expect(text.contains("Content-Security-Policy"))
        #expect(!text.contains(/\{\{[a-z]+\}\}/))
    }

    @Test("the page never stands in the place of what it is made from")
    func output() throws {
        let run = try #require(try Program.run("review", Program.minimal, "-o", Program.minimal))
        #expect(run.status == 64)
    }

    @Test("every text that the script asks for is in the table, in both languages")
    func texts() throws {
        let resources = Program.root.appending(path: "Sources/VanBanReview/Resources")
        let table = try JSONDecoder().decode(
            [String: [String: String]].self, from: Data(contentsOf: resources.appending(path: "texts.json")))
        for (key, texts) in table {
            #expect(Set(texts.keys) == ["vi", "en"] && texts.values.allSatisfy { !$0.isEmpty }, "\(key)")
        }
        let modules = try FileManager.default.contentsOfDirectory(atPath: resources.path).filter { $0.hasSuffix(".js") }
        var asked = 0
        for module in modules {
            let script = try String(contentsOf: resources.appending(path: module), encoding: .utf8)
            for match in script.matches(of: /\bt\("([^"]+)"/) {
                asked += 1
                #expect(table[String(match.1)] != nil, "\(module): \(match.1)")
            }
            // Vietnamese stands in the table alone.
            #expect(!script.unicodeScalars.contains { (0x1EA0...0x1EF9).contains($0.value) }, "\(module)")
        }
        #expect(asked > 60)
    }
}
