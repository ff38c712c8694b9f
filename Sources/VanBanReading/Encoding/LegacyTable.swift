/// What the bytes of a legacy encoding stand for.
struct LegacyTable: Sendable {
    /// The character of each byte; 0 where it is none.
    private(set) var characters: [UInt32]
    /// Whether a byte's character is none of the encoding's own.
    private(set) var isForeign: [Bool]
    /// What a letter becomes when a byte follows it: the byte in the upper half of the key, the letter in the lower.
    private(set) var combinations: [UInt64: UInt32] = [:]
    /// Bytes that can combine with the letter before them.
    private(set) var combines: [Bool]
    /// Characters other than those of Windows-1252 that stand for a byte in texts taken from PDF files, where they are
    /// the glyphs that a font draws for the byte; between letters only.
    private(set) var glyphs: [UInt32: UInt8] = [:]
    /// Whether letters are drawn as capitals.
    let isCapital: Bool

    static func of(_ encoding: LegacyEncoding) -> LegacyTable {
        switch encoding {
        case .tcvn3, .doubleUTF8: return tcvn3
        case .tcvn3Capitals: return tcvn3Capitals
        case .tcvn5712: return tcvn5712
        case .vni: return vni
        case .viscii: return viscii
        case .visciiCapitals: return visciiCapitals
        case .vps: return vps
        case .windows1258: return windows1258
        }
    }

    /// The byte that a character of Windows-1252 stands for; 0x80–0x9F also for the control characters, which is what
    /// Latin-1 makes of those bytes.
    static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        // Symbol fonts hold their bytes in the private use area.
        if scalar >= 0xF020, scalar <= 0xF0FF { return UInt8(scalar - 0xF000) }
        return scalar >= 0x152 && scalar <= 0x2122 ? punctuation[scalar] : nil
    }

    private static let tcvn3 = LegacyTable("tcvn3", ownsUpperHalf: true)
    private static let tcvn3Capitals = LegacyTable("tcvn3", ownsUpperHalf: true, isCapital: true)
    private static let tcvn5712 = LegacyTable("tcvn-5712", ownsUpperHalf: true)
    private static let vni = LegacyTable("vni", ownsUpperHalf: true)
    private static let viscii = LegacyTable("viscii", ownsUpperHalf: true)
    private static let visciiCapitals = LegacyTable("viscii", ownsUpperHalf: true, isCapital: true)
    private static let vps = LegacyTable("vps", ownsUpperHalf: true)
    private static let windows1258 = LegacyTable("windows-1258", ownsUpperHalf: false)

    private static let rows = DataRows(PackageResources.legacy_encodings_csv)

    private static let punctuation: [UInt32: UInt8] = {
        var bytes: [UInt32: UInt8] = [:]
        for row in rows.rows where row[0] == "windows-1252" {
            forEachCharacter(of: row) { byte, scalar in bytes[scalar] = byte }
        }
        return bytes
    }()

    private init(_ name: String, ownsUpperHalf: Bool, isCapital: Bool = false) {
        self.isCapital = isCapital
        characters = (0..<0x100).map { $0 >= 0x80 && $0 < 0xA0 ? 0 : UInt32($0) }
        combines = Array(repeating: false, count: 0x100)
        // Signs (no-break space, quotation marks, §, °, ×) are used along with the letters, whatever the encoding.
        isForeign = (0..<0x100).map { $0 > 0xBF && $0 != 0xD7 && $0 != 0xF7 && ownsUpperHalf }
        for row in Self.rows.rows where row[0] == "windows-1252" {
            Self.forEachCharacter(of: row) { byte, scalar in characters[Int(byte)] = scalar }
        }
        for row in Self.rows.rows where row[0] == name {
            if row[2].isEmpty {
                Self.forEachCharacter(of: row) { byte, scalar in
                    characters[Int(byte)] = scalar == 0xFFFD ? 0 : scalar
                    isForeign[Int(byte)] = false
                }
            } else if let byte = UInt8(row[1], radix: 16) {
                // The byte for a capital's mark is the one for a small letter's, 0x20 before it. Files have either.
                for (letter, result) in zip(row[2].unicodeScalars, row[3].unicodeScalars) {
                    combinations[Self.key(byte, letter.value)] = result.value
                    combinations[Self.key(byte - 0x20, letter.value)] = result.value
                }
                combines[Int(byte)] = true
                combines[Int(byte) - 0x20] = true
            }
        }
        for row in Self.rows.rows where row[0] == name + " glyphs" {
            Self.forEachCharacter(of: row) { byte, scalar in glyphs[scalar] = byte }
        }
    }

    private static func key(_ byte: UInt8, _ letter: UInt32) -> UInt64 { UInt64(byte) << 32 | UInt64(letter) }

    /// What a letter becomes when a byte follows it; nil where they stay apart.
    func combination(of letter: UInt32, and byte: UInt8) -> UInt32? {
        combines[Int(byte)] ? combinations[Self.key(byte, letter)] : nil
    }

    private static func forEachCharacter(of row: [String], _ body: (UInt8, UInt32) -> Void) {
        guard var byte = UInt8(row[1], radix: 16) else { return }
        let scalars =
            row[3].hasPrefix("U+")
            ? row[3].split(separator: " ").compactMap { UInt32($0.dropFirst(2), radix: 16) }
            : row[3].unicodeScalars.map(\.value)
        for scalar in scalars {
            body(byte, scalar)
            byte &+= 1
        }
    }
}

/// The rows of a data file: cells between commas, none of which holds a comma or a quotation mark.
struct DataRows: Sendable {
    /// Without the header; each as long as the header.
    let rows: [[String]]

    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let width = lines.first?.count ?? 0
        rows = lines.dropFirst().filter { $0.count == width }
    }
}
