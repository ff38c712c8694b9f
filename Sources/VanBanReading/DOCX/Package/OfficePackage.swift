/// The parts of a Word file, by name: from a ZIP archive, from Word's flat XML, or a main part that stands alone.
///
/// The main part is found by its relationship, not by its name (ECMA-376 Part 2, 9.3; Part 1, 11.3.10), and what
/// belongs to it by the relationships of its own.
final class OfficePackage {
    enum Content {
        case archive(PackageParts)
        /// All parts in one XML file.
        case flat([UInt8])
        /// The main part alone.
        case bare([UInt8])
        /// All in one file, in the elements of Word 2003.
        case word2003([UInt8])
    }

    /// What a part is for the main part.
    enum Role: String, CaseIterable, Hashable {
        case styles, numbering, footnotes, endnotes, theme, settings, header, footer
    }

    let content: Content
    private let limits: ReadingLimits
    private let log = PackageLog()
    private(set) var main = ""
    /// Targets of the main part's relationships by their ids.
    private(set) var targets: [String: String] = [:]
    /// The part of each role; heads and feet are told by their ids.
    private(set) var parts: [Role: String] = [:]
    var notices: [PackageNotice] { log.notices }
    /// Bytes that the parts read so far came to.
    var unpacked: Int { log.unpacked }
    private var types = ContentTypesReader()
    private var found: [String: [RelationshipsReader.Relationship]] = [:]

    init(_ file: [UInt8], _ kind: WordFile, limits: ReadingLimits) throws(ReadingError) {
        self.limits = limits
        switch kind {
        case .archive(let start): content = .archive(try PackageParts(file, from: start, limits: limits, log: log))
        case .flat: content = .flat(file)
        case .bare: content = .bare(file)
        case .word2003: content = .word2003(file)
        }
        switch content {
        case .archive(let archive): try open(archive)
        case .flat: try openFlat()
        case .bare: main = "word/document.xml"
        case .word2003:
            main = "word/document.xml"
            for role in [Role.styles, .numbering, .settings] { parts[role] = role.rawValue }
        }
    }

    /// The folder that the main part stands in, without a slash at its end.
    var folder: String { Self.folder(of: main) }

