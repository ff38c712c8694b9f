import VanBanModel

/// `ngày 31 tháng 6 năm 2024`: no calendar has such a day.
enum ImpossibleDate: Rule {
    static let description = RuleDescription(
        code: "impossibleDate", severity: .error,
        example: "Căn cứ Nghị quyết số 76/NQ-CP ngày 31 tháng 6 năm 2021 của Chính phủ")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for passage in document.passages {
            for day in PrintedDay.all(in: passage.bytes) where day.isImpossible {
                let place = document.location(of: day.range, in: passage)
                if document.isTold([.invalidDate], at: place) { continue }
                found.append(finding(at: place, [passage.string(day.range)]))
            }
        }
        return found
    }
}
