import VanBanModel
import VanBanStructure

/// What a person decided is sure, and so is what was read of it.
extension CorrectionRun {
    mutating func settleConfidence() {
        guard let pages = document.text.pages, pages.hasDoubts else { return }
        for part in record.parts.indices {
            record.parts[part].settleConfidence()
            Self.settle(&record.parts[part].sections)
            for table in record.parts[part].tables.indices {
                var heads = record.parts[part].tables[table].confidence
                heads?.settle("rows")
                // Rows may have been joined, parted or put in.
                record.parts[part].tables[table].confidence = FieldConfidence.cells(
                    of: record.parts[part].tables[table], in: pages, besides: heads)
                record.parts[part].tables[table].settleConfidence()
            }
        }
        for index in record.tasks.indices { record.tasks[index].settleConfidence() }
        for index in record.indexScores.indices { record.indexScores[index].settleConfidence() }
        for index in record.targets.indices { record.targets[index].settleConfidence() }
        for index in record.references.indices { record.references[index].settleConfidence() }
    }

    private static func settle(_ sections: inout [Section]) {
        for index in sections.indices {
            sections[index].settleConfidence()
            settle(&sections[index].children)
        }
    }
}

extension DecidedItem {
    /// Fields that are read of others.
    private static var read: [String: String] {
        ["lead": "leadAgencies", "coordinating": "coordinatingAgencies", "deadline": "deadlines"]
    }

    /// Fields that a person decided are sure; an item that was decided as a whole is.
    fileprivate mutating func settleConfidence() {
        guard var sure = confidence else { return }
        for entry in decided.entries {
            if entry.field == "row" || entry.field == "section" { sure = Confidences() }
            sure.settle(entry.field)
            if let read = Self.read[entry.field] { sure.settle(read) }
        }
        confidence = sure.isEmpty ? nil : sure
    }
}
