import Testing

@testable import VanBanValidation

@Suite struct AgencyRepeatedTests {
    @Test("an agency named twice in a cell")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Nội vụ\tVăn phòng UBND tỉnh, Sở Tư pháp, VP UBND tỉnh")
        ])
        let found = try Documents.findings(of: AgencyRepeated.self, in: text)
        #expect(found.map(\.arguments) == [["1", "VP UBND tỉnh"]])
    }

    @Test("committees of several districts")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Nội vụ\tUBND huyện Sông Mã, UBND huyện Mai Sơn")
        ])
        #expect(try Documents.findings(of: AgencyRepeated.self, in: text).isEmpty)
    }
}
