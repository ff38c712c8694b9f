import Testing

@testable import VanBanReading

@Suite("attributes counted before the parser has them")
struct AttributeCounterTests {
    /// Whether more than `limit` are told of where the bytes come in pieces of a length.
    private func exceeds(_ limit: Int, _ text: String, pieces length: Int) -> Bool {
        let bytes = Array(text.utf8)
        var counter = AttributeCounter()
        for start in stride(from: 0, to: bytes.count, by: length) {
            let piece = Array(bytes[start..<min(bytes.count, start + length)])
            if piece.withUnsafeBytes({ counter.exceeds(limit, in: $0) }) { return true }
        }
        return false
    }

    private static func element(_ count: Int) -> String {
        "<w:p" + (0..<count).map { " a\($0)='\($0)'" }.joined() + ">"
    }

    @Test("an element with too many is told of, however its bytes come", arguments: [1, 7, 64, 1000, 100_000])
    func tooMany(_ length: Int) {
        let before = String(repeating: "<w:r w:x=\"1\"><w:t>a = b</w:t></w:r>", count: 200)
        #expect(exceeds(50, before + Self.element(51) + before, pieces: length))
        #expect(!exceeds(50, before + Self.element(50) + before, pieces: length))
    }

    @Test("signs of equality in text, comments and sections are none", arguments: [1, 13, 4000, 100_000])
    func otherPlaces(_ length: Int) {
        let signs = String(repeating: "=", count: 3000)
        for around in [
            "<w:t>\(signs)</w:t>", "<!--< \(signs) <\(signs)-->", "<![CDATA[< \(signs)]]>", "<?x < \(signs)?>",
            "<w:t a=\"\(signs)\" b='\(signs)'/>",
        ] {
            let text = String(repeating: "<w:r/>", count: 1000) + around + Self.element(60)
            #expect(!exceeds(100, text, pieces: length))
            #expect(exceeds(59, text, pieces: length))
        }
    }
}
