#!/usr/bin/env python3
"""Writes the samples in the forms that people keep documents in.

    python3 Samples/forms.py            # needs python-docx; with LibreOffice and pdftotext also their forms

For each Samples/NAME.txt:
    NAME.html             a page as a site serves it
    NAME.word.html        as Word saves a page: MsoNormal, mso-list, conditional comments
    NAME.word.docx        as Word writes it: automatic numbering, a real footnote, tracked changes
    NAME.python.docx      by python-docx
    NAME.libreoffice.docx, NAME.libreoffice.html   by LibreOffice, from the page
For the samples with large tables also layouts/NAME.{paragraphs,pipes,cells,aligned}.txt, the last by pdftotext -layout.
"""
import html
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

FOLDER = pathlib.Path(__file__).parent
STAMP = (2026, 1, 1, 0, 0, 0)


class Sample:
    """A text as blocks: ("p", kind, text), ("columns", left, right), ("note", mark, text), ("table", header, rows)."""

    def __init__(self, text):
        self.blocks = []
        groups = [[]]
        for line in text.split("\n"):
            if line.strip():
                groups[-1].append(line.rstrip(" "))
            elif groups[-1]:
                groups.append([])
        groups = [group for group in groups if group]
        index = 0
        while index < len(groups):
            group = groups[index]
            following = groups[index + 1] if index + 1 < len(groups) else []
            if following and following[0].startswith("CỘNG HÒA"):
                self.blocks.append(("columns", group, following))
                index += 2
            elif group[0].startswith("Số: ") and following and "ngày" in following[0]:
                self.blocks.append(("columns", group, following))
                index += 2
            elif group[0].startswith("Nơi nhận"):
                right = []
                index += 1
                while index < len(groups) and len(right) < 4 and not groups[index][0].startswith("ỦY BAN NHÂN DÂN"):
                    if len(groups[index]) > 2 or len(groups[index][0]) > 40 or groups[index][0].startswith("Phụ lục"):
                        break
                    right += groups[index] + [""]
                    index += 1
                self.blocks.append(("columns", group, right[:-1]))
            elif any("\t" in line for line in group):
                first = next(i for i, line in enumerate(group) if "\t" in line)
                self.add_lines(group[:first])
                self.add_table(group[first:])
                index += 1
            else:
                self.add_lines(group)
                index += 1

    def add_lines(self, group):
        paragraphs = []
        for line in group:
            if paragraphs and len(paragraphs[-1].split("\n")[-1]) >= 60 and not re.match(r"[-+(]|[IVX]+\.", line) \
                    and not line.isupper():
                paragraphs[-1] += "\n" + line
            else:
                paragraphs.append(line)
        for text in paragraphs:
            text = text.replace("\n", " ")
            if text[0] in "¹²³":
                self.blocks.append(("note", text[0], text[1:].strip()))
            else:
                self.blocks.append(("p", None, text))

    def add_table(self, lines):
        header = lines[0].split("\t")
        rows = []
        for line in lines[1:]:
            cells = line.split("\t")
            if rows and len(rows[-1]) < len(header):
                rows[-1][-1] += "\n" + cells[0]
                rows[-1] += cells[1:]
            else:
                rows.append(cells)
        self.blocks.append(("table", header, rows))


def is_group(row):
    return sum(1 for cell in row if cell) <= 2 and bool(row[0]) and not any(row[2:])


def spans(rows, header):
    """For each row its cells as (column, text, columns, rows); rows 0 where a cell above covers it."""
    table = [[[column, text, 1, 1] for column, text in enumerate(row)] for row in rows]
    for index, row in enumerate(rows):
        if is_group(row):
            table[index] = [[0, row[0], 1, 1], [1, row[1], len(header) - 1, 1]]
    if "Nội dung" in header[1] and len(header) == 7:
        top = None
        for index, row in enumerate(rows):
            if row[0]:
                top = index
            elif top is not None and not row[1]:
                for column in (0, 1):
                    table[top][column][3] += 1
                    table[index][column][3] = 0
    return table


