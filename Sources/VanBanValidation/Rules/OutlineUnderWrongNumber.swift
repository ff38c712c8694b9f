import VanBanModel

/// `2.1` under `3`: the number of an item does not go on with the number that it stands under.
enum OutlineUnderWrongNumber: Rule {
    static let description = RuleDescription(
        code: "outlineUnderWrongNumber", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "3. Tổ chức thực hiện\n2.1. Sở Nội vụ …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        func visit(_ sections: [Section], under parent: [Substring]?) {
            for section in sections {
                let numbers = numbers(of: section)
                if let numbers, let parent, numbers.count > 1, numbers.count > parent.count,
                    !numbers.starts(with: parent)
                {
                    let label = document.passages(of: section.id, "label").first
                    found.append(
                        finding(
                            at: label.map { document.location(of: $0) } ?? section.location,
                            [
                                section.label ?? "", parent.joined(separator: "."),
                                numbers.prefix(parent.count).joined(separator: "."),
                            ]))
                }
                visit(section.children, under: numbers)
            }
        }
        for part in document.record.parts { visit(part.sections, under: nil) }
        return found
    }

    /// The figures of `2.1`; nil for other labels.
    private static func numbers(of section: Section) -> [Substring]? {
        guard section.kind == .item || section.kind == .clause, let label = section.label else { return nil }
        let figures = label.split(separator: ".")
        return !figures.isEmpty && figures.allSatisfy { Int($0) != nil } ? figures : nil
    }
}
