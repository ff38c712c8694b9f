import VanBanModel
import VanBanStructure

/// A task given to an agency that is no more.
enum AgencyAbolished: Rule {
    static let description = RuleDescription(
        code: "agencyAbolished", severity: .warning,
        message: BilingualText(
            "“{0}” existed until {1}, and the document is of {2}{3}.",
            "“{0}” chỉ tồn tại đến ngày {1}, trong khi văn bản ban hành ngày {2}{3}."),
        hint: BilingualText(
            "Name the agency that took over.", "Ghi cơ quan kế thừa nhiệm vụ."),
        rationale: BilingualText(
            "Departments were merged on 1 March 2025, and the district level ended on 30 June 2025. Looks at agencies in the columns of tables, by the last days in the list of agencies.",
            "Các sở, ban, ngành được hợp nhất từ ngày 01/3/2025 và cấp huyện kết thúc ngày 30/6/2025. Xét cơ quan trong các cột của bảng theo ngày kết thúc ghi trong danh mục cơ quan."
        ),
        source: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        example: "Kế hoạch năm 2026: Sở Thông tin và Truyền thông chủ trì")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for task in document.record.tasks {
            guard let issued = document.issueDate(of: task) else { continue }
            for agency in task.leadAgencies + task.coordinatingAgencies {
                guard let lastDay = agency.validTo, lastDay < issued else { continue }
                let heir = agency.successor.map { " → " + $0.name } ?? ""
                found.append(
                    finding(
                        at: agency.location ?? task.location,
                        [agency.text, lastDay.printed, issued.printed, heir]))
            }
        }
        return found
    }
}
