import VanBanModel

/// A document dated the 14th that is cited in its own file with the 15th.
enum OwnDateMismatch: Rule {
    static let description = RuleDescription(
        code: "ownDateMismatch", severity: .error,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4",
        example: "Số: 15/QĐ-UBND … ngày 14 tháng 02 năm 2022; Quyết định số 15/QĐ-UBND ngày 15/02/2022")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        for part in document.record.parts {
            let head = document.location(of: "issuedOn", of: part)
            if let issued = part.issuedOn, let number = part.number {
                for reference in document.record.references where reference.number == number {
                    // Numbers begin anew each year.
                    guard let date = reference.date, date != issued, date.year == issued.year,
                        let place = reference.mentions.first,
                        !document.isTold([.attachmentMismatch], at: place)
                    else { continue }
                    found.append(finding(at: place, [number, issued.printed, date.printed], related: [head]))
                }
            }
            if let own = part.issuedOn, let note = part.attachedTo, let date = note.date, own != date {
                found.append(
                    finding(at: head, [note.number ?? part.name, date.printed, own.printed], related: [note.location]))
            }
        }
        return found
    }
}
