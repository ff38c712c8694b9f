#!/usr/bin/env python3
"""Runs the evaluation set's own program and holds the figures against those that were reached before.

    board.py VANBAN EVAL [--floor FILE] [--raise] [--quiet]

EVAL is the folder with `score.py`. FILE holds, for each document, the fields that are exact, the wrong ones that nothing
tells, false rows, false alarms and characters unaccounted, and for each case how it ended. A figure that is worse than
its floor is named and ends the program with 1; `--raise` writes today's figures where they are better, and those of what
is new. `--raise` never lowers a floor; `--reset` writes all figures as they are. Standard library only.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

# How a case may end, the worst first. `told` counts above `refused`: a record with a warning says more.
ENDS = ["crashed", "silent", "refused", "told", "right"]
# A document's figures, and whether more is better.
FIGURES = {
    "fieldsExact": True,
    "silentWrong": False,
    "falseRows": False,
    "warningsFalse": False,
    "unaccounted": False,
}


def measure(program, folder, quiet):
    with tempfile.TemporaryDirectory() as scratch:
        results = os.path.join(scratch, "results.json")
        run = subprocess.run(
            [sys.executable, "-B", os.path.join(folder, "score.py"), program, "--json", results],
            stdout=subprocess.PIPE, text=True)
        if not quiet:
            sys.stdout.write(run.stdout)
        if run.returncode != 0:
            sys.exit(f"board.py: score.py ended with {run.returncode}")
        with open(results, encoding="utf-8") as file:
            return json.load(file)[0]


def figures(board):
    documents = {}
    for entry in board["documents"]:
        documents[entry["document"]] = {
            "fieldsExact": sum(field[0] for field in entry["fields"].values()),
            "silentWrong": entry["silent"],
            "falseRows": entry["falseRows"],
            "warningsFalse": sum(verdicts[1] for verdicts in entry["warnings"].values()),
            "unaccounted": entry["unaccounted"],
        }
    cases = {entry["case"]: entry["result"] for entry in board["cases"]}
    return {"documents": documents, "cases": cases}


def is_worse(name, now, then):
    return now < then if FIGURES[name] else now > then


def fallen(now, floor):
    """What is worse than its floor, a line each."""
    lines = []
    for document, expected in sorted(floor["documents"].items()):
        found = now["documents"].get(document)
        if found is None:
            continue
        for name, then in expected.items():
            if name in found and is_worse(name, found[name], then):
                lines.append(f"{document}: {name} {found[name]}, floor {then}")
    for case, then in sorted(floor["cases"].items()):
        found = now["cases"].get(case)
        if found is not None and ENDS.index(found) < ENDS.index(then):
            lines.append(f"{case}: {found}, floor {then}")
    return lines


def raised(now, floor):
    result = {"documents": dict(floor["documents"]), "cases": dict(floor["cases"])}
    for document, found in now["documents"].items():
        kept = dict(result["documents"].get(document, {}))
        for name, value in found.items():
            if name not in kept or is_worse(name, kept[name], value):
                kept[name] = value
        result["documents"][document] = kept
    for case, found in now["cases"].items():
        then = result["cases"].get(case)
        if then is None or ENDS.index(found) > ENDS.index(then):
            result["cases"][case] = found
    return result


def main():
    parser = argparse.ArgumentParser(description="Holds the board of the evaluation set against its floor.")
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--floor")
    parser.add_argument("--raise", dest="raises", action="store_true")
    parser.add_argument("--reset", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    now = figures(measure(options.program, options.folder, options.quiet))
    if not options.floor:
        return 0
    floor = {"documents": {}, "cases": {}}
    if os.path.exists(options.floor) and not options.reset:
        with open(options.floor, encoding="utf-8") as file:
            floor = json.load(file)
    lines = fallen(now, floor)
    for line in lines:
        print("below the floor: " + line)
    if options.raises or options.reset:
        with open(options.floor, "w", encoding="utf-8") as file:
            json.dump(raised(now, floor), file, ensure_ascii=False, indent=1, sort_keys=True)
            file.write("\n")
    print(f"{len(floor['documents'])} documents and {len(floor['cases'])} cases held against their floor, "
          f"{len(lines)} figures below it")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
