import VanBanModel
import VanBanStructure

/// A province or a district that was no more when the document was issued, as if it were.
enum TerritoryAbolished: Rule {
    static let description = RuleDescription(
        code: "territoryAbolished", severity: .warning,
        source: "NQ 202/2025/QH15; Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        example: "Nơi nhận: - UBND các huyện, thành phố (văn bản năm 2026)")

    private static let fields: Set<Substring> = [
        "recipients", "lead", "coordinating", "responsibility", "issuer", "place",
    ]

    static func findings(in document: ValidatedDocument) -> [Finding] {
        guard let lastOfDistricts = CalendarDate(year: 2025, month: 6, day: 30) else { return [] }
        var found: [Finding] = []
        for passage in document.passages where fields.contains(passage.field) {
            guard let issued = document.issueDate(of: passage.part), issued > lastOfDistricts else { continue }
            let words = passage.printedWords
            for index in words.indices {
                if let (count, end) = province(at: index, words, place: passage.field == "place"), end.lastDay < issued
                {
                    let range = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
                    if isFormer(passage, after: range.upperBound) { continue }
                    let heirs = end.successors.isEmpty ? "" : " → " + end.successors.joined(separator: ", ")
                    found.append(
                        finding(
                            at: document.location(of: range, in: passage),
                            [passage.string(range), end.lastDay.printed, issued.printed, heirs]))
                }
                // Agencies in the columns of tables are known by the list of agencies.
                guard passage.field == "recipients" || passage.field == "issuer", isDistrict(at: index, words),
                    !isFormer(passage, after: words[index].range.upperBound)
                else { continue }
                let from = index > 0 && !words[index - 1].closes ? index - 1 : index
                let range = words[from].range.lowerBound..<words[index].range.upperBound
                found.append(
                    finding(
                        at: document.location(of: range, in: passage),
                        [passage.string(range), lastOfDistricts.printed, issued.printed, ""]))
            }
        }
        return found
    }

    /// `tỉnh Hà Giang`; in a line of place and date the bare name.
    private static func province(
        at index: Int, _ words: [Passage.PrintedWord], place: Bool
    ) -> (count: Int, end: GazetteerFacts.End)? {
        let noun = words[index].form.lower
        guard place ? index == 0 : noun == "tỉnh" && !words[index].closes else { return nil }
        let start = place ? index : index + 1
        for length in [5, 4, 3, 2] where start + length <= words.count {
            let name = words[start..<(start + length)].map(\.text).joined(separator: " ")
            if let end = GazetteerFacts.endedProvinces[WordKeys.joined(name)] {
                return (start + length - index, end)
            }
        }
        return nil
    }

    private static let beforeDistrict = Lexicon.strings(.wordsBeforeDistrict)

    /// `các huyện`, `cấp huyện`, `UBND huyện`, `quận Ba Đình`: the noun, not a part of another word (`tập huyện` is none).
    private static func isDistrict(at index: Int, _ words: [Passage.PrintedWord]) -> Bool {
        guard ["huyện", "quận"].contains(words[index].form.lower), index > 0 else { return false }
        let before = words[index - 1].form.lower
        return beforeDistrict.contains(before)
            || (index + 1 < words.count && !words[index].closes && words[index + 1].form.startsUpper
                && words[index].form.startsLower)
    }

    private static let former = Lexicon.strings(.formerWords)

    private static func isFormer(_ passage: Passage, after offset: Int) -> Bool {
        let rest = String(decoding: passage.bytes[offset...].prefix(80), as: UTF8.self).lowercased()
        return former.contains { rest.contains($0) }
    }
}
