import Testing
import VanBanModel

@testable import VanBanStructure

/// Values that are not of their field's kind are never silent.
@Suite("cells that hold something else than their column")
struct FieldCheckTests {
    private func findings(_ rows: [String]...) throws -> [[String]] {
        let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
        let usual = [
            ["1", "Rà soát thủ tục", "Báo cáo", "Sở Nội vụ", "Sở Y tế", "Quý I/2024"],
            ["2", "Mở lớp tập huấn", "Lớp học", "Sở Nội vụ", "Sở Y tế", "Quý I/2024"],
        ]
        return try Documents.appendix([header] + usual + rows).diagnostics.filter { $0.code == .cellOfOtherColumn }
            .map { Array($0.arguments.dropFirst()) }
    }

    @Test("a row whose cells have moved by one")
    func moved() throws {
        #expect(
            try findings(["3", "Rà soát hồ sơ", "Báo cáo", "Quý II/2024", "Sở Tài chính", "Sở Tư pháp"])
                == [["Cơ quan chủ trì", "Quý II/2024", "time"]])
    }

    @Test("numbers, dates and products among agencies")
    func agencies() throws {
        #expect(
            try findings(["3", "Rà soát hồ sơ", "Báo cáo", "12", "Báo cáo kết quả", "Quý II/2024"])
                == [["Cơ quan chủ trì", "12", "number"], ["Cơ quan phối hợp", "Báo cáo kết quả", "product"]])
        #expect(
            try findings([
                "3", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "Sở Tư pháp; trước ngày 30/6/2024", "Quý II/2024",
            ])
                == [["Cơ quan phối hợp", "Sở Tư pháp; trước ngày 30/6/2024", "time"]])
        #expect(
            try findings(["3", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "nghiệp và phát triển nông thôn", "Quý II/2024"])
                == [["Cơ quan phối hợp", "nghiệp và phát triển nông thôn", "rest"]])
    }

    @Test("a product that is only a time, a task that stops in the middle or begins there")
    func others() throws {
        #expect(
            try findings(["3", "Rà soát hồ sơ", "Quý II/2024", "Sở Y tế", "Sở Tư pháp", ""])
                == [["Sản phẩm", "Quý II/2024", "time"]])
        #expect(
            try findings(["3", "Rà soát hồ sơ của các", "Báo cáo", "Sở Y tế", "Sở Tư pháp", "Quý II/2024"])
                == [["Nhiệm vụ", "Rà soát hồ sơ của các", "cut"]])
        #expect(
            try findings(["3", "hồ sơ quá hạn", "Báo cáo", "Sở Y tế", "Sở Tư pháp", "Quý II/2024"])
                == [["Nhiệm vụ", "hồ sơ quá hạn", "rest"]])
    }

    @Test("signs for what another row says are no value", arguments: ["Như trên", "nt", "-nt-", "\"", "”"])
    func ditto(_ sign: String) throws {
        for column in 2...5 {
            var row = ["3", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "Sở Tư pháp", "Quý II/2024"]
            row[column] = sign
            #expect(try findings(row).map { [$0[1], $0[2]] } == [[sign, "ditto"]])
        }
    }

    @Test("titles that are stamps, feet of pages, rests of sentences")
    func titles() throws {
        for (title, reason) in [("Ký bởi: Văn phòng", "stamp"), ("Trang 3/5", "stamp"), ("và các đơn vị", "rest")] {
            let row = ["II", title, "", "", "", ""]
            let task = ["3", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "Sở Tư pháp", "Quý II/2024"]
            #expect(try findings(row, task) == [["Nhiệm vụ", title, reason]])
        }
    }

    @Test("agencies that are not known, deadlines in words, products that name a time are not told")
    func silent() throws {
        #expect(
            try findings(
                ["3", "Rà soát hồ sơ", "Báo cáo năm 2024", "Tổ công tác số 3", "Sở Tài chính", "Sau khi có kinh phí"],
                ["4", "Trao bằng", "Lễ trao bằng", "các phòng chuyên môn", "Chủ đầu tư", "Quý II/2024"]
            ).isEmpty)
    }

    @Test("a cell of which it is told that it may be another column's is not told twice")
    func once() throws {
        let record = try Documents.tasks(
            ["1", "Rà soát thủ tục", "Báo cáo", "Sở Nội vụ", "Sở Y tế", "Quý I/2024"],
            ["2", "Rà soát hồ sơ", "Quý II/2024", "Sở Tư pháp", "Sở Y tế", "", "12"])
        #expect(record.codes.contains(.raggedRow))
        #expect(!record.codes.contains(.cellOfOtherColumn))
    }
}
