import VanBanModel

/// `Số: 5/QĐ-UBND`: below 10 a number has a 0 before it.
enum NumberForm: Rule {
    static let description = RuleDescription(
        code: "numberForm", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3",
        example: "Số: 5/QĐ-UBND")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard let number = part.number, let sign = DocumentSign(number), sign.number.utf8.count == 1,
                document.isStateDocument(part)
            else { return nil }
            return finding(at: document.location(of: "number", of: part), [number, "0" + number])
        }
    }
}
