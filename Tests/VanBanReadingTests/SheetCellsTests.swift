import Testing

@testable import VanBanReading

/// Rows of a sheet in a text.
@Suite struct SheetCellsTests {
    private func rows(_ source: String) -> [String] {
        let text = normalized(source)
        return LineSplitter.blocks(of: text).map { block in
            block.cells.isEmpty
                ? text.string(block.range)
                : block.cells.map { cell in
                    String(decoding: text.bytes[cell], as: UTF8.self).replacing("\u{0B}", with: " / ")
                }.joined(separator: "|")
        }
    }

    @Test("a cell is quoted for its line ends, tabs and quotation marks", arguments: ["\n", "\r\n"])
    func quoted(end: String) {
        let source =
            "TT\tViệc\tSở\(end)1\t\"Rà soát\(end)hồ sơ\"\tA\(end)2\t\"Thủ tục \"\"một cửa\"\"\"\t\"B\tC\"\(end)sau"
        #expect(rows(source) == ["TT|Việc|Sở", "1|Rà soát / hồ sơ|A", "2|Thủ tục \"một cửa\"|B C", "sau"])
    }

    @Test(
        "quotation marks that are the text's own stay",
        arguments: [
            "1\t\"Một cửa\"\tA", "\"Nội dung\nthứ hai\"", "a \"b\tc\" d", "1\t\"Một\" và \"\"hai\"\tB",
            "x\t\"không đóng",
        ])
    func ownMarks(source: String) {
        #expect(SheetCells(Array(source.utf8)).edits.isEmpty)
    }

    @Test(
        "cells between commas or semicolons",
        arguments: [
            "TT,Việc,Sở\n\"1\",\"Rà soát, sửa\",\"A\"\n\"2\",\"Họp \"\"nhanh\"\"\",\"B\"",
            "TT;Việc;Sở\r\n1;\"Rà soát, sửa\";A\r\n2;\"Họp \"\"nhanh\"\"\";B",
            "\"TT\",\"Việc\",\"Sở\"\n\"1\",\"Rà soát, sửa\",\"A\"\n\"2\",\"Họp \"\"nhanh\"\"\",\"B\"\n",
        ])
    func separated(source: String) {
        #expect(
            rows("Trước\n\n" + source + "\nSau, rồi") == [
                "Trước", "TT|Việc|Sở", "1|Rà soát, sửa|A", "2|Họp \"nhanh\"|B", "Sau, rồi",
            ])
    }

    @Test("without quotation marks, too, where several rows say so")
    func plainCommas() {
        #expect(
            rows("TT,Việc,Sở,Hạn\n1,Họp,A,Quý I\n2,Rà soát,B,Quý II") == [
                "TT|Việc|Sở|Hạn", "1|Họp|A|Quý I", "2|Rà soát|B|Quý II",
            ])
    }

    @Test("a row with a cell too few or too many, or behind a blank line, ends no table")
    func uneven() {
        let head = "\"TT\",\"Việc\",\"Sở\",\"Hạn\"\n\"1\",\"Họp\",\"A\",\"Quý I\"\n"
        #expect(
            rows(head + "\"2\",\"Rà soát\",\"B\"\n\n\"3\",\"Sửa\",\"C\",\"Quý II\"\nsau") == [
                "TT|Việc|Sở|Hạn", "1|Họp|A|Quý I", "2|Rà soát|B", "3|Sửa|C|Quý II", "sau",
            ])
        #expect(
            rows("TT,Việc,Sở,Hạn\n1,Họp,A,Quý I\n2,Rà soát, sửa đổi,B,Quý II\n3,Sửa,C,Quý III") == [
                "TT|Việc|Sở|Hạn", "1|Họp|A|Quý I", "2|Rà soát, sửa đổi|B|Quý II", "3|Sửa|C|Quý III",
            ])
    }

    @Test(
        "other ways to quote, and to part cells",
        arguments: [
            "TT,Việc,Sở,Hạn\n\"1\",\"Thẻ \\\"A\\\" mới\",\"B, C\",\"Quý I\"\n\"2\",\"Họp\",\"D\",\"Quý II\"",
            "'TT','Việc','Sở','Hạn'\n'1','Thẻ \"A\" mới','B, C','Quý I'\n'2','Họp','D','Quý II'",
            "TT, Việc, Sở, Hạn\n\"1\", \"Thẻ \"\"A\"\" mới\", \"B, C\", \"Quý I\"\n\"2\", \"Họp\", \"D\", \"Quý II\"",
            "TT; Việc; Sở; Hạn\n1; Thẻ \"A\" mới; B, C; Quý I\n2; Họp; D; Quý II",
        ])
    func otherSigns(source: String) {
        #expect(rows(source) == ["TT|Việc|Sở|Hạn", "1|Thẻ \"A\" mới|B, C|Quý I", "2|Họp|D|Quý II"])
    }

    @Test("a quotation mark that nothing closes is none")
    func open() {
        #expect(
            rows("TT,Việc,Sở,Hạn\n1,Họp,\"Sở A,Quý I\n2,\"Rà soát, sửa\",B,Quý II") == [
                "TT|Việc|Sở|Hạn", "1|Họp|Sở A|Quý I", "2|Rà soát, sửa|B|Quý II",
            ])
    }

    @Test("lines above that say what the table is lose the signs of their empty cells")
    func captions() {
        #expect(
            rows("KẾ HOẠCH,,,\n\"Rà soát, sửa\",,,\nTT,Việc,Sở,Hạn\n1,Họp,A,Quý I\n2,Rà soát,B,Quý II") == [
                "KẾ HOẠCH", "Rà soát, sửa", "TT|Việc|Sở|Hạn", "1|Họp|A|Quý I", "2|Rà soát|B|Quý II",
            ])
    }

    @Test(
        "sentences with commas are none",
        arguments: [
            "Gồm a, b, c, d\n1, hai, ba, bốn\n2, ba, bốn, năm", "Chỉ số,điểm\n1,5 điểm\n2,5 điểm", "a,b,c,d\n1,2,3,4",
            "a,b,c\n1,\"b\n", "1,5",
        ])
    func sentences(source: String) {
        #expect(SheetCells(Array(source.utf8)).edits.isEmpty)
    }

    @Test("places and lines lead back into the source")
    func places() throws {
        let source = "TT\tViệc\n1\t\"a\nb \"\"c\"\"\"\nsau"
        let document = try read(source)
        let last = try #require(document.blocks.last)
        #expect(document.text.location(of: last.range).line == 4)
        #expect(document.text.location(of: last.range).start == source.utf8.count - 3)
    }
}
