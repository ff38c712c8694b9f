/// Office files behind a password: a binary container that holds the package as a stream (MS-OFFCRYPTO, 2.1.2).
enum OfficeEncryption {
    private static let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// The stream's name as the container's directory writes it, in UTF-16.
    private static let stream: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }

    static func isPresent(in file: [UInt8]) -> Bool {
        guard file.starts(with: container) else { return false }
        // Names begin at the directory's entries, of 128 bytes each.
        var offset = 0
        while offset + stream.count <= file.count {
            if file[offset] == stream[0], file[offset..<(offset + stream.count)].elementsEqual(stream) { return true }
            offset += 128
        }
        return false
    }
}
