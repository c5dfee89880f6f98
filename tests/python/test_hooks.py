"""The hooks for clients in examples, against a server that misbehaves on purpose."""

import importlib.util
import os
import re
import shutil
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"

# What a path answers the first time and, where it is several, later: a code and fields. What follows is 200.
PLANS = {
    "/ok": [],
    "/seconds": [(503, {"Retry-After": "2"})],
    "/date": [(503, {"Date": "Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After": "Sun, 06 Nov 1994 08:49:39 GMT"})],
    "/past": [(503, {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"})],
    "/rfc850": [(503, {"Retry-After": "Sunday, 06-Nov-94 08:49:37 GMT"})],
    "/asctime": [(503, {"Retry-After": "Sun Nov  6 08:49:37 1994"})],
    "/garbage": [(503, {"Retry-After": "soon, I hope \xe9"})],
    "/huge": [(503, {"Retry-After": "99999999999999999999"})],
    "/bare": [(503, {})],
    "/slow-down": [(429, {"Retry-After": "1"})],
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
    "/either": [(300, {"Location": "/ok"})],
    "/round": [(307, {"Location": "/round"})] * 20,
    "/nowhere": [(302, {})],
    "/elsewhere": [(302, {"Location": "file:///etc/passwd"})],
    "/fragment": [(302, {"Location": "/ok#part"})],
}


class Server:
    def __init__(self):
        self.requests = []  # method, path, content and the port of the client
        self.times = []
        taken, times = self.requests, self.times

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                made = sum(path == self.path for _, path, _, _ in taken)
                taken.append((self.command, self.path, content, self.client_address[1]))
                times.append(time.monotonic())
                code, fields = (PLANS[self.path][made:] or [(200, {})])[0]
                self.send_response_only(code)
                for name, value in ({"Date": self.date_time_string()} | fields).items():
                    self.send_header(name, value)
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
    """The delays that were waited for. In Python nobody really sleeps; programs do, and say how long."""
    taken = []
    monkeypatch.setattr(time, "sleep", taken.append)
    return taken


def example(name):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"python/{name}.py")
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


def by_program(command, method, url, body, **environment):
    content = [] if body is None else [body]
    environment = {**os.environ, "no_proxy": "*", **environment}
    done = subprocess.run([*command, url, method, *content], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    for delay in re.findall(r"after (\d+) s", done.stderr):
        time.sleep(int(delay))  # It is the one of naps.
    return int(done.stdout[:3])


def by_libcurl(method, url, body=None):
    program = Path(os.environ.get("HTTPSTATUS_BUILD", "build"), "examples/c/retry_curl")
    if not program.exists():
        pytest.skip("libcurl was not found when the examples were built")
    return by_program([program], method, url, body)


def by_luasocket(method, url, body=None):
    modules = f"{os.environ.get('HTTPSTATUS_BUILD', 'build')}/bindings/lua/?.so;;"
    lua = shutil.which("lua5.4")
    if lua is None or subprocess.run([lua, "-l", "socket", "-e", ""], capture_output=True).returncode != 0:
        pytest.skip("LuaSocket is not installed")
    return by_program([lua, EXAMPLES / "lua/retry_luasocket.lua"], method, url, body, LUA_CPATH=modules)


@pytest.fixture(params=[by_urllib3, by_requests, by_httpx, by_libcurl, by_luasocket])
def client(request):
    return request.param


def waited(naps):
    return [round(nap) for nap in naps if nap >= 1]


@pytest.mark.parametrize("path,delays", [("/ok", []), ("/seconds", [2]), ("/past", []), ("/rfc850", []), ("/asctime", []), ("/garbage", []),
                                         ("/bare", []), ("/slow-down", [1]), ("/early", []), ("/timeout", [])])  # fmt: skip
def test_what_is_sent_again(client, server, naps, path, delays):
    assert client("GET", server.url + path) == 200
    assert waited(naps) == delays and len(server.requests) == len(PLANS[path]) + 1


def test_a_date_counts_from_the_date_of_the_response(client, server, naps):
    assert client("GET", server.url + "/date") == 200
    assert naps == [2]


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
    if client is not by_luasocket:  # It never keeps one.
        assert server.requests[0][3] == server.requests[1][3]


def test_chains_of_redirects(client, server, naps):
    # In Python redirects are the clients' own; urllib3 keeps POST at a 302.
    assert client("POST", server.url + "/moved", b"x") == 200
    assert [method for method, _, _, _ in server.requests] == ["POST", "POST" if client is by_urllib3 else "GET", "GET", "GET"]
    assert all(content == (b"x" if method == "POST" else b"") for method, _, content, _ in server.requests)
    server.requests.clear()
    assert client("POST", server.url + "/kept", b"x") == 503  # It is still a POST, which nobody said may be repeated.
    assert [(method, content) for method, _, content, _ in server.requests] == [("POST", b"x")] * 3


@pytest.mark.parametrize("client", [by_libcurl, by_luasocket])
def test_programs_follow_by_redirect(client, server, naps):
    assert client("GET", server.url + "/either") == 300 and len(server.requests) == 1  # Which one is for the user to say.
    assert client("GET", server.url + "/nowhere") == 302 and len(server.requests) == 2
    with pytest.raises(AssertionError, match="Unsupported protocol|not an http URL"):
        client("GET", server.url + "/elsewhere")
    server.requests.clear()
    assert client("PUT", server.url + "/round", "whole") == 307
    assert [(method, content) for method, _, content, _ in server.requests] == [("PUT", b"whole")] * 11
    server.requests.clear()
    assert client("GET", server.url + "/fragment#old") == 200
    assert [path for _, path, _, _ in server.requests] == ["/fragment", "/ok"]
    server.requests.clear()
    assert client("HEAD", server.url + "/moved") == 200
    assert [method for method, _, _, _ in server.requests] == ["HEAD", "HEAD", "HEAD", "HEAD"]


@pytest.mark.parametrize("client", [by_libcurl, by_luasocket])
def test_programs_wait_as_long_as_they_say(client, server, naps):
    assert client("GET", server.url + "/seconds") == 200
    assert 1.9 < server.times[1] - server.times[0] < 10
