import Foundation
import Testing

@testable import VanBanReading

@Suite("Lists of words of `VanBanReading`")
struct LexiconTests {
    private let table = LexiconTable(PackageResources.lexicon_csv)

    @Test("the classes of the file are the cases, in their order")
    func classes() {
        #expect(table.classes == WordClass.allCases.map(\.rawValue))
    }

    @Test("every line of the file is a row of its class, and none is empty")
    func rows() {
        let lines = String(decoding: PackageResources.lexicon_csv, as: UTF8.self).split(separator: "\n").dropFirst()
        let pairs = table.classes.map { table.pairs($0) }
        #expect(pairs.map(\.count).reduce(0, +) == lines.count)
        #expect(pairs.allSatisfy { list in list.allSatisfy { !$0.0.isEmpty } })
    }

    @Test("no phrase stands twice in its list, and all are composed", arguments: WordClass.allCases)
    func phrases(_ list: WordClass) {
        let phrases = table.strings(list.rawValue)
        #expect(Set(phrases).count == phrases.count)
        for (phrase, value) in table.pairs(list.rawValue) {
            #expect(phrase.utf8.elementsEqual(phrase.precomposedStringWithCanonicalMapping.utf8))
            #expect(value.utf8.elementsEqual(value.precomposedStringWithCanonicalMapping.utf8))
        }
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
