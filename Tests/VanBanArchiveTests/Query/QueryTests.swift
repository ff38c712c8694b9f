import Foundation
import Testing
import VanBanArchive
import VanBanExport
import VanBanModel

struct QueryTests {
    private let folder: TemporaryFolder
    private let archive: ArchiveReader
    private let plan: VanBanModel.Record

    init() throws {
        folder = try TemporaryFolder()
        plan = try Samples.record("provincial-papi-plan.txt")
        archive = try Samples.archive(
            [("b/plan.txt", plan), ("a/decision.txt", try Samples.record("minimal-decision.txt"))], in: folder)
    }

    private func values(_ key: String, _ request: SheetRequest) throws -> [String] {
        let sheet = try archive.sheet(request)
        let column = try #require(sheet.columns.firstIndex { $0.key == key })
        return sheet.rows.map { $0.values[column].text }
    }

    private func tasks(_ change: (inout TaskQuery) -> Void) throws -> [String] {
        var query = TaskQuery()
        change(&query)
        return try values("sequence", query.request)
    }

    private func sequences(_ condition: (VanBanModel.Task) -> Bool) -> [String] {
        plan.tasks.filter(condition).map { String($0.sequence) }
    }

    @Test("rows come back from the database as they went in")
    func sameRows() throws {
        let sheets = RecordSheets(plan, document: "b/plan.txt", namesPlaces: true)
        #expect(plan.tasks.count > 10)
        #expect(try archive.sheet(TaskQuery().request).rows == sheets.rows(.tasks))
        for kind in SheetKind.allCases {
            var query = RecordQuery(kind)
            query.document = "plan txt"
            #expect(try archive.sheet(query.request).rows.map(\.values) == sheets.rows(kind).map(\.values), "\(kind)")
        }
        // A question about scores says besides whose they are.
        let scores = try archive.sheet(ScoreQuery().request).rows.map { $0.values.dropLast() }
        #expect(Set(scores) == Set(sheets.rows(.scores).map { $0.values[...] }))
        let doubts = try archive.sheet(DiagnosticQuery().request).rows.filter { $0.values[0] == .text("b/plan.txt") }
        #expect(doubts == sheets.rows(.diagnostics))
        let documents = try archive.sheet(DocumentQuery().request)
        #expect(documents.rows.map(\.values[0].text) == ["a/decision.txt", "b/plan.txt"])
        #expect(documents.rows.last?.values == sheets.rows(.documents).first?.values)
    }

    @Test(
        "an agency is found by its id and by its name, however it is written", arguments: ["so-tu-phap", "so tu phap"])
    func lead(_ name: String) throws {
        let expected = sequences { $0.leadAgencies.contains { $0.id == "so-tu-phap" } }
        #expect(!expected.isEmpty && expected.count < plan.tasks.count)
        #expect(try tasks { $0.lead = name } == expected)
        #expect(try tasks { $0.lead = "SỞ TƯ PHÁP" } == expected)
        #expect(try tasks { $0.lead = "so tu" } == expected, "whole words of the name")
        #expect(try tasks { $0.lead = "so tu pha" }.isEmpty, "parts of words are no words")
    }

    @Test(
        "an agency is found by its abbreviations", arguments: ["STP", "stp", "Sở TP", "so tp"])
    func abbreviation(_ name: String) throws {
        let expected = sequences { $0.leadAgencies.contains { $0.id == "so-tu-phap" } }
        #expect(try tasks { $0.lead = name } == expected)
    }

    @Test("an office is found though its name is abbreviated in the question")
    func office() throws {
        let expected = try tasks { $0.lead = "Ủy ban nhân dân tỉnh" }
        #expect(!expected.isEmpty)
        #expect(try tasks { $0.lead = "UBND tỉnh" } == expected)
        #expect(try tasks { $0.lead = "VP UBND tinh" } == tasks { $0.lead = "vp-ubnd-tinh" })
    }

