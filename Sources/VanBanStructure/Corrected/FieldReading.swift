import VanBanReading

/// What follows from a field that a person wrote, read as it would have been read from the source.
package enum FieldReading {
    /// The place that a section's label names in its series; nil for bullets and words that are no label.
    package static func ordinal(ofLabel label: String) -> Int? {
        for closing in [". ", ") "] {
            let text = SourceText(plain: Array((label + closing + label).utf8))
            guard let found = OutlineLabel.at(0..<text.bytes.count, in: text), found.text == label else { continue }
            return found.ordinal
        }
        return nil
    }

    /// The letters of a document's number; nil where it has none.
    package static func symbol(ofNumber number: String) -> String? { DocumentNumber.symbol(number) }
}
