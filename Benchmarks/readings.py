#!/usr/bin/env python3
"""readings.py VANBAN [--documents N] [--seed S] [--write CSV]: fits the weights by which readings of tables are compared.

Makes plans whose cells are known, in every layout without signs between the cells, lets `vanban readings` read them in
every way, and fits for each kind of cell the log odds that it is right from what is seen of it (logistic regression).
A third of the plans is held back: on these it prints how well the odds fit and how often the reading with the best value
is the one with the most right cells, before and after. Standard library only; the same seed gives the same weights.

    Benchmarks/readings.py .build/release/vanban --write Sources/VanBanStructure/Resources/table-traits.csv
"""
import argparse
import collections
import json
import math
import os
import pathlib
import random
import re
import subprocess
import tempfile
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ["commune-plan-2026", "provincial-papi-plan", "provincial-reform-plan"]
CSV = ROOT / "Sources/VanBanStructure/Resources/table-traits.csv"
# What a line left out of a reading costs; no cell shows it, so it is not fitted.
LEFT = -1.0
# How strongly weights are drawn to those before, in cells seen.
PULL = 3.0

HEADS = {
    "number": ["TT", "STT"],
    "task": ["Nhiệm vụ", "Nội dung công việc", "Nội dung", "Tên nhiệm vụ"],
    "outputs": ["Sản phẩm", "Kết quả", "Sản phẩm đầu ra"],
    "lead": ["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"],
    "coordinating": ["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"],
    "deadline": ["Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện"],
    "note": ["Ghi chú"],
}
WIDTHS = {"number": (4, 6), "task": (22, 44), "outputs": (14, 28), "lead": (12, 24), "coordinating": (14, 28),
          "deadline": (11, 20), "note": (10, 16), "funding": (9, 16)}
KINDS = {"responsibility": "lead"}
TIMES = ["Quý {q}/2026", "Tháng {m}/2026", "Trước ngày {d}/{m}/2026", "{d}/{m}/2026", "Thường xuyên", "Hằng quý",
         "Muộn nhất {d}/{m}/2026", "{n} ngày kể từ ngày ban hành Kế hoạch", "Hoàn thành trước tháng {m}/2026",
         "Năm 2026", "Cả năm 2026", "Định kỳ hằng tháng", "Từ tháng {m} đến tháng 12/2026", "Không quá {n} ngày làm việc"]
PLACES = ["của Sở Nội vụ", "tại Trung tâm Phục vụ hành chính công", "của UBND cấp xã", "trên Cổng thông tin điện tử của tỉnh",
          "của các sở, ban, ngành", "do Văn phòng UBND tỉnh quản lý", "năm 2026", "trong quý II/2026"]
ABOVE = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND

Lạng Sơn, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Cải cách hành chính năm 2026

I. MỤC TIÊU

1. Nâng cao chất lượng phục vụ người dân trên địa bàn tỉnh.

PHỤ LỤC

DANH MỤC NHIỆM VỤ

"""
BELOW = """

Nơi nhận:
- Các sở, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH



Nguyễn Văn A
"""


def vocabulary():
    """Cells of the samples' tasks, by role."""
    cells = collections.defaultdict(list)
    for name in SAMPLES:
        record = json.loads((ROOT / "Samples" / f"{name}.json").read_text(encoding="utf-8"))
        for task in record["tasks"]:
            for role in ("task", "outputs", "lead", "coordinating"):
                text = " ".join((task.get(role) or "").split())
                if text and len(text) < 160:
                    cells[role].append(re.sub(r"^[\d.]+\s", "", text))
    return {role: sorted(set(texts)) for role, texts in cells.items()}


def time(random):
    return random.choice(TIMES).format(q=random.choice(["I", "II", "III", "IV"]), m=random.randint(1, 12),
                                       d=random.randint(10, 28), n=random.choice([5, 10, 15, 30, 100]))


def plan(random, words):
    """The roles of a table's columns, their heads and the cells of its rows."""
    roles = ["number", "task"]
    roles += [role for role, share in (("outputs", 0.8), ("lead", 1), ("coordinating", 0.8), ("deadline", 0.9))
              if random.random() < share]
    if random.random() < 0.2:
        roles.append("note")
    sparse = {role: random.choice([0, 0, 0.1, 0.3, 0.7]) for role in roles}
    sparse.update(number=0, task=0, lead=random.choice([0, 0, 0.05]), note=0.8)
    rows = []
    for number in range(random.choice([3, 5, 8, 13])):
        row = {"number": str(number + 1)}
        for role in roles[1:]:
            if random.random() < sparse[role]:
                row[role] = ""
            elif role == "deadline":
                row[role] = time(random)
            elif role == "note":
                row[role] = random.choice(["Nhiệm vụ mới", "Lồng ghép", "Theo yêu cầu"])
            else:
                row[role] = random.choice(words[role])
                if role == "task" and random.random() < 0.3:
                    row[role] = row[role].rstrip(".;") + " " + random.choice(PLACES)
        rows.append(row)
    return roles, [random.choice(HEADS[role]) for role in roles], rows


