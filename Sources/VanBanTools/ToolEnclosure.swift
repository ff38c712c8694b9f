import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands around a program that is called: the programs of util-linux (which every Debian has) that give it a
/// session and limits and take the network from it before it begins.
///
/// Why not swift-subprocess (1.0): it sets no resource limits and has no hook between fork and exec on Linux, so these
/// programs would be wanted all the same; it ends no process group by itself when output grows beyond its limit; and it
/// is asynchronous throughout, where every reader here is called in the one thread of a worker process. What is left of
/// it, `posix_spawn` and two pipes, is what ``ToolProcess`` does in a page.
enum ToolEnclosure {
    /// The command that runs a program within limits.
    /// - Throws: ``ToolFailure/missing(_:)``.
    static func command(
        _ path: String, _ arguments: [String], in folder: String, _ limits: ToolLimits
    ) throws(ToolFailure) -> [String] {
        var command = try utility("env", of: "coreutils") + ["--chdir=" + folder]
        command += try utility("setsid")
        command += try utility("setpriv") + ["--pdeathsig", "KILL"]
        command += apart
        command += try utility("prlimit")
        command += [
            // The hard limit alone: within a space of processes of its own a program is deaf to the soft one's signal.
            "--cpu=\(limits.processorSeconds)", "--as=\(allowed(limits.memoryBytes))",
            "--fsize=\(limits.fileBytes)", "--core=0", "--nofile=256",
        ]
        // For root the system counts none; ``ProcessWatch`` does.
        if !apart.isEmpty { command.append("--nproc=\(limits.processes)") }
        return command + [path] + arguments
    }

    /// More than this process itself may have cannot be given.
    private static func allowed(_ bytes: Int) -> Int {
        var own = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &own) == 0 else { return bytes }
        return own.rlim_max < rlim_t(bytes) ? Int(own.rlim_max) : bytes
    }

    private static func utility(
        _ program: String, of package: String = "util-linux"
    ) throws(ToolFailure) -> [String] {
        let tool = ExternalTool(program: program, package: package)
        do throws(ToolMissing) { return [try tool.path()] } catch { throw .missing(error) }
    }

    /// Puts a program into spaces of its own: no network at all, and processes that end with the first of them, whatever
    /// groups they put themselves in. Empty where the system lets nobody do so (most containers); then the settings for
    /// proxies are missing as all others of the environment, and the group of processes is what is ended.
    private static var apart: [String] {
        known.withLock { known in
            if let known { return known }
            guard let unshare = ToolSearch.path(of: "unshare") else { return [] }
            let command = [
                unshare, "--user", "--map-current-user", "--net", "--pid", "--fork", "--kill-child",
            ]
            let works = ToolSearch.path(of: "true").map { ToolProcess.succeeds(command + [$0]) } ?? false
            known = works ? command : []
            return works ? command : []
        }
    }

    private static let known = Mutex<[String]?>(nil)

    /// Whether programs are called without any network; `vanban doctor` tells.
    static var takesNetwork: Bool { !apart.isEmpty }
}
