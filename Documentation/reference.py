#!/usr/bin/env python3
"""Writes what the program says of itself into Documentation/: commands.md and codes.md, in both languages.

    reference.py PROGRAM            writes the pages
    reference.py PROGRAM --check    says which of them are not what the program says, which fields and values of the
                                    record record.md lacks, and which links lead nowhere; exit status 1
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

WORDS = {
    "en": {
        "other": "Tiếng Việt: [{0}.vi.md]({0}.vi.md)",
        "made": "The program says this of itself; `make reference` writes it down.",
        "commands": "Every command",
        "codes": "Codes",
        "codesMore": "Diagnostics say what was doubtful in reading, rules of `vanban validate` what is wrong in the document. Codes are\n"
        "stable. `…` stands for what the message speaks of; `vanban explain CODE` says the same on the terminal.",
        "shared": "Besides: the [options of reading](#reading).",
        "all": "Every command takes `--lang vi|en` and `-q`, `--quiet`; those that read documents take the [options of reading](#reading).",
        "head": "| Argument, option | Meaning |",
        "default": "default: {}",
        "values": "one of {}",
    },
    "vi": {
        "other": "English: [{0}.md]({0}.md)",
        "made": "Đây là những gì chương trình tự nói về mình; `make reference` ghi ra trang này.",
        "commands": "Các lệnh",
        "codes": "Mã thông báo",
        "codesMore": "Thông báo cho biết chỗ còn nghi vấn khi đọc, quy tắc của `vanban validate` cho biết chỗ sai trong văn bản. Các mã\n"
        "không thay đổi. Dấu `…` thay cho nội dung được nói tới; `vanban explain MÃ` giải thích như vậy ngay trên màn hình.",
        "shared": "Ngoài ra: [tùy chọn đọc](#reading).",
        "all": "Lệnh nào cũng nhận `--lang vi|en` và `-q`, `--quiet`; lệnh đọc văn bản nhận thêm [tùy chọn đọc](#reading).",
        "head": "| Đối số, tùy chọn | Ý nghĩa |",
        "default": "nếu không nêu: {}",
        "values": "một trong {}",
    },
}


def said(program, language, *arguments):
    """What the program prints in a language."""
    environment = {**os.environ, "LC_ALL": {"en": "en_US.UTF-8", "vi": "vi_VN.UTF-8"}[language]}
    run = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=True)
    return run.stdout


def cell(text):
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


def called(argument):
    """An argument as it is written: `-o`, `--output <path>`."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return "`<%s>%s`" % (value, "…" if argument["isRepeating"] else "")
    names = [("-" if name["kind"] != "long" else "--") + name["name"] for name in argument["names"]]
    names.sort(key=len)
    if argument["kind"] == "option":
        names[-1] += " <%s>" % value
    return ", ".join("`%s`" % name for name in names)


def meaning(argument, words):
    text = " ".join(filter(None, [argument.get("abstract"), argument.get("discussion")]))
    remarks = []
    if argument.get("allValues"):
        remarks.append(words["values"].format(", ".join("`%s`" % value for value in argument["allValues"])))
    if argument.get("defaultValue"):
        remarks.append(words["default"].format("`%s`" % argument["defaultValue"]))
    if remarks:
        stop = "." if text.endswith(".") else ""
        text = text.removesuffix(".")
        # One bracket is enough.
        text, joint = (text[:-1], "; ") if text.endswith(")") else (text, " (")
        text += joint + "; ".join(remarks) + ")" + stop
    return cell(text)


def shown(command):
    """The arguments that a page names: what the parser of the command line brings is the same everywhere."""
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and argument.get("preferredName", {}).get("name") not in ("help", "version")
    ]


def commands(program, language):
    words = WORDS[language]
    tool = json.loads(said(program, language, "--experimental-dump-help"))["command"]
    subcommands = [command for command in tool["subcommands"] if command["shouldDisplay"]]
    reading = next(command for command in subcommands if command["commandName"] == "reading")
    common = {called(argument): meaning(argument, words) for argument in shown(reading)}
    lines = ["# " + words["commands"], "", words["other"].format("commands"), "", words["made"], "", tool["abstract"], words["all"]]

    def write(command, names, depth):
        lines.extend(["", "#" * depth + " " + " ".join(names), "", command.get("abstract", "")])
        if command.get("discussion"):
            for paragraph in command["discussion"].replace("<", "&lt;").split("\n\n"):
                lines.extend(["", " ".join(paragraph.split())])
        own = [
            (called(argument), meaning(argument, words))
            for argument in shown(command)
            if command is reading or common.get(called(argument)) != meaning(argument, words)
        ]
        inherited = {name["name"] for argument in command.get("arguments", []) for name in argument.get("names", [])}
        if own:
            lines.extend(["", words["head"], "|---|---|"])
            lines.extend("| %s | %s |" % row for row in own)
        if command is not reading and "from" in inherited and "encoding" in inherited:
            lines.extend(["", words["shared"]])
        for inner in command.get("subcommands", []):
            if inner["shouldDisplay"]:
                write(inner, [*names, inner["commandName"]], depth + 1)

    for command in subcommands:
        if command["commandName"] != "help":
            write(command, [command["commandName"]], 2)
    return "\n".join(lines) + "\n"


def codes(program, language):
    words = WORDS[language]
    table = said(program, language, "explain", "--markdown")
    return "\n".join(
        ["# " + words["codes"], "", words["other"].format("codes"), "", words["codesMore"], "", words["made"], "", table])


def unnamed(program, ending):
    """Fields of the record, and values that are words, which the page of the record does not name."""
    text = (FOLDER / ("record" + ending)).read_text(encoding="utf-8")
    named = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`]*)`", text))))
    missing = []

    def look(kind, value):
        if isinstance(value, list):
            for inner in value:
                look(kind, inner)
        elif isinstance(value, dict):
            words = list(value["properties"]) if isinstance(value.get("properties"), dict) else []
            # Codes have a page of their own.
            words += [word for word in value.get("enum", []) if word and kind != "DiagnosticCode"]
            missing.extend("%s %s" % (kind, word) for word in words if word not in named)
            for key, inner in value.items():
                look(kind, inner)

    schema = json.loads(said(program, "en", "schema"))
    for kind, definition in schema.pop("$defs").items():
        look(kind, definition)
    look("Record", schema)
    return missing


def anchors(file):
    """The headings of a page, as links to them are written."""
    heads = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def broken():
    """Links between the documents that lead nowhere."""
    found = []
    for page in [*FOLDER.glob("*.md"), *FOLDER.parent.glob("README*.md")]:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if "://" in link:
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.exists() or (anchor and anchor not in anchors(target)):
                found.append("%s: %s" % (page.name, link))
    return sorted(found)


def main():
    program = os.path.abspath(sys.argv[1])
    stale = []
    for language, ending in (("en", ".md"), ("vi", ".vi.md")):
        for name, page in (("commands", commands), ("codes", codes)):
            file = FOLDER / (name + ending)
            text = page(program, language)
            if "--check" not in sys.argv[2:]:
                file.write_text(text, encoding="utf-8")
            elif not file.exists() or file.read_text(encoding="utf-8") != text:
                stale.append(file.name)
    if "--check" not in sys.argv[2:]:
        return 0
    faults = ["Not what the program says: %s; `make reference` writes it." % name for name in stale]
    for ending in (".md", ".vi.md"):
        faults += ["record%s lacks %s." % (ending, word) for word in unnamed(program, ending)]
    faults += ["A link that leads nowhere: %s." % link for link in broken()]
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
