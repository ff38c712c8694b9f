import VanBanModel
import VanBanReading

/// What a column of somebody else's sheet is filled with.
package enum ImportField: String, Hashable, Sendable, CaseIterable {
    /// Counts the rows from 1.
    case number
    /// The row's own number, as printed.
    case printedNumber
    case group, task, outputs, lead, leadCode, coordinating, coordinatingCode
    /// The cell as printed; the first and the last day of what it says.
    case deadline, start, due
    case funding, note
    case documentKind, documentNumber, documentDate, documentTitle, issuer, signer, file, place
    /// What the office adds itself: stays empty.
    case office

    /// Whether its cells are days.
    var isDay: Bool { self == .start || self == .due || self == .documentDate }
}

/// Which words of headings name which field: the rows of `Resources/import-heads.csv`.
package enum ImportHeads {
    /// The field of a heading; nil where no words of it are known.
    package static func field(of heading: String) -> ImportField? {
        let words = words(of: heading)
        var best: (field: ImportField, length: Int)?
        for (phrase, field) in phrases where phrase.count > best?.length ?? 0 {
            guard phrase.count <= words.count else { continue }
            let isThere = (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
            if isThere { best = (field, phrase.count) }
        }
        return best?.field
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "%" }.map(String.init)
    }

    private static let phrases: [(words: [String], field: ImportField)] = {
        let text = String(decoding: PackageResources.import_heads_csv, as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 2, let field = ImportField(rawValue: String(cells[1])) else { return nil }
            return (words(of: String(cells[0])), field)
        }
    }()
}
