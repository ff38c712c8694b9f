/// A word of a line: pieces that no gap parts are one.
struct LineWord: Hashable, Sendable {
    var text: String
    var box: PageBox
    var isBold: Bool
    /// Whether it is set smaller and higher than the line: the mark of a note.
    var isRaised = false
    /// Whether nothing parts it from the word before.
    var isGlued = false
    var font: String?
    /// See ``PageWord/confidence``.
    var confidence: Double
    /// See ``PageWord/rival``.
    var rival: String?

    var hasLetters: Bool { text.unicodeScalars.contains { $0.properties.isAlphabetic } }

    init(_ word: PageWord) {
        text = word.text
        box = word.box
        isBold = word.font?.isBold ?? false
        font = word.font?.name
        confidence = word.confidence
        rival = word.rival
    }
}

/// Puts the pieces of a line together again: a second font that draws the letters with marks parts words in a text layer,
/// and a stamp over a line stands in it without a gap.
enum WordGlue {
    /// A gap of less than this share of the letters' height parts no words.
    private static let narrow = 0.08
    /// Of a line's height, below which a word at its top is raised.
    private static let raisedHeight = 0.82

    /// The words of a line from left to right.
    static func words(of pieces: [PageWord]) -> [LineWord] {
        let sorted = pieces.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        var words: [LineWord] = []
        for (index, piece) in sorted.enumerated() {
            var word = LineWord(piece)
            word.isRaised =
                isMark(piece.text) && (core(around: index, of: sorted).map { isRaised(piece, in: $0) } ?? false)
            guard let last = words.last, isGlued(last, word) else {
                words.append(word)
                continue
            }
            if last.isRaised != word.isRaised {
                word.isGlued = true
                words.append(word)
            } else {
                words[words.count - 1].confidence = min(last.confidence, word.confidence)
                if last.rival != nil || word.rival != nil {
                    words[words.count - 1].rival = (last.rival ?? last.text) + (word.rival ?? word.text)
                }
                words[words.count - 1].text += word.text
                words[words.count - 1].box = last.box.union(word.box)
            }
        }
        return words
    }

    /// The box of the ordinary letters that a word stands among: that of the highest ones beside it. What stands in
    /// other cells is not on one line with it to the point.
    private static func core(around index: Int, of words: [PageWord]) -> PageBox? {
        func near(_ places: some Sequence<Int>) -> [PageWord] {
            var found: [PageWord] = []
            var last = words[index].box
            for place in places {
                let box = words[place].box
                let gap = max(box.left - last.right, last.left - box.right)
                guard gap < max(box.height, last.height) else { break }
                found.append(words[place])
                last = box
            }
            return found
        }
        let near = near((0..<index).reversed()) + near((index + 1)..<words.count)
        guard let highest = near.map(\.box.height).max() else { return nil }
        return near.filter { $0.box.height >= highest * 0.9 }.map(\.box).hull()
    }

    /// Whether a word may be the mark of a note, by its letters.
    private static func isMark(_ word: String) -> Bool {
        word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || [0x28, 0x29, 0x2A, 0x5B, 0x5D].contains($0) }
    }

    private static func isRaised(_ word: PageWord, in line: PageBox) -> Bool {
        word.box.height < line.height * raisedHeight && word.box.bottom < line.bottom - 0.15 * line.height
    }

    private static func isGlued(_ left: LineWord, _ right: LineWord) -> Bool {
        let height = max(left.box.height, right.box.height)
        let gap = right.box.left - left.box.right
        if right.isRaised { return gap < 0.2 * height && gap > -0.3 * height }
        if left.isRaised { return gap < narrow * height && gap > -0.3 * height }
        guard gap < narrow * height, gap > -0.3 * height, left.box.sharedHeight(right.box) > 0.6 else { return false }
        guard let end = left.text.unicodeScalars.last, let start = right.text.unicodeScalars.first else { return true }
        // A number that was stamped in is no part of the word beside it.
        if isDigit(end) != isDigit(start), end.properties.isAlphabetic || start.properties.isAlphabetic {
            return abs(left.box.top - right.box.top) < 0.3 && abs(left.box.bottom - right.box.bottom) < 0.3
                && left.font == right.font
        }
        return true
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
}
