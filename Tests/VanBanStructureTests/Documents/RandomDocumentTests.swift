import Testing
import VanBanModel

@testable import VanBanStructure

/// Words of the form strung together at random: nothing traps, and nothing is lost.
@Suite struct RandomDocumentTests {
    private static let words = [
        "KẾ HOẠCH", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "PHỤ LỤC", "PHỤ LỤC II", "Phụ lục I: DANH MỤC",
        "(Có Phụ lục kèm theo)",
        "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 5/3/2024", "của Chủ tịch UBND huyện)", "(Kèm theo", ")",
        "Số: 12/QĐ-UBND", "Số:", "Số:    /QĐ-UBND", "Mường La, ngày 5 tháng 3 năm 2024", "ngày    tháng    năm 2024",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA",
        "-------",
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013;", "Theo đề nghị của Giám đốc Sở Nội vụ", "Điều 1.", "Điều 2:",
        "Chương I",
        "Phần thứ nhất", "Mục 1", "I.", "II.", "A.", "1.", "2.", "3)", "(4)", "1.1.", "1.2.3", "a)", "đ)", "g).", "-",
        "+", "*",
        "•", "./.", ";", ":", ".", "“", "”", "(", "¹", "²", "¹²", "m²", "…", ".....", "- 2 -", "Trang 3/5", "2", "17",
        "Nơi nhận:", "- Lưu: VT.", "Kính gửi: Sở Nội vụ", "CHỦ TỊCH", "KT. CHỦ TỊCH", "TM.", "PHÓ CHỦ TỊCH", "(Đã ký)",
        "Lò Văn Minh", "TT", "STT", "Nhiệm vụ", "Nội dung", "Hoạt động", "Sản phẩm", "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian hoàn thành", "Ghi chú", "Phân công", "(1)", "(2)", "(3)", "Quý II/2024", "6 tháng (trước", "30/6)",
        "Sở Nội vụ", "Các sở, ban, ngành", "UBND cấp huyện, cấp xã", "kiểm tra công vụ", "Nâng cao chất lượng phục vụ",
        "Năm 2023, chỉ số nội dung 1 “Tham gia", "đạt 4,1234 điểm", "thuộc nhóm trung bình cao", "tăng 0,1 điểm",
        "so với năm 2022 (năm 2022 đạt 4 điểm)", "xếp hạng 24/61", "giảm 99999999,9 bậc",
        "03 nội dung thành phần giảm điểm",
        "PAPI", "giai đoạn 2021-2025", "năm 2024", "100%", "999999999", "4294967296", "12/2024", "<i>", "</i>", "**",
        "<p>",
        "\u{AD}", "\u{200B}", "\u{C}", "\u{B}", "\u{A0}", "e\u{302}\u{301}", "🙂", "\u{0}",
    ]
    private static let joints = [
        " ", " ", " ", "\t", "\t", "\n", "\n", "\n\n", "\n\n", "     ", "", "\r\n", " \t", "\n\n\n\n",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...120, using: &random) {
            text += words.randomElement(using: &random) ?? ""
            text += joints.randomElement(using: &random) ?? ""
        }
        return text
    }

    @Test("words of the form in any order never trap, and every character has one owner", arguments: 1...40)
    func anyOrder(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for round in 1...25 {
            let text = Self.text(&random)
            let found = DamagedDocumentTests.faults(of: Array(text.utf8))
            #expect(found.isEmpty, "seed \(seed), round \(round): \(found.prefix(3))")
        }
    }

    @Test("a table of random cells never traps, and every cell has one owner", arguments: 1...20)
    func anyTable(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        for round in 1...25 {
            let header = [
                "TT", "Nội dung", "Hoạt động", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Khác",
            ]
            .shuffled(using: &random).prefix(Int.random(in: 3...8, using: &random))
            var rows = [header.joined(separator: "\t")]
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let cells = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                    Bool.random(using: &random) ? Self.words.randomElement(using: &random) ?? "" : ""
                }
                rows.append(cells.joined(separator: "\t"))
            }
            let text = "KẾ HOẠCH\nCông tác thử năm 2024\n\n1. Việc\n\nPHỤ LỤC\n\n" + rows.joined(separator: "\n") + "\n"
            let found = DamagedDocumentTests.faults(of: Array(text.utf8))
            #expect(found.isEmpty, "seed \(seed), round \(round): \(found.prefix(3))")
        }
    }

    @Test("random bytes are refused or read without a trap", arguments: 1...10)
    func anyBytes(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(2000 + seed))
        for _ in 1...20 {
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let found = DamagedDocumentTests.faults(of: Array("KẾ HOẠCH\n".utf8) + bytes)
            #expect(found.isEmpty, "seed \(seed): \(found.prefix(3))")
        }
    }
}
