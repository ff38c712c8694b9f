#!/usr/bin/env python3
"""layouts.py VANBAN SAMPLE [ROWS …]: time of `vanban convert` for tables of growing size in every layout of text.

The same rows are written with tabs, with pipes, in drawn lines, one paragraph a cell, as wrapped lines without a
separator and aligned by spaces. Time a row must not grow with the number of rows. Standard library only.
"""
import json
import os
import subprocess
import sys
import tempfile
import textwrap

from measure import cost

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


def main():
    program, sample = sys.argv[1:3]
    sizes = [int(size) for size in sys.argv[3:]] or [1_000, 10_000]
    head, header, tasks = source(sample)
    print(f"{'layout':>12} {'rows':>7} {'bytes':>10} {'seconds':>9} {'µs/row':>8} {'memory/input':>13} {'tasks read':>11}")
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            for size in sizes:
                rows = [[str(i + 1)] + tasks[i % len(tasks)] for i in range(size)]
                path, record = os.path.join(folder, "input.txt"), os.path.join(folder, "record.json")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(write(layout, head, header, rows))
                _, seconds, memory = cost([program, "convert", "-q", path, "-o", record], runs=1)
                with open(record, encoding="utf-8") as file:
                    read = len(json.load(file)["tasks"])
                size_bytes = os.path.getsize(path)
                print(f"{layout:>12} {size:>7} {size_bytes:>10} {seconds:>9.3f} {seconds / size * 1e6:>8.1f} "
                      f"{memory / size_bytes:>13.1f} {read:>11}", flush=True)


if __name__ == "__main__":
    main()
