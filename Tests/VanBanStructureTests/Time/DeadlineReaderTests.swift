import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// A deadline in one line: kind, start..end, bound, frequencies.
private func brief(_ deadline: Deadline) -> String {
    var words = [deadline.kind.rawValue]
    if deadline.start != nil || deadline.end != nil {
        words.append((deadline.start?.description ?? "") + ".." + (deadline.end?.description ?? ""))
    }
    if let bound = deadline.bound { words.append(bound.rawValue) }
    if !deadline.frequency.isEmpty { words.append(deadline.frequency.map(\.rawValue).joined(separator: "+")) }
    return words.joined(separator: " ")
}

private func read(
    _ cell: String, year: Int? = 2024, period: Period? = nil
) -> (deadlines: [Deadline], diagnostics: [Diagnostic]) {
    let source = SourceText.literal(cell)
    return DeadlineReader(year: year, period: period).read(Stretch(0..<source.bytes.count), in: source)
}

@Suite("Deadline cells")
struct DeadlineReaderTests {
    @Test(
        "one statement has its kind, days and bound",
        arguments: [
            ("Tháng 5/2024", "month 2024-05-01..2024-05-31 within"),
            ("Tháng9/2024", "month 2024-09-01..2024-09-30 within"),
            ("9/2024", "month 2024-09-01..2024-09-30 within"),
            ("Tháng 01 năm sau", "month 2025-01-01..2025-01-31 within"),
            ("Trước tháng 6/2024", "month ..2024-06-01 before"),
            ("Đến hết tháng 6/2024", "month 2024-06-01..2024-06-30 by"),
            ("Quý III/ 2024", "quarter 2024-07-01..2024-09-30 within"),
            ("Qúy 1 năm 2024", "quarter 2024-01-01..2024-03-31 within"),
            ("Q4/2024", "quarter 2024-10-01..2024-12-31 within"),
            ("Năm 2024", "year 2024-01-01..2024-12-31 within"),
            ("2024", "year 2024-01-01..2024-12-31 within"),
            ("Trước ngày 30 tháng 11 năm 2024", "date ..2024-11-30 before"),
            ("Chậm nhất là ngày 15-10-2024", "date ..2024-10-15 by"),
            ("Trước 17 giờ ngày 15/11/2024", "date ..2024-11-15 before"),
            ("Nhân ngày hội sách (21/4)", "date 2024-04-21..2024-04-21 on"),
            ("Cuối tháng 6/2024", "date ..2024-06-30 by"),
            ("Giữa tháng 02/2024", "date 2024-02-15..2024-02-15 on"),
            ("Giữa năm 2024", "date 2024-06-30..2024-06-30 on"),
            ("Đầu năm 2024", "date 2024-01-01..2024-01-01 on"),
            ("6 tháng cuối năm 2024", "range 2024-07-01..2024-12-31 within"),
            ("Tháng 10, 11/ 2024", "range 2024-10-01..2024-11-30 within"),
            ("Quý III và Quý IV năm 2024", "range 2024-07-01..2024-12-31 within"),
            ("Quý II - Quý IV/2024", "range 2024-04-01..2024-12-31 within"),
            ("Từ tháng 3 đến tháng 6/2024", "range 2024-03-01..2024-06-30 within"),
            ("Từ ngày 15/01/2024 đến hết ngày 14/3/2024", "range 2024-01-15..2024-03-14 within"),
            ("Từ tháng 3/2024", "range 2024-03-01.. after"),
            ("Giai đoạn 2021 - 2025", "range 2021-01-01..2025-12-31 within"),
            ("Từ nay đến hết năm 2024", "range ..2024-12-31 by"),
        ])
    func single(cell: String, expected: String) {
        #expect(read(cell).deadlines.map(brief) == [expected])
    }

