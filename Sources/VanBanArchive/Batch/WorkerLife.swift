import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a worker's process lives under.
package enum WorkerLife {
    /// Leaves the keyboard's interruption to the process that hands out the work, ends this one when that one is gone,
    /// and refuses more address space than could be of use.
    /// - Parameters:
    ///   - memory: bytes that the worker is watched to hold at most.
    ///   - parent: the process that hands out the work; it may be gone before this one has looked.
    /// - Returns: what must be kept as long as the process is to be watched over.
    package static func begin(memory: Int, parent: pid_t) -> any DispatchSourceTimer {
        signal(SIGINT, SIG_IGN)
        // Threads and libraries take up address space that is never touched: the limit is a backstop for a leap that
        // comes between two looks at the memory held.
        var limit = rlimit(rlim_cur: rlim_t(memory) * 2 + (4 << 30), rlim_max: rlim_t(memory) * 2 + (4 << 30))
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + 0.5, repeating: 0.5)
        timer.setEventHandler { if getppid() != parent { _exit(1) } }
        timer.resume()
        return timer
    }
}
