import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The documents that paths name: files, folders with all below them, patterns (`*`, `?`, `[a-z]`), ZIP archives.
///
/// They stand in the order of the paths, those of a folder by name, each once. Hidden files and folders (`.git`) and the
/// batch's own files are left out; a link to a folder is not followed, so that none is entered twice.
public struct InputList: Sendable {
    /// A path of which nothing could be had.
    public struct Problem: Hashable, Sendable {
        public var path: String
        /// A name for programs: `notFound`, `unreadableFolder`, `unreadableArchive`, …
        public var reason: String
        public var message: String
    }

    public private(set) var items: [InputItem] = []
    public private(set) var problems: [Problem] = []
    private var seen: Set<InputItem> = []
    private let limits: ReadingLimits
    private let excluded: [String]

    /// - Parameter excluded: patterns; a file or folder whose path or name one of them matches is left out.
    public init(_ paths: some Sequence<String>, limits: ReadingLimits = ReadingLimits(), excluded: [String] = []) {
        self.limits = limits
        self.excluded = excluded
        for path in paths { add(path) }
    }

    private mutating func add(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            add(path, status)
        } else if path.contains(where: { "*?[".contains($0) }) {
            let matches = Self.matches(of: path)
            if matches.isEmpty { note(path, "notFound", "no file matches this pattern") }
            for match in matches where stat(match, &status) == 0 { add(match, status) }
        } else {
            note(path, "notFound", "cannot be opened: \(String(cString: strerror(errno)))")
        }
    }

    private mutating func add(_ path: String, _ status: stat) {
        guard !isExcluded(path) else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: addFolder(path)
        case S_IFREG: addFile(path)
        default: note(path, "notAFile", "is neither a file nor a folder")
        }
    }

    private mutating func addFolder(_ path: String) {
        // Folders wait on a list instead of the stack: trees may be deep.
        var waiting = [path]
        while let folder = waiting.popLast() {
            guard let names = Self.names(in: folder) else {
                note(folder, "unreadableFolder", "cannot be read: \(String(cString: strerror(errno)))")
                continue
            }
            var folders: [String] = []
            for name in names where !name.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                var status = stat()
                guard !isExcluded(path), lstat(path, &status) == 0 else { continue }
                var kind = status.st_mode & S_IFMT
                if kind == S_IFLNK, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { kind = S_IFREG }
                if kind == S_IFDIR { folders.append(path) }
                if kind == S_IFREG { addFile(path) }
            }
            waiting += folders.reversed()
        }
    }

    private mutating func addFile(_ path: String) {
        guard DocumentArchive.isArchive(path: path, head: Self.head(of: path)) else {
            append(InputItem(path: path))
            return
        }
        do throws(DocumentArchive.Failure) {
            let names = try DocumentArchive(path: path, limits: limits).names(limit: limits.archiveEntries)
            for name in names.sorted(by: Self.precedes) where !isExcluded(path + "!/" + name) {
                let last = name.split(separator: "/").last ?? ""
                if !last.hasPrefix("."), !name.hasPrefix("__MACOSX/") { append(InputItem(path: path, entry: name)) }
            }
        } catch {
            note(path, error.reason, "the archive cannot be read; check whether it was transferred whole")
        }
    }

    private mutating func append(_ item: InputItem) {
        if seen.insert(item).inserted { items.append(item) }
    }

    private mutating func note(_ path: String, _ reason: String, _ message: String) {
        problems.append(Problem(path: path, reason: reason, message: message))
    }

    private func isExcluded(_ path: String) -> Bool {
        guard !excluded.isEmpty else { return false }
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        return excluded.contains { fnmatch($0, path, 0) == 0 || fnmatch($0, name, 0) == 0 }
    }

    /// By the bytes of names: the same on every machine.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func names(in folder: String) -> [String]? {
        guard let opened = opendir(folder) else { return nil }
        defer { closedir(opened) }
        var names: [String] = []
        while let entry = readdir(opened) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted(by: precedes)
    }

    private static func matches(of pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
            .sorted(by: precedes)
    }

    private static func head(of path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 4)
        let count = head.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return Array(head.prefix(max(0, count)))
    }
}