# --- HTML -------------------------------------------------------------------------------------------------------------

def words(text):
    return html.escape(text, quote=False)


def page(sample, title):
    out = ["<!DOCTYPE html>", '<html lang="vi">', "<head>", '<meta charset="utf-8">', f"<title>{words(title)}</title>",
           "<style>table.data td { border: 1px solid #999 }</style>", "</head>", "<body>"]
    for block in sample.blocks:
        if block[0] == "p":
            out.append(f"<p>{words(block[2])}</p>")
        elif block[0] == "note":
            out.append(f"<p><sup>{'¹²³'.index(block[1]) + 1}</sup> {words(block[2])}</p>")
        elif block[0] == "columns":
            cells = ["".join(f"<p>{words(line)}</p>" if line else "" for line in side) for side in block[1:]]
            out.append("<table><tr>" + "".join(f'<td style="border:none">{cell}</td>' for cell in cells)
                       + "</tr></table>")
        else:
            out.append('<table class="data">')
            out.append("<thead><tr>" + "".join(f"<th>{words(cell)}</th>" for cell in block[1]) + "</tr></thead>")
            out.append("<tbody>")
            for row in spans(block[2], block[1]):
                cells = ""
                for _, text, columns, rows in row:
                    if rows == 0:
                        continue
                    attributes = (f' colspan="{columns}"' if columns > 1 else "") \
                        + (f' rowspan="{rows}"' if rows > 1 else "")
                    cells += f"<td{attributes}>" + "<br>".join(words(part) for part in text.split("\n")) + "</td>"
                out.append(f"<tr>{cells}</tr>")
            out.append("</tbody></table>")
    return "\n".join(out + ["</body>", "</html>", ""])


LABEL = re.compile(r"([IVX]+\.|\d+\.|[a-zđ]\)|[-+])\s+(.*)", re.S)


def word_page(sample, title):
    out = ['<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"'
           ' xmlns="http://www.w3.org/TR/REC-html40">', "<head>",
           '<meta http-equiv=Content-Type content="text/html; charset=utf-8">', "<meta name=Generator "
           'content="Microsoft Word 15">', f"<title>{words(title)}</title>",
           "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->",
           "<style><!-- p.MsoNormal {margin:0cm; font-family:\"Times New Roman\",serif} --></style>", "</head>",
           "<body lang=VI style='tab-interval:36.0pt'>", "<div class=WordSection1>", ""]

    def paragraph(text, style=""):
        found = LABEL.match(text)
        if found and not style:
            return ("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
                    f"style='mso-list:Ignore'>{found.group(1)}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;"
                    f"&nbsp; </span></span><![endif]>{run(found.group(2))}<o:p></o:p></p>")
        return f"<p class=MsoNormal{style}>{run(text)}<o:p></o:p></p>"

    def run(text):
        return "<span lang=VI style='font-size:13.0pt'>" + re.sub(
            "[¹²³]", lambda m: f"<sup>{'¹²³'.index(m.group()) + 1}</sup>", words(text)) + "</span>"

    for block in sample.blocks:
        if block[0] == "p":
            out.append(paragraph(block[2]))
        elif block[0] == "note":
            number = "¹²³".index(block[1]) + 1
            out.append(f"<p class=MsoFootnoteText><span class=MsoFootnoteReference><sup>{number}</sup></span> "
                       f"{words(block[2])}</p>")
        elif block[0] == "columns":
            cells = "".join("<td width=300 valign=top style='border:none'>" + "".join(
                paragraph(line, " align=center style='text-align:center'") if line else
                "<p class=MsoNormal><o:p>&nbsp;</o:p></p>" for line in side) + "</td>" for side in block[1:])
            out.append(f"<table class=MsoNormalTable border=0 cellspacing=0><tr>{cells}</tr></table>")
        else:
            out.append("<table class=MsoTableGrid border=1 cellspacing=0>")
            out.append("<thead><tr>" + "".join(
                f"<td><p class=MsoNormal align=center><b>{run(cell)}<o:p></o:p></b></p></td>" for cell in block[1])
                + "</tr></thead>")
            for row in spans(block[2], block[1]):
                cells = ""
                for _, text, columns, rows in row:
                    if rows:
                        cells += "<td" + (f" colspan={columns}" if columns > 1 else "") \
                            + (f" rowspan={rows}" if rows > 1 else "") + ">" \
                            + "".join(f"<p class=MsoNormal>{run(part) if part else '<o:p>&nbsp;</o:p>'}</p>"
                                      for part in text.split("\n")) + "</td>"
                out.append(f"<tr style='mso-yfti-irow:1'>{cells}</tr>")
            out.append("</table>")
    return "\n".join(out + ["</div>", "</body>", "</html>", ""])


