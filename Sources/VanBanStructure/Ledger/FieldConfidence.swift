import VanBanModel
import VanBanReading

/// How sure the fields of a record are whose words were recognised in a picture: each as its least sure word.
///
/// Which words are a field's the ledger says; of what has a place of its own (a table's cells, agencies, deadlines,
/// results) that place does.
package struct FieldConfidence {
    private let pages: PagePlaces
    /// By the item's id, its fields.
    private var fields: [String: Confidences] = [:]

    static func settle(_ record: inout Record, _ ledger: Ledger, in text: SourceText) {
        guard let pages = text.pages, pages.hasDoubts else { return }
        FieldConfidence(pages, ledger).settle(&record)
    }

    private init(_ pages: PagePlaces, _ ledger: Ledger) {
        self.pages = pages
        for claim in ledger.claims {
            let confidence = pages.confidence(of: claim.range)
            guard confidence < 1 else { continue }
            switch claim.owner {
            case .furniture, .publication, .table: continue
            case .part, .section, .tableHeader, .task: break
            }
            let name = claim.owner.description
            guard let dot = name.firstIndex(of: ".") else { continue }
            fields[String(name[..<dot]), default: Confidences()]
                .note(confidence, of: String(name[name.index(after: dot)...]))
        }
    }

    private func settle(_ record: inout Record) {
        for part in record.parts.indices {
            record.parts[part].confidence = fields[record.parts[part].id]
            settle(&record.parts[part].sections)
            for table in record.parts[part].tables.indices {
                let own = fields[record.parts[part].tables[table].id]
                record.parts[part].tables[table].confidence = Self.cells(
                    of: record.parts[part].tables[table], in: pages, besides: own)
            }
        }
        for task in record.tasks.indices { settle(&record.tasks[task]) }
        for score in record.indexScores.indices {
            record.indexScores[score].confidence = confidences([("score", record.indexScores[score].location)])
        }
        for target in record.targets.indices {
            record.targets[target].confidence = confidences([("text", record.targets[target].location)])
        }
        for reference in record.references.indices {
            record.references[reference].confidence = confidences([
                ("text", record.references[reference].mentions.first)
            ])
        }
    }

    private func settle(_ sections: inout [Section]) {
        for index in sections.indices {
            sections[index].confidence = fields[sections[index].id]
            settle(&sections[index].children)
        }
    }

    private func settle(_ task: inout VanBanModel.Task) {
        let places: [(String, [Location?])] = [
            ("leadAgencies", task.leadAgencies.map(\.location)),
            ("coordinatingAgencies", task.coordinatingAgencies.map(\.location)),
            ("deadlines", task.deadlines.map(\.location)),
        ]
        task.confidence = confidences(
            places.flatMap { field, places in places.enumerated().map { ("\(field)[\($0)]", $1) } },
            besides: fields[task.id])
    }

    private func confidences(_ places: [(field: String, place: Location?)], besides known: Confidences? = nil)
        -> Confidences?
    {
        Self.confidences(places, in: pages, besides: known)
    }

    private static func confidences(
        _ places: [(field: String, place: Location?)], in pages: PagePlaces, besides known: Confidences?
    ) -> Confidences? {
        var found = known ?? Confidences()
        for (field, place) in places {
            if let place { found.note(pages.confidence(of: place.start..<max(place.start, place.end)), of: field) }
        }
        return found.isEmpty ? nil : found
    }

    /// How sure the cells of a table are.
    /// - Parameter known: what is known of its heads.
    package static func cells(of table: Table, in pages: PagePlaces, besides known: Confidences?) -> Confidences? {
        var places: [(String, Location?)] = []
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() { places.append(("rows[\(row)][\(column)]", cell.location)) }
        }
        return confidences(places, in: pages, besides: known)
    }
}
