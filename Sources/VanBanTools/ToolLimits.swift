/// What a program that is called may use at most before it is ended.
package struct ToolLimits: Hashable, Sendable {
    /// Seconds of processor time, each process for itself.
    package var processorSeconds: Int
    /// Seconds by the clock.
    package var wallSeconds: Double
    /// Bytes of address space, each process for itself; what all of them hold together is watched to be no more, either.
    package var memoryBytes: Int
    /// Bytes of standard output, which is kept in memory.
    package var outputBytes: Int
    /// Bytes of standard error that are kept; what is beyond is read and dropped.
    package var errorBytes: Int
    /// Bytes of a file that it writes.
    package var fileBytes: Int
    /// Processes and, where the system counts so, threads at the same time.
    package var processes: Int

    package init(
        processorSeconds: Int = 60, wallSeconds: Double = 120, memoryBytes: Int = 2 << 30,
        outputBytes: Int = 64 << 20, errorBytes: Int = 4096, fileBytes: Int = 256 << 20, processes: Int = 64
    ) {
        self.processorSeconds = processorSeconds
        self.wallSeconds = wallSeconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.errorBytes = errorBytes
        self.fileBytes = fileBytes
        self.processes = processes
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case processorTime, wallTime, memory, outputSize, fileSize, processes
    }
}

/// How a program that was called came to its end.
package enum ToolEnding: Hashable, Sendable {
    case exited(status: Int32)
    /// It crashed, or somebody else ended it.
    case killed(signal: Int32)
    /// It was ended because it wanted more than it may have.
    case stopped(ToolLimits.Kind)
}

/// What came of calling a program.
package struct ToolResult: Sendable {
    package var ending: ToolEnding
    /// What it wrote to standard output.
    package var output: [UInt8]
    /// The beginning of what it wrote to standard error.
    package var errors: String
    /// Processor time of all its processes that it waited for, in seconds.
    package var processorSeconds: Double
    /// Where its files are; removed when nobody holds it any more.
    package var folder: PrivateFolder

    package var hasSucceeded: Bool { ending == .exited(status: 0) }
}

/// A program could not be started at all.
package enum ToolFailure: Error, Hashable, Sendable {
    case missing(ToolMissing)
    /// The system's error number, and what could not be done.
    case system(code: Int32, what: String)
}
