import FoundationEssentials
import VanBanReading
import VanBanTools

/// Calls Tesseract for sheets of lines.
struct Tesseract: Sendable {
    static let language = "vie"

    var tool = ExternalTool.tesseract

    /// Whether it is there with the data for Vietnamese.
    /// - Throws: ``ReadingError/needsConverter(program:package:)``.
    func check() throws(ReadingError) {
        do throws(ToolFailure) {
            let result = try ToolRun(tool, ["--list-langs"], limits: ToolLimits(wallSeconds: 20)).run()
            let said = String(decoding: result.output, as: UTF8.self) + result.errors
            guard said.split(whereSeparator: \.isNewline).contains(where: { $0 == Self.language }) else {
                throw ToolFailure.missing(ToolMissing(tool: tool))
            }
        } catch {
            throw error.readingError(of: "Tesseract")
        }
    }

    /// The words of each line.
    /// - Parameter lines: all lines, of which the sheets have each one.
    func words(
        on sheets: [LineSheet], _ lines: [InkLine]
    ) throws(ReadingError) -> [[RecognizedWord]] {
        var words = [[RecognizedWord]](repeating: [], count: lines.count)
        for sheet in sheets {
            let result: ToolResult
            do throws(ToolFailure) {
                result = try ToolRun(
                    tool,
                    [
                        "in.pgm", "stdout", "-l", Self.language, "--psm", "6", "--dpi", "200", "-c",
                        "debug_file=/dev/null", "tsv",
                    ],
                    files: ["in.pgm": sheet.picture.pgm],
                    limits: ToolLimits(
                        processorSeconds: 60, wallSeconds: 120, memoryBytes: 2 << 30, outputBytes: 16 << 20)
                ).run()
            } catch {
                throw error.readingError(of: "Tesseract")
            }
            guard result.hasSucceeded else { throw .converterFailed(program: "Tesseract", result.ending.failure) }
            for row in result.output.split(separator: 0x0A).dropFirst() { add(row, sheet, lines, to: &words) }
        }
        for index in words.indices { words[index].sort { ($0.left, $0.top) < ($1.left, $1.top) } }
        return words
    }

    /// Adds the word of a row of its table: level, four numbers, left, top, width, height, confidence, text.
    private func add(
        _ row: ArraySlice<UInt8>, _ sheet: LineSheet, _ lines: [InkLine], to words: inout [[RecognizedWord]]
    ) {
        let fields = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
        guard fields.count == 12, fields[0].elementsEqual([0x35]) else { return }
        let text = String(decoding: fields[11], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        ).composed
        let numbers = fields[6..<10].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard !text.isEmpty, numbers.count == 4, let sure = Double(String(decoding: fields[10], as: UTF8.self)),
            let place = sheet.place(
                left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3], lines)
        else { return }
        words[place.line].append(
            RecognizedWord(
                text: text, left: place.left, top: place.top, right: place.right, bottom: place.bottom,
                confidence: max(0, min(100, sure))))
    }
}
