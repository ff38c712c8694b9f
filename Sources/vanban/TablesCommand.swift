import ArgumentParser
import VanBanExport
import VanBanModel
import VanBanStructure

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: told("help.tables"),
        discussion: told("help.tables.more"))

    enum OutputFormat: String, WordChoice {
        case text, json, csv, html
    }

    enum Color: String, WordChoice {
        case auto, always, never
    }

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String]

    @Option(help: .told("help.tables.format", value: "format"))
    var format: OutputFormat = .text

    @Option(name: .customLong("table"), help: .told("help.tables.table", value: "n"))
    var tables: [Int] = []

    @Flag(help: .told("help.tables.doubtful"))
    var doubtful = false

    @Option(
        name: [.short, .customLong("output")],
        help: .told("help.output", value: "path"))
    var outputPath: OutputPath?

    private var output: String? { outputPath?.file }

    @Option(help: .told("help.tables.width", value: "columns"))
    var width: Int?

    @Flag(help: .told("help.tables.ascii"))
    var ascii = false

    @Option(help: .told("help.color", value: "choice"))
    var color: Color = .auto

    @OptionGroup var formulas: FormulaOption
    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...10_000).contains(width) {
            throw ValidationError(told("usage.between", "--width", "20", "10000"))
        }
        if tables.contains(where: { $0 < 1 }) { throw ValidationError(told("usage.tableFromOne")) }
    }

    func run() throws {
        let language = shared.language
        if format == .html, files.count > 1 {
            throw ValidationError(told("usage.onePage"))
        }
        try OutputGuard(inputs: files + [reading.agencies, corrections.path], language).check(output)
        var couldNotRead = false
        let inputs = InputDocument.all(files, reading, language, &couldNotRead)
        let lists = try ReadingLists(reading, corrections, count: inputs.count, language)
        do {
            if let output {
                // Nothing is put in the place of an old file when no document could be read.
                let documents = inputs.compactMap { open($0, lists, language, &couldNotRead) }
                guard !documents.isEmpty else { throw ExitCode(2) }
                try AtomicFile.write(to: output) { sink throws(OutputError) in
                    var isFirst = true
                    for document in documents {
                        try write(document, isFirst: isFirst, language, to: &sink)
                        if !document.sheets.isEmpty { isFirst = false }
                    }
                }
            } else {
                var sink = FileHandleSink.standardOutput
                var isFirst = true
                for input in inputs {
                    guard let document = open(input, lists, language, &couldNotRead) else { continue }
                    try write(document, isFirst: isFirst, language, to: &sink)
                    if !document.sheets.isEmpty { isFirst = false }
                }
            }
        } catch OutputError.readerGone {
            throw ExitCode.success
        } catch let error as OutputError {
            StandardError.print("vanban: \(output ?? told("output.standard")): \(error.message(in: language))")
            throw ExitCode(2)
        }
        if couldNotRead { throw ExitCode(2) }
    }

    private struct Document {
        var record: Record
        var sheets: [TableSheet]
    }

    /// The tables of a file; nil, and said on standard error, where it cannot be read or lacks a table that is asked for.
    private func open(
        _ input: InputDocument, _ lists: ReadingLists, _ language: Language, _ couldNotRead: inout Bool
    ) -> Document? {
        do throws(InputDocument.Failure) {
            let path = input.path
            let converted = try input.convert(reading, lists, language)
            let count = converted.record.parts.reduce(0) { $0 + $1.tables.count }
            if let missing = tables.first(where: { $0 > count }) {
                throw InputDocument.Failure(message: told("tables.missing", path, String(missing), String(count)))
            }
            if count == 0, !shared.quiet {
                StandardError.print(told("tables.none", path))
            }
            let sheets = TableSheet.sheets(
                of: converted.record, numbers: tables.isEmpty ? nil : Set(tables), doubtful: doubtful
            ) { place in
                let passage = converted.passage(at: place)
                return SourcePassage(lines: passage.lines, text: passage.text)
            }
            return Document(record: converted.record, sheets: sheets)
        } catch {
            StandardError.print("vanban: " + error.message)
            couldNotRead = true
            return nil
        }
    }

    private func write(
        _ document: Document, isFirst: Bool, _ language: Language, to sink: inout FileHandleSink
    ) throws(OutputError) {
        let source = document.record.source
        let name = OutputNames.areShared(files) ? source.path ?? source.name : source.name
        switch format {
        case .text:
            let isTerminal = output == nil && Terminal.isOutput
            let text = TableText(
                width: width ?? Terminal.width(writingTo: output, otherwise: 120), language: language,
                ascii: ascii || !Environment.isUTF8, color: usesColor(isTerminal))
            if !isFirst, !document.sheets.isEmpty { try sink.write(Array("\n".utf8)) }
            try text.write(document.sheets, of: name, to: &sink)
        case .json:
            try TableSheetJSON(layout: files.count == 1 ? .pretty : .compact)
                .write(document.sheets, of: document.record, file: name, to: &sink)
        case .csv:
            try TableCSV(escapesFormulas: formulas.areEscaped(withMark: false)).write(
                document.sheets, of: name, isFirst: isFirst, to: &sink)
        case .html: try TableHTML(language: language).write(document.sheets, of: name, to: &sink)
        }
    }

    private func usesColor(_ isTerminal: Bool) -> Bool {
        switch color {
        case .always: return true
        case .never: return false
        case .auto: return isTerminal && Environment.allowsColor
        }
    }
}
