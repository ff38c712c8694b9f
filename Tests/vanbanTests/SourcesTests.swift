import Foundation
import Testing

/// What would make the program twice as large by one line.
struct SourcesTests {
    @Test("no source takes all of Foundation, which brings ICU and its data of all locales")
    func foundation() throws {
        let folder = Program.root.appending(path: "Sources")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let sources = paths.filter { $0.hasSuffix(".swift") }
        #expect(sources.count > 300)
        for path in sources {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            #expect(text.firstMatch(of: /(?m)^\s*(public |package |internal )?import Foundation$/) == nil, "\(path)")
        }
    }
}
