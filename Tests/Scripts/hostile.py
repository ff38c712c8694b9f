#!/usr/bin/env python3
"""Runs the program on files that are broken or made to do harm, and says how it fared: one JSON object a line.

    hostile.py PROGRAM [--scale S] [--only WORD] [--command validate]
                                                        makes each file, runs the program on it, takes the file away
    hostile.py --make FOLDER [--scale S] [--only WORD]  only makes the files

Standard library only. --scale 0.02 makes the long files fifty times shorter, for a build without optimization.
"""

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time

from hostile_files import CASES, others, packages, pages, set_scale, texts  # noqa: F401

# No more than this may be asked of the system at all, so that a failure harms no machine.
ADDRESS_SPACE = 8 << 30


def write(made, path):
    """Writes a file; nothing made is a folder. A process of its own, so that its memory is not counted as the program's."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            content = made()
            if content is None:
                os.mkdir(path)
            else:
                with open(path, "wb") as file:
                    for chunk in [content] if isinstance(content, (bytes, bytearray)) else content:
                        file.write(chunk)
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise SystemExit("the file could not be made: " + path)


def run(program, command, path, folder, seconds, language):
    errors_path = os.path.join(folder, "errors")
    output_path = os.path.join(folder, "out", "record.json")
    os.makedirs(os.path.dirname(output_path))
    converts = command == "convert"
    words = [program, command, path] + (["-o", output_path, "--quiet"] if converts else [])
    before = time.monotonic()
    with open(errors_path, "wb") as errors:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=errors if converts else subprocess.DEVNULL, stderr=errors,
            env=dict(os.environ, LC_ALL=language), preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE)))
        timer_fired = []

        def stop(*_):
            timer_fired.append(True)
            process.kill()

        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        _, status, usage = os.wait4(process.pid, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.monotonic() - before
    left = sorted(os.listdir(os.path.dirname(output_path)))
    whole = None
    if left == ["record.json"]:
        with open(output_path, "rb") as record:
            record.seek(-2, os.SEEK_END)
            whole = record.read() == b"}\n"
            os.remove(output_path)
    for name in os.listdir(os.path.dirname(output_path)):
        os.remove(os.path.join(os.path.dirname(output_path), name))
    os.rmdir(os.path.dirname(output_path))
    with open(errors_path, "rb") as errors:
        said = errors.read(4000).decode("utf-8", "replace")
    return {"status": process.returncode, "hung": bool(timer_fired), "seconds": round(taken, 3),
            "cpu": round(usage.ru_utime + usage.ru_stime, 3), "megabytes": usage.ru_maxrss // 1024, "errors": said,
            "left": left, "whole": whole}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program", nargs="?")
    options.add_argument("--make")
    options.add_argument("--scale", type=float, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--command", default="convert", help="what the program is to do with each file")
    options.add_argument("--seconds", type=float, default=20, help="the program is stopped after so many")
    given = options.parse_args()
    set_scale(given.scale)
    chosen = [entry for entry in CASES if given.only in entry["name"]]
    if given.make:
        os.makedirs(given.make, exist_ok=True)
        for entry in chosen:
            write(entry["make"], os.path.join(given.make, entry["name"]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for entry in chosen:
            path = os.path.join(folder, entry["name"])
            write(entry["make"], path)
            # Those that are to say what they are say it in both languages.
            for language, words in (("en_US.UTF-8", entry["english"]), ("vi_VN.UTF-8", entry["vietnamese"])):
                if language.startswith("vi") and not words:
                    continue
                found = run(given.program, given.command, path, folder, given.seconds, language)
                found |= {"name": entry["name"], "refused": entry["refused"], "words": words}
                print(json.dumps(found, ensure_ascii=False), flush=True)
            if os.path.isdir(path):
                os.rmdir(path)
            else:
                os.remove(path)


if __name__ == "__main__":
    main()