# --- Word -------------------------------------------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Counter:
    """What Word counts for the four levels of the list, to use it only where it gives the label that is printed."""

    def __init__(self):
        self.values = [0, 0, 0]

    def next(self, label):
        level = 0 if re.fullmatch(r"[IVX]+\.", label) else 1 if label[0].isdigit() else 2 if label[-1] == ")" else 3
        if level == 3:
            return 3 if label == "-" else None
        self.values[level] += 1
        self.values[level + 1:] = [0] * (2 - level)
        value = self.values[level]
        shown = [lambda n: ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][n - 1] + ".",
                 lambda n: f"{n}.", lambda n: chr(96 + n) + ")"][level](value)
        return level if shown == label else None


def word_document(sample, name):
    counter = Counter()
    notes = [block for block in sample.blocks if block[0] == "note"]
    changes = iter(range(100, 10_000))

    def runs(text, properties=""):
        out = ""
        for piece in re.split("([¹²³])", text):
            if not piece:
                continue
            if piece in "¹²³":
                number = next(i for i, note in enumerate(notes) if note[1] == piece) + 2
                out += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
                continue
            # Word cuts runs wherever somebody typed again.
            half = len(piece) // 2
            for part in (piece[:half], piece[half:]) if len(piece) > 30 else (piece,):
                out += f'<w:r w:rsidR="00A77B3E">{properties}<w:t xml:space="preserve">{words(part)}</w:t></w:r>'
        return out

    def paragraph(text, counts=True, revised=False):
        properties = ""
        found = LABEL.match(text) if counts else None
        if found:
            level = counter.next(found.group(1))
            if level is not None:
                properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
                text = found.group(2)
        body = runs(text)
        if revised and len(text) > 60:
            cut = text.index(" ", 20)
            body = runs(text[:cut]) \
                + f'<w:del w:id="{next(changes)}" w:author="A" w:date="2026-01-02T00:00:00Z"><w:r><w:delText ' \
                  'xml:space="preserve"> (dự thảo)</w:delText></w:r></w:del>' \
                + f'<w:ins w:id="{next(changes)}" w:author="A" w:date="2026-01-02T00:00:00Z">{runs(text[cut:])}</w:ins>'
        return f'<w:p w:rsidR="00A77B3E"><w:pPr>{properties}<w:jc w:val="both"/></w:pPr>{body}</w:p>'

    def cell(texts, width, span=1, merge=None, counts=False):
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if merge:
            properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>" + ("".join(paragraph(t, counts) if t else "<w:p/>" for t in texts)
                                                         or "<w:p/>") + "</w:tc>"

    body = ""
    for number, block in enumerate(sample.blocks):
        if block[0] == "p":
            if re.match(r"(PHỤ LỤC|KẾ HOẠCH|Phụ lục)", block[2]):
                counter = Counter()
            body += paragraph(block[2], revised=number % 9 == 4)
        elif block[0] == "columns":
            body += '<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/>' \
                    '<w:gridCol w:w="4800"/></w:tblGrid><w:tr>' + "".join(cell(side, 4800) for side in block[1:]) \
                    + "</w:tr></w:tbl>"
        elif block[0] == "table":
            width = 9600 // len(block[1])
            body += '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid>' \
                    + f'<w:gridCol w:w="{width}"/>' * len(block[1]) + "</w:tblGrid>"
            body += "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(cell([c], width) for c in block[1]) + "</w:tr>"
            for row in spans(block[2], block[1]):
                body += "<w:tr>" + "".join(
                    cell(text.split("\n") if rows else [""], width, columns,
                         "restart" if rows > 1 else "continue" if rows == 0 else None)
                    for _, text, columns, rows in row) + "</w:tr>"
            body += "</w:tbl>"
    levels = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-")]
    numbering = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>' for i, (kind, shown) in enumerate(levels))
    footnotes = "".join(
        f'<w:footnote w:id="{i + 2}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {words(note[2])}</w:t></w:r></w:p></w:footnote>'
        for i, note in enumerate(notes))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    wordml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{wordml}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{wordml}.numbering+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{wordml}.footnotes+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels":
        f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/numbering.xml": f'{head}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{numbering}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/footnotes.xml": f'{head}<w:footnotes xmlns:w="{W}">{footnotes}</w:footnotes>',
        "word/document.xml": f'{head}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
    }
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part, STAMP), content.encode(), zipfile.ZIP_DEFLATED)


