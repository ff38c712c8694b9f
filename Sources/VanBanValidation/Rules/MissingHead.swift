import VanBanModel

/// A document without motto, or without the name of who issues it.
enum MissingHead: Rule {
    static let description = RuleDescription(
        code: "missingHead", severity: .warning,
        message: BilingualText("The head of the {0} lacks: {1}.", "Phần đầu của {0} thiếu: {2}."),
        hint: BilingualText(
            "Add what is missing, or check whether the copy begins too late.",
            "Bổ sung, hoặc kiểm tra xem bản sao có bị mất phần đầu không."),
        rationale: BilingualText(
            "Every document begins with the motto (Quốc hiệu, Tiêu ngữ), the name of the issuing body, its number, the place and the day. Number and day are told by the conversion (missingNumber, missingDate).",
            "Mọi văn bản mở đầu bằng Quốc hiệu, Tiêu ngữ, tên cơ quan ban hành, số, ký hiệu, địa danh và thời gian. Thiếu số, ngày do bước chuyển đổi báo (missingNumber, missingDate)."
        ),
        source: "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, phần I, mục II.1, II.2, II.4",
        example: "QUYẾT ĐỊNH\nBan hành Kế hoạch … (không có phần đầu)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard document.isStateDocument(part) else { return nil }
            var english: [String] = []
            var vietnamese: [String] = []
            if !part.formulas.contains(where: { $0.kind == .motto }) {
                english.append("motto")
                vietnamese.append("Quốc hiệu và Tiêu ngữ")
            }
            if part.letterhead.isEmpty {
                english.append("name of the issuing body")
                vietnamese.append("tên cơ quan ban hành")
            }
            if part.issuedOn != nil, part.place == nil {
                english.append("place")
                vietnamese.append("địa danh")
            }
            guard !english.isEmpty else { return nil }
            return finding(
                at: document.location(of: "typeName", of: part),
                [
                    part.calledName, english.joined(separator: ", "),
                    vietnamese.joined(separator: ", "),
                ])
        }
    }
}
