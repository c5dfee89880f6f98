"""What decisions say, cell by cell of the tables of the RFCs, which nothing here has read out of the library."""

import pytest

import httpstatus
from httpstatus import cacheability, redirect, retry

NOW = 1793527200  # Sun, 01 Nov 2026 10:00:00 GMT
LATER = "Sun, 01 Nov 2026 10:02:00 GMT"

CONTENT = [
    *((code, "CONNECT", "tunnel") for code in (200, 204, 205, 206, 226, 299)),
    *((code, method, "none") for code in (100, 101, 103, 104, 199, 304) for method in (None, "GET", "HEAD", "POST", "CONNECT", "FOO")),
    *((204, method, "none") for method in (None, "GET", "HEAD", "POST", "FOO")),
    *((code, "HEAD", "none") for code in (200, 205, 301, 404, 500, 599, 600, 99, -1)),
    *((205, method, "must_be_empty") for method in (None, "GET", "POST", "FOO", "connect", "head")),
    *((code, None, "unknown") for code in (200, 201, 206, 226, 299)),
    *((code, None, "allowed") for code in (300, 301, 305, 399, 404, 499, 500, 599, 600, 99, 0, -1)),
    *((code, method, "allowed") for code in (200, 226, 299) for method in ("GET", "POST", "PUT", "QUERY", "FOO", "connect", "head")),
    *((code, "CONNECT", "allowed") for code in (300, 302, 404, 407, 502, 600, 99)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "method", "rule"), CONTENT)
def test_content(code, method, rule):
    """Section 6.4.1 of RFC 9110 and 6.3 of RFC 9112, of which the first match wins."""
    assert httpstatus.content(code, method) == rule
    assert httpstatus.may_have_content(code, method) is (rule in ("allowed", "tunnel", "unknown"))


@pytest.mark.parametrize("method", [None, "GET", "HEAD", "POST", "PUT", "QUERY", "FOO"])
@pytest.mark.parametrize(("code", "location", "action"), [
    *((code, False, "stop") for code in (300, 301, 302, 303, 307, 308, 309, 399)),
    *((code, True, "stop") for code in (101, 200, 201, 299, 304, 305, 306, 400, 404, 503, 600)),
    *((code, True, "ask") for code in (300, 309, 399)),
])  # fmt: skip
def test_the_method_does_not_matter(code, location, action, method):
    assert redirect(code, method, location=location).action == action


@pytest.mark.parametrize(("code", "method", "policy", "next_method", "kept"), [
    *((code, method, "preserve", method, True) for code in (301, 302, 307, 308) for method in ("GET", "HEAD", "POST", "PUT", "QUERY")),
    *((303, method, "preserve", method, True) for method in ("GET", "HEAD")),
    *((303, method, policy, "GET", False) for method in ("PUT", "DELETE", "QUERY", "FOO", "head") for policy in ("browser", "preserve")),
    *((code, "post", "browser", "post", True) for code in (301, 302)),
    *((code, None, "browser", None, True) for code in (307, 308)),
])  # fmt: skip
def test_the_next_method(code, method, policy, next_method, kept):
    answer = redirect(code, method, policy=policy)
    assert (answer.action, answer.method, answer.keep_content) == ("follow", next_method, kept)
    assert answer.unsafe is (next_method not in ("GET", "HEAD", "QUERY"))


OF_CONTENT = {"Content-Encoding", "Content-Language", "Content-Location", "Content-Type", "Content-Length", "Digest", "Last-Modified"}
OF_THE_OLD_REQUEST = {
    "Connection", "Proxy-Connection", "Keep-Alive", "TE", "Transfer-Encoding", "Upgrade", "Proxy-Authorization", "Host", "If-Match",
    "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Referer", "Origin", "Authorization", "Cookie",
}  # fmt: skip


def test_dropped_fields():
    """Items 5 and 2 of Section 15.4 of RFC 9110."""
    assert set(redirect(303, "POST").drop_fields) == set(redirect(301, "POST").drop_fields) == OF_CONTENT | OF_THE_OLD_REQUEST
    assert set(redirect(301, "GET").drop_fields) == set(redirect(307, "POST").drop_fields) == OF_THE_OLD_REQUEST
    assert redirect(300, "GET").drop_fields == redirect(304, "GET").drop_fields == ()


@pytest.mark.parametrize(("code", "section"), [
    (300, "15.4.1"), (301, "15.4.2"), (302, "15.4.3"), (303, "15.4.4"), (304, "15.4.5"), (305, "15.4.6"), (306, "15.4.7"),
    (307, "15.4.8"), (308, "15.4.9"), (308, "RFC 7538 3"), (301, "RFC 9205 4.6.1"), (302, "RFC 9205 4.6.1"), (399, "15.4"),
])  # fmt: skip
def test_sections_of_redirects(code, section):
    assert section in redirect(code, "GET").citation


