import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How lines are drawn for a recogniser.
struct Rendering: Hashable, Sendable {
    /// The standard deviation of the blur, in pixels before scaling.
    var blur: Double
    /// Space between lines, in heights of a letter.
    var leading: Double
    var scale: Double

    /// Measured on five scanned pages (1,270 words): each alone has 2.3 to 2.8 % of the words wrong; of pairs of renderings
    /// these two have the fewest words wrong that they agree on, and most often one is right where they differ.
    static let small = Rendering(blur: 1.6, leading: 1.2, scale: 0.55)
    static let sharp = Rendering(blur: 0.7, leading: 1.6, scale: 1)
}

/// Lines set one under the other again, with more space between them than on the page, so that no recogniser has to cut
/// them: cutting is where Tesseract loses the second marks of vowels.
struct LineSheet {
    /// A sheet is no higher than this, in pixels: Tesseract takes 32,767.
    private static let mostRows = 14_000
    private static let margin = 60
    /// Above and below a line that stands alone.
    private static let border = 8

    /// The lines on it, by their places among all, and the rows that each takes up.
    private(set) var lines: [(line: Int, rows: Range<Double>)] = []
    private(set) var picture: Raster
    private let rendering: Rendering

    /// All lines on as many sheets as are needed.
    /// - Parameter picture: the page, its paper white.
    static func sheets(
        of lines: [InkLine], _ ink: InkComponents, _ picture: Raster, letterHeight: Double, _ rendering: Rendering
    ) -> [LineSheet] {
        let leading = Int(letterHeight * rendering.leading)
        var sheets: [LineSheet] = []
        var start = 0
        while start < lines.count {
            var end = start
            var height = leading
            while end < lines.count, end == start || height < Self.mostRows {
                height += lines[end].bottom - lines[end].top + leading
                end += 1
            }
            sheets.append(LineSheet(lines, start..<end, ink, picture, leading, rendering))
            start = end
        }
        return sheets
    }

    /// Each line on a picture of its own, as it stands on the page.
    static func pictures(of lines: [InkLine], _ ink: InkComponents, _ page: Raster) -> [Raster] {
        lines.map { line in
            var picture = Raster(
                width: line.right - line.left + 2 * margin, height: line.bottom - line.top + 2 * border,
                filledWith: 255)
            draw(line, ink, page, on: &picture, at: border)
            return picture
        }
    }

    private init(
        _ all: [InkLine], _ range: Range<Int>, _ ink: InkComponents, _ page: Raster, _ leading: Int,
        _ rendering: Rendering
    ) {
        self.rendering = rendering
        let width = (all[range].map { $0.right - $0.left }.max() ?? 0) + 2 * Self.margin
        let height = all[range].reduce(leading) { $0 + $1.bottom - $1.top + leading }
        var sheet = Raster(width: width, height: height, filledWith: 255)
        var top = leading
        for index in range {
            let line = all[index]
            Self.draw(line, ink, page, on: &sheet, at: top)
            let rows = Double(top) * rendering.scale..<Double(top + line.bottom - line.top) * rendering.scale
            lines.append((index, rows))
            top += line.bottom - line.top + leading
        }
        picture = Scaling.scaled(Scaling.blurred(sheet, by: rendering.blur), to: rendering.scale)
    }

    /// Draws a line's own ink with what frays around it, and nothing of its neighbours.
    private static func draw(
        _ line: InkLine, _ ink: InkComponents, _ page: Raster, on sheet: inout Raster, at top: Int
    ) {
        let fray = 2
        for component in line.components {
            for run in ink.runs[ink.components[component].runs] {
                for row in (Int(run.row) - fray)...(Int(run.row) + fray) where row >= 0 && row < page.height {
                    let target = top + row - line.top
                    guard target >= 0, target < sheet.height else { continue }
                    let first = max(0, Int(run.start) - fray)
                    let end = min(page.width, Int(run.end) + fray)
                    for column in first..<max(first, end) {
                        let place = margin + column - line.left
                        guard place >= 0, place < sheet.width else { continue }
                        sheet.pixels[target * sheet.width + place] = page.pixels[row * page.width + column]
                    }
                }
            }
        }
    }

