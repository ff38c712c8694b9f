/// A document's number and sign taken apart: `17/NQ-CP`, `43/2019/QĐ-UBND`, `07-NQ/TU`.
///
/// The State writes number/KIND-BODY (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3), the Party number-KIND/ORGAN (Hướng dẫn
/// 36-HD/VPTW).
struct DocumentSign: Hashable, Sendable {
    var number: String
    /// The year of a normative document's number.
    var year: Int?
    /// The letters behind the number, in their order (`QĐ`, `UBND`).
    var groups: [String]
    /// The sign before each of the groups.
    var separators: [Character]

    /// - Parameter text: number and sign without spaces. Nil where it has no number or no letters.
    init?(_ text: String) {
        let number = text.prefix { $0.isNumber }
        guard !number.isEmpty else { return nil }
        self.number = String(number)
        groups = []
        separators = []
        var group = ""
        for character in text.dropFirst(number.count) {
            if character == "/" || character == "-" {
                if !separators.isEmpty { groups.append(group) }
                separators.append(character)
                group = ""
            } else {
                group.append(character)
            }
        }
        guard !separators.isEmpty else { return nil }
        groups.append(group)
        if groups.count > 1, groups[0].count == 4, let year = Int(groups[0]) {
            self.year = year
            groups.removeFirst()
            separators.removeFirst()
        }
        guard let first = groups.first, !first.isEmpty else { return nil }
    }

    /// `17-NQ/CP`: the form of the Party.
    var isParty: Bool { separators == ["-", "/"] }

    /// The letters of the kind of document, where the sign has them before those of a body.
    var kind: String? { groups.count > 1 ? groups[0] : nil }

    /// The letters of the body.
    var body: String? { groups.last }
}

extension DocumentSign {
    /// Bodies of the State and organs of the Party whose letters nobody else uses.
    private static let stateBodies = Set(Lexicon.strings(.stateBodies))
    private static let partyOrgans = Set(Lexicon.strings(.partyOrgans))

    /// The sign with the separators that its body writes and that a kind's letters need; nil where it is not known to
    /// be wrong.
    /// - Parameter kindLetters: what documents of the cited kind have in their signs (`QĐ`).
    func corrected(_ kindLetters: Set<String>) -> String? {
        guard let body else { return nil }
        let head = number + (year.map { "/\($0)" } ?? "")
        if groups.count == 2, let kind {
            if isParty, Self.stateBodies.contains(body) { return "\(head)/\(kind)-\(body)" }
            if separators == ["/", "-"], year == nil, Self.partyOrgans.contains(body) {
                return "\(head)-\(kind)/\(body)"
            }
        }
        if groups.count == 1, separators == ["/"] {
            for letters in kindLetters.sorted() where body.hasPrefix(letters) {
                let rest = String(body.dropFirst(letters.count))
                if Self.stateBodies.contains(rest) { return "\(head)/\(letters)-\(rest)" }
            }
        }
        return nil
    }
}
