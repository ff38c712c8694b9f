import VanBanModel
import VanBanReading

/// Compares a web site's list with the document, and fills from it what the document leaves blank. What the document
/// prints is never changed.
struct PublicationChecks {
    private(set) var diagnostics: [Diagnostic] = []
    private let read: PublicationReader
    private let ledger: Ledger
    private let text: SourceText

    init(_ read: PublicationReader, _ ledger: Ledger, in text: SourceText) {
        self.read = read
        self.ledger = ledger
        self.text = text
    }

    mutating func check(_ parts: inout [Part]) {
        guard let index = parts.firstIndex(where: { $0.kind != .appendix && $0.attachedTo == nil }) else {
            if let part = parts.first, let told = part.attachedTo?.number, let number = read.publication.number,
                !Self.isSame(told, number)
            {
                report(.number, told, at: part.attachedTo?.location)
            }
            return
        }
        // A list whose number or kind is another's fills nothing.
        let isSame = compareNumber(parts[index], index) && compareKind(parts[index], index)
        compareDate(parts[index], index)
        compareIssuer(parts[index], index)
        compareSigner(parts[index])
        if isSame { fill(&parts[index], index) }
    }

    // MARK: Comparing

    private mutating func compareNumber(_ part: Part, _ index: Int) -> Bool {
        guard let number = read.publication.number else { return true }
        if let printed = part.number {
            if Self.isSame(printed, number) { return true }
            report(.number, printed, at: place(of: "number", index))
            return false
        }
        // Of a blank number, `/QĐ-UBND` is printed.
        guard let line = part.formulas.first(where: { $0.kind == .numberLine }),
            let slash = line.text.firstIndex(of: "/")
        else { return true }
        let sign = String(line.text[slash...].filter { $0 != " " })
        if Self.key(number).hasSuffix(Self.key(sign)) { return true }
        report(.number, sign, at: line.location)
        return false
    }

    private mutating func compareKind(_ part: Part, _ index: Int) -> Bool {
        guard let type = read.publication.type, let name = part.typeName else { return true }
        let kinds = DocumentKindGazetteer.standard
        guard let said = kinds.kind(named: Phrase(type).keys), let printed = kinds.kind(named: Phrase(name).keys),
            said.kind != printed.kind
        else { return true }
        report(.type, name, at: place(of: "typeName", index))
        return false
    }

    private mutating func compareDate(_ part: Part, _ index: Int) {
        guard let said = read.publication.issuedOn, let printed = part.issuedOn, said != printed else { return }
        report(.issuedOn, printed.description, at: place(of: "issuedOn", index))
    }

    private static let general = Lexicon.keys(.issuerCommonWords)

    /// Bodies are named in many ways: only two that have no name in common are not the same.
    private mutating func compareIssuer(_ part: Part, _ index: Int) {
        guard let said = read.publication.issuer, let printed = part.issuer ?? part.letterhead.last else { return }
        func names(_ words: String) -> Set<String> {
            Set(Phrase(words).keys.filter { $0.count > 1 && !Self.general.contains($0) })
        }
        let document = names((part.letterhead + [part.issuer, part.place].compactMap { $0 }).joined(separator: " "))
        let site = names(said)
        guard !document.isEmpty, !site.isEmpty, site.isDisjoint(with: document) else { return }
        report(.issuer, printed, at: place(of: "issuer", index) ?? place(of: "letterhead[0]", index))
    }

    private mutating func compareSigner(_ part: Part) {
        guard let said = read.publication.signer, let name = part.signature?.name else { return }
        let printed = Phrase(name).keys.filter { $0.count > 1 }
        let site = Set(Phrase(said).keys)
        // Titles before a name, and several signers, do not count.
        guard !printed.isEmpty, !printed.allSatisfy(site.contains) else { return }
        let words = Set(printed)
        if site.isSubset(of: words) { return }
        report(.signer, name, at: part.signature?.location)
    }

    // MARK: Filling

    private mutating func fill(_ part: inout Part, _ index: Int) {
        if part.number == nil, let number = read.publication.number {
            part.number = number
            tell(.number, number)
        }
        if part.issuedOn == nil, let day = read.publication.issuedOn {
            let line = part.formulas.first { $0.kind == .dateLine }
            if let line, !Self.agrees(line.text, with: day) {
                report(.issuedOn, line.text, at: line.location)
            } else {
                part.issuedOn = day
                tell(.issuedOn, day.description)
            }
        }
        if part.title == nil, let title = read.publication.title, let subject = SiteLink.subject(of: title) {
            part.title = subject
            tell(.title, subject)
        }
        if part.issuer == nil, let issuer = read.publication.issuer {
            part.issuer = issuer
            tell(.issuer, issuer)
        }
        if part.signature?.name == nil, let signer = read.publication.signer, let source = read.sources[.signer] {
            if part.signature == nil {
                part.signature = Signature(authority: nil, position: nil, name: signer, location: source.location)
            } else {
                part.signature?.name = signer
            }
            tell(.signer, signer)
        }
    }

    /// Whether month and year that a blank date prints are those of a day.
    private static func agrees(_ line: String, with day: CalendarDate) -> Bool {
        let source = SourceText.literal(line)
        let tokens = TokenText(0..<source.bytes.count, in: source).tokens
        for (index, token) in tokens.enumerated() where index + 1 < tokens.count {
            guard let value = tokens[index + 1].value else { continue }
            if token.key == WordKey.of("tháng"), value != day.month { return false }
            if token.key == WordKey.of("năm"), tokens[index + 1].range.count == 4, value != day.year { return false }
        }
        return true
    }

    // MARK: Saying

    private mutating func report(_ label: SiteLabel, _ printed: String, at place: Location?) {
        guard let source = read.sources[label] else { return }
        diagnostics.append(
            Diagnostic(
                .metadataMismatch, at: source.location, related: place.map { [$0] } ?? [],
                arguments: [source.label, source.value, printed]))
    }

    private mutating func tell(_ label: SiteLabel, _ value: String) {
        guard let source = read.sources[label] else { return }
        diagnostics.append(
            Diagnostic(.filledFromMetadata, at: source.location, arguments: [source.label, value]))
    }

    /// Where a field of a part stands.
    private func place(of field: String, _ index: Int) -> Location? {
        let owner = Ledger.Owner.part(index + 1, field)
        return ledger.claims.first { $0.owner == owner }.map { text.location(of: $0.range) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

    /// A number without spaces, in capitals, with one kind of dash; zeros before it do not count.
    private static func key(_ number: String) -> String {
        String(number.uppercased().filter { $0 != " " }.map { $0 == "–" ? "-" : $0 }.drop { $0 == "0" })
    }
}
