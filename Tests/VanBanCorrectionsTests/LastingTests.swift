import Foundation
import Testing
import VanBanModel
import VanBanStructure

@testable import VanBanCorrections

@Suite("Corrections stay") struct LastingTests {
    private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples")

    private static func sample(_ name: String) throws -> ConvertedDocument {
        let bytes = try [UInt8](Data(contentsOf: samples.appending(path: name)))
        return try DocumentConverter().convert(bytes, name: name)
    }

    /// A correction of the lead's cell of every task of the first table.
    private static func ofEveryTask(_ record: Record) throws -> [Correction] {
        let table = try #require(record.parts.flatMap(\.tables).first)
        let column = try #require(table.columns.firstIndex { $0.role == .lead })
        return table.rows.indices.filter { table.rowKinds[$0] == .task }.map {
            Fixture.cell(record, row: $0, column: column, to: "Sở Y tế; Sở Tài chính")
        }
    }

    @Test(
        "of every row in the same table saved in another format, and laid out in another way",
        arguments: [
            "provincial-papi-plan.html", "provincial-papi-plan.word.docx", "provincial-papi-plan.libreoffice.docx",
            "provincial-papi-plan.python.docx", "provincial-papi-plan.word.html",
            "layouts/provincial-papi-plan.pipes.txt",
            "layouts/provincial-papi-plan.aligned.txt", "layouts/provincial-papi-plan.cells.txt",
            "layouts/provincial-papi-plan.paragraphs.txt",
        ])
    func formats(name: String) throws {
        let corrections = try Self.ofEveryTask(Self.sample("provincial-papi-plan.txt").record)
        #expect(corrections.count == 45)
        let corrected = try Fixture.corrected(Self.sample(name), corrections)
        #expect(corrected.applied == 45)
        #expect(corrected.document.record.tasks.allSatisfy { $0.lead == "Sở Y tế; Sở Tài chính" })
        #expect(
            corrected.document.record.tasks.allSatisfy { $0.leadAgencies.map(\.id) == ["so-y-te", "so-tai-chinh"] })
    }

    @Test("when lines were added above, and rows", arguments: 0..<8)
    func linesAbove(seed: Int) throws {
        let corrections = try Self.ofEveryTask(Self.sample("provincial-papi-plan.txt").record)
        var text = try String(contentsOf: Self.samples.appending(path: "provincial-papi-plan.txt"), encoding: .utf8)
        var lines = text.components(separatedBy: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("1\tBan hành") })
        // A row more above some row of the table, and a paragraph above the outline.
        lines.insert("0\tNhiệm vụ thêm số \(seed)\tBáo cáo\tSở Xây dựng\t\tTháng 7/2024", at: first + 3 * seed)
        let heading = try #require(lines.firstIndex { $0.hasPrefix("I. ") })
        lines.insert(contentsOf: ["I. ĐOẠN THÊM", "", "Đoạn thêm vào văn bản số \(seed).", ""], at: heading)
        text = lines.joined(separator: "\n")
        let corrected = try Fixture.corrected(Fixture.document(text), corrections)
        #expect(corrected.applied == 45)
        #expect(corrected.document.record.tasks.count == 46)
        #expect(corrected.document.record.tasks.count { $0.lead == "Sở Y tế; Sở Tài chính" } == 45)
    }

    @Test("when an update reads the cells otherwise: the row's words are the same")
    func otherReading() throws {
        // What the source says in two cells was read into one.
        var misread = Fixture.rows
        misread[3][2] = "Danh mục Văn phòng UBND tỉnh"
        misread[3][3] = ""
        let before = try Fixture.document(Fixture.text(misread))
        let corrections = [
            Fixture.correction(.move, Fixture.place(before.record, row: 2)) {
                $0.cells = [
                    .init(
                        column: .init(number: 3, header: "Sản phẩm", role: .outputs),
                        was: "Danh mục Văn phòng UBND tỉnh", value: "Danh mục"),
                    .init(
                        column: .init(number: 4, header: "Cơ quan chủ trì", role: .lead), was: "",
                        value: "Văn phòng UBND tỉnh"),
                ]
            },
            Fixture.cell(before.record, row: 2, column: 4, to: "Sở Nội vụ; UBND cấp xã"),
        ]
        let after = try Fixture.document(Fixture.text(Fixture.rows))
        let corrected = try Fixture.corrected(after, corrections)
        #expect(corrected.unplaced == 0)
        #expect(corrected.already == 1)
        #expect(corrected.document.record.tasks[1].lead == "Văn phòng UBND tỉnh")
        #expect(corrected.document.record.tasks[1].outputs == "Danh mục")
        #expect(corrected.document.record.tasks[1].coordinating == "Sở Nội vụ; UBND cấp xã")
    }

    @Test("where the words are gone it is told and kept, and nothing is changed")
    func wordsGone() throws {
        let before = try Fixture.document(Fixture.text(Fixture.rows))
        var rows = Fixture.rows
        rows[2][3] = "Ban Dân tộc"
        let after = try Fixture.document(Fixture.text(rows))
        let correction = Fixture.cell(before.record, row: 1, column: 3, to: "Sở Tư pháp")
        let corrected = try Fixture.corrected(after, [correction])
        #expect(corrected.unplaced == 1)
        #expect(corrected.applied == 0)
        #expect(corrected.document.record.tasks == after.record.tasks)
        let told = try #require(corrected.document.record.diagnostics.first { $0.code == .correctionUnplaced })
        #expect(told.arguments == ["Sở Tư phập", "Sở Tư pháp"])
        var without = Fixture.rows
        without.remove(at: 2)
        let gone = try Fixture.corrected(Fixture.document(Fixture.text(without)), [correction])
        #expect(gone.unplaced == 1)
    }

    @Test("of equal rows the one below the same row is meant; where nothing tells them apart, none")
    func equalRows() throws {
        let twin = ["", "Báo cáo kết quả thực hiện", "Báo cáo", "Sở Nội vụ", "UBND cấp xã", "Hằng quý"]
        var rows = Fixture.rows
        rows.insert(twin, at: 5)
        rows.insert(twin, at: 4)
        let document = try Fixture.document(Fixture.text(rows))
        let table = try #require(document.record.parts.flatMap(\.tables).first)
        let places = table.rows.indices.filter { table.rows[$0][1].text == twin[1] }
        #expect(places.count == 2)
        for place in places {
            // The program counts rows otherwise now.
            var correction = Fixture.cell(document.record, row: place, column: 3, to: "Sở Y tế")
            correction.place.row = 40
            let corrected = try Fixture.corrected(document, [correction]).document.record
            #expect(
                corrected.parts.flatMap(\.tables)[0].rows.map { $0[3].text }
                    == table.rows.enumerated().map { $0.offset == place ? "Sở Y tế" : $0.element[3].text })
            correction.place.above = nil
            let unsure = try Fixture.corrected(document, [correction])
            #expect(unsure.unplaced == 1)
            #expect(unsure.document.record.diagnostics.contains { $0.code == .correctionAmbiguous })
        }
    }

    @Test("a namesake of another content is left alone; the same document changed is not")
    func names() throws {
        let document = try Fixture.document(Fixture.text(Fixture.rows))
        let file = CorrectionFile(
            schemaVersion: "1.0", document: .init(name: "plan.txt", sha256: document.record.source.sha256),
            corrections: [Fixture.cell(document.record, row: 1, column: 3, to: "Sở Tư pháp")])
        let store = CorrectionStore(file)
        let changed = try Fixture.document(Fixture.text(Fixture.rows, above: "Lời mở đầu được thêm vào sau.\n\n"))
        let found = store.corrections(sha256: changed.record.source.sha256, name: "plan.txt")
        #expect(found.isOfName)
        #expect(CorrectedDocument(changed, found).document.record.tasks[0].lead == "Sở Tư pháp")
        let other = try Fixture.document(
            Fixture.text([Fixture.rows[0], ["1", "Việc khác", "Báo cáo", "Sở Y tế", "", "Năm 2024"]]))
        let left = CorrectedDocument(other, store.corrections(sha256: other.record.source.sha256, name: "plan.txt"))
        #expect(left.document.record == other.record)
        #expect(store.corrections(sha256: "0", name: "khac.txt").isEmpty)
    }
}
