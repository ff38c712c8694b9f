import VanBanModel

/// The rows of a record, kind by kind.
///
/// ```swift
/// let sheets = RecordSheets(record)
/// try SheetCSV().write(sheets.sheet(.tasks), to: &output)
/// ```
package struct RecordSheets {
    let record: Record
    /// What the rows call the document: its file's name, or in an archive its path.
    let document: String
    /// How people find places, where rows tell it.
    private let places: PlaceNames?

    /// - Parameters:
    ///   - document: the name that rows give the document; nil for the file's own.
    ///   - namesPlaces: whether rows tell their places as people find them.
    package init(_ record: Record, document: String? = nil, namesPlaces: Bool = false) {
        places = namesPlaces ? PlaceNames(record) : nil
        self.record = record
        self.document = document ?? record.source.name
    }

    /// All rows of a kind, in reading order.
    package func sheet(_ kind: SheetKind) -> Sheet {
        var sheet = kind.sheet
        sheet.rows = rows(kind)
        return sheet
    }

    package func rows(_ kind: SheetKind) -> [SheetRow] {
        switch kind {
        case .documents: return [documentRow]
        case .parts: return partRows
        case .sections: return sectionRows
        case .tasks: return taskRows
        case .agencies: return agencyRows
        case .deadlines: return deadlineRows
        case .scores: return scoreRows
        case .targets: return targetRows
        case .references: return referenceRows
        case .diagnostics: return diagnosticRows
        }
    }

    /// A row with the document before its values and its place after them.
    func row(_ values: [SheetValue], at location: Location?) -> SheetRow {
        guard let location else {
            return SheetRow([.text(document)] + values + [.none, .none, .none, .none])
        }
        let path = record.path(of: location)
        let document = location.source.map { record.sources[$0].name } ?? document
        return SheetRow(
            [.text(document)] + values + [
                .integer(location.line), .integer(location.start), .integer(location.end), SheetValue(path),
            ], place: SheetPlace(document: document, line: location.line, path: path, name: name(of: location)))
    }

    private func name(of location: Location) -> BilingualText? {
        guard let english = places?.name(of: location, in: .english) else { return nil }
        return BilingualText(english, places?.name(of: location, in: .vietnamese) ?? english)
    }
}
