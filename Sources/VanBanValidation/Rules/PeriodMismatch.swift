import VanBanModel

/// A decision on the plan of 2024, and a plan of 2023 issued with it.
enum PeriodMismatch: Rule {
    static let description = RuleDescription(
        code: "periodMismatch", severity: .error,
        example: "Quyết định ban hành Kế hoạch … năm 2024; KẾ HOẠCH … năm 2023")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        guard let first = document.record.parts.first, let whole = years(of: first) else { return [] }
        return document.record.parts.dropFirst().compactMap { part in
            guard let own = years(of: part), !own.overlaps(whole) else { return nil }
            return finding(
                at: document.location(of: "title", of: part), [part.name, text(own), first.name, text(whole)],
                related: [document.location(of: "title", of: first)])
        }
    }

    private static func years(of part: Part) -> ClosedRange<Int>? {
        guard let start = part.period?.start?.year, let end = part.period?.end?.year, start <= end else { return nil }
        return start...end
    }

    private static func text(_ years: ClosedRange<Int>) -> String {
        years.count == 1 ? String(years.lowerBound) : "\(years.lowerBound)-\(years.upperBound)"
    }
}
