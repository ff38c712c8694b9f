import Foundation
import Testing
import VanBanModel

@testable import VanBanStructure

/// One document in the layouts that text has: cells below each other, parted by bars, aligned by spaces.
@Suite("one document in several layouts of text")
struct SameTasksInLayoutsTests {
    private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Samples").standardizedFileURL

    static let layouts: [String] = {
        let folder = samples.appending(path: "layouts").path(percentEncoded: false)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    private static func record(_ path: String) throws -> Record {
        let bytes = try Data(contentsOf: samples.appending(path: path))
        return try DocumentConverter().convert(Array(bytes), name: "a.txt").record
    }

    @Test("there are layouts of every kind to compare")
    func kinds() {
        for kind in ["aligned", "paragraphs", "pipes"] {
            #expect(Self.layouts.contains { $0.hasSuffix(".\(kind).txt") })
        }
    }

    @Test("every layout gives the tasks of the document as it was typed, and leaves nothing out", arguments: layouts)
    func sameTasks(_ layout: String) throws {
        let name = try #require(layout.split(separator: ".").first)
        let expected = Plain.tasks(try Self.record("\(name).txt"))
        let record = try Self.record("layouts/\(layout)")
        let found = Plain.tasks(record)
        #expect(record.coverage.unaccounted == 0)
        #expect(!expected.isEmpty)
        #expect(found.count == expected.count)
        for (expected, found) in zip(expected, found) where expected != found {
            #expect(found == expected)
            return
        }
    }
}
