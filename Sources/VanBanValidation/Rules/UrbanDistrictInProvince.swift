import VanBanModel

/// Committees of urban districts in a plan of a province that has none.
enum UrbanDistrictInProvince: Rule {
    static let description = RuleDescription(
        code: "urbanDistrictInProvince", severity: .warning,
        message: BilingualText(
            "“{0}”: {1} is a province, and had no urban districts (quận).", "“{0}”: {1} là tỉnh, không có quận."),
        hint: BilingualText(
            "Name the districts as they were (huyện, thị xã, thành phố).",
            "Ghi đúng đơn vị hành chính cấp huyện (huyện, thị xã, thành phố)."),
        rationale: BilingualText(
            "Only cities under the centre were divided into quận; districts ended on 30/06/2025.",
            "Chỉ thành phố trực thuộc Trung ương mới có quận; cấp huyện kết thúc hoạt động từ ngày 01/7/2025."),
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
