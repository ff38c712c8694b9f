/// Two hundred paragraphs in lists of all kinds, one interrupting the other.
enum NumberingTorture {
    static let package: WordPackage = {
        let levels: [String] = [
            // 0: the outline of a plan
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.")
                + level(3, "lowerLetter", "%4)") + level(4, "lowerRoman", "(%5)"),
            // 1: articles, clauses, points, chapters counted in digits below
            level(0, "decimal", "Điều %1.", more: "<w:suff w:val=\"space\"/>")
                + level(1, "decimal", "%1.%2") + level(2, "upperLetter", "%1.%2.%3", start: 3),
            // 2: Roman numbers within labels
            level(0, "upperRoman", "Phần %1") + level(1, "decimal", "%1.%2")
                + level(2, "lowerRoman", "%3."),
            // 3: long letters and zeros
            level(0, "lowerLetter", "%1)", start: 24) + level(1, "decimalZero", "%2.", start: 8)
                + level(2, "upperLetter", "[%3]", start: 26),
            // 4: signs
            level(0, "bullet", "-") + level(1, "bullet", "+")
                + level(2, "bullet", "\u{F0B7}", more: "").replacing(
                    "</w:lvl>", with: "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr></w:lvl>"),
            // 5: nothing but words, and nothing at all
            level(0, "none", "Chú thích:") + level(1, "decimal", "%2/", more: "<w:suff w:val=\"nothing\"/>"),
            // 6: headings by their styles
            level(0, "upperRoman", "%1.", more: "<w:pStyle w:val=\"H1\"/>")
                + level(1, "decimal", "%2.", more: "<w:pStyle w:val=\"H2\"/>")
                + level(2, "lowerLetter", "%3)", more: "<w:pStyle w:val=\"H3\"/>"),
        ]
        let definitions = levels.enumerated().map { abstract($0.offset, $0.element) }.joined()
        let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        let seven = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"
        let changed = "<w:lvlOverride w:ilvl=\"1\">\(level(1, "upperLetter", "%2-"))</w:lvlOverride>"
        let lists =
            (0...6).map { list($0 + 1, of: $0) }.joined() + list(8, of: 0, restart) + list(9, of: 0, seven)
            + list(10, of: 1) + list(11, of: 1, restart) + list(12, of: 0, changed)
        var body = ""
        var random = SmallGenerator(state: 30_2020)
        /// The deepest level that each list stands at.
        var reached: [Int: Int] = [:]
        let first: [(Int, Int)] = [
            (1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 4), (1, 2), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 1),
            (2, 0),
            (1, 1), (3, 0), (3, 1), (3, 2), (3, 1), (3, 0), (3, 1), (4, 0), (4, 0), (4, 0), (4, 0), (4, 1), (4, 1),
            (4, 2),
            (4, 2), (4, 1), (5, 0), (5, 1), (5, 2), (6, 0), (6, 1), (6, 1), (8, 0), (8, 1), (8, 0), (1, 0), (9, 0),
            (9, 0), (1, 0), (10, 0), (10, 1), (11, 0), (11, 0), (2, 0), (12, 0), (12, 1), (12, 1), (1, 1),
        ]
        for (list, level) in first { body += p("mục", listed(list, level)) }
        let depths = [5, 3, 3, 3, 3, 2, 0, 5, 5, 3, 3, 2]
        for step in 0..<(200 - first.count) {
            let choice = Int(random.next() % 16)
            switch choice {
            case 0..<12 where depths[choice] > 0:
                // No level is jumped over: what stands there then is another question.
                let list = choice + 1
                let deepest = min(depths[choice] - 1, (reached[list] ?? -1) + 1)
                let level = Int(random.next() % UInt64(deepest + 1))
                reached[list] = level
                body += p("mục \(step)", listed(list, level))
            case 12: body += p("xen giữa \(step)")
            default: body += p("đề mục \(step)", "<w:pStyle w:val=\"H1\"/>")
            }
        }
        let styles =
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>"
            + (1...3).map { number in
                "<w:style w:type=\"paragraph\" w:styleId=\"H\(number)\"><w:name w:val=\"Đề mục \(number)\"/>"
                    + "<w:basedOn w:val=\"N\"/><w:pPr><w:numPr><w:ilvl w:val=\"\(number - 1)\"/><w:numId w:val=\"7\"/>"
                    + "</w:numPr></w:pPr></w:style>"
            }.joined()
        return WordPackage(body, styles: styles, numbering: definitions + lists)
    }()

    struct SmallGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
