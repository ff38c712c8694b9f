import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct TaskRowTests {
    private static func row(_ number: String, lead: String = "Sở Nội vụ", help: String = "Sở Tài chính") -> [String] {
        [number, "Kiểm tra công vụ đợt \(number).", "Báo cáo", lead, help, "Quý II/2024"]
    }

    @Test("a jump in the numbers of rows is a gap")
    func gap() throws {
        let record = try Documents.tasks(Self.row("1"), Self.row("2"), Self.row("4"))
        #expect(record.diagnostic(.rowNumberingGap)?.arguments == ["2", "4"])
        #expect(record.tasks.count == 3)
    }

    @Test("a number that comes twice is a repeat")
    func repeated() throws {
        let record = try Documents.tasks(Self.row("1"), Self.row("2"), Self.row("2"))
        #expect(record.diagnostic(.rowNumberingRepeat)?.arguments == ["2", "2"])
    }

    @Test("the letters of rows run a b c d đ e")
    func letters() throws {
        let record = try Documents.tasks(Self.row("c"), Self.row("d"), Self.row("đ"), Self.row("e"), Self.row("g"))
        #expect(record.tasks.map(\.number) == ["c", "d", "đ", "e", "g"])
        #expect(!record.codes.contains(.rowNumberingGap))
    }

    @Test("signs behind a row's number go", arguments: ["1.", "1)", "1 "])
    func numberSigns(_ printed: String) throws {
        #expect(try Documents.tasks(Self.row(printed)).tasks.first?.number == "1")
    }

    @Test("a row without a lead agency says so")
    func missingLead() throws {
        let record = try Documents.tasks(Self.row("1", lead: ""))
        #expect(record.diagnostic(.missingLead)?.arguments == ["1"])
        #expect(record.tasks.first?.lead == "")
        #expect(record.tasks.first?.leadAgencies == [])
    }

    @Test("an agency that both leads and helps is doubtful, a collective is not")
    func bothColumns() throws {
        #expect(
            try Documents.tasks(Self.row("1", help: "Sở Tài chính; Sở Nội vụ")).diagnostic(.agencyInBothColumns)?
                .arguments
                == ["1", "Sở Nội vụ"])
        let collective = try Documents.tasks(Self.row("1", lead: "Các sở, ban, ngành", help: "Các sở, ban, ngành"))
        #expect(!collective.codes.contains(.agencyInBothColumns))
        // Where all committees of a level lead, none is left to help.
        let committees = try Documents.tasks(Self.row("1", lead: "UBND cấp huyện", help: "Sở Y tế; UBND cấp huyện"))
        #expect(committees.diagnostic(.agencyInBothColumns)?.arguments == ["1", "UBND cấp huyện"])
    }

    @Test("outputs are cut at semicolons, the cell's text stays whole")
    func outputs() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra công vụ", "Kế hoạch; Báo cáo (tháng 6; tháng 12)", "Sở Nội vụ", "", "Quý II/2024"])
        #expect(record.tasks.first?.outputs == "Kế hoạch; Báo cáo (tháng 6; tháng 12)")
        #expect(record.tasks.first?.outputItems == ["Kế hoạch", "Báo cáo (tháng 6; tháng 12)"])
    }

    @Test("funding and notes have fields of their own")
    func fundingAndNote() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Kinh phí", "Ghi chú"],
            ["1", "Kiểm tra công vụ", "Sở Nội vụ", "Quý II/2024", "10 triệu đồng", "Ngân sách tỉnh"],
        ])
        #expect(record.tasks.first?.funding == "10 triệu đồng")
        #expect(record.tasks.first?.note == "Ngân sách tỉnh")
    }

    @Test("a task's place is that of its row")
    func location() throws {
        let text =
            "KẾ HOẠCH\nCông tác thử năm 2024\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tKiểm tra\tSở Nội vụ\tQuý II\n"
        let place = try #require(try Documents.record(of: text).tasks.first?.location)
        #expect(
            String(decoding: Array(text.utf8)[place.start..<place.end], as: UTF8.self)
                == "1\tKiểm tra\tSở Nội vụ\tQuý II")
    }

    @Test("a field's cell over several rows names the group of each")
    func groupColumn() throws {
        let record = try Documents.appendix([
            ["TT", "Nội dung", "Hoạt động", "Sản phẩm", "Chủ trì", "Thời gian"],
            ["1", "Tuyên truyền", "1.1. Phát tờ rơi.", "Tờ rơi", "Sở Nội vụ", "Quý II/2024"],
            ["", "", "1.2. Mở lớp.", "Lớp", "Sở Nội vụ", "Quý III/2024"],
            ["2", "Kiểm tra", "2.1. Kiểm tra công vụ.", "Báo cáo", "Sở Nội vụ", "Quý IV/2024"],
        ])
        #expect(record.tasks.map(\.number) == ["1.1", "1.2", "2.1"])
        #expect(record.tasks.map { $0.group?.label } == ["1", "1", "2"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền", "Tuyên truyền", "Kiểm tra"])
        #expect(record.tasks.map(\.task) == ["Phát tờ rơi.", "Mở lớp.", "Kiểm tra công vụ."])
    }
}
