import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Lays made-up tables out as a PDF's text comes out, with columns of any width and pages of any length, and reads them.
@Suite("wrapped tables laid out and read back")
struct WrappedRoundTripTests {
    @Test("what is laid out is read back, every line once", arguments: 1...12)
    func roundTrip(seed: UInt64) throws {
        var layout = MadeUpTable(seed: seed)
        let lines = layout.lines(rows: 40)
        let document = try TextReader().read(Array(lines.joined(separator: layout.separator).utf8), name: "made-up.txt")
        let read = try #require(WrappedGridReading(document))
        let found = read.table.rows.map { row in row.cells.map { read.text.string($0) } }
        #expect(found.count == layout.rows.count)
        var exact = 0
        for (row, expected) in zip(found, layout.rows) {
            exact += zip(row, expected).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
        }
        let share = Double(exact) / Double(layout.rows.count * layout.widths.count)
        #expect(share >= 0.95, "\(exact) of \(layout.rows.count * layout.widths.count) cells")
        #expect(read.confidence > 0.85)
        try expectEveryLineOnce(read)
    }

    /// Every character below the header stands in exactly one cell or piece of furniture.
    private func expectEveryLineOnce(_ read: WrappedGridReading) throws {
        var taken: [Range<Int>] =
            read.table.repeatedHeaders.flatMap(\.ranges) + read.table.columnNumbers.flatMap(\.ranges)
        taken += read.grid.pageNumbers.flatMap(\.ranges)
        for row in read.table.rows { for cell in row.cells where !cell.isEmpty { taken += cell.ranges } }
        taken.sort { $0.lowerBound < $1.lowerBound }
        for (range, next) in zip(taken, taken.dropFirst()) { #expect(range.upperBound <= next.lowerBound) }
        let characters = taken.reduce(0) { $0 + read.text.characterCount(in: $1) }
        let first = try #require(taken.first)
        #expect(characters == read.text.characterCount(in: first.lowerBound..<read.text.bytes.count))
    }

    @Test("a table twice as long is read in the same way")
    func long() throws {
        var layout = MadeUpTable(seed: 77)
        let lines = layout.lines(rows: 300)
        let document = try TextReader().read(Array(lines.joined(separator: layout.separator).utf8), name: "made-up.txt")
        let read = try #require(WrappedGridReading(document))
        #expect(read.table.rows.count == layout.rows.count)
    }
}

/// A table of made-up tasks and how it is laid out.
struct MadeUpTable {
    private var state: UInt64
    /// Of number, task, lead, coordinating and deadline.
    private(set) var widths: [Double]
    private(set) var rows: [[String]] = []
    private var pageLength: Int
    private(set) var separator: String

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        widths = []
        pageLength = 0
        separator = "\n"
        widths = [3, Double(random(18) + 16), Double(random(5)) + 8, Double(random(5)) + 7.5, Double(random(3)) + 5]
        pageLength = random(30) + 36
        separator = random(2) == 0 ? "\n" : "\n\n"
    }

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func pick(_ words: [String]) -> String { words[random(words.count)] }

    private static let verbs = [
        "Rà soát", "Tổ chức", "Công khai", "Tham mưu", "Hướng dẫn", "Kiểm tra", "Xây dựng", "Nâng cao",
    ]
    private static let objects = [
        "quy trình tiếp nhận hồ sơ của người dân", "việc thực hiện dân chủ ở cơ sở",
        "chất lượng khám bệnh tại các trạm y tế",
        "danh sách hộ nghèo và các khoản đóng góp", "việc giải quyết thủ tục hành chính đúng hạn",
        "các lớp tập huấn cho cán bộ cấp xã", "cơ sở dữ liệu về đất đai của tỉnh",
        "kết quả khảo sát sự hài lòng của người dân",
    ]
    private static let ends = [
        "", " theo quy định của pháp luật", ", bảo đảm 100% hồ sơ được xử lý trên môi trường điện tử",
        "; báo cáo kết quả với cấp có thẩm quyền", " trên địa bàn tỉnh năm 2025",
    ]
    private static let leads = [
        "Sở Nội vụ", "Sở Y tế", "Văn phòng UBND tỉnh", "Sở Tài chính",
        "Các sở, ban, ngành; UBND cấp huyện; UBND cấp xã",
        "Sở Thông tin và Truyền thông", "UBND các huyện, thành phố", "Công an tỉnh",
    ]
    private static let coordinating = [
        "Các sở, ban, ngành; UBND cấp huyện", "Sở Tư pháp", "Sở Tài chính; các sở, ban, ngành; UBND cấp huyện, cấp xã",
        "Các cơ quan, đơn vị có liên quan", "UBND cấp huyện; UBND cấp xã", "Thanh tra tỉnh; Sở Nội vụ",
    ]
    private static let times = [
        "Quý IV/2025", "Thường xuyên", "Trước ngày 31 tháng 12 năm 2025", "Năm 2025", "Tháng 6/2025", "Hằng quý",
    ]

    /// The lines of the header and of a number of rows.
    mutating func lines(rows count: Int) -> [String] {
        let header = ["TT", "Nhiệm vụ, giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
        var lines = header
        var used = 0
        for number in 1...count {
            let row = [
                String(number), pick(Self.verbs) + " " + pick(Self.objects) + pick(Self.ends), pick(Self.leads),
                pick(Self.coordinating), pick(Self.times),
            ]
            rows.append(row)
            var cells = zip(row, widths).map { Self.wrap($0, width: $1) }
            while cells.contains(where: { !$0.isEmpty }) {
                let room = pageLength - used
                if room < 1 {
                    used = 0
                    // The page's end is told by a form feed before its first line.
                    lines.append("\u{0C}")
                    continue
                }
                for index in cells.indices {
                    lines += cells[index].prefix(room)
                    cells[index] = Array(cells[index].dropFirst(room))
                }
                used += min(room, zip(row, widths).map { Self.wrap($0, width: $1).count }.max() ?? 1)
            }
        }
        return merged(lines)
    }

    /// A form feed stands on the line that it opens.
    private func merged(_ lines: [String]) -> [String] {
        var merged: [String] = []
        var feed = ""
        for line in lines {
            if line == "\u{0C}" {
                feed = line
            } else {
                merged.append(feed + line)
                feed = ""
            }
        }
        return merged
    }

    private static func wrap(_ text: String, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            let longer = lines.last.map { $0 + " " + word } ?? ""
            let source = SourceText.literal(longer)
            if !lines.isEmpty, GlyphWidth.of(0..<source.bytes.count, in: source) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
