import Testing
import VanBanModel

@testable import VanBanStructure

/// What must hold of the account of every document.
enum Account {
    /// The faults of a converted document, each in words; empty where all is well.
    static func faults(of converted: ConvertedDocument, bytes: [UInt8]) -> [String] {
        var faults: [String] = []
        let coverage = converted.record.coverage
        if coverage.unaccounted != 0 { faults.append("\(coverage.unaccounted) unaccounted") }
        if coverage.characters != coverage.recorded + coverage.furniture + coverage.unaccounted {
            faults.append("the coverage does not add up")
        }
        var lines = 1
        for entry in converted.entries() {
            let place = entry.location
            if let other = entry.alsoClaimedBy {
                faults.append(
                    "\(place.start)-\(place.end) of \(entry.owner) is claimed by \(other), too: \(entry.text.prefix(60))"
                )
            }
            if entry.owner == "unaccounted" { faults.append("unaccounted: \(entry.text.prefix(60))") }
            guard place.start >= 0, place.start <= place.end, place.end <= bytes.count else {
                faults.append("\(entry.owner) lies at \(place.start)-\(place.end), outside of the source")
                continue
            }
            lines = max(lines, place.line)
            if !holds(entry, bytes) {
                faults.append("\(entry.owner) at \(place.start)-\(place.end) does not hold “\(entry.text.prefix(60))”")
            }
        }
        if lines > bytes.count(where: { $0 == 0x0A }) + bytes.count(where: { $0 == 0x0D }) + 1 {
            faults.append("a line beyond the last one")
        }
        return faults + RecordedText(converted.record).faults(of: converted)
    }

    /// Whether the bytes at a record's own place begin with its first word, markup and composition aside.
    private static func holds(_ entry: ConvertedDocument.Entry, _ bytes: [UInt8]) -> Bool {
        guard entry.owner.hasPrefix("task-") || entry.owner.hasPrefix("section-") else { return true }
        guard let word = entry.text.split(separator: " ").first else { return true }
        let place = String(decoding: bytes[entry.location.start..<entry.location.end], as: UTF8.self)
        // `contains` of strings knows composed and decomposed letters as the same.
        return place.contains(String(word)) || isCut(place)
    }

    /// Whether markup, hidden characters or note marks may stand inside a word.
    private static func isCut(_ place: String) -> Bool {
        place.unicodeScalars.contains { "<>*_&¹²³⁴⁵⁶⁷⁸⁹⁰\u{AD}\u{200B}\u{FEFF}\u{FFFD}".unicodeScalars.contains($0) }
    }

    /// All places that a record names.
    static func locations(of record: Record) -> [Location] {
        func sections(_ list: [Section]) -> [Location] { list.flatMap { [$0.location] + sections($0.children) } }
        var found = record.parts.map(\.location)
        for part in record.parts {
            found += sections(part.sections) + part.legalBases.map(\.location) + part.formulas.map(\.location)
            found += part.footnotes.flatMap { [$0.location] + $0.calls }
            found += part.tables.flatMap { [$0.location] + $0.rows.flatMap { $0.compactMap(\.location) } }
            found += [part.attachedTo?.location, part.signature?.location].compactMap { $0 }
        }
        found += record.tasks.map(\.location) + record.indexScores.map(\.location)
        found += record.references.flatMap(\.mentions)
        found += record.diagnostics.flatMap { [$0.location] + $0.related }
        return found
    }
}
