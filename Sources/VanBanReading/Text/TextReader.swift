import Crypto
import VanBanModel

/// Reads plain text: typed, copied from a page, extracted from a PDF, or put out by OCR tools.
public struct TextReader: DocumentReader {
    /// Larger files are refused, in bytes.
    public static let defaultLimit = 1 << 30

    public let format = Source.Format.text
    private let limit: Int

    /// - Parameter limit: the largest file that is read, in bytes.
    public init(limit: Int = TextReader.defaultLimit) {
        self.limit = limit
    }

    public func read(_ file: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument {
        guard file.count <= limit else { throw .tooLarge(bytes: file.count, limit: limit) }
        guard file.contains(where: { !CharacterClass.isSpace($0) }) else { throw .empty }
        var source = Source(name: name, format: format, encoding: "", bytes: file.count, sha256: Self.digest(of: file))
        return try Self.layDown(try TextDecoder.decode(file), &source)
    }

    private static func layDown(
        _ decoded: consuming DecodedText, _ source: inout Source
    ) throws(ReadingError) -> ReadDocument {
        source.encoding = decoded.encoding
        var normalizer = TextNormalizer(decoded.bytes)
        let text = normalizer.normalize(markLength: decoded.markLength)
        let blocks = LineSplitter.blocks(of: text)
        guard !blocks.isEmpty else { throw .empty }
        return ReadDocument(
            source: source, text: text, blocks: blocks, diagnostics: diagnostics(decoded, normalizer, text))
    }

    private static func diagnostics(
        _ decoded: DecodedText, _ normalizer: TextNormalizer, _ text: SourceText
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let beginning = text.location(of: 0..<0)
        if let first = decoded.replaced.first {
            let places = decoded.replaced.prefix(20).map {
                Location(start: $0, end: $0 + 3, line: line(at: $0, decoded))
            }
            found.append(
                Diagnostic(
                    .invalidBytes, at: Location(start: first, end: first + 3, line: line(at: first, decoded)),
                    related: Array(places.dropFirst()), arguments: [String(decoded.replaced.count)]))
        }
        if normalizer.sawLineEnds.count > 1
            || (normalizer.sawLineEnds == ["CR"] && text.lineStarts.count > 1
                && decoded.bytes.contains(0x0A))
        {
            found.append(Diagnostic(.mixedLineEnds, at: beginning))
        }
        if let place = normalizer.sawDecomposed {
            found.append(Diagnostic(.decomposedText, at: text.location(of: place..<place)))
        }
        if normalizer.invisibleCount > 0 {
            let first = text.omissions.first { $0.kind == .invisible }?.source ?? 0..<0
            found.append(
                Diagnostic(
                    .invisibleCharacters,
                    at: Location(start: first.lowerBound, end: first.upperBound, line: 1),
                    arguments: [String(normalizer.invisibleCount)]))
        }
        return found
    }

    private static func line(at offset: Int, _ decoded: DecodedText) -> Int {
        1 + decoded.bytes[..<offset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    private static func digest(of file: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: file) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
