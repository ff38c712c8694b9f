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

    @Test("what could not be read at all is set, too, also behind titles and heads that pages repeat")
    func blanks() {
        #expect(repaired(["7", "", "9"], [50, 50, 50]) == ["7", ">8", "9"])
        #expect(
            repaired(["TT", "10", "lãi", "TT", "12"], [50, 50, 50, 50, 50]) == ["TT", "10", "lãi>11", "TT", "12"])
        #expect(repaired(["1", "II", "x", "3"], [50, 50, 50, 50]) == ["1", "II", "x>2", "3"])
        #expect(repaired(["1", "x", "y", "3"], [50, 50, 50, 50]) == ["1", "x", "y", "3"])
    }

    @Test("a stroke above 2 is 1; what is short between two Roman figures is one")
    func strokes() {
        #expect(repaired(["I", "2", "3"], [50, 50, 50]) == ["I>1", "2", "3"])
        #expect(repaired(["I", "1", "2"], [50, 50, 50]) == ["I", "1", "2"])
        #expect(
            repaired(["I", "1", "n", "1", "III", "1", "IV", "VỊ"], [50, 50, 50, 50, 50, 50, 50, 50])
                == ["I", "1", "n>II", "1", "III", "1", "IV", "VỊ"])
        #expect(repaired(["V", "1", "VỊ", "1"], [50, 50, 50, 50]) == ["V", "1", "VỊ>VI", "1"])
        #expect(repaired(["I", "1", "II", "a", "b"], [50, 50, 50, 50, 50]) == ["I", "1", "II", "a", "b"])
    }

    @Test("other columns, gaps and sequences that begin anew stay")
    func others() {
        #expect(repaired(["1", "Có", "2"], [50, 200, 50]) == ["1", "Có", "2"])
        #expect(repaired(["1", "3", "4"], [50, 50, 50]) == ["1", "3", "4"])
        #expect(repaired(["3", "II", "1"], [50, 50, 50]) == ["3", "II", "1"])
        #expect(repaired(["1", "x", "3"], [50, nil, 50]) == ["1", "x", "3"])
    }
}