def wrap(text, width):
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def paragraphs(random, roles, heads, rows):
    gap = random.choice(["\n", "\n\n"])
    empty = random.choice([None, "\u00a0"])
    cells = list(heads)
    for row in rows:
        cells += [row[role] or empty for role in roles]
    return gap.join(cell for cell in cells if cell)


def wrapped(random, roles, heads, rows):
    gap = random.choice(["\n", "\n", "\n\n"])
    widths = [random.randint(*WIDTHS[role]) for role in roles]
    lines = []
    for head, width in zip(heads, widths):
        lines += wrap(head, width)
    page = random.choice([0, 0, 30])
    count, number = 0, 1
    for row in rows:
        for role, width in zip(roles, widths):
            for line in wrap(row[role], width):
                if not line:
                    continue
                lines.append(line)
                count += 1
                if page and count % page == 0:
                    number += 1
                    lines.append(str(number))
    return gap.join(lines)


def aligned(random, roles, heads, rows):
    widths = [random.randint(*WIDTHS[role]) for role in roles]
    gap = random.choice([1, 2, 3])
    middle = random.random() < 0.5
    blank = random.random() < 0.4
    starts = [sum(widths[:index]) + gap * index for index in range(len(roles))]

    def side_by_side(cells, shift=0):
        columns = [wrap(cell, width) for cell, width in zip(cells, widths)]
        height = max(len(column) for column in columns)
        text = []
        for line in range(height):
            out = ""
            for column, start in zip(columns, starts):
                offset = (height - len(column)) // 2 if middle else 0
                piece = column[line - offset] if 0 <= line - offset < len(column) else ""
                if piece:
                    out = out.ljust(start + shift) if len(out) < start + shift else out + " "
                    out += piece
            text.append(out)
        return text

    lines = side_by_side(heads)
    page = random.choice([0, 0, 25])
    count, number, shift = 0, 1, 0
    for row in rows:
        block = side_by_side([row[role] for role in roles], shift)
        if page and count + len(block) > page:
            number += 1
            shift = random.choice([0, 0, 1, 2])
            lines.append("\f" + " " * 40 + str(number))
            if random.random() < 0.6:
                lines += side_by_side(heads, shift)
            count = 0
        lines += block
        count += len(block)
        if blank:
            lines.append("")
    return "\n".join(lines)


LAYOUTS = [paragraphs, wrapped, wrapped, wrapped, aligned]


def made(folder):
    """Texts without signs among specimens that `specimens.py --keep` left: (number, layout, path, gold's tasks)."""
    for number, layout, path, gold in json.loads((pathlib.Path(folder) / "jobs.json").read_text(encoding="utf-8")):
        if layout in ("aligned", "plain", "paragraphs", "wrapped"):
            yield number, layout, path, json.loads(pathlib.Path(gold).read_text(encoding="utf-8"))["tasks"]


def printed(tasks):
    """The rows of a table as printed, those of groups among them."""
    rows, last = [], None
    for task in tasks:
        group = task.get("group")
        if isinstance(group, dict):
            group = group["any"][0] if "any" in group else group
            if group != last:
                rows.append({"number": group["label"], "task": group["title"]})
        last = group
        rows.append({role: text for role, text in task.items() if role != "group"})
    return rows


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def judge(reading, roles, rows):
    """Of every row of a reading what is seen of its cells and of itself: (kind, traits, whether it is right)."""
    known = {row["number"]: row for row in rows}
    taken = set()
    judged = []
    for read in reading["rows"]:
        cells = {role: plain(text) for role, text in zip(reading["roles"], read["cells"]) if role}
        number = cells.get("number", "").rstrip(".")
        label = re.match(r"(\d+(?:\.\d+)+)\.?\s+", cells.get("task", ""))
        if label and "group" in cells:
            # The activity of a field has its number in its own cell.
            number, cells["task"] = label.group(1), cells["task"][label.end():]
        row = known.get(number)
        if row is None or number in taken:
            row = next((row for row in rows if cells.get("task") and row["task"].startswith(cells["task"][:12])), None)
        else:
            taken.add(number)
        for seen in read["seen"][:-1]:
            role = reading["roles"][seen["column"]]
            if role == "number":
                judged.append((seen["kind"], tuple(sorted(seen["traits"])), row is not None and (row["number"] == number or "group" in cells)))
            elif role and role != "group":
                judged.append((seen["kind"], tuple(sorted(seen["traits"])), row is not None and plain(row.get(role, "")) == cells.get(role, "")))
        whole = row is not None and number == row["number"] and cells.get("task") == plain(row["task"])
        judged.append(("row", tuple(sorted(read["seen"][-1]["traits"])), whole))
    return judged


