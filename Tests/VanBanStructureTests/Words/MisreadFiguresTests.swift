import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

private func figures(_ words: String) -> MisreadFigures {
    let text = SourceText.literal(words)
    return MisreadFigures(TokenText(0..<text.bytes.count, in: text))
}

@Suite("figures with letters among them")
struct MisreadFiguresTests {
    @Test("a letter that looks like a digit is one at each place of a share, of points and of a place")
    func everyPlace() {
        for number in ["10", "11", "100", "91", "42"] {
            for (digit, letters) in [("0", ["O", "o"]), ("1", ["l", "I"])] {
                for position in number.indices where String(number[position]) == digit {
                    for letter in letters {
                        let printed = number.replacingCharacters(in: position...position, with: letter)
                        for words in [
                            "đạt \(printed)%", "đạt \(printed) điểm", "hạng \(printed)/63", "hạng 5/\(printed)",
                        ] {
                            let found = figures(words)
                            #expect(found.readings.map(\.reading) == [number], "\(words)")
                            #expect(found.unread.isEmpty, "\(words)")
                        }
                    }
                }
            }
        }
    }

    @Test(
        "other letters leave no one reading",
        arguments: ["9Q%", "4Z,15 điểm", "xếp hạng 1S/63", "xếp hạng 5/6Q tỉnh", "9b %"])
    func unread(words: String) {
        let found = figures(words)
        #expect(found.readings.isEmpty)
        #expect(found.unread.count == 1)
        #expect(found.diagnostics().map(\.code) == [.unreadFigure])
    }

    @Test(
        "what is no figure is left alone",
        arguments: [
            "đạt 10l nước", "5km", "Nghị quyết số 12a/NQ-HĐND", "QH14", "lo ngại 5 điều", "I/ MỤC ĐÍCH", "Io",
            "hạng II", "hạng I/63", "Quý thứ II/2026", "quý thứ ll/2026",
            "A4", "tổ 3l", "ol", "đạt 42,15 điểm và 95%", "lần lượt đạt 95, 97%",
        ])
    func others(words: String) {
        let found = figures(words)
        #expect(found.readings.isEmpty)
        #expect(found.unread.isEmpty)
    }

    @Test("a fraction with a space by its comma is one number, where only its own unit stands behind it")
    func fractions() {
        for sign in [",", "."] {
            #expect(figures("đạt 42\(sign) 15 điểm").readings.map(\.reading) == ["42,15"])
        }
        #expect(figures("đạt 42 ,15 điểm").readings.map(\.reading) == ["42,15"])
        #expect(figures("đạt 95, 5%").unread.count == 1)
    }
}

@Suite("figures of results and targets")
struct MisreadMeasureTests {
    private func record(_ words: String) throws -> Record {
        try Documents.plan("I. NHIỆM VỤ\n\n1. \(words)", title: "Thực hiện công tác thử năm 2026")
    }

    @Test("a result's figures are those that a reader sees, and told")
    func results() throws {
        let record = try record("Năm 2025, Chỉ số PAPI của tỉnh đạt 42,l5 điểm, xếp hạng 1O/63 tỉnh, thành phố.")
        #expect(record.indexScores.map(\.score) == [42.15])
        #expect(record.indexScores.map { $0.rank?.position } == [10])
        #expect(record.indexScores.map { $0.rank?.of } == [63])
        #expect(record.diagnostics.count { $0.code == .misreadFigure } == 2)
    }

    @Test("a place that cannot be read is none, and of an unread whole nothing is said")
    func unreadPlaces() throws {
        let first = try record("Năm 2025, Chỉ số PAPI của tỉnh đạt 42,15 điểm, xếp hạng 1Q/63 tỉnh, thành phố.")
        #expect(first.indexScores.map(\.rank) == [nil])
        let second = try record("Năm 2025, Chỉ số PAPI của tỉnh đạt 42,15 điểm, xếp hạng 5/6Q tỉnh, thành phố.")
        #expect(second.indexScores.map { $0.rank?.position } == [5])
        #expect(second.indexScores.map { $0.rank?.of } == [nil])
        for record in [first, second] { #expect(record.diagnostics.count { $0.code == .unreadFigure } == 1) }
    }

    @Test(
        "shares in words, with typed signs and misread figures are targets",
        arguments: [
            ("95 phần trăm trở lên", Target.Comparator.atLeast, 95.0), ("≥95%", .atLeast, 95), (">= 95%", .atLeast, 95),
            ("<=5%", .atMost, 5), ("1OO%", .equal, 100), ("trên 9O%", .above, 90), ("95phần trăm", .equal, 95),
        ])
    func targets(words: String, comparator: Target.Comparator, value: Double) throws {
        let record = try record("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt \(words).")
        #expect(record.targets.map(\.comparator) == [comparator])
        #expect(record.targets.map(\.value) == [value])
    }

    @Test("of a range with an end that cannot be read nothing is kept")
    func halfRanges() throws {
        let read = try record("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt từ 9O% đến 95%.")
        #expect(read.targets.map(\.value) == [90])
        #expect(read.targets.map(\.upper) == [95])
        let unread = try record("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt từ 9Q% đến 95%.")
        #expect(unread.targets.isEmpty)
        #expect(unread.diagnostics.contains { $0.code == .unreadFigure })
    }

    @Test(
        "figures of a result that a space or a wrong sign parts leave no one reading",
        arguments: [
            "xếp hạng 1 5/34 tỉnh", "xếp hạng 15/3 4 tỉnh", "đạt 4 2,15 điểm", "đạt 42,1 5 điểm", "đạt 8 7,5%",
            "đạt 1 00%", "đạt 42;15 điểm", "đạt 42'15 điểm", "đạt B2,15 điểm", "đạt 95,S%", "giảm 1S bậc",
            "năm 202S",
        ])
    func torn(words: String) {
        let found = figures(words)
        #expect(found.unread.count == 1)
        #expect(found.diagnostics().map(\.code) == [.unreadFigure])
    }

    @Test(
        "signs and words around a figure, and years, are put right where only one can be meant",
        arguments: [
            ("đạt 87,5°/o", "%"), ("đạt 42,15 đlểm", "điểm"), ("đat 42,15 điểm", "đạt"), ("xếp hang 15/34", "hạng"),
            ("năm 20 25", "2025"), ("Chỉ số PAPl", "PAPI"), ("Chỉ số PAR lNDEX", "INDEX"), ("Chỉ số SlPAS", "SIPAS"),
        ])
    func repaired(words: String, reading: String) {
        let found = figures(words)
        #expect(found.readings.map(\.reading) == [reading])
        #expect(found.unread.isEmpty)
    }

    @Test(
        "thousands, lists and other words stay as they are",
        arguments: [
            "thưởng 1 000 điểm", "năm 2025 42 điểm", "12 điểm cầu", "hang động 15", "mục 1 5 điểm", "ngày 15 42%",
        ])
    func whole(words: String) {
        let found = figures(words)
        #expect(found.readings.isEmpty && found.unread.isEmpty)
    }
}
