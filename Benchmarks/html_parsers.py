#!/usr/bin/env python3
"""html_parsers.py PROGRAM [--cases FOLDER] [--show N] [FILE…]: what an HTML5 parser would give instead of libxml2.

Three readings of a page are compared: Gumbo's tree, libxml2's tree without repairs, and what PROGRAM (vanban, which repairs
the markup before libxml2's events) read of it, by its ledger. FOLDER holds html5lib's tree-construction cases (*.dat;
Debian: golang-golang-x-net-dev has them below html/testdata/webkit); their expected trees are the truth. Of the FILEs,
documents as they come, it is told where Gumbo and the program differ, and how fast the parsers are on them (tiled to 5 MB).
Counted is what a reader sees: letters and figures in their order, where lines, words and cells end, and the rows of tables.
"""
import argparse
import collections
import concurrent.futures
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
# As in HTMLElement.swift: what stands on lines of its own, and what shows nothing.
BLOCKS = set("""address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hgroup hr legend listing main menu nav ol p plaintext pre search section summary ul dir li xmp
textarea html body caption table tbody td tfoot th thead tr br""".split())
HIDDEN = set("""script noscript template select datalist iframe object video audio canvas noframes title annotation desc
metadata head style col colgroup del s strike""".split())
TILED = 5_000_000


class Reading:
    """Letters in order; at `ends` (counts of letters before) a word or more ends; `rows` are cells of tables."""

    def __init__(self):
        self.letters, self.ends, self.rows, self.nested = [], set(), [], False

    def end(self):
        self.ends.add(len(self.letters))

    def add(self, text):
        kept = []
        for letter in text:
            if letter.isspace():
                self.end()
            elif letter.isalnum():
                self.letters.append(letter)
                kept.append(letter)
        return "".join(kept)

    def compared(self, other):
        """What `other` makes of this one: same, lost, added, order, words or rows."""
        mine, theirs = collections.Counter(self.letters), collections.Counter(other.letters)
        if mine - theirs:
            return "lost"
        if theirs - mine:
            return "added"
        if self.letters != other.letters:
            return "order"
        inner = range(1, len(self.letters))
        if {end for end in self.ends if end in inner} != {end for end in other.ends if end in inner}:
            return "words"
        # Rows of tables within tables are told in another order, and what is taken for no table has none.
        if other.rows is not None and not self.nested and self.rows != other.rows:
            return "rows"
        return "same"


def reading(nodes):
    """Of (depth, kind, name or text) in the order of a tree; elements of SVG and MathML are called by their last name."""
    read, open_, rows = Reading(), [], []
    for depth, kind, value in nodes:
        while open_ and open_[-1][0] >= depth:
            if open_.pop()[1] in BLOCKS:
                read.end()
        names = [name for _, name in open_]
        if kind == "E":
            name = value.split()[-1].lower()
            if name in BLOCKS:
                read.end()
            open_.append((depth, name))
            if not HIDDEN.intersection(names):
                if name == "tr":
                    rows.append([])
                elif name in ("td", "th") and rows and "tr" in names:
                    rows[-1].append([])
        elif not HIDDEN.intersection(names):
            kept = read.add(value)
            cells = [name for name in names if name in ("td", "th", "table", "caption")]
            if cells and cells[-1] in ("td", "th") and rows and rows[-1]:
                rows[-1][-1].append(kept)
    rows = [["".join(cell) for cell in row] for row in rows]
    read.rows = [kept for row in rows if (kept := [cell for cell in row if cell])]
    read.nested = len({depth for depth, kind, value in nodes if kind == "E" and value == "table"}) > 1
    return read


