import VanBanPages
import VanBanReading
import VanBanTools

/// Recognises the letters of scanned pages: sets the page right, takes the ruled lines and seals out, cuts the lines of
/// letters by their ink, sets them again with more space, and lets Tesseract read them twice.
///
/// What both readings agree on is taken as sure; of what they differ in the surer one is taken, and told with the other. Where
/// there is a second recogniser (``LineProgram``), it is its agreement that makes a word sure.
package struct ScanRecognizer: PageRecognizer {
    /// Told after each page: how many are done, of how many.
    package typealias Progress = @Sendable (_ done: Int, _ all: Int) -> Void

    private let tesseract = Tesseract()
    private let progress: Progress?

    private let program: LineProgram?

    /// - Parameter program: a second recogniser, by whose vote words are taken.
    package init(program: LineProgram? = nil, progress: Progress? = nil) {
        self.program = program
        self.progress = progress
    }

    /// Pixels for an inch.
    private static let resolution = 300.0
    /// The longest side of a picture, in pixels: that of a sheet A3 is 4,961.
    private static let longestSide = 6_000.0
    private static let mostPixels = 30_000_000
    package var version: String {
        var version = "tesseract -"
        if let said = try? ExternalTool.tesseract.version() { version = "tesseract " + said }
        if let program { version += ", " + program.version }
        return version
    }

    package func recognize(_ file: [UInt8], pages: [Page]) throws(ReadingError) -> [Int: Page] {
        try tesseract.check()
        let folder: PrivateFolder
        do throws(ToolFailure) {
            folder = try PrivateFolder()
            try folder.write(file, to: "in.pdf")
        } catch {
            throw error.readingError(of: ExternalTool.pdfPictures.program)
        }
        var found: [ReadPage] = []
        for (index, page) in pages.enumerated() {
            defer { progress?(index + 1, pages.count) }
            guard let picture = try picture(of: page, in: folder),
                let read = try read(picture.raster, resolution: picture.resolution, page)
            else { continue }
            found.append(read)
        }
        var lines = found.flatMap(\.words)
        RomanRepair.repair(&lines)
        for (index, blank) in found.flatMap(\.blanks).enumerated() where lines[index].isEmpty {
            if let blank { lines[index] = [blank] }
        }
        SequenceRepair.repair(&lines, at: found.flatMap(\.numberPlaces))
        for index in lines.indices { lines[index].removeAll { $0.text.isEmpty } }
        var pages: [Int: Page] = [:]
        for read in found {
            pages[read.page.number] = read.page(with: Array(lines.prefix(read.words.count)))
            lines.removeFirst(read.words.count)
        }
        return pages
    }

    /// The picture of a page; nil where poppler draws none.
    private func picture(
        of page: Page, in folder: PrivateFolder
    ) throws(ReadingError) -> (raster: Raster, resolution: Double)? {
        let side = max(page.width, page.height, 1)
        let resolution = min(Self.resolution, (Self.longestSide * 72 / side).rounded(.down))
        guard resolution >= 1 else { return nil }
        let number = String(page.number)
        do throws(ToolFailure) {
            let result = try ToolRun(
                .pdfPictures, ["-r", String(Int(resolution)), "-f", number, "-l", number, "in.pdf"],
                limits: ToolLimits(
                    processorSeconds: 30, wallSeconds: 60, memoryBytes: 2 << 30,
                    outputBytes: 3 * Self.mostPixels + 64),
                folder: folder
            ).run()
            guard result.hasSucceeded else { return nil }
            return Raster(redOfPPM: result.output, most: Self.mostPixels).map { ($0, resolution.rounded(.down)) }
        } catch {
            throw error.readingError(of: ExternalTool.pdfPictures.program)
        }
    }

    /// A page read; nil where nothing was found on it.
    func read(_ picture: Raster, resolution: Double, _ page: Page) throws(ReadingError) -> ReadPage? {
        guard let sheet = PreparedPage(picture) else { return nil }
        let lines = sheet.lines.lines
        var readings: [[[RecognizedWord]]] = []
        for rendering in [Rendering.small, .sharp] {
            readings.append(try tesseract.words(on: sheet.sheets(rendering), lines))
        }
        var words = lines.indices.map { ReadingVote.words(readings[0][$0], readings[1][$0]) }
        if let program {
            let others = try program.words(of: sheet.pictures())
            words = lines.indices.map { ReadingVote.words(words[$0], with: others[$0], in: lines[$0]) }
        }
        var result = page
        result.isRecognized = true
        result.rulings = sheet.ruled.rulings(resolution: resolution)
        result.words = []
        return ReadPage(
            page: result, lines: lines,
            words: Self.repaired(words, sheet.lines.followers(), lines.map(\.area)),
            scale: 72 / resolution)
    }

    /// The words of lines set right, each line seen with those that it goes on from and into.
    private static func repaired(_ lines: [[RecognizedWord]], _ followers: [Int?], _ areas: [Int]) -> [[RecognizedWord]]
    {
        var before = [Int?](repeating: nil, count: lines.count)
        for (index, next) in followers.enumerated() { if let next { before[next] = index } }
        let repair = WordRepair()
        var result = lines
        for index in lines.indices {
            result[index] = repair.repaired(
                lines[index], after: before[index].flatMap { result[$0].last },
                before: followers[index].flatMap { lines[$0].first })
        }
        RomanRepair.repair(&result, aloneIn: areas)
        return result
    }
}

