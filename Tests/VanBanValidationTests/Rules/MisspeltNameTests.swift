import Testing

@testable import VanBanValidation

@Suite struct MisspeltNameTests {
    @Test("names with a mark lost or changed")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã; giao Sờ Nội vụ và UBND tinh thực hiện.")
        ])
        let found = try Documents.findings(of: MisspeltName.self, in: text)
        #expect(found.map(\.arguments) == [["Sờ Nội vụ", "Sở Nội vụ"], ["UBND tinh", "UBND tỉnh"]])
    }

    @Test("names written right, with tones placed either way")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                "ở các xã; giao Sở Nội vụ, Uỷ ban nhân dân tỉnh, Ủy ban nhân dân tỉnh và UBND TỈNH thực hiện; Trưởng các ban ngành, Trưởng các bản."
            )
        ])
        #expect(try Documents.findings(of: MisspeltName.self, in: text).isEmpty)
    }
}
