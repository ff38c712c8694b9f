/// A page as it is seen: words where they stand, and the lines that are ruled on it.
///
/// Whoever makes pages (a PDF's text layer, a recogniser of scans) turns them upright; whoever reads them need not know
/// where their words came from.
package struct Page: Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// In points.
    package var width: Double
    package var height: Double
    package var words: [PageWord]
    package var rulings: [Ruling]
    /// Whether its words were recognised in a picture.
    package var isRecognized: Bool

    package init(
        number: Int, width: Double, height: Double, words: [PageWord] = [], rulings: [Ruling] = [],
        isRecognized: Bool = false
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.words = words
        self.rulings = rulings
        self.isRecognized = isRecognized
    }
}

/// A run of characters without a gap.
package struct PageWord: Hashable, Sendable {
    package var text: String
    package var box: PageBox
    /// How sure the reading is, from 0 to 1; 1 where a text layer says it.
    package var confidence: Double
    package var font: PageFont?
    /// Of a word that was recognised without certainty, what else it may be: another reading of it, nothing (empty), or, where
    /// no other is known, itself.
    package var rival: String?

    package init(_ text: String, _ box: PageBox, confidence: Double = 1, font: PageFont? = nil) {
        self.text = text
        self.box = box
        self.confidence = confidence
        self.font = font
    }
}

/// What is known of the font that a word is set in.
package struct PageFont: Hashable, Sendable {
    /// As the file calls it, with the tag of its subset: `ABCDEF+TimesNewRomanPSMT`.
    package var name: String
    package var isBold: Bool

    package init(name: String, isBold: Bool) {
        self.name = name
        self.isBold = isBold
    }
}

/// A ruled line, in points from the top left of the upright page.
package struct Ruling: Hashable, Sendable {
    package enum Direction: Hashable, Sendable { case horizontal, vertical }

    package var direction: Direction
    /// Its y where it is horizontal, its x where it is vertical.
    package var position: Double
    /// From where to where it runs, in the other direction.
    package var start: Double
    package var end: Double

    package init(_ direction: Direction, at position: Double, from start: Double, to end: Double) {
        self.direction = direction
        self.position = position
        self.start = start
        self.end = end
    }

    package var length: Double { end - start }
}
