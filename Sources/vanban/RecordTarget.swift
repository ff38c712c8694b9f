import VanBanArchive
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading

/// Where the records of a `convert` go: standard output, one file, or a folder.
struct RecordTarget {
    private let output: RecordOutput
    private let path: String?
    private let inputs: [String]
    private let isFolder: Bool
    /// What the inputs' outputs are called in the folder; empty where there is none.
    private let stems: [String]
    /// Whether rows have to name the document by its path.
    private let namesPaths: Bool
    /// Records for one file, kept until all are there, so that the file is whole or not there at all.
    private var pending: [RecordOutput.Item] = []
    private var hasWritten = false

    /// - Parameter inputs: the documents whose records will come.
    init(_ output: RecordOutput, path: String?, inputs: [String]) throws(OutputNames.Clash) {
        self.output = output
        self.path = path
        self.inputs = inputs
        isFolder = path.map { $0.hasSuffix("/") || FileStatus(of: $0)?.isFolder == true } ?? false
        stems = isFolder ? try OutputNames(of: inputs).stems : []
        namesPaths = OutputNames.areShared(inputs)
    }

    /// All files that will be written.
    var files: [String] {
        guard let path else { return [] }
        guard isFolder else { return [path] }
        return stems.flatMap { output.files(stem: path + "/" + $0).map(\.path) }
    }

    var place: String { path ?? told("output.standard") }

    func problem(in language: Language) -> String? {
        if output.format == .xlsx, path == nil {
            return Messages.text("output.workbook", in: language)
        }
        if output.format == .csv, !isFolder, output.sheets.count > 1 {
            return Messages.text("output.sheets", in: language)
        }
        if output.format == .ics, path == nil, inputs.count > 1 { return told("usage.calendars") }
        guard path != nil, !isFolder, inputs.count > 1, output.format == .json else { return nil }
        return Messages.text("output.records", in: language)
    }

    /// Writes the record of an input.
    /// - Parameter number: the input's place, from 0.
    mutating func write(_ record: Record, number: Int) throws(OutputError) {
        let item = RecordOutput.Item(record, document: namesPaths ? inputs[number] : nil)
        guard let path else {
            var sink = FileHandleSink.standardOutput
            try output.write(item, isContinued: hasWritten, to: &sink)
            hasWritten = true
            return
        }
        guard isFolder else {
            pending.append(item)
            return
        }
        for (file, output) in output.files(stem: path + "/" + stems[number]) {
            // Where it can't be made, the file can't be written, which says so.
            _ = OutputFolder.make(at: FileIdentity.folder(of: file))
            try output.write([item], toFile: file)
        }
    }

    func finish() throws(OutputError) {
        guard let path, !isFolder, !pending.isEmpty else { return }
        try output.write(pending, toFile: path)
    }
}
