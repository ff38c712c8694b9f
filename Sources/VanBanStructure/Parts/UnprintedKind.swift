import VanBanModel
import VanBanReading

/// The kind of a part above whose text no line names it, as pages copied without their headings have it: what the sign
/// in its number says (`4851/KH-UBND`; NĐ 30/2020/NĐ-CP, Phụ lục III), or the formula with which it decides.
struct UnprintedKind {
    var kind: DocumentKind
    /// The words that say so.
    var source: String

    /// Nil where nothing says what it is, and where two say different things.
    static func read(_ part: Part, kinds: DocumentKindGazetteer = .standard) -> UnprintedKind? {
        let formula = part.formulas.first { $0.kind == .enacting }.flatMap { formula -> UnprintedKind? in
            kinds.kind(named: Phrase(PartReader.trimmingSigns(formula.text)).keys).map {
                UnprintedKind(kind: $0, source: formula.text)
            }
        }
        let sign = part.number.flatMap { number in
            Self.sign(of: number).flatMap { kinds.kind(sign: $0) }.map { UnprintedKind(kind: $0, source: number) }
        }
        guard let formula else { return sign }
        if let sign, sign.kind.kind != formula.kind.kind { return nil }
        return formula
    }

    /// A letter prints no kind by rule, but its subject below the number and whom it is written to (NĐ 30/2020/NĐ-CP, Phụ
    /// lục III, Mẫu 1.5).
    static func letter(_ part: Part, kinds: DocumentKindGazetteer = .standard) -> DocumentKind? {
        guard part.title != nil, part.number != nil, part.formulas.contains(where: { $0.kind == .addressee }) else {
            return nil
        }
        return kinds.kind(named: letter.keys)
    }

    private static let letter = Phrase("Công văn")

    /// `KH` of `4851/KH-UBND` and of `12/2020/KH-UBND`.
    private static func sign(of number: String) -> String? {
        guard let slash = number.lastIndex(of: "/") else { return nil }
        let symbol = number[number.index(after: slash)...]
        let end = symbol.firstIndex { $0 == "-" || $0 == "–" } ?? symbol.endIndex
        return end == symbol.startIndex ? nil : String(symbol[..<end])
    }
}
