/// How light the paper is, tile by tile: scans are gray, darker at their edges, and yellowed.
struct PaperTone {
    private static let tile = 32
    /// What share of a tile's pixels is darker than its paper: letters cover less than the rest.
    private static let share = 0.8
    /// Ink is darker than so much of the paper's tone.
    private static let ink = 0.62

    private let columns: Int
    private var tones: [UInt8]

    init(of picture: Raster) {
        let columns = (picture.width + Self.tile - 1) / Self.tile
        let rows = (picture.height + Self.tile - 1) / Self.tile
        var tones = [UInt8](repeating: 255, count: columns * rows)
        picture.pixels.withUnsafeBufferPointer { pixels in
            var counts = [Int](repeating: 0, count: 256)
            for row in 0..<rows {
                for column in 0..<columns {
                    for index in 0..<256 { counts[index] = 0 }
                    let bottom = min(picture.height, (row + 1) * Self.tile)
                    let right = min(picture.width, (column + 1) * Self.tile)
                    for y in (row * Self.tile)..<bottom {
                        for x in (column * Self.tile)..<right { counts[Int(pixels[y * picture.width + x])] += 1 }
                    }
                    let all = (bottom - row * Self.tile) * (right - column * Self.tile)
                    var below = 0
                    var tone = 0
                    while tone < 255, below + counts[tone] < Int(Double(all) * Self.share) {
                        below += counts[tone]
                        tone += 1
                    }
                    tones[row * columns + column] = UInt8(tone)
                }
            }
        }
        self.columns = columns
        self.tones = Self.smoothed(Self.lightest(tones, columns, rows), columns, rows)
    }

    /// The lightest of each tile and those around it: a tile within a bold heading or a picture has no paper.
    private static func lightest(_ tones: [UInt8], _ columns: Int, _ rows: Int) -> [UInt8] {
        around(tones, columns, rows) { $0.max() ?? 255 }
    }

    private static func smoothed(_ tones: [UInt8], _ columns: Int, _ rows: Int) -> [UInt8] {
        around(tones, columns, rows) { near in UInt8(near.reduce(0) { $0 + Int($1) } / max(1, near.count)) }
    }

    private static func around(
        _ tones: [UInt8], _ columns: Int, _ rows: Int, _ value: ([UInt8]) -> UInt8
    ) -> [UInt8] {
        var result = tones
        for row in 0..<rows {
            for column in 0..<columns {
                var near: [UInt8] = []
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1) { near.append(tones[y * columns + x]) }
                }
                result[row * columns + column] = value(near)
            }
        }
        return result
    }

    /// 1 where there is ink, else 0.
    func ink(of picture: Raster) -> Raster {
        var result = Raster(width: picture.width, height: picture.height, filledWith: 0)
        let limits = tones.map { UInt8(Double($0) * Self.ink) }
        let (width, columns) = (picture.width, columns)
        picture.pixels.withUnsafeBufferPointer { pixels in
            result.pixels.withUnsafeMutableBufferPointer { ink in
                for y in 0..<picture.height {
                    let row = y / Self.tile * columns
                    for x in 0..<width where pixels[y * width + x] < limits[row + x / Self.tile] {
                        ink[y * width + x] = 1
                    }
                }
            }
        }
        return result
    }

    /// The picture as if its paper were white.
    func whitened(_ picture: Raster) -> Raster {
        var result = picture
        let (width, columns) = (picture.width, columns)
        result.pixels.withUnsafeMutableBufferPointer { pixels in
            for y in 0..<picture.height {
                let row = y / Self.tile * columns
                for x in 0..<width {
                    let tone = Int(tones[row + x / Self.tile])
                    pixels[y * width + x] = UInt8(min(255, Int(pixels[y * width + x]) * 255 / max(1, tone)))
                }
            }
        }
        return result
    }
}
