#!/usr/bin/env python3
"""Writes samples as PDF files, their tables with ruled lines and without.

    python3 Samples/pages.py            # needs LibreOffice

For each plan of PLANS: NAME.ruled.pdf and NAME.unruled.pdf, set as offices set them: the letterhead in two columns, first lines
indented, page numbers above, the appendix on pages across.
"""
import dataclasses
import html
import pathlib
import re
import subprocess
import tempfile
import zipfile

import forms

FOLDER = pathlib.Path(__file__).parent
PLANS = ("provincial-reform-plan", "commune-plan-2026")
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
# Of A4, in twentieths of a point.
SHORT, LONG = 11906, 16838
TITLES = ("KẾ HOẠCH", "QUYẾT ĐỊNH")


@dataclasses.dataclass(frozen=True)
class Setting:
    """How pages are set; lengths of the page in twentieths of a point, of tables in points."""
    font: str = "Times New Roman"
    left: int = 1701
    right: int = 1134
    edge: int = 1134
    #: Whether annexes stand on pages across.
    across: bool = True
    #: Of a table's letters.
    size: float = 12
    head: float = 12
    #: Where cells stand in their rows.
    place: str = "top"
    align: str = "left"
    #: From line to line in tables, 240 for single.
    line: int = 240
    #: Above and below each paragraph of a cell.
    padding: float = 0
    #: No row is lower.
    height: float = 0
    #: What is ruled: "all", "rows", "none"; and how thick, in eighths of a point.
    borders: str = "all"
    weight: int = 4
    repeats: bool = True
    breaks: bool = True


def run(text, size, setting, bold=False, italic=False):
    font = setting.font
    return (f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
            f'{"<w:b/>" * bold}{"<w:i/>" * italic}<w:sz w:val="{int(2 * size)}"/></w:rPr>'
            f'<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>')


def paragraph(text, setting, align="both", size=14, bold=False, italic=False, indent=0, before=0, after=0, line=276):
    return (f'<w:p><w:pPr><w:spacing w:before="{int(20 * before)}" w:after="{int(20 * after)}" w:line="{line}" '
            f'w:lineRule="auto"/><w:ind w:firstLine="{20 * indent}"/><w:jc w:val="{align}"/></w:pPr>'
            f'{run(text, size, setting, bold, italic)}</w:p>')


def cell(paragraphs, width, span=1, merge=None, place="top"):
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "first" else "<w:vMerge/>"
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}<w:vAlign w:val="{place}"/></w:tcPr>'
            f'{paragraphs}</w:tc>')


def table(widths, rows, borders=""):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")


