import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A process with a session of its own, whose output is read and which is ended with its whole group.
struct ToolProcess {
    private let process: pid_t
    private let outputEnd: Int32
    private let errorEnd: Int32
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private(set) var processorSeconds = 0.0
    /// The largest amount of memory that one of its processes held, in bytes.
    private var peakBytes = 0

    /// Starts a process.
    /// - Parameters:
    ///   - command: the program's path and its arguments; it begins a session of its own and goes into its folder
    ///     (``ToolEnclosure``).
    ///   - input: the file that is its standard input; nil for none.
    ///   - folder: its home.
    /// - Throws: ``ToolFailure/system(code:what:)``.
    init(_ command: [String], input: String?, folder: String) throws(ToolFailure) {
        var outputPipe: [Int32] = [0, 0]
        var errorPipe: [Int32] = [0, 0]
        // Two that start at the same time would pass each other's ends on.
        Self.starting.wait()
        defer { Self.starting.signal() }
        guard pipe(&outputPipe) == 0 else { throw .system(code: errno, what: "pipe") }
        guard pipe(&errorPipe) == 0 else {
            let code = errno
            for end in outputPipe { close(end) }
            throw .system(code: code, what: "pipe")
        }
        for end in outputPipe + errorPipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, outputPipe[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errorPipe[1], STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A worker leaves the keyboard's interruption to its parent; what it calls begins as everybody does.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = Self.environment(home: folder).map { strdup($0) } + [nil]
        defer { for setting in environment { free(setting) } }
        var started: pid_t = 0
        let code = posix_spawn(&started, command[0], &actions, &attributes, &arguments, &environment)
        close(outputPipe[1])
        close(errorPipe[1])
        guard code == 0 else {
            close(outputPipe[0])
            close(errorPipe[0])
            throw .system(code: code, what: command[0])
        }
        process = started
        outputEnd = outputPipe[0]
        errorEnd = errorPipe[0]
        for end in [outputEnd, errorEnd] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    }

    private static let starting = DispatchSemaphore(value: 1)

    private static func environment(home: String) -> [String] {
        [
            "PATH=" + ToolSearch.folders.joined(separator: ":"), "HOME=" + home, "TMPDIR=" + home,
            "LANG=C.UTF-8", "OMP_THREAD_LIMIT=1",
        ]
    }

    /// Whether a command ends well, whatever it says.
    static func succeeds(_ command: [String]) -> Bool {
        guard var process = try? ToolProcess(command, input: nil, folder: "/") else { return false }
        return process.wait(ToolLimits(wallSeconds: 5)) == .exited(status: 0)
    }

    // MARK: Waiting

    /// Reads what it writes until its end, and ends it where it goes beyond its limits.
    mutating func wait(_ limits: ToolLimits) -> ToolEnding {
        defer {
            close(outputEnd)
            close(errorEnd)
        }
        let begin = Self.now
        var nextLook = begin + 0.1
        var open = [outputEnd, errorEnd]
        var verdict: ToolLimits.Kind?
        var status: Int32?
        while true {
            read(from: &open, limits, wait: status == nil)
            if status != nil { break }
            status = reap()
            guard status == nil, verdict == nil else { continue }
            if output.count > limits.outputBytes {
                verdict = .outputSize
            } else if Self.now - begin > limits.wallSeconds {
                verdict = .wallTime
            } else if Self.now >= nextLook {
                nextLook = Self.now + 0.1
                verdict = look(limits)
            }
            if verdict != nil { endAll() }
        }
        // Whoever of them is left.
        kill(-process, SIGKILL)
        if output.count > limits.outputBytes {
            output.removeSubrange(limits.outputBytes...)
            verdict = verdict ?? .outputSize
        }
        return verdict.map { .stopped($0) } ?? ending(status ?? 0, limits)
    }

    private func endAll() {
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
    }

    /// Whether its processes together are too many or hold too much.
    private func look(_ limits: ToolLimits) -> ToolLimits.Kind? {
        let watch = ProcessWatch(session: process)
        // Two of them are those that stand around the program.
        if watch.count > limits.processes + 2 { return .processes }
        return watch.residentBytes > limits.memoryBytes ? .memory : nil
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Takes what is there to be read.
    /// - Parameter wait: whether to wait for something, for a twentieth of a second at most.
    private mutating func read(from open: inout [Int32], _ limits: ToolLimits, wait: Bool) {
        guard !open.isEmpty else {
            // It has closed both and will end soon.
            if wait { usleep(1000) }
            return
        }
        var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&waiting, nfds_t(waiting.count), wait ? 50 : 0) > 0 else { return }
        for ready in waiting where ready.revents != 0 {
            // Once more than there can be in a pipe, so that what was written before the end is there whole.
            for _ in 0..<17 {
                let (bytes, isEnd) = Self.read(ready.fd)
                if isEnd { open.removeAll { $0 == ready.fd } }
                guard !bytes.isEmpty else { break }
                if ready.fd == outputEnd {
                    output += bytes
                } else {
                    errors += bytes.prefix(max(0, limits.errorBytes - errors.count))
                }
                if output.count > limits.outputBytes { break }
            }
        }
    }

    private static func read(_ end: Int32) -> (bytes: [UInt8], isEnd: Bool) {
        var isEnd = false
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
            var count = 0
            repeat { count = Glibc.read(end, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
            isEnd = count == 0 || count < 0 && errno != EAGAIN
            filled = max(0, count)
        }
        return (bytes, isEnd)
    }

    // MARK: The end

    /// Its status where it has ended.
    private mutating func reap() -> Int32? {
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, WNOHANG, &usage) == process else { return nil }
        processorSeconds =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        peakBytes = Int(usage.ru_maxrss) << 10
        return status
    }

    /// What an ending means that nobody here brought about.
    private func ending(_ status: Int32, _ limits: ToolLimits) -> ToolEnding {
        let signal = status & 0x7F
        let code = (status >> 8) & 0xFF
        guard signal != 0 || code != 0 else { return .exited(status: 0) }
        // A program that is refused memory ends in ways of its own; that it held nearly all it may have tells why.
        if peakBytes > limits.memoryBytes / 4 * 3 { return .stopped(.memory) }
        // Nor can `unshare` hand on that it was SIGKILL: it ends with 1.
        if processorSeconds > Double(limits.processorSeconds) * 0.8 { return .stopped(.processorTime) }
        switch signal {
        case SIGXCPU: return .stopped(.processorTime)
        case SIGXFSZ: return .stopped(.fileSize)
        case 0 where code == 1 && saysNoSignal: return .killed(signal: SIGKILL)
        case 0: return .exited(status: code)
        default: return .killed(signal: signal)
        }
    }

    private var saysNoSignal: Bool { String(decoding: errors, as: UTF8.self).contains("unshare: sigprocmask") }
}
