import VanBanModel
import VanBanReading

/// Ties the marks in the text to the footnotes that they call.
enum FootnoteLinks {
    static func link(_ parts: inout [Part], _ claims: [Ledger.Claim], in text: SourceText) -> [Diagnostic] {
        var notes: [String: (part: Int, index: Int)] = [:]
        for (part, entry) in parts.enumerated() {
            for (index, note) in entry.footnotes.enumerated() where notes[note.mark] == nil {
                notes[note.mark] = (part, index)
            }
        }
        var diagnostics: [Diagnostic] = []
        for claim in claims where !isFootnote(claim.owner) {
            guard claim.range.contains(where: { text.bytes[$0] == 0xC2 || text.bytes[$0] == 0xE2 }) else { continue }
            for call in FootnoteMark.calls(in: Stretch(claim.range), of: text) {
                let location = text.location(of: call.range)
                if let note = notes[call.mark] {
                    parts[note.part].footnotes[note.index].calls.append(location)
                } else {
                    diagnostics.append(Diagnostic(.callWithoutFootnote, at: location, arguments: [call.mark]))
                }
            }
        }
        for part in parts.indices {
            for index in parts[part].footnotes.indices {
                let note = parts[part].footnotes[index]
                let mark = text.printedMarks[note.mark] ?? note.mark
                parts[part].footnotes[index].mark = mark
                if note.calls.isEmpty {
                    diagnostics.append(Diagnostic(.footnoteWithoutCall, at: note.location, arguments: [mark]))
                }
            }
        }
        return diagnostics
    }

    private static func isFootnote(_ owner: Ledger.Owner) -> Bool {
        if case .part(_, let field) = owner { return field.hasPrefix("footnotes") }
        return false
    }
}
