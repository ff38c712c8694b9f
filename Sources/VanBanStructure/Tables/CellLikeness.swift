import VanBanModel
import VanBanReading

/// How much a cell looks like what a column holds: 1 it plainly is, 0 it says nothing, below 0 it plainly is not.
struct CellLikeness {
    private let text: SourceText
    private let agencies: AgencyGazetteer

    init(_ text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        self.agencies = agencies
    }

    /// What of a cell tells whose column it is.
    struct Features {
        fileprivate var isBlank = true
        fileprivate var isShort = false
        fileprivate var isNumber = false
        fileprivate var isLabelled = false
        fileprivate var opensTask = false
        /// It opens with a product, a body, a statement of time.
        fileprivate(set) var isOutput = false
        fileprivate(set) var isAgency = false
        fileprivate(set) var isTime = false
        /// A statement of time stands somewhere in it.
        fileprivate(set) var holdsTime = false
        /// It has more words than a name of a field.
        fileprivate(set) var isLong = false
    }

    func score(_ cell: Stretch, as role: ColumnRole?) -> Double { score(features(of: cell), as: role) }

    func features(of cell: Stretch) -> Features {
        var features = Features()
        guard !cell.isEmpty else { return features }
        let head = TokenText(text.head(of: cell.first, bytes: 120), in: text)
        var start = 0
        while start < head.tokens.count, head.tokens[start].isSign("-") || head.tokens[start].isSign("+") { start += 1 }
        guard start < head.tokens.count else { return features }
        let label = OutlineLabel.at(cell.first, in: text)
        features.isBlank = false
        features.isShort = cell.length <= 8
        features.isNumber = features.isShort && isOnlyLabel(cell, label, head)
        features.isLabelled = label != nil
        features.opensTask = label.map { $0.series != .bullet } ?? false
        features.isLong = head.tokens.count { $0.kind == .word } >= Self.longest
        let names = AgencyNames(text: head, gazetteer: agencies)
        features.isAgency = names.opensAgency(at: start)
        if cell.length < Self.longestTime { readTime(head, start, &features) }
        // `Báo cáo` is no newspaper.
        features.isOutput =
            !features.isTime && !features.isAgency
            && (DocumentKindGazetteer.standard.kind(in: head, at: start) != nil
                || CellWords.outputs.stands(in: head, at: start) || Self.products.stands(in: head, at: start))
        return features
    }

    func score(_ cell: Features, as role: ColumnRole?) -> Double {
        if cell.isBlank { return 0 }
        switch role {
        case .number: return cell.isNumber ? 1 : (cell.isShort ? 0 : -1)
        case .task:
            return cell.isNumber ? -1 : (cell.opensTask ? 1 : (cell.isAgency || cell.isTime ? -0.4 : 0.3))
        case .group:
            return cell.isNumber ? -1 : (!cell.isLabelled && !cell.isAgency && !cell.isTime ? 0.2 : -0.5)
        case .lead, .coordinating, .responsibility:
            return cell.isAgency ? 1 : (cell.isNumber || cell.isTime || cell.isOutput ? -1 : -0.2)
        case .outputs: return cell.isOutput ? 1 : (cell.isNumber || cell.isAgency || cell.isTime ? -0.6 : 0.1)
        case .deadline: return cell.isTime ? 1 : (cell.isNumber ? -0.5 : -0.8)
        case .funding, .note: return cell.isNumber || cell.isAgency ? -0.2 : 0
        case nil: return 0
        }
    }

    /// Products that are no documents (`Resources/product-words.csv`).
    private static let products = AgencyWords.Index(
        CSVTable(PackageResources.product_words_csv).rows.map { $0["phrase"] })
    /// Words of a name that is still short.
    private static let longest = 4
    /// A statement of time is no longer.
    private static let longestTime = 260

    /// What the grammar of deadlines reads: at the beginning, or behind words that only lead to it (`Hoàn thành trước …`).
    private func readTime(_ head: TokenText, _ start: Int, _ features: inout Features) {
        let range = start..<head.tokens.count
        guard let first = TimeExpressionReader(tokens: head).expressions(in: range, limit: 1).first else { return }
        features.holdsTime = true
        let opening = first.range.lowerBound
        features.isTime = opening == start || ProductWords.trimmed(start..<opening, in: head).isEmpty
    }

    private func isOnlyLabel(_ cell: Stretch, _ label: OutlineLabel?, _ head: TokenText) -> Bool {
        if let label, text.trimmed(label.range.upperBound..<cell.first.upperBound).isEmpty { return true }
        guard head.tokens.count == 1 else { return false }
        return head.tokens[0].kind == .number || RomanNumeral.value(text.string(cell)) != nil || cell.length <= 2
    }
}
