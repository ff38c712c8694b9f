/// A picture that is worked on: row after row from the top, a byte a pixel.
struct Raster: Sendable {
    let width: Int
    let height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, filledWith value: UInt8) {
        self.width = width
        self.height = height
        pixels = Array(repeating: value, count: width * height)
    }

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// The red of a binary PPM file (Netpbm, `P6`, up to 255), as `pdftoppm` writes it: black ink is dark in it, and the red
    /// of seals is paper.
    /// - Parameter most: pixels; what has more is not read.
    init?(redOfPPM bytes: [UInt8], most: Int) {
        guard let head = NetpbmHead(bytes, kind: 0x36) else { return nil }
        let count = head.width.multipliedReportingOverflow(by: head.height)
        guard !count.overflow, count.partialValue > 0, count.partialValue <= most,
            bytes.count - head.end >= 3 * count.partialValue
        else { return nil }
        width = head.width
        height = head.height
        pixels = [UInt8](unsafeUninitializedCapacity: count.partialValue) { buffer, filled in
            for index in 0..<count.partialValue { buffer[index] = bytes[head.end + 3 * index] }
            filled = count.partialValue
        }
    }

    /// As a binary PGM file.
    var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }
}

/// The head of a binary Netpbm file.
struct NetpbmHead {
    var width = 0
    var height = 0
    /// Where the pixels begin.
    var end = 0

    /// - Parameter kind: the figure behind `P`.
    init?(_ bytes: [UInt8], kind: UInt8) {
        guard bytes.count > 8, bytes[0] == 0x50, bytes[1] == kind else { return nil }
        var offset = 2
        var numbers: [Int] = []
        while numbers.count < 3 {
            while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
            var number = 0
            let start = offset
            while offset < bytes.count, (0x30...0x39).contains(bytes[offset]), offset - start < 8 {
                number = number * 10 + Int(bytes[offset] - 0x30)
                offset += 1
            }
            guard offset > start, offset < bytes.count else { return nil }
            numbers.append(number)
        }
        guard numbers[2] == 255, bytes[offset] <= 0x20 else { return nil }
        (width, height, end) = (numbers[0], numbers[1], offset + 1)
    }
}
