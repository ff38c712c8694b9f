import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the program is told by its environment.
enum Environment {
    /// The language of the first of LC_ALL, LC_MESSAGES and LANG that is set.
    static var language: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
                return value.hasPrefix("vi") ? .vietnamese : .english
            }
        }
        return .english
    }
}

/// Writes to standard error.
enum StandardError {
    static func print(_ line: String) {
        var text = line
        text += "\n"
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(
                    STDERR_FILENO, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)).baseAddress, rest.count)
                if written <= 0 { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}
