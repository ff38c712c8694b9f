import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where this program lies, to start it again.
enum Program {
    static var path: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return CommandLine.arguments[0] }
        return FileName(bytes: buffer.prefix(count).map { UInt8(bitPattern: $0) }).text
    }

    /// The arguments as the system has them: a name that is no UTF-8 is not taken for another.
    static var arguments: [String] {
        let all = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return all.dropFirst().compactMap { $0.map { FileName(cString: $0).text } }
    }

    /// Ends the process. The system takes memory back at once that would be let go value by value.
    static func end(_ status: Int32) -> Never { exit(status) }
}