def expected(lines):
    """The nodes of a case's `#document`."""
    nodes, text = [], None
    for line in lines:
        if text is not None:
            depth, words = text
            words += "\n" + line if not line.startswith("| ") else ""
            if not line.startswith("| "):
                text = depth, words
                if line.endswith('"'):
                    nodes.append((depth, "T", words[:-1]))
                    text = None
                continue
            text = None
        found = re.match(r"\| ( *)(.*)", line)
        if not found:
            continue
        depth, what = len(found[1]) // 2, found[2]
        if what.startswith('"'):
            if len(what) > 1 and what.endswith('"'):
                nodes.append((depth, "T", what[1:-1]))
            else:
                text = depth, what[1:]
        elif what.startswith("<") and not what.startswith("<!") and not what.startswith("<?"):
            nodes.append((depth, "E", what[1:-1]))
    return nodes


def cases(folder):
    """(name, page, truth) of the cases of whole pages in which something is to be seen."""
    for file in sorted(folder.rglob("*.dat")):
        for number, case in enumerate(re.split(r"(?:^|\n)#data\n", file.read_bytes().decode("utf-8", "replace"))[1:], 1):
            parts = re.split(r"(?:^|\n)#(errors|new-errors|document-fragment|script-on|script-off|document)(?=\n|$)", case)
            sections = dict(zip(parts[1::2], parts[2::2]))
            if "document-fragment" in sections or "document" not in sections:
                continue
            # A page of nulls is no text.
            if "\0" in parts[0] or "script-on" in sections:
                continue
            truth = reading(expected(sections["document"].split("\n")))
            if truth.letters:
                # Without its first tag it might be taken for text; the tree is the same.
                page = parts[0] if parts[0].lower().startswith(("<!doctype", "<html")) else "<html>" + parts[0]
                yield f"{file.name}:{number}", page, truth


def tree(walker, parser, file):
    out = subprocess.run([walker, "tree", parser, file], capture_output=True, timeout=60).stdout.decode("utf-8", "replace")
    nodes = []
    for line in out.split("\n"):
        parts = line.split("\t", 2)
        if len(parts) == 3:
            nodes.append((int(parts[0]), parts[1], parts[2]))
    return reading(nodes)


def ledger(program, file):
    """What the program read, or None where it takes the page for no document."""
    run = subprocess.run([program, "ledger", "--any", "-q", file], capture_output=True, timeout=120)
    if run.returncode:
        return None
    read, rows, last = Reading(), {}, 0
    for line in run.stdout.decode("utf-8", "replace").split("\n"):
        parts = line.split("\t", 3)
        if len(parts) < 4 or "!" in parts[0] + parts[2]:
            continue
        start, end = (int(number) for number in re.findall(r"\d+", parts[0])[:2])
        if start != last:
            read.end()
        last = end
        kept = read.add(parts[3])
        if cell := re.match(r"(table-\d+)\.rows\[(\d+)\]\[(\d+)\]", parts[2]):
            row = rows.setdefault((cell[1], int(cell[2])), {})
            row[int(cell[3])] = row.get(int(cell[3]), "") + kept
    found = [kept for row in rows.values() if (kept := [cell for cell in row.values() if cell])]
    # What was taken for no table (a letterhead, a frame) has no rows to compare.
    read.rows = found or None
    return read


def build(folder):
    walker = folder / "html_parsers"
    flags = subprocess.run(["xml2-config", "--cflags", "--libs"], capture_output=True, text=True).stdout.split()
    made = subprocess.run(
        ["cc", "-O2", HERE / "html_parsers.c", *flags, "-lgumbo", "-o", walker], capture_output=True, text=True)
    if made.returncode:
        sys.exit("Needed: libgumbo-dev, libxml2-dev.\n" + made.stderr)
    return walker


def table(title, kinds, counts):
    print(f"\n{title}")
    print(" " * 24 + "".join(f"{kind:>9}" for kind in kinds))
    for name, count in counts.items():
        print(f"{name:<24}" + "".join(f"{count[kind]:>9}" for kind in kinds))


