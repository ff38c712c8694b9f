#!/usr/bin/env python3
"""Makes an archive of documents from the samples: the same files for the same number, on every machine.

    corpus.py FOLDER [--files N] [--broken SHARE]

The samples' texts, pages and Word documents with other numbers, days, years, provinces and agencies, in folders by year
and, one in five, inside ZIP archives; one in a hundred is broken, in ten ways. Prints the list of what was made, one JSON
object a line: {"document", "path", "entry", "good", "kind", "reason"}. Standard library only.
"""

import argparse
import io
import json
import os
import pathlib
import random
import re
import socket
import struct
import sys
import warnings
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Samples"
NAMES = ["minimal-decision", "commune-plan-2026", "provincial-papi-plan", "provincial-reform-plan"]
FORMS = [[".txt"], [".html", ".word.html", ".libreoffice.html"], [".word.docx", ".python.docx", ".libreoffice.docx"]]
STAMP = (2026, 1, 1, 0, 0, 0)
# How many documents a folder takes.
SHELF = 100

PROVINCES = ["Phú Thọ", "Lạng Sơn", "Lào Cai", "Cao Bằng", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Gia Lai",
             "Lâm Đồng", "Đồng Nai", "Tây Ninh", "An Giang", "Cà Mau"]
AGENCIES = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương"]


class Variation:
    """One document's number, days, year, provinces and agencies, put in the places of the sample's."""

    def __init__(self, chance):
        self.number = chance.randrange(1, 3000)
        self.day = chance.randrange(0, 28)
        self.month = chance.randrange(0, 12)
        self.years = chance.randrange(-3, 3)
        self.province = chance.randrange(len(PROVINCES))
        self.agency = chance.randrange(len(AGENCIES))
        places = {name: PROVINCES[(index + self.province) % len(PROVINCES)] for index, name in enumerate(PROVINCES)}
        offices = {name: AGENCIES[(index + self.agency) % len(AGENCIES)] for index, name in enumerate(AGENCIES)}
        self.names = dict(places, **offices)
        self.names.update({name.upper(): other.upper() for name, other in list(self.names.items())})

    NAMED = re.compile("|".join(sorted(map(re.escape, [n for name in PROVINCES + AGENCIES for n in (name, name.upper())]),
                                       key=len, reverse=True)))
    NUMBERED = re.compile(r"\b(\d{1,4})(?=/(?:QĐ|KH|TTr)-)")
    DATED = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2})(?= năm)")
    OF_YEAR = re.compile(r"(?<![\d/])(202[456])(?!\d)")

    def of(self, text):
        text = self.NAMED.sub(lambda found: self.names[found.group()], text)
        text = self.NUMBERED.sub(lambda found: str((int(found.group()) + self.number) % 3000 + 1), text)
        text = self.DATED.sub(lambda found: "ngày %02d tháng %d" % (
            (int(found.group(1)) + self.day) % 28 + 1, (int(found.group(2)) + self.month) % 12 + 1), text)
        return self.OF_YEAR.sub(lambda found: str(int(found.group()) + self.years), text)


def packed(entries):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in entries:
            information = zipfile.ZipInfo(name, STAMP)
            information.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(information, content)
    return stream.getvalue()


class Sample:
    """A sample file, read once."""

    def __init__(self, path):
        self.entries = None
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                self.entries = [(name, package.read(name)) for name in package.namelist()]
        else:
            self.text = path.read_text(encoding="utf-8")

    def bytes(self, variation):
        if self.entries is None:
            return variation.of(self.text).encode()
        return packed([(name, variation.of(content.decode()).encode() if name == "word/document.xml" else content)
                       for name, content in self.entries])


# MARK: Broken files: a name, what it ends with, the reason that is to be reported, and a function of a good document.
# `damagedFile` is the code of a diagnostic: what can be read of such a file is read.


def wrong_checksum(document, _):
    """One byte of the packed document changed in the list of entries: what is unpacked is not what was packed."""
    place = document.rfind(b"PK\x01\x02", 0, document.find(b"word/document.xml", document.find(b"PK\x01\x02")))
    return document[:place + 16] + bytes([document[place + 16] ^ 0xFF]) + document[place + 17:]


def encrypted(_, chance):
    def stream(name):
        text = name.encode("utf-16-le")
        return text.ljust(64, b"\0") + (len(text) + 2).to_bytes(2, "little") + b"\2\1" + b"\xff" * 60
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + bytes.fromhex("3e000300feff0900") + b"\0" * 6
    return head.ljust(512, b"\0") + stream("EncryptedPackage") + stream("EncryptionInfo") + chance.randbytes(64)


def prose(_, chance):
    return ("Hôm nay trời đẹp, cả nhà cùng nhau đi chợ. " * chance.randrange(3, 9) + "\n").encode()


