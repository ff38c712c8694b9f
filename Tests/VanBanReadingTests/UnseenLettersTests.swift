import Testing

@testable import VanBanReading

@Suite("letters that nobody sees")
struct UnseenLettersTests {
    @Test(
        "places go on in order behind whatever is dropped",
        arguments: ["\u{AD}", "\u{200B}", "\u{AD}\u{AD}"])
    func order(unseen: String) {
        let source = Array("\(unseen)a\(unseen)) b\(unseen)c\(unseen)".utf8)
        var normalizer = ParagraphNormalizer(source)
        normalizer.normalize()
        #expect(normalizer.result == Array("a) bc".utf8))
        let places = (0...source.count).map(normalizer.place)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(places.last == normalizer.result.count)
    }
}
