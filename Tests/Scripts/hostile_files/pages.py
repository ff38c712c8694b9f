"""Web pages that are broken or made to be slow."""

from . import HEAD, PAGE, case, counted, many, repeated

OPEN = "<html><body>" + PAGE


@case("html-nothing-closed.html")
def _():
    return (OPEN.replace("</p>", "") + "<table><tr><td>a<tr><td>b<ul><li>c<li>d<b>e<i>f<div>g<font>h").encode()


def nested(name, tag, count=100_000):
    @case("html-nested-" + name + ".html")
    def _():
        return repeated(tag, many(count), OPEN, "<p>2. Hết</p>")


nested("divs", "<div>")
nested("tables", "<table><tr><td>", 30_000)
nested("table-tags", "<table>")
nested("fonts", "<font color=red>")
nested("bold", "<b>")
nested("lists", "<ul><li>", 50_000)
nested("ordered-lists", "<ol><li>", 50_000)
nested("quotes", "<blockquote>")
nested("spans", "<span style='font-weight:bold'>")
nested("paragraphs", "<p>")
nested("text-in-divs", "<div>a ")
nested("definition-lists", "<dl><dd>a", 50_000)
nested("sections-with-class", "<section class='menu content'>")
nested("superscripts", "<sup>1")


@case("html-nested-and-closed.html")
def _():
    for part in repeated("<div>", many(100_000), OPEN):
        yield part
    yield from repeated("</div>", many(100_000), "a")


@case("html-million-levels.html")
def _():
    return repeated("<div>", many(1_000_000), OPEN)


@case("html-ends-without-beginning.html")
def _():
    for part in repeated("<div>", many(30_000), OPEN):
        yield part
    yield from repeated("</span></p></td>", many(30_000))


@case("html-misnested.html")
def _():
    return repeated("<b><i></b></i><p><font></p>a</font>", many(30_000), OPEN)


@case("html-colspan-huge.html")
def _():
    return repeated("<tr><td colspan=2147483648>a<td colspan=-5>b<td colspan=0>c<td colspan=99999999999999999999>d",
                    many(1000), OPEN + "<table>")


@case("html-rowspan-huge.html")
def _():
    return repeated("<tr><td rowspan=2147483648>a<td rowspan=-1>b<td rowspan=0>c", many(1000), OPEN + "<table>")


@case("html-spans-both.html")
def _():
    return repeated("<tr><td rowspan=65534 colspan=1000>a", many(1000), OPEN + "<table>")


@case("html-spans-overlapping.html")
def _():
    return repeated("<tr><td>a<td rowspan=3>b<tr><td colspan=3>c<td>d", many(20_000), OPEN + "<table>")


@case("html-wide-table.html")
def _():
    return repeated("<td>a", many(100_000), OPEN + "<table><tr>")


@case("html-long-table.html")
def _():
    return counted("<tr><td>{0}<td>Nhiệm vụ {0}<td>Sở Nội vụ<td>Quý I", many(50_000),
                   OPEN + "<table><tr><th>STT<th>Nhiệm vụ<th>Chủ trì<th>Thời gian")


@case("html-many-tables.html")
def _():
    return repeated("<table><tr><th>STT<th>Nhiệm vụ<th>Chủ trì<tr><td>1<td>a<td>Sở Y tế</table>", many(20_000), OPEN)


@case("html-rows-unequal.html")
def _():
    return ((OPEN + "<table>").encode(), *(b"<tr>" + b"<td>a" * (n % 300) for n in range(many(3000))))


@case("html-attributes.html")
def _():
    return counted(" a{0}=1", many(1_000_000), OPEN + "<p", ">a</p>")


@case("html-attributes-same.html")
def _():
    return repeated(" a=1", many(1_000_000), OPEN + "<p", ">a</p>")


@case("html-attribute-long.html")
def _():
    return repeated("a", many(30_000_000), OPEN + "<p title='", "'>a</p>")


@case("html-attribute-open.html")
def _():
    return repeated("<p>a</p>", many(1_000_000), OPEN + "<p title='")


@case("html-style-long.html")
def _():
    return repeated("font-weight:bold;", many(1_000_000), OPEN + "<p style='", "'>a</p>")


@case("html-style-rules.html")
def _():
    return counted(".c{0} {{ font-weight: bold }}\n", many(50_000), "<html><head><style>",
                   "</style></head><body>" + PAGE)


@case("html-style-rules-times-elements.html")
def _():
    yield from counted(".c{0} {{ font-weight: bold }}\n", many(10_000), "<html><head><style>",
                       "</style></head><body>" + PAGE)
    yield from counted("<p class='c{0} c1 c2'>a</p>", many(10_000))


@case("html-classes-long.html")
def _():
    return counted("c{0} ", many(300_000), OPEN + "<p class='", "'>a</p>")


