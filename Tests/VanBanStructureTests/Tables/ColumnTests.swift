import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct ColumnTests {
    private func roles(_ headers: String...) throws -> [ColumnRole?] {
        let row = headers.indices.map { $0 == 0 ? "1" : "Ô \($0)" }
        return try #require(try Documents.appendix([headers, row]).parts.last?.tables.first).columns.map(\.role)
    }

    @Test("columns are told by the words of their headers")
    func usual() throws {
        #expect(
            try roles(
                "TT", "Nhiệm vụ cụ thể", "Sản phẩm đầu ra", "Cơ quan chủ trì", "Cơ quan phối hợp",
                "Thời gian hoàn thành")
                == [.number, .task, .outputs, .lead, .coordinating, .deadline])
        #expect(
            try roles(
                "STT", "Nội dung", "Kết quả", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Kinh phí", "Ghi chú")
                == [.number, .task, .outputs, .lead, .coordinating, .deadline, .funding, .note])
    }

    @Test("the order of columns does not matter")
    func anyOrder() throws {
        #expect(
            try roles("Thời hạn", "Cơ quan phối hợp", "Số TT", "Sản phẩm", "Cơ quan chủ trì", "Hoạt động")
                == [.deadline, .coordinating, .number, .outputs, .lead, .task])
    }

    @Test("case and the place of tone marks do not matter")
    func spelling() throws {
        #expect(
            try roles("TT", "NHIỆM VỤ", "CƠ QUAN CHỦ TRÌ", "THỜI GIAN HOÀN THÀNH") == [
                .number, .task, .lead, .deadline,
            ])
        #expect(
            try roles("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hòan thành") == [
                .number, .task, .lead, .deadline,
            ])
    }

    @Test("who carries out leads where no column leads")
    func implementing() throws {
        #expect(try roles("TT", "Công việc", "Đơn vị thực hiện", "Thời gian") == [.number, .task, .lead, .deadline])
    }

    @Test("content beside tasks is the field that they are grouped by")
    func groupColumn() throws {
        #expect(
            try roles("TT", "Nội dung", "Hoạt động", "Chủ trì", "Thời gian") == [
                .number, .group, .task, .lead, .deadline,
            ])
    }

    @Test("a column with an unknown header has no role, and its cells stay under that header")
    func unknownColumn() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Địa điểm", "Ghi chú"],
            ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "Quý II/2024", "Tại huyện", "Đợt 1"],
        ])
        #expect(record.tasks.first?.otherCells["Địa điểm"] == "Tại huyện")
        #expect(record.tasks.first?.note == "Đợt 1")
        #expect(record.diagnostic(.columnWithoutRole)?.arguments == ["Địa điểm"])
    }

    @Test("two columns of one name are both kept")
    func twice() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Địa điểm", "Địa điểm"],
            ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "Quý II/2024", "Huyện", "Xã"],
        ])
        #expect(record.tasks.first?.otherCells.texts == ["Huyện", "Xã"])
        #expect(Set(record.tasks.first?.otherCells.headers ?? []).count == 2)
    }

    @Test("one column may hold who leads and who helps")
    func responsibility() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian"],
            ["1", "Kiểm tra công vụ", "Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính", "Quý II/2024"],
        ])
        #expect(record.parts.last?.tables.first?.columns.map(\.role) == [.number, .task, .responsibility, .deadline])
        #expect(record.tasks.first?.leadAgencies.map(\.text) == ["Sở Nội vụ"])
        #expect(record.tasks.first?.coordinatingAgencies.map(\.text) == ["Sở Tài chính"])
    }

    @Test("a column that the table lacks is null, an empty cell is empty")
    func missingAndEmpty() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
            ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "", "Quý II/2024"],
        ])
        #expect(record.tasks.first?.coordinating == "")
        #expect(record.tasks.first?.outputs == nil)
        #expect(record.tasks.first?.funding == nil)
        #expect(record.tasks.first?.note == nil)
    }

    @Test("bodies that propose, receive or watch do not lead")
    func otherBodies() throws {
        #expect(
            try roles("TT", "Nhiệm vụ", "Đơn vị đề xuất", "Đơn vị thực hiện", "Thời gian")
                == [.number, .task, nil, .lead, .deadline])
        for header in ["Đơn vị thụ hưởng", "Đơn vị giám sát", "Cơ quan phê duyệt", "Đơn vị tiếp nhận"] {
            #expect(try !roles("TT", "Nhiệm vụ", header, "Thời gian").contains(.lead))
        }
    }

    @Test("short headers say what is done and by whom, where nothing else does")
    func shortHeaders() throws {
        #expect(
            try roles("TT", "Đầu việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn")
                == [.number, .task, .lead, .coordinating, .deadline])
        #expect(
            try roles("TT", "Công việc", "Phụ trách", "Thời gian hoàn thành") == [.number, .task, .lead, .deadline])
        #expect(try roles("TT", "Nhiệm vụ", "Lĩnh vực phụ trách", "Cơ quan chủ trì", "Thời hạn")[3] == .lead)
    }
}
