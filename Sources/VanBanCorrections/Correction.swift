import VanBanModel

/// One thing that a person put right: what was there, what stands there now, who, when, and where.
///
/// Where it is told by the source's own words and not by the program's reading, so that it finds its place after an update
/// of the program, in a document with lines added above, and in the same document saved in another format. The form is that
/// of `Schemas/vanban-corrections-1.schema.json`.
package struct Correction: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// A cell is right as it was read.
        case confirm
        /// A cell says something else.
        case cell
        /// Words go from one cell of a row to another.
        case move
        /// The row or the section below is a part of this one.
        case join
        /// A row or a section is several.
        case part
        /// A row is a task, a group or neither.
        case row
        /// A column holds something else.
        case column
        /// A name means an agency of the list.
        case agency
        /// A statement of time means these days.
        case date
        /// A doubt is none.
        case dismiss
        /// A field of a part, a score, a section, a document cited or a target says something else.
        case field
        /// A document cited or a target is none.
        case remove
    }

    package var kind: Kind
    /// Who; nil where no name was given.
    package var by: String?
    /// When, ISO 8601; nil where that is not known.
    package var on: String?
    package var place: Place
    /// What was there.
    package var was: String?
    /// What stands there now: a text, a kind of row, a role, an agency's id, a day or two (`2024-07-01/2024-07-31`).
    package var value: String?
    /// What becomes of each cell, of ``Kind/move``.
    package var cells: [CellChange]?
    /// The words of the row or the section below, of ``Kind/join``.
    package var with: String?
    /// The cells of the rows that a row is parted into, of ``Kind/part``; of a section label, heading and text of each.
    package var rows: [[String]]?
    /// The name or the statement of time within the cell, of ``Kind/agency`` and ``Kind/date``.
    package var text: String?
    /// The doubt, of ``Kind/dismiss``.
    package var code: String?
    package var arguments: [String]?
    /// Why, in the person's words.
    package var reason: String?

    package init(_ kind: Kind, at place: Place, by: String? = nil, on: String? = nil) {
        self.kind = kind
        self.place = place
        self.by = by
        self.on = on
    }

    /// What becomes of one cell of a row.
    package struct CellChange: Hashable, Codable, Sendable {
        package var column: Column
        package var was: String
        package var value: String

        package init(column: Column, was: String, value: String) {
            self.column = column
            self.was = was
            self.value = value
        }
    }

    /// A column by what people see of it.
    package struct Column: Hashable, Codable, Sendable {
        /// From 1.
        package var number: Int
        package var header: String
        package var role: ColumnRole?

        package init(number: Int, header: String, role: ColumnRole?) {
            self.number = number
            self.header = header
            self.role = role
        }
    }

    /// Where something stands, in the source's words.
    package struct Place: Hashable, Codable, Sendable {
        /// The table's place in the document and the row's in the table when it was put right, from 1; they only tell equal
        /// rows apart.
        package var table: Int?
        package var row: Int?
        /// The line of the source, for people.
        package var line: Int?
        /// All words of the row; of a part, a score, a section, a document cited or a target what names it.
        package var words: String?
        /// The words of the row or the section above, which tell equal ones apart.
        package var above: String?
        /// The headers of the table.
        package var headers: [String]?
        /// How the table's cells were told apart, and how sure that was, for reports of where reading is weak.
        package var layout: TableReading.Layout?
        package var confidence: Double?
        package var column: Column?
        /// The part, the score, the section, the document cited or the target (`part-2`, `ref-1`), and its field
        /// (`number`, `previous.score`).
        package var item: String?
        package var field: String?

        package init() {}

        /// The lists of the record whose items have fields that a person may put right.
        enum List: String {
            case part, score, section
            case reference = "ref"
            case target
        }

        /// The list that the item is of; nil where it is of none, as rows of tables are.
        var list: List? { item.flatMap { List(rawValue: String($0.prefix { $0 != "-" })) } }
    }
}

/// What was put right in one document, as `NAME.corrections.json` holds it.
package struct CorrectionFile: Hashable, Codable, Sendable {
    package static let currentSchemaVersion = "1.0"

    package struct Document: Hashable, Codable, Sendable {
        /// The document's name, without folders.
        package var name: String
        /// SHA-256 of its content, lower-case hexadecimal.
        package var sha256: String
    }

    package var schemaVersion: String
    package var document: Document
    package var corrections: [Correction]

    /// More corrections than this are no person's.
    static let limit = 100_000
    /// Larger files are refused.
    package static let byteLimit = 64 << 20
}
