"""The sample's task table blown up to any number of rows, in every layout of text: with tabs, with pipes, in drawn lines, one
paragraph a cell, as wrapped lines without a separator and aligned by spaces."""
import textwrap

LAYOUTS = ["tabs", "pipes", "drawn", "paragraphs", "wrapped", "aligned"]
WIDTHS = [8, 34, 22, 24, 26, 20]


def source(sample):
    """The text above the sample's task table, its header and the cells of its task rows."""
    lines = open(sample, encoding="utf-8").read().split("\n")
    header = next(i for i, line in enumerate(lines) if line.startswith(("TT\t", "STT\t")))
    tasks = [line.split("\t")[1:] for line in lines[header:] if line.split("\t")[0].isdigit()]
    return "\n".join(lines[:header]) + "\n", lines[header].split("\t"), tasks


def wrapped(cells):
    return [textwrap.wrap(cell, width - 2) or [""] for cell, width in zip(cells, WIDTHS)]


def side_by_side(columns, left="", between="", right=""):
    height = max(len(column) for column in columns)
    rows = []
    for line in range(height):
        pieces = [(column[line] if line < len(column) else "").ljust(width)
                  for column, width in zip(columns, WIDTHS)]
        rows.append((left + between.join(pieces) + right).rstrip())
    return "\n".join(rows) + "\n"


def write(layout, head, header, rows):
    if layout == "tabs":
        return head + "".join("\t".join(row) + "\n" for row in [header] + rows)
    if layout == "pipes":
        lines = [header, ["---"] * len(header)] + rows
        return head + "".join("| " + " | ".join(line) + " |\n" for line in lines)
    if layout == "drawn":
        rule = "+" + "+".join("-" * width for width in WIDTHS) + "+\n"
        return head + rule + "".join(side_by_side(wrapped(row), "|", "|", "|") + rule for row in [header] + rows)
    if layout == "paragraphs":
        return head + "".join((cell or "\u00a0") + "\n\n" for row in [header] + rows for cell in row)
    if layout == "wrapped":
        return head + "".join(line + "\n\n" for row in [header] + rows for cell in wrapped(row) for line in cell if line)
    return head + "".join(side_by_side(wrapped(row)) for row in [header] + rows)
