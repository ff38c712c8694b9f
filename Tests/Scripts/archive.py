#!/usr/bin/env python3
"""Runs `vanban batch` over an archive that it makes, disturbs it in every way, and compares what came out.

    archive.py PROGRAM [--files N] [--kills K] [--jobs 1,2] [--keep FOLDER]

Checked: every good document's record is the one that `convert` gives, every broken one is reported with its reason; runs
killed with `kill -9` and started again end with the same database and the same files as one that was not, nothing lost,
nothing double, no unfinished file left; names that are equal but for their bytes, entries of one name, pipes, dangling links
and archives that are made to do harm are converted or named; Ctrl-C once and twice; progress for programs; documents that crash, hang or take
too much memory. Says what it found, and at what speed; exit status 1 if anything is wrong. Standard library only.
"""

import argparse
import glob
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import corpus

PROBLEMS = []


def check(holds, words):
    if not holds:
        PROBLEMS.append(words)
        print("WRONG: " + words, flush=True)
    return holds


def said(words):
    print(words, flush=True)


# MARK: Running


def workers_of(process):
    """The processes that a process started."""
    found = []
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            fields = open(path).read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process:
            found.append(int(path.split("/")[2]))
    return found


def peak(process):
    try:
        for line in open("/proc/%d/status" % process):
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


class Run:
    """One run of the batch."""

    def __init__(self, program, folder, name, jobs=2, more=(), database=True, output=True, paths=("kho",)):
        self.folder = pathlib.Path(folder)
        self.database = self.folder / (name + ".sqlite")
        self.output = self.folder / name
        self.report = self.folder / (name + ".report")
        command = [program, "batch", *paths, "--report", str(self.report), "--jobs", str(jobs), "--lang", "en", *more]
        if database:
            command += ["--database", str(self.database)]
        if output:
            command += ["--output", name]
        self.errors_path = self.folder / (name + ".errors")
        self.errors = open(self.errors_path, "wb")
        self.begin = time.monotonic()
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=self.errors, start_new_session=True)
        self.pid = self.process.pid

    def finish(self, timeout=3600):
        try:
            self.status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(self.pid, signal.SIGKILL)
            self.process.wait()
            self.status = "no end"
        self.seconds = time.monotonic() - self.begin
        self.errors.close()
        return self

    def watch(self):
        """Runs to its end; keeps the most memory that the program and one worker held."""
        self.memory, self.worker_memory = 0, 0
        over = threading.Event()

        def look():
            while not over.wait(0.05):
                self.memory = max(self.memory, peak(self.pid))
                for worker in workers_of(self.pid):
                    self.worker_memory = max(self.worker_memory, peak(worker))
        thread = threading.Thread(target=look)
        thread.start()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.finish()
        over.set()
        thread.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return self

    def wait_for(self, lines):
        """Waits until so many documents are reported, or the run is through."""
        while self.process.poll() is None:
            if self.report.exists() and self.report.read_bytes().count(b"\n") >= lines:
                return
            time.sleep(0.02)

    @property
    def said(self):
        return self.errors_path.read_text(encoding="utf-8", errors="replace")

    def lines(self):
        """The report: each document's line by its name, and the sum."""
        documents, total = {}, None
        for line in self.report.read_text(encoding="utf-8").splitlines():
            fields = json.loads(line)
            if "summary" in fields:
                total = fields
            else:
                check(fields["document"] not in documents, "told twice in the report: " + fields["document"])
                documents[fields["document"]] = fields
        return documents, total


# MARK: Comparing


