"""Tests of the package against the samples of the repository. VANBAN_PROGRAM may name the program."""

import dataclasses
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import typing
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SAMPLES = ROOT / "Samples"
PLAN = SAMPLES / "provincial-papi-plan.txt"

try:
    import vanban
except ImportError:
    sys.path.insert(0, str(HERE.parent / "src"))
    import vanban
from vanban import models  # noqa: E402


def missing(name):
    try:
        __import__(name)
    except ImportError:
        return True
    return False


class ModelTests(unittest.TestCase):
    def test_models_are_those_of_the_schema(self):
        made = subprocess.run([sys.executable, HERE.parent / "generate_models.py", ROOT / "Schemas" / "vanban-1.schema.json"],
                              capture_output=True, text=True, check=True, encoding="utf-8").stdout
        self.assertEqual(made, (pathlib.Path(models.__file__)).read_text(encoding="utf-8"))

    def test_every_field_has_a_type_that_exists(self):
        for model in vars(models).values():
            if dataclasses.is_dataclass(model):
                typing.get_type_hints(model, vars(models))

    def test_every_record_of_the_samples_becomes_a_value(self):
        for path in sorted(SAMPLES.glob("*.json")):
            value = json.loads(path.read_text(encoding="utf-8"))
            record = models.Record.from_json(value)
            self.assertEqual(len(record.tasks), len(value["tasks"]), path.name)
            self.assertEqual([part.kind for part in record.parts], [part["kind"] for part in value["parts"]])


class ConvertTests(unittest.TestCase):
    def test_a_record_is_typed(self):
        record = vanban.convert(PLAN)
        task = record.tasks[0]
        self.assertEqual(task.lead_agencies[0].id, "so-tu-phap")
        self.assertEqual(task.deadlines[0].end, datetime.date(2024, 7, 31))
        self.assertIsInstance(task.location, models.Location)
        self.assertEqual([source.name for source in record.source], [PLAN.name])

    def test_several_documents_come_in_their_order(self):
        paths = sorted(SAMPLES.glob("*.txt"))
        self.assertEqual([record.source[0].name for record in vanban.convert_all(paths)], [path.name for path in paths])

    def test_bytes_are_read_as_files_are(self):
        record = vanban.convert_bytes(PLAN.read_bytes(), "a.txt")
        self.assertEqual(record.tasks, vanban.convert(PLAN).tasks)

    def test_what_cannot_be_read_is_an_error_with_its_code(self):
        with self.assertRaises(vanban.DocumentError) as met:
            vanban.convert_bytes("Chiều nay trời mưa.".encode(), "mưa.txt")
        self.assertEqual(met.exception.code, "notAdministrative")
        self.assertEqual(met.exception.document, "mưa.txt")
        with self.assertRaises(vanban.DocumentError) as met:
            vanban.convert("there/is/no/such.txt")
        self.assertEqual(met.exception.code, "unreadable")

    def test_options_are_those_of_the_program(self):
        record = vanban.convert_bytes("Chiều nay trời mưa.".encode(), "mưa.txt", any=True)
        self.assertEqual(record.parts[0].kind, "letterhead")
        with self.assertRaises(vanban.UsageError):
            vanban.convert(PLAN, no_such_option=1)

    def test_a_dossier_is_one_record(self):
        record = vanban.convert_together([SAMPLES / "minimal-decision.txt", PLAN])
        self.assertEqual(len(record.source), 2)
        self.assertTrue(all(task.location.source is not None for task in record.tasks))


class RowTests(unittest.TestCase):
    def test_every_kind_has_rows_of_one_form(self):
        record = vanban.convert(PLAN)
        for kind in vanban.KINDS:
            found = list(vanban.rows(record, kind))
            self.assertTrue(all(row.keys() == found[0].keys() for row in found), kind)
        self.assertEqual(len(list(vanban.rows(record, "tasks"))), len(record.tasks))
        with self.assertRaises(ValueError):
            list(vanban.rows(record, "nothing"))

    @unittest.skipIf(missing("pandas"), "pandas is not installed")
    def test_tables_are_frames_with_merged_cells_filled(self):
        frame = vanban.tables(SAMPLES / "provincial-reform-plan.txt")[0]
        self.assertEqual(list(frame.columns)[0], "TT")
        self.assertEqual(frame.attrs["roles"][0], "number")
        self.assertGreater(len(frame), 40)

    @unittest.skipIf(missing("pyarrow"), "pyarrow is not installed")
    def test_arrow_and_parquet_have_days_as_days(self):
        import pyarrow
        from pyarrow import parquet

        record = vanban.convert(PLAN)
        table = vanban.to_arrow([record, record], "deadlines")
        self.assertEqual(table.schema.field("end").type, pyarrow.date32())
        with tempfile.TemporaryDirectory() as folder:
            written = vanban.write_parquet(record, folder)
            self.assertIn("tasks.parquet", [path.name for path in written])
            self.assertEqual(parquet.read_table(pathlib.Path(folder) / "tasks.parquet").num_rows, len(record.tasks))


if __name__ == "__main__":
    unittest.main()
