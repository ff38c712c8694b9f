#!/usr/bin/env python3
"""bench.py VANBAN [--runs N] [--rows N] [--only WORD] [--peers PYTHON] [--peer NAME] [--instructions]: speed and memory, in one table.

It makes its inputs, and measures start-up, conversion of real, small and long documents, validation and batches beside
libxml2's SAX parser alone on the same bytes (`bare.c`, inflating included: the floor) and beside the libraries of others
that make Markdown of DOCX, where PYTHON has any (`peers.py`). All that is compared runs interleaved, round by round; a
figure is the median of user and system time together, without what the program takes to start where many documents are
asked of it at once. Seconds are this machine's; ratios count. Standard library only.
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import bigtable
import layouts

HERE = os.path.dirname(os.path.abspath(__file__))


def cost(command):
    """Processor seconds and peak resident bytes of a command."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command[:4])} … ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def medians(commands, runs, before=None):
    """For each command the medians of processor seconds and peak memory, one command after the other in every round."""
    found = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if before:
                before()
            found[name].append(cost(command))
    return {name: tuple(statistics.median(column) for column in zip(*costs)) for name, costs in found.items()}


def instructions(command):
    """Instructions of a command as valgrind counts them; None without it."""
    valgrind = shutil.which("valgrind")
    if not valgrind:
        return None
    run = subprocess.run(
        [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *command],
        capture_output=True, text=True)
    for line in run.stderr.splitlines():
        if "refs:" in line:
            return int(line.split("refs:")[1].strip().replace(",", ""))
    return None


