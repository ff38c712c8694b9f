import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("A user's own list of agencies")
struct AgencyListTests {
    private func agencies(_ cell: String, _ list: String) throws -> [Agency] {
        let text = SourceText.literal(cell)
        let gazetteer = try AgencyList(Array(list.utf8)).gazetteer
        return AgencyReader(gazetteer: gazetteer).read(Stretch(0..<text.bytes.count), in: text).agencies
    }

    @Test("its agencies are known beside the program's, commas in their names among them")
    func adds() throws {
        let list = "id,name,abbreviations\nquy-xanh,\"Quỹ Rừng, Nước và Đất\",QRNĐ|Quỹ Rừng\n"
        let found = try agencies("Quỹ Rừng, Nước và Đất, QRNĐ; Sở Y tế", list)
        #expect(found.map(\.id) == ["quy-xanh", "quy-xanh", "so-y-te"])
        #expect(found.first?.name == "Quỹ Rừng, Nước và Đất")
    }

    @Test("a row with an id of the program's adds to that agency and goes before it")
    func addsTo() throws {
        let found = try agencies("SSK; Sở Y tế", "id,name,abbreviations\nso-y-te,Sở Sức khỏe,SSK\n")
        #expect(found.map(\.id) == ["so-y-te", "so-y-te"])
        #expect(found.map(\.name) == ["Sở Sức khỏe", "Sở Sức khỏe"])
        #expect(found.map(\.kind) == ["department", "department"])
    }

    @Test("a form of the list is the list's agency, whatever the program means by it")
    func goesBefore() throws {
        #expect(try agencies("BCT", "name,id\nBCT,ban-co-tich\n").map(\.id) == ["ban-co-tich"])
    }

    @Test("its successors may be the program's agencies")
    func successors() throws {
        let found = try agencies("Ban Cũ", "id,name,valid_to,successor\nban-cu,Ban Cũ,2025-02-28,so-noi-vu\n")
        #expect(found.first?.successor?.name == "Sở Nội vụ")
        #expect(found.first?.validTo == CalendarDate(year: 2025, month: 2, day: 28))
    }

    @Test(
        "what cannot be taken is said with its line",
        arguments: [
            ("id,ten\na,b\n", 1, "name"), ("id,name\na,Ban A\n,Ban B\n", 3, "id"),
            ("id,name\na,Ban A\n\nb,\n", 4, "name"),
            ("id,name\na,Ban A\na,Ban B\n", 3, "'a'"), ("id,name,valid_to\na,Ban A,30/6/2025\n", 2, "30/6/2025"),
            ("id,name,level\na,Ban A,thôn\n", 2, "thôn"), ("id,name,successor\na,Ban A,khong-co\n", 2, "khong-co"),
            ("id,name\na,Ban A, B\n", 2, "3"), ("id,name,territory\na,Ban A,x\n", 2, "'x'"),
            ("id,name\na,\"Ban A\nb,Ban B\n", 2, "quotation"),
        ])
    func refuses(_ list: String, _ line: Int, _ word: String) {
        #expect {
            try AgencyList(Array(list.utf8))
        } throws: { error in
            guard let error = error as? AgencyListError else { return false }
            return error.line == line && error.message(in: .english).contains(word)
                && error.message(in: .vietnamese).hasPrefix("dòng \(line)")
        }
    }

    @Test("bytes that are no UTF-8 are refused at their line")
    func notUTF8() {
        #expect(throws: AgencyListError(line: 2, reason: .notUTF8)) { try AgencyList(Array("id,name\n".utf8) + [0xFF]) }
    }
}
