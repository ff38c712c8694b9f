import Foundation
import Testing

/// Whether the program that reads PDF files is there.
private let hasPoppler = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// The samples that are PDF files say what their text says.
@Suite("Samples as pages", .enabled(if: hasPoppler))
struct SamplePagesTests {
    @Test(
        "a plan with ruled lines, and without, gives the plan's tasks, parts and outline",
        arguments: ["provincial-reform-plan", "commune-plan-2026"], ["ruled", "unruled"])
    func same(name: String, form: String) throws {
        let text = try record("Samples/\(name).txt")
        let pages = try record("Samples/\(name).\(form).pdf")
        for key in ["parts", "tasks", "indexScores", "targets", "references"] {
            #expect(Self.plain(text[key]) == Self.plain(pages[key]), "\(key)")
        }
        let coverage = try #require(pages["coverage"] as? [String: Int])
        #expect(coverage["unaccounted"] == 0)
    }

    private func record(_ path: String) throws -> [String: Any] {
        let file = Program.root.appending(path: path).path
        let result = try #require(try Program.run(["vanban", "convert", "-q", file]))
        return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    /// A value without its places, as text.
    private static func plain(_ value: Any?) -> String {
        func stripped(_ value: Any) -> Any {
            if let fields = value as? [String: Any] {
                return fields.filter { !["location", "mentions", "related"].contains($0.key) }.mapValues(stripped)
            }
            return (value as? [Any])?.map(stripped) ?? value
        }
        guard let value,
            let data = try? JSONSerialization.data(
                withJSONObject: stripped(value), options: [.sortedKeys, .fragmentsAllowed])
        else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
