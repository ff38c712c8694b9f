/// The lists that Word has built in for fields that number: `LISTNUM` and, before it, `AUTONUM` (ECMA-376 Part 1,
/// 17.16.5.33, 17.16.5.4 to 6).
enum FieldList: String {
    case number = "numberdefault"
    case outline = "outlinedefault"
    case legal = "legaldefault"

    /// - Parameter name: as a field gives it; a list of any other name looks like `NumberDefault`.
    init(name: String) {
        self = name.lowercased().split(separator: " ").last.flatMap { FieldList(rawValue: String($0)) } ?? .number
    }

    var levels: [NumberingDefinitions.Level?] {
        (0..<NumberingDefinitions.levelCount).map { index in
            var level = NumberingDefinitions.Level()
            level.start = 1
            level.suffix = .nothing
            switch self {
            case .number:
                level.format = [.decimal, .lowerLetter, .lowerRoman][index % 3]
                level.text = ["%N)", "(%N)", "%N."][index / 3]
            case .outline:
                level.format =
                    [
                        .upperRoman, .upperLetter, .decimal, .lowerLetter, .decimal, .lowerLetter, .lowerRoman,
                        .lowerLetter,
                        .lowerRoman,
                    ][index]
                level.text = index < 3 ? "%N." : index == 3 ? "%N)" : "(%N)"
            case .legal:
                level.text = (1...(index + 1)).map { "%\($0)." }.joined()
            }
            level.text = level.text.replacing("%N", with: "%\(index + 1)")
            return level
        }
    }
}
