import VanBanExport
import VanBanReading

extension InputList {
    /// Takes out of the list what lies in the folder of outputs and was written there for another document; a document whose
    /// output would take the place of one that is to be read is told instead of converted.
    /// - Parameters:
    ///   - folder: the folder of outputs, which is there.
    ///   - known: the documents that have outputs in it already.
    package mutating func leaveOutputs(
        of output: RecordOutput, in folder: String, known: some Sequence<FileName>
    ) {
        let inner = placesInside(folder)
        guard !inner.isEmpty else { return }
        func files(of item: InputItem) -> [FileName] {
            output.files(stem: item.outputStem).map { FileName($0.path) }
        }
        // Of the documents that are known only names are left: those of archives' entries lie in no folder's way.
        var written: Set<FileName> = []
        for name in known {
            var item = InputItem(path: name.text)
            item.place = name.text
            written.formUnion(files(of: item))
        }
        // One that was written by a run which was ended before it was noted is told by what it is.
        let wanted = Set(items.flatMap(files))
        let own = Set(
            inner.filter { index, place in
                written.contains(place) || wanted.contains(place) && Self.isOutput(items[index].path)
            }.keys)
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

    /// Whether a file begins as records do, or as their rows.
    private static func isOutput(_ path: String) -> Bool {
        let head = String(decoding: InputFile.head(of: path, count: 32), as: UTF8.self)
        let signs = String(head.unicodeScalars.filter { $0 > " " && $0 != "\u{FEFF}" }.map { Character($0) })
        return signs.hasPrefix("{\"schemaVersion\":") || signs.hasPrefix("document,")
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
}
