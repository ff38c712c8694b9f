/// Errors as a reason and what their messages speak of, so that they can be kept and told later.
extension ReadingError {
    /// What the message speaks of; with ``reason`` the whole error.
    package var arguments: [String] {
        switch self {
        case .empty, .brokenCharacterMap, .tangledMarkup, .notAdministrative, .encrypted, .noTextLayer: return []
        case .tooLarge(let bytes, let limit): return [String(bytes), String(limit)]
        case .unsupported(let kind): return [kind]
        case .notText(let offset): return [String(offset)]
        case .misnamed(let ending, let isText): return [ending, String(isText)]
        case .tooDeep(let limit), .tooManyAttributes(let limit), .tableTooLarge(let limit): return [String(limit)]
        case .damaged(let part): return [part]
        case .needsConverter(let program, let package): return [program, package]
        case .converterFailed(let program, let failure): return [program, failure.rawValue]
        case .beyondLimit(let kind, let limit): return [kind.rawValue, String(limit)]
        }
    }

    /// The error of a reason and arguments; nil where they are none of this version of the program.
    package init?(reason: String, arguments: [String]) {
        func text(_ index: Int) -> String? { arguments.indices.contains(index) ? arguments[index] : nil }
        func number(_ index: Int) -> Int? { text(index).flatMap { Int($0) } }
        let error: ReadingError? =
            switch reason {
            case "empty": .empty
            case "brokenCharacterMap": .brokenCharacterMap
            case "tangledMarkup": .tangledMarkup
            case "notAdministrative": .notAdministrative
            case "encrypted": .encrypted
            case "noTextLayer": .noTextLayer
            case "tooLarge": number(0).flatMap { bytes in number(1).map { .tooLarge(bytes: bytes, limit: $0) } }
            case "unsupported": text(0).map { .unsupported($0) }
            case "notText": number(0).map { .notText(offset: $0) }
            case "misnamed":
                text(0).flatMap { ending in
                    text(1).flatMap { Bool($0) }.map { .misnamed(ending: ending, isText: $0) }
                }
            case "tooDeep": number(0).map { .tooDeep(limit: $0) }
            case "tooManyAttributes": number(0).map { .tooManyAttributes(limit: $0) }
            case "tableTooLarge": number(0).map { .tableTooLarge(limit: $0) }
            case "damaged": text(0).map { .damaged(part: $0) }
            case "needsConverter":
                text(0).flatMap { program in text(1).map { .needsConverter(program: program, package: $0) } }
            case "converterFailed":
                text(0).flatMap { program in
                    text(1).flatMap { ConverterFailure(rawValue: $0) }.map { .converterFailed(program: program, $0) }
                }
            case "beyondLimit":
                text(0).flatMap { ReadingLimits.Kind(rawValue: $0) }.flatMap { kind in
                    number(1).map { .beyondLimit(kind, limit: $0) }
                }
            default: nil
            }
        guard let error else { return nil }
        self = error
    }
}

extension DocumentArchive.Failure {
    /// The failure's name and what its message speaks of.
    package var parts: [String] {
        switch self {
        case .unreadable: return ["unreadable"]
        case .noSuchEntry: return ["noSuchEntry"]
        case .encrypted: return ["encrypted"]
        case .damaged: return ["damaged"]
        case .tooManyEntries(let limit): return ["tooManyEntries", String(limit)]
        case .tooDeep(let limit): return ["tooDeep", String(limit)]
        case .archiveTooTight(let limit): return ["archiveTooTight", String(limit)]
        case .tooLarge(let limit): return ["tooLarge", String(limit)]
        case .tooTight(let limit): return ["tooTight", String(limit)]
        }
    }

    /// The failure of ``parts``; nil where they are none of this version of the program.
    package init?(parts: [String]) {
        let limit = parts.count > 1 ? Int(parts[1]) : nil
        let failure: DocumentArchive.Failure? =
            switch parts.first {
            case "unreadable": .unreadable
            case "noSuchEntry": .noSuchEntry
            case "encrypted": .encrypted
            case "damaged": .damaged
            case "tooManyEntries": limit.map { .tooManyEntries(limit: $0) }
            case "tooDeep": limit.map { .tooDeep(limit: $0) }
            case "archiveTooTight": limit.map { .archiveTooTight(limit: $0) }
            case "tooLarge": limit.map { .tooLarge(limit: $0) }
            case "tooTight": limit.map { .tooTight(limit: $0) }
            default: nil
            }
        guard let failure else { return nil }
        self = failure
    }
}
