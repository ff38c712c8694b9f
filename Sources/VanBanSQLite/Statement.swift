import CSQLite

/// A compiled statement of a connection. It belongs to the connection's queue.
package final class Statement {
    private let connection: OpaquePointer
    private let handle: OpaquePointer
    private let sql: String

    /// - Returns: nil where the text holds no statement (blanks, a comment); then what stands behind it.
    static func first(
        of text: UnsafePointer<CChar>, on connection: OpaquePointer
    ) throws -> (statement: Statement?, rest: UnsafePointer<CChar>) {
        var handle: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(connection, text, -1, &handle, &rest)
        guard code == SQLITE_OK, let rest else {
            throw DatabaseError(
                code: code, message: String(cString: sqlite3_errmsg(connection)), sql: String(cString: text))
        }
        return (handle.map { Statement($0, connection) }, rest)
    }

    private init(_ handle: OpaquePointer, _ connection: OpaquePointer) {
        self.handle = handle
        self.connection = connection
        sql = String(cString: sqlite3_sql(handle))
    }

    deinit { sqlite3_finalize(handle) }

    var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

    var columnNames: [String] {
        (0..<sqlite3_column_count(handle)).map { index in
            sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
        }
    }

    /// Runs it to its end.
    package func execute(arguments: StatementArguments = []) throws {
        try bind(arguments.values[...])
        defer { sqlite3_reset(handle) }
        while try step() {}
    }

    func bind(_ values: ArraySlice<DatabaseValue>) throws {
        sqlite3_reset(handle)
        guard values.count == parameterCount else {
            throw DatabaseError(code: SQLITE_MISUSE, message: "\(values.count) arguments were given", sql: sql)
        }
        // The bytes are copied.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (value, index) in zip(values, Int32(1)...) {
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, index)
                case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
                case .real(let number): sqlite3_bind_double(handle, index, number)
                case .text(var text):
                    text.withUTF8 { bytes in
                        // A text without bytes has no address, which would stand for no text at all.
                        bytes.baseAddress == nil
                            ? sqlite3_bind_text(handle, index, "", 0, transient)
                            : bytes.withMemoryRebound(to: CChar.self) {
                                sqlite3_bind_text64(
                                    handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                            }
                    }
                case .blob(let bytes):
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), transient)
                }
            guard code == SQLITE_OK else { throw error(code) }
        }
    }

    /// Goes on to the next row.
    /// - Returns: whether there is one.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let error = error(code)
            sqlite3_reset(handle)
            throw error
        }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(code: code, message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }

    /// A cell of the row at hand.
    func value(_ index: Int32) -> DatabaseValue { DatabaseValue(sqlite3_column_value(handle, index)) }
}

extension DatabaseValue {
    init(_ value: OpaquePointer?) {
        let count = { Int(sqlite3_value_bytes(value)) }
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(value))
        case SQLITE_FLOAT: self = .real(sqlite3_value_double(value))
        case SQLITE_TEXT:
            let bytes = sqlite3_value_text(value)
            self = .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count()), as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = sqlite3_value_blob(value)
            self = .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count())))
        default: self = .null
        }
    }
}
