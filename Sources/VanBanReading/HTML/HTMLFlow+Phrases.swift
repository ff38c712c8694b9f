/// Lists, notes and the signs of Word's lists: elements that put signs before or among the words.
extension HTMLFlow {
    // MARK: Lists

    mutating func beginList(_ element: HTMLElement, _ facts: ElementFacts, _ frame: inout Frame) {
        frame.role = .list
        let isOrdered = element == .ol
        lists.append(
            ListState(
                isOrdered: isOrdered, marker: facts.style.marker ?? (isOrdered ? .decimal : .bullet),
                next: facts.start ?? 1, step: facts.isReversed ? -1 : 1))
    }

    mutating func beginItem(_ facts: ElementFacts, _ frame: inout Frame) {
        frame.role = .item
        guard let last = lists.indices.last else {
            sign = ListMarker.bullet.sign(of: 1)
            return
        }
        sign = lists[last].sign(value: lists[last].isOrdered ? facts.value : nil, marker: facts.style.marker)
    }

    // MARK: Notes

    mutating func beginPhrase(_ element: HTMLElement, _ facts: ElementFacts, _ frame: inout Frame) {
        if element == .a, facts.isNoteLink {
            guard !style.traits.contains(.gathered) else { return }
            frame.role = .note
            frame.style.traits.insert(.gathered)
        } else if element == .a, facts.isLink {
            regions.beginLink(at: text.position)
        } else if facts.style.isListSign, !style.traits.contains(.gathered) {
            frame.role = .listSign
            frame.style.traits.insert(.gathered)
        }
    }

    /// What a link between a note's mark and the note holds: `[1]` is a mark, anything else are words.
    mutating func endNote() {
        let found = takeGathered()
        var mark = found[...]
        func isAround(_ byte: UInt8) -> Bool {
            CharacterClass.isSpace(byte) || byte == 0x5B || byte == 0x5D || byte == 0x28 || byte == 0x29
        }
        while let first = mark.first, isAround(first) { mark = mark.dropFirst() }
        while let last = mark.last, isAround(last) { mark = mark.dropLast() }
        guard !mark.isEmpty, mark.count <= 3, mark.allSatisfy(CharacterClass.isDigit) else {
            found.withUnsafeBufferPointer { lay($0) }
            return
        }
        mark.withUnsafeBufferPointer { beginWords($0) }
        text.appendMark(mark)
        isAfterSpace = false
    }

    /// The sign that Word prints before an item: `1.`, or a bullet out of a font of signs.
    mutating func endListSign() {
        let found = takeGathered()
        var sign = String(decoding: found, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
        guard !sign.isEmpty else { return }
        if Self.wordBullets.contains(sign) { sign = "-" }
        lay(sign + " ")
        isAfterSpace = true
    }

    /// Bullets in Symbol, Courier New and Wingdings.
    private static let wordBullets: Set<String> = [
        "·", "•", "o", "§", "Ø", "ü", "v", "q", "à", "–", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
        "\u{F076}", "▪", "■", "○", "●", "❖", "➢", "✓",
    ]

    private mutating func takeGathered() -> [UInt8] {
        let found = gathered
        gathered = []
        style.traits.remove(.gathered)
        return found
    }

    /// What was gathered is longer than a mark: it is text like any other.
    mutating func releaseGathered() {
        var index = frames.count - 1
        while index >= 0, frames[index].style.traits.contains(.gathered) {
            frames[index].style.traits.remove(.gathered)
            frames[index].role = .plain
            index -= 1
        }
        let found = takeGathered()
        found.withUnsafeBufferPointer { lay($0) }
    }
}
