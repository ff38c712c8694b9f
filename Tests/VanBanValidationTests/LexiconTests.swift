import Foundation
import Testing
import VanBanReading

@testable import VanBanValidation

@Suite("Lists of words of `VanBanValidation`")
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
        #expect(Lexicon.values(.levelNouns).allSatisfy { TerritoryLevel(rawValue: $0.1) != nil })
        #expect(Lexicon.values(.signBodies).allSatisfy { !$0.1.isEmpty })
    }
}
