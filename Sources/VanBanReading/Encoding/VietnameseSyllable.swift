/// Whether letters can be a syllable of Vietnamese: an onset, a rhyme, and a tone that the rhyme allows.
///
/// Few sequences of letters with marks can: a text that was decoded wrongly shows at once.
enum VietnameseSyllable {
    /// The longest syllable is `nghiêng`.
    static let longest = 7

    /// Whether the forms of some letters are those of a syllable.
    static func isPossible(_ forms: [VietnameseLetter.Form]) -> Bool {
        guard !forms.isEmpty, forms.count <= longest else { return false }
        var tone = VietnameseLetter.Tone.level
        var letters: UInt64 = 0
        for form in forms {
            letters = letters << 6 | UInt64(form.letter)
            guard form.tone != VietnameseLetter.Tone.level else { continue }
            // One tone a syllable.
            if tone != VietnameseLetter.Tone.level { return false }
            tone = form.tone
        }
        return (0...min(3, forms.count - 1)).contains { onset in
            let restLength = forms.count - onset
            guard let kinds = onsets[letters >> UInt64(6 * restLength)],
                let rhyme = rhymes[letters & (1 << UInt64(6 * restLength) - 1)]
            else { return false }
            return kinds.contains(rhyme.opening)
                && (!rhyme.isStopped || tone == VietnameseLetter.Tone.acute || tone == VietnameseLetter.Tone.dot)
        }
    }

    /// Before which vowels an onset is written.
    private struct Openings: OptionSet {
        let rawValue: UInt8
        /// e ê i y
        static let front = Openings(rawValue: 1)
        static let other = Openings(rawValue: 2)
        static let any: Openings = [.front, .other]
    }

    private struct Rhyme {
        var opening: Openings
        /// It ends in c, ch, p or t, and takes two tones only.
        var isStopped: Bool
    }

    private static let onsets: [UInt64: Openings] = {
        var onsets: [UInt64: Openings] = [0: .any]
        for onset in [
            "b", "ch", "d", "đ", "gi", "h", "kh", "l", "m", "n", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v",
            "x",
        ] {
            onsets[key(onset)] = .any
        }
        for onset in ["k", "gh", "ngh"] { onsets[key(onset)] = .front }
        for onset in ["c", "ng"] { onsets[key(onset)] = .other }
        // "gì" and "gìn" drop the i of the onset "gi".
        onsets[key("g")] = .any
        return onsets
    }()

    private static let rhymes: [UInt64: Rhyme] = {
        let all = """
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et \
            ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam \
            oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm \
            ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên \
            uyêt uynh uyt uyu uyn uyp uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt \
            ươu y ych yêm yên yêng yêt yêu ynh yt
            """
        var rhymes: [UInt64: Rhyme] = [:]
        for rhyme in all.split(separator: " ") {
            let isFront = ["e", "ê", "i", "y"].contains(rhyme.prefix(1))
            rhymes[key(String(rhyme))] = Rhyme(
                opening: isFront ? .front : .other, isStopped: ["c", "ch", "p", "t"].contains { rhyme.hasSuffix($0) })
        }
        return rhymes
    }()

    private static func key(_ letters: String) -> UInt64 {
        letters.unicodeScalars.reduce(0) { key, scalar in
            key << 6 | UInt64(VietnameseLetter.form(of: scalar.value)?.letter ?? 0)
        }
    }
}
