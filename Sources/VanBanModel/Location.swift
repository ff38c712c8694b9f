/// Where a value stands in the source.
///
/// `start` and `end` are UTF-8 byte offsets, half open: into the source file for UTF-8 text, into the decoded text for
/// other encodings, HTML and DOCX, into the text as read for pages. `line` counts from 1. `path` names the element for
/// formats that have elements (`/html/body/table[2]/tr[3]/td[1]`), `spot` the place on its page for those that have pages.
public struct Location: Hashable, Sendable {
    // Every value of a record has a place, large records half a million: texts end far below 4 GiB, and paths are kept
    // only by records that were decoded.
    private var first: UInt32
    private var last: UInt32
    private var row: UInt32
    private var kept: Shared<Kept>?

    /// What a place of a decoded record says itself.
    private struct Kept: Hashable, Sendable {
        var path: String?
        var spot: PageSpot?
        var source: Int?
    }

    public init(
        start: Int, end: Int, line: Int, path: String? = nil, spot: PageSpot? = nil, source: Int? = nil
    ) {
        first = UInt32(clamping: start)
        last = UInt32(clamping: end)
        row = UInt32(clamping: line)
        if path != nil || spot != nil || source != nil { kept = Shared(Kept(path: path, spot: spot, source: source)) }
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
        get { kept?.value.path }
        set { self = Location(start: start, end: end, line: line, path: newValue, spot: spot, source: source) }
    }
    public var spot: PageSpot? {
        get { kept?.value.spot }
        set { self = Location(start: start, end: end, line: line, path: path, spot: newValue, source: source) }
    }
    /// Which of a dossier's sources it is in, from 0; nil in the record of one file.
    public var source: Int? { kept?.value.source }
}

extension Location: Codable {
    private enum CodingKeys: String, CodingKey {
        case start, end, line, path, page, box, source
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let page = try container.decodeIfPresent(Int.self, forKey: .page)
        let box = try container.decodeIfPresent([Double].self, forKey: .box)
        self.init(
            start: try container.decode(Int.self, forKey: .start), end: try container.decode(Int.self, forKey: .end),
            line: try container.decode(Int.self, forKey: .line),
            path: try container.decodeIfPresent(String.self, forKey: .path),
            spot: page.map { PageSpot(page: $0, box: box ?? []) },
            source: try container.decodeIfPresent(Int.self, forKey: .source))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(line, forKey: .line)
        try container.encodeIfPresent(path, forKey: .path)
        try container.encodeIfPresent(spot?.page, forKey: .page)
        try container.encodeIfPresent(spot?.box, forKey: .box)
        try container.encodeIfPresent(source, forKey: .source)
    }
}
