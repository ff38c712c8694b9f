import VanBanModel

/// A doubt about words that stand several times is told once, at the first of its places; the others are related to it.
/// What is doubtful in a row of a table is told at every row, since each has to be looked at by itself.
package enum RepeatedDoubts {
    /// Codes that are told once for all places of the same words.
    package static let ofWords: Set<DiagnosticCode> = [
        .unknownAgency, .misspeltAgency, .columnWithoutRole, .unknownGroup, .numberingMixed, .callWithoutFootnote,
        .footnoteWithoutCall, .uncertainScore,
    ]

    private struct Key: Hashable {
        var code: DiagnosticCode
        var arguments: [String]
    }

    /// - Parameter diagnostics: in reading order.
    static func merged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var merged: [Diagnostic] = []
        merged.reserveCapacity(diagnostics.count)
        var known: [Key: Int] = [:]
        for diagnostic in diagnostics {
            guard ofWords.contains(diagnostic.code) else {
                merged.append(diagnostic)
                continue
            }
            let key = Key(code: diagnostic.code, arguments: diagnostic.arguments)
            if let first = known[key] {
                if merged[first].location != diagnostic.location { merged[first].related.append(diagnostic.location) }
                merged[first].related += diagnostic.related
            } else {
                known[key] = merged.count
                merged.append(diagnostic)
            }
        }
        return merged
    }
}
