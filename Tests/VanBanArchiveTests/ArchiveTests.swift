import Testing
import VanBanArchive
import VanBanModel

@Suite("An archive for programs")
struct ArchiveTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("records are kept under names, asked for by rows, replaced and taken out")
    func keeping() throws {
        let archive = try Archive(folder.path + "/a.sqlite")
        #expect(try archive.documents() == [])
        let plan = try Samples.record("provincial-papi-plan.txt")
        try archive.keep(plan, as: "kho/plan.txt")
        try archive.keep(try Samples.record("minimal-decision.txt"), as: "kho/qd.txt")
        #expect(try archive.documents() == ["kho/plan.txt", "kho/qd.txt"])
        let tasks = try archive.rows(of: .tasks)
        #expect(tasks.count == 45)
        #expect(tasks.first?["lead"] == plan.tasks.first?.lead)
        #expect(tasks.first?["document"] == "kho/plan.txt")
        try archive.keep(plan, as: "kho/plan.txt")
        #expect(try archive.rows(of: .tasks).count == 45)
        try archive.remove("kho/plan.txt")
        try archive.remove("none")
        #expect(try archive.documents() == ["kho/qd.txt"])
        #expect(try archive.rows(of: .tasks).isEmpty)
        for kind in Archive.Rows.allCases { _ = try archive.rows(of: kind) }
    }

    @Test("a file that is no archive is left as it is, and told in both languages")
    func other() throws {
        let path = try folder.file("x.sqlite", "no database")
        let error = try #require(throws: ArchiveError.self) { _ = try Archive(path) }
        #expect(error.message(in: .english).contains("x.sqlite"))
        #expect(error.message(in: .vietnamese) != error.description)
    }
}
