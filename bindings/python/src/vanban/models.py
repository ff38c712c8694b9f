"""The record as typed values. Made from Schemas/vanban-1.schema.json by generate_models.py; not written by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Format = Literal[
    "text",
    "html",
    "docx",
    "pdf",
    "image",
    "xlsx",
    "ods",
    "doc",
    "rtf",
    "odt",
    "wps",
]
PartKind = str
SectionKind = Literal[
    "article",
    "part",
    "chapter",
    "section",
    "item",
    "clause",
    "point",
    "bullet",
    "paragraph",
    "form",
]
ColumnRole = Literal[
    "number",
    "group",
    "task",
    "outputs",
    "lead",
    "coordinating",
    "deadline",
    "funding",
    "note",
    "responsibility",
]
RowKind = Literal[
    "task",
    "group",
    "other",
]
FormulaKind = Literal[
    "motto",
    "numberLine",
    "dateLine",
    "enacting",
    "recipients",
    "signed",
    "addressee",
    "status",
]
ScoreGroup = Literal[
    "high",
    "highAverage",
    "lowAverage",
    "low",
]
Direction = Literal[
    "increase",
    "decrease",
    "unchanged",
]
Comparator = Literal[
    "equal",
    "atLeast",
    "above",
    "atMost",
    "below",
    "between",
    "approximately",
]
PlaceLevel = Literal[
    "province",
    "district",
    "commune",
]
AgencyLevel = Literal[
    "central",
    "province",
    "district",
    "commune",
    "party",
    "front",
    "court",
    "enterprise",
    "mass-organisation",
]
DeadlineDirection = Literal[
    "before",
    "after",
]
DeadlineKind = Literal[
    "date",
    "month",
    "quarter",
    "year",
    "range",
    "recurring",
    "relative",
    "asRegulated",
    "unparsed",
]
DeadlineBound = Literal[
    "within",
    "before",
    "by",
    "after",
    "on",
]
Frequency = Literal[
    "continuous",
    "weekly",
    "monthly",
    "quarterly",
    "semiannual",
    "nineMonth",
    "annual",
    "twiceYearly",
    "periodic",
]
RelationKind = Literal[
    "legalBasis",
    "promulgates",
    "attachedTo",
    "amends",
    "replaces",
    "repeals",
    "implements",
]
DiagnosticCode = Literal[
    "legacyEncoding",
    "uncertainEncoding",
    "outsideEncoding",
    "invalidBytes",
    "mixedLineEnds",
    "decomposedText",
    "invisibleCharacters",
    "lookAlikeLetters",
    "unreadFont",
    "declaredEncodingWrong",
    "damagedFile",
    "missingPart",
    "duplicatePart",
    "unreadPart",
    "trackedChanges",
    "hiddenText",
    "pageWithoutText",
    "uncertainLetters",
    "lostLetters",
    "hiddenCells",
    "notesNumberedByPage",
    "restoredCapitals",
    "joinedParagraph",
    "sourceLineBreaks",
    "uncertainParagraphCut",
    "footnoteWithoutCall",
    "callWithoutFootnote",
    "strayText",
    "missingNumber",
    "missingDate",
    "invalidDate",
    "missingIssuer",
    "missingTitle",
    "missingSignature",
    "unknownKind",
    "unprintedKind",
    "misreadKind",
    "attachmentNumberMissing",
    "attachmentMismatch",
    "missingAppendix",
    "issuingDocumentAbsent",
    "unattachedDocument",
    "uncertainSiteText",
    "metadataMismatch",
    "filledFromMetadata",
    "numberingStart",
    "numberingGap",
    "numberingRepeat",
    "numberingMixed",
    "joinedRow",
    "repeatedHeader",
    "raggedRow",
    "missingRowNumber",
    "rowNumberingGap",
    "rowNumberingRepeat",
    "columnWithoutRole",
    "uncertainColumn",
    "tableWithoutTasks",
    "uncertainTaskTable",
    "uncertainCell",
    "cellOfOtherColumn",
    "missingLead",
    "missingDeadline",
    "unparsedDeadline",
    "assumedYear",
    "yearOutsidePeriod",
    "reversedPeriod",
    "unknownYear",
    "shortYear",
    "impossiblePeriod",
    "misreadTime",
    "misreadFigure",
    "unreadFigure",
    "unknownAgency",
    "misspeltAgency",
    "assumedPlace",
    "uncertainRow",
    "doubtfulRow",
    "tableNotRead",
    "agencyInBothColumns",
    "changeMismatch",
    "componentCountMismatch",
    "unknownGroup",
    "dimensionNameMismatch",
    "uncertainScore",
    "uncertainTarget",
    "referenceDateMismatch",
    "ambiguousReference",
    "correctionUnplaced",
    "correctionAmbiguous",
    "correctionsDisagree",
]
Severity = Literal[
    "error",
    "warning",
    "info",
]


@dataclass(frozen=True)
class Source:
    """The file that a record was made from."""

    name: str
    """The file's name without folders; `-` for standard input. A byte that is no UTF-8 is written as `\\xE1`."""

    path: str | None
    """The file as it was given, folders and all, an archive's entry behind its archive (`2024.zip!/plan.docx`), so
    that records of several files can be told apart; null where it came without a path: on standard input, or as
    bytes."""

    format: Format
    """The format that the content was recognised as, or that was asked for."""

    encoding: str
    """Name of the character encoding that was found or told, in lower case: `utf-8`, `utf-16le`, `utf-16be`, `tcvn3`,
    `tcvn-5712`, `vni`, `viscii`, `windows-1258`, `double-utf-8`; for web pages also `windows-1252`. It is that of the
    file's bytes: a Word document, or a page in UTF-8, whose letters were set in the fonts of an old encoding has
    `utf-8`, and a diagnostic `legacyEncoding` tells the encoding of the letters."""

    bytes: int
    """Size of the file in bytes."""

    sha256: str
    """SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits."""

    converter: Converter | None
    """The program that made of the file what was read; null where the file itself was read. The paths of places are
    then those of the DOCX that it made, and begin with `converted.docx!/`."""

    tables: list[TableReading]
    """How each of the record's tables stands in this source, in the order of the tables."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Source:
        """The value of an object of JSON."""
        return cls(
            name=value["name"],
            path=value["path"],
            format=value["format"],
            encoding=value["encoding"],
            bytes=value["bytes"],
            sha256=value["sha256"],
            converter=None if value["converter"] is None else Converter.from_json(value["converter"]),
            tables=[TableReading.from_json(each) for each in value["tables"]],
        )


@dataclass(frozen=True)
class Converter:
    """A program of others by way of which a file was read."""

    name: str
    """Its name (`LibreOffice`)."""

    version: str | None
    """Its version, as it says itself; null where it says none."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Converter:
        """The value of an object of JSON."""
        return cls(
            name=value["name"],
            version=value["version"],
        )


