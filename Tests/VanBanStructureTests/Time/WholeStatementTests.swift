import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("a statement of time is understood whole or not at all")
struct WholeStatementTests {
    @Test("a quarter is the same in every way to print its number")
    func quarters() {
        let starts = ["01-01", "04-01", "07-01", "10-01"]
        let ends = ["03-31", "06-30", "09-30", "12-31"]
        let words = ["một", "hai", "ba", "tư"]
        for (index, roman) in ["I", "II", "III", "IV"].enumerated() {
            let expected = ["quarter 2026-\(starts[index])..2026-\(ends[index])"]
            for cell in [
                "Quý \(roman)/2026", "Quý thứ \(roman)/2026", "Quý \(roman)2026", "Quý (\(roman))/2026",
                "Quý:\(roman)/2026",
                "Quý. \(roman)/2026", "Quý \"\(roman)\"/2026", "Quý \(index + 1)/2026",
                "Quý thứ \(words[index]) năm 2026",
                "quý \(words[index]) năm 2026", "Quý\(roman)/2026", "Quý\(index + 1) năm2026",
            ] { #expect(ReadTimes.spans(cell) == expected, "\(cell)") }
        }
    }

    @Test("a month is the same in figures and in words")
    func months() {
        let words = [
            "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
        ]
        for (index, word) in words.enumerated() {
            #expect(ReadTimes.spans("Tháng \(word) năm 2026") == ReadTimes.spans("Tháng \(index + 1)/2026"), "\(word)")
            #expect(ReadTimes.spans("Tháng\(index + 1)/2026") == ReadTimes.spans("Tháng \(index + 1)/2026"))
        }
        #expect(ReadTimes.spans("Tháng ba, tháng tư 2026") == ["range 2026-03-01..2026-04-30"])
        #expect(ReadTimes.spans("Quý IV/2026, I/2027").count == 2)
    }

    @Test("a form that nobody has filled in says no time, whatever of it is printed")
    func blanks() {
        for blank in ["", "…", "...", "____"] {
            for cell in [
                "Ngày \(blank) tháng \(blank) năm 2026", "Tháng \(blank) năm 2026", "Quý \(blank) năm 2026",
                "Trước ngày \(blank) tháng \(blank) năm 2026",
            ] {
                let found = ReadTimes.read(cell)
                #expect(found.deadlines.map(\.kind) == [.unparsed], "\(cell)")
                #expect(found.diagnostics.map(\.code) == [.unparsedDeadline], "\(cell)")
            }
        }
        for cell in [
            "Ngày … / … /2026", "…/…/2026", "Quý …/2026", "ngày … tháng 6 năm 2026", "Tháng giêng năm 2026",
            "Quý số II/2026",
        ] {
            #expect(ReadTimes.read(cell).deadlines.map(\.kind) == [.unparsed], "\(cell)")
        }
    }

    @Test(
        "half a list is no statement",
        arguments: ["Tháng 3, IV/2026", "Tháng 11, 13/2026", "Tháng 3, 4, 13/2026", "Quý II/2Q26", "Tháng 3/2026, IV"])
    func halves(cell: String) {
        let found = ReadTimes.read(cell)
        #expect(found.deadlines.allSatisfy { $0.kind == .unparsed })
        #expect(found.diagnostics.contains { $0.code == .unparsedDeadline })
    }

    @Test(
        "recurrences, counts and what is due are no blanks and no lists",
        arguments: [
            ("Hằng tháng, quý, năm", "recurring .."), ("Báo cáo tháng, quý, 6 tháng và năm", "recurring .."),
            ("Ngày 25 hằng tháng", "recurring .."), ("Tháng 6, 02 báo cáo", "month 2026-06-01..2026-06-30"),
            ("Mỗi quý một lần", "recurring .."), ("15/6/2026, 17h00", "date 2026-06-15..2026-06-15"),
            ("Trước 17h00, ngày 15/6/2026", "date ..2026-06-15"),
        ])
    func others(cell: String, expected: String) {
        #expect(ReadTimes.spans(cell) == [expected])
    }

    @Test("the name of a document keeps its commas and its year")
    func names() {
        #expect(
            ReadTimes.read("Theo Kế hoạch rà soát, đánh giá văn bản năm 2026 của tỉnh").deadlines.map(\.kind) == [
                .asRegulated
            ])
        #expect(
            ReadTimes.spans("Theo Kế hoạch kiểm tra, báo cáo trước ngày 15/6/2026") == [
                "asRegulated ..", "date ..2026-06-15",
            ])
    }

    @Test(
        "words glued to their figures say what they say apart",
        arguments: [
            ("Trước ngày15/6/2026", "Trước ngày 15/6/2026"), ("trước25/12/2026", "trước 25/12/2026"),
            ("từ ngày01/3 đến ngày30/6/2026", "từ ngày 01/3 đến ngày 30/6/2026"), ("Năm2026", "Năm 2026"),
        ])
    func glued(cell: String, apart: String) {
        #expect(ReadTimes.spans(cell) == ReadTimes.spans(apart))
        #expect(ReadTimes.read(cell).diagnostics.isEmpty)
    }

    @Test("a day said in two languages is one")
    func twoLanguages() {
        for cell in [
            "Trước ngày 30/6/2026\u{0B}Before 30/6/2026", "Trước ngày 30/6/2026\u{0B}Before June 30, 2026",
            "Trước 30/6/2026 (Before 30 June 2026)",
        ] { #expect(ReadTimes.spans(cell) == ["date ..2026-06-30"], "\(cell)") }
        #expect(ReadTimes.spans("Báo cáo A: 30/6/2026; báo cáo B: 30/6/2026").count == 2)
    }

    @Test("before a unit the end is its first day, as before a day it is that day")
    func before() {
        #expect(ReadTimes.spans("trước tháng 12/2026") == ["month ..2026-12-01"])
        #expect(ReadTimes.spans("trước quý III/2026") == ["quarter ..2026-07-01"])
        #expect(ReadTimes.spans("trước ngày 01/12/2026") == ["date ..2026-12-01"])
        #expect(ReadTimes.read("trước tháng 12/2026").deadlines.first?.bound == .before)
    }

    @Test("a day in brackets on which something else is due is a statement of its own")
    func reports() {
        let found = ReadTimes.read("Quý II/2026 (Sở Y tế báo cáo trước 20/6/2026)").deadlines
        #expect(found.map(\.kind) == [.quarter, .date])
        #expect(found.map(\.end?.description) == ["2026-06-30", "2026-06-20"])
        #expect(found.map(\.product) == [nil, "Sở Y tế báo cáo"])
        #expect(found.map(\.text) == ["Quý II/2026", "Sở Y tế báo cáo trước 20/6/2026"])
        #expect(ReadTimes.spans("Quý II/2026 (hoàn thành trước 20/6/2026)") == ["date ..2026-06-20"])
        #expect(
            ReadTimes.spans("Khai giảng ngày 24/8/2026 (bế giảng ngày 27/8/2026)")
                == ["date 2026-08-24..2026-08-24", "date 2026-08-27..2026-08-27"])
        #expect(ReadTimes.spans("Hằng tuần (bắt đầu từ ngày 05/9/2026)") == ["recurring 2026-09-05.."])
    }

    @Test("a time without a year is said for each year of a list")
    func years() {
        #expect(
            ReadTimes.spans("Trước 31/3 các năm 2027, 2028") == ["date ..2027-03-31", "date ..2028-03-31"])
        #expect(
            ReadTimes.spans("Quý I các năm 2027, 2028")
                == ["quarter 2027-01-01..2027-03-31", "quarter 2028-01-01..2028-03-31"])
        #expect(ReadTimes.spans("2026, 2027 và 2028") == ["range 2026-01-01..2028-12-31"])
    }

    @Test("a range whose first end has no year begins in the one that makes it run forward, where the plan has it")
    func turnOfYear() {
        #expect(ReadTimes.spans("Tháng 11 đến tháng 02/2027") == ["range 2026-11-01..2027-02-28"])
        #expect(ReadTimes.spans("Tháng 11 - 02/2027") == ["range 2026-11-01..2027-02-28"])
        #expect(ReadTimes.read("Quý IV - Quý II/2026").diagnostics.contains { $0.code == .reversedPeriod })
    }

    @Test(
        "a day and a quarter whatever stands between their figures",
        arguments: [
            ("25 – 12 – 2026", "date 2026-12-25..2026-12-25"), ("2026/09/15", "date 2026-09-15..2026-09-15"),
            ("Quý III - năm 2026", "quarter 2026-07-01..2026-09-30"), ("Quy II/2026", "quarter 2026-04-01..2026-06-30"),
            ("trước 16h30 Thứ Ba, ngày 23/5/2026", "date ..2026-05-23"),
        ])
    func signs(cell: String, span: String) {
        #expect(ReadTimes.spans(cell) == [span])
    }

    @Test("numbers of items are no times")
    func items() {
        let found = ReadTimes.read("1. Dự thảo: 30/4/2026 2. Trình ký: 31/5/2026").deadlines
        #expect(found.map(\.end?.description) == ["2026-04-30", "2026-05-31"])
    }
}
