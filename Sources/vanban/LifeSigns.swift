#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Says on standard error how far a long answer has come: a line that is drawn over on a terminal, else one every ten
/// seconds. What is done within a second says nothing.
struct LifeSigns {
    private let isQuiet: Bool
    /// What is told of what was gone through.
    private let key: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var last: Double
    private var rows = 0
    private var hasLine = false

    init(isQuiet: Bool, key: String = "query.rows") {
        self.isQuiet = isQuiet
        self.key = key
        last = Self.now + 0.3
    }

    mutating func note(rows: Int) {
        self.rows = rows
        say(key, after: isTerminal ? 0.2 : 10)
    }

    /// All rows are there; a workbook is put together from them only now.
    mutating func noteWriting() { if hasLine { say("query.writing", after: 0) } }

    /// Takes the line away.
    mutating func end() {
        if hasLine, isTerminal { StandardError.write("\r\u{1B}[K") }
        hasLine = false
    }

    private mutating func say(_ key: String, after pause: Double) {
        let now = Self.now
        guard !isQuiet, now - last >= pause else { return }
        last = now
        hasLine = true
        let words = told(key, String(rows))
        StandardError.write(isTerminal ? "\r\u{1B}[K" + words : "vanban: " + words + "\n")
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