@case("html-one-paragraph.html")
def _():
    return repeated("công tác quản lý nhà nước về chỉ số ", many(100_000_000) // 46, OPEN + "<p>", "</p>")


@case("html-breaks.html")
def _():
    return repeated("<br>", many(1_000_000), OPEN)


@case("html-breaks-with-text.html")
def _():
    return repeated("a<br>\n", many(300_000), OPEN)


@case("html-entities.html")
def _():
    return repeated("&amp;&#7857;&nbsp;&zwnj;&bogus;&#x110000;&#0;&#xD800;", many(100_000), OPEN)


@case("html-entity-long.html")
def _():
    return repeated("a", many(1_000_000), OPEN + "&", ";")


@case("html-billion-laughs.html")
def _():
    names = "".join('<!ENTITY l%d "%s">' % (n, ("&l%d;" % (n - 1)) * 10) for n in range(1, 10))
    return ('<!DOCTYPE html [<!ENTITY l0 "ha">%s]>' % names + OPEN + "&l9;").encode()


@case("html-external-entity.html")
def _():
    return ('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OPEN + "&x;").encode()


@case("html-nul-bytes.html")
def _():
    return repeated("<p>a\0b</p\0>", many(50_000), OPEN)


@case("html-charset-unknown.html")
def _():
    return ("<html><head><meta charset='klingon-9000'></head><body>" + PAGE).encode()


@case("html-charset-utf7.html")
def _():
    return b"<html><head><meta charset=utf-7></head><body>" + PAGE.encode("utf-7")


@case("html-charset-lie-16.html")
def _():
    return ("<html><head><meta charset=utf-16></head><body>" + PAGE).encode()


@case("html-charset-lie-latin.html")
def _():
    return ("<html><head><meta charset=iso-8859-1><meta charset=big5></head><body>" + PAGE).encode()


@case("html-charset-long.html")
def _():
    return repeated("x", many(1_000_000), "<html><head><meta charset='", "'></head><body>" + PAGE)


@case("html-utf16-cut.html")
def _():
    return b"\xff\xfe" + OPEN.encode("utf-16-le")[:-1]


@case("html-invalid-utf8.html")
def _():
    return repeated(b"<p>\xff\xfe\xc3\xed\xa0\x80</p>", many(50_000), OPEN)


def unclosed(name, opening, filling="a < b ' \" ", count=1_000_000):
    @case("html-unclosed-" + name + ".html")
    def _():
        return repeated(filling, many(count), OPEN + opening)


unclosed("script", "<script>")
unclosed("style", "<style>")
unclosed("comment", "<!-- ")
unclosed("comment-dashes", "<!--", "--!-- ")
unclosed("cdata", "<![CDATA[")
unclosed("conditional", "<!--[if gte mso 9]>", "<xml><o:p>a</o:p>", 100_000)
unclosed("revealed-conditional", "<![if !supportLists]>", "a <![if x]>", 100_000)
unclosed("textarea", "<textarea>")
unclosed("title", "<title>")
unclosed("instruction", "<?xml ")
unclosed("tag", "<p ")
unclosed("tags", "", "<", 1_000_000)
unclosed("end-tags", "", "</", 1_000_000)
unclosed("comments", "", "<!-- <!", 300_000)
unclosed("scripts", "", "<script><script>", 100_000)
unclosed("declarations", "", "<!", 500_000)


@case("html-comments.html")
def _():
    return repeated("<!-- a --><!--[if mso]>b<![endif]-->", many(100_000), OPEN)


@case("html-list-numbers.html")
def _():
    return repeated("<li value=99999999999999999999>a<li value=-2147483649>b", many(50_000), OPEN + "<ol start=1e99>")


@case("html-roman-list.html")
def _():
    return repeated("<li>a", many(50_000), OPEN + "<ol type=I start=3999>")


@case("html-links.html")
def _():
    return counted("<a href='/van-ban/{0}'>Văn bản {0}</a> ", many(50_000), OPEN)


@case("html-menus.html")
def _():
    return repeated("<div class=menu><ul><li><a href='/'>Trang chủ</a></ul></div>", many(20_000), OPEN)


@case("html-foreign.html")
def _():
    return repeated("<svg><math><mi>a</mi><foreignObject><p>b", many(20_000), OPEN)


@case("html-frames.html")
def _():
    return repeated("<frameset><iframe src='file:///etc/passwd'><object>", many(20_000), OPEN)


@case("html-blank-then-page.html")
def _():
    return repeated(" \n", many(1_000_000), "", OPEN)


@case("html-empty-body.html", refused=True)
def _():
    return b"<html><body></body></html>"


@case("html-bar-rows.html")
def _():
    return repeated("<p>Nội dung 3 | x</p>", many(50_000), OPEN)
