import Testing
import VanBanReading

@testable import VanBanStructure

/// A year that found no room in a narrow cell: `31/12/20⏎26`.
@Suite("years that a line of a cell cuts")
struct CutYearTests {
    private func pieces(_ lines: [String]) -> (text: SourceText, stretch: Stretch) {
        let text = SourceText(plain: Array(lines.joined(separator: "\n").utf8))
        var stretch = Stretch(0..<0)
        var start = 0
        for line in lines {
            stretch.append(start..<(start + line.utf8.count))
            start += line.utf8.count + 1
        }
        return (text, stretch)
    }

    @Test(
        "wherever it is cut, it is one year", arguments: 1...3, ["Trước ngày 31/12/", "Tháng 7/", "Quý IV/", "05-3-"])
    func year(digits: Int, before: String) throws {
        for year in ["2019", "2026", "2030"] {
            let (text, stretch) = pieces([before + year.prefix(digits), year.dropFirst(digits) + " (dự kiến)"])
            #expect(text.string(stretch) == before + year + " (dự kiến)")
            let tokens = TokenText(stretch, in: text)
            let index = try #require(tokens.tokens.firstIndex { $0.key == year })
            #expect(text.string(tokens.stretch(0..<(index + 1))) == before + year)
            let found = DeadlineReader(year: 2026, period: nil).read(stretch, in: text).deadlines
            #expect(found.first?.end?.year == Int(year))
        }
    }

    @Test(
        "figures that make no year of this century, or are a day of their own, are left apart",
        arguments: [
            ["15/12/20", "26/12/2026"], ["15/12/19", "99"], ["15/12/2026", "6"], ["Số 20", "26"], ["15/12/20", "lớp"],
        ])
    func apart(lines: [String]) {
        let (text, stretch) = pieces(lines)
        #expect(text.string(stretch) == lines.joined(separator: " "))
    }
}
