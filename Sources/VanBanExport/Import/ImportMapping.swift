import FoundationEssentials
import VanBanMessages
import VanBanModel

/// What a user says of the columns of a sheet to be filled: JSON with the headings as keys.
///
/// A value is the name of an ``ImportField``, or an object with `field`, `required`, `maxLength`, `values` and `text`, which
/// every cell of the column holds:
///
/// ```json
/// {"Hạn xử lý": "due", "Mã ĐV": {"field": "leadCode", "required": true}, "Trạng thái": {"text": "Chưa thực hiện"}}
/// ```
package struct ImportMapping: Sendable, Hashable {
    /// What is said of a column; what is not said is as the template has it.
    package struct Entry: Sendable, Hashable {
        package var field: ImportField?
        package var isRequired: Bool?
        package var longest: Int?
        package var values: [String]?
        package var text: String?
    }

    /// Why it cannot be taken.
    package enum Failure: Error, Hashable, Sendable {
        case notJSON
        case unknownField(String, heading: String)
        case unknownKey(String, heading: String)
        case unknownHeading(String, known: [String])

        /// What is wrong, and what can be done.
        package func message(in language: Language) -> String {
            switch self {
            case .notJSON: return Messages.text("mapping.notJSON", in: language)
            case .unknownField(let name, let heading):
                let known = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
                return Messages.text("mapping.unknownField", in: language, [heading, name, known])
            case .unknownKey(let key, let heading):
                return Messages.text("mapping.unknownKey", in: language, [heading, key])
            case .unknownHeading(let heading, let known):
                return Messages.text("mapping.unknownHeading", in: language, [heading, known.joined(separator: "; ")])
            }
        }
    }

    /// By heading, white space as single spaces.
    let entries: [String: Entry]

    package init() { entries = [:] }

    /// - Throws: ``Failure`` where it is no such JSON, or names a field that is none.
    package init(_ json: [UInt8]) throws(Failure) {
        guard let tree = PlainJSON.value(of: json) as? [String: Any] else { throw .notJSON }
        var entries: [String: Entry] = [:]
        for (heading, value) in tree { entries[Self.key(heading)] = try Self.entry(value, heading) }
        self.entries = entries
    }

    static func key(_ heading: String) -> String {
        heading.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    private static func entry(_ value: Any, _ heading: String) throws(Failure) -> Entry {
        var entry = Entry()
        let object = value as? [String: Any] ?? ["field": value]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            switch (key, value) {
            case ("field", let name as String):
                guard let field = ImportField(rawValue: name) else {
                    throw .unknownField(name, heading: heading)
                }
                entry.field = field
            case ("required", let flag as Bool): entry.isRequired = flag
            case ("maxLength", let count as Int): entry.longest = count
            case ("values", let values as [String]): entry.values = values
            case ("text", let text as String): entry.text = text
            default: throw .unknownKey(key, heading: heading)
            }
        }
        return entry
    }
}
