#!/usr/bin/env python3
"""readings.py VANBAN [--count N] [--seed S] [--keep FOLDER] [--write]: fits what readings of tables are measured by.

Makes specimens (`specimens.py`) in every layout without signs between the cells, lets `vanban readings` read them, and the
documents of the evaluation set, in every way, and fits two things:

- the weights of `table-traits.csv`: for each kind of cell the log odds that it is right from what is seen of it, such that
  of the readings of a table the best one has the best value, too (logistic regression of cells and of choices together;
  weights of rare traits are drawn to those of the same trait elsewhere, and no trait that speaks against a cell may speak
  for it);
- the weights of `row-trust.csv`: the log odds that a row, as it stands in the end, is wholly right from what is known of it
  (logistic regression), and the odds below which rows are told: as many as keep most such warnings true.

Plans of even numbers, and every second document, are held back: on these it prints how well both do, as stored and as
fitted. Since what is known of a row depends on the weights of its cells, the second fit wants a build with the first one's
weights: run the command, build, and run it again with `--trust`. Standard library, LibreOffice and poppler-utils; the same
seed gives the same weights.

    Benchmarks/readings.py .build/release/vanban --write && swift build -c release --product vanban
    Benchmarks/readings.py .build/release/vanban --trust --write
"""
import argparse
import collections
import concurrent.futures
import csv
import json
import math
import pathlib
import random
import re
import subprocess
import tempfile

import specimens

RESOURCES = specimens.ROOT / "Sources/VanBanStructure/Resources"
TRAITS, TRUST = RESOURCES / "table-traits.csv", RESOURCES / "row-trust.csv"
LAYOUTS = ["aligned", "plain", "paragraphs", "wrapped"]
KINDS = ["number", "task", "outputs", "lead", "coordinating", "deadline", "other", "row"]
# What speaks for a cell, and what may speak for or against it; everything else speaks against it.
FOR = {"any", "whole", "next"}
EITHER = {"long", "oneWord", "part", "group", "emptyMostly", "emptySometimes", "emptySeldom", "unnumbered"}
# The log odds of a trait against a cell before any was seen, and how strongly weights are drawn to what is known of the
# same trait elsewhere, and that to this, in cells seen.
BEFORE, PULL, PULL_ALL = -2.0, 4.0, 2.0
# What a choice between readings counts beside a cell, what a real document's cell or row counts beside a specimen's, and
# what odds may be of a cell at the most.
CHOICE, DOCUMENT, MOST = 6.0, 4, 12.0
# Of warnings at rows such a share is to be true.
TRUE = 0.85


# ---------------------------------------------------------------- what is known

def printed(tasks):
    """The rows of a table as printed, those of groups among them."""
    rows, last = [], None
    for task in tasks:
        group = task.get("group")
        if isinstance(group, dict):
            group = group["any"][0] if "any" in group else group
            if group and group != last:
                rows.append({"number": group.get("label") or "", "task": group.get("title") or ""})
        last = group
        rows.append({role: text for role, text in task.items() if role != "group"} | {"isTask": True})
    return rows


def plain(text):
    return re.sub(r"\s+", " ", text or "").strip()


def accepted(text):
    return [plain(way) for way in (text["any"] if isinstance(text, dict) else [text])]


def cells_of(row, roles):
    """A row's number and its cells by role; the activity of a merged field has its number in its own cell."""
    cells = {role: plain(text) for role, text in zip(roles, row["cells"]) if role}
    number = cells.get("number", "").rstrip(".")
    label = re.match(r"(\d+(?:\.\d+)+)\.?\s+", cells.get("task", ""))
    if label and "group" in cells:
        number, cells["task"] = label.group(1), cells["task"][label.end():]
    return number, cells


def pair(reading, rows):
    """Of every row of a reading its number, its cells, and the row that was printed; None where it is none."""
    known, taken = {}, set()
    for index, row in enumerate(rows):
        known.setdefault(accepted(row["number"])[0].rstrip("."), []).append(index)
    for read in reading["rows"]:
        number, cells = cells_of(read, reading["roles"])
        task = cells.get("task", "")
        free = [index for index in known.get(number, []) if index not in taken]
        same = [index for index in free if any(way[:12] == task[:12] for way in accepted(rows[index]["task"]))]
        found = (same or free or [None])[0]
        if found is None and task:
            found = next((index for index, row in enumerate(rows) if index not in taken
                          and any(way.startswith(task[:12]) for way in accepted(row["task"]))), None)
        if found is not None:
            taken.add(found)
        yield read, number, cells, None if found is None else rows[found]


