import VanBanExport
import VanBanMessages
import VanBanModel

/// Findings for people: grouped by the part of the document, each with its source line and a caret.
///
/// The first line of a finding is `file:line:column: severity: message [code]`, as editors and CI read it.
package struct FindingText: Sendable {
    private let width: Int
    private let language: Language
    private let isASCII: Bool
    private let usesColor: Bool

    /// - Parameters:
    ///   - width: what source lines take up at the most, in columns of the terminal.
    ///   - ascii: the report's own signs are ASCII; the document's text stays as it is.
    ///   - color: severities are set off with the terminal's colours.
    package init(width: Int = 100, language: Language = .english, ascii: Bool = false, color: Bool = false) {
        self.width = max(40, width)
        self.language = language
        isASCII = ascii
        usesColor = color
    }

    /// Writes the findings of a file; nothing where there are none.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ file: CheckedFile, to sink: inout some OutputSink) throws(OutputError) {
        guard !file.findings.isEmpty else { return }
        var page = ""
        var part: String?
        var told: [String: Int] = [:]
        for finding in file.findings {
            if file.record.parts.count > 1, let owner = file.part(of: finding), owner.id != part {
                part = owner.id
                told = [:]
                page += paint(heading(of: owner), "1") + "\n"
            }
            told[finding.code, default: 0] += 1
            add(finding, of: file, isShort: told[finding.code, default: 0] > Self.toldWhole, to: &page)
        }
        try sink.write(Array(page.utf8))
    }

    /// Writes the line that sums up what was found in all files; nothing where nothing was found.
    package func writeSummary(of files: [CheckedFile], to sink: inout some OutputSink) throws(OutputError) {
        guard files.contains(where: { !$0.findings.isEmpty }) else { return }
        let counts = [Severity.error, .warning, .info].map { severity in
            (severity, files.reduce(0) { $0 + $1.count(severity) })
        }.filter { $0.1 > 0 }
        let told = counts.map { severity, count in
            Messages.text("finding.\(count == 1 ? "one" : "count").\(severity.rawValue)", in: language, ["\(count)"])
        }.joined(separator: ", ")
        let key = "finding.in.\(files.count == 1 ? "one" : "count")"
        let among = Messages.text(key, in: language, [told, "\(files.count)"])
        try sink.write(Array((among + "\n").utf8))
    }

    private func heading(of part: Part) -> String {
        let name = part.calledName
        let number = part.number.map { " " + $0 } ?? ""
        let rule = isASCII ? "--" : "──"
        return "\(rule) \(visible(name + number)) \(rule)"
    }

    /// So many findings of a code are told whole in each part; of the others only what and where.
    private static let toldWhole = 3

    /// In bytes. What is around a document on a web site is of no use to who looks for a place in it.
    private static let longestPath = 60

    /// The last steps of a path, from the nearest that are not too long; for programs there is the whole one.
    private func shortened(_ path: String) -> String {
        guard path.utf8.count > Self.longestPath else { return path }
        let tail = path.utf8.suffix(Self.longestPath)
        guard let start = tail.firstIndex(of: UInt8(ascii: "/")) else { return path }
        return (isASCII ? "..." : "…") + path[start...]
    }

    private func add(_ finding: Finding, of file: CheckedFile, isShort: Bool, to page: inout String) {
        let start = file.lines.places(of: finding.location).start
        let place =
            file.lines.areOfFile
            ? "\(file.path):\(start.line):\(start.column)"
            : "\(file.path)"
                + (file.path(of: finding.location).map { " (\(shortened($0)))" } ?? ":\(start.line):\(start.column)")
        page += paint(visible(place), "1") + ": " + paint(name(of: finding.severity), color(of: finding.severity))
        page += ": \(visible(finding.message(in: language))) [\(finding.code)]\n"
        let margin = 6
        if isShort {
            addAlike(finding, of: file, indent: padded("", to: margin) + " ", to: &page)
            return
        }
        let excerpt = file.lines.excerpt(at: finding.location)
        let bar = isASCII ? "|" : "│"
        if !excerpt.text.isEmpty {
            let text = ExcerptText(excerpt, width: width - margin - 3, ellipsis: isASCII ? "..." : "…")
            page += padded(String(excerpt.line), to: margin) + " \(bar) \(text.line)\n"
            page +=
                padded("", to: margin) + " \(bar) " + paint(text.underline, color(of: finding.severity)) + "\n"
        }
        let indent = padded("", to: margin) + " "
        if let name = file.places.name(of: finding.location, in: language) {
            page += indent + (isASCII ? "@" : "⌖") + " \(visible(name))\n"
        }
        page += indent + (isASCII ? "=" : "→") + " \(visible(finding.hint(in: language)))\n"
        for place in finding.related.prefix(3) {
            let seen = file.lines.excerpt(at: place)
            let text = ExcerptText(seen, width: width - margin - 16, ellipsis: isASCII ? "..." : "…")
            page += indent + Messages.text("finding.see", in: language, [String(seen.line), text.line]) + "\n"
        }
        addAlike(finding, of: file, indent: indent, to: &page)
    }

    private func addAlike(_ finding: Finding, of file: CheckedFile, indent: String, to page: inout String) {
        if !finding.alike.isEmpty {
            var numbers: [Int] = []
            for place in finding.alike {
                let line = file.lines.places(of: place).start.line
                if numbers.last != line { numbers.append(line) }
            }
            let shown = numbers.prefix(12).map { String($0) }.joined(separator: ", ")
            let rest = numbers.count > 12 ? isASCII ? ", ..." : ", …" : ""
            page +=
                indent + Messages.text(numbers.count == 1 ? "finding.alikeOne" : "finding.alike", in: language)
                + " \(shown)\(rest)\n"
        }
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private func name(of severity: Severity) -> String {
        Messages.text("finding." + severity.rawValue, in: language)
    }

    /// The terminal's number of a colour (ECMA-48, SGR).
    private func color(of severity: Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "33"
        case .info: "36"
        }
    }

    private func paint(_ text: String, _ color: String) -> String {
        usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
    }

    /// A document must not steer the terminal of who looks at what is said of it.
    private func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { DisplayWidth.isCommand($0) }) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            shown.unicodeScalars.append(DisplayWidth.isCommand(scalar) ? "\u{FFFD}" : scalar)
        }
        return shown
    }
}
