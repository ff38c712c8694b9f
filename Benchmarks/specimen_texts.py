"""Texts of specimens: the vocabulary of the samples, what stands above and below a table, and tables without signs between
the cells as other programs write them."""
import collections
import json
import pathlib
import re
import textwrap
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ["commune-plan-2026", "provincial-papi-plan", "provincial-reform-plan"]

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
TIMES = ["Quý {q}/2026", "Tháng {m}/2026", "Trước ngày {d}/{m}/2026", "{d}/{m}/2026", "Thường xuyên", "Hằng quý",
         "Muộn nhất {d}/{m}/2026", "{n} ngày kể từ ngày ban hành Kế hoạch", "Hoàn thành trước tháng {m}/2026",
         "Năm 2026", "Cả năm 2026", "Định kỳ hằng tháng", "Từ tháng {m} đến tháng 12/2026", "Không quá {n} ngày làm việc"]
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


def wrap(text, width, in_print=False):
    """The lines of a cell of so many letters; in print narrow letters take less room than wide ones."""
    if not in_print:
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    lines, room = [], 0.0
    for word in text.split():
        own = printed(word)
        if lines and own + 0.25 <= room:
            lines[-1] += " " + word
            room -= own + 0.25
        else:
            lines.append(word)
            room = 0.46 * width - own
    return lines or [""]


def printed(word):
    """The length of a word in print, in parts of the type size (Times)."""
    total = 0.0
    for letter in unicodedata.normalize("NFD", word):
        if unicodedata.combining(letter):
            continue
        total += 0.28 if letter in "iljt.,:;/'|" else 0.33 if letter in "fr()-!" else 0.42 if letter in "aceszv" else 0.76 if letter in "mw" \
            else 0.7 if letter.isupper() else 0.5
    return total


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
    in_print = random.random() < 0.5
    lines = []
    for head, width in zip(heads, widths):
        lines += wrap(head, width, in_print)
    page = random.choice([0, 0, 30])
    count, number = 0, 1
    for row in rows:
        for role, width in zip(roles, widths):
            for line in wrap(row[role], width, in_print):
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
