import Testing

@testable import VanBanExport

struct PlaceIndexTests {
    @Test("of things in any order, over each other or in pieces, those are found that a place may be in")
    func candidates() {
        var seed: UInt64 = 1
        func number(below limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        let things = (0..<200).map { _ in
            (0..<number(below: 4)).map { _ in
                let start = number(below: 500)
                return start..<(start + 1 + number(below: 40))
            }
        }
        let index = PlaceIndex(things)
        for place in 0..<560 {
            let expected = things.indices.filter { thing in
                guard let low = things[thing].map(\.lowerBound).min(), let high = things[thing].map(\.upperBound).max()
                else { return false }
                return low <= place && place < high
            }
            #expect(index.candidates(at: place) == expected)
        }
    }
}
