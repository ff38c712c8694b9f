/// The signs that tables are drawn with.
struct TableSigns: Sendable {
    var vertical: Character
    var horizontal: Character
    /// Under the header.
    var heavy: Character
    var empty: String
    /// A cell that one above reaches into.
    var ditto: String
    var group: String
    var other: String
    /// Where lines meet, by the directions they go in: 1 up, 2 down, 4 left, 8 right.
    private var joints: [Character]
    private var heavyJoints: [Character]

    static let box = TableSigns(
        vertical: "│", horizontal: "─", heavy: "═", empty: "∅", ditto: "″", group: "▸", other: "–",
        joints: Array(" │││─┘┐┤─└┌├─┴┬┼"), heavyJoints: Array(" │││═╛╕╡═╘╒╞═╧╤╪"))

    static let ascii = TableSigns(
        vertical: "|", horizontal: "-", heavy: "=", empty: "()", ditto: "\"", group: ">", other: "-",
        joints: Array(" |||-+++-+++-+++"), heavyJoints: Array(" |||=+++=+++=+++"))

    func joint(up: Bool, down: Bool, left: Bool, right: Bool, heavy: Bool) -> Character {
        let index = (up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)
        return heavy ? heavyJoints[index] : joints[index]
    }
}

/// How a piece of text is set off on a terminal.
enum TerminalStyle: Sendable {
    case plain, bold, faint, warning, error

    /// The text between the terminal's signs (ECMA-48, SGR).
    func paint(_ text: String) -> String {
        switch self {
        case .plain: return text
        case .bold: return "\u{1B}[1m\(text)\u{1B}[0m"
        case .faint: return "\u{1B}[2m\(text)\u{1B}[0m"
        case .warning: return "\u{1B}[33m\(text)\u{1B}[0m"
        case .error: return "\u{1B}[1;31m\(text)\u{1B}[0m"
        }
    }
}
