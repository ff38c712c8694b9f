import Foundation
import VanBanModel

@testable import VanBanStructure

/// Whether what the ledger calls recorded stands in the record: a look at the record's own strings, as its JSON has them,
/// that knows nothing of how they were made.
struct RecordedText {
    /// By the id of a part, section, table or task, the letters and figures of each of its strings.
    private var strings: [String: [String]] = [:]
    /// The letters and figures of all cells of tables.
    private var cells: [String] = []
    private let record: Record

    init(_ record: Record) {
        self.record = record
        guard let data = try? JSONEncoder().encode(record),
            let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return }
        for part in object["parts"] as? [[String: Any]] ?? [] {
            keep(part, except: ["sections", "tables"])
            for section in part["sections"] as? [[String: Any]] ?? [] { keepSection(section) }
            for table in part["tables"] as? [[String: Any]] ?? [] {
                keep(table, except: [])
                // What a task has no field for stands in its table's cells: a number that is none.
                cells += Self.all(table["rows"] ?? [])
            }
        }
        for task in object["tasks"] as? [[String: Any]] ?? [] {
            keep(task, except: [])
            // A number that opens the cell of its task is told apart from it.
            join(task, ["number", "task"])
        }
        if let publication = object["publication"] as? [String: Any] {
            strings["publication"] = Self.all(publication)
            for field in publication["fields"] as? [[String: Any]] ?? [] {
                strings["publication"]?.append(
                    ["label", "value"].compactMap { field[$0] as? String }.map(Self.letters).joined())
            }
        }
    }

    private mutating func join(_ object: [String: Any], _ fields: [String]) {
        guard let id = object["id"] as? String else { return }
        strings[id]?.append(fields.compactMap { object[$0] as? String }.map(Self.letters).joined())
    }

    private mutating func keepSection(_ section: [String: Any]) {
        keep(section, except: ["children"])
        for child in section["children"] as? [[String: Any]] ?? [] { keepSection(child) }
    }

    private mutating func keep(_ object: [String: Any], except left: Set<String>) {
        guard let id = object["id"] as? String else { return }
        strings[id] = object.filter { !left.contains($0.key) && $0.key != "id" && $0.key != "location" }
            .flatMap { Self.all($0.value) }
    }

    private static func all(_ value: Any) -> [String] {
        switch value {
        case let text as String: return [letters(text)]
        case let list as [Any]: return list.flatMap(all)
        case let object as [String: Any]: return object.flatMap { all($0.value) }
        default: return []
        }
    }

    /// Letters and figures; signs are the form's, white space is nobody's.
    static func letters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    $0.properties.isAlphabetic || ("0"..."9").contains($0)
                }))
    }

    /// The stretches whose letters stand in no string of what they are said to belong to.
    func faults(of converted: ConvertedDocument) -> [String] {
        converted.entries().compactMap { entry in
            guard !entry.owner.hasPrefix("furniture"), entry.owner != "unaccounted" else { return nil }
            let owner = String(entry.owner.prefix { $0 != "." })
            let words = Self.letters(entry.text)
            // Signs alone are the form's.
            if words.isEmpty { return nil }
            let own = (strings[owner] ?? []) + (owner.hasPrefix("task-") ? cells : [])
            if own.contains(where: { $0.contains(words) }) { return nil }
            // `Điều 1` is the first article; `CỦA CHÍNH PHỦ` names the issuer.
            let isNamed = entry.owner.hasSuffix(".label") || entry.owner.contains(".letterhead[")
            if isNamed,
                Self.nouns.contains(where: { noun in
                    words.lowercased().hasPrefix(noun) && own.contains { $0.contains(words.dropFirst(noun.count)) }
                })
            {
                return nil
            }
            if entry.owner.hasSuffix(".number") || entry.owner.hasSuffix(".issuedOn"), isForm(entry, owner) {
                return nil
            }
            return "\(entry.owner) has not “\(entry.text.prefix(80))”"
        }
    }

    /// Words that the kind of a section says, and the one before an issuer.
    private static let nouns = ["điều", "chương", "mục", "tiểumục", "phần", "của"]

    /// Words that number and date are printed with; their values are the record's.
    private static let formWords: Set<String> = [
        "số", "luật", "nghị", "quyết", "quyếtđịnh", "ngày", "tháng", "năm", "sốhiệu",
    ]

    /// Whether a line of the number or the date says no more than the record: its own words, and figures that stand there.
    private func isForm(_ entry: ConvertedDocument.Entry, _ owner: String) -> Bool {
        guard let part = record.parts.first(where: { $0.id == owner }) else { return false }
        var known = [part.number, part.place].compactMap { $0 }.joined(separator: " ")
        if let date = part.issuedOn { known += " \(date.day) \(date.month) \(date.year)" }
        let words = known.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        return entry.text.split { !$0.isLetter && !$0.isNumber }.allSatisfy { word in
            let word = word.lowercased()
            let figure = Int(word).map(String.init)
            return Self.formWords.contains(word) || words.contains(word) || figure.map(words.contains) == true
                || words.contains { figure == nil && word.contains($0) }
        }
    }
}
