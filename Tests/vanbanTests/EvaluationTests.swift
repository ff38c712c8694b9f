import Foundation
import Testing

/// The board of the evaluation set against the figures that were reached before, where the set lies beside the package.
@Suite struct EvaluationTests {
    @Test("no document and no case of the evaluation set falls below its floor", .enabled(if: Shared.evaluation != nil))
    func floor() throws {
        let evaluation = try #require(Shared.evaluation)
        let python = try #require(Shared.python, "python3 is missing")
        let program = try #require(Program.built?.executable)
        let run = try #require(
            try Program.run(
                Program.root.appending(path: "Tests/Scripts/board.py").path, program.path, evaluation.path, "--floor",
                Program.root.appending(path: "Tests/eval-floor.json").path, "--quiet", executable: python))
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        #expect(run.text.contains("0 figures below it"), "\(run.text)")
    }
}

/// What lies beside the package, or where the environment's VANBAN_SHARED says.
enum Shared {
    static let root =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? Program.root.appending(path: "../shared").standardizedFileURL
    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }.map { URL(filePath: $0) }
    /// The evaluation set; nil where it is not there.
    static let evaluation = folder("eval", with: "score.py")
    static let gold = folder("gold", with: "score.py")

    private static func folder(_ name: String, with file: String) -> URL? {
        let folder = root.appending(path: name)
        return FileManager.default.fileExists(atPath: folder.appending(path: file).path) ? folder : nil
    }
}
