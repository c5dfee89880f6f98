"""Decisions as Python objects, and out of the response objects of HTTP libraries. What they say is tested in C and parity."""

import copy
import email.message
import http.client
import io
import pickle

import pytest
from hypothesis import given, strategies as st

import httpstatus
from httpstatus import StatusSet, cacheability, redirect, retry

NOW = 1793527200  # Sun, 01 Nov 2026 10:00:00 GMT
DATE, LATER = "Sun, 01 Nov 2026 10:00:00 GMT", "Sun, 01 Nov 2026 10:02:00 GMT"
LINE = "503 Service Unavailable: retry after 120 s, GET is idempotent [RFC 9110 15.6.4, 9.2.2]"

ANSWERS = [
    retry(503, "GET", retry_after="120"), redirect(301, "POST", location="/a"),
    cacheability(200, "GET", {"Cache-Control": "max-age=60"}), retry(503, "GET", policy={503}), retry(429, retry_after=["1", "2"]),
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_a_frozen_value(answer):
    assert answer == pickle.loads(pickle.dumps(answer)) == copy.copy(answer) == copy.deepcopy(answer)
    assert len({answer, pickle.loads(pickle.dumps(answer))}) == 1
    assert list(answer) == [getattr(answer, name) for name in answer._fields] and len(answer) == len(answer._fields)
    assert answer[0] == list(answer)[0] and answer[-1] == list(answer)[-1] and answer[1:3] == tuple(answer)[1:3]
    assert repr(answer).startswith(f"{type(answer).__name__}({answer._fields[0]}={answer[0]!r}, ")
    with pytest.raises(AttributeError):
        answer.basis = 1
    with pytest.raises(AttributeError):
        answer.other = 1
    assert not answer != answer and answer != retry(404)


def test_truth():
    assert retry(503, "GET") and not retry(503, "POST") and not retry(503) and not retry(401, "GET") and not retry(404, "GET")
    assert redirect(301, "GET") and not redirect(300, "GET") and not redirect(304, "GET")
    assert cacheability(404, "GET") and not cacheability(302, "GET") and not cacheability(304, "GET")
    assert not cacheability(200, "GET", {"Cache-Control": "max-age=1"}, shared=True)


def test_the_line_is_written_when_it_is_read():
    answer = retry(503, "GET", retry_after="120")
    assert answer.reason == LINE and retry(503, "GET", retry_after=b"120").reason == LINE
    lines = ["120"]
    answer = retry(503, "GET", retry_after=lines)
    lines[0] = "7"
    assert (answer.delay, answer.reason) == (120, LINE)


def test_arguments():
    assert retry(503, "GET", retry_after=LATER, now=NOW).delay == 120 == retry(503, "GET", retry_after=LATER, date=NOW, now=0).delay
    assert retry(503, "GET", fields={"retry-after": LATER, "DATE": DATE}).delay == 120
    assert retry(503, "GET", fields=[("Retry-After", "1"), (b"Retry-After", b"1")]).delay is None
    assert retry(503, "GET", fields={"Retry-After": ["1", "1"]}).delay is None
    assert retry(503, "GET", max_retries=0).verdict == "no" and retry(503, "GET", retries_made=2, max_retries=2).verdict == "no"
    assert retry(503, "POST", repeatable=True) and not retry(503, "POST", repeatable=True, proxy=True)
    assert retry(425, "GET", early_data=True).basis == "rfc_must" and retry(425, "GET").basis == "rfc_should"
    assert retry(507, "PUT", user_action=False) and not retry(507, "PUT")
    assert retry(10**30, "GET") and retry(-(10**30), "GET") and retry(httpstatus.NOT_FOUND, "GET").verdict == "no"
    assert retry(526, "GET", vendor="cloudflare").verdict == "no" and retry(526, "GET").verdict == "yes"
    assert retry(404, "GET", policy=StatusSet("404")) and retry(404, "GET", policy=[404]) and not retry(503, "GET", policy=())
    assert retry(503, "POST", policy="curl") and not retry(503, "POST", policy=b"urllib3")
    assert redirect(307, "POST", replayable=False).action == "stop" and redirect(307, "POST", replayable=True)
    assert redirect(302, "GET", location=False).action == "stop" == redirect(302, "GET", location=None).action
    assert redirect(302, "GET", location="/a").inherit_fragment and not redirect(302, "GET", location=b"/a#b").inherit_fragment
    assert redirect(301, "POST", policy="preserve").method == "POST" and redirect(301, "FO\xd6").method == "FO\xd6"
    assert cacheability(206, "GET", understands=StatusSet("2xx")) and not cacheability(206, "GET")
    assert cacheability(200, "GET", {"Expires": LATER}, received_at=NOW).seconds == 120


@pytest.mark.parametrize(("call", "error"), [
    (lambda: retry("503"), TypeError), (lambda: retry(5.5), TypeError), (lambda: retry(None), TypeError),
    (lambda: retry(503, 1), TypeError), (lambda: retry(503, retry_after=5), TypeError), (lambda: retry(503, now="x"), TypeError),
    (lambda: retry(503, vendor="nobody"), ValueError), (lambda: retry(503, policy="nobody"), ValueError),
    (lambda: retry(503, policy=[1000]), ValueError), (lambda: retry(503, max_retries="1"), TypeError),
    (lambda: redirect(301, policy="x"), ValueError), (lambda: cacheability(200, "GET", 5), TypeError),
    (lambda: cacheability(200, "GET", [("a",)]), ValueError), (lambda: cacheability(200, "GET", [(1, "b")]), TypeError),
])  # fmt: skip
def test_wrong_arguments(call, error):
    with pytest.raises(error):
        call()


def test_policies():
    policies = {policy.name: policy for policy in httpstatus.retry_policies()}
    assert list(policies) == ["rfc", "curl", "urllib3", "botocore", "google-api-core", "got"]
    assert policies["urllib3"].statuses is None and policies["curl"].max_delay == 21600 and policies["got"].max_retries == 2
    for policy in policies.values():
        assert policy.checked == "2026-11-24" and len(policy.source) > len(policy.citation)


def expect_responses(response):
    """Each was made with these fields, and status 503."""
    answer = retry(response, "GET")
    assert (answer.verdict, answer.delay) == ("yes", 120)
    assert cacheability(response, "GET").seconds == 60
    assert retry(response, "GET", retry_after="7").delay == 7


FIELDS = [("Retry-After", LATER), ("Date", DATE), ("Cache-Control", "max-age=60"), ("Set-Cookie", "a"), ("Set-Cookie", "b")]


def test_http_client():
    class Socket:
        def makefile(self, mode):
            head = "".join(f"{name}: {value}\r\n" for name, value in FIELDS)
            return io.BytesIO(f"HTTP/1.1 503 x\r\n{head}Content-Length: 0\r\n\r\n".encode())

    response = http.client.HTTPResponse(Socket(), method="GET")
    response.begin()
    expect_responses(response)


def made_requests():
    requests = pytest.importorskip("requests")
    response = requests.Response()
    response.status_code, response.headers = 503, requests.structures.CaseInsensitiveDict(FIELDS)
    return response


def made_urllib3():
    return pytest.importorskip("urllib3").HTTPResponse(status=503, headers=FIELDS)


def made_httpx():
    return pytest.importorskip("httpx").Response(503, headers=FIELDS)


def made_aiohttp():
    class Response:
        status = 503
        headers = pytest.importorskip("multidict").CIMultiDictProxy(pytest.importorskip("multidict").CIMultiDict(FIELDS))

    pytest.importorskip("aiohttp")
    return Response()


def made_django():
    django = pytest.importorskip("django")
    from django.conf import settings
    from django.http import HttpResponse

    if not settings.configured:
        settings.configure()
    assert django
    return HttpResponse(status=503, headers=dict(FIELDS))


def made_flask():
    response = pytest.importorskip("flask").Response(status=503)
    for name, value in FIELDS:
        response.headers.add(name, value)
    return response


def made_starlette():
    pytest.importorskip("starlette")
    from starlette.responses import Response

    return Response(status_code=503, headers=dict(FIELDS))


@pytest.mark.parametrize("make", [
    made_requests, made_urllib3, made_httpx, made_aiohttp, made_django, made_flask, made_starlette,
], ids=lambda make: make.__name__.removeprefix("made_"))  # fmt: skip
def test_libraries(make):
    expect_responses(make())


def test_redirects_out_of_responses():
    class Response:
        status_code = 302
        headers = email.message.Message()

    assert redirect(Response, "GET").action == "stop"
    Response.headers["Location"] = "/x#y"
    Response.headers["Retry-After"] = "3"
    answer = redirect(Response, "GET")
    assert (answer.action, answer.delay, answer.inherit_fragment) == ("follow", 3, False)

    class Bare:
        status = 302

    assert redirect(Bare, "GET").action == "follow"
    with pytest.raises(TypeError):
        retry(object())


text = st.text(max_size=40) | st.binary(max_size=40)
names = st.sampled_from(["Cache-Control", "expires", "DATE", "Last-Modified", "Retry-After", "Location", "Pragma"])


@given(st.integers(-5, 1005), st.none() | text, st.lists(st.tuples(names | text, text)), st.booleans(), st.none() | st.booleans())
def test_any_fields(code, method, fields, flag, told):
    for answer in (
        retry(code, method, fields=fields, proxy=flag, early_data=told, user_action=told),
        redirect(code, method, fields=fields, replayable=told),
        cacheability(code, method, fields, shared=flag, request_authorized=told),
    ):
        assert f"[{answer.citation}]" in str(answer[-1]) and answer == pickle.loads(pickle.dumps(answer))


@given(st.lists(st.sampled_from(["max-age=60", "max-age=x", "s-maxage=5", "private", 'private="a"', "public", "no-store", "no-cache",
                                 "must-understand", "must-revalidate", 'x="a, no-store"', ""])), st.sampled_from([200, 302, 599, 206]))  # fmt: skip
def test_lines_of_one_name_are_one_list(directives, code):
    one = cacheability(code, "GET", {"Cache-Control": ", ".join(directives)})
    assert one[:-1] == cacheability(code, "GET", [("cache-control", directive) for directive in directives])[:-1]
    shared = cacheability(code, "GET", {"Cache-Control": ",".join(directives)}, shared=True, request_authorized=False)
    assert not shared or one.storable == "yes" or shared.lifetime == "explicit"
