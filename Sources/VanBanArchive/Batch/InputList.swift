import VanBanCorrections
import VanBanModel
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The documents that paths name: files, folders with all below them, patterns (`*`, `?`, `[a-z]`, `**`), ZIP archives, letters
/// with what is attached to them.
///
/// They stand in the order of the paths, those of a folder by name, each once. Hidden files and folders (`.git`) and the
/// batch's own files are left out, and so are files of corrections (`*.corrections.json`); a link to a folder is not followed, so
/// that none is entered twice. Whatever else is no document is among the problems. Paths are as ``FileName`` writes them.
package struct InputList: Sendable {
    /// A path of which nothing could be had.
    package struct Problem: Hashable, Sendable {
        package var path: String
        package var cause: InputProblem
        /// A name for programs: `notFound`, `unreadableFolder`, `unreadableArchive`, …
        package var reason: String { cause.reason }
        package var message: String { cause.message(in: .english) }
    }

    package internal(set) var items: [InputItem] = []
    package internal(set) var problems: [Problem] = []
    /// Files and folders of the batch's own that were met.
    package private(set) var metOwn: Set<FileIdentity> = []
    private var seen: Set<InputItem> = []
    /// Folders that were gone through whole, by their canonical paths, and links that led to folders.
    private var entered: [String] = []
    private var links: [String] = []
    private let limits: ReadingLimits
    private let excluded: [String]
    private let own: Set<FileIdentity>

    /// - Parameters:
    ///   - excluded: patterns; a file or folder whose path or name one of them matches is left out.
    ///   - own: what the batch writes itself (its folder of outputs, its database, its report), which is no document where it
    ///     lies among them.
    package init(
        _ paths: some Sequence<String>, limits: ReadingLimits = ReadingLimits(), excluded: [String] = [],
        own: Set<FileIdentity> = []
    ) {
        self.limits = limits
        self.excluded = excluded
        self.own = own
        for path in paths { add(path) }
        noteLinks()
    }

    private mutating func add(_ path: String) {
        if let status = FolderListing.status(of: path) {
            add(path, status)
        } else if FolderListing.ownStatus(of: path) != nil {
            note(path, .danglingLink)
        } else if PathPattern.isPattern(path) {
            let pattern = PathPattern(path)
            for (folder, reason) in pattern.unreadable { note(folder, .unreadableFolder(reason: reason)) }
            if pattern.matches.isEmpty { note(path, .noMatch) }
            for match in pattern.matches where !CorrectionStore.isNamed(FileIdentity.name(of: match)) {
                if let status = FolderListing.status(of: match) {
                    add(match, status)
                } else {
                    note(match, .danglingLink)
                }
            }
        } else {
            note(path, .cannotBeOpened(reason: FolderListing.systemReason))
        }
    }

    private mutating func add(_ path: String, _ status: stat) {
        guard !isExcluded(path) else { return }
        if status.isFolder {
            addFolder(path)
        } else if status.isFile {
            addFile(path, status)
        } else {
            note(path, .notAFile)
        }
    }

    private mutating func addFolder(_ path: String) {
        entered.append(FileIdentity.canonicalPath(of: path))
        // Folders wait on a list instead of the stack: trees may be deep.
        var waiting = [path]
        while let folder = waiting.popLast() {
            guard let names = FolderListing.names(in: folder) else {
                note(folder, .unreadableFolder(reason: FolderListing.systemReason))
                continue
            }
            var folders: [String] = []
            for name in names where name.text.utf8.first != 0x2E && !CorrectionStore.isNamed(name.text) {
                let path = FolderListing.path(folder, name)
                guard !isExcluded(path) else { continue }
                guard let status = FolderListing.ownStatus(of: path) else {
                    note(path, .cannotBeOpened(reason: FolderListing.systemReason))
                    continue
                }
                if !status.isLink {
                    add(path, status, &folders)
                } else if let target = FolderListing.status(of: path) {
                    if target.isFolder { links.append(path) } else { add(path, target, &folders) }
                } else {
                    note(path, .danglingLink)
                }
            }
            waiting += folders.reversed()
        }
    }

    /// Adds what stands in a folder.
    private mutating func add(_ path: String, _ status: stat, _ folders: inout [String]) {
        if !own.isEmpty, own.contains(FileIdentity(status)) {
            metOwn.insert(FileIdentity(status))
        } else if status.isFolder {
            folders.append(path)
        } else if status.isFile {
            addFile(path, status)
        } else {
            note(path, .notAFile)
        }
    }

    /// Links to folders whose documents are not in the list by the folder's own path are told: those that lie outside, or
    /// are hidden.
    private mutating func noteLinks() {
        guard !links.isEmpty else { return }
        let roots = entered.map { FolderListing.path($0, "") }
        for link in links {
            let target = FolderListing.path(FileIdentity.canonicalPath(of: link), "")
            let isEntered = roots.contains { root in
                guard target.utf8.starts(with: root.utf8) else { return false }
                return !target.utf8.dropFirst(root.utf8.count).split(separator: 0x2F).contains { $0.first == 0x2E }
            }
            if !isEntered { note(link, .linkToFolder) }
        }
    }

    private mutating func addFile(_ path: String, _ status: stat) {
        if !own.isEmpty, own.contains(FileIdentity(status)) {
            metOwn.insert(FileIdentity(status))
            return
        }
        do throws(DocumentArchive.Failure) {
            guard let archive = try DocumentArchive.found(at: path, limits: limits) else {
                append(InputItem(path: path))
                return
            }
            let contents = try archive.contents()
            for entry in contents.entries.sorted(by: { ($0.name, $0.copy ?? 1) < ($1.name, $1.copy ?? 1) }) {
                let name = entry.name.text
                guard !isExcluded(path + "!/" + name) else { continue }
                let isHidden = FileIdentity.name(of: name).utf8.first == 0x2E || name.hasPrefix("__MACOSX/")
                if !isHidden { append(InputItem(path: path, entry: name, copy: entry.copy)) }
            }
            for (entry, failure) in contents.problems {
                note(InputItem(path: path, entry: entry.name.text, copy: entry.copy).name, .archive(failure))
            }
        } catch {
            note(path, .archive(error))
        }
    }

    private mutating func append(_ item: InputItem) {
        if seen.insert(item.plain).inserted { items.append(item) }
    }

    mutating func note(_ path: String, _ cause: InputProblem) {
        problems.append(Problem(path: path, cause: cause))
    }

    private func isExcluded(_ path: String) -> Bool {
        guard !excluded.isEmpty else { return false }
        let name = FileIdentity.name(of: path)
        return excluded.contains { pattern in
            FileName.withPath(pattern) { pattern in
                [path, name].contains { path in FileName.withPath(path) { fnmatch(pattern, $0, 0) } == 0 }
            }
        }
    }
}