def page(_, chance):
    return ("<!DOCTYPE html><html><head><meta charset='utf-8'><title>Thời tiết</title></head><body><p>Ngày mai %d độ, "
            "có mưa rào.</p><p>Chúc cả nhà một tuần vui.</p></body></html>\n" % chance.randrange(15, 38)).encode()


def bomb(_, chance):
    head = (b'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
            b'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>')
    types = (b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
             b'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
             b'main+xml"/></Types>')
    size = (80 << 20) + chance.randrange(1000)
    return packed([("[Content_Types].xml", types), ("word/document.xml", head + b"a" * size + b"</w:t></w:r></w:p></w:body></w:document>")])


BROKEN = [
    ("cut", ".docx", "unsupported", lambda document, _: document[:len(document) // 4]),
    ("empty", ".txt", "empty", lambda *_: b""),
    ("noise", ".docx", "misnamed", lambda _, chance: chance.randbytes(5000)),
    ("checksum", ".docx", "damagedFile", wrong_checksum),
    ("pdf", ".pdf", "damaged", lambda _, chance: b"%PDF-1.7\n" + chance.randbytes(2000)),
    ("encrypted", ".docx", "encrypted", encrypted),
    ("page", ".html", "notAdministrative", page),
    ("prose", ".txt", "notAdministrative", prose),
    ("bomb", ".docx", "beyondLimit", bomb),
    ("nulls", ".txt", "notText", lambda _, chance: b"\0" * chance.randrange(100, 5000)),
]


def make(folder, files, share, seed=1):
    """Makes the files below a folder. Gives the list of them, in the order of their making."""
    samples = {(name, form): Sample(SAMPLES / (name + form)) for name in NAMES for forms in FORMS for form in forms}
    word = samples[NAMES[0], ".word.docx"]
    # At least one of each kind.
    broken = max(len(BROKEN), round(files * share))
    chance = random.Random(seed)
    bad = {place: BROKEN[number % len(BROKEN)] for number, place in enumerate(sorted(chance.sample(range(files), broken)))}
    made = []
    for shelf in range(0, files, SHELF):
        place = "%d/tập %02d" % (2021 + shelf // SHELF % 6, shelf // SHELF)
        contents = []
        for number in range(shelf, min(files, shelf + SHELF)):
            chance = random.Random(seed * 1_000_003 + number)
            kind, reason = "good", None
            if number in bad:
                kind, ending, reason, spoil = bad[number]
                content = spoil(word.bytes(Variation(chance)), chance)
            else:
                form = chance.choice(FORMS[number % len(FORMS)])
                # Small documents are as frequent as large ones are in archives.
                name = chance.choices(NAMES, [4, 3, 2, 3])[0]
                content = samples[name, form].bytes(Variation(chance))
                ending = "." + form.rsplit(".", 1)[1]
            contents.append(("văn bản %05d%s" % (number, ending), content, kind, reason))
        # One shelf in five is a ZIP archive; of a small corpus the last fifth.
        archive = shelf // SHELF % 5 == 4
        split = len(contents) * 4 // 5 if files < 5 * SHELF else (0 if archive else len(contents))
        (pathlib.Path(folder) / place).mkdir(parents=True, exist_ok=True)
        for name, content, kind, reason in contents[:split]:
            (pathlib.Path(folder) / place / name).write_bytes(content)
            path = place + "/" + name
            made.append({"document": path, "path": path, "entry": None, "good": kind == "good", "kind": kind, "reason": reason})
        if split < len(contents):
            path = place + "/gói.zip"
            # Stored as they are: a bomb stays one.
            with zipfile.ZipFile(pathlib.Path(folder) / path, "w", zipfile.ZIP_STORED) as package:
                for name, content, kind, reason in contents[split:]:
                    package.writestr(zipfile.ZipInfo("thư mục/" + name, STAMP), content)
                    entry = "thư mục/" + name
                    made.append({"document": path + "!/" + entry, "path": path, "entry": entry, "good": kind == "good",
                                 "kind": kind, "reason": reason})
    return made


# MARK: Names and things that are easily lost


# Names in a folder, as bytes: composed and decomposed letters, what is no UTF-8, line breaks, forms of escapes.
NAMES_OF_BYTES = ["\u00e9.txt".encode(), "e\u0301.txt".encode(), b"\xe9.txt", b"a\nb.txt", b"a_b.txt", b"a%0Ab.txt",
                  b"\\xE9.txt", b"-o.txt", b"k.txt"]
# Names in an archive: the same again, one name three times, and ways out of it.
ENTRIES = NAMES_OF_BYTES + [b"k.txt", b"k.txt", b"../k.txt", b"/k.txt", b"x//k.txt", b"x\\k.txt"]


def written(name):
    """A name of bytes as `vanban` writes it, for each name another text."""
    name = re.sub(rb"\\(?=x(?:[89A-F][0-9A-F]|5C|21))", rb"\\x5C", name)
    return "".join("\\x%02X" % (ord(c) - 0xDC00) if 0xDC80 <= ord(c) <= 0xDCFF else c
                   for c in name.decode("utf-8", "surrogateescape"))


def escaped(name):
    """A name of bytes as outputs are called."""
    def piece(part):
        if part in (b"", b".", b".."):
            return "%2E" * len(part) or "%00"
        part = re.sub(rb"%(?=[0-9A-Fa-f]{2})|[\x00-\x1f\x7f\\]", lambda found: b"%%%02X" % found.group()[0], part)
        return "".join("%%%02X" % (ord(c) - 0xDC00) if 0xDC80 <= ord(c) <= 0xDCFF else c
                       for c in part.decode("utf-8", "surrogateescape"))
    return "/".join(piece(part) for part in name.split(b"/"))


def named_archive(path, entries):
    """A ZIP archive whose names are these bytes, whatever zipfile thinks of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
            for number, (name, content) in enumerate(entries):
                package.writestr(zipfile.ZipInfo("QZ%02d" % number + "." * (len(name) - 4), STAMP), content)
    content = pathlib.Path(path).read_bytes()
    for number, (name, _) in enumerate(entries):
        content = content.replace(b"QZ%02d" % number + b"." * (len(name) - 4), name)
    pathlib.Path(path).write_bytes(content)


def overlapping_archive(path, copies):
    """A ZIP archive whose entries are all the same packed bytes: small, and much to unpack."""
    content = packed([("00.txt", b"a" * (8 << 20))])
    begin, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entries = b"".join(content[begin:end].replace(b"00.txt", b"%02d.txt" % number) for number in range(copies))
    tail = content[end:end + 8] + struct.pack("<HHII", copies, copies, len(entries), begin) + content[end + 20:]
    pathlib.Path(path).write_bytes(content[:begin] + entries + tail)


def make_lost(folder):
    """Makes what a batch could pass over or write over, below a folder. Gives the list of it, as `make` does, with what
    the output is called (`stem`), which of several entries it is (`copy`), and whether it is a document at all
    (`listed`)."""
    place = os.path.join(os.fsencode(str(folder)), "lạc".encode())
    os.makedirs(place)
    samples = {form: (SAMPLES / (NAMES[0] + form)).read_bytes() for form in (".txt", ".html")}
    made = []

    def add(path, entry=None, copy=None, reason=None, listed=True):
        path = "lạc/".encode() + path
        mark = "!%s/" % (copy or "")
        stem = escaped(path) + ("%%21%d" % copy if copy else "") + ("/" + escaped(entry) if entry else "")
        made.append({
            "document": written(path) + (mark + written(entry) if entry else ""), "path": written(path),
            "entry": entry and written(entry), "copy": copy, "stem": stem, "good": reason is None,
            "kind": "lost", "reason": reason, "listed": listed})

    for number, name in enumerate(NAMES_OF_BYTES):
        # Each is another document, so that one in another's place is seen.
        with open(os.path.join(place, name), "wb") as file:
            file.write(samples[".txt"] + b"\n" * number)
        add(name)
    named_archive(os.path.join(place, b"k.zip").decode(),
                  [(name, samples[".txt"] + b"\n" * (100 + number)) for number, name in enumerate(ENTRIES)])
    for number, name in enumerate(ENTRIES):
        add(b"k.zip", name, ENTRIES[:number].count(name) + 1 if name in ENTRIES[:number] else None)
    os.makedirs(os.path.join(place, b"k.zip!"))
    for name in [b"k.zip!/k.txt"]:
        with open(os.path.join(place, name), "wb") as file:
            file.write(samples[".html"])
        add(name)
        made[-1]["document"] = made[-1]["document"].replace("!/", "\\x21/")
    overlapping_archive(os.path.join(place, b"chong.zip").decode(), 50)
    add(b"chong.zip", reason="beyondLimit", listed=False)
    os.symlink(b"none.txt", os.path.join(place, b"gone.txt"))
    add(b"gone.txt", reason="danglingLink", listed=False)
    os.symlink(b"/", os.path.join(place, b"root"))
    add(b"root", reason="linkToFolder", listed=False)
    os.symlink(b"k.txt", os.path.join(place, b"link.txt"))
    add(b"link.txt")
    os.mkfifo(os.path.join(place, b"pipe.txt"))
    add(b"pipe.txt", reason="notAFile", listed=False)
    here = os.getcwd()
    os.chdir(place)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    os.chdir(here)
    add(b"socket.txt", reason="notAFile", listed=False)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--broken", type=float, default=0.01, help="share of broken files")
    options = parser.parse_args()
    for file in make(options.folder, options.files, options.broken):
        print(json.dumps(file, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
