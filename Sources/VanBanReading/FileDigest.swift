import Crypto

/// The digest that names a file's content.
public enum FileDigest {
    /// SHA-256, lower-case hexadecimal.
    public static func sha256(of file: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: file) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
