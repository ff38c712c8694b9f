"""The files that the program must survive. Standard library only.

A case is a function that gives the bytes of one file, whole or in chunks. Numbers of things go through `many`, so that
a build without optimization can be tested with fewer.
"""

CASES = []
_scale = 1.0


def set_scale(scale):
    global _scale
    _scale = scale


def many(count):
    """A number of things, scaled."""
    return max(2, int(count * _scale))


def case(name, refused=False, english="", vietnamese=""):
    """Registers a file.

    refused: the program must end with 2; english, vietnamese: words that its message must hold.
    """

    def register(make):
        CASES.append({"name": name, "make": make, "refused": refused or bool(english),
                      "english": english, "vietnamese": vietnamese})
        return make

    return register


def repeated(piece, count, head=b"", tail=b""):
    """`piece` so many times, in chunks that don't fill the memory."""
    if isinstance(piece, str):
        piece = piece.encode()
    if head:
        yield head.encode() if isinstance(head, str) else head
    chunk = max(1, (1 << 20) // len(piece))
    while count > 0:
        taken = min(chunk, count)
        yield piece * taken
        count -= taken
    if tail:
        yield tail.encode() if isinstance(tail, str) else tail


def counted(form, count, head="", tail=""):
    """`form` with the numbers 1 to `count` in it, in chunks."""
    yield head.encode()
    for start in range(0, count, 10000):
        yield "".join(form.format(n + 1) for n in range(start, min(count, start + 10000))).encode()
    yield tail.encode()


HEAD = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Lạc, ngày 12 tháng 3 năm 2025

KẾ HOẠCH
Nâng cao chỉ số hiệu quả quản trị năm 2025

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

I. MỤC TIÊU
1. Nội dung chung.
"""

PAGE = "<p>" + HEAD.strip().replace("\n\n", "\n").replace("\n", "</p>\n<p>") + "</p>\n"
