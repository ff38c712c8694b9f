/// Changes of a page's or a package part's elements.
enum MarkupMutation: String, CaseIterable, Sendable {
    case dropTag, repeatTag, swapTags, dropElement, repeatElement, moveElement, nestElement, emptyElement, insert
    case attribute, damageText, cutText, splice, swapNeighbours

    /// Elements that matter to the readers: swapping those finds more than swapping others.
    private static let elements = [
        "td", "tr", "table", "p", "th", "tbody", "div", "span", "w:tc", "w:tr", "w:tbl", "w:p", "w:r", "w:t", "w:pPr",
        "w:tcPr",
        "w:lvl", "w:abstractNum", "w:num", "w:style",
    ]

    /// - Parameter other: pieces of another document, which may be taken over.
    func apply(to pieces: inout [Substring], other: [Substring], isWord: Bool, _ random: inout SplitMix) {
        guard pieces.count > 1 else { return }
        let index = random.below(pieces.count)
        switch self {
        case .dropTag: pieces.remove(at: index)
        case .repeatTag: pieces.insert(pieces[index], at: random.once(in: 2) ? index : random.below(pieces.count))
        case .swapTags: pieces.swapAt(index, random.below(pieces.count))
        case .insert:
            let markup = isWord ? Self.wordMarkup : Self.pageMarkup
            pieces.insert(Substring(random.one(of: markup, else: "")), at: index)
        case .splice:
            guard !other.isEmpty else { return }
            pieces.insert(contentsOf: other[random.stretch(of: other.count, longest: 40)], at: index)
        case .attribute: setAttribute(of: &pieces, isWord: isWord, &random)
        case .damageText, .cutText: changeText(of: &pieces, &random)
        case .dropElement, .repeatElement, .moveElement, .nestElement, .emptyElement, .swapNeighbours:
            guard let range = Self.element(in: pieces, &random) else { return }
            change(range, of: &pieces, &random)
        }
    }

    private func change(_ range: Range<Int>, of pieces: inout [Substring], _ random: inout SplitMix) {
        let element = Array(pieces[range])
        switch self {
        case .dropElement: pieces.removeSubrange(range)
        case .repeatElement: pieces.insert(contentsOf: element, at: range.upperBound)
        case .moveElement:
            pieces.removeSubrange(range)
            pieces.insert(contentsOf: element, at: random.below(pieces.count + 1))
        case .nestElement: pieces.insert(contentsOf: element, at: min(range.lowerBound + 1, range.upperBound - 1))
        case .emptyElement where range.count > 2: pieces.removeSubrange((range.lowerBound + 1)..<(range.upperBound - 1))
        case .swapNeighbours:
            // The next element of the same name, whatever white space stands between.
            var next = range.upperBound
            while next < pieces.count, !pieces[next].hasPrefix("<") { next += 1 }
            guard let end = Self.end(of: next, in: pieces) else { return }
            pieces.replaceSubrange(range.lowerBound..<end, with: Array(pieces[next..<end]) + element)
        default: break
        }
    }

    // MARK: Elements

