import VanBanModel
import VanBanReading

/// What the pieces of lines say of rows: how a cell's words begin and end, and where rows without a number do.
extension AlignedRows {
    static func piece(_ range: Range<Int>, _ text: SourceText) -> RowBands.Piece {
        guard !range.isEmpty else { return RowBands.Piece() }
        var piece = RowBands.Piece(isFilled: true)
        // A letter that counts (`a)`) goes on with nothing.
        let head = TokenText(text.head(of: range, bytes: 24), in: text)
        let labels = RowLabel.candidates(at: 0, lineEnd: head.tokens.count, in: head)
        piece.startsLower = labels.allSatisfy { $0.length < 2 } && LetterCase.startsLower(range, in: text)
        let tail = TokenText(text.tail(of: range, bytes: 24), in: text)
        guard let last = tail.tokens.last else { return piece }
        piece.isClosed = last.isSign(".")
        piece.isOpenEnded =
            last.isSign(",") || last.isSign("-") || last.isSign("(")
            || last.isSign(";")
            || last.kind == .word && !last.startsUpper
                && (CellWords.leadsOn(in: tail, at: tail.tokens.count - 1)
                    || CellWords.timeLeadingOn.stands(in: tail, at: tail.tokens.count - 1))
        return piece
    }

    /// Lines on which a row begins without its number, in a table whose rows begin at their top: the task and most of
    /// the other cells begin on them, and the line above has none of these.
    static func unnumbered(_ grid: AlignedGrid, _ isLabelled: [Bool]) -> Set<Int> {
        func others(_ line: Int) -> [Int] {
            grid.cells[line].cells.indices.filter {
                $0 != grid.numberColumn && $0 != grid.taskColumn && !grid.cells[line].cells[$0].isEmpty
            }
        }
        let labelled = grid.body.indices.filter { isLabelled[$0] }
        let atTop = labelled.filter { line in
            guard others(line).count >= 3, let task = grid.cells[line].cells[grid.taskColumn].first else {
                return false
            }
            return !LetterCase.startsLower(grid.body[line].words[task].range, in: grid.text)
        }
        guard !labelled.isEmpty, atTop.count * 10 >= labelled.count * 7 else { return [] }
        return Set(
            grid.body.indices.dropFirst().filter { line in
                guard !isLabelled[line], !grid.isCrossed[line], !grid.isCrossed[line - 1],
                    grid.body[line].page == grid.body[line - 1].page, others(line).count >= 3,
                    let task = grid.cells[line].cells[grid.taskColumn].first, grid.body[line].words[task].mayOpen,
                    !LetterCase.startsLower(grid.body[line].words[task].range, in: grid.text)
                else { return false }
                return others(line).allSatisfy { column in
                    let first = grid.body[line].words[grid.cells[line].cells[column].lowerBound]
                    guard first.mayOpen else { return false }
                    if grid.cells[line - 1].cells[column].isEmpty { return true }
                    let role = grid.header.roles[column]
                    // What products and notes begin with says too little.
                    return first.opening(as: role) > 0 || role == .outputs || role == .note || role == nil
                }
            })
    }

    /// Without numbers a row begins where most of its cells do, each with a capital.
    static func opensRow(_ line: Int, _ grid: AlignedGrid, _ text: SourceText) -> Bool {
        let filled = grid.cells[line].cells.filter { !$0.isEmpty }
        guard filled.count >= 3, filled.count * 2 > grid.columnCount, !grid.cells[line].cells[grid.taskColumn].isEmpty
        else { return false }
        return filled.allSatisfy { !LetterCase.startsLower(grid.body[line].range($0), in: text) }
    }
}
