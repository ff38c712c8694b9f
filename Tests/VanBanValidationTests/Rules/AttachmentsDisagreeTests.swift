import Testing

@testable import VanBanValidation

@Suite struct AttachmentsDisagreeTests {
    @Test("appendices that name different decisions, where no number stands before them")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Số: 318/QĐ-UBND", "Số:      /QĐ-UBND"),
            (
                "dân năm 2024\n(Kèm theo Quyết định số 318/QĐ-UBND ngày 08 tháng 4 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh)",
                "dân năm 2024"
            ),
            ("PHỤ LỤC\nDANH MỤC", "PHỤ LỤC I\nDANH MỤC"),
        ])
        let second = """


            PHỤ LỤC II
            MẪU BÁO CÁO
            (Kèm theo Quyết định số 381/QĐ-UBND ngày 08 tháng 4 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh)

            1. Kết quả thực hiện.
            """
        let found = try Documents.findings(of: AttachmentsDisagree.self, in: text + second)
        #expect(found.map { $0.arguments[1] } == ["381/QĐ-UBND (08/04/2024)"])
    }

    @Test("where the decision has its number, the conversion has told it")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "DANH MỤC NHIỆM VỤ NĂM 2024\n(Kèm theo Quyết định số 318/",
                "DANH MỤC NHIỆM VỤ NĂM 2024\n(Kèm theo Quyết định số 381/"
            )
        ])
        #expect(try Documents.findings(of: AttachmentsDisagree.self, in: text).isEmpty)
    }
}
