import Foundation
import Testing
import VanBanModel
import VanBanPages
import VanBanReading
import VanBanTools

@testable import VanBanRecognition

@Suite("scanned pages")
struct ScanRecognizerTests {
    /// A page of the smallest sample as a picture, made by LibreOffice and poppler.
    private static let picture: [UInt8]? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let folder = try? PrivateFolder(),
            let sample = try? Data(contentsOf: root.appendingPathComponent("Samples/minimal-decision.word.docx")),
            let made = try? ToolRun(
                .office,
                [
                    "-env:UserInstallation=file://" + folder.path(of: "profile"), "--headless", "--convert-to", "pdf",
                    "in.docx",
                ], files: ["in.docx": Array(sample)], limits: ToolLimits(memoryBytes: 3 << 30), folder: folder
            ).run(), made.hasSucceeded,
            let drawn = try? ToolRun(
                .pdfPictures, ["-jpeg", "-gray", "-r", "200", "-f", "1", "-l", "1", "in.pdf", "page"], folder: folder
            ).run(), drawn.hasSucceeded,
            let name = folder.names.first(where: { $0.hasPrefix("page") })
        else { return nil }
        return folder.bytes(of: name, limit: 1 << 24)
    }()

    private func reader() -> FileReader {
        FileReader(further: [PictureReader(PDFReader(recognizer: ScanRecognizer()))])
    }

    @Test("the picture of a page is read with its place on it")
    func picture() throws {
        let picture = try #require(Self.picture)
        #expect(reader().furtherReader(of: picture)?.format == .image)
        let document = try reader().read(picture, name: "trang.jpg")
        #expect(document.source.format == .image)
        #expect(document.source.bytes == picture.count)
        let text = String(decoding: document.text.bytes, as: UTF8.self)
        for words in [
            "Số: 87/QĐ-SNV", "Phú Thọ, ngày 05 tháng 7 năm 2024", "Điều 1. Cử bà Đỗ Thu Hằng", "Trần Văn Lâm",
        ] {
            #expect(text.contains(words))
        }
        let spot = try #require(document.text.pages?.spot(of: 0..<5))
        #expect(spot.page == 1)
        #expect(spot.box[1] < 200)
    }

    @Test("without a recogniser a picture is told to have no text")
    func withoutRecognizer() throws {
        let picture = try #require(Self.picture)
        let reader = FileReader(further: [PictureReader(PDFReader())])
        #expect(throws: ReadingError.noTextLayer) { try reader.read(picture, name: "a") }
    }

    @Test("what is no picture of a known kind is none")
    func others() {
        for bytes: [UInt8] in [[], [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("%PDF-1.4".utf8)] {
            #expect(reader().furtherReader(of: bytes)?.format != .image)
        }
    }
}

@Suite("a page's ink")
struct InkTests {
    /// A page that is drawn with signs: `#` is ink.
    private func page(_ rows: [String]) -> Raster {
        var raster = Raster(width: rows[0].count, height: rows.count, filledWith: 0)
        for (y, row) in rows.enumerated() {
            for (x, sign) in row.enumerated() where sign == "#" { raster.pixels[y * raster.width + x] = 1 }
        }
        return raster
    }

    @Test("patches touch also at their corners")
    func components() throws {
        let found = try #require(InkComponents(of: page(["#..#", ".#.#", "...#"])))
        #expect(found.components.count == 2)
        #expect(found.components[0].area == 2)
        #expect(found.components[1].height == 3)
        #expect(found.runs[found.components[1].runs].count == 3)
    }

    @Test("two arms that meet below are one patch")
    func joined() throws {
        #expect(try #require(InkComponents(of: page(["#.#", "#.#", "###"]))).components.count == 1)
    }

    @Test("worn lines are lines, rows of letters are none")
    func rulings() {
        var ink = Raster(width: 600, height: 300, filledWith: 0)
        for x in 20..<580 where x % 90 > 4 { ink.pixels[100 * 600 + x] = 1 }
        // Letters of strokes three wide, eight apart.
        for y in 150..<180 { for x in 20..<580 where x % 11 < 3 { ink.pixels[y * 600 + x] = 1 } }
        let lines = RuledInk(of: ink)
        #expect(lines.mask.pixels[100 * 600 + 300] == 1)
        #expect(lines.mask.pixels[160 * 600 + 300] == 0)
        #expect(lines.rulings(resolution: 300).count == 1)
        #expect(lines.removed(from: ink).pixels[100 * 600 + 300] == 0)
    }

