import Foundation
import Testing

/// What the program made of one file of the corpus, as `Tests/Scripts/hostile.py` reports it.
private struct HostileRun: Decodable {
    var name: String
    var status: Int32
    var hung: Bool
    /// Of processor time, which says the same on a machine that has other work.
    var cpu: Double
    var megabytes: Int
    var errors: String
    /// What the program left in the folder that it was to write to, and whether a record there is whole.
    var left: [String]
    var whole: Bool?
    /// Whether the file must be refused, and words that the message must hold.
    var refused: Bool
    var words: String
}

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct HostileFilesTests {
    // Without optimization the long files are shorter, and time says nothing: only what never ends is found.
    #if DEBUG
        private static let scale = "0.01"
        private static let seconds = Double.infinity
        private static let patience = "600"
    #else
        private static let scale = "0.2"
        private static let seconds = 2.0
        private static let patience = "60"
    #endif
    private static let megabytes = 512

    @Test("broken and hostile files are converted or refused with a message, soon, and within half a gigabyte")
    func corpus() throws {
        let script = Program.root.appending(path: "Tests/Scripts/hostile.py").path
        let program = try #require(Program.built).executable.path
        let run = try #require(
            try Program.run(
                "python3", "-B", script, program, "--scale", Self.scale, "--seconds", Self.patience,
                executable: URL(filePath: "/usr/bin/env")))
        if run.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(run.status == 0, "\(run.errors)")
        let found = try run.text.split(separator: "\n").map {
            try JSONDecoder().decode(HostileRun.self, from: Data($0.utf8))
        }
        #expect(found.count >= 300)
        for file in found {
            #expect(!file.hung, "\(file.name) hangs")
            #expect(file.status == 0 || file.status == 2, "\(file.name) ends with \(file.status): \(file.errors)")
            #expect(file.cpu <= Self.seconds, "\(file.name) takes \(file.cpu) s")
            #expect(file.megabytes <= Self.megabytes, "\(file.name) takes \(file.megabytes) MB")
            #expect(!file.refused || file.status == 2, "\(file.name) is not refused")
            #expect(
                file.words.isEmpty || file.errors.contains(file.words),
                "\(file.name) does not say \(file.words): \(file.errors)")
            if file.status == 0 {
                #expect(file.errors.isEmpty, "\(file.name): \(file.errors)")
                #expect(file.left == ["record.json"] && file.whole == true, "\(file.name) leaves \(file.left)")
            } else {
                #expect(file.left.isEmpty, "\(file.name) leaves \(file.left)")
                // One line, of an archive one for each that stands in it, and nothing of the machinery's.
                let lines = file.errors.split(separator: "\n")
                #expect(lines.count == 1 || file.errors.contains(".docx!/"), "\(file.name): \(file.errors)")
                #expect(lines.allSatisfy { $0.hasPrefix("vanban: ") }, "\(file.name): \(file.errors)")
            }
        }
    }

    @Test("a limit is set by its name")
    func limit() throws {
        let refused = try #require(try Program.run("convert", Program.sample, "--limit", "fileBytes=10"))
        #expect(refused.status == 2)
        #expect(refused.errors.contains("10"))
        let paragraph = try #require(
            try Program.run("convert", Program.sample, "--limit", "ratio=9", "--limit", "paragraphBytes=10"))
        #expect(paragraph.status == 2)
        #expect(paragraph.errors.contains("paragraph of more than 10 bytes"))
    }

    @Test("an unknown limit, or none that is a number, is a mistake of usage", arguments: ["x=1", "ratio=0", "ratio"])
    func unknownLimit(_ setting: String) throws {
        let run = try #require(try Program.run("convert", Program.sample, "--limit", setting))
        #expect(run.status == 64)
        #expect(run.errors.contains(setting == "x=1" ? "html.searchedElements" : "ratio=1000"))
    }
}
