import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Lists of words of `VanBanStructure`")
struct LexiconTests {
    private let table = LexiconTable(PackageResources.lexicon_csv)

    @Test("every class is read, every line is a row, no phrase stands twice, and all are composed")
    func lists() {
        let file = String(decoding: PackageResources.lexicon_csv, as: UTF8.self)
        #expect(
            table.faults(of: WordClass.allCases.map(\.rawValue), lines: file.split(separator: "\n").count - 1) == [])
        #expect(file.utf8.elementsEqual(file.precomposedStringWithCanonicalMapping.utf8))
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
