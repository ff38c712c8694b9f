#!/usr/bin/env python3
"""Converts an archive with Apache Spark: `vanban` reads the documents, Spark hands them out, Parquet comes out.

    convert_archive.py PROGRAM ARCHIVE OUTPUT [--partitions N] [--content]

Writes OUTPUT/documents, OUTPUT/tasks and OUTPUT/failures. Without --content, every machine sees ARCHIVE under the same
path (NFS, a mounted disk) and vanban opens the files itself. With it, Spark reads the files (HDFS, S3: whatever Spark
has a reader for) and their content goes through the pipe.
"""

import argparse
import base64
import io
import json
import os
import subprocess
import zipfile

from pyspark.sql import SparkSession
from pyspark.sql.types import IntegerType, LongType, StringType, StructField, StructType

DOCUMENTS = StructType([
    StructField("document", StringType(), False), StructField("format", StringType()), StructField("sha256", StringType()),
    StructField("bytes", LongType()), StructField("partCount", IntegerType()), StructField("taskCount", IntegerType()),
    StructField("scoreCount", IntegerType()), StructField("referenceCount", IntegerType()),
    StructField("record", StringType())])
TASKS = StructType([
    StructField("document", StringType(), False), StructField("sequence", IntegerType(), False)] + [
    StructField(name, StringType()) for name in (
        "part", "table", "groupLabel", "groupTitle", "number", "task", "outputs", "lead", "coordinating", "deadline",
        "funding", "note")])
FAILURES = StructType([
    StructField("document", StringType(), False), StructField("reason", StringType()), StructField("message", StringType())])
# What a partition gives: the answer to each request, as the program writes it.
ANSWERS = StructType([StructField("document", StringType(), False), StructField("answer", StringType(), False)])


def entries(archive):
    """The documents in a ZIP archive; a Word document is a ZIP archive, too, and holds none."""
    names = archive.namelist()
    if {"[Content_Types].xml", "mimetype", "_rels/.rels", "word/document.xml"} & set(names):
        return None
    return [name for name in names if not name.endswith("/") and not name.rsplit("/", 1)[-1].startswith(".")
            and not name.startswith("__MACOSX/")]


def documents_below(folder):
    """One request a document: (what records call it, path, entry). Names are those of `vanban batch`."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(place, name)
            if name.startswith("."):
                continue
            inside = None
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    inside = entries(archive)
            if inside is None:
                yield path, path, None
            else:
                for entry in inside:
                    yield path + "!/" + entry, path, entry


def with_content(folder, file):
    """The documents in a file that Spark has read: a row of its `binaryFile` source."""
    name = folder + file.path.partition(os.path.abspath(folder))[2] if os.path.isdir(folder) else file.path
    content = bytes(file.content)
    if content[:4] == b"PK\x03\x04" and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = entries(archive)
            if inside is not None:
                for entry in inside:
                    yield name + "!/" + entry, entry, archive.read(entry)
                return
    yield name, name, content


def converter(program, folder, reads_content):
    """What runs for each partition: one process of the program, one line to it and one back for every document."""
    def convert(rows):
        process = None
        for row in rows:
            for document, path, more in with_content(folder, row) if reads_content else [(row.document, row.path, row.entry)]:
                if reads_content:
                    request = {"name": path.rsplit("/", 1)[-1], "content": base64.b64encode(more).decode()}
                else:
                    request = {"path": path, "entry": more} if more else {"path": path}
                if process is None:
                    # Not before there is work: Spark makes empty partitions, too.
                    process = subprocess.Popen([program, "convert", "--stdin-protocol"], stdin=subprocess.PIPE,
                                               stdout=subprocess.PIPE)
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
                answer = process.stdout.readline()
                if not answer:
                    # The task fails, and Spark tries the partition again.
                    raise RuntimeError("vanban ended with status %s" % process.wait())
                yield document, answer.decode()
        if process is not None:
            process.stdin.close()
            process.wait()
    return convert


def document_rows(rows):
    for row in rows:
        record = json.loads(row.answer)
        if "error" not in record:
            source = record["source"]
            yield (row.document, source["format"], source["sha256"], source["bytes"], len(record["parts"]),
                   len(record["tasks"]), len(record["indexScores"]), len(record["references"]), row.answer)


def task_rows(rows):
    for row in rows:
        for task in json.loads(row.answer).get("tasks", []):
            group = task["group"] or {}
            yield (row.document, task["sequence"], task["part"], task["table"], group.get("label"), group.get("title"),
                   *(task[name] for name in ("number", "task", "outputs", "lead", "coordinating", "deadline", "funding", "note")))


def failure_rows(rows):
    for row in rows:
        error = json.loads(row.answer).get("error")
        if error:
            yield row.document, error["reason"], error["message"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="vanban, at the same path on every machine")
    parser.add_argument("archive")
    parser.add_argument("output")
    parser.add_argument("--partitions", type=int, help="default: four for each core that Spark has")
    parser.add_argument("--content", action="store_true", help="Spark reads the files")
    options = parser.parse_args()
    # On a cluster, spark-submit says where; without it, all cores of this machine.
    builder = SparkSession.builder.appName("vanban")
    if "SPARK_MASTER" in os.environ:
        builder = builder.master(os.environ["SPARK_MASTER"])
    spark = builder.getOrCreate()
    partitions = options.partitions or 4 * spark.sparkContext.defaultParallelism
    if options.content:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(options.archive)
    else:
        listed = list(documents_below(options.archive))
        files = spark.createDataFrame(listed, "document string, path string, entry string")
    convert = converter(options.program, options.archive, options.content)
    # Once to Parquet: the three tables are read from it, and no document is converted three times.
    answers = options.output + "/answers"
    spark.createDataFrame(files.repartition(partitions).rdd.mapPartitions(convert), ANSWERS).write.mode(
        "overwrite").parquet(answers)
    rows = spark.read.parquet(answers).rdd
    for name, make, schema in [("documents", document_rows, DOCUMENTS), ("tasks", task_rows, TASKS),
                               ("failures", failure_rows, FAILURES)]:
        spark.createDataFrame(rows.mapPartitions(make), schema).write.mode("overwrite").parquet(options.output + "/" + name)
        print("%s: %d" % (name, spark.read.parquet(options.output + "/" + name).count()))
    spark.stop()


if __name__ == "__main__":
    main()
