import VanBanReading

/// Tells of each line, by its own words alone, what it is. Every line is looked at once.
struct LineClassifier {
    private let text: SourceText
    private let kinds: DocumentKindGazetteer

    init(_ text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        self.text = text
        self.kinds = kinds
    }

    func lines(of blocks: [Block]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(blocks.count)
        for block in blocks { append(block, to: &lines) }
        return lines
    }

    private func append(_ block: Block, to lines: inout [Line]) {
        if block.kind == .row {
            lines.append(line(block, kind: .row, range: block.range))
            return
        }
        // The two columns of a letterhead or of the end of a document, side by side on one line.
        if let columns = columns(of: block) {
            for (index, range) in columns.enumerated() {
                var piece = line(block, kind: .text, range: range)
                piece.cells = []
                if index > 0 { piece.blankLinesBefore = 0 }
                classify(&piece)
                lines.append(piece)
            }
            return
        }
        var whole = line(block, kind: .text, range: block.range)
        classify(&whole)
        lines.append(whole)
    }

    private func line(_ block: Block, kind: Line.Kind, range: Range<Int>) -> Line {
        Line(
            kind: kind, range: range, label: nil, cells: block.cells, blankLinesBefore: block.blankLinesBefore,
            pageBreakBefore: block.pageBreakBefore, isBold: block.isBold, isCapitals: false,
            isWhole: block.kind == .paragraph, width: 0)
    }

    private func classify(_ line: inout Line) {
        line.width = text.width(of: line.range)
        if isRuler(line.range) {
            line.kind = .ruler
            return
        }
        line.isCapitals = LetterCase.of(line.range, in: text) == .upper
        if CharacterClass.superscriptLength(in: text.bytes, at: line.range.lowerBound) > 0 {
            line.kind = .footnote
            return
        }
        if PageNumber.isWritten(line.range, in: text) {
            line.kind = .pageNumber
            return
        }
        let head = TokenText(text.head(of: line.range, bytes: 160), in: text)
        if let kind = wordedKind(line, head) {
            line.kind = kind
            return
        }
        if let label = OutlineLabel.at(line.range, in: text) {
            line.kind = .labelled
            line.label = label
        }
    }

