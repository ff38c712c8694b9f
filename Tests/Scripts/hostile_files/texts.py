"""Plain text that is broken or made to be slow."""

import random

from . import HEAD, case, counted, many, repeated

TABLE = "STT\n\nNhiệm vụ\n\nCơ quan chủ trì\n\nCơ quan phối hợp\n\nThời gian\n\n"
SYLLABLES = "công tác quản lý nhà nước về chỉ số năm kế hoạch thực hiện đơn vị tỉnh xã ".encode()


@case("text-one-line.txt")
def _():
    return repeated(SYLLABLES, many(100_000_000) // len(SYLLABLES), HEAD)


@case("text-one-word.txt")
def _():
    return repeated("a", many(100_000_000), HEAD)


@case("text-empty-lines.txt")
def _():
    return repeated("\n", many(1_000_000), HEAD, "2. Hết.\n")


@case("text-only-empty-lines.txt", refused=True)
def _():
    return repeated("\n", many(1_000_000))


@case("text-form-feeds.txt")
def _():
    return repeated("\f", many(1_000_000), HEAD, "2. Hết.\n")


@case("text-carriage-returns.txt")
def _():
    return repeated("\r", many(1_000_000), HEAD, "2. Hết.\n")


@case("text-tabs-in-a-line.txt")
def _():
    return repeated("\t", many(1_000_000), HEAD + "STT\tNhiệm vụ\tChủ trì\n1\t", "\n2. Hết.\n")


@case("text-cells-in-a-line.txt")
def _():
    return repeated("a\t", many(300_000), HEAD + "STT\tNhiệm vụ\tChủ trì\n1\t", "\n2. Hết.\n")


@case("text-tab-rows.txt")
def _():
    return counted("{0}\tNhiệm vụ {0}\tSở Nội vụ\tQuý I\n", many(100_000), HEAD + "STT\tNhiệm vụ\tChủ trì\tThời gian\n")


@case("text-marks-on-one-letter.txt")
def _():
    return repeated("\u0301", many(1_000_000), HEAD + "a", "\n")


@case("text-mixed-marks-on-one-letter.txt")
def _():
    return repeated("\u0301\u0323\u0302\u0327", many(250_000), HEAD + "a", "\n")


@case("text-only-marks.txt")
def _():
    return repeated("\u0301", many(1_000_000))


@case("text-zero-width.txt")
def _():
    return repeated("\u200b\u200d\ufeff", many(300_000), HEAD)


@case("text-only-zero-width.txt", refused=True)
def _():
    return repeated("\u200b", many(300_000))


@case("text-random.txt", refused=True)
def _():
    return random.Random(1).randbytes(1_000_000)


@case("text-random-letters.txt")
def _():
    source = random.Random(2)
    letters = "aăâđêôơưáàảãạ \n\t|+-:;,.()[]{}/1234567890IVX"
    return (HEAD + "".join(source.choice(letters) for _ in range(many(500_000)))).encode()


@case("text-utf16-odd.txt")
def _():
    return b"\xff\xfe" + HEAD.encode("utf-16-le") + b"\x41"


@case("text-utf16-lone-surrogates.txt")
def _():
    return b"\xff\xfe" + HEAD.encode("utf-16-le") + b"\x00\xd8\x41\x00\x00\xdc" * 5000


@case("text-utf8-lone-surrogates.txt")
def _():
    return HEAD.encode() + b"\xed\xa0\x80" * 5000


@case("text-bom-only.txt", refused=True)
def _():
    return b"\xef\xbb\xbf"


@case("text-bom16-only.txt", refused=True)
def _():
    return b"\xff\xfe"


@case("text-nul-bytes.txt")
def _():
    return HEAD.encode() + b"\0" * 100_000


@case("text-only-nul-bytes.txt", refused=True)
def _():
    return b"\0" * 100_000


@case("text-cut-letters.txt")
def _():
    return HEAD.encode().replace(b"\xba", b"", 20) + b"\xe1\xba"


@case("text-rows-with-a-bar.txt")
def _():
    return repeated("Nội dung 3 | x\n", many(80_000), HEAD)


@case("text-only-rows-with-a-bar.txt")
def _():
    return repeated("Nội dung 3 | x\n", many(80_000))


@case("text-bars-in-a-line.txt")
def _():
    return repeated("|", many(100_000), HEAD, "\n")


@case("text-bar-cells-in-a-line.txt")
def _():
    return repeated("a | ", many(100_000), HEAD, "\n")


@case("text-bar-rows.txt")
def _():
    return counted("| {0} | Nhiệm vụ {0} | Sở Nội vụ | Quý I |\n", many(80_000),
                   HEAD + "| STT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n")


@case("text-bar-table-heads.txt")
def _():
    return repeated("| STT | Nhiệm vụ | Chủ trì | Thời gian |\n", many(100_000), HEAD)


@case("text-drawn-rules.txt")
def _():
    return repeated("+---+---+\n", many(100_000), HEAD)


@case("text-drawn-rule-long.txt")
def _():
    return repeated("+---", many(100_000), HEAD, "+\n| a |\n+---+\n")


@case("text-box-characters.txt")
def _():
    return repeated("┌─┬┐│├┼┤\n", many(50_000), HEAD)


@case("text-table-heads.txt")
def _():
    return repeated(TABLE, many(20_000), HEAD)


@case("text-table-head-lines.txt")
def _():
    return repeated("Nội dung\n", many(100_000), HEAD)


@case("text-table-heads-on-one-line.txt")
def _():
    return repeated("STT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian\n", many(65_000), HEAD)


@case("text-table-heads-then-prose.txt")
def _():
    return repeated(TABLE + "1\n\nRà soát hồ sơ\n\nSở Nội vụ\n\nCác sở\n\nQuý I\n\nVăn bản này quy định chung.\n\n",
                    many(10_000), HEAD)


@case("text-wrapped-heads.txt")
def _():
    return repeated("TT Nhiệm vụ Chủ trì Thời gian\n1 Rà soát hồ sơ Sở Nội\nvụ Quý I\n", many(15_000), HEAD)


@case("text-wrapped-one-table.txt")
def _():
    return counted("{0} Rà soát hồ sơ của các đơn vị\ntrên địa bàn Sở Nội vụ Quý I\n", many(25_000),
                   HEAD + "TT Nhiệm vụ Cơ quan chủ trì Thời gian\n")


@case("text-cells-below-each-other.txt")
def _():
    return counted("{0}\n\nRà soát hồ sơ {0}\n\nSở Nội vụ\n\nCác sở, ban, ngành\n\nQuý I năm 2025\n\n", many(20_000),
                   HEAD + "Phụ lục\n\n" + TABLE)


@case("text-aligned-columns.txt")
def _():
    return counted("{0}     Rà soát hồ sơ       Sở Nội vụ        Quý I\n", many(17_000),
                   HEAD + "STT   Nhiệm vụ            Chủ trì          Thời gian\n")


@case("text-spaces-in-a-line.txt")
def _():
    return repeated("a" + " " * 9, many(300_000), HEAD, "\n")


@case("text-labels-repeated.txt")
def _():
    return repeated("1. Nội dung.\n", many(100_000), HEAD)


@case("text-labels-rising.txt")
def _():
    return counted("{0}. Nội dung {0}.\n", many(100_000), HEAD)


@case("text-labels-deep.txt")
def _():
    return repeated("1." * 5000 + " Nội dung\n", many(200), HEAD)


@case("text-labels-huge.txt")
def _():
    return repeated("9" * 3000 + ". Nội dung\nĐiều " + "9" * 400 + ". Việc\n", many(500), HEAD)


@case("text-labels-changing.txt")
def _():
    return repeated("I. Nội dung\n1. Nội dung\n1.1. Nội dung\na) Nội dung\n- Nội dung\n+ Nội dung\n", many(20_000), HEAD)


@case("text-articles.txt")
def _():
    return counted("Điều {0}. Nội dung {0}\n1. Khoản.\na) Điểm;\n", many(50_000), HEAD)


@case("text-recitals.txt")
def _():
    return repeated("Căn cứ Luật Tổ chức chính quyền địa phương;\n", many(100_000),
                    HEAD.split("Căn cứ")[0])


@case("text-mottos.txt")
def _():
    return repeated("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n", many(50_000), HEAD)


@case("text-letterheads.txt")
def _():
    return repeated(HEAD + "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n\n",
                    many(5_000))


@case("text-document-kinds.txt")
def _():
    return repeated("QUYẾT ĐỊNH\n", many(100_000), HEAD)


@case("text-appendix-heads.txt")
def _():
    return counted("PHỤ LỤC {0}\n", many(100_000), HEAD)


@case("text-appendix-promises.txt")
def _():
    return counted("2. Thực hiện theo Phụ lục {0} kèm theo.\n", many(30_000), HEAD)


@case("text-recipients.txt")
def _():
    return repeated("- Các sở, ban, ngành;\n", many(100_000), HEAD + "\nNơi nhận:\n")


@case("text-footnotes.txt")
def _():
    yield from counted("Câu {0} có chú thích[{0}].\n", many(50_000), HEAD)
    yield from counted("[{0}] Chú thích số {0}.\n", many(50_000))


@case("text-superscripts.txt")
def _():
    return repeated("Câu có chú thích¹.\n¹ Chú thích.\n", many(50_000), HEAD)


@case("text-bars-alone.txt")
def _():
    return repeated("|\n", many(500_000), HEAD)


@case("text-cells-before-bars.txt")
def _():
    return counted("{0}\n|\nRà soát nội dung {0}\n|\nSở Nội vụ\n|\nQuý I\n|\n", many(20_000),
                   HEAD + "TT\n|\nNhiệm vụ\n|\nCơ quan chủ trì\n|\nThời gian\n|\n")


@case("text-words-before-bars.txt")
def _():
    return repeated("nội dung\n|\n", many(80_000), HEAD + "TT\n|\nNhiệm vụ\n|\nChủ trì\n|\nThời gian\n|\n")


@case("text-cut-lines.txt")
def _():
    return repeated("ỦY\nBAN\nCỘNG HÒA XÃ HỘI\nLạng Sơn, ngày 15\ntháng\n", many(25_000), HEAD + "|\n")


@case("text-source-wrapping.txt")
def _():
    return repeated("1. Tiếp\ntục đẩy mạnh thực hiện các nội dung của Kế hoạch theo Nghị quyết của Hội đồng\n", many(20_000),
                    HEAD + "|\n")


@case("text-recitals-in-a-line.txt")
def _():
    return repeated("Căn cứ Luật Đất đai năm 2024; ", many(40_000),
                    "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n", b"\n\nQUYET DINH:\n")


@case("text-recipients-in-a-line.txt")
def _():
    return repeated("- Sở Nội vụ;", many(60_000), HEAD + "Nơi nhận:\n")


@case("text-tables-as-markup.txt")
def _():
    return counted("<tr><td>{0}</td><td>Rà soát</td><td rowspan=9>Sở Nội vụ</td></tr>", many(20_000),
                   HEAD + "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr>", "</table>")


@case("text-open-tables-as-markup.txt")
def _():
    return repeated("<table><tr><td colspan=900 rowspan=900>a", many(50_000), HEAD, b"</table>")


@case("text-bracketed-marks.txt")
def _():
    return counted("Nội dung[{0}]\n[{0}] Ghi chú\n", many(30_000), HEAD)


@case("text-open-quotations.txt")
def _():
    return repeated("“Điều 6a. Nội dung\n1. Việc\n", many(40_000), HEAD)


@case("text-references.txt")
def _():
    return counted("Theo Quyết định số {0}/QĐ-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh.\n", many(80_000), HEAD)


@case("text-references-in-a-line.txt")
def _():
    return counted("Quyết định số {0}/QĐ-UBND ngày 12/3/2025; ", many(50_000), HEAD, "\n")


@case("text-references-same-number.txt")
def _():
    return counted("Theo Quyết định số 12/QĐ-UBND ngày 12/3/{0}.\n", many(30_000), HEAD)


@case("text-agencies-in-a-cell.txt")
def _():
    return repeated("Sở Nội vụ, Sở Y tế, UBND cấp xã; ", many(30_000), HEAD + "STT\tNhiệm vụ\tChủ trì\n1\tRà soát\t", "\n")


@case("text-times-in-a-cell.txt")
def _():
    return repeated("Quý I, trước ngày 30/6/2025; ", many(30_000),
                    HEAD + "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRà soát\tSở Y tế\t", "\n")


@case("text-scores.txt")
def _():
    return counted("- Chỉ số PAPI năm 2024 đạt 42,{0} điểm, xếp thứ 12/63, tăng 3 bậc;\n", many(16_000), HEAD)


@case("text-scores-in-a-line.txt")
def _():
    return repeated("Chỉ số PAPI năm 2024 đạt 42,5 điểm, tăng 1,2 điểm, ", many(20_000), HEAD, "\n")


@case("text-brackets.txt")
def _():
    return repeated("(", many(300_000), HEAD, "\n")


@case("text-quotes.txt")
def _():
    return repeated("“Luật ", many(100_000), HEAD, "\n")


@case("text-digits.txt")
def _():
    return repeated("9", many(1_000_000), HEAD + "Ngày ", "/3/2025\n")


@case("text-dates.txt")
def _():
    return repeated("ngày 99/99/99999999999999999999 tháng 13 năm 0; ", many(50_000), HEAD, "\n")


@case("text-page-numbers.txt")
def _():
    return counted("{0}\n\f", many(100_000), HEAD)


@case("text-running-heads.txt")
def _():
    return counted("Kế hoạch năm 2025 của tỉnh An Lạc\nDòng {0}\n\f", many(50_000), HEAD)


@case("text-rulers.txt")
def _():
    return repeated("----------\n", many(100_000), HEAD)


@case("text-side-by-side.txt")
def _():
    return repeated("ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", many(30_000), HEAD)


@case("text-addressees.txt")
def _():
    return repeated("Kính gửi: Các sở, ban, ngành\n", many(50_000), HEAD)


@case("text-signatures.txt")
def _():
    return repeated("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn A\n", many(20_000), HEAD)


@case("text-capitals.txt")
def _():
    return repeated("NÂNG CAO CHỈ SỐ HIỆU QUẢ QUẢN TRỊ\n", many(100_000), HEAD)


@case("text-small-lines.txt")
def _():
    return repeated("công tác quản lý nhà nước\n", many(100_000), HEAD)


@case("text-site-fields.txt")
def _():
    return repeated("Số hiệu: 12/KH-UBND\nLoại văn bản: Kế hoạch\nNgười ký: Nguyễn Văn A\n", many(30_000), HEAD)


@case("text-site-lists.txt")
def _():
    return repeated("Số hiệu: 12/KH-UBND\nLoại văn bản: Kế hoạch\nNgười ký: Nguyễn Văn A\nVăn bản này quy định chung.\n",
                    many(20_000), HEAD)


@case("text-attachments.txt")
def _():
    return counted("KẾ HOẠCH\nThực hiện chỉ số {0}\n(Ban hành kèm theo Quyết định số {0}/QĐ-UBND ngày 12/3/2025)\n",
                   many(10_000), HEAD)


@case("text-appendices-with-tables.txt")
def _():
    return counted("PHỤ LỤC {0}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 12/3/2025)\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\n"
                   "1\tRà soát hồ sơ {0}\tSở Nội vụ\n\n", many(10_000), HEAD)


@case("text-agencies-unknown.txt")
def _():
    return counted("{0}\tRà soát hồ sơ {0}\tSờ Nội vu {0}; UBND xã Thôn {0}; Ban Quản lý dự án số {0}\tQuý I\n",
                   many(10_000), HEAD + "STT\tNhiệm vụ\tChủ trì\tThời gian\n")


@case("text-rows-below-rows.txt")
def _():
    return counted("{0}\tNhóm việc {0}\t\n{0}.1\tRà soát hồ sơ\tSở Nội vụ\n{0}.1.1\tRà soát hồ sơ\tSở Nội vụ\n",
                   many(20_000), HEAD + "STT\tNhiệm vụ\tChủ trì\n")


@case("text-targets.txt")
def _():
    return counted("- Phấn đấu năm 2026 Chỉ số PAPI đạt từ 4{0},5 điểm trở lên, xếp hạng {0}/63; tỷ lệ đạt {0}%;\n",
                   many(12_000), HEAD)


@case("text-relations.txt")
def _():
    return counted("Điều {0}. Quyết định này thay thế Quyết định số {0}/2019/QĐ-UBND; bãi bỏ Thông tư số {0}/2018/TT-BNV.\n",
                   many(20_000), HEAD)


@case("text-inline-tags.txt")
def _():
    return repeated("<b>Nội dung</i> <u>", many(50_000), HEAD, "\n")


@case("text-markdown-stars.txt")
def _():
    return repeated("**a *b ", many(100_000), HEAD, "\n")


@case("text-old-encoding.txt")
def _():
    return repeated("Uû ban nh©n d©n tØnh ®· ban hµnh quyÕt ®Þnh sè 12\n".encode("latin-1"), many(50_000))
