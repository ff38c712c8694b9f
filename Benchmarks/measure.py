#!/usr/bin/env python3
"""measure.py VANBAN SAMPLE: processor time and peak memory of `vanban convert` on the sample and on big tables.

Standard library only. Each figure is the best of several runs, each run a process of its own.
"""
import os, resource, shutil, subprocess, sys, tempfile
from xml.sax.saxutils import escape


def cost(command, runs=3):
    """Best processor seconds and peak resident bytes of a command."""
    best, memory = float("inf"), 0
    for _ in range(runs):
        pid = os.fork()
        if pid == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execv(command[0], command)
        _, status, usage = os.wait4(pid, 0)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
        best = min(best, usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss * 1024)
    return best, memory


def table(sample, rows):
    """The sample's text with its appendix table blown up to a number of task rows."""
    lines = open(sample, encoding="utf-8").read().split("\n")
    header = next(i for i, line in enumerate(lines) if line.startswith(("TT\t", "STT\t")))
    tasks = [line.split("\t", 1)[1] for line in lines[header:] if line.split("\t")[0].isdigit()]
    body = [f"{i % 200 + 1}\t{tasks[i % len(tasks)]}" for i in range(rows)]
    return "\n".join(lines[: header + 1] + body) + "\n"


def main():
    program, sample = sys.argv[1:3]
    xmllint = shutil.which("xmllint")
    print(f"{'input':>16} {'bytes':>12} {'seconds':>9} {'µs/kB':>8} {'memory/input':>13} {'time/libxml2':>13}")
    with tempfile.TemporaryDirectory() as folder:
        inputs = [("sample", open(sample, encoding="utf-8").read())]
        inputs += [(f"{rows} rows", table(sample, rows)) for rows in (1_000, 10_000, 50_000)]
        start, _ = cost([program, "--version"])
        for name, text in inputs:
            path = os.path.join(folder, "input.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            size = os.path.getsize(path)
            seconds, memory = cost([program, "convert", "-q", path])
            ratio = "–"
            if xmllint:
                xml = os.path.join(folder, "input.xml")
                with open(xml, "w", encoding="utf-8") as file:
                    file.write("<d>" + "".join(
                        "<r>" + "".join(f"<c>{escape(c)}</c>" for c in line.split("\t")) + "</r>\n"
                        for line in text.split("\n")) + "</d>")
                ratio = f"{seconds / max(cost([xmllint, '--stream', '--noout', xml])[0], 1e-4):.1f}"
            print(f"{name:>16} {size:>12} {seconds:>9.3f} {seconds / size * 1e9:>8.1f} {memory / size:>13.1f} {ratio:>13}")
        print(f"start-up alone: {start * 1000:.1f} ms")


main()
