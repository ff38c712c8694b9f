#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the system refused something: an error number (`errno`) as a key of the table of messages, so that it is kept as it
/// is and told in the language of whoever reads it.
package struct SystemReason: Hashable, Sendable {
    /// `system.ENOENT`; of a number without a row of its own `system.error`, a blank and the number.
    package let key: String

    /// - Parameter code: the error number; that of the last call of the system where none is given.
    package init(code: Int32 = errno) {
        key = Self.prefix + (Self.names[code] ?? "error \(code)")
    }

    /// What the system said, in words.
    package func message(in language: Language) -> String { Self.told(key, in: language) }

    /// The words of a key that was kept; anything else is words already, of which nothing is changed.
    package static func told(_ kept: String, in language: Language) -> String {
        guard kept.hasPrefix(prefix) else { return kept }
        let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
        return Messages.known(parts[0], in: language).map { _ in
            Messages.text(parts[0], in: language, Array(parts.dropFirst()))
        } ?? kept
    }

    private static let prefix = "system."

    /// What happens to files, folders, pipes and disks.
    private static let names: [Int32: String] = [
        EPERM: "EPERM", ENOENT: "ENOENT", EIO: "EIO", ENXIO: "ENXIO", E2BIG: "E2BIG", ENOEXEC: "ENOEXEC",
        EBADF: "EBADF",
        EAGAIN: "EAGAIN", ENOMEM: "ENOMEM", EACCES: "EACCES", EBUSY: "EBUSY", EEXIST: "EEXIST", EXDEV: "EXDEV",
        ENODEV: "ENODEV", ENOTDIR: "ENOTDIR", EISDIR: "EISDIR", EINVAL: "EINVAL", ENFILE: "ENFILE", EMFILE: "EMFILE",
        ETXTBSY: "ETXTBSY", EFBIG: "EFBIG", ENOSPC: "ENOSPC", ESPIPE: "ESPIPE", EROFS: "EROFS", EMLINK: "EMLINK",
        EPIPE: "EPIPE", ENAMETOOLONG: "ENAMETOOLONG", ENOLCK: "ENOLCK", ENOTEMPTY: "ENOTEMPTY", ELOOP: "ELOOP",
        EOVERFLOW: "EOVERFLOW", EILSEQ: "EILSEQ", EOPNOTSUPP: "EOPNOTSUPP", ENOTCONN: "ENOTCONN",
        ETIMEDOUT: "ETIMEDOUT", ESTALE: "ESTALE", EDQUOT: "EDQUOT",
    ]
}
