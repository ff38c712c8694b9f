#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that shows a long text page by page where standard output is a terminal: the one that PAGER names, else `less`,
/// which ends by itself where the text fits the screen.
final class Pager {
    private let process: pid_t
    private let terminal: Int32
    private var hasEnded = false

    private init(process: pid_t, terminal: Int32) {
        self.process = process
        self.terminal = terminal
    }

    /// Starts it, and has standard output go to it; nil where there is no terminal, or no pager is wanted (`PAGER=cat`) or
    /// can be had.
    static func begin() -> Pager? {
        guard Terminal.isOutput, isatty(STDIN_FILENO) == 1 else { return nil }
        let command = Environment.value(of: "VANBAN_PAGER") ?? Environment.value(of: "PAGER") ?? "less"
        guard command != "cat" else { return nil }
        // The width is that of the terminal, which standard output is not any more.
        setenv("COLUMNS", String(Terminal.width), 1)
        setenv("LESS", "FRX", 0)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
        var process: pid_t = 0
        let words: [String] = ["sh", "-c", command]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let terminal = dup(STDOUT_FILENO)
        let status = posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ)
        close(ends[0])
        guard status == 0, terminal >= 0 else {
            close(ends[1])
            return nil
        }
        dup2(ends[1], STDOUT_FILENO)
        close(ends[1])
        return Pager(process: process, terminal: terminal)
    }

    /// Waits until the reader has done with it; standard output is the terminal again.
    func end() {
        guard !hasEnded else { return }
        hasEnded = true
        dup2(terminal, STDOUT_FILENO)
        close(terminal)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
