import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Small documents made up for tests.
enum Documents {
    static func converted(_ text: String) throws -> ConvertedDocument {
        try DocumentConverter().convert(Array(text.utf8), name: "test.txt")
    }

    static func record(of text: String) throws -> Record {
        try converted(text).record
    }

    /// A plan without number whose running text is given.
    static func plan(_ body: String, title: String = "Thực hiện công tác thử năm 2024") throws -> Record {
        try record(of: "KẾ HOẠCH\n\(title)\n\n\(body)\n")
    }

    /// A plan with one appendix that holds nothing but the given table.
    static func appendix(_ rows: [[String]], title: String = "Thực hiện công tác thử năm 2024") throws -> Record {
        let table = rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        return try record(
            of:
                "KẾ HOẠCH\n\(title)\n\nI. MỤC ĐÍCH\n\nNâng cao kết quả công tác.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n\(table)\n"
        )
    }

    /// A plan with one appendix that holds the given lines, whose every character has one owner.
    static func appendix(lines: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Record {
        let text =
            "KẾ HOẠCH\nThực hiện công tác thử năm 2024\n\nI. MỤC ĐÍCH\n\nNâng cao kết quả công tác.\n\nPHỤ LỤC\n"
            + "DANH MỤC NHIỆM VỤ\n\n\(lines)\n"
        let converted = try converted(text)
        let faults = Account.faults(of: converted, bytes: Array(text.utf8))
        #expect(faults.isEmpty, sourceLocation: sourceLocation)
        return converted.record
    }

    /// A task table under the usual header.
    static func tasks(_ rows: [String]...) throws -> Record {
        try appendix([["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]] + rows)
    }

    /// A whole decision: letterhead, basis, two articles, recipients, signature.
    static func decision(
        number: String = "Số: 12/QĐ-UBND", date: String = "Mường La, ngày 05 tháng 3 năm 2024",
        end: String = "", formula: String = "QUYẾT ĐỊNH:"
    ) -> String {
        """
        ỦY BAN NHÂN DÂN
        HUYỆN MƯỜNG LA
        -------

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------

        \(number)

        \(date)

        QUYẾT ĐỊNH
        Ban hành Kế hoạch kiểm tra công vụ năm 2024

        CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

        Theo đề nghị của Trưởng phòng Nội vụ.

        \(formula)

        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra công vụ năm 2024.

        Điều 2. Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này./.

        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT.

        CHỦ TỊCH



        Lò Văn Minh
        \(end)
        """
    }
}

extension Record {
    var codes: [DiagnosticCode] { diagnostics.map(\.code) }

    func diagnostic(_ code: DiagnosticCode) -> Diagnostic? { diagnostics.first { $0.code == code } }

    /// The outline of the first part.
    var outline: [Section] { parts.first?.sections ?? [] }
}

extension Record {
    /// The cells of its tables, row by row, headers first.
    var grids: [[[String]]] {
        parts.flatMap(\.tables).map { table in [table.columns.map(\.header)] + table.rows.map { $0.map(\.text) } }
    }

    var layouts: [TableReading.Layout] { source.tables.map(\.layout) }
}

extension Task {
    /// What the cells say, without where they stand.
    var said: [String?] {
        [number, group?.label, group?.title, task, outputs, lead, coordinating, deadline]
            + outputItems + leadAgencies.map(\.text) + deadlines.map(\.text)
    }
}

extension Section {
    /// `label[child child]`, paragraphs as `¶`: the shape of an outline for comparing.
    var shape: String {
        (label ?? "¶") + (children.isEmpty ? "" : "[" + children.map(\.shape).joined(separator: " ") + "]")
    }
}

extension [Section] {
    var shape: String { map(\.shape).joined(separator: " ") }
}
