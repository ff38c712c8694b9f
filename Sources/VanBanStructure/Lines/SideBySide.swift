import VanBanReading

/// Two columns that stand side by side on the lines of a text: the letterhead (body left, motto right), and the end of
/// a document (recipients left, signature right). Each column is read from top to bottom.
struct SideBySide {
    private let text: SourceText
    private let kind: (Range<Int>) -> Line.Kind

    /// - Parameter kind: what the words of a piece are.
    init(_ text: SourceText, kind: @escaping (Range<Int>) -> Line.Kind) {
        self.text = text
        self.kind = kind
    }

    struct Columns {
        /// Blocks that were taken.
        var count: Int
        /// The pieces of the left column, then those of the right one, each with its block.
        var pieces: [(range: Range<Int>, block: Int)]
        /// The first piece of the right column.
        var rightStart: Int
    }

    private enum Place { case letterhead, ending }

    /// The columns that begin at a block; nil where none do.
    func columns(at start: Int, in blocks: [Block]) -> Columns? {
        var left: [(range: Range<Int>, block: Int)] = []
        var right: [(range: Range<Int>, block: Int)] = []
        var index = start
        let place: Place
        if let first = pair(blocks[start]), let found = self.place(first) {
            place = found
        } else if opensAlone(at: start, in: blocks) {
            place = .ending
            left.append((blocks[start].range, start))
            index += 1
        } else {
            return nil
        }
        while index < blocks.count, index - start < 40 {
            if index > start, blocks[index].blankLinesBefore > (place == .letterhead ? 2 : 10) { break }
            if place == .ending, index > start, blocks[index].pageBreakBefore, !goesOn(at: index, in: blocks) { break }
            if place == .ending, index > start, index + 1 < blocks.count, blocks[index + 1].pageBreakBefore,
                isNumber(blocks[index])
            {
                break
            }
            if let pieces = pair(blocks[index]) {
                if place == .letterhead, index > start, pieces.left.count > 160 || pieces.right.count > 160 { break }
                // The letterhead of the next part.
                if place == .ending, index > start, kind(pieces.right) == .motto { break }
                left.append((pieces.left, index))
                right.append((pieces.right, index))
            } else if place == .letterhead, let isLeft = half(of: blocks[index], beside: left, right) {
                if isLeft {
                    left.append((blocks[index].range, index))
                } else {
                    right.append((blocks[index].range, index))
                }
            } else if place == .letterhead, index - start < 4, right.count == 1, let above = left.last,
                goesOn(blocks[index], below: above.range, beside: right[0].range)
            {
                left.append((blocks[index].range, index))
            } else if place == .ending, let isLeft = side(of: blocks[index]) {
                if isLeft {
                    left.append((blocks[index].range, index))
                } else {
                    right.append((blocks[index].range, index))
                }
            } else {
                break
            }
            index += 1
        }
        return Columns(count: index - start, pieces: left + right, rightStart: left.count)
    }

    /// Whether a line goes on with the words left of the day of issue: the subject of a letter, which is written below its
    /// number (`xếp đơn vị hành chính cấp xã giai đoạn      Hà Nội, ngày …⏎2023 - 2025 của tỉnh An Giang`).
    private func goesOn(_ block: Block, below left: Range<Int>, beside right: Range<Int>) -> Bool {
        guard block.kind == .line, block.blankLinesBefore == 0, !block.pageBreakBefore, kind(right) == .placeAndDate,
            kind(left) == .text, kind(block.range) == .text, !TerminalSign.ends(left, in: text),
            column(of: block.range) + text.width(of: block.range) < column(of: right)
        else { return false }
        return LetterCase.startsLower(block.range, in: text)
            || CharacterClass.isDigit(text.bytes[block.range.lowerBound])
    }

    /// Lines below `Nơi nhận:` among which the signing block begins.
    private static let reach = 6

    /// Whether `Nơi nhận:` stands alone and the signing block begins beside the recipients below it.
    func opensAlone(at start: Int, in blocks: [Block]) -> Bool {
        let block = blocks[start]
        guard block.kind == .line, text.bytes[block.range.lowerBound] == 0x4E, block.range.count < 20,
            kind(block.range) == .recipientsHead
        else { return false }
        for index in (start + 1)..<max(start + 1, min(blocks.count, start + 1 + Self.reach)) {
            guard blocks[index].grid == nil, blocks[index].blankLinesBefore < 3, !blocks[index].pageBreakBefore else {
                return false
            }
            if blocks[index].indent >= 30, kind(blocks[index].range) == .authority {
                return index + 1 < blocks.count && side(of: blocks[index + 1]) == true
            }
            guard side(of: blocks[index]) == true else { return false }
        }
        return false
    }

