"""gRPC, Proxy-Status and problem details, and what tests of programs use."""

import ctypes
import enum
import json

import pytest
from hypothesis import given, strategies

import httpstatus
from httpstatus.testing import assert_status


class StatusCode(enum.Enum):
    """As in the package grpc."""

    NOT_FOUND = (5, "not found")


def test_grpc():
    for code in (5, True + 4, "NOT_FOUND", "NotFound", b"not_found", StatusCode.NOT_FOUND):
        assert httpstatus.grpc_to_http(code) == 404
    for row in httpstatus.grpc_codes():
        assert httpstatus.grpc_to_http(row.number) == httpstatus.grpc_to_http(row.name) == row.http
    for wrong in (17, -1, 2**80, "", "NOPE", b"\xff", "\udc80"):
        with pytest.raises(ValueError, match="no RPC code"):
            httpstatus.grpc_to_http(wrong)
    for wrong in (None, 5.0, [], object()):
        with pytest.raises(TypeError, match="RPC code"):
            httpstatus.grpc_to_http(wrong)
    guesses = {row.http: row.name for row in httpstatus.grpc_guesses()}
    for code in range(-10, 1000):
        assert httpstatus.http_to_grpc(code) == guesses.get(code, "UNKNOWN")
    assert httpstatus.http_to_grpc(httpstatus.Status(404)) == "UNIMPLEMENTED"


def test_proxy_status():
    types = httpstatus.proxy_status_types()
    assert [httpstatus.proxy_status_type(row.type) for row in types] == list(types)
    assert [row.type for row in httpstatus.proxy_status_types(503)] == ["destination_unavailable", "connection_limit_reached"]
    assert [row.type for row in httpstatus.proxy_status_types(0)] == ["http_request_error", "proxy_internal_response"]
    assert httpstatus.proxy_status_types(404) == ()
    assert httpstatus.proxy_status_type("nope") is None
    with pytest.raises(TypeError):
        httpstatus.proxy_status_type(None)


def test_problem():
    assert httpstatus.problem(404) == {"type": "about:blank", "title": "Not Found", "status": 404}
    assert list(httpstatus.problem(404, "x", "/y", code=7).items())[3:] == [("detail", "x"), ("instance", "/y"), ("code", 7)]
    assert httpstatus.problem(404, type="/credit") == {"type": "/credit", "status": 404}
    assert httpstatus.problem(404, type="/credit", title="x") == {"type": "/credit", "title": "x", "status": 404}
    assert httpstatus.problem(2**80) == {"type": "about:blank", "title": "Invalid", "status": 2**80}
    assert type(httpstatus.problem(httpstatus.Status(404))["status"]) is int
    assert httpstatus.PROBLEM_MEDIA_TYPE == "application/problem+json"
    with pytest.raises(ValueError, match="status"):
        httpstatus.problem(404, status=405)
    with pytest.raises(TypeError):
        httpstatus.problem("404")


class Options(ctypes.Structure):
    """httpstatus_problem_options as far as its first texts."""

    _fields_ = [("size", ctypes.c_size_t)] + [
        field for name in ("type", "title", "detail", "instance") for field in ((name, ctypes.c_char_p), (f"{name}_length", ctypes.c_size_t))
    ]  # fmt: skip


@given(strategies.dictionaries(strategies.sampled_from(["type", "title", "detail", "instance"]), strategies.text()), strategies.integers(-(2**31), 2**31 - 1))
def test_the_json_of_c_says_the_same(build, texts, code):
    library = ctypes.CDLL(str(build / "core/libhttpstatus.so"))
    encoded = {name: text.encode() for name, text in texts.items()}
    lengths = {f"{name}_length": len(text) for name, text in encoded.items()}
    options = Options(size=ctypes.sizeof(Options), **encoded, **lengths)
    needed = library.httpstatus_problem_json(code, ctypes.byref(options), None, 0)
    buffer = ctypes.create_string_buffer(needed + 1)
    assert library.httpstatus_problem_json(code, ctypes.byref(options), buffer, needed + 1) == needed == len(buffer.value)
    assert json.loads(buffer.value) == httpstatus.problem(code, **texts)
    assert list(json.loads(buffer.value)) == list(httpstatus.problem(code, **texts))


# httpstatus.testing


class Response:
    def __init__(self, status_code, **more):
        self.status_code = status_code
        self.__dict__.update(more)


class Unread(Response):
    @property
    def text(self):
        raise RuntimeError("a stream that was not read")


@pytest.mark.parametrize("expected", [
    204, "204", "2xx", " 2XX ", httpstatus.Status(204), [200, 204], (200, "2xx"), {204}, range(200, 300), ["4xx", ["2xx"]],
    "2xx,!206", "@success", httpstatus.StatusSet("2xx")])  # fmt: skip
def test_what_was_expected_passes(expected):
    assert_status(204, expected)
    assert_status(Response(204), expected)
    with pytest.raises(AssertionError):
        assert_status(503, expected)


def test_a_failure_explains_what_came_instead():
    with pytest.raises(AssertionError) as caught:
        assert_status(Response(503, text="Down for an hour.\n" + "x" * 1000), [200, "3xx"])
    text = str(caught.value)
    assert text.startswith("expected 200 OK or 3xx, got 503 Service Unavailable\n\n503 Service Unavailable\n")
    assert "Received:" in text and "Sending:" not in text
    assert "\n\nThe content begins:\nDown for an hour.\nxxx" in text and text.endswith("x...") and len(text) < 2500
    for response in (Response(299), Response(299, text="", content=b""), Unread(299), Response(299, text=lambda: "a method"), 299):
        with pytest.raises(AssertionError) as caught:
            assert_status(response, 200)
        assert "got 299 (unassigned 2xx)" in str(caught.value) and "content begins" not in str(caught.value)
    for name, content in {"content": b"a\xff", "data": bytearray(b"a\xff"), "body": b"a\xff", "text": "a\\xff"}.items():
        with pytest.raises(AssertionError, match=r"The content begins:\na\\xff$"):
            assert_status(Response(404, **{name: content}), 200)
    for expected, told in (([], "nothing"), (httpstatus.StatusSet("3xx,404"), "3xx,404"), ("3xx,404", "3xx,404")):
        with pytest.raises(AssertionError, match=f"^expected {told}, got 200 OK"):
            assert_status(200, expected)


def test_what_makes_no_sense_is_no_failure_of_the_response():
    for expected in ("2x", "nope", "2xx,", [200, "nope"]):
        with pytest.raises(ValueError):
            assert_status(200, expected)
    for expected in (None, 2.5, [None]):
        with pytest.raises(TypeError):
            assert_status(200, expected)
    with pytest.raises(TypeError):
        assert_status(object(), 200)
