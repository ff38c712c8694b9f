import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("quantified targets")
struct TargetTests {
    private func targets(_ words: String, title: String = "Thực hiện công tác thử năm 2026") throws -> [Target] {
        try Documents.plan("I. NHIỆM VỤ\n\n1. \(words)", title: title).targets
    }

    @Test(
        "the words by a number say how it is to be reached",
        arguments: [
            ("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt 100%.", Target.Comparator.equal, 100.0),
            ("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt trên 95%.", .above, 95),
            ("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt từ 90,5% trở lên.", .atLeast, 90.5),
            ("Kiểm tra ít nhất 25% cơ quan trong năm.", .atLeast, 25),
            ("Tối thiểu 85% người dân hài lòng.", .atLeast, 85),
            ("Thời gian chờ không quá 30 phút.", .atMost, 30),
            ("Phấn đấu tỷ lệ hồ sơ trễ hạn đạt dưới 2%.", .below, 2),
            ("Phấn đấu tỷ lệ hồ sơ số hóa đạt khoảng 80%.", .approximately, 80),
        ])
    func comparators(words: String, comparator: Target.Comparator, value: Double) throws {
        let found = try targets(words)
        #expect(found.map(\.comparator) == [comparator])
        #expect(found.map(\.value) == [value])
    }