    @Test("tasks stand under the dimension that their group names")
    func dimension() throws {
        let expected = sequences { $0.group?.title == "Thủ tục hành chính công" }
        #expect(!expected.isEmpty)
        #expect(try tasks { $0.dimension = "papi-5" } == expected)
        for name in ["thu tuc hanh chinh cong", "5", "nội dung 5", "PAPI 5", "Public Administrative Procedures"] {
            #expect(try tasks { $0.dimension = name } == expected, "\(name)")
        }
        #expect(try tasks { $0.index = "Chỉ số PAPI" }.count == plan.tasks.count)
        #expect(try tasks { $0.index = "SIPAS" }.isEmpty)
    }

    @Test("tasks are due when one of their deadlines ends then, in the order of their last days")
    func due() throws {
        let july = (
            from: try #require(CalendarDate(iso: "2024-07-01")), to: try #require(CalendarDate(iso: "2024-07-31"))
        )
        let expected = sequences { task in
            task.deadlines.contains { $0.bound != .after && ($0.end.map { july.from <= $0 && $0 <= july.to } ?? false) }
        }
        #expect(!expected.isEmpty)
        for time in ["2024-07", "7/2024", "tháng 7/2024"] {
            let due = try #require(DueTime(time, today: july.from))
            #expect(try Set(tasks { $0.due = [due] }) == Set(expected))
        }
        let thisMonth = try #require(DueTime("this-month", today: july.to))
        #expect(try Set(tasks { $0.due = [thisMonth] }) == Set(expected))
        var query = TaskQuery()
        query.due = [.overdue(try #require(CalendarDate(iso: "2024-10-01")))]
        let late = try values("dueThen", query.request)
        #expect(late.count > 5)
        #expect(late == late.sorted())
        #expect(late.allSatisfy { $0 <= "2024-10-01" })
        query.due.append(.within(july.from, july.to))
        #expect(try values("sequence", query.request).count == late.count, "July is over")
        query.due[0] = try #require(DueTime("2024-08", today: july.from))
        #expect(try values("dueThen", query.request).allSatisfy { "2024-07-01" <= $0 && $0 <= "2024-08-31" })
        #expect(try values("sequence", query.request).count > expected.count)
    }

    @Test(
        "times that are asked for are units of the calendar or spans of them",
        arguments: [
            ("2024-02", "2024-02-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31"),
            ("2024-05..2024-06-15", "2024-05-01", "2024-06-15"), ("..2024-06", nil, "2024-06-30"),
            ("30/6/2024", "2024-06-30", "2024-06-30"), ("2/2024", "2024-02-01", "2024-02-29"),
            ("2024-Q2", "2024-04-01", "2024-06-30"), ("quý IV/2024", "2024-10-01", "2024-12-31"),
            ("next-month", "2025-01-01", "2025-01-31"), ("next-quarter", "2025-01-01", "2025-03-31"),
            ("this-quarter", "2024-10-01", "2024-12-31"), ("năm 2023", "2023-01-01", "2023-12-31"),
            ("today..31/12/2024", "2024-12-05", "2024-12-31"), ("today", "2024-12-05", "2024-12-05"),
        ])
    func spans(text: String, from: String?, to: String?) throws {
        let today = try #require(CalendarDate(iso: "2024-12-05"))
        #expect(
            DueTime(text, today: today)
                == .within(from.flatMap { CalendarDate(iso: $0) }, to.flatMap { CalendarDate(iso: $0) }))
    }

    @Test(
        "what is no time is none",
        arguments: [
            "", "soon", "2024-13", "2024-02-30", "2025..2024", "..", "7", "13/2024", "30/2/2024", "2024-Q5", "quý 2024",
            "tháng", "2024 2025",
        ])
    func noSpans(text: String) throws {
        #expect(DueTime(text, today: try #require(CalendarDate(iso: "2024-01-01"))) == nil)
    }

    @Test("a document is cited by number and sign, by the number alone, by a law's name")
    func citing() throws {
        let reference = try #require(plan.references.first { $0.number == "76/NQ-CP" })
        for cited in ["76/NQ-CP", "76/nq-cp", "76"] {
            #expect(try values("text", CitationQuery(cited: cited).request) == [reference.text])
        }
        #expect(try values("text", CitationQuery(cited: "6").request).isEmpty)
        let law = try values("document", CitationQuery(cited: "luat can bo cong chuc").request)
        #expect(!law.isEmpty && Set(law) == ["a/decision.txt"])
    }

    @Test("words without diacritics find every writing, words with them their own")
    func search() throws {
        let plain = try #require(SearchQuery("cong khai"))
        let exact = try #require(SearchQuery("công khai"))
        let other = try #require(SearchQuery("\"cộng khai\""))
        #expect(try !values("excerpt", exact.request).isEmpty)
        #expect(try values("line", plain.request) == values("line", exact.request))
        #expect(try values("line", other.request).isEmpty)
        #expect(SearchQuery("\" , \"") == nil)
        let phrase = try #require(SearchQuery("\"khai công\""))
        #expect(try values("line", phrase.request).isEmpty)
        let operators = try #require(SearchQuery("công OR zzzz"))
        #expect(try values("line", operators.request).isEmpty, "words are words, not operators")
    }

    @Test("each word is looked for as it is typed: some with their diacritics, some without any")
    func mixedSearch() throws {
        let exact = try values("line", #require(SearchQuery("công khai")).request)
        for words in ["công khai", "cong khai", "Công KHAI", "\"công khai\"", "\"cong khai\""] {
            #expect(try values("line", #require(SearchQuery(words)).request) == exact, "\(words)")
        }
        // A word whose diacritics are others is another word, alone and in a phrase.
        for words in ["\"cộng khai\"", "\"cộng khai\" công", "\"khai công\""] {
            #expect(try values("line", #require(SearchQuery(words)).request).isEmpty, "\(words)")
        }
        #expect(try !values("line", #require(SearchQuery("\"hỏi dap\"")).request).isEmpty)
    }

    @Test("what is shown of a long passage holds the words asked for")
    func excerpt() throws {
        let query = try #require(SearchQuery("hoi dap"))
        for text in try values("excerpt", query.request) { #expect(text.contains("hỏi đáp"), "\(text)") }
    }

    @Test("documents are found by number, issuer, kind and day")
    func documents() throws {
        var query = DocumentQuery()
        query.number = try #require(plan.parts.first?.number).lowercased()
        #expect(try values("document", query.request) == ["b/plan.txt"])
        query.number = nil
        query.kind = "quyet dinh"
        #expect(try values("document", query.request).count == 2)
        query.kind = "plan"
        #expect(try values("document", query.request) == ["b/plan.txt"])
        query = DocumentQuery()
        query.from = try #require(plan.parts.first?.issuedOn)
        query.to = query.from
        #expect(try values("document", query.request) == ["b/plan.txt"])
    }

    @Test("scores are found by index, year and dimension")
    func scores() throws {
        var query = ScoreQuery()
        query.index = "papi"
        query.years = 2023...2023
        query.dimension = "PAPI-4"
        let expected = plan.indexScores.filter { $0.dimension?.code == "PAPI-4" && $0.year == 2023 }
        #expect(!expected.isEmpty)
        #expect(try values("score", query.request).count == expected.count)
        for unit in ["tỉnh Phú Thọ", "phu tho", "Phú Thọ"] {
            query.unit = unit
            #expect(try values("score", query.request).count == expected.count, "\(unit)")
        }
        query.dimension = "4"
        #expect(try values("score", query.request).count == expected.count)
        query.unit = "khong co"
        #expect(try values("score", query.request).isEmpty)
    }
}
