import CLibZip
import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ZIP archive of documents on disk: its list of entries, and one entry's bytes at a time.
///
/// Only the list is held in memory. Nothing is written, and no name of an entry is taken for a path of the disk. Names are
/// bytes, as ``FileName`` writes them, and more than one entry may have a name.
public final class DocumentArchive {
    public enum Failure: Error, Hashable, Sendable {
        /// No ZIP archive, or one without a readable list of entries.
        case unreadable
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
        public var reason: String {
            switch self {
            case .unreadable: return "unreadableArchive"
            case .tooManyEntries: return "tooManyEntries"
            case .noSuchEntry: return "noSuchEntry"
            case .encrypted: return "encrypted"
            case .damaged: return "damaged"
            case .tooLarge: return "tooLarge"
            case .archiveTooTight, .tooTight: return "beyondLimit"
            }
        }

        /// What is wrong, and what can be done.
        public func message(in language: Language) -> String {
            switch self {
            case .unreadable: return Messages.text("archive.unreadable", in: language)
            case .tooManyEntries(let limit):
                return Messages.text("archive.tooManyEntries", in: language, [String(limit)])
            case .archiveTooTight(let limit):
                return Messages.text("archive.archiveTooTight", in: language, [String(limit)])
            case .noSuchEntry: return Messages.text("archive.noSuchEntry", in: language)
            case .encrypted: return Messages.text("archive.encrypted", in: language)
            case .damaged: return Messages.text("archive.damaged", in: language)
            case .tooLarge(let limit): return Messages.text("archive.tooLarge", in: language, [String(limit)])
            case .tooTight(let limit): return Messages.text("archive.tooTight", in: language, [String(limit)])
            }
        }
    }

    /// A name in the archive's list.
    public struct Entry: Hashable, Sendable {
        public var name: FileName
        /// Which entry of this name it is, from 2; nil for the first.
        public var copy: Int?

        public init(name: FileName, copy: Int? = nil) {
            self.name = name
            self.copy = copy
        }
    }

    private let archive: OpaquePointer
    private let limits: ReadingLimits
    private let size: Int
    /// Where each entry stands in the list; made when one is asked for.
    private var places: [Entry: UInt64] = [:]

    /// Opens an archive.
    /// - Parameter path: as ``FileName`` writes it.
    public init(path: String, limits: ReadingLimits) throws(Failure) {
        var code: Int32 = 0
        var status = stat()
        guard FileName.withPath(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
            let opened = FileName.withPath(path, { zip_open($0, Int32(ZIP_RDONLY), &code) })
        else { throw .unreadable }
        archive = opened
        size = Int(status.st_size)
        self.limits = limits
    }

    deinit { zip_discard(archive) }

    /// All entries that are no folders, in the archive's order.
    /// - Throws: ``Failure`` also where there are more of them, or they unpack into more, than the limits allow.
    public func entries() throws(Failure) -> [Entry] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.archiveEntries else { throw .tooManyEntries(limit: limits.archiveEntries) }
        var entries: [Entry] = []
        var copies: [FileName: Int] = [:]
        var unpacked = 0
        for index in 0..<UInt64(count) {
            guard let name = name(at: index) else { throw .unreadable }
            var status = zip_stat_t()
            zip_stat_init(&status)
            guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .unreadable }
            unpacked = Int(clamping: UInt64(unpacked) &+ min(status.size, UInt64(Int.max / 2)))
            if unpacked > limits.ratioFloor, unpacked / max(1, size) > limits.archiveRatio {
                throw .archiveTooTight(limit: limits.archiveRatio)
            }
            // A folder's name ends so, and it holds nothing.
            if name.text.utf8.last == 0x2F, status.size == 0 { continue }
            let copy = copies[name, default: 0] + 1
            copies[name] = copy
            entries.append(Entry(name: name, copy: copy == 1 ? nil : copy))
        }
        return entries
    }

    /// The name as it is written in the archive; guessing at its encoding, the library would make two names one.
    private func name(at index: UInt64) -> FileName? {
        zip_get_name(archive, index, UInt32(ZIP_FL_ENC_RAW)).map { FileName(cString: $0) }
    }

    private func index(of entry: Entry) throws(Failure) -> UInt64 {
        if places.isEmpty {
            var copies: [FileName: Int] = [:]
            for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
                guard let name = name(at: index) else { continue }
                let copy = copies[name, default: 0] + 1
                copies[name] = copy
                places[Entry(name: name, copy: copy == 1 ? nil : copy)] = index
            }
        }
        guard let index = places[entry] else { throw .noSuchEntry }
        return index
    }

    /// How many bytes an entry's document may unpack into that is a package itself: so much that all of them keep to the
    /// archive's limit, however often they are packed.
    public func allowance(of entry: Entry) throws(Failure) -> Int {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, try index(of: entry), 0, &status) == 0 else { throw .damaged }
        let (most, isBeyond) = Int(clamping: status.comp_size).multipliedReportingOverflow(by: limits.archiveRatio)
        return max(isBeyond ? .max : most, limits.ratioFloor / max(1, Int(zip_get_num_entries(archive, 0))))
    }

    /// The bytes of an entry.
    public func bytes(of entry: Entry) throws(Failure) -> [UInt8] {
        let index = try index(of: entry)
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged }
        if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw .encrypted
        }
        if status.size > UInt64(limits.fileBytes) { throw .tooLarge(limit: limits.fileBytes) }
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged }
        defer { zip_fclose(file) }
        let packed = max(1, Int(clamping: status.comp_size))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(Int(clamping: status.size), limits.fileBytes, 1 << 24))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = chunk.withUnsafeMutableBytes { Int(zip_fread(file, $0.baseAddress, UInt64($0.count))) }
            if read < 0 { throw .damaged }
            if read == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<read])
            if bytes.count > limits.fileBytes { throw .tooLarge(limit: limits.fileBytes) }
            // The list's size is what was counted for the archive as a whole.
            if bytes.count > status.size { throw .damaged }
            if bytes.count > limits.ratioFloor, bytes.count / packed > limits.ratio {
                throw .tooTight(limit: limits.ratio)
            }
        }
    }

    /// Whether a file is a ZIP archive that holds documents rather than being one (a DOCX is a ZIP archive, too).
    /// - Parameter head: the file's first bytes.
    public static func isArchive(path: String, head: [UInt8]) -> Bool {
        guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
            return false
        }
        var code: Int32 = 0
        guard let archive = FileName.withPath(path, { zip_open($0, Int32(ZIP_RDONLY), &code) }) else { return false }
        defer { zip_discard(archive) }
        // Office and OpenDocument packages say what they are in an entry of a fixed name.
        let marks = ["[Content_Types].xml", "mimetype", "_rels/.rels", "word/document.xml"]
        return marks.allSatisfy { zip_name_locate(archive, $0, 0) < 0 }
    }
}
