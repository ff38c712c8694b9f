/// Bytes of a text file as UTF-8.
struct DecodedText {
    /// Valid UTF-8.
    var bytes: [UInt8]
    /// Name of the encoding.
    var encoding: String
    /// Length of a byte-order mark at the beginning of `bytes`.
    var markLength: Int
    /// Where U+FFFD stands in `bytes` for what could not be decoded.
    var replaced: [Replacement]
    /// Letters in `bytes` that are others in the file.
    var reread: [Replacement] = []
    /// What was recognised of legacy encodings.
    var findings = EncodingFindings()

    /// A character of the decoded bytes that is not so in the file: a U+FFFD, or a letter of a legacy encoding.
    struct Replacement: Hashable {
        /// Offset in the decoded bytes.
        var offset: Int
        /// How many bytes it takes up in what locations count: the file for UTF-8, the decoded bytes for other encodings.
        var sourceLength: Int
        /// How many bytes it takes up in the decoded bytes.
        var length = 3

        /// U+FFFD in UTF-8.
        static let bytes: [UInt8] = [0xEF, 0xBF, 0xBD]
    }
}

/// Finds the encoding of a text file and decodes it: UTF-8, UTF-16, or one of the legacy encodings.
struct TextDecoder {
    /// A file with more bad bytes than one in this many is no text.
    private static let badByteShare = 200

    /// - Parameters:
    ///   - encoding: what the file is in; nil where that is to be found out.
    ///   - acceptsMarkup: whether a web page is read as the text that its source is.
    static func decode(
        _ file: [UInt8], as encoding: TextEncoding? = nil, acceptsMarkup: Bool = false
    ) throws(ReadingError) -> DecodedText {
        if encoding == nil, let text = UTF32.decode(file) { return restored(text) }
        let marked = utf16Mark(of: file)
        if marked == nil, let kind = FileSignature.kind(of: file), !acceptsMarkup || kind != FileSignature.markup {
            throw .unsupported(kind)
        }
        switch encoding {
        case nil:
            let decoded = try recognised(file, marked)
            if !acceptsMarkup, decoded.encoding.hasPrefix("utf-16"), FileSignature.looksLikeMarkup(decoded.bytes) {
                throw .unsupported(FileSignature.markup)
            }
            return decoded
        case .utf8: return try utf8(file)
        case .utf16LittleEndian: return try utf16(file, bigEndian: false, from: marked == nil ? 0 : 2)
        case .utf16BigEndian: return try utf16(file, bigEndian: true, from: marked == nil ? 0 : 2)
        case .legacy(let encoding): return try told(file, marked, encoding)
        }
    }

    private static func recognised(
        _ file: [UInt8], _ marked: TextEncoding?
    ) throws(ReadingError) -> DecodedText {
        if let marked { return try restored(utf16(file, bigEndian: marked == .utf16BigEndian, from: 2)) }
        if let order = UTF16Layout.order(of: file) {
            return try restored(utf16(file, bigEndian: order == .utf16BigEndian, from: 0))
        }
        if firstInvalid(in: file, from: 0) != nil, let legacy = legacy(file) { return legacy }
        return restored(try utf8(file))
    }

    private static func utf16Mark(of file: [UInt8]) -> TextEncoding? {
        if file.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return file.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
    }

