import Testing
import VanBanModel

@testable import VanBanStructure

/// Heads from which a site has dropped the line that names the kind.
@Suite("documents whose kind no line names")
struct UnprintedKindTests {
    private static func text(kind: String = "", dash: String = "", formula: String = "QUYẾT ĐỊNH:") -> String {
        """
        BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 3557/QĐ-BYT | Hà Nội, ngày 14 tháng 11 năm 2025 |
        \(kind)BAN HÀNH QUY CHẾ LÀM VIỆC
        BỘ TRƯỞNG BỘ Y TẾ
        \(dash)Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;
        \(dash)Theo đề nghị của Chánh Văn phòng Bộ.
        \(formula)
        Điều 1. Ban hành Quy chế làm việc.
        Điều 2. Quyết định này có hiệu lực từ ngày ký.
        | KT. BỘ TRƯỞNG |
        CHẾ ĐỘ BÁO CÁO
        (Ban hành kèm theo Quyết định số 3557/QĐ-BYT ngày 14 tháng 11 năm 2025)
        Điều 1. Báo cáo năm.
        """
    }

    @Test("number and formula say what it is, which is told; its title, its issuer and its recitals are read")
    func decision() throws {
        let record = try Documents.record(of: Self.text())
        let part = try #require(record.parts.first)
        #expect(part.kind == .decision)
        #expect(part.typeName == nil)
        #expect(part.title == "BAN HÀNH QUY CHẾ LÀM VIỆC")
        #expect(part.issuer == "BỘ TRƯỞNG BỘ Y TẾ")
        #expect(part.legalBases.count == 2)
        #expect(part.signature?.authority == "KT. BỘ TRƯỞNG")
        #expect(part.sections.shape == "1 2")
        #expect(record.diagnostic(.unprintedKind)?.arguments == ["Quyết định", "QUYẾT ĐỊNH:"])
    }

    @Test("a heading with its note behind a signature opens an attachment")
    func attachment() throws {
        let parts = try Documents.record(of: Self.text()).parts
        #expect(parts.count == 2)
        #expect(parts.last?.title == "CHẾ ĐỘ BÁO CÁO")
        #expect(parts.last?.attachedTo?.number == "3557/QĐ-BYT")
        #expect(parts.last?.sections.shape == "1")
    }

    @Test("a number and a formula that say different things say nothing")
    func contradiction() throws {
        let text = Self.text().replacing("3557/QĐ-BYT |", with: "3557/KH-BYT |")
        let record = try Documents.record(of: text)
        #expect(record.parts.first?.kind == .letterhead)
        #expect(record.codes.contains(.unknownKind))
    }

