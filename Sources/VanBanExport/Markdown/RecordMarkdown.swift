import VanBanMessages
import VanBanModel

/// A record as a Markdown document: each part's facts and outline, then its tasks, scores, citations and doubts as tables.
package struct RecordMarkdown: Sendable {
    package var language: Language

    package init(language: Language) { self.language = language }

    /// The sheets that follow the outline, where they have rows.
    static let sheets: [SheetKind] = [.tasks, .scores, .references, .diagnostics]

    /// Writes one record.
    /// - Throws: the sink's ``OutputError``.
    package func write(
        _ record: Record, document: String? = nil, to sink: inout some OutputSink
    ) throws(OutputError) {
        let name = document ?? record.source.name
        var page = "# " + MarkdownText.escaped(name) + "\n\n"
        for part in record.parts { append(part, to: &page) }
        try sink.write(Array(page.utf8))
        let rows = RecordSheets(record, document: name)
        for kind in Self.sheets {
            let sheet = rows.sheet(kind)
            guard !sheet.rows.isEmpty else { continue }
            try sink.write(Array("## \(kind.title(in: language))\n\n".utf8))
            try SheetMarkdown(language: language).write(sheet, to: &sink)
            try sink.write(Array("\n".utf8))
        }
    }

    private func append(_ part: Part, to page: inout String) {
        let kind = part.typeName ?? part.kind.rawValue
        page += "## " + MarkdownText.escaped([kind, part.title].compactMap { $0 }.joined(separator: " – ")) + "\n\n"
        append(facts(of: part), to: &page)
        for basis in part.legalBases { page += "*" + MarkdownText.escaped(basis.text) + "*\n\n" }
        for section in part.sections { append(section, depth: 3, to: &page) }
        for footnote in part.footnotes {
            page += MarkdownText.escaped(footnote.mark + " " + footnote.text) + "\n\n"
        }
        if !part.recipients.isEmpty {
            page += "**" + Messages.text("markdown.recipients", in: language) + "**\n\n"
            for recipient in part.recipients { page += "- " + MarkdownText.escaped(recipient) + "\n" }
            page += "\n"
        }
        if let signature = part.signature {
            let lines = [signature.authority, signature.position, signature.name].compactMap { $0 }
            page += "**" + lines.map { MarkdownText.escaped($0) }.joined(separator: "**  \n**") + "**\n\n"
        }
    }

    private func facts(of part: Part) -> [(String, String?)] {
        func told(_ key: String) -> String { Messages.text("markdown." + key, in: language) }
        let period = part.period.map { "\($0.start?.description ?? "…") – \($0.end?.description ?? "…")" }
        let attached = part.attachedTo.map { attachment in
            [attachment.number, attachment.date?.description].compactMap { $0 }.joined(separator: ", ")
        }
        return [
            (told("number"), part.number),
            (told("issuedOn"), part.issuedOn?.description),
            (told("place"), part.place),
            (told("issuer"), part.issuer),
            (told("attachedTo"), attached?.isEmpty == true ? nil : attached),
            (told("period"), period),
            (told("index"), part.index),
        ]
    }

    private func append(_ facts: [(String, String?)], to page: inout String) {
        var hasAny = false
        for (name, value) in facts {
            guard let value else { continue }
            page += "- \(name): \(MarkdownText.escaped(value))\n"
            hasAny = true
        }
        if hasAny { page += "\n" }
    }

    /// A node of the outline: a heading where it has one, else a paragraph under its label.
    private func append(_ section: Section, depth: Int, to page: inout String) {
        let label = Self.label(of: section)
        if let heading = section.heading {
            let words = [label, heading].compactMap { $0 }.joined(separator: " ")
            page +=
                depth <= 6
                ? String(repeating: "#", count: depth) + " " + MarkdownText.escaped(words) + "\n\n"
                : "**" + MarkdownText.escaped(words) + "**\n\n"
            if let text = section.text { page += MarkdownText.escaped(text) + "\n\n" }
        } else {
            let words = [label, section.text].compactMap { $0 }.joined(separator: " ")
            if !words.isEmpty { page += MarkdownText.escaped(words) + "\n\n" }
        }
        for child in section.children {
            append(child, depth: section.heading == nil ? depth : depth + 1, to: &page)
        }
    }

    /// The label as the page prints it: `Điều 1.`, `II.`, `a)`, `-`.
    private static func label(of section: Section) -> String? {
        guard let label = section.label else { return nil }
        switch section.kind {
        case .article: return "Điều \(label)."
        case .chapter: return "Chương \(label)"
        case .part: return "Phần \(label)"
        case .point: return label + ")"
        case .bullet, .paragraph: return label
        // The number of a form stands in its heading.
        case .form: return nil
        case .section, .item, .clause: return label + "."
        }
    }
}
