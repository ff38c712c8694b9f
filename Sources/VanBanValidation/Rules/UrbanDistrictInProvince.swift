import VanBanModel

/// Committees of urban districts in a plan of a province that has none.
enum UrbanDistrictInProvince: Rule {
    static let description = RuleDescription(
        code: "urbanDistrictInProvince", severity: .warning,
        source: "Luật Tổ chức chính quyền địa phương số 77/2015/QH13, Điều 2",
        example: "UBND các quận, huyện (trong kế hoạch của một tỉnh)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.flatMap { task -> [Finding] in
            (task.leadAgencies + task.coordinatingAgencies).compactMap { agency in
                guard agency.collective, let place = agency.place, place.level == .province, place.noun == "tỉnh",
                    agency.text.lowercased().split(whereSeparator: { !$0.isLetter }).contains("quận")
                else { return nil }
                return finding(at: agency.location ?? task.location, [agency.text, place.name])
            }
        }
    }
}
