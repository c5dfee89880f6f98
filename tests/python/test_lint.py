"""The lint: its examples, what heads look like in Python, and what cannot be taken."""

import http.client
import io
import json
import pickle
import types
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import httpstatus
import lint_heads
from httpstatus import lint, lint_rules, lint_skipped
from httpstatus.testing import assert_conformant

EXAMPLES = list(lint_heads.examples())
SERVERS = list(lint_heads.examples(lint_heads.DATA / "servers.txt"))
RFCS = list(lint_heads.examples(lint_heads.DATA / "rfcs.txt"))
RULES = {rule.id: rule for rule in lint_rules()}


def fields_of(example):
    return dict(example.fields) if example.merged else example.fields


def fired(findings):
    return list(dict.fromkeys(finding.rule for finding in findings))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_examples_fire_what_they_say_and_nothing_else(example):
    found = fired(lint(example.status, fields_of(example), rules=f"!date-missing,{example.rule}", **example.options))
    assert (example.rule in found) == example.fires
    assert [rule for rule in found if rule != example.rule] == list(example.others)


@pytest.mark.parametrize("example", SERVERS, ids=lambda example: example.text)
def test_real_servers(example):
    found = fired(lint(example.status, example.fields, **example.options))
    assert (found or ["nothing"]) == [example.rule, *example.others]


@pytest.mark.parametrize("example", RFCS, ids=lambda example: example.text)
def test_heads_printed_in_rfcs(example):
    found = fired(lint(example.status, example.fields, rules="!date-missing,!content-type-missing", **example.options))
    assert (found or ["nothing"]) == [example.rule, *example.others]
    assert set(found) <= {"content-length-invalid", "http-date-weekday", "http-date-invalid", "websocket-no-accept"}


def test_every_rule_has_examples_of_both_kinds():
    for fires in (True, False):
        assert {example.rule for example in EXAMPLES if example.fires == fires} == set(RULES)
    assert len(SERVERS) > 150 and len(RFCS) > 130


def test_rules_are_told_as_records():
    rules = lint_rules()
    assert len(rules) == len(RULES) > 90
    assert rules[0].id == "status-out-of-range" and rules[0]._fields[0] == "id"
    assert {rule.severity for rule in rules} == {"error", "warning", "note"}
    assert not RULES["date-missing"].pedantic and RULES["date-missing"].wire_only
    assert RULES["close-delimited"].pedantic and RULES["close-delimited"].wire_only
    for rule in rules:
        assert rule.summary.endswith(".") and rule.rationale.endswith(".") and rule.fix.endswith(".")


def test_a_finding():
    finding = lint(302, [("Date", "Sun, 01 Nov 2026 10:00:00 GMT"), (b"Location", b"/a b\xff")])[0]
    assert finding == (
        "location-invalid", "error", 1, r'Location stops being a URI reference here: " b\xff"', "RFC 9110 10.2.2",
    )  # fmt: skip
    assert finding.rule == "location-invalid" and finding.field == 1
    assert pickle.loads(pickle.dumps(finding)) == finding and json.loads(json.dumps(finding)) == list(finding)
    assert lint(301, [], rules="!date-missing")[0].field is None


def test_severities_that_differ_within_a_rule():
    def severity(text):
        [example] = [example for example in EXAMPLES if example.text.endswith(text)]
        findings = lint(example.status, example.fields, rules=f"!@all,{example.rule}", **example.options)
        return [finding.severity for finding in findings]

    assert severity(": 200 | Transfer-Encoding: chunked, chunked") == ["error"]
    assert severity(": 200 | Transfer-Encoding: chunked, gzip") == ["warning"]
    assert severity(": POST {Range: bytes=0-4} -> 206 | Content-Range: bytes 0-4/10") == ["error"]
    assert severity(": PATCH {Range: bytes=0-4} -> 416 | Content-Range: bytes */10") == ["warning"]
    assert severity(": POST -> 416 | Content-Range: bytes */10") == ["warning"]
    assert severity(": 206 | Content-Length: 5 | Content-Range: bytes */10") == ["error"]
    assert severity(": 416 | Content-Range: bytes 0-4/10") == ["warning"]
    assert severity(': PUT {If-None-Match: "a"} -> 304 | ETag: "a"') == ["error"]
    assert severity(": POST -> 304") == ["warning"]


