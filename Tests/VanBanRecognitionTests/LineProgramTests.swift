import Foundation
import Testing
import VanBanReading
import VanBanTools

@testable import VanBanRecognition

@Suite("a second recogniser")
struct LineProgramTests {
    private let folder: PrivateFolder

    init() throws { folder = try PrivateFolder() }

    /// A program of a script's words.
    private func program(_ script: String) throws -> LineProgram {
        try folder.write(Array(("#!/bin/sh\n" + script + "\n").utf8), to: "program")
        let path = folder.path(of: "program")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return try #require(LineProgram(path))
    }

    private let pictures = [Raster(width: 9, height: 4, filledWith: 255), Raster(width: 5, height: 2, filledWith: 255)]

    @Test("it is given all pictures of a page, and gives a line for each")
    func readings() throws {
        let program = try program(
            #"printf 'Sở Nội vụ\t0.9 0.5 1\n%s\t1\n' "$(grep -ao P5 "$1" | wc -l)""#)
        let words = try program.words(of: pictures)
        #expect(words.map { $0.map(\.text) } == [["Sở", "Nội", "vụ"], ["2"]])
        #expect(words.map { $0.map(\.confidence) } == [[90, 50, 100], [100]])
        #expect(try program.words(of: []).isEmpty)
    }

    @Test("what it depends on is part of the version")
    func version() throws {
        let program = try program("echo lines 2.5.1")
        #expect(program.version == "program 2.5.1")
        #expect(ScanRecognizer(program: program).version.hasSuffix(", program 2.5.1"))
        #expect(LineProgram("no-such-recogniser") == nil)
        #expect(LineProgram("/dev/null") == nil)
    }

    @Test(
        "a program that fails, or gives another number of lines, fails the page",
        arguments: ["exit 1", "echo a", "printf 'a\\nb\\nc\\n'", "kill -9 $$", "yes | head -c 5000000"])
    func failures(_ script: String) throws {
        let program = try program(script)
        #expect(throws: ReadingError.self) { _ = try program.words(of: pictures) }
    }

    @Test(
        "whatever it writes becomes words or none",
        arguments: [
            ("", []), ("\t", []), ("a b\t", ["a:50", "b:50"]), ("a b\t0.7", ["a:70", "b:70"]),
            ("a b\t7 -1", ["a:100", "b:0"]), ("a b\tnan", ["a:50", "b:50"]), ("a b\t1 1 1", ["a:50", "b:50"]),
            ("e\u{302}\u{301}\u{200B}\t1", ["ế:100"]), ("\u{7}\u{202E}", []),
        ])
    func lines(_ line: String, _ words: [String]) {
        let found = LineProgram.words(Array(line.utf8)[...])
        #expect(found.map { "\($0.text):\(Int($0.confidence))" } == words)
    }

    // MARK: Vote

    private let line = InkLine(components: [], left: 100, top: 10, right: 500, bottom: 40, letters: 12...38, area: 0)

    private func words(_ text: String, sure: Double, rival: String? = nil) -> [RecognizedWord] {
        text.split(separator: " ").enumerated().map { index, word in
            RecognizedWord(
                text: String(word), left: Double(100 * index + 100), top: 10, right: Double(100 * index + 180),
                bottom: 40,
                confidence: sure, rival: rival)
        }
    }

    private func vote(_ own: [RecognizedWord], _ other: String, sure: Double) -> [String] {
        ReadingVote.words(own, with: words(other, sure: sure), in: line).map { word in
            word.text + (word.isSure ? "!" : "") + (word.rival.map { "<" + $0 } ?? "")
        }
    }

    @Test("what both agree on is sure, also where Tesseract was in doubt; signs and capitals are Tesseract's")
    func agreement() {
        #expect(vote(words("Sở Nội vụ", sure: 20, rival: "x"), "sở Nội vụ", sure: 10) == ["Sở!", "Nội!", "vụ!"])
        #expect(vote(words("2024 – 2025 “a”", sure: 90), "2024 - 2025 \"a\"", sure: 90).count == 4)
        #expect(vote(words("2024 – 2025", sure: 90), "2024-2025", sure: 90) == ["2024!", "–!", "2025!"])
        #expect(vote(words("vu", sure: 90, rival: "vụ"), "vụ", sure: 10) == ["vụ!"])
    }

    @Test("where they differ the surer one is taken, in its place, and the other one told")
    func difference() {
        #expect(vote(words("Sở Nội vu", sure: 60), "Sở Nội vụ", sure: 99) == ["Sở!", "Nội!", "vụ<vu"])
        #expect(vote(words("Sở Nội vụ", sure: 95), "Sở Nội vu", sure: 60) == ["Sở!", "Nội!", "vụ<vu"])
        #expect(vote(words("a", sure: 90), "a b", sure: 90) == ["a!", "b<"])
        #expect(vote(words("a b", sure: 90), "", sure: 0) == ["a<", "b<"])
        let placed = ReadingVote.words(words("ab cd", sure: 10), with: words("xyz z xyz", sure: 99), in: line)
        #expect(placed.map(\.left) == [100, 180, 220])
        #expect(placed.last?.right == 280)
    }
}
