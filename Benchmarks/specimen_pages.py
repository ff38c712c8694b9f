"""Pages of specimens: a plan as a DOCX as word processors write it, which LibreOffice makes a PDF of.

Page size and margins, typeface and size, widths and borders of columns, heads of one and two rows with merged cells,
where cells stand in their rows, repeated heads, page numbers and whether rows break over pages are drawn from the plan's
own numbers.
"""
import zipfile
from xml.sax.saxutils import escape

TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
PARTS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="f1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"""
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SHARES = {"number": (4, 6), "group": (9, 14), "task": (24, 40), "outputs": (12, 20), "lead": (10, 18), "coordinating": (12, 22),
          "deadline": (9, 15), "note": (7, 10), "funding": (7, 11)}


class Pages:
    """How a plan's pages look."""

    def __init__(self, pick, roles):
        self.landscape = pick.random() < 0.55
        self.width, self.height = (16838, 11906) if self.landscape else (11906, 16838)
        self.margin = pick.choice([850, 1134, 1418])
        self.font = pick.choice(["Times New Roman", "Times New Roman", "Times New Roman", "Arial"])
        self.size = pick.choice([20, 22, 24, 26])
        self.ruled = pick.random() < 0.8
        self.centred = pick.random() < 0.45
        self.aligned = {role: pick.choice(["left", "left", "both", "center"]) for role in roles}
        self.aligned.update(task=pick.choice(["both", "left"]), number="center", outputs=pick.choice(["left", "both", "center"]))
        self.repeats = pick.random() < 0.75
        self.breaks = pick.random() < 0.6
        self.numbers = pick.choice(["header", "footer", None])
        self.boldheads = pick.random() < 0.8
        self.titles = pick.choice(["wide", "wide", "task"])
        self.padding = pick.choice([0, 60, 60, 120])
        shares = [pick.uniform(*SHARES[role]) for role in roles]
        inner = self.width - 2 * self.margin
        self.widths = [int(inner * share / sum(shares)) for share in shares]


def run(text, pages, bold=False, size=None):
    mark = "<w:b/>" if bold else ""
    return (f'<w:r><w:rPr><w:rFonts w:ascii="{pages.font}" w:hAnsi="{pages.font}" w:cs="{pages.font}"/>{mark}'
            f'<w:sz w:val="{size or pages.size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def paragraph(text, pages, align="left", bold=False, padding=0, size=None):
    return (f'<w:p><w:pPr><w:spacing w:before="{padding}" w:after="{padding}"/><w:jc w:val="{align}"/></w:pPr>'
            + (run(text, pages, bold, size) if text else "") + "</w:p>")


def cell(text, width, pages, align="left", bold=False, span=1, merge=None, middle=None):
    middle = pages.centred if middle is None else middle
    inside = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        inside += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        inside += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    if middle:
        inside += '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{inside}</w:tcPr>{paragraph(text, pages, align, bold, pages.padding)}</w:tc>"


def row(cells, pages, head=False):
    inside = ("" if pages.breaks else "<w:cantSplit/>") + ("<w:tblHeader/>" if head and pages.repeats else "")
    return f"<w:tr><w:trPr>{inside}</w:trPr>{''.join(cells)}</w:tr>"


def head_rows(plan, pages):
    def own(role, width, merge=None, text=None, span=1):
        return cell(plan.heads[role] if text is None else text, width, pages, "center", pages.boldheads, span, merge, middle=True)
    roles, widths = plan.roles, pages.widths
    pair = [index for index, role in enumerate(roles) if role in ("lead", "coordinating")]
    if not plan.over or len(pair) < 2 or pair[1] != pair[0] + 1:
        return [row([own(role, width) for role, width in zip(roles, widths)], pages, head=True)]
    upper, lower = [], []
    for index, (role, width) in enumerate(zip(roles, widths)):
        if index == pair[0]:
            upper.append(own(role, width + widths[index + 1], text=plan.over, span=2))
            lower.append(own(role, width))
        elif index == pair[1]:
            lower.append(own(role, width))
        else:
            upper.append(own(role, width, merge="restart"))
            lower.append(own(role, width, merge="on", text=""))
    return [row(upper, pages, head=True), row(lower, pages, head=True)]


def merge_of(plan, index, role):
    """Where a row's cell stands in one that is merged over several rows."""
    def covered(place):
        if not 0 <= place < len(plan.rows) or "cells" not in plan.rows[place]:
            return False
        if role in ("group", "number") and plan.grouping == "field":
            return not plan.rows[place]["first"]
        return role in plan.rows[place].get("covered", ())
    return "on" if covered(index) else "restart" if covered(index + 1) else None


def body_rows(plan, pages):
    for index, printed in enumerate(plan.rows):
        if "title" in printed:
            first, rest = pages.widths[0], sum(pages.widths[1:])
            place = plan.roles.index("task")
            if pages.titles == "wide":
                cells = [cell(printed["label"], first, pages, "center", True),
                         cell(printed["title"], rest, pages, "left", True, span=len(plan.roles) - 1)]
            else:
                cells = [cell(printed["label"] if column == 0 else printed["title"] if column == place else "", width, pages,
                              "center" if column == 0 else "left", True) for column, width in enumerate(pages.widths)]
            yield row(cells, pages)
            continue
        cells = []
        for column, (role, width) in enumerate(zip(plan.roles, pages.widths)):
            merge = merge_of(plan, index, role)
            if role == "number":
                text = printed["group"]["label"] if plan.grouping == "field" else printed["number"]
            elif role == "group":
                text = printed["group"]["title"]
            else:
                text = printed["cells"][role]
                if role == "task" and plan.grouping == "field":
                    text = f"{printed['number']}. {text}"
            cells.append(cell("" if merge == "on" else text, width, pages, pages.aligned.get(role, "left"), merge=merge))
        yield row(cells, pages)


def docx(plan, above, below, path):
    """Writes a plan as DOCX."""
    pages = Pages(plan.random, plan.roles)
    border = "single" if pages.ruled else "none"
    sides = "".join(f'<w:{side} w:val="{border}" w:sz="4" w:space="0" w:color="auto"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in pages.widths)
    table = (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(pages.widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
             f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
             + "".join(head_rows(plan, pages)) + "".join(body_rows(plan, pages)) + "</w:tbl>")
    before = "".join(paragraph(line, pages, size=26) for line in above.split("\n") if line)
    after = "".join(paragraph(line, pages, size=26) for line in below.split("\n") if line)
    direction = ' w:orient="landscape"' if pages.landscape else ""
    counting = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    strip = {place: f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{counting if pages.numbers == place else ""}</w:p>' for place in ("header", "footer")}
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/>'
               f'<w:pgSz w:w="{pages.width}" w:h="{pages.height}"{direction}/><w:pgMar w:top="{pages.margin}" w:right="{pages.margin}" '
               f'w:bottom="{pages.margin}" w:left="{pages.margin}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>')
    parts = {
        "[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/_rels/document.xml.rels": PARTS,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACE}><w:body>{before}{table}{after}{section}</w:body></w:document>',
        "word/header1.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:hdr {SPACE}>{strip["header"]}</w:hdr>',
        "word/footer1.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:ftr {SPACE}>{strip["footer"]}</w:ftr>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
