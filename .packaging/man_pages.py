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
INNER = {"vanban.worker.1", "vanban.readings.1"}


def parser_words(language):
    """The parser's own texts in a language, by their English."""
    head, *rows = (line.split("\t") for line in MESSAGES.read_text(encoding="utf-8").splitlines())
    column = head.index(language)
    return {row[1]: row[column] for row in rows if row[0].startswith("parser.")}


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


def main(program, generator, language, folder):
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True,
                          env={**os.environ, "LC_ALL": language}).stdout
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "help.json").write_text(json.dumps(told(json.loads(dump), parser_words(language))), encoding="ascii")
        tool = scratch / "tool"
        tool.write_text("#!/bin/sh\nexec cat '%s'\n" % (scratch / "help.json"), encoding="ascii")
        tool.chmod(0o755)
        pages = scratch / "pages"
        pages.mkdir()
        subprocess.run([generator, tool, "--multi-page", "-o", pages], check=True, stdout=subprocess.DEVNULL)
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for page in sorted(pages.glob("*.1")):
            if page.name in INNER:
                continue
            text = "'\\\" -*- coding: UTF-8 -*-\n" + printed(page.read_text(encoding="utf-8"))
            (folder / (page.name + ".gz")).write_bytes(gzip.compress(text.encode(), mtime=0))


main(*sys.argv[1:])
