#!/usr/bin/env python3
"""Runs the Spark example over a small archive and compares its Parquet with the database of `vanban batch`.

    test_convert_archive.py PROGRAM [--files N]

The example is run three times: by paths and with Spark reading the files, both in one process; and as one would on a
cluster, by spark-submit on a master with two workers of its own, Spark reading the files, one of the workers killed on the
way. Exit status 1 if any table has other rows, 77 where there is no Java or no pyspark to run it with.
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

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

import datetime  # noqa: E402

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

import convert_archive  # noqa: E402
import corpus  # noqa: E402

# Where the rows of a table stand in the database.
IN_DATABASE = {
    "documents": "documents",
    "failures": "(SELECT * FROM files WHERE outcome = 'failed')",
    **{name: '(SELECT d.document, x.* FROM "%s" x JOIN documents d ON d.id = x.documentId)' % name
       for name in ("tasks", "agencies", "deadlines", "scores", "targets", "references", "diagnostics")},
}


def differences(spark, database, output, way, count):
    """Compares the tables that were written with those of the database, and gives how many are others."""
    wrong = 0
    for table, (_, schema) in convert_archive.TABLES.items():
        columns = [name for name in schema.names if name != "record"]
        expected = sorted(database.execute("SELECT %s FROM %s" % (
            ", ".join('"%s"' % column for column in columns), IN_DATABASE[table])), key=repr)
        rows = spark.read.parquet(output + "/" + table).select(*columns).collect()
        # The database has days as texts.
        found = sorted((tuple(str(value) if isinstance(value, datetime.date) else value for value in row) for row in rows),
                       key=repr)
        same = found == expected and bool(found)
        print("%s %s: %d rows in the database, %d in Parquet, %s" % (
            way, table, len(expected), len(found), "the same" if same else "OTHERS"), flush=True)
        if not same:
            wrong += 1
            print(*list(set(found) ^ set(expected))[:4], sep="\n")
    answers = spark.read.parquet(output + "/answers").count()
    if answers != count:
        wrong += 1
        print("%d answers for %d documents" % (answers, count))
    return wrong


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def on_a_cluster(program, archive, output):
    """Runs the example on a master with two workers, each a group of processes of its own; kills one worker when the first
    tasks run. Gives how much went wrong."""
    bin = pathlib.Path(pyspark.__file__).parent / "bin"
    master = "spark://127.0.0.1:%d" % free_port()
    logs = pathlib.Path("cluster").absolute()
    started = []

    def start(name, *command):
        folder = logs / name
        folder.mkdir(parents=True)
        with open(folder / "log", "wb") as log:
            started.append(subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, start_new_session=True))
        return started[-1]

    def log(name):
        return (logs / name / "log").read_text(encoding="utf-8", errors="replace")

    # The limits are for what hangs: on a machine that others use a worker may want a minute to start.
    def wait(name, words, seconds):
        end = time.monotonic() + seconds
        while words not in log(name):
            if time.monotonic() > end:
                raise SystemExit("%s never said “%s”:\n%s" % (name, words, log(name)[-2000:]))
            time.sleep(0.2)

    try:
        start("master", bin / "spark-class", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
              "--port", master.rpartition(":")[2], "--webui-port", free_port())
        wait("master", "I have been elected leader", 300)
        workers = [start("worker%d" % number, bin / "spark-class", "org.apache.spark.deploy.worker.Worker", "--host",
                         "127.0.0.1", "--cores", 1, "--memory", "700m", "--webui-port", free_port(), "--work-dir",
                         logs / ("work%d" % number), master) for number in range(2)]
        for number in range(2):
            wait("worker%d" % number, "Successfully registered with master", 300)
        work = start("example", bin / "spark-submit", "--master", master, "--conf", "spark.driver.host=127.0.0.1",
                     "--conf", "spark.driver.bindAddress=127.0.0.1", "--conf", "spark.ui.enabled=false", "--executor-memory",
                     "500m", HERE / "convert_archive.py", program, archive, output, "--content", "--partitions", "12")
        wait("worker1", "Asked to launch executor", 300)
        wait("example", "Finished task", 600)
        os.killpg(workers[1].pid, signal.SIGKILL)
        status = work.wait(1800)
        print("cluster: one of two workers killed, the example ended with status %d" % status, flush=True)
        if status:
            print(log("example")[-3000:])
        return 1 if status else 0
    finally:
        for process in started:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()


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
            wrong += differences(spark, database, output, "content" if reads_content else "paths", len(made))
        wrong += on_a_cluster(program, "kho", "parquet-cluster")
        wrong += differences(spark, database, "parquet-cluster", "cluster", len(made))
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
