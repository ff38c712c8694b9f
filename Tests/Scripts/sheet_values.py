"""Reads one kind of record out of a CSV file, a workbook or a Markdown page, and prints its rows as JSON.

    sheet_values.py FILE TITLE

The first row is the header. Every value is a text: days as ISO 8601, numbers as short as they can be written, nothing as
an empty text. TITLE is the heading of the sheet or of the table; a CSV file has only one.
"""

import csv
import datetime
import json
import sys


def text(value):
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return "%.15g" % value
    return str(value)


def of_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file)]


def of_workbook(path, title):
    import openpyxl

    sheet = openpyxl.load_workbook(path)[title]
    rows = [[text(cell.value) for cell in row] for row in sheet.iter_rows()]
    if rows and sheet.freeze_panes != "A2":
        raise SystemExit("the header of %s does not stand still" % title)
    return rows


def cells(line):
    row, cell, position = [], "", 0
    line = line.strip()[1:-1]
    while position < len(line):
        if line[position] == "\\":
            cell += line[position + 1]
            position += 2
        elif line[position] == "|":
            row.append(cell[1:-1])
            cell = ""
            position += 1
        elif line.startswith("<br>", position):
            cell += "\n"
            position += 4
        else:
            cell += line[position]
            position += 1
    return row + [cell[1:-1]]


def of_markdown(path, title):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    start = lines.index("## " + title) + 2
    end = next(number for number in range(start, len(lines)) if not lines[number].startswith("|"))
    return [cells(line) for line in lines[start:start + 1] + lines[start + 2:end]]


path, title = sys.argv[1:]
if path.endswith(".csv"):
    rows = of_csv(path)
elif path.endswith(".xlsx"):
    rows = of_workbook(path, title)
else:
    rows = of_markdown(path, title)
json.dump(rows, sys.stdout, ensure_ascii=False)
