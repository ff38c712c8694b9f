import Testing

@testable import VanBanValidation

@Suite struct TaskCountMismatchTests {
    @Test("more tasks than the appendix has rows")
    func fires() throws {
        let text = try Documents.right(with: [
            ("nhiệm vụ được giao tại Phụ lục", "12 nhiệm vụ được giao tại Phụ lục")
        ])
        let found = try Documents.findings(of: TaskCountMismatch.self, in: text)
        #expect(found.map(\.arguments) == [["12 nhiệm vụ", "2"]])
    }

    @Test("as many tasks as rows")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("nhiệm vụ được giao tại Phụ lục", "02 nhiệm vụ được giao tại Phụ lục")
        ])
        #expect(try Documents.findings(of: TaskCountMismatch.self, in: text).isEmpty)
    }
}
