#!/usr/bin/env python3
"""Counts, without the program's own account, whether the words of documents stand in their records.

    independent_count.py PROGRAM FILE|FOLDER...

Reads each file by itself (text, HTML, DOCX), converts it with PROGRAM, and names the words that stand more often in the
source than in the strings of the record and in the furniture that `PROGRAM ledger` lists. Exit status: 0 if none is
missing, 1 if any is. Files that are refused, or whose encoding Python lacks, are named and passed over. Standard library
only.
"""

import collections
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree

# What a record tells of words that are no words of the document: hidden, deleted, stored in letters of an old encoding.
TOLD = {"hiddenText", "hiddenCells", "trackedChanges", "legacyEncoding"}
# Small letters of other scripts, and others, that are read as the Latin ones that they or their capitals look like.
LOOK_ALIKES = str.maketrans(
    "авсԁеһніјкмпорѕтухαβεηικμνορτυχðɖıз", "abcdehhijkmnopstyxabehikmvoptyxđđi3")
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Raised digits, which call notes.
RAISED = set("¹²³⁰⁴⁵⁶⁷⁸⁹")
# What a record says by the kind of a section, and not in its words.
SECTION_WORDS = {"article": "Điều", "chapter": "Chương", "section": "Mục", "part": "Phần thứ"}


def words(text):
    """Runs of letters and digits, capitals aside; raised digits one by one and as plain ones, numbers without leading zeros."""
    text = unicodedata.normalize("NFD", text.lower())
    # A tone that stands before the hat of its letter.
    text = re.sub(f"([{TONES}]+)([\u0302\u0306\u031b]+)", r"\2\1", text)
    text = unicodedata.normalize("NFC", text).translate(LOOK_ALIKES)
    # Numerals and forms of width that are characters of their own.
    text = re.sub("[\u2160-\u2188\uff00-\uff5e]", lambda found: unicodedata.normalize("NFKC", found[0]).lower(), text)
    for word in re.findall(r"[^\W_]+", text):
        for piece in re.findall(r"[¹²³⁰-₉½¼¾①-⓿]|[^¹²³⁰-₉½¼¾①-⓿]+", word):
            piece = unicodedata.normalize("NFKC", piece) if piece in RAISED else piece
            piece = piece.lstrip("0") if piece.isascii() and piece.isdigit() else piece
            if piece:
                yield piece


# ---- The strings of a record

def homes(record):
    """The strings that are the one home of a stretch of the source: those of the parts and of the publication."""
    for part in record["parts"]:
        yield from texts(part, "typeName", "number", "place", "issuer", "title", "letterhead", "recipients")
        if part["number"]:
            yield "Số"
        if part["issuedOn"]:
            year, month, day = part["issuedOn"].split("-")
            yield f"ngày {day} tháng {month} năm {year}"
        # `QUYẾT ĐỊNH CỦA ỦY BAN …`: the kind and the body.
        yield "của"
        yield from texts(part["attachedTo"] or {}, "text")
        for section in part["sections"]:
            yield from section_texts(section)
        for table in part["tables"]:
            yield from texts(table, "caption", "spanningHeaders")
            yield from (column["header"] for column in table["columns"])
            yield from (cell["text"] for row in table["rows"] for cell in row)
        yield from texts(part["signature"] or {}, "authority", "position", "name")
        for note in part["footnotes"]:
            yield from texts(note, "mark", "text")
            yield from (note["mark"] for _ in note["calls"])
        for entry in part["legalBases"] + part["formulas"]:
            yield entry["text"]
    # A mark that calls no note stands in no text, and is told; misread words are told as printed.
    for diagnostic in record["diagnostics"]:
        if diagnostic["code"] == "callWithoutFootnote" or diagnostic["code"].startswith("misread"):
            yield from diagnostic["arguments"]
    publication = record["publication"] or {}
    yield from texts(publication, "title")
    for field in publication.get("fields", []):
        yield from texts(field, "label", "value")


def section_texts(section):
    yield from texts(section, "label", "heading", "text")
    if section["kind"] in SECTION_WORDS:
        yield SECTION_WORDS[section["kind"]]
    for child in section["children"]:
        yield from section_texts(child)


def texts(value, *keys):
    for key in keys:
        found = value.get(key)
        if isinstance(found, str):
            yield found
        elif found:
            yield from found


# ---- The text of a source

