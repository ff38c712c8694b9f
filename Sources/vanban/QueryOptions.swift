import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel

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
        case table, csv, json, xlsx, markdown
    }

    typealias Pages = (Sheet) throws(OutputError) -> Void

    @Option(help: ArgumentHelp("Database made by batch --database.", valueName: "file"))
    var database: String

    @Option(help: "How the answer is written.")
    var format: Format = .table

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to instead of standard output.", valueName: "path"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Columns to write, by their keys with commas between them, in this order.", valueName: "keys"))
    var columns: String?

    @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark, without which Excel misreads letters.")
    var hasByteOrderMark = false

    @Option(help: ArgumentHelp("Width of the table (default: the terminal's, else 120).", valueName: "columns"))
    var width: Int?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...10_000).contains(width) { throw ValidationError("--width must be 20 to 10000.") }
        if format == .xlsx, output == nil { throw ValidationError("A workbook goes to a file: give one to -o.") }
    }

    /// Writes the rows that answer a request.
    /// - Parameter shown: the keys of the columns that a table has, where none are asked for.
    func answer(_ request: SheetRequest, shown: [String]) throws {
        _ = try Self.chosen(columns, in: request.sheet)
        try answer(shown: shown) { archive, body throws(QueryFailure) in try archive.answer(request, body) }
    }

    /// Writes what `ask` gives, page by page.
    func answer(
        shown: [String], _ ask: @escaping (ArchiveReader, Pages) throws(QueryFailure) -> Void
    ) throws {
        do throws(QueryFailure) {
            let archive: ArchiveReader
            do throws(ArchiveStoreError) { archive = try ArchiveReader(path: database) } catch { throw .store(error) }
            try write(shown: shown) { body throws(QueryFailure) in try ask(archive, body) }
        } catch {
            switch error {
            case .store(let error): StandardError.print("vanban: " + error.description)
            case .output(.readerGone): throw ExitCode.success
            case .output(let error):
                StandardError.print("vanban: \(output ?? "standard output"): \(error.message(in: shared.language))")
            }
            throw ExitCode(2)
        }
    }

    private func write(
        shown: [String], _ ask: (Pages) throws(QueryFailure) -> Void
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
        shown: [String], to sink: inout some OutputSink, _ ask: (Pages) throws(QueryFailure) -> Void
    ) throws(QueryFailure) {
        var isContinued = false
        var json = SheetJSON()
        var whole: Sheet?
        try ask { page throws(OutputError) in
            switch format {
            case .csv:
                try SheetCSV(hasByteOrderMark: hasByteOrderMark)
                    .write(picked(page, nil), isContinued: isContinued, to: &sink)
            case .markdown:
                try SheetMarkdown(language: shared.language)
                    .write(picked(page, nil), isContinued: isContinued, to: &sink)
            case .json: try json.write(picked(page, nil), to: &sink)
            case .table, .xlsx:
                if whole == nil { whole = page } else { whole?.rows += page.rows }
            }
            isContinued = true
        }
        do throws(OutputError) {
            if format == .json { try json.end(to: &sink) }
            if format == .table, let whole {
                let columns = width ?? (output == nil && Terminal.isOutput ? Terminal.width : 120)
                try SheetText(width: columns, language: shared.language).write(picked(whole, shown), to: &sink)
                try sink.write(Array((count(of: whole) + "\n").utf8))
            }
        } catch {
            throw .output(error)
        }
    }

    private func count(of sheet: Sheet) -> String {
        let count = sheet.rows.count
        switch shared.language {
        case .english: return (count == 0 ? "" : "\n") + "\(count) \(count == 1 ? "row" : "rows")"
        case .vietnamese: return (count == 0 ? "" : "\n") + "\(count) hàng"
        }
    }

    // MARK: Columns

    /// The sheet with the columns that are asked for, else with those of `shown`, else with all.
    private func picked(_ sheet: Sheet, _ shown: [String]?) -> Sheet {
        let places: [Int]
        if columns != nil {
            places = (try? Self.chosen(columns, in: sheet)) ?? []
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

    private static func chosen(_ columns: String?, in sheet: Sheet) throws -> [Int]? {
        guard let columns else { return nil }
        return try columns.split(separator: ",").map { name in
            let key = name.drop { $0 == " " }
            guard let place = sheet.columns.firstIndex(where: { $0.key == key }) else {
                throw ValidationError(
                    "There is no column '\(key)'; there are \(sheet.columns.map(\.key).joined(separator: ", ")).")
            }
            return place
        }
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
