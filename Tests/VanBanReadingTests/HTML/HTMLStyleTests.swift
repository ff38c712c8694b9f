import Testing

@testable import VanBanReading

/// What style sheets hide.
@Suite("Style sheets of a page")
struct HTMLStyleTests {
    @Test(
        "a rule applies by element, classes, id, and by what stands around",
        arguments: [
            ".an", "p.an", ".chu.an", "p.chu.an", "#x", "div .an", "div p", "div > .an", ".khung p.an", "div.khung > p",
            "body div .chu", "* .an", ".khac, .an", "@media screen { .an",
        ])
    func hides(selector: String) throws {
        let html = "<style>\(selector) { display: none }</style><div class=khung><p class='chu an' id=x>ẩn</div><p>hiện"
        #expect(try page(html) == ["hiện"])
    }

    @Test(
        "a rule that asks for something else does not",
        arguments: [
            ".anh", "td.an", ".chu.khac", "#y", "table .an", "body > .an", ".an p", ".an:hover", ".an + p",
            ".an[hidden]",
            "@media print { .an", "div > b > .an",
        ])
    func shows(selector: String) throws {
        let html =
            "<style>\(selector) { display: none }</style><div class=khung><p class='chu an' id=x>đây</div><p>hiện"
        #expect(try page(html) == ["đây", "hiện"])
    }

    @Test("of several rules the one that asks for more wins, the later one of equals, and the important one over all")
    func cascade() throws {
        func shows(_ sheet: String, style: String = "") throws -> Bool {
            try page("<style>\(sheet)</style><p class='a b' id=i style='\(style)'>x</p><p>y") == ["x", "y"]
        }
        #expect(try shows(".a{display:none} p.a{display:block}"))
        #expect(try shows("p.a{display:block} .a{display:none}"))
        #expect(try !shows(".b{display:block} .a{display:none}"))
        #expect(try shows(".a.b{display:none} #i{display:block}"))
        #expect(try shows(".a{display:none}", style: "display:block"))
        #expect(try !shows(".a{display:none !important}", style: "display:block"))
        #expect(try shows(".a{display:none !important}", style: "display:block ! important"))
        #expect(try !shows("#i{display:none!important} .a.b{display:block}"))
    }

    @Test(
        "words out of sight are not read",
        arguments: [
            "display:none", "visibility:hidden", "font-size:0", "font-size: 0px", "font: 0/0 a",
            "position:absolute;left:-9999px", "position: fixed; top: -1000em", "text-indent:-9999px",
            "position:absolute;clip:rect(0,0,0,0)", "width:1px;height:1px;overflow:hidden", "margin-left:-99999px",
            "position:absolute;clip-path:inset(50%)",
        ])
    func outOfSight(style: String) throws {
        #expect(try page("<p>Sở <span style='\(style)'>mã <b>12</b></span>Nội vụ") == ["Sở Nội vụ"])
    }

    @Test(
        "words in sight are",
        arguments: [
            "font-size:0.9em", "left:-9999px", "position:absolute;left:-3px", "width:1px", "overflow:hidden",
            "text-indent:-20px", "margin-left:-18.0pt", "visibility:visible", "width:1%;overflow:hidden", "clip:auto",
        ])
    func inSight(style: String) throws {
        #expect(try page("<p>Sở <span style='\(style)'>mã</span>") == ["Sở mã"])
    }

    @Test("what is seen within something unseen is read")
    func seenAgain() throws {
        let html = """
            <div style="font-size:0"><span style="font-size:14px">Một</span> không <i style="font-size:12pt">hai</i></div>
            <div style="visibility:hidden">không <b style="visibility:visible">ba</b></div>
            """
        #expect(try page(html).joined(separator: " ") == "Mộthai ba")
    }
}

@Suite("Declarations within a page")
struct HTMLDeclarationTests {
    @Test("a comment of two or three dashes is whole", arguments: ["<!-->", "<!--->", "<!---->", "<!-- x --!>"])
    func shortComments(comment: String) throws {
        #expect(try page("<p>Điều 1.</p>\(comment)<p>Điều 2.</p>") == ["Điều 1.", "Điều 2."])
    }

    @Test(
        "what stands among choices closes and opens nothing around them",
        arguments: [
            "<!DOCTYPE html>", "<plaintext>", "<p>", "</p>", "<table><tr><td>", "</div>", "<option>a</option>", "<b>",
        ])
    func choices(inner: String) throws {
        #expect(try page("<div><p>Một</p><select>\(inner)</select><p>Hai</p></div>") == ["Một", "Hai"])
    }

    @Test("choices without an end hide nothing")
    func openChoices() throws {
        #expect(try page("<p>Một</p><form><select><option>a</form><p>Hai</p>").last == "Hai")
    }

