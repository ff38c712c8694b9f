import Testing
import VanBanPages
import VanBanTools

@testable import VanBanRecognition

@Suite("pictures as pages")
struct PicturePDFTests {
    private static let side = 64

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// A PNG file; its pixels are packed without being made smaller.
    private func png(colorType: UInt8, _ pixel: (_ x: Int, _ y: Int) -> [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<Self.side {
            rows.append(0)
            for x in 0..<Self.side { rows += pixel(x, y) }
        }
        var (low, high) = (1, 0)
        for byte in rows {
            low = (low + Int(byte)) % 65521
            high = (high + low) % 65521
        }
        let count = rows.count
        let packed: [UInt8] =
            [0x78, 0x01, 0x01, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8 & 255)]
            + rows
            + Self.number(high << 16 | low, 4)
        func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
            Self.number(data.count, 4) + Array(kind.utf8) + data + [0, 0, 0, 0]
        }
        let head = Self.number(Self.side, 4) + Self.number(Self.side, 4) + [8, colorType, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head) + chunk("IDAT", packed)
            + chunk("IEND", [])
    }

    /// A TIFF file of pages of black and white, each of two strips: the upper half black.
    private func tiff(pages: Int, next: (Int) -> Int? = { _ in nil }, colors: Int = 0) -> [UInt8] {
        var file: [UInt8] = [0x4D, 0x4D, 0x00, 0x2A] + Self.number(8, 4)
        let strip = Self.side / 2 * Self.side / 8
        let length = 2 + 12 * 8 + 4
        for page in 0..<pages {
            let place = file.count
            let data = place + length + 16
            let entries: [(tag: Int, kind: Int, count: Int, value: Int)] = [
                (256, 4, 1, Self.side), (257, 4, 1, Self.side), (258, 4, 1, 1), (259, 4, 1, 1), (262, 4, 1, colors),
                (273, 4, 2, place + length), (278, 4, 1, Self.side / 2), (279, 4, 2, place + length + 8),
            ]
            file += Self.number(entries.count, 2)
            for entry in entries {
                file +=
                    Self.number(entry.tag, 2) + Self.number(entry.kind, 2) + Self.number(entry.count, 4)
                    + Self.number(entry.value, 4)
            }
            file += Self.number(next(page) ?? (page + 1 < pages ? data + 2 * strip : 0), 4)
            file += Self.number(data, 4) + Self.number(data + strip, 4) + Self.number(strip, 4) + Self.number(strip, 4)
            file += [UInt8](repeating: colors == 0 ? 0xFF : 0, count: strip)
            file += [UInt8](repeating: colors == 0 ? 0 : 0xFF, count: strip)
        }
        return file
    }

    /// What is seen of the pages of what a picture becomes, at four places each: upper left and right, lower left and right.
    private func seen(_ file: [UInt8]) throws -> [[Bool]] {
        let pdf = try #require(PictureReader.pdf(of: file))
        let result = try ToolRun(.pdfPictures, ["-gray", "-r", "36", "in.pdf"], files: ["in.pdf": pdf]).run()
        return GrayImage.pictures(ofPGM: result.output, resolution: 36, most: 1 << 20).map { image in
            [(1, 1), (3, 1), (1, 3), (3, 3)].map { x, y in
                image.pixels[image.height * y / 4 * image.width + image.width * x / 4] < 128
            }
        }
    }

    @Test("what is transparent in a picture is paper", .enabled(if: ExternalTool.pdfPictures.isPresent))
    func transparent() throws {
        let color = png(colorType: 6) { x, _ in [0, 0, 0, x < Self.side / 2 ? 255 : 0] }
        #expect(try seen(color) == [[true, false, true, false]])
        let gray = png(colorType: 4) { _, y in [0, y < Self.side / 2 ? 255 : 0] }
        #expect(try seen(gray) == [[true, true, false, false]])
    }

    @Test(
        "the pages of a TIFF file are pages, its strips below each other",
        .enabled(if: ExternalTool.pdfPictures.isPresent))
    func pages() throws {
        #expect(try seen(tiff(pages: 1)) == [[true, true, false, false]])
        #expect(try seen(tiff(pages: 3, colors: 1)) == Array(repeating: [true, true, false, false], count: 3))
    }

    @Test("a TIFF file whose pages go round, or that is cut, is no picture")
    func hostile() {
        #expect(PictureReader.pdf(of: tiff(pages: 2) { $0 == 1 ? 8 : nil }) == nil)
        let whole = tiff(pages: 2)
        for count in stride(from: 0, to: whole.count, by: 37) {
            #expect(PictureReader.pdf(of: Array(whole.prefix(count))) == nil)
        }
        var large = whole
        large.replaceSubrange(18..<22, with: [0x7F, 0xFF, 0xFF, 0xFF])
        #expect(PictureReader.pdf(of: large) == nil)
    }
}
