/// The marks that Word prints for notes (ECMA-376 Part 1, 17.11.16 to 17.11.20).
///
/// In the text every note bears a number of its own, so that no two are taken for each other; this tells what stands in
/// its place on the page: `iii`, `*`, or the 1 that every section begins with.
struct NoteNumbering {
    /// What the settings or a section say of footnotes or of endnotes; nil where they say nothing.
    struct Rules {
        var format: NumberFormat?
        var start: Int?
        var restart: Restart?

        mutating func take(_ element: XMLElement) {
            switch element.name {
            case .numFmt:
                format = NumberFormat(element.string(.val) ?? "", pattern: element.string(.format))
            case .numStart: start = element.integer(.val)
            case .numRestart:
                restart =
                    element.has(.val, "eachSect") || element.has(.val, "each-sect")
                    ? .section : element.has(.val, "eachPage") || element.has(.val, "each-page") ? .page : .never
            default: break
            }
        }
    }

    enum Restart { case never, section, page }

    private struct Call {
        var number: Int
        var isEndnote: Bool
        var section: Int
    }

    /// Of the whole document.
    var footnotes = Rules()
    var endnotes = Rules()
    /// What sections say of footnotes and endnotes, by their number.
    private var sections: [Int: (footnotes: Rules, endnotes: Rules)] = [:]
    private(set) var section = 0
    private var calls: [Call] = []

    mutating func endSection() { section += 1 }

    /// Takes what the section at hand says of its notes.
    mutating func take(_ element: XMLElement, ofEndnotes isEndnote: Bool) {
        var rules = sections[section] ?? (Rules(), Rules())
        if isEndnote { rules.endnotes.take(element) } else { rules.footnotes.take(element) }
        sections[section] = rules
    }

    /// A note was called for the first time.
    mutating func call(_ number: Int, isEndnote: Bool) {
        calls.append(Call(number: number, isEndnote: isEndnote, section: section))
    }

    private func rules(_ section: Int, isEndnote: Bool) -> (format: NumberFormat, start: Int, restart: Restart) {
        let own = sections[section].map { isEndnote ? $0.endnotes : $0.footnotes }
        let usual = isEndnote ? endnotes : footnotes
        return (
            own?.format ?? usual.format ?? (isEndnote ? .lowerRoman : .decimal), own?.start ?? usual.start ?? 1,
            own?.restart ?? usual.restart ?? .never
        )
    }

    /// Whether notes are counted anew on each page, of which nothing is known here.
    var isByPage: Bool { calls.contains { rules($0.section, isEndnote: $0.isEndnote).restart == .page } }

    /// The marks as printed, by the number that stands in the text, where they differ.
    func printedMarks() -> [String: String] {
        var marks: [String: String] = [:]
        for isEndnote in [false, true] {
            var next: Int?
            var last = -1
            for call in calls where call.isEndnote == isEndnote {
                let rules = rules(call.section, isEndnote: isEndnote)
                if rules.restart == .section, call.section != last { next = nil }
                last = call.section
                let number = next ?? rules.start
                next = number &+ 1
                let mark = rules.format.text(number)
                if !mark.isEmpty, mark != String(call.number) { marks[String(call.number)] = mark }
            }
        }
        return marks
    }
}

/// Reads from the settings how notes are numbered.
final class SettingsReader: XMLEventHandler {
    private(set) var footnotes = NoteNumbering.Rules()
    private(set) var endnotes = NoteNumbering.Rules()
    private var open: XMLName?

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .footnotePr, .endnotePr: open = element.name
        default:
            if open == .footnotePr { footnotes.take(element) }
            if open == .endnotePr { endnotes.take(element) }
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) { if name == open { open = nil } }
}