/// A page whose lines have been read.
struct ReadPage {
    var page: Page
    var lines: [InkLine]
    /// By line.
    var words: [[RecognizedWord]]
    /// Points for a pixel.
    var scale: Double

    /// Words of which a recogniser is less sure, though its readings agree, are told, too.
    private static let leastSure = 40.0

    /// By line, where the middle of its cell's only word is, in points; nil for a line that is not alone in its cell.
    var numberPlaces: [Double?] {
        var counts: [Int: Int] = [:]
        for (line, words) in zip(lines, words) { counts[line.area, default: 0] += words.count }
        return zip(zip(lines, words), blanks).map { read, blank in
            let isAlone = counts[read.0.area] == 1 && read.1.count == 1 || blank != nil
            return isAlone ? Double(read.0.left + read.0.right) / 2 * scale : nil
        }
    }

    /// By line, what stands for its word where nothing could be read of a line that is alone in its cell.
    var blanks: [RecognizedWord?] {
        var counts: [Int: (lines: Int, words: Int)] = [:]
        for (line, words) in zip(lines, words) {
            let known = counts[line.area] ?? (0, 0)
            counts[line.area] = (known.lines + 1, known.words + words.count)
        }
        return lines.map { line in
            guard let count = counts[line.area], count == (1, 0) else { return nil }
            return RecognizedWord(
                text: "", left: Double(line.left), top: Double(line.top), right: Double(line.right),
                bottom: Double(line.bottom), confidence: 0)
        }
    }

    /// The page with words, by line.
    func page(with words: [[RecognizedWord]]) -> Page {
        var result = page
        for (line, words) in zip(lines, words) { result.words += words.map { pageWord($0, line) } }
        return result
    }

    /// All words of a line are as high as its letters with their marks, as in a text layer.
    private func pageWord(_ word: RecognizedWord, _ line: InkLine) -> PageWord {
        let height = line.letters.upperBound - line.letters.lowerBound
        let top = line.letters.lowerBound - 0.3 * height
        let bottom = line.letters.upperBound + 0.2 * height
        var result = PageWord(
            word.text,
            PageBox(
                left: word.left * scale, top: top * scale, right: word.right * scale, bottom: bottom * scale))
        if let rival = word.rival {
            result.confidence = Self.rounded(word.share)
            result.rival = rival
        } else if !word.isSure, word.confidence < Self.leastSure, WordRepair.says(word.text) {
            result.confidence = Self.rounded(word.confidence / 100)
            result.rival = word.text
        }
        return result
    }

    /// How sure a word is of which this share of the evidence speaks, in hundredths. What is chosen among readings is right
    /// more often than not: measured on five scans, of cells with such a word four of five were.
    private static func rounded(_ share: Double) -> Double {
        let confidence = 0.5 + max(0, min(0.9, share)) / 2
        return (confidence * 100).rounded() / 100
    }
}

/// A scanned page made ready: straight, its paper white, its lines known.
struct PreparedPage {
    let ruled: RuledInk
    let lines: InkLines
    private let components: InkComponents
    private let picture: Raster

    /// - Returns: nil for a picture that holds no letters.
    init?(_ scan: Raster) {
        let angle = Skew.angle(of: PaperTone(of: scan).ink(of: scan))
        let straight = Skew.straightened(scan, by: angle)
        let tone = PaperTone(of: straight)
        let ink = tone.ink(of: straight)
        ruled = RuledInk(of: ink)
        guard let components = InkComponents(of: ruled.removed(from: ink)) else { return nil }
        self.components = components
        lines = InkLines(components, in: RuledAreas(ruled))
        guard !lines.lines.isEmpty else { return nil }
        picture = tone.whitened(straight)
    }

    /// Each line alone.
    func pictures() -> [Raster] { LineSheet.pictures(of: lines.lines, components, picture) }

    func sheets(_ rendering: Rendering) -> [LineSheet] {
        LineSheet.sheets(of: lines.lines, components, picture, letterHeight: lines.letterHeight, rendering)
    }
}
