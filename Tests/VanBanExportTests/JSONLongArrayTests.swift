import Testing
import VanBanModel

@testable import VanBanExport

@Suite("Long arrays in JSON")
struct JSONLongArrayTests {
    private struct Refusing: OutputSink {
        var chunks = 0
        mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
            chunks += 1
            if chunks > 2 { throw .readerGone }
        }
    }

    @Test("cores that share an array write what one alone writes", arguments: JSONLayout.allCases)
    func writesTheSame(layout: JSONLayout) throws {
        let places = (0..<5_000).map { Location(start: $0, end: $0 + 1, line: 1, path: $0 % 2 == 0 ? "/p" : nil) }
        let plain = JSONWriter.bytes(layout: layout) { json in json.object { $0.field("places", places) } }
        let shared = JSONWriter.bytes(layout: layout) { json in json.object { $0.longField("places", places) } }
        #expect(shared == plain)
        var collected = ByteCollector()
        try JSONWriter.write(to: &collected, layout: layout) { json in json.object { $0.longField("places", places) } }
        #expect(collected.bytes == plain)
    }

    @Test("nothing is written after the sink has refused")
    func stopsAtFailure() {
        let words = Array(repeating: String(repeating: "a", count: 1_000), count: 1_000)
        var sink = Refusing()
        #expect(throws: OutputError.readerGone) {
            try JSONWriter.write(to: &sink, layout: .compact) { json in
                json.object { $0.longField("words", words) }
            }
        }
        #expect(sink.chunks == 3)
    }

    @Test("places of equal and of different elements have their own paths")
    func writesPaths() {
        var paths = ElementPaths(root: "r")
        let name = paths.name("p")
        for index in 0..<3 { paths.mark(index * 10, in: paths.add(name, in: -1, ordinal: Int32(index * 55))) }
        let written = JSONWriter.bytes(layout: .compact) { json in
            json.paths = paths
            json.array([0, 5, 12, 25, 3].map { Location(start: $0, end: $0, line: 1) })
        }
        let text = String(decoding: written, as: UTF8.self)
        let found = text.split(separator: "\"path\":\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(found == ["r/p", "r/p", "r/p[55]", "r/p[110]", "r/p"])
    }
}
