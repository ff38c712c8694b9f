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
