import VanBanModel

/// A page as UTF-8, and what it said of its own encoding.
struct DecodedPage {
    var bytes: [UInt8]
    /// IANA name of the encoding that was found.
    var encoding: String
    /// What the page declares, in small letters; nil where it is silent.
    var declared: String?
    /// Characters that could not be decoded, and the first one's offset.
    var replaced = 0
    var firstReplaced = 0
    /// Whether each byte beyond ASCII was read as a letter.
    var isByBytes = false

    /// The bytes, which are here no more.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Whether what the page says of itself is not what its bytes are.
    var isDeclaredWrong: Bool {
        guard let declared else { return false }
        return HTMLEncoding.family(of: declared) != HTMLEncoding.family(of: encoding)
            && bytes.contains { $0 >= 0x80 }
    }
}

/// Finds the encoding of a page: by its mark, by its bytes, and by what it declares, in this order.
enum HTMLEncoding {
    /// - Parameter charset: what is said of the encoding outside of the page.
    static func decode(_ whole: consuming [UInt8], charset: String? = nil) throws(ReadingError) -> DecodedPage {
        var file = consume whole
        let declared = charset ?? declaration(in: file)
        if let isBigEndian = isUTF16(file) {
            let hasMark = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
            let decoded = try TextDecoder.utf16(file, bigEndian: isBigEndian, from: hasMark ? 2 : 0)
            return DecodedPage(
                bytes: decoded.bytes, encoding: decoded.encoding, declared: nil, replaced: decoded.replaced.count,
                firstReplaced: decoded.replaced.first?.offset ?? 0)
        }
        if file.starts(with: [0xEF, 0xBB, 0xBF]) { file.removeFirst(3) }
        // Most pages are sound; a NUL counts as a fault here.
        if TextDecoder.firstInvalid(in: file, from: 0) == nil {
            return DecodedPage(bytes: file, encoding: "utf-8", declared: declared)
        }
        // Browsers drop NULs.
        var dropped = 0
        if file.contains(0) {
            dropped = file.count
            file.removeAll { $0 == 0 }
            dropped -= file.count
        }
        var page = utf8(file) ?? legacy(file, declared: declared)
        page.declared = declared
        page.replaced += dropped
        return page
    }

