import VanBanModel

/// What a file is that is no plain text, told from its first bytes.
enum FileSignature {
    static func kind(of file: [UInt8]) -> String? {
        if let foreign = ForeignFile.kind(of: file) { return foreign.name }
        return looksLikeMarkup(file) ? markup : nil
    }

    static let markup = ForeignFile.name("markup", in: .english)
    static let pdf = ForeignFile.name("pdf", in: .english)
    static let package = ForeignFile.name("package", in: .english)

    /// Whether bytes that stand before something else are words or blank lines, and not the head of a binary file.
    static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.starts(with: "%PDF".utf8) && !bytes.starts(with: "{\\rtf".utf8)
            && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || CharacterClass.isSpace($0) }
    }

    /// What a kind is called, and what its owner can do.
    static func words(of kind: String, in language: Language) -> (name: String, advice: String) {
        guard let foreign = ForeignFile.named(kind) else { return (kind, ForeignFile.Advice.save.text(in: language)) }
        return (foreign.name(in: language), foreign.advice.text(in: language))
    }

    /// Whether a file, in UTF-8 or UTF-16, is a web page or a fragment of one.
    static func isMarkup(_ file: [UInt8]) -> Bool {
        guard file.count >= 4 else { return false }
        let isLittle = file[0] == 0xFF && file[1] == 0xFE || file[0] == 0x3C && file[1] == 0 && file[2] != 0
        let isBig = file[0] == 0xFE && file[1] == 0xFF || file[0] == 0 && file[1] == 0x3C
        guard isLittle || isBig else { return isPageOrFragment(file) }
        // The signs of markup are ASCII; any letter may stand for the rest.
        var narrow: [UInt8] = []
        var offset = 0
        while offset + 1 < min(file.count, 2 * MarkupShape.sample) {
            let high = file[isBig ? offset : offset + 1]
            let low = file[isBig ? offset + 1 : offset]
            if high == 0xFE && low == 0xFF {
                narrow += [0xEF, 0xBB, 0xBF]
            } else {
                narrow.append(high == 0 ? low : 0x78)
            }
            offset += 2
        }
        return isPageOrFragment(narrow)
    }

    /// Whether a text (in UTF-8) opens as an HTML or XML file does.
    static func looksLikeMarkup(_ file: [UInt8]) -> Bool {
        file.withUnsafeBufferPointer { MarkupShape.isPage($0) }
    }

    private static func isPageOrFragment(_ file: [UInt8]) -> Bool {
        file.withUnsafeBufferPointer { MarkupShape.isPresent(in: $0) }
    }
}
