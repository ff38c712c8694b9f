/// Characters: white space, line breaks, names of characters.
extension HTMLFlow {
    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.isEmpty { return }
        if hiddenDepth > 0 || !style.traits.isDisjoint(with: .unseen) {
            if hidesWords || hiddenDepth == 0 { countHidden(bytes) }
            return
        }
        if ampersand != .none || bytes.count == 1 && bytes[0] == 0x26 {
            take(afterAmpersand: bytes)
            return
        }
        if bytes.count == 2, bytes[0] == 0xC2, bytes[1] < 0xA0 {
            // `&#150;` is what windows-1252 has there.
            let scalar = WindowsCharacters.middle[Int(bytes[1] & 0x1F)]
            if let scalar = UnicodeScalar(scalar) { lay(String(Character(scalar))) }
            return
        }
        lay(bytes)
        if text.paragraphLength > limits.paragraphBytes, failure == nil {
            failure = .beyondLimit(.paragraphBytes, limit: limits.paragraphBytes)
        }
    }

    private mutating func countHidden(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.reduce(0) { $0 + ($1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) }
        guard count > 0 else { return }
        hiddenCharacters += count
        if firstHidden == nil { firstHidden = text.position }
    }

    /// A comment may stand for text that was set aside.
    mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard nextAside < aside.count, bytes.elementsEqual(MarkupPreparation.mark) else { return }
        let long = aside[nextAside]
        aside[nextAside] = []
        nextAside += 1
        settleAmpersand(before: nil)
        if hiddenDepth == 0, style.traits.isDisjoint(with: .unseen) { long.withUnsafeBufferPointer { lay($0) } }
    }

    mutating func lay(_ string: String) {
        var string = string
        string.withUTF8 { lay($0) }
    }

    mutating func lay(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let frame = frames.last, frame.role == .styleSheet {
            if gathered.count < Self.gatheredLimit { gathered.append(contentsOf: bytes) }
            return
        }
        if style.traits.contains(.gathered) {
            gathered.append(contentsOf: bytes)
            // Longer than any mark.
            if gathered.count > 40 { releaseGathered() }
            return
        }
        if style.traits.contains(.pre) {
            layKept(bytes)
        } else if style.traits.contains(.preLine) {
            var from = 0
            for offset in bytes.indices where bytes[offset] == 0x0A {
                layCollapsed(UnsafeBufferPointer(rebasing: bytes[from..<offset]))
                breaks += 1
                isAfterSpace = false
                from = offset + 1
            }
            layCollapsed(UnsafeBufferPointer(rebasing: bytes[from...]))
        } else {
            layCollapsed(bytes)
        }
    }

    private static var gatheredLimit: Int { 1 << 22 }

    /// White space becomes one space, and none at the beginning of a line.
    private mutating func layCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        let count = bytes.count
        var isSkipping = isAfterSpace || breaks > 0 || text.isAtStart
        while offset < count {
            if isSkipping {
                while offset < count, Self.isBlank(bytes[offset]) { offset += 1 }
                if offset == count { break }
            }
            let start = offset
            while offset < count {
                let byte = bytes[offset]
                if byte > 0x20 {
                    offset += 1
                } else if byte == 0x20 {
                    if offset + 1 < count, bytes[offset + 1] > 0x20 { offset += 2 } else { break }
                } else if Self.isBlank(byte) {
                    break
                } else {
                    offset += 1
                }
            }
            if start < offset {
                let run = UnsafeBufferPointer(rebasing: bytes[start..<offset])
                beginWords(run)
                words.lay(run, style, into: &text)
                isSkipping = false
            }
            if offset < count {
                // Blank, and something stands before it.
                text.appendSpace()
                isSkipping = true
                offset += 1
            }
        }
        isAfterSpace = isSkipping
    }

    /// The white space of CSS; a no-break space is none.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    /// `<pre>`: every line is one.
    private mutating func layKept(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        func isBreak(_ offset: Int) -> Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }
        while start < bytes.count {
            var end = start
            while end < bytes.count, !isBreak(end), bytes[end] != 0x09 { end += 1 }
            if end > start {
                let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if !text.isAtStart || !run.allSatisfy(Self.isBlank) {
                    beginWords(run)
                    words.lay(run, style, into: &text)
                }
            }
            if end < bytes.count {
                if bytes[end] == 0x09 {
                    if !text.isAtStart, breaks == 0 { text.appendTab() }
                } else {
                    breaks += 1
                    if bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { end += 1 }
                }
            }
            start = end + 1
        }
        isAfterSpace = false
    }

    /// What has to stand before the next word: the breaks that were due, the sign of a list's item.
    mutating func beginWords(_ run: UnsafeBufferPointer<UInt8>) {
        if breaks > 0 { makeBreaks() }
        guard text.isAtStart else { return }
        if text.depth == 0, paragraph == nil { paragraph = innermostBlock() }
        if let sign {
            self.sign = nil
            let isSigned = sign == "-" && Self.isBullet(run)
            if !isSigned {
                text.setFont(.none)
                text.append(sign + " ")
            }
        }
    }

    /// A tab that Word wrote as spaces.
    mutating func layTab() {
        if style.traits.contains(.gathered) {
            gathered.append(0x20)
        } else if !text.isAtStart, breaks == 0 {
            text.appendTab()
            isAfterSpace = true
        }
    }

    /// Whether words begin with a bullet of their own.
    private static func isBullet(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = run.first else { return false }
        if first == 0x2D || first == 0x2B || first == 0x2A { return true }
        return run.opens(with: "–") || run.opens(with: "—") || run.opens(with: "•") || run.opens(with: "·")
    }

    private mutating func makeBreaks() {
        if text.isAtStart {
            for _ in 0..<min(breaks, 1_000) where text.depth == 0 { text.addBlankLine() }
        } else {
            let isBold = style.traits.contains(.bold)
            text.endParagraph(.line, in: paragraph)
            if text.depth == 0 { for _ in 1..<min(max(breaks, 1), 1_000) { text.addBlankLine() } }
            if isBold { text.setBold(true) }
        }
        breaks = 0
    }

    /// A block begins or ends: the paragraph at hand, if any, is whole.
    mutating func breakParagraph() {
        if !text.isAtStart {
            text.endParagraph(.paragraph, in: paragraph)
            if breaks > 1, text.depth == 0 { for _ in 1..<min(breaks, 1_000) { text.addBlankLine() } }
        } else if breaks > 0, text.depth == 0 {
            for _ in 0..<min(breaks, 1_000) { text.addBlankLine() }
        }
        breaks = 0
        paragraph = nil
        isAfterSpace = false
    }

    // MARK: Names of characters

    /// The parser gives `&`, the name and the rest one by one where it does not know the name.
    private mutating func take(afterAmpersand bytes: UnsafeBufferPointer<UInt8>) {
        switch ampersand {
        case .none:
            ampersand = .sign
        case .sign:
            // Behind `&amp;` comes a text, with a space or a semicolon in it.
            if let first = bytes.first, MarkupTag.isLetter(first), bytes.allSatisfy(Self.isNameByte) {
                name = Array(bytes)
                ampersand = .name
            } else if let twice = Self.escapedTwice(bytes) {
                ampersand = .none
                lay(twice.text)
                characters(UnsafeBufferPointer(rebasing: bytes[twice.end...]))
            } else {
                ampersand = .none
                lay("&")
                characters(bytes)
            }
        case .name:
            settleAmpersand(before: bytes)
        }
    }

    /// The character whose name a program escaped once more (`&amp;agrave;`, `&amp;#224;`, `&amp;amp;`), and where it ends.
    private static func escapedTwice(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, end: Int)? {
        guard let end = bytes.prefix(longestName).firstIndex(of: 0x3B), end > 1 else { return nil }
        let name = UnsafeBufferPointer(rebasing: bytes[..<end])
        if name[0] == 0x23 {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let value =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value >= 0x20, let scalar = UnicodeScalar(value) else { return nil }
            return (String(Character(scalar)), end + 1)
        }
        guard name.allSatisfy({ CharacterClass.isDigit($0) || MarkupTag.isLetter($0) }),
            let found = NamedCharacters.character(name, hasSemicolon: true), found.length == name.count
        else { return nil }
        return (found.text, end + 1)
    }

    private static var longestName: Int { 34 }

    /// What the parser takes for a name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || MarkupTag.isLetter(byte) || byte >= 0x80
            || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
    }

    /// - Parameter bytes: what follows; nil where an element begins or ends.
    mutating func settleAmpersand(before bytes: UnsafeBufferPointer<UInt8>?) {
        guard ampersand != .none else { return }
        let hadName = ampersand == .name
        ampersand = .none
        guard hadName else {
            lay("&")
            if let bytes { characters(bytes) }
            return
        }
        let hasSemicolon = bytes?.first == 0x3B
        let name = name
        let found = name.withUnsafeBufferPointer { NamedCharacters.character($0, hasSemicolon: hasSemicolon) }
        lay(found?.text ?? "&")
        let rest = name[(found?.length ?? 0)...]
        rest.withUnsafeBufferPointer { lay($0) }
        guard let bytes else { return }
        let isWhole = found != nil && rest.isEmpty && hasSemicolon
        characters(isWhole ? UnsafeBufferPointer(rebasing: bytes.dropFirst()) : bytes)
    }
}