@dataclass(frozen=True)
class Publication:
    """What the web site that the text was copied from says about the document, in the list that it puts above or
    below the text. It is the site's word: compared with the first part (`metadataMismatch`), and used where that
    leaves something blank (`filledFromMetadata`). What the site leaves blank (`Đang cập nhật`) is null."""

    number: str | None
    """Number and sign (`2944/QĐ-UBND`), without spaces."""

    type: str | None
    """Kind of document as printed (`Quyết định`)."""

    issuer: str | None
    """Who issued the document, as the site names it."""

    signer: str | None
    """Name of who signed."""

    position: str | None
    """Post of who signed, where the site names it."""

    issued_on: datetime.date | None
    """Day of issue."""

    effective_on: datetime.date | None
    """Day from which the document has effect."""

    gazette_date: datetime.date | None
    """Day of the gazette (Công báo) that printed the document."""

    gazette_number: str | None
    """Number of that gazette, as printed."""

    status: str | None
    """Whether the document is in force, as printed (`Còn hiệu lực`)."""

    title: str | None
    """The site's name of the document."""

    fields: list[PublicationField]
    """All lines of the list in their order, those that the fields above were read from included."""

    location: Location
    """Where the list stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Publication:
        """The value of an object of JSON."""
        return cls(
            number=value["number"],
            type=value["type"],
            issuer=value["issuer"],
            signer=value["signer"],
            position=value["position"],
            issued_on=None if value["issuedOn"] is None else datetime.date.fromisoformat(value["issuedOn"]),
            effective_on=None if value["effectiveOn"] is None else datetime.date.fromisoformat(value["effectiveOn"]),
            gazette_date=None if value["gazetteDate"] is None else datetime.date.fromisoformat(value["gazetteDate"]),
            gazette_number=value["gazetteNumber"],
            status=value["status"],
            title=value["title"],
            fields=[PublicationField.from_json(each) for each in value["fields"]],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class PublicationField:
    """A line of the site's list."""

    label: str
    """The label as printed, without its colon (`Số hiệu`)."""

    value: str
    """What stands behind it, as printed; empty where nothing does."""

    location: Location
    """Where the line stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> PublicationField:
        """The value of an object of JSON."""
        return cls(
            label=value["label"],
            value=value["value"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Location:
    """Where a value stands in the source. `start` and `end` are UTF-8 byte offsets, half open: into the source file
    for UTF-8 text, into the decoded text for other encodings, HTML and DOCX, into the text as read for pages."""

    start: int
    """Offset of the first byte, from 0."""

    end: int
    """Offset just behind the last byte."""

    line: int
    """The line that `start` stands in, from 1."""

    path: str | None
    """For formats with elements, the element: `/html/body/table[2]/tr[3]/td[1]`,
    `word/document.xml/w:tbl[1]/w:tr[3]/w:tc[1]`; null for plain text."""

    page: int | None
    """For formats with pages (PDF), the page that it begins on, from 1; null for others."""

    box: list[float] | None
    """For formats with pages, where it is on that page: x, y, width and height in points, from the top left of the
    upright page; null for others."""

    source: int | None
    """In the record of a dossier, which of its sources the place is in, from 0; not there in the record of one
    file."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Location:
        """The value of an object of JSON."""
        return cls(
            start=value["start"],
            end=value["end"],
            line=value["line"],
            path=value["path"],
            page=value["page"],
            box=value["box"],
            source=value.get("source"),
        )