def fit(counts, before):
    """Weights of traits: the most likely ones, drawn towards those before, which are all that is known of rare traits
    (Newton's method)."""
    names = sorted({name for traits in counts for name in traits})
    place = {name: index for index, name in enumerate(names)}
    start = [before.get(name, 0.0) for name in names]
    weights = start[:]
    for _ in range(60):
        gradient = [PULL * (first - weight) for first, weight in zip(start, weights)]
        hessian = [[PULL if row == column else 0.0 for column in range(len(names))] for row in range(len(names))]
        for traits, (right, wrong) in counts.items():
            indices = [place[name] for name in traits]
            share = 1 / (1 + math.exp(-sum(weights[index] for index in indices)))
            for index in indices:
                gradient[index] += right - (right + wrong) * share
                for other in indices:
                    hessian[index][other] += (right + wrong) * share * (1 - share)
        step = solve(hessian, gradient)
        weights = [weight + max(-2, min(2, change)) for weight, change in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return dict(zip(names, weights))


def solve(matrix, vector):
    """Gauss' elimination."""
    size = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for index in range(size):
        pivot = max(range(index, size), key=lambda row: abs(rows[row][index]))
        rows[index], rows[pivot] = rows[pivot], rows[index]
        for row in range(index + 1, size):
            factor = rows[row][index] / rows[index][index]
            for column in range(index, size + 1):
                rows[row][column] -= factor * rows[index][column]
    result = [0.0] * size
    for index in reversed(range(size)):
        result[index] = (rows[index][size] - sum(rows[index][c] * result[c] for c in range(index + 1, size))) \
            / rows[index][index]
    return result


def value(judged, weights):
    total = 0.0
    for kind, traits, _ in judged:
        odds = sum(weights[kind].get(name, 0.0) for name in traits)
        total += -math.log1p(math.exp(-odds)) if odds >= 0 else odds - math.log1p(math.exp(odds))
    return total


def stored(path):
    weights = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        kind, trait, weight = line.split(",")
        weights[kind][trait] = float(weight)
    return weights


def report(title, documents, weights):
    """How well odds fit, and whether the best value is the best reading."""
    loss = count = best = contested = 0
    for readings in documents:
        for judged, _ in readings:
            for entry in judged:
                loss -= value([entry], weights) if entry[2] else math.log(max(1e-9, 1 - math.exp(value([entry], weights))))
                count += 1
        rights = [sum(entry[2] for entry in judged) for judged, _ in readings]
        if len(set(rights)) > 1:
            contested += 1
            values = [value(judged, weights) + LEFT * left for judged, left in readings]
            best += rights[values.index(max(values))] == max(rights)
    print(f"{title}: log loss a cell {loss / max(1, count):.3f}; best reading chosen in {best} of {contested} contested plans")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanban")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--specimens", action="append", default=[], help="a folder of specimens to learn from, too")
    parser.add_argument("--write")
    arguments = parser.parse_args()
    words = vocabulary()
    generator = random.Random(arguments.seed)
    plans, documents, held_back = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index in range(arguments.documents):
            roles, heads, rows = plan(generator, words)
            layout = LAYOUTS[index % len(LAYOUTS)]
            path = os.path.join(folder, f"{index}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(ABOVE.format(number=index + 1) + layout(generator, roles, heads, rows) + BELOW)
            plans.append((layout.__name__, roles, rows, index % 3 == 0))
            paths.append(path)
        for number, layout, path, tasks in (entry for name in arguments.specimens for entry in made(name)):
            rows = printed(tasks)
            plans.append((layout, list(rows[-1]), rows, number % 2 == 0))
            paths.append(path)
        output = subprocess.run([arguments.vanban, "readings", *paths], capture_output=True, text=True, check=True).stdout
    unread = collections.Counter()
    for (layout, roles, rows, is_held), line in zip(plans, output.splitlines()):
        readings = json.loads(line)["readings"]
        most = max((reading["lines"] for reading in readings), default=0)
        documents.append([(judge(reading, roles, rows), most - reading["lines"]) for reading in readings])
        held_back.append(is_held)
        if not readings:
            unread[layout] += 1
    print("plans without a reading:", dict(unread))
    learned = [readings for readings, is_held in zip(documents, held_back) if not is_held]
    held = [readings for readings, is_held in zip(documents, held_back) if is_held]
    counts = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    for readings in learned:
        for judged, _ in readings:
            for kind, traits, is_right in judged:
                counts[kind][traits][0 if is_right else 1] += 1
    before = stored(CSV)
    weights = {kind: fit(seen, before[kind]) for kind, seen in sorted(counts.items())}
    for kind, traits in before.items():
        # What no plan showed stays as it was.
        for trait, weight in traits.items():
            weights.setdefault(kind, {}).setdefault(trait, weight)
    report("held back, weights as stored", held, before)
    report("held back, weights as fitted", held, weights)
    if arguments.write:
        order = ["number", "task", "outputs", "lead", "coordinating", "deadline", "other", "row"]
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write("kind,trait,weight\n")
            for kind in order:
                for trait, weight in sorted(weights.get(kind, {}).items(), key=lambda item: (item[0] != "any", item[0])):
                    file.write(f"{kind},{trait},{LEFT if (kind, trait) == ('row', 'left') else round(weight, 2)}\n")


if __name__ == "__main__":
    main()
