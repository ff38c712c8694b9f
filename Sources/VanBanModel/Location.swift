/// Where a value stands in the source.
///
/// `start` and `end` are UTF-8 byte offsets, half open: into the source file for UTF-8 text, into the decoded text for
/// other encodings, HTML and DOCX. `line` counts from 1. `path` names the element for formats that have elements
/// (`/html/body/table[2]/tr[3]/td[1]`).
public struct Location: Hashable, Sendable {
    // Every value of a record has a place, large records half a million: texts end far below 4 GiB, and paths are kept
    // only by records that were decoded.
    private var first: UInt32
    private var last: UInt32
    private var row: UInt32
    private var element: Shared<String>?

    public init(start: Int, end: Int, line: Int, path: String? = nil) {
        first = UInt32(clamping: start)
        last = UInt32(clamping: end)
        row = UInt32(clamping: line)
        element = path.map { Shared($0) }
    }

    public var start: Int {
        get { Int(first) }
        set { first = UInt32(clamping: newValue) }
    }
    public var end: Int {
        get { Int(last) }
        set { last = UInt32(clamping: newValue) }
    }
    public var line: Int {
        get { Int(row) }
        set { row = UInt32(clamping: newValue) }
    }
    public var path: String? {
        get { element?.value }
        set { element = newValue.map { Shared($0) } }
    }
}

extension Location: Codable {
    private enum CodingKeys: String, CodingKey {
        case start, end, line, path
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            start: try container.decode(Int.self, forKey: .start), end: try container.decode(Int.self, forKey: .end),
            line: try container.decode(Int.self, forKey: .line),
            path: try container.decodeIfPresent(String.self, forKey: .path))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(line, forKey: .line)
        try container.encodeIfPresent(path, forKey: .path)
    }
}
