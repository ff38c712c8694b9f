/// A field while it is read (ECMA-376 Part 1, 17.16): an instruction and what came of it the last time.
struct StoryField {
    /// Whether the instruction is over and the result stands here.
    var isResult: Bool
    /// The instruction, as far as it tells anything.
    var instruction: [UInt8] = []
    /// How much had been laid down when the result began.
    var writtenBefore = 0
    /// What the field of a form holds (17.16.17).
    var form = Form()

    struct Form {
        var isChecked: Bool?
        /// What can be chosen, which of it is, and which is as long as nothing was chosen.
        var entries: [String] = []
        var chosen: Int?
        var usual = 0
    }

    static let instructionLimit = 200

    /// The words of the instruction; what stands in quotation marks is one.
    var words: [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in String(decoding: instruction, as: UTF8.self) {
            switch character {
            case "\"", "“", "”":
                isQuoted.toggle()
                word = word ?? ""
            case _ where character.isWhitespace && !isQuoted:
                if let whole = word { words.append(whole) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// The instruction's first word, in capitals.
    var name: [UInt8] {
        instruction.drop { CharacterClass.isSpace($0) }.prefix { !CharacterClass.isSpace($0) && $0 != 0x5C }
            .map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    }

    func isCalled(_ names: StaticString...) -> Bool {
        let name = name
        return names.contains { other in
            other.utf8CodeUnitCount == name.count && name.indices.allSatisfy { other.utf8Start[$0] == name[$0] }
        }
    }

    var isPageNumber: Bool { isCalled("PAGE", "NUMPAGES", "SECTIONPAGES") }

    /// Whether Word shows something for it that stands in no result.
    var isShownWithoutResult: Bool {
        isCalled(
            "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMCHECKBOX", "FORMDROPDOWN", "MACROBUTTON",
            "GOTOBUTTON", "SYMBOL")
    }

    /// The value behind a switch (`\\l 2`).
    static func value(of letter: String, in words: [String]) -> String? {
        for (index, word) in words.enumerated() where word.lowercased().hasPrefix("\\" + letter) {
            let rest = String(word.dropFirst(2))
            if !rest.isEmpty { return rest }
            return words.indices.contains(index + 1) ? words[index + 1] : nil
        }
        return nil
    }
}
