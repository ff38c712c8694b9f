import VanBanModel

extension FileReader {
    /// The name of the encoding of a text or a web page; nil where it is none in a known encoding.
    package static func encoding(of bytes: [UInt8], as format: Source.Format) -> String? {
        do throws(ReadingError) {
            return try TextDecoder.decode(bytes, acceptsMarkup: format == .html).encoding
        } catch {
            return nil
        }
    }
}
