import Testing
import VanBanModel

@Suite struct DiagnosticTests {
    /// Arguments that can be found again in a filled message.
    private static let marks = (0..<6).map { "⟦\($0)⟧" }

    /// Which placeholders a filled text has, each as often as it stands there.
    private static func placeholders(in text: String) -> [Int] {
        marks.indices.flatMap { index in
            Array(
                repeating: index, count: text.split(separator: marks[index], omittingEmptySubsequences: false).count - 1
            )
        }
    }

    @Test(
        "every code has a message and a hint in both languages", arguments: DiagnosticCode.allCases, Language.allCases)
    func hasWords(code: DiagnosticCode, language: Language) {
        for words in [code.message(in: language), code.hint(in: language)] {
            // A row that the table lacks is told by its key.
            #expect(!words.isEmpty && !words.hasPrefix("diagnostic."))
        }
    }

    @Test("message and hint have the same placeholders in both languages", arguments: DiagnosticCode.allCases)
    func placeholdersAgree(code: DiagnosticCode) {
        for words in [DiagnosticCode.message(_:), DiagnosticCode.hint(_:)] {
            let english = Self.placeholders(in: words(code)(.english, Self.marks))
            let vietnamese = Self.placeholders(in: words(code)(.vietnamese, Self.marks))
            #expect(english == vietnamese)
        }
    }

    @Test("placeholders are numbered without gaps", arguments: DiagnosticCode.allCases)
    func placeholdersHaveNoGaps(code: DiagnosticCode) {
        let texts = [code.message(in: .english, Self.marks), code.hint(in: .english, Self.marks)]
        let used = Set(texts.flatMap(Self.placeholders(in:)))
        #expect(used == Set(0..<used.count))
    }

    @Test("the languages differ, so that none was forgotten in translation", arguments: DiagnosticCode.allCases)
    func languagesDiffer(code: DiagnosticCode) {
        #expect(code.message(in: .english) != code.message(in: .vietnamese))
        #expect(code.hint(in: .english) != code.hint(in: .vietnamese))
    }

    @Test("codes are unique names, never numbers")
    func codesAreNames() {
        let names = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy(\.isLetter) && $0.first?.isLowercase == true })
    }

    @Test("no two codes say the same")
    func messagesAreUnique() {
        let messages = DiagnosticCode.allCases.map { $0.message(in: .english) }
        #expect(Set(messages).count == messages.count)
    }

    @Test("severities rise from info over warning to error")
    func severitiesAreOrdered() {
        #expect([Severity.error, .info, .warning].sorted() == [.info, .warning, .error])
        #expect(Severity.info < .warning && Severity.warning < .error && !(Severity.error < .error))
    }

    @Test("a diagnostic takes its severity and English words from its code")
    func takesItsWordsFromTheCode() {
        let location = Location(start: 3, end: 9, line: 2)
        let diagnostic = Diagnostic(.numberingGap, at: location, arguments: ["1", "3"])
        #expect(diagnostic.severity == DiagnosticCode.numberingGap.severity)
        #expect(diagnostic.message.contains("from 1 to 3"))
        #expect(diagnostic.text(in: .english) == (diagnostic.message, diagnostic.hint))
        #expect(diagnostic.text(in: .vietnamese).message.contains("từ 1 sang 3"))
    }

    @Test("days are told in Vietnamese as documents print them, and quoted words stay as they are")
    func printsDays() {
        let arguments = ["Phụ lục", "12/QĐ-UBND (2026-02-04)", "15/QĐ-UBND (2026-02-14), 16/QĐ-UBND"]
        let code = DiagnosticCode.attachmentMismatch
        #expect(code.message(in: .vietnamese, arguments).contains("12/QĐ-UBND (04/02/2026)"))
        #expect(code.message(in: .vietnamese, arguments).contains("15/QĐ-UBND (14/02/2026), 16/QĐ-UBND"))
        #expect(code.message(in: .english, arguments).contains("(2026-02-04)"))
        #expect(
            DiagnosticCode.missingDate.hint(in: .vietnamese, ["KẾ HOẠCH", " (2026-12-31)"]).contains("(31/12/2026)"))
        #expect(
            code.message(in: .vietnamese, ["(x", "2026-02-04", "(2026-02-30"]).contains("(x ghi kèm theo 2026-02-04"))
    }

    @Test("a row without a number is called so")
    func callsNumberlessRows() {
        let ragged = DiagnosticCode.raggedRow
        #expect(ragged.message(in: .vietnamese, ["–", "6", "7"]).hasPrefix("Hàng không có số có 6 ô"))
        #expect(ragged.message(in: .english, ["–", "6", "7"]).hasPrefix("Row without a number has 6"))
        #expect(DiagnosticCode.tableWithoutTasks.message(in: .vietnamese, ["–"]).hasSuffix(": –."))
    }

    @Test("braces in an argument stay as they are, and a missing argument is an ellipsis")
    func fillsPlaceholders() {
        #expect(DiagnosticCode.numberingGap.message(in: .english, ["{1}", "{"]).contains("from {1} to {."))
        #expect(DiagnosticCode.numberingGap.message(in: .english, ["1"]).contains("from 1 to …"))
    }

    @Test("messages speak of what people see, and name no key of the record", arguments: DiagnosticCode.allCases)
    func namesNoKeys(code: DiagnosticCode) {
        for language in Language.allCases {
            #expect(code.message(in: language).firstMatch(of: /\b[a-z]+[A-Z]/) == nil)
            #expect(code.hint(in: language).firstMatch(of: /\b[a-z]+[A-Z]/) == nil)
        }
    }

    @Test(
        "of what there is none nothing is told",
        arguments: [
            (
                DiagnosticCode.sourceLineBreaks, ["0"],
                "Lines end where the source of a page was broken and were put together."
            ),
            (
                .sourceLineBreaks, ["10"],
                "Lines end where the source of a page was broken and were put together; "
                    + "10 short line(s) above a capital were taken as headings."
            ),
            (.hiddenCells, ["0", "3", "0"], "Hidden in the workbook and left out: 3 row(s)."),
            (.hiddenCells, ["1", "0", "20"], "Hidden in the workbook and left out: 1 sheet(s), 20 column(s)."),
        ])
    func none(code: DiagnosticCode, arguments: [String], message: String) {
        #expect(code.message(in: .english, arguments) == message)
    }
}

extension DiagnosticCode {
    fileprivate static func message(_ code: DiagnosticCode) -> (Language, [String]) -> String {
        { code.message(in: $0, $1) }
    }

    fileprivate static func hint(_ code: DiagnosticCode) -> (Language, [String]) -> String {
        { code.hint(in: $0, $1) }
    }
}
