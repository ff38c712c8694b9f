import Foundation
import Testing

@testable import VanBanModel

@Suite("how sure fields are")
struct ConfidencesTests {
    @Test("a field is as sure as the least sure of it, and settled with its elements alone")
    func fields() throws {
        var confidences = Confidences()
        confidences.note(1, of: "number")
        #expect(confidences.isEmpty)
        for (field, confidence) in [("lead", 0.9), ("lead", 0.6), ("lead", 0.8), ("leadAgencies[0]", 0.6)] {
            confidences.note(confidence, of: field)
        }
        #expect(confidences["lead"] == 0.6 && confidences["task"] == 1)
        let coded = try JSONDecoder().decode(Confidences.self, from: JSONEncoder().encode(confidences))
        #expect(coded == confidences)
        confidences.settle("lead")
        #expect(confidences.values == ["leadAgencies[0]": 0.6])
        confidences.settle("leadAgencies")
        #expect(confidences.isEmpty)
    }

    @Test("a range of pages is as sure as its least sure word")
    func ranges() {
        var pages = PagePlaces()
        #expect(!pages.hasDoubts && pages.confidence(of: 0..<9) == 1)
        pages.doubt(4..<8, confidence: 0.6)
        pages.doubt(10..<12, confidence: 0.8)
        #expect([0..<4, 8..<10, 12..<14].allSatisfy { pages.confidence(of: $0) == 1 })
        #expect([0..<5, 7..<10, 0..<20].allSatisfy { pages.confidence(of: $0) == 0.6 })
        #expect(pages.confidence(of: 8..<11) == 0.8)
    }
}
