import Testing

@testable import VanBanValidation

@Suite struct TwoTerritoryNounsTests {
    @Test("the noun of another territory before a name")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở địa bàn tỉnh xã Yên Thế.")
        ])
        let found = try Documents.findings(of: TwoTerritoryNouns.self, in: text)
        #expect(found.map(\.arguments) == [["tỉnh xã Yên Thế"]])
    }

    @Test("levels that are enumerated, and nouns before no name")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các tỉnh, xã Yên Thế; cấp huyện xã; tại huyện Yên Thế.")
        ])
        #expect(try Documents.findings(of: TwoTerritoryNouns.self, in: text).isEmpty)
    }
}
