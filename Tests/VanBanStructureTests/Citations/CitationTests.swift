import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("documents that a text cites")
struct CitationTests {
    func found(_ words: String) -> (citations: [Citation], diagnostics: [Diagnostic]) {
        let text = SourceText.literal(words)
        return CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text)
    }

    func numbers(_ words: String) -> [String?] { found(words).citations.map(\.number) }

    func titles(_ words: String) -> [String?] { found(words).citations.map(\.title) }

    func references(_ paragraphs: String...) -> ReferenceList {
        var list = ReferenceList()
        for paragraph in paragraphs {
            let text = SourceText.literal(paragraph)
            let stretch = Stretch(0..<text.bytes.count)
            for citation in CitationFinder().citations(in: stretch, of: text).citations {
                _ = list.add(citation, in: text)
            }
        }
        return list
    }

    func day(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

    @Test("a full citation has kind, number, date, issuer and subject")
    func fullCitation() throws {
        let citation = try #require(
            found("Căn cứ Quyết định số 21/QĐ-UBND ngày 03 tháng 02 năm 2021 của UBND tỉnh về việc ban hành Quy chế;")
                .citations.first)
        #expect(citation.type == "Quyết định")
        #expect(citation.number == "21/QĐ-UBND")
        #expect(citation.date == day("2021-02-03"))
        #expect(citation.issuer == "UBND tỉnh")
        #expect(citation.title == "về việc ban hành Quy chế")
        #expect(citation.text == "Quyết định số 21/QĐ-UBND ngày 03 tháng 02 năm 2021 của UBND tỉnh")
    }

    @Test(
        "spaces inside number and sign don't count",
        arguments: [
            ("Quyết định số 12 /QĐ-UBND", "12/QĐ-UBND"), ("Nghị định số 7/2020/NĐ- CP", "7/2020/NĐ-CP"),
            ("Nghị quyết số 05 - NQ/TU", "05-NQ/TU"), ("Chỉ thị số 4/CTUBND", "4/CTUBND"),
        ])
    func spacesInNumbers(words: String, number: String) {
        #expect(numbers(words) == [number])
    }

    @Test(
        "kinds of numbers",
        arguments: [
            ("Luật số 11/2019/QH14", "Luật", "11/2019/QH14"),
            ("Pháp lệnh số 3/2007/PL-UBTVQH11", "Pháp lệnh", "3/2007/PL-UBTVQH11"),
            ("Công văn số 17/SNV-TTr", "Công văn", "17/SNV-TTr"), ("Kế hoạch 9/KH-UBND", "Kế hoạch", "9/KH-UBND"),
            ("Quy chế số 02-QC/TU", "Quy chế", "02-QC/TU"), ("Kết luận số 20-KL/TU", "Kết luận", "20-KL/TU"),
            ("Thông báo kết luận số 6-TB/TU", "Thông báo", "6-TB/TU"), ("Đề án 06/CP", "Đề án", "06/CP"),
            ("Thông tư liên tịch số 5/2005/TTLT-BNV-VPCP", "Thông tư liên tịch", "5/2005/TTLT-BNV-VPCP"),
            ("theo số 96/KH-UBND", "Kế hoạch", "96/KH-UBND"), ("Quyết đnh số 96/QĐ-UBND", "Quyết định", "96/QĐ-UBND"),
            ("theo quy định 2/2017/TT-BNV", "Thông tư", "2/2017/TT-BNV"),
            ("Kế hoạch số 12a/KH-UBND", "Kế hoạch", "12a/KH-UBND"),
        ])
    func kindsOfNumbers(words: String, type: String, number: String) {
        let citations = found(words).citations
        #expect(citations.map(\.type) == [type])
        #expect(citations.map(\.number) == [number])
    }

    @Test(
        "fractions, dates, names and the document's own are no citations",
        arguments: [
            "đạt 24/61 tỉnh, trực 24/7, mạng 3G/4G/5G", "ngày 24/6/2022, quý III/2024", "hồ sơ TTHC/tháng",
            "theo Quyết định này và Kế hoạch này", "giai đoạn 2021-2025/năm", "số         /QĐ-UBND ngày    /    /2024",
            "Lưu: VT, NC (20b)", "tỷ lệ 12/UBND xã",
        ])
    func noNumbers(words: String) {
        #expect(found(words).citations.isEmpty)
    }

    @Test("a list under one kind gives a citation each")
    func listUnderOneKind() {
        let citations = found("các Quyết định số 12/QĐ-UBND, 15/QĐ-UBND và 17/QĐ-UBND").citations
        #expect(citations.map(\.number) == ["12/QĐ-UBND", "15/QĐ-UBND", "17/QĐ-UBND"])
        #expect(citations.map(\.type) == ["Quyết định", "Quyết định", "Quyết định"])
    }

    @Test("numbers that share one sign give a citation each, and share the date")
    func listUnderOneSign() {
        let citations = found("Quyết định số 12, 15 và 17/QĐ-UBND ngày 5/3/2021 của UBND xã").citations
        #expect(citations.map(\.number) == ["12/QĐ-UBND", "15/QĐ-UBND", "17/QĐ-UBND"])
        #expect(citations.allSatisfy { $0.date == day("2021-03-05") && $0.issuer == "UBND xã" })
    }

    @Test("the date after the last of two decrees is that of both when the years agree")
    func sharedDate() {
        let both = found("Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP ngày 14/9/2020 của Chính phủ")
        #expect(both.citations.map(\.date) == [day("2020-09-14"), day("2020-09-14")])
        let apart = found("Quyết định số 1/QĐ-UBND và Quyết định số 2/QĐ-UBND ngày 14/9/2020")
        #expect(apart.citations.map(\.date) == [nil, day("2020-09-14")])
    }

    @Test(
        "forms of the date",
        arguments: [
            ("số 1/QĐ-UBND ngày 24/6/2022", "2022-06-24"), ("số 1/QĐ-UBND, ngày 24-6-2022", "2022-06-24"),
            ("số 1/QĐ-UBND (24.6.2022)", "2022-06-24"), ("số 1/QĐ-UBND ngày 07 tháng 12 năm 2020", "2020-12-07"),
            ("số 1/QĐ-UBND của UBND tỉnh ngày 01/02/2024", "2024-02-01"),
        ])
    func dates(words: String, iso: String) {
        #expect(found("Quyết định " + words).citations.map(\.date) == [day(iso)])
    }

    @Test("a year alone, and a blank day, leave the year")
    func yearAlone() {
        #expect(found("Quyết định 1/QĐ-UBND năm 2020 về").citations.map(\.year) == [2020])
        #expect(found("Quyết định số 1/QĐ-UBND ngày    /   /2024").citations.map(\.year) == [2024])
    }

    @Test("an impossible date is left out and reported")
    func impossibleDate() {
        let result = found("Quyết định số 1/QĐ-UBND ngày 31/02/2022 của UBND tỉnh")
        #expect(result.citations.map(\.date) == [nil])
        #expect(result.citations.map(\.issuer) == ["UBND tỉnh"])
        #expect(result.diagnostics.map(\.code) == [.invalidDate])
        #expect(result.diagnostics.first?.arguments == ["ngày 31/02/2022"])
    }

    @Test(
        "the issuer ends before the subject",
        arguments: [
            ("của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
            ("của HĐND tỉnh Quy định cụ thể", "HĐND tỉnh"),
            ("của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("của Sở Lao động - Thương binh và Xã hội, Sở Y tế", "Sở Lao động - Thương binh và Xã hội"),
            ("của Ban Chấp hành Đảng bộ tỉnh khóa X về", "Ban Chấp hành Đảng bộ tỉnh khóa X"),
            ("của UBND tỉnh giai đoạn mới", "UBND tỉnh"), ("của Chính phủ và các văn bản", "Chính phủ"),
            ("của Ban Kinh tế - Ngân sách HĐND tỉnh về", "Ban Kinh tế - Ngân sách HĐND tỉnh"),
            ("của Ban Văn hóa - Xã hội HĐND tỉnh về", "Ban Văn hóa - Xã hội HĐND tỉnh"),
            ("của Sở Nông nghiệp và PTNT về", "Sở Nông nghiệp và PTNT"),
            ("của Giám đốc Sở Nông nghiệp và PTNT tỉnh về", "Giám đốc Sở Nông nghiệp và PTNT tỉnh"),
            ("của Văn phòng Đoàn ĐBQH và HĐND tỉnh về", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"),
            ("của Bộ trưởng - Trưởng ban Ban Tổ chức Chính phủ về", "Bộ trưởng - Trưởng ban Ban Tổ chức Chính phủ"),
            ("của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ về", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
            (
                "của Bộ trưởng - Trưởng ban Tổ chức - Cán bộ Chính phủ về",
                "Bộ trưởng - Trưởng ban Tổ chức - Cán bộ Chính phủ"
            ),
            ("của Sở Nội vụ và Sở Tài chính về", "Sở Nội vụ"),
        ])
    func issuers(words: String, issuer: String) {
        #expect(found("Quyết định số 1/QĐ-ABC " + words).citations.map(\.issuer) == [issuer])
    }

    @Test("the issuer may stand before the number or make the proposal")
    func issuerBefore() {
        let decree = found("Nghị định của Chính phủ số 8/2003/NĐ-CP ngày 10 tháng 12 năm 2003").citations
        #expect(decree.map(\.issuer) == ["Chính phủ"])
        #expect(decree.map(\.text) == ["Nghị định của Chính phủ số 8/2003/NĐ-CP ngày 10 tháng 12 năm 2003"])
        let proposal = found("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 3/TTr-SNV ngày 2/5/2024").citations
        #expect(proposal.map(\.issuer) == ["Giám đốc Sở Nội vụ"])
    }

    @Test("documents named in another's subject are cited too")
    func documentsInSubjects() {
        let citations = found(
            "Kế hoạch số 7/KH-UBND ngày 8/9/2020 của UBND tỉnh thực hiện Kết luận số 2-KL/TU ngày 4/6/2020 của Tỉnh ủy"
        ).citations
        #expect(citations.map(\.number) == ["7/KH-UBND", "2-KL/TU"])
        #expect(citations.first?.title?.hasPrefix("thực hiện Kết luận số 2-KL/TU") == true)
    }

    @Test("a citation may run over the pieces of a paragraph")
    func pieces() {
        let words = "Quyết định số 5/QĐ-|trang 2|UBND ngày 1/2/2024"
        let text = SourceText.literal(words)
        let parts = words.split(separator: "|")
        let first = parts[0].utf8.count
        let third = first + parts[1].utf8.count + 2
        let stretch = Stretch(0..<first, [third..<text.bytes.count])
        let citations = CitationFinder().citations(in: stretch, of: text).citations
        #expect(citations.map(\.number) == ["5/QĐ-UBND"])
        #expect(citations.map(\.range) == [0..<text.bytes.count])
    }

    @Test("a blank number leaves the sign")
    func blankNumber() throws {
        let text = SourceText.literal("Số:        /QĐ-UBND")
        let tokens = TokenText(0..<text.bytes.count, in: text)
        let number = try #require(DocumentNumber.at(2, in: tokens))
        #expect(number.digits == nil)
        #expect(number.text == "/QĐ-UBND")
    }

    @Test("a document cited again is one reference with two mentions")
    func mentions() {
        let list = references(
            "Nghị quyết số 6/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách", "Nghị quyết số 06/NQ-CP",
            "Luật Bảo vệ môi trường năm 2020", "Luật bảo vệ môi trường", "Luật Phòng, chống tham nhũng",
            "Luật Phòng chống tham nhũng")
        #expect(list.references().map(\.id) == ["ref-1", "ref-2", "ref-3"])
        #expect(list.references().map(\.mentions.count) == [2, 2, 2])
        #expect(list.references()[1].year == 2020)
        #expect(list.diagnostics().isEmpty)
    }

    @Test("laws of one name and different years are two")
    func lawsOfTwoYears() {
        let list = references("Luật Đất đai năm 2013; Luật Đất đai năm 2024")
        #expect(list.references().map(\.year) == [2013, 2024])
    }

    @Test("a number without the term of the National Assembly is the same document")
    func termLeftOut() {
        let list = references("pháp lệnh số 3/2007/PL-UBTVQH", "Pháp lệnh số 3/2007/PL-UBTVQH11")
        #expect(list.references().map(\.number) == ["3/2007/PL-UBTVQH11"])
    }

    @Test("one number under two dates is reported")
    func twoDates() {
        let list = references("Quyết định số 9/QĐ-UBND ngày 1/2/2024", "Quyết định số 9/QĐ-UBND ngày 2/2/2024")
        #expect(list.references().map(\.date) == [day("2024-02-01")])
        #expect(list.diagnostics().map(\.code) == [.referenceDateMismatch])
        #expect(list.diagnostics().first?.arguments == ["9/QĐ-UBND", "2024-02-01, 2024-02-02"])
    }

    @Test("a law with its number and the same law without it are one")
    func lawWithAndWithoutNumber() {
        let list = references(
            "Luật Đất đai số 3/2024/QH15", "Luật Đất đai", "Luật Đất đai năm 2013", "Luật Nhà ở năm 2023",
            "Luật Nhà ở số 2/2023/QH15 ngày 27/11/2023")
        #expect(list.references().map(\.number) == ["3/2024/QH15", nil, "2/2023/QH15"])
        #expect(list.references().map(\.mentions.count) == [2, 1, 2])
    }

    @Test("a bracketed abbreviation is part of the subject, a remark is not")
    func bracketsInSubjects() {
        let words = "Kế hoạch số 1/KH-UBND ngày 2/3/2024 về nâng cao Chỉ số (PAPI) của tỉnh (nếu có); các sở"
        #expect(titles(words) == ["về nâng cao Chỉ số (PAPI) của tỉnh"])
    }

    @Test(
        "the subject ends where the sentence goes on with a body and what it does",
        arguments: [
            (
                "về cải cách hành chính năm 2024, Sở Nội vụ xây dựng báo cáo", "về cải cách hành chính năm 2024"
            ),
            ("về chuyển đổi số, UBND huyện ban hành Kế hoạch như sau:", "về chuyển đổi số"),
            ("về chuyển đổi số, UBND huyện Mai Sơn ban hành Kế hoạch", "về chuyển đổi số"),
            (
                "về trách nhiệm của Sở Nội vụ, Sở Tài chính năm 2024",
                "về trách nhiệm của Sở Nội vụ, Sở Tài chính năm 2024"
            ),
            ("về an toàn, vệ sinh lao động", "về an toàn, vệ sinh lao động"),
        ])
    func subjectsInSentences(words: String, title: String) {
        #expect(titles("Kế hoạch số 1/KH-UBND ngày 2/3/2024 của UBND tỉnh " + words) == [title])
    }

    @Test("a kind that the sign contradicts belongs to other words")
    func contradictedKind() {
        #expect(found("theo quy định của Nghị số 6/2018/NĐ-CP của Chính phủ").citations.map(\.type) == ["Nghị định"])
    }

    @Test(
        "numbers as they were written before 1992, and with strokes or a year inside, are read",
        arguments: [
            "214-CP", "224/TTg", "443TC/QĐ/TCT", "843/1998/QĐ/BTC", "19-2018/NQ-CP", "55-BT", "21/QĐ-UBND", "07-NQ/TU",
        ])
    func forms(number: String) {
        let found = found("Căn cứ Quyết định số \(number) ngày 24 tháng 5 năm 1976 của Chính phủ").citations
        #expect(found.map(\.number) == [number])
        #expect(found.first?.date == day("1976-05-24"))
    }

    @Test(
        "an issuer is whole, and no longer than its name",
        arguments: [
            ("Hội đồng Thi đua - Khen thưởng Trung ương", " về phong trào", "về phong trào"),
            ("Hội đồng Giáo dục quốc gia", " về phong trào", "về phong trào"),
            ("Ủy ban nhân dân Quận 1", " về việc tổ chức", "về việc tổ chức"),
            ("Chính phủ", " Ứng dụng công nghệ thông tin", nil),
            ("Quốc hội", " phê chuẩn Hiệp định", "phê chuẩn Hiệp định"),
        ] as [(String, String, String?)])
    func issuers(issuer: String, rest: String, title: String?) {
        let found = found("Căn cứ Quyết định số 16/QĐ-UBND ngày 31/8/2021 của \(issuer)\(rest);").citations
        #expect(found.map(\.issuer) == [issuer])
        #expect(found.map(\.title) == [title])
    }

    @Test("a word or years in brackets are part of a subject")
    func brackets() {
        #expect(
            titles("Quyết định số 20/QĐ-UBND ngày 29/3/2010 của UBND tỉnh ban hành Quy chế làm việc (mẫu) của huyện;")
                == ["ban hành Quy chế làm việc (mẫu) của huyện"])
        #expect(
            titles("Quyết định số 20/QĐ-UBND ngày 29/3/2010 của UBND tỉnh về kế hoạch 5 năm (2021 - 2025) của huyện;")
                == ["về kế hoạch 5 năm (2021 - 2025) của huyện"])
    }
}
