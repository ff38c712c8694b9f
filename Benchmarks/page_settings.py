#!/usr/bin/env python3
"""page_settings.py VANBAN [--only TEXT] [--keep FOLDER] [--details]: samples as PDF files in many settings, read.

Typefaces and sizes, margins, annexes across and upright, where cells stand in their rows, room and least height of rows, lines
or none: each sample is written in each setting (Samples/pages.py, LibreOffice) and read. What is read must be the sample's
record; where it is not, a warning must stand at the place. Prints for each file how many values of tasks and heads of parts are
the sample's, how many are told, and how many are neither; ends with 1 where there is one of these.

    Benchmarks/page_settings.py .build/release/vanban

Standard library, LibreOffice and poppler-utils.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Samples"))
import pages  # noqa: E402

PLANS = ("commune-plan-2026", "provincial-reform-plan", "provincial-papi-plan")
NONE = {"borders": "none"}
MIDDLE = {"place": "center"}
SETTINGS = {
    "ruled": {},
    "ruled-small": {"size": 9, "head": 9},
    "ruled-tiny": {"size": 8, "head": 8, "weight": 2},
    "ruled-large": {"size": 14, "head": 14, "weight": 12},
    "ruled-upright": {"across": False, "size": 10, "head": 10, **MIDDLE},
    "ruled-small-heads": {"size": 12, "head": 9},
    "ruled-arial": {"font": "Arial", "size": 10, "head": 10, "padding": 3},
    "ruled-middle": {**MIDDLE, "padding": 2, "align": "both"},
    "ruled-once": {"repeats": False, "breaks": False},
    "rows": {"borders": "rows"},
    "rows-middle": {"borders": "rows", **MIDDLE},
    "rows-small": {"borders": "rows", "size": 9, "head": 9},
    "unruled": NONE,
    "unruled-small": {**NONE, "size": 9, "head": 9},
    "unruled-large": {**NONE, "size": 13, "head": 13, "left": 1134},
    "unruled-room": {**NONE, "padding": 3},
    "unruled-loose": {**NONE, "line": 312},
    "unruled-height": {**NONE, "height": 40},
    "unruled-both": {**NONE, "align": "both"},
    "unruled-arial": {**NONE, "font": "Arial", "size": 10, "head": 10},
    "unruled-upright": {**NONE, "across": False, "size": 10, "head": 10},
    "unruled-upright-room": {**NONE, "across": False, "size": 11, "head": 11, "padding": 2},
    "unruled-once": {**NONE, "repeats": False},
    "unruled-whole": {**NONE, "breaks": False},
    "unruled-middle": {**NONE, **MIDDLE},
    "unruled-middle-small": {**NONE, **MIDDLE, "size": 10, "head": 10},
    "unruled-middle-room": {**NONE, **MIDDLE, "padding": 3},
    "unruled-middle-height": {**NONE, **MIDDLE, "height": 40},
    "unruled-middle-whole": {**NONE, **MIDDLE, "breaks": False},
    "unruled-middle-upright": {**NONE, **MIDDLE, "across": False, "size": 10, "head": 10},
    "unruled-middle-once": {**NONE, **MIDDLE, "repeats": False, "align": "both"},
    "unruled-middle-centre": {**NONE, **MIDDLE, "align": "center"},
}


def convert(vanban, path):
    result = subprocess.run([vanban, "convert", str(path)], capture_output=True)
    return json.loads(result.stdout) if result.stdout else None


def values(thing, path=""):
    """The values of a record's stretch by their paths; places, identifiers and what hangs on these are left out."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key not in ("location", "id", "table", "part", "references", "mentions", "sequence"):
                yield from values(value, f"{path}.{key}")
    elif isinstance(thing, list):
        for index, value in enumerate(thing):
            yield from values(value, f"{path}[{index}]")
    elif thing is not None and thing != "":
        yield path, thing


def stretches(record):
    tasks = [("task", task) for task in record["tasks"]]
    heads = [("part", {key: value for key, value in part.items() if key not in ("sections", "tables", "footnotes")} | {"location": part["location"]})
             for part in record["parts"]]
    return heads + tasks


def is_told(record, location):
    def meets(other):
        return other and location and other["start"] <= location["end"] and location["start"] <= other["end"]
    for diagnostic in record["diagnostics"]:
        if diagnostic["severity"] != "info" and any(map(meets, [diagnostic["location"]] + diagnostic["related"])):
            return diagnostic["code"]
    return None


def pairs(record, sample):
    """Rows of both in the order that their tasks' words stand in."""
    import difflib
    def words(entry):
        kind, thing = entry
        return kind + " " + (thing.get("task") or thing.get("title") or thing.get("typeName") or "")
    own, gold = stretches(record), stretches(sample)
    match = difflib.SequenceMatcher(None, [words(entry) for entry in own], [words(entry) for entry in gold], autojunk=False)
    for _, a, b, c, d in match.get_opcodes():
        for step in range(max(b - a, d - c)):
            yield own[a + step] if a + step < b else None, gold[c + step] if c + step < d else None


def compare(record, sample):
    right = told = 0
    silent = []
    missing = any(diagnostic["code"] in ("tableNotRead", "doubtfulTable") for diagnostic in record["diagnostics"])
    last = None
    for own, gold in pairs(record, sample):
        have, want = dict(values(own[1])) if own else {}, dict(values(gold[1])) if gold else {}
        place = own[1]["location"] if own else last
        last = place
        for path in sorted(set(have) | set(want)):
            if have.get(path) == want.get(path):
                right += 1
            elif is_told(record, place) or own is None and missing:
                told += 1
            else:
                silent.append((own[0] if own else gold[0], (own or gold)[1].get("number"), path, have.get(path), want.get(path)))
    return right, told, silent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanban")
    parser.add_argument("--only", default="", help="settings or samples whose name holds this")
    parser.add_argument("--keep", help="folder for the files, made before the first run and used again by the next ones")
    parser.add_argument("--details", action="store_true", help="prints what is neither right nor told")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        names = [f"{plan}.{setting}" for setting in SETTINGS for plan in PLANS]
        missing = [name for name in names if not (folder / f"{name}.pdf").exists()]
        for name in missing:
            plan, setting = name.split(".")
            pages.write(pages.read(plan), pages.Setting(**SETTINGS[setting]), folder / f"{name}.docx")
        for start in range(0, len(missing), 24):
            pages.print_pages([folder / f"{name}.docx" for name in missing[start:start + 24]], folder)
        names = [name for name in names if arguments.only in name]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            records = list(pool.map(lambda name: convert(arguments.vanban, folder / f"{name}.pdf"), names))
    samples = {plan: json.loads((ROOT / "Samples" / f"{plan}.json").read_text(encoding="utf-8")) for plan in PLANS}
    print("| file | right | told | silent |\n|---|---|---|---|")
    total = [0, 0, 0]
    for name, record in zip(names, records):
        sample = samples[name.split(".")[0]]
        right, told, silent = compare(record, sample) if record else (0, len(sample["tasks"]), [])
        total = [total[0] + right, total[1] + told, total[2] + len(silent)]
        print(f"| {name} | {right} | {told} | {len(silent)} |")
        for entry in silent if arguments.details else []:
            print("   ", *map(repr, entry))
    print("| **all** |", *total, "|", sep=" | ")
    sys.exit(1 if total[2] else 0)


if __name__ == "__main__":
    main()
