import VanBanModel

/// `ngày 5 tháng 2`: days below 10, and the months 1 and 2, have a 0 before them.
enum DateForm: Rule {
    static let description = RuleDescription(
        code: "dateForm", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4",
        example: "Bắc Giang, ngày 8 tháng 2 năm 2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard part.issuedOn != nil, document.isStateDocument(part),
                let passage = document.passages(of: part.id, "issuedOn").first,
                let day = PrintedDay.all(in: passage.bytes).first(where: { $0.date == part.issuedOn })
            else { return nil }
            let printed = passage.string(day.range)
            let figures = printed.split { !$0.isNumber }
            guard figures.count == 3, day.day < 10 && figures[0].count == 1 || day.month < 3 && figures[1].count == 1
            else { return nil }
            let right =
                "ngày \(day.day < 10 ? "0" : "")\(day.day) tháng \(day.month < 3 ? "0" : "")\(day.month) năm "
                + figures[2]
            return finding(at: document.location(of: day.range, in: passage), [printed, right])
        }
    }
}
