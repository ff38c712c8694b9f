/// A picture of a page in shades of gray, row after row from the top; 0 is black.
package struct GrayImage: Sendable {
    package let width: Int
    package let height: Int
    package let pixels: [UInt8]
    /// Pixels for an inch.
    package let resolution: Double

    /// - Returns: nil where there are not as many pixels as the sides say.
    package init?(width: Int, height: Int, pixels: [UInt8], resolution: Double) {
        guard width > 0, height > 0, pixels.count == width * height, resolution > 0 else { return nil }
        self.width = width
        self.height = height
        self.pixels = pixels
        self.resolution = resolution
    }

    /// Points for a pixel.
    package var scale: Double { 72 / resolution }

    /// The pictures of a stream of binary PGM files (Netpbm, `P5`, up to 255), as `pdftoppm -gray` writes them.
    /// - Parameter most: pixels of one picture; what has more ends the reading.
    package static func pictures(ofPGM bytes: [UInt8], resolution: Double, most: Int) -> [GrayImage] {
        var images: [GrayImage] = []
        var offset = 0
        while let header = PGMHeader(bytes, at: offset) {
            let count = header.width.multipliedReportingOverflow(by: header.height)
            guard !count.overflow, count.partialValue <= most, bytes.count - header.end >= count.partialValue else {
                break
            }
            let end = header.end + count.partialValue
            guard
                let image = GrayImage(
                    width: header.width, height: header.height, pixels: Array(bytes[header.end..<end]),
                    resolution: resolution)
            else { break }
            images.append(image)
            offset = end
        }
        return images
    }
}

/// The head of a binary PGM file.
private struct PGMHeader {
    var width: Int
    var height: Int
    /// Where the pixels begin.
    var end: Int

    init?(_ bytes: [UInt8], at start: Int) {
        var offset = start
        guard offset + 2 < bytes.count, bytes[offset] == 0x50, bytes[offset + 1] == 0x35 else { return nil }
        offset += 2
        var numbers: [Int] = []
        while numbers.count < 3 {
            guard offset < bytes.count else { return nil }
            let byte = bytes[offset]
            if byte == 0x23 {
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            } else if byte >= 0x30 && byte <= 0x39 {
                var number = 0
                while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
                    guard number < 1 << 24 else { return nil }
                    number = number * 10 + Int(bytes[offset] - 0x30)
                    offset += 1
                }
                numbers.append(number)
            } else if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
                offset += 1
            } else {
                return nil
            }
        }
        guard numbers[2] == 255 else { return nil }
        width = numbers[0]
        height = numbers[1]
        end = offset + 1
    }
}
