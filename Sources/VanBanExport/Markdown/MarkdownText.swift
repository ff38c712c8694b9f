/// Text written so that Markdown (CommonMark, with GitHub's tables) shows it as it is.
enum MarkdownText {
    /// Adds a text of a paragraph; line feeds become hard breaks.
    static func append(_ text: String, to page: inout String) {
        var start = LineStart.empty
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                page += "  \n"
                start = .empty
                continue
            }
            if isSign(scalar) || start.isSign(scalar) { page += "\\" }
            page.unicodeScalars.append(scalar)
            start.take(scalar)
        }
    }

    static func escaped(_ text: String) -> String {
        var page = ""
        append(text, to: &page)
        return page
    }

    /// A text for a cell: on one line, `|` as a character.
    static func cell(_ text: String) -> String {
        var page = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": page += "<br>"
            case "\r": continue
            default:
                if isSign(scalar) || scalar == "|" { page += "\\" }
                page.unicodeScalars.append(scalar)
            }
        }
        return page
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&": return true
        default: return false
        }
    }

    /// What a line begins with: some signs mean something only there.
    private enum LineStart {
        case empty, digits, text

        mutating func take(_ scalar: Unicode.Scalar) {
            switch (self, scalar) {
            case (.empty, " "): break
            case (.empty, "0"..."9"), (.digits, "0"..."9"): self = .digits
            default: self = .text
            }
        }

        /// `#`, `-` and the like begin a heading or a list, and so do `1.` and `2)`.
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            switch (self, scalar) {
            case (.empty, "#"), (.empty, "-"), (.empty, "+"), (.empty, "="), (.empty, "~"), (.empty, "|"): return true
            case (.digits, "."), (.digits, ")"): return true
            default: return false
            }
        }
    }
}
