import VanBanModel

/// `Qúy I`: a tone on the letter that belongs to the consonant.
enum ToneOffVowel: Rule {
    static let description = RuleDescription(
        code: "toneOffVowel", severity: .info,
        example: "Qúy II năm 2024")

    private static let toned: Set<Character> = ["ú", "ù", "ủ", "ũ", "ụ"]

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let slips = document.forms.map(isSlip)
        guard slips.contains(true) else { return [] }
        var found: [Finding] = []
        for passage in document.passages {
            for word in passage.printedWords where slips[word.form.number] {
                found.append(finding(at: document.location(of: word.range, in: passage), [word.text]))
            }
        }
        return found
    }

    private static func isSlip(_ form: WordForm) -> Bool {
        guard form.lower.utf8.first == UInt8(ascii: "q") else { return false }
        let letters = Array(form.lower)
        return letters.count > 2 && letters[0] == "q" && toned.contains(letters[1]) && letters.count <= 6
            && letters.allSatisfy(\.isLetter)
    }
}
