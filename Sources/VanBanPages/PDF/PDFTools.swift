import VanBanModel
import VanBanReading
import VanBanTools

/// Poppler's programs, called for one file.
struct PDFTools {
    private static let fonts = ExternalTool(
        program: "pdftohtml", package: "poppler-utils", versionArguments: ["-v"])
    private static let name = "in.pdf"
    /// Pixels for an inch of pages of usual size; the longest side of any page in pixels.
    private static let resolution = 100.0
    private static let longestSide = 3_000.0
    /// Pages whose pictures are made in one call.
    private static let pagesAtATime = 12

    private let folder: PrivateFolder

    init(_ file: [UInt8]) throws(ReadingError) {
        do throws(ToolFailure) {
            _ = try ExternalTool.pdfText.found()
            folder = try PrivateFolder()
            try folder.write(file, to: Self.name)
        } catch {
            throw error.readingError(of: ExternalTool.pdfText.program)
        }
    }

    /// The pages with the words of their text layer.
    func pages(_ limits: ReadingLimits) throws(ReadingError) -> [Page] {
        let result = try run(
            .pdfText, ["-bbox", "-l", String(limits.pages + 1), Self.name, "-"],
            ToolLimits(processorSeconds: 120, wallSeconds: 180, outputBytes: 512 << 20, processes: 64))
        guard result.hasSucceeded else {
            if result.errors.contains("Incorrect password") { throw .encrypted }
            if case .exited = result.ending { throw .damaged(part: ReadingError.pdf) }
            throw .converterFailed(program: ExternalTool.pdfText.program, result.ending.failure)
        }
        let boxes = WordBoxes(result.output, mostPages: limits.pages, mostWords: limits.pageWords)
        guard boxes.pages.count <= limits.pages else { throw .beyondLimit(.pages, limit: limits.pages) }
        guard !boxes.isOverfull else { throw .beyondLimit(.pageWords, limit: limits.pageWords) }
        guard !boxes.pages.isEmpty else { throw .damaged(part: ReadingError.pdf) }
        return boxes.pages
    }

    /// Tells the words their fonts, where the file's fonts can be told.
    func settleFonts(of pages: inout [Page]) throws(ReadingError) {
        guard pages.contains(where: { !$0.words.isEmpty }) else { return }
        let result = try run(
            Self.fonts,
            [
                "-xml", "-i", "-q", "-stdout", "-fontfullname", "-nodrm", "-zoom", "3", "-l", String(pages.count),
                Self.name,
            ],
            ToolLimits(processorSeconds: 120, wallSeconds: 180, outputBytes: 512 << 20, processes: 64))
        // Type is of use, not of need.
        guard result.hasSucceeded else { return }
        FontRuns(result.output, pages: pages).settle(&pages)
    }

    /// Finds the lines that are ruled on pages.
    /// - Returns: by page, the share of its pixels that are dark and stand in no word and no line.
    func settleRulings(of pages: inout [Page]) throws(ReadingError) -> [Double] {
        var ink = [Double](repeating: 0, count: pages.count)
        var start = 0
        while start < pages.count {
            let resolution = Self.resolution(of: pages[start])
            var end = start + 1
            while end < pages.count, end - start < Self.pagesAtATime, Self.resolution(of: pages[end]) == resolution {
                end += 1
            }
            let most = Int(Self.longestSide * Self.longestSide)
            let result = try run(
                .pdfPictures,
                [
                    "-gray", "-aa", "no", "-aaVector", "no", "-r", String(resolution), "-f", String(start + 1), "-l",
                    String(end), Self.name,
                ],
                ToolLimits(
                    processorSeconds: 20 + 5 * (end - start), wallSeconds: 60 + 10 * Double(end - start),
                    outputBytes: (end - start) * (most + 64), processes: 64))
            guard result.hasSucceeded else {
                throw .converterFailed(program: ExternalTool.pdfPictures.program, result.ending.failure)
            }
            let images = GrayImage.pictures(ofPGM: result.output, resolution: resolution, most: most)
            for (index, image) in zip(start..<end, images) {
                if abs(Double(image.width) * image.scale - pages[index].width) > 2 * image.scale {
                    // A page that is turned: the picture is upright, as the words are.
                    pages[index].width = Double(image.width) * image.scale
                    pages[index].height = Double(image.height) * image.scale
                }
                pages[index].rulings = Self.withoutStrokes(RulingFinder().rulings(in: image), of: pages[index].words)
                ink[index] = image.inkShare(beside: pages[index])
            }
            start = end
        }
        return ink
    }

    /// The lines that are no strokes of letters: an upright one that stands within words from end to end is one, or those of
    /// two words below each other.
    private static func withoutStrokes(_ rulings: [Ruling], of words: [PageWord]) -> [Ruling] {
        let tallest = words.map(\.box.height).max() ?? 0
        let words = words.map(\.box).sorted { $0.top < $1.top }
        return rulings.filter { line in
            guard line.direction == .vertical, line.length < 4 * tallest else { return true }
            var place = words.partitioningIndex { $0.top >= line.start - tallest - 2 }
            var free = line.length
            while place < words.count, words[place].top <= line.end {
                let word = words[place]
                place += 1
                guard word.left + 0.5 < line.position, line.position < word.right - 0.2 else { continue }
                free -= max(0, min(word.bottom, line.end) - max(word.top, line.start))
            }
            return free > 2.5
        }
    }

    private static func resolution(of page: Page) -> Double {
        let side = max(page.width, page.height, 1)
        return min(resolution, (longestSide * 72 / side * 4).rounded(.down) / 4)
    }

    private func run(
        _ tool: ExternalTool, _ arguments: [String], _ limits: ToolLimits
    ) throws(ReadingError) -> ToolResult {
        do throws(ToolFailure) {
            return try ToolRun(tool, arguments, limits: limits, folder: folder).run()
        } catch {
            throw error.readingError(of: tool.program)
        }
    }
}

extension ExternalTool {
    /// Its path, or the failure that a call would end with.
    fileprivate func found() throws(ToolFailure) -> String {
        do throws(ToolMissing) { return try path() } catch { throw .missing(error) }
    }
}

extension GrayImage {
    /// The share of its pixels that are dark and stand in no word and near no ruled line of a page.
    func inkShare(beside page: Page) -> Double {
        let step = 3
        let (columns, rows) = (width / step, height / step)
        guard columns > 0, rows > 0 else { return 0 }
        var covered = [Bool](repeating: false, count: columns * rows)
        let factor = 1 / (scale * Double(step))
        func cover(_ box: PageBox) {
            let left = max(0, Int(box.left * factor))
            let right = min(columns - 1, Int(box.right * factor))
            let top = max(0, Int(box.top * factor))
            let bottom = min(rows - 1, Int(box.bottom * factor))
            guard left <= right, top <= bottom else { return }
            for row in top...bottom { for column in left...right { covered[row * columns + column] = true } }
        }
        for word in page.words { cover(word.box) }
        for line in page.rulings {
            let box =
                line.direction == .horizontal
                ? PageBox(left: line.start, top: line.position - 2, right: line.end, bottom: line.position + 2)
                : PageBox(left: line.position - 2, top: line.start, right: line.position + 2, bottom: line.end)
            cover(box)
        }
        var dark = 0
        pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in 0..<columns where pixels[row * step * width + column * step] < 160 {
                    if !covered[row * columns + column] { dark += 1 }
                }
            }
        }
        return Double(dark) / Double(columns * rows)
    }
}