def bare_parser(folder):
    """The program that only parses; None where it cannot be compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if not compiler or not shutil.which("pkg-config"):
        return None
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "libzip"], capture_output=True, text=True).stdout.split()
    program = os.path.join(folder, "bare")
    built = subprocess.run(
        [compiler, "-O2", "-w", "-o", program, os.path.join(HERE, "bare.c"), *flags], capture_output=True)
    return program if built.returncode == 0 else None


class Table:
    """Prints rows as they are measured."""

    def __init__(self):
        print(f"{'what':<38}{'docs/s':>9}{'MB/s':>8}{'ms':>10}{'peak MB':>9}{'instr/B':>9}{'of floor':>9}  others", flush=True)

    def row(self, name, seconds, memory, documents=None, size=None, floor=None, counted=None, others=""):
        def cell(value, form):
            return "–" if value is None else format(value, form)
        print(
            f"{name:<38}{cell(documents and documents / seconds, '9.1f'):>9}{cell(size and size / seconds / 1e6, '8.2f'):>8}"
            f"{seconds * 1e3:>10.1f}{memory / 1e6:>9.0f}{cell(counted, '9.0f'):>9}"
            f"{cell(floor and seconds / floor, '9.2f'):>9}  {others}", flush=True)


class Bench:
    def __init__(self, options, folder):
        self.program, self.runs, self.folder, self.options = options.program, options.runs, folder, options
        self.sample = os.path.join(HERE, "..", "Samples", "provincial-papi-plan.txt")
        self.samples = os.path.join(HERE, "..", "Samples")
        self.shared = os.environ.get("VANBAN_SHARED", os.path.join(HERE, "..", "..", "shared"))
        self.bare = bare_parser(folder)
        self.record = os.path.join(folder, "record.json")
        self.table = Table()

    def convert(self, files, *options):
        return [self.program, "convert", "-q", *files, *options, "-o", self.record]

    def write(self, name, make):
        """Makes a file in a process of its own, whose memory would otherwise count as that of the programs run here."""
        path = os.path.join(self.folder, name)
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

    def wanted(self, name):
        return not self.options.only or self.options.only in name

    # Start-up

    def start(self):
        smallest = os.path.join(self.samples, "minimal-decision.txt")
        package = os.path.join(self.samples, "minimal-decision.word.docx")
        commands = {
            "start: --version": [self.program, "--version"],
            "start: smallest document": self.convert([smallest]),
            "start: smallest DOCX": self.convert([package]),
            "start: smallest document, validate": [self.program, "validate", smallest],
        }
        found = medians(commands, self.runs * 4)
        for name, (seconds, memory) in found.items():
            self.table.row(name, seconds, memory)
        self.least = found["start: --version"][0]

    # Many documents

    def real(self):
        """300 real documents: those of the shared folder and the samples, over and over."""
        files = sorted(glob.glob(os.path.join(self.shared, "real", "*.docx")))
        files += sorted(glob.glob(os.path.join(self.samples, "*.docx")))
        many = (files * (300 // len(files) + 1))[:300]
        commands = {"vanban": self.convert(many, "--format", "ndjson"), "start": [self.program, "--version"]}
        if self.bare:
            commands["bare"] = [self.bare, "docx", *many]
        python = self.options.peers
        for peer in self.peers():
            commands[peer] = [python, os.path.join(HERE, "peers.py"), peer, *many]
            commands[peer + " start"] = [python, os.path.join(HERE, "peers.py"), peer]
        found = medians(commands, self.runs)
        others = []
        for peer in self.peers():
            seconds = found[peer][0] - found[peer + " start"][0]
            others.append(f"{peer} {len(many) / seconds:.1f} docs/s, {found[peer][1] / 1e6:.0f} MB")
        self.table.row(
            "300 real DOCX", found["vanban"][0] - found["start"][0], found["vanban"][1], len(many),
            sum(map(os.path.getsize, many)), found["bare"][0] if self.bare else None,
            self.counted(self.convert(files, "--format", "ndjson"), files), "; ".join(others))
        self.validation("300 real DOCX, validate", many, found["vanban"][0] - found["start"][0])

    def peers(self):
        python = self.options.peers
        if not hasattr(self, "known"):
            run = subprocess.run([python, os.path.join(HERE, "peers.py")], capture_output=True, text=True)
            names = run.stdout.split() if run.returncode == 0 else []
            self.known = [name for name in names if not self.options.peer or name in self.options.peer]
        return self.known

    def validation(self, name, files, converting):
        found = medians(
            {"validate": [self.program, "validate", "--format", "json", *files], "start": [self.program, "--version"]},
            self.runs)
        seconds = found["validate"][0] - found["start"][0]
        self.table.row(
            name, seconds, found["validate"][1], len(files), sum(map(os.path.getsize, files)),
            others=f"{seconds / converting:.2f} times convert")

    def small(self):
        """1,000 small files in one batch."""
        folder = os.path.join(self.folder, "small")
        os.mkdir(folder)
        kinds = sorted(glob.glob(os.path.join(self.samples, "minimal-decision.*")))
        kinds = [path for path in kinds if not path.endswith(".json")]
        for number in range(1000):
            path = kinds[number % len(kinds)]
            name = os.path.basename(path).split(".", 1)
            shutil.copy(path, os.path.join(folder, f"{number:04}.{name[1]}"))
        self.batches("1,000 small files", folder)

    def batches(self, name, folder):
        output, database = os.path.join(self.folder, "out"), os.path.join(self.folder, "archive.sqlite")

        def clean():
            shutil.rmtree(output, ignore_errors=True)
            for path in glob.glob(database + "*"):
                os.remove(path)
        batch = [self.program, "batch", "-q", "--jobs", "1", folder]
        found = medians(
            {"files": batch + ["--output", output], "database": batch + ["--database", database]}, self.runs, clean)
        clean()
        count = len(os.listdir(folder))
        size = sum(os.path.getsize(os.path.join(folder, file)) for file in os.listdir(folder))
        self.table.row(name + ", batch to files", *found["files"], count, size)
        self.table.row(
            name + ", batch to a database", *found["database"], count, size,
            others=f"{found['database'][0] / found['files'][0]:.2f} times files")

    def archive(self):
        """Documents of every kind of the samples, in one batch."""
        folder = os.path.join(self.folder, "archive")
        os.mkdir(folder)
        for number in range(10):
            for path in glob.glob(os.path.join(self.samples, "*")):
                name = os.path.basename(path)
                if name.endswith((".docx", ".html", ".txt")):
                    shutil.copy(path, os.path.join(folder, f"{number:02}-{name}"))
        self.batches("samples", folder)

    # Long documents

    def page(self, form, count):
        def make(path):
            with open(path, "wb") as file:
                file.write(form(self.sample, count))
        return make

    def long(self, rows):
        for name, form in (("plain HTML", bigtable.plain_html), ("office HTML", bigtable.office_html)):
            self.measure(f"{rows:,} rows, {name}", self.write("input.html", self.page(form, rows)), "html")
        for writer in ("word", "libreoffice"):
            path = self.write("input.docx", lambda path: bigtable.docx(path, self.sample, rows, writer))
            self.measure(f"{rows:,} rows, {writer} DOCX", path, "docx")

    def text(self, rows):
        head, header, tasks = layouts.source(self.sample)
        for layout in layouts.LAYOUTS:
            def make(path):
                table = [[str(index + 1)] + tasks[index % len(tasks)] for index in range(rows)]
                with open(path, "w", encoding="utf-8") as file:
                    file.write(layouts.write(layout, head, header, table))
            self.measure(f"{rows:,} rows, {layout}", self.write("input.txt", make), None)

    def measure(self, name, path, kind):
        if not self.wanted(name):
            return
        commands = {"vanban": self.convert([path])}
        if self.bare and kind:
            commands["bare"] = [self.bare, kind, path]
        found = medians(commands, self.runs)
        size = os.path.getsize(path)
        self.table.row(
            name, *found["vanban"], 1, size, found["bare"][0] if "bare" in found else None,
            self.counted(commands["vanban"], [path]))

    def counted(self, command, files):
        size = sum(map(os.path.getsize, files))
        if not self.options.instructions or size > 4_000_000:
            return None
        count = instructions(command)
        return count and count / size

    def run(self):
        if self.wanted("start"):
            self.start()
        if self.wanted("real"):
            self.real()
        if self.wanted("small"):
            self.small()
        if self.wanted("samples"):
            self.archive()
        for rows in (1_000, self.options.rows):
            self.long(rows)
            self.text(rows)


def machine():
    """What the figures were measured on."""
    facts = []
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        facts.append(f"{models[0]}, {len(models)} cores")
        with open("/proc/meminfo", encoding="utf-8") as file:
            facts.append(f"{int(file.readline().split()[1]) / 1e6:.0f} GB of memory")
    except (OSError, IndexError):
        pass
    release = os.uname()
    return ", ".join(facts + [f"{release.sysname} {release.release} {release.machine}"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=5, help="rounds of each comparison")
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the long tables, besides 1,000")
    parser.add_argument("--only", default="", help="a part of the names of what is measured")
    parser.add_argument("--peers", default=sys.executable, help="the Python that has other libraries")
    parser.add_argument("--peer", action="append", help="one of its libraries, where not all are wanted")
    parser.add_argument("--instructions", action="store_true", help="count instructions, too (valgrind, some minutes)")
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        Bench(options, folder).run()


if __name__ == "__main__":
    main()
