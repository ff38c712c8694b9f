import Testing

@testable import VanBanValidation

@Suite struct AgencyLeadsAndCoordinatesTests {
    @Test("one agency under two names in both columns")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Tài nguyên và Môi trường\tSở TN&MT, Sở Tư pháp")
        ])
        let found = try Documents.findings(of: AgencyLeadsAndCoordinates.self, in: text)
        #expect(found.map(\.arguments) == [["1", "Sở Tài nguyên và Môi trường", "Sở TN&MT"]])
    }

    @Test("the committees of a level under two names in both columns")
    func firesOnCommittees() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "UBND cấp huyện\tSở Nội vụ; UBND các huyện, thành phố")
        ])
        let found = try Documents.findings(of: AgencyLeadsAndCoordinates.self, in: text)
        #expect(found.map(\.arguments) == [["1", "UBND cấp huyện", "UBND các huyện, thành phố"]])
    }

    @Test("what the conversion tells, and other agencies")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Nội vụ\tSở Nội vụ, Sở Tư pháp")
        ])
        #expect(try Documents.findings(of: AgencyLeadsAndCoordinates.self, in: text).isEmpty)
    }
}
