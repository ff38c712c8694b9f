import Foundation
import Testing

@testable import VanBanReading

/// Documents as the government hands them out; they lie beside the project where there are any.
@Suite("Real Word documents")
struct DOCXRealFilesTests {
    /// Beside the package, or where the environment's VANBAN_SHARED says.
    private static let shared =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    private func lines(_ name: String) throws -> [String]? {
        let file = Self.shared.appending(path: "real/\(name)")
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("\(name) is missing and was not read.")
            return nil
        }
        return try DOCXReader().read([UInt8](try Data(contentsOf: file)), name: name).lines
    }

    @Test("the rows of appendix III bear the numbers that Word counts, 1 to 27 and 1 to 3")
    func rowNumbers() throws {
        guard let lines = try lines("nd30-phuluc3.docx") else { return }
        let numbers = lines.prefix(40).filter { $0.contains(" | ") }.compactMap { line in
            Int(line.prefix { $0 != "." && $0 != " " })
        }
        #expect(numbers == Array(1...27) + Array(1...3))
    }

    @Test("every footnote of appendices V and VI stands behind what calls it", arguments: ["5", "6"])
    func footnotes(_ appendix: String) throws {
        guard let lines = try lines("nd30-phuluc\(appendix).docx") else { return }
        let marks: [Character] = appendix == "5" ? ["¹", "²", "³", "⁴", "⁵"] : ["¹", "²", "³", "⁴"]
        #expect(lines.compactMap(\.first).filter { marks.contains($0) } == marks)
    }

    @Test("a decision set in TCVN3 fonts has every word of its transcript, and its capitals")
    func tcvn3() throws {
        let truth = Self.shared.appending(path: "real/qd256-2004-truth.txt")
        guard let lines = try lines("qd256-2004-tcvn3.docx"), let text = try? String(contentsOf: truth, encoding: .utf8)
        else { return }
        func words(_ text: String) -> [String] {
            text.precomposedStringWithCanonicalMapping.lowercased().split { !$0.isLetter && !$0.isNumber }.map(
                String.init)
        }
        let read = words(lines.joined(separator: "\n"))
        let transcript = words(text)
        let lost = transcript.difference(from: read).insertions.count
        // Letters that the transcript breaks up, its running heads, and a raised 2.
        #expect(lost <= 16, "\(transcript.difference(from: read))")
        #expect(lines.first?.hasPrefix("ỦY BAN NHÂN DÂN") == true)
        #expect(lines.contains { $0.contains("QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ") })
    }
}
