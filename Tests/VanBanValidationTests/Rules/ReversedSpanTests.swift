import Testing

@testable import VanBanValidation

@Suite struct ReversedSpanTests {
    @Test("a span that ends before it begins")
    func fires() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã, tính từ ngày 01/12/2024 đến ngày 31/5/2024, giai đoạn 2025-2021.")
        ])
        let found = try Documents.findings(of: ReversedSpan.self, in: text)
        #expect(
            Set(found.map { Documents.words(at: $0, in: text) }) == [
                "từ ngày 01/12/2024 đến ngày 31/5/2024", "giai đoạn 2025-2021",
            ])
    }

    @Test("spans over the turn of the year")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã, tính từ ngày 01/12/2023 đến ngày 31/5/2024, giai đoạn 2021-2025.")
        ])
        #expect(try Documents.findings(of: ReversedSpan.self, in: text).isEmpty)
    }
}
