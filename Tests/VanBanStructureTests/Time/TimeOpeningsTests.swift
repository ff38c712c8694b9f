import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Openings of times")
struct TimeOpeningsTests {
    /// Words of a text at which a time is read though they are none of the openings.
    private func missed(in text: String) -> [String] {
        let source = SourceText.literal(text)
        var missed: [String] = []
        var start = 0
        while start < source.bytes.count {
            let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
            let tokens = TokenText(start..<end, in: source)
            let reader = TimeExpressionReader(tokens: tokens)
            for (index, token) in tokens.tokens.enumerated() where !TimeOpenings.contains(token) {
                // As the first of its stretch, too, where more is read.
                for low in [0, index] where reader.expression(at: index, in: low..<tokens.tokens.count) != nil {
                    missed.append(tokens.string(index..<min(index + 4, tokens.tokens.count)))
                }
            }
            start = end + 1
        }
        return missed
    }

    @Test("every form of a deadline begins with one of the openings")
    func forms() {
        let forms =
            DeadlineForm.calendar + DeadlineForm.recurrences + DeadlineForm.events + DeadlineForm.doubts
            + DeadlineForm.sharedTails
        #expect(missed(in: forms.map(\.cell).joined(separator: "\n")) == [])
        #expect(missed(in: TimeOperator.printed.map { $0.phrase + " ngày 15/6/2026" }.joined(separator: "\n")) == [])
    }

    @Test("no word of a document that is no opening begins a time", arguments: Corpus.all)
    func documents(document: Corpus.Document) {
        let text = String(decoding: document.bytes, as: UTF8.self)
        #expect(missed(in: text) == [])
    }
}