def judge(reading, rows):
    """Of every row of a reading what is seen of its cells and of itself: (kind, traits, whether it is right, whether it is a cell)."""
    judged = []
    for read, number, cells, row in pair(reading, rows):
        for seen in read["seen"][:-1]:
            role = reading["roles"][seen["column"]]
            if role == "number":
                right = row is not None and (number in accepted(row["number"]) or "group" in cells)
            elif role and role != "group":
                if row is not None and role not in row and row.get("isTask"):
                    continue
                right = row is not None and cells.get(role, "") in accepted(row.get(role, ""))
            else:
                continue
            judged.append((seen["kind"], tuple(sorted(seen["traits"])), right, True))
        whole = row is not None and number in accepted(row["number"]) and cells.get("task", "") in accepted(row["task"])
        judged.append(("row", tuple(sorted(read["seen"][-1]["traits"])), whole, False))
    return judged


def trusted(reading, rows):
    """Of every task of a reading that stands what is known of it, and whether it is wholly right."""
    for read, number, cells, row in pair(reading, rows):
        if read["kind"] == "task":
            right = row is not None and row.get("isTask") and number in accepted(row["number"]) and all(
                cells.get(role, "") in accepted(text) for role, text in row.items()
                if role in specimens.specimen_texts.WIDTHS and role != "number")
            yield read["facts"], bool(right)


class Known:
    """A document whose rows are known, and all that was read of it."""

    def __init__(self, name, layout, rows, is_held, read):
        self.name, self.layout, self.is_held = name, layout, is_held
        self.weight = DOCUMENT if layout == "documents" else 1
        # By layout of the reading, since a reader may find several tables.
        sides = collections.defaultdict(list)
        for reading in read["readings"]:
            sides[reading["layout"]] += judge(reading, rows)
        self.sides = list(sides.values())
        self.facts = [entry for reading in read["standing"] for entry in trusted(reading, rows)]


