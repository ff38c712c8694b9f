import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel
import VanBanReading

/// The options of `convert` that fill somebody else's sheet.
struct TemplateOptions: ParsableArguments {
    @Option(help: .told("help.convert.template", value: "file"))
    var template: String?

    @Option(help: .told("help.convert.mapping", value: "file"))
    var mapping: String?

    @Flag(name: .customLong("one-row-per-lead"), help: .told("help.convert.rowPerLead"))
    var isSplitByLead = false

    @Option(help: .told("help.convert.rowsPerFile", value: "rows"))
    var rowsPerFile: Int?

    @Flag(name: .customLong("check"), help: .told("help.convert.check"))
    var isChecked = false

    func validate() throws {
        if template == nil, mapping != nil || isSplitByLead || rowsPerFile != nil || isChecked {
            throw ValidationError(told("usage.noTemplate"))
        }
        if let rowsPerFile, rowsPerFile < 1 { throw ValidationError(told("usage.atLeast", "--rows-per-file", "1")) }
    }
}

/// A template that is filled by one run of `convert`.
struct TemplateTarget {
    private let options: TemplateOptions
    private let path: String
    private let output: String?
    private let language: Language
    private var sheet: ImportSheet

    /// Reads the template and the mapping; what cannot be taken ends the program with 2.
    /// - Parameter codes: the ids of the user's own agencies; nil where there are none.
    init(
        _ path: String, _ options: TemplateOptions, output: String?, limits: ReadingLimits, codes: Set<String>?,
        _ language: Language
    ) throws {
        self.path = path
        self.options = options
        self.output = output
        self.language = language
        do throws(InputDocument.Failure) {
            let bytes = try InputDocument(path: path).bytes(limits: limits, language)
            let template: WorkbookTemplate
            do throws(WorkbookTemplate.Failure) {
                template = try WorkbookTemplate(bytes, limits: limits) { ImportHeads.field(of: $0) != nil }
            } catch {
                throw InputDocument.Failure(message: "\(path): \(error.message(in: language))")
            }
            let words = try options.mapping.map { mapping throws(InputDocument.Failure) in
                try InputDocument(path: mapping).bytes(limits: limits, language)
            }
            do throws(ImportMapping.Failure) {
                let mapping = try words.map { json throws(ImportMapping.Failure) in try ImportMapping(json) }
                sheet = try ImportSheet(
                    template, mapping ?? ImportMapping(), codes: codes, isSplitByLead: options.isSplitByLead)
            } catch {
                throw InputDocument.Failure(message: "\(options.mapping ?? path): \(error.message(in: language))")
            }
        } catch {
            StandardError.print("vanban: " + error.message)
            throw ExitCode(2)
        }
    }

    mutating func add(_ record: Record, document: String?) { sheet.add(record, document: document) }

    /// Writes the files, and says what the target would refuse.
    /// - Returns: whether it would refuse nothing.
    func finish(_ outputs: OutputGuard, isQuiet: Bool) throws -> Bool {
        let files = sheet.files(most: options.rowsPerFile)
        let names = names(count: files.count)
        if !isQuiet {
            for heading in sheet.unknownHeadings { StandardError.print(told("import.unknownHeading", path, heading)) }
        }
        if output != nil {
            try outputs.check(names)
            for (name, rows) in zip(names, files) {
                _ = OutputFolder.make(at: FileIdentity.folder(of: name))
                do {
                    try ImportWorkbook.write(sheet, rows, to: name)
                } catch {
                    StandardError.print("vanban: \(name): \(error.message(in: language))")
                    throw ExitCode(2)
                }
                if !isQuiet { StandardError.print(told("import.written", name, String(rows.count))) }
            }
        }
        guard options.isChecked else { return true }
        let findings = sheet.findings(files)
        for finding in findings {
            print(
                told(
                    "import.finding", names[finding.file], String(finding.row), finding.heading,
                    finding.message(in: language), finding.place(in: language)))
        }
        if !isQuiet {
            let rows = Set(findings.map { [$0.file, $0.row] }).count
            StandardError.print(
                findings.isEmpty
                    ? told("import.accepted") : told("import.refused", String(findings.count), String(rows)))
        }
        return findings.isEmpty
    }

    /// What the files are called: `import.xlsx`, or `import-1.xlsx`, `import-2.xlsx`, …; in a folder as the template.
    private func names(count: Int) -> [String] {
        let name = FileIdentity.name(of: path)
        var whole = output ?? name
        if whole.hasSuffix("/") || FileStatus(of: whole)?.isFolder == true {
            whole = (whole.hasSuffix("/") ? whole : whole + "/") + name
        }
        guard count > 1 else { return [whole] }
        let stem = whole.lowercased().hasSuffix(".xlsx") ? String(whole.dropLast(5)) : whole
        return (1...count).map { "\(stem)-\($0).xlsx" }
    }
}
