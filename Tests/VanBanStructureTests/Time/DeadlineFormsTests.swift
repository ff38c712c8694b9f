import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Forms of deadlines")
struct DeadlineFormsTests {
    private func check(_ form: DeadlineForm) {
        let found = DeadlineForm.read(form.cell)
        let lines = found.deadlines.map(DeadlineForm.brief) + found.diagnostics.map { "! " + $0.code.rawValue }
        #expect(lines == form.expected)
    }

    @Test("days and months that share what stands behind the last are all read", arguments: DeadlineForm.sharedTails)
    func sharedTail(form: DeadlineForm) { check(form) }

    @Test("a time of the calendar has its days and its bound", arguments: DeadlineForm.calendar)
    func calendar(form: DeadlineForm) { check(form) }

    @Test("what recurs has its frequencies", arguments: DeadlineForm.recurrences)
    func recurrences(form: DeadlineForm) { check(form) }

    @Test("what hangs on something has its anchor and its offset", arguments: DeadlineForm.events)
    func events(form: DeadlineForm) { check(form) }

    @Test("what is impossible or misread is told", arguments: DeadlineForm.doubts)
    func doubts(form: DeadlineForm) { check(form) }

    @Test("without a single year of the plan none is assumed")
    func severalYears() {
        let period = Period(
            start: CalendarDate(year: 2026, month: 1, day: 1), end: CalendarDate(year: 2030, month: 12, day: 31))
        for cell in ["Quý I", "Trước ngày 30/6", "Cuối năm"] {
            let source = SourceText.literal(cell)
            let found = DeadlineReader(year: nil, period: period)
                .read(Stretch(0..<source.bytes.count), in: source)
            #expect(found.deadlines.allSatisfy { $0.start == nil && $0.end == nil })
            #expect(found.diagnostics.map(\.code) == [.unknownYear])
        }
    }

    @Test("any string gives days that are in order, and words of the text in their order")
    func anyString() {
        var generator = SeededGenerator(seed: 20_260_131)
        let pieces =
            DeadlineForm.calendar.prefix(60).map(\.cell) + [
                "ngày", "tháng", "quý", "năm", "trước", "sau", "từ", "đến", "hằng", "lần", "/", "-", "–", ",", ";", ".",
                "(", ")", "31", "02", "2026", "6", "I", "IV", "l", "O6", "１２", "kể từ", "làm việc", "thứ", "h00", ":",
                "…", "\n",
                "báo cáo", "theo", "dịp", "và", "trong", "kỳ", "13", "0", "99999999999",
            ]
        for _ in 0..<4000 {
            var cell = ""
            for _ in 0..<Int.random(in: 1...9, using: &generator) {
                cell += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
                if Bool.random(using: &generator) { cell += " " }
            }
            let found = DeadlineForm.read(cell)
            let text = SourceText.literal(cell)
            let isReversed = found.diagnostics.contains { $0.code == .reversedPeriod }
            var last = 0
            for deadline in found.deadlines {
                if let start = deadline.start, let end = deadline.end, !isReversed { #expect(start <= end, "\(cell)") }
                guard let place = deadline.location else { continue }
                #expect(place.start >= last && place.end <= text.bytes.count, "\(cell)")
                #expect(text.string(place.start..<place.end) == deadline.text, "\(cell)")
                last = place.start
            }
        }
    }

    @Test("items with times of one sort are no range across the bullet between them")
    func neighbours() {
        for (left, right) in [
            ("Quý III/2026", "Quý III/2026"), ("Quý III/2026", "Quý IV/2026"), ("Tháng 6/2026", "Tháng 6/2026"),
            ("Từ tháng 3/2026", "Tháng 9/2026"), ("Ngày 30/6/2026", "Ngày 31/12/2026"), ("Tháng 6", "7/2026"),
        ] {
            let found = DeadlineForm.read("- \(left)\n- \(right)").deadlines.map(DeadlineForm.brief)
            #expect(found == [left, right].flatMap { DeadlineForm.read($0).deadlines.map(DeadlineForm.brief) })
        }
    }

    @Test("cells joined from known forms give the statements of the forms")
    func joined() {
        var generator = SeededGenerator(seed: 7)
        let forms = [
            "Tháng 6/2026", "Trước ngày 15/10/2026", "Quý III/2026", "Hằng quý", "Thường xuyên", "Theo quy định",
            "Sau khi có hướng dẫn", "15 ngày kể từ ngày nhận hồ sơ", "Từ tháng 3 đến tháng 5/2026",
        ]
        for _ in 0..<300 {
            // The same form may come twice, also in neighbouring items.
            let chosen = (0..<Int.random(in: 2...4, using: &generator))
                .map { _ in forms[Int.random(in: 0..<forms.count, using: &generator)] }
            let cell = chosen.map { "- " + $0 }.joined(separator: "\n")
            let found = DeadlineForm.read(cell).deadlines.map(DeadlineForm.brief)
            #expect(found == chosen.flatMap { DeadlineForm.read($0).deadlines.map(DeadlineForm.brief) }, "\(cell)")
        }
    }
}
