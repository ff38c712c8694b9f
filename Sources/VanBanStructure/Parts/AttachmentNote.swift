import VanBanModel
import VanBanReading

/// `(Ban hành kèm theo Quyết định số 961 /QĐ-UBND ngày 26 tháng 5 năm 2024 của …)`
struct AttachmentNote {
    var number: String?
    var date: CalendarDate?
    var isInvalidDate: Bool

    private static let numberWord = WordKey.of("số")
    private static let day = WordKey.of("ngày")

    static func read(_ text: TokenText) -> AttachmentNote {
        var note = AttachmentNote(number: nil, date: nil, isInvalidDate: false)
        var sawNumber = false
        for (index, token) in text.tokens.enumerated() {
            if !sawNumber, token.kind == .number || token.isSign("/") || token.key == numberWord {
                let start = token.key == numberWord ? index + 1 : index
                if let found = DocumentNumber.at(start, in: text) {
                    note.number = found.digits == nil ? nil : found.text
                    sawNumber = true
                }
            }
            if note.date == nil, !note.isInvalidDate, token.key == day,
                let found = PlaceAndDate.at(index, in: text)
            {
                note.date = found.date
                note.isInvalidDate = found.isInvalid
            }
        }
        return note
    }
}
