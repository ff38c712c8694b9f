#!/usr/bin/env python3
"""Converts an archive with Apache Spark: `vanban` reads the documents, Spark hands them out, Parquet comes out.

    convert_archive.py PROGRAM ARCHIVE OUTPUT [--partitions N] [--content]

Writes OUTPUT/documents, OUTPUT/tasks, OUTPUT/agencies, OUTPUT/deadlines (days are days), OUTPUT/scores, OUTPUT/targets,
OUTPUT/references, OUTPUT/diagnostics and OUTPUT/failures: the rows of the database of `vanban batch`. Without --content, every
machine sees ARCHIVE under the same path (NFS, a mounted disk) and vanban opens the files itself. With it, Spark reads the
files (HDFS, S3: whatever Spark has a reader for) and their content goes through the pipe.
"""

import argparse
import base64
import datetime
import json
import os
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession
from pyspark.sql.types import BinaryType, DateType, DoubleType, IntegerType, LongType, StringType, StructField, StructType


def schema(**columns):
    return StructType([StructField("document", StringType(), False)]
                      + [StructField(name, kind()) for name, kind in columns.items()])


DOCUMENTS = schema(format=StringType, sha256=StringType, bytes=LongType, partCount=IntegerType, taskCount=IntegerType,
                   scoreCount=IntegerType, referenceCount=IntegerType, record=StringType)
TASKS = schema(sequence=IntegerType, part=StringType, table=StringType, groupLabel=StringType, groupTitle=StringType,
               number=StringType, task=StringType, outputs=StringType, lead=StringType, coordinating=StringType,
               deadline=StringType, funding=StringType, note=StringType, leadAgencies=StringType,
               coordinatingAgencies=StringType, due=DateType, line=IntegerType)
AGENCIES = schema(task=IntegerType, part=StringType, duty=StringType, text=StringType, name=StringType, id=StringType,
                  kind=StringType, level=StringType, collective=IntegerType, role=StringType, person=StringType,
                  note=StringType, place=StringType, validFrom=DateType, validTo=DateType, successorId=StringType,
                  successorName=StringType, line=IntegerType)
DEADLINES = schema(task=IntegerType, part=StringType, text=StringType, kind=StringType, startDate=DateType, endDate=DateType,
                   bound=StringType, frequency=StringType, product=StringType, anchor=StringType, anchorDate=DateType,
                   offset=StringType, direction=StringType, workingDays=IntegerType, reference=StringType,
                   line=IntegerType)
SCORES = schema(indexName=StringType, unit=StringType, dimensionNumber=StringType, dimension=StringType, year=IntegerType,
                score=DoubleType, percent=DoubleType, maximum=DoubleType, groupCode=StringType, groupText=StringType,
                direction=StringType, change=DoubleType, previousYear=IntegerType, previousScore=DoubleType,
                rankPosition=IntegerType, rankOf=IntegerType, region=StringType)
TARGETS = schema(part=StringType, section=StringType, table=StringType, text=StringType, measure=StringType,
                 comparator=StringType, value=DoubleType, upper=DoubleType, unit=StringType, direction=StringType,
                 baseline=IntegerType, indexName=StringType, dimensionCode=StringType, year=IntegerType, dateText=StringType,
                 startDate=DateType, endDate=DateType, bound=StringType, line=IntegerType)
REFERENCES = schema(reference=StringType, type=StringType, number=StringType, date=StringType, issuer=StringType,
                    title=StringType, text=StringType, mentions=IntegerType)
DIAGNOSTICS = schema(severity=StringType, code=StringType, message=StringType, hint=StringType, line=IntegerType)
FAILURES = schema(reason=StringType, message=StringType)
# What there is to be done: by its path, or with its content.
BY_PATH = schema(request=StringType)
BY_CONTENT = StructType([StructField("path", StringType()), StructField("content", BinaryType())])
# What a partition gives: the answer to each request, as the program writes it.
ANSWERS = schema(answer=StringType)


# MARK: What there is


def listed(program, path):
    """The documents at or below a path, those in ZIP archives too: (what records call it, the request for it)."""
    with subprocess.Popen([program, "batch", path, "--list"], stdout=subprocess.PIPE) as listing:
        for line in listing.stdout:
            request = json.loads(line)
            mark = "!%s/" % request.get("copy", "")
            yield request["path"] + (mark + request["entry"] if "entry" in request else ""), request
    if listing.returncode == 1:
        print("Some paths could not be listed, see above.", file=sys.stderr)
    elif listing.returncode:
        raise RuntimeError("vanban ended with status %d" % listing.returncode)


def check_names(spark, archive):
    """Java takes files whose names it cannot write for files that are not there, and says nothing."""
    encoding = spark._jvm.java.lang.System.getProperty("sun.jnu.encoding")
    local = spark._jvm.org.apache.hadoop.fs.Path(archive).getFileSystem(spark._jsc.hadoopConfiguration()).getScheme() == "file"
    if local and encoding.upper() not in ("UTF-8", "UTF8"):
        raise SystemExit("Spark was started where names of files are %s: start it with LC_ALL=C.UTF-8, or files with "
                         "Vietnamese names would be left out." % encoding)


