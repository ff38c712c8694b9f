#!/usr/bin/env python3
"""Makes src/vanban/models.py from the JSON Schema of records: a frozen dataclass for each kind of object.

    generate_models.py SCHEMA [OUTPUT]
"""

import json
import keyword
import re
import sys
import textwrap

HEAD = '''"""The record as typed values. Made from Schemas/vanban-1.schema.json by generate_models.py; not written by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

'''


def snake(name):
    plain = re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: "_" + match.group(1).lower(), name)
    return plain + "_" if keyword.iskeyword(plain) else plain


class Models:
    def __init__(self, schema):
        self.schema = schema
        self.definitions = schema["$defs"]

    def is_object(self, name):
        return "properties" in self.definitions[name]

    def kind(self, field):
        """The type of a field, and how its JSON becomes a value: a form with one place."""
        if "$ref" in field:
            name = field["$ref"].rpartition("/")[2]
            return (name, name + ".from_json(%s)") if self.is_object(name) else (name, "%s")
        if "anyOf" in field:
            inner = [each for each in field["anyOf"] if each != {"type": "null"}]
            kind, form = self.kind(inner[0])
            return kind + " | None", "None if %s is None else " + form if form != "%s" else form
        if "oneOf" in field:
            # A file, or the files of a dossier: always a list.
            kind, form = self.kind(field["oneOf"][0])
            return "list[%s]" % kind, "[" + form % "each" + " for each in (%s if isinstance(%s, list) else [%s])]"
        if "enum" in field:
            return "Literal[%s]" % ", ".join('"%s"' % word for word in field["enum"]), "%s"
        types = field["type"] if isinstance(field["type"], list) else [field["type"]]
        optional = " | None" if "null" in types else ""
        plain = next(each for each in types if each != "null")
        if plain == "array":
            kind, form = self.kind(field["items"])
            whole = "list[%s]%s" % (kind, optional)
            if form == "%s":
                return whole, "%s"
            form = "[" + form.replace("%s", "each") + " for each in %s]"
            return whole, "None if %s is None else " + form if optional else form
        if plain == "object":
            kind, form = self.kind(field["additionalProperties"])
            form = "%s" if form == "%s" else "{key: " + form.replace("%s", "each") + " for key, each in %s.items()}"
            return "dict[str, %s]" % kind, form
        if plain == "string" and field.get("format") == "date":
            form = "datetime.date.fromisoformat(%s)"
            return "datetime.date" + optional, "None if %s is None else " + form if optional else form
        return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[plain] + optional, "%s"

    def text(self):
        text = HEAD
        for name, definition in self.definitions.items():
            if not self.is_object(name):
                words = definition.get("enum")
                text += "%s = %s\n" % (name, "Literal[\n    %s,\n]" % ",\n    ".join('"%s"' % word for word in words)
                                       if words else "str")
        for name, definition in self.definitions.items():
            if self.is_object(name):
                text += self.model(name, definition)
        return text + self.model("Record", self.schema)

    def model(self, name, definition):
        required = set(definition.get("required", []))
        fields, values = [], []
        for key, field in definition["properties"].items():
            kind, form = self.kind(field)
            access = 'value["%s"]' % key
            if key not in required:
                kind += "" if kind.endswith("None") else " | None"
                access = 'value.get("%s")' % key
                if form != "%s" and not form.startswith("None if"):
                    form = "None if %s is None else " + form
            fields.append((snake(key), kind, field.get("description", "")))
            values.append("%s=%s" % (snake(key), form.replace("%s", access)))
        lines = ["", "", "@dataclass(frozen=True)", "class %s:" % name]
        lines += self.words('"""%s"""' % definition.get("description", name), "    ")
        for field, kind, words in fields:
            lines += ["", "    %s: %s" % (field, kind)] + self.words('"""%s"""' % words if words else "", "    ")
        lines += ["", "    @classmethod", "    def from_json(cls, value: Mapping[str, Any]) -> %s:" % name,
                  '        """The value of an object of JSON."""', "        return cls("]
        lines += ["            %s," % value for value in values] + ["        )"]
        return "\n".join(lines) + "\n"

    @staticmethod
    def words(text, indent):
        if not text:
            return []
        return textwrap.wrap(text.replace("\\", "\\\\"), 118, initial_indent=indent, subsequent_indent=indent,
                             break_long_words=False, break_on_hyphens=False)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        text = Models(json.load(file)).text()
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
