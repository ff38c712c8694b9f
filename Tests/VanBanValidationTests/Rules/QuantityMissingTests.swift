import Testing

@testable import VanBanValidation

@Suite struct QuantityMissingTests {
    @Test("more, and no number of how many")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã, có thêm phường đạt chuẩn trở lên.")
        ])
        let found = try Documents.findings(of: QuantityMissing.self, in: text)
        #expect(found.map(\.arguments) == [["thêm phường đạt chuẩn trở lên"]])
    }

    @Test("numbers in figures and in words")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                "ở các xã, có thêm 02 phường đạt chuẩn trở lên, thêm một xã đạt chuẩn trở lên; nhóm khá trở lên."
            )
        ])
        #expect(try Documents.findings(of: QuantityMissing.self, in: text).isEmpty)
    }
}