def columns(sides, width, setting):
    """The letterhead, or the recipients beside who signs."""
    widths = [width * 43 // 100, width * 57 // 100]
    isEnd = sides[0][0].startswith("Nơi nhận")
    cells = ""
    for place, (lines, own) in enumerate(zip(sides, widths)):
        made = ""
        for number, text in enumerate(lines):
            if isEnd and place == 0:
                made += paragraph(text, setting, "left", 12 if number == 0 else 11, number == 0, number == 0, line=240)
            else:
                isPlain = text.startswith("Số") or "ngày" in text
                made += paragraph(
                    text, setting, "center", 13, not isPlain, "ngày" in text, line=240) * (4 if not text else 1)
        cells += cell(made or paragraph("", setting), own)
    return table(widths, f"<w:tr>{cells}</w:tr>") + paragraph("", setting, size=8)


def tasks(header, rows, width, setting):
    shares = [7] + [30 if "vụ" in head else 20 for head in header[1:]]
    widths = [width * share // sum(shares) for share in shares]
    line = lambda side: f'<w:{side} w:val="single" w:sz="{setting.weight}" w:space="0" w:color="000000"/>'
    sides = {"all": ("top", "left", "bottom", "right", "insideH", "insideV"), "rows": ("top", "bottom", "insideH"),
             "none": ()}[setting.borders]
    borders = "<w:tblBorders>" + "".join(map(line, sides)) + "</w:tblBorders>"
    common = "" if setting.breaks else "<w:cantSplit/>"
    if setting.height:
        common += f'<w:trHeight w:val="{int(20 * setting.height)}" w:hRule="atLeast"/>'
    padding = {"before": setting.padding, "after": setting.padding, "line": setting.line}
    made = f"<w:tr><w:trPr>{common}{'<w:tblHeader/>' * setting.repeats}</w:trPr>" + "".join(
        cell(paragraph(head, setting, "center", setting.head, bold=True, **padding), own, place=setting.place)
        for head, own in zip(header, widths)) + "</w:tr>"
    for row in forms.spans(rows, header):
        made += f"<w:tr><w:trPr>{common}</w:trPr>"
        used = 0
        for column, text, span, high in row:
            if column < used:
                continue
            used = column + span
            align = "center" if column == 0 else setting.align
            parts = "".join(paragraph(part, setting, align, setting.size, **padding)
                            for part in ("" if high == 0 else text).split("\n"))
            merge = "first" if high > 1 else "more" if high == 0 else None
            made += cell(parts, sum(widths[column:used]), span, merge, setting.place)
        made += "</w:tr>"
    return table(widths, made, borders) + paragraph("", setting, size=6)


def section(width, height, setting, turn=""):
    return (f'<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
            f'<w:pgMar w:top="{setting.edge}" w:bottom="{setting.edge}" w:left="{setting.left}" w:right="{setting.right}" '
            'w:header="500" w:footer="500"/></w:sectPr>')


def document(sample, setting):
    body = ""
    isAcross = False
    above = ""
    for block in sample.blocks:
        width = (LONG if isAcross else SHORT) - setting.left - setting.right
        if block[0] == "columns":
            body += columns(block[1:], width, setting)
        elif block[0] == "table":
            body += tasks(block[1], block[2], width, setting)
        elif block[0] == "p":
            text = block[2]
            if text.startswith("Phụ lục") and not isAcross and setting.across:
                body += f"<w:p><w:pPr>{section(SHORT, LONG, setting)}</w:pPr></w:p>"
                isAcross = True
            if text.startswith("Phụ lục") or text.isupper():
                body += paragraph(text, setting, "center", bold=True, before=6)
            elif above in TITLES:
                body += paragraph(text, setting, "center", bold=True)
            elif text.startswith("("):
                body += paragraph(text, setting, "center", italic=True)
            else:
                isHead = re.match(r"([IVX]+\.|Điều \d)", text) and len(text) < 90
                body += paragraph(text, setting, bold=bool(isHead), indent=36, before=6)
        above = block[2] if block[0] == "p" else ""
    body += section(LONG, SHORT, setting, ' w:orient="landscape"') if isAcross else section(SHORT, LONG, setting)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'


TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PARTS = {
    "[Content_Types].xml":
        f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{TYPES}header+xml"/></Types>',
    "_rels/.rels":
        f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{RELATIONS}officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels":
        f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId9" Type="{RELATIONS}header" '
        'Target="header1.xml"/></Relationships>',
    "word/header1.xml":
        f'<w:hdr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>',
}


def write(sample, setting, path):
    """Writes a sample as DOCX in a setting."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in PARTS.items():
            package.writestr(part, text)
        package.writestr("word/document.xml", document(sample, setting))


def print_pages(documents, folder):
    """Makes PDF files of documents, by LibreOffice."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir",
             str(folder)] + [str(path) for path in documents], check=True, stdout=subprocess.DEVNULL)


def read(name):
    return forms.Sample((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def main():
    with tempfile.TemporaryDirectory() as work:
        made = []
        for name in PLANS:
            for form, setting in (("ruled", Setting()), ("unruled", Setting(borders="none"))):
                made.append(pathlib.Path(work) / f"{name}.{form}.docx")
                write(read(name), setting, made[-1])
        print_pages(made, FOLDER)


if __name__ == "__main__":
    main()
