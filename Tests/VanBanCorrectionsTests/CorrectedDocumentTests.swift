import Foundation
import Testing
import VanBanModel
import VanBanStructure

@testable import VanBanCorrections

@Suite("What people put right") struct CorrectedDocumentTests {
    private let document: ConvertedDocument
    private var record: Record { document.record }

    init() throws { document = try Fixture.document(Fixture.text(Fixture.rows)) }

    @Test("a cell says what a person wrote, its agencies are read from that, and its doubt is gone")
    func cell() throws {
        #expect(Fixture.codes(record).contains(.misspeltAgency))
        let corrected = try Fixture.corrected(
            document, [Fixture.cell(record, row: 1, column: 3, to: " Sở  Y tế; Sở Tài chính ")])
        let task = corrected.document.record.tasks[0]
        #expect(task.lead == "Sở Y tế; Sở Tài chính")
        #expect(task.leadAgencies.map(\.id) == ["so-y-te", "so-tai-chinh"])
        #expect(
            task.decided["lead"] == Decision(by: "Lan", on: "2026-11-29T08:00:00Z", was: "Sở Tư phập"))
        #expect(!Fixture.codes(corrected.document.record).contains(.misspeltAgency))
        let table = try #require(corrected.document.record.parts.flatMap(\.tables).first)
        #expect(table.rows[1][3].text == "Sở Y tế; Sở Tài chính")
        #expect(table.decided["rows[1][3]"] != nil)
        #expect(corrected.applied == 1)
        // Everything else is as it was.
        #expect(corrected.document.record.tasks.dropFirst() == record.tasks.dropFirst())
    }

    @Test("what a person wrote is read as a cell of the source, and doubted where it says nothing")
    func doubtOfNew() throws {
        let corrected = try Fixture.corrected(
            document, [Fixture.cell(record, row: 1, column: 5, to: "sớm nhất có thể nhé")]
        ).document.record
        #expect(corrected.diagnostics.contains { $0.code == .unparsedDeadline })
        #expect(corrected.tasks[0].deadlines.map(\.kind) == [.unparsed])
        let dated = try Fixture.corrected(document, [Fixture.cell(record, row: 1, column: 5, to: "Quý III")])
        #expect(dated.document.record.tasks[0].deadlines.first?.end?.description == "2024-09-30")
    }

    @Test("a cell that is right loses its doubt and keeps its text")
    func confirm() throws {
        let confirmed = try Fixture.corrected(
            document,
            [Fixture.correction(.confirm, Fixture.place(record, row: 1, column: 3)) { $0.was = "Sở Tư phập" }]
        ).document.record
        #expect(confirmed.tasks[0].lead == "Sở Tư phập")
        #expect(confirmed.tasks[0].leadAgencies == record.tasks[0].leadAgencies)
        #expect(!Fixture.codes(confirmed).contains(.misspeltAgency))
        #expect(confirmed.tasks[0].decided["lead"]?.by == "Lan")
    }

    @Test("of doubtful letters those are settled that somebody took out, of a cell that is right all")
    func letters() throws {
        var document = document
        let place = try #require(record.parts.flatMap(\.tables).first?.rows[1][1].location)
        let doubts = [["soát", "soạt"], ["phạm", "pham"]].map {
            Diagnostic(.uncertainLetters, at: place, arguments: $0)
        }
        document.record.diagnostics += doubts
        func left(_ correction: Correction) throws -> [String] {
            try Fixture.corrected(document, [correction]).document.record.diagnostics
                .filter { $0.code == .uncertainLetters }.map { $0.arguments[0] }.sorted()
        }
        #expect(try left(Fixture.cell(record, row: 1, column: 1, to: "Rà soạt văn bản quy phạm pháp luật")) == ["phạm"])
        #expect(try left(Fixture.cell(record, row: 1, column: 2, to: "Báo cáo năm")) == ["phạm", "soát"])
        let right = Fixture.correction(.confirm, Fixture.place(record, row: 1, column: 1)) {
            $0.was = "Rà soát văn bản quy phạm pháp luật"
        }
        #expect(try left(right) == [])
    }

    @Test("doubtful letters of a title are settled where somebody took them out of the title, and there only")
    func lettersOfTitle() throws {
        var document = document
        let part = try #require(record.parts.first)
        let section = try #require(part.sections.first)
        let doubts = [("thử", part.location), ("năm", part.location), ("thử", section.location)].map { words, around in
            let start = around.start == section.location.start ? around.start : around.start + "KẾ HOẠCH\n".utf8.count
            return Diagnostic(
                .uncertainLetters, at: Location(start: start, end: start + 4, line: around.line, path: nil),
                arguments: [words, "thứ"])
        }
        document.record.diagnostics += doubts
        let title = try #require(part.title)
        var place = Correction.Place()
        (place.item, place.field, place.words) = (part.id, "title", CorrectionRun.name(of: part))
        let corrected = try Fixture.corrected(
            document,
            [
                Fixture.correction(.field, place) {
                    $0.was = title
                    $0.value = title.replacing("thử", with: "thứ")
                }
            ]
        ).document.record
        #expect(corrected.parts[0].title?.contains("thứ") == true)
        let left = corrected.diagnostics.filter { $0.code == .uncertainLetters }
        #expect(left.map { $0.arguments[0] }.sorted() == ["năm", "thử"])
        #expect(left.contains { $0.location.start == section.location.start })
    }

    @Test("what a person wrote into a cell that is merged over rows holds for each of them")
    func merged() throws {
        let page =
            "<html><body><p>KẾ HOẠCH</p><p>Thực hiện công tác thử năm 2024</p><p>PHỤ LỤC</p><p>DANH MỤC NHIỆM VỤ</p><table>"
            + "<tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Thời hạn</td></tr>"
            + "<tr><td>1</td><td>Rà soát văn bản</td><td rowspan=2>Sở Nội vụ</td><td>Quý I/2024</td></tr>"
            + "<tr><td>2</td><td>Kiểm tra công vụ</td><td>Quý II/2024</td></tr>"
            + "<tr><td>3</td><td>Báo cáo kết quả</td><td>Sở Tài chính</td><td>Quý III/2024</td></tr></table></body></html>"
        let document = try DocumentConverter().convert(Array(page.utf8), name: "plan.html")
        #expect(document.record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Nội vụ", "Sở Tài chính"])
        let corrected = try Fixture.corrected(
            document, [Fixture.cell(document.record, row: 0, column: 2, to: "Sở Y tế")])
        #expect(corrected.document.record.tasks.map(\.lead) == ["Sở Y tế", "Sở Y tế", "Sở Tài chính"])
        #expect(corrected.document.record.tasks.map { $0.decided["lead"]?.by } == ["Lan", "Lan", nil])
        #expect(
            corrected.document.record.tasks.map { $0.leadAgencies.map(\.id) } == [
                ["so-y-te"], ["so-y-te"], ["so-tai-chinh"],
            ])
    }

    @Test(
        "files of corrections are known by their names, a browser's second one, too",
        arguments: [
            ("plan.docx.corrections.json", true), ("plan.docx.corrections (1).json", true),
            ("plan.docx.corrections(12).json", true), ("plan.docx.corrections-2.json", true),
            ("plan.json", false), ("corrections.json", false), ("plan.corrections.txt", false),
            ("plan (1).json", false),
        ])
    func names(name: String, isOne: Bool) {
        #expect(CorrectionStore.isNamed(name) == isOne)
    }

    @Test("words go from one cell to another")
    func move() throws {
        let move = Fixture.correction(.move, Fixture.place(record, row: 2)) {
            $0.cells = [
                .init(column: .init(number: 3, header: "Sản phẩm", role: .outputs), was: "Danh mục", value: ""),
                .init(
                    column: .init(number: 2, header: "Nhiệm vụ", role: .task), was: "Công khai thủ tục hành chính",
                    value: "Công khai danh mục thủ tục hành chính"),
            ]
        }
        let task = try Fixture.corrected(document, [move]).document.record.tasks[1]
        #expect(task.outputs == "")
        #expect(task.outputItems == [])
        #expect(task.task == "Công khai danh mục thủ tục hành chính")
        #expect(task.decided["outputs"]?.was == "Danh mục")
    }

    @Test("rows are joined and parted, and what is counted is counted anew")
    func rows() throws {
        let join = Fixture.correction(.join, Fixture.place(record, row: 1)) {
            $0.with = Fixture.place(record, row: 2).words
        }
        let joined = try Fixture.corrected(document, [join]).document.record
        #expect(joined.tasks.map(\.id) == ["task-1", "task-2"])
        #expect(joined.tasks[0].task == "Rà soát văn bản quy phạm pháp luật Công khai thủ tục hành chính")
        #expect(joined.tasks[0].decided["row"] != nil)
        #expect(joined.tasks[1].task == record.tasks[2].task)
        let part = Fixture.correction(.part, Fixture.place(joined, row: 1)) {
            $0.rows = [Fixture.rows[2], Fixture.rows[3]]
        }
        let parted = try Fixture.corrected(document, [join, part]).document.record
        #expect(parted.tasks.map(\.task) == record.tasks.map(\.task))
        #expect(parted.tasks.map { $0.leadAgencies.map(\.name) } == record.tasks.map { $0.leadAgencies.map(\.name) })
        #expect(parted.tasks.map { $0.deadlines.map(\.end) } == record.tasks.map { $0.deadlines.map(\.end) })
    }

    @Test("a row becomes a group of those below it, or no task")
    func kinds() throws {
        let group = Fixture.correction(.row, Fixture.place(record, row: 2)) {
            $0.was = "task"
            $0.value = "group"
        }
        let grouped = try Fixture.corrected(document, [group]).document.record
        #expect(grouped.tasks.map(\.number) == ["1", "3"])
        #expect(grouped.tasks[1].group?.title == "Công khai thủ tục hành chính")
        #expect(grouped.tasks[0].group == record.tasks[0].group)
        var out = group
        out.value = "other"
        let left = try Fixture.corrected(document, [out]).document.record
        #expect(left.tasks.map(\.number) == ["1", "3"])
        #expect(left.tasks[1].group == record.tasks[2].group)
        #expect(left.parts.flatMap(\.tables).first?.decided["rowKinds[2]"]?.was == "task")
    }

    @Test("a column holds something else, and its cells are read as that")
    func column() throws {
        let column = Fixture.correction(.column, Fixture.place(record, row: 0, column: 2)) {
            $0.place.words = nil
            $0.was = "outputs"
            $0.value = "note"
        }
        let corrected = try Fixture.corrected(document, [column]).document.record
        #expect(corrected.tasks.map(\.note) == ["Báo cáo", "Danh mục", "Kết luận kiểm tra"])
        #expect(corrected.tasks.allSatisfy { $0.outputs == nil && $0.outputItems.isEmpty })
        #expect(corrected.tasks.map(\.leadAgencies) == record.tasks.map(\.leadAgencies))
        #expect(corrected.parts.flatMap(\.tables).first?.decided["columns[2].role"]?.was == "outputs")
    }

    @Test("an agency of the list and a day stand where a person chose them")
    func choices() throws {
        let agency = Fixture.correction(.agency, Fixture.place(record, row: 1, column: 3)) {
            $0.text = "Sở Tư phập"
            $0.value = "so-y-te"
        }
        let date = Fixture.correction(.date, Fixture.place(record, row: 2, column: 5)) {
            $0.text = "Tháng 9/2024"
            $0.value = "2024-09-02/2024-09-15"
        }
        let corrected = try Fixture.corrected(document, [agency, date]).document.record
        #expect(corrected.tasks[0].leadAgencies.map(\.id) == ["so-y-te"])
        #expect(corrected.tasks[0].leadAgencies.map(\.text) == ["Sở Tư phập"])
        #expect(corrected.tasks[1].deadlines.map(\.start?.description) == ["2024-09-02"])
        #expect(corrected.tasks[1].deadlines.map(\.end?.description) == ["2024-09-15"])
        #expect(corrected.tasks[1].decided["deadlines"]?.was == "2024-09-01/2024-09-30")
        #expect(!Fixture.codes(corrected).contains(.misspeltAgency))
    }

    @Test("a doubt that is none is told no more")
    func dismiss() throws {
        let doubt = try #require(record.diagnostics.first { $0.code == .misspeltAgency })
        let dismiss = Fixture.correction(.dismiss, Fixture.place(record, row: 1, column: 3)) {
            $0.code = doubt.code.rawValue
            $0.arguments = doubt.arguments
        }
        let corrected = try Fixture.corrected(document, [dismiss]).document.record
        #expect(corrected.diagnostics == record.diagnostics.filter { $0 != doubt })
    }

    @Test("fields of parts are put right")
    func fields() throws {
        var place = Correction.Place()
        place.item = "part-1"
        place.field = "number"
        place.words = "KẾ HOẠCH Thực hiện công tác thử năm 2024"
        let number = Fixture.correction(.field, place) { $0.value = "12/KH-UBND" }
        #expect(Fixture.codes(record).contains(.missingNumber))
        let corrected = try Fixture.corrected(document, [number]).document.record
        #expect(corrected.parts[0].number == "12/KH-UBND")
        #expect(corrected.parts[0].decided["number"] == Decision(by: "Lan", on: "2026-11-29T08:00:00Z", was: nil))
        #expect(!Fixture.codes(corrected).contains(.missingNumber))
    }

    @Test("where two persons disagree the later one holds, and it is told")
    func disagreement() throws {
        let early = Fixture.cell(record, row: 1, column: 3, to: "Sở Y tế")
        let late = Fixture.cell(record, row: 1, column: 3, to: "Sở Tư pháp", by: "Minh", on: "2026-11-30T08:00:00Z")
        let corrected = try Fixture.corrected(document, [late, early]).document.record
        #expect(corrected.tasks[0].lead == "Sở Tư pháp")
        #expect(corrected.tasks[0].decided["lead"]?.was == "Sở Tư phập")
        #expect(corrected.diagnostics.contains { $0.code == .correctionsDisagree })
    }

    @Test("a file that is none of the schema is refused with what is wrong in it")
    func malformed() {
        #expect(throws: CorrectionError.self) { try CorrectionFile(Array("{}".utf8)) }
        #expect(throws: CorrectionError.unknownVersion("2.0")) {
            try CorrectionFile(Array(#"{"schemaVersion": "2.0"}"#.utf8))
        }
        let text =
            #"{"schemaVersion":"1.0","document":{"name":"a","sha256":"b"},"corrections":[{"kind":"x","place":{}}]}"#
        #expect(throws: CorrectionError.self) { try CorrectionFile(Array(text.utf8)) }
    }
}

@Suite("The schema of corrections") struct CorrectionSchemaTests {
    @Test("lists the codes of the model")
    func codes() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(CorrectionSchema.json.utf8)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        func listed(_ definition: String, _ property: String? = nil) throws -> Set<String> {
            var entry = try #require(definitions[definition])
            if let property {
                entry = try #require((entry["properties"] as? [String: [String: Any]])?[property])
            }
            return Set(try #require(entry["enum"] as? [Any]).compactMap { $0 as? String })
        }
        #expect(try listed("Kind") == Set(Correction.Kind.allCases.map(\.rawValue)))
        #expect(try listed("Column", "role") == Set(ColumnRole.allCases.map(\.rawValue)))
        #expect(try listed("Place", "layout") == Set(TableReading.Layout.allCases.map(\.rawValue)))
        let kinds = try #require(definitions["Kind"]?["description"] as? String)
        for kind in Correction.Kind.allCases { #expect(kinds.contains("`\(kind.rawValue)`")) }
    }
}
