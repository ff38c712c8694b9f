import VanBanReading

@testable import VanBanStructure

/// A single line, as the classifier gives it.
struct SourceTextOf {
    let text: SourceText
    let line: Line

    init(_ words: String) {
        text = SourceText.literal(words)
        let block = Block(kind: .line, range: 0..<text.bytes.count)
        line =
            LineClassifier(text).lines(of: [block]).first
            ?? Line(
                kind: .text, range: block.range, label: nil, cells: [], blankLinesBefore: 0, pageBreakBefore: false,
                isBold: false, isCapitals: false, isWhole: false, width: 0)
    }
}
