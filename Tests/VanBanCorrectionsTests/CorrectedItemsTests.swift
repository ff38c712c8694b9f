import Foundation
import Testing
import VanBanModel
import VanBanStructure

@testable import VanBanCorrections

@Suite("Sections, documents cited and targets put right") struct CorrectedItemsTests {
    static let text = """
        KẾ HOẠCH
        Thực hiện công tác thử năm 2024

        Căn cứ Quyết định số 961/QĐ-UBND ngày 26 tháng 5 năm 2023 của UBND tỉnh.

        I. MỤC ĐÍCH

        1. Nâng cao kết quả công tác. Tỷ lệ hồ sơ giải quyết đúng hạn đạt ít nhất 95%.

        2. Tỷ lệ người dân hài lòng đạt trên 90%.

        II. NHIỆM VỤ

        1. Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.

        2. Tổ chức thực hiện.

        """

    private let document: ConvertedDocument
    private var record: Record { document.record }

    init() throws { document = try Fixture.document(Self.text) }

    private func sections(_ record: Record) -> [(depth: Int, section: Section)] {
        func flat(_ sections: [Section], _ depth: Int) -> [(depth: Int, section: Section)] {
            sections.flatMap { [(depth, $0)] + flat($0.children, depth + 1) }
        }
        return record.parts.flatMap { flat($0.sections, 0) }
    }

    /// Where the section with these words stands, as the page says it.
    private func place(_ words: String, field: String? = nil) throws -> Correction.Place {
        let all = sections(record).map(\.section)
        let index = try #require(all.firstIndex { CorrectedOutline.name(of: $0).contains(words) })
        var place = Correction.Place()
        place.item = all[index].id
        place.words = CorrectedOutline.name(of: all[index])
        place.above = index > 0 ? CorrectedOutline.name(of: all[index - 1]) : ""
        place.field = field
        return place
    }

    private func item(_ id: String, _ words: String, field: String? = nil) -> Correction.Place {
        var place = Correction.Place()
        place.item = id
        place.words = words
        place.field = field
        return place
    }

    private func outline(_ record: Record) -> [String] {
        sections(record).map { String(repeating: "  ", count: $0.depth) + ($0.section.label ?? "¶") }
    }

    @Test("the outline is as the tests below take it to be")
    func asRead() {
        #expect(outline(record) == ["I", "  1", "  2", "II", "  1", "  2"])
        #expect(record.references.map(\.number) == ["961/QĐ-UBND", "76/NQ-CP"])
        #expect(record.targets.map(\.value) == [95, 90])
    }

    @Test("a section's label, heading, kind and text say what a person wrote")
    func fields() throws {
        let heading = Fixture.correction(.field, try place("NHIỆM VỤ", field: "heading")) {
            $0.was = "NHIỆM VỤ"
            $0.value = "NHIỆM VỤ, GIẢI PHÁP"
        }
        let label = Fixture.correction(.field, try place("NHIỆM VỤ", field: "label")) {
            $0.was = "II"
            $0.value = "III"
        }
        let kind = Fixture.correction(.field, try place("Tổ chức thực hiện", field: "kind")) { $0.value = "point" }
        let text = Fixture.correction(.field, try place("Tổ chức thực hiện", field: "text")) {
            $0.value = " Dòng  một \n\n Dòng hai"
        }
        let corrected = try Fixture.corrected(document, [heading, label, kind, text])
        #expect(corrected.applied == 4)
        let found = sections(corrected.document.record).map(\.section)
        #expect(found[3].heading == "NHIỆM VỤ, GIẢI PHÁP")
        #expect(found[3].label == "III")
        #expect(found[3].ordinal == 3)
        #expect(found[3].decided["heading"]?.was == "NHIỆM VỤ")
        #expect(found[3].decided["label"] == Decision(by: "Lan", on: "2026-11-29T08:00:00Z", was: "II"))
        #expect(found[5].kind == .point)
        #expect(found[5].text == "Dòng một\nDòng hai")
        #expect(found[3].location == sections(record)[3].section.location)
        #expect(found[0] == sections(record)[0].section)
    }

