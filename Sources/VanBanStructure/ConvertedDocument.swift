import VanBanModel
import VanBanReading

/// A record, with the account of where every stretch of its source went.
package struct ConvertedDocument: Sendable {
    package var record: Record
    /// The text that the places of the record speak of.
    package let text: SourceText
    let ledger: Ledger
    /// What cells are read against, for those that a person puts right.
    let context: RereadingContext

    /// A stretch of the source and who owns it.
    package struct Entry: Sendable, Hashable {
        /// Where it stands in the source.
        package var location: Location
        /// `part-1.title`, `task-7.deadline`, `furniture:ruler`, `unaccounted`.
        package var owner: String
        /// The stretch's text, white space collapsed.
        package var text: String
        /// The same with the marks of notes, as people see it; nil where it has none.
        package var marked: String?
        /// The owner of an earlier stretch that holds some of the same bytes; nil where none does.
        package var alsoClaimedBy: String?
    }

    /// Every stretch of the source in reading order, what nobody owns included.
    package func entries() -> [Entry] {
        var entries: [Entry] = []
        var covered = 0
        var last: Ledger.Claim?
        func add(_ range: Range<Int>, _ owner: String, also other: String? = nil) {
            let (plain, marked) = (text.string(range), text.markedString(range))
            entries.append(
                Entry(
                    location: text.location(of: range), owner: owner, text: plain,
                    marked: marked == plain ? nil : marked, alsoClaimedBy: other))
        }
        func addGap(_ gap: Range<Int>) {
            let trimmed = text.trimmed(gap)
            if !trimmed.isEmpty { add(trimmed, "unaccounted") }
        }
        for claim in ledger.claims {
            if claim.range.lowerBound > covered { addGap(covered..<claim.range.lowerBound) }
            var other: String?
            if let last, claim.range.lowerBound < last.range.upperBound,
                !text.trimmed(claim.range.lowerBound..<min(last.range.upperBound, claim.range.upperBound)).isEmpty
            {
                other = last.owner.description
            }
            add(claim.range, claim.owner.description, also: other)
            covered = max(covered, claim.range.upperBound)
            if claim.range.upperBound > (last?.range.upperBound ?? -1) { last = claim }
        }
        if covered < text.bytes.count { addGap(covered..<text.bytes.count) }
        for omission in text.omissions where omission.characters > 0 {
            let place = omission.source
            entries.append(
                Entry(
                    location: Location(
                        start: place.lowerBound, end: place.upperBound, line: text.line(ofSource: place.lowerBound)),
                    owner: Ledger.Owner.furniture(.markup).description, text: "", alsoClaimedBy: nil))
        }
        return entries.sorted { ($0.location.start, $0.location.end) < ($1.location.start, $1.location.end) }
    }
}

extension ConvertedDocument {
    /// The text of a place as it stands in the document, its line ends kept, and the lines that it takes up.
    ///
    /// For HTML and DOCX it is the text without markup.
    /// - Parameter place: a place of this document's record.
    package func passage(at place: Location) -> (lines: ClosedRange<Int>, text: String) {
        let start = text.offset(ofSource: place.start)
        let end = max(start, text.offset(ofSource: place.end))
        let last = text.line(of: max(start, end - 1))
        return (place.line...max(place.line, last), String(decoding: text.bytes[start..<end], as: UTF8.self))
    }
}
