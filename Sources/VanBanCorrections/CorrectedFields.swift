import VanBanModel
import VanBanStructure

/// Something of the record that says which of its fields a person decided.
protocol DecidedItem {
    var decided: Decisions { get set }
    var confidence: Confidences? { get set }
}

extension Part: DecidedItem {}
extension IndexScore: DecidedItem {}
extension Section: DecidedItem {}
extension Reference: DecidedItem {}
extension Target: DecidedItem {}
extension Table: DecidedItem {}
extension VanBanModel.Task: DecidedItem {}

/// A field that a person may put right, as text.
protocol CorrectedField: RawRepresentable where RawValue == String {
    associatedtype Item: DecidedItem

    func value(of item: Item) -> String?
    /// - Parameter value: nil where there is none; never empty.
    /// - Returns: false where the value is none of the field's.
    func set(_ value: String?, in item: inout Item) -> Bool
    /// What a person wrote, as the record has it.
    func cleaned(_ value: String) -> String
}

extension CorrectedField {
    func cleaned(_ value: String) -> String { CleanText.of(value) }
}

/// Numbers as people write them: a decimal comma is as good as a point.
enum FieldNumber {
    static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    static func number(_ text: String) -> Double? {
        Double(text.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
    }

    static func whole(_ text: String) -> Int? { number(text).flatMap { Int(exactly: $0) } }
}

/// The fields of a part that a person may put right.
enum PartField: String, CaseIterable, CorrectedField {
    case typeName, number, issuedOn, place, issuer, title
    case signer = "signature.name"
    case position = "signature.position"

    /// The doubts that a decision about the field settles.
    static let codes: [PartField: Set<DiagnosticCode>] = [
        .typeName: [.unknownKind, .unprintedKind, .misreadKind], .number: [.missingNumber],
        .issuedOn: [.missingDate, .invalidDate], .title: [.missingTitle], .signer: [.missingSignature],
    ]

    func value(of part: Part) -> String? {
        switch self {
        case .typeName: part.typeName
        case .number: part.number
        case .issuedOn: part.issuedOn?.description
        case .place: part.place
        case .issuer: part.issuer
        case .title: part.title
        case .signer: part.signature?.name
        case .position: part.signature?.position
        }
    }

    func set(_ value: String?, in part: inout Part) -> Bool {
        switch self {
        case .typeName: part.typeName = value
        case .number: part.number = value
        case .issuedOn:
            guard let value else {
                part.issuedOn = nil
                return true
            }
            guard let day = CalendarDate(iso: value) else { return false }
            part.issuedOn = day
        case .place: part.place = value
        case .issuer: part.issuer = value
        case .title: part.title = value
        case .signer, .position:
            var signature =
                part.signature ?? Signature(authority: nil, position: nil, name: nil, location: part.location)
            if self == .signer { signature.name = value } else { signature.position = value }
            part.signature = signature
        }
        return true
    }
}

/// The fields of a score that a person may put right.
enum ScoreField: String, CaseIterable, CorrectedField {
    case year, score, percent, maximum, groupText, unit
    case previousYear = "previous.year"
    case previousScore = "previous.score"
    case rank = "rank.position"

    func value(of score: IndexScore) -> String? {
        switch self {
        case .year: score.year.map(String.init)
        case .score: score.score.map(FieldNumber.text)
        case .percent: score.percent.map(FieldNumber.text)
        case .maximum: score.maximum.map(FieldNumber.text)
        case .groupText: score.groupText
        case .unit: score.unit
        case .previousYear: (score.previous?.year).map(String.init)
        case .previousScore: (score.previous?.score).map(FieldNumber.text)
        case .rank: (score.rank?.position).map(String.init)
        }
    }

