"""Entries, and the calls that take text."""

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import httpstatus
from httpstatus import Entry


def test_every_row_is_found_under_its_key():
    rows = httpstatus.entries()
    assert len(rows) == len(set(rows)) == len({(row.code, row.vendor) for row in rows})
    edition = httpstatus.data_edition()
    assert len(rows) == edition.registered + edition.vendor and edition.registered == 64
    for row in rows:
        assert httpstatus.entry(row.code, row.vendor) is row and httpstatus.entry(row.code, row.vendor.encode()) is row
        assert row in httpstatus.Status(row.code).entries
        assert row in httpstatus.find(row.name) and (row.phrase is None or row in httpstatus.find(row.phrase))
        for alias in row.aliases:
            assert row in httpstatus.find(alias)
        for phrase in row.history:
            assert phrase.phrase is None or row in httpstatus.find(phrase.phrase)


def test_order_and_owners():
    rows = httpstatus.entries()
    registered = rows[:64]
    assert [row.vendor for row in registered] == ["iana"] * 64 and "iana" not in {row.vendor for row in rows[64:]}
    assert [row.code for row in registered] == sorted({row.code for row in registered})
    assert httpstatus.vendors() == tuple(dict.fromkeys(row.vendor for row in rows))
    for vendor in httpstatus.vendors():
        assert httpstatus.entries(vendor) == tuple(row for row in rows if row.vendor == vendor)
    for code in range(1000):
        assert httpstatus.Status(code).entries == tuple(row for row in rows if row.code == code)
        assert httpstatus.entry(code) is next((row for row in rows if row.code == code), None)
    assert httpstatus.entry(404, "nginx") is None and httpstatus.entry(404, "no such") is None
    assert httpstatus.entry(2**70) is None and httpstatus.entries("no such") == ()


def test_several_owners():
    assert {row.vendor for row in httpstatus.Status(499).entries} == {
        "nginx", "cloudflare", "arcgis", "traefik", "gorouter", "azure-appgw", "heroku", "google-rpc", "aspnetcore",
        "alibaba-alb", "caddy", "stytch", "tencent-edgeone",
    }  # fmt: skip
    assert {row.vendor for row in httpstatus.Status(530).entries} == {"cloudflare", "shopify", "pantheon", "edgio", "g3proxy"}
    assert httpstatus.Status(451).entries[0].vendor == "iana" and httpstatus.entry(451, "exchange").phrase == "Redirect"


def test_an_entry_is_immutable_and_one_object():
    row = httpstatus.entry(404)
    assert isinstance(row, Entry) and not isinstance(row, int)
    assert pickle.loads(pickle.dumps(row)) is row and copy.deepcopy(row) is row is copy.copy(row)
    assert repr(row) == "<Entry 404 NOT_FOUND (iana)>"
    with pytest.raises(AttributeError, match="immutable"):
        row.phrase = "x"
    with pytest.raises(AttributeError, match="immutable"):
        del row.phrase
    with pytest.raises(TypeError):
        Entry()
    with pytest.raises(TypeError):
        type("Mine", (Entry,), {})


def test_elements_are_values_with_names():
    ref = httpstatus.entry(404).refs[0]
    assert (ref.spec, ref.section) == tuple(ref)[:2] == ("RFC 9110", "15.5.5")
    assert pickle.loads(pickle.dumps(ref)) == ref and copy.deepcopy(ref) == ref
    assert repr(ref).startswith("Ref(spec='RFC 9110', section='15.5.5', url='https://")
    assert json.dumps(ref) == json.dumps(list(ref))
    with pytest.raises(AttributeError):
        ref.spec = "x"


def test_find_ignores_case_spaces_underscores_and_hyphens():
    for text in ("Not Found", "not found", "NOT_FOUND", "n-o-t f_ound", b"notfound"):
        assert [row.code for row in httpstatus.find(text)] == [404, 593]
    assert httpstatus.find("Payload Too Large")[0].code == 413 == httpstatus.find("Request Entity Too Large")[0].code
    assert {row.vendor for row in httpstatus.find("client closed request")} >= {"nginx", "cloudflare", "traefik"}


