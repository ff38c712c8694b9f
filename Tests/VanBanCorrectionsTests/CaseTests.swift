import Foundation
import Testing
import VanBanModel
import VanBanStructure

@testable import VanBanCorrections

@Suite("What was put right as cases") struct CaseTests {
    private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples")

    /// What is right is found to be right: a person looks through rows, heads, sections, documents cited and targets.
    private static func confirmed(_ document: ConvertedDocument) throws -> Record {
        let record = document.record
        var corrections: [Correction] = []
        func add(_ item: String, _ words: String, _ field: String, _ value: String?, above: String? = nil) {
            guard let value else { return }
            var place = Correction.Place()
            (place.item, place.words, place.field, place.above) = (item, words, field, above)
            corrections.append(
                Fixture.correction(.field, place) {
                    $0.was = value
                    $0.value = value
                })
        }
        for (number, table) in record.parts.flatMap(\.tables).enumerated() {
            for row in table.rows.indices where table.rowKinds[row] == .task && row % 5 == 2 {
                for column in table.columns.indices where table.columns[column].role != nil {
                    let place = Fixture.place(record, row: row, column: column, table: number)
                    corrections.append(
                        Fixture.correction(.confirm, place) { $0.was = table.rows[row][column].text })
                }
            }
        }
        for part in record.parts {
            let name = [part.typeName, part.number, part.title].compactMap { $0 }.joined(separator: " ")
            add(part.id, name, "number", part.number)
            add(part.id, name, "issuedOn", part.issuedOn?.description)
            add(part.id, name, "issuer", part.issuer)
            add(part.id, name, "title", part.title)
            add(part.id, name, "signature.name", part.signature?.name)
        }
        var above = ""
        for entry in CorrectedOutline(record.parts).entries {
            let name = CorrectedOutline.name(of: entry.section)
            if let heading = entry.section.heading { add(entry.section.id, name, "heading", heading, above: above) }
            above = name
        }
        for reference in record.references { add(reference.id, reference.text, "number", reference.number) }
        for target in record.targets { add(target.id, target.text, "value", FieldNumber.text(target.value)) }
        let corrected = try Fixture.corrected(document, corrections)
        #expect(corrected.unplaced == 0)
        return corrected.document.record
    }

    private static func cases(of name: String) throws -> [CorrectionCases.Case] {
        let bytes = [UInt8](try Data(contentsOf: samples.appending(path: name)))
        let document = try DocumentConverter().convert(bytes, name: String(name.split(separator: "/").last ?? ""))
        return CorrectionCases(document, corrected: try confirmed(document)).cases
    }

