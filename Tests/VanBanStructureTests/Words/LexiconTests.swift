import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Lists of words of `VanBanStructure`")
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

    @Test("what lists pair phrases with is known")
    func values() {
        func known<Value: RawRepresentable<String>>(_ list: WordClass, as type: Value.Type) -> Bool {
            Lexicon.values(list, as: type).count == Lexicon.values(list).count
        }
        for list in [WordClass.relationDeeds, .relationPassives, .relationFates] {
            #expect(known(list, as: Relation.Kind.self))
        }
        for list in [WordClass.levelNouns, .shortTerritoryNouns, .longTerritoryNouns] {
            #expect(known(list, as: TerritoryLevel.self))
        }
        #expect(known(.siteLabels, as: SiteLabel.self))
        #expect(known(.comparators, as: Target.Comparator.self))
        for list in [
            WordClass.ordinalNumbers, .countingNumbers, .relativeYears, .dayNumbers, .quarterCardinals, .monthNumbers,
        ] {
            #expect(Lexicon.values(list).allSatisfy { Int($0.1) != nil })
        }
    }
}
