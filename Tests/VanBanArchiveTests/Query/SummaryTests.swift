import Foundation
import Testing
import VanBanArchive
import VanBanExport
import VanBanModel

struct SummaryTests {
    private let folder: TemporaryFolder
    private let archive: ArchiveReader
    private let plan: VanBanModel.Record

    init() throws {
        folder = try TemporaryFolder()
        plan = try Samples.record("provincial-papi-plan.txt")
        var copy = plan
        copy.tasks.removeLast()
        archive = try Samples.archive([("a.docx", copy), ("b.txt", plan)], in: folder)
    }

    private func counts(
        by group: TaskCounts.Group, on day: String = "2024-08-05", of query: TaskQuery = TaskQuery()
    ) throws -> Sheet {
        let today = try #require(CalendarDate(iso: day))
        return try archive.sheet(TaskCounts(of: query, by: group, today: today).request)
    }

    private func integers(_ row: SheetRow) -> [Int] {
        row.values[1...6].map { value in
            if case .integer(let number) = value { return number }
            return -1
        }
    }

    @Test("of a document in two files the one with more tasks counts")
    func once() throws {
        var query = TaskQuery()
        #expect(try archive.sheet(query.request).rows.count == 2 * plan.tasks.count - 1)
        query.once = true
        let rows = try archive.sheet(query.request).rows
        #expect(rows == RecordSheets(plan, document: "b.txt", namesPlaces: true).rows(.tasks))
        var documents = DocumentQuery()
        documents.once = true
        #expect(try archive.sheet(documents.request).rows.count == 1)
    }

    @Test("every task is counted once a group, as late, due this month, later or without a day")
    func byDimension() throws {
        var query = TaskQuery()
        query.once = true
        let rows = try counts(by: .dimension, of: query).rows
        let sums = rows.map(integers)
        #expect(sums.map { $0[0] }.reduce(0, +) == plan.tasks.count)
        for sum in sums { #expect(sum[0] == sum[1...4].reduce(0, +)) }
        let expected = Dictionary(grouping: plan.tasks) { $0.group?.title }.mapValues(\.count)
        for row in rows { #expect(expected[row.values[0].text] == integers(row)[0], "\(row.values[0].text)") }
        #expect(sums.map { $0[1] }.reduce(0, +) > 0)
    }

    @Test("tasks are counted for each agency that leads, and all are late when the year is over")
    func byLead() throws {
        var query = TaskQuery()
        query.once = true
        let sheet = try counts(by: .lead, on: "2031-01-01", of: query)
        let row = try #require(sheet.rows.first { $0.values[0].text == "Sở Tư pháp" })
        let own = plan.tasks.filter { $0.leadAgencies.contains { $0.id == "so-tu-phap" } }
        let dated = own.filter { $0.deadlines.contains { $0.end != nil && $0.bound != .after } }
        #expect(integers(row) == [own.count, dated.count, 0, 0, own.count - dated.count, 0])
        #expect(row.values.last == .text("so-tu-phap"))
    }

    @Test("years stand side by side, with the one that a document compares with, each value once")
    func acrossYears() throws {
        var query = ScoreQuery()
        query.index = "PAPI"
        let sheet = try ScoreComparison(of: query, across: .year).sheet(in: archive)
        let years = sheet.columns.suffix(2).map(\.key)
        #expect(years == ["2022", "2023"])
        let row = try #require(sheet.rows.first { $0.values[1] == .text("PAPI-4") })
        let score = try #require(plan.indexScores.first { $0.dimension?.code == "PAPI-4" })
        #expect(row.values[3] == .text("Phú Thọ"))
        #expect(Array(row.values.suffix(2)) == [SheetValue(score.previous?.score), SheetValue(score.score)])
        query.years = 2023...2023
        let one = try ScoreComparison(of: query, across: .year).sheet(in: archive)
        #expect(one.columns.last?.key == "2023" && one.columns.count == sheet.columns.count - 1)
    }

    @Test("where documents disagree both values are told")
    func disagreement() throws {
        var other = plan
        let place = try #require(other.indexScores.firstIndex { $0.dimension?.code == "PAPI-4" })
        let printed = try #require(other.indexScores[place].score)
        other.indexScores[place].score = 1.5
        let folder = try TemporaryFolder()
        let archive = try Samples.archive([("a", plan), ("b", other)], in: folder)
        let sheet = try ScoreComparison(of: ScoreQuery(), across: .unit).sheet(in: archive)
        #expect(sheet.columns.last?.key == "Phú Thọ")
        let cells = sheet.rows.filter { $0.values[1] == .text("PAPI-4") }.map { $0.values.last?.text }
        #expect(cells.contains("\(SheetValue(printed).text); 1.5"))
    }
}
