import Testing
import VanBanModel

@testable import VanBanReading

@Suite("The document among a site's parts")
struct HTMLSiteTests {
    private let document = """
        <p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>QUYẾT ĐỊNH</p><p>Căn cứ Luật này;</p>
        <p>Điều 1. Ban hành.</p><p>Điều 2. Thi hành.</p><p>Nơi nhận:</p>
        """
    private let menu = (1...12).map { "<li><a href='/\($0)'>Mục số \($0) của trang</a></li>" }.joined()

    @Test("menus, forms and lists of links around the document are the site's")
    func around() throws {
        let read = try ReadPage(
            """
            <div class="main-menu"><ul>\(menu)</ul></div><div><div><form>Đăng nhập bằng tài khoản của bạn</form></div>
            <div id=x>\(document)</div><div><p>Xin chào quý khách đến với trang</p></div></div><footer>Địa chỉ cơ quan chủ quản: Hà Nội</footer>
            """)
        #expect(read.own.count == 6)
        #expect(read.site.contains("Xin chào quý khách đến với trang"))
    }

    @Test("a page without menus is all document, links or not")
    func plain() throws {
        let notes = (1...12).map { "<a href='#_ftn\($0)'>[\($0)]</a>" }.joined()
        let read = try ReadPage("<div>\(document)</div><div><p>Bảng kèm theo\(notes)</p></div>")
        #expect(read.site.isEmpty)
    }

    @Test("an appendix in a part of its own belongs to the document")
    func appendix() throws {
        let read = try ReadPage(
            """
            <nav>\(menu)</nav><div><div>\(document)</div><div><p>PHỤ LỤC</p><p>Nhiệm vụ của các sở, ngành</p></div></div>
            """)
        #expect(read.own.suffix(2) == ["PHỤ LỤC", "Nhiệm vụ của các sở, ngành"])
        #expect(read.site.count == 12)
    }

    @Test("the box in which the site describes the document is left to the structure")
    func metadata() throws {
        let read = try ReadPage(
            """
            <nav>\(menu)</nav><div><table><tr><td>Số hiệu:<td>1/QĐ<tr><td>Loại văn bản:<td>Quyết định<tr><td>Người ký:<td>A</table>
            </div><div>\(document)</div>
            """)
        #expect(read.own.first == "Số hiệu:|1/QĐ")
    }

    @Test("a form in the midst of the document is the site's")
    func inside() throws {
        let read = try ReadPage(
            "<nav>\(menu)</nav><div>\(document)<div class='share-box'>Chia sẻ lên mạng xã hội của bạn</div><p>Lưu: VT.</p></div>"
        )
        #expect(read.own.last == "Lưu: VT.")
        #expect(read.site.contains("Chia sẻ lên mạng xã hội của bạn"))
    }
}

@Suite("Limits of a page")
struct HTMLLimitTests {
    @Test("deep nesting loses no text, and is refused beyond the limit")
    func depth() throws {
        let html = String(repeating: "<div>", count: 5_000) + "Căn cứ"
        #expect(try page(html) == ["Căn cứ"])
        var limits = HTMLLimits()
        limits.depth = 1_000
        #expect(throws: ReadingError.tooDeep(limit: 1_000)) { try ReadPage(html, limits: limits) }
    }

    @Test("an element with attributes without end is refused")
    func attributes() throws {
        let html = "<p " + (0..<3_000).map { "a\($0)='<' " }.joined() + ">x</p>"
        #expect(throws: ReadingError.tooManyAttributes(limit: 2_000)) { try ReadPage(html) }
    }

    @Test("end tags that nothing opened, among elements that nothing closes, are refused when they take too long")
    func tangled() throws {
        var limits = HTMLLimits()
        limits.searchedElements = 10_000
        let html = String(repeating: "<font></b>", count: 1_000) + "x"
        #expect(throws: ReadingError.tangledMarkup) { try ReadPage(html, limits: limits) }
    }

    @Test("a file larger than the limit is refused")
    func bytes() throws {
        var limits = HTMLLimits()
        limits.bytes = 10
        #expect(throws: ReadingError.tooLarge(bytes: 12, limit: 10)) { try ReadPage("<p>0123456</", limits: limits) }
    }
}
