import VanBanExport
import VanBanModel
import VanBanReading

/// The dossiers of an archive, each written as one record beside those of its files.
///
/// Which documents belong together the database says (``DossierQuery``), so that files of earlier runs count, too.
package struct BatchDossiers {
    /// A dossier: the document that the others hang on, and all of its files.
    package struct Group: Hashable, Sendable {
        package var head: InputItem
        package var items: [InputItem]
        /// Where its record goes, without an extension.
        package var stem: String
    }

    package let groups: [Group]

    /// - Parameters:
    ///   - archive: the database.
    ///   - list: the batch's own documents; of others the root says where they are.
    ///   - folder: where outputs go.
    package init(
        in archive: ArchiveReader, list: InputList, root: ArchiveRoot, folder: String
    ) throws(QueryFailure) {
        let items = Dictionary(list.items.map { (FileName($0.name), $0) }) { first, _ in first }
        func item(_ value: SheetValue) -> InputItem? {
            guard case .text(let name) = value else { return nil }
            return items[FileName(name)] ?? InputItem(name: name, root: root)
        }
        var groups: [Group] = []
        for row in try archive.sheet(DossierQuery().request).rows {
            guard row.values.count > 1, let head = item(row.values[0]), let member = item(row.values[1]) else {
                continue
            }
            if groups.last?.head != head {
                groups.append(Group(head: head, items: [], stem: folder + "/" + head.outputStem + Self.ending))
            }
            groups[groups.count - 1].items.append(member)
        }
        self.groups = groups
    }

    /// What tells a dossier's output from that of the document that its files hang on.
    package static let ending = ".dossier"

    /// Writes the records of those of which a file was done anew, or whose record is not there.
    /// - Parameters:
    ///   - settings: the workers; each may take as long as all files of a dossier may.
    ///   - output: what is written.
    ///   - changed: the documents that this run converted.
    /// - Returns: how many were written, and what failed.
    /// - Throws: ``BatchFailure``.
    package func write(
        _ settings: WorkerPool.Settings, _ output: RecordOutput, changed: Set<FileName>,
        control: () -> WorkerPool.Control
    ) throws(BatchFailure) -> (written: Int, failures: [BatchRun.Result]) {
        let wanted = groups.filter { group in
            group.items.contains { changed.contains(FileName($0.name)) }
                || !output.files(stem: group.stem).allSatisfy { FileStatus(of: $0.path)?.isFile == true }
        }
        guard let longest = wanted.map(\.items.count).max() else { return (0, []) }
        var settings = settings
        settings.timeout *= Double(longest)
        var pool = WorkerPool(settings)
        var next = 0
        var written = 0
        var failures: [BatchRun.Result] = []
        do throws(WorkerPool.StartFailure) {
            try pool.run(
                next: {
                    guard next < wanted.count else { return nil }
                    defer { next += 1 }
                    var request = WorkRequest(number: next, item: wanted[next].head)
                    request.together = wanted[next].items
                    request.outputStem = wanted[next].stem
                    return request
                }, tick: control,
                done: { request, reply, _ in
                    if reply.outcome == .converted { written += 1 }
                    guard reply.outcome == .failed else { return }
                    failures.append(
                        BatchRun.Result(
                            document: request.item.name, outcome: .failed, reason: reply.reason, message: reply.message)
                    )
                })
        } catch {
            throw .start(error)
        }
        return (written, failures)
    }
}
