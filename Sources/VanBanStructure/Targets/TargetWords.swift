import VanBanModel

/// The words that targets are set with.
enum TargetWords {
    /// Comparators that stand right before a number, the longest first.
    static let comparators: [(phrase: Phrase, comparator: Target.Comparator)] = Lexicon.values(
        .comparators, as: Target.Comparator.self
    ).map { (Phrase($0), $1) }.sorted { $0.phrase.keys.count > $1.phrase.keys.count }

    /// `≥` and `≤` as they are typed with two signs.
    static let twoSigns: [(phrase: Phrase, comparator: Target.Comparator)] = [
        (Phrase(">="), .atLeast), (Phrase("=>"), .atLeast), (Phrase("<="), .atMost), (Phrase("=<"), .atMost),
    ]
    /// Comparators that say alone that a number is a target's, whatever its unit.
    static let firm: Set<Target.Comparator> = [.atLeast, .atMost]
    static let upwards = Phrase.list(["trở lên", "hoặc cao hơn", "trở đi"])
    static let downwards = Phrase.list(["trở xuống", "hoặc thấp hơn"])
    /// What may stand between a comparator or verb and its number.
    static let fillers = Lexicon.keys(.targetFillers)
    static let rises = ScoreWords.keys("tăng vượt nâng")
    static let falls = ScoreWords.keys("giảm ngắn")
    /// `vượt chỉ tiêu ít nhất 5%`
    static let excesses = Phrase.list(["vượt chỉ tiêu", "vượt kế hoạch", "vượt dự toán"])
    static let levels = Lexicon.keys(.levelWords)

    /// Units of counted things and of time.
    static let units = Lexicon.phrases(.targetUnits)
    static let points = Phrase("điểm")
    static let places = Phrase.list(["bậc", "hạng"])

    /// Words that set a goal; the measure begins behind them.
    static let openers = Lexicon.phrases(.targetOpeners)
    /// Nouns that set a goal only where they open a clause: `Mục tiêu: tỷ lệ …`, but `thực hiện các chỉ tiêu …`.
    static let openingNouns = Lexicon.phrases(.targetNouns)
    /// Words that a measure opens with.
    static let measures = Lexicon.phrases(.measureOpenings)
    /// What may stand between a goal's word or a comma and the measure.
    static let skipped = Lexicon.keys(.wordsBeforeMeasure)
    /// What may stand between a measure and its verb.
    static let trailing = Lexicon.keys(.wordsBehindMeasure)
    /// Words after a number that belong to the statement and name nothing that is measured.
    static let notMeasured = Lexicon.keys(.notMeasured)
    /// Words that end the words for what is measured, after a comma.
    static let leavings = Lexicon.phrases(.measureEnds)
    /// `nâng tỷ lệ … lên 80%`, but not `nâng cao chất lượng`
    static let raising = Phrase("nâng")
    static let highly = WordKey.of("cao")
    static let amongThem = Phrase("trong đó")
    static let respectively = Phrase.list(["lần lượt", "tương ứng"])

    /// What was so already, or is a share and no goal.
    static let past = Lexicon.phrases(.pastWords)
    /// Words right before a share that is a rule's and no goal's.
    static let rules = Lexicon.keys(.ruleWords)

    /// Words whose number is a name or a place in a list.
    static let names = Lexicon.keys(.namedByNumber)
    static let band = ScoreWords.keys("nhóm top tốp")
    static let bandUnits = Lexicon.phrases(.bandUnits)
}
