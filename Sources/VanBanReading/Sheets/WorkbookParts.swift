/// Reads `xl/workbook.xml`: the sheets in their order (ECMA-376 Part 1, 18.2).
final class WorkbookReader: XMLEventHandler {
    struct Sheet {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Whether days are counted from 1904-01-01.
    private(set) var startsIn1904 = false
    /// What names of ranges stand for.
    private(set) var names: [String: String] = [:]
    private var name: String?
    private var text: [UInt8] = []

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .sheet:
            guard let id = element.string(.id) else { return }
            let isShown = element[.state] == nil || element.has(.state, "visible")
            sheets.append(Sheet(name: element.string(.name) ?? "", relationship: id, isHidden: !isShown))
        case .workbookPr: startsIn1904 = element.has(.date1904, "1") || element.has(.date1904, "true")
        case .definedName:
            name = element.string(.name)
            text = []
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        guard name == .definedName, let known = self.name else { return }
        names[known] = String(decoding: text, as: UTF8.self)
        self.name = nil
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { if name != nil { text += bytes } }
}

/// Reads `xl/sharedStrings.xml` (18.4): the texts that cells name by number. What is read above a text to say how it is
/// spoken (`rPh`) is none of it.
final class SharedStringsReader: XMLEventHandler {
    private(set) var strings: [String] = []
    private var text: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .si: text = []
        case .rPh: isPhonetic = true
        case .t: isText = !isPhonetic
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        switch name {
        case .si: strings.append(String(decoding: text, as: UTF8.self))
        case .rPh: isPhonetic = false
        case .t: isText = false
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { if isText { text += bytes } }
}

/// Reads `xl/styles.xml` (18.8): how cells of each format show numbers, and whether they are bold or have lines.
final class SheetStylesReader: XMLEventHandler {
    struct Style {
        var format = CellFormat(number: 0)
        var isBold = false
        var hasSides = false
    }

    private(set) var styles: [Style] = []
    private var codes: [Int: String] = [:]
    private var boldFonts: [Bool] = []
    private var sidedBorders: [Bool] = []
    private var section = XMLName.other

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .fonts, .borders, .cellXfs, .cellStyleXfs, .dxfs: section = element.name
        case .numFmt where section != .dxfs:
            if let id = element.integer(.numFmtId), let code = element.string(.formatCode) { codes[id] = code }
        case .font where section == .fonts: boldFonts.append(false)
        case .b where section == .fonts:
            if !boldFonts.isEmpty { boldFonts[boldFonts.count - 1] = element.isOn }
        case .border where section == .borders: sidedBorders.append(false)
        case .left where section == .borders, .right where section == .borders:
            guard let style = element.string(.style), style != "none", !sidedBorders.isEmpty else { return }
            sidedBorders[sidedBorders.count - 1] = true
        case .xf where section == .cellXfs: styles.append(style(element))
        default: break
        }
    }

    private func style(_ element: XMLElement) -> Style {
        var style = Style()
        let number = element.integer(.numFmtId) ?? 0
        style.format = codes[number].map { CellFormat(code: $0) } ?? CellFormat(number: number)
        if let font = element.integer(.fontId), boldFonts.indices.contains(font) { style.isBold = boldFonts[font] }
        if let border = element.integer(.borderId), sidedBorders.indices.contains(border) {
            style.hasSides = sidedBorders[border]
        }
        return style
    }
}

/// Reads a worksheet (18.3).
final class WorksheetReader: XMLEventHandler {
    private(set) var grid: SheetGrid
    private(set) var failure: ReadingError?
    private let strings: [String]
    private let styles: [SheetStylesReader.Style]
    private let startsIn1904: Bool
    private let limits: ReadingLimits
    private var row = -1
    private var column = -1
    private var isHiddenRow = false
    private var type = ""
    private var style = SheetStylesReader.Style()
    private var text: [UInt8] = []
    private var isText = false
    private var isPhonetic = false
    private var cells = 0

