"""Rows of records, kind by kind, for pandas, Arrow and Parquet: those of the program's sheets, days as days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .models import Record, Task

KINDS = ("documents", "parts", "tasks", "agencies", "deadlines", "scores", "targets", "references", "diagnostics")


def _names(agencies: list[Any]) -> str | None:
    return "; ".join(agency.name or agency.text for agency in agencies) or None


def _due(task: Task) -> Any:
    ends = [deadline.end for deadline in task.deadlines]
    return max(end for end in ends if end) if ends and all(ends) else None


def rows(record: Record, kind: str) -> Iterator[dict[str, Any]]:
    """The rows of a kind (see `KINDS`), each with the name of its file.

    :raises ValueError: for a kind that there is not.
    """
    if kind not in KINDS:
        raise ValueError("there is no kind %r; there are %s" % (kind, ", ".join(KINDS)))
    for place, row in globals()["_" + kind](record):
        source = record.source[(place.source or 0) if place is not None else 0]
        yield {"document": source.name, **row, "line": place.line if place is not None else None}


def _documents(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    main = record.parts[0] if record.parts else None
    yield (main.location if main else None), {
        "kind": main.kind if main else None, "number": main.number if main else None,
        "issued_on": main.issued_on if main else None, "issuer": main.issuer if main else None,
        "title": main.title if main else None, "parts": len(record.parts), "tasks": len(record.tasks),
        "scores": len(record.index_scores), "references": len(record.references),
        "characters": record.coverage.characters, "unaccounted": record.coverage.unaccounted,
        "sha256": record.source[0].sha256}


def _parts(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for part in record.parts:
        yield part.location, {
            "part": part.id, "kind": part.kind, "type_name": part.type_name, "number": part.number,
            "issued_on": part.issued_on, "place": part.place, "issuer": part.issuer, "title": part.title,
            "attached_to": part.attached_to.number if part.attached_to else None, "index": part.index,
            "signer": part.signature.name if part.signature else None}


def _tasks(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for task in record.tasks:
        group = task.group
        yield task.location, {
            "sequence": task.sequence, "part": task.part, "table": task.table,
            "group_label": group.label if group else None, "group_title": group.title if group else None,
            "number": task.number, "task": task.task, "outputs": task.outputs, "lead": task.lead,
            "coordinating": task.coordinating, "deadline": task.deadline, "funding": task.funding, "note": task.note,
            "lead_agencies": _names(task.lead_agencies), "coordinating_agencies": _names(task.coordinating_agencies),
            "due": _due(task)}


def _agencies(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for task in record.tasks:
        for duty, agencies in (("lead", task.lead_agencies), ("coordinating", task.coordinating_agencies)):
            for agency in agencies:
                yield agency.location or task.location, {
                    "task": task.sequence, "duty": duty, "text": agency.text, "name": agency.name, "id": agency.id,
                    "level": agency.level, "collective": agency.collective, "role": agency.role}


def _deadlines(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for task in record.tasks:
        for deadline in task.deadlines:
            yield deadline.location or task.location, {
                "task": task.sequence, "text": deadline.text, "kind": deadline.kind, "start": deadline.start,
                "end": deadline.end, "bound": deadline.bound, "frequency": "; ".join(deadline.frequency) or None,
                "product": deadline.product, "anchor": deadline.anchor}


def _scores(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for score in record.index_scores:
        dimension, change, rank = score.dimension, score.change, score.rank
        yield score.location, {
            "index": score.index, "unit": score.unit, "dimension_code": dimension.code if dimension else None,
            "dimension": dimension.name if dimension else None, "year": score.year, "score": score.score,
            "percent": score.percent, "maximum": score.maximum, "group": score.group,
            "direction": change.direction if change else None, "change": change.amount if change else None,
            "rank": rank.position if rank else None, "rank_of": rank.of if rank else None, "region": score.region}


def _targets(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for target in record.targets:
        yield target.location, {
            "part": target.part, "text": target.text, "measure": target.measure, "comparator": target.comparator,
            "value": target.value, "upper": target.upper, "unit": target.unit, "year": target.year,
            "end": target.date.end if target.date else None}


def _references(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for reference in record.references:
        yield (reference.mentions[0] if reference.mentions else None), {
            "reference": reference.id, "type": reference.type, "number": reference.number, "date": reference.date,
            "issuer": reference.issuer, "title": reference.title, "text": reference.text,
            "mentions": len(reference.mentions)}


def _diagnostics(record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    for diagnostic in record.diagnostics:
        yield diagnostic.location, {
            "severity": diagnostic.severity, "code": diagnostic.code, "message": diagnostic.message,
            "hint": diagnostic.hint}
