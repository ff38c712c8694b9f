/// A line of comma-separated values (RFC 4180).
enum CSVLine {
    static func append(_ fields: some Sequence<String>, to line: inout [UInt8]) {
        var isFirst = true
        for field in fields {
            if !isFirst { line.append(0x2C) }
            isFirst = false
            append(field, to: &line)
        }
        line += [0x0D, 0x0A]
    }

    /// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, a tab or a carriage return first, in either
    /// width) with an apostrophe before it, which makes it a text there. Plain numbers stay as they are.
    static func withoutFormula(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, formulaSigns.contains(first) else { return text }
        let isNumber =
            (first == "-" || first == "+") && text.utf8.count > 1
            && text.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 || [0x2E, 0x2C, 0x25].contains($0) }
        return isNumber ? text : "'" + text
    }

    private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// A field, in quotation marks where it holds a comma, a quotation mark or a line end.
    private static func append(_ field: String, to line: inout [UInt8]) {
        let needsMarks = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsMarks else {
            line += field.utf8
            return
        }
        line.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { line.append(0x22) }
            line.append(byte)
        }
        line.append(0x22)
    }
}
