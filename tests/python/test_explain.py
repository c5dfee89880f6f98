"""explain, compare, markers and content: nothing that rows say is lost on the way, and wrong input is told so."""

import json
import re
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

import httpstatus
from httpstatus import Status, _core, compare, explain


def unwrapped(text):
    return " ".join(text.replace("\n- ", "\n").split())


def label_beside(row, code):
    """What a row means by another number: its own vendor's meaning, if there is one."""
    own = httpstatus.entry(code, row.vendor)
    return _core.row_label((code, row.vendor)) if own else Status(code).label


@pytest.mark.parametrize("row", httpstatus.entries(), ids=lambda row: f"{row.code}-{row.vendor}")
def test_full_tells_all(row):
    text = unwrapped(explain(row, full=True, width=60))
    parts = [row.phrase, row.summary, row.meaning, row.client, row.server, row.legacy, row.expires, row.source]
    parts += [f"{label_beside(row, related.code)}: {related.word}" for related in row.related]
    parts += [part for header in row.headers for part in (header.name, header.when, header.ref)]
    parts += [part for ref in row.refs for part in (ref.spec, ref.section, ref.url)]
    if len(row.history) > 1:
        parts += [part for phrase in row.history for part in (phrase.phrase, phrase.spec)]
    parts += [other.meaning for other in Status(row.code).entries]
    for part in filter(None, parts):
        assert part in text


@pytest.mark.parametrize("row", httpstatus.entries(), ids=lambda row: f"{row.code}-{row.vendor}")
def test_short_is_short(row):
    text = explain(row)
    own = text.split("\n\nThe same number elsewhere")[0].split("\n\nWhat else the number can be")[0]
    assert len(own.splitlines()) <= 16
    assert row.summary in unwrapped(text)
    assert unwrapped(text).startswith(f"{row.code} ")


@pytest.mark.parametrize("code", [*range(-3, 100), *range(100, 600, 7), *range(600, 1010, 50), 10**30, -(10**30)])
def test_json(code):
    told = json.loads(explain(code, format="json"))
    assert told["schema"] == 1
    status = Status(code)
    if abs(code) < 2**31:
        assert (told["code"], told["label"]) == (code, status.label)
    assert (told["category"], told["known"], told["effective"]) == (status.category, status.known, httpstatus.effective(code))
    assert [(entry["code"], entry["vendor"]) for entry in told["entries"]] == [(row.code, row.vendor) for row in status.entries]
    assert told["vendor"] == status.vendor and told["method"] is None
    for entry, row in zip(told["entries"], status.entries):
        assert list(entry) == [field.name for field in httpstatus.fields()]
        assert (entry["meaning"], entry["phrase"]) == (row.meaning, row.phrase)


def test_what_can_be_explained():
    expected = explain(404)
    response = types.SimpleNamespace(status_code=404)
    older = types.SimpleNamespace(status=404)
    for x in (Status.NOT_FOUND, httpstatus.entry(404), "404", b"404 Not Found", "HTTP/1.1 404", "not found", "NOT_FOUND", response, older):
        assert explain(x) == expected
    assert explain(httpstatus.entry(499, "arcgis")).startswith("499 Token Required (arcgis)")
    assert explain(httpstatus.entry(499, "arcgis"), vendor="nginx").startswith("499 Client Closed Request (nginx)")
    assert explain("000").startswith("000 (no status)") and explain(0).startswith("0 (invalid)")
    assert compare("gone", response) == compare(410, 404)


@pytest.mark.parametrize("x", [None, 4.04, object(), [], types.SimpleNamespace(status_code="404"), types.SimpleNamespace(status="404 x")])
def test_what_cannot(x):
    with pytest.raises(TypeError, match="a status code is an integer"):
        explain(x)
    with pytest.raises(TypeError, match="a status code is an integer"):
        compare(x, 404)


def test_wrong_options():
    with pytest.raises(ValueError, match=r"format is one of \['text', 'markdown', 'json'\], not 'html'"):
        explain(404, format="html")
    with pytest.raises(ValueError, match="role is one of .*, not 'proxy'"):
        compare(404, 410, role="proxy")
    with pytest.raises(ValueError, match="no vendor has this id"):
        explain(404, vendor="no such vendor")
    for width in (19, -1, 1001, 10**20):
        with pytest.raises(ValueError, match="20 to 1000 columns"):
            explain(404, width=width)
    for options in ({"format": 1}, {"role": 1}, {"vendor": 1}, {"method": 1}, {"width": "80"}, {"width": None}):
        with pytest.raises(TypeError):
            explain(404, **options)
    with pytest.raises(ValueError, match="did you mean 404 Not Found") as error:
        explain("not fuond")
    assert error.value.position == 0
    with pytest.raises(ValueError):
        compare(404, "no such thing")


