import Testing

@testable import VanBanMessages

struct MessageTableTests {
    @Test("a row is found by its key; rows without three cells are none, and of two with one key the first counts")
    func rows() {
        let table = MessageTable(
            Array("key\ten\tvi\none\tOne\tMột\nbroken\tTwo\n\ntwo\tTwo\\nlines\tHai\none\tOther\tKhác".utf8))
        #expect(table.words(of: "one", in: .english) == "One")
        #expect(table.words(of: "one", in: .vietnamese) == "Một")
        #expect(table.words(of: "two", in: .english) == "Two\nlines")
        #expect(table.words(of: "broken", in: .english) == nil)
        #expect(table.words(of: "key", in: .english) == nil)
        #expect(table.words(of: "", in: .english) == nil)
        #expect(table.keys == ["one", "two", "one"])
    }
}
