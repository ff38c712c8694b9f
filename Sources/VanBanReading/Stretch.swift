/// One or more ranges of a text that are read as one: a paragraph that a page break cut, a cell that goes on below.
package struct Stretch: Sendable, Hashable {
    package var first: Range<Int>
    package var more: [Range<Int>]

    package init(_ first: Range<Int>, _ more: [Range<Int>] = []) {
        self.first = first
        self.more = more
    }

    package var isEmpty: Bool { first.isEmpty && more.allSatisfy(\.isEmpty) }
    package var length: Int { more.reduce(first.count) { $0 + $1.count + 1 } }
    package var ranges: [Range<Int>] { [first] + more }
    /// From the first byte to the last, what lies between the pieces included.
    package var hull: Range<Int> {
        var low = first.lowerBound
        var high = first.upperBound
        for range in more {
            low = min(low, range.lowerBound)
            high = max(high, range.upperBound)
        }
        return low..<high
    }

    package mutating func append(_ range: Range<Int>) {
        if first.isEmpty && more.isEmpty { first = range } else { more.append(range) }
    }

    package mutating func append(_ stretch: Stretch) {
        stretch.forEachRange { append($0) }
    }

    package func forEachRange(_ body: (Range<Int>) -> Void) {
        body(first)
        for range in more { body(range) }
    }
}

extension SourceText {
    /// A text that comes from no file: words of a rule, a cell of a gazetteer. It must be NFC already.
    package static func literal(_ text: String) -> SourceText {
        let bytes = Array(text.utf8)
        return SourceText(
            bytes: bytes, anchors: [], omissions: [], lineStarts: [0], bold: [], sourceLength: bytes.count)
    }
}
