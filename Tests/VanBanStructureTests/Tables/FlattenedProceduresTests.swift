import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("tables of procedures whose cells stand one below the other")
struct FlattenedProceduresTests {
    private static let text = """
        PHỤ LỤC 1

        Trình tự thẩm định hồ sơ
        (Kèm theo Quyết định số 21/2015/QĐ-SGTVT ngày 12/6/2015
        của Giám đốc Sở Giao thông vận tải)

        I. Thẩm định ở huyện

        TT
        Nội dung các bước công việc
        Thời hạn
        Đơn vị, cá nhân thực hiện

        2
        Thành lập tổ thẩm định của huyện

        5
        Thông báo kết quả thẩm định hồ sơ thiết kế
        Trong thời hạn
        7 ngày kể từ ngày nhận đủ hồ sơ và bản vẽ
        Phòng Kinh tế và Hạ tầng

        6
        Hoàn chỉnh hồ sơ thiết kế và dự toán của công trình theo kết luận
        Trong thời hạn 15 ngày kể từ khi nhận được thông báo
        Chủ đầu tư công trình và Nhà thầu tư vấn

        II. Thẩm định ở tỉnh

        TT
        Nội dung các bước công việc
        Thời hạn
        Đơn vị, cá nhân
        thực hiện

        1
        Lập hội đồng thẩm định của tỉnh và mời chuyên gia phản biện
        Trong thời hạn 10 ngày sau khi nhận được hồ sơ hợp lệ
        Sở Giao thông vận tải
        """

    @Test("a head wrapped otherwise is the same head, and the heading above it a group")
    func headWrappedOtherwise() throws {
        let record = try Documents.record(of: Self.text)
        let tasks = record.tasks
        #expect(tasks.map(\.number) == ["2", "5", "6", "1"])
        #expect(tasks.last?.group?.label == "II")
        #expect(tasks.last?.group?.title == "Thẩm định ở tỉnh")
        #expect(
            tasks.dropFirst().map(\.deadline) == [
                "Trong thời hạn 7 ngày kể từ ngày nhận đủ hồ sơ và bản vẽ",
                "Trong thời hạn 15 ngày kể từ khi nhận được thông báo",
                "Trong thời hạn 10 ngày sau khi nhận được hồ sơ hợp lệ",
            ])
        #expect(tasks[2].lead == "Chủ đầu tư công trình và Nhà thầu tư vấn")
    }

    @Test("a row with a number and a name is no group of rows that its own numbers go on with")
    func numbersLeftOut() throws {
        let record = try Documents.record(of: Self.text)
        #expect(record.tasks.prefix(3).allSatisfy { $0.group == nil })
    }

    @Test("a title that holds the time of a row is told")
    func titleWithTime() {
        let text = SourceText(plain: Array("Nộp hồ sơ quyết toán\nQuý III/2024\nSở Tài chính".utf8))
        let check = FieldCheck(
            TableDraft(part: 1, columns: [], rows: [], hull: 0..<text.bytes.count, holdsTasks: true), in: text,
            agencies: .standard)
        #expect(check.reason(ofTitle: Stretch(0..<text.bytes.count)) == .time)
        let heading = SourceText(
            plain: Array("Nâng cao chất lượng phục vụ\nngười dân giai đoạn 2024\nvà những năm sau".utf8))
        let other = FieldCheck(
            TableDraft(part: 1, columns: [], rows: [], hull: 0..<heading.bytes.count, holdsTasks: true), in: heading,
            agencies: .standard)
        #expect(other.reason(ofTitle: Stretch(0..<heading.bytes.count)) == nil)
    }
}
