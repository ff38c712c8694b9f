/// A page as it is seen: words where they stand, and the lines that are ruled on it.
///
/// Whoever makes pages (a PDF's text layer, a recogniser of scans) turns them upright; whoever reads them need not know
/// where their words came from.
public struct Page: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// In points.
    public var width: Double
    public var height: Double
    public var words: [PageWord]
    public var rulings: [Ruling]
    /// Whether its words were recognised in a picture.
    public var isRecognized: Bool

    public init(
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
public struct PageWord: Hashable, Sendable {
    public var text: String
    public var box: PageBox
    /// How sure the reading is, from 0 to 1; 1 where a text layer says it.
    public var confidence: Double
    public var font: PageFont?
    /// Of a word that was recognised without certainty, what else it may be: another reading of it, nothing (empty), or, where
    /// no other is known, itself.
    public var rival: String?

    public init(_ text: String, _ box: PageBox, confidence: Double = 1, font: PageFont? = nil) {
        self.text = text
        self.box = box
        self.confidence = confidence
        self.font = font
    }
}

/// What is known of the font that a word is set in.
public struct PageFont: Hashable, Sendable {
    /// As the file calls it, with the tag of its subset: `ABCDEF+TimesNewRomanPSMT`.
    public var name: String
    public var isBold: Bool

    public init(name: String, isBold: Bool) {
        self.name = name
        self.isBold = isBold
    }
}

/// A ruled line, in points from the top left of the upright page.
public struct Ruling: Hashable, Sendable {
    public enum Direction: Hashable, Sendable { case horizontal, vertical }

    public var direction: Direction
    /// Its y where it is horizontal, its x where it is vertical.
    public var position: Double
    /// From where to where it runs, in the other direction.
    public var start: Double
    public var end: Double

    public init(_ direction: Direction, at position: Double, from start: Double, to end: Double) {
        self.direction = direction
        self.position = position
        self.start = start
        self.end = end
    }

    public var length: Double { end - start }
}
