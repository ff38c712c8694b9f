/// The cells of columns that have no role, by their headers, in the table's order.
///
/// Coded as one object, `{"Chỉ tiêu": "100%"}`. Two columns of one header are told apart: `Chỉ tiêu`, `Chỉ tiêu (2)`;
/// a column without a header is `–`.
public struct OtherCells: Hashable, Sendable {
    public private(set) var headers: [String] = []
    public private(set) var texts: [String] = []

    public init() {}

    public var isEmpty: Bool { headers.isEmpty }

    /// The text under a header; nil where there is no such column.
    public subscript(header: String) -> String? {
        headers.firstIndex(of: header).map { texts[$0] }
    }

    public mutating func append(header: String, text: String) {
        let name = header.isEmpty ? "–" : header
        var unique = name
        var count = 1
        while headers.contains(unique) {
            count += 1
            unique = "\(name) (\(count))"
        }
        headers.append(unique)
        texts.append(text)
    }
}

extension OtherCells: Codable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The order of an object's keys is the decoder's: sorted here, so that it is the same everywhere.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            append(header: key.stringValue, text: try container.decode(String.self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (header, text) in zip(headers, texts) { try container.encode(text, forKey: Key(stringValue: header)) }
    }
}
