import VanBanSQLite

/// How names are compared in questions: without diacritics, case and signs, word by word.
enum QueryWords {
    /// The words between single spaces, one before and one behind: ` so noi vu `. Empty where there are none.
    static func of(_ text: String) -> String {
        var words = " "
        for scalar in FoldedText.of(text).lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                words.unicodeScalars.append(scalar)
            } else if !words.hasSuffix(" ") {
                words += " "
            }
        }
        if words == " " { return "" }
        return words.hasSuffix(" ") ? words : words + " "
    }

    /// A document's number as it is compared: `961/qd-ubnd`.
    static func number(_ text: String) -> String {
        var key = ""
        for scalar in FoldedText.of(text).lowercased().unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "–", "—", "‑", "‐", "−": key += "-"
            default: key.unicodeScalars.append(scalar)
            }
        }
        return key
    }

    /// `words(text)` in SQL.
    static let function = DatabaseFunction("words", argumentCount: 1) { values in
        String.fromDatabaseValue(values[0]).map(of)
    }

    /// `numberKey(text)` in SQL.
    static let numberFunction = DatabaseFunction("numberKey", argumentCount: 1) { values in
        String.fromDatabaseValue(values[0]).map(number)
    }
}
