import Testing

@testable import VanBanValidation

@Suite struct MissingWordTests {
    @Test(
        "a set name that lacks a word is told with the whole name",
        arguments: [
            ("Bộ phận tiếp nhận và kết quả", "Bộ phận Tiếp nhận và Trả kết quả"),
            ("các quan, đơn vị liên quan", "các cơ quan, đơn vị liên quan"),
            ("Sở Khoa học và nghệ", "Sở Khoa học và Công nghệ"),
        ])
    func fires(_ wrong: String, _ right: String) throws {
        let text = try Documents.right(with: [(Documents.firstEnd, "ở các xã; giao \(wrong) theo dõi.")])
        let found = try Documents.findings(of: MissingWord.self, in: text)
        #expect(found.map { $0.arguments.map { $0.lowercased() } } == [[wrong.lowercased(), right.lowercased()]])
    }

    @Test(
        "whole names, shorter ones, and lists with fewer members are left alone",
        arguments: [
            "Bộ phận Tiếp nhận và Trả kết quả", "Sở Khoa học và Công nghệ", "các cơ quan, đơn vị liên quan",
            "Các ngành, đơn vị có liên quan", "Tòa án nhân dân cấp tỉnh", "Ủy ban nhân dân tỉnh",
            "bộ phận một cửa cấp xã", "Cổng thông tin điện tử của xã",
        ])
    func isSilent(_ words: String) throws {
        let text = try Documents.right(with: [(Documents.firstEnd, "ở các xã; giao \(words) theo dõi.")])
        #expect(try Documents.findings(of: MissingWord.self, in: text).isEmpty)
    }
}
