import VanBanModel
import VanBanReading

/// What is missing in the parts, and what they say against each other.
struct PartChecks {
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter hasForm: whether anything of an administrative document was found. Without, one thing is missing: all.
    mutating func check(_ parts: [Part], hasForm: Bool, in text: SourceText) {
        guard hasForm else {
            if let first = parts.first { report(.unknownKind, Self.beginning(of: first)) }
            return
        }
        // What the first attachment with a number says of the document that it belongs to.
        let told = parts.compactMap(\.attachedTo).first { $0.number != nil }
        var held = HeldDocuments()
        for part in parts {
            check(part, told, held)
            held.add(part)
        }
        checkPromisedAppendix(parts)
    }

    private mutating func check(_ part: Part, _ told: Attachment?, _ held: HeldDocuments) {
        let name = part.typeName ?? DocumentKindGazetteer.standard.name(of: part.kind) ?? part.calledName
        let place = Self.beginning(of: part)
        if part.kind == .letterhead { report(.unknownKind, place) }
        if part.title == nil, part.kind != .letterhead { report(.missingTitle, place, [name]) }
        guard part.kind != .appendix, part.attachedTo == nil else {
            if let note = part.attachedTo { compare(note, name, held) }
            // Who prints a letterhead and leaves its blanks is told, whatever it was issued with.
            if part.kind != .appendix { reportBlanks(of: part, name) }
            return
        }
        if part.number == nil {
            report(
                .missingNumber, part.formulas.first { $0.kind == .numberLine }?.location ?? place,
                [name, told?.number.map { " (\($0))" } ?? ""])
        }
        if part.issuedOn == nil {
            report(
                .missingDate, part.formulas.first { $0.kind == .dateLine }?.location ?? place,
                [name, told?.date.map { " (\($0))" } ?? ""])
        }
        if let issuer = part.issuer, IssuerName.lacksPlace(issuer) { report(.missingIssuer, place, [name, issuer]) }
        guard let signature = part.signature else {
            report(.missingSignature, place, [name])
            return
        }
        // Whose number or day is still blank is not signed yet.
        if signature.name == nil, part.number != nil, part.issuedOn != nil {
            report(.missingSignature, signature.location, [name])
        }
    }

    private mutating func reportBlanks(of part: Part, _ name: String) {
        func blank(_ kind: Formula.Kind) -> Location? { part.formulas.first { $0.kind == kind }?.location }
        if part.number == nil, let place = blank(.numberLine) { report(.missingNumber, place, [name, ""]) }
        if part.issuedOn == nil, let place = blank(.dateLine) { report(.missingDate, place, [name, ""]) }
    }

    private static func beginning(of part: Part) -> Location {
        let place = part.location
        return Location(start: place.start, end: place.start, line: place.line, path: place.path)
    }

    /// The note of an attachment against the document that the file holds.
    private mutating func compare(_ note: Attachment, _ name: String, _ held: HeldDocuments) {
        guard let number = note.number else { return }
        if held.isFirst {
            report(.issuingDocumentAbsent, note.location, [name, number])
            return
        }
        guard !held.isEmpty, !held.contains(number, note.date) else { return }
        let said = note.date.map { "\(number) (\($0))" } ?? number
        diagnostics.append(
            Diagnostic(
                .attachmentMismatch, at: note.location, related: held.places,
                arguments: [name, said, held.names.joined(separator: ", ")]))
    }

    private mutating func checkPromisedAppendix(_ parts: [Part]) {
        guard !parts.contains(where: { $0.kind == .appendix }) else { return }
        for part in parts {
            for section in part.sections {
                guard let found = promise(in: section) else { continue }
                report(.missingAppendix, found.location, [found.text])
                return
            }
        }
    }

    private func promise(in section: Section) -> (location: Location, text: String)? {
        for text in [section.heading, section.text].compactMap({ $0 }) where Self.promises(text) {
            // Of several paragraphs the one that says it.
            let line = text.split(separator: "\n").first { Self.promises(String($0)) } ?? text[...]
            return (section.location, String(line.prefix(120)))
        }
        for child in section.children {
            if let found = promise(in: child) { return found }
        }
        return nil
    }

    /// Every promise speaks of a `phụ lục`; most lines do not, and their words need not be looked at.
    private static func mayPromise(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { bytes in
            for offset in bytes.indices.dropLast(2) where bytes[offset] | 0x20 == 0x6C {
                let next = bytes[offset + 1]
                if next | 0x20 == 0x75, bytes[offset + 2] | 0x20 == 0x63 { return true }
                if next == 0xE1, bytes[offset + 2] == 0xBB { return true }
            }
            return false
        }
    }

    private static func promises(_ text: String) -> Bool {
        guard mayPromise(text) else { return false }
        let keys = WordKeys.joined(text)
        return promises.contains { keys.contains($0) }
    }

    private static let promises = Lexicon.strings(.appendixPromises).map { WordKeys.joined($0) }

    private mutating func report(_ code: DiagnosticCode, _ location: Location, _ arguments: [String] = []) {
        diagnostics.append(Diagnostic(code, at: location, arguments: arguments))
    }
}
