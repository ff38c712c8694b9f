import Foundation

/// The built program, run as a user runs it.
struct Program {
    struct Run {
        var status: Int32
        var output: Data
        var errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    let executable: URL

    /// The program beside the test bundle; nil where it was not built.
    static let built: Program? = {
        var folders = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
        folders += ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }.map {
            URL(filePath: $0).deletingLastPathComponent()
        }
        folders += [root.appending(path: ".build/debug"), root.appending(path: ".build/release")]
        for folder in folders {
            let file = folder.appending(path: "vanban")
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
                FileManager.default.isExecutableFile(atPath: file.path)
            {
                return Program(executable: file)
            }
        }
        print("Skipped: the program was not found beside the tests.")
        return nil
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let sample = root.appending(path: "Samples/provincial-papi-plan.txt").path
    static let minimal = root.appending(path: "Samples/minimal-decision.txt").path

    /// Runs the program, or another one, to its end.
    static func run(
        _ arguments: String..., input: Data? = nil, language: String = "en_US.UTF-8", executable: URL? = nil
    ) throws -> Run? {
        guard let file = executable ?? built?.executable else { return nil }
        return try run(file, arguments, input: input, language: language)
    }

    /// Runs a command: this program for `vanban`, else what the search path has under `env`'s name.
    static func run(_ command: [String], input: Data? = nil) throws -> Run? {
        guard let file = command.first == "vanban" ? built?.executable : URL(filePath: "/usr/bin/env") else {
            return nil
        }
        let arguments = command.first == "vanban" ? Array(command.dropFirst()) : command
        return try run(file, arguments, input: input, language: "en_US.UTF-8")
    }

    private static func run(_ file: URL, _ arguments: [String], input: Data?, language: String) throws -> Run {
        let folder = try Folder()
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = language
        process.environment = environment
        // Files instead of pipes, so that no side waits for the other.
        let outputFile = folder.path("output")
        let errorFile = folder.path("errors")
        for path in [outputFile, errorFile] { try Data().write(to: URL(filePath: path)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputFile))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errorFile))
        try (input ?? Data()).write(to: URL(filePath: folder.path("input")))
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.path("input")))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try Data(contentsOf: URL(filePath: outputFile)),
            errors: String(decoding: try Data(contentsOf: URL(filePath: errorFile)), as: UTF8.self))
    }
}

/// A folder that lives as long as its test.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "vanban-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
}
