/// The parts of a workbook of Excel that all its sheets need.
struct ExcelParts {
    let workbook = WorkbookReader()
    let strings: [String]
    let styles: [SheetStylesReader.Style]
    private let targets = RelationshipsReader()
    private let folder: String

    init(_ parts: PackageParts) throws(ReadingError) {
        let relationships = RelationshipsReader()
        _ = try parts.read("_rels/.rels", with: relationships)
        let main =
            relationships.found.first { $0.type == "officeDocument" }.map { OfficePackage.resolve($0.target, in: "") }
            ?? "xl/workbook.xml"
        folder = OfficePackage.folder(of: main)
        guard try parts.read(main, with: workbook) != nil else { throw .damaged(part: main) }
        let prefix = folder.isEmpty ? "" : folder + "/"
        _ = try parts.read(prefix + "_rels/" + OfficePackage.file(of: main) + ".rels", with: targets)
        func part(_ type: String, in targets: RelationshipsReader, _ folder: String) -> String? {
            targets.found.first { $0.type == type }.map { OfficePackage.resolve($0.target, in: folder) }
        }
        let texts = SharedStringsReader()
        _ = try parts.read(part("sharedStrings", in: targets, folder) ?? prefix + "sharedStrings.xml", with: texts)
        strings = texts.strings
        let looks = SheetStylesReader()
        _ = try parts.read(part("styles", in: targets, folder) ?? prefix + "styles.xml", with: looks)
        styles = looks.styles
    }

    /// The part that holds a sheet; nil for one that is no worksheet.
    func part(of sheet: WorkbookReader.Sheet) -> String? {
        guard let target = targets.found.first(where: { $0.id == sheet.relationship }), target.type == "worksheet"
        else { return nil }
        return OfficePackage.resolve(target.target, in: folder)
    }
}