    static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
    }

    static func file(of part: String) -> String { part.split(separator: "/").last.map { String($0) } ?? part }

    // MARK: Opening

    private func open(_ archive: PackageParts) throws(ReadingError) {
        if archive.has("encryptedpackage") { throw .encrypted }
        _ = try read("[Content_Types].xml", with: types)
        let relationships = RelationshipsReader()
        _ = try read("_rels/.rels", with: relationships)
        if let target = relationships.found.first(where: { $0.type == "officeDocument" })?.target {
            main = Self.resolve(target, in: "")
        }
        if !archive.has(main) {
            // Without relationships the content types still name it; without either, its usual name.
            let typed = types.overrides.first { Self.isMain($0.type) && archive.has($0.part) }?.part
            main = typed.map { String($0.drop { $0 == "/" }) } ?? "word/document.xml"
            if archive.has(main) { log.note(.missing("_rels/.rels")) }
        }
        let kind = types.overrides.first { PackageParts.normal($0.part) == main.lowercased() }?.type
        if let kind, !Self.isMain(kind), let other = Self.otherKind(kind) { throw .unsupported(other) }
        guard archive.has(main) else { throw .unsupported(otherKind(of: archive)) }
        if archive.isEncrypted(main) { throw .encrypted }
        try readRelationships(of: main)
    }

    private func readRelationships(of part: String) throws(ReadingError) {
        let folder = Self.folder(of: part)
        let path = Self.relationships(of: part)
        let reader = RelationshipsReader()
        if try read(path, with: reader) == nil, case .archive = content {
            log.note(.missing(path))
            // The parts mostly keep their usual names.
            for role in Role.allCases where role != .header && role != .footer {
                let usual =
                    (folder.isEmpty ? "" : folder + "/") + (role == .theme ? "theme/theme1" : role.rawValue) + ".xml"
                if has(usual) { parts[role] = usual }
            }
        }
        found[part] = reader.found
        for relationship in reader.found where !relationship.isExternal {
            let target = Self.resolve(relationship.target, in: folder)
            targets[relationship.id] = target
            guard let role = Role(rawValue: relationship.type), role != .header, role != .footer else { continue }
            guard has(target) else {
                log.note(.missing(target))
                continue
            }
            if parts[role] == nil { parts[role] = target }
        }
    }

    private func openFlat() throws(ReadingError) {
        let relationships = RelationshipsReader()
        _ = try read("_rels/.rels", with: relationships)
        main =
            relationships.found.first { $0.type == "officeDocument" }.map { Self.resolve($0.target, in: "") }
            ?? "word/document.xml"
        try readRelationships(of: main)
    }

    func has(_ part: String) -> Bool {
        switch content {
        case .archive(let archive): return archive.has(part)
        case .flat: return true
        case .bare, .word2003: return part == main
        }
    }

    // MARK: Reading

    /// Reads a part.
    /// - Returns: nil where there is no such part.
    func read(_ part: String, with handler: XMLEventHandler) throws(ReadingError) -> XMLOutcome? {
        let outcome: XMLOutcome
        switch content {
        case .archive(let archive): return try archive.read(part, with: handler)
        case .flat(let file):
            let filter = FlatPartFilter(part, handler)
            outcome = XMLEvents.parse(XMLBytes(file), with: filter, limits: limits)
            guard filter.wasFound else { return nil }
        case .bare(let file):
            guard part == main else { return nil }
            outcome = XMLEvents.parse(XMLBytes(file), with: handler, limits: limits)
        case .word2003(let file):
            let filter = Word2003Filter(part == main ? nil : Role(rawValue: part), handler)
            outcome = XMLEvents.parse(XMLBytes(file), with: filter, limits: limits)
        }
        try PackageParts.settle(outcome, part, limits, log)
        return outcome
    }

    /// The bytes of a part that is no XML, or is read by another reader.
    /// - Returns: nil where there is no such part.
    func bytes(of part: String) throws(ReadingError) -> [UInt8]? {
        switch content {
        case .archive(let archive): return try archive.bytes(of: part)
        case .flat(let file):
            let reader = FlatBinaryReader(part)
            _ = XMLEvents.parse(XMLBytes(file), with: reader, limits: limits)
            return reader.bytes
        case .bare, .word2003: return nil
        }
    }

    // MARK: Documents within the document

    /// What a part is related to.
    func relationships(of part: String) throws(ReadingError) -> [RelationshipsReader.Relationship] {
        if let known = found[part] { return known }
        guard mayHoldChunks else { return [] }
        let reader = RelationshipsReader()
        _ = try read(Self.relationships(of: part), with: reader)
        found[part] = reader.found
        return reader.found
    }

    /// Whether it is worth going through Word's flat XML once more for each part.
    private lazy var mayHoldChunks: Bool = {
        switch content {
        case .archive: return true
        case .flat(let file): return WordFile.holds("altChunk", file) || WordFile.holds("subDoc", file)
        case .bare, .word2003: return false
        }
    }()

    /// The kind that the package says a part is of, in small letters; empty where it says nothing.
    func type(of part: String) -> String { types.type(of: PackageParts.normal(part)) }

    /// Limits for what stands in a part: what is left of the whole file's.
    func rest(of limits: ReadingLimits) -> ReadingLimits {
        var rest = limits
        rest.fileBytes = min(limits.fileBytes, limits.partBytes)
        rest.packageBytes = max(0, limits.packageBytes - unpacked)
        return rest
    }

    /// Bytes that a document within this one came to.
    func count(_ bytes: Int) { log.count(bytes) }

    // MARK: Names

    private static func relationships(of part: String) -> String {
        let folder = Self.folder(of: part)
        return (folder.isEmpty ? "" : folder + "/") + "_rels/" + Self.file(of: part) + ".rels"
    }

    /// The part that a relationship's target names, seen from a folder.
    static func resolve(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }

    private static func isMain(_ type: String) -> Bool {
        type.contains("wordprocessingml") && type.contains("main+xml")
            || type.contains("ms-word.document.macroEnabled.main")
            || type.contains("ms-word.template.macroEnabledTemplate.main")
    }

    private static func otherKind(_ type: String) -> String? {
        if type.contains("spreadsheetml") || type.contains("ms-excel") { return FileKind.workbook }
        if type.contains("presentationml") || type.contains("ms-powerpoint") { return FileKind.presentation }
        return nil
    }

    /// What the archive is, if no Word document.
    private func otherKind(of archive: PackageParts) -> String {
        for type in types.overrides { if let kind = Self.otherKind(type.type) { return kind } }
        if archive.has("content.xml"), archive.has("mimetype") { return FileKind.openDocument }
        if archive.has("META-INF/container.xml") { return FileKind.book }
        return FileKind.archive
    }
}

/// What was wrong with a package, without keeping it from being read.
enum PackageNotice: Hashable, Sendable {
    case missing(String)
    case duplicate(String)
    case damaged(String)
    /// Cut off, or not what its checksum says.
    case spoilt(String)
    case malformed(String, line: Int)
    case documentType(String)
}