    @Test(
        "what the program reads right in a document it reads right in the small one, in every format",
        arguments: [
            "provincial-papi-plan.txt", "provincial-reform-plan.txt", "commune-plan-2026.txt",
            "provincial-papi-plan.html", "commune-plan-2026.html", "provincial-papi-plan.word.docx",
            "provincial-reform-plan.python.docx", "layouts/provincial-papi-plan.pipes.txt",
            "layouts/provincial-papi-plan.aligned.txt",
        ])
    func right(_ name: String) throws {
        let cases = try Self.cases(of: name)
        #expect(cases.count > 20)
        #expect(Set(cases.map(\.name)).count == cases.count)
        var wrong: [String] = []
        for entry in cases {
            let read = try DocumentConverter().convert(Array(entry.input.utf8), name: "case." + entry.ending).record
            let expected = try #require(
                try JSONSerialization.jsonObject(with: Data(entry.expectation.utf8)) as? [String: Any])
            let faults = try CaseJudge(record: read).faults(expected)
            if !faults.isEmpty { wrong.append("\(entry.name): \(faults)") }
        }
        // A piece by itself may read otherwise: no more than one in ten does.
        #expect(wrong.count * 10 <= cases.count, "\(wrong.count) of \(cases.count): \(wrong)")
    }

    // MARK: Who it is about

    private func redaction(_ text: String) throws -> CaseRedaction {
        CaseRedaction(text, try Fixture.document(CorrectedItemsTests.text).record)
    }

    @Test("documents that are told apart by their numbers still are, and years stay")
    func numbers() throws {
        let text = "Nghị định 61/2018/NĐ-CP, Nghị định 42/2022/NĐ-CP, Số:  277   /KH-UBND, Kế hoạch số 277/KH-UBND"
        let wanted = "Nghị định 11/2018/NĐ-CP, Nghị định 12/2022/NĐ-CP, Số:  111   /KH-UBND, Kế hoạch số 111/KH-UBND"
        #expect(try redaction(text).redacted(text) == wanted)
    }

    @Test(
        "days, years and short figures stay; telephones and long figures do not",
        arguments: [
            ("09/02/2026-22/02/2026", "09/02/2026-22/02/2026"), ("giai đoạn 2021 - 2030", "giai đoạn 2021 - 2030"),
            ("từ 01.01.2026 12 ngày", "từ 01.01.2026 12 ngày"), ("năm 2026 100% hồ sơ", "năm 2026 100% hồ sơ"),
            ("số 0912 345 678", "số 0000 000 000"), ("024-3825-3536", "000-0000-0000"),
            ("1.234.567 đồng", "1.111.111 đồng"), ("mã 12345678", "mã 11111111"), ("Quý II/2026", "Quý II/2026"),
        ])
    func figures(_ text: String, _ wanted: String) throws { #expect(try redaction(text).redacted(text) == wanted) }

    @Test("names are told by their surnames, however their words are parted; columns stay where they are")
    func names() throws {
        let text = "- PCT UBND TP Trương Việt Dũng;\nTrương  Việt\nDũng và Phòng Đào Tạo Đại Học tại Hồ Chí Minh"
        #expect(
            try redaction(text).redacted(text)
                == "- PCT UBND TP Nguyễn Văn A;\nNguyễn Văn A và Phòng Đào Tạo Đại Học tại Hồ Chí Minh")
        let row = "1    Báo cáo của Lê Thị Bích Ngọc     Sở Nội vụ"
        let redacted = try redaction(row).redacted(row, keepsColumns: true)
        #expect(redacted == "1    Báo cáo của Nguyễn Văn A         Sở Nội vụ")
        #expect(redacted.count == row.count)
    }

    @Test("the lines of cells and paragraphs stay lines, and a row has the words that reach into it from above")
    func form() throws {
        let page =
            "<p>ỦY BAN NHÂN DÂN<br>TỈNH LẠNG SƠN</p><p>Số: 12/KH-UBND</p><p>KẾ HOẠCH</p><p>Công tác năm 2024</p>"
            + "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời hạn</td></tr>"
            + "<tr><td>1</td><td>Rà soát văn bản</td><td rowspan=2>Sở Nội vụ</td><td>Quý I/2024</td></tr>"
            + "<tr><td>2</td><td>Kiểm tra công vụ</td><td>Quý II/2024</td></tr></table>"
        let document = try DocumentConverter().convert(Array("<html><body>\(page)</body></html>".utf8), name: "a.html")
        let record = document.record
        var part = Correction.Place()
        (part.item, part.words, part.field) = ("part-1", "KẾ HOẠCH 12/KH-UBND Công tác năm 2024", "issuer")
        let corrected = try Fixture.corrected(
            document,
            [
                Fixture.cell(record, row: 1, column: 1, to: "Kiểm tra công vụ đột xuất"),
                Fixture.correction(.field, part) {
                    $0.was = record.parts[0].issuer
                    $0.value = "UBND TỈNH LẠNG SƠN"
                },
            ])
        #expect(corrected.applied == 2)
        let cases = CorrectionCases(document, corrected: corrected.document.record).cases
        try #require(cases.map(\.ending) == ["html", "html"], "\(cases)")
        #expect(cases[0].input.contains("<td>2</td><td>Kiểm tra công vụ</td><td>Sở Nội vụ</td><td>Quý II/2024</td>"))
        #expect(cases[0].expectation.contains("Kiểm tra công vụ đột xuất"))
        #expect(cases[1].input.contains("<p>ỦY BAN NHÂN DÂN</p><p>TỈNH LẠNG SƠN</p>"))
        #expect(cases[1].expectation.contains("\"parts\""))
    }
}

