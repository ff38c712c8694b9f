#!/usr/bin/env python3
"""specimens.py VANBAN [--count N] [--seed S] [--layouts A,B] [--keep FOLDER] [--details]: plans whose record is known, read.

Makes plans at random (kind of head, order and widths of columns, heads of one and two rows, groups, merged and empty
cells, numbers, rows cut by pages), writes each in every layout, reads them with `vanban convert`, and compares the record
with what was written, by the rules of the evaluation set's `score.py`. Layouts of pages are made by the programs that
make them: LibreOffice's PDF through `pdftotext -layout` (aligned) and `pdftotext` (plain), and as it is (pdf). Plans with an odd number are
for mending by, those with an even number are held back: the board tells both.

    Benchmarks/specimens.py .build/release/vanban --count 60 --seed 1

Standard library, LibreOffice and poppler-utils. The same seed gives the same plans.
"""
import argparse
import collections
import concurrent.futures
import csv
import importlib.util
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import specimen_texts
from specimen_pages import docx

ROOT = pathlib.Path(__file__).resolve().parent.parent
EVAL = pathlib.Path(os.environ.get("VANBAN_SHARED", ROOT.parent / "shared")) / "eval"
AGENCIES = ROOT / "Sources/VanBanStructure/Resources/agencies.csv"
LAYOUTS = ["aligned", "plain", "tabs", "pipes", "paragraphs", "wrapped", "html", "docx", "pdf"]

HEADS = dict(
    specimen_texts.HEADS,
    number=["TT", "STT", "TT", "STT", "Số TT"],
    task=["Nhiệm vụ", "Nội dung công việc", "Nội dung nhiệm vụ", "Tên nhiệm vụ", "Nhiệm vụ, giải pháp", "Nội dung thực hiện"],
    outputs=["Sản phẩm", "Kết quả", "Sản phẩm đầu ra", "Kết quả, sản phẩm", "Sản phẩm dự kiến"],
    lead=["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan, đơn vị chủ trì"],
    coordinating=["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp"],
    deadline=["Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Thời hạn hoàn thành", "Thời gian"],
    funding=["Kinh phí", "Nguồn kinh phí", "Kinh phí (triệu đồng)"],
    group=["Lĩnh vực", "Nội dung", "Nhóm nhiệm vụ"],
)
OVER_AGENCIES = ["Phân công thực hiện", "Tổ chức thực hiện", "Cơ quan thực hiện"]
VERBS = """Xây dựng;Ban hành;Rà soát;Triển khai;Tổ chức;Kiểm tra;Đánh giá;Hoàn thiện;Tham mưu ban hành;Nâng cấp;Cập nhật;Công khai;
Đôn đốc;Phối hợp xây dựng;Hướng dẫn thực hiện;Tập huấn;Số hóa;Chuẩn hóa;Kiện toàn;Tuyên truyền về;Khảo sát;Theo dõi;Vận hành;Bố trí""".replace("\n", "").split(";")
OBJECTS = """kế hoạch cải cách hành chính;danh mục thủ tục hành chính thuộc phạm vi quản lý;quy trình nội bộ, quy trình điện tử;
cơ sở dữ liệu chuyên ngành;hệ thống một cửa điện tử;bộ chỉ số đánh giá chuyển đổi số;kết quả giải quyết thủ tục hành chính;
đội ngũ cán bộ, công chức, viên chức;vị trí việc làm trong các cơ quan;quy chế làm việc;hồ sơ còn hiệu lực;nền tảng dữ liệu dùng chung;
dịch vụ công trực tuyến toàn trình;công tác kiểm tra công vụ;định mức kinh tế - kỹ thuật;hạ tầng viễn thông và an toàn thông tin;
chính sách thu hút nguồn nhân lực chất lượng cao;hội nghị đối thoại với người dân, doanh nghiệp;mô hình chuyên trang, chuyên mục;
quy hoạch sử dụng đất;danh mục dự án kêu gọi đầu tư;tài sản công dôi dư sau sắp xếp;chỉ tiêu phát triển kinh tế - xã hội;
nhiệm vụ khoa học và công nghệ;quy định phân cấp quản lý;văn bản quy phạm pháp luật""".replace("\n", "").split(";")
TAILS = """của tỉnh;trên địa bàn;tại Trung tâm Phục vụ hành chính công;theo hướng dẫn của Bộ Nội vụ;phục vụ người dân và doanh nghiệp;
bảo đảm đúng tiến độ được giao;đến năm 2030, tầm nhìn đến năm 2045;giai đoạn 2026 - 2030;theo quy định của pháp luật;
trong các cơ quan nhà nước;gắn với Đề án 06;theo mô hình chính quyền địa phương 02 cấp;cho cán bộ, công chức cấp xã;
bảo đảm tỷ lệ đạt từ 90% trở lên;kịp thời tháo gỡ khó khăn, vướng mắc""".replace("\n", "").split(";")
PRODUCTS = """Kế hoạch;Quyết định;Báo cáo;Báo cáo kết quả;Văn bản hướng dẫn;Tờ trình;Nghị quyết của HĐND;Quyết định công bố;
Danh mục được phê duyệt;Hệ thống được nâng cấp;Hội nghị;Kế hoạch, báo cáo;Cơ sở dữ liệu;Quy chế;Văn bản chỉ đạo;Thông báo kết luận;
Tin, bài, phóng sự;Tài liệu tập huấn;Đề án;Công văn;Bộ tiêu chí;Hồ sơ được số hóa;Phần mềm được vận hành""".replace("\n", "").split(";")
COLLECTIVES = ["Các sở, ban, ngành", "UBND các xã, phường", "Các cơ quan, đơn vị liên quan", "Các phòng, ban chuyên môn",
               "UBND cấp xã", "Các đơn vị trực thuộc"]
