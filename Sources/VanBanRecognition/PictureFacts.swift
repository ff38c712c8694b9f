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

extension JPEGFacts {
    /// The picture as it stands in a PDF file.
    func strip(of file: [UInt8]) -> PictureStrip {
        PictureStrip(
            data: file, width: width, height: height, facts: "/BitsPerComponent 8 /Filter /DCTDecode",
            colors: components == 1 ? .gray : components == 4 ? .print : .color)
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

    /// - Returns: nil for what is no PNG file, and for an interlaced one, which PDF has no like of.
    init?(_ file: [UInt8]) {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), file.count > 33 else { return nil }
        func number(_ offset: Int) -> Int { file[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        width = number(16)
        height = number(20)
        depth = Int(file[24])
        colorType = Int(file[25])
        guard width > 0, height > 0, width <= PicturePDF.mostPixels, height <= PicturePDF.mostPixels / width,
            [0, 2, 3, 4, 6].contains(colorType), file[28] == 0
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

extension PNGFacts {
    /// The picture as it stands in a PDF file.
    var strip: PictureStrip {
        let colors: PictureColors =
            switch colorType {
            case 0: .gray
            case 2: .color
            case 4: .transparentGray
            case 6: .transparentColor
            default: .indexed(palette)
            }
        return PictureStrip(
            data: data, width: width, height: height,
            facts:
                "/BitsPerComponent \(depth) /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors \(colors.count) "
                + "/BitsPerComponent \(depth) /Columns \(width) >>", colors: colors)
    }
}
