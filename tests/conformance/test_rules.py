"""The rules of the lint against the sections they cite, the fields that rows ask for, and response objects as they come."""

import http.server
import json
import re
import threading

import pytest

import httpstatus

ROWS = httpstatus.entries("iana")


def test_every_section_exists(root):
    """tests/data/sections.json lists the sections of each RFC."""
    sections = {spec: set(numbers.split()) for spec, numbers in json.loads((root / "tests/data/sections.json").read_text()).items()}
    for rule in httpstatus.lint_rules():
        for cited in rule.sections.split("; "):
            spec, number, numbers = re.fullmatch(r"(RFC (\d+)) ([\d., ]+)", cited).groups()
            assert set(numbers.split(", ")) <= sections[spec], rule.id


def test_every_check_cites_a_section(root):
    """Above each check stands what its section says; some of a kind share a comment."""
    cited = 0
    for path in (root / "core/src").glob("check_*.c"):
        for comment in re.findall(r"/\*((?:(?!\*/).)*)\*/\nCHECK\(", path.read_text(), re.DOTALL):
            cited += bool(re.search(r"RFC \d+|Sections? [\d.]+|\(\d+\.\d+", comment))
    assert cited > 85


# Whatever a row says a response must have, or must not, a rule looks for, or no head alone shows it.
RULES = {
    (100, "Content-Length"): "content-length-forbidden",
    (100, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (101, "Upgrade"): "switching-protocols-no-upgrade",
    (101, "Connection"): "upgrade-not-in-connection",
    (101, "Sec-WebSocket-Accept"): "websocket-no-accept",
    (101, "Content-Length"): "content-length-forbidden",
    (101, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (102, "Content-Length"): "content-length-forbidden",
    (102, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (103, "Content-Length"): "content-length-forbidden",
    (103, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (104, "Content-Length"): "content-length-forbidden",
    (104, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (200, "Content-Length"): "content-length-forbidden",
    (200, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (204, "Content-Length"): "content-length-forbidden",
    (204, "Transfer-Encoding"): "transfer-encoding-forbidden",
    (206, "Content-Range"): "partial-no-content-range multipart-content-range",
    (206, "Content-Type"): "multipart-no-boundary",
    (226, "ETag"): "im-used-no-etag",
    (226, "IM"): "im-used-no-im",
    (226, "Delta-Base"): "delta-base-missing",
    (226, "Content-Range"): "im-range-no-content-range",
    (304, "ETag"): "not-modified-no-etag",
    (401, "WWW-Authenticate"): "unauthorized-no-challenge",
    (405, "Allow"): "method-not-allowed-no-allow",
    (407, "Proxy-Authenticate"): "proxy-auth-no-challenge",
    (415, "Accept-Encoding"): "media-type-accept-encoding",
    (426, "Upgrade"): "upgrade-required-no-upgrade",
    (426, "Connection"): "upgrade-not-in-connection",
}
NOT_IN_A_HEAD = {
    "when the 200 would have had it": "that takes another response",
    "when a 200 to the same request would have it": "that takes another response",
    "when a 200 would have it": "that takes another response",
    "when there was no If-Range and a 200 would have it": "that takes another response",
    "unless it equals the content length of the 200": "that takes another response",
    "when a PUT was not stored exactly as sent": "that takes what was stored",
    "when it announces the upload resource": "the protocol is a draft",
    "when it announces the upload resource and there are limits": "the protocol is a draft",
    "when it reports progress on appended data": "the protocol is a draft",
    "while the protocol is a draft": "the protocol is a draft",
}


def test_every_must_of_a_row_has_a_rule():
    known = {rule.id for rule in httpstatus.lint_rules()}
    for row in ROWS:
        for header in row.headers:
            if header.level in ("must", "must_not"):
                paired = RULES.get((row.code, header.name))
                assert paired or header.when in NOT_IN_A_HEAD, (row.code, header)
                assert paired is None or set(paired.split()) <= known


class Handler(http.server.BaseHTTPRequestHandler):
    """Sends two values of a field that takes one."""

    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", "/a")
        self.send_header("Location", "/b")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def url():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def from_requests(url):
    return pytest.importorskip("requests").get(url, allow_redirects=False)


def from_httpx(url):
    return pytest.importorskip("httpx").get(url)


def from_urllib3(url):
    return pytest.importorskip("urllib3").request("GET", url, redirect=False)


def from_http_client(url):
    import http.client

    connection = http.client.HTTPConnection(url.split("/")[2])
    connection.request("GET", "/")
    return connection.getresponse()


def from_aiohttp(url):
    aiohttp = pytest.importorskip("aiohttp")
    import asyncio

    async def get():
        async with aiohttp.ClientSession() as session, session.get(url, allow_redirects=False) as response:
            return response

    return asyncio.run(get())


CLIENTS = [from_requests, from_httpx, from_urllib3, from_http_client, from_aiohttp]


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__)
def test_responses_of_clients(client, url):
    response = client(url)
    assert [finding.rule for finding in httpstatus.lint(response)] == ["singleton-repeated"]
    assert ("singleton-repeated", "repeats") not in httpstatus.lint_skipped(response)


def flask_response():
    flask = pytest.importorskip("flask")
    response = flask.Response(status=302)
    response.headers.extend([("Location", "/a"), ("Location", "/b")])
    return response


def starlette_response():
    responses = pytest.importorskip("starlette.responses")
    response = responses.Response(status_code=302)
    response.raw_headers.extend([(b"location", b"/a"), (b"location", b"/b")])
    return response


def django_response():
    pytest.importorskip("django")
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.http import HttpResponse

    return HttpResponse(status=302)


def test_responses_of_frameworks():
    for made in (flask_response, starlette_response):
        assert [finding.rule for finding in httpstatus.lint(made(), profile="app")] == ["singleton-repeated"]


def test_responses_of_django():
    """Its mapping cannot hold a field twice."""
    response = django_response()
    assert [finding.rule for finding in httpstatus.lint(response, profile="app")] == ["redirect-no-location"]
    assert ("singleton-repeated", "repeats") in httpstatus.lint_skipped(response)
