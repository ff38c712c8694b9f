import VanBanModel

/// A deadline that was over when the document was issued.
enum DeadlineBeforeIssue: Rule {
    static let description = RuleDescription(
        code: "deadlineBeforeIssue", severity: .warning,
        example: "Báo cáo 6 tháng đầu năm 2022 gửi trước ngày 02/6/2021")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let told = tasks(in: document) + prose(in: document)
        return told.sorted { $0.location.start < $1.location.start }
    }

    private static func tasks(in document: ValidatedDocument) -> [Finding] {
        var dates: [String: CalendarDate] = [:]
        for (index, part) in document.record.parts.enumerated() { dates[part.id] = document.issueDate(of: index) }
        return document.record.tasks.flatMap { task -> [Finding] in
            guard let issued = dates[task.part] else { return [] }
            return task.deadlines.compactMap { deadline in
                guard deadline.frequency.isEmpty, let end = deadline.end, end < issued else { return nil }
                let place = deadline.location ?? task.location
                if document.isTold([.yearOutsidePeriod, .reversedPeriod], at: place) { return nil }
                return finding(at: place, [deadline.text, issued.printed])
            }
        }
    }

    private static let orders = Lexicon.strings(.orderedDeeds)

    private static let pastSubjects = Lexicon.strings(.pastSubjects)

    private static let pastDeeds = Lexicon.strings(.pastDeeds)

    /// What was done before a day (`đã ban hành trước ngày …`), and what is only called by it (`hồ sơ nộp trước ngày …`),
    /// is no deadline.
    private static func tellsHistory(_ sentence: Substring) -> Bool {
        if sentence.contains("đã ") || sentence.hasPrefix("kết quả") { return true }
        return pastSubjects.contains { subject in pastDeeds.contains { sentence.hasSuffix("\(subject) \($0) trước ") } }
    }

    private static let limits = Lexicon.strings(.limitWords)

    private static func prose(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages where passage.isProse {
            guard let issued = document.issueDate(of: passage.part) else { continue }
            for day in PrintedDay.all(in: passage.bytes) {
                guard let date = day.date, date < issued else { continue }
                // `ngày` is in the day's own range.
                let before = String(decoding: passage.bytes[..<day.range.lowerBound].suffix(240), as: UTF8.self)
                    .lowercased()
                let sentence = before.split(whereSeparator: { $0 == ";" || $0 == "." || $0 == "(" }).last ?? ""
                guard
                    let limit = limits.first(
                        where: { sentence.hasSuffix($0) }),
                    orders.contains(where: { sentence.contains($0) }), !tellsHistory(sentence)
                else { continue }
                let range = (day.range.lowerBound - limit.utf8.count)..<day.range.upperBound
                found.append(
                    finding(
                        at: document.location(of: range, in: passage),
                        [passage.string(range), issued.printed]))
            }
        }
        return found
    }
}
