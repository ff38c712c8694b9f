import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("statements of time beside the usual ones")
struct NeighbouringTimesTests {
    @Test("a number that counts something else is no day and no month")
    func countedNumbers() {
        for word in ["Đợt", "Lần", "Khóa", "Lớp", "Phiên", "Kỳ", "Phiên họp thứ", "Tuần", "Tuần thứ"] {
            for number in ["1", "2", "02"] {
                #expect(
                    ReadTimes.spans("\(word) \(number) tháng 3/2026") == ["month 2026-03-01..2026-03-31"],
                    "\(word) \(number)")
                let alone = ReadTimes.spans("\(word) \(number)/2026")
                #expect(
                    !alone.contains { $0.hasPrefix("month") || $0.hasPrefix("date") }, "\(word) \(number): \(alone)")
            }
        }
        #expect(ReadTimes.spans("Kỳ 6 tháng đầu năm 2026") == ["range 2026-01-01..2026-06-30"])
        #expect(ReadTimes.spans("Tuần I tháng 3/2026") == ["month 2026-03-01..2026-03-31"])
        #expect(ReadTimes.spans("Tuần đầu tháng 4/2026") == ["month 2026-04-01..2026-04-30"])
        #expect(ReadTimes.spans("ngày 2/3/2026") == ["date 2026-03-02..2026-03-02"])
    }

    @Test(
        "what can't be told in days is told as unread",
        arguments: [
            "Mùng 10/3 âm lịch", "10/3 (âm lịch)", "15/8 ÂL", "Tháng 02 (âm lịch)", "Rằm tháng giêng", "Tháng 1 2/2026",
            "Tháng 1 0 năm 2026", "Quý ||/2026", "Mười ngày đầu tháng 6/2026",
            "Những ngày đầu tháng 6/2026",
        ])
    func unread(cell: String) {
        let found = ReadTimes.read(cell)
        #expect(found.deadlines.map(\.kind) == [.unparsed])
        #expect(found.diagnostics.map(\.code) == [.unparsedDeadline])
    }

    @Test(
        "words of time without a space between them",
        arguments: [
            ("Trướcngày 30/9/2026", "Trước ngày 30/9/2026"), ("Chậmnhất ngày 30/9/2026", "Chậm nhất ngày 30/9/2026"),
            ("Chậm nhấtngày 30/9/2026", "Chậm nhất ngày 30/9/2026"),
            ("Từtháng 3 đến tháng 5/2026", "Từ tháng 3 đến tháng 5/2026"),
            ("Từ tháng 3 đếntháng 5/2026", "Từ tháng 3 đến tháng 5/2026"),
            ("Đếnhết ngày 31/12/2026", "Đến hết ngày 31/12/2026"), ("Trongquý II/2026", "Trong quý II/2026"),
        ])
    func glued(cell: String, parted: String) {
        #expect(ReadTimes.spans(cell) == ReadTimes.spans(parted))
        #expect(ReadTimes.read(cell).deadlines.map(\.bound) == ReadTimes.read(parted).deadlines.map(\.bound))
    }

    @Test(
        "each form has its days",
        arguments: [
            ("2026-09-30", ["date 2026-09-30..2026-09-30"]),
            ("Trước ngày Ol/7/2026", ["date ..2026-07-01"]),
            ("T1+T2/2026", ["range 2026-01-01..2026-02-28"]),
            ("Quý đầu năm 2026", ["quarter 2026-01-01..2026-03-31"]),
            ("Quý cuối năm 2026", ["quarter 2026-10-01..2026-12-31"]),
            ("Tháng đầu quý II/2026", ["month 2026-04-01..2026-04-30"]),
            ("Hai tháng đầu năm 2026", ["range 2026-01-01..2026-02-28"]),
            ("Quý I/II/2026", ["range 2026-01-01..2026-06-30"]),
            ("Quý II /năm 2026", ["quarter 2026-04-01..2026-06-30"]),
            ("Ngày ba mươi tháng chín năm 2026", ["date 2026-09-30..2026-09-30"]),
            ("Ngày mười lăm tháng 6 năm 2026", ["date 2026-06-15..2026-06-15"]),
            ("Tháng thứ 3 năm 2026", ["month 2026-03-01..2026-03-31"]),
            ("Từ 20/12 đến 10/01/2027", ["range 2026-12-20..2027-01-10"]),
            ("15/11/2026 - 15/01", ["range 2026-11-15..2027-01-15"]),
            ("Trong năm 2026 và các năm tiếp theo", ["range 2026-01-01.."]),
            ("Hằng năm 2027 - 2030", ["recurring 2027-01-01..2030-12-31"]),
            ("Hằng quý đến năm 2030", ["recurring ..2030-12-31"]),
            ("mỏ Quý Lâm vào khai thác năm 2026", ["year 2026-01-01..2026-12-31"]),
        ])
    func forms(cell: String, expected: [String]) { #expect(ReadTimes.spans(cell) == expected) }

    @Test("a year torn by a space is closed, and that is told", arguments: ["Năm 2 026", "Năm 20 26"])
    func tornYears(cell: String) {
        #expect(ReadTimes.spans(cell) == ["year 2026-01-01..2026-12-31"])
        #expect(ReadTimes.read(cell).diagnostics.map(\.code) == [.misreadFigure])
    }

    @Test("months of a list are all there, whatever sign parts them")
    func months() {
        for sign in [", ", "; ", " và "] {
            let months = ["3", "6", "9", "12/2026"].joined(separator: sign)
            #expect(ReadTimes.spans("Tháng " + months).count == 4, "\(months)")
        }
        #expect(ReadTimes.read("2/2026 & 7/2026").deadlines.map(\.text) == ["2/2026", "7/2026"])
    }

    @Test("a recurrence with its day in brackets recurs")
    func bracketedDay() {
        let found = ReadTimes.read("Định kỳ hằng năm (trước ngày 20/11)").deadlines
        #expect(found.map(\.kind) == [.recurring])
        #expect(found.map(\.bound) == [.before])
        #expect(ReadTimes.spans("mô hình kinh tế tuần hoàn") == ["unparsed .."])
    }

    @Test("weeks of a month are its month, whichever of them and however written")
    func weeks() {
        for weeks in ["Tuần 2", "Tuần 1-2", "Tuần 3, 4"] {
            #expect(ReadTimes.spans("\(weeks)/3/2026") == ["month 2026-03-01..2026-03-31"], "\(weeks)")
        }
        #expect(ReadTimes.spans("2/3/2026") == ["date 2026-03-02..2026-03-02"])
    }

    @Test("brackets may say that something comes again")
    func frequencyInBrackets() {
        for unit in ["Tháng 6", "Quý IV", "Trước ngày 15/12"] {
            #expect(
                ReadTimes.read("\(unit) (hằng năm)").deadlines.map(\.kind)
                    == ReadTimes.read("\(unit) hằng năm").deadlines.map(\.kind), "\(unit)")
        }
    }

    @Test("what comes again in the years that follow has the first of its times, what has no end none")
    func onward() {
        for tail in ["và các năm tiếp theo", "và những năm sau"] {
            #expect(ReadTimes.spans("Quý II/2026 \(tail)") == ["quarter 2026-04-01..2026-06-30"])
            #expect(ReadTimes.spans("Tháng 9/2026 \(tail)") == ["month 2026-09-01..2026-09-30"])
        }
        #expect(ReadTimes.spans("Năm 2026 và các năm tiếp theo") == ["range 2026-01-01.."])
        #expect(ReadTimes.spans("Tháng 3/2026 trở đi") == ["range 2026-03-01.."])
    }

    @Test("lines that are each a time are statements of their own")
    func lines() {
        #expect(
            ReadTimes.spans("Quý I/2026\nQuý III/2026")
                == ["quarter 2026-01-01..2026-03-31", "quarter 2026-07-01..2026-09-30"])
        #expect(ReadTimes.spans("Năm 2026\nNăm 2027").count == 2)
        #expect(ReadTimes.spans("Quý II/2026\n30/9/2026").count == 2)
        #expect(ReadTimes.spans("30/6/2026\nThường xuyên").first == "date 2026-06-30..2026-06-30")
        // A time that goes on in the next line is one.
        #expect(ReadTimes.spans("Tháng 3,\n4/2026") == ["range 2026-03-01..2026-04-30"])
    }

    @Test(
        "the day of a document that a cell cites is no deadline",
        arguments: [
            "Tháng 11/2026 (Công văn số 88/SNV-CCHC ngày 01/3/2026)",
            "Tháng 11/2026 (Quyết định số 12/QĐ-UBND, ngày 05 tháng 01 năm 2026)",
            "Tháng 11/2026 [Kế hoạch số 15/KH-UBND ngày 10/02/2026]",
        ])
    func citedDays(cell: String) {
        #expect(ReadTimes.spans(cell) == ["month 2026-11-01..2026-11-30"])
    }

    @Test("a report's quarter before a colon names it, and an arrow goes from one day to another")
    func signs() {
        #expect(ReadTimes.spans("Báo cáo quý I: 20/4/2026") == ["date 2026-04-20..2026-04-20"])
        for arrow in ["→", "->", "=>"] {
            #expect(ReadTimes.spans("01/7/2026 \(arrow) 30/7/2026") == ["range 2026-07-01..2026-07-30"], "\(arrow)")
        }
    }

    @Test("how long is not how often, nor is a year of two figures every year")
    func durations() {
        for cell in ["Trong 3 tháng", "Năm 26", "Tháng thứ 3"] {
            #expect(!ReadTimes.read(cell).deadlines.contains { $0.kind == .recurring }, "\(cell)")
        }
        #expect(ReadTimes.read("Hằng quý").deadlines.map(\.kind) == [.recurring])
    }
}
