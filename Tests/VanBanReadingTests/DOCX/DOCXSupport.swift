import VanBanModel

@testable import VanBanReading

func read(
    _ package: WordPackage, _ limits: ReadingLimits = ReadingLimits(), view: RevisionView = .final
) throws(ReadingError) -> ReadDocument {
    try DOCXReader(limits: limits, revisions: view).read(package.bytes, name: "a.docx")
}

extension ReadDocument {
    /// What each block says; cells between bars, a covered column as `^`.
    var lines: [String] {
        blocks.map { block in
            guard !block.cells.isEmpty else { return text.string(keepingMarks: block.range) }
            return block.cells.enumerated().map { column, cell in
                block.grid?.covered.contains(column) == true ? "^" : text.string(keepingMarks: cell)
            }.joined(separator: " | ")
        }
    }

    func path(_ block: Int) -> String? { text.paths?.path(at: blocks[block].range.lowerBound) }
}

extension SourceText {
    /// The text of a range with its note marks.
    func string(keepingMarks range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).split { $0 == " " || $0 == "\u{0B}" }.joined(separator: " ")
    }
}

/// A field without a stored result.
func field(_ instruction: String, form: String = "") -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\">\(form)</w:fldChar></w:r>"
        + "<w:r><w:instrText xml:space=\"preserve\">\(instruction.replacing("\"", with: "&quot;"))</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
}
