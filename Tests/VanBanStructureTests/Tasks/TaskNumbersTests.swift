import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("Numbers of tasks")
struct TaskNumbersTests {
    private func entry(_ value: Int) -> TaskNumbers.Entry {
        let label = OutlineLabel(series: .arabic, text: String(value), ordinal: value, range: 0..<1, closing: "")
        return TaskNumbers.Entry(label: label, value: value, text: String(value), row: 0..<1)
    }

    @Test("numbers that are read in pieces are held against each other as those of one piece", arguments: 0...4)
    func goesOn(cut: Int) {
        let values = [1, 2, 4, 4]
        var first = TaskNumbers()
        var second = TaskNumbers()
        var found: [DiagnosticCode?] = values[..<cut].map { first.take(entry($0))?.code }
        let inside = values[cut...].map { second.take(entry($0))?.code }
        var whole = TaskNumbers()
        #expect(whole.goOn(first) == nil)
        found.append(whole.goOn(second)?.code)
        found += inside
        #expect(found.compactMap(\.self) == [.rowNumberingGap, .rowNumberingRepeat])
    }

    @Test("a group at the beginning of a piece parts its numbers from those above")
    func groupParts() {
        var first = TaskNumbers()
        _ = first.take(entry(7))
        var second = TaskNumbers()
        second.begin()
        _ = second.take(entry(3))
        var whole = TaskNumbers()
        _ = whole.goOn(first)
        #expect(whole.goOn(second) == nil)
    }

    @Test("a table that cores share has its groups and numbers as a short one")
    func longTable() throws {
        let count = RecordBuilder.rowsAtATime + 3
        var rows = [["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]]
        rows.append(["I", "Công tác nội vụ", "", "", "", ""])
        rows += (1...count).map { number in
            [String((number - 1) % 200 + 1), "Kiểm tra công vụ", "Báo cáo", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024"]
        }
        let record = try Documents.appendix(rows)
        #expect(record.tasks.map(\.sequence) == Array(1...count))
        #expect(record.tasks.allSatisfy { $0.group?.label == "I" })
        #expect(record.tasks.last?.leadAgencies.first?.id != nil)
        #expect(record.coverage.unaccounted == 0)
    }
}