def passed_over(spark, archive, files):
    """Files that Spark's reader leaves out without a word: empty ones, and those whose names begin with `_`.

    Hidden files (a name that begins with a dot) are no documents, here as with `vanban batch`. Gives each file's path below
    the archive, and its length.
    """
    folder = spark._jvm.org.apache.hadoop.fs.Path(archive)
    system = folder.getFileSystem(spark._jsc.hadoopConfiguration())
    root = system.makeQualified(folder).toString()
    found = system.listFiles(folder, True)
    given = {row.path for row in files.select("path").collect()}
    while found.hasNext():
        file = found.next()
        path = file.getPath().toString()
        if path not in given and "/." not in path[len(root):]:
            yield path[len(root):], file.getLen()


# MARK: On the workers


class Converter:
    """One process of the program: one line to it and one back for every document."""

    def __init__(self, program):
        self.program = program
        self.process = None

    def answer(self, request):
        if self.process is None:
            # Not before there is work: Spark makes empty partitions, too.
            self.process = subprocess.Popen([self.program, "convert", "--stdin-protocol"], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE)
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer.endswith(b"\n"):
            # Bad documents are answered, too. The task fails, and Spark tries the partition again.
            raise RuntimeError("vanban ended with status %s" % self.process.wait())
        return answer.decode()

    def end(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.stdout.close()
            self.process.wait()


def paths_converter(program):
    """What runs for each partition of documents by their paths."""
    def convert(rows):
        converter = Converter(program)
        try:
            for row in rows:
                yield row.document, converter.answer(json.loads(row.request))
        finally:
            converter.end()
    return convert


def contents_converter(program, root, archive):
    """What runs for each partition of files that Spark has read. Documents are named by the archive as it was given."""
    def requests(path, content):
        name = archive.rstrip("/") + path[len(root):]
        plain = {"name": name, "content": base64.b64encode(content).decode()}
        if content[:2] != b"PK":
            yield name, plain
            return
        # A Word document, or an archive of documents: the program knows, and unpacks with its limits.
        with tempfile.NamedTemporaryFile(prefix="vanban-") as file:
            file.write(content)
            file.flush()
            for document, request in listed(program, file.name):
                yield name + document[len(file.name):], request if "entry" in request else plain

    def convert(rows):
        converter = Converter(program)
        try:
            for row in rows:
                for document, request in requests(row.path, bytes(row.content)):
                    yield document, converter.answer(request)
        finally:
            converter.end()
    return convert


# MARK: Rows


def records(rows):
    for row in rows:
        record = json.loads(row.answer)
        if "error" not in record:
            yield row, record


def document_rows(rows):
    for row, record in records(rows):
        source = record["source"]
        yield (row.document, source["format"], source["sha256"], source["bytes"], len(record["parts"]),
               len(record["tasks"]), len(record["indexScores"]), len(record["references"]), row.answer)


def day(text):
    return text and datetime.date.fromisoformat(text)


def decimal(number):
    return None if number is None else float(number)


def listed_names(agencies):
    return "; ".join(agency["name"] or agency["text"] for agency in agencies) or None


def due(task):
    """The last day of what a task's statements of time name; none where one of them is open or none names a day."""
    ends = [deadline["end"] for deadline in task["deadlines"]]
    return day(max(ends)) if ends and all(ends) else None


def task_rows(rows):
    for row, record in records(rows):
        for task in record["tasks"]:
            group = task["group"] or {}
            yield (row.document, task["sequence"], task["part"], task["table"], group.get("label"), group.get("title"),
                   *(task[name] for name in ("number", "task", "outputs", "lead", "coordinating", "deadline", "funding", "note")),
                   listed_names(task["leadAgencies"]), listed_names(task["coordinatingAgencies"]), due(task),
                   task["location"]["line"])


def agency_rows(rows):
    for row, record in records(rows):
        for task in record["tasks"]:
            for duty in ("lead", "coordinating"):
                for agency in task[duty + "Agencies"]:
                    place, successor = agency["place"] or {}, agency["successor"] or {}
                    yield (row.document, task["sequence"], task["part"], duty,
                           *(agency[name] for name in ("text", "name", "id", "kind", "level")), int(agency["collective"]),
                           agency["role"], agency["person"], agency["note"], place.get("name"), day(agency["validFrom"]),
                           day(agency["validTo"]), successor.get("id"), successor.get("name"),
                           (agency["location"] or task["location"])["line"])


def deadline_rows(rows):
    for row, record in records(rows):
        for task in record["tasks"]:
            for deadline in task["deadlines"]:
                yield (row.document, task["sequence"], task["part"], deadline["text"], deadline["kind"],
                       day(deadline["start"]), day(deadline["end"]), deadline["bound"],
                       "; ".join(deadline["frequency"]) or None, deadline["product"], deadline["anchor"],
                       day(deadline["anchorDate"]), deadline["offset"], deadline["direction"],
                       int(deadline["workingDays"]), deadline["reference"],
                       (deadline["location"] or task["location"])["line"])


def target_rows(rows):
    for row, record in records(rows):
        for target in record["targets"]:
            dimension, date = target["dimension"] or {}, target["date"] or {}
            yield (row.document, *(target[name] for name in ("part", "section", "table", "text", "measure", "comparator")),
                   decimal(target["value"]), decimal(target["upper"]), target["unit"], target["direction"],
                   target["baseline"], target["index"], dimension.get("code"), target["year"], date.get("text"),
                   day(date.get("start")), day(date.get("end")), date.get("bound"), target["location"]["line"])


def diagnostic_rows(rows):
    for row, record in records(rows):
        for diagnostic in record["diagnostics"]:
            yield (row.document, *(diagnostic[name] for name in ("severity", "code", "message", "hint")),
                   diagnostic["location"]["line"])


def score_rows(rows):
    for row, record in records(rows):
        for score in record["indexScores"]:
            dimension, change, previous, rank = (score[name] or {} for name in ("dimension", "change", "previous", "rank"))
            yield (row.document, score["index"], score["unit"], dimension.get("number"), dimension.get("name"), score["year"],
                   decimal(score["score"]), decimal(score["percent"]), decimal(score["maximum"]), score["group"],
                   score["groupText"], change.get("direction"), decimal(change.get("amount")), previous.get("year"),
                   decimal(previous.get("score")), rank.get("position"), rank.get("of"), score["region"])


def reference_rows(rows):
    for row, record in records(rows):
        for reference in record["references"]:
            yield (row.document, *(reference[name] for name in ("id", "type", "number", "date", "issuer", "title", "text")),
                   len(reference["mentions"]))


def failure_rows(rows):
    for row in rows:
        error = json.loads(row.answer).get("error")
        if error:
            yield row.document, error["reason"], error["message"]


TABLES = {"documents": (document_rows, DOCUMENTS), "tasks": (task_rows, TASKS), "agencies": (agency_rows, AGENCIES),
          "deadlines": (deadline_rows, DEADLINES), "scores": (score_rows, SCORES), "targets": (target_rows, TARGETS),
          "references": (reference_rows, REFERENCES), "diagnostics": (diagnostic_rows, DIAGNOSTICS),
          "failures": (failure_rows, FAILURES)}


def convert_archive(spark, program, archive, output, partitions=None, reads_content=False):
    """Converts all documents below `archive` and writes the tables below `output`. Gives the number of rows of each."""
    partitions = partitions or 4 * spark.sparkContext.defaultParallelism
    if reads_content:
        check_names(spark, archive)
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(archive)
        path = spark._jvm.org.apache.hadoop.fs.Path(archive)
        root = path.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(path).toString()
        left = list(passed_over(spark, archive, files))
        # Empty files are handed on as what they are; of the others it is said that nobody has read them.
        empty = spark.createDataFrame([(root + path, b"") for path, length in left if not length], BY_CONTENT)
        unread = [(archive.rstrip("/") + path, json.dumps({"error": {
            "reason": "unreadable", "message": "Spark reads no file whose name begins with _; rename it"}}))
            for path, length in left if length]
        answers = files.select("path", "content").union(empty).repartition(partitions).rdd.mapPartitions(
            contents_converter(program, root, archive))
        answers = spark.createDataFrame(answers, ANSWERS).union(spark.createDataFrame(unread, ANSWERS))
    else:
        documents = [(document, json.dumps(request)) for document, request in listed(program, archive)]
        requests = spark.createDataFrame(documents, BY_PATH).repartition(partitions)
        answers = spark.createDataFrame(requests.rdd.mapPartitions(paths_converter(program)), ANSWERS)
    # Once to Parquet: the tables are read from it, and no document is converted several times.
    answers.write.mode("overwrite").parquet(output + "/answers")
    rows = spark.read.parquet(output + "/answers").rdd
    counts = {}
    for name, (make, columns) in TABLES.items():
        spark.createDataFrame(rows.mapPartitions(make), columns).write.mode("overwrite").parquet(output + "/" + name)
        counts[name] = spark.read.parquet(output + "/" + name).count()
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="vanban, at the same path on every machine")
    parser.add_argument("archive")
    parser.add_argument("output")
    parser.add_argument("--partitions", type=int, help="default: four for each core that Spark has")
    parser.add_argument("--content", action="store_true", help="Spark reads the files")
    options = parser.parse_args()
    # On a cluster, spark-submit says where; without it, all cores of this machine.
    spark = SparkSession.builder.appName("vanban").getOrCreate()
    counts = convert_archive(spark, os.path.abspath(options.program), options.archive, options.output, options.partitions,
                             options.content)
    for name, count in counts.items():
        print("%s: %d" % (name, count))
    spark.stop()


if __name__ == "__main__":
    main()
