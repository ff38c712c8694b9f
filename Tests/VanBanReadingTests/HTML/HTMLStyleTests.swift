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
}
