import Testing

@testable import VanBanValidation

@Suite struct UnlikelyWordTests {
    @Test("a word that hardly stands beside its neighbours is told with the one that often does")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã; theo dõi, đôn đốc chuyền đổi số, phả hoại hệ thống thông tin.")
        ])
        let found = try Documents.findings(of: UnlikelyWord.self, in: text)
        #expect(found.map(\.arguments) == [["chuyền", "chuyển"], ["phả", "phá"]])
    }

    @Test("any lost or changed mark of a common pair is told with the right word")
    func pairs() throws {
        for (wrong, right) in [
            ("kiêm tra việc thực hiện", "kiểm"), ("bảo đảm điêu kiện làm việc", "điều"), ("giải quyết hổ sơ", "hồ"),
            ("nâng cao kỹ thật số", "thuật"), ("ban hành quyết đnh số", "định"),
            ("tăng cường tuyên truyên pháp luật", "truyền"), ("ứng dụng công nghê thông tin", "nghệ"),
        ] {
            let text = try Documents.right(with: [(Documents.firstEnd, "ở các xã; \(wrong).")])
            #expect(try Documents.findings(of: UnlikelyWord.self, in: text).map(\.arguments.last) == [right])
        }
    }

    @Test("words written right, tones on either vowel, names, and text without any marks are left alone")
    func isSilent() throws {
        for words in [
            "đôn đốc việc trả hồ sơ; hoà giải ở cơ sở, thuỷ lợi", "ông Trần Văn Đam, bà Đỗ Thu Hằng",
            "cai cach hanh chinh nha nuoc", "UBND, HĐND, TTHC, CCHC",
        ] {
            let text = try Documents.right(with: [(Documents.firstEnd, "ở các xã; \(words).")])
            #expect(try Documents.findings(of: UnlikelyWord.self, in: text).isEmpty, "\(words)")
        }
    }

    @Test("where another rule speaks of the same words it is silent")
    func yields() throws {
        let text = try Documents.right(with: [(Documents.firstEnd, "ở các xã; giải quyết hổ sơ.")])
        let codes = try Documents.findings(in: text).map(\.code)
        #expect(codes.contains("misspeltPhrase"))
        #expect(!codes.contains("unlikelyWord"))
    }
}
