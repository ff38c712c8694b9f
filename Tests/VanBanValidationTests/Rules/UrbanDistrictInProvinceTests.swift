import Testing

@testable import VanBanValidation

@Suite struct UrbanDistrictInProvinceTests {
    @Test("committees of urban districts in a province")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ\tUBND các quận, huyện\tQuý IV/2024"
            )
        ])
        let found = try Documents.findings(of: UrbanDistrictInProvince.self, in: text)
        #expect(found.map(\.arguments) == [["UBND các quận, huyện", "Bắc Giang"]])
    }

    @Test("committees of districts")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                "2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ\tUBND các huyện, thị xã, thành phố\tQuý IV/2024"
            )
        ])
        #expect(try Documents.findings(of: UrbanDistrictInProvince.self, in: text).isEmpty)
    }
}
