import VanBanModel
import VanBanPages
import VanBanReading

/// Reads the pictures of pages (PNG, JPEG, TIFF of one page or more): each becomes the page of a PDF file, which poppler draws
/// in a process of its own; nothing of the picture is decoded here.
package struct PictureReader: FurtherReader {
    package let formats = [Source.Format.image]
    private let pages: PDFReader

    /// - Parameter pages: reads what a picture becomes.
    package init(_ pages: PDFReader) { self.pages = pages }

    package var version: String { pages.version }

    /// The PDF file that a picture becomes; nil for what is none that is read.
    package static func pdf(of picture: [UInt8]) -> [UInt8]? { PicturePDF(picture)?.bytes }

    package func format(of bytes: [UInt8]) -> Source.Format? { PicturePDF(bytes) == nil ? nil : .image }

    package func read(
        _ bytes: consuming [UInt8], name: String, as format: Source.Format, for reader: FileReader
    ) throws(ReadingError) -> ReadDocument {
        let file = bytes
        guard let page = PicturePDF(file) else { throw .unsupported(FileReader.kind(of: file) ?? format.rawValue) }
        var document = try pages.read(page.bytes, name: name, as: .pdf, for: reader)
        document.source.format = format
        document.source.bytes = file.count
        document.source.sha256 = FileDigest.sha256(of: file)
        return document
    }
}
