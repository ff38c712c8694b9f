import VanBanModel

/// A part whose last paragraph has no end.
enum TextStopsMidway: Rule {
    static let description = RuleDescription(
        code: "textStopsMidway", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III (mẫu văn bản kết thúc bằng ./.)",
        example: "3. Sở Nội vụ theo dõi, đôn đốc việc thực hiện và báo cáo Ủy ban nhân dân")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var lasts: [Int: Passage] = [:]
        for passage in document.passages where passage.isProse || passage.isCell { lasts[passage.part] = passage }
        return document.record.parts.enumerated().compactMap { index, part in
            guard part.kind != .appendix, part.kind != .letterhead, let last = lasts[index], last.isProse,
                let sign = last.text.unicodeScalars.last
            else { return nil }
            if document.isTold([.strayText, .uncertainSiteText], at: document.location(of: last)) { return nil }
            guard !".;!?)”\"…".unicodeScalars.contains(sign) else { return nil }
            let tail = String(last.text.unicodeScalars.suffix(40))
            return finding(
                at: document.location(of: max(0, last.bytes.count - tail.utf8.count)..<last.bytes.count, in: last),
                [part.name, tail])
        }
    }
}
