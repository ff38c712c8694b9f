/// Where a value stands in the source.
///
/// `start` and `end` are UTF-8 byte offsets, half open: into the source file for UTF-8 text, into the decoded text for
/// other encodings, HTML and DOCX. `line` counts from 1. `path` names the element for formats that have elements
/// (`/html/body/table[2]/tr[3]/td[1]`).
public struct Location: Hashable, Codable, Sendable {
    public var start: Int
    public var end: Int
    public var line: Int
    public var path: String?

    public init(start: Int, end: Int, line: Int, path: String? = nil) {
        self.start = start
        self.end = end
        self.line = line
        self.path = path
    }
}
