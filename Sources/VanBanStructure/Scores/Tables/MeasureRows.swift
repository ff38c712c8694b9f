import VanBanModel
import VanBanReading

/// What each row of a table of results is about.
struct MeasureRows {
    struct Subject {
        var index: String?
        var dimension: IndexScore.Dimension?
        var unit: String?
        var year: Int?
        /// Whether the row says itself that it holds ranks (`Xếp hạng PAR INDEX`), and within which region.
        var isRank = false
        var region: String?
        /// Whether the row says itself that it holds groups (`Xếp nhóm`).
        var isGroup = false
        /// The index whose row it stands under, where that is another than the table's.
        var within: String?
    }

    private let table: MeasureTable
    private let nameColumn: Int
    private let numberColumn: Int?
    /// One for each row; nil where the row tells of nothing (a title, an average).
    private(set) var subjects: [Subject?] = []
    private var namesUnits = false
    private var namesYears = false
    private var matches = 0
    private var agreeing = 0
    private var others: [(cell: Stretch, label: String, name: String)] = []
    /// Labels that a row stands under.
    private var levels: [(label: OutlineLabel?, text: String, rank: Int)] = []
    private var index: String?
    private var last: Subject?
    private var ranksAreOfRows = false

    init(_ table: MeasureTable, nameColumn: Int, numberColumn: Int?) {
        self.table = table
        self.nameColumn = nameColumn
        self.numberColumn = numberColumn
        index = table.context.index
    }

    mutating func read() {
        let names = table.grid.rows.map { name(of: $0).map { TokenText($0, in: table.text) } }
        let head = table.columns[nameColumn]
        let told = names.compactMap { $0 }.filter { !$0.tokens.isEmpty }
        namesYears = !told.isEmpty && told.allSatisfy { Self.year($0) != nil }
        let provinces = told.reduce(0) { $0 + (Self.isUnit($1) ? 1 : 0) }
        namesUnits = head.namesUnits && !head.namesDimensions || provinces * 2 > told.count
        // Ranks that come again and again are those of the row above, one alone is that of the whole.
        ranksAreOfRows = told.count { MeasureWords.isWhole(MeasureWords.ranks, $0) } > 1
        for (position, row) in table.grid.rows.enumerated() {
            var told = names[position].flatMap { subject(of: row, $0) }
            if told?.index == nil, index != table.context.index { told?.within = index }
            subjects.append(told)
            if let told, !told.isRank, !told.isGroup { last = told }
        }
    }

    /// The name of a row; one that spans number and name stands in the number's column (`CHỈ SỐ CHUNG`).
    private func name(of row: TableDraft.Row) -> Stretch? {
        guard nameColumn < row.cells.count else { return nil }
        guard row.cells[nameColumn].isEmpty || row.covered.contains(nameColumn), let numberColumn,
            numberColumn < nameColumn, !row.covered.contains(numberColumn)
        else { return row.cells[nameColumn] }
        let wide = row.cells[numberColumn]
        let isName = TokenText(wide, in: table.text).tokens.count { $0.kind == .word } >= 2
        return isName ? wide : row.cells[nameColumn]
    }

    /// Whether rows say themselves that they hold ranks.
    var holdRanks: Bool { subjects.contains { $0?.isRank == true } }

    /// Whether the table is about an index: it names one, or dimensions that one has.
    func areOfIndex(_ columns: [MeasureColumn]) -> Bool {
        if columns.contains(where: { $0.index != nil || $0.dimension != nil }) { return true }
        if subjects.contains(where: { $0?.index != nil }) { return true }
        guard table.context.index != nil else { return false }
        if matches > 0 { return true }
        let meanings = Set(columns.map(\.meaning))
        // Shares beside other numbers are those of other things (`Tổng số hồ sơ | Đúng hạn | Tỷ lệ`).
        let isPlain = meanings.contains(.score) || meanings.contains(.rank)
        if table.context.isNamed || table.isTitled {
            return isPlain || meanings.contains(.percent) && !table.hasOtherNumbers
        }
        // Units or years under the title of a plan about an index, with points and ranks or groups.
        return (namesUnits || namesYears) && meanings.contains(.score)
            && (meanings.contains(.rank) || meanings.contains(.group))
    }

    private static func year(_ text: TokenText) -> Int? {
        guard text.tokens.count <= 2, let year = text.tokens.last?.value, (1990...2100).contains(year) else {
            return nil
        }
        return year
    }

