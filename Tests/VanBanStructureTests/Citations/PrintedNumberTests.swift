import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

private func found(_ words: String) -> (citations: [Citation], diagnostics: [Diagnostic]) {
    let text = SourceText.literal(words)
    return CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text)
}

@Suite("numbers of documents as they are printed")
struct PrintedNumberTests {
    @Test(
        "the number is whole, whatever its form",
        arguments: [
            ("Nghị quyết số 66.7/2026/NQ-CP ngày 21/4/2026", "66.7/2026/NQ-CP"),
            ("Nghị quyết 66-1/2026/NQ-CP", "66-1/2026/NQ-CP"),
            ("Quyết định số 1.234/QĐ-UBND", "1.234/QĐ-UBND"), ("Luật số: 10/2020/QH14", "10/2020/QH14"),
            ("Quyết định số 1961/QĐUBND", "1961/QĐUBND"), ("Quyết định số1187/QĐ-BNV", "1187/QĐ-BNV"),
            ("Quyết định số 12/QĐ-UBNDngày 05/01/2026", "12/QĐ-UBND"),
        ])
    func forms(words: String, number: String) {
        let citations = found(words).citations
        #expect(citations.map(\.number) == [number])
        #expect(found(words).diagnostics.isEmpty)
    }

    @Test(
        "a letter among its figures and a sign printed twice are put right and told",
        arguments: [
            ("Nghị định số l18/2025/NĐ-CP", "118/2025/NĐ-CP"), ("Nghị định số 118/2O25/NĐ-CP", "118/2025/NĐ-CP"),
            ("Quyết định số 1O85/QĐ-TTg", "1085/QĐ-TTg"), ("Quyết định số 8l/QĐ-UBND", "81/QĐ-UBND"),
            ("Nghị quyết số 24/2026//NQ-CP", "24/2026/NQ-CP"), ("Quyết định số 12/QĐ--UBND", "12/QĐ-UBND"),
        ])
    func repaired(words: String, number: String) {
        #expect(found(words).citations.map(\.number) == [number])
        #expect(found(words).diagnostics.map(\.code) == [.misreadFigure])
    }

    @Test("the symbol of a dotted number is what stands behind its figures")
    func symbols() {
        #expect(DocumentNumber.symbol("66.7/2026/NQ-CP") == "NQ-CP")
    }

    @Test("laws in a row are cited one by one")
    func laws() {
        let titles = found("Căn cứ Luật Đất đai, Luật Nhà ở, Luật Đầu tư công;").citations.map(\.title)
        #expect(titles == ["Đất đai", "Nhà ở", "Đầu tư công"])
    }

    @Test("documents named in a cell of agencies are cited, and names of agencies are none")
    func cells() throws {
        let record = try Documents.record(
            of:
                """
                KẾ HOẠCH
                Thực hiện công tác thử năm 2026

                I. NHIỆM VỤ

                PHỤ LỤC
                DANH MỤC NHIỆM VỤ

                TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn
                1\tRà soát văn bản\tTheo phân công tại Quyết định số 14/QĐ-UBND ngày 14/8/2025\tSở Tư pháp\tTháng 3/2026
                2\tKiểm tra công vụ\tSở Nội vụ\tĐoàn Luật sư tỉnh\tTháng 4/2026
                """)
        #expect(record.references.map(\.number) == ["14/QĐ-UBND"])
    }

    @Test("a recital may open with what it rests on")
    func recitals() throws {
        let record = try Documents.plan(
            "Trên cơ sở Nghị quyết số 12/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh;\n\nỦy ban nhân dân ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n1. Trên cơ sở Kế hoạch này, các sở thực hiện.",
            title: "Thực hiện công tác thử năm 2026")
        #expect(record.parts[0].legalBases.count == 1)
        #expect(record.parts[0].legalBases[0].references.count == 1)
    }
}

@Suite("numbers and days of the letterhead that were misread")
struct MisreadHeadTests {
    private func part(number: String = "Số: 15/KH-UBND", date: String = "Lào Cai, ngày 12 tháng 02 năm 2026") throws
        -> Part
    {
        try Documents.record(
            of:
                """
                ỦY BAN NHÂN DÂN
                TỈNH LÀO CAI

                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập —- Tự do - Hạnh phúc

                \(number)

                \(date)

                KẾ HOẠCH
                Thực hiện công tác thử năm 2026

                I. NHIỆM VỤ

                1. Các sở thực hiện.
                """
        ).parts[0]
    }