# Bodies that no list knows, and persons.
UNITS = ["Phòng", "Ban", "Khoa", "Trung tâm", "Tổ", "Viện", "Bộ phận", "Ban Quản lý", "Đội", "Các Khoa", "Xí nghiệp", "Công ty"]
NAMES = """Đào tạo và Công tác sinh viên;Khảo thí và Đảm bảo chất lượng;Kế hoạch - Tài chính;Công nghệ số cộng đồng;Kinh tế - Hạ tầng;
Văn hóa - Xã hội;Quản trị thiết bị;Một cửa;Dự án đầu tư xây dựng khu vực;Dịch vụ công ích;Nghiên cứu phát triển;Môi trường đô thị;
Khoa học và Hợp tác quốc tế;Tuyển sinh;Cấp nước Bình Minh;Tin học - Công báo;Điều hành đô thị thông minh;Tiếp công dân;Trực ban""".replace("\n", "").split(";")
OTHERS = ["Công chức Văn phòng - Thống kê", "Công an xã", "Hội Liên hiệp Phụ nữ xã", "Đoàn Thanh niên", "Trưởng các thôn", "Ông Trần Văn Bình",
          "Bà Lê Thị Hoa", "MTTQ và các đoàn thể", "Các Khoa, Các Phòng chức năng", "Trạm Y tế", "Các trường học", "Ngân hàng Chính sách xã hội",
          "P. HCTH", "Chủ nhiệm đề tài", "Toàn thể viên chức", "VNPT, Viettel"]
GROUPS = """Cải cách thể chế;Cải cách thủ tục hành chính;Cải cách tổ chức bộ máy;Cải cách chế độ công vụ;Cải cách tài chính công;
Xây dựng chính quyền số;Công tác chỉ đạo, điều hành;Phát triển kinh tế số;Nhóm nhiệm vụ về hạ tầng;Nâng cao chất lượng phục vụ""".replace("\n", "").split(";")
MORE_TIMES = ["Trước {d}/{m}/2026", "Quý {q}, {r}/2026", "Hằng năm", "Tháng {m} năm 2026", "Trước ngày {d} tháng {m} năm 2026",
              "Ngay sau khi có hướng dẫn của Trung ương", "Năm 2026 - 2027", "Hằng tháng, quý, năm"]


