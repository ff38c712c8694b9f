"""Vietnamese administrative documents (Quyết định, Kế hoạch, Phụ lục) as typed values.

>>> import vanban
>>> record = vanban.convert("plan.docx")
>>> [(task.task, task.lead_agencies[0].name) for task in record.tasks]
"""

from __future__ import annotations

import base64
import json
import os
import pathlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .models import Record
from .program import DocumentError, UsageError, VanbanError, answers, arguments, program, run
from .rows import KINDS, rows
from .version import VERSION as __version__

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = [
    "KINDS", "DocumentError", "Record", "UsageError", "VanbanError", "convert", "convert_all", "convert_bytes",
    "convert_together", "program", "rows", "tables", "to_arrow", "write_parquet",
]

Path = str | os.PathLike[str]


def convert(path: Path, **options: Any) -> Record:
    """The record of a document.

    :param options: those of `vanban help reading`: `encoding="tcvn3"`, `ocr="off"`, `any=True`, `limit=["pages=50"]`.
    :raises DocumentError: where it cannot be read; `code` says why.
    :raises UsageError: for an option that there is not.
    """
    return next(convert_all([path], **options))


def convert_all(paths: Iterable[Path], **options: Any) -> Iterator[Record]:
    """The records of documents, one after the other, by one process."""
    for answer in answers(({"path": os.fspath(path)} for path in paths), options):
        yield _record(answer)


def convert_bytes(content: bytes, name: str, **options: Any) -> Record:
    """The record of a document that stands in no file."""
    request = {"name": name, "content": base64.b64encode(content).decode()}
    return _record(next(answers([request], options)))


def convert_together(paths: Iterable[Path], **options: Any) -> Record:
    """One record of a dossier: a decision, its plan, their appendices, in the order that they say themselves."""
    words = [os.fspath(path) for path in paths]
    return Record.from_json(json.loads(run("convert", "--together", "--quiet", *arguments(options), "--", *words)))


def _record(answer: dict[str, Any]) -> Record:
    error = answer.get("error")
    if error:
        raise DocumentError(error["reason"], error["message"], answer.get("name"))
    return Record.from_json(answer)


def tables(path: Path, **options: Any) -> list[pandas.DataFrame]:
    """The tables of a document as they were read; a merged cell stands in every place that it takes up."""
    import pandas

    shown = json.loads(run("tables", "--format", "json", "--quiet", *arguments(options), "--", os.fspath(path)))
    frames = []
    for entry in shown["tables"]:
        table = entry["table"]
        heads = [column["header"] for column in table["columns"]]
        frame = pandas.DataFrame(_grid(table["rows"], len(heads)), columns=heads)
        frame.attrs.update(id=table["id"], caption=table["caption"], roles=[column["role"] for column in table["columns"]])
        frames.append(frame)
    return frames


def _grid(cells: list[list[dict[str, Any]]], width: int) -> list[list[str]]:
    grid: list[list[str | None]] = [[None] * width for _ in cells]
    for number, row in enumerate(cells):
        place = 0
        for cell in row:
            while place < width and grid[number][place] is not None:
                place += 1
            for line in range(number, min(number + cell["rowSpan"], len(cells))):
                for column in range(place, min(place + cell["columnSpan"], width)):
                    grid[line][column] = cell["text"]
            place += cell["columnSpan"]
    return [[text or "" for text in row] for row in grid]


def to_arrow(records: Record | Iterable[Record], kind: str = "tasks") -> pyarrow.Table:
    """The rows of a kind (see `KINDS`) as an Arrow table; days are days, numbers numbers."""
    import pyarrow

    every = [row for record in _each(records) for row in rows(record, kind)]
    return pyarrow.Table.from_pylist(every)


def write_parquet(records: Record | Iterable[Record], folder: Path, kinds: Iterable[str] = KINDS) -> list[pathlib.Path]:
    """Writes a Parquet file for each kind that has rows, and gives their paths."""
    from pyarrow import parquet

    kept = list(_each(records))
    target = pathlib.Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in kinds:
        table = to_arrow(kept, kind)
        if table.num_rows:
            written.append(target / (kind + ".parquet"))
            parquet.write_table(table, written[-1])
    return written


def _each(records: Record | Iterable[Record]) -> Iterable[Record]:
    return [records] if isinstance(records, Record) else records