def compare_cases(program, walker, folder, work, show, seconds):
    kinds = ["same", "lost", "added", "order", "words", "rows", "refused"]
    counts = {name: collections.Counter() for name in ("Gumbo", "libxml2 alone", "program")}
    tables = {name: collections.Counter() for name in counts}
    shown = collections.Counter()

    def one(case):
        name, page, truth = case
        file = work / (name.replace(":", "-") + ".html")
        file.write_text(page, encoding="utf-8", newline="")
        return case, (tree(walker, "gumbo", file), tree(walker, "libxml2", file), ledger(program, file))

    drawn = list(cases(folder))
    random.Random(1).shuffle(drawn)
    until = time.monotonic() + seconds
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda case: one(case) if time.monotonic() < until else None, drawn):
            if not found:
                continue
            (name, page, truth), readings = found
            for who, read in zip(counts, readings):
                what = truth.compared(read) if read else "refused"
                counts[who][what] += 1
                if "<table" in page.lower():
                    tables[who][what] += 1
                if what != "same" and who != "libxml2 alone" and shown[who, what] < show:
                    shown[who, what] += 1
                    print(f"{who}: {what}: {name}: {page!r}\n  expected {''.join(truth.letters)} {truth.rows}"
                          f"\n  read     {''.join(read.letters) if read else None} {read.rows if read else None}")
    table(f"{sum(counts['Gumbo'].values())} of {len(drawn)} cases", kinds, counts)
    table(f"{sum(tables['Gumbo'].values())} of them with tables", kinds, tables)


def compare_files(program, walker, files):
    print()
    for file in files:
        gumbo, read = tree(walker, "gumbo", file), ledger(program, file)
        if not read:
            print(f"{file.name}: refused")
            continue
        mine, theirs = collections.Counter(gumbo.letters), collections.Counter(read.letters)
        inner = range(1, len(gumbo.letters))
        ends = len({e for e in gumbo.ends ^ read.ends if e in inner}) if gumbo.letters == read.letters else "-"
        lost, added = sum((mine - theirs).values()), sum((theirs - mine).values())
        print(f"{file.name}: {len(gumbo.letters)} letters, {lost} only Gumbo, {added} only the program, "
              f"{'same' if gumbo.letters == read.letters else 'another'} order, ends of words that differ: {ends}; "
              f"{sum(row in gumbo.rows for row in read.rows or [])} of {len(read.rows or [])} rows are Gumbo's")


def measure(walker, files, work):
    """Speed over all files, and peak memory of the largest."""
    print()
    for parser in ("gumbo", "libxml2", "events"):
        length = seconds = memory = 0
        for file in files:
            page = file.read_bytes()
            tiled = work / "tiled.html"
            body = re.search(rb"<body[^>]*>(.*)</body>", page, re.S | re.I)
            inner = body[1] if body else page
            head, tail = (page[:body.start(1)], page[body.end(1):]) if body else (b"", b"")
            tiled.write_bytes(head + inner * (TILED // max(1, len(inner)) + 1) + tail)
            out = subprocess.run([walker, "time", parser, tiled, "0.5"], capture_output=True, text=True, timeout=30).stdout.split()
            length, seconds = length + int(out[0]), seconds + float(out[1])
            memory = max(memory, int(out[3]) / int(out[0]))
        print(f"{parser:<8} {length / seconds / 1e6:6.0f} MB/s, peak memory at most {memory:.1f} times the page")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("files", nargs="*", type=pathlib.Path)
    arguments.add_argument("--cases", type=pathlib.Path)
    arguments.add_argument("--show", type=int, default=0, help="differences of each kind that are printed")
    arguments.add_argument("--seconds", type=float, default=900, help="time for the cases, which are drawn at random")
    asked = arguments.parse_args()
    if not shutil.which("cc") or not shutil.which("xml2-config"):
        sys.exit("Needed: cc, libxml2-dev, libgumbo-dev.")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        walker = build(work)
        if asked.cases:
            compare_cases(asked.program, walker, asked.cases, work, asked.show, asked.seconds)
        if asked.files:
            compare_files(asked.program, walker, asked.files)
            measure(walker, asked.files, work)


if __name__ == "__main__":
    main()