    @Test("a section goes a level deeper or higher, and those below it with it")
    func levels() throws {
        func level(_ words: String, _ value: String) throws -> Correction {
            Fixture.correction(.field, try place(words, field: "level")) { $0.value = value }
        }
        let deeper = try Fixture.corrected(document, [level("NHIỆM VỤ", "2")]).document.record
        #expect(outline(deeper) == ["I", "  1", "  2", "  II", "    1", "    2"])
        let first = try #require(deeper.parts.first?.sections.first)
        #expect(first.location.end == sections(record)[3].section.location.end)
        #expect(first.children[2].decided["level"]?.was == "1")
        let higher = try Fixture.corrected(document, [level("Nâng cao", "1")]).document.record
        #expect(outline(higher) == ["I", "1", "  2", "II", "  1", "  2"])
        // There is nothing that it could stand below.
        let refused = try Fixture.corrected(document, [level("Nâng cao", "3")])
        #expect(refused.unplaced == 1)
        #expect(refused.document.record.parts == record.parts)
    }

    @Test("sections are joined and parted, and no word is lost")
    func rows() throws {
        let join = Fixture.correction(.join, try place("Nâng cao")) {
            $0.with = "2 Tỷ lệ người dân hài lòng đạt trên 90%."
        }
        let joined = try Fixture.corrected(document, [join]).document.record
        #expect(outline(joined) == ["I", "  1", "II", "  1", "  2"])
        let one = sections(joined)[1].section
        #expect(one.text?.hasSuffix("95%.\n2 Tỷ lệ người dân hài lòng đạt trên 90%.") == true)
        #expect(one.decided["text"]?.by == "Lan")
        #expect(joined.targets.map(\.section) == [one.id, one.id])
        let part = Fixture.correction(.part, try place("Nâng cao")) {
            $0.rows = [
                ["1", "", "Nâng cao kết quả công tác."],
                ["", "", "Tỷ lệ hồ sơ giải quyết đúng hạn đạt ít nhất 95%."],
            ]
        }
        let parted = try Fixture.corrected(document, [part]).document.record
        #expect(outline(parted) == ["I", "  1", "  ¶", "  2", "II", "  1", "  2"])
        #expect(sections(parted)[2].section.kind == .paragraph)
        #expect(Set(sections(parted).map(\.section.id)).count == 7)
        #expect(sections(parted)[2].section.decided["section"] != nil)
    }

    @Test("a document cited says what a person wrote; one that is none is taken out")
    func references() throws {
        let text = try #require(record.references.last).text
        let number = Fixture.correction(.field, item("ref-2", text, field: "number")) {
            $0.was = "76/NQ-CP"
            $0.value = "67/2021 /NQ-CP"
        }
        let date = Fixture.correction(.field, item("ref-2", text, field: "date")) { $0.value = "2021-07-16" }
        let corrected = try Fixture.corrected(document, [number, date]).document.record
        #expect(corrected.references[1].number == "67/2021/NQ-CP")
        #expect(corrected.references[1].symbol == "NQ-CP")
        #expect(corrected.references[1].date?.description == "2021-07-16")
        #expect(corrected.references[1].decided["number"]?.was == "76/NQ-CP")
        #expect(corrected.references[0] == record.references[0])
        let first = try #require(record.references.first)
        let none = Fixture.correction(.remove, item(first.id, first.text))
        let left = try Fixture.corrected(document, [none]).document.record
        #expect(left.references.map(\.number) == ["76/NQ-CP"])
        #expect(left.parts[0].legalBases.allSatisfy { $0.references.isEmpty })
        #expect(left.parts[0].decided["references.ref-1"]?.was == first.text)
    }

    @Test("a name that was replaced is not replaced again")
    func redaction() {
        var task = VanBanModel.Task(
            id: "task-1", part: "part-1", table: "table-1", sequence: 1, location: record.parts[0].location)
        task.leadAgencies = [Agency(text: "ông Trần Văn Nam", collective: false)]
        task.leadAgencies[0].person = "Trần Văn Nam"
        var named = record
        named.tasks = [task]
        let redaction = CaseRedaction("", named)
        #expect(redaction.redacted("ông Trần Văn Nam, bà Lê Thị Hoa") == "ông Nguyễn Văn A, bà Nguyễn Văn A")
    }

    @Test("a target says what a person wrote; one that is none is taken out")
    func targets() throws {
        let text = record.targets[0].text
        let corrections = [("value", "97,5"), ("comparator", "atMost"), ("unit", "điểm"), ("year", "2025")].map {
            field, value in
            Fixture.correction(.field, item("target-1", text, field: field)) { $0.value = value }
        }
        let corrected = try Fixture.corrected(document, corrections).document.record.targets[0]
        #expect(corrected.value == 97.5)
        #expect(corrected.comparator == .atMost)
        #expect(corrected.unit == "điểm")
        #expect(corrected.year == 2025)
        #expect(corrected.decided["value"]?.was == "95")
        let none = Fixture.correction(.remove, item("target-2", record.targets[1].text))
        let left = try Fixture.corrected(document, [none]).document.record
        #expect(left.targets == [record.targets[0]])
        #expect(left.parts[0].decided["targets.target-2"]?.was == record.targets[1].text)
        let nonsense = Fixture.correction(.field, item("target-1", text, field: "comparator")) { $0.value = "maybe" }
        #expect(try Fixture.corrected(document, [nonsense]).unplaced == 1)
    }

