import Testing

@testable import VanBanValidation

@Suite struct OutlineUnderWrongNumberTests {
    @Test("2.1 under 1 is told")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "1. Nâng cao chất lượng phục vụ người dân ở các xã, phường.",
                "1. Nâng cao chất lượng\n\n2.1. Phục vụ người dân ở các xã, phường."
            )
        ])
        let found = try Documents.findings(of: OutlineUnderWrongNumber.self, in: text)
        #expect(found.map(\.arguments) == [["2.1", "1", "2"]])
    }

    @Test("1.1 under 1 passes")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "1. Nâng cao chất lượng phục vụ người dân ở các xã, phường.",
                "1. Nâng cao chất lượng\n\n1.1. Phục vụ người dân ở các xã, phường."
            )
        ])
        #expect(try Documents.findings(of: OutlineUnderWrongNumber.self, in: text).isEmpty)
    }
}
