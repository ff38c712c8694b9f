import Testing

@testable import VanBanValidation

@Suite struct MissingHeadTests {
    @Test("a document without motto and issuing body is told once, with what is missing")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\n",
                ""
            )
        ])
        let found = try Documents.findings(of: MissingHead.self, in: text)
        #expect(found.map { $0.arguments[1] } == ["motto, issuingBody"])
    }

    @Test("what is issued with a document needs no head of its own")
    func isSilent() throws {
        let text = try Documents.right(with: [])
        #expect(try Documents.findings(of: MissingHead.self, in: text).isEmpty)
    }
}