    private func place(_ pieces: (left: Range<Int>, right: Range<Int>)) -> Place? {
        let kinds = [kind(pieces.left), kind(pieces.right)]
        if kinds[0] == .recipientsHead { return .ending }
        return kinds.contains { $0 == .motto || $0 == .number || $0 == .placeAndDate } ? .letterhead : nil
    }

    /// Whether the recipients go on below a page break, its number aside.
    private func goesOn(at start: Int, in blocks: [Block]) -> Bool {
        for block in blocks[start...].prefix(2) {
            if isNumber(block) { continue }
            return OutlineLabel.at(block.range, in: text)?.series == .bullet
        }
        return false
    }

    private func isNumber(_ block: Block) -> Bool {
        block.range.count <= 4 && block.range.allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    /// Where a line without a second piece stands in a letterhead whose columns have lines of their own: left or right
    /// of the gap that parts them; nil where it belongs to neither column.
    private func half(
        of block: Block, beside left: [(range: Range<Int>, block: Int)], _ right: [(range: Range<Int>, block: Int)]
    ) -> Bool? {
        guard block.kind == .line, block.blankLinesBefore == 0, !block.pageBreakBefore,
            kind(block.range) != .documentKind,
            // Below the number and the date no names follow.
            !(left + right).contains(where: { kind($0.range) == .number || kind($0.range) == .placeAndDate })
        else { return nil }
        let start = column(of: block.range)
        let end = start + text.width(of: block.range)
        var leftEnd = 0
        var rightStart = Int.max
        for piece in left { leftEnd = max(leftEnd, column(of: piece.range) + text.width(of: piece.range)) }
        for piece in right { rightStart = min(rightStart, column(of: piece.range)) }
        if end < rightStart, start < leftEnd { return true }
        // The right column's lines are centred, the first of them is the longest.
        return start > leftEnd && start + 2 >= rightStart ? false : nil
    }

    /// The place of a range on its line, in characters.
    private func column(of range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start > 0, text.bytes[start - 1] != 0x0A, text.bytes[start - 1] != 0x0C { start -= 1 }
        var column = 0
        while start < range.lowerBound {
            column += 1
            start += CharacterClass.scalarLength(text.bytes[start])
        }
        return column
    }

    /// Where a line without a second piece stands at the end of a document; nil where it belongs to neither column.
    private func side(of block: Block) -> Bool? {
        let byte = text.bytes[block.range.lowerBound]
        if byte == 0x2D || byte == 0x2B || (byte == 0xE2 && OutlineLabel.at(block.range, in: text)?.series == .bullet) {
            return true
        }
        if block.indent >= 16 { return false }
        // `(b/c);` of the recipient above.
        if byte == 0x28, block.range.count < 40 { return true }
        if LetterCase.startsLower(block.range, in: text), block.range.count < 120 { return true }
        return nil
    }

    /// The two pieces of a line, parted by a tab or at least four spaces; by two before the motto.
    private func pair(_ block: Block) -> (left: Range<Int>, right: Range<Int>)? {
        guard block.range.count < 400 else { return nil }
        var pieces = block.cells.isEmpty ? wideGaps(in: block.range, of: 4) : block.cells.filter { !$0.isEmpty }
        if pieces.count == 1, block.cells.isEmpty {
            // A narrow gap parts columns only before the motto.
            pieces = wideGaps(in: block.range, of: 2)
            guard pieces.count == 2, kind(pieces[1]) == .motto else { return nil }
        }
        guard pieces.count == 2, text.width(of: pieces[0]) < 100, text.width(of: pieces[1]) < 100 else { return nil }
        return (pieces[0], pieces[1])
    }

    private func wideGaps(in range: Range<Int>, of width: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var spaces = 0
        for offset in range {
            if text.bytes[offset] == 0x20 {
                spaces += 1
                continue
            }
            if spaces >= width {
                pieces.append(text.trimmed(start..<(offset - spaces)))
                start = offset
            }
            spaces = 0
        }
        pieces.append(text.trimmed(start..<range.upperBound))
        // The gaps of a blank number or date are no columns: `Số:      /QĐ-UBND      Sơn La, ngày      tháng      năm 2024`.
        var joined: [Range<Int>] = []
        for piece in pieces {
            let isBlank = piece.first.map { text.bytes[$0] == 0x2F } ?? true
            if let last = joined.last,
                isBlank || LetterCase.startsLower(piece, in: text) && !isPost(piece, beside: last)
            {
                joined[joined.count - 1] = last.lowerBound..<piece.upperBound
            } else {
                joined.append(piece)
            }
        }
        return joined
    }

    /// A post in small letters beside `Nơi nhận:`.
    private func isPost(_ piece: Range<Int>, beside left: Range<Int>) -> Bool {
        kind(left) == .recipientsHead
            && TokenText(text.head(of: piece, bytes: 60), in: text).firstMatch(LineClassifier.posts, at: 0) != nil
    }
}
