/// What comes up while the parts of a package are read: what was wrong with them, and how much they came to.
final class PackageLog {
    private(set) var notices: [PackageNotice] = []
    /// Bytes that the parts read so far came to.
    private(set) var unpacked = 0

    func note(_ notice: PackageNotice) { notices.append(notice) }

    func count(_ bytes: Int) { unpacked += bytes }
}

/// The parts of a package in a ZIP archive (Word, Excel, OpenDocument), by name and within the limits.
struct PackageParts {
    let log: PackageLog
    private let archive: ZipArchive
    private let limits: ReadingLimits
    /// Entries by name; where a name stands twice, the last counts, as in the archive's own order of writing.
    private var entries: [String: ZipArchive.Entry] = [:]

    /// - Parameter start: where in the file the archive begins.
    init(
        _ file: [UInt8], from start: Int = 0, limits: ReadingLimits, log: PackageLog = PackageLog()
    ) throws(ReadingError) {
        self.limits = limits
        self.log = log
        do {
            archive = try ZipArchive(file, from: start, limits: limits)
        } catch ZipArchive.Failure.tooManyEntries(let limit) {
            throw .beyondLimit(.entries, limit: limit)
        } catch {
            throw .damaged(part: "")
        }
        if file[..<start].contains(where: { !CharacterClass.isSpace($0) }) { log.note(.damaged("ZIP")) }
        if archive.isRebuilt { log.note(.damaged("ZIP")) }
        for entry in archive.entries {
            let name = Self.normal(entry.name)
            if entries[name] != nil { log.note(.duplicate(name)) }
            entries[name] = entry
        }
    }

    /// Names of parts are told apart without regard to case, and some writers put backslashes (ECMA-376 Part 2, 6.2.2).
    static func normal(_ name: String) -> String {
        String(name.drop { $0 == "/" }).replacing("\\", with: "/").lowercased()
    }

    func has(_ part: String) -> Bool { entries[Self.normal(part)] != nil }

    func isEncrypted(_ part: String) -> Bool { entries[Self.normal(part)]?.isEncrypted ?? false }

    /// Reads a part.
    /// - Returns: nil where there is no such part.
    func read(_ part: String, with handler: XMLEventHandler) throws(ReadingError) -> XMLOutcome? {
        guard let input = try input(part) else { return nil }
        let outcome = XMLEvents.parse(input, with: handler, limits: limits)
        if !handler.isDone, outcome.limit == nil { input.drain() }
        try close(input, part)
        try Self.settle(outcome, part, limits, log)
        return outcome
    }

    /// The bytes of a part that is no XML, or is read by another reader.
    /// - Returns: nil where there is no such part.
    func bytes(of part: String) throws(ReadingError) -> [UInt8]? {
        guard let input = try input(part) else { return nil }
        let bytes = input.readAll()
        try close(input, part)
        return bytes
    }

    /// Notes what was wrong with a part's XML.
    /// - Throws: where it is beyond a limit.
    static func settle(
        _ outcome: XMLOutcome, _ part: String, _ limits: ReadingLimits, _ log: PackageLog
    ) throws(ReadingError) {
        switch outcome.limit {
        case .depth?: throw .beyondLimit(.elementDepth, limit: limits.elementDepth)
        case .attributes?: throw .beyondLimit(.attributes, limit: limits.attributes)
        case nil: break
        }
        if outcome.hasDocumentType { log.note(.documentType(part)) }
        if let problem = outcome.problem { log.note(.malformed(part, line: problem.line)) }
    }

    private func input(_ part: String) throws(ReadingError) -> ZipEntryInput? {
        guard let entry = entries[Self.normal(part)] else { return nil }
        guard !entry.isEncrypted else { throw .encrypted }
        // What the archive itself declares is refused before a byte of it is unpacked.
        let budget = limits.packageBytes - log.unpacked
        if let declared = entry.unpacked {
            if declared > limits.partBytes { throw .beyondLimit(.partBytes, limit: limits.partBytes) }
            if declared > budget { throw .beyondLimit(.packageBytes, limit: limits.packageBytes) }
        }
        guard let input = archive.input(entry, limits: limits, budget: budget) else {
            log.note(.damaged(part))
            return nil
        }
        return input
    }

    private func close(_ input: ZipEntryInput, _ part: String) throws(ReadingError) {
        log.count(input.count)
        switch input.stop {
        case nil: break
        case .damaged?: log.note(.spoilt(part))
        case .tooLarge(let limit)?: throw .beyondLimit(.partBytes, limit: limit)
        case .packageTooLarge(let limit)?: throw .beyondLimit(.packageBytes, limit: limit)
        case .tooTight(let limit)?: throw .beyondLimit(.ratio, limit: limit)
        }
    }
}
