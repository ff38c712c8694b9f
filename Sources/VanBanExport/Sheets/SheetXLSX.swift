import CLibXLSXWriter
import VanBanMessages
import VanBanModel
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Sheets as an Excel workbook (Office Open XML), written row by row so that memory does not grow with the rows.
///
/// Days are real dates, numbers real numbers, texts stay texts whatever they begin with. The header stands still and
/// has filters, long texts are wrapped, and the first cell of each row says in a comment where the row was read. The
/// same sheets give the same bytes.
///
/// ```swift
/// try SheetXLSX.write(to: "ke-hoach.xlsx", language: .vietnamese) { workbook throws(OutputError) in
///     for kind in SheetKind.allCases { try workbook.append(sheets.sheet(kind)) }
/// }
/// ```
package struct SheetXLSX: ~Copyable {
    /// The most that a cell holds, in characters (Excel's limit).
    package static let longestText = 32_767
    /// The most rows that a sheet holds, its header among them; further ones go to `Tasks (2)`.
    package static let mostRows = 1_048_576

    private struct Page {
        var sheet: UnsafeMutablePointer<lxw_worksheet>
        var columns: [SheetColumn]
        /// The row that comes next, from 0.
        var next: UInt32
        /// From 1, of the pages of one name.
        var ordinal: Int
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let language: Language
    private let formats: Formats
    private var pages: [String: Page] = [:]
    private var isClosed = false

    /// Writes a workbook so that it is there whole or not at all: beside its place first, then renamed.
    /// - Parameter language: what columns and sheets are headed in.
    /// - Throws: ``OutputError`` from the system or from `body`.
    package static func write(
        to path: String, language: Language, _ body: (inout SheetXLSX) throws(OutputError) -> Void
    ) throws(OutputError) {
        try AtomicFile.make(at: path) { temporary throws(OutputError) in
            var workbook = try SheetXLSX(path: temporary, language: language)
            try body(&workbook)
            try workbook.close()
        }
    }

    private init(path: String, language: Language) throws(OutputError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = FileName.withPath(path, { workbook_new_opt($0, &options) }) else {
            throw .system(code: ENOMEM)
        }
        self.workbook = workbook
        self.language = language
        formats = Formats(workbook, language)
        // The day of making would make each file another.
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
    }

    /// Adds rows below those that the sheet of this name has.
    /// - Throws: ``OutputError`` when the library refuses.
    package mutating func append(_ sheet: Sheet) throws(OutputError) {
        let sheet = sheet.told(in: language)
        var page: Page
        if let begun = pages[sheet.name] { page = begun } else { page = try self.page(of: sheet, ordinal: 1) }
        for row in sheet.rows {
            if Int(page.next) >= Self.mostRows { page = try self.page(of: sheet, ordinal: page.ordinal + 1) }
            try write(row, to: page)
            page.next += 1
        }
        pages[sheet.name] = page
    }

    private mutating func close() throws(OutputError) {
        for page in pages.values where page.next > 1 && !page.columns.isEmpty {
            worksheet_autofilter(page.sheet, 0, 0, page.next - 1, UInt16(page.columns.count - 1))
        }
        isClosed = true
        try Self.check(workbook_close(workbook))
    }

    deinit {
        // What was not written whole is given up; the file beside goes with it.
        if !isClosed { _ = workbook_close(workbook) }
    }

    private func page(of sheet: Sheet, ordinal: Int) throws(OutputError) -> Page {
        // Excel's own limit is 31 characters; the titles of kinds are shorter.
        var name = String(sheet.title(in: language).prefix(26))
        if ordinal > 1 { name += " (\(ordinal))" }
        guard let made = workbook_add_worksheet(workbook, name) else {
            throw .refused(reason: "system.workbook.sheet \(name)")
        }
        let heading = Self.height(of: sheet.columns.map { ($0.title(in: language), $0) })
        try Self.check(worksheet_set_row(made, 0, heading, nil))
        for (index, column) in sheet.columns.enumerated() {
            let position = UInt16(index)
            var options = lxw_row_col_options()
            options.hidden = column.isTechnical ? 1 : 0
            worksheet_set_column_opt(made, position, position, Double(column.width), nil, &options)
            try Self.check(
                worksheet_write_string(made, 0, position, column.title(in: language), formats.header))
        }
        worksheet_freeze_panes(made, 1, 0)
        // On paper: A3, lying, as wide as the page, the header on each.
        worksheet_set_landscape(made)
        worksheet_set_paper(made, 8)
        worksheet_set_margins(made, 0.4, 0.4, 0.5, 0.5)
        worksheet_fit_to_pages(made, 1, 0)
        worksheet_repeat_rows(made, 0, 0)
        return Page(sheet: made, columns: sheet.columns, next: 1, ordinal: ordinal)
    }

    private func write(_ row: SheetRow, to page: Page) throws(OutputError) {
        var isCut = false
        // Spreadsheets don't measure wrapped texts by themselves in all cases: rows would lie over each other.
        let texts = zip(row.values, page.columns).compactMap { value, column in
            if case .text(let text) = value { return (text, column) }
            return nil
        }
        try Self.check(worksheet_set_row(page.sheet, page.next, Self.height(of: texts), nil))
        for (index, value) in row.values.enumerated() {
            let column = UInt16(index)
            switch value {
            case .none: continue
            case .text(let text):
                let fitting = text.unicodeScalars.count > Self.longestText
                if fitting { isCut = true }
                try writeText(fitting ? Self.cut(text) : text, to: page, column)
            case .integer(let integer):
                try Self.check(worksheet_write_number(page.sheet, page.next, column, Double(integer), formats.plain))
            case .number(let number):
                try Self.check(worksheet_write_number(page.sheet, page.next, column, number, formats.plain))
            case .date(let date):
                // Excel's calendar begins in 1900.
                guard date.year >= 1900 else {
                    try writeText(date.description, to: page, column)
                    continue
                }
                var day = lxw_datetime()
                day.year = Int32(date.year)
                day.month = Int32(date.month)
                day.day = Int32(date.day)
                try Self.check(worksheet_write_datetime(page.sheet, page.next, column, &day, formats.date))
            }
        }
        guard let place = row.place else { return }
        var comment = place.text(in: language)
        if isCut { comment += ". " + Messages.text("sheet.cut", in: language) }
        try Self.check(worksheet_write_comment(page.sheet, page.next, 0, comment))
    }

    /// Points that a line takes, and the most that a row may have (Excel's limit).
    private static let lineHeight = 15.0
    private static let tallestRow = 409.0

    /// The height of a row whose texts are wrapped to their columns, those that are hidden aside. A column's width is in
    /// figures of the font, which letters hardly exceed.
    private static func height(of texts: [(String, SheetColumn)]) -> Double {
        var lines = 1
        for (text, column) in texts where !column.isTechnical {
            // As many as fit a row are enough to know.
            let beginning = text.utf8.count > 8192 ? String(text.prefix(4096)) : text
            let wrapped = beginning.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
                $0 + WrappedText.lines(of: String($1), width: column.width).count
            }
            lines = max(lines, wrapped)
        }
        return min(tallestRow, Double(lines) * lineHeight)
    }

    private func writeText(_ text: String, to page: Page, _ column: UInt16) throws(OutputError) {
        guard !text.isEmpty else { return }
        try Self.check(worksheet_write_string(page.sheet, page.next, column, text, formats.text))
    }

    static func cut(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestText - 1))) + "…"
    }

    static func check(_ error: lxw_error) throws(OutputError) {
        guard error != LXW_NO_ERROR else { return }
        switch error {
        case LXW_ERROR_MEMORY_MALLOC_FAILED: throw .refused(reason: "system.workbook.memory")
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
            throw .refused(reason: "system.workbook.tooLarge")
        default: throw .refused(reason: "system.workbook.file")
        }
    }
}

/// The looks of a workbook's cells.
private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let plain: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ language: Language) {
        let top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_align(header, top)
        format_set_bg_color(header, 0xDDE7F3)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        text = workbook_add_format(workbook)
        format_set_text_wrap(text)
        format_set_align(text, top)
        // Numbers keep off the texts at their right.
        plain = workbook_add_format(workbook)
        format_set_align(plain, top)
        format_set_align(plain, UInt8(LXW_ALIGN_RIGHT.rawValue))
        format_set_indent(plain, 1)
        date = workbook_add_format(workbook)
        format_set_align(date, top)
        format_set_align(date, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_num_format(date, language == .english ? "yyyy-mm-dd" : "dd/mm/yyyy")
    }
}
