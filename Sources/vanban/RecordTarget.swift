import VanBanExport
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the records of a `convert` go: standard output, one file, or a folder.
struct RecordTarget {
    private let output: RecordOutput
    private let path: String?
    private let count: Int
    private let isFolder: Bool
    /// Records for one file, kept until all are there, so that the file is whole or not there at all.
    private var pending: [RecordOutput.Item] = []
    private var hasWritten = false

    init(_ output: RecordOutput, path: String?, count: Int) {
        self.output = output
        self.path = path
        self.count = count
        isFolder = path.map(Self.isFolder) ?? false
    }

    var place: String { path ?? "standard output" }

    func problem(in language: Language) -> String? {
        if output.format == .xlsx, path == nil {
            switch language {
            case .english: return "A workbook goes to a file or a folder: give one to -o."
            case .vietnamese: return "Bảng tính được ghi ra tệp hoặc thư mục: hãy chỉ ra sau -o."
            }
        }
        if output.format == .csv, !isFolder, output.sheets.count > 1 {
            switch language {
            case .english: return "Several sheets do not go into one CSV: give a folder to -o, or one --sheet."
            case .vietnamese:
                return "Nhiều bảng không ghi chung vào một tệp CSV: hãy chỉ ra thư mục cho -o hoặc chọn một --sheet."
            }
        }
        guard path != nil, !isFolder, count > 1, output.format == .json else { return nil }
        switch language {
        case .english:
            return "Several records do not go into one JSON file: give a folder to -o, or use --format ndjson."
        case .vietnamese:
            return "Nhiều bản ghi không ghi vào một tệp JSON: hãy chỉ ra thư mục cho -o hoặc dùng --format ndjson."
        }
    }

    mutating func write(_ record: Record, name: String) throws(OutputError) {
        let item = RecordOutput.Item(record)
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
        for (file, output) in output.files(stem: path + "/" + Self.stem(of: name)) {
            try output.write([item], toFile: file)
        }
    }

    func finish() throws(OutputError) {
        guard let path, !isFolder, !pending.isEmpty else { return }
        try output.write(pending, toFile: path)
    }

    private static func stem(of name: String) -> String {
        if name == "-" { return "stdin" }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
