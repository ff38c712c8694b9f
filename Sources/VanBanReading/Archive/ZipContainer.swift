import CLibZip

/// A ZIP archive of documents, on disk or in memory: its list, and one entry's bytes at a time.
final class ZipContainer: DocumentContainer {
    private let archive: OpaquePointer
    /// What the archive lies in, where it is in memory.
    private let memory: UnsafeMutableRawBufferPointer?
    private var indices: [UInt64] = []
    private(set) var files: [ContainedFile] = []
    var limits = ReadingLimits()

    /// - Parameter path: as ``FileName`` writes it.
    /// - Returns: nil for what is no ZIP archive, or is a document itself: Office and OpenDocument packages say what they
    ///   are in an entry of a fixed name.
    init?(path: String) throws(DocumentArchive.Failure) {
        var code: Int32 = 0
        guard let opened = FileName.withPath(path, { zip_open($0, Int32(ZIP_RDONLY), &code) }) else { return nil }
        archive = opened
        memory = nil
        guard Self.isArchive(opened) else { return nil }
        try readList()
    }

    init?(_ bytes: [UInt8]) throws(DocumentArchive.Failure) {
        guard let opened = ZipArchive.open(bytes) else { return nil }
        archive = opened.archive
        memory = opened.bytes
        guard Self.isArchive(opened.archive) else { return nil }
        try readList()
    }

    deinit {
        zip_discard(archive)
        memory?.deallocate()
    }

    private static func isArchive(_ archive: OpaquePointer) -> Bool {
        let marks = ["[Content_Types].xml", "mimetype", "_rels/.rels", "word/document.xml"]
        return marks.allSatisfy { zip_name_locate(archive, $0, 0) < 0 }
    }

    private func readList() throws(DocumentArchive.Failure) {
        for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
            // The name as it is written; guessing at its encoding, the library would make two names one.
            guard let name = zip_get_name(archive, index, UInt32(ZIP_FL_ENC_RAW)).map({ FileName(cString: $0) }),
                let status = status(of: index)
            else { throw .unreadable }
            // A folder's name ends so, and it holds nothing.
            if name.text.utf8.last == 0x2F, status.size == 0 { continue }
            indices.append(index)
            files.append(
                ContainedFile(
                    name: name, packed: Int(clamping: status.comp_size),
                    unpacked: Int(clamping: min(status.size, UInt64(Int.max / 2)))))
        }
    }

    private func status(of index: UInt64) -> zip_stat_t? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        return zip_stat_index(archive, index, 0, &status) == 0 ? status : nil
    }

    func head(of index: Int, count: Int) -> [UInt8] {
        guard let file = zip_fopen_index(archive, indices[index], 0) else { return [] }
        defer { zip_fclose(file) }
        var head = [UInt8](repeating: 0, count: count)
        let read = head.withUnsafeMutableBytes { Int(zip_fread(file, $0.baseAddress, UInt64($0.count))) }
        return Array(head.prefix(max(0, read)))
    }

    func bytes(of index: Int) throws(DocumentArchive.Failure) -> [UInt8] {
        guard let status = status(of: indices[index]) else { throw .damaged }
        if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw .encrypted
        }
        if status.size > UInt64(limits.fileBytes) { throw .tooLarge(limit: limits.fileBytes) }
        guard let file = zip_fopen_index(archive, indices[index], 0) else { throw .damaged }
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
}
