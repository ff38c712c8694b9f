import VanBanModel

/// Recipients without `Lưu: VT`.
enum MissingArchiveLine: Rule {
    static let description = RuleDescription(
        code: "missingArchiveLine", severity: .warning,
        message: BilingualText(
            "The recipients of the {0} lack the line “Lưu: …”.", "Nơi nhận của {0} thiếu dòng “Lưu: …”."),
        hint: BilingualText(
            "Add “- Lưu: VT, …” as the last line, or check whether the list was cut.",
            "Bổ sung dòng cuối “- Lưu: VT, …”, hoặc kiểm tra xem danh sách có bị cắt không."),
        rationale: BilingualText(
            "The last line of the recipients says where the document is kept: “Lưu: VT”, and the unit that drafted it.",
            "Dòng cuối của nơi nhận ghi nơi lưu văn bản: “Lưu: VT” và đơn vị soạn thảo."),
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9",
        example: "Nơi nhận:\n- Như Điều 3;\n- Thường trực Tỉnh ủy.")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard !part.recipients.isEmpty, document.isStateDocument(part),
                !part.recipients.contains(where: { $0.lowercased().contains("lưu") }),
                let last = document.passages(of: part.id, "recipients").last
            else { return nil }
            return finding(at: document.location(of: last), [part.name])
        }
    }
}
