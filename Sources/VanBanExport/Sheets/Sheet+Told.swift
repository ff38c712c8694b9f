import FoundationEssentials
import VanBanMessages
import VanBanModel

extension Sheet {
    /// The sheet for people who read it in a language: in Vietnamese codes are words (`within` is `Trong`), and messages are
    /// told anew. Programs and English readers have the codes as records have them.
    package func told(in language: Language) -> Sheet {
        guard language != .english else { return self }
        var told = self
        let coded = columns.indices.filter { columns[$0].codes != nil }
        let messages = MessageColumns(self)
        guard !coded.isEmpty || messages != nil else { return self }
        for index in rows.indices {
            for column in coded {
                guard case .text(let text) = rows[index].values[column], let codes = columns[column].codes else {
                    continue
                }
                told.rows[index].values[column] = .text(Self.words(of: text, codes, language))
            }
            messages?.tell(&told.rows[index], language)
        }
        return told
    }

    /// A code, or several with a semicolon between them, in words. What is no code stays.
    private static func words(of text: String, _ codes: String, _ language: Language) -> String {
        text.components(separatedBy: "; ").map { word(of: $0, codes, language) }.joined(separator: "; ")
    }

    private static func word(of code: String, _ codes: String, _ language: Language) -> String {
        switch codes {
        case "diagnostic":
            return DiagnosticCode(rawValue: code)?.message(in: language) ?? code
        case "relation":
            // `amends part-2 (planned)`
            var pieces = code.components(separatedBy: " ")
            pieces[0] = Messages.known("code.relation." + pieces[0], in: language) ?? pieces[0]
            if pieces.last == "(planned)" {
                pieces[pieces.count - 1] = "(" + Messages.text("code.relation.planned", in: language) + ")"
            }
            return pieces.joined(separator: " ")
        default: return Messages.known("code.\(codes).\(code)", in: language) ?? code
        }
    }
}

/// Where a sheet of diagnostics has what its messages are made of.
private struct MessageColumns {
    private let code: Int
    private let message: Int
    private let hint: Int
    private let arguments: Int

    init?(_ sheet: Sheet) {
        func place(_ key: String) -> Int? { sheet.columns.firstIndex { $0.key == key } }
        guard let code = place("code"), let message = place("message"), let hint = place("hint"),
            let arguments = place("arguments")
        else { return nil }
        (self.code, self.message, self.hint, self.arguments) = (code, message, hint, arguments)
    }

    /// Rows of an earlier version of the program lack what messages speak of: they stay as they were kept.
    func tell(_ row: inout SheetRow, _ language: Language) {
        guard case .text(let name) = row.values[code], let code = DiagnosticCode(rawValue: name),
            case .text(let text) = row.values[arguments],
            let parts = try? JSONDecoder().decode([String].self, from: Data(text.utf8))
        else { return }
        row.values[message] = .text(code.message(in: language, parts))
        row.values[hint] = .text(code.hint(in: language, parts))
    }
}
