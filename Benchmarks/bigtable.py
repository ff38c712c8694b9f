"""The sample's appendix table blown up to any number of task rows, as text, HTML and DOCX."""
import zipfile
from xml.sax.saxutils import escape


def rows(sample, count):
    """The lines before the table, its header's cells, and `count` rows of cells made from its own rows."""
    lines = open(sample, encoding="utf-8").read().split("\n")
    header = next(i for i, line in enumerate(lines) if line.startswith(("TT\t", "STT\t")))
    width = len(lines[header].split("\t"))
    tasks = [line.split("\t")[1:] for line in lines[header:] if line.split("\t")[0].isdigit()]
    tasks = [cells for cells in tasks if len(cells) == width - 1]
    body = [[str(i % 200 + 1)] + tasks[i % len(tasks)] for i in range(count)]
    return lines[:header], lines[header].split("\t"), body


def text(sample, count):
    before, header, body = rows(sample, count)
    return ("\n".join(before + ["\t".join(cells) for cells in [header] + body]) + "\n").encode()


def plain_html(sample, count):
    """A page as it is typed: nothing but elements."""
    before, header, body = rows(sample, count)
    page = ["<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Kế hoạch</title></head><body>\n"]
    page += [f"<p>{escape(line)}</p>\n" for line in before]
    page += ["<table border=\"1\">\n<tr>", *(f"<th>{escape(cell)}</th>" for cell in header), "</tr>\n"]
    for cells in body:
        page += ["<tr>", *(f"<td>{escape(cell)}</td>" for cell in cells), "</tr>\n"]
    page.append("</table>\n</body></html>\n")
    return "".join(page).encode()


def office_html(sample, count):
    """A page as LibreOffice saves it: a paragraph with a font in every cell."""
    before, header, body = rows(sample, count)
    page = [
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">\n<html>\n<head>\n"
        "\t<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n\t<title></title>\n"
        "\t<meta name=\"generator\" content=\"LibreOffice 7.4 (Linux)\"/>\n"
        "\t<style type=\"text/css\">\n\t\t@page { size: 21cm 29.7cm; margin: 2cm }\n"
        "\t\tp { line-height: 115%; margin-bottom: 0.25cm; background: transparent }\n\t</style>\n</head>\n"
        "<body lang=\"vi-VN\" link=\"#000080\" vlink=\"#800000\" dir=\"ltr\">\n"
    ]

    def paragraph(words, align):
        return (
            f"<p align=\"{align}\" style=\"line-height: 100%; margin-bottom: 0cm\">\n"
            f"<font face=\"Times New Roman, serif\"><font size=\"3\" style=\"font-size: 13pt\">"
            f"<span lang=\"vi-VN\">{escape(words)}</span></font></font></p>\n")

    page += [paragraph(line, "justify") for line in before]
    page.append("<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\">\n")
    page += ["\t<col width=\"43*\"/>\n" for _ in header]
    for cells in [header] + body:
        page.append("\t<tr valign=\"top\">\n")
        for index, cell in enumerate(cells):
            page.append(
                "\t\t<td width=\"16%\" style=\"border-top: 1px solid #000000; border-bottom: 1px solid #000000; "
                "border-left: 1px solid #000000; border-right: none; padding: 0.1cm 0cm 0.1cm 0.1cm\">"
                + paragraph(cell, "center" if index == 0 else "left") + "\t\t</td>\n")
        page.append("\t</tr>\n")
    page.append("</table>\n</body>\n</html>\n")
    return "".join(page).encode()


TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>')


def document_xml(sample, count, writer):
    """The main part as Word (`rsid…`, properties in every run) or LibreOffice writes it."""
    before, header, body = rows(sample, count)
    word = writer == "word"
    run = (
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        + ("" if word else "<w:b w:val=\"false\"/><w:bCs w:val=\"false\"/>")
        + '<w:color w:val="000000"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr>')

    def paragraph(words, align, number):
        rsid = f' w:rsidR="00A{number % 0xFFFFF:05X}" w:rsidRPr="00B11B6E"' if word else ""
        ids = f' w14:paraId="{number + 0x1000000:08X}" w14:textId="77777777"' if word else ""
        return (
            f'<w:p{ids}{rsid}><w:pPr>'
            + ("" if word else '<w:pStyle w:val="Normal"/><w:widowControl w:val="false"/>')
            + f'<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/><w:jc w:val="{align}"/>{run}'
            f'</w:pPr><w:r{rsid}>{run}<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>')

    number = 0
    out = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>']
    for line in before:
        out.append(paragraph(line, "both", number))
        number += 1
    out.append('<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>')
    out += ['<w:gridCol w:w="1600"/>' for _ in header]
    out.append("</w:tblGrid>")
    for cells in [header] + body:
        out.append('<w:tr w:rsidR="00A77B3E" w:rsidTr="00B11B6E"><w:trPr/>' if word else "<w:tr><w:trPr></w:trPr>")
        for index, cell in enumerate(cells):
            out.append(
                '<w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/>'
                + ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/>' if word else
                   '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                   '<w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>')
                + "</w:tcPr>" + paragraph(cell, "center" if index == 0 else "left", number) + "</w:tc>")
            number += 1
        out.append("</w:tr>")
    out.append('</w:tbl><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>')
    return "".join(out).encode()


def docx(path, sample, count, writer):
    """Writes a package; gives back its main part."""
    part = document_xml(sample, count, writer)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (
            ("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONSHIPS), ("word/document.xml", part)):
            # A fixed day, so that the bytes are the same every time.
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return part