def python_document(sample, name):
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(12)
    for block in sample.blocks:
        if block[0] == "p":
            document.add_paragraph(block[2])
        elif block[0] == "note":
            document.add_paragraph(block[1] + " " + block[2])
        elif block[0] == "columns":
            table = document.add_table(rows=1, cols=2)
            for target, lines in zip(table.rows[0].cells, block[1:]):
                target.paragraphs[0].text = lines[0]
                for line in lines[1:]:
                    target.add_paragraph(line)
        else:
            section = document.sections[-1]
            if section.orientation != WD_ORIENT.LANDSCAPE:
                heading = []
                for element in reversed(list(document.element.body.iterchildren())):
                    if element.tag.endswith("}p") and len(heading) < 3 and (element.xpath("string(.)") or " ")[0] in "P(D":
                        heading.append(element)
                    elif not element.tag.endswith("}sectPr"):
                        break
                section = document.add_section()
                section.orientation = WD_ORIENT.LANDSCAPE
                section.page_width, section.page_height = section.page_height, section.page_width
                for element in reversed(heading):
                    document.element.body[-1].addprevious(element)
            table = document.add_table(rows=1, cols=len(block[1]), style="Table Grid")
            header = table.rows[0]
            header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            widths = [1.0, 2.8, 6.5, 4.2, 3.6, 4.2, 3.0] if len(block[1]) == 7 else None
            for target, text in zip(header.cells, block[1]):
                target.text = text
            rows = spans(block[2], block[1])
            for row in rows:
                cells = table.add_row().cells
                for column, text, columns, height in row:
                    if height == 0:
                        continue
                    target = cells[column]
                    if columns > 1:
                        target = target.merge(cells[column + columns - 1])
                    parts = text.split("\n")
                    target.paragraphs[0].text = parts[0]
                    for part in parts[1:]:
                        target.add_paragraph(part)
            for index, row in enumerate(rows):
                for column, _, _, height in row:
                    if height > 1:
                        top = table.cell(index + 1, column)
                        merged = top.merge(table.cell(index + height, column))
                        for extra in merged.paragraphs[1:]:
                            if not extra.text:
                                extra._p.getparent().remove(extra._p)
            for row in table.rows:
                for column, target in enumerate(row.cells):
                    if widths:
                        target.width = Cm(widths[column])
                    for paragraph in target.paragraphs:
                        for run in paragraph.runs:
                            run.font.size = Pt(11)
    document.core_properties.created = document.core_properties.modified = __import__("datetime").datetime(2026, 1, 1)
    document.save(name)


# --- Layouts of text --------------------------------------------------------------------------------------------------