def test_width_and_full():
    assert explain(404, width=0) == explain(404) == explain(404, width=80)
    assert max(map(len, explain(404, width=1000, full=True).splitlines())) > 200
    assert len(explain(404, full=True)) > 2 * len(explain(404))
    assert explain(404, full=1) == explain(404, full=True)


@given(st.one_of(st.text(), st.binary()))
def test_any_text(text):
    try:
        told = explain(text)
    except ValueError as error:
        assert 0 <= error.position <= len(text.encode(errors="surrogatepass") if isinstance(text, str) else text)
    else:
        assert told.endswith("\n")


@given(st.integers(), st.integers(), st.sampled_from(["text", "markdown", "json"]), st.integers(20, 1000), st.text())
def test_any_ints(a, b, format, width, method):
    assert explain(a, format=format, width=width, method=method, full=True).endswith("\n")
    assert compare(a, b, format=format, width=width).endswith("\n")
    if format == "json":
        json.loads(explain(a, format=format, method=method))


def test_compare():
    told = json.loads(compare(401, 403, format="json"))
    assert [side["code"] for side in told["codes"]] == [401, 403]
    assert {difference["name"]: difference["values"] for difference in told["differences"]} == {
        "defined by": ["RFC 9110 15.5.2", "RFC 9110 15.5.4"],
        "retry of GET": ["after change, credentials", "after change, other credentials"],
        "must carry": ["WWW-Authenticate", ""],
    }
    assert told["choice"] and json.loads(compare(200, 404, format="json"))["choice"] is None
    assert compare(401, 403, role="client") != compare(401, 403, role="server")
    assert "499 Token Required (arcgis)" in compare(499, 498, vendor="arcgis")


def test_what_a_vendors_code_falls_back_to():
    def fallback(code, vendor):
        return re.search(r"Fallback: +(.*?)(?: \[RFC 9110 15\])?\.(?: See also:|\s*$| The same| What else)", unwrapped(explain(code, vendor=vendor)))[1]

    assert fallback(520, "cloudflare") == "Take it as 500 Internal Server Error"
    assert fallback(612, "qiniu") == "Take it as 500 Internal Server Error"
    assert fallback(418, "tencent-edgeone") == "Take it as 400 Bad Request"
    assert "423 Locked; where that is not known either, as 400 Bad Request" in fallback(423, "tencent-edgeone")
    assert fallback(499, "nginx").startswith("It is not received") and fallback(498, "arcgis").startswith("It is not the status")
    assert fallback(599, "tornado").startswith("No server sent it")


def test_compare_markdown_and_text_tell_the_same():
    plain = re.sub(r"[^A-Za-z0-9]+", " ", compare(502, 504, width=1000))
    markdown = re.sub(r"\]\(https[^)]*\)", "", compare(502, 504, format="markdown"))
    assert plain.split() == re.sub(r"[^A-Za-z0-9]+", " ", markdown).split()


def test_markers():
    found = httpstatus.markers()
    assert len(found) > 60 and all(marker.texts for marker in found)
    for marker in found:
        for text in marker.texts:
            # A name of a status goes first, and a number of one or two digits is nothing that parse() takes.
            if not re.fullmatch(r"[1-9]\d{0,2}", text) and not httpstatus.find(text):
                assert marker.meaning in unwrapped(explain(text)), text
        for number in {marker.first, marker.last} if marker.first <= marker.last else ():
            assert marker.meaning in unwrapped(explain(number, full=True)), number
    warnings = [110, 111, 112, 113, 199, 214, 299]
    assert [marker.first for marker in found if marker.where.startswith("Warning")] == warnings
    assert all("Warning field" in explain(code) and not Status(code).known for code in warnings)


def test_content():
    assert httpstatus.content(200) == "unknown" and httpstatus.content(200, "GET") == "allowed"
    assert httpstatus.content(200, b"HEAD") == "none" and httpstatus.content(204, "CONNECT") == "tunnel"
    assert httpstatus.content(205, "GET") == "must_be_empty" and httpstatus.content(304, "GET") == "none"
    assert httpstatus.content(150) == "none" and httpstatus.content(10**20, "GET") == "allowed"
    assert not httpstatus.may_have_content(204) and httpstatus.may_have_content(404) is True
    for call in (lambda: httpstatus.content("200"), lambda: httpstatus.content(200, 5)):
        with pytest.raises(TypeError):
            call()
