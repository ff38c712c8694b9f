import VanBanMessages
import VanBanModel

/// A workbook (.xlsx) that another program imports, and that is to be filled: its headings with what stands above them, the
/// widths of its columns, and what their cells may hold.
///
/// The headings are the row of which most cells are known by `isKnown`, with the cells merged above or below it; where none is
/// known, the row with most cells. A heading that ends with `*` or `(*)` demands a value. What cells may hold is what the
/// workbook itself lets be entered (ECMA-376 Part 1, 18.3.1.33).
package struct WorkbookTemplate: Sendable {
    /// What a cell may hold.
    package enum Rule: Hashable, Sendable {
        case list([String])
        /// From and to, either of which may be open; a length counts characters.
        case length(Int?, Int?)
        case number(Double?, Double?, isWhole: Bool)
        case day
    }

    package struct Column: Hashable, Sendable {
        /// As printed; where heads stand over each other, with a space between them.
        package var heading: String
        /// In characters; nil where the workbook says none.
        package var width: Double?
        package var rule: Rule?
        /// Whether the heading says that no cell may be empty.
        package var isRequired: Bool
    }

    /// A text above the first row to be filled, and how far it reaches.
    package struct Head: Hashable, Sendable {
        package var row: Int
        package var column: Int
        package var rows: Int
        package var columns: Int
        package var text: String
        /// Whether it is one of the headings, and not a title over them.
        package var isHeading: Bool
    }

    /// Why a template cannot be taken.
    package enum Failure: Error, Hashable, Sendable {
        case notAWorkbook, noHeadings
        case reading(ReadingError)

        /// What is wrong, and what can be done.
        package func message(in language: Language) -> String {
            switch self {
            case .notAWorkbook: Messages.text("template.notAWorkbook", in: language)
            case .noHeadings: Messages.text("template.noHeadings", in: language)
            case .reading(let error): error.message(in: language)
            }
        }
    }

    package var sheetName: String
    /// Texts above the rows, in reading order.
    package var heads: [Head]
    /// The first row to be filled, from 0.
    package var firstRow: Int
    package var columns: [Column]

    /// Reads a workbook.
    /// - Parameter isKnown: whether a heading is one that somebody knows how to fill.
    /// - Throws: ``Failure`` where it is no workbook of Excel, cannot be read, or has no headings.
    package init(_ file: [UInt8], limits: ReadingLimits, isKnown: (String) -> Bool) throws(Failure) {
        guard FileReader.format(of: file) == .xlsx else { throw .notAWorkbook }
        let workbook: ExcelWorkbook
        do throws(ReadingError) {
            workbook = try ExcelWorkbook(try PackageParts(file, limits: limits), limits: limits)
        } catch {
            throw .reading(error)
        }
        var best: (sheet: ExcelWorkbook.Sheet, row: Int, known: Int, filled: Int)?
        for sheet in workbook.sheets where !sheet.isHidden {
            for row in sheet.grid.rows.prefix(Self.mostRowsAbove) {
                let texts = row.cells.map(\.cell.text).filter { !$0.isEmpty }
                let (known, filled) = (texts.count { isKnown($0) }, texts.count)
                guard filled > 1, (known, filled) > (best?.known ?? 0, best?.filled ?? 0) else { continue }
                best = (sheet, row.number, known, filled)
            }
        }
        guard let best else { throw .noHeadings }
        let grid = best.sheet.grid
        sheetName = grid.name
        // Heads that reach down into the row that was found begin above it; heads over several columns have more below them.
        let top = grid.merges.filter { $0.key.row < best.row && $0.key.row + $0.value.rows > best.row }.map(\.key.row)
            .min()
        let first = top ?? best.row
        let last =
            max(best.row, grid.merges.filter { $0.key.row == first }.map { $0.key.row + $0.value.rows - 1 }.max() ?? 0)
        firstRow = last + 1
        heads = grid.rows.filter { $0.number <= last }.flatMap { row in
            row.cells.filter { !$0.cell.text.isEmpty }.map { column, cell in
                let reach = grid.merges[SheetGrid.Place(row: row.number, column: column)] ?? (rows: 1, columns: 1)
                return Head(
                    row: row.number, column: column, rows: reach.rows, columns: reach.columns, text: cell.text,
                    isHeading: row.number >= first)
            }
        }
        let headings = heads.filter(\.isHeading)
        let count = headings.map { $0.column + $0.columns }.max() ?? 0
        columns = (0..<count).map { index in
            let over = headings.filter { $0.column <= index && index < $0.column + $0.columns }
            let heading = over.map { Self.oneLine($0.text) }.joined(separator: " ")
            let rules = best.sheet.rules.filter { $0.columns.contains(index) && $0.rows.upperBound > last + 1 }
            return Column(
                heading: heading, width: best.sheet.widths[index],
                rule: rules.lazy.compactMap { workbook.rule($0) }.first,
                isRequired: over.last.map { Self.demands($0.text) } ?? false)
        }
    }

    /// How many rows may stand above the headings.
    private static let mostRowsAbove = 50

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func demands(_ heading: String) -> Bool {
        heading.reversed().first { !$0.isWhitespace && $0 != ")" } == "*"
    }
}