    private func isRuler(_ range: Range<Int>) -> Bool {
        var signs = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text.bytes[offset]
            switch byte {
            case 0x2D, 0x5F, 0x3D, 0x2A, 0x7E, 0x23, 0x2E: signs += 1
            case 0xE2:
                // – — ─ ═ … ★ and their like
                signs += 1
            case 0x20, 0xC2: break
            default: return false
            }
            offset += CharacterClass.scalarLength(byte)
        }
        return signs >= 3 || (signs >= 1 && range.count == signs && text.bytes[range.lowerBound] == 0x2A)
    }

    // MARK: Words of the form

    private static let mottos = Phrase.list([
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc", "Độc lập Tự do Hạnh phúc",
        "Đảng Cộng sản Việt Nam",
    ])
    private static let number = Phrase("Số")
    private static let recipients = Phrase("Nơi nhận")
    private static let addressee = Phrase("Kính gửi")
    private static let appendix = Phrase("Phụ lục")
    private static let enacting = Phrase.list(["Quyết định", "Quyết nghị"])
    private static let attachments = Phrase.list([
        "Ban hành kèm theo", "Ban hành kèm", "Kèm theo", "Đính kèm", "Được ban hành kèm theo", "Phê duyệt kèm theo",
        "Ban hành theo",
    ])
    private static let notices = Phrase.list([
        "Có Phụ lục", "Theo Phụ lục", "Phụ lục kèm theo", "Có Phụ lục chi tiết", "Chi tiết tại Phụ lục",
        "Chi tiết theo Phụ lục",
        "Có biểu", "Theo biểu", "Có danh mục", "Có các Phụ lục", "Kèm theo Phụ lục", "Chi tiết có Phụ lục",
    ])
    static let recitals = Phrase.list([
        "Căn cứ", "Theo đề nghị", "Xét đề nghị", "Thực hiện", "Xét", "Thi hành", "Xét tờ trình", "Theo Tờ trình",
        "Được sự đồng ý",
    ])
    private static let bodies = Phrase.list([
        "Ủy ban nhân dân", "Hội đồng nhân dân", "UBND", "HĐND", "Bộ", "Sở", "Ban", "Văn phòng", "Chính phủ",
        "Thủ tướng Chính phủ", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy", "Cục", "Chi cục", "Tổng cục", "Thanh tra",
        "Công an", "Trung tâm", "Trường", "Viện", "Phòng", "Quốc hội", "Đảng bộ", "Bảo hiểm xã hội", "Tòa án",
        "Ủy ban Mặt trận",
    ])
    private static let posts = Phrase.list([
        "Chủ tịch", "Phó Chủ tịch", "Quyền Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Giám đốc", "Phó Giám đốc",
        "Thủ tướng", "Phó Thủ tướng", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Chánh Thanh tra", "Cục trưởng",
        "Phó Cục trưởng", "Trưởng ban", "Phó Trưởng ban", "Trưởng phòng", "Phó Trưởng phòng", "Hiệu trưởng",
        "Viện trưởng", "Tổng Giám đốc", "Bí thư", "Phó Bí thư", "Tổng cục trưởng", "Thủ trưởng", "Người đứng đầu",
        "Chi cục trưởng", "Vụ trưởng", "Chủ nhiệm",
    ])
    private static let signing = ["tm", "kt", "tl", "tuq", "q", "t"]

    private func wordedKind(_ line: Line, _ head: TokenText) -> Line.Kind? {
        guard let first = head.tokens.first else { return nil }
        if first.isSign("(") {
            if head.firstMatch(Self.attachments, at: 1) != nil { return .attachmentNote }
            if head.firstMatch(Self.notices, at: 1) != nil, line.width < 160 { return .appendixNotice }
            return nil
        }
        guard first.kind == .word else { return nil }
        if head.firstMatch(Self.mottos, at: 0) != nil, line.width < 60 { return .motto }
        if head.matches(Self.recipients, at: 0), line.width < 40 { return .recipientsHead }
        if head.matches(Self.addressee, at: 0), head.tokens.count > 2, head.tokens[2].isSign(":") { return .addressee }
        if isNumberLine(line, head) { return .number }
        if isPlaceAndDate(line, head) { return .placeAndDate }
        if let kind = attachmentHead(line, head) { return kind }
        if line.isCapitals { return capitalKind(line, head) }
        if head.firstMatch(Self.recitals, at: 0) != nil, first.startsUpper { return .recital }
        if LetterCase.startsLower(line.range, in: text) { return nil }
        return nil
    }

    /// `Số: 15/QĐ-UBND`; `Số:      /QĐ-UBND Sơn La, ngày      tháng      năm 2024`.
    private func isNumberLine(_ line: Line, _ head: TokenText) -> Bool {
        guard head.matches(Self.number, at: 0), line.width < 140, head.tokens.count >= 3 else { return false }
        let start = head.tokens[1].isSign(":") ? 2 : 1
        guard start < head.tokens.count else { return false }
        guard let number = DocumentNumber.at(start, in: head) else {
            return head.tokens[1].isSign(":") && head.tokens[start...].prefix(4).contains { $0.isSign("/") }
        }
        // `Số 12/QĐ-UBND ngày … của …` in running text has more behind it than place and date.
        let rest = number.tokens.upperBound
        return rest >= head.tokens.count || head.tokens[1].isSign(":") || PlaceAndDate.at(rest, in: head) != nil
    }

    private func isPlaceAndDate(_ line: Line, _ head: TokenText) -> Bool {
        // Without a place it is the wrapped end of a sentence.
        guard line.width < 90, let found = PlaceAndDate.at(0, in: head), found.place != nil else { return false }
        return found.tokens.upperBound == head.tokens.count
    }

    /// `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01: DANH MỤC …`
    private func attachmentHead(_ line: Line, _ head: TokenText) -> Line.Kind? {
        guard let end = AppendixHead.end(in: head, of: line, text: text) else { return nil }
        _ = end
        return .appendixHead
    }

    private func capitalKind(_ line: Line, _ head: TokenText) -> Line.Kind? {
        let tokens = head.tokens
        if let phrase = head.firstMatch(Self.enacting, at: 0), tokens.count == phrase.keys.count + 1,
            tokens[phrase.keys.count].isSign(":")
        {
            return .enacting
        }
        if line.width < 60, kinds.kind(named: tokens.map(\.key)) != nil { return .documentKind }
        if Self.signing.contains(tokens[0].key), tokens.count > 1,
            tokens[1].isSign(".") || tokens[1].isSign("/")
        {
            return .authority
        }
        if line.width < 90, head.firstMatch(Self.posts, at: 0) != nil { return .authority }
        if line.width < 90, head.firstMatch(Self.bodies, at: 0) != nil { return .body }
        return nil
    }

    // MARK: Columns side by side

    private func columns(of block: Block) -> [Range<Int>]? {
        if block.kind == .paragraph { return nil }
        let pieces = block.cells.isEmpty ? wideGaps(in: block.range) : block.cells.filter { !$0.isEmpty }
        guard pieces.count == 2 || pieces.count == 3 else { return nil }
        let isForm = pieces.contains { piece in
            var line = Line(
                kind: .text, range: piece, label: nil, cells: [], blankLinesBefore: 0, pageBreakBefore: false,
                isBold: false, isCapitals: LetterCase.of(piece, in: text) == .upper, isWhole: true,
                width: text.width(of: piece))
            guard line.width < 100 else { return false }
            let head = TokenText(text.head(of: piece, bytes: 160), in: text)
            line.kind = wordedKind(line, head) ?? .text
            return [.motto, .number, .placeAndDate, .recipientsHead].contains(line.kind)
        }
        return isForm ? pieces : nil
    }

    /// The pieces of a line that four or more spaces part.
    private func wideGaps(in range: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var spaces = 0
        for offset in range {
            if text.bytes[offset] == 0x20 {
                spaces += 1
                continue
            }
            if spaces >= 4 {
                pieces.append(text.trimmed(start..<(offset - spaces)))
                start = offset
            }
            spaces = 0
        }
        pieces.append(text.trimmed(start..<range.upperBound))
        // A blank number or date has gaps of its own.
        let isBlankForm = pieces.dropFirst().contains { piece in
            guard let byte = piece.first.map({ text.bytes[$0] }) else { return true }
            return byte == 0x2F || LetterCase.startsLower(piece, in: text)
        }
        return isBlankForm ? [range] : pieces
    }
}
