import VanBanModel
import VanBanReading

/// One mention of a document in the text.
///
/// A document is cited by kind, number and sign, issuer, date and subject; a law or an ordinance by its name alone
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, chương II, mục 6).
struct Citation: Sendable, Hashable {
    /// The kind as named, or as the sign says where only a number is named.
    var type: String
    /// Number and sign without spaces; nil for a law that is cited by name.
    var number: String?
    var date: CalendarDate?
    /// The year, where no full day is printed.
    var year: Int?
    var issuer: String?
    /// The name of a law without its kind, or the subject of any other document.
    var title: String?
    /// Bytes of the text from the kind to the issuer or date, what lies between the pieces of the stretch included.
    var range: Range<Int>
    /// The same as printed.
    var text: String
}
