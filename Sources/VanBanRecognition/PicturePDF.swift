/// A picture, or a strip of one, as it stands in a PDF file: its bytes as they are.
struct PictureStrip {
    var data: [UInt8]
    /// In pixels.
    var width: Int
    var height: Int
    /// The filter and other facts of its dictionary (PDF 1.7, 8.9.5).
    var facts: String
    var colors: PictureColors
}

/// What becomes a page of a PDF file: strips from top to bottom.
struct PictureSheet {
    var strips: [PictureStrip]
    /// Of the page, in points.
    var width: Double
    var height: Double
    /// By how many degrees it is turned to be upright, clockwise.
    var turn = 0

    /// Pictures that say nothing of their size are taken for pages of this width, in inches (A4).
    private static let pageWidth = 8.27

    /// - Parameter resolution: pixels for an inch across and down; nil where nobody says.
    init(_ strips: [PictureStrip], resolution: (across: Double, down: Double)? = nil) {
        self.strips = strips
        let pixels = (strips.map(\.width).max() ?? 1, max(1, strips.reduce(0) { $0 + $1.height }))
        if let resolution, (60...2_400).contains(resolution.across), (60...2_400).contains(resolution.down) {
            width = Double(pixels.0) * 72 / resolution.across
            height = Double(pixels.1) * 72 / resolution.down
        } else {
            width = (pixels.0 > pixels.1 ? Self.pageWidth * 1.414 : Self.pageWidth) * 72
            height = width * Double(pixels.1) / Double(max(1, pixels.0))
        }
    }
}

/// A PDF file whose pages are pictures, their bytes as they are (PDF 1.7, 7.4).
struct PicturePDF {
    private(set) var bytes: [UInt8] = []
    private var places: [Int] = []

    /// A sheet A3 at 600 for an inch has 70 million; drawing what has more takes minutes.
    static let mostPixels = 100_000_000

    /// - Returns: nil for what is no picture, one of too many pixels, or one that cannot stand in a PDF file as it is.
    init?(_ file: [UInt8]) {
        if let picture = JPEGFacts(file) {
            lay([PictureSheet([picture.strip(of: file)])])
        } else if let picture = PNGFacts(file) {
            lay([PictureSheet([picture.strip])])
        } else if let picture = TIFFPages(file) {
            lay(picture.sheets)
        } else {
            return nil
        }
    }

    private mutating func lay(_ sheets: [PictureSheet]) {
        bytes = Array("%PDF-1.5\n".utf8)
        object("<< /Type /Catalog /Pages 2 0 R >>")
        var number = 3
        var kids: [String] = []
        for sheet in sheets {
            kids.append("\(number) 0 R")
            number += 2 + sheet.strips.count + sheet.strips.count { $0.colors.function != nil }
        }
        object("<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(sheets.count) >>")
        for sheet in sheets { lay(sheet) }
        let start = bytes.count
        var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places { table += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        bytes += Array(
            (table + "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    private mutating func lay(_ sheet: PictureSheet) {
        let first = places.count + 1
        let pixels = max(1, sheet.strips.reduce(0) { $0 + $1.height })
        var drawing = ""
        var names = ""
        var top = 0
        for (index, strip) in sheet.strips.enumerated() {
            let height = sheet.height * Double(strip.height) / Double(pixels)
            let bottom = sheet.height - sheet.height * Double(top + strip.height) / Double(pixels)
            drawing += "q \(sheet.width) 0 0 \(height) 0 \(bottom) cm /P\(index) Do Q\n"
            names += "/P\(index) \(first + 2 + index) 0 R "
            top += strip.height
        }
        object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(sheet.width) \(sheet.height)] /Rotate \(sheet.turn) "
                + "/Contents \(first + 1) 0 R /Resources << /XObject << \(names)>> >> >>")
        object("<< /Length \(drawing.utf8.count) >>", stream: Array(drawing.utf8))
        var function = first + 2 + sheet.strips.count
        for strip in sheet.strips {
            object(
                "<< /Type /XObject /Subtype /Image /Width \(strip.width) /Height \(strip.height) "
                    + "/ColorSpace \(strip.colors.space(function)) \(strip.facts) /Length \(strip.data.count) >>",
                stream: strip.data)
            if strip.colors.function != nil { function += 1 }
        }
        for function in sheet.strips.compactMap(\.colors.function) {
            let (sides, program) = function
            object(
                "<< /FunctionType 4 /Domain [\(Self.sides(sides + 1))] /Range [\(Self.sides(sides))] "
                    + "/Length \(program.utf8.count) >>", stream: Array(program.utf8))
        }
    }

    private static func sides(_ count: Int) -> String { Array(repeating: "0 1", count: count).joined(separator: " ") }

    private mutating func object(_ head: String, stream: [UInt8]? = nil) {
        places.append(bytes.count)
        bytes += Array("\(places.count) 0 obj\n\(head)\n".utf8)
        if let stream { bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
        bytes += Array("endobj\n".utf8)
    }
}

/// The colours that a picture's numbers stand for.
enum PictureColors: Equatable {
    case gray, color
    /// Cyan, magenta, yellow, black.
    case print
    /// A table of colours, three bytes each.
    case indexed([UInt8])
    /// With a number more that says how opaque it is, over white paper.
    case transparentGray, transparentColor

    /// Numbers for a pixel.
    var count: Int {
        switch self {
        case .gray, .indexed: return 1
        case .transparentGray: return 2
        case .color: return 3
        case .print, .transparentColor: return 4
        }
    }

    /// As a PDF file names them.
    /// - Parameter function: the number of the object that holds ``function``.
    func space(_ function: Int) -> String {
        switch self {
        case .gray: return "/DeviceGray"
        case .color: return "/DeviceRGB"
        case .print: return "/DeviceCMYK"
        case .indexed(let palette):
            let digits = Array("0123456789abcdef")
            let colors = palette.map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }.joined()
            return "[/Indexed /DeviceRGB \(palette.count / 3 - 1) <\(colors)>]"
        case .transparentGray: return "[/DeviceN [/Gray /Opaque] /DeviceGray \(function) 0 R]"
        case .transparentColor: return "[/DeviceN [/Red /Green /Blue /Opaque] /DeviceRGB \(function) 0 R]"
        }
    }

    /// What is seen of a transparent colour over white paper (PDF 1.7, 7.10.5): 1 - a + a·c; how many colours come out.
    var function: (colors: Int, program: String)? {
        switch self {
        case .transparentGray: return (1, "{ dup 3 1 roll mul 1 add exch sub }")
        case .transparentColor:
            let one = "3 index mul 1 add 3 index sub "
            return (3, "{ 4 1 roll \(one)3 1 roll \(one)3 1 roll \(one)4 3 roll pop 3 1 roll }")
        default: return nil
        }
    }
}