def content(path):
    """All tables of a database, the rows in order, each as a digest and a count; the search index checks itself."""
    database = sqlite3.connect(path, timeout=60)
    tables = [name for name, in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'passagesSearch_%' AND name NOT LIKE "
        "'sqlite_%' AND name != 'passagesSearch' ORDER BY name")]
    found = {}
    for table in tables:
        columns = [row[1] for row in database.execute('PRAGMA table_info("%s")' % table)]
        digest, count = hashlib.sha256(), 0
        order = ", ".join('"%s"' % column for column in columns)
        for row in database.execute('SELECT %s FROM "%s" ORDER BY %s' % (order, table, order)):
            digest.update(repr(row).encode())
            count += 1
        found[table] = (count, digest.hexdigest())
    check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "%s is not sound" % path)
    check(not database.execute("PRAGMA foreign_key_check").fetchall(), "%s has rows without their document" % path)
    for question, words in [
            ("SELECT document FROM documents GROUP BY document HAVING count(*) > 1", "documents twice"),
            ("SELECT (SELECT count(*) FROM passages) - (SELECT count(*) FROM passages JOIN documents "
             "ON documents.id = documentId) AS more WHERE more != 0", "passages without document"),
            ("SELECT document FROM files f WHERE outcome = 'converted' AND document NOT IN (SELECT document FROM documents)",
             "files done without record"),
            ("SELECT document FROM files f WHERE outcome = 'failed' AND document IN (SELECT document FROM documents)",
             "records of failed files")]:
        check(not database.execute(question).fetchall(), "%s has %s" % (path, words))
    try:
        database.execute("INSERT INTO passagesSearch (passagesSearch, rank) VALUES ('integrity-check', 1)")
    except sqlite3.Error as error:
        check(False, "%s: the search index does not fit its passages: %s" % (path, error))
    database.rollback()
    database.close()
    return found


def outputs(folder):
    """All files below a folder, hidden ones too, by their digest."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def compact(text):
    """A record without its layout: keys in their order, numbers as they are written."""
    return json.dumps(json.loads(text, parse_float=lambda number: "n" + number, parse_int=lambda number: "n" + number),
                      ensure_ascii=False)


def listed(made):
    """What is a document, of all that is named."""
    return [one for one in made if one.get("listed", True)]


def bytes_of(path):
    """A path's bytes, from the text that the program writes."""
    return re.sub(rb"\\x([89A-F][0-9A-F]|5C|21)", lambda found: bytes.fromhex(found.group(1).decode()), path.encode())


def output_of(run, one):
    stem = one.get("stem") or one["path"] + ("/" + one["entry"] if one["entry"] else "")
    return run.output / ("kho/" + stem + ".json")


def compare_with_convert(program, folder, made, run):
    """Every record of the batch against `convert --stdin-protocol`, some against `convert` to the byte."""
    made = listed(made)
    requests = folder / "requests"
    with open(requests, "w", encoding="utf-8") as file:
        for one in made:
            request = {"path": "kho/" + one["path"]}
            if one["entry"]:
                request["entry"] = one["entry"]
            if one.get("copy"):
                request["copy"] = one["copy"]
            file.write(json.dumps(request, ensure_ascii=False) + "\n")
    begin = time.monotonic()
    with open(requests, "rb") as file, open(folder / "answers", "wb") as answers:
        status = subprocess.run([program, "convert", "--stdin-protocol"], cwd=folder, stdin=file, stdout=answers).returncode
    check(status == 0, "the line protocol ends with %s" % status)
    said("Line protocol    %.0f documents a second" % (len(made) / (time.monotonic() - begin)))
    equal = count = 0
    with open(folder / "answers", encoding="utf-8") as answers:
        for one, answer in zip(made, answers):
            count += 1
            path = output_of(run, one)
            if answer.startswith('{"error"'):
                reason = json.loads(answer)["error"]["reason"]
                check(reason == one["reason"], "%s is refused by the line protocol: %s" % (one["document"], reason))
                check(not path.exists(), "there is a file for %s, which is broken" % one["document"])
            elif check(path.exists(), "there is no file for %s" % one["document"]):
                equal += check(compact(path.read_text(encoding="utf-8")) == compact(answer),
                               "the record of %s is another than convert's" % one["document"])
                if "damagedFile" == one["reason"]:
                    check('"damagedFile"' in answer, "the record of %s does not say that it is damaged" % one["document"])
    check(count == len(made), "%d answers to %d requests" % (count, len(made)))
    whole = [one for one in made if one["good"] and not one["entry"]]
    names = [one for one in whole if one["kind"] == "lost"]
    for one in random.Random(3).sample(whole, min(20, len(whole))) + names:
        direct = subprocess.run([program, "convert", "-q", b"kho/" + bytes_of(one["path"])], cwd=folder,
                                capture_output=True).stdout
        check(direct == output_of(run, one).read_bytes(),
              "the file of %s is not what convert writes" % one["document"])
    said("Same as convert  %d records" % equal)


