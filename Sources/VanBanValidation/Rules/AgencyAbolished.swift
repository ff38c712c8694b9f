import VanBanModel
import VanBanStructure

/// A task given to an agency that is no more.
enum AgencyAbolished: Rule {
    static let description = RuleDescription(
        code: "agencyAbolished", severity: .warning,
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
