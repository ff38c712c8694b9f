import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("how sure fields are that were read from a picture")
struct FieldConfidenceTests {
    @Test("each field with an unsure word says so, and what was read of it")
    func fields() throws {
        let record = try recognized(scan).record
        #expect(record.parts[0].confidence?.values == ["title": 0.7])
        let section = try #require(record.parts[0].sections.first)
        #expect((section.confidence ?? section.children.first?.confidence)?.values == ["text": 0.7])
        #expect(
            record.tasks.map { $0.confidence?.values } == [
                ["lead": 0.7, "leadAgencies[0]": 0.7, "deadline": 0.7, "deadlines[0]": 0.7],
                ["lead": 0.7, "leadAgencies[1]": 0.7],
            ])
        let table = try #require(record.parts.flatMap(\.tables).first)
        #expect(table.confidence?.values == ["rows[0][2]": 0.7, "rows[0][3]": 0.7, "rows[1][2]": 0.7])
    }

    @Test("a record whose words are all sure says nothing")
    func sure() throws {
        let record = try recognized(scan.map { $0.filter { !"{}".contains($0) } }).record
        #expect(record.parts.allSatisfy { $0.confidence == nil } && record.tasks.allSatisfy { $0.confidence == nil })
        #expect(record.parts.flatMap(\.tables).allSatisfy { $0.confidence == nil })
    }
}

/// A page on which words between `{}` were recognised without certainty; a row is cells between `|`.
private func recognized(_ lines: [String], confidence: Double = 0.7) throws -> ConvertedDocument {
    var flow = FlowText(root: "")
    var top = 50.0
    func write(_ words: String) {
        for (index, word) in words.split(separator: " ").enumerated() {
            if index > 0 { flow.appendSpace() }
            flow.mark(page: 1, box: [50, top, 90, top + 12])
            let start = flow.position
            flow.append(word.filter { !"{}".contains($0) })
            if word.hasPrefix("{") { flow.doubt(start..<flow.position, confidence: confidence) }
        }
        flow.endParagraph()
    }
    var isTable = false
    for line in lines {
        top += 20
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        if isTable != (cells.count > 1) {
            if isTable { flow.endTable() } else { flow.beginTable() }
            isTable.toggle()
        }
        guard isTable else {
            write(line)
            continue
        }
        flow.beginRow()
        for (column, cell) in cells.enumerated() {
            flow.beginCell(column: column)
            write(cell)
            flow.endCell()
        }
        flow.endRow(isHeader: false, isInferred: false, isDoubtful: false)
    }
    if isTable { flow.endTable() }
    let (text, blocks) = flow.finish()
    let source = Source(name: "scan.pdf", format: .pdf, encoding: "utf-8", bytes: 1, sha256: "")
    return try DocumentConverter().convert(
        ReadDocument(source: source, text: text, blocks: blocks, diagnostics: []))
}

private let scan = [
    "KẾ HOẠCH", "Thực hiện công tác thử năm {2024}", "I. MỤC ĐÍCH", "Nâng cao kết quả công {tác.}", "PHỤ LỤC",
    "DANH MỤC NHIỆM VỤ", "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn", "1|Rà soát văn bản|Sở {Tư} pháp|Quý {II/2024}",
    "2|Công khai thủ tục|Sở Nội vụ, Sở {Y} tế|Tháng 9/2024",
]
