import CLibZip

/// A ZIP archive of documents on disk: its list of entries, and one entry's bytes at a time.
///
/// Only the list is held in memory. Nothing is written, and no name of an entry is taken for a path of the disk.
public final class DocumentArchive {
    public enum Failure: Error, Hashable, Sendable {
        /// No ZIP archive, or one without a readable list of entries.
        case unreadable
        case tooManyEntries(limit: Int)
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
            case .tooTight: return "beyondLimit"
            }
        }
    }

    private let archive: OpaquePointer
    private let limits: ReadingLimits

    /// Opens an archive.
    public init(path: String, limits: ReadingLimits) throws(Failure) {
        var code: Int32 = 0
        guard let opened = zip_open(path, Int32(ZIP_RDONLY), &code) else { throw .unreadable }
        archive = opened
        self.limits = limits
    }

    deinit { zip_discard(archive) }

    /// The names of all entries that are no folders, in the archive's order.
    /// - Parameter limit: more entries than this are refused.
    public func names(limit: Int) throws(Failure) -> [String] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limit else { throw .tooManyEntries(limit: limit) }
        var names: [String] = []
        for index in 0..<count {
            guard let name = zip_get_name(archive, UInt64(index), 0) else { continue }
            let text = String(cString: name)
            if !text.hasSuffix("/") { names.append(text) }
        }
        return names
    }

    /// The bytes of an entry.
    public func bytes(of name: String) throws(Failure) -> [UInt8] {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { throw .noSuchEntry }
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { throw .damaged }
        if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw .encrypted
        }
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw .damaged }
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
        guard let archive = zip_open(path, Int32(ZIP_RDONLY), &code) else { return false }
        defer { zip_discard(archive) }
        // Office and OpenDocument packages say what they are in an entry of a fixed name.
        let marks = ["[Content_Types].xml", "mimetype", "_rels/.rels", "word/document.xml"]
        return marks.allSatisfy { zip_name_locate(archive, $0, 0) < 0 }
    }
}
