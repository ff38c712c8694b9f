import VanBanModel

/// What was recognised of legacy encodings on the way to a text. Places are offsets into what locations count.
struct EncodingFindings {
    /// Encodings that were read, each with its places.
    private(set) var read: [(encoding: LegacyEncoding, places: [Range<Int>])] = []
    /// Another encoding that the whole text is about as likely in.
    var rival: LegacyEncoding?
    /// Characters that the encoding does not have.
    var outside: [Range<Int>] = []

    /// More places than this are not told.
    private static let placeLimit = 20

    mutating func add(_ encoding: LegacyEncoding, at place: Range<Int>) {
        if let index = read.firstIndex(where: { $0.encoding == encoding }) {
            read[index].places.append(place)
        } else {
            read.append((encoding, [place]))
        }
    }

    func diagnostics(in text: SourceText) -> [Diagnostic] {
        var found = read.compactMap { encoding, places in
            Self.diagnostic(.legacyEncoding, at: places, [encoding.label], in: text)
        }
        if let rival, let (encoding, places) = read.first {
            found += [Self.diagnostic(.uncertainEncoding, at: places, [encoding.label, rival.label], in: text)]
                .compactMap(\.self)
        }
        if !outside.isEmpty {
            let arguments = [String(outside.count), read.first?.encoding.label ?? ""]
            found += [Self.diagnostic(.outsideEncoding, at: outside, arguments, in: text)].compactMap(\.self)
        }
        return found
    }

    private static func diagnostic(
        _ code: DiagnosticCode, at places: [Range<Int>], _ arguments: [String], in text: SourceText
    ) -> Diagnostic? {
        let locations = places.prefix(placeLimit).map { text.location(ofSource: $0) }
        return locations.first.map {
            Diagnostic(code, at: $0, related: Array(locations.dropFirst()), arguments: arguments)
        }
    }
}
