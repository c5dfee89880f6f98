"""The rules that the prose of rows keeps, and that it is ours."""

import json
import re
from pathlib import Path

import overlap
import pytest

import httpstatus

TEXTS = ("meaning", "client", "server", "legacy")
ROWS = httpstatus.entries()
REGISTERED = httpstatus.entries("iana")
SECTIONS = {
    spec: set(numbers.split())
    for spec, numbers in json.loads((Path(__file__).parents[1] / "data/sections.json").read_text()).items()
}
BANNED = (
    r"\b(I|we|We|our|Our|us|my|simply|Simply|just|Just|please|Please|obviously|basically|easily|of course|[Nn]ote that|in order to)\b"
)
# The old list that people still meet describes these, and is wrong or out of date about them.
MISDESCRIBED = (203, 205, 301, 302, 303, 305, 307, 403, 421, 422, 425, 426)

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{row.vendor}")


def texts(row):
    return {name: text for name in TEXTS if (text := getattr(row, name)) is not None}


def sentences(text):
    return re.split(r'(?<=[.?])\s+(?=[A-Z0-9"(])', text)


def words(text):
    return re.findall(r"[\w'.-]+", re.sub(r"\[[^\]]*\]", " ", text))


def citations(text):
    """Every (RFC, section or None) in brackets."""
    for inside in re.findall(r"\[([^\]]*)\]", text):
        for part in inside.split("; "):
            if part.startswith("draft-"):
                continue
            match = re.fullmatch(r"(RFC \d+)(?: ([\dA-Z][\d.]*(?:, [\dA-Z][\d.]*)*))?", part)
            assert match, inside
            for section in (match[2] or "").split(", "):
                yield match[1], section or None


@each_row
def test_form(row):
    assert row.meaning and row.client
    assert row.server or row.vendor != "iana"
    for name, text in texts(row).items():
        assert text.isascii() and text.isprintable() and text == " ".join(text.split()), name
        assert not re.search(BANNED, text), (name, re.search(BANNED, text))
        for sentence in sentences(text):
            assert re.search(r"[.?]$", sentence), sentence
            assert len(words(sentence)) <= 40, sentence
        if name in ("client", "server"):
            assert len(sentences(text)[0]) <= 140, sentences(text)[0]


@each_row
def test_length(row):
    length = sum(len(words(text)) for text in texts(row).values())
    assert (110 <= length <= 330) if row.vendor == "iana" else (20 <= length <= 160), length


@each_row
def test_sections_exist(row):
    found = [citation for text in texts(row).values() for citation in citations(text)]
    found += [citation for header in row.headers for citation in citations(f"[{header.ref}]")]
    assert found or row.vendor != "iana"
    for spec, section in found:
        assert spec in SECTIONS, spec
        assert section is None or section in SECTIONS[spec], (spec, section)


@pytest.mark.parametrize("row", REGISTERED, ids=lambda row: str(row.code))
def test_what_must_be_done_names_its_section(row):
    for text in texts(row).values():
        for sentence in sentences(text):
            if re.search(r"\b(must|should)\b", sentence, re.IGNORECASE):
                assert re.search(r"\[(RFC|draft-)", sentence), sentence


@each_row
def test_related(row):
    known = {other.code for other in ROWS}
    assert len(row.related) <= 6 and (row.related or row.vendor != "iana")
    assert len({related.code for related in row.related}) == len(row.related)
    for related in row.related:
        assert related.code in known and related.code != row.code
        assert related.word.isascii() and 0 < len(related.word) <= 60 and related.word[-1] not in ".,;"
        if row.vendor == "iana":
            # Whoever is sent there is sent back from there.
            assert row.code in [back.code for back in httpstatus.entry(related.code, "iana").related], related


@each_row
def test_headers(row):
    for header in row.headers:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9-]+", header.name)
        assert header.when is None or (header.when.isascii() and len(header.when) <= 70 and not header.when.endswith("."))
        assert header.ref


def test_what_old_lists_get_wrong_is_set_right():
    for code in MISDESCRIBED:
        assert httpstatus.Status(code).legacy, code


def test_faults():
    for row in ROWS:
        category = httpstatus.classify(row.code)
        if row.vendor == "iana":
            assert (row.fault == "none") == (category in ("informational", "success", "redirection")), row


def test_the_choices_and_markers_keep_the_rules_too():
    for a, b in ((401, 403), (301, 308), (302, 303), (400, 422), (404, 410), (409, 412), (500, 504), (413, 431)):
        choice = json.loads(httpstatus.compare(a, b, format="json"))["choice"]
        assert choice and not re.search(BANNED, choice)
        for spec, section in citations(choice):
            assert section in SECTIONS[spec], (spec, section)
    for row in httpstatus.proxy_status_types():
        assert row.description.endswith(".") and len(row.description) <= 110 and not re.search(BANNED, row.description), row
        assert row.section in SECTIONS["RFC 9209"]
    for marker in httpstatus.markers():
        assert marker.meaning.endswith(".") and marker.where and marker.source
        assert not re.search(BANNED, marker.meaning)


def test_no_run_of_nine_words_is_somebody_elses():
    others = overlap.read()
    assert len(others) > 70000
    ours = [text for row in ROWS for text in (row.summary, *texts(row).values())]
    ours += [marker.meaning for marker in httpstatus.markers()]
    ours += [row.description for row in httpstatus.proxy_status_types()]
    shared = {run for text in ours for key, run in overlap.runs(text).items() if key in others}
    assert shared == set()


def test_overlap_is_noticed():
    """A sentence of RFC 9110 Section 15.5.5, to see the test above fail."""
    theirs = "A 404 status code does not indicate whether this lack of representation is temporary or permanent"
    assert set(overlap.runs(theirs)) & overlap.read()
