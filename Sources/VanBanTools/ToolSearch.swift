import FoundationEssentials
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks for programs in the folders of `PATH`, and keeps what they said of their versions.
enum ToolSearch {
    /// Versions by the program's path: asking takes LibreOffice a sixth of a second.
    private static let versions = Mutex<[String: String]>([:])

    /// The first file of that name in the folders of `PATH` that may be executed. Folders must be absolute: what stands
    /// in the working folder is somebody's document.
    static func path(of program: String) -> String? {
        if program.hasPrefix("/") { return isExecutable(program) ? program : nil }
        guard !program.isEmpty, !program.contains("/") else { return nil }
        return folders.lazy.map { $0 + "/" + program }.first(where: isExecutable)
    }

    /// The absolute folders of `PATH`.
    static var folders: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }

    private static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    static func version(at path: String) -> String? { versions.withLock { $0[path] } }

    static func keep(_ version: String, at path: String) { versions.withLock { $0[path] = version } }
}
