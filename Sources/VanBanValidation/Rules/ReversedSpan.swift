import VanBanModel

/// `từ ngày 01/12/2022 đến ngày 31/5/2022`: the end is before the beginning.
enum ReversedSpan: Rule {
    static let description = RuleDescription(
        code: "reversedSpan", severity: .error,
        example: "thời gian chốt số liệu tính từ ngày 01/12/2022 đến ngày 31/5/2022")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages {
            for range in days(in: passage) + years(in: passage) {
                let place = document.location(of: range, in: passage)
                if document.isTold([.reversedPeriod], at: place) { continue }
                found.append(finding(at: place, [passage.string(range)]))
            }
        }
        return found
    }

    /// `từ … đến …` between two days.
    private static func days(in passage: Passage) -> [Range<Int>] {
        let days = PrintedDay.all(in: passage.bytes)
        var found: [Range<Int>] = []
        for (first, second) in zip(days, days.dropFirst()) {
            let between = passage.string(first.range.upperBound..<second.range.lowerBound)
            guard [" đến ", " tới ", " - ", "-", " – "].contains(between) || between == " đến hết ",
                let start = first.date, let end = second.date, end < start
            else { continue }
            let from = passage.bytes[..<first.range.lowerBound].suffix(8)
            let opened =
                from.elementsEqual(" từ ".utf8.suffix(8)) || String(decoding: from, as: UTF8.self).hasSuffix("từ ")
            found.append(
                (opened ? first.range.lowerBound - "từ ".utf8.count : first.range.lowerBound)..<second.range.upperBound)
        }
        return found
    }

    /// `giai đoạn 2025-2021`.
    private static func years(in passage: Passage) -> [Range<Int>] {
        passage.ranges(of: "giai đoạn").compactMap { words in
            let rest = passage.bytes[words.upperBound...].prefix(16)
            let text = String(decoding: rest, as: UTF8.self)
            let figures = text.split { !$0.isNumber }
            guard figures.count >= 2, figures[0].utf8.count == 4, figures[1].utf8.count == 4,
                let start = Int(figures[0]), let end = Int(figures[1]), end < start,
                text.hasPrefix(" \(start)"), (1900...2199).contains(end)
            else { return nil }
            let between = text[figures[0].endIndex..<figures[1].startIndex]
            guard ["-", " - ", "–", " – ", " đến "].contains(String(between)) else { return nil }
            return words.lowerBound..<(words.upperBound + text[..<figures[1].endIndex].utf8.count)
        }
    }
}
