import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the processes of one session are and hold, as the system tells it (proc(5)).
struct ProcessWatch {
    /// Number of processes.
    private(set) var count = 0
    /// Bytes of memory that they hold, shared ones counted for each.
    private(set) var residentBytes = 0

    /// - Parameter session: the process that began the session.
    init(session: pid_t) {
        guard let folder = opendir("/proc") else { return }
        defer { closedir(folder) }
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { name in
                String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let process = pid_t(name), getsid(process) == session else { continue }
            count += 1
            let fields = Self.text(of: "/proc/\(name)/statm").split(separator: " ")
            if fields.count > 1, let pages = Int(fields[1]) { residentBytes += pages * page }
        }
    }

    private static func text(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        return String(unsafeUninitializedCapacity: 256) { max(0, read(file, $0.baseAddress, 256)) }
    }
}
