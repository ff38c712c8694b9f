import Testing
import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

/// Recipients, signatures, footnotes.
@Suite struct EndOfDocumentTests {
    private func part(_ end: String) throws -> Part {
        try #require(try Documents.plan("I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\n" + end).parts.first)
    }

    private static let recipients = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\n"

    @Test(
        "for whom, as what and by whom a document is signed",
        arguments: [
            ("CHỦ TỊCH", nil, "CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ", "TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
            ("GIÁM ĐỐC", nil, "GIÁM ĐỐC"), ("Q. GIÁM ĐỐC", nil, "Q. GIÁM ĐỐC"),
            ("T/M BAN THƯỜNG VỤ\nBÍ THƯ", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        ] as [(String, String?, String)])
    func signatures(_ block: String, _ authority: String?, _ position: String) throws {
        let part = try part(Self.recipients + block + "\n\n\nLò Văn Minh")
        #expect(part.signature?.authority == authority)
        #expect(part.signature?.position == position)
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.recipients == ["UBND tỉnh", "Lưu: VT"])
        #expect(part.sections.shape == "I")
    }

    @Test(
        "a mark that it was signed is no name",
        arguments: ["(Đã ký)", "Đã ký", "(đã ký)", "[ (Đã ký)", "[daky]", "(Đã ký, đóng dấu)"])
    func signedMark(_ mark: String) throws {
        let part = try part(Self.recipients + "CHỦ TỊCH\n\n\(mark)\n\nLò Văn Minh")
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.formulas.contains { $0.kind == .signed && $0.text == mark })
    }

