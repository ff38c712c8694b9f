import Testing
import VanBanModel
import VanBanReading
import VanBanTools

@testable import VanBanPages

@Suite("PDF files", .enabled(if: ExternalTool.pdfText.isPresent))
struct PDFReaderTests {
    private func read(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> ReadDocument
    {
        try PDFReader().read(bytes, name: "a.pdf", as: .pdf, for: FileReader(limits: limits))
    }

    private func failure(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
        do throws(ReadingError) { _ = try read(bytes, limits) } catch { return error }
        return nil
    }

    private static let header = ["TT", "Task of the year", "Lead", "Due"]
    private static let columns = [60.0, 90, 300, 420, 540]

    private func sample(shift: Double = 0, turn: Int = 0, scale: Double = 1) -> [UInt8] {
        var first = MadePDF.Page()
        first.texts = [.init(words: "PLAN", x: 280, y: 60, size: 14, isBold: true)]
        first.addTable(
            [Self.header, ["1", "First task", "Office A", "June"], ["2", "Second task that", "Office B", "July"]],
            columns: Self.columns, tops: [400, 430, 470, 790])
        var second = MadePDF.Page()
        second.addTable(
            [Self.header, ["", "goes on here", "", ""], ["3", "Third task", "Office C", "May"]],
            columns: Self.columns.map { $0 + shift }, tops: [60, 90, 120, 160])
        var file = MadePDF(pages: [first, second])
        for index in file.pages.indices {
            file.pages[index].turn = turn
            file.pages[index].width *= scale
            file.pages[index].height *= scale
            for text in file.pages[index].texts.indices {
                file.pages[index].texts[text].x *= scale
                file.pages[index].texts[text].y *= scale
                file.pages[index].texts[text].size *= scale
            }
            file.pages[index].lines = file.pages[index].lines.map {
                ($0.x1 * scale, $0.y1 * scale, $0.x2 * scale, $0.y2 * scale)
            }
        }
        return file.bytes
    }

    private func cells(_ document: ReadDocument) -> [[String]] {
        document.blocks.filter { $0.grid != nil }.map { row in row.cells.map { document.text.string($0) } }
    }

    private static let whole = [
        header, ["1", "First task", "Office A", "June"], ["2", "Second task that goes on here", "Office B", "July"],
        ["3", "Third task", "Office C", "May"],
    ]

    @Test("a table goes on over pages, its head once, a cut row whole")
    func table() throws {
        let document = try read(sample())
        #expect(cells(document) == Self.whole)
        #expect(document.blocks.filter { $0.grid != nil }.map { $0.grid?.isHeader } == [true, false, false, false])
        #expect(document.source.format == .pdf)
    }

    @Test("columns that stand a point or two aside on the next page are the same", arguments: [-2.0, -1, 1, 2])
    func moved(shift: Double) throws { #expect(try cells(read(sample(shift: shift))) == Self.whole) }

    @Test("a page of another size says the same", arguments: [0.7, 1.4])
    func scaled(scale: Double) throws { #expect(try cells(read(sample(scale: scale))) == Self.whole) }

    @Test("a page that is turned says the same, at the same places", arguments: [90, 180, 270])
    func turned(turn: Int) throws {
        let document = try read(sample(turn: turn))
        #expect(cells(document) == Self.whole)
        #expect(document.text.pages == (try read(sample())).text.pages)
    }

    @Test("places are pages and boxes")
    func places() throws {
        let document = try read(sample())
        let pages = try #require(document.text.pages)
        let row = try #require(document.blocks.last { $0.grid != nil })
        let spot = try #require(pages.spot(of: row.range))
        #expect(spot.page == 2)
        #expect(spot.box[0] > 60 && spot.box[0] < 70)
        #expect(spot.box[1] > 115 && spot.box[1] < 135)
        let title = try #require(document.blocks.first)
        #expect(pages.spot(of: title.range)?.page == 1)
        #expect(title.isBold)
    }

    @Test("what is no PDF is not recognised, what only speaks of one neither")
    func recognized() {
        let reader = PDFReader()
        #expect(reader.recognizes(sample()))
        #expect(reader.recognizes([0xEF, 0xBB, 0xBF, 0x0A] + sample()))
        #expect(!reader.recognizes(Array("The mark %PDF-1.4 opens a file.".utf8)))
        #expect(!reader.recognizes([]))
    }

    @Test("a page without text is told, a document of such pages is refused")
    func pictures() throws {
        var page = MadePDF.Page()
        page.extra = "0 0 0 rg 100 300 300 300 re f\n"
        #expect(failure(MadePDF(pages: [page]).bytes) == .noTextLayer)
        var text = MadePDF.Page()
        text.texts = (0..<20).map { .init(words: "Words of a page that has text", x: 70, y: 80 + 20 * Double($0)) }
        let document = try read(MadePDF(pages: [text, page, page]).bytes)
        let told = try #require(document.diagnostics.first { $0.code == .pageWithoutText })
        #expect(told.arguments == ["2–3"])
        #expect(told.severity == .error)
    }

    // MARK: Hostile files

    @Test("a file that is cut, or holds nothing, ends in a reason", arguments: [0.1, 0.3, 0.6, 0.9])
    func truncated(share: Double) {
        let bytes = sample()
        let cut = Array(bytes.prefix(Int(Double(bytes.count) * share)))
        // Poppler repairs what it can; what remains is read, or there is a reason.
        if let failure = failure(cut) {
            #expect([.damaged(part: ReadingError.pdf), .empty, .noTextLayer].contains(failure))
        }
        #expect(failure(Array("%PDF-1.4\n".utf8)) == .damaged(part: ReadingError.pdf))
        #expect(
            failure(Array("%PDF-1.4\n".utf8) + [UInt8](repeating: 0, count: 5000)) == .damaged(part: ReadingError.pdf))
    }

    @Test("pages that hold themselves end in a reason")
    func cyclic() {
        let text = String(decoding: sample(), as: UTF8.self).replacing(
            "/Kids [5 0 R 7 0 R]", with: "/Kids [2 0 R 2 0 R]")
        #expect(failure(Array(text.utf8)) != nil)
    }

    @Test("more pages, and more words, than the limits let through end in that reason")
    func limits() {
        var limits = ReadingLimits()
        limits.pages = 1
        #expect(failure(sample(), limits) == .beyondLimit(.pages, limit: 1))
        limits.pages = 10
        limits.pageWords = 5
        #expect(failure(sample(), limits) == .beyondLimit(.pageWords, limit: 5))
    }

    @Test("a giant page is read within the limits of its picture")
    func giant() throws {
        var page = MadePDF.Page()
        page.width = 14_000
        page.height = 14_000
        page.texts = (0..<80).map { .init(words: "word", x: 100 + 100 * Double($0), y: 7_000, size: 20) }
        #expect(try !read(MadePDF(pages: [page]).bytes).blocks.isEmpty)
    }

    @Test("a page of a million strokes is read, or ends in a reason, within the limits", .timeLimit(.minutes(2)))
    func strokes() throws {
        var page = MadePDF.Page()
        page.texts = (0..<20).map { .init(words: "Words of a page that has text", x: 70, y: 80 + 20 * Double($0)) }
        page.extra = String(repeating: "10 10 m 500 700 l S 20 30 m 400 31 l S\n", count: 500_000)
        let document = try? read(MadePDF(pages: [page]).bytes)
        if let document { #expect(String(decoding: document.text.bytes, as: UTF8.self).contains("Words of a page")) }
    }

    @Test("what a file would run or hold besides its pages is neither run nor read")
    func scripts() throws {
        let script =
            "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
            + "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >>"
        let text = String(decoding: sample(), as: UTF8.self).replacing(
            "<< /Type /Catalog /Pages 2 0 R >>", with: "<< /Type /Catalog /Pages 2 0 R \(script) >>")
        #expect(try cells(read(Array(text.utf8))) == Self.whole)
    }

    @Test("a password ends in that reason")
    func password() {
        var file = MadePDF(pages: [MadePDF.Page(texts: [.init(words: "secret", x: 70, y: 80)])])
        let key = String(repeating: "4F", count: 32)
        file.trailer =
            "/ID [<4F4F4F4F4F4F4F4F4F4F4F4F4F4F4F4F> <4F4F4F4F4F4F4F4F4F4F4F4F4F4F4F4F>] "
            + "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -44 >>"
        #expect(failure(file.bytes) == .encrypted)
    }
}
