#!/usr/bin/env python3
"""Runs the Spark example over a small archive and compares its Parquet with the database of `vanban batch`.

    test_convert_archive.py PROGRAM [--files N]
"""

import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Tests" / "Scripts"))
sys.dont_write_bytecode = True
import convert_archive  # noqa: E402
import corpus  # noqa: E402

COLUMNS = {
    "documents": [field.name for field in convert_archive.DOCUMENTS.fields if field.name != "record"],
    "tasks": convert_archive.TASKS.names,
    "failures": convert_archive.FAILURES.names,
}
IN_DATABASE = {
    "documents": "documents",
    "tasks": '(SELECT documents.document, tasks.* FROM tasks JOIN documents ON documents.id = documentId)',
    "failures": "(SELECT * FROM files WHERE outcome = 'failed')",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--files", type=int, default=40)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="vanban-spark-") as folder:
        os.chdir(folder)
        corpus.make(pathlib.Path("kho"), options.files, 0.01)
        batch = subprocess.run([program, "batch", "kho", "--database", "archive.sqlite", "--progress", "none"])
        if batch.returncode not in (0, 1):
            raise SystemExit("the batch ends with %d" % batch.returncode)
        database = sqlite3.connect("archive.sqlite")
        for more in ([], ["--content"]):
            output = "parquet" + "".join(more)
            subprocess.run([sys.executable, HERE / "convert_archive.py", program, "kho", output, "--partitions", "3", *more],
                           check=True)
            spark = SparkSession.builder.appName("compare").getOrCreate()
            for table, columns in COLUMNS.items():
                names = ", ".join('"%s"' % column for column in columns)
                expected = sorted(database.execute("SELECT %s FROM %s" % (names, IN_DATABASE[table])), key=repr)
                found = sorted((tuple(row) for row in spark.read.parquet(output + "/" + table).select(*columns).collect()),
                               key=repr)
                same = found == expected and bool(found)
                print("%s %s: %d rows in the database, %d in Parquet, %s" % (
                    " ".join(more) or "paths", table, len(expected), len(found), "the same" if same else "OTHERS"))
                if not same:
                    wrong += 1
                    print(*[row for row in set(found) ^ set(expected)][:4], sep="\n")
            spark.stop()
        os.chdir("/")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
