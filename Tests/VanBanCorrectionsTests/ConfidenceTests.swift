import Testing
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

@testable import VanBanCorrections

@Suite("what a person decided is sure")
struct ConfidenceTests {
    @Test("a cell that was put right, and what is read of it, has no confidence any more; others keep theirs")
    func cell() throws {
        let document = try recognized(scan)
        let correction = Fixture.cell(document.record, row: 0, column: 2, to: "Sở Tài chính")
        let record = try Fixture.corrected(document, [correction]).document.record
        #expect(record.tasks[0].lead == "Sở Tài chính")
        #expect(record.tasks[0].confidence?.values == ["deadline": 0.7, "deadlines[0]": 0.7])
        #expect(
            JSONSerializer(layout: .compact).string(record).contains(
                #""confidence":{"deadline":0.7,"deadlines[0]":0.7}"#))
        #expect(record.tasks[1].confidence?.values == ["lead": 0.7, "leadAgencies[1]": 0.7])
        #expect(
            record.parts.flatMap(\.tables).first?.confidence?.values == ["rows[0][3]": 0.7, "rows[1][2]": 0.7])
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
