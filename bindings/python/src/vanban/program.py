"""The program, and how it is asked."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import Any


class VanbanError(Exception):
    """Something went wrong; `code` names it for programs."""

    def __init__(self, code: str, message: str, document: str | None = None) -> None:
        super().__init__("%s: %s" % (document, message) if document else message)
        self.code = code
        self.message = message
        self.document = document


class DocumentError(VanbanError):
    """A document cannot be read, or is none: `code` is the program's reason (`notAdministrative`, `damaged`, …)."""


class UsageError(VanbanError):
    """An option is unknown, or has no such value."""


def program() -> str:
    """The program's path: the one that VANBAN_PROGRAM names, else the wheel's own, else that of the search path."""
    named = os.environ.get("VANBAN_PROGRAM")
    own = pathlib.Path(__file__).parent / "bin" / "vanban"
    found = named or (str(own) if own.exists() else shutil.which("vanban"))
    if not found:
        raise VanbanError("noProgram", "the program vanban was not found: install the wheel, or set VANBAN_PROGRAM")
    return found


def arguments(options: dict[str, Any]) -> list[str]:
    """Options as the command line has them: `any=True` is `--any`, lists are given one by one."""
    words: list[str] = []
    for name, value in options.items():
        option = "--" + name.strip("_").replace("_", "-")
        for each in value if isinstance(value, (list, tuple)) else [value]:
            if each is True:
                words.append(option)
            elif each is not None and each is not False:
                words += [option, str(each)]
    return words


def run(*words: str, input: bytes | None = None) -> bytes:
    """Runs a command and gives its output."""
    done = subprocess.run([program(), *words], input=input, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        said = done.stderr.decode("utf-8", "replace").strip()
        kind = UsageError if done.returncode == 64 else DocumentError
        raise kind("usage" if done.returncode == 64 else "unreadable", said)
    return done.stdout


def answers(requests: Iterable[dict[str, Any]], options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record of each request, or `{"error", "name"}`; one process for all."""
    command = [program(), "convert", "--stdin-protocol", *arguments(options)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None
        for request in requests:
            try:
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except BrokenPipeError:
                line = b""
            if not line:
                said = process.stderr.read().decode("utf-8", "replace").strip()
                status = process.wait()
                raise UsageError("usage", said) if status == 64 else VanbanError("ended", said or "the program ended")
            yield json.loads(line)
        process.stdin.close()


def main() -> None:
    """The command line of the program that the wheel carries."""
    path = program()
    os.execv(path, [path, *sys.argv[1:]])
