import VanBanModel
import VanBanStructure

/// A cell that reads like another column's: a time among the agencies, an agency among the deadlines.
enum CellOfOtherColumn: Rule {
    static let description = RuleDescription(
        code: "cellOfOtherColumn", severity: .warning,
        message: BilingualText(
            "Row {0}: “{2}” is not what the column “{1}” holds.", "Dòng {0}: “{2}” không phải nội dung của cột “{1}”."),
        hint: BilingualText(
            "See whether the row's cells have moved by a column.", "Xem các ô của dòng có bị lệch cột không."),
        rationale: BilingualText(
            "Looks for times and products among the leading and coordinating agencies where none of them is known, for agencies among the deadlines where no time can be read, and for times among the products.",
            "Tìm thời gian, sản phẩm nằm trong cột cơ quan khi không nhận ra cơ quan nào; cơ quan nằm trong cột thời hạn khi không đọc được thời gian; thời gian nằm trong cột sản phẩm."
        ),
        example: "5 | Rà soát thủ tục hành chính | Quý II/2024 | Sở Tư pháp")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var headers: [String: [ColumnRole: String]] = [:]
        for part in document.record.parts {
            for table in part.tables {
                for column in table.columns {
                    if let role = column.role { headers[table.id, default: [:]][role] = column.header }
                }
            }
        }
        var found: [Finding] = []
        for task in document.record.tasks {
            for (field, role, text) in misplaced(in: task) where document.hasOwnCell(field, task) {
                let place = document.location(of: field, of: task)
                if document.isTold([.uncertainCell, .raggedRow], at: place) { continue }
                found.append(
                    finding(
                        at: place, [task.name, headers[task.table]?[role] ?? field, text]))
            }
        }
        return found
    }

    private static func misplaced(in task: Task) -> [(String, ColumnRole, String)] {
        var found: [(String, ColumnRole, String)] = []
        for (field, role, text, agencies) in [
            ("lead", ColumnRole.lead, task.lead, task.leadAgencies),
            ("coordinating", .coordinating, task.coordinating, task.coordinatingAgencies),
        ] {
            guard let text, !text.isEmpty, agencies.allSatisfy({ $0.id == nil && !$0.collective }) else { continue }
            if begins(text, with: times) || begins(text, with: products) { found.append((field, role, text)) }
        }
        if let text = task.deadline, begins(text, with: agencies), task.deadlines.allSatisfy({ $0.kind == .unparsed }) {
            found.append(("deadline", .deadline, text))
        }
        if let text = task.outputs, text.utf8.count < 40, begins(text, with: times) {
            found.append(("outputs", .outputs, text))
        }
        return found
    }

    private static let times = keys([
        "quý I", "quý II", "quý III", "quý IV", "quý 1", "quý 2", "quý 3", "quý 4", "thường xuyên", "hằng năm",
        "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "trước ngày", "trong năm", "năm 2", "tháng 0",
        "tháng 1", "tháng 2", "tháng 3", "tháng 4", "tháng 5", "tháng 6", "tháng 7", "tháng 8", "tháng 9", "ngày 0",
        "ngày 1", "ngày 2", "ngày 3",
    ])
    private static let products = keys([
        "báo cáo", "kế hoạch", "quyết định", "công văn", "văn bản", "tờ trình", "nghị quyết", "hội nghị",
        "lớp tập huấn",
    ])
    private static let agencies = keys([
        "sở", "UBND", "ủy ban nhân dân", "các sở", "văn phòng UBND", "văn phòng ủy ban", "công an tỉnh", "các phòng",
    ])

    private static func keys(_ words: [String]) -> [String] { words.map { WordKeys.joined($0) } }

    /// Whether a text begins with whole words, or with figures where the words end in one.
    private static func begins(_ text: String, with openings: [String]) -> Bool {
        let key = WordKeys.joined(String(text.prefix(60)))
        return openings.contains { opening in
            guard key.hasPrefix(opening) else { return false }
            let isFigure = opening.utf8.suffix(2).first == 0x20 && opening.last?.isNumber == true
            return isFigure || key.count == opening.count || key.dropFirst(opening.count).first == " "
        }
    }
}
