import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite struct LedgerTests {
    @Test("claims that leave a gap leave its characters unaccounted, white space aside")
    func gaps() {
        let text = SourceText.literal("Số: 5 ngày 6")
        var ledger = Ledger()
        ledger.claim(0..<4, for: .part(1, "number"))
        ledger.sort()
        #expect(ledger.unclaimed(in: text).map { text.string($0) } == [": 5 ngày 6"])
        let coverage = ledger.coverage(of: text)
        #expect(coverage == Coverage(characters: 9, recorded: 2, furniture: 0, unaccounted: 7))
    }

    @Test("two claims on the same characters overlap")
    func overlaps() {
        let text = SourceText.literal("Lưu: VT")
        var ledger = Ledger()
        ledger.claim(0..<8, for: .part(1, "title"))
        ledger.claim(6..<8, for: .part(1, "number"))
        ledger.sort()
        #expect(ledger.overlaps(in: text).count == 1)
        #expect(ledger.coverage(of: text).recorded == 6)
    }

    @Test("claims that share only white space do not overlap")
    func touching() {
        let text = SourceText.literal("a b")
        var ledger = Ledger()
        ledger.claim(0..<2, for: .part(1, "title"))
        ledger.claim(1..<3, for: .part(1, "number"))
        ledger.sort()
        #expect(ledger.overlaps(in: text).isEmpty)
    }

    @Test("owners are named by record and field")
    func owners() {
        #expect(Ledger.Owner.part(1, "title").description == "part-1.title")
        #expect(Ledger.Owner.table(1, row: 3, column: 2).description == "table-1.rows[3][2]")
        #expect(Ledger.Owner.furniture(.ruler).description == "furniture:ruler")
    }

    @Test("entries come in reading order and say who owns each stretch")
    func entries() throws {
        let entries = try Documents.converted(Documents.decision()).entries()
        #expect(entries.map(\.location.start) == entries.map(\.location.start).sorted())
        #expect(entries.first { $0.text == "QUYẾT ĐỊNH" }?.owner == "part-1.typeName")
        #expect(entries.first { $0.text == "Lò Văn Minh" }?.owner == "part-1.signature")
        #expect(entries.contains { $0.owner == "furniture:ruler" && $0.text == "-------" })
        #expect(entries.first { $0.text == "Số: 12/QĐ-UBND" }?.owner == "part-1.number")
    }

    @Test("markup that the text carries is furniture")
    func markup() throws {
        let converted = try Documents.converted("**KẾ HOẠCH**\nCông tác thử năm 2024\n\n1. <i>Mục đích</i>\n\nHết.\n")
        #expect(converted.entries().filter { $0.owner == "furniture:markup" }.count == 4)
        #expect(converted.record.parts.first?.typeName == "KẾ HOẠCH")
        #expect(converted.record.coverage.unaccounted == 0)
    }
}