    @Test("recitals with a dash are recitals, also above a formula without its colon")
    func dashes() throws {
        let record = try Documents.record(of: Self.text(kind: "QUYẾT ĐỊNH\n", dash: "- ", formula: "QUYẾT ĐỊNH"))
        #expect(record.parts.map(\.kind) == [.decision, .appendix])
        #expect(
            record.parts.first?.legalBases.map(\.text) == [
                "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "Theo đề nghị của Chánh Văn phòng Bộ",
            ])
        #expect(record.parts.first?.formulas.map(\.kind).contains(.enacting) == true)
    }

    @Test("a site's list gives what the head leaves out")
    func list() throws {
        let text = """
            Quyết định 3557/QĐ-BYT năm 2025 về Quy chế làm việc
            | Số hiệu | 3557/QĐ-BYT |
            | Loại văn bản | Quyết định |
            | Ngày ban hành | 14/11/2025 |
            | Cơ quan ban hành | Bộ Y tế |
            | Người ký | Nguyễn Văn An |
            |
            BỘ Y TẾ |
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            |
            Số: 3557/QĐ-BYT |
            Hà Nội, ngày 14 tháng 11 năm 2025 |
            BỘ TRƯỞNG BỘ Y TẾ
            Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;
            QUYẾT ĐỊNH:
            Điều 1. Ban hành Quy chế làm việc.
            CHỦ TỊCH |
            """
        let converted = try Documents.converted(text)
        let part = try #require(converted.record.parts.first)
        #expect(converted.record.publication?.number == "3557/QĐ-BYT")
        #expect(part.title == "về Quy chế làm việc")
        #expect(part.signature?.position == "CHỦ TỊCH")
        #expect(part.signature?.name == "Nguyễn Văn An")
        #expect(converted.record.diagnostics.filter { $0.code == .filledFromMetadata }.count == 2)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
    }

    @Test(
        "the dates of a title set no period",
        arguments: [
            ("Triển khai Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị", nil, nil),
            ("Triển khai Quyết định số 30/QĐ-TTg năm 2024 của Thủ tướng Chính phủ", nil, nil),
            ("Triển khai Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021 (2021 - 2025)", 2021, 2025),
            ("Nâng cao chỉ số năm 2024 và năm 2025", 2024, 2025),
            ("Phát triển chính quyền số đến năm 2030", nil, 2030),
            ("Cải cách hành chính năm 2024, định hướng đến năm 2030", 2024, 2024),
        ] as [(String, Int?, Int?)])
    func periods(title: String, first: Int?, last: Int?) throws {
        let period = try Documents.plan("1. Việc chung.", title: title).parts.first?.period
        #expect(period?.start?.year == first)
        #expect(period?.end?.year == last)
    }

    @Test("several recitals on one line are several, and a reason among them is one")
    func recitalsTogether() throws {
        let text = Documents.decision().replacing(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            with:
                "Căn cứ Luật Cán bộ, công chức năm 2008; Căn cứ Luật Viên chức năm 2010;\n\nĐể đáp ứng yêu cầu công vụ;"
        )
        let converted = try Documents.converted(text)
        #expect(
            converted.record.parts.first?.legalBases.map(\.text) == [
                "Căn cứ Luật Cán bộ, công chức năm 2008", "Căn cứ Luật Viên chức năm 2010",
                "Để đáp ứng yêu cầu công vụ", "Theo đề nghị của Trưởng phòng Nội vụ",
            ])
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
    }

    @Test("recipients whose dashes stand behind semicolons are several")
    func recipientsTogether() throws {
        let text = Documents.decision().replacing(
            "- Như Điều 2;\n- Lưu: VT.", with: "- Như Điều 2;- Sở Nội vụ;- Lưu: VT.")
        let converted = try Documents.converted(text)
        #expect(converted.record.parts.first?.recipients == ["Như Điều 2", "Sở Nội vụ", "Lưu: VT"])
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
    }

    @Test("a title that must go on takes the line that names a post")
    func openTitle() throws {
        let text = Documents.decision().replacing(
            "Ban hành Kế hoạch kiểm tra công vụ năm 2024",
            with: "TRIỂN KHAI CHỈ THỊ SỐ 37-CT/TW CỦA\nBAN BÍ THƯ VỀ KIỂM TRA CÔNG VỤ")
        let part = try #require(try Documents.record(of: text).parts.first)
        #expect(part.title == "TRIỂN KHAI CHỈ THỊ SỐ 37-CT/TW CỦA BAN BÍ THƯ VỀ KIỂM TRA CÔNG VỤ")
        #expect(part.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA")
    }

    @Test("misread kinds and mottos are known, and the kind is told")
    func misread() throws {
        let text = Documents.decision().replacing("QUYẾT ĐỊNH\nBan hành", with: "QUYÉT ĐỊNH\nBan hành")
            .replacing("CỘNG HÒA XÃ HỘI", with: "CONG HÒA XÃ HÔI").replacing("Nơi nhận:", with: "Noi nhận:")
        let record = try Documents.record(of: text)
        #expect(record.parts.map(\.kind) == [.decision])
        #expect(record.parts.first?.typeName == "QUYÉT ĐỊNH")
        #expect(record.parts.first?.recipients.count == 2)
        #expect(record.diagnostic(.misreadKind)?.arguments == ["QUYÉT ĐỊNH", "Quyết định"])
        #expect(record.parts.first?.formulas.map(\.kind) == [.motto, .motto, .enacting, .recipients])
    }

    @Test("front matter, pictures and rules between pages are furniture")
    func markdown() throws {
        let text = """
            ---
            title: "Kế hoạch"
            category: plans
            ---

            KẾ HOẠCH
            Kiểm tra công vụ năm 2024

            I. MỤC TIÊU

            1. Hoàn thiện việc kiểm tra công vụ tại các cơ quan, đơn vị gắn với cơ cấu lại

            --- PAGE BREAK ---

            ![](images/1.jpg)

            ngân sách nhà nước của tỉnh.
            """
        let converted = try Documents.converted(text)
        #expect(converted.record.outline.shape == "I[1]")
        #expect(
            converted.record.outline[0].children[0].text?.hasSuffix("cơ cấu lại ngân sách nhà nước của tỉnh.") == true)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
    }
}
