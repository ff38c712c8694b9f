import VanBanModel

/// What is known of a column: its role from the header; its width and how often it is empty from a first reading.
struct ColumnProfile: Sendable {
    var role: ColumnRole?
    /// The printed width at which its cells are wrapped; nil before the first reading and where too few cells wrap.
    var width: Double?
    /// What a row pays for leaving the column empty.
    var emptiness: Double
    /// What more than usual speaks against a cell that begins with a small letter; below zero where many cells do.
    var lowerOpening = 0.0

    init(role: ColumnRole?) {
        self.role = role
        emptiness = Self.emptiness(of: role)
    }

    private static func emptiness(of role: ColumnRole?) -> Double {
        switch role {
        case .task: return 9
        case .lead, .responsibility: return 5
        case .deadline: return 3.5
        case .coordinating, .outputs: return 3
        case .funding: return 1.5
        case .number: return 7
        case .group, nil: return 2
        case .note: return 0.3
        }
    }

    /// Learns from how many rows have nothing in the column.
    mutating func learn(empty: Int, of rows: Int) {
        guard rows >= 8 else { return }
        // Three rows' worth of what is usual, so that one reading does not settle it.
        let share = (Double(empty) + 0.5) / (Double(rows) + 1)
        let learned = share < 0.02 ? 5 : share < 0.1 ? 3.5 : share < 0.3 ? 2 : share < 0.6 ? 1 : 0.3
        emptiness = role == .task ? emptiness : (emptiness + learned) / 2
    }

    /// One cell in ten begins with a small letter where nothing is known of the column.
    private static let usualLower = 0.1

    /// Learns from how many cells begin with a small letter, against what is usual. The cell that is asked about tells
    /// nothing of itself.
    mutating func learn(lower: Int, of cells: Int) {
        guard cells >= 8 else { return }
        let others = Double(max(0, lower - 1))
        lowerOpening = Logarithm.of(Self.usualLower * (Double(cells) + 1) / (others + 0.5))
    }

    /// One line of a cell that goes on in another line.
    struct Wrap: Sendable {
        var width: Double
        /// The first word of the next line, with the space before it.
        var next: Double
    }

    /// Learns the width that agrees best with the lines of the column's cells: none is longer, and behind those that
    /// are wrapped there was no room for the next word.
    mutating func learn(lines: [Double], wraps: [Wrap]) {
        guard wraps.count >= 4 else { return }
        let sample = lines.sorted()
        let stride = max(1, sample.count / 48)
        var best: (score: Double, width: Double)?
        for index in Swift.stride(from: sample.count - 1, through: 0, by: -stride) {
            let candidate = sample[index] + 0.01
            var score = 0.0
            // A few lines may have come here from another column.
            for line in lines { score -= line > candidate ? 1.2 : line < candidate / 2 ? 0.2 : 0 }
            for wrap in wraps { score += wrap.width + wrap.next > candidate ? 1 : -0.5 }
            if best.map({ score > $0.score }) ?? true { best = (score, candidate) }
        }
        width = best?.width
    }
}