def layouts(name, text):
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.count("\t") > 3)
    sample = Sample(text)
    header, rows = next(block[1:] for block in sample.blocks if block[0] == "table")
    head = "\n".join(lines[:first]) + "\n"
    paragraphs = head + "\n\n".join(header) + "\n\n"
    for row in rows:
        cells = row if row[0] else row[2:]
        paragraphs += "".join(part + "\n\n" for cell in cells for part in cell.split("\n"))
    pipes = head + "| " + " | ".join(header) + " |\n|" + "---|" * len(header) + "\n"
    for row in rows:
        pipes += "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |\n"
    folder = FOLDER / "layouts"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.paragraphs.txt").write_text(paragraphs, encoding="utf-8")
    (folder / f"{name}.pipes.txt").write_text(pipes, encoding="utf-8")


class SourceText(html.parser.HTMLParser):
    """A page as programs leave it that take its text: lines end where the page's source was broken, so that the first line
    of a paragraph is short, and a bar stands behind each cell."""

    BLOCKS = {"p", "div", "tr", "td", "th", "h1", "h2", "h3", "li", "br", "table", "hr"}
    FIRST = (20, 35, 14, 50, 28)

    def __init__(self):
        super().__init__()
        self.lines, self.words, self.hidden, self.paragraphs = [], "", 0, 0

    def flush(self):
        words, self.words = self.words.split(), ""
        if not words:
            return
        limit = self.FIRST[self.paragraphs % len(self.FIRST)]
        self.paragraphs += 1
        line = ""
        for word in words:
            if line and len(line) + 1 + len(word) > limit:
                self.lines.append(line)
                line, limit = word, 80
            else:
                line = (line + " " + word).strip()
        self.lines.append(line)

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "script", "head", "title")
        if tag in self.BLOCKS:
            self.flush()
        # Note marks are links in brackets on such pages.
        self.words += "[" if tag == "sup" else ""

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script", "head", "title")
        self.words += "]" if tag == "sup" else ""
        if tag in self.BLOCKS:
            self.flush()
        if tag in ("td", "th"):
            self.lines.append("|")

    def handle_data(self, data):
        if not self.hidden:
            self.words += data.replace("¹", "[1]")


def source_text(page, target):
    reader = SourceText()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.flush()
    target.write_text("\n".join(reader.lines) + "\n", encoding="utf-8")


def office(source, kind, target):
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                              kind, "--outdir", folder, str(source)], capture_output=True)
        found = [p for p in pathlib.Path(folder).iterdir() if p.is_file()]
        if run.returncode or not found:
            sys.exit(f"LibreOffice could not convert {source}: {run.stderr.decode()}")
        target.write_bytes(found[0].read_bytes())


def main():
    for source in sorted(FOLDER.glob("*.txt")):
        text = source.read_text(encoding="utf-8")
        name = source.stem
        sample = Sample(text)
        (FOLDER / f"{name}.html").write_text(page(sample, name), encoding="utf-8")
        (FOLDER / f"{name}.word.html").write_text(word_page(sample, name), encoding="utf-8")
        word_document(sample, FOLDER / f"{name}.word.docx")
        python_document(sample, FOLDER / f"{name}.python.docx")
        office(FOLDER / f"{name}.python.docx", "html:HTML (StarWriter)", FOLDER / f"{name}.libreoffice.html")
        office(FOLDER / f"{name}.word.docx", "docx", FOLDER / f"{name}.libreoffice.docx")
        if sum(line.count("\t") for line in text.split("\n")) > 250:
            layouts(name, text)
            source_text(FOLDER / f"{name}.html", FOLDER / "layouts" / f"{name}.cells.txt")
            with tempfile.TemporaryDirectory() as folder:
                pdf = pathlib.Path(folder) / "a.pdf"
                office(FOLDER / f"{name}.python.docx", "pdf", pdf)
                subprocess.run(["pdftotext", "-layout", pdf, FOLDER / "layouts" / f"{name}.aligned.txt"], check=True)


if __name__ == "__main__":
    main()
