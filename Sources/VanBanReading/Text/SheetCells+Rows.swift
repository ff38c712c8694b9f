/// The cells of one line.
extension SheetCells {
    /// A cell: quoted, up to the quotation mark that closes it, or plain, up to the sign that ends it.
    struct Cell {
        var end: Int
        var edits: [Edit] = []
        var isQuoted = false
        /// Whether it holds what must be quoted; others were in quotation marks before.
        var isQuotedForReason = false

        /// `"=""1"""`
        private static let quotedFormula: [UInt8] = [0x22, 0x3D, 0x22, 0x22]

        /// - Parameter isBody: whether rows stand above it, so that a quotation mark that nothing closes is none.
        init?(at start: Int, in bytes: [UInt8], delimiter: UInt8, isBody: Bool = false) {
            end = start
            // Excel's way to keep a number as it is written: `="1"`.
            let isFormula = start + 1 < bytes.count && bytes[start] == 0x3D && bytes[start + 1] == 0x22
            guard start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 || isFormula else {
                guard takePlain(bytes, delimiter) else { return nil }
                return
            }
            if takeQuoted(bytes, delimiter, isFormula: isFormula) { return }
            // A quotation mark that nothing closes; an apostrophe is none.
            let isApostrophe = bytes[start] == 0x27
            guard isBody || isApostrophe else { return nil }
            end = start
            edits = isApostrophe || isFormula ? [] : [Edit(range: start..<(start + 1))]
            isQuoted = false
            isQuotedForReason = false
            guard takePlain(bytes, delimiter) else { return nil }
        }

        private static func ends(_ offset: Int, _ bytes: [UInt8], _ delimiter: UInt8) -> Bool {
            offset >= bytes.count || bytes[offset] == delimiter || bytes[offset] == 0x0A || bytes[offset] == 0x0D
        }

        private mutating func takePlain(_ bytes: [UInt8], _ delimiter: UInt8) -> Bool {
            let limit = min(bytes.count, end + SheetCells.longestCell)
            while end < limit, !Self.ends(end, bytes, delimiter) { end += 1 }
            return Self.ends(end, bytes, delimiter)
        }

        /// - Returns: whether a quotation mark closes it.
        private mutating func takeQuoted(_ bytes: [UInt8], _ delimiter: UInt8, isFormula: Bool) -> Bool {
            let start = end
            let limit = min(bytes.count, start + SheetCells.longestCell)
            let quote = isFormula ? 0x22 : bytes[start]
            func ends(_ offset: Int) -> Bool { Self.ends(offset, bytes, delimiter) }
            let isQuotedFormula = !isFormula && bytes[start...].starts(with: Self.quotedFormula)
            let opening = isQuotedFormula ? Self.quotedFormula.count : isFormula ? 2 : 1
            isQuoted = true
            edits.append(Edit(range: start..<(start + opening)))
            var offset = start + opening
            while offset < limit {
                switch bytes[offset] {
                case 0x22
                where isQuotedFormula && bytes[offset...].starts(with: [0x22, 0x22, 0x22]) && ends(offset + 3):
                    edits.append(Edit(range: offset..<(offset + 3)))
                    end = offset + 3
                    return true
                case quote where offset + 1 < bytes.count && bytes[offset + 1] == quote:
                    isQuotedForReason = true
                    edits.append(Edit(range: offset..<(offset + 1)))
                    offset += 2
                case quote:
                    // Within a word an apostrophe is one.
                    if quote == 0x27, !ends(offset + 1) {
                        offset += 1
                        continue
                    }
                    guard ends(offset + 1) else { return false }
                    edits.append(Edit(range: offset..<(offset + 1)))
                    end = offset + 1
                    return true
                case 0x5C
                where offset + 1 < limit && bytes[offset + 1] == quote && !closes(offset + 1, bytes, delimiter):
                    // As databases write a quotation mark within a cell.
                    isQuotedForReason = true
                    edits.append(Edit(range: offset..<(offset + 1)))
                    offset += 2
                case 0x0D where offset + 1 < bytes.count && bytes[offset + 1] == 0x0A:
                    isQuotedForReason = true
                    edits.append(Edit(range: offset..<(offset + 2), replacement: 0x0B))
                    offset += 2
                case 0x0A, 0x0D:
                    isQuotedForReason = true
                    edits.append(Edit(range: offset..<(offset + 1), replacement: 0x0B))
                    offset += 1
                case 0x09:
                    isQuotedForReason = true
                    edits.append(Edit(range: offset..<(offset + 1), replacement: 0x20))
                    offset += 1
                default: offset += 1
                }
            }
            return false
        }

        /// Whether a quotation mark behind a backslash closes the cell: a path ends so.
        private func closes(_ offset: Int, _ bytes: [UInt8], _ delimiter: UInt8) -> Bool {
            guard Self.ends(offset + 1, bytes, delimiter) else { return false }
            return offset + 2 >= bytes.count || bytes[offset + 1] != delimiter || bytes[offset + 2] != 0x20
        }
    }

    /// The cells of a line, and where it ends.
    struct Row {
        var cells: [Range<Int>] = []
        var edits: [Edit] = []
        var quoted = 0
        var end: Int

        /// - Parameter isBody: whether rows stand above it, so that a sign with a space behind it is one within a cell.
        init?(at start: Int, in bytes: [UInt8], delimiter: Delimiter, isBody: Bool = false) {
            end = start
            var begin = start
            while cells.count < SheetCells.mostColumns,
                let cell = Cell(at: end, in: bytes, delimiter: delimiter.sign, isBody: isBody)
            {
                edits += cell.edits
                end = cell.end
                let goesOn = end < bytes.count && bytes[end] == delimiter.sign
                let hasSpace = goesOn && end + 1 < bytes.count && bytes[end + 1] == 0x20
                // Behind a comma of a sentence stands a space, where none stands behind those that part cells.
                if goesOn, !cell.isQuoted, hasSpace != delimiter.isSpaced {
                    guard isBody, end - begin < SheetCells.longestCell else { return nil }
                    end += 1
                    continue
                }
                cells.append(begin..<end)
                if NoValue.fills(bytes[begin..<end]) { edits.append(Edit(range: begin..<end)) }
                if cell.isQuoted { quoted += 1 }
                guard goesOn else { return }
                begin = end + 1
                if delimiter.isSpaced { while begin < bytes.count, bytes[begin] == 0x20 { begin += 1 } }
                edits.append(Edit(range: end..<begin, replacement: 0x09))
                end = begin
            }
            return nil
        }

        /// Leaves the first cell out.
        mutating func dropFirstCell() {
            guard cells.count > 1 else { return }
            let first = cells[0].lowerBound..<cells[1].lowerBound
            edits.removeAll { first.contains($0.range.lowerBound) }
            edits.append(Edit(range: first))
        }

        /// Whether its first cell is a number, quoted or not.
        func isNumbered(in bytes: [UInt8]) -> Bool {
            guard let first = cells.first else { return false }
            let digits = bytes[first].filter { $0 != 0x22 && $0 != 0x27 && $0 != 0x3D }
            return (1...3).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}