    @Test("what exceeds a plan is what stands before, and not the plan")
    func excess() throws {
        let target = try #require(
            try targets("Thu ngân sách của xã vượt chỉ tiêu ít nhất 5% kế hoạch được giao.").first)
        #expect(target.measure == "Thu ngân sách của xã")
        #expect(target.value == 5)
        #expect(target.direction == .increase)
    }

    @Test("what something is brought to in full is what is counted")
    func extent() throws {
        let target = try #require(try targets("Đưa phần mềm một cửa đến 100% xã, phường, thị trấn.").first)
        #expect(target.text == "Đưa phần mềm một cửa đến 100% xã, phường, thị trấn")
        #expect(target.measure == "xã, phường, thị trấn")
    }

    @Test("dots behind a list end no sentence that goes on in small letters")
    func ellipsis() throws {
        let target = try #require(try targets("Hoàn thành kế hoạch kiểm tra, tập huấn... đạt 100% kế hoạch.").first)
        #expect(target.measure != "kế hoạch")
        #expect(target.text == "Hoàn thành kế hoạch kiểm tra, tập huấn... đạt 100% kế hoạch")
    }

    @Test("a range has a lower and an upper end")
    func range() throws {
        let target = try #require(try targets("Tỷ lệ người dân hài lòng đạt từ 90% đến 95%.").first)
        #expect(target.comparator == .between)
        #expect(target.value == 90)
        #expect(target.upper == 95)
        #expect(target.measure == "Tỷ lệ người dân hài lòng")
    }

    @Test("each amount of a list has the words that it measures")
    func measures() throws {
        let found = try targets(
            "Bảo đảm 100% cán bộ, công chức được tập huấn, 80% thôn, bản có tổ công nghệ; tỷ lệ hồ sơ trực tuyến đạt 75%."
        )
        #expect(
            found.map(\.measure) == [
                "cán bộ, công chức được tập huấn", "thôn, bản có tổ công nghệ", "tỷ lệ hồ sơ trực tuyến",
            ])
        #expect(found.map(\.unit) == ["percent", "percent", "percent"])
    }

    @Test("a rise or fall is told from a level, with the year compared with")
    func directions() throws {
        let bidden = try #require(try targets("Giảm 20% thời gian giải quyết thủ tục so với năm 2024.").first)
        #expect(bidden.direction == .decrease)
        #expect(bidden.baseline == 2024)
        #expect(try targets("Số hồ sơ trễ hạn giảm 20% so với năm 2024.").isEmpty)
        let goal = try #require(try targets("Đến năm 2030, giảm 20% thời gian giải quyết so với năm 2024.").first)
        #expect(goal.direction == .decrease)
        #expect(goal.baseline == 2024)
        #expect(goal.year == 2030)
        let level = try #require(try targets("Phấn đấu giảm thời gian chờ xuống còn 15 phút.").first)
        #expect(level.direction == nil)
        #expect(level.value == 15)
    }

    @Test("of a course only where it leads to is the target")
    func course() throws {
        let found = try targets("Nâng tỷ lệ hồ sơ trực tuyến từ 60% năm 2025 lên 80% năm 2026.")
        #expect(found.map(\.value) == [80])
        #expect(found.map(\.year) == [2026])
        #expect(found.map(\.measure) == ["tỷ lệ hồ sơ trực tuyến"])
    }

    @Test(
        "what was reached already is no target",
        arguments: [
            "Năm 2025, tỷ lệ hồ sơ đúng hạn đã đạt 98%.", "Hiện nay, 100% xã có bộ phận một cửa.",
            "Năm 2025, tỷ lệ hồ sơ đúng hạn đạt 98%.", "Kết quả khảo sát cho thấy 65% người dân biết đến Chỉ số PAPI.",
            "Ngân sách hỗ trợ 50% kinh phí.", "Năm 2024, tỷ lệ đạt 97%; trong đó cấp xã đạt 96%.",
        ])
    func results(words: String) throws {
        #expect(try targets(words).isEmpty)
    }

    @Test("points and places of an index are targets of that index")
    func indexTargets() throws {
        let found = try targets(
            "Phấn đấu năm 2026, Chỉ số PAPI đạt từ 44 điểm trở lên, thuộc nhóm 15 tỉnh dẫn đầu.")
        #expect(found.map(\.index) == ["PAPI", "PAPI"])
        #expect(found.map(\.value) == [44, 15])
        #expect(found.map(\.unit) == ["điểm", "rank"])
        #expect(found.map(\.comparator) == [.atLeast, .atMost])
        #expect(found.map(\.measure) == ["Chỉ số PAPI", "Chỉ số PAPI"])
    }

    @Test("where the words cannot be told apart the measure is left out and said so")
    func uncertain() throws {
        let record = try Documents.plan(
            "I. NHIỆM VỤ\n\n1. Phấn đấu tỷ lệ hồ sơ ở cấp tỉnh, cấp xã đạt tương ứng 80%, 70%.",
            title: "Thực hiện công tác thử năm 2026")
        #expect(record.targets.map(\.value) == [80, 70])
        #expect(record.targets.map(\.measure) == [nil, nil])
        #expect(record.diagnostics.filter { $0.code == .uncertainTarget }.count == 2)
    }

    @Test("a task's cell sets targets of that task")
    func taskCells() throws {
        let record = try Documents.tasks(
            ["1", "Bảo đảm 100% văn bản được công khai", "Báo cáo", "Sở Tư pháp", "Các sở", "Năm 2024"],
            ["2", "Tuyên truyền", "Báo cáo", "Sở Nội vụ", "Các sở", "Năm 2024"])
        #expect(record.targets.map(\.task) == ["task-1"])
        #expect(record.targets.map(\.measure) == ["văn bản được công khai"])
        #expect(record.targets.map(\.year) == [2024])
    }

    @Test("a table of targets gives one for each row and year, with the unit of its column")
    func tables() throws {
        let record = try Documents.appendix(
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Kế hoạch năm 2026"],
                ["1", "Tỷ lệ hồ sơ đúng hạn", "%", "95", "≥ 98"],
                ["2", "Thời gian chờ", "phút", "20", "Không quá 15"],
            ], title: "Thực hiện công tác thử năm 2026")
        #expect(record.targets.map(\.measure) == ["Tỷ lệ hồ sơ đúng hạn", "Thời gian chờ"])
        #expect(record.targets.map(\.comparator) == [.atLeast, .atMost])
        #expect(record.targets.map(\.unit) == ["percent", "phút"])
        #expect(record.targets.map(\.year) == [2026, 2026])
        #expect(record.indexScores.isEmpty)
    }

    @Test(
        "times of day and what is so already set no goal",
        arguments: [
            "Tiếp công dân vào sáng thứ Ba (từ 08 giờ 15 phút đến 10 giờ 45 phút).",
            "Hiện trạng: tỷ lệ hồ sơ đúng hạn đạt 71,5%.", "Tháng 9/2025 tỷ lệ hồ sơ đúng hạn đạt 71,5%.",
        ])
    func noGoals(words: String) throws {
        #expect(try targets(words).isEmpty)
    }
}
