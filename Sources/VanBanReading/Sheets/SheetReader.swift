import VanBanModel

/// Reads workbooks of Excel (`.xlsx`) and OpenDocument (`.ods`): each sheet that is shown as a table with its captions above,
/// cells as they are shown.
struct SheetReader {
    private let limits: ReadingLimits

    init(limits: ReadingLimits) { self.limits = limits }

    /// - Returns: the document, and how many bytes its parts came to.
    func read(
        _ file: [UInt8], name: String, as format: Source.Format
    ) throws(ReadingError) -> (document: ReadDocument, unpacked: Int) {
        let parts = try PackageParts(file, limits: limits)
        let source = Source(
            name: name, format: format, encoding: "utf-8", bytes: file.count, sha256: FileDigest.sha256(of: file))
        let (sheets, hiddenSheets) = format == .ods ? try openSheets(parts) : try excelSheets(parts)
        var flow = FlowText(root: "")
        let sheetName = flow.paths.name("sheet")
        var hiddenRows = 0
        var hiddenColumns = 0
        for (index, sheet) in sheets.enumerated() where !sheet.isEmpty {
            hiddenRows += sheet.hiddenRows
            hiddenColumns += sheet.hiddenColumns.count
            let element = flow.paths.add(sheetName, in: -1, ordinal: Int32(clamping: index + 1))
            if flow.position > 0 { flow.breakPage() }
            try sheet.lay(into: &flow, in: element, limits: limits)
        }
        let lookAlikes = flow.lookAlikes
        let (text, blocks) = flow.finish()
        guard !blocks.isEmpty else { throw .empty }
        var diagnostics = lookAlikes.diagnostics(in: text)
        diagnostics += PackageDiagnostics.of(parts.log.notices, in: text)
        if hiddenSheets + hiddenRows + hiddenColumns > 0 {
            diagnostics.append(
                Diagnostic(
                    .hiddenCells, at: text.location(of: 0..<0),
                    arguments: [String(hiddenSheets), String(hiddenRows), String(hiddenColumns)]))
        }
        return (ReadDocument(source: source, text: text, blocks: blocks, diagnostics: diagnostics), parts.log.unpacked)
    }

    // MARK: Excel

    private func excelSheets(_ parts: PackageParts) throws(ReadingError) -> (sheets: [SheetGrid], hidden: Int) {
        let found = try ExcelParts(parts)
        var sheets: [SheetGrid] = []
        var hidden = 0
        for sheet in found.workbook.sheets {
            guard !sheet.isHidden else {
                hidden += 1
                continue
            }
            guard let part = found.part(of: sheet) else { continue }
            let reader = WorksheetReader(
                name: sheet.name, strings: found.strings, styles: found.styles,
                startsIn1904: found.workbook.startsIn1904, limits: limits)
            _ = try parts.read(part, with: reader)
            if let failure = reader.failure { throw failure }
            sheets.append(reader.grid)
        }
        return (sheets, hidden)
    }

    // MARK: OpenDocument

    private func openSheets(_ parts: PackageParts) throws(ReadingError) -> (sheets: [SheetGrid], hidden: Int) {
        let reader = OpenSheetReader(limits: limits)
        guard try parts.read("content.xml", with: reader) != nil else { throw .damaged(part: "content.xml") }
        if let failure = reader.failure { throw failure }
        return (reader.sheets, reader.hiddenSheets)
    }
}