    @Test("a type of document in its midst is passed over")
    func types() throws {
        #expect(try page("<!-- x --><!DOCTYPE html><p>Một</p><!DOCTYPE html><p>Hai</p>") == ["Một", "Hai"])
    }

    // MARK: Selectors

    private static let rows = """
        <table class=bang><tr class=dau><td>đầu<tr data-loai="nhap ban" lang=vi-VN><td>một<tr class="an x"><td>hai\
        <tr class=cuoi><td>ba</table>
        """

    @Test(
        "selectors ask for attributes, places, elements before and after, and what an element is not",
        arguments: [
            ("tr[data-loai]", "một"), ("tr[data-loai='nhap ban']", "một"), ("[data-loai~=ban]", "một"),
            ("[data-loai^=nha]", "một"), ("[data-loai$=an]", "một"), ("[data-loai*='p b']", "một"),
            ("[data-loai='NHAP BAN' i]", "một"), ("[lang|=vi]", "một"), (".bang > tbody > tr.an", "hai"),
            (".bang > tr.an", "hai một ba đầu"), ("tr:nth-child(2)", "một"), (".bang tr:nth-child(2n + 4)", "ba"),
            ("tr:first-child", "đầu"), ("tr:last-child", "ba"), ("tr:nth-last-child(2)", "hai"),
            ("tr:nth-of-type(3)", "hai"), ("tr:last-of-type", "ba"), ("tr.dau + tr", "một"),
            (".an ~ tr", "ba"), ("tr:is(.an, .khac)", "hai"), ("table :where(.x)", "hai"),
            ("tr[data-loai]:not(.an)", "một"), ("tr:not(.dau, .cuoi, [data-loai])", "hai"),
            ("tr:not(:first-child):not([class])", "một"), ("tr.\\61n", "hai"),
        ])
    func selectors(selector: String, hidden: String) throws {
        let all = ["đầu", "một", "hai", "ba"]
        let shown = hidden.contains(" ") ? all : all.filter { $0 != hidden }
        #expect(try page("<style>\(selector){display:none}</style>\(Self.rows)") == shown)
    }

    @Test("a sheet behind what it is of applies as well, and so does one of several at-rules")
    func wholeSheets() throws {
        #expect(try page("<p class=an>ẩn</p><p>hiện</p><style>.an{display:none}</style>") == ["hiện"])
        for rule in [
            "@media all and (min-width:1px)", "@media only screen", "@media print, screen", "@supports (display:grid)",
            "@layer a", "@media not print",
        ] {
            #expect(try page("<style>\(rule){.an{display:none}}</style><p class=an>ẩn<p>hiện") == ["hiện"], "\(rule)")
        }
        for rule in ["@media print", "@media (max-width: 600px)", "@supports not (display:grid)", "@media not all"] {
            #expect(try page("<style>\(rule){.an{display:none}}</style><p class=an>đây<p>hiện") == ["đây", "hiện"])
        }
        #expect(try page("<style media=print>.an{display:none}</style><p class=an>đây<p>hiện") == ["đây", "hiện"])
        #expect(try page("<style>.an{/* x */display:/* y */none}</style><p class=an>ẩn<p>hiện") == ["hiện"])
    }

    @Test(
        "what is not understood is read and told",
        arguments: [
            ".an:has(b)", "p:lang(vi)", ".an:nth-child(x)", "p:unknown(1)",
        ])
    func unsure(selector: String) throws {
        let html = "<style>\(selector){display:none}</style><p class=an>đây <b>chữ</b></p><p>hiện"
        let read = try HTMLReader().read(Array(html.utf8), name: "a.html")
        #expect(read.text.string(0..<read.text.bytes.count).contains("đây chữ"))
        #expect(read.diagnostics.contains { $0.code == .uncertainSiteText })
    }

    @Test(
        "elements that are closed, faint or without room are not read",
        arguments: [
            "<dialog>ẩn</dialog>", "<div popover>ẩn</div>", "<div style='max-height:0;overflow:hidden'>ẩn</div>",
            "<span style='opacity:0;position:absolute'>ẩn</span>", "<p style='content-visibility:hidden'>ẩn</p>",
        ])
    func closed(element: String) throws { #expect(try page("<p>một</p>\(element)<p>hai") == ["một", "hai"]) }

    @Test("letters that were escaped twice are letters")
    func escapedTwice() throws {
        #expect(
            try page("<p>Sở T&amp;agrave;i ch&amp;iacute;nh, Sở NN&amp;amp;MT, v&amp;#224;, A&amp;B") == [
                "Sở Tài chính, Sở NN&MT, và, A&B"
            ])
    }
}
