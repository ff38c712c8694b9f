import CLibZip

/// A ZIP archive that stands in memory: libzip, wrapped here and, for archives on disk, in ``DocumentArchive``.
///
/// Nothing is ever written, and no name of an entry is taken for a path of the disk.
final class ZipArchive {
    enum Failure: Error, Hashable {
        /// No ZIP archive, or one so damaged that no entry can be found.
        case unreadable
        case tooManyEntries(limit: Int)
    }

    struct Entry: Sendable {
        var name: String
        var index: UInt64
        /// Bytes packed and unpacked, as the archive says; nil where it doesn't.
        var packed: Int?
        var unpacked: Int?
        var isEncrypted: Bool
    }

    private let bytes: UnsafeMutableRawBufferPointer
    private let archive: OpaquePointer
    let entries: [Entry]
    /// Whether the list of entries was lost, and was made anew from the entries themselves.
    let isRebuilt: Bool

    /// - Parameter start: where the archive begins in the file; its places are counted from there, or from the file's
    ///   own beginning.
    init(_ file: [UInt8], from start: Int = 0, limits: ReadingLimits) throws(Failure) {
        var opened = Self.open(start > 0 ? Array(file[start...]) : file)
        if opened == nil, start > 0 { opened = Self.open(file) }
        var isRebuilt = false
        if opened == nil, let rebuilt = ZipDirectory.rebuilt(from: file, limit: limits.entries) {
            opened = Self.open(rebuilt)
            isRebuilt = true
        }
        guard let opened else { throw .unreadable }
        bytes = opened.bytes
        archive = opened.archive
        self.isRebuilt = isRebuilt
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.entries else {
            entries = []
            throw .tooManyEntries(limit: limits.entries)
        }
        entries = (0..<count).compactMap { Self.entry(at: $0, of: opened.archive) }
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    static func open(_ file: [UInt8]) -> (bytes: UnsafeMutableRawBufferPointer, archive: OpaquePointer)? {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.count), alignment: 16)
        file.withUnsafeBytes { bytes.copyMemory(from: $0) }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        if let source = zip_source_buffer_create(bytes.baseAddress, UInt64(file.count), 0, &error) {
            if let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) { return (bytes, archive) }
            zip_source_free(source)
        }
        bytes.deallocate()
        return nil
    }

    private static func entry(at index: Int, of archive: OpaquePointer) -> Entry? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, UInt64(index), 0, &status) == 0, let name = status.name else { return nil }
        func known(_ flag: UInt32, _ value: UInt64) -> Int? {
            status.valid & UInt64(flag) == 0 || value == UInt64(UInt32.max) ? nil : Int(clamping: value)
        }
        return Entry(
            name: String(cString: name), index: UInt64(index), packed: known(ZIP_STAT_COMP_SIZE, status.comp_size),
            unpacked: known(ZIP_STAT_SIZE, status.size),
            isEncrypted: status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0
                && status.encryption_method != UInt16(ZIP_EM_NONE))
    }

    /// The bytes of an entry, unpacked as they are asked for; nil where it cannot be opened.
    func input(_ entry: Entry, limits: ReadingLimits, budget: Int) -> ZipEntryInput? {
        guard let file = zip_fopen_index(archive, entry.index, 0) else { return nil }
        return ZipEntryInput(file, of: self, entry, limits, budget)
    }
}

/// The bytes of one entry of an archive.
final class ZipEntryInput: XMLInput {
    /// What stopped it before its end.
    enum Stop: Hashable, Sendable {
        /// The packed bytes are cut off or spoilt, or they are not what their checksum says.
        case damaged
        case tooLarge(limit: Int)
        case tooTight(limit: Int)
        case packageTooLarge(limit: Int)
    }

    private let file: OpaquePointer
    /// Kept, as libzip's file lives in it.
    private let archive: ZipArchive
    private let packed: Int
    private let limits: ReadingLimits
    /// Unpacked bytes that the package may still have.
    private let budget: Int
    private(set) var count = 0
    private(set) var stop: Stop?
    /// Read ahead, as the parser asks for little at a time.
    private let ahead = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var rest = 0..<0

    fileprivate init(
        _ file: OpaquePointer, of archive: ZipArchive, _ entry: ZipArchive.Entry, _ limits: ReadingLimits, _ budget: Int
    ) {
        self.file = file
        self.archive = archive
        packed = max(1, entry.packed ?? 1 << 20)
        self.limits = limits
        self.budget = budget
    }

    deinit {
        zip_fclose(file)
        ahead.deallocate()
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if rest.isEmpty {
            guard stop == nil else { return 0 }
            let read = Int(zip_fread(file, ahead.baseAddress, UInt64(ahead.count)))
            if read < 0 { stop = .damaged }
            guard read > 0 else { return 0 }
            count += read
            if count > limits.partBytes {
                stop = .tooLarge(limit: limits.partBytes)
            } else if count > budget {
                stop = .packageTooLarge(limit: limits.packageBytes)
            } else if count > limits.ratioFloor, count / packed > limits.ratio {
                stop = .tooTight(limit: limits.ratio)
            }
            if stop != nil { return 0 }
            rest = 0..<read
        }
        let taken = min(rest.count, buffer.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: ahead[rest.lowerBound..<(rest.lowerBound + taken)]))
        rest = (rest.lowerBound + taken)..<rest.upperBound
        return taken
    }

    /// All bytes, as far as they are sound and within the limits.
    func readAll() -> [UInt8] {
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = read(into: chunk)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// Reads on to the end, so that the checksum of what the parser didn't ask for is looked at, too.
    func drain() {
        while stop == nil {
            rest = 0..<0
            let buffer = UnsafeMutableRawBufferPointer(rebasing: ahead[0..<0])
            let before = count
            _ = read(into: buffer)
            if count == before { return }
        }
    }
}
