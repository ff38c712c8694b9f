import Foundation
import Testing
import VanBanExport
import VanBanModel

@Suite struct RecordSchemaTests {
    private typealias Object = [String: Any]

    private let schema: [String: Any]
    private let definitions: [String: [String: Any]]

    init() throws {
        let parsed = try JSONSerialization.jsonObject(with: Data(RecordSchema.json.utf8))
        schema = try #require(parsed as? Object)
        definitions = try #require(schema["$defs"] as? [String: Object])
    }

    /// The schemas of objects: the record's own and those of `$defs`, by name.
    private var objects: [String: [String: Any]] {
        var objects = definitions.filter { $0.value["properties"] != nil }
        objects["Record"] = schema
        return objects
    }

    @Test("the program carries the schema of the repository, under its name")
    func isEmbedded() throws {
        #expect(RecordSchema.json == (try String(contentsOf: Repository.schema, encoding: .utf8)))
        #expect(schema["$id"] as? String == RecordSchema.identifier)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("every definition and every field has a description")
    func describesEverything() throws {
        for (name, definition) in definitions {
            #expect((definition["description"] as? String)?.isEmpty == false, "\(name)")
        }
        for (name, object) in objects {
            for (key, property) in try #require(object["properties"] as? [String: Object]) {
                let description = try #require(property["description"] as? String, "\(name).\(key)")
                #expect(description.count > 10 && description.hasSuffix("."), "\(name).\(key)")
            }
        }
    }

    /// Fields that stand only in the record of a dossier or of a scan.
    private static let optional: [String: Set<String>] = [
        "Location": ["source"], "Part": ["confidence"], "Section": ["confidence"], "Table": ["confidence"],
        "IndexScore": ["confidence"], "Target": ["confidence"], "Task": ["confidence"], "Reference": ["confidence"],
    ]

    @Test("every object requires all of its fields and allows no others")
    func isClosed() throws {
        for (name, object) in objects {
            let properties = try #require(object["properties"] as? Object)
            let required = Set(try #require(object["required"] as? [String]))
            #expect(required.union(Self.optional[name] ?? []) == Set(properties.keys), "\(name)")
            #expect(object["additionalProperties"] as? Bool == false, "\(name)")
        }
    }

    @Test("the schema's fields are those that are written, for every object of a full record")
    func namesWhatIsWritten() throws {
        let text = JSONSerializer(layout: .compact).string(SampleRecords.full())
        let record = try JSONSerialization.jsonObject(with: Data(text.utf8))
        var seen: Set<String> = []
        try compare(record, with: schema, named: "Record", seen: &seen)
        #expect(seen == Set(objects.keys))
    }

    /// Walks a value along its schema, comparing each object's keys.
    private func compare(_ value: Any, with schema: Object, named name: String, seen: inout Set<String>) throws {
        if let reference = schema["$ref"] as? String {
            let target = String(try #require(reference.split(separator: "/").last))
            return try compare(value, with: try #require(definitions[target]), named: target, seen: &seen)
        }
        if let alternatives = (schema["anyOf"] ?? schema["oneOf"]) as? [Object] {
            return try compare(value, with: try #require(alternatives.first), named: name, seen: &seen)
        }
        if let elements = value as? [Any] {
            let items = try #require(schema["items"] as? Object, "\(name)")
            for element in elements { try compare(element, with: items, named: name, seen: &seen) }
        } else if let fields = value as? Object {
            // An object whose keys come from the document says what its values are instead.
            if let values = schema["additionalProperties"] as? Object {
                for field in fields.values { try compare(field, with: values, named: name, seen: &seen) }
                return
            }
            let properties = try #require(schema["properties"] as? [String: Object], "\(name)")
            #expect(Set(fields.keys).union(Self.optional[name] ?? []) == Set(properties.keys), "\(name)")
            seen.insert(name)
            for (key, field) in fields {
                try compare(field, with: try #require(properties[key]), named: key, seen: &seen)
            }
        }
    }

    @Test(
        "the schema's codes are the model's",
        arguments: [
            ("Format", Source.Format.allCases.map(\.rawValue)),
            ("SectionKind", Section.Kind.allCases.map(\.rawValue)),
            ("RowKind", Table.RowKind.allCases.map(\.rawValue)),
            ("ColumnRole", ColumnRole.allCases.map(\.rawValue)),
            ("FormulaKind", Formula.Kind.allCases.map(\.rawValue)),
            ("ScoreGroup", IndexScore.Group.allCases.map(\.rawValue)),
            ("Direction", IndexScore.Direction.allCases.map(\.rawValue)),
            ("AgencyLevel", Agency.Level.allCases.map(\.rawValue)),
            ("PlaceLevel", AgencyPlace.Level.allCases.map(\.rawValue)),
            ("DeadlineKind", Deadline.Kind.allCases.map(\.rawValue)),
            ("DeadlineDirection", Deadline.Direction.allCases.map(\.rawValue)),
            ("DeadlineBound", Deadline.Bound.allCases.map(\.rawValue)),
            ("Frequency", Deadline.Frequency.allCases.map(\.rawValue)),
            ("DiagnosticCode", DiagnosticCode.allCases.map(\.rawValue)),
            ("Severity", Severity.allCases.map(\.rawValue)),
        ])
    func spellsOutCodes(name: String, codes: [String]) throws {
        let listed = try #require(definitions[name]?["enum"] as? [String])
        #expect(Set(listed) == Set(codes) && listed.count == codes.count)
    }

    @Test("every list of codes is compared with the model, and its description speaks of each code")
    func explainsCodes() throws {
        for (name, definition) in definitions where name != "DiagnosticCode" {
            guard let codes = definition["enum"] as? [String] else { continue }
            let description = try #require(definition["description"] as? String)
            for code in codes { #expect(description.contains("`\(code)`"), "\(name)") }
        }
    }

    @Test("the version that records carry is the schema's")
    func versionAgrees() throws {
        let properties = try #require(schema["properties"] as? [String: Object])
        #expect(properties["schemaVersion"]?["const"] as? String == Record.currentSchemaVersion)
    }
}
