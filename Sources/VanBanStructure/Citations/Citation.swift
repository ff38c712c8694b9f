import VanBanModel
import VanBanReading

/// One mention of a document in the text.
///
/// A document is cited by kind, number and sign, issuer, date and subject; a law or an ordinance by its name alone
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, chương II, mục 6).
struct Citation: Sendable, Hashable {
    /// How much of a document's name a mention prints.
    enum Form: Sendable, Hashable {
        /// Number and sign, or a law's name.
        case full
        /// A number without its sign, and perhaps the year: `Nghị quyết 76`, `Nghị định 61/2018`.
        case short
        /// The same, where what follows may be what the number counts: it names a document only if the text has
        /// introduced the name.
        case bare
        /// The kind alone, which points back: `Quyết định nêu trên`.
        case above
    }

    /// What the words say of how something stands to the cited document.
    struct Statement: Sendable, Hashable {
        var kind: Relation.Kind
        /// How many citations further on in the same stretch the document stands that does it (before it: less than
        /// 0); nil where the part itself does.
        var doer: Int?
        var isPlanned = false
    }

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
    var form = Form.full
    /// How many citations before this one the document stands for which this short name is introduced
    /// (`sau đây gọi tắt là Nghị quyết 76`); nil where it is not.
    var introducedBy: Int?
    var statements: [Statement] = []
}
