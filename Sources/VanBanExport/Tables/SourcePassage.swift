/// What stands at a place of the source: its lines, counted from 1, and its text with the line ends kept.
package struct SourcePassage: Hashable, Sendable {
    package var lines: ClosedRange<Int>
    package var text: String

    package init(lines: ClosedRange<Int>, text: String) {
        self.lines = lines
        self.text = text
    }
}
