import VanBanMessages
import VanBanModel

/// A user's own list of agencies, to be known besides those that the program carries.
///
/// The file is comma-separated (RFC 4180) UTF-8 with a header line; its columns are those of the program's own table, in
/// any order: `id` and `name`, and if wanted `abbreviations` (`|` between them), `kind`, `level`, `valid_from`, `valid_to`
/// (days, ISO 8601), `successor` (ids, `|` between them) and `territory`. Other columns are left alone. A row with the id
/// of an agency that the program knows adds to it, and what it says goes before.
///
/// ```swift
/// let list = try AgencyList(bytes)
/// let converter = DocumentConverter(reader: FileReader(), agencies: list)
/// ```
package struct AgencyList: Sendable {
    let gazetteer: AgencyGazetteer
    /// The ids of the list itself.
    package let ids: Set<String>

    /// - Throws: ``AgencyListError`` at the first line that cannot be taken.
    package init(_ bytes: [UInt8]) throws(AgencyListError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw AgencyListError(line: Self.lineOfInvalidBytes(bytes), reason: .notUTF8)
        }
        if let line = Self.lineOfOpenQuotation(bytes) { throw AgencyListError(line: line, reason: .openQuotation) }
        let table = CSVTable(bytes)
        try Self.check(table)
        ids = Set(table.rows.map { $0["id"] })
        let standard = CSVTable(PackageResources.agencies_csv)
        gazetteer = AgencyGazetteer(standard, adding: table, places: .standard)
        try Self.checkSuccessors(of: table, gazetteer.sheet)
    }

    private static func check(_ table: CSVTable) throws(AgencyListError) {
        for column in ["id", "name"] where table.position(of: column) == nil {
            throw AgencyListError(line: 1, reason: .missingColumn(column))
        }
        var lines: [String: Int] = [:]
        for row in table.rows {
            let line = row.line
            let id = row["id"]
            if row.count > table.header.count {
                throw AgencyListError(line: line, reason: .tooManyCells(row.count, columns: table.header.count))
            }
            for column in ["id", "name"] where row[column].allSatisfy(\.isWhitespace) {
                throw AgencyListError(line: line, reason: .emptyCell(column))
            }
            if let first = lines.updateValue(line, forKey: id) {
                throw AgencyListError(line: line, reason: .repeatedID(id, firstLine: first))
            }
            for column in ["valid_from", "valid_to"] where !row[column].isEmpty && CalendarDate(iso: row[column]) == nil
            {
                throw AgencyListError(line: line, reason: .invalidDate(row[column], column: column))
            }
            let level = row["level"]
            // `collective` stands in the program's own table for agencies of no level.
            if !level.isEmpty, level != "collective", Agency.Level(rawValue: level) == nil {
                throw AgencyListError(line: line, reason: .unknownLevel(level))
            }
            let territory = row["territory"]
            if !territory.isEmpty, AgencyPlace.Level(rawValue: territory) == nil {
                throw AgencyListError(line: line, reason: .unknownTerritory(territory))
            }
        }
    }

    private static func checkSuccessors(of table: CSVTable, _ sheet: AgencySheet) throws(AgencyListError) {
        for row in table.rows {
            for successor in row.values("successor") where sheet.position(of: successor) == nil {
                throw AgencyListError(line: row.line, reason: .unknownSuccessor(successor))
            }
        }
    }

    /// The line of a quotation mark that nothing closes.
    private static func lineOfOpenQuotation(_ bytes: [UInt8]) -> Int? {
        var line = 1
        var opened: Int?
        for byte in bytes {
            if byte == 0x22 { opened = opened == nil ? line : nil }
            if byte == 0x0A { line += 1 }
        }
        return opened
    }

    private static func lineOfInvalidBytes(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}

/// Why a user's list of agencies cannot be taken, and where.
package struct AgencyListError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case notUTF8
        case openQuotation
        case missingColumn(String)
        case emptyCell(String)
        case tooManyCells(Int, columns: Int)
        case repeatedID(String, firstLine: Int)
        case invalidDate(String, column: String)
        case unknownLevel(String)
        case unknownTerritory(String)
        case unknownSuccessor(String)
    }

    /// The line of the file, from 1.
    package var line: Int
    package var reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    /// What is wrong and what to do, in a language.
    package func message(in language: Language) -> String {
        Messages.text("agencies.line", in: language, [String(line), words(in: language)])
    }

    private static let levels = Agency.Level.allCases.map(\.rawValue).joined(separator: ", ")
    private static let territories = AgencyPlace.Level.allCases.map(\.rawValue).joined(separator: ", ")

    private func words(in language: Language) -> String {
        switch reason {
        case .notUTF8: return Messages.text("agencies.notUTF8", in: language)
        case .openQuotation: return Messages.text("agencies.openQuotation", in: language)
        case .missingColumn(let name): return Messages.text("agencies.missingColumn", in: language, [name])
        case .emptyCell(let name): return Messages.text("agencies.emptyCell", in: language, [name])
        case .tooManyCells(let count, let columns):
            return Messages.text("agencies.tooManyCells", in: language, [String(count), String(columns)])
        case .repeatedID(let id, let first):
            return Messages.text("agencies.repeatedID", in: language, [id, String(first)])
        case .invalidDate(let text, let column):
            return Messages.text("agencies.invalidDate", in: language, [column, text])
        case .unknownLevel(let text): return Messages.text("agencies.unknownLevel", in: language, [text, Self.levels])
        case .unknownTerritory(let text):
            return Messages.text("agencies.unknownTerritory", in: language, [text, Self.territories])
        case .unknownSuccessor(let id): return Messages.text("agencies.unknownSuccessor", in: language, [id])
        }
    }
}
