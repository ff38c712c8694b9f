"""Files of other kinds, which must be refused with a word about what they are and what to do."""

import gzip
import sqlite3
import tempfile

from . import case
from .word import packed

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + bytes.fromhex("3e000300feff0900") + b"\0" * 6


def refused(name, content, english, vietnamese):
    @case("other-" + name, english=english, vietnamese=vietnamese)
    def _():
        return content() if callable(content) else content


def database():
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        connection = sqlite3.connect(file.name)
        connection.execute("create table a (b)")
        connection.commit()
        connection.close()
        return open(file.name, "rb").read()


def stream(name):
    return name.encode("utf-16-le").ljust(128, b"\0")


def office(main, kind):
    return packed({"[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                   '<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.%s"/></Types>'
                   % (main, kind), main: "<a/>"})


refused("pdf.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "damaged", "hỏng")
refused("rtf.rtf", b"{\\rtf1\\ansi K\\u7871 ho\\u7841ch}", "administrative", "hành chính")
refused("rtf-nested.rtf", b"{\\rtf1" + b"{" * 100_000, "LibreOffice", "LibreOffice")
refused("xlsx.xlsx", lambda: office("xl/workbook.xml", "spreadsheetml.sheet.main+xml"), "empty", "rỗng")
refused("pptx.pptx", lambda: office("ppt/presentation.xml", "presentationml.presentation.main+xml"), "PPTX", "PPTX")
refused("odt.odt", lambda: packed([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")],
                                  stored=True), "LibreOffice", "LibreOffice")
refused("plain.zip", lambda: packed({"a.txt": "a"}), "administrative", "hành chính")
refused("doc.doc", OLE.ljust(512, b"\0") + stream("WordDocument"), "Office", "Office")
refused("doc-short.doc", OLE[:8], "Office", "Office")
refused("encrypted.docx", OLE.ljust(512, b"\0") + stream("EncryptedPackage") + stream("EncryptionInfo"), "password", "mật khẩu")
refused("jpeg.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\x5a" * 1000, "JPEG", "JPEG")
refused("png.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "PNG", "PNG")
refused("jpeg-huge.jpg", b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + b"\0" * 200, "JPEG", "JPEG")
refused("gzip.gz", lambda: gzip.compress(b"a" * 10_000_000), "gzip", "gzip")
refused("sqlite.db", database, "SQLite", "SQLite")
refused("empty.txt", b"", "empty", "rỗng")
refused("blank.txt", b" \n\t\r\n", "empty", "rỗng")
refused("folder.txt", None, "folder", "thư mục")
