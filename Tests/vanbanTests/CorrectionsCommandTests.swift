import Foundation
import Testing

@Suite("Corrections at the command line", .enabled(if: Program.built != nil, "the program was not built"))
struct CorrectionsCommandTests {
    private let folder: Folder
    private static let table = """
        KẾ HOẠCH
        Thực hiện công tác thử năm 2024

        PHỤ LỤC
        DANH MỤC NHIỆM VỤ

        TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn
        1\tRà soát văn bản, liên hệ ông Trần Văn Bình, số 0912 345 678\tBáo cáo\tSở Tư phập\tSở Nội vụ\tQuý II/2024
        2\tThực hiện Công văn số 1234/UBND-NC về thủ tục\tDanh mục\tSở Nội vụ\tUBND cấp xã\tTháng 9/2024

        """

    init() throws {
        folder = try Folder()
        for name in ["in", "corrections"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
        }
        try Data(Self.table.utf8).write(to: folder.url.appending(path: "in/plan.txt"))
        try FileManager.default.copyItem(
            at: URL(filePath: Program.minimal), to: folder.url.appending(path: "in/other.txt"))
    }

    /// What a person put right in a row of the plan.
    private func correct(row: Int, column: Int, _ was: String, to value: String) throws {
        let lines = Self.table.split(separator: "\n").filter { $0.contains("\t") }
        let cells = lines[row].split(separator: "\t", omittingEmptySubsequences: false)
        let header = lines[0].split(separator: "\t")[column]
        let sha256 = try #require(record()["source"] as? [String: Any])["sha256"] as? String ?? ""
        let file: [String: Any] = [
            "schemaVersion": "1.0", "document": ["name": "plan.txt", "sha256": sha256],
            "corrections": [
                [
                    "kind": "cell", "by": "Lan", "on": "2026-11-29", "was": was, "value": value,
                    "place": [
                        "table": 1, "row": row, "words": cells.joined(separator: " "), "layout": "tabs",
                        "confidence": 0.9,
                        "column": ["number": column + 1, "header": String(header), "role": NSNull()],
                    ],
                ]
            ],
        ]
        try JSONSerialization.data(withJSONObject: file).write(
            to: folder.url.appending(path: "corrections/plan.txt.corrections.json"))
    }

    private func record(_ arguments: String...) throws -> [String: Any] {
        let run = try #require(
            try Program.run(["vanban", "convert", "--quiet", folder.path("in/plan.txt")] + arguments))
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    private func lead(of record: [String: Any], _ task: Int = 0) throws -> String? {
        try #require(record["tasks"] as? [[String: Any]])[task]["lead"] as? String
    }

    @Test("every command that reads a document applies them")
    func commands() throws {
        try correct(row: 1, column: 3, "Sở Tư phập", to: "Sở Tư pháp")
        let corrections = folder.path("corrections")
        #expect(try lead(of: record()) == "Sở Tư phập")
        #expect(try lead(of: record("--corrections", corrections)) == "Sở Tư pháp")
        let plan = folder.path("in/plan.txt")
        let tables = try #require(try Program.run("tables", plan, "--format", "csv", "--corrections", corrections))
        #expect(tables.text.contains("Sở Tư pháp") && !tables.text.contains("Sở Tư phập"))
        let before = try #require(try Program.run("validate", plan))
        let after = try #require(try Program.run("validate", plan, "--corrections", corrections))
        #expect(before.text.contains("misspeltAgency") && !after.text.contains("misspeltAgency"))
        let review = try #require(try Program.run("review", plan, "--corrections", corrections))
        #expect(review.text.contains("class=\"corrections\""))
    }

