"""The parts of a Word document, for files that are nearly right."""

import io
import zipfile

from . import HEAD

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TYPES = (
    DECLARATION + '<Types xmlns="' + PACKAGE + 'content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="' + OFFICE + 'document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="' + OFFICE + 'styles+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType="' + OFFICE + 'numbering+xml"/>'
    '<Override PartName="/word/footnotes.xml" ContentType="' + OFFICE + 'footnotes+xml"/></Types>'
)


def relationships(*entries):
    """Each entry: id, kind, target, and true where the target is outside of the package."""
    text = DECLARATION + '<Relationships xmlns="' + PACKAGE + 'relationships">'
    for entry in entries:
        text += '<Relationship Id="%s" Type="%s/%s" Target="%s"%s/>' % (
            entry[0], R, entry[1], entry[2], ' TargetMode="External"' if entry[3:] else "")
    return text + "</Relationships>"


ROOT = relationships(("rId1", "officeDocument", "word/document.xml"))
LINKS = relationships(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
                      ("rId3", "footnotes", "footnotes.xml"))


def paragraph(text, properties=""):
    return "<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>" % (properties and "<w:pPr>%s</w:pPr>" % properties, text)


LINES = "".join(paragraph(line) for line in HEAD.split("\n") if line)
OPEN = DECLARATION + '<w:document xmlns:w="%s" xmlns:r="%s"><w:body>' % (W, R) + LINES
CLOSE = "</w:body></w:document>"


def part(element, content):
    return DECLARATION + '<w:%s xmlns:w="%s">%s</w:%s>' % (element, W, content, element)


STYLES = part("styles", '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>')
NUMBERING = part("numbering", "")
FOOTNOTES = part("footnotes", "")


def whole(body="", **changes):
    """The parts of a document by name; None takes one away."""
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": OPEN + body + CLOSE,
             "word/_rels/document.xml.rels": LINKS, "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING,
             "word/footnotes.xml": FOOTNOTES}
    names = {"types": "[Content_Types].xml", "root": "_rels/.rels", "document": "word/document.xml",
             "links": "word/_rels/document.xml.rels", "styles": "word/styles.xml",
             "numbering": "word/numbering.xml", "footnotes": "word/footnotes.xml"}
    for key, content in changes.items():
        if content is None:
            del parts[names[key]]
        else:
            parts[names[key]] = content
    return parts


def packed(parts, comment=b"", stored=False):
    """A package of parts: a mapping, or pairs, of names and contents; a content may be chunks."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            if isinstance(content, (str, bytes)):
                content = [content]
            with package.open(name, "w") as target:
                for chunk in content:
                    target.write(chunk.encode() if isinstance(chunk, str) else chunk)
        package.comment = comment
    return file.getvalue()


def document(body="", **changes):
    return packed(whole(body, **changes))


def long_document(chunks, **changes):
    """A document whose body is many chunks."""

    def content():
        yield OPEN
        yield from chunks
        yield CLOSE

    return packed(whole(**changes) | {"word/document.xml": content()})


def numbering(*levels, more=""):
    """A definition of numbers with levels of (format, text), and one list that uses it."""
    return part("numbering", '<w:abstractNum w:abstractNumId="0">' + more + "".join(
        '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>' % (i, f, t)
        for i, (f, t) in enumerate(levels)) + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def numbered(level=0, number=1):
    return '<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr>' % (level, number)