/// All sheets of a workbook of Excel, with what a template says besides its cells.
private struct ExcelWorkbook {
    /// What a range of cells may hold, as it is written.
    struct Validation {
        var rows: Range<Int>
        var columns: Range<Int>
        var type: String
        var comparison: String
        var formulas: [String]
    }

    struct Sheet {
        var grid: SheetGrid
        var widths: [Int: Double]
        var rules: [Validation]
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private var names: [String: String] = [:]

    init(_ parts: PackageParts, limits: ReadingLimits) throws(ReadingError) {
        let found = try ExcelParts(parts)
        names = found.workbook.names
        for sheet in found.workbook.sheets {
            guard let part = found.part(of: sheet) else { continue }
            let reader = WorksheetReader(
                name: sheet.name, strings: found.strings, styles: found.styles,
                startsIn1904: found.workbook.startsIn1904, limits: limits)
            _ = try parts.read(part, with: reader)
            if let failure = reader.failure { throw failure }
            let extras = SheetExtrasReader()
            _ = try parts.read(part, with: extras)
            sheets.append(
                Sheet(grid: reader.grid, widths: extras.widths, rules: extras.validations, isHidden: sheet.isHidden))
        }
    }

    /// What a validation demands; nil where it is one that is not looked at.
    func rule(_ validation: Validation) -> WorkbookTemplate.Rule? {
        let numbers = validation.formulas.map { Double($0) }
        var (low, high) = (numbers.first ?? nil, numbers.count > 1 ? numbers[1] : nil)
        switch validation.comparison {
        case "lessThan", "lessThanOrEqual": (low, high) = (nil, low)
        case "greaterThan", "greaterThanOrEqual": high = nil
        case "equal": high = low
        case "notEqual", "notBetween": return nil
        default: break
        }
        switch validation.type {
        case "list": return validation.formulas.first.flatMap(values).map { .list($0) }
        case "textLength": return .length(low.map { Int($0) }, high.map { Int($0) })
        case "whole": return .number(low, high, isWhole: true)
        case "decimal": return .number(low, high, isWhole: false)
        case "date": return .day
        default: return nil
        }
    }

    /// The values of a list: `"Có,Không"`, `Danh_muc`, `'Đơn vị'!$A$2:$A$40`.
    private func values(_ formula: String) -> [String]? {
        if formula.hasPrefix("\""), formula.hasSuffix("\""), formula.count > 1 {
            return formula.dropFirst().dropLast().split(separator: ",").map {
                String($0).trimmed
            }
        }
        let reference = names[formula] ?? formula
        let pieces = reference.split(separator: "!", maxSplits: 1).map(String.init)
        guard let cells = pieces.last, let range = WorksheetReader.range(cells) else { return nil }
        let name = pieces.count > 1 ? pieces[0].filter { $0 != "'" } : nil
        guard let sheet = sheets.first(where: { name == nil || $0.grid.name == name }) else { return nil }
        let rows = range.place.row..<(range.place.row + range.rows)
        let columns = range.place.column..<(range.place.column + range.columns)
        return sheet.grid.rows.filter { rows.contains($0.number) }.flatMap { row in
            row.cells.filter { columns.contains($0.column) && !$0.cell.text.isEmpty }.map(\.cell.text.trimmed)
        }
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Reads what a worksheet says besides its cells: widths (18.3.1.13) and what may be entered (18.3.1.32).
private final class SheetExtrasReader: XMLEventHandler {
    private(set) var widths: [Int: Double] = [:]
    private(set) var validations: [ExcelWorkbook.Validation] = []
    private var open: (type: String, comparison: String, places: String)?
    private var formulas: [String] = []
    private var text: [UInt8] = []
    private var isFormula = false

    /// The most columns whose widths are looked at: one element may name all that there are.
    private static let mostColumns = 1_024

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .col:
            guard let first = element.integer(.min), let last = element.integer(.max), first >= 1, last >= first,
                let width = element.string(.width).flatMap({ Double($0) })
            else { return }
            for column in first...min(last, Self.mostColumns) where first <= Self.mostColumns {
                widths[column - 1] = width
            }
        case .dataValidation:
            open = (
                element.string(.type) ?? "none", element.string(.operator) ?? "between", element.string(.sqref) ?? ""
            )
            formulas = []
        case .formula1, .formula2:
            isFormula = open != nil
            text = []
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        switch name {
        case .formula1, .formula2:
            if isFormula { formulas.append(String(decoding: text, as: UTF8.self)) }
            isFormula = false
        case .dataValidation:
            guard let (type, comparison, places) = open else { return }
            open = nil
            for place in places.split(separator: " ") {
                let written = place.contains(":") ? String(place) : "\(place):\(place)"
                guard let range = WorksheetReader.range(written) else { continue }
                validations.append(
                    ExcelWorkbook.Validation(
                        rows: range.place.row..<(range.place.row + range.rows),
                        columns: range.place.column..<(range.place.column + range.columns), type: type,
                        comparison: comparison, formulas: formulas))
            }
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { if isFormula { text += bytes } }
}
