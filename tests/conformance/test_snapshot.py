"""The rows against committed snapshots of the facts they were written from, row by row and both ways."""

import csv
import json
import re

import httpstatus


def load(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def none_in_parentheses(cell):
    """The snapshots write a missing phrase in parentheses."""
    return None if cell.startswith("(") else cell


def history_of(cell):
    """'A (RFC 1, RFC 2); B (RFC 3)' as pairs of phrase and documents; a ';' within parentheses separates nothing."""
    parts = re.findall(r"(\(Unused\)|[^();]+?) \(((?:[^()])*)\)", cell)
    assert "; ".join(f"{phrase.strip()} ({spec})" for phrase, spec in parts) == cell
    return [(none_in_parentheses(phrase.strip()), spec) for phrase, spec in parts]


def defined_by(row):
    ref = row.refs[0]
    return f"{ref.spec}, Section {ref.section}" if ref.section else ref.spec


def test_registered_rows(root):
    facts = load(root / "tests/data/iana.csv")
    rows = httpstatus.entries("iana")
    assert len(facts) == len(rows) == 64
    for fact, row in zip(facts, rows):
        assert (row.code, row.name) == (int(fact["code"]), fact["name"])
        assert row.phrase == none_in_parentheses(fact["phrase"])
        assert row.registration == fact["registration"].replace("unused-", "")
        assert fact["defined_by"].startswith(defined_by(row))
        assert [tuple(phrase) for phrase in row.history] == history_of(fact["phrase_history"])
        assert row.since in fact["first_defined"]
        assert (row.expires is not None) == (row.registration == "temporary")
        assert row.checked == httpstatus.data_edition().checked


def test_vendor_rows(root):
    facts = load(root / "tests/data/vendor.csv")
    rows = [row for row in httpstatus.entries() if row.vendor != "iana"]
    assert len(facts) == len(rows)
    for fact in facts:
        row = httpstatus.entry(int(fact["code"]), fact["vendor"])
        assert row is not None, fact
        for field, text in fact.items():
            assert str(getattr(row, field) or "") == text, (fact, field)


def test_every_row_says_where_it_is_from():
    for row in httpstatus.entries():
        assert row.refs or row.source, row
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", row.checked)
        if row.vendor != "iana":
            assert row.registration == "unofficial" and row.since is None and row.source


def test_sections_exist(root):
    """tests/data/sections.json lists the sections of each RFC, read off their texts; of RFC 2774 only the one cited."""
    sections = {spec: set(numbers.split()) for spec, numbers in json.loads((root / "tests/data/sections.json").read_text()).items()}
    for row in httpstatus.entries():
        for ref in row.refs:
            if ref.spec.startswith("RFC "):
                number = ref.spec.removeprefix("RFC ")
                assert ref.section in sections[ref.spec], row
                kind = "section" if ref.section[0].isdigit() else "appendix"
                assert ref.url == f"https://www.rfc-editor.org/rfc/rfc{number}.html#{kind}-{ref.section}"


def sections_of(citation):
    """"RFC 9110 15.6.4, 9.2.2; RFC 6585 4" as pairs of document and section."""
    for part in citation.split("; "):
        spec, _, sections = part.removeprefix("RFC ").partition(" ")
        yield from ((f"RFC {spec}", section) for section in sections.split(", "))


def test_sections_of_decisions_exist(root):
    sections = {spec: set(numbers.split()) for spec, numbers in json.loads((root / "tests/data/sections.json").read_text()).items()}
    cited = {row.retry_ref for row in httpstatus.entries() if row.retry_ref}
    answers = re.findall(r"^answer (.*)", (root / "tests/conformance/advice/advice.txt").read_text(), re.MULTILINE)
    cited |= {part for answer in answers for part in answer.split(" | ") if part.startswith("RFC ")}
    assert len(cited) > 80
    for citation in cited:
        for spec, section in sections_of(citation):
            assert section in sections[spec], citation


def test_summaries():
    for row in httpstatus.entries():
        assert row.summary.endswith(".") and len(row.summary) <= 100, row
        assert not re.search(r"\b(I|we|our|simply|just|please)\b|[.!?] [A-Z]", row.summary), row


def test_old_names_come_from_old_phrases():
    """A former name is the name of a former phrase, so that find() and the constants agree."""
    for row in httpstatus.entries("iana"):
        folded = {re.sub("[ -]", "_", phrase.phrase).upper() for phrase in row.history if phrase.phrase}
        assert set(row.aliases) <= folded - {row.name}, row


def test_grpc(root):
    """grpc.csv is code.proto in its order, grpc-guess.csv the table of gRPC for clients; grpc.inc names both."""
    facts = load(root / "tests/data/grpc.csv")
    assert sorted((int(fact["number"]), fact["name"], int(fact["http"])) for fact in facts) == list(map(tuple, httpstatus.grpc_codes()))
    assert [(int(fact["http"]), fact["name"]) for fact in load(root / "tests/data/grpc-guess.csv")] == list(map(tuple, httpstatus.grpc_guesses()))


def test_proxy_errors(root):
    """proxyerror.csv was read off the text of RFC 9209; status 0 is where the text names no number."""
    facts = load(root / "tests/data/proxyerror.csv")
    types = httpstatus.proxy_status_types()
    assert len(facts) == len(types) == 32
    for fact, row in zip(facts, types):
        assert (row.section, row.type, row.status) == (fact["section"], fact["type"], int(fact["status"]))
        assert (row.only_generated, " ".join(row.parameters)) == (fact["only_generated"] == "true", fact["parameters"])
