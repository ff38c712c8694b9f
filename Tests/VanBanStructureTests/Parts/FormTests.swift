import Testing
import VanBanModel

@testable import VanBanStructure

/// Forms to fill in that stand in the annexes of a document.
@Suite("forms in an annex are one unit and nothing else")
struct FormTests {
    private static let form = """
        TÊN TỔ CHỨC ĐỀ NGHỊ
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ……, ngày … tháng … năm …

        ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP

        Kính gửi: Sở Công Thương tỉnh ……

        1. Tên tổ chức: ……
        2. Địa chỉ: ……

        ĐẠI DIỆN TỔ CHỨC
        (Ký, ghi rõ họ tên)
        """

    private func record(_ annex: String) throws -> Record {
        let text =
            Documents.decision() + "\n\nPHỤ LỤC I\nTHỦ TỤC CẤP GIẤY PHÉP\n"
            + "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024)\n\n" + annex + "\n"
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
        return converted.record
    }

    private func forms(_ record: Record) -> [Section] {
        func all(_ sections: [Section]) -> [Section] { sections.flatMap { [$0] + all($0.children) } }
        return record.parts.flatMap { all($0.sections) }.filter { $0.kind == .form }
    }

    @Test(
        "a numbered form is one section of the annex",
        arguments: [
            ("Mẫu số 03", "03"), ("MẪU SỐ 03", "03"), ("Mẫu số: 2a", "2a"), ("Mẫu 1.1 - Đơn đề nghị", "1.1"),
            ("Mẫu số 01/ĐKKD", "01/ĐKKD"), ("Biểu mẫu số II", "II"),
        ])
    func numbered(_ line: String, _ number: String) throws {
        let record = try record("I. TRÌNH TỰ\n\nNộp hồ sơ.\n\n\(line)\n\n" + Self.form)
        #expect(record.parts.map(\.kind) == [.decision, .appendix])
        let form = try #require(forms(record).first)
        #expect(forms(record).count == 1)
        #expect(form.label == number)
        #expect(form.heading?.hasPrefix(String(line.prefix(3))) == true)
        #expect(form.text?.contains("ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP") == true)
        #expect(form.text?.contains("2. Địa chỉ") == true)
        #expect(form.children.isEmpty)
    }

    @Test("nothing of a form is the annex's own, and no rule of the letterhead applies to it")
    func notTheDocuments() throws {
        let record = try record("Mẫu số 01\n\n" + Self.form)
        let annex = try #require(record.parts.last)
        #expect(annex.signature == nil)
        #expect(annex.number == nil)
        #expect(annex.recipients.isEmpty)
        let codes = Set(record.diagnostics.filter { $0.severity > .info }.map(\.code))
        #expect(codes.isDisjoint(with: [.strayText, .missingNumber, .missingDate, .missingSignature, .missingTitle]))
    }

    @Test("forms behind each other are told apart, and the next appendix is none of them")
    func several() throws {
        let record = try record(
            "Mẫu số 01\n\n\(Self.form)\n\nMẫu số 02\n\n\(Self.form)\n\nPHỤ LỤC II\nDANH MỤC HỒ SƠ\n\n1. Đơn đề nghị.")
        #expect(record.parts.map(\.kind) == [.decision, .appendix, .appendix])
        #expect(forms(record).map(\.label) == ["01", "02"])
        #expect(record.parts.last?.title == "DANH MỤC HỒ SƠ")
    }

    @Test("an application without a number is told by its letterhead")
    func withoutNumber() throws {
        let record = try record("I. TRÌNH TỰ\n\nNộp hồ sơ.\n\n" + Self.form)
        #expect(record.parts.count == 2)
        #expect(forms(record).count == 1)
    }

    @Test("the outline goes on below a form")
    func outlineGoesOn() throws {
        let record = try record(
            "I. LĨNH VỰC MỘT\n\n1. Thủ tục thứ nhất\n\nNộp hồ sơ.\n\nMẫu số 01\n\n\(Self.form)\n\n"
                + "2. Thủ tục thứ hai\n\nNộp hồ sơ.\n\nII. LĨNH VỰC HAI\n\n1. Thủ tục thứ ba\n\nNộp hồ sơ.")
        #expect(record.parts.last?.sections.shape == "I[1[01] 2] II[1]")
        #expect(!record.diagnostics.contains { $0.code == .strayText })
    }

    @Test("the annex of another document is a form, the own appendix with a slip in its note is not")
    func annexOfAnother() throws {
        let foreign = try record(
            "I. LĨNH VỰC MỘT\n\nNộp hồ sơ.\n\nPHỤ LỤC SỐ 06\n"
                + "(Ban hành kèm theo Thông tư số 21/2007/TT-BLĐTBXH ngày 08/10/2007)\n\n\(Self.form)\n\n"
                + "II. LĨNH VỰC HAI\n\nNộp hồ sơ.")
        #expect(foreign.parts.count == 2)
        #expect(foreign.parts.last?.sections.map(\.kind) == [.section, .section])
        #expect(forms(foreign).count == 1)
        let own = try record(
            "I. LĨNH VỰC MỘT\n\nNộp hồ sơ.\n\nPHỤ LỤC II\nDANH MỤC\n"
                + "(Kèm theo Quyết định số 21/QĐ-UBND ngày 05 tháng 3 năm 2024)\n\n1. Việc thứ nhất.")
        #expect(own.parts.count == 3)
        #expect(forms(own).isEmpty)
    }

    @Test("a document with its number and date in an annex is a part, not a form")
    func realDocument() throws {
        let record = try record("Mẫu số 01\n\n\(Self.form)\n\n" + Documents.decision(number: "Số: 13/QĐ-UBND"))
        #expect(record.parts.map(\.kind) == [.decision, .appendix, .decision])
        #expect(record.parts.last?.number == "13/QĐ-UBND")
    }

    @Test("a list of forms is a list")
    func list() throws {
        let record = try record("Các biểu mẫu:\n\nMẫu số 01: Đơn đề nghị\n\nMẫu số 02: Tờ khai\n\nMẫu số 03: Phiếu hẹn")
        #expect(forms(record).isEmpty)
    }

    @Test("the table of a form gives nobody a task")
    func table() throws {
        let record = try record(
            "Mẫu số 01\n\n\(Self.form)\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\t…\t…\t…\n2\t…\t…\t…")
        #expect(record.tasks.isEmpty)
        #expect(!record.diagnostics.contains { $0.code == .missingLead || $0.code == .missingDeadline })
    }
}
