import VanBanMessages
import VanBanModel

/// Reads formats that this module does not, mostly by way of other people's programs: it tells its files from their
/// content.
///
/// Whoever puts a ``FileReader`` together hands such readers over, so that reading needs to know none of them.
package protocol FurtherReader: Sendable {
    var formats: [Source.Format] { get }

    /// Names all that its results depend on besides this program: programs, versions, settings; also what is missing.
    var version: String { get }

    /// The format of a file that it reads; nil for any other.
    func format(of bytes: [UInt8]) -> Source.Format?

    /// Reads a whole file.
    /// - Parameters:
    ///   - format: one of ``formats``.
    ///   - reader: reads what came of it, with the limits and settings that were asked for.
    /// - Throws: ``ReadingError`` when the bytes are not of this format or hold no text, also
    ///   ``ReadingError/needsConverter(program:package:)`` where a program is missing.
    func read(
        _ bytes: consuming [UInt8], name: String, as format: Source.Format, for reader: FileReader
    ) throws(ReadingError) -> ReadDocument
}

/// What became of a program that was to convert a file.
package enum ConverterFailure: String, Hashable, Sendable, CaseIterable {
    /// It ended without having made anything.
    case refused
    case crashed
    case tookTooLong
    case tookTooMuch

    func words(in language: Language) -> String {
        switch self {
        case .refused: return Messages.text("converter.refused", in: language)
        case .crashed: return Messages.text("converter.crashed", in: language)
        case .tookTooLong: return Messages.text("converter.tookTooLong", in: language)
        case .tookTooMuch: return Messages.text("converter.tookTooMuch", in: language)
        }
    }
}

extension FileReader {
    /// Whether a document that a converter would read is protected by a password.
    package func isEncrypted(_ bytes: [UInt8], as format: Source.Format) -> Bool {
        switch format {
        case .doc: return ForeignFormat.isEncryptedWord(bytes)
        case .odt: return ForeignFormat.isEncryptedPackage(bytes, limits: limits)
        default: return false
        }
    }
}

/// Formats that are told from the content, and read by a ``FurtherReader``.
enum ForeignFormat {
    static func of(_ bytes: [UInt8]) -> Source.Format? {
        if CompoundFile.isPresent(in: bytes) { return CompoundFile.format(of: bytes) }
        if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        return openDocument(bytes) ?? workbook(bytes)
    }

    /// Whether the package's entries are those of a workbook of Excel.
    private static func workbook(_ bytes: [UInt8]) -> Source.Format? {
        guard WordFile.holds("xl/workbook.xml", Array(bytes.suffix(1 << 16))),
            let archive = try? ZipArchive(bytes, limits: ReadingLimits())
        else { return nil }
        return archive.entries.contains { $0.name.lowercased() == "xl/workbook.xml" } ? .xlsx : nil
    }

    /// The format of an OpenDocument package: what it is stands first in it, stored as it is (ODF 1.3 Part 2, 3.3).
    private static func openDocument(_ bytes: [UInt8]) -> Source.Format? {
        let sign = Array("mimetypeapplication/vnd.oasis.opendocument.".utf8)
        guard bytes.count > 128 else { return nil }
        // An extra field may stand between the name and the content.
        let extra = Int(bytes[28]) | Int(bytes[29]) << 8
        let name = bytes[30..<38]
        let start = 38 + extra
        guard name.elementsEqual(sign[..<8]), start + sign.count - 8 <= bytes.count else { return nil }
        guard bytes[start...].starts(with: sign[8...]) else { return nil }
        let kind = bytes[(start + sign.count - 8)...]
        return kind.starts(with: "text".utf8) ? .odt : kind.starts(with: "spreadsheet".utf8) ? .ods : nil
    }

    /// Whether a document of Word before 2007 is protected by a password ([MS-DOC] 2.5.2, fEncrypted of the FIB, which
    /// begins a sector).
    static func isEncryptedWord(_ bytes: [UInt8]) -> Bool {
        for offset in stride(from: 512, to: max(512, bytes.count - 512), by: 512)
        where bytes[offset] == 0xEC && bytes[offset + 1] == 0xA5 {
            return bytes[offset + 11] & 0x01 != 0
        }
        return false
    }

    /// Whether the list of an OpenDocument package says how its entries are encrypted (ODF 1.3 Part 2, 4.8).
    static func isEncryptedPackage(_ bytes: [UInt8], limits: ReadingLimits) -> Bool {
        guard let archive = try? ZipArchive(bytes, limits: limits),
            let list = archive.entries.first(where: { $0.name == "META-INF/manifest.xml" }),
            let input = archive.input(list, limits: limits, budget: 1 << 20)
        else { return false }
        return WordFile.holds("encryption-data", input.readAll())
    }
}
