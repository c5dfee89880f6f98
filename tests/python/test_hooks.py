"""The hooks for clients in examples, against a server that misbehaves on purpose."""

import email.utils
import importlib.util
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples/python"

# What a path answers the first time and, where it is several, later: a code and fields. What follows is 200.
PLANS = {
    "/ok": [],
    "/seconds": [(503, {"Retry-After": "7"})],
    "/date": [(503, {"Retry-After": lambda: email.utils.formatdate(time.time() + 30, usegmt=True)})],
    "/past": [(503, {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"})],
    "/rfc850": [(503, {"Retry-After": "Sunday, 06-Nov-94 08:49:37 GMT"})],
    "/asctime": [(503, {"Retry-After": "Sun Nov  6 08:49:37 1994"})],
    "/garbage": [(503, {"Retry-After": "soon, I hope \xe9"})],
    "/huge": [(503, {"Retry-After": "99999999999999999999"})],
    "/bare": [(503, {})],
    "/slow-down": [(429, {"Retry-After": "3"})],
    "/misdirected": [(421, {})],
    "/early": [(425, {})],
    "/timeout": [(408, {"Connection": "close"})],
    "/large": [(413, {})],
    "/reset": [(205, {})],
    "/always": [(503, {"Retry-After": "1"})] * 20,
    "/unknown": [(599, {})],
    "/moved": [(302, {"Location": "/moved-again"})],
    "/moved-again": [(303, {"Location": "/seconds"})],
    "/kept": [(307, {"Location": "/kept-again"})],
    "/kept-again": [(308, {"Location": "/seconds"})],
}


class Server:
    def __init__(self):
        self.requests = []  # method, path, content and the port of the client
        taken = self.requests

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                made = sum(path == self.path for _, path, _, _ in taken)
                taken.append((self.command, self.path, content, self.client_address[1]))
                code, fields = (PLANS[self.path][made:] or [(200, {})])[0]
                self.send_response(code)
                for name, value in fields.items():
                    self.send_header(name, value() if callable(value) else value)
                self.send_header("Content-Length", "0" if code == 205 else "4")
                self.end_headers()
                if code != 205 and self.command != "HEAD":
                    self.wfile.write(b"text")

            do_GET = do_POST = do_PUT = do_HEAD = answer

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def server():
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def naps(monkeypatch):
    """The delays that were waited for; nobody really sleeps."""
    taken = []
    monkeypatch.setattr(time, "sleep", taken.append)
    return taken


def example(name):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_urllib3(method, url, body=None):
    urllib3 = pytest.importorskip("urllib3")
    with urllib3.PoolManager(retries=example("retry_urllib3").Retry(total=3, raise_on_status=False)) as pool:
        return pool.request(method, url, body=body).status


def by_requests(method, url, body=None):
    requests = pytest.importorskip("requests")
    with requests.Session() as session:
        session.trust_env = False
        session.mount("http://", example("retry_requests").RetryAdapter())
        return session.request(method, url, data=body).status_code


def by_httpx(method, url, body=None):
    httpx = pytest.importorskip("httpx")
    with httpx.Client(transport=example("retry_httpx").RetryTransport(), follow_redirects=True, trust_env=False) as client:
        return client.request(method, url, content=body).status_code


@pytest.fixture(params=[by_urllib3, by_requests, by_httpx])
def client(request):
    return request.param


def waited(naps):
    return [round(nap) for nap in naps if nap >= 1]


@pytest.mark.parametrize("path,delays", [("/ok", []), ("/seconds", [7]), ("/past", []), ("/rfc850", []), ("/asctime", []), ("/garbage", []),
                                         ("/bare", []), ("/slow-down", [3]), ("/early", []), ("/timeout", [])])  # fmt: skip
def test_what_is_sent_again(client, server, naps, path, delays):
    assert client("GET", server.url + path) == 200
    assert waited(naps) == delays and len(server.requests) == len(PLANS[path]) + 1


def test_a_date_counts_from_the_date_of_the_response(client, server, naps):
    assert client("GET", server.url + "/date") == 200
    assert len(naps) == 1 and 28 <= naps[0] <= 31


@pytest.mark.parametrize("method,path,code", [("POST", "/bare", 503), ("GET", "/large", 413), ("GET", "/reset", 205), ("GET", "/huge", 503)])
def test_what_is_not(client, server, naps, method, path, code):
    assert client(method, server.url + path, b"x" if method == "POST" else None) == code
    assert naps == [] and len(server.requests) == 1


def test_an_unknown_code_is_its_class(client, server, naps):
    assert client("GET", server.url + "/unknown") == 200 and len(server.requests) == 2


def test_it_ends(client, server, naps):
    assert client("GET", server.url + "/always") == 503
    assert len(server.requests) == 4 and waited(naps) == [1, 1, 1]


def test_content_goes_again(client, server, naps):
    assert client("PUT", server.url + "/seconds", b"whole") == 200
    assert [content for _, _, content, _ in server.requests] == [b"whole"] * 2


def test_another_connection(client, server, naps):
    if client is by_urllib3:  # It cannot let go of the connection.
        assert client("GET", server.url + "/misdirected") == 421
    else:
        assert client("GET", server.url + "/misdirected") == 200
        assert server.requests[0][3] != server.requests[1][3]
    server.requests.clear()
    assert client("GET", server.url + "/seconds") == 200
    assert server.requests[0][3] == server.requests[1][3]


def test_chains_of_redirects(client, server, naps):
    # Redirects are the clients' own; urllib3 keeps POST at a 302.
    assert client("POST", server.url + "/moved", b"x") == 200
    assert [method for method, _, _, _ in server.requests] == ["POST", "POST" if client is by_urllib3 else "GET", "GET", "GET"]
    server.requests.clear()
    assert client("POST", server.url + "/kept", b"x") == 503  # It is still a POST, which nobody said may be repeated.
    assert [(method, content) for method, _, content, _ in server.requests] == [("POST", b"x")] * 3
