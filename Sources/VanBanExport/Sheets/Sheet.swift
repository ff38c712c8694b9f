import VanBanMessages
import VanBanModel

/// Records of one kind as rows and columns: what CSV, XLSX and Markdown write, what a database keeps and a query answers.
///
/// One definition for all of them, so that a value is the same wherever it is read.
package struct Sheet: Hashable, Sendable {
    /// A name for programs (`tasks`).
    package var name: String
    /// The name for people.
    package var title: BilingualText
    package var columns: [SheetColumn]
    /// As many values a row as there are columns.
    package var rows: [SheetRow]

    package init(name: String, title: BilingualText, columns: [SheetColumn], rows: [SheetRow] = []) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

/// A row, and where it stands in its document.
package struct SheetRow: Hashable, Sendable {
    package var values: [SheetValue]
    /// For people who look the row up: nil for a sum over documents.
    package var place: SheetPlace?

    package init(_ values: [SheetValue], place: SheetPlace? = nil) {
        self.values = values
        self.place = place
    }
}

/// The document and the line that a row was read from.
package struct SheetPlace: Hashable, Sendable {
    package var document: String
    package var line: Int
    /// The element of an HTML or DOCX file.
    package var path: String?
    /// As people find it, see ``PlaceNames``; nil where nobody asks for it, or the line tells.
    package var name: BilingualText?

    package init(document: String, line: Int, path: String?, name: BilingualText? = nil) {
        self.name = name
        self.document = document
        self.line = line
        self.path = path
    }

    /// `ke-hoach.docx, line 31, word/document.xml/w:body/w:tbl[2]/w:tr[4]`.
    package func text(in language: Language) -> String {
        let line = Messages.text("place.line", in: language, [String(line)])
        return ([document] + (name.map { [$0(in: language)] } ?? []) + [line] + (path.map { [$0] } ?? []))
            .joined(separator: ", ")
    }
}

/// One value of a sheet.
package enum SheetValue: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case number(Double)
    case date(CalendarDate)

    package init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .none }
    package init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
    package init(_ date: CalendarDate?) { self = date.map { .date($0) } ?? .none }
    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }

    /// Several texts as one: `Sở Nội vụ; Sở Tài chính`; nothing for none.
    package init(list: some Sequence<String>) {
        let joined = list.joined(separator: "; ")
        self = joined.isEmpty ? .none : .text(joined)
    }

    /// As plain text: decimals with a point, days as ISO 8601, nothing for nothing.
    package var text: String {
        switch self {
        case .none: return ""
        case .text(let text): return text
        case .integer(let integer): return String(integer)
        case .number(let number): return DecimalNotation.text(of: number) ?? ""
        case .date(let date): return date.description
        }
    }
}

/// Words in the two languages that people are spoken to in.
package struct BilingualText: Hashable, Sendable {
    package var english: String
    package var vietnamese: String

    package init(_ english: String, _ vietnamese: String) {
        self.english = english
        self.vietnamese = vietnamese
    }

    /// A row of the table of messages.
    package init(told key: String) {
        self.init(Messages.text(key, in: .english), Messages.text(key, in: .vietnamese))
    }

    package func callAsFunction(in language: Language) -> String { language == .english ? english : vietnamese }
}

/// A column: its key for programs, its heading for people, and what its values are.
package struct SheetColumn: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text, integer, number, date
    }

    /// lowerCamelCase, as the record's field is called.
    package var key: String
    package var title: BilingualText
    package var kind: Kind
    /// In characters, for media that have widths.
    package var width: Int
    /// For programs rather than for people: there, but out of the way.
    package var isTechnical: Bool
    /// What the codes are that the column holds (`bound`), where it holds some: they have words for people, see
    /// ``Sheet/told(in:)``.
    package var codes: String?

    /// A column whose heading is no row of the table of messages: a year, a place.
    package init(_ key: String, called title: BilingualText, _ kind: Kind = .text, width: Int = 16) {
        self.init(key, kind, width: width)
        self.title = title
    }

    /// - Parameter title: the row of the table of messages below `column.`; nil where the key's own says it.
    package init(
        _ key: String, _ kind: Kind = .text, width: Int = 16, isTechnical: Bool = false, codes: String? = nil,
        title: String? = nil
    ) {
        self.codes = codes
        self.key = key
        self.title = BilingualText(told: "column." + (title ?? key))
        self.kind = kind
        self.width = width
        self.isTechnical = isTechnical
    }
}
