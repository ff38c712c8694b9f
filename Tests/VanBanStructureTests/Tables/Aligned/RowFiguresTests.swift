import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Figures at the beginning of lines: numbers of rows, whole and broken, and words of cells.
@Suite("figures that lines of aligned tables begin with")
struct RowFiguresTests {
    private static let head =
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"
    private static let columns = "TT    Nhiệm vụ                      Chủ trì         Phối hợp        Thời hạn\n"

    private func record(_ table: String) throws -> Record {
        let record = try DocumentConverter().convert(Array((Self.head + table).utf8), name: "a.txt").record
        #expect(record.coverage.unaccounted == 0)
        return record
    }

    /// A row of two lines, its number beside the first of them, or broken over both.
    private func row(_ number: (String, String), _ task: (String, String)) -> String {
        func line(_ number: String, _ task: String, _ rest: String) -> String {
            number.padding(6) + task.padding(30) + rest + "\n"
        }
        return line(number.0, task.0, "Sở Nội vụ       Sở Tư pháp      Quý II/2026") + line(number.1, task.1, "")
    }

    @Test("a word of the task that is a figure is no row's number", arguments: ["06", "9", "30", "2045."])
    func wordOfTheTask(figure: String) throws {
        let table =
            Self.columns + row(("1", ""), ("Vận hành nền tảng số gắn với", "Đề án"))
            + row(("2", ""), ("Số hóa hồ sơ gắn với Đề án", figure)) + row(("3", ""), ("Rà soát văn bản", "của tỉnh"))
            + row(("4", ""), ("Tập huấn nghiệp vụ cho", "công chức"))
        let record = try record(table)
        #expect(record.tasks.map(\.number) == ["1", "2", "3", "4"])
        #expect(record.tasks[1].task == "Số hóa hồ sơ gắn với Đề án " + figure)
    }

    @Test("a number whose digits stand below each other is one")
    func brokenNumber() throws {
        var table = Self.columns
        for number in 1...12 {
            let digits = String(number).map(String.init)
            table += row(
                (digits[0], digits.count > 1 ? digits[1] : ""), ("Rà soát văn bản số \(number + 40)", "của tỉnh"))
        }
        let record = try record(table)
        #expect(record.tasks.map(\.number) == (1...12).map(String.init))
        #expect(record.tasks.map(\.task) == (1...12).map { "Rà soát văn bản số \($0 + 40) của tỉnh" })
    }

    @Test("a number of two levels that a line end broke is one", arguments: ["1.", "1"])
    func brokenLevels(above: String) throws {
        var table = Self.columns + "1     Cải cách thể chế\n"
        for number in 1...4 {
            table += row(
                (above, above == "1." ? "\(number)" : ".\(number)"), ("Rà soát văn bản số \(number + 40)", "của tỉnh"))
        }
        let record = try record(table)
        #expect(record.tasks.map(\.number) == ["1.1", "1.2", "1.3", "1.4"])
        #expect(record.tasks.map { $0.group?.title } == Array(repeating: "Cải cách thể chế", count: 4))
        #expect(!record.diagnostics.contains { $0.code == .rowNumberingRepeat || $0.code == .rowNumberingGap })
    }

    @Test("a date that a line end cut behind its slash is whole")
    func cutDate() throws {
        let table =
            Self.columns + "1     Rà soát văn bản               Sở Nội vụ       Sở Tư pháp      Trước 31/12/\n"
            + "      của tỉnh                                                      2026\n"
            + row(("2", ""), ("Tập huấn nghiệp vụ", "cho công chức"))
        let record = try record(table)
        #expect(record.tasks.first?.deadline == "Trước 31/12/2026")
        #expect(record.tasks.first?.deadlines.first?.end == CalendarDate(year: 2026, month: 12, day: 31))
    }

    @Test("a cell that ends in the middle while the row below goes on with it is doubted")
    func unfinished() throws {
        let table =
            Self.columns + row(("1", ""), ("Rà soát văn bản", "của tỉnh"))
            + "2     Tập huấn nghiệp vụ            Sở Nội vụ       Văn phòng Đoàn  Quý II/2026\n"
            + "3     Số hóa hồ sơ                  Sở Nội vụ       đại biểu Quốc   Quý II/2026\n"
            + "4     Công khai kết quả             Sở Nội vụ       hội tỉnh        Quý II/2026\n"
        let record = try record(table)
        let told = record.diagnostics.filter { $0.severity != .info }.map(\.message)
        #expect(told.contains { $0.contains("Văn phòng Đoàn") || $0.contains("đại biểu Quốc") }, "\(told)")
    }
}

extension String {
    fileprivate func padding(_ length: Int) -> String {
        self + String(repeating: " ", count: max(1, length - count))
    }
}
