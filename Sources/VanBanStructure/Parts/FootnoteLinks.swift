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
        linkBrackets(&parts, notes, claims, in: text)
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

    /// Marks in brackets, which are looked for only where a footnote has none of the raised ones.
    private static func linkBrackets(
        _ parts: inout [Part], _ notes: [String: (part: Int, index: Int)], _ claims: [Ledger.Claim], in text: SourceText
    ) {
        for (mark, note) in notes where parts[note.part].footnotes[note.index].calls.isEmpty {
            let call = Array("(\(mark))".utf8)
            for claim in claims where !isFootnote(claim.owner) {
                parts[note.part].footnotes[note.index].calls += FootnoteMark.calls(of: call, in: claim.range, text).map
                {
                    text.location(of: $0)
                }
            }
        }
    }

    private static func isFootnote(_ owner: Ledger.Owner) -> Bool {
        if case .part(_, let field) = owner { return field.hasPrefix("footnotes") }
        return false
    }
}
