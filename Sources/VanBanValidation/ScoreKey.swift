import VanBanModel
import VanBanStructure

/// What a result is the result of: index, dimension, unit and region. Results of one key differ in their years.
struct ScoreKey: Hashable, Sendable {
    var index: String
    var dimension: String?
    var unit: String?
    var region: String?

    init(_ score: IndexScore) {
        index = score.index
        dimension = score.dimension.map { $0.code ?? WordKeys.joined($0.name ?? $0.number ?? "") }
        unit = score.unit.map { WordKeys.joined($0) }
        region = score.region.map { WordKeys.joined($0) }
    }
}

extension IndexScore {
    /// What people call it.
    var title: String { (dimension?.name ?? index) + (unit.map { " (\($0))" } ?? "") }

    /// The result as a number: points, or per cent where there are no points.
    var value: Double? { score ?? percent }
}

extension Double {
    /// As Vietnamese documents print it, at most four decimals: `42,85`.
    var printed: String {
        let scaled = (magnitude * 10000).rounded()
        guard scaled < 1e15 else { return "\(self)" }
        let whole = Int(scaled)
        var decimals = String(10000 + whole % 10000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return (self < 0 && whole > 0 ? "-" : "") + "\(whole / 10000)" + (decimals.isEmpty ? "" : "," + decimals)
    }

    /// Half of the last decimal that it is printed with, zeros at its end aside: how far rounding may have moved it.
    var rounding: Double {
        var unit = 1.0
        for _ in 0..<4 {
            let scaled = magnitude / unit
            if (scaled - scaled.rounded()).magnitude < 1e-6 { break }
            unit /= 10
        }
        return unit / 2
    }
}