class Plan:
    """A table's columns, heads and rows, and what a record of it must hold."""

    def __init__(self, number, generator, words):
        self.number = number
        self.random = generator
        self.words = words
        # Of whose plan it is: bodies of a list, or others.
        self.unknown = generator.choice([0, 0, 0.2, 0.6, 0.95])
        self.roles = self.columns()
        self.heads = {role: generator.choice(HEADS[role]) for role in self.roles}
        both = "lead" in self.roles and "coordinating" in self.roles
        self.over = generator.choice(OVER_AGENCIES) if both and generator.random() < 0.25 else None
        if self.over:
            self.heads.update(lead=generator.choice(["Chủ trì", "Cơ quan chủ trì"]), coordinating=generator.choice(["Phối hợp", "Cơ quan phối hợp"]))
        # Products in small letters, and cells of bodies that end on a sign by mistake, are found, if seldom.
        self.small = generator.random() < 0.06
        # How rows are grouped: not at all, by rows of titles, by parents with numbers, by a merged field.
        self.grouping = generator.choice(["none", "none", "roman", "letter", "parent", "field"])
        if self.grouping == "field":
            self.roles.insert(1, "group")
            self.heads["group"] = generator.choice(["Lĩnh vực", "Nhóm nhiệm vụ", "Nội dung"])
            if self.heads["group"] == "Nội dung":
                self.heads["task"] = "Nhiệm vụ"
        self.rows = self.make_rows()

    def columns(self):
        pick = self.random
        middle = [role for role, share in (("lead", 1), ("coordinating", 0.85), ("outputs", 0.75), ("deadline", 0.95))
                  if pick.random() < share]
        order = pick.random()
        if order < 0.25 and "outputs" in middle:
            middle = ["outputs"] + [role for role in middle if role != "outputs"]
        elif order < 0.4:
            middle.sort(key=lambda role: ["deadline", "lead", "coordinating", "outputs"].index(role))
        roles = ["number", "task"] + middle
        if order > 0.92 and "deadline" in middle:
            roles = ["number", "deadline", "task"] + [role for role in middle if role != "deadline"]
        if pick.random() < 0.12:
            roles.append("funding")
        if pick.random() < 0.2:
            roles.append("note")
        return roles

    def make_rows(self):
        """Rows as printed: {"title": …, "label": …} of a group, or the cells of a task with its gold."""
        pick, rows, group, number = self.random, [], None, 0
        self.sparse = {role: pick.choice([0, 0, 0.05, 0.2]) for role in self.roles}
        self.sparse.update(number=0, task=0, lead=0, note=0.8, group=0, funding=pick.choice([0, 0.4]))
        count, left, groups = pick.choice([5, 8, 12, 18, 26]), 0, 0
        titles = pick.sample(GROUPS, len(GROUPS))
        while number < count:
            if self.grouping != "none" and left == 0:
                left, groups, inner = pick.randint(2, 6), groups + 1, 0
                title = titles[groups % len(titles)]
                label = {"roman": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][(groups - 1) % 10],
                         "letter": "ABCDEGHIKL"[(groups - 1) % 10]}.get(self.grouping, str(groups))
                group = {"label": label, "title": title}
                if self.grouping != "field":
                    rows.append({"title": title, "label": label})
            number += 1
            cells = {role: self.cell(role) for role in self.roles if role not in ("number", "group")}
            own = str(number)
            if self.grouping in ("parent", "field"):
                inner += 1
                own = f"{group['label']}.{inner}"
            row = {"cells": cells, "number": own, "group": group}
            if self.grouping == "field":
                row["first"] = inner == 1
            left -= 1
            rows.append(row)
        self.merge(rows)
        return rows

    def merge(self, rows):
        """Cells merged over rows that follow each other, in some plans."""
        if self.random.random() > 0.3:
            return
        for role in self.roles:
            if role not in ("lead", "deadline", "coordinating"):
                continue
            index = 0
            while index < len(rows):
                length = self.random.randint(2, 4)
                run = rows[index:index + length]
                index += length if self.random.random() < 0.5 else 1
                if self.random.random() < 0.25 and len(run) == length and all("cells" in row and row.get("group") == run[0].get("group") for row in run):
                    for row in run[1:]:
                        row["cells"][role] = run[0]["cells"][role]
                        row.setdefault("covered", set()).add(role)
                    index = max(index, rows.index(run[-1]) + 1)

    def cell(self, role):
        pick = self.random
        if pick.random() < self.sparse.get(role, 0):
            return ""
        if role == "task":
            if pick.random() < 0.3:
                return pick.choice(self.words["task"])
            text = f"{pick.choice(VERBS)} {pick.choice(OBJECTS)}"
            for tail in pick.sample(TAILS, pick.choice([0, 1, 1, 2])):
                text += " " + tail
            return text + pick.choice(["", "", ".", ";"])
        if role == "outputs":
            text = pick.choice(self.words["outputs"]) if pick.random() < 0.3 else \
                pick.choice(PRODUCTS) + pick.choice(["", "", " " + pick.choice(["của UBND tỉnh", "được ban hành", "của Chủ tịch UBND"])])
            return text[0].lower() + text[1:] if self.small else text
        if role == "lead":
            names = [self.agency() if pick.random() < 0.75 else pick.choice(COLLECTIVES)]
            if pick.random() < 0.2:
                names += [self.agency() for _ in range(pick.choice([1, 1, 2]))]
            return pick.choice(["; ", ", "]).join(names) + (pick.choice([",", ";"]) if pick.random() < 0.01 else "")
        if role == "coordinating":
            names = [self.agency() for _ in range(pick.choice([0, 1, 2, 3]))]
            names += [pick.choice(COLLECTIVES)] if not names or pick.random() < 0.6 else []
            return pick.choice(["; ", ", ", "; "]).join(names) + (pick.choice([",", ";"]) if pick.random() < 0.01 else "")
        if role == "deadline":
            form = pick.choice(specimen_texts.TIMES + MORE_TIMES)
            return form.format(q=pick.choice(["I", "II"]), r=pick.choice(["III", "IV"]), m=pick.randint(1, 12),
                               d=pick.randint(10, 28), n=pick.choice([5, 10, 15, 30, 100]))
        if role == "funding":
            return pick.choice(["Ngân sách tỉnh", "Ngân sách xã", f"{pick.randint(5, 900)}", f"{pick.randint(1, 9)}.{pick.randint(100, 999)}"])
        return pick.choice(["Nhiệm vụ mới", "Lồng ghép", "Theo yêu cầu"])

    def agency(self):
        pick = self.random
        if pick.random() >= self.unknown:
            return pick.choice(self.words["agency"])
        if pick.random() < 0.4:
            return pick.choice(OTHERS)
        return f"{pick.choice(UNITS)} {pick.choice(NAMES)}"

    @property
    def tasks(self):
        return [row for row in self.rows if "cells" in row]

    def gold(self, form):
        tasks = []
        for row in self.tasks:
            task = {"number": row["number"], "group": row["group"]}
            for role, text in row["cells"].items():
                task[role] = text
            if task["group"] is None:
                del task["group"]
            elif self.grouping == "field" and form not in ("aligned", "plain", "docx", "pdf"):
                # A column of fields says no number of theirs.
                task["group"] = {"any": [task["group"], {"label": None, "title": task["group"]["title"]}]}
            tasks.append(task)
        return {"form": form, "taskCount": len(tasks), "tasks": tasks, "scores": []}