    /// Where a box of the sheet is on the page.
    /// - Returns: the line, and the box in the page's pixels; nil where it is in no line.
    func place(
        left: Int, top: Int, width: Int, height: Int, _ all: [InkLine]
    ) -> (line: Int, left: Double, top: Double, right: Double, bottom: Double)? {
        let center = Double(top) + Double(height) / 2
        guard
            let home = lines.min(by: { Self.distance(center, $0.rows) < Self.distance(center, $1.rows) }),
            Self.distance(center, home.rows) < 40
        else { return nil }
        let line = all[home.line]
        let scale = rendering.scale
        let start = Double(line.left) + Double(left) / scale - Double(Self.margin)
        let above = Double(line.top) + (Double(top) - home.rows.lowerBound) / scale
        return (
            home.line, start, max(Double(line.top), above), start + Double(width) / scale,
            min(Double(line.bottom), above + Double(height) / scale)
        )
    }

    private static func distance(_ row: Double, _ rows: Range<Double>) -> Double {
        max(0, rows.lowerBound - row, row - rows.upperBound)
    }
}

/// Blurring and making smaller.
enum Scaling {
    static func blurred(_ picture: Raster, by deviation: Double) -> Raster {
        guard deviation > 0 else { return picture }
        let reach = Int((deviation * 3).rounded(.up))
        let weights = (-reach...reach).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
        let sum = weights.reduce(0, +)
        let kernel = weights.map { Int32(($0 / sum * 4096).rounded()) }
        return convolved(convolved(picture, kernel, step: 1), kernel, step: picture.width)
    }

    private static func convolved(_ picture: Raster, _ kernel: [Int32], step: Int) -> Raster {
        var result = Raster(width: picture.width, height: picture.height, filledWith: 255)
        let reach = kernel.count / 2
        let (width, height) = (picture.width, picture.height)
        picture.pixels.withUnsafeBufferPointer { source in
            result.pixels.withUnsafeMutableBufferPointer { target in
                kernel.withUnsafeBufferPointer { kernel in
                    let rows = step == 1 ? 0..<height : reach..<max(reach, height - reach)
                    let columns = step == 1 ? reach..<max(reach, width - reach) : 0..<width
                    for y in rows {
                        for x in columns {
                            let place = y * width + x
                            var value: Int32 = 2048
                            for index in 0..<kernel.count {
                                value += kernel[index] * Int32(source[place + (index - reach) * step])
                            }
                            target[place] = UInt8(clamping: value >> 12)
                        }
                    }
                }
            }
        }
        return result
    }

    /// Made smaller, each pixel from the four that lie around its middle.
    static func scaled(_ picture: Raster, to scale: Double) -> Raster {
        guard scale < 1 else { return picture }
        let width = max(1, Int(Double(picture.width) * scale))
        let height = max(1, Int(Double(picture.height) * scale))
        var result = Raster(width: width, height: height, filledWith: 255)
        picture.pixels.withUnsafeBufferPointer { source in
            result.pixels.withUnsafeMutableBufferPointer { target in
                for y in 0..<height {
                    let row = min(Double(picture.height - 1), (Double(y) + 0.5) / scale - 0.5)
                    let top = max(0, min(picture.height - 2, Int(row)))
                    let down = Int(max(0, min(1, row - Double(top))) * 256)
                    for x in 0..<width {
                        let column = min(Double(picture.width - 1), (Double(x) + 0.5) / scale - 0.5)
                        let left = max(0, min(picture.width - 2, Int(column)))
                        let over = Int(max(0, min(1, column - Double(left))) * 256)
                        let place = top * picture.width + left
                        let upper = Int(source[place]) * (256 - over) + Int(source[place + 1]) * over
                        let lower =
                            Int(source[place + picture.width]) * (256 - over)
                            + Int(source[place + picture.width + 1]) * over
                        target[y * width + x] = UInt8((upper * (256 - down) + lower * down) >> 16)
                    }
                }
            }
        }
        return result
    }
}
