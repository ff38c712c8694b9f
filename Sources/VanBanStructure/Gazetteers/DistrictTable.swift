import VanBanModel

/// The districts, towns and cities within provinces that there were until 30 June 2025 (NQ 203/2025/QH15).
///
/// There are seven hundred and few documents ask for one, so the table is not taken apart: its lines stand in the order
/// of their first column, the name's words as they are compared, and are searched by halves.
struct DistrictTable: Sendable {
    static let standard = DistrictTable(PackageResources.districts_csv)

    struct District: Sendable, Hashable {
        var name: String
        /// `Huyện`, `Quận`, `Thị xã` or `Thành phố`.
        var kind: String
        var province: String
        var code: String
    }

    private let bytes: [UInt8]
    /// Where the first line of data begins.
    private let start: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }

    /// The districts of a name's words, see ``WordKey``; the same one twice where it changed its kind.
    func rows(of words: [String]) -> [District] {
        let key = Array(words.joined(separator: " ").utf8)
        guard !key.isEmpty else { return [] }
        var offset = firstLine(of: key)
        let first = offset
        while offset < bytes.count, order(of: offset, to: key) == 0 { offset = endOfLine(offset) }
        guard offset > first else { return [] }
        let found = CSVTable(Array(bytes[..<start]) + bytes[first..<offset])
        return found.rows.map {
            District(name: $0["name"], kind: $0["kind"], province: $0["province"], code: $0["gso_code"])
        }
    }

    /// The first line whose key is not less than the one looked for.
    private func firstLine(of key: [UInt8]) -> Int {
        var low = start
        var high = bytes.count
        while low < high {
            var middle = (low + high) / 2
            while middle > low, bytes[middle - 1] != 0x0A { middle -= 1 }
            if order(of: middle, to: key) < 0 { low = endOfLine(middle) } else { high = middle }
        }
        return low
    }

    private func endOfLine(_ offset: Int) -> Int {
        (bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }

    /// Less than, equal to or more than 0 as a line's key stands before, at or behind another.
    private func order(of line: Int, to key: [UInt8]) -> Int {
        var offset = line
        for byte in key {
            guard offset < bytes.count, bytes[offset] != 0x2C else { return -1 }
            if bytes[offset] != byte { return bytes[offset] < byte ? -1 : 1 }
            offset += 1
        }
        return offset < bytes.count && bytes[offset] == 0x2C ? 0 : 1
    }
}