def compare_report(made, run, outcome="converted"):
    documents, total = run.lines()
    check(len(documents) == len(made), "%d documents in the report, %d made" % (len(documents), len(made)))
    reasons = {}
    for one in made:
        line = documents.get("kho/" + one["document"])
        if not check(line is not None, one["document"] + " is not in the report"):
            continue
        if one["good"]:
            check(line["outcome"] == outcome, "%s is %s" % (one["document"], line))
            continue
        reason = line.get("reason")
        if one["reason"] == "damagedFile":
            check(line["outcome"] == outcome and "damagedFile" in line.get("codes", ["damagedFile"] * (outcome != "converted")),
                  "%s is read, and not said to be damaged: %s" % (one["document"], line))
            continue
        check(line["outcome"] == "failed" and reason == one["reason"] and line.get("message"),
              "%s (%s) is reported as %s" % (one["document"], one["kind"], line))
        reasons[reason] = reasons.get(reason, 0) + 1
    if check(total is not None, "the report has no sum"):
        check(total["total"] == len(listed(made)) and total["complete"] and total["failures"] == reasons,
              "the sum of the report is %s" % total)
    return reasons


# MARK: The trials


def undisturbed(program, folder, made, jobs):
    runs = []
    for number in jobs:
        run = Run(program, folder, "lặng%d" % number, number).watch()
        runs.append(run)
        check(run.status == 1, "a run with failures ends with %s: %s" % (run.status, run.said))
        said("With %d job(s)    %.0f documents a second (%.1f s, %.1f s of processor time), memory %.0f MB + %.0f MB a worker"
             % (number, len(made) / run.seconds, run.seconds, run.cpu, run.memory, run.worker_memory))
        reasons = compare_report(made, run)
    first = (content(runs[0].database), outputs(runs[0].output))
    said("Broken           " + ", ".join("%d %s" % (count, reason) for reason, count in sorted(reasons.items())))
    said("Database         " + ", ".join("%d %s" % (count, table) for table, (count, _) in first[0].items()))
    for run in runs[1:]:
        check(first == (content(run.database), outputs(run.output)), "other results with more jobs")
    again = Run(program, folder, "lặng%d" % jobs[0], jobs[-1]).watch()
    compare_report(made, again, "unchanged")
    check(first == (content(again.database), outputs(again.output)), "a second run changes what nothing had changed")
    said("Unchanged        %.0f documents a second" % (len(made) / again.seconds))
    return runs[-1], first


def killed(program, folder, made, undisturbed, first, kills):
    chance = random.Random(kills)
    pace = undisturbed.seconds
    hits = 0
    for number in range(kills):
        run = Run(program, folder, "giết", 2)
        time.sleep(chance.uniform(0.02, pace / (kills + 1)))
        if run.process.poll() is not None:
            run.finish()
            break
        hits += 1
        if number % 3 == 1:
            # Workers only: the run replaces them, and nobody is told. Then all at once.
            for worker in workers_of(run.pid):
                os.kill(worker, signal.SIGKILL)
            time.sleep(chance.uniform(0, 0.3))
            os.killpg(run.pid, signal.SIGKILL)
        else:
            os.kill(run.pid, signal.SIGKILL)
        run.finish()
    run = Run(program, folder, "giết", 2).finish()
    check(run.status == 1, "after being killed, the run ends with %s: %s" % (run.status, run.said))
    documents, total = run.lines()
    check(len(documents) == len(made) and total["complete"], "after being killed, the run is not complete")
    found = (content(run.database), outputs(run.output))
    for table in first[0]:
        check(found[0].get(table) == first[0][table], "after being killed, the table %s is another" % table)
    check(found[1] == first[1], "after being killed, the files are others: %s" % sorted(set(found[1]) ^ set(first[1]))[:5])
    said("Killed           %d times, %d documents left for the last run, then the same content"
         % (hits, sum(line["outcome"] == "converted" for line in documents.values())))


