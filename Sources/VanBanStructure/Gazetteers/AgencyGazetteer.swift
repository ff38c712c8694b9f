import VanBanModel
import VanBanReading

/// The agencies, collectives and titles that administrative documents name, with the ways they are written.
///
/// A row without a place of its own stands for every agency of its kind: `UBND huyện` for each district's committee.
struct AgencyGazetteer: Sendable {
    /// A row of the table, and what is asked of it over and over.
    struct Entry: Sendable, Hashable {
        /// The row's position in the table.
        let position: Int
        let level: Agency.Level?
        let isCollective: Bool
        /// Whether the row has a first or a last day.
        let hasDates: Bool
    }

    /// The agencies that the program carries.
    static let standard = AgencyGazetteer(
        CSVTable(PackageResources.agencies_csv), places: PlaceGazetteer.standard)

    /// How a text of words is found.
    enum Finding: Sendable, Hashable {
        case entry(Entry)
        /// A form of more agencies than one (`BCT`), the table's rows in order.
        case ambiguous([Entry])
        case unknown

        var entry: Entry? {
            if case .entry(let entry) = self { return entry }
            return nil
        }

        /// Whether the form is known and of single agencies only.
        var isSingle: Bool {
            switch self {
            case .entry(let entry): return !entry.isCollective
            case .ambiguous(let entries): return entries.allSatisfy { !$0.isCollective }
            case .unknown: return false
            }
        }
    }

    let places: PlaceGazetteer
    /// The rows of each table, the user's first.
    let sheet: AgencySheet
    private(set) var names = NameTree<Form>(findsNear: true)

    struct Form: Sendable {
        var entry: Entry
        /// Further rows with the same form.
        var others: [Entry] = []
        var isName: Bool
        /// Words that a comma, a dash, a bracket or `và` may stand before, as bits.
        var breaks: UInt64

        var finding: Finding { others.isEmpty ? .entry(entry) : .ambiguous([entry] + others) }

        func mayBreak(before word: Int) -> Bool { word < 64 && breaks >> UInt64(word) & 1 != 0 }
    }

    init(_ table: CSVTable, adding list: CSVTable? = nil, places: PlaceGazetteer) {
        self.places = places
        sheet = AgencySheet(table, adding: list)
        names.reserve(1100)
        // A name is stronger than an abbreviation, and what a user says than what the program carries.
        for position in sheet.own { addForms(of: sheet.entry(at: position), rank: .own) }
        let entries = sheet.standard.map { sheet.entry(at: $0) }
        for entry in entries { add(sheet.name(at: entry.position), of: entry, rank: .name) }
        for entry in entries { addForms(of: entry, rank: .abbreviation) }
    }

    private enum Rank { case own, name, abbreviation }

    private mutating func addForms(of entry: Entry, rank: Rank) {
        if rank == .own { add(sheet.name(at: entry.position), of: entry, rank: rank) }
        for short in sheet.abbreviations(at: entry.position) { add(short, of: entry, rank: rank) }
    }

    private mutating func add(_ text: String, of entry: Entry, rank: Rank) {
        let key = AgencyKey(text)
        guard !key.words.isEmpty else { return }
        names.update(key.words.lazy.map(\.key)) { known in
            guard var form = known else {
                known = Form(entry: entry, isName: rank != .abbreviation, breaks: key.breakBits)
                return
            }
            form.breaks |= key.breakBits
            let isNew = form.entry != entry && !form.others.contains(entry)
            let isAsStrong = form.isName == (rank != .abbreviation) && sheet.isOwn(form.entry) == (rank == .own)
            if isNew, isAsStrong { form.others.append(entry) }
            known = form
        }
    }

    /// The id of an entry.
    func id(of entry: Entry) -> String { sheet.id(at: entry.position) }

    /// The agency that a whole text names; a place at its end (`tỉnh Sơn La`, `huyện Sông Mã`) does not matter.
    func find(_ text: String) -> Finding { find(AgencyKey(text)) }

    /// The agency that a run of tokens names.
    func find(_ tokens: ArraySlice<Token>) -> Finding { find(AgencyKey(tokens)) }

    /// How many tokens the longest name takes that begins at a token; 0 where none does.
    ///
    /// A name goes on across a comma, a dash or `và` where its own form has one there, never across `;`, a bracket or
    /// a colon.
    func longestMatch(in tokens: [Token], at start: Int) -> Int {
        guard tokens.indices.contains(start), tokens[start].kind == .word, tokens[start].key != AgencyKey.and else {
            return 0
        }
        guard names.mayBegin(tokens[start].mark) || AgencyKey.full(tokens[start]) != nil else { return 0 }
        var place = names.root
        var words = 0
        var lastWord = start
        var crossed: [Int] = []
        var best = 0
        for index in start..<tokens.count {
            let token = tokens[index]
            // No name has more between two words than `, ` and `và` or the signs of an abbreviation.
            if index - lastWord > Self.longestBreak { break }
            if case .sign = token.kind {
                if !Self.mayStandInName(tokens, at: index) { break }
                if token.isSign(","), index + 1 < tokens.count, tokens[index + 1].startsUpper {
                    crossed.append(words)
                }
                continue
            }
            if token.key == AgencyKey.and {
                crossed.append(words)
                continue
            }
            guard let next = self.next(token, from: place, &words) else { break }
            place = next
            lastWord = index
            if let form = names.value(at: place), crossed.allSatisfy(form.mayBreak) { best = index - start + 1 }
        }
        return best
    }

    /// The place among the names behind a token, and how many words it has counted for.
    private func next(
        _ token: Token, from place: NameTree<Form>.Place, _ words: inout Int
    ) -> NameTree<Form>.Place? {
        guard let full = AgencyKey.full(token) else {
            words += 1
            return names.next(token.key, from: place)
        }
        words += full.count
        return names.next(full, from: place)
    }

    private static let longestBreak = 4

    private static func mayStandInName(_ tokens: [Token], at index: Int) -> Bool {
        let token = tokens[index]
        if token.isSign(",") || token.isSign("-") || token.isSign("&") || token.isSign("/") { return true }
        // The full stop of an abbreviation: `TT. Tỉnh ủy`.
        return token.isSign(".") && index > 0 && tokens[index - 1].isAllUpper && tokens[index - 1].key.count <= 3
    }
}
