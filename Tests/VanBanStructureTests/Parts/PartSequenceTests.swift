import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct PartSequenceTests {
    private static let plan = """

        KẾ HOẠCH
        Kiểm tra công vụ năm 2024
        (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024 của Chủ tịch Ủy ban nhân dân huyện)

        I. MỤC ĐÍCH

        Nâng cao kỷ luật.

        PHỤ LỤC
        DANH MỤC ĐƠN VỊ ĐƯỢC KIỂM TRA

        1. Xã Ngọc Chiến.

        2. Xã Chiềng Lao.
        """

    @Test("a decision, its plan and the plan's appendix are three parts")
    func threeParts() throws {
        let record = try Documents.record(of: Documents.decision(end: Self.plan))
        #expect(record.parts.map(\.kind) == [.decision, .plan, .appendix])
        #expect(record.parts.map(\.id) == ["part-1", "part-2", "part-3"])
        #expect(
            record.parts.map(\.title) == [
                "Ban hành Kế hoạch kiểm tra công vụ năm 2024", "Kiểm tra công vụ năm 2024",
                "DANH MỤC ĐƠN VỊ ĐƯỢC KIỂM TRA",
            ])
        #expect(record.parts[1].attachedTo?.number == "12/QĐ-UBND")
        #expect(record.parts[1].attachedTo?.date == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(!record.codes.contains(.attachmentMismatch))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("an appendix is no part of the plan's outline")
    func outlines() throws {
        let record = try Documents.record(of: Documents.decision(end: Self.plan))
        #expect(record.parts.map { $0.sections.shape } == ["1 2", "I", "1 2"])
    }

    @Test("a decision alone is one part, with everything that its form prescribes")
    func decisionAlone() throws {
        let record = try Documents.record(of: Documents.decision())
        let part = try #require(record.parts.first)
        #expect(record.parts.count == 1)
        #expect(part.kind == .decision)
        #expect(part.typeName == "QUYẾT ĐỊNH")
        #expect(part.number == "12/QĐ-UBND")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(part.place == "Mường La")
        #expect(part.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA")
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA"])
        #expect(
            part.legalBases.map(\.text) == [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
                "Theo đề nghị của Trưởng phòng Nội vụ",
            ])
        #expect(part.sections.map(\.label) == ["1", "2"])
        #expect(part.recipients == ["Như Điều 2", "Lưu: VT"])
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Lò Văn Minh")
        #expect(part.period?.start == CalendarDate(year: 2024, month: 1, day: 1))
        #expect(part.period?.end == CalendarDate(year: 2024, month: 12, day: 31))
        #expect(record.diagnostics.filter { $0.severity > .info } == [])
    }

    @Test(
        "the formula that enacts is no second decision when its colon is lost",
        arguments: ["QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"])
    func formulaWithoutColon(_ formula: String) throws {
        let record = try Documents.record(of: Documents.decision(formula: formula))
        #expect(record.parts.count == 1)
        #expect(record.parts.first?.legalBases.count == 2)
        #expect(record.outline.shape == "1 2")
        #expect(record.parts.first?.formulas.contains { $0.kind == .enacting } == true)
    }

    private static let planAlone = """
        ỦY BAN NHÂN DÂN
        XÃ NGỌC CHIẾN

        Số: 15/KH-UBND

        Ngọc Chiến, ngày 16 tháng 01 năm 2026

        KẾ HOẠCH
        Cải cách hành chính năm 2026

        Căn cứ Kế hoạch số 3/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;

        I. MỤC TIÊU

        Phục vụ tốt hơn.

        Nơi nhận:
        - UBND tỉnh;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH

        Lường Thị Hoa
        """

    @Test("a plan alone has its own number, date and signature")
    func planAloneHasItsOwn() throws {
        let record = try Documents.record(of: Self.planAlone)
        let part = try #require(record.parts.first)
        #expect(record.parts.map(\.kind) == [.plan])
        #expect(part.number == "15/KH-UBND")
        #expect(part.issuedOn == CalendarDate(year: 2026, month: 1, day: 16))
        #expect(part.attachedTo == nil)
        #expect(part.legalBases.count == 1)
        #expect(part.signature?.authority == "TM. ỦY BAN NHÂN DÂN")
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Lường Thị Hoa")
        #expect(part.sections.shape == "I")
    }

    @Test("an issuer without an authority line is the letterhead's body")
    func issuerFromLetterhead() throws {
        #expect(try Documents.record(of: Self.planAlone).parts.first?.issuer == "ỦY BAN NHÂN DÂN XÃ NGỌC CHIẾN")
    }

    private static func appendices(_ heads: (String, String)) -> String {
        """
        KẾ HOẠCH
        Thực hiện công tác thử năm 2024

        I. MỤC ĐÍCH

        Nâng cao kết quả.

        \(heads.0)
        (Kèm theo Kế hoạch số 5/KH-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện)

        1. Việc một.

        \(heads.1)
        (Kèm theo Kế hoạch số 5/KH-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện)

        1. Việc hai.
        """
    }

    @Test(
        "several appendices are parts of their own, their titles on the same or the next line",
        arguments: ["\n", ": ", ". ", " - "])
    func severalAppendices(_ between: String) throws {
        let record = try Documents.record(
            of: Self.appendices(("PHỤ LỤC I\(between)DANH MỤC NHIỆM VỤ", "PHỤ LỤC II\(between)BIỂU MẪU BÁO CÁO")))
        #expect(record.parts.map(\.kind) == [.plan, .appendix, .appendix])
        #expect(record.parts.map(\.typeName) == ["KẾ HOẠCH", "PHỤ LỤC I", "PHỤ LỤC II"])
        #expect(record.parts.dropFirst().map(\.title) == ["DANH MỤC NHIỆM VỤ", "BIỂU MẪU BÁO CÁO"])
        #expect(record.parts.dropFirst().map { $0.attachedTo?.number } == ["5/KH-UBND", "5/KH-UBND"])
        #expect(record.parts.map { $0.sections.shape } == ["I", "1", "1"])
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("an appendix that names another decision than the file holds is an error with both places")
    func attachmentMismatch() throws {
        let other = Self.plan.replacing("số 12/QĐ-UBND", with: "số 15/QĐ-UBND")
        let record = try Documents.record(of: Documents.decision(end: other))
        let found = record.diagnostic(.attachmentMismatch)
        #expect(found?.severity == .error)
        #expect(found?.arguments == ["KẾ HOẠCH", "15/QĐ-UBND (2024-03-05)", "12/QĐ-UBND (2024-03-05)"])
        #expect(found?.related.count == 1)
        #expect(record.parts[1].attachedTo?.number == "15/QĐ-UBND")
    }

    @Test("an appendix that names another day than the file holds is an error")
    func attachmentDateMismatch() throws {
        let other = Self.plan.replacing("ngày 05 tháng 3", with: "ngày 06 tháng 3")
        #expect(try Documents.record(of: Documents.decision(end: other)).codes.contains(.attachmentMismatch))
    }

    @Test("a note that leaves number and date blank says so and names nothing")
    func blankNote() throws {
        let other = Self.plan.replacing(
            "số 12/QĐ-UBND ngày 05 tháng 3 năm 2024", with: "số      /QĐ-UBND ngày    tháng    năm 2024")
        let record = try Documents.record(of: Documents.decision(end: other))
        #expect(record.parts[1].attachedTo != nil)
        #expect(record.parts[1].attachedTo?.number == nil)
        #expect(record.parts[1].attachedTo?.date == nil)
        #expect(record.codes.contains(.attachmentNumberMissing))
        #expect(!record.codes.contains(.attachmentMismatch))
    }

    @Test("an appendix that the text promises and the file lacks is missed")
    func missingAppendix() throws {
        #expect(try Documents.plan("1. Nhiệm vụ (có Phụ lục kèm theo).").codes.contains(.missingAppendix))
        #expect(try Documents.plan("1. Nhiệm vụ.").codes.contains(.missingAppendix) == false)
        let several = try Documents.plan("1. Nhiệm vụ của cơ quan.\n\nDanh mục nhiệm vụ (có Phụ lục kèm theo).")
        let found = try #require(several.diagnostics.first { $0.code == .missingAppendix })
        #expect(found.arguments == ["Danh mục nhiệm vụ (có Phụ lục kèm theo)."])
    }

    @Test("an attachment takes its period and index from what it belongs to")
    func inherited() throws {
        let record = try Documents.record(
            of: """
                KẾ HOẠCH
                Nâng cao Chỉ số PAPI giai đoạn 2024 - 2026

                I. MỤC ĐÍCH

                Nâng cao kết quả.

                PHỤ LỤC
                DANH MỤC NHIỆM VỤ

                1. Việc một.
                """)
        #expect(record.parts.map(\.index) == ["PAPI", "PAPI"])
        #expect(record.parts.map { $0.period?.start?.year } == [2024, 2024])
        #expect(record.parts.map { $0.period?.end?.year } == [2026, 2026])
    }
}
