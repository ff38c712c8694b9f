import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file on disk that holds documents (a ZIP archive, a letter with what is attached to it), with those that it holds in
/// turn: its list of entries, and one entry's bytes at a time.
///
/// Nothing is written, and no name of an entry is taken for a path of the disk. Names are bytes, as ``FileName`` writes them,
/// and more than one entry may have a name. What an archive within holds stands in the list under the way to it
/// (``EntryPath``): `thu.eml!/ke-hoach.docx`.
package final class DocumentArchive {
    package enum Failure: Error, Hashable, Sendable {
        /// No archive, or one without a readable list of entries.
        case unreadable
        /// It stands within more archives than so many.
        case tooDeep(limit: Int)
        case tooManyEntries(limit: Int)
        /// All entries together unpack into more than so many times the archive's size.
        case archiveTooTight(limit: Int)
        case noSuchEntry
        case encrypted
        /// The packed bytes are cut off or spoilt, or they are not what their checksum says.
        case damaged
        case tooLarge(limit: Int)
        /// Unpacks into more than so many times its size.
        case tooTight(limit: Int)

        /// A name for programs.
        package var reason: String {
            switch self {
            case .unreadable: return "unreadableArchive"
            case .tooManyEntries: return "tooManyEntries"
            case .noSuchEntry: return "noSuchEntry"
            case .encrypted: return "encrypted"
            case .damaged: return "damaged"
            case .tooLarge: return "tooLarge"
            case .archiveTooTight, .tooTight, .tooDeep: return "beyondLimit"
            }
        }

        /// What is wrong, and what can be done.
        package func message(in language: Language) -> String {
            switch self {
            case .unreadable: return Messages.text("archive.unreadable", in: language)
            case .tooManyEntries(let limit):
                return Messages.text("archive.tooManyEntries", in: language, [String(limit)])
            case .archiveTooTight(let limit):
                return Messages.text("archive.archiveTooTight", in: language, [String(limit)])
            case .tooDeep(let limit): return Messages.text("archive.tooDeep", in: language, [String(limit)])
            case .noSuchEntry: return Messages.text("archive.noSuchEntry", in: language)
            case .encrypted: return Messages.text("archive.encrypted", in: language)
            case .damaged: return Messages.text("archive.damaged", in: language)
            case .tooLarge(let limit): return Messages.text("archive.tooLarge", in: language, [String(limit)])
            case .tooTight(let limit): return Messages.text("archive.tooTight", in: language, [String(limit)])
            }
        }
    }

    /// A name in the archive's list.
    package struct Entry: Hashable, Sendable {
        /// Of what stands in an archive within, the way to it.
        package var name: FileName
        /// Which entry of this name it is, from 2; nil for the first.
        package var copy: Int?

        package init(name: FileName, copy: Int? = nil) {
            self.name = name
            self.copy = copy
        }
    }

    /// All that an archive holds.
    package struct Contents: Sendable {
        /// In the archives' order; what is an archive itself and was opened is left out.
        package internal(set) var entries: [Entry] = []
        /// Archives within that could not be opened.
        package internal(set) var problems: [(entry: Entry, failure: Failure)] = []
        fileprivate var unpacked = 0
        fileprivate var count = 0
    }

    private let root: Opened
    private let limits: ReadingLimits
    private let size: Int
    /// The archives within that were opened last, from the outermost on: the next entry mostly stands in them, too.
    private var way: [(entry: Entry, container: Opened)] = []

    /// A container, and where its files are by their names.
    private final class Opened {
        let container: any DocumentContainer
        private lazy var places: [Entry: Int] = {
            var places: [Entry: Int] = [:]
            for (index, entry) in entries.enumerated() { places[entry] = index }
            return places
        }()

        init(_ container: any DocumentContainer, _ limits: ReadingLimits) {
            (container as? ZipContainer)?.limits = limits
            self.container = container
        }

        /// Its files under the names that they have in it.
        var entries: [Entry] {
            var copies: [FileName: Int] = [:]
            return container.files.map { file in
                let copy = copies[file.name, default: 0] + 1
                copies[file.name] = copy
                return Entry(name: file.name, copy: copy == 1 ? nil : copy)
            }
        }

        func index(of entry: Entry) throws(Failure) -> Int {
            guard let index = places[entry] else { throw .noSuchEntry }
            return index
        }
    }

    /// Opens an archive.
    /// - Parameter path: as ``FileName`` writes it.
    package convenience init(path: String, limits: ReadingLimits) throws(Failure) {
        guard let (container, size) = try Self.container(path: path, limits) else { throw .unreadable }
        self.init(container, size: size, limits)
    }

    /// The archive that a file is; nil for a file that is a document, or may be one.
    package static func found(at path: String, limits: ReadingLimits) throws(Failure) -> DocumentArchive? {
        try container(path: path, limits).map { DocumentArchive($0.container, size: $0.size, limits) }
    }

    /// Opens an archive that stands in memory.
    package convenience init(_ bytes: [UInt8], limits: ReadingLimits) throws(Failure) {
        guard let container = try ContainerKind.open(bytes) else { throw .unreadable }
        self.init(container, size: bytes.count, limits)
    }

    private init(_ container: any DocumentContainer, size: Int, _ limits: ReadingLimits) {
        root = Opened(container, limits)
        self.size = size
        self.limits = limits
    }

    /// Whether a file holds documents rather than being one (a DOCX is a ZIP archive, too).
    package static func isArchive(path: String) -> Bool {
        do throws(Failure) {
            return try container(path: path, ReadingLimits()) != nil
        } catch {
            return true
        }
    }

    private static func container(
        path: String, _ limits: ReadingLimits
    ) throws(Failure) -> (container: any DocumentContainer, size: Int)? {
        var status = stat()
        guard FileName.withPath(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let head = InputFile.head(of: path, count: ContainerKind.headBytes)
        guard ContainerKind.mayHoldDocuments(head) else { return nil }
        // Large archives stay on the disk.
        if head.starts(with: [0x50, 0x4B]) {
            return try ZipContainer(path: path).map { ($0, Int(status.st_size)) }
        }
        guard let bytes = try? InputFile.bytes(of: path, limit: limits.fileBytes) else { return nil }
        return try ContainerKind.open(bytes).map { ($0, bytes.count) }
    }

    // MARK: Listing

    /// All entries, those of archives within among them.
    /// - Throws: ``Failure`` also where there are more of them, or they unpack into more, than the limits allow.
    package func contents() throws(Failure) -> Contents {
        var contents = Contents()
        try list(root, at: { $0 }, depth: 1, in: &contents)
        return contents
    }

    /// - Parameter place: what an entry is called in the whole.
    private func list(
        _ opened: Opened, at place: (Entry) -> Entry, depth: Int, in contents: inout Contents
    ) throws(Failure) {
        let files = opened.container.files
        contents.count += files.count
        guard contents.count <= limits.archiveEntries else { throw .tooManyEntries(limit: limits.archiveEntries) }
        for file in files {
            contents.unpacked = Int(clamping: UInt64(contents.unpacked) &+ UInt64(file.unpacked))
            if contents.unpacked > limits.ratioFloor, contents.unpacked / max(1, size) > limits.archiveRatio {
                throw .archiveTooTight(limit: limits.archiveRatio)
            }
        }
        for (index, own) in opened.entries.enumerated() {
            let entry = place(Entry(name: FileName(EntryPath.piece(own.name.text)), copy: own.copy))
            let (entries, problems) = (contents.entries.count, contents.problems.count)
            do throws(Failure) {
                guard let inner = try inner(index, of: opened) else {
                    contents.entries.append(entry)
                    continue
                }
                guard depth < limits.archiveDepth else { throw .tooDeep(limit: limits.archiveDepth) }
                try list(inner, at: { Self.entry($0, in: entry) }, depth: depth + 1, in: &contents)
            } catch {
                // Whatever else is in the archive is to be had; what was counted stays counted.
                contents.entries.removeSubrange(entries...)
                contents.problems.removeSubrange(problems...)
                contents.problems.append((entry, error))
            }
        }
    }

    private static func entry(_ inner: Entry, in outer: Entry) -> Entry {
        Entry(name: FileName(EntryPath.way(outer.name.text, inner.copy, inner.name.text)), copy: outer.copy)
    }

    /// A file as what holds documents; nil for any other, also where its bytes cannot be had: whoever reads it says why.
    private func inner(_ index: Int, of opened: Opened) throws(Failure) -> Opened? {
        let head = opened.container.head(of: index, count: ContainerKind.headBytes)
        guard ContainerKind.mayHoldDocuments(head), let bytes = try? opened.container.bytes(of: index),
            let container = try ContainerKind.open(bytes)
        else { return nil }
        return Opened(container, limits)
    }

    // MARK: Reading

    /// The container that an entry stands in, and where; also those around it.
    private func place(of entry: Entry) throws(Failure) -> (container: any DocumentContainer, index: Int) {
        var opened = root
        let pieces = EntryPath.pieces(entry.name.text)
        guard pieces.count <= limits.archiveDepth else { throw .tooDeep(limit: limits.archiveDepth) }
        for (depth, piece) in pieces.enumerated() {
            let copy = depth == 0 ? entry.copy : piece.copy
            let own = Entry(name: FileName(EntryPath.name(piece.piece)), copy: copy)
            let index = try opened.index(of: own)
            if depth + 1 == pieces.count {
                way.removeSubrange(depth...)
                return (opened.container, index)
            }
            if way.indices.contains(depth), way[depth].entry == own {
                opened = way[depth].container
                continue
            }
            way.removeSubrange(depth...)
            guard let inner = try ContainerKind.open(try opened.container.bytes(of: index)) else { throw .noSuchEntry }
            opened = Opened(inner, limits)
            way.append((own, opened))
        }
        throw .noSuchEntry
    }

    /// How many bytes an entry's document may unpack into that is a package itself: so much that all of them keep to the
    /// archive's limit, however often they are packed.
    package func allowance(of entry: Entry) throws(Failure) -> Int {
        let (container, index) = try place(of: entry)
        var allowance = Self.allowance(of: index, in: container, limits)
        var around = root
        for step in way {
            let outer = try around.index(of: step.entry)
            allowance = min(allowance, Self.allowance(of: outer, in: around.container, limits))
            around = step.container
        }
        return allowance
    }

    private static func allowance(of index: Int, in container: any DocumentContainer, _ limits: ReadingLimits) -> Int {
        let (most, isBeyond) = container.files[index].packed.multipliedReportingOverflow(by: limits.archiveRatio)
        return max(isBeyond ? .max : most, limits.ratioFloor / max(1, container.files.count))
    }

    /// The bytes of an entry.
    package func bytes(of entry: Entry) throws(Failure) -> [UInt8] {
        let (container, index) = try place(of: entry)
        let bytes = try container.bytes(of: index)
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
        return bytes
    }
}
