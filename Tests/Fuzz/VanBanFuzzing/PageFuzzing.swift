import VanBanPages

/// What poppler writes of pages: their words with boxes, a line of `=`, and the runs of their fonts.
enum PageFuzzing {
    private static let border = Array("\n===\n".utf8)

    /// No letter that stands on a page is lost.
    static func faults(of bytes: [UInt8]) -> [String] {
        let end = bytes.indices.first { bytes[$0...].starts(with: border) } ?? bytes.endIndex
        let output = PageOutput(words: Array(bytes[..<end]), fonts: Array(bytes[end...].dropFirst(border.count)))
        let laid = PageOutput.letters(of: String(decoding: output.text.bytes, as: UTF8.self))
        return laid == output.letters ? [] : ["of \(output.letters) letters on pages \(laid) are in the text"]
    }

    private struct Word {
        var x: Int
        var y: Int
        var text: String

        init(_ x: Int, _ y: Int, _ text: String) {
            self.x = x
            self.y = y
            self.text = text
        }
    }

    static let seeds: [[UInt8]] = {
        var seeds: [[UInt8]] = []
        let row: [Word] = [
            Word(60, 100, "1"), Word(100, 100, "Kiểm"), Word(130, 100, "tra"), Word(300, 100, "Sở"),
            Word(420, 100, "Quý"),
        ]
        seeds.append(page(row))
        let text: [Word] = [
            Word(250, 40, "2"), Word(60, 80, "KẾ"), Word(90, 80, "HOẠCH"), Word(60, 120, "1."), Word(80, 120, "Việc²"),
            Word(60, 800, "1/5"),
        ]
        seeds.append(page(text))
        var table: [Word] = []
        for number in 1...8 {
            let y = 100 + number * 14
            table.append(Word(60, y, String(number)))
            table.append(Word(100, y, "Rà"))
            table.append(Word(300, y, "Sở"))
            table.append(Word(420, y, "Tháng"))
        }
        seeds.append(page(table))
        return seeds
    }()

    private static func page(_ words: [Word]) -> [UInt8] {
        var text = "<page width=\"595\" height=\"842\">\n"
        var runs = "<page number=\"1\" width=\"892\" height=\"1263\">\n<fontspec id=\"0\" family=\"A+Times\"/>\n"
        for word in words {
            let (right, bottom) = (word.x + 25, word.y + 13)
            text += "<word xMin=\"\(word.x)\" yMin=\"\(word.y)\" xMax=\"\(right)\" yMax=\"\(bottom)\">"
            text += word.text + "</word>\n"
            let (top, left) = (word.y * 3 / 2, word.x * 3 / 2)
            runs += "<text top=\"\(top)\" left=\"\(left)\" width=\"38\" height=\"20\" font=\"0\">"
            runs += "<b>" + word.text + "</b></text>\n"
        }
        text += "</page>"
        runs += "</page>\n"
        return Array(text.utf8) + border + Array(runs.utf8)
    }
}