def alone(group, seconds=30):
    """Whether nothing of a run is left after a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def interrupted(program, folder, made, first):
    run = Run(program, folder, "ngắt", 2, ["--progress", "json"])
    run.wait_for(max(1, len(made) // 10))
    os.kill(run.pid, signal.SIGINT)
    run.finish(300)
    check(run.status == 130, "interrupted once, the run ends with %s" % run.status)
    documents, total = run.lines()
    named = {"kho/" + one["document"] for one in made} - {"kho/" + one["document"] for one in listed(made)}
    documents = {name: line for name, line in documents.items() if name not in named}
    check(0 < len(documents) < len(made), "interrupted once, %d of %d are done" % (len(documents), len(made)))
    check(total is not None and not total["complete"], "interrupted, the sum says %s" % total)
    database = sqlite3.connect(run.database)
    kept = database.execute("SELECT count(*) FROM files").fetchone()[0]
    database.close()
    check(kept == len(documents), "interrupted once, %d are kept and %d told" % (kept, len(documents)))
    check(alone(run.pid), "interrupted once, processes are left")
    before = len(documents)
    run = Run(program, folder, "ngắt", 2)
    run.wait_for(before + max(1, len(made) // 10))
    os.kill(run.pid, signal.SIGINT)
    os.kill(run.pid, signal.SIGTERM)
    begin = time.monotonic()
    run.finish(300)
    check(run.status == 130, "interrupted twice, the run ends with %s" % run.status)
    check(alone(run.pid), "interrupted twice, processes are left")
    said("Interrupted      at once after %.1f s" % (time.monotonic() - begin))
    run = Run(program, folder, "ngắt", 2, ["--progress", "json"]).finish()
    check(first == (content(run.database), outputs(run.output)), "after interruptions, the results are others")
    before = -1
    for line in run.said.splitlines():
        if line.startswith("{"):
            fields = json.loads(line)
            check(fields["done"] >= before and fields["total"] == len(listed(made)), "progress goes back: " + line)
            before = fields["done"]


def large(folder, times):
    """A document that takes a while: the sample's tasks over and over."""
    lines = (corpus.SAMPLES / "commune-plan-2026.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [line for line in lines if "\t" in line]
    place = lines.index(rows[-1])
    path = pathlib.Path(folder) / "lớn.txt"
    path.write_text("".join(lines[:place]) + "".join(rows[1:-1]) * times + "".join(lines[place:]), encoding="utf-8")
    return path


def troubled(program, folder, times):
    """Workers that crash, hang, or take too much memory, each with a small document besides."""
    trouble = pathlib.Path(folder) / "khó"
    trouble.mkdir()
    large(trouble, times)
    shutil.copy(corpus.SAMPLES / "minimal-decision.txt", trouble / "nhỏ.txt")

    def outcome(name, reason, more=(), disturb=None):
        run = Run(program, folder, name, 1, more, paths=["khó"], output=False)
        over = threading.Event()

        def hit():
            while disturb and not over.wait(0.02):
                for worker in workers_of(run.pid):
                    if disturb(worker):
                        return
        thread = threading.Thread(target=hit)
        thread.start()
        run.finish(600)
        over.set()
        thread.join()
        documents, _ = run.lines()
        check(documents.get("khó/lớn.txt", {}).get("reason") == reason,
              "a document that should have been %s is %s" % (reason, documents.get("khó/lớn.txt")))
        check(documents.get("khó/nhỏ.txt", {}).get("outcome") == "converted", "%s takes another document with it" % reason)
        check(run.status == 1, "after %s, the run ends with %s" % (reason, run.status))
        check(alone(run.pid), "after %s, processes are left" % reason)

    def stop(worker):
        os.kill(worker, signal.SIGSTOP)
        return True

    seen = set()

    def crash(worker):
        # Both tries.
        if worker not in seen:
            seen.add(worker)
            os.kill(worker, signal.SIGSEGV)
        return len(seen) == 2

    outcome("treo", "timedOut", ["--timeout", "10"], stop)
    outcome("sập", "crashed", [], crash)
    outcome("nhớ", "outOfMemory", ["--memory", "64"])
    if not PROBLEMS:
        said("Troubled         a hanging, a crashing and a greedy document are reported, the rest goes on")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--jobs", default="1,2", help="numbers of workers that undisturbed runs have")
    parser.add_argument("--large", type=int, default=3000, help="how often the large document has its rows")
    parser.add_argument("--keep", help="folder to work in, which is left")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="vanban-archive-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        made = corpus.make(folder / "kho", options.files, 0.01) + corpus.make_lost(folder / "kho")
        said("Archive          %d documents, %d of them broken" % (len(made), sum(not one["good"] for one in made)))
        run, first = undisturbed(program, folder, made, [int(jobs) for jobs in options.jobs.split(",")])
        compare_with_convert(program, folder, made, run)
        killed(program, folder, made, run, first, options.kills)
        interrupted(program, folder, made, first)
        troubled(program, folder, options.large)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    said("All is well" if not PROBLEMS else "%d problems" % len(PROBLEMS))
    return 1 if PROBLEMS else 0


if __name__ == "__main__":
    sys.exit(main())
