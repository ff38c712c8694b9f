"""Word documents: packages that are broken or made to fill the machine, and markup in them that no program writes."""

import io
import struct
import zipfile
import zlib

from . import case, counted, many, repeated
from .word import (CLOSE, DECLARATION, FOOTNOTES, LINES, LINKS, OPEN, R, ROOT, TYPES, W, document, long_document,
                   numbered, numbering, packed, paragraph, part, relationships, whole)

GOOD = document()
SOUND = zipfile.ZipFile(io.BytesIO(GOOD))


def entry_offset(name):
    return SOUND.getinfo(name).header_offset


def directory_offset(name):
    """Where an entry's record stands in the central directory."""
    place = SOUND.start_dir
    while GOOD[place + 46:place + 46 + struct.unpack_from("<H", GOOD, place + 28)[0]] != name.encode():
        place += 46 + sum(struct.unpack_from("<HHH", GOOD, place + 28))
    return place


def patched(*changes):
    file = bytearray(GOOD)
    for offset, form, value in changes:
        struct.pack_into(form, file, offset, value)
    return bytes(file)


def truncated(index):
    @case("zip-truncated-%02d.docx" % index)
    def _():
        return GOOD[:max(5, len(GOOD) * index // 20)]


for _index in range(20):
    truncated(_index)


@case("zip-truncated-by-one.docx")
def _():
    return GOOD[:-1]


@case("zip-wrong-checksum.docx")
def _():
    return patched((directory_offset("word/document.xml") + 16, "<I", 1), (entry_offset("word/document.xml") + 14, "<I", 1))


@case("zip-wrong-bytes.docx")
def _():
    file = bytearray(GOOD)
    start = entry_offset("word/document.xml") + 60
    file[start:start + 40] = b"\xff" * 40
    return bytes(file)


for _name, _offset, _value in (("packed-huge", 20, 0xFFFFFFF0), ("packed-zero", 20, 0), ("unpacked-huge", 24, 0xFFFFFFF0),
                               ("unpacked-zero", 24, 0), ("unpacked-ten", 24, 10), ("place-outside", 42, 0xFFFFFFF0),
                               ("place-of-directory", 42, SOUND.start_dir)):
    def sizes(name, offset, value):
        @case("zip-" + name + ".docx")
        def _():
            return patched((directory_offset("word/document.xml") + offset, "<I", value))
    sizes(_name, _offset, _value)


@case("zip-method-unknown.docx")
def _():
    return patched((directory_offset("word/document.xml") + 10, "<H", 77))


@case("zip-entry-encrypted.docx")
def _():
    return patched((directory_offset("word/document.xml") + 8, "<H", 1), (entry_offset("word/document.xml") + 6, "<H", 1))


@case("zip-end-count-wrong.docx")
def _():
    return patched((len(GOOD) - 12, "<H", 60000), (len(GOOD) - 14, "<H", 60000))


@case("zip-duplicated-entries.docx")
def _():
    return packed(list(whole().items()) + [("word/document.xml", OPEN + paragraph("2. Khác.") + CLOSE)] * 50)


@case("zip-directory-only.docx", refused=True)
def _():
    return b"PK\x03\x04" + b"\0" * 26 + GOOD[SOUND.start_dir:]


@case("zip-empty.docx", refused=True)
def _():
    return b"PK\x05\x06" + b"\0" * 18


@case("zip-comment-garbage.docx")
def _():
    return packed(whole(), comment=b"PK\x05\x06" * 16000)


@case("zip-garbage-before.docx")
def _():
    return b"MZ" + b"\x90" * 1000 + GOOD


@case("zip-garbage-behind.docx")
def _():
    return GOOD + b"PK\x01\x02\0" * 40_000


@case("zip-traversal-names.docx")
def _():
    return packed(list(whole().items()) + [(name, "x") for name in (
        "../../../../tmp/vanban-hostile-escape", "/tmp/vanban-hostile-escape", "..\\..\\escape", "word/../../escape", "a\0b",
        "word/" + "a" * 60000, "", "/")])


@case("zip-many-entries.docx", refused=True)
def _():
    return packed([("e/%d" % n, "") for n in range(100_000)] + list(whole().items()), stored=True)


@case("zip-allowed-entries.docx")
def _():
    return packed([("word/e%d.xml" % n, "") for n in range(19_000)] + list(whole().items()), stored=True)


def bomb(count, declared=None):
    """A package whose document unpacks into so many megabytes of spaces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = bytearray()
    checksum = zlib.crc32(OPEN.encode())
    data += packer.compress(OPEN.encode())
    piece = b" " * (1 << 20)
    for _ in range(count):
        data += packer.compress(piece)
        checksum = zlib.crc32(piece, checksum)
    data += packer.compress(CLOSE.encode())
    checksum = zlib.crc32(CLOSE.encode(), checksum)
    data += packer.flush()
    size = len(OPEN.encode()) + (count << 20) + len(CLOSE)
    return with_document(bytes(data), checksum, min(declared or size, 0xFFFFFFF0))


def with_document(data, checksum, size):
    parts = whole()
    del parts["word/document.xml"]
    rest = packed(parts)
    end = struct.unpack_from("<I", rest, len(rest) - 6)[0]
    name = b"word/document.xml"
    fixed = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0x21, checksum, len(data), size)
    local = b"PK\x03\x04" + fixed + struct.pack("<HH", len(name), 0) + name + data
    record = b"PK\x01\x02" + b"\x14\0" + fixed + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, end) + name
    directory = rest[end:-22] + record
    return rest[:end] + local + directory + b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, len(parts) + 1, len(parts) + 1, len(directory), end + len(local), 0)


@case("zip-bomb-declared.docx", refused=True)
def _():
    return bomb(600)


@case("zip-bomb-hidden.docx")
def _():
    return bomb(many(1000), declared=2000)


@case("zip-bomb-ten-gigabytes-claimed.docx")
def _():
    return bomb(1, declared=0xFFFFFFF0)


@case("zip-bomb-in-styles.docx")
def _():
    return packed(whole() | {"word/styles.xml": repeated(" ", 300_000_000)})


@case("zip-bomb-in-picture.docx")
def _():
    return packed(whole() | {"word/media/image1.png": repeated("\0", 300_000_000)})


@case("zip-bomb-nested.docx", refused=True)
def _():
    inner = packed({"a": repeated("\0", 100_000_000)})
    for _ in range(5):
        inner = packed([("%d.zip" % n, inner) for n in range(10)])
    return inner


@case("zip-overlapping.docx")
def _():
    """All entries are one and the same stretch."""
    name = b"word/document.xml"
    data = zlib.compress((OPEN + CLOSE).encode())[2:-4]
    fixed = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0x21, zlib.crc32((OPEN + CLOSE).encode()), len(data),
                        len((OPEN + CLOSE).encode()))
    local = b"PK\x03\x04" + fixed + struct.pack("<HH", len(name), 0) + name + data
    names = [b"[Content_Types].xml", b"_rels/.rels", name] + [b"word/%d.xml" % n for n in range(10_000)]
    directory = b"".join(b"PK\x01\x02\x14\0" + fixed + struct.pack("<HHHHHII", len(n), 0, 0, 0, 0, 0, 0) + n
                         for n in names)
    return local + directory + b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, len(names), len(names), len(directory), len(local), 0)


@case("zip-zip64.docx")
def _():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in whole().items():
            with package.open(name, "w", force_zip64=True) as target:
                target.write(content.encode())
    return file.getvalue()


@case("zip-zip64-lies.docx")
def _():
    end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 62, 1 << 61)
    return GOOD[:-22] + end + struct.pack("<IIQI", 0x07064B50, 0, len(GOOD) - 22, 1) + b"PK\x05\x06" + b"\xff" * 16 + b"\0\0"


# Parts that are missing or lead elsewhere.

for _part in ("types", "root", "links", "styles", "numbering", "footnotes"):
    def lacking(key):
        @case("part-missing-" + key + ".docx")
        def _():
            return document(paragraph("a", numbered()), **{key: None})
    lacking(_part)


@case("part-missing-document.docx", refused=True)
def _():
    return document(document=None)


for _index, _target in enumerate(("../../etc/passwd", "../../../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd",
                                  "http://127.0.0.1:1/document.xml", "//evil/share", "", "\\\\evil\\x", "%2e%2e/x", "word/",
                                  "a" * 100_000)):
    def leading(index, target):
        @case("links-root-%02d.docx" % index)
        def _():
            return document(root=relationships(("rId1", "officeDocument", target)))

        @case("links-parts-%02d.docx" % index)
        def _():
            return document(paragraph("a", numbered()), links=relationships(
                ("rId1", "styles", target), ("rId2", "numbering", target, True), ("rId3", "footnotes", target)))
    leading(_index, _target)


@case("links-to-itself.docx")
def _():
    return document(links=relationships(*[("rId%d" % n, kind, "document.xml") for n, kind in enumerate(
        ("styles", "numbering", "footnotes", "endnotes", "fontTable", "theme"))]))


@case("links-many.docx")
def _():
    return document(links=relationships(*[("rId%d" % n, "hyperlink", "http://a/%d" % n, True) for n in range(100_000)]))


@case("types-many.docx")
def _():
    return document(types=TYPES.replace("</Types>", "".join(
        '<Override PartName="/w/%d.xml" ContentType="application/xml"/>' % n for n in range(100_000)) + "</Types>"))


# XML.

LAUGHS = "<!DOCTYPE w:document [<!ENTITY l0 'ha'>%s]>" % "".join(
    "<!ENTITY l%d '%s'>" % (n, ("&l%d;" % (n - 1)) * 10) for n in range(1, 10))


def markup(name, content, refused=False):
    @case("xml-" + name + ".docx", refused=refused)
    def _():
        made = content() if callable(content) else content
        return document(document=made)


def prefixed(doctype, body):
    return OPEN.replace(DECLARATION, DECLARATION + doctype) + body + CLOSE


markup("billion-laughs", prefixed(LAUGHS, paragraph("&l9;")))
markup("quadratic-entity", lambda: prefixed(
    "<!DOCTYPE w:document [<!ENTITY a '" + "a" * 50_000 + "'>]>", paragraph("&a;" * 20_000)))
markup("quadratic-entity-in-attribute", lambda: prefixed(
    "<!DOCTYPE w:document [<!ENTITY a '" + "a" * 50_000 + "'>]>", '<w:p w:x="' + "&a;" * 20_000 + '"/>'))
markup("external-entity", prefixed("<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", paragraph("&x;")))
markup("external-parameter", prefixed(
    "<!DOCTYPE w:document [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>", paragraph("a")))
markup("external-dtd", prefixed("<!DOCTYPE w:document SYSTEM 'http://127.0.0.1:1/x.dtd'>", paragraph("a")))
markup("entity-recursive", prefixed("<!DOCTYPE w:document [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>", paragraph("&a;")))
markup("doctype-never-closed", DECLARATION + "<!DOCTYPE w:document [" + "<!ENTITY a 'a'>" * 10_000, refused=True)
markup("nested-elements", lambda: repeated("<w:sdt><w:sdtContent>", 100_000, OPEN))
markup("nested-unknown", lambda: repeated("<x>", 100_000, OPEN))
markup("nested-allowed", lambda: OPEN + "<w:ins>" * 900 + paragraph("a") + "</w:ins>" * 900 + CLOSE)
markup("attributes", lambda: OPEN + "<w:p" + "".join(' w:a%d="1"' % n for n in range(100_000)) + "/>" + CLOSE)
markup("attributes-same", lambda: OPEN + "<w:p" + ' w:a="1"' * 100_000 + "/>" + CLOSE)
markup("attribute-long", lambda: OPEN + '<w:p w:a="' + "a" * 20_000_000 + '"/>' + CLOSE)
markup("name-long", lambda: OPEN + "<w:" + "a" * 20_000_000 + "/>" + CLOSE)
markup("namespaces", lambda: OPEN + "<w:p" + "".join(' xmlns:n%d="u%d"' % (n, n) for n in range(100_000)) + "/>" + CLOSE)
markup("namespaces-nested", lambda: OPEN + "".join('<x xmlns:n%d="u%d">' % (n, n) for n in range(900)) + CLOSE)
markup("namespaces-mixed", OPEN.replace("xmlns:w=", "xmlns:v=").replace("<w:", "<v:").replace("</w:", "</v:") + "</v:body></v:document>")
markup("namespace-default", (OPEN + CLOSE).replace("xmlns:w=", "xmlns=").replace("<w:", "<").replace("</w:", "</"))
markup("namespace-unknown", OPEN.replace(W, "urn:nothing") + CLOSE, refused=True)
markup("namespace-missing", OPEN.replace('xmlns:w="%s"' % W, "") + CLOSE)
markup("nul-bytes", OPEN + paragraph("a\0b" * 1000) + CLOSE)
markup("control-characters", OPEN + paragraph("a\x01&#1;&#xFFFF;&#x110000;") + CLOSE)
markup("invalid-utf8", (OPEN.encode() + paragraph("b").encode().replace(b"b", b"\xff\xc3\xed\xa0\x80") + CLOSE.encode()))
markup("utf16", (OPEN + CLOSE).replace("UTF-8", "UTF-16").encode("utf-16"))
markup("utf16-cut", (OPEN + CLOSE).replace("UTF-8", "UTF-16").encode("utf-16")[:-1])
markup("encoding-unknown", (OPEN + CLOSE).replace("UTF-8", "klingon-9000"))
markup("encoding-lie", (OPEN + CLOSE).replace("UTF-8", "UTF-32"))
markup("unclosed", OPEN)
markup("cut-in-tag", (OPEN + paragraph("a"))[:-9])
markup("ends-crossed", OPEN + "<w:p><w:r><w:t>a</w:p></w:t></w:r>" + CLOSE)
markup("cdata-never-closed", OPEN + "<w:p><w:r><w:t><![CDATA[" + "a" * 100_000)
markup("comment-never-closed", OPEN + "<!-- " + "a" * 100_000)
markup("empty-part", "", refused=True)
markup("not-xml", "Đây không phải XML", refused=True)
markup("html-inside", "<html><body><p>a</p></body></html>", refused=True)
markup("two-roots", OPEN + CLOSE + OPEN[len(DECLARATION):] + CLOSE)
markup("instructions", lambda: repeated("<?a b?>", 300_000, OPEN, CLOSE))


@case("styles-broken.docx")
def _():
    return document(paragraph("a", '<w:pStyle w:val="x"/>'), styles="<w:styles><w:style")


@case("laughs-in-styles.docx")
def _():
    return document(styles=DECLARATION + LAUGHS.replace("w:document", "w:styles") + part("styles", "&l9;")[len(DECLARATION):])


# Word's own markup.

def cell(content, properties=""):
    return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (properties, content)


def table(rows):
    return "<w:tbl>" + rows + "</w:tbl>"


def row(cells):
    return "<w:tr>" + cells + "</w:tr>"


@case("word-grid-span-huge.docx")
def _():
    return document(table("".join(row(cell(paragraph("a"), '<w:gridSpan w:val="%s"/>' % n) + cell(paragraph("b")))
                                  for n in (2147483648, -1, 0, "x", 10 ** 30, 1023))))


@case("word-grid-before-huge.docx")
def _():
    return document(table('<w:tr><w:trPr><w:gridBefore w:val="2147483647"/><w:gridAfter w:val="2147483647"/></w:trPr>'
                          + cell(paragraph("a")) + "</w:tr>"))


@case("word-merge-without-start.docx")
def _():
    return document(table(row(cell(paragraph("a"), "<w:vMerge/>") + cell(paragraph("b"), '<w:vMerge w:val="x"/>')) * 1000))


@case("word-merges-crossed.docx")
def _():
    return document(table(
        row(cell(paragraph("a"), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + cell(paragraph("b"))) +
        row(cell(paragraph("c")) + cell(paragraph("d"), '<w:gridSpan w:val="2"/><w:vMerge/>')) * 500))


@case("word-columns.docx")
def _():
    return document(table(row(cell(paragraph("a")) * 10_000) * 3))


@case("word-columns-allowed.docx")
def _():
    return long_document(repeated(row(cell(paragraph("a")) * 1000), many(200), "<w:tbl>", "</w:tbl>"))


@case("word-rows.docx")
def _():
    return long_document(counted(
        row(cell(paragraph("{0}")) + cell(paragraph("Việc {0}")) + cell(paragraph("Sở Y tế"))), many(50_000),
        "<w:tbl>" + row("".join(cell(paragraph(t)) for t in ("STT", "Nhiệm vụ", "Chủ trì"))), "</w:tbl>"))


@case("word-tables-nested.docx")
def _():
    return document("<w:tbl><w:tr><w:tc>" * 1000 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 1000)


@case("word-tables-nested-allowed.docx")
def _():
    return document("<w:tbl><w:tr><w:tc><w:p/>" * 320 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 320)


@case("word-tables-empty.docx")
def _():
    return long_document(repeated("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tr/><w:tc/>", many(50_000)))


@case("word-tables-many.docx")
def _():
    return long_document(repeated(table(row(cell(paragraph("a")) + cell(paragraph("b")))), many(20_000)))


@case("word-one-paragraph.docx")
def _():
    return long_document(repeated("công tác quản lý nhà nước về chỉ số ", many(100_000_000) // 46, "<w:p><w:r><w:t>",
                                  "</w:t></w:r></w:p>"))


@case("word-runs.docx")
def _():
    return long_document(repeated("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>", many(500_000), "<w:p>", "</w:p>"))


@case("word-breaks.docx")
def _():
    return long_document(repeated("<w:br/>", many(1_000_000), "<w:p><w:r>", "</w:r></w:p>"))


@case("word-tabs.docx")
def _():
    return long_document(repeated("<w:tab/>", many(1_000_000), "<w:p><w:r>", "</w:r></w:p>"))


@case("word-empty-paragraphs.docx")
def _():
    return long_document(repeated("<w:p/>", many(500_000)))


@case("word-style-cycle.docx")
def _():
    return document(paragraph("a", '<w:pStyle w:val="x"/>'), styles=part("styles", "".join(
        '<w:style w:type="paragraph" w:styleId="%s"><w:basedOn w:val="%s"/><w:link w:val="%s"/></w:style>' % (a, b, b)
        for a, b in ("xy", "yz", "zx", "ss"))))


@case("word-style-chain.docx")
def _():
    return long_document(counted(paragraph("a", '<w:pStyle w:val="s{0}"/>'), many(20_000)), styles=part("styles", "".join(
        '<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>' % (n, n + 1)
        for n in range(20_000))))


@case("word-list-cycle.docx")
def _():
    return document(paragraph("a", numbered()), numbering=part("numbering", "".join(
        '<w:abstractNum w:abstractNumId="%d"><w:numStyleLink w:val="%s"/><w:styleLink w:val="%s"/></w:abstractNum>'
        '<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (n, "xy"[1 - n], "xy"[n], n + 1, n) for n in (0, 1))),
        styles=part("styles", "".join(
            '<w:style w:type="numbering" w:styleId="%s"><w:pPr><w:numPr><w:numId w:val="%d"/></w:numPr></w:pPr></w:style>'
            % ("xy"[n], 2 - n) for n in (0, 1))))


@case("word-list-missing.docx")
def _():
    return document("".join(paragraph("a", numbered(level, number)) for level in (0, 9, -1, 10 ** 20, "x")
                            for number in (1, 7, -1, 10 ** 20)),
                    numbering=part("numbering", '<w:num w:numId="1"><w:abstractNumId w:val="99"/></w:num>'))


@case("word-list-signs.docx")
def _():
    levels = [("decimal", t) for t in ("%9", "%10", "%0", "%", "%%", "%1%2%3%4%5%6%7%8%9", "%-1", "%x", "%99999999999")]
    return document("".join(paragraph("a", numbered(n % 9)) for n in range(100)), numbering=numbering(*levels))


@case("word-list-numbers-huge.docx")
def _():
    forms = ("upperRoman", "lowerLetter", "decimalZero", "ordinalText", "cardinalText", "hex", "chicago", "none", "zzz")
    return document("".join(paragraph("a", numbered(n % 9)) for n in range(100)), numbering=numbering(
        *[(f, "%" + str(i + 1)) for i, f in enumerate(forms)]).replace('w:start w:val="1"', 'w:start w:val="2147483647"'))


@case("word-list-letters-long.docx")
def _():
    return document("".join(paragraph("a", numbered()) for _ in range(many(2000))), numbering=numbering(
        ("lowerLetter", "%1" * 1000)).replace('w:start w:val="1"', 'w:start w:val="32767"'))


@case("word-lists-many.docx")
def _():
    return long_document(counted(paragraph("a", numbered(0, "{0}")), many(20_000)), numbering=part("numbering", "".join(
        '<w:abstractNum w:abstractNumId="%d"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl>'
        '</w:abstractNum>' % n for n in range(20_000)) + "".join(
        '<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (n + 1, n) for n in range(20_000))))


@case("word-numbered-paragraphs.docx")
def _():
    return long_document(repeated(paragraph("Nội dung", numbered()), many(100_000)), numbering=numbering(("decimal", "%1.")))


@case("word-fields-never-ended.docx")
def _():
    return long_document(repeated('<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>',
                                  many(50_000)))


@case("word-fields-never-begun.docx")
def _():
    return long_document(repeated('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/>'
                                  '<w:t>a</w:t></w:r></w:p>', many(50_000)))


def boxes(depth):
    opening = "<w:p><w:r><w:pict><w:txbxContent>"
    return opening * depth + paragraph("a") + "</w:txbxContent></w:pict></w:r></w:p>" * depth


@case("word-boxes-nested.docx")
def _():
    return document(boxes(1000))


@case("word-boxes-nested-allowed.docx")
def _():
    return document(boxes(240))


@case("word-boxes-many.docx")
def _():
    return long_document(repeated(boxes(2), many(20_000)))


def notes(*entries):
    return part("footnotes", "".join('<w:footnote w:id="%s">%s</w:footnote>' % entry for entry in entries))


CALL = '<w:r><w:footnoteReference w:id="%s"/></w:r>'


@case("word-note-to-itself.docx")
def _():
    return document("<w:p>" + CALL % 2 + "</w:p>", footnotes=notes(
        (2, "<w:p>" + CALL % 2 + CALL % 3 + "<w:r><w:t>a</w:t></w:r></w:p>"), (3, "<w:p>" + CALL % 2 + "</w:p>")))


@case("word-notes-laughing.docx")
def _():
    return document("<w:p>" + CALL % 2 * 10 + "</w:p>", footnotes=notes(
        *[(n, "<w:p>" + CALL % (n + 1) * 10 + "<w:r><w:t>a</w:t></w:r></w:p>") for n in range(2, 20)]))


@case("word-notes-many.docx")
def _():
    return long_document(counted("<w:p><w:r><w:t>a</w:t></w:r>" + CALL % "{0}" + "</w:p>", many(50_000)),
                         footnotes=notes(*[(n + 1, paragraph("b")) for n in range(many(50_000))]))


@case("word-notes-same.docx")
def _():
    return long_document(repeated("<w:p><w:r><w:t>a</w:t></w:r>" + CALL % 2 + "</w:p>", many(10_000)),
                         footnotes=notes((2, paragraph("b" * 3000))))


@case("word-notes-missing.docx")
def _():
    return document("".join("<w:p>" + CALL % n + "</w:p>" for n in (1, -5, "x", 10 ** 20)))


@case("word-comments.docx")
def _():
    return long_document(counted('<w:p><w:commentRangeStart w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r></w:p>',
                                 many(50_000)))


@case("word-changes-nested.docx")
def _():
    return document("<w:p>" + "<w:ins><w:del>" * 400 + "<w:r><w:delText>a</w:delText></w:r>" + "</w:del></w:ins>" * 400
                    + "</w:p>")


@case("word-alternatives-nested.docx")
def _():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    opening = '<mc:AlternateContent xmlns:mc="%s"><mc:Choice Requires="zz"><w:r/></mc:Choice><mc:Fallback>' % mc
    return document("<w:p>" + opening * 300 + "<w:r><w:t>a</w:t></w:r>" + "</mc:Fallback></mc:AlternateContent>" * 300 + "</w:p>")


@case("word-symbols.docx")
def _():
    return document("<w:p>" + "".join('<w:r><w:sym w:font="Symbol" w:char="%s"/></w:r>' % c for c in (
        "F0B7", "", "ZZZZ", "FFFFFFFFFF", "D800", "0", "-1")) + "</w:p>")


@case("word-paragraphs-in-disorder.docx")
def _():
    return document("<w:p><w:p><w:tc><w:r><w:p><w:tbl><w:t>a</w:t></w:tbl></w:p></w:r></w:tc></w:p></w:p><w:tr><w:t>b</w:t></w:tr>")


@case("word-bar-rows.docx")
def _():
    return long_document(repeated(paragraph("Nội dung 3 | x"), many(50_000)))


@case("word-flat.xml")
def _():
    return ('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
            'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml">'
            "<pkg:xmlData>" + (OPEN + CLOSE)[len(DECLARATION):]).encode()


@case("word-flat-laughs.xml")
def _():
    return (DECLARATION + LAUGHS.replace("w:document", "pkg:package") + '<pkg:package '
            'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml">'
            "<pkg:xmlData>&l9;</pkg:xmlData></pkg:part></pkg:package>").encode()
