import VanBanModel
import VanBanStructure

/// One agency under two names, leading a task and coordinating it.
enum AgencyLeadsAndCoordinates: Rule {
    static let description = RuleDescription(
        code: "agencyLeadsAndCoordinates", severity: .warning,
        message: BilingualText(
            "Row {0}: “{1}” leads, and coordinates as “{2}”.",
            "Hàng {0}: “{1}” chủ trì, đồng thời phối hợp với tên “{2}”."),
        hint: BilingualText(
            "Strike it out from the coordinating agencies.", "Bỏ khỏi cột cơ quan phối hợp."),
        rationale: BilingualText(
            "Where both names are written alike the conversion tells it (agencyInBothColumns); this rule knows them by the list of agencies.",
            "Khi hai tên viết giống nhau, bước chuyển đổi đã báo (agencyInBothColumns); quy tắc này nhận ra theo danh mục cơ quan."
        ),
        example: "Chủ trì: Sở Tài nguyên và Môi trường; phối hợp: Sở TN&MT, Sở Tư pháp")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.tasks.flatMap { task -> [Finding] in
            task.leadAgencies.filter { $0.isOnlyOne || $0.isOfCommittees }.compactMap { leading in
                guard let other = task.coordinatingAgencies.first(where: { $0.id == leading.id }),
                    WordKeys.joined(other.text) != WordKeys.joined(leading.text)
                else { return nil }
                return finding(
                    at: other.location ?? task.location, [task.name, leading.text, other.text],
                    related: leading.location.map { [$0] } ?? [])
            }
        }
    }
}
