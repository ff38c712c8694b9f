import VanBanReading

/// A line or paragraph of the document, with what it is told to be by its own words.
struct Line: Sendable {
    enum Kind: Sendable, Hashable {
        /// `-----`, `_____`
        case ruler
        case pageNumber
        /// A head or foot that every page repeats.
        case runningHead
        /// Quốc hiệu or tiêu ngữ.
        case motto
        /// `Số: 15/QĐ-UBND`, perhaps with place and date behind it.
        case number
        /// What a digital signature leaves above or beside the text: `Số: 66/TTr-SNV; 22/12/2025; 18:56:39`.
        case stamp
        /// `Sơn La, ngày 25 tháng 12 năm 2020`
        case placeAndDate
        /// A kind of document alone on its line, in capitals.
        case documentKind
        /// `Phụ lục`, `PHỤ LỤC II`
        case appendixHead
        /// `(Ban hành kèm theo Quyết định số …)`
        case attachmentNote
        /// `QUYẾT ĐỊNH:`
        case enacting
        /// `Căn cứ …`, `Theo đề nghị …`
        case recital
        /// Opens with a label of an outline.
        case labelled
        /// `Nơi nhận:`
        case recipientsHead
        /// `Kính gửi: …`
        case addressee
        /// `¹ …`
        case footnote
        /// `(Có Phụ lục kèm theo)`
        case appendixNotice
        /// Capitals that name an authority or a post (`CHỦ TỊCH`, `TM. ỦY BAN NHÂN DÂN`).
        case authority
        /// Capitals that name a body (`ỦY BAN NHÂN DÂN`).
        case body
        case row
        /// A whole table that was recovered from lines without a grid, by its place among those of the document.
        case recoveredTable(Int)
        /// Where a web site's lines were taken out between lines of the document.
        case frame
        /// Words outside of the form that may be a web site's.
        case uncertain
        case text
    }

    var kind: Kind
    var range: Range<Int>
    var label: OutlineLabel?
    var cells: [Range<Int>]
    /// Of a row whose cells the source itself delimits.
    var grid: GridRow?
    var blankLinesBefore: Int
    var pageBreakBefore: Bool
    var isBold: Bool
    var isCapitals: Bool
    /// A whole paragraph in the source: it is not joined with the next line.
    var isWhole: Bool
    /// Width in characters.
    var width: Int
    /// Spaces before it, where it is all that stands on its line.
    var indent = 0

    /// Whether no table that is put together from lines may hold it: it is a row or a whole table, or stands for the lines of
    /// a web site that were taken out.
    var isApart: Bool {
        switch kind {
        case .row, .recoveredTable, .frame: return true
        default: return false
        }
    }
}
