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
    private let format: ConvertCommand.OutputFormat
    private let path: String?
    private let count: Int
    private let isFolder: Bool
    /// Records for one file, kept until all are there, so that the file is whole or not there at all.
    private var pending: [Record] = []

    init(format: ConvertCommand.OutputFormat, path: String?, count: Int) {
        self.format = format
        self.path = path
        self.count = count
        isFolder = path.map(Self.isFolder) ?? false
    }

    var place: String { path ?? "standard output" }

    func problem(in language: Language) -> String? {
        guard path != nil, !isFolder, count > 1, format == .json else { return nil }
        switch language {
        case .english:
            return "Several records do not go into one JSON file: give a folder to -o, or use --format ndjson."
        case .vietnamese:
            return "Nhiều bản ghi không ghi vào một tệp JSON: hãy chỉ ra thư mục cho -o hoặc dùng --format ndjson."
        }
    }

    private var serializer: JSONSerializer { JSONSerializer(layout: format == .json ? .pretty : .compact) }

    mutating func write(_ record: Record, name: String) throws(OutputError) {
        guard let path else {
            var sink = FileHandleSink.standardOutput
            try serializer.write(record, to: &sink)
            return
        }
        guard isFolder else {
            pending.append(record)
            return
        }
        let serializer = serializer
        let file = path + "/" + Self.stem(of: name) + "." + format.rawValue
        try AtomicFile.write(to: file) { sink throws(OutputError) in try serializer.write(record, to: &sink) }
    }

    mutating func finish() throws(OutputError) {
        guard let path, !isFolder, !pending.isEmpty else { return }
        let records = pending
        let serializer = serializer
        try AtomicFile.write(to: path) { sink throws(OutputError) in
            for record in records { try serializer.write(record, to: &sink) }
        }
        pending = []
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
