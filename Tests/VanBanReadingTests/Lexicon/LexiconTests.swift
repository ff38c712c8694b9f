import Foundation
import Testing

@testable import VanBanReading

@Suite("Lists of words of `VanBanReading`")
struct LexiconTests {
    private let table = LexiconTable(PackageResources.lexicon_csv)

    @Test("every class is read, every line is a row, no phrase stands twice, and all are composed")
    func lists() {
        let file = String(decoding: PackageResources.lexicon_csv, as: UTF8.self)
        #expect(
            table.faults(of: WordClass.allCases.map(\.rawValue), lines: file.split(separator: "\n").count - 1) == [])
        #expect(file.utf8.elementsEqual(file.precomposedStringWithCanonicalMapping.utf8))
    }

    @Test("cells may be quoted, hold commas and end with spaces; values may be absent")
    func cells() {
        let table = LexiconTable(
            Array("class,phrase,value\nfew,\"a, b\",1\nfew,\"c \",\nfew,\"d \"\"e\"\"\",2\nfewer,f,".utf8))
        #expect(table.classes == ["few", "fewer"])
        #expect(table.strings("few") == ["a, b", "c ", "d \"e\""])
        #expect(table.pairs("few").map(\.1) == ["1", "", "2"])
        #expect(table.strings("fewer") == ["f"])
        #expect(table.strings("none").isEmpty)
    }
}
