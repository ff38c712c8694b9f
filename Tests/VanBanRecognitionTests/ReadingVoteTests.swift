import Testing

@testable import VanBanRecognition

@Suite("two readings of a line")
struct ReadingVoteTests {
    private func words(_ text: String, sure: Double) -> [RecognizedWord] {
        text.split(separator: " ").map {
            RecognizedWord(text: String($0), left: 0, top: 0, right: 1, bottom: 1, confidence: sure)
        }
    }

    @Test("what both say is sure")
    func agreement() {
        #expect(ReadingVote.words(words("Sở Nội", sure: 9), words("Sở Nội", sure: 8)).map(\.rival) == [nil, nil])
    }

    @Test("of what they differ in the surer one is taken, with the other as its rival")
    func difference() {
        #expect(
            ReadingVote.words(words("Sở Nội vu", sure: 60), words("Sở Nội vụ", sure: 90)).map(\.text)
                == ["Sở", "Nội", "vụ"])
        #expect(
            ReadingVote.words(words("Sở Nội vu", sure: 60), words("Sở Nội vụ", sure: 90)).map(\.rival)
                == [nil, nil, "vu"])
    }

    @Test("what is taken counts by its share of both")
    func share() {
        let word = ReadingVote.words(words("vu", sure: 30), words("vụ", sure: 90))[0]
        #expect(word.share == 0.75)
    }

    @Test("a word that one alone sees stands where it is sure of it")
    func extra() {
        #expect(ReadingVote.words(words("a b", sure: 90), words("a", sure: 90)).map(\.rival) == [nil, ""])
        #expect(ReadingVote.words(words("a b", sure: 30), words("a", sure: 90)).map(\.text) == ["a"])
        #expect(ReadingVote.words([], []).isEmpty)
    }
}
