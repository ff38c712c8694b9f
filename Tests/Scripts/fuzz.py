#!/usr/bin/env python3
"""Runs the fuzzer on each target for some time, one after the other, and says in a line what came of each.

    fuzz.py FOLDER --seconds N [--targets tabs,html]

FOLDER holds the programs (bin/vanban-fuzz, bin/vanban-mutate) and keeps what was gathered: corpus/TARGET, and
findings/TARGET with each input that broke something. Exit status: 1 if anything new was found. Standard library only.
"""

import argparse
import os
import re
import subprocess
import sys
import time

# A finding ends the fuzzer; it is started again until the time is up, but not for ever.
MOST_FINDINGS = 12
LONGEST = {"html": 16384, "document": 32768, "numbering": 16384, "zip": 16384}


def environment(target, samples):
    return dict(os.environ, VANBAN_FUZZ_TARGET=target, VANBAN_FUZZ_SAMPLES=samples,
                # Swift's own backtrace asks for the terminal and takes minutes.
                SWIFT_BACKTRACE="enable=no", ASAN_OPTIONS="detect_leaks=0:symbolize=1:allocator_may_return_null=1")


def reason(said):
    """What a finding is, in the words that tell it from others."""
    for pattern in (r"FINDING (.*)", r"Fatal error: (.*)", r"SUMMARY: (.*)", r"ERROR: libFuzzer: (.*)"):
        found = re.findall(pattern, said)
        if found:
            frames = [frame for frame in re.findall(r"#\d+ 0x[0-9a-f]+ in (\S+)", said) if "VanBan" in frame]
            return (found[0] + " " + (frames[0] if frames and "FINDING" not in pattern else "")).strip()[:240]
    return "no reason given"


def run(folder, target, seconds, samples):
    corpus = os.path.join(folder, "corpus", target)
    findings = os.path.join(folder, "findings", target)
    for path in (corpus, findings):
        os.makedirs(path, exist_ok=True)
    if not os.listdir(corpus):
        subprocess.run([os.path.join(folder, "bin/vanban-mutate"), "seeds", target, corpus], check=True,
                       env=environment(target, samples))
    known = set(os.listdir(findings))
    end = time.monotonic() + seconds
    runs, reasons = 0, []
    while len(reasons) < MOST_FINDINGS and (left := int(end - time.monotonic())) > 0:
        fuzzer = subprocess.run(
            [os.path.join(folder, "bin/vanban-fuzz"), corpus, f"-max_total_time={left}", "-timeout=30",
             "-rss_limit_mb=4096", f"-max_len={LONGEST.get(target, 6144)}", f"-artifact_prefix={findings}/",
             "-print_final_stats=1", "-reload=0", "-verbosity=1", "-report_slow_units=30"],
            env=environment(target, samples), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, cwd=folder)
        said = fuzzer.stderr.decode("utf-8", "replace")
        if "instrumented for coverage" in said:
            raise SystemExit(f"{target}: the fuzzer finds no input more interesting than none: the program was built "
                             "without coverage, or the target takes none of its seeds")
        counts = re.findall(r"stat::number_of_executed_units: (\d+)", said) or re.findall(r"^#(\d+)\s", said, re.M)
        runs += int(counts[-1]) if counts else 0
        if fuzzer.returncode == 0:
            break
        reasons.append(reason(said))
        if not set(os.listdir(findings)) - known and not counts:
            print(said[-2000:], file=sys.stderr)
            break
    new = sorted(set(os.listdir(findings)) - known)
    print(f"{target:<11} {runs} runs, {len(os.listdir(corpus))} in the corpus, {len(new)} new findings", flush=True)
    for text in sorted(set(reasons)):
        print(f"            {reasons.count(text)} × {text}")
    for name in new:
        print(f"            {os.path.join(findings, name)}")
    sys.stdout.flush()
    return bool(new or reasons)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder")
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--targets", default="")
    given = options.parse_args()
    folder = os.path.abspath(given.folder)
    samples = os.path.abspath("Samples")
    known = subprocess.run([os.path.join(folder, "bin/vanban-mutate"), "targets"], check=True, capture_output=True,
                           text=True).stdout.split()
    chosen = [name for name in given.targets.split(",") if name] or known
    for name in chosen:
        if name not in known:
            raise SystemExit(f"no such target: {name} (there are {', '.join(known)})")
    found = [run(folder, target, given.seconds, samples) for target in chosen]
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