    @Test(
        "recurrences have their frequencies and the time within which they recur",
        arguments: [
            ("Thường xuyên", "recurring continuous"),
            ("Thực hiện thường xuyên trong năm 2024", "recurring 2024-01-01..2024-12-31 within continuous"),
            ("Đột xuất, định kỳ trong năm 2024", "recurring 2024-01-01..2024-12-31 within periodic"),
            ("Hằng tháng", "recurring monthly"), ("Hàng tuần", "recurring weekly"),
            ("Báo cáo tháng, quý, 6 tháng, 9 tháng và năm", "recurring monthly+quarterly+semiannual+nineMonth+annual"),
            ("Báo cáo theo tháng, năm theo quy định", "recurring monthly+annual"),
            ("Mỗi năm 1 lần", "recurring annual"), ("2 lần/năm", "recurring twiceYearly"),
            ("01 năm 02 lần (6 tháng 1 lần)", "recurring twiceYearly"), ("6 tháng/lần", "recurring semiannual"),
            ("Báo cáo trước ngày 10 của quý/6 tháng/năm", "recurring before quarterly+semiannual+annual"),
            ("trước ngày 10 của tháng cuối kỳ báo cáo", "recurring before periodic"),
            ("Ngày 25 hằng tháng", "recurring monthly"), ("Hằng năm, trước ngày 31/12", "recurring before annual"),
        ])
    func recurring(cell: String, expected: String) {
        #expect(read(cell).deadlines.map(brief) == [expected])
    }

    @Test(
        "times that hang on an event or on another document have no days of their own",
        arguments: [
            ("Sau khi Chính phủ ban hành Nghị định", "relative after", "Chính phủ ban hành Nghị định"),
            ("Báo cáo khi hoàn thành", "relative after", "hoàn thành"),
            ("Chậm nhất là 10 ngày kể từ ngày được giao", "relative by", "ngày được giao"),
            ("Trong thời hạn 05 ngày làm việc sau khi nhận hồ sơ", "relative within", "nhận hồ sơ"),
            ("Sau Hội nghị tổng kết", "relative after", "Hội nghị tổng kết"),
            ("Theo Kế hoạch số 5/KH-UBND ngày 02/01/2024", "asRegulated", "Kế hoạch số 5/KH-UBND ngày 02/01/2024"),
            ("Theo quy định của Luật Ngân sách", "asRegulated", "quy định của Luật Ngân sách"),
        ] as [(String, String, String?)])
    func relative(cell: String, expected: String, anchor: String?) {
        let deadlines = read(cell).deadlines
        #expect(deadlines.map(brief) == [expected])
        #expect(deadlines.first?.anchor == anchor)
        #expect(deadlines.first?.text == cell)
    }