def parse_or_none(text):
    try:
        return httpstatus.parse(text)
    except ValueError as error:
        size = len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        assert 0 <= error.position <= size and str(error)
        return None


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("404", (404, None, None, "code")),
        (b"404 Not Found", (404, None, "Not Found", "code_phrase")),
        ("HTTP/1.1 404 Not Found\r\n", (404, "1.1", "Not Found", "status_line")),
        ("HTTP/2 200 ", (200, "2", None, "status_line")),
        ("NOT_FOUND", (404, None, None, "name")),
        ("Request Entity Too Large", (413, None, None, "phrase")),
        ("000", (0, None, None, "no_status")),
        (b"200 \xff", (200, None, "\udcff", "code_phrase")),
        ("200 \N{SNOWMAN}", (200, None, "\N{SNOWMAN}", "code_phrase")),
    ],
)
def test_parse(text, parsed):
    assert httpstatus.parse(text) == parsed
    assert httpstatus.parse(text)._fields == ("code", "version", "phrase", "kind")


def test_parse_says_what_is_wrong_and_where():
    with pytest.raises(ValueError, match="three digits.* at position 3") as caught:
        httpstatus.parse("4040")
    assert caught.value.position == 3
    with pytest.raises(ValueError, match=r"did you mean 404 Not Found\?"):
        httpstatus.parse("NOT_FUOND")


def test_search():
    assert httpstatus.search("teapot")[0].code == 418 and httpstatus.search(b"forbiden")[0].code == 403
    assert [row.vendor for row in httpstatus.search("cloudflare dns")][:2] == ["cloudflare", "shopify"]
    assert len(httpstatus.search("4xx")) == 16


TEXT_CALLS = [
    httpstatus.find,
    httpstatus.search,
    lambda text: parse_or_none(text),
    httpstatus.method,
    lambda text: httpstatus.entry(499, text),
]
ODD_TEXT = ["", " " * 10, "x" * 10_000_000, " " * 10_000_000, "\0", "Not\0Found", b"\xff\xfe", "\udc80", "\N{SNOWMAN}" * 50]


@pytest.mark.parametrize("call", TEXT_CALLS)
def test_odd_text_finds_nothing(call):
    for text in ODD_TEXT:
        found = call(text)
        if found is httpstatus.entry(499) and not text:
            continue  # No vendor: the primary entry.
        assert not found or not any(found) or (call is httpstatus.search and text == "Not\0Found")
    for wrong in (404, 4.5, ["x"], object(), bytearray(b"x")):
        with pytest.raises(TypeError, match="is a str or bytes, not"):
            call(wrong)


@given(st.one_of(st.text(), st.binary()))
def test_any_text(text):
    assert all(isinstance(row, Entry) for row in httpstatus.find(text) + httpstatus.search(text))
    parse_or_none(text)
    assert isinstance(httpstatus.method(text).known, bool)
    try:
        assert httpstatus.status_line(200, text).startswith("HTTP/1.")
    except ValueError as error:
        assert "version" in str(error)


def test_method():
    assert httpstatus.method("GET") == (True, True, True, True)
    assert repr(httpstatus.method("POST")) == "Method(safe=False, idempotent=False, cacheable=True, known=True)"
    assert httpstatus.method("PUT").idempotent and not httpstatus.method("PUT").safe
    assert httpstatus.method("QUERY").safe and not httpstatus.method("get").known


def test_status_line():
    assert httpstatus.status_line(404) == "HTTP/1.1 404 Not Found"
    assert httpstatus.status_line(299, version="1.0") == "HTTP/1.0 299 Unassigned"
    for code in range(100, 1000):
        line = httpstatus.status_line(code, b"1.1")
        assert line.startswith(f"HTTP/1.1 {code} ") and line.isascii() and line.isprintable()
    for code in (99, 1000, -404, 2**40):
        with pytest.raises(ValueError, match="three digits, 100 to 999"):
            httpstatus.status_line(code)
    for version in ("2", "1", "1.", "1.10", "HTTP/1.1", "1.x", "0.9", "1.1\r\n"):
        with pytest.raises(ValueError, match='"1." and one digit'):
            httpstatus.status_line(200, version)
    with pytest.raises(TypeError):
        httpstatus.status_line(200, None)


def test_fields_describe_the_entries():
    names = [field.name for field in httpstatus.fields()]
    assert len(names) == len(set(names)) and names[0] == "code"
    for row in httpstatus.entries():
        for field in httpstatus.fields():
            value = getattr(row, field.name)
            if field.type == "word":
                assert value in field.words
            elif field.type == "list":
                assert all(len(item) == len(field.element) and item._fields == tuple(e.name for e in field.element) for item in value)
            else:
                kind = {"int": int, "string": (str, type(None)), "strings": tuple}[field.type]
                assert isinstance(value, kind)