def vocabulary():
    words = specimen_texts.vocabulary()
    with open(AGENCIES, encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file)]
    names = [row["name"] for row in rows if row["level"] == "province" and row["kind"] in ("department", "office", "agency")]
    if len(names) < 12:
        names = [row["name"] for row in rows if row["name"].startswith(("Sở ", "Thanh tra tỉnh", "Công an tỉnh", "Văn phòng UBND tỉnh"))]
    words["agency"] = sorted(set(names))
    return words


# ---------------------------------------------------------------- layouts of text

def flat_rows(plan):
    """Of every printed row its cells in the order of the columns; a merged cell counts for each row."""
    last = {}
    for row in plan.rows:
        if "title" in row:
            place = plan.roles.index("task")
            yield [row["label"] if role == "number" else row["title"] if index == place else "" for index, role in enumerate(plan.roles)]
            continue
        cells = []
        for role in plan.roles:
            if role == "number":
                cells.append(row["number"])
            elif role == "group":
                cells.append(row["group"]["title"])
            else:
                cells.append(row["cells"][role])
        yield cells


def text_layout(name, plan):
    heads = [plan.heads[role] for role in plan.roles]
    rows = list(flat_rows(plan))
    if name == "tabs":
        body = "\n".join("\t".join(cells) for cells in [heads] + rows)
    elif name == "pipes":
        body = "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, ["---"] * len(heads)] + rows)
    else:
        named = [dict(zip(plan.roles, cells)) for cells in rows]
        widths, specimen_texts.WIDTHS = specimen_texts.WIDTHS, dict(specimen_texts.WIDTHS, group=(12, 20))
        body = getattr(specimen_texts, name)(plan.random, plan.roles, heads, named)
        specimen_texts.WIDTHS = widths
    return specimen_texts.ABOVE.format(number=plan.number) + body + specimen_texts.BELOW


def html(plan):
    def cell(tag, text, attributes=""):
        return f"<{tag}{attributes}>{text}</{tag}>"
    rows = ["<tr>" + "".join(cell("th", plan.heads[role]) for role in plan.roles) + "</tr>"]
    for cells in flat_rows(plan):
        rows.append("<tr>" + "".join(cell("td", text) for text in cells) + "</tr>")
    above = "".join(f"<p>{line}</p>" for line in specimen_texts.ABOVE.format(number=plan.number).split("\n") if line)
    below = "".join(f"<p>{line}</p>" for line in specimen_texts.BELOW.split("\n") if line)
    return f"<html><body>{above}<table>{''.join(rows)}</table>{below}</body></html>"


# ---------------------------------------------------------------- files

