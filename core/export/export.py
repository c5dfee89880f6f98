"""Writes the registry as data for other projects, from the live registry, into the folder of this file.

    httpstatus.json          every field of every row
    httpstatus.schema.json   what that file holds, as JSON Schema
    httpstatus.csv           the same rows flat: elements of a list are separated by "; ", their members by " | "
    httpstatus_map.h         number, name, phrase and summary as X-macros for C

Run: python core/export/export.py
"""

import json
from pathlib import Path

import httpstatus
from httpstatus._export import NOTE, SCHEMA, flat, json_table

def schema_of(fields):
    """The JSON Schema of an object with these fields. Texts may be missing, so they may be null."""

    def one(field):
        if field.type == "list":
            return {"type": "array", "items": schema_of(field.element)}
        if field.type == "strings":
            return {"type": "array", "items": {"type": "string"}}
        if field.type == "word":
            return {"enum": list(field.words)}
        return {"type": {"int": "integer", "bool": "boolean", "string": ["string", "null"]}[field.type]}

    return {
        "type": "object",
        "properties": {field.name: one(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


def schema():
    edition = httpstatus.data_edition()
    kinds = {int: "integer", str: "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "httpstatus registry",
        "type": "object",
        "properties": {
            "note": {"type": "string"},
            "schema": {"const": SCHEMA},
            "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
            "edition": {
                "type": "object",
                "properties": {name: {"type": kinds[type(value)]} for name, value in zip(edition._fields, edition)},
                "required": list(edition._fields),
                "additionalProperties": False,
            },
            "entries": {"type": "array", "items": schema_of(httpstatus.fields())},
        },
        "required": ["note", "schema", "version", "edition", "entries"],
        "additionalProperties": False,
    }


def quoted(text):
    return json.dumps(text or "")  # The rows are printable ASCII, which C and JSON quote alike.


def macro(name, about, rows):
    lines = "".join(f" \\\n  X({row.code}, {row.name}, {quoted(row.vendor)}, {quoted(row.phrase)}, {quoted(row.summary)})" for row in rows)
    return f"\n/* {about} */\n#define {name}(X){lines}\n"


def header():
    rows = httpstatus.entries()
    return (
        f"/* {NOTE}\n"
        " *\n"
        " * Each row is X(code, name, vendor, phrase, summary). A phrase that is missing is \"\". Rows may share a number. */\n"
        "#ifndef HTTPSTATUS_MAP_H\n"
        "#define HTTPSTATUS_MAP_H\n"
        + macro("HTTPSTATUS_REGISTERED_MAP", "The IANA registry.", [row for row in rows if row.vendor == "iana"])
        + macro("HTTPSTATUS_VENDOR_MAP", "Everybody else.", [row for row in rows if row.vendor != "iana"])
        + "\n#endif\n"
    )


def exports():
    """File name -> text."""
    return {
        "httpstatus.json": json_table(),
        "httpstatus.schema.json": json.dumps(schema(), indent=1) + "\n",
        "httpstatus.csv": flat(httpstatus.entries()),
        "httpstatus_map.h": header(),
    }


if __name__ == "__main__":
    for name, text in exports().items():
        Path(__file__).with_name(name).write_text(text)
