import CSQLite

/// A function that statements may call; it gives the same for the same values.
package struct DatabaseFunction: Sendable {
    typealias Body = @Sendable ([DatabaseValue]) -> (any DatabaseValueConvertible)?

    private let name: String
    private let argumentCount: Int32
    private let body: Body

    package init(
        _ name: String, argumentCount: Int32,
        _ body: @escaping @Sendable ([DatabaseValue]) -> (any DatabaseValueConvertible)?
    ) {
        self.name = name
        self.argumentCount = argumentCount
        self.body = body
    }

    private final class Box {
        let body: Body
        init(_ body: @escaping Body) { self.body = body }
    }

    func add(to connection: OpaquePointer) {
        sqlite3_create_function_v2(
            connection, name, argumentCount, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
            Unmanaged.passRetained(Box(body)).toOpaque(),
            { context, count, values in
                let box = Unmanaged<Box>.fromOpaque(sqlite3_user_data(context)).takeUnretainedValue()
                let arguments = (0..<Int(count)).map { DatabaseValue(values?[$0]) }
                let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                switch box.body(arguments)?.databaseValue ?? .null {
                case .null: sqlite3_result_null(context)
                case .integer(let integer): sqlite3_result_int64(context, integer)
                case .real(let number): sqlite3_result_double(context, number)
                case .text(let text): sqlite3_result_text(context, text, Int32(text.utf8.count), transient)
                case .blob(let bytes): sqlite3_result_blob(context, bytes, Int32(bytes.count), transient)
                }
            }, nil, nil, { box in box.map { Unmanaged<Box>.fromOpaque($0).release() } })
    }
}
