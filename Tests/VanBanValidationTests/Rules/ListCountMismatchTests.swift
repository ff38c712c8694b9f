import Testing

@testable import VanBanValidation

@Suite struct ListCountMismatchTests {
    @Test("three tasks announced over a list of two")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "2. Xác định rõ trách nhiệm của từng cơ quan.",
                "2. Kế hoạch có 03 nhiệm vụ sau:\n\na) Tập huấn cho công chức.\n\nb) Khảo sát người dân."
            )
        ])
        let found = try Documents.findings(of: ListCountMismatch.self, in: text)
        #expect(found.map(\.arguments) == [["03 nhiệm vụ", "2"]])
    }

    @Test("a right count, and a number in the sentence before")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "2. Xác định rõ trách nhiệm của từng cơ quan.",
                "2. Có 03 nội dung đã giảm điểm. Kế hoạch có 02 nhiệm vụ sau:\n\na) Tập huấn cho công chức.\n\nb) Khảo sát người dân."
            )
        ])
        #expect(try Documents.findings(of: ListCountMismatch.self, in: text).isEmpty)
    }
}
