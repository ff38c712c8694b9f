/// What stands at a place of the source: its lines, counted from 1, and its text with the line ends kept.
public struct SourcePassage: Hashable, Sendable {
    public var lines: ClosedRange<Int>
    public var text: String

    public init(lines: ClosedRange<Int>, text: String) {
        self.lines = lines
        self.text = text
    }
}
