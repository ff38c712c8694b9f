/// The table of messages as it lies in the program: where each row begins, found by its key. Words become texts when they
/// are asked for; a run asks for a tenth of them, and to make all was a millisecond of every start.
struct MessageTable: Sendable {
    private let bytes: [UInt8]
    /// Where each row begins.
    private let rows: [Int32]
    /// Open addressing by the keys' bytes: position + 1 of a row, 0 where there is none.
    private let slots: [Int32]

    private static let tab = UInt8(ascii: "\t")
    private static let lineFeed = UInt8(ascii: "\n")

    /// - Parameter bytes: rows of three cells below a row of heads, tabs between the cells.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let rows = bytes.withUnsafeBufferPointer { Self.rows(of: $0) }
        var size = 64
        while size < rows.count * 2 { size *= 2 }
        var slots = [Int32](repeating: 0, count: size)
        for (number, row) in rows.enumerated() {
            let key = Self.cell(0, of: Int(row), in: bytes)
            var slot = Self.hash(bytes[key]) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number + 1)
        }
        self.rows = rows
        self.slots = slots
    }

    /// The words of a row; nil where no row has the key. Of several rows with one key the first counts.
    func words(of key: String, in language: Language) -> String? {
        var slot = Self.hash(key.utf8) & (slots.count - 1)
        while slots[slot] != 0 {
            let row = Int(rows[Int(slots[slot]) - 1])
            if bytes[Self.cell(0, of: row, in: bytes)].elementsEqual(key.utf8) {
                return text(Self.cell(language == .english ? 1 : 2, of: row, in: bytes))
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// All keys, in the order of the rows.
    var keys: [String] { rows.map { String(decoding: bytes[Self.cell(0, of: Int($0), in: bytes)], as: UTF8.self) } }

    private func text(_ cell: Range<Int>) -> String {
        let text = String(decoding: bytes[cell], as: UTF8.self)
        return bytes[cell].contains(UInt8(ascii: "\\")) ? text.replacing("\\n", with: "\n") : text
    }

    /// The lines behind the first that have three cells.
    private static func rows(of bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var rows: [Int32] = []
        rows.reserveCapacity(bytes.count / 100)
        var start = 0
        var tabs = 0
        var isHead = true
        for offset in 0...bytes.count {
            let byte = offset < bytes.count ? bytes[offset] : lineFeed
            if byte == tab {
                tabs += 1
            } else if byte == lineFeed {
                if !isHead, tabs == 2 { rows.append(Int32(start)) }
                if offset > start { isHead = false }
                start = offset + 1
                tabs = 0
            }
        }
        return rows
    }

    /// One of the three cells of the row that begins at an offset.
    private static func cell(_ number: Int, of row: Int, in bytes: [UInt8]) -> Range<Int> {
        var start = row
        for _ in 0..<number { start = end(of: start, in: bytes) + 1 }
        return start..<end(of: start, in: bytes)
    }

    private static func end(of start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != tab, bytes[end] != lineFeed { end += 1 }
        return end
    }

    /// FNV-1a.
    private static func hash(_ key: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}
