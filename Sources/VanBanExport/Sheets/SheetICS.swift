import VanBanMessages
import VanBanModel
import VanBanReading

/// Deadlines as a calendar (iCalendar, RFC 5545): an event on each last day, for whoever keeps dates in a calendar's program.
///
/// The same deadlines give the same bytes, and an event keeps its identity when it is imported again.
package struct SheetICS: Sendable {
    package var language: Language

    package init(language: Language) { self.language = language }

    /// What is due on a day.
    package struct Event: Hashable, Sendable {
        package var day: CalendarDate
        package var title: String
        /// Lines of what is known besides.
        package var notes: [String]
        /// What tells the event from all others, the same whenever the calendar is made.
        package var identity: String

        package init(day: CalendarDate, title: String, notes: [String], identity: String) {
            self.day = day
            self.title = title
            self.notes = notes
            self.identity = identity
        }
    }

    /// The events of records: one for each statement of time that names a last day.
    package func events(of items: [RecordOutput.Item]) -> [Event] {
        items.flatMap { item in
            let number = item.record.parts.first?.number
            return item.record.tasks.flatMap { task in
                task.deadlines.enumerated().compactMap { index, deadline in
                    deadline.end.map { end in
                        let product = deadline.product.map { "\($0): " } ?? ""
                        return Event(
                            day: end, title: product + (task.task ?? ""),
                            notes: notes(
                                [
                                    ("lead", names(task.leadAgencies)),
                                    ("coordinating", names(task.coordinatingAgencies)),
                                    ("outputs", task.outputs), ("deadline", deadline.text), ("number", number),
                                ]),
                            identity: "\(item.document ?? item.record.source.name)#\(task.sequence)#\(index)")
                    }
                }
            }
        }
    }

    /// The events of rows of tasks: one for each row with a last day, of those asked for by time the one that fits.
    package func events(of sheet: Sheet) -> [Event] {
        func value(_ key: String, _ row: SheetRow) -> SheetValue {
            sheet.columns.firstIndex { $0.key == key }.map { row.values[$0] } ?? .none
        }
        return sheet.rows.compactMap { row in
            let days = [value("dueThen", row), value("due", row)]
            guard case .date(let day) = days.first(where: { $0 != .none }) ?? .none else { return nil }
            let text = { (key: String) in value(key, row) == .none ? nil : value(key, row).text }
            return Event(
                day: day, title: text("task") ?? "",
                notes: notes(
                    [
                        ("lead", text("leadAgencies")), ("coordinating", text("coordinatingAgencies")),
                        ("outputs", text("outputs")), ("deadline", text("deadline")), ("document", text("document")),
                    ]),
                identity: "\(text("document") ?? "")#\(text("sequence") ?? "")#\(day)")
        }
    }

    private func names(_ agencies: [Agency]) -> String? {
        agencies.isEmpty ? nil : agencies.map { $0.name ?? $0.text }.joined(separator: "; ")
    }

    private func notes(_ facts: [(key: String, text: String?)]) -> [String] {
        facts.compactMap { key, text in
            text.flatMap { $0.isEmpty ? nil : Messages.text("calendar." + key, in: language) + ": " + $0 }
        }
    }

    /// Writes a whole calendar.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ events: [Event], to sink: inout some OutputSink) throws(OutputError) {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vanban//vanban//VI", "CALSCALE:GREGORIAN"]
        for event in events {
            let day = event.day.description.replacing("-", with: "")
            lines += [
                "BEGIN:VEVENT", "UID:\(FileDigest.sha256(of: Array(event.identity.utf8)).prefix(24))@vanban",
                "DTSTAMP:\(day)T000000Z", "DTSTART;VALUE=DATE:\(day)", "SUMMARY:" + Self.escaped(event.title),
                "DESCRIPTION:" + Self.escaped(event.notes.joined(separator: "\n")), "TRANSP:TRANSPARENT", "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        try sink.write(lines.flatMap(Self.folded))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
    }

    /// A line of at most 75 bytes, gone on with behind a space where it is longer, no letter cut.
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let letter = Array(String(scalar).utf8)
            if length + letter.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += letter
            length += letter.count
        }
        return bytes + [0x0D, 0x0A]
    }
}
