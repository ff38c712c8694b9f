import FoundationEssentials
import VanBanReading
import VanBanTools

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A second recogniser, which its user brings: a program that reads pictures of lines and says how sure it is of each word.
///
/// It is called for each page with the name of a file in its working folder, and with `--version` for what it is called and
/// depends on (Documentation/ocr.md).
package struct LineProgram: Sendable {
    private static let file = "lines.pgm"
    /// A line of output is no longer than this, in bytes.
    private static let longest = 1 << 14

    private let tool: ExternalTool

    /// - Parameter program: a name that is looked for in the folders of `PATH`, or a path.
    /// - Returns: nil where there is no such program.
    package init?(_ program: String) {
        let isName = !program.contains("/")
        let path =
            isName || program.hasPrefix("/") ? program : FileManager.default.currentDirectoryPath + "/" + program
        tool = ExternalTool(program: path, package: program)
        guard tool.isPresent else { return nil }
    }

    private var name: String { tool.program.split(separator: "/").last.map(String.init) ?? tool.program }

    /// What its readings depend on.
    var version: String { name + " " + ((try? tool.version()) ?? "-") }

    /// The words of each line, without places.
    func words(of pictures: [Raster]) throws(ReadingError) -> [[RecognizedWord]] {
        guard !pictures.isEmpty else { return [] }
        let result: ToolResult
        do throws(ToolFailure) {
            result = try ToolRun(
                tool, [Self.file], files: [Self.file: pictures.flatMap(\.pgm)],
                limits: ToolLimits(
                    processorSeconds: 100, wallSeconds: 110, memoryBytes: 8 << 30, outputBytes: 4 << 20)
            ).run()
        } catch {
            throw error.readingError(of: name)
        }
        guard result.hasSucceeded else { throw .converterFailed(program: name, result.ending.failure) }
        var lines = result.output.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.count == pictures.count else { throw .converterFailed(program: name, .refused) }
        return lines.map { Self.words($0.prefix(Self.longest)) }
    }

    /// A line of its output: the text, a tab, and how sure it is of the line or of each word, from 0 to 1.
    static func words(_ line: ArraySlice<UInt8>) -> [RecognizedWord] {
        let sides = line.split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
        let texts = sides.first.map { text(of: $0) } ?? []
        let numbers = sides.count < 2 ? [] : text(of: sides[1]).compactMap(Double.init).filter(\.isFinite)
        return texts.enumerated().map { index, text in
            let sure = numbers.count == texts.count ? numbers[index] : numbers.count == 1 ? numbers[0] : 0.5
            return RecognizedWord(
                text: text, left: 0, top: 0, right: 0, bottom: 0, confidence: 100 * max(0, min(1, sure)))
        }
    }

    private static func text(of bytes: ArraySlice<UInt8>) -> [String] {
        String(decoding: bytes, as: UTF8.self).composed
            .split(whereSeparator: \.isWhitespace)
            .map { word in String(String.UnicodeScalarView(word.unicodeScalars.filter { !isControl($0) })) }
            .filter { !$0.isEmpty }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned: true
        default: scalar.value == 0xFFFD
        }
    }
}