    static func utf8(_ whole: [UInt8]) throws(ReadingError) -> DecodedText {
        // What fills up a block on a disk is no text.
        var file = whole
        if file.last == 0 {
            guard let last = file.lastIndex(where: { $0 != 0 }) else { throw .notText(offset: 0) }
            file.removeLast(file.count - last - 1)
        }
        let markLength = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let firstBad = firstInvalid(in: file, from: 0) else {
            return DecodedText(bytes: file, encoding: "utf-8", markLength: markLength, replaced: [])
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count + 16)
        var replaced: [DecodedText.Replacement] = []
        var zeros = 0
        var offset = 0
        var bad = firstBad
        while true {
            bytes.append(contentsOf: file[offset..<bad])
            offset = bad + 1
            if file[bad] == 0 {
                // Nobody sees it, and so it is left out with what else is not seen; many are no text.
                zeros += 1
                if zeros * badByteShare > file.count { throw .notText(offset: bad) }
                bytes.append(0)
                guard let next = firstInvalid(in: file, from: offset) else { break }
                bad = next
                continue
            }
            // The rest of a broken sequence is one bad character, not several.
            while offset < file.count, file[offset] & 0xC0 == 0x80, file[bad] >= 0xC0 { offset += 1 }
            replaced.append(.init(offset: bytes.count, sourceLength: offset - bad))
            if replaced.count > 8 + file.count / badByteShare { throw .notText(offset: firstBad) }
            bytes.append(contentsOf: DecodedText.Replacement.bytes)
            guard let next = firstInvalid(in: file, from: offset) else { break }
            bad = next
        }
        bytes.append(contentsOf: file[offset...])
        return DecodedText(bytes: bytes, encoding: "utf-8", markLength: markLength, replaced: replaced)
    }

    /// The first offset at which no valid UTF-8 scalar (or a NUL) stands.
    static func firstInvalid(in file: [UInt8], from start: Int) -> Int? {
        file.withUnsafeBufferPointer { bytes in
            var offset = start
            let end = bytes.count
            while offset < end {
                let lead = bytes[offset]
                if lead < 0x80 {
                    if lead == 0 { return offset }
                    offset += 1
                    continue
                }
                let length: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch lead {
                case 0xC2...0xDF: length = 2
                case 0xE0:
                    length = 3
                    second = 0xA0...0xBF
                case 0xED:
                    length = 3
                    second = 0x80...0x9F
                case 0xE1...0xEF: length = 3
                case 0xF0:
                    length = 4
                    second = 0x90...0xBF
                case 0xF1...0xF3: length = 4
                case 0xF4:
                    length = 4
                    second = 0x80...0x8F
                default: return offset
                }
                guard offset + length <= end, second.contains(bytes[offset + 1]) else { return offset }
                var index = 2
                while index < length {
                    if bytes[offset + index] & 0xC0 != 0x80 { return offset }
                    index += 1
                }
                offset += length
            }
            return nil
        }
    }

    static func utf16(_ file: [UInt8], bigEndian: Bool, from start: Int) throws(ReadingError) -> DecodedText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count)
        var replaced: [DecodedText.Replacement] = []
        var firstBad: Int?
        var pendingHigh: UInt32?
        var offset = start
        func append(_ scalar: UInt32) { UTF8Scalar.append(scalar, to: &bytes) }
        func replace(at place: Int) {
            if firstBad == nil { firstBad = place }
            replaced.append(.init(offset: bytes.count, sourceLength: 3))
            append(0xFFFD)
        }
        while offset < file.count {
            guard offset + 1 < file.count else {
                if pendingHigh != nil { replace(at: offset - 2) }
                pendingHigh = nil
                replace(at: offset)
                break
            }
            let unit =
                bigEndian
                ? UInt32(file[offset]) << 8 | UInt32(file[offset + 1])
                : UInt32(file[offset + 1]) << 8 | UInt32(file[offset])
            if unit == 0 { throw .notText(offset: offset) }
            offset += 2
            switch unit {
            case 0xD800...0xDBFF:
                if pendingHigh != nil { replace(at: offset - 4) }
                pendingHigh = unit
            case 0xDC00...0xDFFF:
                if let high = pendingHigh {
                    append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
                    pendingHigh = nil
                } else {
                    replace(at: offset - 2)
                }
            default:
                if pendingHigh != nil {
                    replace(at: offset - 4)
                    pendingHigh = nil
                }
                append(unit)
            }
            if replaced.count > 8 + file.count / badByteShare { throw .notText(offset: firstBad ?? offset - 2) }
        }
        if pendingHigh != nil { replace(at: file.count - 2) }
        return DecodedText(
            bytes: bytes, encoding: bigEndian ? "utf-16be" : "utf-16le", markLength: 0, replaced: replaced)
    }
}
