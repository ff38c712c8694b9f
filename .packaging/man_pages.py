#!/usr/bin/env python3
"""Makes the man pages of the built program: man_pages.py PROGRAM GENERATOR LANGUAGE FOLDER.

The generator is swift-argument-parser's, which leaves out every letter that is not ASCII: it is given such letters by their
numbers, and they are put back in what it writes. What the parser says of its own options is taken from the table of messages.
"""

import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MESSAGES = pathlib.Path(__file__).resolve().parents[1] / "Sources/VanBanMessages/Resources/messages.tsv"
# Commands that people do not call.
INNER = ("vanban.worker", "vanban.readings")


def messages(language):
    """The parser's own texts in a language, by their English, and what the program's exit statuses mean."""
    head, *rows = (line.split("\t") for line in MESSAGES.read_text(encoding="utf-8").splitlines())
    column = head.index(language)
    words = {row[1]: row[column] for row in rows if row[0].startswith("parser.")}
    more = next(row[column] for row in rows if row[0] == "help.vanban.more")
    return words, more.rpartition("\\n\\n")[2].partition(": ")[2]


def spelled(text):
    return "".join(c if ord(c) < 128 else "zUz%XzUz" % ord(c) for c in text)


def printed(text):
    return re.sub("zUz([0-9A-F]+)zUz", lambda number: chr(int(number[1], 16)), text)


def told(value, words):
    if isinstance(value, str):
        return spelled(words.get(value, value))
    if isinstance(value, list):
        return [told(one, words) for one in value]
    if isinstance(value, dict):
        return {key: told(one, words) for key, one in value.items()}
    return value


def mended(page, statuses):
    """A page without pages that are not there, and with the program's exit statuses for those of other programs,
    paragraphs as mdoc has them."""
    lines = [line for line in page.splitlines() if not line.startswith(tuple(".Xr %s " % name for name in INNER))]
    if lines[-1].startswith(".Xr "):
        lines[-1] = lines[-1].removesuffix(" ,")
    instead = {".Ex -std": statuses, "": ".Pp"}
    return "\n".join(instead.get(line, line) for line in lines) + "\n"


def main(program, generator, language, folder):
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True,
                          env={**os.environ, "LC_ALL": language}).stdout
    words, statuses = messages(language)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "help.json").write_text(json.dumps(told(json.loads(dump), words)), encoding="ascii")
        tool = scratch / "tool"
        tool.write_text("#!/bin/sh\nexec cat '%s'\n" % (scratch / "help.json"), encoding="ascii")
        tool.chmod(0o755)
        pages = scratch / "pages"
        pages.mkdir()
        subprocess.run([generator, tool, "--multi-page", "-o", pages], check=True, stdout=subprocess.DEVNULL)
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for page in sorted(pages.glob("*.1")):
            if page.stem in INNER:
                continue
            text = "'\\\" -*- coding: UTF-8 -*-\n" + mended(printed(page.read_text(encoding="utf-8")), statuses)
            (folder / (page.name + ".gz")).write_bytes(gzip.compress(text.encode(), mtime=0))


main(*sys.argv[1:])
