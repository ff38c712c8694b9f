import VanBanModel

/// A value that knows how to write itself as JSON.
///
/// ```swift
/// extension Period: JSONWritable {
///     public func write(to json: inout JSONWriter) {
///         json.object { json in
///             json.field("start", start)
///             json.field("end", end)
///         }
///     }
/// }
/// ```
package protocol JSONWritable {
    /// Writes exactly one JSON value.
    func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
    package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
    package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Double: JSONWritable {
    package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Bool: JSONWritable {
    package func write(to json: inout JSONWriter) { json.bool(self) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// The value, or `null`.
    package func write(to json: inout JSONWriter) {
        if let value = self { value.write(to: &json) } else { json.null() }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to json: inout JSONWriter) { json.array(self) }
}

/// Codes (an enumeration's cases, a part's kind) are written as their raw value.
extension JSONWritable where Self: RawRepresentable, RawValue == String {
    package func write(to json: inout JSONWriter) { json.string(rawValue) }
}

extension CalendarDate: JSONWritable {
    /// ISO 8601, `"2024-05-26"`.
    package func write(to json: inout JSONWriter) { json.date(year: year, month: month, day: day) }
}

extension Location: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.place(start: start, end: end, line: line, path: path, spot: spot, source: source)
    }
}
