import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Lists of a page")
struct HTMLListTests {
    @Test("numbers as browsers print them: start, value, type, nested")
    func numbers() throws {
        let html = """
            <ol start=3><li>a<li value=7>b<li><p>c</p><ol type=a><li>d<li>e</ol><li>f</ol>
            <ol type=I><li>g<li>h<li>i<li>k</ol><ol style="list-style-type:lower-roman"><li>l</ol>
            """
        #expect(
            try page(html) == [
                "3. a", "7. b", "8. c", "a. d", "b. e", "9. f", "I. g", "II. h", "III. i", "IV. k", "i. l",
            ])
    }

    @Test("counting backwards from a start")
    func reversed() throws {
        #expect(try page("<ol reversed start=2><li>a<li>b</ol>") == ["2. a", "1. b"])
        let nested = "<ol class=x reversed><li>a<ul><li>b<li>c</ul><li>d<ol REVERSED=''><li>e</ol></ol><ol><li>f</ol>"
        #expect(try page(nested) == ["2. a", "- b", "- c", "1. d", "1. e", "1. f"])
    }

    @Test("bullets are dashes, once; list-style none prints nothing")
    func bullets() throws {
        #expect(
            try page("<ul><li>a<li>- b<li>– c</ul><ul style='list-style:none'><li>d</ul>") == [
                "- a", "- b", "– c", "d",
            ])
    }

    @Test("letters go on behind z")
    func letters() throws {
        #expect(try page("<ol type=a start=26><li>x<li>y</ol>") == ["z. x", "aa. y"])
    }

    @Test("Google Docs numbers its lists before the items")
    func googleDocs() throws {
        let html = """
            <style>ul.lst-kix_1-0{list-style-type:none}.lst-kix_1-0>li:before{content:"x"}
            .lst-kix_2-1 > li:before{content:"" counter(lst-ctr-2,lower-latin) ". "}
            ol.lst-kix_2-1{list-style-type:none}.c1{font-weight:700}</style>
            <ol class="c9 lst-kix_2-1 start" start="1"><li class="c2"><span class="c1">Một</span></li></ol>
            """
        let read = try ReadPage(html)
        #expect(read.lines == ["a. Một"])
        // A sign looks as the words behind it do.
        #expect(read.bold == ["a. Một"])
    }
}

@Suite("What word processors write")
struct HTMLWordProcessorTests {
    @Test("Word's lists carry their numbers in the text; each is read once")
    func wordLists() throws {
        let html = """
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Một</p>
            <p class=MsoListParagraph><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
            style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><!--[endif]-->Hai</p>
            """
        #expect(try page(html) == ["1. Một", "- Hai"])
    }

    @Test("conditional comments for Word are out, those for others in; its own elements are inline")
    func conditionalComments() throws {
        let html = """
            <!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]--><p class=MsoNormal>Căn cứ<o:p></o:p></p>
            <![if !mso]><p>b</p><![endif]><!--[if !mso]><!--><p>c<o:p>&nbsp;</o:p></p><!--<![endif]-->
            """
        #expect(try page(html) == ["Căn cứ", "b", "c"])
    }

    @Test("a tab of Word is a tab")
    func tabs() throws {
        let html = "<p>Nơi nhận:<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>CHỦ TỊCH</p>"
        #expect(try page(html) == ["Nơi nhận:|CHỦ TỊCH"])
    }

    @Test("footnotes of Word, LibreOffice and Google Docs are raised marks in text and note")
    func footnotes() throws {
        let html = """
            <p>Luật<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span
            style='mso-special-character:footnote'>[1]</span></span></a> này<a class="sdfootnoteanc" name="sdfootnote2anc"
            href="#sdfootnote2sym"><sup>2</sup></a> và<sup><a href="#ftnt3" id="ftnt_ref3">[3]</a></sup> x<a href="#_ftn9">*</a></p>
            <div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1">[1]</a> Sửa đổi</p></div>
            <div id="sdfootnote2"><p><a class="sdfootnotesym" href="#sdfootnote2anc">2</a>Bổ sung</p></div>
            """
        #expect(try page(html) == ["Luật¹ này² và³ x*", "¹ Sửa đổi", "²Bổ sung"])
    }

    @Test("raised digits are note marks, lowered ones are not")
    func raised() throws {
        #expect(
            try page("<p>a<sup>12</sup> m<sup>2</sup> H<sub>2</sub>O <span style='vertical-align:super'>3</span>")
                == ["a¹² m² H2O ³"])
    }

    @Test("what was deleted in tracked changes is left out, what was inserted is read, and both are told")
    func trackedChanges() throws {
        let html = """
            <p>Sửa <span class=msoDel><del cite="mailto:a" datetime="2020">cũ</del></span><span class=msoIns><ins
            cite="mailto:a" datetime="2020">mới</ins></span></p>
            """
        let read = try ReadPage(html)
        #expect(read.lines == ["Sửa mới"])
        #expect(read.diagnostic(.trackedChanges) != nil)
        #expect(try ReadPage("<p>không</p>").diagnostic(.trackedChanges) == nil)
    }

    @Test("of tracked changes the state is read that is asked for; words struck through are deleted ones")
    func revisionViews() throws {
        let html = """
            <p>Hạn <del>tháng 5</del><ins>tháng 6</ins> <s>năm 2023</s> <strike>hoặc</strike> 2024</p>
            <del><p>Bỏ đoạn này.</p></del><p>Sau</p><ins class="adsbygoogle"></ins>
            """
        let final = try ReadPage(html)
        #expect(final.lines == ["Hạn tháng 6 2024", "Sau"])
        #expect(final.diagnostic(.trackedChanges)?.arguments == ["1", "4", "final"])
        let original = try ReadPage(html, view: .original)
        #expect(original.lines == ["Hạn tháng 5 năm 2023 hoặc 2024", "Bỏ đoạn này.", "Sau"])
        #expect(original.diagnostic(.trackedChanges)?.arguments == ["1", "4", "original"])
    }

    @Test("LibreOffice's fonts and fields are inline")
    func libreOffice() throws {
        let html = """
            <p align="center"><font face="Times New Roman, serif"><font size="3"><b>KẾ HOẠCH</b></font></font></p>
            <p><sdfield type=PAGE>1</sdfield> trang</p>
            """
        #expect(try page(html) == ["KẾ HOẠCH", "1 trang"])
    }
}
