/// UTF-32 with a byte-order mark, as few programs write it.
enum UTF32 {
    /// - Returns: nil for what does not open with the mark, or is no text in it.
    static func decode(_ file: [UInt8]) -> DecodedText? {
        let isLittle = file.starts(with: [0xFF, 0xFE, 0, 0])
        guard isLittle || file.starts(with: [0, 0, 0xFE, 0xFF]), file.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count / 2)
        for offset in stride(from: 4, to: file.count, by: 4) {
            let unit = file[offset..<(offset + 4)]
            let value = (isLittle ? unit.reversed() : Array(unit)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard value > 0, Unicode.Scalar(value) != nil else { return nil }
            UTF8Scalar.append(value, to: &bytes)
        }
        return DecodedText(bytes: bytes, encoding: isLittle ? "utf-32le" : "utf-32be", markLength: 0, replaced: [])
    }
}
