/// What the fuzzer's bytes stand for: a whole file, or one thing within a file whose rest is sound.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Text with tables in each layout that text has; they differ in what the fuzzer begins with.
    case tabs, aligned, pipes, cells, paragraphs
    case html
    /// Parts of a Word file.
    case document, numbering
    /// A package's own bytes.
    case zip
    /// Cells and sentences, one a line.
    case deadlines, agencies, citations
    /// A file of what people put right in a document that is always the same.
    case corrections
    /// What poppler writes of a file's pages.
    case pages
    /// An archive, or a letter with what is attached to it.
    case containers

    /// The file that bytes make.
    public func file(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .tabs, .aligned, .pipes, .cells, .paragraphs, .html, .zip, .pages, .containers: return bytes
        case .corrections: return CorrectionFuzzing.document
        case .document: return PackageFile.word(document: bytes).bytes
        case .numbering: return PackageFile.word(document: Self.listed, numbering: bytes).bytes
        case .deadlines:
            return Self.table(bytes) { ["Kiểm tra công vụ", "Báo cáo", "Sở Nội vụ", "Sở Tư pháp", $0] }
        case .agencies:
            return Self.table(bytes) { ["Kiểm tra công vụ", "Báo cáo", $0, $0, "Quý II/2024"] }
        case .citations:
            let sentences = Self.lines(bytes).map { "Căn cứ \($0);" }
            let text =
                sentences.joined(separator: "\n\n") + "\n\nQUYẾT ĐỊNH:\n\nĐiều 1. "
                + Self.lines(bytes).joined(separator: " ")
            return Array(("QUYẾT ĐỊNH\nVề việc kiểm tra công vụ năm 2024\n\n" + text + "\n").utf8)
        }
    }

    /// Changes bytes as what they stand for.
    public func changed(_ bytes: [UInt8], by mutator: Mutator, seed: UInt64) -> [UInt8] {
        switch self {
        case .html, .pages: return mutator.changed(markup: bytes, isWord: false, seed: seed)
        case .document, .numbering: return mutator.changed(markup: bytes, isWord: true, seed: seed)
        case .corrections: return CorrectionFuzzing.changed(bytes, seed: seed)
        default: return mutator.changed(text: bytes, seed: seed)
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func table(_ bytes: [UInt8], _ cells: (String) -> [String]) -> [UInt8] {
        let rows = lines(bytes).enumerated().map { index, line in
            (["\(index + 1)"] + cells(line)).joined(separator: "\t")
        }
        let head = "TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian"
        let text =
            "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n\nI. MỤC ĐÍCH\n\nNâng cao kết quả.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
        return Array((text + ([head] + rows).joined(separator: "\n") + "\n").utf8)
    }

    /// A document that uses every level of two lists.
    private static let listed: [UInt8] = {
        var xml =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
            + "KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>Kiểm tra công vụ năm 2024</w:t></w:r></w:p>"
        for (index, level) in [0, 1, 2, 2, 1, 0, 3, 4, 5, 6, 7, 8, 0, 1].enumerated() {
            xml +=
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(1 + index % 5 / 4)\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>Kiểm tra công vụ.</w:t></w:r></w:p>"
        }
        return Array((xml + "</w:body></w:document>").utf8)
    }()
}
