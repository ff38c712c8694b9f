import VanBanReading

/// What became of documents that an archive knows and whose files are not where they were: those that stand elsewhere now,
/// told by their content, and those that are gone.
package struct ArchiveUpkeep: Sendable {
    /// A document under its name of before and of now.
    package struct Move: Hashable, Sendable {
        package var from: String
        package var to: String
    }

    package private(set) var moves: [Move] = []
    /// Documents whose files are nowhere among those that were looked at.
    package private(set) var gone: [String] = []

    /// - Parameters:
    ///   - list: the documents that are there, placed below the root.
    ///   - known: what the archive knows.
    ///   - reader: reads new files whose content may be that of a document that is missing.
    package init(
        _ list: InputList, known: [FileName: ArchiveStore.Entry], root: ArchiveRoot, reader: FileReader
    ) {
        let listed = Set(list.items.map { FileName($0.name) })
        let archives = Set(list.items.filter { $0.entry != nil }.map { FileName($0.place ?? $0.path) })
        let missing = known.keys.filter { name in
            guard !listed.contains(name) else { return false }
            let item = InputItem(name: name.text, root: root)
            // Of an archive that was gone through whole, an entry that is not in the list is not in it.
            if item.entry != nil, archives.contains(FileName(item.place ?? item.path)) { return true }
            return FileStatus(of: item.path)?.isFile != true
        }.sorted()
        guard !missing.isEmpty else { return }
        var found = Self.found(among: list.items.filter { known[FileName($0.name)] == nil }, missing, known, reader)
        for name in missing {
            let digest = known[name]?.sha256 ?? ""
            let candidates = found[digest] ?? []
            let own = FileIdentity.name(of: name.text)
            // Of several files of that content, the one of the same name.
            if let index = candidates.firstIndex(where: { FileIdentity.name(of: $0) == own })
                ?? candidates.indices.first
            {
                moves.append(Move(from: name.text, to: candidates[index]))
                found[digest]?.remove(at: index)
            } else {
                gone.append(name.text)
            }
        }
    }

    /// New documents by their content, as far as it may be that of one that is missing.
    private static func found(
        among items: [InputItem], _ missing: [FileName], _ known: [FileName: ArchiveStore.Entry], _ reader: FileReader
    ) -> [String: [String]] {
        let entries = missing.compactMap { known[$0] }
        let digests = Set(entries.compactMap(\.sha256))
        let sizes = Set(entries.compactMap(\.bytes))
        guard !digests.isEmpty else { return [:] }
        var found: [String: [String]] = [:]
        var worker = Worker(Worker.Settings(reader: reader))
        for item in items {
            if item.entry == nil, let size = FileStatus(of: item.path)?.size, !sizes.contains(size) { continue }
            guard let bytes = worker.bytes(of: WorkRequest(number: 0, item: item)) else { continue }
            let digest = FileDigest.sha256(of: bytes)
            if digests.contains(digest) { found[digest, default: []].append(item.name) }
        }
        return found
    }
}
