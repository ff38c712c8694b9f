import FoundationEssentials
import VanBanReading

/// What poppler writes of a file's pages, laid down without a file: for those who try what any output does.
package struct PageOutput {
    package let text: SourceText
    /// Letters and figures that stand on the pages, however they are laid down.
    package let letters: Int

    /// - Parameters:
    ///   - words: as `pdftotext -bbox` writes them.
    ///   - fonts: as `pdftohtml -xml` writes them.
    package init(words: [UInt8], fonts: [UInt8]) {
        let limits = ReadingLimits()
        let boxes = WordBoxes(words, mostPages: limits.pages, mostWords: limits.pageWords)
        var pages = boxes.pages
        FontRuns(fonts, pages: pages).settle(&pages)
        letters = pages.reduce(0) { $0 + $1.words.reduce(0) { $0 + Self.letters(of: $1.text) } }
        text = DocumentFlow.document(of: PageContents.contents(of: pages)).text
    }

    package static func letters(of text: String) -> Int {
        text.composed.unicodeScalars.count {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
}
