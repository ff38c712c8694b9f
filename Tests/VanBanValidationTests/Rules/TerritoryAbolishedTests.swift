import Testing

@testable import VanBanValidation

@Suite struct TerritoryAbolishedTests {
    @Test("districts and a merged province among the recipients")
    func fires() throws {
        let text = try Documents.right(with: [
            ("- Thường trực Tỉnh ủy;", "- UBND các huyện, thành phố;\n- UBND tỉnh Hà Giang;"),
            ("2024", "2026"),
        ])
        let found = try Documents.findings(of: TerritoryAbolished.self, in: text)
        #expect(found.map { $0.arguments[0] } == ["các huyện", "tỉnh Hà Giang"])
    }

    @Test("the same recipients in their time, and a former province")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("- Thường trực Tỉnh ủy;", "- UBND các huyện, thành phố;\n- UBND tỉnh Hà Giang;")
        ])
        #expect(try Documents.findings(of: TerritoryAbolished.self, in: text).isEmpty)
    }
}
