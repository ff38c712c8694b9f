public import VanBanModel
internal import VanBanReading
internal import VanBanStructure
internal import VanBanValidation

/// A document that was read: its record, what is wrong or doubtful in it, and who owns each stretch of its text.
public struct Document: Sendable {
    private let converted: ConvertedDocument

    init(_ converted: ConvertedDocument) { self.converted = converted }

    /// What the document says, as data.
    public var record: Record { converted.record }

    /// What is wrong or doubtful, in reading order: what reading has told, and what the rules find.
    /// - Parameters:
    ///   - severity: the least severity that is told.
    ///   - codes: of which nothing is told.
    public func findings(_ severity: Severity = .warning, except codes: Set<String> = []) -> [Finding] {
        Validator(ValidationOptions(disable: codes, show: severity)).findings(in: converted).map(Finding.init)
    }

    /// The text of a place of the record as it stands in the document, with its line ends; of HTML and Word without markup.
    public func text(at place: Location) -> String { converted.passage(at: place).text }

    /// Every stretch of the source in reading order, with who owns it: nothing is lost.
    public var stretches: [Stretch] {
        converted.entries().map { Stretch(location: $0.location, owner: $0.owner, text: $0.text) }
    }
}

/// A stretch of a document, and who owns it.
public struct Stretch: Hashable, Sendable {
    /// Where it stands.
    public var location: Location
    /// A field of the record (`part-1.title`, `task-7.deadline`), furniture and which kind (`furniture:ruler`), or
    /// `unaccounted`.
    public var owner: String
    /// Its text, every run of white space as one space.
    public var text: String
}

/// Something wrong or doubtful in a document.
public struct Finding: Hashable, Sendable {
    private let finding: VanBanValidation.Finding

    init(_ finding: VanBanValidation.Finding) { self.finding = finding }

    /// The stable name of what was found; `Documentation/codes.md` has all.
    public var code: String { finding.code }
    /// How bad it is.
    public var severity: Severity { finding.severity }
    /// Where it is.
    public var location: Location { finding.location }
    /// Other places that it speaks of.
    public var related: [Location] { finding.related }
    /// Further places of which the very same is to be said.
    public var alike: [Location] { finding.alike }

    /// What is so.
    public func message(in language: Language) -> String { finding.message(in: language) }

    /// What to do about it.
    public func hint(in language: Language) -> String { finding.hint(in: language) }
}
