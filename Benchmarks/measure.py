#!/usr/bin/env python3
"""measure.py VANBAN SAMPLE [ROWS]: time and memory of `vanban convert -o` on the sample and on big tables of every format.

Standard library only. Each figure is the best of several runs, each run a process of its own. What libxml2's SAX parser
alone takes for the same bytes (inflating included) is measured with `bare.c`, which is compiled here.
"""
import os, shutil, subprocess, sys, tempfile, time

import bigtable


def cost(command, runs=3):
    """Best wall-clock seconds, best processor seconds and least peak resident bytes of a command."""
    wall, processor, memory = float("inf"), float("inf"), float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execv(command[0], command)
        _, status, usage = os.wait4(pid, 0)
        wall = min(wall, time.perf_counter() - start)
        if status != 0:
            raise SystemExit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
        processor = min(processor, usage.ru_utime + usage.ru_stime)
        memory = min(memory, usage.ru_maxrss * 1024)
    return wall, processor, memory


def bare_parser(folder):
    """The program that only parses; None where it cannot be compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if not compiler or not shutil.which("pkg-config"):
        return None
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "libzip"], capture_output=True, text=True).stdout.split()
    program = os.path.join(folder, "bare")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bare.c")
    built = subprocess.run([compiler, "-O2", "-w", "-o", program, source, *flags], capture_output=True)
    return program if built.returncode == 0 else None


def inputs(sample, rows, folder):
    """Name, path, bytes of plain text, and what the bare parser is to read it as."""
    def write(name, make):
        """Makes a file in a process of its own, whose memory would otherwise count as that of the programs run here."""
        path = os.path.join(folder, name)
        child = os.fork()
        if child == 0:
            try:
                make(path)
            except BaseException as problem:
                print(problem, file=sys.stderr)
                os._exit(1)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            raise SystemExit(f"{path} could not be made")
        return path

    def page(form, count):
        def make(path):
            with open(path, "wb") as file:
                file.write(form(sample, count))
        return make

    yield "sample", sample, os.path.getsize(sample), None
    for count in (1_000, rows):
        path = write("input.txt", page(bigtable.text, count))
        size = os.path.getsize(path)
        yield f"{count} rows, text", path, size, None
    yield f"{rows} rows, HTML", write("plain.html", page(bigtable.plain_html, rows)), size, "html"
    yield f"{rows} rows, LibreOffice HTML", write("office.html", page(bigtable.office_html, rows)), size, "html"
    for writer in ("word", "libreoffice"):
        path = write(writer + ".docx", lambda path: bigtable.docx(path, sample, rows, writer))
        yield f"{rows} rows, {writer} DOCX", path, size, "docx"


def main():
    program, sample = sys.argv[1:3]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 40_000
    print(
        f"{'input':>30} {'text bytes':>11} {'seconds':>8} {'cpu s':>8} {'memory/text':>11} {'bare s':>8}"
        f" {'time/bare':>9} {'cpu/bare':>9}")
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_parser(folder)
        _, start, _ = cost([program, "--version"], runs=10)
        output = os.path.join(folder, "record.json")
        for name, path, size, kind in inputs(sample, rows, folder):
            wall, processor, memory = cost([program, "convert", "-q", path, "-o", output])
            alone = ratio = load = "–"
            if bare and kind:
                # The parser alone is the same on one core, whatever the clock says.
                _, seconds, _ = cost([bare, kind, path])
                alone, ratio, load = f"{seconds:.3f}", f"{wall / seconds:.2f}", f"{processor / seconds:.2f}"
            print(
                f"{name:>30} {size:>11} {wall:>8.3f} {processor:>8.3f} {memory / size:>11.1f} {alone:>8} {ratio:>9}"
                f" {load:>9}")
        print(f"start-up alone: {start * 1000:.1f} ms")


if __name__ == "__main__":
    main()