    /// The file as UTF-8, a few bad bytes replaced; nil where it is something else.
    private static func utf8(_ file: [UInt8]) -> DecodedPage? {
        guard TextDecoder.firstInvalid(in: file, from: 0) != nil else {
            return DecodedPage(bytes: file, encoding: "utf-8", declared: nil)
        }
        guard let decoded = try? TextDecoder.utf8(file) else { return nil }
        // Most letters beyond ASCII must be sound, for a short file of another encoding has only a few bad bytes.
        let letters = decoded.bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) } - decoded.replaced.count
        guard letters > decoded.replaced.count * 4 else { return nil }
        return DecodedPage(
            bytes: decoded.bytes, encoding: "utf-8", declared: nil, replaced: decoded.replaced.count,
            firstReplaced: decoded.replaced.first?.offset ?? 0)
    }

    /// Bytes that are no UTF-8 are letters of Windows, until their words show otherwise (``HTMLReader``).
    private static func legacy(_ file: [UInt8], declared: String?) -> DecodedPage {
        let isVietnamese = declared.map { family(of: $0) == "windows-1258" } ?? false
        let bytes = WindowsCharacters.decode(file, isVietnamese: isVietnamese)
        return DecodedPage(
            bytes: bytes, encoding: isVietnamese ? "windows-1258" : western, declared: declared, isByBytes: true)
    }

    /// What pages are in that say nothing, or anything: their bytes as such.
    static let western = "windows-1252"

    /// A page in an encoding that the user named or that its words showed.
    static func decode(_ file: [UInt8], as encoding: LegacyEncoding) -> DecodedPage {
        let read = encoding.decode(file.filter { $0 != 0 })
        let undecodable = read.undecodable.count { read.bytes[$0...].starts(with: DecodedText.Replacement.bytes) }
        return DecodedPage(
            bytes: read.bytes, encoding: encoding.rawValue, declared: declaration(in: file), replaced: undecodable,
            isByBytes: true)
    }

    /// A page in the encoding that the user named; nil where its text may be in a legacy encoding while its bytes are
    /// not, or where they are to show what they are.
    static func decode(_ file: [UInt8], told encoding: TextEncoding?) throws(ReadingError) -> DecodedPage? {
        let decoded: DecodedText
        switch encoding {
        case nil: return nil
        case .utf8: decoded = try TextDecoder.utf8(file)
        case .utf16LittleEndian, .utf16BigEndian:
            let hasMark = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
            decoded = try TextDecoder.utf16(file, bigEndian: encoding == .utf16BigEndian, from: hasMark ? 2 : 0)
        case .legacy(let legacy):
            guard legacy != .doubleUTF8, isUTF16(file) == nil, TextDecoder.firstInvalid(in: file, from: 0) != nil else {
                return nil
            }
            return decode(file, as: legacy)
        }
        return DecodedPage(
            bytes: Array(decoded.bytes.dropFirst(decoded.markLength)), encoding: decoded.encoding, declared: nil,
            replaced: decoded.replaced.count, firstReplaced: decoded.replaced.first?.offset ?? 0)
    }

    /// Encodings that count as one, for web pages name them carelessly.
    static func family(of encoding: String) -> String {
        switch encoding {
        case "utf-8", "utf8", "unicode-1-1-utf-8": return "utf-8"
        // Fonts made letters of such pages' bytes; it says no more than that.
        case "x-user-defined", "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "iso8859-1":
            return "windows-1252"
        case "windows-1258", "cp1258", "x-cp1258": return "windows-1258"
        case "x-viet-vps", "x-vps": return "vps"
        case "x-viet-tcvn5712", "x-viet-tcvn": return "tcvn-5712"
        case "utf-16", "utf-16le", "utf-16be", "unicode": return "utf-16"
        default: return encoding
        }
    }

    private static func isUTF16(_ file: [UInt8]) -> Bool? {
        guard file.count >= 4 else { return nil }
        if file[0] == 0xFF, file[1] == 0xFE { return false }
        if file[0] == 0xFE, file[1] == 0xFF { return true }
        if file[0] == 0x3C, file[1] == 0, file[2] != 0, file[3] == 0 { return false }
        if file[0] == 0, file[1] == 0x3C, file[2] == 0, file[3] != 0 { return true }
        return nil
    }

    /// The name behind `charset=` or `encoding=` near the beginning.
    static func declaration(in file: [UInt8]) -> String? {
        file.withUnsafeBufferPointer { file in
            let head = UnsafeBufferPointer(rebasing: file[..<min(file.count, 4096)])
            let isXML = head.withoutSpace.opens(with: "<?xml")
            var offset = 0
            while offset < head.count {
                let rest = UnsafeBufferPointer(rebasing: head[offset...])
                if rest.opens(with: "charset") { if let name = name(in: rest, behind: 7) { return name } }
                if isXML, rest.opens(with: "encoding") { if let name = name(in: rest, behind: 8) { return name } }
                offset += 1
            }
            return nil
        }
    }

    private static func name(in rest: UnsafeBufferPointer<UInt8>, behind start: Int) -> String? {
        var offset = start
        func skip(_ isSkipped: (UInt8) -> Bool) { while offset < rest.count, isSkipped(rest[offset]) { offset += 1 } }
        skip { CharacterClass.isSpace($0) }
        guard offset < rest.count, rest[offset] == 0x3D else { return nil }
        offset += 1
        skip { CharacterClass.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        var name: [UInt8] = []
        while offset < rest.count, name.count < 40 {
            let byte = rest[offset]
            guard
                CharacterClass.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D
                    || byte == 0x5F
            else { break }
            name.append(UnsafeBufferPointer<UInt8>.lower(byte))
            offset += 1
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}

/// The characters of Windows' single-byte encodings for Western Europe (1252) and Vietnam (1258).
enum WindowsCharacters {
    /// 0x80 to 0x9F of windows-1252, which browsers take for the same numbers in `&#150;`, too.
    static let middle: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
    /// Where windows-1258 differs above 0xA0.
    private static let vietnamese: [UInt8: UInt16] = [
        0xC3: 0x102, 0xCC: 0x300, 0xD0: 0x110, 0xD2: 0x309, 0xD5: 0x1A0, 0xDD: 0x1AF, 0xDE: 0x303, 0xE3: 0x103,
        0xEC: 0x301, 0xF0: 0x111, 0xF2: 0x323, 0xF5: 0x1A1, 0xFD: 0x1B0, 0xFE: 0x20AB,
    ]

    static func decode(_ file: [UInt8], isVietnamese: Bool) -> [UInt8] {
        let table: [[UInt8]] = (0...255).map { byte in
            var scalar = UInt16(byte)
            if byte >= 0x80 && byte < 0xA0 { scalar = middle[byte - 0x80] }
            if isVietnamese, let other = vietnamese[UInt8(byte)] { scalar = other }
            return UnicodeScalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count + file.count / 4)
        for byte in file {
            if byte < 0x80 { bytes.append(byte) } else { bytes.append(contentsOf: table[Int(byte)]) }
        }
        return bytes
    }
}
