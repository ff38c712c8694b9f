import Testing

@testable import VanBanValidation

@Suite struct UnclosedBracketTests {
    @Test("a bracket that is never closed")
    func fires() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã (phường, thị trấn.")])
        let found = try Documents.findings(of: UnclosedBracket.self, in: text)
        #expect(found.map { $0.location.end - $0.location.start } == [1])
    }

    @Test("a quotation in a basis that is never closed, though a later one is")
    func firesInBases() throws {
        let text = try Documents.right(with: [
            ("năm 2021 của Chính phủ;", "năm 2021 của Chính phủ ban hành Chương trình “cải cách hành chính;")
        ])
        #expect(try Documents.findings(of: UnclosedBracket.self, in: text).map(\.arguments.first) == ["“"])
    }

    @Test("brackets that are closed, labels, and lists behind a colon")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã (phường) theo cơ chế “một cửa“, gồm: a) xã; b) phường."),
            ("2. Xác định rõ trách nhiệm của từng cơ quan.", "2. Xác định rõ trách nhiệm (của từng cơ quan:"),
        ])
        #expect(try Documents.findings(of: UnclosedBracket.self, in: text).isEmpty)
    }
}