@pytest.mark.parametrize(("code", "method", "more", "expected"), [
    *((code, "GET", {}, ("no", "none", None)) for code in (201, 202, 203, 205, 207, 208)),
    (425, "POST", {"early_data": True, "retries_made": 1}, ("no", "none", None)),
    (425, None, {"early_data": False, "proxy": True}, ("unknown", "inbound_handshake", None)),
    (425, "GET", {"early_data": False, "proxy": True, "retries_made": 1}, ("no", "none", None)),
    (421, None, {"retries_made": 1, "max_retries": 5}, ("no", "none", None)),
    (421, "PUT", {"retry_after": "5"}, ("yes", "new_connection", 5)),
    (425, "PUT", {"retry_after": "5"}, ("yes", "not_early_data", 5)),
    (421, "POST", {"proxy": True, "repeatable": True}, ("no", "none", None)),
    (413, "GET", {"retry_after": ""}, ("after_change", "smaller_content", None)),
    (413, "GET", {"retry_after": "0"}, ("yes", "none", 0)),
    (507, "POST", {"user_action": False}, ("if_safe_to_repeat", "none", None)),
])  # fmt: skip
def test_retry(code, method, more, expected):
    answer = retry(code, method, **more)
    assert (answer.verdict, answer.need, answer.delay) == expected
    assert answer.beyond_rfc_advice is (more.get("retries_made", 0) > 0)


def test_a_date_that_is_none_leaves_the_clock():
    assert retry(503, "GET", now=NOW, fields={"Retry-After": LATER, "Date": "today"}).delay == 120
    assert retry(503, "GET", now=NOW, fields=[("Retry-After", LATER), ("Date", "x"), ("Date", "x")]).delay == 120


@pytest.mark.parametrize("code", [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 451, 501])
def test_heuristically_cacheable(code):
    assert cacheability(code, "GET")[:3] == ("yes", "heuristic", None)


@pytest.mark.parametrize("code", [
    201, 202, 205, 206, 207, 208, 226, 299, 302, 303, 305, 306, 307, 399, 400, 401, 402, 403, 406, 407, 408, 409, 411, 412, 413, 415, 416,
    417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 499, 500, 502, 503, 504, 505, 506, 507, 508, 510, 511, 599])  # fmt: skip
def test_not_cacheable_without_a_word(code):
    assert cacheability(code, "GET")[:3] == ("no", "none", None)


SHARED = {"shared": True, "request_authorized": False}
CLOCK = {"Date": "Sun, 01 Nov 2026 10:00:00 GMT", "Last-Modified": "Sun, 01 Nov 2026 08:20:00 GMT"}


@pytest.mark.parametrize(("code", "method", "fields", "options", "expected"), [
    (200, "PATCH", {"Cache-Control": "max-age=60"}, {}, ("no", "none", None)),
    (200, "PATCH", {}, {"content_location_is_target": True}, ("no", "none", None)),
    (200, "POST", {"Expires": "0"}, {"content_location_is_target": True}, ("yes", "explicit", 0)),
    (200, "GET", {"Cache-Control": "s-maxage=7"}, {"shared": True, "request_authorized": True}, ("yes", "explicit", 7)),
    (599, "GET", {"Cache-Control": "must-understand, max-age=60"}, {}, ("no", "none", None)),
    (200, "GET", {"Cache-Control": "s-maxage=x, max-age=60"}, {}, ("yes", "explicit", 60)),
    (200, "GET", {"Cache-Control": "s-maxage=1, s-maxage=2"}, SHARED, ("yes", "explicit", 0)),
    (302, "GET", {"Expires": "0"}, {}, ("yes", "explicit", 0)),
    (302, "GET", {"Cache-Control": "max-age=x"}, {}, ("yes", "explicit", 0)),
    (302, "GET", {"Cache-Control": "private"}, SHARED, ("no", "none", None)),
    (302, "GET", {"Cache-Control": "private"} | CLOCK, {}, ("yes", "heuristic", 600)),
    (302, "GET", {"Cache-Control": "public"} | CLOCK, {}, ("yes", "heuristic", 600)),
    (200, "GET", {"Expires": LATER, "Date": "today"}, {}, ("yes", "explicit", None)),
    (304, "HEAD", {"Cache-Control": "max-age=60"}, {}, ("refresh", "none", None)),
    (304, None, {}, {}, ("refresh", "none", None)),
])  # fmt: skip
def test_cacheability(code, method, fields, options, expected):
    assert cacheability(code, method, fields, **options)[:3] == expected


@pytest.mark.parametrize(("method", "fields", "line"), [
    ("QUERY", {}, "only for QUERY requests with the same content [RFC 10008 2.7]"),
    ("GET", {"Warning": '110 - "x"'}, "Warning plays no part, it is obsolete [RFC 9111 5.5]"),
    ("GET", {"Pragma": "no-cache"}, "Pragma plays no part in a response [RFC 9111 5.4]"),
    ("GET", {"Cache-Control": "min-fresh=5"}, "min-fresh plays no part, it is a directive of requests [RFC 9111 5.2.1]"),
    ("GET", {"Cache-Control": "only-if-cached"}, "only-if-cached plays no part, it is a directive of requests [RFC 9111 5.2.1]"),
    ("GET", {"Cache-Control": "no-store, must-understand"}, "no-store gives way to must-understand [RFC 9111 5.2.2.3]"),
])  # fmt: skip
def test_what_qualifies_storing(method, fields, line):
    answer = cacheability(200, method, fields)
    assert answer.storable == "yes" and line in answer.reasons


@pytest.mark.parametrize(("code", "citation"), [
    (428, "RFC 6585 3"), (429, "RFC 6585 4"), (431, "RFC 6585 5"), (511, "RFC 6585 6"), (226, "RFC 3229 10.6"), (206, "RFC 9111 3, 3.3"),
    (304, "RFC 9111 4.3.4"), (451, "RFC 9111 3, 4.2.2; RFC 7725 3"), (404, "RFC 9111 3, 4.2.2; RFC 9110 15.1"),
])  # fmt: skip
def test_sections_of_storing(code, citation):
    assert cacheability(code, "GET").citation == citation
