import Foundation
import Testing
import VanBanExport
import VanBanModel

/// Where the repository's own files are.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let schema = root.appending(path: "Schemas/vanban-1.schema.json")
    static let validator = root.appending(path: "Tests/validate-records.py")
}

/// A Python with the package `jsonschema`.
enum SchemaValidator {
    /// The command that starts it: that of `.build/schema-venv`, else the system's; nil where neither has the package.
    static let python: [String]? = {
        let prepared = Repository.root.appending(path: ".build/schema-venv/bin/python").path
        let candidates = [[prepared], ["/usr/bin/env", "python3"]]
        return candidates.first { command in
            FileManager.default.isExecutableFile(atPath: command[0])
                && (try? run(command + ["-c", "import jsonschema"]))?.status == 0
        }
    }()

    static func run(_ command: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// Validates a text as a file of its own.
    static func validate(_ text: String) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try run((python ?? []) + [Repository.validator.path, Repository.schema.path, file.path])
    }
}

@Suite(
    "An independent validator",
    .enabled(
        if: SchemaValidator.python != nil,
        "no Python with the package 'jsonschema' (python3 -m venv .build/schema-venv && .build/schema-venv/bin/pip install jsonschema)"
    ))
struct RecordValidationTests {
    @Test("accepts what is written, in either layout", arguments: Sample.allCases, JSONLayout.allCases)
    func accepts(sample: Sample, layout: JSONLayout) throws {
        let result = try SchemaValidator.validate(JSONSerializer(layout: layout).string(sample.record))
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("1 valid, 0 not"))
    }

    @Test("accepts NDJSON record by record")
    func acceptsLines() throws {
        let text = SampleRecords.all.map { JSONSerializer(layout: .compact).string($0) }.joined()
        let result = try SchemaValidator.validate(text)
        #expect(result.status == 0 && result.output.contains("3 valid, 0 not"), "\(result.output)")
    }

    @Test(
        "refuses what is not of the schema, and names the place",
        arguments: [
            (#""kind":"plan""#, #""kind":"Kế hoạch""#, "$.parts[0].kind"),
            (#""issuedOn":"2024-05-26""#, #""issuedOn":"2024-02-31""#, "$.parts[0].issuedOn"),
            (#""unit":"tỉnh A""#, #""unit":"""#, "$.indexScores[0].unit"),
            (#""direction":"increase""#, #""direction":"up""#, "$.indexScores[0].change.direction"),
            (#""sequence":1,"#, "", "$.tasks[0]"),
            (#""sequence":1,"#, #""sequence":1,"rows":1,"#, "$.tasks[0]"),
            (#""level":"province""#, #""level":"city""#, "$.tasks[0].leadAgencies[0].level"),
            (#""arguments":["1","3"]"#, #""arguments":null"#, "$.diagnostics[0].arguments"),
        ])
    func refuses(field: String, replacement: String, place: String) throws {
        let text = JSONSerializer(layout: .compact).string(SampleRecords.full())
        try #require(text.contains(field))
        let result = try SchemaValidator.validate(text.replacingOccurrences(of: field, with: replacement))
        #expect(result.status == 1)
        #expect(result.output.contains("record 1: \(place):"), "\(result.output)")
    }

    @Test("refuses what is no JSON and a key that stands twice", arguments: ["{", #"{"a":1,"a":2}"#, "NaN"])
    func refusesBrokenText(text: String) throws {
        #expect(try SchemaValidator.validate(text).status == 1)
    }
}
