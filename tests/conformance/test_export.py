"""The exported files: what the live registry says, in the form the schema promises, and usable."""

import csv
import json
import os
import runpy
import subprocess

import pytest

import httpstatus


@pytest.fixture(scope="module")
def folder(root):
    return root / "core/export"


def test_the_files_are_what_the_exporter_writes(folder):
    for name, text in runpy.run_path(str(folder / "export.py"))["exports"]().items():
        assert (folder / name).read_text() == text, name


def test_json_fits_its_schema(folder):
    import jsonschema

    table = json.loads((folder / "httpstatus.json").read_text())
    schema = json.loads((folder / "httpstatus.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(table)
    assert [(row["code"], row["vendor"]) for row in table["entries"]] == [
        (row.code, row.vendor) for row in httpstatus.entries()
    ]
    table["entries"][0]["no_such_field"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(table)


def test_csv_reads_back(folder):
    with open(folder / "httpstatus.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(int(row["code"]), row["phrase"] or None) for row in rows] == [
        (row.code, row.phrase) for row in httpstatus.entries()
    ]


PROGRAM = """
#include "httpstatus_map.h"
#include <stdio.h>
#define PRINT(code, name, vendor, phrase, summary) printf("%d %s %s %s\\n", code, #name, vendor, phrase);
int main(void)
{
  HTTPSTATUS_REGISTERED_MAP(PRINT)
  HTTPSTATUS_VENDOR_MAP(PRINT)
  return 0;
}
"""


def test_the_header_compiles_alone(folder, tmp_path):
    (tmp_path / "map.c").write_text(PROGRAM)
    command = [os.environ.get("CC", "cc"), "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{folder}", "map.c", "-o", "map"]
    subprocess.run(command, check=True, cwd=tmp_path)
    printed = subprocess.run([tmp_path / "map"], capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == [
        f"{row.code} {row.name} {row.vendor} {row.phrase or ''}" for row in httpstatus.entries()
    ]
