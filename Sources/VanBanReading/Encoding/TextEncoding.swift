/// The encodings that a text file can be read in.
package enum TextEncoding: Hashable, Sendable, CaseIterable {
    case utf8, utf16LittleEndian, utf16BigEndian
    case legacy(LegacyEncoding)

    package static var allCases: [TextEncoding] {
        // What a font makes of letters cannot be told of a whole file.
        [.utf8, .utf16LittleEndian, .utf16BigEndian]
            + [.tcvn3, .tcvn5712, .vni, .viscii, .vps, .windows1258, .doubleUTF8].map { .legacy($0) }
    }

    /// The name in records and on the command line: `utf-8`, `tcvn3`, …
    package var name: String {
        switch self {
        case .utf8: return "utf-8"
        case .utf16LittleEndian: return "utf-16le"
        case .utf16BigEndian: return "utf-16be"
        case .legacy(let encoding): return encoding.rawValue
        }
    }

    /// The encoding of a name, in whatever case.
    package init?(name: some StringProtocol) {
        let wanted = name.lowercased()
        guard let found = Self.allCases.first(where: { $0.name == wanted }) else { return nil }
        self = found
    }
}