    @Test("a batch does a document again when what was put right in it changes, and no other one")
    func batch() throws {
        let output = folder.path("out")
        func batch() throws -> String {
            let run = try #require(
                try Program.run(
                    "batch", folder.path("in"), "--output", output, "--corrections", folder.path("corrections")))
            #expect(run.status == 0, "\(run.errors)")
            return run.errors
        }
        #expect(try batch().contains("2 converted, 0 unchanged"))
        try correct(row: 1, column: 3, "Sở Tư phập", to: "Sở Tư pháp")
        #expect(try batch().contains("1 converted, 1 unchanged"))
        #expect(try batch().contains("0 converted, 2 unchanged"))
        try correct(row: 1, column: 3, "Sở Tư phập", to: "Sở Y tế")
        #expect(try batch().contains("1 converted, 1 unchanged"))
        try FileManager.default.removeItem(atPath: folder.path("corrections/plan.txt.corrections.json"))
        #expect(try batch().contains("1 converted, 1 unchanged"))
    }

    @Test("a question is answered with what was put right since the batch, and the database stays as it is")
    func query() throws {
        let database = folder.path("a.sqlite")
        let made = try #require(try Program.run("batch", folder.path("in"), "--database", database))
        #expect(made.status == 0, "\(made.errors)")
        let bytes = try Data(contentsOf: URL(filePath: database))
        try correct(row: 1, column: 3, "Sở Tư phập", to: "Sở Y tế")
        func ask(_ more: String...) throws -> String {
            try #require(
                try Program.run(
                    ["vanban", "query", "tasks", "--database", database, "--format", "csv", "--columns", "lead"] + more)
            ).text
        }
        #expect(try ask() == "lead\r\nSở Tư phập\r\nSở Nội vụ\r\n")
        #expect(try ask("--corrections", folder.path("corrections")) == "lead\r\nSở Y tế\r\nSở Nội vụ\r\n")
        #expect(try ask("--lead", "so y te", "--corrections", folder.path("corrections")) == "lead\r\nSở Y tế\r\n")
        #expect(try Data(contentsOf: URL(filePath: database)) == bytes)
        // A file that is another one now is told, and its rows stay.
        try Data("x".utf8).write(to: folder.url.appending(path: "in/plan.txt"))
        let told = try #require(
            try Program.run(
                "query", "tasks", "--database", database, "--format", "csv", "--columns", "lead", "--corrections",
                folder.path("corrections")))
        #expect(told.text == "lead\r\nSở Tư phập\r\nSở Nội vụ\r\n")
        #expect(told.errors.contains("plan.txt"))
    }

    @Test("what was put right is counted, and teaches without saying whom it is about")
    func report() throws {
        try correct(row: 1, column: 3, "Sở Tư phập", to: "Sở Tư pháp")
        let counted = try #require(
            try Program.run("corrections", "report", folder.path("corrections"), "--format", "json"))
        let report = try #require(try JSONSerialization.jsonObject(with: counted.output) as? [String: Any])
        #expect(report["corrections"] as? Int == 1)
        #expect((report["layouts"] as? [[String: Any]])?.first?["name"] as? String == "tabs")
        let run = try #require(
            try Program.run(
                "corrections", "report", folder.path("corrections"), "--as-cases", folder.path("cases"), "--documents",
                folder.path("in/plan.txt")))
        #expect(run.status == 0, "\(run.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("cases")).sorted()
        #expect(names.count == 2)
        let texts = try names.map { try String(contentsOfFile: folder.path("cases/\($0)"), encoding: .utf8) }
        for text in texts {
            #expect(!text.contains("Trần Văn Bình") && !text.contains("0912"))
            #expect(text.contains("Nguyễn Văn A") && text.contains("0000 000 000"))
        }
        // The input still reads so that something is to be put right, and the expectation is what was put right.
        let input = try #require(names.first { $0.hasSuffix(".txt") })
        let read = try #require(try Program.run("convert", "--quiet", folder.path("cases/\(input)")))
        let task = try #require(
            try (JSONSerialization.jsonObject(with: read.output) as? [String: Any])?["tasks"] as? [[String: Any]])[0]
        let expected = try #require(
            try JSONSerialization.jsonObject(with: Data(texts[0].utf8)) as? [String: Any])
        let wanted = try #require(expected["tasks"] as? [[String: String]])[0]
        #expect(task["lead"] as? String == "Sở Tư phập" && wanted["lead"] == "Sở Tư pháp")
        #expect(task["task"] as? String == wanted["task"])
    }

    @Test("corrections that cannot be read end the program with what is wrong")
    func unreadable() throws {
        let file = folder.path("corrections/plan.txt.corrections.json")
        try Data("{\"schemaVersion\":\"1.0\"}".utf8).write(to: URL(filePath: file))
        let run = try #require(try Program.run("convert", folder.path("in/plan.txt"), "--corrections", file))
        #expect(run.status == 2)
        #expect(run.errors.contains("document is missing"))
        // In a folder the others go on.
        let rest = try #require(
            try Program.run("convert", folder.path("in/plan.txt"), "--corrections", folder.path("corrections")))
        #expect(rest.status == 0)
        #expect(rest.errors.contains("document is missing"))
    }
}
