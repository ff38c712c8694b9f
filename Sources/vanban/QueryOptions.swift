import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Options of every question to an archive, and how answers are written.
struct QueryOptions: ParsableArguments {
    enum Format: String, WordChoice {
        case table, csv, json, xlsx, markdown, ics
    }

    typealias Pages = (Sheet) throws(OutputError) -> Void

    @Option(name: .customLong("database"), help: .told("help.query.database", value: "file"))
    var databaseOption: String?

    @Option(help: .told("help.query.format", value: "format"))
    var format: Format = .table

    @Option(
        name: [.short, .customLong("output")],
        help: .told("help.output", value: "path"))
    var outputPath: OutputPath?

    var output: String? { outputPath?.file }

    @Option(
        help: .told("help.query.columns", value: "keys"))
    var columns: String?

    @Flag(name: .customLong("bom"), help: .told("help.bom"))
    var hasByteOrderMark = false

    @OptionGroup var formulas: FormulaOption

    @Option(help: .told("help.query.width", value: "columns"))
    var width: Int?

    @Option(help: .told("help.query.top", value: "rows"))
    var top: Int?

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...10_000).contains(width) {
            throw ValidationError(told("usage.between", "--width", "20", "10000"))
        }
        if let top, top < 1 { throw ValidationError(told("usage.atLeast", "--top", "1")) }
        if format == .xlsx, output == nil { throw ValidationError(told("usage.workbookFile")) }
    }

    /// Writes the rows that answer a request.
    /// - Parameters:
    ///   - shown: the keys of the columns that a table has, where none are asked for; nil for all that people read.
    ///   - alone: what is asked for, piece by piece, to tell which of it nothing fits.
    func answer(_ request: SheetRequest, shown: [String]?, alone: [(String, SheetRequest)] = []) throws {
        if let unknown = Self.unknownColumn(of: columns, in: request.sheet) { throw ValidationError(unknown) }
        try answer(shown: shown, alone: alone) { archive, body throws(QueryFailure) in
            try archive.answer(request, body)
        }
    }

    /// Writes what `ask` gives, page by page.
    func answer(
        shown: [String]?, alone: [(String, SheetRequest)] = [],
        _ ask: @escaping (ArchiveReader, Pages) throws(QueryFailure) -> Void
    ) throws {
        let database = try SettingsFile.database(databaseOption)
        try OutputGuard(inputs: [database], shared.language).check(output)
        let store = try corrections.store(shared.language)
        var corrected: CorrectedArchive?
        defer { corrected?.remove() }
        // The columns of some answers are known only when they are there.
        var unknown: String?
        do throws(QueryFailure) {
            let archive: ArchiveReader
            do throws(ArchiveStoreError) {
                if let store {
                    corrected = try CorrectedArchive(
                        database: database, corrections: store, reader: FileReader(further: ReadingOptions.further()))
                }
                archive = try ArchiveReader(path: corrected?.path ?? database)
            } catch {
                throw .store(error)
            }
            if !shared.quiet { tell(corrected?.unread ?? []) }
            var count = 0
            var signs = LifeSigns(isQuiet: shared.quiet || output == nil && format == .table)
            let pager = format == .table && output == nil ? Pager.begin() : nil
            defer { pager?.end() }
            try write(shown: shown) { body throws(QueryFailure) in
                try ask(archive) { page throws(OutputError) in
                    unknown = Self.unknownColumn(of: columns, in: page)
                    if let unknown { throw .refused(reason: unknown) }
                    let left = max(0, (top ?? .max) - count)
                    count += page.rows.count
                    signs.note(rows: count)
                    var page = page
                    if page.rows.count > left { page.rows.removeLast(page.rows.count - left) }
                    try body(page)
                }
                signs.noteWriting()
            }
            signs.end()
            pager?.end()
            if let top, count > top, !shared.quiet {
                StandardError.print("vanban: " + told("query.more", String(count - top)))
            }
            if count == 0, !shared.quiet { try NoAnswer(to: alone, language: shared.language).print(archive) }
        } catch {
            if let unknown { throw ValidationError(unknown) }
            switch error {
            case .store(let error): StandardError.print("vanban: " + error.message(in: shared.language))
            case .output(.readerGone): throw ExitCode.success
            case .output(let error):
                StandardError.print(
                    "vanban: \(output ?? told("output.standard")): \(error.message(in: shared.language))")
            }
            throw ExitCode(2)
        }
    }

    /// Says of which documents the answer is without what people put right.
    private func tell(_ unread: [String]) {
        for name in unread {
            StandardError.print("vanban: " + told("query.uncorrected", name))
        }
    }

    private func write(
        shown: [String]?, _ ask: (Pages) throws(QueryFailure) -> Void
    ) throws(QueryFailure) {
        guard let output else {
            var sink = FileHandleSink.standardOutput
            return try write(shown: shown, to: &sink, ask)
        }
        // What the question itself meets goes past the file, which is not made then.
        var failure: QueryFailure?
        do throws(OutputError) {
            if format == .xlsx {
                try SheetXLSX.write(to: output, language: shared.language) { workbook throws(OutputError) in
                    do throws(QueryFailure) {
                        try ask { page throws(OutputError) in try workbook.append(picked(page, nil)) }
                    } catch {
                        failure = error
                        throw Self.stopped(by: error)
                    }
                }
            } else {
                try AtomicFile.write(to: output) { sink throws(OutputError) in
                    do throws(QueryFailure) {
                        try write(shown: shown, to: &sink, ask)
                    } catch {
                        failure = error
                        throw Self.stopped(by: error)
                    }
                }
            }
        } catch {
            throw failure ?? .output(error)
        }
    }

    private static func stopped(by failure: QueryFailure) -> OutputError {
        if case .output(let error) = failure { return error }
        return .refused(reason: "")
    }

    private func write(
        shown: [String]?, to sink: inout some OutputSink, _ ask: (Pages) throws(QueryFailure) -> Void
    ) throws(QueryFailure) {
        var last: String?
        var json = SheetJSON()
        var whole: Sheet?
        try ask { page throws(OutputError) in
            let isContinued = page.name == last
            switch format {
            case .csv:
                try SheetCSV(
                    hasByteOrderMark: hasByteOrderMark,
                    escapesFormulas: formulas.areEscaped(withMark: hasByteOrderMark)
                )
                .write(picked(page, nil), isContinued: isContinued, to: &sink)
            case .markdown where page.rows.isEmpty: return
            case .markdown:
                if !isContinued, last != nil { try sink.write([0x0A]) }
                if !isContinued { try sink.write(Array("## \(page.title(in: shared.language))\n\n".utf8)) }
                try SheetMarkdown(language: shared.language)
                    .write(picked(page, nil), isContinued: isContinued, to: &sink)
            case .json: try json.write(picked(page, nil), to: &sink)
            case .table, .xlsx, .ics:
                if whole == nil { whole = page } else { whole?.rows += page.rows }
            }
            last = page.name
        }
        do throws(OutputError) {
            if format == .json { try json.end(to: &sink) }
            if format == .ics, let whole {
                let calendar = SheetICS(language: shared.language)
                try calendar.write(calendar.events(of: whole), to: &sink)
            }
            if format == .table, let whole {
                let columns = width ?? Terminal.width(writingTo: output, otherwise: 120)
                try SheetText(width: columns, language: shared.language).write(read(whole, shown), to: &sink)
                if !whole.rows.isEmpty { try sink.write(Array((count(of: whole) + "\n").utf8)) }
            }
        } catch {
            throw .output(error)
        }
    }

    private func count(of sheet: Sheet) -> String {
        let count = sheet.rows.count
        return "\n" + told(count == 1 ? "query.oneRow" : "query.count", String(count))
    }

    // MARK: Columns

    /// The sheet for a table: with the columns that are asked for, else with those of `shown`, else with those that people
    /// read.
    private func read(_ sheet: Sheet, _ shown: [String]?) -> Sheet {
        picked(sheet, shown ?? sheet.columns.filter { !$0.isTechnical }.map(\.key))
    }

    /// The sheet with the columns that are asked for, else with those of `shown`, else with all.
    private func picked(_ sheet: Sheet, _ shown: [String]?) -> Sheet {
        let places: [Int]
        if let columns {
            places = Self.keys(columns).compactMap { key in sheet.columns.firstIndex { $0.key == key } }
        } else if let shown {
            places = shown.compactMap { key in sheet.columns.firstIndex { $0.key == key } }
        } else {
            return sheet
        }
        var picked = sheet
        picked.columns = places.map { place in
            var column = sheet.columns[place]
            // What is asked for is shown, whoever it is for.
            column.isTechnical = false
            return column
        }
        picked.rows = sheet.rows.map { row in SheetRow(places.map { row.values[$0] }, place: row.place) }
        return picked
    }

    private static func keys(_ columns: String) -> [String] {
        columns.split(separator: ",").map { name in String(name.drop { $0 == " " }) }
    }

    /// What is wrong where a column is asked for that the sheet doesn't have.
    private static func unknownColumn(of columns: String?, in sheet: Sheet) -> String? {
        let known = sheet.columns.map(\.key)
        guard let key = columns.map(keys)?.first(where: { !known.contains($0) }) else { return nil }
        return told("usage.noColumn", key, known.joined(separator: ", "))
    }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}

/// The system's calendar.
enum Clock {
    /// The day where the program runs; nil where the system knows none.
    static var today: CalendarDate? {
        var now = time(nil)
        var local = tm()
        guard localtime_r(&now, &local) != nil else { return nil }
        return CalendarDate(
            year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    }
}