    func set(_ value: String?, in score: inout IndexScore) -> Bool {
        let number = value.flatMap(FieldNumber.number)
        if value != nil, number == nil, self != .groupText, self != .unit { return false }
        let whole = number.flatMap { Int(exactly: $0) }
        switch self {
        case .year: score.year = whole
        case .score: score.score = number
        case .percent: score.percent = number
        case .maximum: score.maximum = number
        case .groupText: score.groupText = value
        case .unit: score.unit = value
        case .previousYear, .previousScore:
            var previous = score.previous ?? IndexScore.Previous(year: nil, score: nil, group: nil)
            if self == .previousYear { previous.year = whole } else { previous.score = number }
            score.previous = previous
        case .rank:
            var rank = score.rank ?? IndexScore.Rank(position: nil, of: nil, change: nil)
            rank.position = whole
            score.rank = rank
        }
        return true
    }
}

/// The fields of a section that a person may put right; how deep it stands is the outline's (``CorrectedOutline``).
enum SectionField: String, CaseIterable, CorrectedField {
    case kind, label, heading, text

    func value(of section: Section) -> String? {
        switch self {
        case .kind: section.kind.rawValue
        case .label: section.label
        case .heading: section.heading
        case .text: section.text
        }
    }

    func set(_ value: String?, in section: inout Section) -> Bool {
        switch self {
        case .kind:
            guard let kind = value.flatMap({ Section.Kind(rawValue: $0) }) else { return false }
            section.kind = kind
        case .label:
            section.label = value
            section.ordinal = value.flatMap(FieldReading.ordinal(ofLabel:))
        case .heading: section.heading = value
        case .text: section.text = value
        }
        return true
    }

    /// Paragraphs of a section's text are lines.
    func cleaned(_ value: String) -> String {
        guard self == .text else { return CleanText.of(value) }
        return value.split(whereSeparator: \.isNewline).map { CleanText.of(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}

/// The fields of a document cited that a person may put right.
enum ReferenceField: String, CaseIterable, CorrectedField {
    case type, number, date, year, issuer, title

    func value(of reference: Reference) -> String? {
        switch self {
        case .type: reference.type
        case .number: reference.number
        case .date: reference.date?.description
        case .year: reference.year.map(String.init)
        case .issuer: reference.issuer
        case .title: reference.title
        }
    }

    func set(_ value: String?, in reference: inout Reference) -> Bool {
        switch self {
        case .type:
            guard let value else { return false }
            reference.type = value
        case .number:
            reference.number = value
            reference.symbol = value.flatMap(FieldReading.symbol(ofNumber:))
        case .date:
            let day = value.flatMap { CalendarDate(iso: $0) }
            if value != nil, day == nil { return false }
            reference.date = day
            // The year alone is said only where the day is not.
            if day != nil { reference.year = nil }
        case .year:
            let year = value.flatMap(FieldNumber.whole)
            if value != nil, year == nil { return false }
            reference.year = year
        case .issuer: reference.issuer = value
        case .title: reference.title = value
        }
        return true
    }

    /// Numbers have no spaces.
    func cleaned(_ value: String) -> String {
        let text = CleanText.of(value)
        return self == .number ? text.replacing(" ", with: "") : text
    }
}

/// The fields of a target that a person may put right.
enum TargetField: String, CaseIterable, CorrectedField {
    case measure, comparator, value, upper, unit, direction, baseline, year

    func value(of target: Target) -> String? {
        switch self {
        case .measure: target.measure
        case .comparator: target.comparator.rawValue
        case .value: FieldNumber.text(target.value)
        case .upper: target.upper.map(FieldNumber.text)
        case .unit: target.unit
        case .direction: target.direction?.rawValue
        case .baseline: target.baseline.map(String.init)
        case .year: target.year.map(String.init)
        }
    }

    func set(_ value: String?, in target: inout Target) -> Bool {
        switch self {
        case .measure: target.measure = value
        case .comparator:
            guard let comparator = value.flatMap({ Target.Comparator(rawValue: $0) }) else { return false }
            target.comparator = comparator
        case .value:
            guard let number = value.flatMap(FieldNumber.number) else { return false }
            target.value = number
        case .upper:
            let number = value.flatMap(FieldNumber.number)
            if value != nil, number == nil { return false }
            target.upper = number
        case .unit: target.unit = value
        case .direction:
            let direction = value.flatMap { IndexScore.Direction(rawValue: $0) }
            if value != nil, direction == nil { return false }
            target.direction = direction
        case .baseline, .year:
            let year = value.flatMap(FieldNumber.whole)
            if value != nil, year == nil { return false }
            if self == .baseline { target.baseline = year } else { target.year = year }
        }
        return true
    }
}