    private static func isUnit(_ text: TokenText) -> Bool {
        guard !text.tokens.isEmpty else { return false }
        return UnitNames.end(at: 0, in: text) == text.tokens.count
    }

    private static let totals = Lexicon.phrases(.measureTotals)
    private static let pointWords = Phrase.list(["Điểm", "Điểm số", "Giá trị"])

    private mutating func subject(of row: TableDraft.Row, _ name: TokenText) -> Subject? {
        guard !name.tokens.isEmpty else { return nil }
        if namesYears { return Subject(year: Self.year(name)) }
        let first = name.tokens.firstIndex { $0.kind == .word || $0.kind == .number } ?? 0
        let points = name.firstMatch(Self.pointWords, at: first)?.keys.count ?? 0
        if name.firstMatch(MeasureWords.nobody, at: first + points) != nil { return nil }
        if namesUnits {
            // A title over units (`Khối sở, ban, ngành`) has no values of its own.
            if row.columnSpans[nameColumn] ?? 1 > 1 { return nil }
            if name.firstMatch(Self.totals, at: first) != nil { return nil }
            return Subject(unit: Self.name(of: row.cells[nameColumn], in: table.text))
        }
        if name.firstMatch(Self.totals, at: first) != nil { return Subject(index: index) }
        if let named = wholeIndex(name, from: first) {
            index = named
            matches += 1
            levels.removeAll()
            if let label = printedLabel(row), RomanNumeral.value(label) != nil { _ = path(of: label) }
            return Subject(index: named, isRank: name.firstMatch(MeasureWords.ranks, at: first) != nil)
        }
        if let told = aside(name, from: first) { return told }
        // `Tăng/giảm so với năm trước`: by how much, and of what, only the table as a whole says.
        if name.firstMatch(MeasureWords.changes, at: first) != nil { return nil }
        return dimension(row, name)
    }

    /// A row of ranks or groups that names nothing else: those of what stands above it.
    private func aside(_ name: TokenText, from first: Int) -> Subject? {
        let isRank = name.firstMatch(MeasureWords.ranks, at: first)
        guard let phrase = isRank ?? name.firstMatch(MeasureWords.groups, at: first) else { return nil }
        let region = isRank == nil ? nil : MeasureWords.region(in: name)
        var next = first + phrase.keys.count
        if let field = name.firstMatch(MeasureWords.everywhere, at: next) { next += field.keys.count }
        let rest = name.tokens[min(next, name.tokens.count)...]
        guard region != nil || !rest.contains(where: { $0.kind == .word }) else { return nil }
        let isOfRow = ranksAreOfRows || isRank == nil && last?.dimension != nil
        var told = isOfRow ? last ?? Subject(index: index) : Subject(index: index)
        told.isRank = isRank != nil
        told.isGroup = isRank == nil
        told.region = region
        return told
    }

    private static let measure = Lexicon.phrases(.measureNouns)

    /// `Chỉ số PAPI`, `PAR INDEX (%)`: the index itself, with nothing but a bracket behind it.
    private func wholeIndex(_ name: TokenText, from first: Int) -> String? {
        var position = first
        while let phrase = name.firstMatch(Self.measure, at: position),
            IndexNames.mention(at: position, in: name) == nil
        {
            position += phrase.keys.count
        }
        guard let found = IndexNames.mention(at: position, in: name) else { return nil }
        let end = position + found.length
        let rest = name.tokens[end...].filter { $0.kind == .word }
        return rest.count <= 4 || name.isSign("(", at: end) ? found.index : nil
    }

