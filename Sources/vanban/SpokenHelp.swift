import VanBanMessages
import VanBanModel

/// What the parser of the command line says of itself, told in Vietnamese by the rows `parser.` of the table of messages:
/// headings and marks of its help, and its errors.
struct SpokenHelp {
    /// Help, with its headings and marks told.
    static func help(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            for key in ["overview", "usage", "arguments", "options", "subcommands"] {
                let heading = Messages.text("parser." + key, in: .english)
                if line.hasPrefix(heading) { line = told("parser." + key) + line.dropFirst(heading.count) }
            }
            return marks(see(line, "parser.see"))
        }.joined(separator: "\n")
    }

    /// An error with its usage.
    static func error(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            for key in ["parser.error", "parser.help", "parser.usageLine"] {
                let head = Messages.text(key, in: .english)
                if line.hasPrefix(head) { return told(key) + marks(error(of: String(line.dropFirst(head.count)))) }
            }
            let inner = line.drop { $0 == " " }
            let or = Messages.text("parser.or", in: .english)
            if inner.hasPrefix(or) {
                return "   " + told("parser.or") + error(of: String(inner.dropFirst(or.count)))
            }
            line = see(line, "parser.moreInformation")
            return marks(error(of: line))
        }.joined(separator: "\n")
    }

    /// Marks that stand within lines of help.
    private static func marks(_ line: String) -> String {
        var line = line
        for key in [
            "subcommand", "optionsHere", "values", "default", "alsoDefault", "showHelp", "showVersion",
            "showSubcommandHelp",
        ] {
            let words = Messages.text("parser." + key, in: .english)
            if line.contains(words) { line = line.replacing(words, with: told("parser." + key)) }
        }
        return line
    }

    private static func see(_ line: String, _ key: String) -> String {
        let inner = line.drop { $0 == " " }
        guard let pieces = pieces(of: String(inner), like: Messages.text(key, in: .english)) else { return line }
        return line.prefix(line.count - inner.count) + Messages.text(key, in: Environment.spoken, pieces)
    }

    private static let errors = [
        "unknownOptionMeant", "unknownOption", "missingValueIn", "missingValue", "noValueTaken", "unexpected",
        "unexpectedMany", "alreadySet", "missingArgument", "missingOneOf", "missingSubcommand", "invalidOf",
        "invalidList", "invalidWhy", "invalid", "invalidOption", "noShell", "noShellKnown", "shells",
    ]

    private static func error(of line: String) -> String {
        for name in errors {
            let key = "parser." + name
            guard var pieces = pieces(of: line, like: Messages.text(key, in: .english)) else { continue }
            if name == "invalidOf", let last = pieces.indices.last {
                // A list of words, between which the parser has English ones.
                for joint in [" and ", " or "] {
                    pieces[last] = pieces[last].replacing("'" + joint + "'", with: "', '")
                }
            }
            return Messages.text(key, in: Environment.spoken, pieces)
        }
        return line
    }

    /// What stands in a line for the placeholders of a form; nil where the line is not of the form.
    private static func pieces(of line: String, like form: String) -> [String]? {
        var pieces: [Int: String] = [:]
        var rest = line[...]
        var form = form[...]
        var number: Int?
        while true {
            let open = form.firstIndex(of: "{")
            let words = form[..<(open ?? form.endIndex)]
            if let known = number {
                let isLast = open == nil
                guard let place = isLast ? lastRange(of: words, in: rest) : rest.firstRange(of: words) else {
                    return nil
                }
                pieces[known] = String(rest[..<place.lowerBound])
                rest = rest[place.upperBound...]
            } else {
                guard rest.hasPrefix(words) else { return nil }
                rest = rest.dropFirst(words.count)
            }
            guard let open, let close = form[open...].firstIndex(of: "}") else { break }
            number = Int(form[form.index(after: open)..<close])
            form = form[form.index(after: close)...]
        }
        guard rest.isEmpty else { return nil }
        return pieces.keys.sorted().compactMap { pieces[$0] }
    }

    /// Where words end a text.
    private static func lastRange(of words: Substring, in text: Substring) -> Range<Substring.Index>? {
        guard text.hasSuffix(words) else { return nil }
        return text.index(text.endIndex, offsetBy: -words.count)..<text.endIndex
    }
}
