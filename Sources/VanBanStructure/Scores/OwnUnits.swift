import VanBanModel
import VanBanReading

/// Tells a document's own province, commune or agency from the others whose results it reports.
struct OwnUnits {
    private let names: [[String]]

    /// - Parameter parts: those whose letterheads, issuers and titles name the document's own.
    init(_ parts: [Part]) {
        names = parts.flatMap { part in
            (part.letterhead + [part.issuer, part.title, part.place].compactMap { $0 }).map { Phrase($0).keys }
        }
    }

    /// Results of one paragraph: where it reports several units each keeps its own, else only another's is named.
    func settle(_ scores: inout [IndexScore]) {
        let units = Set(scores.compactMap(\.unit))
        guard units.count == 1, let unit = units.first, isOwn(unit) else { return }
        for index in scores.indices { scores[index].unit = nil }
    }

    func isOwn(_ unit: String) -> Bool {
        let bare = UnitNames.bare(unit)
        return names.contains { name in
            guard name.count >= bare.count, !bare.isEmpty else { return false }
            return (0...(name.count - bare.count)).contains { name[$0..<($0 + bare.count)].elementsEqual(bare) }
        }
    }
}
