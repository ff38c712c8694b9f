import VanBanModel
import VanBanPages
import VanBanReading

/// Reads the pictures of pages (PNG, JPEG): each becomes the page of a PDF file, which poppler draws in a process of its own;
/// nothing of the picture is decoded here.
public struct PictureReader: FurtherReader {
    public let formats = [Source.Format.image]
    private let pages: PDFReader

    /// - Parameter pages: reads what a picture becomes.
    public init(_ pages: PDFReader) { self.pages = pages }

    public var version: String { pages.version }

    public func format(of bytes: [UInt8]) -> Source.Format? { PicturePDF(bytes) == nil ? nil : .image }

    public func read(
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

/// A PDF file of one page, which is a picture: its bytes stand in it as they are (PDF 1.7, 7.4.4.4 and 7.4.8).
struct PicturePDF {
    private(set) var bytes: [UInt8] = []

    /// Pictures that say nothing of their size are taken for a page of this width, in inches (A4).
    private static let pageWidth = 8.27

    /// A sheet A3 at 600 for an inch has 70 million; drawing what has more takes minutes.
    static let mostPixels = 100_000_000

    /// - Returns: nil for what is no picture, one of too many pixels, or one that cannot stand in a PDF file as it is.
    init?(_ file: [UInt8]) {
        if let picture = JPEGFacts(file) {
            let space = picture.components == 1 ? "/DeviceGray" : picture.components == 4 ? "/DeviceCMYK" : "/DeviceRGB"
            lay(
                file, width: picture.width, height: picture.height,
                "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode")
        } else if let picture = PNGFacts(file) {
            let space: String
            switch picture.colorType {
            case 0: space = "/DeviceGray"
            case 2: space = "/DeviceRGB"
            default:
                let colors = picture.palette.map { Self.hexadecimal($0) }.joined()
                space = "[/Indexed /DeviceRGB \(picture.palette.count / 3 - 1) <\(colors)>]"
            }
            let components = picture.colorType == 2 ? 3 : 1
            lay(
                picture.data, width: picture.width, height: picture.height,
                "/ColorSpace \(space) /BitsPerComponent \(picture.depth) /Filter /FlateDecode /DecodeParms "
                    + "<< /Predictor 15 /Colors \(components) /BitsPerComponent \(picture.depth) "
                    + "/Columns \(picture.width) >>")
        } else {
            return nil
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = Array("0123456789abcdef")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }

    private mutating func lay(_ data: [UInt8], width: Int, height: Int, _ facts: String) {
        let inches = width > height ? Self.pageWidth * 1.414 : Self.pageWidth
        let points = (Int(inches * 72), max(1, Int(inches * 72 * Double(height) / Double(width))))
        var places: [Int] = []
        bytes = Array("%PDF-1.5\n".utf8)
        func object(_ head: String, stream: [UInt8]? = nil) {
            places.append(bytes.count)
            bytes += Array("\(places.count) 0 obj\n\(head)\n".utf8)
            if let stream { bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
            bytes += Array("endobj\n".utf8)
        }
        object("<< /Type /Catalog /Pages 2 0 R >>")
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(points.0) \(points.1)] /Contents 4 0 R "
                + "/Resources << /XObject << /P 5 0 R >> >> >>")
        let drawing = Array("q \(points.0) 0 0 \(points.1) 0 0 cm /P Do Q".utf8)
        object("<< /Length \(drawing.count) >>", stream: drawing)
        object(
            "<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) \(facts) /Length \(data.count) >>",
            stream: data)
        let start = bytes.count
        var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places { table += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        bytes += Array(
            (table + "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }
}

/// What a JPEG file says of its picture (ITU-T T.81, B.2.2).
struct JPEGFacts {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var components = 0

    init?(_ file: [UInt8]) {
        guard file.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var offset = 2
        while offset + 9 < file.count {
            guard file[offset] == 0xFF else { return nil }
            let marker = file[offset + 1]
            if marker == 0xFF {
                offset += 1
                continue
            }
            let length = Int(file[offset + 2]) << 8 | Int(file[offset + 3])
            // Frames of all kinds; the tables between their numbers are none.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                height = Int(file[offset + 5]) << 8 | Int(file[offset + 6])
                width = Int(file[offset + 7]) << 8 | Int(file[offset + 8])
                components = Int(file[offset + 9])
                guard width > 0, height > 0, width * height <= PicturePDF.mostPixels, [1, 3, 4].contains(components)
                else { return nil }
                return
            }
            guard length >= 2 else { return nil }
            offset += 2 + length
        }
        return nil
    }
}

/// What a PNG file says of its picture, and its compressed pixels, which PDF takes as they are (ISO 15948).
struct PNGFacts {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var depth = 0
    private(set) var colorType = 0
    private(set) var palette: [UInt8] = []
    private(set) var data: [UInt8] = []

    /// - Returns: nil for what is no PNG file, and for one with transparency or interlaced, which PDF has no like of.
    init?(_ file: [UInt8]) {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), file.count > 33 else { return nil }
        func number(_ offset: Int) -> Int { file[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        width = number(16)
        height = number(20)
        depth = Int(file[24])
        colorType = Int(file[25])
        guard width > 0, height > 0, width <= PicturePDF.mostPixels, height <= PicturePDF.mostPixels / width,
            [0, 2, 3].contains(colorType), file[28] == 0
        else { return nil }
        var offset = 8
        while offset + 12 <= file.count {
            let length = number(offset)
            guard length <= file.count - offset - 12 else { break }
            let kind = String(decoding: file[(offset + 4)..<(offset + 8)], as: UTF8.self)
            let content = file[(offset + 8)..<(offset + 8 + length)]
            if kind == "PLTE" { palette = Array(content) }
            if kind == "IDAT" { data += content }
            offset += 12 + length
        }
        guard !data.isEmpty, colorType != 3 || !palette.isEmpty && palette.count % 3 == 0 else { return nil }
    }
}