    /// Tags and texts, in order.
    static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = start
        let bytes = text.utf8
        while index < bytes.endIndex {
            let byte = bytes[index]
            let next = bytes.index(after: index)
            if byte == UInt8(ascii: "<"), start < index {
                pieces.append(text[start..<index])
                start = index
            } else if byte == UInt8(ascii: ">") {
                pieces.append(text[start..<next])
                start = next
            }
            index = next
        }
        if start < bytes.endIndex { pieces.append(text[start...]) }
        return pieces
    }

    private static func name(of piece: Substring) -> Substring? {
        guard piece.hasPrefix("<") else { return nil }
        return piece.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
    }

    private static func element(in pieces: [Substring], _ random: inout SplitMix) -> Range<Int>? {
        for _ in 0..<100 {
            let start = random.below(pieces.count)
            guard let name = name(of: pieces[start]), elements.contains(String(name)),
                let end = end(of: start, in: pieces)
            else { continue }
            return start..<end
        }
        return nil
    }

    /// Behind the end of the element that begins with a piece; nil where it begins none, or has no end.
    private static func end(of start: Int, in pieces: [Substring]) -> Int? {
        guard start < pieces.count, let name = name(of: pieces[start]), !name.isEmpty else { return nil }
        if pieces[start].hasSuffix("/>") { return start + 1 }
        let closing = "</" + name + ">"
        var depth = 0
        for index in start..<min(pieces.count, start + 4000) {
            if pieces[index] == closing {
                depth -= 1
                if depth == 0 { return index + 1 }
            } else if self.name(of: pieces[index]) == name, !pieces[index].hasSuffix("/>") {
                depth += 1
            }
        }
        return nil
    }

    // MARK: Attributes and texts

    private static let pageAttributes = [
        "colspan=\"2\"", "colspan=\"0\"", "colspan=\"1000\"", "rowspan=\"2\"", "rowspan=\"0\"", "rowspan=\"65535\"",
        "hidden",
        "style=\"display:none\"", "style=\"white-space:pre\"", "start=\"99999999999\"", "reversed", "type=\"i\"",
        "value=\"-5\"",
        "style=\"mso-list:l0 level1 lfo1\"", "style=\"text-transform:uppercase\"", "class=\"MsoNormal\"",
        "face=\".VnTime\"",
    ]
    private static let pageMarkup = [
        "<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<caption>Bảng 1</caption>", "<p>", "</p>", "<br>",
        "<li>", "<ol>",
        "</ol>", "<ul>", "<pre>", "</pre>", "<sup>1</sup>", "<!-- a -->", "<!-->", "<select>", "<option>Nội vụ",
        "</select>", "<b>",
        "<textarea>", "<script>", "</script>", "<style>", "<title>", "<template>", "<svg>", "<math>", "<plaintext>",
        "<head>", "<body>",
        "<td colspan=3>Sở Nội vụ</td>", "<table><tr><td>Sở Nội vụ</td></tr></table>", "<del>", "<ins>", "<hr>",
        "<img alt=\"Hình\">",
        "<form>", "<button>", "<noscript>", "<iframe>", "<a href=\"#\">", "&nbsp;", "&#0;", "&#x1F600;", "&amp",
        "<![CDATA[a]]>", "<o:p>",
        "<th>", "<thead>", "</tbody>", "<colgroup>", "<dl><dt>", "<center>", "<frameset>", "<wbr>", "<ruby>",
        "<bdo dir=rtl>",
    ]
    private static let wordAttributes = [
        "w:val=\"0\"", "w:val=\"99999999999\"", "w:val=\"-1\"", "w:val=\"restart\"", "w:val=\"decimal\"",
        "w:val=\"%1.%2\"", "w:ilvl=\"8\"",
        "w:val=\"9\"", "w:val=\"\"",
    ]
    private static let wordMarkup = [
        "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>", "<w:tbl>", "</w:tbl>",
        "<w:r><w:t>Sở Nội vụ</w:t></w:r>",
        "<w:p><w:r><w:t>Sở Tư pháp</w:t></w:r></w:p>", "<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>",
        "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>", "<w:del>", "</w:del>",
        "<w:ins>", "</w:ins>",
        "<w:delText>bỏ</w:delText>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>PAGE</w:instrText>", "<w:footnoteReference w:id=\"1\"/>",
        "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>", "<w:sdt>",
        "<w:sdtContent>", "</w:sdt>", "<w:txbxContent>", "<mc:AlternateContent>", "<w:rPr><w:vanish/></w:rPr>",
        "<w:pict>",
        "<w:gridBefore w:val=\"3\"/>", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>",
        "<w:lvlRestart w:val=\"0\"/>", "<w:isLgl/>", "<w:moveFrom>", "<w:moveTo>", "<w:hyperlink>", "<w:sectPr/>",
        "<!-- a -->", "&amp;",
    ]

    private func setAttribute(of pieces: inout [Substring], isWord: Bool, _ random: inout SplitMix) {
        for _ in 0..<50 {
            let index = random.below(pieces.count)
            let piece = pieces[index]
            guard piece.hasPrefix("<"), !piece.hasPrefix("</"), piece.hasSuffix(">"), let name = Self.name(of: piece)
            else { continue }
            let attribute = random.one(of: isWord ? Self.wordAttributes : Self.pageAttributes, else: "")
            if isWord, let start = piece.range(of: "w:val=\""),
                let end = piece[start.upperBound...].firstIndex(of: "\"")
            {
                pieces[index] = piece[..<start.lowerBound] + attribute + piece[piece.index(after: end)...]
            } else {
                pieces[index] = "<" + name + " " + attribute + piece.dropFirst(1 + name.count)
            }
            return
        }
    }

    private func changeText(of pieces: inout [Substring], _ random: inout SplitMix) {
        for _ in 0..<50 {
            let index = random.below(pieces.count)
            guard !pieces[index].hasPrefix("<"), pieces[index].contains(where: \.isLetter) else { continue }
            var lines = [String(pieces[index])]
            if self == .cutText {
                lines[0] = String(lines[0][..<TextMutation.place(in: lines[0], &random)])
            } else {
                random.one(
                    of: [.damageLetters, .changeNumber, .splitLine, .insertMark], else: TextMutation.damageLetters
                )
                .apply(to: &lines, other: [], &random)
            }
            pieces[index] = Substring(lines.joined(separator: "\n"))
            return
        }
    }
}