    private mutating func dimension(_ row: TableDraft.Row, _ name: TokenText) -> Subject? {
        let cell = row.cells[nameColumn]
        let own = OutlineLabel.at(cell.first, in: table.text).flatMap { Self.numbering($0) ? $0 : nil }
        let label = printedLabel(row) ?? own?.text
        var words = own == nil ? name : TokenText(Self.body(of: cell, in: table.text), in: table.text)
        guard let index else { return nil }
        if words.tokens.first?.isSign("\"") == true, words.tokens.last?.isSign("\"") == true, words.tokens.count > 2 {
            words = TokenText(words.stretch(1..<(words.tokens.count - 1)), in: table.text)
        }
        let known = table.gazetteer.dimension(of: index, at: 0, in: words, isDeep: true)
            .flatMap { $0.length == words.tokens.count ? $0.dimension : nil }
        if let marked = marked(words, index) {
            matches += 1
            return Subject(index: nil, dimension: marked)
        }
        // `Chỉ số nội dung 1`
        if known == nil, let told = Dimensions(gazetteer: table.gazetteer).subject(at: 0, of: index, in: words),
            case .named(let dimension) = told.subject, dimension.number != nil, told.end >= words.tokens.count
        {
            matches += 1
            return Subject(index: nil, dimension: dimension)
        }
        if known != nil { matches += 1 }
        let number = label.flatMap { path(of: $0) }
        var dimension = IndexScore.Dimension(
            number: number, code: nil, name: words.tokens.isEmpty ? nil : words.string(0..<words.tokens.count))
        if let known {
            dimension.code = known.code.isEmpty ? nil : known.code
            if dimension.number == nil, !known.number.isEmpty { dimension.number = known.number }
            if let label, Int(label) != nil, !known.number.isEmpty {
                if label == known.number { agreeing += 1 } else { others.append((cell, label, known.name)) }
            }
        }
        guard dimension.name != nil || dimension.number != nil else { return nil }
        return Subject(index: nil, dimension: dimension)
    }

    /// Rows whose number is another dimension's, in a table whose numbers are otherwise those of the index.
    func mismatches(of index: String?) -> [Diagnostic] {
        guard let index, agreeing > others.count else { return [] }
        return others.compactMap { cell, label, name in
            table.gazetteer.dimension(label, of: index).map { known in
                Diagnostic(
                    .dimensionNameMismatch, at: table.text.location(of: cell.hull),
                    arguments: [label, known.name, name])
            }
        }
    }

    private func printedLabel(_ row: TableDraft.Row) -> String? {
        guard let column = numberColumn, column < row.cells.count, !row.cells[column].isEmpty,
            row.cells[column].length < 12
        else { return nil }
        return PartReader.trimmingSigns(table.text.string(row.cells[column]))
    }

    private static let markers = Lexicon.phrases(.dimensionMarkers)

    /// `Chỉ số nội dung 1: Tham gia …`
    private func marked(_ words: TokenText, _ index: String) -> IndexScore.Dimension? {
        guard let marker = words.firstMatch(Self.markers, at: 0) else { return nil }
        let position = marker.keys.count
        guard position + 2 < words.tokens.count, let number = words.tokens[position].value,
            words.isSign(":", at: position + 1) || words.isSign(".", at: position + 1)
                || words.isSign("-", at: position + 1)
        else { return nil }
        let name = words.string((position + 2)..<words.tokens.count)
        let known = table.gazetteer.dimension(String(number), of: index)
        let other = table.gazetteer.dimension(named: name, of: index)
        let isOther = other.map { $0.code != known?.code } ?? false
        return .init(number: String(number), code: isOther ? nil : known?.code, name: name)
    }

    // MARK: Numbers

    private static func numbering(_ label: OutlineLabel) -> Bool {
        switch label.series {
        case .bullet, .plus: return false
        default: return true
        }
    }

    /// The name of a row without its label.
    private static func body(of cell: Stretch, in text: SourceText) -> Stretch {
        guard let label = OutlineLabel.at(cell.first, in: text) else { return cell }
        let rest = text.trimmed(label.range.upperBound..<cell.first.upperBound)
        return rest.isEmpty && cell.more.isEmpty ? cell : Stretch(rest, cell.more)
    }

    static func name(of cell: Stretch, in text: SourceText) -> String { text.string(body(of: cell, in: text)) }

    /// The printed number with those of the rows that it stands under: `I/1`; `1.1` says its own.
    private mutating func path(of label: String) -> String {
        let rank: Int
        if RomanNumeral.value(label) != nil {
            rank = 1
        } else if label.utf8.allSatisfy({ CharacterClass.isDigit($0) }) {
            rank = 2
        } else if label.utf8.allSatisfy({ CharacterClass.isDigit($0) || $0 == UInt8(ascii: ".") }) {
            rank = 2 + label.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) }
        } else {
            rank = 9
        }
        levels.removeAll { $0.rank >= rank }
        // A decimal number holds the numbers above it.
        let above = levels.last { level in rank == 9 || level.rank == 1 || !label.utf8.contains(UInt8(ascii: ".")) }
        let path = above.map { $0.text + "/" + label } ?? label
        levels.append((nil, path, rank))
        return path
    }
}