    @Test("each is written as a case: a small text, and what is expected of it")
    func cases() throws {
        var part = Correction.Place()
        part.item = "part-1"
        part.field = "number"
        part.words = "KẾ HOẠCH Thực hiện công tác thử năm 2024"
        let corrections = [
            Fixture.correction(.field, part) { $0.value = "12/KH-UBND" },
            Fixture.correction(.field, try place("NHIỆM VỤ", field: "heading")) { $0.value = "NHIỆM VỤ, GIẢI PHÁP" },
            Fixture.correction(.field, item("ref-2", record.references[1].text, field: "date")) {
                $0.value = "2021-07-16"
            },
            Fixture.correction(.remove, item("ref-1", record.references[0].text)),
            Fixture.correction(.remove, item("target-1", record.targets[0].text)),
        ]
        let corrected = try Fixture.corrected(document, corrections).document.record
        let cases = CorrectionCases(document, corrected: corrected).cases
        let byName = Dictionary(
            cases.map { (String($0.name.drop { $0 != "-" }.dropFirst(11)), $0) },
            uniquingKeysWith: { first, _ in first })
        #expect(Set(byName.keys) == ["part-1", "section-4", "ref-1", "ref-2", "target-1"])
        #expect(byName["part-1"]?.expectation.contains("\"number\" : \"13/KH-UBND\"") == true)
        #expect(byName["part-1"]?.input.hasPrefix("KẾ HOẠCH") == true)
        #expect(byName["section-4"]?.input.contains("II. NHIỆM VỤ") == true)
        #expect(byName["section-4"]?.expectation.contains("NHIỆM VỤ, GIẢI PHÁP") == true)
        #expect(byName["ref-2"]?.expectation.contains("\"11/NQ-CP\" : \"2021-07-16\"") == true)
        #expect(byName["ref-2"]?.input.contains("11/NQ-CP ngày 15/7/2021") == true)
        #expect(byName["ref-1"]?.expectation.contains("refsAbsent") == true)
        #expect(byName["target-1"]?.expectation.contains("\"none\"") == true)
        #expect(byName["target-1"]?.input.contains("đạt ít nhất 95%") == true)
    }

    @Test("they find their places when lines were added above, and are told where the words are gone")
    func lasting() throws {
        let corrections = [
            Fixture.correction(.field, try place("Tổ chức thực hiện", field: "text")) { $0.value = "Phân công" },
            Fixture.correction(.field, item("ref-2", record.references[1].text, field: "number")) {
                $0.value = "77/NQ-CP"
            },
            Fixture.correction(.field, item("target-2", record.targets[1].text, field: "value")) { $0.value = "91" },
        ]
        let added = Self.text.replacing(
            "I. MỤC ĐÍCH\n",
            with:
                "I. CĂN CỨ\n\n1. Thông tư số 5/2020/TT-BNV ngày 02/3/2020 của Bộ Nội vụ. Tỷ lệ số hóa hồ sơ đạt 80%.\n\n"
                + "II. MỤC ĐÍCH\n"
        ).replacing("II. NHIỆM VỤ", with: "III. NHIỆM VỤ")
        let later = try Fixture.corrected(Fixture.document(added), corrections)
        #expect(later.applied == 3)
        #expect(later.document.record.references.compactMap(\.number).contains("77/NQ-CP"))
        #expect(later.document.record.targets.map(\.value) == [80, 95, 91])
        #expect(sections(later.document.record).last?.section.text == "Phân công")
        let gone = Self.text.replacing("76/NQ-CP ngày 15/7/2021", with: "99/NQ-CP ngày 01/01/2022").replacing(
            "2. Tổ chức thực hiện.\n", with: ""
        ).replacing("hài lòng đạt trên 90%", with: "vui vẻ đạt trên 70%")
        let left = try Fixture.corrected(Fixture.document(gone), corrections)
        #expect(left.applied == 0)
        #expect(left.unplaced == 3)
        #expect(Fixture.codes(left.document.record).contains(.correctionUnplaced))
    }
}