    @Test(
        "a line that the form leaves blank is no recipient, and is accounted for",
        arguments: ["- .......;", "-", "- …………", "- ;", "– ./."])
    func blankRecipient(_ line: String) throws {
        let text = "KẾ HOẠCH\nKiểm tra năm 2024\n\n1. Làm đúng hạn./.\n\nNơi nhận:\n- UBND tỉnh;\n\(line)\n- Lưu: VT.\n"
        let converted = try Documents.converted(text)
        #expect(converted.record.parts.first?.recipients == ["UBND tỉnh", "Lưu: VT"])
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)) == [])
    }

    @Test("a signature may stand before the recipients")
    func signatureFirst() throws {
        let part = try part("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLò Văn Minh\n\n" + Self.recipients)
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.recipients == ["UBND tỉnh", "Lưu: VT"])
    }

    @Test("a signature without a name has none")
    func withoutName() throws {
        let part = try part(Self.recipients + "CHỦ TỊCH")
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == nil)
    }

    @Test("a document without a signing block misses it")
    func missing() throws {
        #expect(try Documents.plan("I. MỤC ĐÍCH\n\nLàm đúng hạn./.").codes.contains(.missingSignature))
        #expect(try Documents.record(of: Documents.decision()).codes.contains(.missingSignature) == false)
    }

    @Test("recipients without a dash are recipients, and a wrapped one goes on")
    func recipientsWithoutDash() throws {
        let part = try part(
            "Nơi nhận:\nNhư trên;\nUBND tỉnh (b/c);\n- Các phòng, ban, đơn vị\nthuộc huyện;\n- Lưu: VT, NV.\n\nCHỦ TỊCH\n\nLò Văn Minh"
        )
        #expect(
            part.recipients == ["Như trên", "UBND tỉnh (b/c)", "Các phòng, ban, đơn vị thuộc huyện", "Lưu: VT, NV"])
        #expect(part.signature?.name == "Lò Văn Minh")
    }

    @Test("a name that stands alone below the recipients signs")
    func nameAlone() throws {
        let part = try part(Self.recipients + "Lò Văn Minh")
        #expect(part.recipients.count == 2)
        #expect(part.signature?.name == "Lò Văn Minh")
    }

    @Test("what stands behind the signature is kept and said to be stray")
    func stray() throws {
        let record = try Documents.plan(
            "I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\n" + Self.recipients
                + "CHỦ TỊCH\n\nLò Văn Minh\n\nBản sao gửi lưu trữ năm 2024.")
        #expect(record.outline.last?.text == "Bản sao gửi lưu trữ năm 2024.")
        #expect(record.codes.contains(.strayText))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a footnote is tied to its call, and its mark goes from the text")
    func footnotes() throws {
        let text =
            "KẾ HOẠCH\nCông tác thử năm 2024\n\n1. Đã đạt 98% hồ sơ¹ đúng hạn.\n\n2. Còn 5 hồ sơ².\n\n¹ Theo báo cáo quý IV.\n² Tính đến ngày 31/12.\n"
        let record = try Documents.record(of: text)
        let notes = try #require(record.parts.first?.footnotes)
        #expect(notes.map(\.mark) == ["1", "2"])
        #expect(notes.map(\.text) == ["Theo báo cáo quý IV.", "Tính đến ngày 31/12."])
        #expect(notes.map(\.calls.count) == [1, 1])
        #expect(record.outline.map(\.text) == ["Đã đạt 98% hồ sơ đúng hạn.", "Còn 5 hồ sơ."])
        if let call = notes.first?.calls.first {
            #expect(String(decoding: Array(text.utf8)[call.start..<call.end], as: UTF8.self) == "¹")
        }
        #expect(!record.codes.contains(.footnoteWithoutCall))
        #expect(!record.codes.contains(.callWithoutFootnote))
    }

    @Test("a note bears the mark that the page shows for its number")
    func printedMarks() throws {
        let text = "KẾ HOẠCH\nCông tác thử\n\n1. Đã đạt¹ đúng hạn.\n\n¹ Theo báo cáo.\n"
        var document = try TextReader().read(Array(text.utf8), name: "a.txt")
        document.text.printedMarks = ["1": "iii"]
        let record = try DocumentConverter().convert(document).record
        #expect(record.parts.first?.footnotes.map(\.mark) == ["iii"])
        #expect(record.parts.first?.footnotes.first?.calls.count == 1)
    }

    @Test("a note of two digits is one note")
    func twoDigits() throws {
        let record = try Documents.plan("1. Đã đạt¹² đúng hạn.\n\n¹² Theo báo cáo.")
        #expect(record.parts.first?.footnotes.map(\.mark) == ["12"])
        #expect(record.parts.first?.footnotes.first?.calls.count == 1)
    }

    @Test("a call without a note and a note without a call are said")
    func lostNotes() throws {
        #expect(try Documents.plan("1. Đã đạt¹ đúng hạn.").diagnostic(.callWithoutFootnote)?.arguments == ["1"])
        #expect(
            try Documents.plan("1. Đã đạt.\n\n¹ Theo báo cáo.").diagnostic(.footnoteWithoutCall)?.arguments == ["1"])
    }

    @Test("a square metre calls no note", arguments: ["12 m²", "5 km²", "100m³"])
    func squareMetres(_ amount: String) throws {
        let record = try Documents.plan("1. Diện tích \(amount) được giao.")
        #expect(record.outline.first?.text == "Diện tích \(amount) được giao.")
        #expect(!record.codes.contains(.callWithoutFootnote))
    }

    @Test("a wrapped footnote keeps its second line")
    func wrappedFootnote() throws {
        let record = try Documents.plan(
            "1. Đã đạt kết quả¹ đúng hạn.\n\n¹ Theo báo cáo số 12/BC-UBND ngày 15 tháng 12 năm 2023 của Ủy ban nhân dân huyện\nvề kết quả công tác năm 2023."
        )
        #expect(record.parts.first?.footnotes.first?.text.hasSuffix("về kết quả công tác năm 2023.") == true)
    }

    @Test("a name that has lost its first letter is given with it where one surname fits, and that is told")
    func lostInitial() throws {
        let record = try Documents.plan(
            "I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\noàng Văn Minh")
        #expect(record.parts.first?.signature?.name == "Hoàng Văn Minh")
        #expect(record.parts.first?.recipients == ["UBND tỉnh", "Lưu: VT"])
        #expect(record.codes.contains(.lostLetters))
    }

    @Test("a signing block without a name is told, but not in a draft")
    func noName() throws {
        let head =
            "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nSố: NUMBER/KH-UBND\nLai Châu, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nKiểm tra\n\n"
        let end = "1. Làm đúng hạn./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n(Đã ký)\n"
        let signed = try Documents.record(of: head.replacing("NUMBER", with: "12") + end)
        #expect(signed.codes.contains(.missingSignature))
        let draft = try Documents.record(of: head.replacing("NUMBER", with: "   ") + end)
        #expect(!draft.codes.contains(.missingSignature))
    }

    @Test("recipients beside the signing block, whatever the order of the lines")
    func interleaved() throws {
        let part = try part(
            "Nơi nhận:\n- UBND tỉnh;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n- Sở Nội vụ;\n\nLò Văn Minh\n\n- Lưu: VT.")
        #expect(part.recipients == ["UBND tỉnh", "Sở Nội vụ", "Lưu: VT"])
        #expect(part.signature?.name == "Lò Văn Minh")
    }

    @Test("a recipient beside the signing block in a row of bars")
    func barred() throws {
        let part = try part("- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |\n")
        #expect(part.recipients == ["Như Điều 3"])
        #expect(part.signature?.authority == "TM. ỦY BAN NHÂN DÂN" || part.signature?.position == "TM. ỦY BAN NHÂN DÂN")
    }

    @Test("footnotes with figures in brackets below a rule, each called in the text")
    func bracketNotes() throws {
        let record = try Documents.plan(
            "1. Giảm 1,5% hộ nghèo(1).\n\n2. Cho vay vốn(2).\n_____________\n(1) Theo chuẩn nghèo.\n(2) Qua ngân hàng.")
        #expect(record.parts.first?.footnotes.map(\.mark) == ["1", "2"])
        #expect(record.parts.first?.footnotes.map(\.text) == ["Theo chuẩn nghèo.", "Qua ngân hàng."])
        #expect(!record.codes.contains(.footnoteWithoutCall))
    }
}
