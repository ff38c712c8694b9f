/// A row of an answer.
package struct Row: Sendable {
    private let names: [String]
    private let values: [DatabaseValue]

    init(names: [String], values: [DatabaseValue]) {
        self.names = names
        self.values = values
    }

    package var count: Int { values.count }

    /// A cell as what the statement says it is: anything else is a mistake of the statement.
    package subscript<Value: DatabaseValueConvertible>(_ index: Int) -> Value {
        guard let value = Value.fromDatabaseValue(values[index]) else {
            preconditionFailure("The column \(names[index]) is no \(Value.self).")
        }
        return value
    }

    package subscript<Value: DatabaseValueConvertible>(_ name: String) -> Value {
        guard let index = names.firstIndex(of: name) else { preconditionFailure("There is no column \(name).") }
        return self[index]
    }

    package static func fetchCursor(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> RowCursor {
        RowCursor(try database.statement(sql, arguments))
    }

    package static func fetchAll(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> [Row] {
        let cursor = try fetchCursor(database, sql: sql, arguments: arguments)
        var rows: [Row] = []
        while let row = try cursor.next() { rows.append(row) }
        return rows
    }

    package static func fetchOne(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> Row? {
        try fetchCursor(database, sql: sql, arguments: arguments).next()
    }
}

/// The rows of an answer, one after the other.
package final class RowCursor {
    private let statement: Statement
    private let names: [String]

    init(_ statement: Statement) {
        self.statement = statement
        names = statement.columnNames
    }

    package func next() throws -> Row? {
        guard try statement.step() else { return nil }
        return Row(names: names, values: (0..<names.count).map { statement.value(Int32($0)) })
    }
}

extension DatabaseValueConvertible {
    /// The first cell of the first row; nil where there is no row, or nothing in the cell.
    package static func fetchOne(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> Self? {
        guard let row = try Row.fetchOne(database, sql: sql, arguments: arguments) else { return nil }
        let value: Self? = row[0]
        return value
    }

    /// The first cells of all rows.
    package static func fetchAll(
        _ database: Database, sql: String, arguments: StatementArguments = []
    ) throws -> [Self] {
        try Row.fetchAll(database, sql: sql, arguments: arguments).map { $0[0] }
    }
}