class PageText(html.parser.HTMLParser):
    """The words of a page that a browser shows."""

    UNSEEN = {"script", "style", "title", "template", "head", "select", "textarea", "button", "svg", "math", "iframe"}
    VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"}
    PHRASES = {"b", "i", "u", "span", "font", "em", "strong", "a", "o:p", "ins", "small", "big", "wbr", "s"}

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.pieces, self.open = [], []
        # Classes and identifiers that a style sheet of the page hides.
        sheets = " ".join(re.findall(r"<style[^>]*>(.*?)</style>", page, re.S | re.I))
        self.hidden = set(re.findall(r"(?:^|[},\s])([.#][\w-]+)\s*\{[^}]*display\s*:\s*none", sheets))

    def is_hidden(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        style = given.get("style", "").replace(" ", "").lower()
        return (tag in self.UNSEEN or "hidden" in given or "display:none" in style or "visibility:hidden" in style
                or "mso-hide:all" in style or "#" + given.get("id", "") in self.hidden
                or any("." + name in self.hidden for name in given.get("class", "").split()))

    def handle_starttag(self, tag, attributes):
        if tag in ("body", "p", "table", "div"):
            # A page whose head has no end.
            self.open = [entry for entry in self.open if entry[0] != "head"]
        if tag not in self.VOID:
            self.open.append((tag, self.is_hidden(tag, attributes)))
        if tag not in self.PHRASES:
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass
        if tag not in self.PHRASES:
            self.pieces.append("\n")

    def handle_data(self, data):
        if not any(hidden for _, hidden in self.open):
            self.pieces.append(data)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNREAD = {WORD + "del", WORD + "moveFrom", WORD + "instrText", WORD + "delText", WORD + "pPrChange", WORD + "rPrChange",
          "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def word_text(element):
    """The words of a part of a Word file, as it stands with all changes accepted."""
    if element.tag in UNREAD:
        return ""
    if element.tag == WORD + "t":
        return element.text or ""
    if element.tag == WORD + "r" and any(child.tag == WORD + "vanish" for child in element.iter()):
        return ""
    if element.tag == WORD + "r" and any(child.tag == WORD + "vertAlign" for child in element.iter()):
        # A raised figure calls a note, and is no part of the word before.
        return "\n" + "".join(word_text(child) for child in element) + "\n"
    inner = "".join(word_text(child) for child in element)
    ends = {WORD + name for name in ("p", "tab", "br", "cr", "tc", "noBreakHyphen", "softHyphen")}
    return inner + ("\n" if element.tag in ends else "")


def docx_text(content):
    """The words of a Word file; nothing where they are set in fonts of an encoding before Unicode."""
    pieces = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document\d*|footnotes|endnotes)\.xml", name):
                if re.search(rb'w:rFonts [^>]*"(\.Vn|VNI-)', package.read(name)):
                    return None
                pieces.append(word_text(ElementTree.fromstring(package.read(name))))
    return "\n".join(pieces)


def source_text(content, source):
    """The words of a source; nothing where Python does not know its encoding."""
    if source["format"] == "docx":
        return docx_text(content)
    encoding = {"utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}.get(source["encoding"], source["encoding"])
    try:
        text = content.decode(encoding, "replace")
    except LookupError:
        return None
    if source["format"] == "html":
        page = PageText(text)
        page.feed(text)
        page.close()
        return "".join(page.pieces)
    # Tags in a text, and references to characters, are read as what they mean.
    return re.sub(r"</?[A-Za-z!][^<>]*>|&[A-Za-z0-9#]{1,10};", " ", text)


# ---- The comparison

def missing(source, strings):
    there = collections.Counter(word for text in strings for word in words(text))
    row = list(words(source))
    printed = collections.Counter(row)
    short = [word for word, count in printed.items() if there[word] < count]
    if not short:
        return {}
    # A word that a line's end or markup cuts, or glues to the next, is whole in one of the two only.
    squeezed = "".join(word for text in strings for word in words(text))
    source = "".join(row)

    def is_between(word):
        """Whether each of a word's places is there with the words around it: short letters also meet at seams."""
        around = {"".join(row[max(0, at - 1):at + 2]) for at, other in enumerate(row) if other == word}
        return all(source.count(place) <= squeezed.count(place) for place in around)

    return {word: source.count(word) - squeezed.count(word) for word in short
            if source.count(word) > squeezed.count(word) and not is_between(word)}


def check(program, path):
    """What is to be said of a file: its state, and the words that are missing."""
    with open(path, "rb") as file:
        content = file.read()
    run = subprocess.run([program, "convert", path, "--quiet"], capture_output=True, check=False)
    if run.returncode == 2:
        return "refused: " + run.stderr.decode("utf-8", "replace").strip().split("\n")[0], {}
    if run.returncode != 0:
        return "crashed", {f"exit status {run.returncode}": 1}
    record = json.loads(run.stdout)
    source = source_text(content, record["source"])
    if source is None:
        return "not counted: Python lacks the encoding", {}
    ledger = subprocess.run([program, "ledger", path, "--only", "furniture"], capture_output=True, check=True)
    furniture = [line.split("\t")[-1] for line in ledger.stdout.decode("utf-8").split("\n") if "\t" in line]
    lost = missing(source, list(homes(record)) + furniture)
    told = sorted(TOLD.intersection(diagnostic["code"] for diagnostic in record["diagnostics"]))
    # Words that are left out by rule, which the record says.
    return ("told: " + ", ".join(told), {}) if lost and told else ("counted", lost)


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, name) for name in sorted(names)
                            if name.endswith((".txt", ".md", ".html", ".htm", ".docx")))
        else:
            yield path


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    program, *paths = arguments
    counts = collections.Counter()
    for path in files(paths):
        state, lost = check(program, path)
        counts["missing" if lost else state.split(":")[0]] += 1
        if lost:
            shown = ", ".join(f"{word} ({count})" for word, count in sorted(lost.items())[:12])
            print(f"{path}: in no string of the record: {shown}" + (" …" if len(lost) > 12 else ""))
        elif state != "counted":
            print(f"{path}: {state}")
    print(", ".join(f"{count} {state}" for state, count in sorted(counts.items())))
    return 1 if counts["missing"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
