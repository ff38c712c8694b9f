import VanBanModel
import VanBanStructure

/// `phê duyêt`, `đươc`: a syllable that cannot be without a tone.
enum ToneLost: Rule {
    static let description = RuleDescription(
        code: "toneLost", severity: .warning,
        example: "đã được cấp có thẩm quyền phê duyêt")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let toneless = document.forms.map { isToneless($0.text) }
        var found: [Finding] = []
        for passage in document.passages where passage.isProse || passage.isCell || passage.field == "legalBases" {
            for word in passage.printedWords where toneless[word.form.number] {
                found.append(finding(at: document.location(of: word.range, in: passage), [word.text]))
            }
        }
        return found
    }

    /// The key of a word has its tone as a figure at the end, and letters of Vietnamese only as capitals.
    static func isToneless(_ word: String) -> Bool {
        guard (3...7).contains(word.count), word.allSatisfy({ $0.isLetter && $0.isLowercase }) else { return false }
        let key = WordKeys.joined(word)
        guard ["c", "ch", "p", "t"].contains(where: { key.hasSuffix($0) }), !key.utf8.contains(where: isFigure) else {
            return false
        }
        let vowels = key.utf8.filter { isVowel($0) }
        guard vowels.count <= 3, isOneRun(key) else { return false }
        if key.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A && $0 != UInt8(ascii: "D") }) { return true }
        return ["uyet", "uoc", "iec"].contains { key.hasSuffix($0) }
    }

    private static func isFigure(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isVowel(_ byte: UInt8) -> Bool {
        "aeiouyABEOPU".utf8.contains(byte)
    }

    /// Whether the vowels stand together: one syllable.
    private static func isOneRun(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        guard let first = bytes.firstIndex(where: isVowel), let last = bytes.lastIndex(where: isVowel) else {
            return false
        }
        return bytes[first...last].allSatisfy(isVowel)
    }
}
