/// The parts of a package that is no Word document, by name: a workbook of Excel or OpenDocument.
final class PackageParts {
    private let archive: ZipArchive
    private let limits: ReadingLimits
    private var entries: [String: ZipArchive.Entry] = [:]
    private(set) var notices: [PackageNotice] = []
    /// Bytes that the parts read so far came to.
    private(set) var unpacked = 0

    init(_ file: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        self.limits = limits
        do {
            archive = try ZipArchive(file, limits: limits)
        } catch ZipArchive.Failure.tooManyEntries(let limit) {
            throw .beyondLimit(.entries, limit: limit)
        } catch {
            throw .damaged(part: "")
        }
        if archive.isRebuilt { notices.append(.damaged("ZIP")) }
        for entry in archive.entries { entries[Self.normal(entry.name)] = entry }
    }

    private static func normal(_ name: String) -> String { String(name.drop { $0 == "/" }).lowercased() }

    func has(_ part: String) -> Bool { entries[Self.normal(part)] != nil }

    /// Reads a part.
    /// - Returns: nil where there is no such part.
    func read(_ part: String, with handler: XMLEventHandler) throws(ReadingError) -> XMLOutcome? {
        guard let entry = entries[Self.normal(part)] else { return nil }
        guard !entry.isEncrypted else { throw .encrypted }
        let budget = limits.packageBytes - unpacked
        if let declared = entry.unpacked {
            if declared > limits.partBytes { throw .beyondLimit(.partBytes, limit: limits.partBytes) }
            if declared > budget { throw .beyondLimit(.packageBytes, limit: limits.packageBytes) }
        }
        guard let input = archive.input(entry, limits: limits, budget: budget) else {
            notices.append(.damaged(part))
            return nil
        }
        let outcome = XMLEvents.parse(input, with: handler, limits: limits)
        if !handler.isDone, outcome.limit == nil { input.drain() }
        unpacked += input.count
        switch input.stop {
        case nil: break
        case .damaged?: notices.append(.spoilt(part))
        case .tooLarge(let limit)?: throw .beyondLimit(.partBytes, limit: limit)
        case .packageTooLarge(let limit)?: throw .beyondLimit(.packageBytes, limit: limit)
        case .tooTight(let limit)?: throw .beyondLimit(.ratio, limit: limit)
        }
        switch outcome.limit {
        case .depth?: throw .beyondLimit(.elementDepth, limit: limits.elementDepth)
        case .attributes?: throw .beyondLimit(.attributes, limit: limits.attributes)
        case nil: break
        }
        if outcome.hasDocumentType { notices.append(.documentType(part)) }
        if let problem = outcome.problem { notices.append(.malformed(part, line: problem.line)) }
        return outcome
    }
}
