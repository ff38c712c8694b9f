import Testing

@testable import VanBanValidation

@Suite struct DimensionSumMismatchTests {
    private static let dimensions = [
        "Tham gia của người dân ở cấp cơ sở",
        "Công khai, minh bạch trong việc ra quyết định ở địa phương",
        "Trách nhiệm giải trình với người dân",
        "Kiểm soát tham nhũng trong khu vực công",
        "Thủ tục hành chính công",
        "Cung ứng dịch vụ công",
        "Quản trị môi trường",
        "Quản trị điện tử",
    ]

    private func text(total: String, _ dimensions: ArraySlice<String>) throws -> String {
        let results = dimensions.map { "Năm 2023, Chỉ số nội dung “\($0)” đạt 5,25 điểm." }.joined(separator: "\n\n")
        let words = " Năm 2023, Chỉ số PAPI của tỉnh đạt \(total) điểm.\n\n" + results
        return try Documents.right(with: [(Documents.firstEnd, Documents.firstEnd + words)])
    }

    @Test("eight dimensions that add up to something else than the whole")
    func fires() throws {
        let found = try Documents.findings(
            of: DimensionSumMismatch.self, in: text(total: "44,00", Self.dimensions[...]))
        #expect(found.map(\.arguments) == [["PAPI", "44", "42"]])
        #expect(found.map(\.related.count) == [8])
    }

    @Test("a sum that is right but for rounding, and dimensions that are not all there")
    func isSilent() throws {
        for text in [
            try text(total: "42,03", Self.dimensions[...]), try text(total: "44,00", Self.dimensions.dropLast()),
        ] {
            #expect(try Documents.findings(of: DimensionSumMismatch.self, in: text).isEmpty)
        }
    }
}
