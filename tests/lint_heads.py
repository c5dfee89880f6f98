"""Reads tests/data/lint.txt, whose own head says how it is written, and servers.txt and rfcs.txt beside it."""

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
VERSIONS = ("1.0", "1.1", "2", "3")
ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "0": "\0", "\\": "\\"}


@dataclass(frozen=True)
class Example:
    text: str
    fires: bool
    rule: str  # of servers.txt "nothing", or the first rule that fires
    others: tuple
    status: int
    fields: list
    options: dict  # of httpstatus.lint, but for fields of responses that were merged
    merged: bool


def unescape(text):
    """The bytes that a field of an example stands for."""
    return re.sub(r"\\(x..|.)", lambda m: ESCAPES.get(m[1]) or chr(int(m[1][1:], 16)), text).encode("latin-1")


def fields_of(texts):
    pairs = []
    for text in texts:
        name, _, value = text.partition(":")
        pairs.append((unescape(name), unescape(value.removeprefix(" "))))
    return pairs


def request_of(text):
    options = {}
    plain, brace, rest = text.partition("{")
    if brace:
        inner = rest.removesuffix("}")
        options["request_fields"] = fields_of(inner.split(" | ")) if inner else []
    for word in plain.split():
        options["request_version" if word in VERSIONS else "method"] = word
    return options


def head_of(text):
    """(status, fields, options, merged) of the part of an example behind the rules."""
    request, arrow, response = text.rpartition(" -> ")
    options = {"version": "1.1", **(request_of(request) if arrow else {})}
    first, *fields = response.split(" | ")
    *words, status = first.split()
    merged = "merged" in words
    for word in words:
        if word == "?":
            options["version"] = None
        elif word != "merged":
            options["version"] = word
    return int(status), fields_of(fields), options, merged


def examples(path=DATA / "lint.txt"):
    for line in path.read_text().splitlines():
        if line[:2] in ("- ", "+ ", "= "):
            rules, _, text = line[2:].partition(": ")
            rule, *others = rules.split(", ")
            status, fields, options, merged = head_of(text)
            yield Example(line, line[0] != "+", rule, tuple(others), status, fields, options, merged)
