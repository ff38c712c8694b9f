/// Characters that pages call by a name which HTML 4 did not know; the parser passes those on as text.
enum NamedCharacters {
    /// The character of a name, with or without its semicolon.
    static func character(_ name: UnsafeBufferPointer<UInt8>, hasSemicolon: Bool) -> String? {
        guard name.count >= 2, name.count <= 24 else { return nil }
        let name = String(decoding: name, as: UTF8.self)
        if hasSemicolon { return characters[name] }
        // Without a semicolon browsers know the names of HTML 2: Latin-1 and the signs of markup.
        guard let value = HTMLEvents.character(named: name), value < 0x100, name != "apos",
            let scalar = UnicodeScalar(value)
        else { return nil }
        return String(Character(scalar))
    }

    private static let characters: [String: String] = [
        // Letters of Vietnamese and its neighbours
        "abreve": "ă", "Abreve": "Ă", "dstrok": "đ", "Dstrok": "Đ", "itilde": "ĩ", "Itilde": "Ĩ", "utilde": "ũ",
        "Utilde": "Ũ", "amacr": "ā", "Amacr": "Ā", "emacr": "ē", "Emacr": "Ē", "cacute": "ć", "Cacute": "Ć",
        "ccaron": "č", "Ccaron": "Č", "nacute": "ń", "Nacute": "Ń", "sacute": "ś", "Sacute": "Ś", "zcaron": "ž",
        "Zcaron": "Ž", "grave": "`", "acute": "´", "tilde": "˜",
        // Signs of ASCII
        "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "apos": "'", "lpar": "(", "rpar": ")", "ast": "*",
        "midast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";",
        "equals": "=", "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
        "rbrack": "]", "Hat": "^", "lowbar": "_", "UnderBar": "_", "lcub": "{", "lbrace": "{", "verbar": "|",
        "vert": "|", "VerticalLine": "|", "rcub": "}", "rbrace": "}", "AMP": "&", "LT": "<", "GT": ">",
        "QUOT": "\"", "COPY": "©", "REG": "®",
        // Spaces and dashes
        "Tab": "\t", "NewLine": "\n", "NonBreakingSpace": "\u{A0}", "emsp13": "\u{2004}", "emsp14": "\u{2005}",
        "numsp": "\u{2007}", "puncsp": "\u{2008}", "hairsp": "\u{200A}", "ThinSpace": "\u{2009}",
        "MediumSpace": "\u{205F}", "NoBreak": "", "ZeroWidthSpace": "", "hyphen": "‐", "dash": "‐", "horbar": "―",
        // Quotes and points
        "OpenCurlyQuote": "‘", "CloseCurlyQuote": "’", "rsquor": "’", "lsquor": "‚", "OpenCurlyDoubleQuote": "“",
        "CloseCurlyDoubleQuote": "”", "rdquor": "”", "ldquor": "„", "mldr": "…", "nldr": "‥", "bullet": "•",
        "centerdot": "·", "CenterDot": "·",
        // Boxes, arrows, marks
        "square": "□", "squ": "□", "Square": "□", "squf": "▪", "blacksquare": "▪", "cir": "○", "check": "✓",
        "checkmark": "✓", "cross": "✗", "star": "☆", "starf": "★", "phone": "☎", "rightarrow": "→",
        "RightArrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "leq": "≤", "geq": "≥", "half": "½", "frac13": "⅓",
        "frac23": "⅔", "numero": "№", "trade": "™", "TRADE": "™", "deg": "°", "ohm": "Ω", "blank": "␣",
        "PlusMinus": "±", "pm": "±", "div": "÷", "NotEqual": "≠", "approx": "≈",
    ]
}
