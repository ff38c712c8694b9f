import VanBanReading

/// Recognises the letters in the picture of a page that has no text layer, or one that cannot be used.
package protocol PageRecognizer: Sendable {
    /// Names all that its results depend on: programs, versions, settings; also what is missing.
    var version: String { get }

    /// Recognises pages of a PDF file.
    /// - Parameters:
    ///   - file: the whole file.
    ///   - pages: the pages that are wanted, with their numbers and sizes; their words are those of the text layer, where
    ///     there is one, and are not to be trusted.
    /// - Returns: by number, the pages with words and rulings; one that is missing could not be recognised.
    func recognize(_ file: [UInt8], pages: [Page]) throws(ReadingError) -> [Int: Page]
}
