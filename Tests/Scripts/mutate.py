#!/usr/bin/env python3
"""Checks mutated documents by their numbers, in several processes, and goes on behind each that ends one.

    mutate.py PROGRAM LOG [--first N] [--count N] [--jobs N]

PROGRAM is vanban-mutate. Each document that something is wrong with is a line of LOG; its kinds are counted on standard
output. Exit status: 1 if there is any, 2 where the program did not run to its end. Standard library only.
"""

import argparse
import collections
import os
import re
import subprocess
import sys
import threading


def worker(program, first, end, step, log, lock, counts, failures):
    number = first
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    while number < end:
        count = (end - number + step - 1) // step
        process = subprocess.Popen([program, "run", str(number), str(count), str(step)], env=environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, errors="replace")
        said = []
        reader = threading.Thread(target=lambda: said.append(process.stderr.read()))
        reader.start()
        last = None
        for line in process.stdout:
            if line.startswith("DONE"):
                continue
            with lock:
                log.write(line)
                log.flush()
                counts[kind(line)] += 1
            if line.startswith(("TRAP", "HANG")):
                last = int(line.split()[1])
        status = process.wait()
        reader.join()
        if status == 0:
            return
        if last is None:
            failures.append(f"{program} ended with {status}: {''.join(said)[-1000:]}")
            return
        with lock:
            log.write("     " + " ".join(re.findall(r"[^\n]*Fatal error[^\n]*", "".join(said))[-1:]) + "\n")
            log.flush()
        number = last + step


def kind(line):
    """A fault without what differs from document to document."""
    if not line.startswith("FAULT"):
        return line.split()[0]
    fault = line.split('["', 1)[-1]
    fault = re.sub(r"“.*?”|\d+", "…", fault)
    return "FAULT " + re.split(r'[:"]', fault)[0][:80]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("log")
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--count", type=int, default=100000)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    counts = collections.Counter()
    lock = threading.Lock()
    failures = []
    end = given.first + given.count
    with open(given.log, "w", encoding="utf-8") as log:
        threads = [threading.Thread(target=worker, args=(os.path.abspath(given.program), given.first + job, end,
                                                         given.jobs, log, lock, counts, failures))
                   for job in range(given.jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if failures:
        print("\n".join(failures), file=sys.stderr)
        return 2
    for name, number in counts.most_common():
        print(f"{number:>6} {name}")
    print(f"{given.count} documents, {sum(counts.values())} with faults" + (f" (see {given.log})" if counts else ""))
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