def documents(arguments):
    """Specimens and documents: (name, layout, path, gold's tasks, whether they are held back)."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        jobs = folder / "jobs.json"
        if not jobs.exists():
            words = specimens.vocabulary()
            plans = [specimens.Plan(number, random.Random(f"{arguments.seed}/{number}"), words)
                     for number in range(1, arguments.count + 1)]
            made = specimens.write(plans, folder, LAYOUTS)
            jobs.write_text(json.dumps([(plan.number, layout, str(path), str(gold)) for plan, layout, path, gold in made]))
        for number, layout, path, gold in json.loads(jobs.read_text(encoding="utf-8")):
            if layout in LAYOUTS:
                yield f"{number:05}-{layout}", layout, path, json.loads(pathlib.Path(gold).read_text(encoding="utf-8"))["tasks"], \
                    number % 2 == 0
        texts = sorted((specimens.EVAL / "documents").glob("*.txt"))
        for index, path in enumerate(texts):
            gold = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8")) \
                if path.with_suffix("").with_suffix(".gold.json").exists() else None
            if gold and gold["tasks"] and gold.get("taskCount", 0) <= len(gold["tasks"]):
                yield path.name, "documents", str(path), gold["tasks"], index % 2 == 0


def read(vanban, found):
    """Lets the program read all documents in every way."""
    def ask(part):
        output = subprocess.run([vanban, "readings", *[path for _, _, path, _, _ in part]],
                                capture_output=True, text=True, check=True).stdout
        return [Known(name, layout, printed(tasks), is_held, json.loads(line))
                for (name, layout, _, tasks, is_held), line in zip(part, output.splitlines())]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return [known for part in pool.map(ask, [found[start:start + 40] for start in range(0, len(found), 40)]) for known in part]


# ---------------------------------------------------------------- weights of traits

def odds(kind, traits, weights):
    return max(-MOST, min(MOST, sum(weights.get((kind, trait), 0.0) for trait in traits)))


def logistic(value):
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def log_share(value):
    return -math.log1p(math.exp(-value)) if value >= 0 else value - math.log1p(math.exp(value))


def gain(side, weights):
    """How many more cells are right than wrong as far as is to be expected."""
    return sum(count * (2 * logistic(odds(kind, traits, weights)) - 1) for (kind, traits), count in side.items())


def contested(known):
    """Readings of a document of which some have more right cells than others: as counts of what is seen, and the best."""
    rights = [sum((1 if right else -1) * is_cell for _, _, right, is_cell in judged) for judged in known.sides]
    if len(set(rights)) < 2:
        return None
    sides = [collections.Counter((kind, traits) for kind, traits, _, is_cell in judged if is_cell) for judged in known.sides]
    return sides, rights


def fit_traits(learned, names):
    """The weights that make cells and choices most likely (gradient ascent with a step for each weight)."""
    cells = collections.defaultdict(lambda: [0, 0])
    for known in learned:
        for judged in known.sides:
            for kind, traits, right, _ in judged:
                cells[(kind, traits)][0 if right else 1] += known.weight
    choices = [choice for choice in map(contested, learned) if choice]
    seen = {(kind, trait) for kind, traits in cells for trait in traits}
    names = sorted(set(names) | seen)
    weights = {name: 0.0 if name[1] in FOR | EITHER else BEFORE for name in names}
    squares = dict.fromkeys(names, 1e-8)
    for turn in range(400):
        mean = {}
        for trait in {trait for _, trait in names}:
            own = [weights[name] for name in names if name[1] == trait]
            before = 0.0 if trait in FOR | EITHER else BEFORE
            mean[trait] = (sum(own) + PULL_ALL * before) / (len(own) + PULL_ALL)
        gradient = {name: PULL * (mean[name[1]] - weight) for name, weight in weights.items()}
        for (kind, traits), (right, wrong) in cells.items():
            own = right - (right + wrong) * logistic(odds(kind, traits, weights))
            for trait in traits:
                gradient[(kind, trait)] += own
        for sides, rights in choices:
            gains = [gain(side, weights) for side in sides]
            shares = [math.exp(own - max(gains)) for own in gains]
            best = [math.exp(own - max(gains)) if right == max(rights) else 0.0 for own, right in zip(gains, rights)]
            for side, share, wanted in zip(sides, shares, best):
                own = wanted / max(sum(best), 1e-300) - share / sum(shares)
                if abs(own) < 1e-4:
                    continue
                for (kind, traits), count in side.items():
                    likely = logistic(odds(kind, traits, weights))
                    for trait in traits:
                        gradient[(kind, trait)] += CHOICE * own * count * 2 * likely * (1 - likely)
        for name in names:
            squares[name] = 0.9 * squares[name] + 0.1 * gradient[name] ** 2
            weights[name] += 0.08 / (1 + turn / 60) * gradient[name] / math.sqrt(squares[name])
            if name[1] in FOR:
                weights[name] = max(0.0, weights[name])
            elif name[1] not in EITHER:
                weights[name] = min(-0.05, weights[name])
    return weights


def report_traits(title, held, weights):
    """How well odds fit, and whether the best value is the best reading."""
    for layout in LAYOUTS + ["documents"]:
        loss = count = best = choices = lost = 0
        for known in held:
            if known.layout != layout:
                continue
            for judged in known.sides:
                for kind, traits, right, _ in judged:
                    share = odds(kind, traits, weights)
                    loss -= log_share(share if right else -share)
                    count += 1
            choice = contested(known)
            if choice:
                gains = [gain(side, weights) for side in choice[0]]
                chosen = choice[1][gains.index(max(gains))]
                choices += 1
                best += chosen == max(choice[1])
                lost += max(choice[1]) - chosen
        print(f"{title}, {layout}: log loss a cell {loss / max(1, count):.3f}; best reading chosen in {best} of {choices}"
              f" contested, {lost} cells lost by the others")


# ---------------------------------------------------------------- trust in rows

def fit_trust(rows):
    """Weights of facts by Newton's method, drawn to nothing."""
    names = sorted({name for facts, _ in rows for name in facts})
    weights = [0.0] * len(names)
    for _ in range(40):
        gradient = [-weight for weight in weights]
        hessian = [[1.0 if row == column else 0.0 for column in range(len(names))] for row in range(len(names))]
        for facts, right in rows:
            own = [(index, facts[name]) for index, name in enumerate(names) if facts.get(name)]
            share = logistic(sum(weights[index] * amount for index, amount in own))
            for index, amount in own:
                gradient[index] += (right - share) * amount
                for other, further in own:
                    hessian[index][other] += share * (1 - share) * amount * further
        step = solve(hessian, gradient)
        weights = [weight + max(-2, min(2, change)) for weight, change in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return dict(zip(names, weights))


def solve(matrix, vector):
    """Gauss' elimination."""
    size = len(vector)
    rows = [row[:] + [entry] for row, entry in zip(matrix, vector)]
    for index in range(size):
        pivot = max(range(index, size), key=lambda row: abs(rows[row][index]))
        rows[index], rows[pivot] = rows[pivot], rows[index]
        for row in range(index + 1, size):
            factor = rows[row][index] / rows[index][index]
            for column in range(index, size + 1):
                rows[row][column] -= factor * rows[index][column]
    result = [0.0] * size
    for index in reversed(range(size)):
        result[index] = (rows[index][size] - sum(rows[index][c] * result[c] for c in range(index + 1, size))) / rows[index][index]
    return result


def score(facts, weights):
    return sum(weights.get(name, 0.0) * amount for name, amount in facts.items())


def threshold(rows, weights):
    """The odds below which rows are told, so that a share of them is wrong: the highest that keeps it."""
    ranked, wrong, least = sorted((score(facts, weights), right) for facts, right in rows), 0, -100.0
    for index, (odd, right) in enumerate(ranked):
        wrong += not right
        if wrong >= TRUE * (index + 1):
            least = odd
    return least


def report_trust(title, held, weights, least):
    for layout in LAYOUTS + ["documents"]:
        rows = [(score(facts, weights) < least, right) for known in held if known.layout == layout for facts, right in known.facts]
        told = [right for is_told, right in rows if is_told]
        silent = sum(not right for is_told, right in rows if not is_told)
        print(f"{title}, {layout}: {len(rows)} rows, {sum(not right for _, right in rows)} wrong; told {len(told)}, of them"
              f" {sum(not right for right in told)} wrong; {silent} wrong rows not told")


# ---------------------------------------------------------------- the command

def stored(path, *keys):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]: float(row["weight"]) for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanban")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--keep", help="folder for the specimens, made before the first run and used again by the next ones")
    parser.add_argument("--trust", action="store_true", help="fits the trust in rows instead of the weights of traits")
    parser.add_argument("--write", action="store_true", help="stores the weights")
    arguments = parser.parse_args()
    known = read(arguments.vanban, list(documents(arguments)))
    learned = [entry for entry in known if not entry.is_held]
    held = [entry for entry in known if entry.is_held]
    if arguments.trust:
        before = stored(TRUST, "fact")
        report_trust("held back, as stored", held, before, before.get("least", 0.0))
        rows = [entry for known in learned for entry in known.facts * known.weight]
        weights = {name: round(weight, 2) for name, weight in fit_trust(rows).items()}
        least = round(threshold(rows, weights), 2)
        report_trust("held back, as fitted", held, weights, least)
        lines = ["fact,weight"] + [f"{name},{weight}" for name, weight in weights.items()] + [f"least,{least}"]
        path = TRUST
    else:
        before = stored(TRAITS, "kind", "trait")
        report_traits("held back, as stored", held, before)
        weights = {name: round(weight, 2) for name, weight in fit_traits(learned, before).items()}
        report_traits("held back, as fitted", held, weights)
        order = sorted(weights.items(), key=lambda entry: (KINDS.index(entry[0][0]), entry[0][1] != "any", entry[0][1]))
        lines = ["kind,trait,weight"] + [f"{kind},{trait},{weight}" for (kind, trait), weight in order]
        path = TRAITS
    if arguments.write:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
