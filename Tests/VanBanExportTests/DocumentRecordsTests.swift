import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

/// The documents that the repository has, and the real ones beside it where they are there.
enum Documents {
    static let samples = texts(in: Repository.root.appending(path: "Samples"))
    static let seeds = texts(in: Repository.root.appending(path: "../shared/seeds"))

    private static func texts(in folder: URL) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    static func record(of file: URL) throws -> Record {
        let bytes = [UInt8](try Data(contentsOf: file))
        return try DocumentConverter().convert(bytes, name: file.lastPathComponent).record
    }
}

@Suite("Whole documents")
struct DocumentRecordsTests {
    @Test("a sample's record is the one that stands beside it, byte for byte", arguments: Documents.samples)
    func sample(file: URL) throws {
        let expected = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("json"), encoding: .utf8)
        let written = JSONSerializer(layout: .pretty).string(try Documents.record(of: file))
        // Told by the first line that differs: the whole would drown it.
        let difference = zip(written.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(difference == nil, "written \(difference?.0 ?? ""), expected \(difference?.1 ?? "")")
        #expect(written.utf8.count == expected.utf8.count)
    }

    @Test("nothing is said against a sample, and nothing of it is lost", arguments: Documents.samples)
    func faultless(file: URL) throws {
        let record = try Documents.record(of: file)
        let doubts = record.diagnostics.filter { $0.severity > .info }
        #expect(doubts.isEmpty, "\(doubts.map(\.message))")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test(
        "the records of samples and seeds are valid to an independent validator",
        .enabled(if: SchemaValidator.python != nil, "no Python with the package 'jsonschema'"))
    func valid() throws {
        if Documents.seeds.isEmpty { print("SKIPPED: no ../shared/seeds, only the samples are validated") }
        let files = Documents.samples + Documents.seeds
        let text = try files.map { JSONSerializer(layout: .compact).string(try Documents.record(of: $0)) }.joined()
        let result = try SchemaValidator.validate(text)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(files.count) valid, 0 not"))
    }
}
