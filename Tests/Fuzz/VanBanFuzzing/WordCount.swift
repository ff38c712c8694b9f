import Foundation

/// A count of what a record lost that owes nothing to the program's own account: the words of the source against the
/// words of the record's strings and of what was set aside as furniture.
///
/// Each stretch of a source has one home in a record: the strings of the parts and of the publication. Tasks, scores and
/// references say parts of it again and don't count. What a record says by other means than words (`Điều` by the kind of a
/// section, a day by its date) is given back in words.
public enum WordCount {
    /// Words that stand more often in the source than in the record and the furniture; empty where nothing is lost.
    public static func missing(from record: JSONValue, furniture: [String], source: String) -> [String] {
        let homes = Home(of: record).texts + furniture
        var there = words(of: homes.joined(separator: "\n")).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var short: [String: Int] = [:]
        let printed = words(of: withoutMarkup(source))
        for word in printed {
            if let count = there[word], count > 0 { there[word] = count - 1 } else { short[word, default: 0] += 1 }
        }
        giveBackGlued(&short, &there)
        if short.isEmpty { return [] }
        // A word that a line's end or a mark of markup cuts, or glues to the next, is whole in one of the two only.
        let squeezed = Squeezed(homes)
        let source = Squeezed([withoutMarkup(source)])
        return short.keys.filter { word in
            guard squeezed.count(of: word) < source.count(of: word) else { return false }
            // Short letters also meet at seams: is each of its places there, with the words around it?
            let around = Set(
                printed.indices.filter { printed[$0] == word }.map {
                    printed[max(0, $0 - 1)..<min(printed.count, $0 + 2)].joined()
                })
            return around.contains { squeezed.count(of: $0) < source.count(of: $0) }
        }.sorted()
    }

    /// Two words that stand without a blank between them may be the last of one cell and the first of another.
    private static func giveBackGlued(_ short: inout [String: Int], _ there: inout [String: Int]) {
        for word in short.keys.sorted() {
            for cut in word.indices.dropFirst() {
                let (head, tail) = (String(word[..<cut]), String(word[cut...]))
                while let count = short[word], there[head, default: 0] > 0, there[tail, default: 0] > 0,
                    head != tail || there[head, default: 0] > 1
                {
                    there[head, default: 0] -= 1
                    there[tail, default: 0] -= 1
                    short[word] = count > 1 ? count - 1 : nil
                }
            }
        }
    }

    /// Letters without anything between them, each text for itself.
    private struct Squeezed {
        let texts: [[UInt8]]

        init(_ texts: [String]) { self.texts = [Array(texts.flatMap { WordCount.words(of: $0) }.joined().utf8)] }

        func count(of word: String) -> Int {
            let wanted = Array(word.utf8)
            var found = 0
            for text in texts where text.count >= wanted.count {
                var index = 0
                while index <= text.count - wanted.count {
                    if text[index] == wanted[0], text[index..<(index + wanted.count)].elementsEqual(wanted) {
                        found += 1
                        index += wanted.count
                    } else {
                        index += 1
                    }
                }
            }
            return found
        }
    }

