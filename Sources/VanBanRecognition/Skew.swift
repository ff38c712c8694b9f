import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a page lies askew, and how it is set right.
enum Skew {
    /// In degrees; scanners and people don't do worse.
    private static let most = 2.0
    private static let step = 0.05
    /// Less is not worth blurring letters for.
    private static let least = 0.03
    /// Every so many pixels one is looked at.
    private static let stride = 4

    /// The angle under which lines of ink run, in degrees: that by which rows of it differ most.
    static func angle(of ink: Raster) -> Double {
        var points: [(x: Int32, y: Int32)] = []
        for y in Swift.stride(from: 0, to: ink.height, by: stride) {
            for x in Swift.stride(from: 0, to: ink.width, by: stride) where ink.pixels[y * ink.width + x] != 0 {
                points.append((Int32(x / stride), Int32(y / stride)))
            }
        }
        let rows = ink.height / stride + 1
        let reach = Int(Double(ink.width / stride) * tan(most * .pi / 180)) + 2
        var best = (value: -1.0, angle: 0.0)
        var counts = [Int32](repeating: 0, count: rows + 2 * reach)
        for index in 0...Int(2 * most / step) {
            let angle = Double(index) * step - most
            let slope = tan(angle * .pi / 180)
            for index in counts.indices { counts[index] = 0 }
            for point in points {
                let row = Int((Double(point.y) - Double(point.x) * slope).rounded()) + reach
                if row >= 0, row < counts.count { counts[row] += 1 }
            }
            var value = 0.0
            for index in 1..<counts.count {
                let difference = Double(counts[index] - counts[index - 1])
                value += difference * difference
            }
            if value > best.value || value == best.value && abs(angle) < abs(best.angle) { best = (value, angle) }
        }
        return best.angle
    }

    /// The picture turned back by an angle, in two slants.
    static func straightened(_ picture: Raster, by angle: Double) -> Raster {
        guard abs(angle) >= least else { return picture }
        let slope = tan(angle * .pi / 180)
        return slantedRows(slantedColumns(picture, slope), slope)
    }

    private static func slantedColumns(_ picture: Raster, _ slope: Double) -> Raster {
        let (width, height) = (picture.width, picture.height)
        var result = Raster(width: width, height: height, filledWith: 255)
        var shifts = [Int](repeating: 0, count: width)
        var parts = [Int](repeating: 0, count: width)
        for x in 0..<width {
            let distance = (Double(x) - Double(width) / 2) * slope
            shifts[x] = Int(distance.rounded(.down))
            parts[x] = Int((distance - distance.rounded(.down)) * 256)
        }
        picture.pixels.withUnsafeBufferPointer { source in
            result.pixels.withUnsafeMutableBufferPointer { target in
                for y in 0..<height {
                    for x in 0..<width {
                        let from = y + shifts[x]
                        guard from >= 0, from + 1 < height else { continue }
                        let place = from * width + x
                        let value = Int(source[place]) * (256 - parts[x]) + Int(source[place + width]) * parts[x]
                        target[y * width + x] = UInt8(value >> 8)
                    }
                }
            }
        }
        return result
    }

    private static func slantedRows(_ picture: Raster, _ slope: Double) -> Raster {
        let (width, height) = (picture.width, picture.height)
        var result = Raster(width: width, height: height, filledWith: 255)
        picture.pixels.withUnsafeBufferPointer { source in
            result.pixels.withUnsafeMutableBufferPointer { target in
                for y in 0..<height {
                    let distance = -(Double(y) - Double(height) / 2) * slope
                    let shift = Int(distance.rounded(.down))
                    let part = Int((distance - distance.rounded(.down)) * 256)
                    let first = max(0, -shift)
                    let end = min(width, width - 1 - shift)
                    guard first < end else { continue }
                    for x in first..<end {
                        let place = y * width + x + shift
                        target[y * width + x] = UInt8(
                            (Int(source[place]) * (256 - part) + Int(source[place + 1]) * part) >> 8)
                    }
                }
            }
        }
        return result
    }
}
