"""The table as data for other projects: JSON, CSV and Markdown."""

import csv
import io
import json

from . import __version__, data_edition, entries, fields

NOTE = "HTTP status codes, exported by core/export/export.py. This data is dedicated to the public domain under CC0 1.0."
# Grows when a member goes or changes meaning; a new member is no reason.
SCHEMA = 1


def plain(field, value):
    if field.type == "list":
        return [{part.name: plain(part, getattr(item, part.name)) for part in field.element} for item in value]
    return list(value) if field.type == "strings" else value


def plain_entries(rows):
    return [{field.name: plain(field, getattr(row, field.name)) for field in fields()} for row in rows]


def json_table():
    edition = data_edition()
    table = {
        "note": NOTE,
        "schema": SCHEMA,
        "version": __version__,
        "edition": dict(zip(edition._fields, edition)),
        "entries": plain_entries(entries()),
    }
    return json.dumps(table, indent=1) + "\n"


def cell(field, value):
    if field.type == "list":
        return "; ".join(" | ".join(str(part if part is not None else "") for part in item) for item in value)
    if field.type == "strings":
        return "; ".join(value)
    return "" if value is None else value


def flat(rows):
    """Comma-separated values: elements of a list are separated by "; ", their members by " | "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.name for field in fields())
    for row in rows:
        writer.writerow(cell(field, getattr(row, field.name)) for field in fields())
    return out.getvalue()


def markdown(rows):
    """A table of what a person looks for."""

    def line(*cells):
        return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |\n"

    return (
        line("Code", "Phrase", "Owner", "Summary")
        + line("---:", "---", "---", "---")
        + "".join(line(row.code, row.phrase or "", row.vendor, row.summary) for row in rows)
    )
