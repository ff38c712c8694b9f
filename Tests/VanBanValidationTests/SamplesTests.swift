import Foundation
import Testing
import VanBanStructure

@testable import VanBanValidation

/// The samples are right, in every format and layout: a validator that says something of them cries wolf.
@Suite struct SamplesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Samples").standardizedFileURL

    static let files: [String] = ["", "layouts"].flatMap { folder in
        let path = Self.folder.appending(path: folder).path(percentEncoded: false)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") || $0.hasSuffix(".docx") }
            .map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }.sorted()

    @Test("there are samples of every format")
    func formats() {
        for format in [".txt", ".html", ".docx", ".aligned.txt"] {
            #expect(Self.files.contains { $0.hasSuffix(format) })
        }
    }

    @Test("nothing is told of a sample", arguments: files)
    func silent(_ file: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: file))
        let document = try DocumentConverter().convert(Array(bytes), name: file)
        #expect(Validator().findings(in: document).map { $0.message(in: .english) } == [])
    }
}