    @Test("a page that lies askew is set straight")
    func skew() {
        var page = Raster(width: 800, height: 600, filledWith: 255)
        for line in stride(from: 60, to: 560, by: 40) {
            for x in 60..<740 where x % 17 < 9 {
                let y = line + Int((Double(x) * 0.0175).rounded())
                for row in y..<min(600, y + 6) { page.pixels[row * 800 + x] = 0 }
            }
        }
        let angle = Skew.angle(of: PaperTone(of: page).ink(of: page))
        #expect(abs(angle - 1) < 0.11)
        let straight = Skew.straightened(page, by: angle)
        #expect(abs(Skew.angle(of: PaperTone(of: straight).ink(of: straight))) < 0.11)
    }

    @Test("ink on gray paper is told from it")
    func tone() {
        var page = Raster(width: 200, height: 200, filledWith: 150)
        for x in 50..<60 { page.pixels[100 * 200 + x] = 60 }
        let ink = PaperTone(of: page).ink(of: page)
        #expect(ink.pixels.count { $0 == 1 } == 10)
        #expect(PaperTone(of: page).whitened(page).pixels[0] == 255)
    }

    @Test(
        "pictures that lie about their size are none",
        arguments: ["P6 9 9 255 ", "P6 99999999 9 255 a", "P5 1 1 255 a", "P6 1", ""])
    func netpbm(_ file: String) { #expect(Raster(redOfPPM: Array(file.utf8), most: 1000) == nil) }
}

@Suite("words set right")
struct WordRepairTests {
    private func words(_ text: String) -> [RecognizedWord] {
        text.split(separator: " ").map {
            RecognizedWord(text: String($0), left: 0, top: 0, right: 1, bottom: 1, confidence: 90)
        }
    }

    @Test("a blurred second mark is set right by its neighbours and told")
    func marks() {
        let repaired = WordRepair().repaired(words("Kiếm tra công tác của Tố chức"))
        #expect(repaired.map(\.text).joined(separator: " ") == "Kiểm tra công tác của Tổ chức")
        #expect(repaired.map(\.rival) == ["Kiếm", nil, nil, nil, nil, "Tố", nil])
    }

    @Test(
        "what is right stays",
        arguments: ["Báo cáo kết quả thực hiện kế hoạch", "Quý II/2026", "kiếm sống", "ĐIỀU KHOẢN"])
    func right(_ text: String) {
        #expect(WordRepair().repaired(words(text)).map(\.text).joined(separator: " ") == text)
    }

    @Test("dirt beside a word and alone is none of it")
    func dirt() {
        let repaired = WordRepair().repaired(words("'Sở Nội ˆ vụ : - 8.1."))
        #expect(repaired.map(\.text) == ["Sở", "Nội", "vụ", "-", "8.1."])
        #expect(repaired[0].rival == "'Sở")
        #expect(WordRepair().repaired(words("¬= .")).isEmpty)
    }

    @Test("a stroke alone in its cell is a Roman figure")
    func alone() {
        var lines = [words("H"), words("H"), words("tên"), words("|")]
        RomanRepair.repair(&lines, aloneIn: [1, 2, 2, 2])
        #expect(lines.map { $0.map(\.text) } == [["II"], ["H"], ["tên"], []])
        #expect(lines[0][0].rival == "H")
    }

    @Test("of two readings the neighbours choose")
    func choice() {
        var read = words("chuyến đổi số")
        read[0].rival = "chuyển"
        let repaired = WordRepair().repaired(read)
        #expect(repaired[0].text == "chuyển")
        #expect(repaired[0].rival == "chuyến")
    }

    @Test("strokes behind the word for a quarter are Roman figures where others are")
    func quarters() {
        var lines = [words("Quý 1/2026"), words("Quý II1/2026"), words("Quý IV/2026"), words("Quý 12 năm")]
        RomanRepair.repair(&lines)
        #expect(lines.map { $0[1].text } == ["I/2026", "III/2026", "IV/2026", "12"])
        #expect(lines.map { $0[1].rival } == ["1/2026", nil, nil, nil])
        var figures = [words("Quý 1/2026"), words("Quý 2/2026")]
        RomanRepair.repair(&figures)
        #expect(figures[0][1].text == "1/2026")
    }
}
