import Testing

@testable import VanBanRecognition

@Suite("numbers of a column")
struct SequenceRepairTests {
    private func repaired(_ texts: [String], _ places: [Double?]) -> [String] {
        var lines = texts.map {
            [RecognizedWord(text: $0, left: 0, top: 0, right: 1, bottom: 1, confidence: 90)]
        }
        SequenceRepair.repair(&lines, at: places)
        return lines.map { ($0[0].rival.map { "\($0)>" } ?? "") + $0[0].text }
    }

    @Test("what stands between 7 and 9 is 8, and is told")
    func between() {
        #expect(repaired(["7", "§", "9"], [50, 52, 49]) == ["7", "§>8", "9"])
        #expect(repaired(["10.", "lãi.", "12."], [50, 50, 50]) == ["10.", "lãi.>11.", "12."])
    }

    @Test("other columns, gaps and sequences that begin anew stay")
    func others() {
        #expect(repaired(["1", "Có", "2"], [50, 200, 50]) == ["1", "Có", "2"])
        #expect(repaired(["1", "3", "4"], [50, 50, 50]) == ["1", "3", "4"])
        #expect(repaired(["3", "II", "1"], [50, 50, 50]) == ["3", "II", "1"])
        #expect(repaired(["1", "x", "3"], [50, nil, 50]) == ["1", "x", "3"])
    }
}
