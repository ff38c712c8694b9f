import VanBanReading

/// Numbers that follow from names, so that they are the same in whatever order files were taken.
enum NameDigest {
    /// A positive number of 62 bits: the first of the name's SHA-256. Two of a million names share one with a
    /// probability of one in ten million.
    static func id(of name: String) -> Int64 {
        let digest = FileDigest.sha256(of: Array(name.utf8))
        return Int64(digest.prefix(16), radix: 16).map { $0 & ((1 << 62) - 1) }
            ?? Int64(truncatingIfNeeded: UInt64(digest.prefix(16), radix: 16) ?? 0) & ((1 << 62) - 1)
    }
}
