/// The pages of a TIFF file (TIFF 6.0), whose strips stand in PDF files as they are: fax, LZW, Deflate, PackBits, JPEG, or
/// plain.
struct TIFFPages {
    private(set) var sheets: [PictureSheet] = []

    private static let mostPages = 2_000
    private static let mostStrips = 20_000

    private enum Tag: Int {
        case width = 256
        case height = 257
        case bits = 258
        case compression = 259
        case colors = 262
        case fillOrder = 266
        case offsets = 273
        case turn = 274
        case samples = 277
        case rows = 278
        case counts = 279
        case acrossInch = 282
        case downInch = 283
        case planes = 284
        case faxOptions = 292
        case unit = 296
        case predictor = 317
        case palette = 320
        case tileWidth = 322
        case jpegTables = 347
    }

    /// - Returns: nil for what is no TIFF file, or has a page that cannot stand in a PDF file: tiles, planes, more than 8 bits,
    ///   a rare compression.
    init?(_ file: [UInt8]) {
        guard let reader = Reader(file) else { return nil }
        var place = reader.number(4, bytes: 4)
        var known: Set<Int> = []
        while place > 0 {
            guard known.insert(place).inserted, known.count <= Self.mostPages, let page = Entries(reader, at: place),
                let sheet = Self.sheet(page, reader)
            else { return nil }
            sheets.append(sheet)
            place = page.next
        }
        guard !sheets.isEmpty else { return nil }
    }

    private static func sheet(_ page: Entries, _ reader: Reader) -> PictureSheet? {
        let width = page.number(.width) ?? 0
        let height = page.number(.height) ?? 0
        let bits = page.numbers(.bits).first ?? 1
        let compression = page.number(.compression) ?? 1
        guard width > 0, height > 0, width <= PicturePDF.mostPixels, height <= PicturePDF.mostPixels / width,
            [1, 2, 4, 8].contains(bits), page.number(.tileWidth) == nil, page.number(.planes) ?? 1 == 1,
            let colors = colors(page, bits)
        else { return nil }
        let offsets = page.numbers(.offsets)
        let counts = page.numbers(.counts)
        let rows = min(height, max(1, page.number(.rows) ?? height))
        guard offsets.count == counts.count, offsets.count == (height + rows - 1) / rows, offsets.count <= mostStrips
        else {
            return nil
        }
        var strips: [PictureStrip] = []
        for (index, offset) in offsets.enumerated() {
            guard offset >= 0, counts[index] > 0, offset <= reader.count - counts[index] else { return nil }
            let own = index + 1 < offsets.count ? rows : height - rows * (offsets.count - 1)
            var data = Array(reader.bytes[offset..<(offset + counts[index])])
            if page.number(.fillOrder) == 2 { data = data.map(mirrored) }
            if compression == 7, let tables = page.bytes(.jpegTables), tables.count > 4 {
                data = tables.dropLast(2) + data.dropFirst(2)
            }
            guard let facts = facts(page, compression, data, width, own, bits, colors) else { return nil }
            strips.append(PictureStrip(data: data, width: width, height: own, facts: facts, colors: colors))
        }
        var sheet = PictureSheet(strips, resolution: resolution(page))
        sheet.turn = [3: 180, 6: 90, 8: 270][page.number(.turn) ?? 1] ?? 0
        return sheet
    }

    private static func colors(_ page: Entries, _ bits: Int) -> PictureColors? {
        switch (page.number(.colors) ?? 0, page.number(.samples) ?? 1) {
        case (0, 1), (1, 1): return .gray
        case (2, 3), (6, 3): return .color
        case (2, 4): return .transparentColor
        case (1, 2): return .transparentGray
        case (5, 4): return .print
        case (3, 1):
            let palette = page.numbers(.palette)
            let count = 1 << bits
            guard palette.count == 3 * count else { return nil }
            return .indexed(
                (0..<count).flatMap { index in
                    (0..<3).map { UInt8(truncatingIfNeeded: palette[$0 * count + index] >> 8) }
                })
        default: return nil
        }
    }

