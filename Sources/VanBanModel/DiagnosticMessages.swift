@_exported public import VanBanMessages

extension DiagnosticCode {
    /// What is so, in a language, with `{0}`, `{1}`, … filled in.
    public func message(in language: Language, _ arguments: [String] = []) -> String {
        words("", in: language, arguments)
    }

    /// What to do about it.
    public func hint(in language: Language, _ arguments: [String] = []) -> String {
        words(".hint", in: language, arguments)
    }

    /// The words of the table of messages.
    private func words(_ part: String, in language: Language, _ arguments: [String]) -> String {
        let template = Messages.text("diagnostic." + rawValue + part, in: language)
        return Self.fill(template, told(arguments, in: language))
    }

    /// Days are kept as ISO 8601 and told as people write them; fields are kept by name and told in words.
    private func told(_ arguments: [String], in language: Language) -> [String] {
        switch self {
        case .missingNumber, .missingDate, .attachmentMismatch:
            return language == .english ? arguments : arguments.map(CalendarDate.printingDays)
        case .uncertainColumn: return fieldWords(arguments, from: 1, in: language)
        case .cellOfOtherColumn: return fieldWords(arguments, from: 3, in: language)
        default: return arguments
        }
    }

    /// Names of fields and reasons as words, from the first argument on that is one.
    private func fieldWords(_ arguments: [String], from first: Int, in language: Language) -> [String] {
        arguments.enumerated().map { index, argument in
            guard index >= first else { return argument }
            let key = "diagnostic.field." + (argument.isEmpty ? "none" : argument)
            return Messages.known(key, in: language) ?? argument
        }
    }

    /// A message with what it speaks of. Of the counts in brackets, with bars between them, only those are told that are not
    /// none: `[{0} row(s)|{1} column(s)]`.
    private static func fill(_ template: String, _ arguments: [String]) -> String {
        guard let open = template.firstIndex(of: "["), let close = template[open...].firstIndex(of: "]") else {
            return fillPlaces(of: template, arguments)
        }
        let counts = template[template.index(after: open)..<close].split(separator: "|").filter { count in
            !arguments.indices.contains { arguments[$0] == "0" && count.contains("{\($0)}") }
        }
        let rest = template[template.index(after: close)...]
        return fill(template[..<open] + counts.joined(separator: ", ") + rest, arguments)
    }

    private static func fillPlaces(of template: String, _ arguments: [String]) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var filled = ""
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            filled += rest[..<open]
            let after = rest.utf8.index(after: open)
            guard let close = rest[after...].utf8.firstIndex(of: UInt8(ascii: "}")),
                let position = Int(rest[after..<close])
            else {
                filled += "{"
                rest = rest[after...]
                continue
            }
            // A blank in the table of codes; one that adds to a word is left out there.
            let argument = arguments.indices.contains(position) ? arguments[position] : blank(after: filled)
            filled += argument == noNumber || argument.isEmpty ? numberless(after: filled) ?? argument : argument
            rest = rest[rest.utf8.index(after: close)...]
        }
        return filled + rest
    }

    private static func blank(after words: String) -> String { words.last?.isLetter ?? false ? "" : "…" }

    /// What stands for the number of a row that has none.
    private static let noNumber = "–"

    /// What a message says in place of the number of a row that has none; nil where the words before speak of no row.
    private static func numberless(after words: String) -> String? {
        if words.hasSuffix("Hàng ") || words.hasSuffix(" hàng ") { return "không có số" }
        return words.hasSuffix("Row ") || words.hasSuffix(" row ") ? "without a number" : nil
    }
}