def test_rules_are_turned_on_and_off():
    assert fired(lint(404, [])) == ["date-missing"] and lint(404, [], profile="app") == []
    assert fired(lint(404, [], "GET", pedantic=True)) == ["date-missing", "heuristically-cacheable"]
    assert lint(404, [], rules="!date-missing") == lint(404, [], rules=["!@all", "@note"]) == []
    assert fired(lint(404, [], rules=("!@all", "date-missing"))) == ["date-missing"]
    with pytest.raises(ValueError, match="no rule is called so.* at position 5") as caught:
        lint(404, [], rules="@all,nothing")
    assert caught.value.position == 5


def test_what_is_lacking_is_told():
    assert lint_skipped(206, {"Content-Range": "bytes 0-4/10"}) == [
        ("singleton-repeated", "repeats"), ("partial-unrequested", "request_fields"),
        ("range-status-wrong-method", "method"), ("if-range-ignored", "request_fields"),
    ]  # fmt: skip
    head = 206, [("Content-Range", "bytes 0-4/10")], "GET", "1.1", "1.1", [("Range", "bytes=0-4")]
    assert lint_skipped(*head) == lint(*head, rules="!date-missing") == []


def test_what_cannot_be_taken():
    for wrong in ("404", 404.0, None):
        with pytest.raises(TypeError, match="a status code is an integer"):
            lint(wrong, [])
    with pytest.raises(TypeError, match="lint takes a code and fields, or a response object"):
        lint(404)
    for wrong in ([1], ["ab"], [("a",)], [("a", "b", "c")], ["name: value"]):
        with pytest.raises(TypeError, match="a field is a pair of name and value"):
            lint(404, wrong)
    for wrong in ([("a", 1)], {"a": 1}, {"a": None}, {"a": [1]}):
        with pytest.raises(TypeError, match="the value of a field is a str or bytes, not"):
            lint(404, wrong)
    with pytest.raises(TypeError, match="the name of a field is a str or bytes, not 'int'"):
        lint(404, {1: "a"})
    with pytest.raises(TypeError, match="fields is a list of pairs or a mapping, not 'int'"):
        lint(404, 5)
    for name in ("version", "request_version"):
        with pytest.raises(ValueError, match=f"{name} is '1.0', '1.1', '2', '3' or None, not '1.2'"):
            lint(404, [], **{name: "1.2"})
    with pytest.raises(ValueError, match="profile is 'wire' or 'app', not 'x'"):
        lint(404, [], profile="x")
    with pytest.raises(TypeError, match="method is a str or bytes"):
        lint(404, [], 5)


TEXT = st.one_of(st.binary(max_size=40), st.text(max_size=40))
NAMES = st.sampled_from(sorted({name.decode("latin-1") for example in EXAMPLES for name, _ in example.fields}))
VALUES = st.sampled_from([value for example in EXAMPLES for _, value in example.fields])
LINES = st.lists(st.tuples(st.one_of(NAMES, TEXT), st.one_of(VALUES, TEXT)), max_size=12)
VERSIONS = st.sampled_from([None, "1.0", "1.1", "2", "3"])


@given(
    st.tuples(
        st.integers(), LINES, st.one_of(st.none(), TEXT), VERSIONS, VERSIONS, st.one_of(st.none(), LINES),
        st.sampled_from(["wire", "app"]), st.booleans(),
    )
)  # fmt: skip
def test_any_bytes(head):
    findings = lint(*head)
    order = list(RULES)
    keys = [(order.index(finding.rule), -1 if finding.field is None else finding.field) for finding in findings]
    assert keys == sorted(set(keys))
    for finding in findings:
        assert finding.field is None or 0 <= finding.field < len(head[1])
        assert finding.message.isascii() and finding.message.isprintable()
        assert finding.section == RULES[finding.rule].sections
    assert {skipped.rule for skipped in lint_skipped(*head)} <= set(RULES)
    assert [finding.rule for finding in findings if finding.severity == "error"] == [
        finding.rule for finding in lint(*head, rules="!@note") if finding.severity == "error"
    ]


