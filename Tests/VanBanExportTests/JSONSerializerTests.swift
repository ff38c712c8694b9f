import Foundation
import Testing
import VanBanExport
import VanBanModel

@Suite struct JSONSerializerTests {
    private static let topLevelKeys = [
        "schemaVersion", "source", "parts", "indexScores", "tasks", "references", "diagnostics", "coverage",
        "publication", "targets",
    ]
    private static let partKeys = [
        "id", "kind", "typeName", "number", "issuedOn", "place", "issuer", "title", "attachedTo", "period", "index",
        "legalBases", "sections", "tables", "recipients", "signature", "footnotes", "letterhead", "formulas",
        "decided", "location",
    ]
    private static let scoreKeys = [
        "id", "index", "unit", "dimension", "year", "score", "percent", "maximum", "group", "groupText", "change",
        "previous", "rank", "region", "componentsUp", "componentsDown", "decided", "location",
    ]
    private static let taskKeys = [
        "id", "part", "table", "sequence", "group", "number", "task", "outputs", "lead", "coordinating", "deadline",
        "funding", "note", "outputItems", "leadAgencies", "coordinatingAgencies", "deadlines", "otherCells", "decided",
        "location",
    ]
    private static let diagnosticKeys = ["code", "severity", "message", "hint", "location", "related", "arguments"]

    /// The keys that stand at an indentation, in order, below a top-level key (or in the whole text).
    private func keys(of text: String, indentedBy spaces: Int, below section: String? = nil) -> [String] {
        var isInside = section == nil
        var found: [String] = []
        for line in text.split(separator: "\n") {
            let indentation = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indentation)
            guard rest.hasPrefix("\""), let end = rest.dropFirst().firstIndex(of: "\"") else { continue }
            let key = String(rest[rest.index(after: rest.startIndex)..<end])
            if let section, indentation == 2 { isInside = key == section }
            if isInside, indentation == spaces { found.append(key) }
        }
        return found
    }

    @Test("keys come in the contract's order, the model's own fields after it and the location last")
    func keepsTheOrder() {
        let text = JSONSerializer(layout: .pretty).string(SampleRecords.full())
        #expect(keys(of: text, indentedBy: 2) == Self.topLevelKeys)
        #expect(keys(of: text, indentedBy: 6, below: "parts") == Self.partKeys)
        #expect(keys(of: text, indentedBy: 6, below: "indexScores") == Self.scoreKeys)
        #expect(keys(of: text, indentedBy: 6, below: "tasks") == Self.taskKeys)
        #expect(keys(of: text, indentedBy: 6, below: "diagnostics") == Self.diagnosticKeys)
    }

    @Test("a record with nothing known has the same keys as one with everything")
    func keysDoNotDependOnValues() {
        let text = JSONSerializer(layout: .pretty).string(SampleRecords.bare())
        #expect(keys(of: text, indentedBy: 2) == Self.topLevelKeys)
        #expect(keys(of: text, indentedBy: 6, below: "parts") == Self.partKeys + Self.partKeys)
        #expect(keys(of: text, indentedBy: 6, below: "tasks") == Self.taskKeys + Self.taskKeys)
    }

    @Test("the JSON reads back as the same record", arguments: Sample.allCases, JSONLayout.allCases)
    func roundTrips(sample: Sample, layout: JSONLayout) throws {
        let record = sample.record
        let text = JSONSerializer(layout: layout).string(record)
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
        #expect(try JSONDecoder().decode(Record.self, from: Data(text.utf8)) == record)
    }

    @Test("the same record gives the same bytes", arguments: JSONLayout.allCases)
    func isDeterministic(layout: JSONLayout) {
        let serializer = JSONSerializer(layout: layout)
        #expect(
            Array(serializer.string(SampleRecords.full()).utf8) == Array(serializer.string(SampleRecords.full()).utf8))
    }

    @Test("a compact record is one line, and records after one another are NDJSON")
    func compactIsOneLine() throws {
        var collected = ByteCollector()
        for record in SampleRecords.all { try JSONSerializer(layout: .compact).write(record, to: &collected) }
        #expect(collected.text.hasSuffix("}\n"))
        let lines = collected.text.split(separator: "\n")
        #expect(lines.count == SampleRecords.all.count)
        for (line, record) in zip(lines, SampleRecords.all) {
            #expect(try JSONDecoder().decode(Record.self, from: Data(line.utf8)) == record)
        }
    }

    @Test("the pretty layout ends with one line feed and puts each location on one line")
    func prettyLayout() {
        let text = JSONSerializer(layout: .pretty).string(SampleRecords.full())
        #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
        #expect(!text.contains("\"start\": 0,\n") && text.contains("\"location\": { \"start\": 0, \"end\": 900,"))
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test("an empty cell is an empty string and a column that is not there is null")
    func tellsEmptyFromAbsent() {
        #expect(JSONSerializer(layout: .compact).string(SampleRecords.full()).contains(#""note":"","outputItems""#))
        #expect(JSONSerializer(layout: .compact).string(SampleRecords.bare()).contains(#""note":null,"outputItems""#))
    }

    @Test("the full sample leaves no field null and no array empty, the leaf of its outline aside")
    func sampleIsFull() {
        // A place on a page has a box; others have neither.
        let text = JSONSerializer(layout: .compact).string(SampleRecords.full())
            .replacingOccurrences(of: #","page":null,"box":null"#, with: "")
        #expect(!text.contains("null"))
        #expect(text.components(separatedBy: "[]").count == 2 && text.contains(#""children":[]"#))
    }
}
