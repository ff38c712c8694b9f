/// One instrument or attachment of a file: a decision, the plan issued with it, that plan's appendix.
public struct Part: Hashable, Codable, Sendable {
    /// `part-1`, `part-2`, … in reading order.
    public var id: String
    public var kind: PartKind
    /// The kind as printed (`QUYẾT ĐỊNH`, `Phụ lục II`); nil where the document has no such line.
    public var typeName: String?
    /// Number and sign (`961/QĐ-UBND`), without spaces; nil where left blank or absent.
    public var number: String?
    public var issuedOn: CalendarDate?
    public var place: String?
    /// The authority that decides (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`), else the letterhead's body.
    public var issuer: String?
    /// The bodies of the letterhead as printed, the superior one first.
    public var letterhead: [String]
    /// The subject lines joined, without the kind word.
    public var title: String?
    public var attachedTo: Attachment?
    /// The time that the part plans for, from its title.
    public var period: Period?
    /// The index that the part is about (`PAPI`, `PAR INDEX`, …).
    public var index: String?
    public var legalBases: [LegalBasis]
    public var sections: [Section]
    public var tables: [Table]
    public var recipients: [String]
    public var signature: Signature?
    public var footnotes: [Footnote]
    /// The fixed words of the form: motto, enacting formula, `Nơi nhận:` and the like, as printed.
    public var formulas: [Formula]
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(id: String, kind: PartKind, location: Location) {
        self.id = id
        self.kind = kind
        self.letterhead = []
        self.legalBases = []
        self.sections = []
        self.tables = []
        self.recipients = []
        self.footnotes = []
        self.formulas = []
        self.decided = Decisions()
        self.location = location
    }
}

/// The kind of a part, in the vocabulary of the record.
///
/// The kinds of documents are those of NĐ 30/2020/NĐ-CP, Điều 7 (and Phụ lục III for their names); `appendix` and
/// `letterhead` are forms of a part.
public struct PartKind: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let decision = PartKind(rawValue: "decision")
    public static let plan = PartKind(rawValue: "plan")
    public static let appendix = PartKind(rawValue: "appendix")
    /// A letterhead, or a running text, whose kind of document is not printed.
    public static let letterhead = PartKind(rawValue: "letterhead")

    public var description: String { rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// The document that an attachment says it was issued with.
public struct Attachment: Hashable, Codable, Sendable {
    /// Number and sign without spaces; nil where left blank.
    public var number: String?
    public var date: CalendarDate?
    /// The note as printed, `(Ban hành kèm theo Quyết định số …)`.
    public var text: String
    public var location: Location

    public init(number: String?, date: CalendarDate?, text: String, location: Location) {
        self.number = number
        self.date = date
        self.text = text
        self.location = location
    }
}

/// A span of days, both ends included; nil for an open end.
public struct Period: Hashable, Codable, Sendable {
    public var start: CalendarDate?
    public var end: CalendarDate?

    public init(start: CalendarDate?, end: CalendarDate?) {
        self.start = start
        self.end = end
    }
}

/// A recital: what the document rests on (`Căn cứ …`, `Theo đề nghị …`).
public struct LegalBasis: Hashable, Codable, Sendable {
    /// The paragraph without its end punctuation.
    public var text: String
    /// Ids of the references that it cites.
    public var references: [String]
    public var location: Location

    public init(text: String, references: [String] = [], location: Location) {
        self.text = text
        self.references = references
        self.location = location
    }
}

/// The signing block (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
public struct Signature: Hashable, Codable, Sendable {
    /// The line that says for whom it is signed (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), lines joined; nil if none.
    public var authority: String?
    /// The signer's post (`CHỦ TỊCH`, `PHÓ CHỦ TỊCH`).
    public var position: String?
    public var name: String?
    public var location: Location

    public init(authority: String?, position: String?, name: String?, location: Location) {
        self.authority = authority
        self.position = position
        self.name = name
        self.location = location
    }
}

/// A note below the text, with the mark that calls it.
public struct Footnote: Hashable, Codable, Sendable {
    public var mark: String
    public var text: String
    public var location: Location
    /// Where the mark stands in the text.
    public var calls: [Location]

    public init(mark: String, text: String, location: Location, calls: [Location] = []) {
        self.mark = mark
        self.text = text
        self.location = location
        self.calls = calls
    }
}

/// Fixed words of the form, kept as printed so that nothing of the document is lost.
public struct Formula: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// Quốc hiệu and tiêu ngữ.
        case motto
        /// The label of the number or date line, where the line is blank.
        case numberLine, dateLine
        /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
        case enacting
        /// `Nơi nhận:`.
        case recipients
        /// `(Đã ký)` and the like.
        case signed
        /// `Kính gửi: …`.
        case addressee
        /// `DỰ THẢO`, `HỎA TỐC`, `MẬT`: draft, urgency and secrecy marks above or beside the letterhead.
        case status
    }

    public var kind: Kind
    public var text: String
    public var location: Location

    public init(kind: Kind, text: String, location: Location) {
        self.kind = kind
        self.text = text
        self.location = location
    }
}