def test_linear_in_the_input():
    lines = [("Connection", "Upgrade, ,"), ("X", "y" * 50), ("Vary", "a b")] * 20000
    counts = Counter(finding.rule for finding in lint(101, lines, "GET", "1.1", "1.1", lines))
    assert counts == {"switching-protocols-no-upgrade": 1, "list-empty-element": 20000, "vary-invalid": 20000}


# Heads as packages have them. The real ones are in tests/conformance.


class Multi(dict):
    """Keeps the lines of one name apart, as the mappings of urllib3 and aiohttp do."""

    def getlist(self, name):
        return self[name]

    def items(self):
        return [(name, value) for name, values in super().items() for value in values]


def test_mappings():
    assert fired(lint(500, {"ETag": "a"})) == ["etag-invalid"]
    assert fired(lint(500, {"ETag": ['"a"', '"b"']})) == ["singleton-repeated"]
    assert fired(lint(500, Multi({"ETag": ['"a"', '"b"']}))) == ["singleton-repeated"]
    assert ("singleton-repeated", "repeats") in lint_skipped(500, {"ETag": '"a"'})
    for repeats_kept in ([("ETag", '"a"')], {"Vary": ["a"]}, Multi({"ETag": ['"a"']})):
        assert ("singleton-repeated", "repeats") not in lint_skipped(500, repeats_kept)


def test_scopes_of_asgi():
    headers = [(b"location", b"/a"), (b"location", b"/b")]
    assert fired(lint(302, headers, profile="app")) == ["singleton-repeated"]
    assert fired(lint(302, (pair for pair in headers), profile="app")) == ["singleton-repeated"]


def test_response_objects():
    request = types.SimpleNamespace(method="POST", headers={"Content-Length": "1"})
    response = types.SimpleNamespace(status_code=405, headers={"Allow": "POST"}, request=request, http_version="HTTP/2")
    assert fired(lint(response, rules="!date-missing")) == ["allow-lists-refused-method"]
    assert fired(lint(response, method="GET", rules="!date-missing")) == []
    assert fired(lint(types.SimpleNamespace(status=426, headers=Multi(), version=20))) == ["date-missing", "upgrade-required-h2"]
    assert fired(lint(types.SimpleNamespace(status=426, headers=Multi(), version=(3, 0)), rules="@error")) == [
        "date-missing", "upgrade-required-h2",
    ]  # fmt: skip
    raw = types.SimpleNamespace(headers=Multi({"ETag": ['"a"', '"b"']}), version=11)
    merged = types.SimpleNamespace(status_code=500, headers={"ETag": '"a", "b"'}, raw=raw)
    assert fired(lint(merged)) == ["singleton-repeated"]


def test_http_client():
    class Socket(io.BytesIO):
        def makefile(self, mode):
            return self

    response = http.client.HTTPResponse(Socket(b"HTTP/1.0 302 Found\r\nLocation: /a\r\nLocation: /b\r\nUpgrade: x\r\n\r\n"))
    response.begin()
    assert fired(lint(response)) == ["upgrade-not-in-connection", "singleton-repeated", "date-missing"]


def test_assert_conformant():
    good = types.SimpleNamespace(status_code=200, headers={})
    assert assert_conformant(good) is None
    assert_conformant(200, [("Cache-Control", "no-store, max-age=1")], profile="app")
    with pytest.raises(AssertionError) as caught:
        assert_conformant(405, {}, fail_on="warning")
    assert str(caught.value) == (
        "warning: 405 is sent without Date [RFC 9110 6.6.1]\n    Send Date. (date-missing)\n"
        "error: 405 does not say in Allow which methods there are [RFC 9110 15.5.6, 10.2.1]\n"
        "    Send Allow with the methods of the resource, empty if there are none. (method-not-allowed-no-allow)"
    )
    with pytest.raises(ValueError):
        assert_conformant(200, {}, fail_on="errors")
