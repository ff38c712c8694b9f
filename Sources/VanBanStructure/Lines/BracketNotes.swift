import VanBanReading

/// Footnotes with figures in brackets below a rule (`____⏎(1) Theo chuẩn nghèo …`), each of which a word of the text above
/// calls (`hộ nghèo(1)`).
enum BracketNotes {
    static func mark(_ lines: inout [Line], in text: SourceText) {
        for rule in lines.indices where lines[rule].kind == .ruler {
            var notes: [Int] = []
            var index = rule + 1
            while index < lines.count, let value = lines[index].label?.ordinal, opens(lines[index], text),
                notes.isEmpty || value == (lines[notes[notes.count - 1]].label?.ordinal ?? 0) + 1,
                isCalled(value, in: lines[..<rule], text)
            {
                notes.append(index)
                index += 1
            }
            for note in notes {
                lines[note].kind = .footnote
                lines[note].label = nil
            }
        }
    }

    private static func opens(_ line: Line, _ text: SourceText) -> Bool {
        line.kind == .labelled && text.bytes[line.range.lowerBound] == 0x28 && line.label?.series == .arabicBracket
    }

    private static func isCalled(_ value: Int, in lines: ArraySlice<Line>, _ text: SourceText) -> Bool {
        let call = Array("(\(value))".utf8)
        return lines.contains { !FootnoteMark.calls(of: call, in: $0.range, text).isEmpty }
    }
}
