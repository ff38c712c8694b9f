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

    static let seeds: [[UInt8]] = [
        page([[60, 100, "1"], [100, 100, "Kiểm"], [130, 100, "tra"], [300, 100, "Sở"], [420, 100, "Quý I"]]),
        page([
            [250, 40, "2"], [60, 80, "KẾ"], [90, 80, "HOẠCH"], [60, 120, "1."], [80, 120, "Việc²"], [60, 800, "1/5"],
        ]),
        page(
            (0..<8).flatMap { row in
                [
                    [60, 100 + row * 14, row + 1], [100, 100 + row * 14, "Rà soát"],
                    [300, 100 + row * 14, "Sở Nội vụ"],
                    [420, 100 + row * 14, "Tháng 6"],
                ] as [[Any]]
            }),
    ]

    private static func page(_ words: [[Any]]) -> [UInt8] {
        var text = "<page width=\"595\" height=\"842\">\n"
        var runs = "<page number=\"1\" width=\"892\" height=\"1263\">\n<fontspec id=\"0\" family=\"A+Times\"/>\n"
        for word in words {
            guard let x = word[0] as? Int, let y = word[1] as? Int else { continue }
            text += "<word xMin=\"\(x)\" yMin=\"\(y)\" xMax=\"\(x + 25)\" yMax=\"\(y + 13)\">\(word[2])</word>\n"
            runs +=
                "<text top=\"\(y * 3 / 2)\" left=\"\(x * 3 / 2)\" width=\"38\" height=\"20\" font=\"0\"><b>\(word[2])</b></text>\n"
        }
        return Array((text + "</page>").utf8) + border + Array((runs + "</page>\n").utf8)
    }
}
