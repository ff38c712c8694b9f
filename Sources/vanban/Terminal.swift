import VanBanRecognition

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The terminal that standard output may be.
enum Terminal {
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Says on standard error how many pages of a scan are recognised, where that is a terminal; nil where it is none.
    static var pageSigns: ScanRecognizer.Progress? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return { done, all in
            guard all > 1 else { return }
            StandardError.write("\r\u{1B}[K" + (done < all ? told("read.pages", String(done), String(all)) : ""))
        }
    }

    /// The columns that a text for people has: those of the terminal that it is written to, or by way of a pipe is read on
    /// (`vanban tables FILE | less`).
    /// - Parameters:
    ///   - file: the file that it is written to instead of standard output.
    ///   - other: the columns where there is no terminal.
    static func width(writingTo file: String?, otherwise other: Int) -> Int {
        if file != nil { return other }
        if isOutput { return width }
        var status = stat()
        guard fstat(STDOUT_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return other }
        let terminal = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return other }
        defer { close(terminal) }
        return columns(of: terminal) ?? other
    }

    private static func columns(of terminal: Int32) -> Int? {
        var size = winsize()
        guard ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Its width in columns: what it says itself, else COLUMNS, else 80.
    static var width: Int {
        if let columns = columns(of: STDOUT_FILENO) { return columns }
        if let columns = Environment.value(of: "COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        return 80
    }
}