def write(plans, folder, layouts):
    """Writes the plans in the layouts, with their gold. Returns [(plan, layout, path, gold's path)]."""
    documents = folder / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    jobs = []
    pages = {"aligned", "plain", "docx", "pdf"} & set(layouts)
    if pages:
        for plan in plans:
            docx(plan, specimen_texts.ABOVE.format(number=plan.number), specimen_texts.BELOW, documents / f"{plan.number:05}-docx.docx")
    if {"aligned", "plain", "pdf"} & pages:
        with tempfile.TemporaryDirectory() as profile:
            made = sorted(documents.glob("*-docx.docx"))
            for start in range(0, len(made), 40):
                subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf",
                                "--outdir", str(folder / "pdf"), *map(str, made[start:start + 40])],
                               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for plan in plans:
        for layout in layouts:
            suffix = {"html": ".html", "docx": ".docx", "pdf": ".pdf", "pipes": ".md"}.get(layout, ".txt")
            path = documents / f"{plan.number:05}-{layout}{suffix}"
            pdf = folder / "pdf" / f"{plan.number:05}-docx.pdf"
            if layout == "pdf":
                shutil.copy(pdf, path)
            elif layout in ("aligned", "plain"):
                subprocess.run(["pdftotext", *(["-layout"] if layout == "aligned" else []), str(pdf), str(path)], check=True)
            elif layout == "html":
                path.write_text(html(plan), encoding="utf-8")
            elif layout != "docx":
                path.write_text(text_layout(layout, plan), encoding="utf-8")
            gold = documents / f"{plan.number:05}-{layout}.gold.json"
            gold.write_text(json.dumps(plan.gold(layout), ensure_ascii=False, indent=1), encoding="utf-8")
            jobs.append((plan, layout, path, gold))
    return jobs


# ---------------------------------------------------------------- the board

def scorer():
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def board(title, results):
    print(f"\n## {title}\n\n| layout | plans | fields exact | F1 | rows exact | false | lost | silent | told | warnings true/false | not read |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    total = collections.Counter()
    for layout in list(dict.fromkeys(layout for layout, _ in results)) + [None]:
        own = [result for name, result in results if layout in (name, None)]
        fields = [sum(tally[place] for result in own for tally in result.get("fields", {}).values()) for place in range(5)]
        exact, count, true, false, lost = fields
        f1 = 2 * true / max(1, 2 * true + false + lost)
        get = lambda name: sum(result.get(name, 0) for result in own)
        warned = [sum(counts[place] for result in own for counts in result.get("warnings", {}).values()) for place in (0, 1)]
        unread = sum(result.get("rows", 0) == 0 for result in own)
        print(f"| {layout or '**all**'} | {len(own)} | {exact}/{count} | {f1:.3f} | {get('rowsExact')}/{get('goldRows')} | {get('falseRows')} |"
              f" {get('lostRows')} | {get('silent')} | {get('told')} | {warned[0]}/{warned[1]} | {unread} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanban")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layouts", default=",".join(LAYOUTS))
    parser.add_argument("--keep", help="folder for the files, made before the first run and used again by the next ones")
    parser.add_argument("--details", action="store_true", help="prints what is wrong in the plans that are not held back")
    parser.add_argument("--json", help="the figures of every file")
    arguments = parser.parse_args()
    if not (EVAL / "score.py").exists():
        print(f"Skipped: there is no {EVAL / 'score.py'}.")
        return
    score, words, layouts = scorer(), vocabulary(), arguments.layouts.split(",")
    plans = [Plan(number, random.Random(f"{arguments.seed}/{number}"), words) for number in range(1, arguments.count + 1)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(arguments.keep or temporary)
        known = folder / "jobs.json"
        if known.exists():
            jobs = [tuple(job) for job in json.loads(known.read_text()) if job[1] in layouts]
        else:
            jobs = [(plan.number, layout, str(path), str(gold)) for plan, layout, path, gold in write(plans, folder, layouts)]
            known.write_text(json.dumps(jobs))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda job: score.document((arguments.vanban, job[2], job[3], False)), jobs))
    results = [(number, layout, result) for (number, layout, _, _), result in zip(jobs, found)]
    results.sort(key=lambda entry: (layouts.index(entry[1]), entry[0]))
    board("Plans to mend by", [(layout, result) for number, layout, result in results if number % 2])
    board("Plans held back", [(layout, result) for number, layout, result in results if number % 2 == 0])
    if arguments.details:
        for number, layout, result in results:
            for wrong in result.get("wrong", []) if number % 2 else []:
                print(f"{number:05}-{layout} row {wrong['row']} {wrong['field']}: {wrong['got']!r}, not {wrong['gold']!r} {','.join(wrong['told']) or 'SILENT'}")
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps([[n, l, {k: v for k, v in r.items() if k != "fields"}] for n, l, r in results], ensure_ascii=False))


if __name__ == "__main__":
    main()