@dataclass(frozen=True)
class TableReading:
    """How a table's cells were told apart, and how sure that is."""

    table: str
    """Id of the table."""

    layout: Literal["grid", "tabs", "pipes", "drawn", "aligned", "paragraphs", "wrapped"]
    """How the source holds the table. `grid`: it delimits the cells itself (HTML, DOCX); `tabs`: tabs between cells,
    a row a line; `pipes`: `|` between cells; `drawn`: lines drawn around cells; `aligned`: columns aligned by spaces;
    `paragraphs`: one or more paragraphs a cell, one under the other; `wrapped`: the cells' lines one after the other
    without a separator."""

    confidence: float
    """How sure the reading is; 1 where the source itself delimits the cells and nothing had to be repaired."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TableReading:
        """The value of an object of JSON."""
        return cls(
            table=value["table"],
            layout=value["layout"],
            confidence=value["confidence"],
        )


@dataclass(frozen=True)
class Part:
    """One instrument or attachment of a file. A decision, the plan issued with it and that plan's appendix are three
    parts."""

    id: str
    """Name of the part within the record: `part-1`, `part-2`, … in reading order."""

    kind: PartKind
    """What kind of instrument or attachment it is."""

    type_name: str | None
    """The kind as printed (`QUYẾT ĐỊNH`, `Phụ lục II`); null where the document has no such line."""

    number: str | None
    """Number and sign without spaces (`961/QĐ-UBND`); null where left blank or absent."""

    issued_on: datetime.date | None
    """Day of issue, ISO 8601; null where it is not printed whole or is no day of the calendar."""

    place: str | None
    """Place of issue as printed before the date (`Hà Nội`); null where absent."""

    issuer: str | None
    """The authority that decides (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`), completed by the letterhead where that names the
    same body with more words; else the body of the letterhead; null where neither is printed."""

    title: str | None
    """The subject lines joined, without the kind word (`Ban hành Kế hoạch …`); null where there is none."""

    attached_to: Attachment | None
    """The document that the part says it was issued with; null where it says nothing of the kind."""

    period: Period | None
    """The time that the part plans for, read from its title; null where the title names none."""

    index: str | None
    """The index that the part is about: `PAPI`, `PAR INDEX`, `SIPAS`, `PCI`, …; null where it is about none."""

    legal_bases: list[LegalBasis]
    """The recitals, in reading order."""

    sections: list[Section]
    """The outline of the running text, in reading order; the topmost nodes."""

    tables: list[Table]
    """The tables as read, in reading order."""

    recipients: list[str]
    """The addressees below `Nơi nhận:`, one string a line, without dash and end punctuation."""

    signature: Signature | None
    """The signing block; null where there is none."""

    footnotes: list[Footnote]
    """The notes below the text, in reading order."""

    letterhead: list[str]
    """The bodies of the letterhead as printed, the superior one first."""

    formulas: list[Formula]
    """The fixed words of the form as printed, in reading order."""

    decided: dict[str, Decision]
    """What a person decided of the part's fields, by the fields' names; empty where nobody did. A document cited or a
    target that was none and was taken out is called `references.ref-3`, `targets.target-2`."""

    confidence: dict[str, float] | None
    """How sure those of the part's fields are that were read from a picture without certainty, each as its least sure
    word; absent where all are sure."""

    location: Location
    """The stretch of the source that the part takes up."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Part:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            kind=value["kind"],
            type_name=value["typeName"],
            number=value["number"],
            issued_on=None if value["issuedOn"] is None else datetime.date.fromisoformat(value["issuedOn"]),
            place=value["place"],
            issuer=value["issuer"],
            title=value["title"],
            attached_to=None if value["attachedTo"] is None else Attachment.from_json(value["attachedTo"]),
            period=None if value["period"] is None else Period.from_json(value["period"]),
            index=value["index"],
            legal_bases=[LegalBasis.from_json(each) for each in value["legalBases"]],
            sections=[Section.from_json(each) for each in value["sections"]],
            tables=[Table.from_json(each) for each in value["tables"]],
            recipients=value["recipients"],
            signature=None if value["signature"] is None else Signature.from_json(value["signature"]),
            footnotes=[Footnote.from_json(each) for each in value["footnotes"]],
            letterhead=value["letterhead"],
            formulas=[Formula.from_json(each) for each in value["formulas"]],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Attachment:
    """The document that an attachment says it was issued with."""

    number: str | None
    """Its number and sign without spaces; null where left blank."""

    date: datetime.date | None
    """Its day of issue, ISO 8601; null where left blank."""

    text: str
    """The note as printed, `(Ban hành kèm theo Quyết định số …)`."""

    location: Location
    """Where the note stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Attachment:
        """The value of an object of JSON."""
        return cls(
            number=value["number"],
            date=None if value["date"] is None else datetime.date.fromisoformat(value["date"]),
            text=value["text"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Period:
    """A span of days."""

    start: datetime.date | None
    """First day, included, ISO 8601; null where the span is open."""

    end: datetime.date | None
    """Last day, included, ISO 8601; null where the span is open."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Period:
        """The value of an object of JSON."""
        return cls(
            start=None if value["start"] is None else datetime.date.fromisoformat(value["start"]),
            end=None if value["end"] is None else datetime.date.fromisoformat(value["end"]),
        )


@dataclass(frozen=True)
class LegalBasis:
    """A recital: what the document rests on (`Căn cứ …`, `Theo đề nghị …`)."""

    text: str
    """The paragraph without its end punctuation."""

    references: list[str]
    """The `id`s of the references that it cites, in the order of the text."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> LegalBasis:
        """The value of an object of JSON."""
        return cls(
            text=value["text"],
            references=value["references"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Section:
    """A node of the outline of a part's running text."""

    id: str
    """Name of the node within the record."""

    kind: SectionKind
    """What kind of node it is."""

    label: str | None
    """The label as printed, without dot, bracket and kind word: `Điều 1` gives `1`; `II`, `1.1`, `đ`, `-`, `+`; null
    for a paragraph."""

    ordinal: int | None
    """The place that the label names in its series, from 1 (`II` is 2, `đ` is 5); null for bullets and paragraphs."""

    heading: str | None
    """The node's heading, without its label; null where it has none."""

    text: str | None
    """The node's own running text without that of its children, paragraphs joined by a line feed; null where it has
    none."""

    children: list[Section]
    """The deeper nodes, in reading order."""

    decided: dict[str, Decision]
    """What a person decided of the section's fields, by the fields' names; empty where nobody did."""

    confidence: dict[str, float] | None
    """How sure those of the section's fields are that were read from a picture without certainty, each as its least
    sure word; absent where all are sure."""

    location: Location
    """The stretch of the source that the node and its children take up."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Section:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            kind=value["kind"],
            label=value["label"],
            ordinal=value["ordinal"],
            heading=value["heading"],
            text=value["text"],
            children=[Section.from_json(each) for each in value["children"]],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Table:
    """A table as read, after repair: the grid, for whoever wants the table and not the tasks."""

    id: str
    """Name of the table within the record."""

    part: str
    """The `id` of the part that it stands in."""

    caption: str | None
    """The title above the table; null where it has none."""

    columns: list[Column]
    """The columns from left to right, with their headers."""

    rows: list[list[Cell]]
    """The rows of the body from top to bottom, each its cells from left to right; header rows are in `columns`."""

    row_kinds: list[RowKind]
    """What each of `rows` is, in their order."""

    spanning_headers: list[str]
    """Heads that stand over several columns with heads of their own (`Phân công thực hiện`), as printed."""

    decided: dict[str, Decision]
    """What a person decided of the table's fields, by the fields' names; empty where nobody did. Cells are called
    `rows[3][2]`, the kinds of rows `rowKinds[3]`, the roles of columns `columns[2].role`, counted from 0."""

    confidence: dict[str, float] | None
    """How sure those of the table's fields are that were read from a picture without certainty, each as its least
    sure word; absent where all are sure. Cells are called `rows[3][2]`, heads `columns[2].header`."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Table:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            part=value["part"],
            caption=value["caption"],
            columns=[Column.from_json(each) for each in value["columns"]],
            rows=[[Cell.from_json(each) for each in each] for each in value["rows"]],
            row_kinds=value["rowKinds"],
            spanning_headers=value["spanningHeaders"],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    header: str
    """The header as printed; empty where the column has none."""

    role: ColumnRole | None
    """What the column holds; null where that is not known."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Column:
        """The value of an object of JSON."""
        return cls(
            header=value["header"],
            role=value["role"],
        )


@dataclass(frozen=True)
class Cell:
    """A cell of a table's body."""

    text: str
    """The cell's text; empty for an empty cell, and for a place that a cell above or to the left covers."""

    row_span: int
    """How many rows the cell takes up, downward; the places that it covers stand in their rows, empty."""

    column_span: int
    """How many columns the cell takes up."""

    location: Location | None
    """Where the cell's text stands in the source; null for a cell that was added in the repair of the table."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Cell:
        """The value of an object of JSON."""
        return cls(
            text=value["text"],
            row_span=value["rowSpan"],
            column_span=value["columnSpan"],
            location=None if value["location"] is None else Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Signature:
    """The signing block (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7)."""

    authority: str | None
    """The line that says for whom it is signed (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), lines joined by a space; null
    where there is none."""

    position: str | None
    """The signer's post (`CHỦ TỊCH`, `PHÓ CHỦ TỊCH`); null where there is none."""

    name: str | None
    """The signer's name; null where it is not printed."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Signature:
        """The value of an object of JSON."""
        return cls(
            authority=value["authority"],
            position=value["position"],
            name=value["name"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Footnote:
    """A note below the text, with the mark that calls it."""

    mark: str
    """The mark as printed (`1`, `*`), without brackets."""

    text: str
    """The note's text without its mark."""

    calls: list[Location]
    """Where the mark stands in the text; empty where nothing calls the note."""

    location: Location
    """Where the note itself stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Footnote:
        """The value of an object of JSON."""
        return cls(
            mark=value["mark"],
            text=value["text"],
            calls=[Location.from_json(each) for each in value["calls"]],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Formula:
    """Fixed words of the form, kept as printed so that nothing of the document is lost."""

    kind: FormulaKind
    """Which words they are."""

    text: str
    """The words as printed."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Formula:
        """The value of an object of JSON."""
        return cls(
            kind=value["kind"],
            text=value["text"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class IndexScore:
    """The result of an index, or of one of its dimensions, that the text reports."""

    id: str
    """Name of the score within the record."""

    index: str
    """The index, such as `PAPI`, `PAR INDEX`, `SIPAS` or `PCI`."""

    unit: str | None
    """The province, commune or agency whose result it is, where the document reports several; null for the document's
    own."""

    dimension: Dimension | None
    """The dimension that was scored; null is the whole index."""

    year: int | None
    """The year that the result is of, four digits; null where it is not said."""

    score: float | None
    """The points reached, a decimal comma read as a point; null where not printed."""

    percent: float | None
    """The result in per cent (42.85 is 42.85 %); null where not printed."""

    maximum: float | None
    """The points that can be reached; null where not printed."""

    group: ScoreGroup | None
    """The group of results that it belongs to; null where the text names none."""

    group_text: str | None
    """The group's words as printed, whatever the index calls its groups; null where there are none."""

    change: Change | None
    """The change since the result before; null where the text states none."""

    previous: Previous | None
    """The result before; null where the text states none."""

    rank: Rank | None
    """The rank; null where the text states none."""

    region: str | None
    """The region within which the rank holds; null for the whole country or where no rank is given."""

    components_up: list[str]
    """The components that the text says went up, as printed, in its order."""

    components_down: list[str]
    """The components that the text says went down, as printed, in its order."""

    decided: dict[str, Decision]
    """What a person decided of the score's fields, by the fields' names; empty where nobody did."""

    confidence: dict[str, float] | None
    """How sure those of the score's fields are that were read from a picture without certainty, each as its least
    sure word; absent where all are sure. The result as a whole is called `score`."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> IndexScore:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            index=value["index"],
            unit=value["unit"],
            dimension=None if value["dimension"] is None else Dimension.from_json(value["dimension"]),
            year=value["year"],
            score=value["score"],
            percent=value["percent"],
            maximum=value["maximum"],
            group=value["group"],
            group_text=value["groupText"],
            change=None if value["change"] is None else Change.from_json(value["change"]),
            previous=None if value["previous"] is None else Previous.from_json(value["previous"]),
            rank=None if value["rank"] is None else Rank.from_json(value["rank"]),
            region=value["region"],
            components_up=value["componentsUp"],
            components_down=value["componentsDown"],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Dimension:
    """A dimension of an index, as the text names it and as the gazetteer knows it."""

    number: str | None
    """Its number as printed, a path where there are levels (`1`, `I/1`); null where none is printed."""

    code: str | None
    """Its code in the gazetteer of indexes (`PAPI-1`); null where it is not known there."""

    name: str | None
    """Its name as printed; null where none is printed."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Dimension:
        """The value of an object of JSON."""
        return cls(
            number=value["number"],
            code=value["code"],
            name=value["name"],
        )


@dataclass(frozen=True)
class Change:
    """A change of a score, as the text states it."""

    direction: Direction
    """Which way the score moved."""

    amount: float | None
    """By how many points, without sign; null where the text gives no figure."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Change:
        """The value of an object of JSON."""
        return cls(
            direction=value["direction"],
            amount=value["amount"],
        )


@dataclass(frozen=True)
class Previous:
    """An earlier result that the text compares with."""

    year: int | None
    """The year of the earlier result, four digits; null where it is not said."""

    score: float | None
    """The points reached then; null where not printed."""

    group: str | None
    """The group then: its code (`high`, `highAverage`, `lowAverage`, `low`), or the words as printed where they name
    none of these; null where the text names none."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Previous:
        """The value of an object of JSON."""
        return cls(
            year=value["year"],
            score=value["score"],
            group=value["group"],
        )


@dataclass(frozen=True)
class Rank:
    """A rank among the units that were compared."""

    position: int | None
    """The place, 1 is the best; null where only the change is given."""

    of: int | None
    """How many were ranked; null where not printed."""

    change: int | None
    """Places won (positive) or lost (negative) since the result before; null where not printed."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Rank:
        """The value of an object of JSON."""
        return cls(
            position=value["position"],
            of=value["of"],
            change=value["change"],
        )


@dataclass(frozen=True)
class Target:
    """A quantified target that the text sets: what is measured, and the value that it has to reach."""

    id: str
    """Name of the target within the record."""

    part: str
    """Id of the part that it stands in."""

    section: str | None
    """Id of the section that it stands in; null for a target in a table."""

    table: str | None
    """Id of the table that it stands in; null for a target in running text."""

    task: str | None
    """Id of the task that sets it; null where it stands in no task."""

    text: str
    """The clause that sets the target, as printed; in a table of targets the cell that holds the value."""

    measure: str | None
    """The words for what is measured, exactly as printed; null where they cannot be told apart surely
    (`uncertainTarget`)."""

    comparator: Comparator
    """How the value reached has to stand to the value."""

    value: float
    """The value, a decimal comma read as a point; the lower end of a range."""

    upper: float | None
    """The upper end of a range; null without one."""

    unit: str | None
    """`percent`, `rank` (a place in a ranking, the first being the best), else the unit as printed (`điểm`, `bậc`,
    `phút`); null where none is printed."""

    direction: Direction | None
    """Whether the value is by how much the measure has to rise or fall (`giảm 20%`); null where it is the level to be
    reached."""

    baseline: int | None
    """The year that a rise or fall is measured against (`so với năm 2024`); null where none is printed."""

    index: str | None
    """The index whose target it is, such as `PAPI`; null for other targets."""

    dimension: Dimension | None
    """The dimension of the index whose target it is; null for the whole index and for other targets."""

    date: TargetDate | None
    """The time that is printed with the target; null where none is."""

    year: int | None
    """The year that the target is for: the one printed with it or in the heading above it, else the year of the plan;
    null where these name none."""

    decided: dict[str, Decision]
    """What a person decided of the target's fields, by the fields' names; empty where nobody did."""

    confidence: dict[str, float] | None
    """How sure those of the target's fields are that were read from a picture without certainty, each as its least
    sure word; absent where all are sure. The words that set it are called `text`."""

    location: Location
    """Where it stands in the source."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Target:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            part=value["part"],
            section=value["section"],
            table=value["table"],
            task=value["task"],
            text=value["text"],
            measure=value["measure"],
            comparator=value["comparator"],
            value=value["value"],
            upper=value["upper"],
            unit=value["unit"],
            direction=value["direction"],
            baseline=value["baseline"],
            index=value["index"],
            dimension=None if value["dimension"] is None else Dimension.from_json(value["dimension"]),
            date=None if value["date"] is None else TargetDate.from_json(value["date"]),
            year=value["year"],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class TargetDate:
    """When a target has to be reached."""

    text: str
    """The time as printed."""

    start: datetime.date | None
    """First day, included, ISO 8601; null where open."""

    end: datetime.date | None
    """Last day, included, ISO 8601; null where open."""

    bound: DeadlineBound | None
    """How the time is bound to its days; null where it does not say."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TargetDate:
        """The value of an object of JSON."""
        return cls(
            text=value["text"],
            start=None if value["start"] is None else datetime.date.fromisoformat(value["start"]),
            end=None if value["end"] is None else datetime.date.fromisoformat(value["end"]),
            bound=value["bound"],
        )


@dataclass(frozen=True)
class Task:
    """One task row of an appendix table. A row cut by a page break is one task; a merged cell counts for every row
    that it spans. `task` to `note` are the cells' full text: null when the table has no such column, an empty string
    when the cell is empty."""

    id: str
    """Name of the task within the record."""

    part: str
    """The `id` of the part that it stands in."""

    table: str
    """The `id` of the table that it stands in."""

    sequence: int
    """Place of the task among all tasks of the record, from 1."""

    group: TaskGroup | None
    """The group row, or the group column's cell, that the task stands under; null where there is none."""

    number: str | None
    """The row's own number as printed (`1`, `a`, `1.1`); null when none is printed."""

    task: str | None
    """Full text of the task's cell: what is to be done."""

    outputs: str | None
    """Full text of the cell with the results or products."""

    lead: str | None
    """Full text of the lead agency's cell, or its share of a column for both."""

    coordinating: str | None
    """Full text of the coordinating agencies' cell, or its share of a column for both."""

    deadline: str | None
    """Full text of the deadline's cell."""

    funding: str | None
    """Full text of the cell with money or its source."""

    note: str | None
    """Full text of the remarks' cell."""

    output_items: list[str]
    """The single results of `outputs`, as printed, in order."""

    lead_agencies: list[Agency]
    """The agencies of `lead`, in order."""

    coordinating_agencies: list[Agency]
    """The agencies of `coordinating`, in order."""

    deadlines: list[Deadline]
    """The statements of time of `deadline`, in order."""

    other_cells: dict[str, str]
    """The cells of columns with no known role: their full text by the column's header as printed, in the table's
    order. A second column of one header has ` (2)` behind it, a column without a header is `–`."""

    decided: dict[str, Decision]
    """What a person decided of the task's fields, by the fields' names; empty where nobody did."""

    confidence: dict[str, float] | None
    """How sure those of the task's fields are that were read from a picture without certainty, each as its least sure
    word; absent where all are sure. What was read of a field is called by its place, `leadAgencies[0]`,
    `deadlines[1]`."""

    location: Location
    """The stretch of the source that the row takes up."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Task:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            part=value["part"],
            table=value["table"],
            sequence=value["sequence"],
            group=None if value["group"] is None else TaskGroup.from_json(value["group"]),
            number=value["number"],
            task=value["task"],
            outputs=value["outputs"],
            lead=value["lead"],
            coordinating=value["coordinating"],
            deadline=value["deadline"],
            funding=value["funding"],
            note=value["note"],
            output_items=value["outputItems"],
            lead_agencies=[Agency.from_json(each) for each in value["leadAgencies"]],
            coordinating_agencies=[Agency.from_json(each) for each in value["coordinatingAgencies"]],
            deadlines=[Deadline.from_json(each) for each in value["deadlines"]],
            other_cells=value["otherCells"],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class TaskGroup:
    """The group that a task stands under."""

    label: str | None
    """The group's label as printed, without dot (`I`, `A`, `1`); null where it has none."""

    title: str | None
    """The group's title; null where it has none."""

    dimension_code: str | None
    """The code of the dimension (`PAPI-1`) of the part's index that the title names; null where it names none
    surely."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TaskGroup:
        """The value of an object of JSON."""
        return cls(
            label=value["label"],
            title=value["title"],
            dimension_code=value["dimensionCode"],
        )


@dataclass(frozen=True)
class Agency:
    """An agency, or a collective of agencies, named in a cell."""

    text: str
    """The name as printed, an elliptical head written out: `UBND cấp huyện, cấp xã` gives `UBND cấp huyện` and `UBND
    cấp xã`."""

    name: str | None
    """The canonical name of the gazetteer of agencies; null when the agency is not known there."""

    id: str | None
    """The agency's id in that gazetteer (`quoc-hoi`); null when it is not known there."""

    kind: str | None
    """What it is, in the words of that gazetteer (`ministry`, `department`, `office`, `title`, `collective`, …);
    `person` where only a person is named; null when not known."""

    level: AgencyLevel | None
    """The level of government or the branch that it belongs to; null when not known."""

    collective: bool
    """True for more agencies than one under one name (`các sở, ban, ngành`), which is one entry."""

    role: str | None
    """The role that the cell itself states (`chủ trì`, `phối hợp`, `tham mưu`); null where it states none."""

    person: str | None
    """The name of the person who stands in the agency's place or holds the title, without forms of address; null
    where none is named."""

    note: str | None
    """A remark in brackets, or what is said behind the name; null where there is none."""

    place: AgencyPlace | None
    """The territory that the agency belongs to: its own, or for a collective the one within which all of it stands;
    null when neither the name nor the document says it."""

    valid_from: datetime.date | None
    """The first day on which there is an agency of this name, by the gazetteer; null where open or unknown."""

    valid_to: datetime.date | None
    """The last day on which there was an agency of this name, by the gazetteer; null where open or unknown."""

    successor: AgencySuccessor | None
    """Who took over, where the name is no longer valid; null where it is, or where none is known."""

    location: Location | None
    """Where the name stands in the source; null where it cannot be told."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Agency:
        """The value of an object of JSON."""
        return cls(
            text=value["text"],
            name=value["name"],
            id=value["id"],
            kind=value["kind"],
            level=value["level"],
            collective=value["collective"],
            role=value["role"],
            person=value["person"],
            note=value["note"],
            place=None if value["place"] is None else AgencyPlace.from_json(value["place"]),
            valid_from=None if value["validFrom"] is None else datetime.date.fromisoformat(value["validFrom"]),
            valid_to=None if value["validTo"] is None else datetime.date.fromisoformat(value["validTo"]),
            successor=None if value["successor"] is None else AgencySuccessor.from_json(value["successor"]),
            location=None if value["location"] is None else Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class AgencyPlace:
    """The province, district or commune that an agency belongs to."""

    name: str
    """The name without its noun (`Sơn La`)."""

    level: PlaceLevel
    """Its level of government."""

    noun: str | None
    """The noun before the name (`tỉnh`, `thành phố`, `huyện`, `xã`); null when not known."""

    code: str | None
    """The code of the General Statistics Office, two digits for a province and three for a district; null when not
    known."""

    printed: bool
    """True where the agency's own name says the place, false where it follows from whose document it is."""

    successor: PlaceSuccessor | None
    """The province that a merged one went into; null where it goes on, and for other territories."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> AgencyPlace:
        """The value of an object of JSON."""
        return cls(
            name=value["name"],
            level=value["level"],
            noun=value["noun"],
            code=value["code"],
            printed=value["printed"],
            successor=None if value["successor"] is None else PlaceSuccessor.from_json(value["successor"]),
        )


@dataclass(frozen=True)
class PlaceSuccessor:
    """The territory that took over another's."""

    name: str
    """Its name without its noun."""

    code: str | None
    """Its code of the General Statistics Office; null when not known."""

    since: datetime.date | None
    """Its first day within its new boundaries; null when not known."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> PlaceSuccessor:
        """The value of an object of JSON."""
        return cls(
            name=value["name"],
            code=value["code"],
            since=None if value["since"] is None else datetime.date.fromisoformat(value["since"]),
        )


@dataclass(frozen=True)
class AgencySuccessor:
    """The agency that took over the tasks of one that is no more."""

    id: str
    """Its id in the gazetteer."""

    name: str
    """Its canonical name."""

    since: datetime.date | None
    """Its first day in the other's place; null when not known."""

    shared_with: list[str]
    """Ids of further agencies that took over a part."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> AgencySuccessor:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            name=value["name"],
            since=None if value["since"] is None else datetime.date.fromisoformat(value["since"]),
            shared_with=value["sharedWith"],
        )


@dataclass(frozen=True)
class Deadline:
    """One statement of time in a deadline cell."""

    text: str
    """The statement as printed."""

    kind: DeadlineKind
    """What kind of statement it is."""

    start: datetime.date | None
    """First day, included, ISO 8601; month, quarter and year give their first day; null where open, with `bound`
    `before`, or not a time of the calendar. Days are as printed: with `reversedPeriod` among the diagnostics it may
    lie after `end`."""

    end: datetime.date | None
    """Last day, included, ISO 8601; month, quarter and year give their last day. With `bound` `before` it is the day
    before which something is due, itself excluded: the day printed, or of a month, quarter or year the first day
    (`trước tháng 12/2025` gives 2025-12-01), so that deadlines can be sorted by `end`. Null where open or not a time
    of the calendar. For `relative` it is reckoned only where `anchorDate` is known and days, weeks, months or years
    are counted after it (Bộ luật Dân sự 2015, Điều 147, 148: the day of the anchor is not counted, a month ends on
    the day of the same number or else on its last); it is not moved where it falls on a day off, and nothing is
    reckoned in hours, in working days or backwards."""

    bound: DeadlineBound | None
    """How the statement is bound to its days; null where it does not say."""

    frequency: list[Frequency]
    """How often it recurs, in the order of the text; empty for what does not recur."""

    product: str | None
    """What is due then (`Báo cáo 6 tháng`); null where the statement names nothing."""

    anchor: str | None
    """The event that a relative deadline hangs on; for `asRegulated` the words for what lays it down (`Kế hoạch
    27/KH-UBND`, `quy định`); the name of a feast that is printed with its day; null where there is none."""

    anchor_date: datetime.date | None
    """The day of the anchor, where it is printed (`kể từ ngày 01/3/2026`) or is the day on which the document itself
    was issued (`kể từ ngày ký Quyết định này`); null where it is not known."""

    offset: str | None
    """The length of time counted from the anchor, as printed, an ISO 8601 duration: `P15D`, `P2W`, `P1M`, `P1Y`,
    `PT24H`; null where none is counted."""

    direction: DeadlineDirection | None
    """On which side of the anchor the offset is counted; null without an offset, or where the statement does not
    say."""

    working_days: bool
    """Whether the days of the offset are working days (`05 ngày làm việc`); false without an offset."""

    reference: str | None
    """Id of the document cited in the statement that lays down the deadline (`Theo Kế hoạch 27/KH-UBND`) or that it
    hangs on; null where it cites none, or more than one."""

    location: Location | None
    """Where the statement stands in the source; null where it cannot be told."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Deadline:
        """The value of an object of JSON."""
        return cls(
            text=value["text"],
            kind=value["kind"],
            start=None if value["start"] is None else datetime.date.fromisoformat(value["start"]),
            end=None if value["end"] is None else datetime.date.fromisoformat(value["end"]),
            bound=value["bound"],
            frequency=value["frequency"],
            product=value["product"],
            anchor=value["anchor"],
            anchor_date=None if value["anchorDate"] is None else datetime.date.fromisoformat(value["anchorDate"]),
            offset=value["offset"],
            direction=value["direction"],
            working_days=value["workingDays"],
            reference=value["reference"],
            location=None if value["location"] is None else Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Reference:
    """A document that the text cites, once however often it is named."""

    id: str
    """Name of the reference within the record; legal bases point to it."""

    type: str
    """The kind of document as printed (`Quyết định`, `Luật`, `Nghị định`)."""

    number: str | None
    """Number and sign without spaces; null for a law cited by name."""

    date: datetime.date | None
    """Day of issue, ISO 8601; null where no whole date is printed."""

    issuer: str | None
    """The body that issued it, as printed; null where not named."""

    title: str | None
    """Its subject or name, as printed; null where not named."""

    text: str
    """The first mention as printed."""

    mentions: list[Location]
    """Where the text names it, in reading order, short mentions (`Nghị quyết 76`) included."""

    year: int | None
    """The year, four digits, where only the year is printed (`Luật … năm 2015`); null otherwise."""

    symbol: str | None
    """The letters of the number, which stand for kind, body and unit (`QĐ-UBND`, `NQ/TU`, `QH14`), without spaces;
    null where none are printed."""

    relations: list[Relation]
    """How parts of the record and other cited documents stand to it, as the words around a mention say; empty where
    it is merely named."""

    decided: dict[str, Decision]
    """What a person decided of the reference's fields, by the fields' names; empty where nobody did."""

    confidence: dict[str, float] | None
    """How sure those of the reference's fields are that were read from a picture without certainty, each as its least
    sure word; absent where all are sure. Its first mention is called `text`."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Reference:
        """The value of an object of JSON."""
        return cls(
            id=value["id"],
            type=value["type"],
            number=value["number"],
            date=None if value["date"] is None else datetime.date.fromisoformat(value["date"]),
            issuer=value["issuer"],
            title=value["title"],
            text=value["text"],
            mentions=[Location.from_json(each) for each in value["mentions"]],
            year=value["year"],
            symbol=value["symbol"],
            relations=[Relation.from_json(each) for each in value["relations"]],
            decided={key: Decision.from_json(each) for key, each in value["decided"].items()},
            confidence=value.get("confidence"),
        )


@dataclass(frozen=True)
class Relation:
    """How a part, or another document that the text cites, stands to a cited document. Exactly one of `part` and
    `from` is set."""

    kind: RelationKind
    """How it stands to the cited document."""

    part: str | None
    """Id of the part that stands in the relation; null where another cited document does."""

    from_: str | None
    """Id of the cited document that stands in the relation (`Nghị định … sửa đổi Nghị định …`); null where a part
    does."""

    planned: bool
    """Whether the words set it as a task (`Tham mưu sửa đổi Quyết định số …`) rather than do it themselves."""

    location: Location
    """The mention that stands in the relation."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Relation:
        """The value of an object of JSON."""
        return cls(
            kind=value["kind"],
            part=value["part"],
            from_=value["from"],
            planned=value["planned"],
            location=Location.from_json(value["location"]),
        )


@dataclass(frozen=True)
class Decision:
    """What a person decided of a field, in the place of what was read."""

    by: str | None
    """The person's name as given; null where none was."""

    on: str | None
    """When it was decided: a day, or a day and a time, ISO 8601; null where that was not given."""

    was: str | None
    """What stood in the field before; null where nothing did."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Decision:
        """The value of an object of JSON."""
        return cls(
            by=value["by"],
            on=value["on"],
            was=value["was"],
        )


@dataclass(frozen=True)
class Diagnostic:
    """Something that a reader of the record should know: repaired, missing, doubtful or contradictory."""

    code: DiagnosticCode
    """The stable name of what was found."""

    severity: Severity
    """How bad it is."""

    message: str
    """What is so, in English, so that records are the same on every machine."""

    hint: str
    """What to do about it, in English."""

    location: Location
    """Where in the source it is so."""

    related: list[Location]
    """Other places that it is about, such as the other half of a contradiction."""

    arguments: list[str]
    """What the message speaks of, in the order of its placeholders, so that it can be said in another language."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Diagnostic:
        """The value of an object of JSON."""
        return cls(
            code=value["code"],
            severity=value["severity"],
            message=value["message"],
            hint=value["hint"],
            location=Location.from_json(value["location"]),
            related=[Location.from_json(each) for each in value["related"]],
            arguments=value["arguments"],
        )


@dataclass(frozen=True)
class Coverage:
    """How much of the document stands in the record, counted in Unicode scalars other than white space."""

    characters: int
    """All of the document's characters."""

    recorded: int
    """Those that stand in some record's text."""

    furniture: int
    """Those recognised as markup, rulers, page numbers, repeated headers, web-site chrome and the like."""

    unaccounted: int
    """The rest. Anything but 0 is a defect of the reading."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Coverage:
        """The value of an object of JSON."""
        return cls(
            characters=value["characters"],
            recorded=value["recorded"],
            furniture=value["furniture"],
            unaccounted=value["unaccounted"],
        )


@dataclass(frozen=True)
class Record:
    """What one Vietnamese administrative document, one input file, yields as data. Every field is always there: what
    is not known is `null` or an empty array, never a guess. Dates are ISO 8601 days. Text is in Unicode normalisation
    form NFC, with every run of white space as one space; only the paragraphs of a section's `text` are joined by a
    line feed."""

    schema_version: str
    """Version of this interface. It changes when a field is renamed or dropped."""

    source: list[Source]
    """The file that the record was made from; of a dossier the list of its files, in the order in which they stand in
    the record."""

    parts: list[Part]
    """Instruments and attachments, in reading order."""

    index_scores: list[IndexScore]
    """Results of indexes that the text reports, in reading order."""

    tasks: list[Task]
    """Every task row of every appendix table, in reading order."""

    references: list[Reference]
    """The documents cited, once each."""

    diagnostics: list[Diagnostic]
    """What a reader of the record should know: repaired, missing, doubtful or contradictory."""

    coverage: Coverage
    """How much of the document stands in the record."""

    publication: Publication | None
    """What the web site that the text was copied from says about the document; null where nothing of it is in the
    file."""

    targets: list[Target]
    """The quantified targets that the text sets (`đạt 100%`, `tối thiểu 85%`), in reading order. What was reached
    already is no target."""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Record:
        """The value of an object of JSON."""
        return cls(
            schema_version=value["schemaVersion"],
            source=[Source.from_json(each) for each in (value["source"] if isinstance(value["source"], list) else [value["source"]])],
            parts=[Part.from_json(each) for each in value["parts"]],
            index_scores=[IndexScore.from_json(each) for each in value["indexScores"]],
            tasks=[Task.from_json(each) for each in value["tasks"]],
            references=[Reference.from_json(each) for each in value["references"]],
            diagnostics=[Diagnostic.from_json(each) for each in value["diagnostics"]],
            coverage=Coverage.from_json(value["coverage"]),
            publication=None if value["publication"] is None else Publication.from_json(value["publication"]),
            targets=[Target.from_json(each) for each in value["targets"]],
        )
