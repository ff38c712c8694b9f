import VanBanMessages
import VanBanModel

/// How much of a file is read before it is refused: a small file can unpack into one that fills the machine.
///
/// All can be set; the defaults let through whatever an office produces.
package struct ReadingLimits: Sendable, Hashable {
    /// The largest file, in bytes as it lies on the disk.
    package var fileBytes = 1 << 30
    /// The largest part of a package, in bytes after unpacking.
    package var partBytes = 1 << 28
    /// All parts of a package that are read, in bytes after unpacking.
    package var packageBytes = 1 << 29
    /// Unpacked bytes for one packed byte, counted from ``ratioFloor`` unpacked bytes on.
    package var ratio = 250
    /// Parts below this size may be packed as tightly as they like, in bytes after unpacking.
    package var ratioFloor = 1 << 24
    /// Entries of a package.
    package var entries = 20_000
    /// Entries of a ZIP archive of documents.
    package var archiveEntries = 1_000_000
    /// Unpacked bytes of a ZIP archive of documents for one byte of it, those of packages within it (Word documents) among
    /// them, counted from ``ratioFloor`` unpacked bytes on: its entries may lie one over the other, and be packed twice.
    package var archiveRatio = 250
    /// Archives within archives, letters with what is attached to them among these; the outermost counts.
    package var archiveDepth = 4
    /// Elements within elements.
    package var elementDepth = 1_000
    /// Attributes of one element.
    package var attributes = 1_000
    /// One paragraph, in bytes.
    package var paragraphBytes = 1 << 24
    /// Columns of a table, spans counted.
    package var tableColumns = 1_024
    /// Rows of a table.
    package var tableRows = 1_000_000
    /// Places in the grids of all tables, covered ones counted.
    package var tablePlaces = 2_000_000
    /// Pages of a PDF file.
    package var pages = 3_000
    /// Words of one page.
    package var pageWords = 20_000
    /// Of HTML, which nests deeper and is less orderly.
    package var html = HTMLLimits()

    package init() {}

    /// Every limit by the name under which it is set: `tableRows`, `html.depth`.
    package static var settable: [(name: String, limit: WritableKeyPath<ReadingLimits, Int>)] {
        [
            ("fileBytes", \.fileBytes), ("partBytes", \.partBytes), ("packageBytes", \.packageBytes),
            ("ratio", \.ratio), ("ratioFloor", \.ratioFloor), ("entries", \.entries),
            ("archiveEntries", \.archiveEntries), ("archiveRatio", \.archiveRatio),
            ("archiveDepth", \.archiveDepth),
            ("elementDepth", \.elementDepth), ("attributes", \.attributes), ("paragraphBytes", \.paragraphBytes),
            ("tableColumns", \.tableColumns),
            ("tableRows", \.tableRows), ("tablePlaces", \.tablePlaces), ("pages", \.pages),
            ("pageWords", \.pageWords), ("html.depth", \.html.depth),
            ("html.attributes", \.html.attributes), ("html.columnSpan", \.html.columnSpan),
            ("html.rowSpan", \.html.rowSpan), ("html.cells", \.html.cells),
            ("html.searchedElements", \.html.searchedElements),
        ]
    }

    /// Sets a limit by its name.
    /// - Returns: false where there is no limit of this name.
    package mutating func set(_ name: String, to value: Int) -> Bool {
        guard let entry = Self.settable.first(where: { $0.name == name }) else { return false }
        self[keyPath: entry.limit] = value
        return true
    }
}

extension ReadingLimits {
    /// What a limit is set to.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case partBytes, packageBytes, ratio, entries, elementDepth, attributes, paragraphBytes, tableColumns, tableRows,
            tablePlaces, pages, pageWords

        func message(_ limit: Int, in language: Language) -> String {
            Messages.text(
                "limit.beyond", in: language,
                [Messages.text("limit." + rawValue, in: language, [String(limit)]), rawValue])
        }
    }
}