/// Says what of an expectation does not hold of a record, as those do who measure reading with cases.
private struct CaseJudge {
    let record: Record

    private static let keys: Set<String> = [
        "kind_", "tries_", "source_", "tasks", "groups", "leadNames", "coordNames", "dates", "parts", "sections",
        "refs",
        "refsAbsent", "refDates", "targets",
    ]

    func faults(_ expected: [String: Any]) throws -> [String] {
        var faults = expected.keys.filter { !Self.keys.contains($0) }.map { "\($0) is not known" }
        if record.coverage.unaccounted > 0 { faults.append("unaccounted") }
        if let tasks = expected["tasks"] as? [[String: String]] { faults += try self.tasks(tasks, expected) }
        for (part, wanted) in zip(record.parts, expected["parts"] as? [[String: String]] ?? []) {
            let got = [
                "typeName": part.typeName, "number": part.number, "issuedOn": part.issuedOn?.description,
                "place": part.place, "issuer": part.issuer, "title": part.title, "signer": part.signature?.name,
            ]
            faults += wanted.filter { got[$0.key] != $0.value }.map { "part: \($0)" }
        }
        if let parts = expected["parts"] as? [Any], parts.count != record.parts.count { faults.append("parts") }
        faults += sections(expected["sections"] as? [[Any]] ?? [])
        let numbers = record.references.compactMap(\.number)
        faults += (expected["refs"] as? [String] ?? []).filter { !numbers.contains($0) }.map { "no \($0)" }
        faults += (expected["refsAbsent"] as? [String] ?? []).filter { numbers.contains($0) }
        for (number, day) in expected["refDates"] as? [String: String] ?? [:]
        where !record.references.contains(where: { $0.number == number && $0.date?.description == day }) {
            faults.append("\(number): \(day)")
        }
        if let targets = expected["targets"] as? [Any] {
            let wanted = (targets.first as? [Any])?.first as? Double
            if record.targets.first?.value != wanted { faults.append("target") }
        }
        return faults
    }

    private func tasks(_ wanted: [[String: String]], _ expected: [String: Any]) throws -> [String] {
        guard wanted.count == record.tasks.count else { return ["\(record.tasks.count) tasks"] }
        var faults: [String] = []
        let groups = try #require(expected["groups"] as? [[String: [Any]]])
        let leads = try #require(expected["leadNames"] as? [Any])
        let others = try #require(expected["coordNames"] as? [Any])
        let dates = try #require(expected["dates"] as? [Any])
        for (index, task) in record.tasks.enumerated() {
            let got = [
                "number": task.number, "task": task.task, "outputs": task.outputs, "lead": task.lead,
                "coordinating": task.coordinating, "deadline": task.deadline, "funding": task.funding,
                "note": task.note,
            ]
            faults += wanted[index].filter { got[$0.key] != $0.value }.map { "task \(index): \($0)" }
            let titles = try #require(groups[index]["any"])
            let isAny = titles.contains { $0 is [String: String] }
            if !isAny, !titles.contains(where: { $0 as? String == task.group?.title }) { faults.append("group") }
            if let names = leads[index] as? [String], names != task.leadAgencies.map(\.text) { faults.append("leads") }
            if let names = others[index] as? [String], names != task.coordinatingAgencies.map(\.text) {
                faults.append("coordinating")
            }
            if let days = dates[index] as? [[Any]] {
                let got = task.deadlines.map { [$0.kind.rawValue, $0.start?.description, $0.end?.description] }
                if days.map({ $0.map { $0 as? String } }) != got { faults.append("days: \(got)") }
            }
        }
        return faults
    }

    private func sections(_ wanted: [[Any]]) -> [String] {
        var rest = CorrectedOutline(record.parts).entries.map(\.section)[...]
        for entry in wanted {
            let (label, words) = (entry.first as? String, entry.last as? String)
            let found = rest.firstIndex {
                let all = [$0.heading, $0.text].compactMap { $0 }.joined(separator: " ")
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return $0.label == label && words.map(all.contains) ?? true
            }
            guard let found else { return ["section \(label ?? "–") \(words ?? "")"] }
            rest = rest[(found + 1)...]
        }
        return []
    }
}
