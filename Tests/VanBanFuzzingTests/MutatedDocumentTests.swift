import Foundation
import Testing

@testable import VanBanFuzzing

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
private let samples = Sample.all(in: root.appending(path: "Samples"))

@Suite("Documents changed at random")
struct MutatedDocumentTests {
    private static let mutator = Mutator(samples: samples)

    @Test("a small number of them lose nothing, are valid, and are read the same every time", arguments: 0..<12)
    func nothingIsLost(_ piece: Int) throws {
        let oracle = try Oracle()
        for number in UInt64(piece * 10)..<UInt64(piece * 10 + 10) {
            let document = Self.mutator.document(number, isSmall: true)
            let faults = oracle.faults(
                of: document.bytes, name: document.name, plain: document.plain, isThorough: number % 10 == 0)
            #expect(faults.isEmpty, "\(number), \(document.name) \(document.steps): \(faults.prefix(3))")
        }
    }

    @Test("the samples themselves lose nothing", arguments: samples.filter { $0.bytes.count < 20_000 }.map(\.name))
    func samplesLoseNothing(_ name: String) throws {
        let sample = try #require(samples.first { $0.name == name })
        #expect(try Oracle().faults(of: sample.bytes, name: name) == [])
    }

    @Test("a number gives the same document every time, and another number another one")
    func isDeterministic() {
        for number in UInt64(0)..<20 {
            #expect(Self.mutator.document(number).bytes == Mutator(samples: samples).document(number).bytes)
        }
        #expect(Set((UInt64(0)..<40).map { Self.mutator.document($0).bytes }).count > 36)
    }

    @Test("every sample, and every way to change one, has its turn")
    func isComplete() {
        let documents = (UInt64(0)..<3000).map { Self.mutator.document($0) }
        let steps = Set(documents.flatMap(\.steps))
        for mutation in TextMutation.allCases { #expect(steps.contains(mutation.rawValue), "\(mutation)") }
        for mutation in MarkupMutation.allCases { #expect(steps.contains(mutation.rawValue), "\(mutation)") }
        #expect(Set(documents.map(\.name)) == Set(samples.map(\.name)))
    }

    @Test("a package that was taken apart and put together is read as before")
    func packages() throws {
        let sample = try #require(samples.first { $0.name == "minimal-decision.word.docx" })
        let file = try #require(PackageFile(sample.bytes))
        #expect(file.entries.contains { $0.name == "word/document.xml" })
        #expect(try #require(PackageFile(file.bytes)).entries.map(\.name) == file.entries.map(\.name))
        #expect(try Oracle().faults(of: file.bytes) == [])
    }

    @Test("each target of the fuzzer has something to begin with, which is sound", arguments: FuzzTarget.allCases)
    func seeds(_ target: FuzzTarget) throws {
        let seeds = target.seeds(from: samples)
        #expect(!seeds.isEmpty)
        let seed = try #require(seeds.first)
        #expect(try Oracle().faults(of: seed, as: target) == [])
        #expect(target.changed(seed, by: Self.mutator, seed: 7) == target.changed(seed, by: Self.mutator, seed: 7))
    }
}