    /// Small letters of Cyrillic and Greek, and others, that are read as the Latin ones that they, or their capitals, look
    /// like: the same on both sides, whatever the program makes of them.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "н": "h", "і": "i", "ј": "j", "к": "k", "м": "m",
        "п": "n", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x", "α": "a", "β": "b", "ε": "e", "η": "h",
        "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "y", "χ": "x", "ð": "đ", "ɖ": "đ",
        "ı": "i", "ƣ": "ư",
    ]

    /// Runs of letters and digits, capitals and signs without width aside; raised digits one by one, numbers without leading
    /// zeros.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            guard !word.isEmpty else { return }
            var text = String(word)
            if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                text = String(text.drop { $0 == "0" })
            }
            if !text.isEmpty { words.append(text) }
            word = .init()
        }
        for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .otherNumber:
                end()
                // Raised digits call notes, whose marks are plain in a record.
                words.append(String(scalar).precomposedStringWithCompatibilityMapping)
            case .decimalNumber:
                word.append(Unicode.Scalar(0x30 + UInt8(scalar.properties.numericValue ?? 0)))
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .letterNumber,
                .nonspacingMark, .spacingMark:
                word.append(lookAlikes[scalar] ?? scalar)
            // A soft hyphen, or a mark without width: it parts no word.
            case .format: continue
            default: end()
            }
        }
        end()
        return words
    }

    /// The text without tags, and without references to characters: both may be read as what they mean.
    private static func withoutMarkup(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if let end = tagEnd(scalars, from: index) ?? referenceEnd(scalars, from: index) {
                kept.append(" ")
                index = end
            } else {
                kept.append(scalars[index])
                index += 1
            }
        }
        return String(kept)
    }

    private static func tagEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start] == "<", start + 1 < scalars.count else { return nil }
        let next = scalars[start + 1]
        guard next == "/" || next == "!" || next.properties.isASCIIHexDigit || next.properties.isAlphabetic else {
            return nil
        }
        if scalars[start...].starts(with: "<!--".unicodeScalars) {
            // A comment, whatever it holds.
            var index = start + 4
            while index + 2 < scalars.count {
                if scalars[index...].starts(with: "-->".unicodeScalars) { return index + 3 }
                index += 1
            }
            return nil
        }
        var index = start + 1
        while index < scalars.count, scalars[index] != "<" {
            if scalars[index] == ">" { return index + 1 }
            index += 1
        }
        return nil
    }

    private static func referenceEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars[start] == "&" else { return nil }
        var index = start + 1
        while index < scalars.count, index < start + 12 {
            if scalars[index] == ";" { return index + 1 }
            guard
                scalars[index] == "#" || scalars[index].isASCII && scalars[index].properties.isAlphabetic
                    || ("0"..."9").contains(scalars[index])
            else { return nil }
            index += 1
        }
        return nil
    }

    /// The strings of a record that are the home of a stretch of the source.
    private struct Home {
        var texts: [String] = []

        init(of record: JSONValue) {
            for part in record["parts"]?.array ?? [] { add(part: part) }
            add(record["publication"], ["title"])
            // A mark that calls no note stands in no text, and is told; misread words are told as printed.
            for diagnostic in record["diagnostics"]?.array ?? []
            where Self.isHome(diagnostic["code"]?.string ?? "") {
                // Told once for all its places.
                for _ in 0...(diagnostic["related"]?.array.count ?? 0) { add(diagnostic, ["arguments"]) }
            }
            for field in record["publication"]?["fields"]?.array ?? [] { add(field, ["label", "value"]) }
        }

        /// Whether a diagnostic holds words as they are printed which the record has as they were read.
        private static func isHome(_ code: String) -> Bool {
            code == "callWithoutFootnote" || code.hasPrefix("misread")
        }

        private mutating func add(_ value: JSONValue?, _ keys: [String]) {
            for key in keys {
                switch value?[key] {
                case .string(let text)?: texts.append(text)
                case .array(let values)?: texts += values.compactMap(\.string)
                default: break
                }
            }
        }

        private mutating func add(part: JSONValue) {
            add(part, ["typeName", "number", "place", "issuer", "letterhead", "title", "recipients"])
            if part["number"]?.string != nil { texts.append("Số") }
            if let day = part["issuedOn"]?.string {
                let numbers = day.split(separator: "-")
                if numbers.count == 3 { texts.append("ngày \(numbers[2]) tháng \(numbers[1]) năm \(numbers[0])") }
            }
            // `QUYẾT ĐỊNH CỦA ỦY BAN …`: the kind and the body.
            texts.append("của")
            add(part["attachedTo"], ["text"])
            for basis in part["legalBases"]?.array ?? [] { add(basis, ["text"]) }
            for section in part["sections"]?.array ?? [] { add(section: section) }
            for table in part["tables"]?.array ?? [] {
                add(table, ["caption", "spanningHeaders"])
                for column in table["columns"]?.array ?? [] { add(column, ["header"]) }
                for row in table["rows"]?.array ?? [] {
                    for cell in row.array { add(cell, ["text"]) }
                }
            }
            add(part["signature"], ["authority", "position", "name"])
            for note in part["footnotes"]?.array ?? [] {
                add(note, ["mark", "text"])
                if let mark = note["mark"]?.string {
                    for _ in note["calls"]?.array ?? [] { texts.append(mark) }
                }
            }
            for formula in part["formulas"]?.array ?? [] { add(formula, ["text"]) }
        }

        private static let words = ["article": "Điều", "chapter": "Chương", "section": "Mục", "part": "Phần thứ"]

        private mutating func add(section: JSONValue) {
            // Printed before the label, and with nothing between where a blank was lost.
            if let word = section["kind"]?.string.flatMap({ Self.words[$0] }) { texts.append(word) }
            add(section, ["label", "heading", "text"])
            for child in section["children"]?.array ?? [] { add(section: child) }
        }
    }
}
