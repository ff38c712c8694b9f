import CLibXLSXWriter
import VanBanModel
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a filled template as a workbook: its headings and what stands above them, the widths of its columns, lists of values
/// to choose from, and below them the rows. Other sheets of the template are not taken over.
package enum ImportWorkbook {
    /// - Parameter rows: which rows of the sheet.
    /// - Throws: ``OutputError`` where it cannot be written; the file is there whole or not at all.
    package static func write(_ sheet: ImportSheet, _ rows: Range<Int>, to path: String) throws(OutputError) {
        try AtomicFile.make(at: path) { temporary throws(OutputError) in
            guard let workbook = FileName.withPath(temporary, { workbook_new($0) }) else {
                throw .refused(reason: "system.workbook.memory")
            }
            do throws(OutputError) { try fill(workbook, sheet, rows) } catch {
                _ = workbook_close(workbook)
                throw error
            }
            try SheetXLSX.check(workbook_close(workbook))
        }
    }

    private static func fill(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ sheet: ImportSheet, _ rows: Range<Int>
    ) throws(OutputError) {
        // The day of making would make each file another.
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
        let looks = Looks(workbook)
        guard let page = workbook_add_worksheet(workbook, sheet.template.sheetName) else {
            throw .refused(reason: "system.workbook.sheet \(sheet.template.sheetName)")
        }
        for (index, column) in sheet.columns.enumerated() {
            guard let width = column.width else { continue }
            worksheet_set_column(page, UInt16(index), UInt16(index), width, nil)
        }
        for head in sheet.template.heads {
            let (row, column) = (UInt32(head.row), UInt16(head.column))
            let look = head.isHeading ? looks.heading : looks.title
            if head.rows > 1 || head.columns > 1 {
                try SheetXLSX.check(
                    worksheet_merge_range(
                        page, row, column, row + UInt32(head.rows - 1), column + UInt16(head.columns - 1), head.text,
                        look))
            } else {
                try SheetXLSX.check(worksheet_write_string(page, row, column, head.text, look))
            }
        }
        let first = UInt32(sheet.template.firstRow)
        worksheet_freeze_panes(page, first, 0)
        for (offset, index) in rows.enumerated() {
            for (column, value) in sheet.rows[index].values.enumerated() {
                try write(value, to: page, first + UInt32(offset), UInt16(column), looks)
            }
        }
        for (index, column) in sheet.columns.enumerated() {
            guard case .list(let values) = column.rule, !rows.isEmpty else { continue }
            offer(values, page, first, first + UInt32(rows.count - 1), UInt16(index))
        }
    }

    private static func write(
        _ value: SheetValue, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
        _ looks: Looks
    ) throws(OutputError) {
        switch value {
        case .none: try SheetXLSX.check(worksheet_write_blank(page, row, column, looks.text))
        case .text(let text):
            let fitting = text.unicodeScalars.count > SheetXLSX.longestText ? SheetXLSX.cut(text) : text
            try SheetXLSX.check(worksheet_write_string(page, row, column, fitting, looks.text))
        case .integer(let integer):
            try SheetXLSX.check(worksheet_write_number(page, row, column, Double(integer), looks.text))
        case .number(let number): try SheetXLSX.check(worksheet_write_number(page, row, column, number, looks.text))
        case .date(let date):
            var day = lxw_datetime()
            day.year = Int32(date.year)
            day.month = Int32(date.month)
            day.day = Int32(date.day)
            try SheetXLSX.check(worksheet_write_datetime(page, row, column, &day, looks.day))
        }
    }

    /// Excel takes lists of up to 255 characters within a cell's rule; longer ones are left out.
    private static func offer(
        _ values: [String], _ page: UnsafeMutablePointer<lxw_worksheet>, _ first: UInt32, _ last: UInt32,
        _ column: UInt16
    ) {
        guard !values.isEmpty, values.joined(separator: ",").unicodeScalars.count <= 255 else { return }
        var texts: [UnsafeMutablePointer<CChar>?] = values.map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        texts.withUnsafeMutableBufferPointer { list in
            var rule = lxw_data_validation()
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            rule.value_list = list.baseAddress
            _ = worksheet_data_validation_range(page, first, column, last, column, &rule)
        }
    }

    private struct Looks {
        let title: UnsafeMutablePointer<lxw_format>?
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?

        init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
            let middle = UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
            let border = UInt8(LXW_BORDER_THIN.rawValue)
            title = workbook_add_format(workbook)
            format_set_bold(title)
            heading = workbook_add_format(workbook)
            format_set_bold(heading)
            format_set_text_wrap(heading)
            format_set_align(heading, middle)
            format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_border(heading, border)
            text = workbook_add_format(workbook)
            format_set_text_wrap(text)
            format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(text, border)
            day = workbook_add_format(workbook)
            format_set_align(day, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(day, border)
            format_set_num_format(day, "dd/mm/yyyy")
        }
    }
}