    init(
        name: String, strings: [String], styles: [SheetStylesReader.Style], startsIn1904: Bool, limits: ReadingLimits
    ) {
        grid = SheetGrid(name: name)
        self.strings = strings
        self.styles = styles
        self.startsIn1904 = startsIn1904
        self.limits = limits
    }

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .col where Self.isTrue(element, .hidden): hideColumns(element)
        case .row:
            row = element.integer(.r).map { $0 - 1 } ?? row + 1
            column = -1
            isHiddenRow = Self.isTrue(element, .hidden)
            if isHiddenRow { grid.hiddenRows += 1 }
            if row < 0 || row >= limits.tableRows { fail(.beyondLimit(.tableRows, limit: limits.tableRows)) }
        case .c: beginCell(element)
        case .v, .t: isText = !isPhonetic
        case .rPh: isPhonetic = true
        case .mergeCell:
            guard let reference = element.string(.ref), let range = Self.range(reference) else { return }
            grid.merges[range.place] = (range.rows, range.columns)
        default: break
        }
    }

    private func beginCell(_ element: XMLElement) {
        column = element.string(.r).flatMap { Self.place($0) }?.column ?? column + 1
        type = element.string(.t) ?? "n"
        let number = element.integer(.s) ?? 0
        style = styles.indices.contains(number) ? styles[number] : SheetStylesReader.Style()
        text = []
        cells += 1
        if cells > limits.tablePlaces { fail(.beyondLimit(.tablePlaces, limit: limits.tablePlaces)) }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        switch name {
        case .v, .t: isText = false
        case .rPh: isPhonetic = false
        case .c:
            guard !isHiddenRow, row >= 0, column >= 0 else { return }
            let cell = SheetGrid.Cell(text: shown(), isBold: style.isBold, hasSides: style.hasSides)
            if !cell.text.isEmpty || cell.hasSides { grid.add(cell, row: row, column: column) }
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        text += bytes
        if text.count > limits.paragraphBytes { fail(.beyondLimit(.paragraphBytes, limit: limits.paragraphBytes)) }
    }

    private func fail(_ error: ReadingError) {
        if failure == nil { failure = error }
        isDone = true
    }

    /// What the cell shows.
    private func shown() -> String {
        let value = String(decoding: text, as: UTF8.self)
        switch type {
        case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "str", "inlineStr", "e", "d": return value
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        default:
            return Double(value).map { style.format.text(of: $0, startsIn1904: startsIn1904) } ?? value
        }
    }

    private func hideColumns(_ element: XMLElement) {
        guard let first = element.integer(.min), let last = element.integer(.max), first >= 1, last >= first else {
            return
        }
        for column in first...min(last, limits.tableColumns) { grid.hiddenColumns.insert(column - 1) }
    }

    private static func isTrue(_ element: XMLElement, _ name: XMLName) -> Bool {
        element.has(name, "1") || element.has(name, "true")
    }

    /// `B5`: row and column from 0.
    static func place(_ reference: String) -> SheetGrid.Place? {
        var column = 0
        var row = 0
        for byte in reference.utf8 where byte != 0x24 {
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A, row == 0 {
                column = column * 26 + Int(byte | 0x20) - 0x60
            } else if CharacterClass.isDigit(byte) {
                row = row * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
            guard column < 100_000, row < 100_000_000 else { return nil }
        }
        return column > 0 && row > 0 ? SheetGrid.Place(row: row - 1, column: column - 1) : nil
    }

    /// `A1:C3`
    static func range(_ reference: String) -> (place: SheetGrid.Place, rows: Int, columns: Int)? {
        let sides = reference.split(separator: ":").map { place(String($0)) }
        guard sides.count == 2, let first = sides[0], let last = sides[1], last.row >= first.row,
            last.column >= first.column
        else { return nil }
        return (first, last.row - first.row + 1, last.column - first.column + 1)
    }
}
