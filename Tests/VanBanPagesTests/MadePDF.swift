/// A PDF file made of ASCII text and ruled lines, for tests.
struct MadePDF {
    struct Text {
        var words: String
        /// Points from the left and from the top of the page.
        var x: Double
        var y: Double
        var size = 11.0
        var isBold = false
    }

    struct Page {
        var width = 595.0
        var height = 842.0
        var turn = 0
        var texts: [Text] = []
        /// From and to, in points from the top left.
        var lines: [(x1: Double, y1: Double, x2: Double, y2: Double)] = []
        var extra = ""

        /// A table with ruled lines: texts by row and column, set at the upper left of their cells.
        mutating func addTable(
            _ rows: [[String]], columns: [Double], tops: [Double], size: Double = 11, isRuled: Bool = true
        ) {
            for (row, cells) in rows.enumerated() {
                for (column, words) in cells.enumerated() {
                    for (line, part) in words.split(separator: "\n").enumerated() {
                        texts.append(
                            Text(
                                words: String(part), x: columns[column] + 4, y: tops[row] + 12 + Double(line) * 13,
                                size: size))
                    }
                }
            }
            guard isRuled else { return }
            for x in columns { lines.append((x, tops[0], x, tops[tops.count - 1])) }
            for y in tops { lines.append((columns[0], y, columns[columns.count - 1], y)) }
        }

        /// What a page that is turned to be upright is drawn with.
        private var turnedBack: String {
            switch turn {
            case 90: return "0 1 -1 0 \(height) 0 cm\n"
            case 180: return "-1 0 0 -1 \(width) \(height) cm\n"
            case 270: return "0 -1 1 0 0 \(width) cm\n"
            default: return ""
            }
        }

        /// The sides of the sheet before it is turned.
        var sheet: String { turn % 180 == 0 ? "\(width) \(height)" : "\(height) \(width)" }

        var content: String {
            var content = turnedBack + "0.5 w\n"
            for line in lines {
                content += "\(line.x1) \(height - line.y1) m \(line.x2) \(height - line.y2) l S\n"
            }
            for text in texts {
                let words = text.words.map { "()\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
                content +=
                    "BT /F\(text.isBold ? 2 : 1) \(text.size) Tf \(text.x) \(height - text.y) Td (\(words)) Tj ET\n"
            }
            return content + extra
        }
    }

    var pages: [Page]
    /// Added to the trailer's dictionary.
    var trailer = ""

    var bytes: [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.sheet)] /Rotate \(page.turn) "
                    + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents \(6 + 2 * index) 0 R >>")
            let content = page.content
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}