    @Test(
        "the number",
        arguments: ["Số: l5/KH-UBND", "Số: 15/KH-UВND", "-------Số: 15/KH-UBND", "Số15/KH-UBND", "Số: 15//KH-UBND"])
    func number(line: String) throws {
        #expect(try part(number: line).number == "15/KH-UBND")
    }

    @Test(
        "the day",
        arguments: [
            "Lào Cai, ngày12 tháng02 năm2026", "Lào Cai, ngày l2 tháng 02 năm 2026",
            "Lào Cai, ngày 12 tháng O2 năm 2O26",
            "Lào Сai, ngày 12 thảng 02 năm 2026",
        ])
    func day(line: String) throws {
        let part = try part(date: line)
        #expect(part.issuedOn == CalendarDate(year: 2026, month: 2, day: 12))
        #expect(part.place == "Lào Cai")
    }

    @Test(
        "a number that a space or a lost sign parts is whole and told",
        arguments: [
            ("Quyết định số 10 85/QĐ-TTg", "1085/QĐ-TTg"), ("Nghị định số 118/20 25/NĐ-CP", "118/2025/NĐ-CP"),
            ("Quyết định số 144/QĐ-U BND", "144/QĐ-UBND"), ("Kế hoạch số 27/KH-UB ND", "27/KH-UBND"),
            ("Nghị quyết số 98/N Q-CP", "98/NQ-CP"), ("Luật số 72/2025/QH 15", "72/2025/QH15"),
            ("Quyết định số 144|QĐ-UBND", "144/QĐ-UBND"), ("Nghị quyết số 5 7-NQ/TW", "57-NQ/TW"),
            ("Nghị định số 118/2025/NĐ-C P", "118/2025/NĐ-CP"),
        ])
    func torn(words: String, number: String) {
        let read = found(words + " ngày 15/9/2025")
        #expect(read.citations.map(\.number) == [number])
        #expect(read.diagnostics.map(\.code) == [.misreadFigure])
    }

    @Test(
        "letters without their dash and a dash for a stroke stay as printed",
        arguments: [("Quyết định số 1085/QĐTTg", "1085/QĐTTg"), ("Nghị quyết số 57-NQ-TW", "57-NQ-TW")])
    func printed(words: String, number: String) { #expect(found(words).citations.map(\.number) == [number]) }

    @Test("a number that goes on in a way that cannot be read is no number", arguments: ["Nghị định số 118/2025/NĐ-"])
    func cutShort(words: String) {
        #expect(found(words).citations.map(\.number) == [nil])
        #expect(found(words).diagnostics.map(\.code) == [.unreadFigure])
    }

    @Test(
        "a blank or a full stop for a dash is put right and told",
        arguments: [
            ("Quyết định số 282/QĐ TTg ngày 24/2/2011", "282/QĐ-TTg"),
            ("Quyết định số 136/2001/QĐ.TTg ngày 17/9/2001", "136/2001/QĐ-TTg"),
            ("Chỉ thị số 48 CT/TW ngày 22/10/2010", "48-CT/TW"),
        ])
    func dashes(words: String, number: String) {
        #expect(found(words).citations.map(\.number) == [number])
        #expect(found(words).diagnostics.map(\.code) == [.misreadFigure])
    }

    @Test(
        "a sign in small letters behind its kind is given as signs are printed",
        arguments: [
            ("quyết định số 1490/qđ-ttg ngày 27/11/2023", "1490/QĐ-TTg"), ("công văn số 55/snv-cchc", "55/SNV-CCHC"),
            ("kế hoạch số 7/kh-ubnd", "7/KH-UBND"),
        ])
    func smallLetters(words: String, number: String) {
        #expect(found("Theo " + words).citations.map(\.number) == [number])
    }

    @Test("a day whose word stands twice is a day")
    func doubledDay() {
        let dates = found("Nghị định số 86/2015/NĐ-CP ngày ngày 02 tháng 10 năm 2015").citations.map(
            \.date?.description)
        #expect(dates == ["2015-10-02"])
    }
}
