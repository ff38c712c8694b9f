#!/usr/bin/env python3
"""Runs the Spark example over a small archive and compares its Parquet with the database of `vanban batch`.

    test_convert_archive.py PROGRAM [--files N]

Both ways of the example are run: by paths, and with Spark reading the files. Exit status 1 if any table has other rows,
77 where there is no Java or no pyspark to run it with.
"""

import argparse
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

# Only this machine, whatever its name resolves to.
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
# Names of files are Vietnamese.
os.environ["LC_ALL"] = "C.UTF-8"
# Functions that Spark hands to its workers are found by them, too.
HERE = pathlib.Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "Tests" / "Scripts"
os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path[:0] = [str(HERE), str(SCRIPTS)]
sys.dont_write_bytecode = True



def missing():
    """What Spark lacks to run, in words; None for nothing."""
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if not java or not os.path.exists(java):
        return "Java was not found"
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if not version or int(version.group(1)) < 17:
        return "Java 17 or newer is needed, found: " + said.partition("\n")[0]
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return "pyspark is not installed"
    return None


lack = missing()
if lack:
    print("Skipped: " + lack + ".")
    sys.exit(77)

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
        # What Spark's reader passes over is found: here a document whose name begins with _, and no hidden one.
        os.makedirs("lạ/.ẩn")
        for name in ("_nháp.txt", ".ẩn/a.txt", "b.txt"):
            pathlib.Path("lạ", name).write_text("văn bản", encoding="utf-8")
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load("lạ")
        left = list(convert_archive.passed_over(spark, "lạ", files))
        if left != [("/_nháp.txt", 10)]:
            wrong += 1
            print("passed over: %s" % left)
        spark.stop()
        os.chdir("/")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
