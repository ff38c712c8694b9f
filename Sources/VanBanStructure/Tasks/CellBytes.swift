import VanBanReading

/// What a cell says to the letter, as a key: hashed and compared as one stretch of memory and not byte by byte.
struct CellBytes: Hashable {
    private let bytes: ArraySlice<UInt8>

    init(_ range: Range<Int>, of text: SourceText) { bytes = text.bytes[range] }

    static func == (left: CellBytes, right: CellBytes) -> Bool {
        left.bytes.withUnsafeBytes { left in
            right.bytes.withUnsafeBytes { right in left.count == right.count && left.elementsEqual(right) }
        }
    }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
