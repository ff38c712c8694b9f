import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// How many lines a header takes.
@Suite("the extent of headers in tables aligned by spaces")
struct HeaderExtentTests {
    private func header(_ lines: String) throws -> [String]? {
        let document = try TextReader().read(Array(lines.utf8), name: "a.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        let isWide = lines.map { _ in true }
        return AlignedHeader.find(in: lines, from: 0, isWide: isWide, text: document.text)?.cells.map {
            document.text.string($0.stretch)
        }
    }

    private static let rows = """
        1      Rà soát văn bản của tỉnh     Sở Nội vụ       Sở Tư pháp       Báo cáo      Quý II/2026
        2      Tập huấn nghiệp vụ           Sở Nội vụ       Sở Tư pháp       Kế hoạch     Quý II/2026

        """

    @Test("lines that stand over columns above the numbers' head are the header's")
    func above() throws {
        let lines = """
            DANH MỤC NHIỆM VỤ
                                                                Cơ quan,                      Thời gian
            T
                   Nhiệm vụ                     Chủ trì         đơn vị           Kết quả      hoàn
            T
                                                                phối hợp                      thành

            """
        #expect(
            try header(lines + Self.rows) == [
                "T T", "Nhiệm vụ", "Chủ trì", "Cơ quan, đơn vị phối hợp", "Kết quả", "Thời gian hoàn thành",
            ])
    }

    @Test("a numbers' head whose pieces stand above and below the line of the others is seen")
    func around() throws {
        let lines = """
            DANH MỤC NHIỆM VỤ
            ST
                   Nhiệm vụ                     Chủ trì         Phối hợp         Kết quả      Thời hạn
            T

            """
        #expect(try header(lines + Self.rows) == ["ST T", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Kết quả", "Thời hạn"])
    }

    @Test("a head over heads that stand on different lines is none of theirs")
    func over() throws {
        let lines = """
            DANH MỤC NHIỆM VỤ
            S                                      Tổ chức thực hiện
                                                                                 Sản phẩm
            T      Nhiệm vụ                     Cơ quan                                       Thời hạn
                                                                 Phối hợp        dự kiến
            T                                   chủ trì

            """
        #expect(
            try header(lines + Self.rows) == [
                "S T T", "Nhiệm vụ", "Cơ quan chủ trì", "Phối hợp", "Sản phẩm dự kiến", "Thời hạn",
            ])
    }
}
