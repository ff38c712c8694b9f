/// Chooses how wide a table's columns are drawn, so that all fit side by side and the table becomes as low as can be.
struct ColumnWidths {
    /// The widths, in columns of the terminal.
    private(set) var widths: [Int]
    /// Spaces at either side of a cell.
    let padding: Int

    /// What a column asks for.
    struct Demand {
        var widestWord = 2
        /// The whole widths of cells, row by row.
        var cells: [Int] = []
        var widest: Int { max(2, cells.max() ?? 2) }
    }

    /// Narrower than this, words are cut too often to be read.
    static let narrowest = 7

    /// - Parameters:
    ///   - demands: of all columns, each with as many rows.
    ///   - width: what is there for the columns with the space around their text and the lines between them.
    /// - Returns: nil where the columns do not fit side by side.
    init?(_ demands: [Demand], width: Int) {
        guard !demands.isEmpty else { return nil }
        let lines = demands.count - 1
        let airy = width - lines - 2 * demands.count
        let least = { (limit: Int) in demands.map { max(2, min($0.widestWord, limit)) } }
        padding = least(12).reduce(0, +) <= airy ? 1 : 0
        let space = padding == 1 ? airy : width - lines
        guard least(Self.narrowest).reduce(0, +) <= space else { return nil }
        // Whole words as long as that leaves room for long cells.
        var limit = 16
        while limit > Self.narrowest, least(limit).reduce(0, +) > space * 3 / 4 { limit -= 1 }
        widths = least(limit)
        grow(demands, to: space)
        exchange(demands, least: least(limit))
    }

    /// Gives the room that is left, column by column, to the one whose cells are the highest.
    private mutating func grow(_ demands: [Demand], to space: Int) {
        var rest = space - widths.reduce(0, +)
        var heights = demands.indices.map { Self.height(demands[$0], widths[$0]) }
        while rest > 0 {
            var highest: Int?
            for column in demands.indices where widths[column] < demands[column].widest {
                if highest.map({ heights[column] > heights[$0] }) ?? true { highest = column }
            }
            guard let column = highest else { return }
            widths[column] += 1
            heights[column] = Self.height(demands[column], widths[column])
            rest -= 1
        }
    }

    /// Moves room from one column to another as long as the table becomes lower.
    private mutating func exchange(_ demands: [Demand], least: [Int]) {
        var height = total(demands)
        var step = 8
        while step > 0 {
            var isBetter = false
            for giver in demands.indices {
                for taker in demands.indices where taker != giver {
                    guard widths[giver] - step >= least[giver], widths[taker] + step <= demands[taker].widest else {
                        continue
                    }
                    widths[giver] -= step
                    widths[taker] += step
                    let changed = total(demands)
                    if changed < height {
                        height = changed
                        isBetter = true
                    } else {
                        widths[giver] += step
                        widths[taker] -= step
                    }
                }
            }
            if !isBetter { step /= 2 }
        }
    }

    private func total(_ demands: [Demand]) -> Int {
        var sum = 0
        for row in demands[0].cells.indices {
            var height = 1
            for column in demands.indices {
                height = max(height, Self.lines(demands[column].cells[row], widths[column]))
            }
            sum += height
        }
        return sum
    }

    private static func height(_ demand: Demand, _ width: Int) -> Int {
        demand.cells.reduce(0) { $0 + lines($1, width) }
    }

    /// How many lines a text takes, about: what the last word of a line leaves free is about a column and a half.
    private static func lines(_ length: Int, _ width: Int) -> Int {
        length <= width ? 1 : max(2, (2 * length + 2 * width - 4) / (2 * width - 3))
    }
}