    @Test("days after a printed day are counted without that day")
    func counted() {
        #expect(
            read("Trong vòng 15 ngày kể từ ngày 20/02/2024").deadlines.map(brief) == [
                "relative ..2024-03-06 within"
            ])
        #expect(
            read("Trong thời hạn 01 tháng kể từ ngày 31/01/2024").deadlines.map(brief) == [
                "relative ..2024-02-29 within"
            ])
    }

    @Test(
        "every statement of a cell is a deadline of its own",
        arguments: [
            (
                "- Ban hành kế hoạch tháng 3/2024 - Báo cáo 6 tháng, năm",
                ["Ban hành kế hoạch tháng 3/2024", "Báo cáo 6 tháng, năm"]
            ),
            (
                "Hoàn thành Đề án trong tháng 2/2024 Báo cáo quý; năm",
                ["Hoàn thành Đề án trong tháng 2/2024", "Báo cáo quý; năm"]
            ),
            (
                "Tháng 01/2024 và thực hiện thường xuyên; báo cáo theo quy định.",
                ["Tháng 01/2024", "thực hiện thường xuyên", "báo cáo theo quy định"]
            ),
            ("Hàng quý, ngày 21/4", ["Hàng quý", "ngày 21/4"]),
            (
                "Lần 1: trước ngày 30/6/2024. - Lần 2: trước ngày 15/10/2024",
                ["Lần 1: trước ngày 30/6/2024", "Lần 2: trước ngày 15/10/2024"]
            ),
            ("- Đề án; Tờ trình tháng 4/2024", ["Đề án; Tờ trình tháng 4/2024"]),
            ("Sau khi có Nghị quyết - Báo cáo theo quy định", ["Sau khi có Nghị quyết", "Báo cáo theo quy định"]),
            (
                "Khi có đề nghị của tổ chức, công dân . - Báo cáo hàng quý",
                ["Khi có đề nghị của tổ chức, công dân", "Báo cáo hàng quý"]
            ),
            ("Năm 2024(sau khi có hướng dẫn của Bộ)", ["Năm 2024(sau khi có hướng dẫn của Bộ)"]),
        ])
    func cuts(cell: String, texts: [String]) {
        #expect(read(cell).deadlines.map(\.text) == texts)
    }

    @Test("each report of a list has the day of its own bracket")
    func brackets() {
        let deadlines = read("Báo cáo quý (trước 5 tháng cuối quý), 6 tháng (trước 5/6), năm (trước 5/12)").deadlines
        #expect(
            deadlines.map(brief) == [
                "recurring before quarterly", "date ..2024-06-05 before semiannual", "date ..2024-12-05 before annual",
            ])
        #expect(deadlines.map(\.product) == ["Báo cáo", "Báo cáo 6 tháng", "Báo cáo năm"])
    }

    @Test("what is due is told apart from when")
    func products() {
        let deadlines = read("Kế hoạch xong trong tháng 2/2024; báo cáo 6 tháng trước ngày 01/6").deadlines
        #expect(deadlines.map(\.product) == ["Kế hoạch", "báo cáo 6 tháng"])
        #expect(read("Kế hoạch năm 2025 trong tháng 12/2024").deadlines.map(\.product) == ["Kế hoạch năm 2025"])
        #expect(read("Triển khai thường xuyên").deadlines.first?.product == nil)
    }

    @Test("a missing year is the plan's, or that of the list's end")
    func assumedYear() {
        let found = read("Trong quý I", year: 2022)
        #expect(found.deadlines.map(brief) == ["quarter 2022-01-01..2022-03-31 within"])
        #expect(found.diagnostics.map(\.code) == [.assumedYear])
        #expect(found.diagnostics.first?.arguments == ["Trong quý I", "2022"])
        let list = read("Tháng 3, 9/2025", year: 2025)
        #expect(
            list.deadlines.map(brief) == ["month 2025-03-01..2025-03-31 within", "month 2025-09-01..2025-09-30 within"])
        #expect(list.diagnostics.isEmpty)
    }

    @Test("a month that no plan gives a year has no days and is reported")
    func unknownYear() {
        let found = read("Tháng 6", year: nil)
        #expect(found.deadlines.map(brief) == ["month within"])
        #expect(found.diagnostics.map(\.code) == [.unknownYear])
    }

    @Test("doubtful days are reported")
    func doubts() {
        let invalid = read("Trước ngày 31/02/2024")
        #expect(invalid.deadlines.first?.end == nil)
        #expect(invalid.diagnostics.map(\.code) == [.invalidDate])
        #expect(read("Tháng 12/2023").diagnostics.map(\.arguments) == [["Tháng 12/2023", "2024"]])
        #expect(read("Tháng 12/2023").diagnostics.map(\.code) == [.yearOutsidePeriod])
        let period = Period(
            start: CalendarDate(year: 2021, month: 1, day: 1), end: CalendarDate(year: 2025, month: 12, day: 31))
        #expect(read("Tháng 12/2023", year: nil, period: period).diagnostics.isEmpty)
        #expect(
            read("Từ ngày 30/9/2024 đến ngày 01/3/2024").diagnostics.map(\.code) == [.reversedPeriod])
    }

    @Test("words that tell no time are kept and reported")
    func unparsed() {
        let found = read("Tháng 12/2024; kịp thời")
        #expect(found.deadlines.map(\.kind) == [.month, .unparsed])
        #expect(found.deadlines.last?.text == "kịp thời")
        #expect(found.diagnostics.map(\.code) == [.unparsedDeadline])
    }

    @Test("an empty cell or a lone dash has no deadlines", arguments: ["", "  ", "-", "…"])
    func empty(cell: String) {
        let found = read(cell)
        #expect(found.deadlines.isEmpty && found.diagnostics.isEmpty)
    }

    @Test("a statement's location is its own bytes")
    func location() {
        let deadlines = read("- Tháng 1/2024 - Tháng 3/2024").deadlines
        #expect(deadlines.map(\.location?.start) == [2, 18])
    }
}
