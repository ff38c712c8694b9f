import VanBanModel
import VanBanReading

/// Collects the scores of a document, paragraph by paragraph, with the headings that each stands under.
struct ScoreCollector {
    private var reader = ScoreReader()
    private var headings = HeadingStack()
    private var part: Int?
    private var year: Int?
    private(set) var scores: [IndexScore] = []

    var diagnostics: [Diagnostic] { reader.diagnostics }

    /// Takes the next paragraph of a part that is about an index, or about none.
    mutating func take(_ stretch: Stretch, part: Int, index: String?, of text: SourceText) {
        if part != self.part {
            self.part = part
            headings = HeadingStack()
        }
        let above = headings.headings(above: stretch, in: text)
        guard Self.mayTell(stretch, text) else { return }
        for var score in reader.scores(in: stretch, under: above, index: index, year: year, of: text) {
            score.id = "score-\(scores.count + 1)"
            year = score.year ?? year
            scores.append(score)
        }
    }

    private static let signs: [[UInt8]] = ["điểm", "nhóm", "đạt", "thứ", "hạng", "giá trị", "Đạt", "%"].map {
        Array($0.utf8)
    }

    /// A quick look for a digit and a word that results are told with, so that most paragraphs are not taken apart.
    private static func mayTell(_ stretch: Stretch, _ text: SourceText) -> Bool {
        let hasDigit = stretch.ranges.contains { text.bytes[$0].contains { (0x30...0x39).contains($0) } }
        guard hasDigit else { return false }
        return stretch.ranges.contains { range in
            range.contains { offset in
                let byte = text.bytes[offset]
                return signs.contains { sign in
                    sign[0] == byte
                        && text.bytes[offset..<min(range.upperBound, offset + sign.count)].elementsEqual(sign)
                }
            }
        }
    }
}
