import VanBanModel
import VanBanStructure

/// Fields of parts and of scores.
extension CorrectionRun {
    mutating func setField(_ correction: Correction) -> Outcome {
        guard let item = correction.place.item, let field = correction.place.field else { return .unplaced }
        if item.hasPrefix("part") { return setPart(item, field, correction) }
        if item.hasPrefix("score") { return setScore(field, correction) }
        return .unplaced
    }

    /// What a part is told by: its kind as printed, its number and its title.
    static func name(of part: Part) -> String {
        [part.typeName, part.number, part.title].compactMap { $0 }.joined(separator: " ")
    }

    /// What a score is told by.
    static func name(of score: IndexScore) -> String {
        [
            score.index, score.dimension?.code ?? score.dimension?.number, score.unit, score.region,
            score.year.map(String.init),
        ].map { $0 ?? "" }.joined(separator: "|")
    }

    private mutating func setPart(_ id: String, _ field: String, _ correction: Correction) -> Outcome {
        guard let access = PartField(rawValue: field) else { return .unplaced }
        let asked = SourceWords(correction.place.words ?? "")
        let named = record.parts.indices.filter {
            SourceWords(Self.name(of: record.parts[$0])).likeness(to: asked) > 0.6
        }
        guard let index = named.first(where: { record.parts[$0].id == id }) ?? (named.count == 1 ? named[0] : nil)
        else {
            return named.isEmpty ? .unplaced : .ambiguous(named.count)
        }
        let old = access.value(of: record.parts[index])
        let outcome = outcome(old, correction, in: record.parts[index].location)
        guard outcome != .unplaced else { return outcome }
        guard access.set(correction.value.map(CleanText.of), in: &record.parts[index]) else { return .unplaced }
        record.parts[index].decided[field] = Decision(by: correction.by, on: correction.on, was: old)
        settleField(PartField.codes[access] ?? [], record.parts[index].location)
        return outcome
    }

    private mutating func setScore(_ field: String, _ correction: Correction) -> Outcome {
        guard let access = ScoreField(rawValue: field) else { return .unplaced }
        let named = record.indexScores.indices.filter {
            Self.name(of: record.indexScores[$0]) == correction.place.words
        }
        guard
            let index = named.first(where: { record.indexScores[$0].id == correction.place.item })
                ?? (named.count == 1 ? named[0] : nil)
        else { return named.isEmpty ? .unplaced : .ambiguous(named.count) }
        let old = access.value(of: record.indexScores[index])
        let place = record.indexScores[index].location
        let outcome = outcome(old, correction, in: place)
        guard outcome != .unplaced else { return outcome }
        guard access.set(correction.value, in: &record.indexScores[index]) else { return .unplaced }
        record.indexScores[index].decided[field] = Decision(by: correction.by, on: correction.on, was: old)
        settled.append(Settled(scope: .field, place: place))
        return outcome
    }

    /// A field is set where it still says what a person saw, or where the words of it still stand at its place.
    private func outcome(_ old: String?, _ correction: Correction, in place: Location) -> Outcome {
        if old == correction.value.map(CleanText.of) { return .already }
        if old == correction.was { return .applied }
        guard let was = correction.was else { return old == nil ? .applied : .unplaced }
        let text = SourceWords(document.passage(at: place).text)
        return text.holds(SourceWords(was)) ? .applied : .unplaced
    }

    /// Doubts about one field of a part, wherever in the part they are told.
    private mutating func settleField(_ codes: Set<DiagnosticCode>, _ place: Location) {
        guard !codes.isEmpty else { return }
        record.diagnostics.removeAll { diagnostic in
            codes.contains(diagnostic.code) && place.start <= diagnostic.location.start
                && diagnostic.location.end <= place.end
        }
    }
}

/// The fields of a part that a person may put right.
enum PartField: String, CaseIterable {
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

    /// - Returns: false where the value is none of the field's.
    func set(_ value: String?, in part: inout Part) -> Bool {
        let value = value?.isEmpty == true ? nil : value
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
enum ScoreField: String, CaseIterable {
    case year, score, percent, maximum, groupText, unit
    case previousYear = "previous.year"
    case previousScore = "previous.score"
    case rank = "rank.position"

    func value(of score: IndexScore) -> String? {
        switch self {
        case .year: score.year.map(String.init)
        case .score: score.score.map(Self.text)
        case .percent: score.percent.map(Self.text)
        case .maximum: score.maximum.map(Self.text)
        case .groupText: score.groupText
        case .unit: score.unit
        case .previousYear: (score.previous?.year).map(String.init)
        case .previousScore: (score.previous?.score).map(Self.text)
        case .rank: (score.rank?.position).map(String.init)
        }
    }

    private static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// - Returns: false where the value is none of the field's.
    func set(_ value: String?, in score: inout IndexScore) -> Bool {
        let value = value?.isEmpty == true ? nil : value
        // A decimal comma is as good as a point.
        let number = value.flatMap { Double($0.replacing(",", with: ".")) }
        if value != nil, number == nil || number?.isFinite == false, self != .groupText, self != .unit { return false }
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
