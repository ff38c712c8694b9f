#!/usr/bin/env python3
"""Validate records against the schema with an implementation that is not ours.

    validate-records.py SCHEMA FILE...

Each FILE holds one record as JSON, or one record a line (NDJSON). What is wrong goes to standard error, one line a
fault: file, record, place in the record, and what is the matter there. Exit status: 0 if every record is valid, 1 if
the schema or a record is not or a file cannot be read, 2 for a wrong call or a missing `jsonschema` package.
"""

import json
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.exceptions import SchemaError
except ImportError:
    print("validate-records: the Python package 'jsonschema' is not installed (pip install jsonschema)", file=sys.stderr)
    sys.exit(2)

MOST_FAULTS_SHOWN = 20


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def refuse_repeated_keys(pairs):
    fields = dict(pairs)
    if len(fields) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated = sorted({key for key in keys if keys.count(key) > 1})
        raise ValueError(f"an object has a key twice: {', '.join(repeated)}")
    return fields


def parse(text):
    return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=refuse_repeated_keys)


def read_records(path):
    """The records of a file: the whole file as one, else each of its lines."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and lines[0].startswith("{") and lines[0].endswith("}"):
        return [parse(line) for line in lines]
    return [parse(text)]


def place(path):
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def faults(validator, record):
    """The faults of a record, those behind an `anyOf` told one by one."""
    for error in sorted(validator.iter_errors(record), key=lambda error: place(error.absolute_path)):
        # Of "this or null", a value that is there can only have failed as "this".
        reasons = [reason for reason in error.context or [] if reason.schema != {"type": "null"}]
        for reason in reasons or [error]:
            yield place(reason.absolute_path), reason.message


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    schema_path, *record_paths = arguments
    try:
        with open(schema_path, encoding="utf-8") as file:
            schema = parse(file.read())
        Draft202012Validator.check_schema(schema)
    except (OSError, ValueError) as error:
        print(f"{schema_path}: {error}", file=sys.stderr)
        return 1
    except SchemaError as error:
        print(f"{schema_path}: {error.json_path}: {error.message}", file=sys.stderr)
        return 1

    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    valid = invalid = 0
    for path in record_paths:
        try:
            records = read_records(path)
        except (OSError, ValueError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            invalid += 1
            continue
        for number, record in enumerate(records, start=1):
            found = list(faults(validator, record))
            for where, what in found[:MOST_FAULTS_SHOWN]:
                print(f"{path}: record {number}: {where}: {what}", file=sys.stderr)
            if len(found) > MOST_FAULTS_SHOWN:
                print(f"{path}: record {number}: and {len(found) - MOST_FAULTS_SHOWN} more", file=sys.stderr)
            if found:
                invalid += 1
            else:
                valid += 1
    print(f"{valid} valid, {invalid} not")
    return 1 if invalid else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
