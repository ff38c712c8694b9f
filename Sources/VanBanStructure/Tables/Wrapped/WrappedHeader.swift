import VanBanModel
import VanBanReading

/// The header of a wrapped table: words of all its cells, one after the other, often two cells on one line.
struct WrappedHeader {
    var lines: Range<Int>
    var columns: [TableDraft.Column]
    /// Heads over several columns (`Phân công trách nhiệm` over lead and coordinating agency).
    var spanning: [Stretch]

    private static let numberHeads = AgencyWords.Index(["TT", "STT", "số TT", "số thứ tự"])
    private static let heads = AgencyWords.Index([
        "nhiệm vụ", "nội dung", "công việc", "hoạt động", "giải pháp", "tên nhiệm vụ", "các nhiệm vụ", "nhóm nhiệm vụ",
        "sản phẩm", "kết quả", "đầu ra", "cơ quan", "đơn vị", "phân công", "chủ trì", "phối hợp", "thời gian",
        "thời hạn", "thời điểm", "tiến độ", "lộ trình", "kinh phí", "nguồn", "dự toán", "ghi chú", "trách nhiệm",
        "lĩnh vực", "mục tiêu", "người thực hiện", "bộ phận",
    ])
    private static let agents: Set<ColumnRole> = [.lead, .coordinating, .responsibility]

    /// The next header at or after a line.
    static func find(in lines: [Line], from start: Int, text: SourceText) -> WrappedHeader? {
        for index in max(0, start)..<max(max(0, start), lines.count) {
            let line = lines[index]
            guard line.kind != .row, line.width < 140, !LetterCase.startsLower(line.range, in: text) else { continue }
            let head = TokenText(text.head(of: line.range, bytes: 160), in: text)
            guard let first = head.tokens.first, first.startsUpper,
                numberHeads.stands(in: head, at: 0) || heads.stands(in: head, at: 0)
            else { continue }
            if let header = read(lines, at: index, text) { return header }
        }
        return nil
    }

    private static func read(_ lines: [Line], at start: Int, _ text: SourceText) -> WrappedHeader? {
        var cells: [Stretch] = []
        var recognized = 0
        var end = start
        while end < min(lines.count, start + 40) {
            let line = lines[end]
            guard line.kind != .row else { return nil }
            let tokens = TokenText(line.range, in: text)
            if end > start, recognized >= 3, beginsBody(tokens) { break }
            // Running text is no header.
            guard line.width < 140, !tokens.tokens.contains(where: { $0.isSign(";") || $0.isSign(":") }) else { break }
            let before = cells
            append(tokens, to: &cells)
            if cells.contains(where: { $0.length > 130 }) {
                cells = before
                break
            }
            recognized = ColumnRoles.recognized(in: cells.map { TokenText($0, in: text) })
            end += 1
            if end - start > 6, recognized < 2 { return nil }
        }
        return make(merged(cells, text), lines: start..<end, text)
    }

    /// A row's label, or `(1)`, opens what stands below the header.
    private static func beginsBody(_ line: TokenText) -> Bool {
        guard let first = line.tokens.first else { return false }
        if first.isSign("(") { return line.tokens.count > 1 && line.tokens[1].value == 1 }
        return RowLabel.candidates(at: 0, lineEnd: line.tokens.count, in: line).contains { $0.ordinal == 1 }
    }

    private static func append(_ line: TokenText, to cells: inout [Stretch]) {
        let isCapitals = line.tokens.allSatisfy { $0.kind != .word || $0.isAllUpper }
        var start = 0
        for index in line.tokens.indices {
            guard index > 0 || !cells.isEmpty else { continue }
            guard begins(at: index, line, isCapitals) else { continue }
            if index > start { extend(&cells, with: line.stretch(start..<index)) }
            cells.append(Stretch(0..<0))
            start = index
        }
        if start < line.tokens.count { extend(&cells, with: line.stretch(start..<line.tokens.count)) }
    }

    private static func extend(_ cells: inout [Stretch], with stretch: Stretch) {
        if cells.isEmpty { cells.append(stretch) } else { cells[cells.count - 1].append(stretch) }
    }

    /// Whether a header's cell begins at a token: a capital after no sign that leads on.
    private static func begins(at index: Int, _ line: TokenText, _ isCapitals: Bool) -> Bool {
        let token = line.tokens[index]
        guard token.kind == .word, token.startsUpper else { return false }
        if index > 0 {
            let before = line.tokens[index - 1]
            if case .sign = before.kind, !before.isSign(")") { return false }
            if CellWords.leadingOn.stands(in: line, at: index - 1) { return false }
        }
        if numberHeads.stands(in: line, at: index) || heads.stands(in: line, at: index) { return true }
        return !isCapitals && !token.isAllUpper
    }

    /// `Nguồn Kinh phí`: a word that says nothing by itself belongs to what follows it on its line.
    private static func merged(_ cells: [Stretch], _ text: SourceText) -> [Stretch] {
        var merged: [Stretch] = []
        for cell in cells {
            if let last = merged.last, last.more.isEmpty, last.first.upperBound <= cell.first.lowerBound,
                !text.bytes[last.first.upperBound..<cell.first.lowerBound].contains(0x0A),
                ColumnRoles.recognized(in: [TokenText(last, in: text)]) == 0
            {
                merged[merged.count - 1] = Stretch(last.first.lowerBound..<cell.first.upperBound, cell.more)
            } else {
                merged.append(cell)
            }
        }
        return merged
    }

    private static func make(_ cells: [Stretch], lines: Range<Int>, _ text: SourceText) -> WrappedHeader? {
        let tokens = cells.map { TokenText($0, in: text) }
        var roles = ColumnRoles.roles(of: tokens)
        // The number's column is the first; what stands before it is a title.
        if let number = roles.firstIndex(of: .number), number > 0 { return nil }
        var order = Array(cells.indices)
        var spanning: [Stretch] = []
        // A head over several columns comes before all cells of the second line of the header.
        if let head = roles.firstIndex(of: .responsibility) {
            let under = roles.indices.filter { $0 > head && (roles[$0] == .lead || roles[$0] == .coordinating) }
            if under.count >= 2 {
                spanning.append(cells[head])
                order.removeAll { under.contains($0) }
                if let place = order.firstIndex(of: head) { order.replaceSubrange(place...place, with: under) }
                roles[head] = nil
            }
        }
        let found = Set(roles.compactMap { $0 })
        let filled = roles.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        guard filled >= 3, found.contains(.task), !found.isDisjoint(with: agents), (3...14).contains(order.count) else {
            return nil
        }
        let columns = order.map { TableDraft.Column(header: cells[$0], role: roles[$0]) }
        return WrappedHeader(lines: lines, columns: columns, spanning: spanning)
    }
}
