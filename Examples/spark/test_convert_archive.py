#!/usr/bin/env python3
"""Runs the Spark example over a small archive and compares its Parquet with the database of `vanban batch`.

    test_convert_archive.py PROGRAM [--files N]

Both ways of the example are run: by paths, and with Spark reading the files. Exit status 1 if any table has other rows.
"""

import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

# Only this machine, whatever its name resolves to.
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
# Functions that Spark hands to its workers are found by them, too.
HERE = pathlib.Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "Tests" / "Scripts"
os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path[:0] = [str(HERE), str(SCRIPTS)]
sys.dont_write_bytecode = True

from pyspark.sql import SparkSession  # noqa: E402

import convert_archive  # noqa: E402
import corpus  # noqa: E402

# Where the rows of a table stand in the database.
IN_DATABASE = {
    "documents": "documents",
    "failures": "(SELECT * FROM files WHERE outcome = 'failed')",
    **{name: '(SELECT d.document, x.* FROM "%s" x JOIN documents d ON d.id = x.documentId)' % name
       for name in ("tasks", "scores", "references")},
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
        made = corpus.make(pathlib.Path("kho"), options.files, 0.01)
        batch = subprocess.run([program, "batch", "kho", "--database", "archive.sqlite", "--progress", "none"])
        if batch.returncode not in (0, 1):
            raise SystemExit("the batch ends with %d" % batch.returncode)
        database = sqlite3.connect("archive.sqlite")
        spark = SparkSession.builder.appName("vanban").master("local[2]").config("spark.ui.enabled", "false").config(
            "spark.ui.showConsoleProgress", "false").getOrCreate()
        for reads_content in (False, True):
            output = "parquet%d" % reads_content
            convert_archive.convert_archive(spark, program, "kho", output, 3, reads_content)
            for table, (_, schema) in convert_archive.TABLES.items():
                columns = [name for name in schema.names if name != "record"]
                expected = sorted(database.execute("SELECT %s FROM %s" % (
                    ", ".join('"%s"' % column for column in columns), IN_DATABASE[table])), key=repr)
                found = sorted((tuple(row) for row in spark.read.parquet(output + "/" + table).select(*columns).collect()),
                               key=repr)
                same = found == expected and bool(found)
                print("%s %s: %d rows in the database, %d in Parquet, %s" % (
                    "content" if reads_content else "paths", table, len(expected), len(found),
                    "the same" if same else "OTHERS"), flush=True)
                if not same:
                    wrong += 1
                    print(*list(set(found) ^ set(expected))[:4], sep="\n")
            answers = spark.read.parquet(output + "/answers").count()
            if answers != len(made):
                wrong += 1
                print("%d answers for %d documents" % (answers, len(made)))
        spark.stop()
        os.chdir("/")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
