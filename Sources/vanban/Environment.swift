import VanBanModel
import VanBanReading

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
            if let value = value(of: name) { return value.hasPrefix("vi") ? .vietnamese : .english }
        }
        return .english
    }

    /// The language in which this run speaks to people, known before its arguments are parsed: that of `--lang`, else that of
    /// the environment.
    static let spoken: Language = {
        let arguments = Program.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
        }
        return language
    }()

    /// Whether the locale (the first of LC_ALL, LC_CTYPE and LANG that is set) is one of UTF-8.
    static var isUTF8: Bool {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            if let value = value(of: name)?.uppercased() { return value.contains("UTF-8") || value.contains("UTF8") }
        }
        return false
    }

    /// Colours are unwanted with NO_COLOR, and useless on a terminal that says it is dumb.
    static var allowsColor: Bool { value(of: "NO_COLOR") == nil && value(of: "TERM") != "dumb" }

    /// A variable that is set, and not empty.
    static func value(of name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }
}

/// Writes to standard error.
enum StandardError {
    /// Writes a line of a message. What a file's name brings in that would break the line or steer the terminal is shown as
    /// what it is.
    static func print(_ line: String) { write(FileName.shown(line) + "\n") }

    /// Writes a text as it is.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = systemWrite(
                    STDERR_FILENO, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)).baseAddress, rest.count)
                if written <= 0 { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}

/// The system's `write`, which the method of that name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
