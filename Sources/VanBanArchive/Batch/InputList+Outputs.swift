import VanBanExport
import VanBanReading

extension InputList {
    /// Takes out of the list, with its reason, each document whose outputs would be those of another one: of two paths that
    /// differ by a leading `/` alone, the one that is no document yet or stands later.
    /// - Parameter known: the documents that have outputs in the folder already.
    public mutating func keepApart(from known: some Collection<FileName>) {
        // The rule but for such pairs is that names differ, and then one look at each is enough.
        let isAbsolute = items.first?.isAbsolute ?? false
        let isMixed =
            known.contains { Self.isAbsolute($0.text) != isAbsolute }
            || items.contains { $0.isAbsolute != isAbsolute }
        guard isMixed else { return }
        var takers: [FileName: String] = [:]
        for name in known { takers[Self.withoutSlash(name.text)] = name.text }
        var kept: [InputItem] = []
        for item in items {
            let place = Self.withoutSlash(item.plain.name)
            if let taker = takers[place], FileName(taker) != FileName(item.name),
                Self.isAbsolute(taker) != item.isAbsolute
            {
                note(item.name, .sameOutput(document: taker))
            } else {
                takers[place] = item.name
                kept.append(item)
            }
        }
        items = kept
    }

    /// Takes out of the list what lies in the folder of outputs and was written there for another document; a document whose
    /// output would take the place of one that is to be read is told instead of converted.
    /// - Parameters:
    ///   - folder: the folder of outputs, which is there.
    ///   - known: the documents that have outputs in it already.
    public mutating func leaveOutputs(
        of output: RecordOutput, in folder: String, known: some Sequence<FileName>
    ) {
        let inner = placesInside(folder)
        guard !inner.isEmpty else { return }
        func files(of item: InputItem) -> [FileName] {
            output.files(stem: item.outputStem).map { FileName($0.path) }
        }
        // Of the documents that are known only names are left: those of archives' entries lie in no folder's way.
        var written: Set<FileName> = []
        for name in known { written.formUnion(files(of: InputItem(path: name.text))) }
        let own = Set(items.indices.filter { inner[$0].map(written.contains) ?? false })
        var read: [FileName: String] = [:]
        for (index, place) in inner where !own.contains(index) { read[place] = items[index].path }
        var kept: [InputItem] = []
        for (index, item) in items.enumerated() where !own.contains(index) {
            if let path = files(of: item).lazy.compactMap({ read[$0] }).first {
                note(item.name, .outputIsInput(path: path))
            } else {
                kept.append(item)
            }
        }
        items = kept
    }

    /// The files of the list that lie in a folder, by their numbers: their paths within it.
    private func placesInside(_ folder: String) -> [Int: FileName] {
        let root = FolderListing.path(FileIdentity.canonicalPath(of: folder), "")
        var places: [Int: FileName] = [:]
        // Files of one folder stand together.
        var last = (given: "", canonical: "")
        for (index, item) in items.enumerated() where item.entry == nil {
            let parent = FileIdentity.folder(of: item.path)
            if index == 0 || FileName(parent) != FileName(last.given) {
                last = (parent, FileIdentity.canonicalPath(of: parent.isEmpty ? "." : parent))
            }
            let path = FolderListing.path(last.canonical, FileName(FileIdentity.name(of: item.path)))
            guard path.utf8.starts(with: root.utf8) else { continue }
            places[index] = FileName(String(decoding: path.utf8.dropFirst(root.utf8.count), as: UTF8.self))
        }
        return places
    }

    private static func isAbsolute(_ path: String) -> Bool { path.utf8.first == 0x2F }

    private static func withoutSlash(_ path: String) -> FileName {
        FileName(String(decoding: path.utf8.drop { $0 == 0x2F }, as: UTF8.self))
    }
}
