import Testing

@testable import VanBanValidation

@Suite struct CitedKindIncompleteTests {
    @Test("a kind of which a word or a letter is missing")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã theo Nghị số 61/2018/NĐ-CP và Quyết đnh số 12/QĐ-UBND.")
        ])
        let found = try Documents.findings(of: CitedKindIncomplete.self, in: text)
        #expect(
            found.map(\.arguments) == [
                ["Nghị", "61/2018/NĐ-CP", "Nghị định"], ["Quyết đnh", "12/QĐ-UBND", "Quyết định"],
            ])
    }

    @Test("kinds written out, and numbers without one")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã theo Nghị định số 61/2018/NĐ-CP, văn bản số 12/QĐ-UBND và hồ sơ số 5/HS.")
        ])
        #expect(try Documents.findings(of: CitedKindIncomplete.self, in: text).isEmpty)
    }
}
