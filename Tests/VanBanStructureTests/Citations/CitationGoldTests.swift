import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Compares the references found in the sample documents with those that a clerk noted. The samples lie beside the
/// package, in `../shared` (or where `VANBAN_SHARED` says); without them there is nothing to compare.
@Suite("references of the sample documents")
struct CitationGoldTests {
    struct GoldReference: Decodable {
        var type: String
        var number: String?
        var date: String?
        var dates: [String]?
        var title: String?
    }

    @Test("the references of the samples are those of the gold", .enabled(if: !Corpus.gold.isEmpty))
    func gold() throws {
        for folder in Corpus.gold {
            let stem = folder.lastPathComponent
            let seed = try #require(Corpus.seed(stem))
            let list = Self.references(in: String(decoding: seed.bytes, as: UTF8.self))
            let text = try String(contentsOf: folder.appending(path: "references.jsonl"), encoding: .utf8)
            let gold = try text.split(separator: "\n").map {
                try JSONDecoder().decode(GoldReference.self, from: Data($0.utf8))
            }
            Self.compare(list.references(), with: gold, stem: stem)
        }
    }

    static func compare(_ references: [Reference], with gold: [GoldReference], stem: String) {
        func number(_ text: String?) -> String? { text.map { $0.filter { !$0.isWhitespace }.uppercased() } }
        let found = Set(references.compactMap { number($0.number) })
        let expected = Set(gold.compactMap { number($0.number) })
        #expect(found.subtracting(expected).isEmpty, "\(stem): numbers that the gold does not have")
        #expect(expected.subtracting(found).isEmpty, "\(stem): numbers that only the gold has")
        for line in gold where line.number != nil && line.date != nil {
            let reference = references.first { number($0.number) == number(line.number) }
            let dates = [line.date].compactMap { $0 } + (line.dates ?? [])
            #expect(dates.contains(reference?.date?.description ?? ""), "\(stem): date of \(line.number ?? "")")
        }
        let foundTitles = Set(references.filter { $0.number == nil }.compactMap { $0.title?.lowercased() })
        let goldTitles = Set(gold.filter { $0.number == nil }.compactMap { $0.title?.lowercased() })
        #expect(foundTitles == goldTitles, "\(stem): laws without number")
    }

    /// Paragraphs are separated by blank lines and a table's cells by tabs; where every line is followed by a blank
    /// one, the text is one long paragraph.
    static func references(in document: String) -> ReferenceList {
        let lines = document.precomposedStringWithCanonicalMapping.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        var paragraphs: [String] = []
        var open = ""
        func close() {
            if !open.isEmpty { paragraphs.append(open) }
            open = ""
        }
        let tabbed = document.contains("\t")
        let isDoubleSpaced = !tabbed && document.hasPrefix(" ")
        for line in lines {
            if line.contains("\t") {
                close()
                paragraphs += line.split(separator: "\t").map(String.init)
            } else if line.isEmpty {
                if !isDoubleSpaced { close() }
            } else {
                open += (open.isEmpty ? "" : " ") + line
            }
        }
        close()
        let finder = CitationFinder()
        var list = ReferenceList()
        for paragraph in paragraphs {
            let text = SourceText.literal(paragraph)
            let result = finder.citations(in: Stretch(0..<text.bytes.count), of: text)
            for citation in result.citations { _ = list.add(citation, in: text) }
        }
        return list
    }
}