    private static func facts(
        _ page: Entries, _ compression: Int, _ data: [UInt8], _ width: Int, _ rows: Int, _ bits: Int,
        _ colors: PictureColors
    ) -> String? {
        let isInverted = page.number(.colors) ?? 0 == 0
        let common = "/BitsPerComponent \(bits) " + (isInverted ? "/Decode [1 0] " : "")
        let predictor = page.number(.predictor) ?? 1
        guard predictor <= 2 else { return nil }
        let parameters =
            predictor == 2
            ? "/DecodeParms << /Predictor 2 /Colors \(colors.count) /BitsPerComponent \(bits) /Columns \(width) >>" : ""
        switch compression {
        case 1: return common
        case 3, 4:
            guard bits == 1, colors == .gray else { return nil }
            let options = page.number(.faxOptions) ?? 0
            let kind = compression == 4 ? -1 : options & 1 == 1 ? 1 : 0
            // Fax says itself what is black; where the file calls black white, it is the other way round.
            return
                "/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K \(kind) /Columns \(width) /Rows \(rows) "
                + "/EncodedByteAlign \(options & 4 == 4) /EndOfBlock false /BlackIs1 \(!isInverted) >>"
        case 5:
            // Of the older kind, whose bits run the other way, the first code is another.
            guard data.first == 0x80 else { return nil }
            return common + "/Filter /LZWDecode " + parameters
        case 7:
            return "/BitsPerComponent 8 /Filter /DCTDecode"
                + (page.number(.colors) == 2 ? " /DecodeParms << /ColorTransform 0 >>" : "")
        case 8, 32946: return common + "/Filter /FlateDecode " + parameters
        case 32773: return common + "/Filter /RunLengthDecode"
        default: return nil
        }
    }

    private static func resolution(_ page: Entries) -> (across: Double, down: Double)? {
        guard let across = page.ratio(.acrossInch), let down = page.ratio(.downInch) else { return nil }
        let factor = page.number(.unit) == 3 ? 2.54 : 1
        return (across * factor, down * factor)
    }

    private static func mirrored(_ byte: UInt8) -> UInt8 {
        var (byte, result): (UInt8, UInt8) = (byte, 0)
        for _ in 0..<8 {
            result = result << 1 | byte & 1
            byte >>= 1
        }
        return result
    }

    // MARK: Entries

    private struct Reader {
        let bytes: [UInt8]
        private let isLittle: Bool

        init?(_ file: [UInt8]) {
            guard file.count > 16 else { return nil }
            if file.starts(with: [0x49, 0x49, 0x2A, 0x00]) {
                isLittle = true
            } else if file.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
                isLittle = false
            } else {
                return nil
            }
            bytes = file
        }

        var count: Int { bytes.count }

        /// 0 beyond the file's end.
        func number(_ place: Int, bytes size: Int) -> Int {
            guard place >= 0, place <= count - size else { return 0 }
            let own = bytes[place..<(place + size)]
            return isLittle ? own.reversed().reduce(0) { $0 << 8 | Int($1) } : own.reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// What is said of one page.
    private struct Entries {
        private struct Entry {
            var size: Int
            var count: Int
            var place: Int
        }

        private let reader: Reader
        private var entries: [Int: Entry] = [:]
        /// Where the next page's begin; 0 for none.
        private(set) var next = 0

        private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1]
        private static let mostValues = 100_000

        init?(_ reader: Reader, at place: Int) {
            self.reader = reader
            let count = reader.number(place, bytes: 2)
            guard count > 0, count < 500, place + 2 + 12 * count + 4 <= reader.count else { return nil }
            for index in 0..<count {
                let own = place + 2 + 12 * index
                guard let size = Self.sizes[reader.number(own + 2, bytes: 2)] else { continue }
                let values = reader.number(own + 4, bytes: 4)
                guard values <= reader.count else { return nil }
                let isInside = size * values <= 4
                entries[reader.number(own, bytes: 2)] = Entry(
                    size: size, count: values, place: isInside ? own + 8 : reader.number(own + 8, bytes: 4))
            }
            next = reader.number(place + 2 + 12 * count, bytes: 4)
        }

        func numbers(_ tag: Tag) -> [Int] {
            guard let entry = entries[tag.rawValue], entry.size <= 4, entry.count <= Self.mostValues else { return [] }
            return (0..<entry.count).map { reader.number(entry.place + $0 * entry.size, bytes: entry.size) }
        }

        func number(_ tag: Tag) -> Int? { numbers(tag).first }

        func ratio(_ tag: Tag) -> Double? {
            guard let entry = entries[tag.rawValue], entry.size == 8, entry.count > 0 else { return nil }
            let (above, below) = (reader.number(entry.place, bytes: 4), reader.number(entry.place + 4, bytes: 4))
            return below > 0 ? Double(above) / Double(below) : nil
        }

        func bytes(_ tag: Tag) -> [UInt8]? {
            guard let entry = entries[tag.rawValue], entry.size == 1, entry.place <= reader.count - entry.count else {
                return nil
            }
            return Array(reader.bytes[entry.place..<(entry.place + entry.count)])
        }
    }
}
