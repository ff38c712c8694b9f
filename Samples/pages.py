#!/usr/bin/env python3
"""Writes samples as PDF files, their tables with ruled lines and without.

    python3 Samples/pages.py            # needs LibreOffice

For each plan of PLANS: NAME.ruled.pdf and NAME.unruled.pdf, set as offices set them: the letterhead in two columns, first lines
indented, page numbers above, the appendix on pages across.
"""
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
SHORT, LONG, LEFT, RIGHT, EDGE = 11906, 16838, 1701, 1134, 1134
TITLES = ("KẾ HOẠCH", "QUYẾT ĐỊNH")


def run(text, size, bold=False, italic=False):
    return (f'<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
            f'{"<w:b/>" * bold}{"<w:i/>" * italic}<w:sz w:val="{2 * size}"/></w:rPr>'
            f'<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>')


def paragraph(text, align="both", size=14, bold=False, italic=False, indent=0, before=0, line=276):
    return (f'<w:p><w:pPr><w:spacing w:before="{20 * before}" w:after="0" w:line="{line}" w:lineRule="auto"/>'
            f'<w:ind w:firstLine="{20 * indent}"/><w:jc w:val="{align}"/></w:pPr>{run(text, size, bold, italic)}</w:p>')


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


def columns(sides, width):
    """The letterhead, or the recipients beside who signs."""
    widths = [width * 43 // 100, width * 57 // 100]
    isEnd = sides[0][0].startswith("Nơi nhận")
    cells = ""
    for place, (lines, own) in enumerate(zip(sides, widths)):
        made = ""
        for number, text in enumerate(lines):
            if isEnd and place == 0:
                made += paragraph(text, "left", 12 if number == 0 else 11, number == 0, number == 0, line=240)
            else:
                isPlain = text.startswith("Số") or "ngày" in text
                made += paragraph(text, "center", 13, not isPlain, "ngày" in text, line=240) * (4 if not text else 1)
        cells += cell(made or paragraph(""), own)
    return table(widths, f"<w:tr>{cells}</w:tr>") + paragraph("", size=8)


def tasks(header, rows, width, isRuled):
    shares = [7] + [30 if "vụ" in head else 20 for head in header[1:]]
    widths = [width * share // sum(shares) for share in shares]
    line = lambda side: f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if isRuled else ()
    borders = "<w:tblBorders>" + "".join(map(line, sides)) + "</w:tblBorders>"
    made = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(
        cell(paragraph(head, "center", 12, bold=True, line=240), own) for head, own in zip(header, widths)) + "</w:tr>"
    for row in forms.spans(rows, header):
        made += "<w:tr>"
        used = 0
        for column, text, span, high in row:
            if column < used:
                continue
            used = column + span
            align = "center" if column == 0 else "left"
            parts = "".join(paragraph(part, align, 12, line=240) for part in ("" if high == 0 else text).split("\n"))
            made += cell(parts, sum(widths[column:used]), span, "first" if high > 1 else "more" if high == 0 else None)
        made += "</w:tr>"
    return table(widths, made, borders) + paragraph("", size=6)


def section(width, height, turn=""):
    return (f'<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
            f'<w:pgMar w:top="{EDGE}" w:bottom="{EDGE}" w:left="{LEFT}" w:right="{RIGHT}" w:header="500" w:footer="500"/>'
            "</w:sectPr>")


def document(sample, isRuled):
    body = ""
    isAcross = False
    above = ""
    for block in sample.blocks:
        width = (LONG if isAcross else SHORT) - LEFT - RIGHT
        if block[0] == "columns":
            body += columns(block[1:], width)
        elif block[0] == "table":
            body += tasks(block[1], block[2], width, isRuled)
        elif block[0] == "p":
            text = block[2]
            if text.startswith("Phụ lục") and not isAcross:
                body += f"<w:p><w:pPr>{section(SHORT, LONG)}</w:pPr></w:p>"
                isAcross = True
            if text.startswith("Phụ lục") or text.isupper():
                body += paragraph(text, "center", bold=True, before=6)
            elif above in TITLES:
                body += paragraph(text, "center", bold=True)
            elif text.startswith("("):
                body += paragraph(text, "center", italic=True)
            else:
                isHead = re.match(r"([IVX]+\.|Điều \d)", text) and len(text) < 90
                body += paragraph(text, bold=bool(isHead), indent=36, before=6)
        above = block[2] if block[0] == "p" else ""
    body += section(LONG, SHORT, ' w:orient="landscape"') if isAcross else section(SHORT, LONG)
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


def main():
    with tempfile.TemporaryDirectory() as work:
        made = []
        for name in PLANS:
            sample = forms.Sample((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
            for form in ("ruled", "unruled"):
                made.append(pathlib.Path(work) / f"{name}.{form}.docx")
                with zipfile.ZipFile(made[-1], "w", zipfile.ZIP_DEFLATED) as package:
                    for part, text in PARTS.items():
                        package.writestr(part, text)
                    package.writestr("word/document.xml", document(sample, form == "ruled"))
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf", "--outdir",
             str(FOLDER)] + [str(path) for path in made], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
