"""Captures what real servers send, and writes tests/data/servers.txt with what the lint finds in it.

Usage: python tests/capture_heads.py SERVER... (nginx, apache, haproxy, python, node; Debian packages nginx, apache2, haproxy,
nodejs). Each server is started on loopback with files and rules of its own, asked what stands in SITUATIONS below, and
stopped. Read the findings before you commit them: one that is wrong is a bug of the lint.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpstatus

DATA = Path(__file__).parent / "data/servers.txt"
OLD = "Sun, 06 Nov 1994 08:49:37 GMT"
LATE = "Fri, 31 Dec 2100 23:59:59 GMT"

# What every server is asked for: METHOD TARGET VERSION | Field: value | ... and perhaps "|| content".
SHARED = f"""
GET /file.txt 1.1
HEAD /file.txt 1.1
GET /file.txt 1.0
GET /none 1.1
GET /folder 1.1
GET /folder/ 1.1
GET /file.txt 1.1 | Range: bytes=0-4
GET /file.txt 1.1 | Range: bytes=0-4,8-9
GET /file.txt 1.1 | Range: bytes=99999-
GET /file.txt 1.1 | Range: items=1-2
HEAD /file.txt 1.1 | Range: bytes=0-4
POST /file.txt 1.1 | Content-Length: 1 || x
GET /file.txt 1.1 | If-Modified-Since: {LATE}
GET /file.txt 1.1 | If-Modified-Since: {OLD}
GET /file.txt 1.1 | If-None-Match: *
GET /file.txt 1.1 | If-Match: "no"
GET /file.txt 1.1 | If-Unmodified-Since: {OLD}
GET /file.txt 1.1 | Range: bytes=0-4 | If-Range: "no"
GET /page.html 1.1 | Accept-Encoding: gzip
OPTIONS /file.txt 1.1
TRACE /file.txt 1.1
FOO /file.txt 1.1
GET /file.txt 9.9
GET /long{"x" * 20000} 1.1
GET /file.txt 1.1 | X: {"x" * 40000}
GET /file.txt 1.1 | Expect: 200-nothing
POST /file.txt 1.1 | Content-Length: x
"""  # fmt: skip

SITUATIONS = {
    "nginx": SHARED + """
        GET /r301 1.1
        POST /r303 1.1 | Content-Length: 0
        GET /r308 1.1
        GET /private 1.1
        GET /forbidden 1.1
        GET /gone 1.1
        GET /busy 1.1
        GET /empty 1.1
        GET /cached/file.txt 1.1
        GET /behind 1.1
        GET /proxy/upgrade 1.1
        GET /proxy/early 1.1
        GET /slow 1.1
        PUT /dav/new.txt 1.1 | Content-Length: 1 || x
        DELETE /dav/new.txt 1.1
        MKCOL /dav/a/b/ 1.1
        POST /small 1.1 | Content-Length: 99999
        GET /limited 1.1
        GET /limited 1.1
    """,
    "apache": SHARED + """
        GET /r301 1.1
        GET /r308 1.1
        GET /private 1.1
        GET /forbidden 1.1
        GET /gone 1.1
        GET /error 1.1
        GET /negotiated 1.1
        GET /negotiated 1.1 | Accept: image/webp
        GET /behind 1.1
        GET /proxy/early 1.1
        PUT /dav/new.txt 1.1 | Content-Length: 1 || x
        PUT /dav/new.txt 1.1 | Content-Length: 1 || x
        PROPFIND /dav/ 1.1 | Depth: 1
        DELETE /dav/new.txt 1.1
        MKCOL /dav/a/b/ 1.1
        LOCK /dav/new.txt 1.1
        POST /small 1.1 | Content-Length: 99999
        GET /cached/file.txt 1.1
        GET /file.txt 1.1 | Connection: Upgrade | Upgrade: h2c
    """,
    "haproxy": """
        GET /ok 1.1
        HEAD /ok 1.1
        GET /text 1.1
        GET /r301 1.1
        GET /r302 1.1
        GET /r303 1.1
        POST /r307 1.1 | Content-Length: 0
        GET /r308 1.1
        GET /private 1.1
        GET /proxyauth 1.1
        GET /forbidden 1.1
        GET /none 1.1
        GET /notallowed 1.1
        GET /gone 1.1
        GET /content 1.1
        GET /early 1.1
        GET /busy 1.1
        GET /error 1.1
        GET /unimplemented 1.1
        GET /down 1.1
        GET /behind 1.1
        GET /slow 1.1
        GET /bad gateway 1.1
        GET /ok 9.9
        FOO /ok 1.1
        POST /ok 1.1 | Content-Length: x
        GET /ok 1.1 | X : y
        GET /proxy/file 1.1
        GET /proxy/file 1.0
        GET /proxy/early 1.1
        GET /proxy/upgrade 1.1
        GET /stats 1.1
    """,
    "python": SHARED + """
        GET /old/file.txt 1.1
        GET /folder/../file.txt 1.1
        GET
        GET /file.txt 1.1 | Transfer-Encoding: chunked
        CONNECT example.com:80 1.1
    """,
    "node": SHARED + """
        GET /status/204 1.1
        GET /status/205 1.1
        GET /status/301 1.1
        GET /status/304 1.1
        GET /status/401 1.1
        GET /status/426 1.1
        GET /status/500 1.1
        GET /chunked 1.1
        GET /chunked 1.0
        GET /early 1.1
        GET /continue 1.1 | Expect: 100-continue | Content-Length: 1 || x
        GET /upgrade 1.1 | Connection: Upgrade | Upgrade: websocket
        GET /bad\x00target 1.1
        GET /file.txt 1.1 | Transfer-Encoding: gzip
    """,
}

NGINX = """
daemon off; pid {dir}/nginx.pid; error_log {dir}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off; gzip on; gzip_min_length 1; limit_req_zone $binary_remote_addr zone=one:1m rate=1r/m;
  client_body_temp_path {dir}/t1; proxy_temp_path {dir}/t2; fastcgi_temp_path {dir}/t3; uwsgi_temp_path {dir}/t4; scgi_temp_path {dir}/t5;
  server {{
    listen 127.0.0.1:{port}; root {dir}/www; proxy_read_timeout 1s;
    location /folder/ {{ autoindex on; }}
    location /r301 {{ return 301 /file.txt; }}
    location /r303 {{ return 303 /file.txt; }}
    location /r308 {{ return 308 /file.txt; }}
    location /private {{ auth_basic "x"; auth_basic_user_file {dir}/users; }}
    location /forbidden {{ deny all; }}
    location /gone {{ return 410; }}
    location /busy {{ return 503 "busy"; }}
    location /empty {{ return 204; }}
    location /cached/ {{ alias {dir}/www/; expires 1h; }}
    location /behind {{ proxy_pass http://127.0.0.1:1; }}
    location /proxy/ {{ proxy_pass http://127.0.0.1:{behind}/; proxy_http_version 1.1; }}
    location /slow {{ proxy_pass http://127.0.0.1:{behind}/slow; }}
    location /dav/ {{ dav_methods PUT DELETE MKCOL COPY MOVE; root {dir}/www; }}
    location /small {{ client_max_body_size 10; }}
    location /limited {{ limit_req zone=one; try_files /file.txt =404; }}
  }}
}}
"""

APACHE = """
ServerRoot /usr/lib/apache2
{modules}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {dir}/apache.pid
ErrorLog {dir}/error.log
DocumentRoot {dir}/www
TypesConfig /etc/mime.types
DavLockDB {dir}/DavLock
H2Direct on
Protocols h2c http/1.1
SetOutputFilter DEFLATE
<Directory {dir}/www>
  Options +Indexes +MultiViews
  Require all granted
</Directory>
<Location /private>
  AuthType Basic
  AuthName x
  AuthUserFile {dir}/users
  Require valid-user
</Location>
<Location /forbidden>
  Require all denied
</Location>
<Location /small>
  LimitRequestBody 10
</Location>
<Directory {dir}/www/dav>
  Dav On
</Directory>
Alias /cached {dir}/www
<Location /cached>
  ExpiresActive on
  ExpiresDefault "access plus 1 hour"
</Location>
Redirect permanent /r301 /file.txt
Redirect 308 /r308 /file.txt
Redirect gone /gone
Redirect 500 /error
ProxyPass /behind http://127.0.0.1:1
ProxyPass /proxy http://127.0.0.1:{behind}
"""

HAPROXY = """
defaults
  mode http
  timeout client 2s
  timeout server 1s
  timeout connect 1s
frontend front
  bind 127.0.0.1:{port}
  http-request return status 200 if {{ path /ok }}
  http-request return status 200 content-type text/plain string "ok" if {{ path /text }}
  http-request redirect code 301 location /ok if {{ path /r301 }}
  http-request redirect code 302 location /ok if {{ path /r302 }}
  http-request redirect code 303 location /ok if {{ path /r303 }}
  http-request redirect code 307 location /ok if {{ path /r307 }}
  http-request redirect code 308 prefix http://127.0.0.1 if {{ path /r308 }}
  http-request auth realm x if {{ path /private }}
  http-request deny deny_status 407 if {{ path /proxyauth }}
  http-request deny deny_status 403 if {{ path /forbidden }}
  http-request deny deny_status 404 if {{ path /none }}
  http-request deny deny_status 405 if {{ path /notallowed }}
  http-request deny deny_status 410 if {{ path /gone }}
  http-request deny deny_status 422 if {{ path /content }}
  http-request deny deny_status 425 if {{ path /early }}
  http-request deny deny_status 429 if {{ path /busy }}
  http-request deny deny_status 500 if {{ path /error }}
  http-request deny deny_status 501 if {{ path /unimplemented }}
  use_backend down if {{ path /down }}
  use_backend broken if {{ path /behind }}
  use_backend behind if {{ path_beg /proxy }} or {{ path /slow }}
  stats enable
  stats uri /stats
  default_backend none
backend none
backend down
  server a 127.0.0.1:1
backend broken
  server a 127.0.0.1:{broken}
backend behind
  http-request replace-path /proxy(/.*) \\1
  server a 127.0.0.1:{behind}
"""

NODE = """
const http = require("http"), fs = require("fs");
const server = http.createServer((request, response) => {
  const status = /^\\/status\\/(\\d+)$/.exec(request.url);
  if (status) { response.statusCode = Number(status[1]); response.end(); }
  else if (request.url === "/slow") { }
  else if (request.url === "/chunked") { response.write("a"); response.end("b"); }
  else if (request.url === "/early") { response.writeEarlyHints({ link: "</a.css>; rel=preload" }); response.end("x"); }
  else if (request.url === "/file.txt" || request.url === "/continue" || request.url === "/file") {
    response.setHeader("Content-Type", "text/plain"); response.end("x".repeat(1000));
  }
  else if (request.url === "/upgrade") { response.setHeader("Upgrade", "h2c"); response.end("x"); }
  else { response.statusCode = 404; response.end(); }
});
server.on("upgrade", (request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: x\\r\\n\\r\\n"));
server.listen(Number(process.argv[2]), "127.0.0.1");
"""

PYTHON = """
import http.server, sys
handler = http.server.SimpleHTTPRequestHandler
handler.protocol_version = "HTTP/1.1"
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()
"""

BROKEN = """
import socket, sys
server = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    client, _ = server.accept()
    client.recv(999)
    client.sendall(b"no http at all\\r\\n\\r\\n")
    client.close()
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionError:
            time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


def make_files(directory):
    www = directory / "www"
    for folder in ("folder", "dav"):
        (www / folder).mkdir(parents=True)
    (www / "file.txt").write_text("x" * 1000)
    (www / "page.html").write_text("<p>x</p>" * 100)
    (www / "negotiated.txt").write_text("x")
    (www / "negotiated.html").write_text("<p>x</p>")
    (directory / "users").write_text("")
    for path in [directory, *directory.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    return www


def start(server, directory, port):
    """Starts a server and what stands behind it; gives back their processes."""
    www = make_files(directory)
    behind, broken = free_port(), free_port()
    (directory / "server.js").write_text(NODE)
    names = {"dir": directory, "port": port, "behind": behind, "broken": broken}
    processes = []

    def run(*command, **options):
        processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options))

    if server in ("nginx", "apache", "haproxy"):
        run("node", directory / "server.js", str(behind))
        run(sys.executable, "-c", BROKEN, str(broken))
        wait_for(behind)
        wait_for(broken)
    if server == "nginx":
        (directory / "nginx.conf").write_text(NGINX.format(**names))
        run("nginx", "-c", directory / "nginx.conf")
    elif server == "apache":
        modules = ("mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user mime negotiation autoindex dir alias "
                   "deflate filter dav dav_fs dav_lock proxy proxy_http expires http2")  # fmt: skip
        lines = "\n".join(f"LoadModule {name}_module modules/mod_{name}.so" for name in modules.split())
        (directory / "apache.conf").write_text(APACHE.format(modules=lines, **names))
        run("apache2", "-X", "-f", directory / "apache.conf", "-C", "User www-data", "-C", "Group www-data")
    elif server == "haproxy":
        (directory / "haproxy.cfg").write_text(HAPROXY.format(**names))
        run("haproxy", "-db", "-f", directory / "haproxy.cfg")
    elif server == "python":
        run(sys.executable, "-c", PYTHON, str(port), cwd=www)
    else:
        run("node", directory / "server.js", str(port))
    wait_for(port)
    return processes


def request_of(situation):
    """(method, version, fields, bytes to send) of a situation."""
    head, _, content = situation.partition(" || ")
    line, *fields = head.split(" | ")
    words = line.rsplit(" ", 1) if " " in line else [line]
    method = line.split(" ")[0]
    if len(words) == 1:
        return method, None, [], f"{line}\r\n\r\n".encode()
    target = words[0].split(" ", 1)[1]
    fields = ["Host: localhost", *fields, "Connection: close"] if not any(f.startswith("Connection") for f in fields) else ["Host: localhost", *fields]
    text = f"{method} {target} HTTP/{words[1]}\r\n" + "".join(f"{field}\r\n" for field in fields) + f"\r\n{content}"
    return method, words[1] if words[1] in ("1.0", "1.1") else None, fields, text.encode("latin-1")


def ask(port, data):
    """What comes back until the connection is closed, or for six seconds."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=6) as connection:
        try:
            connection.sendall(data)
            while b"\r\n\r\n" not in received or received.startswith(b"HTTP/1.1 1"):
                part = connection.recv(65536)
                if not part:
                    break
                received += part
        except (TimeoutError, ConnectionError):
            pass
    return received


def heads_of(received):
    """The heads at the start of what was received, as (version, status, lines): interim ones and the final one."""
    while match := re.match(rb"HTTP/(1\.[01]) (\d+)[^\r\n]*\r?\n((?:[^\r\n]+\r?\n)*)\r?\n", received):
        lines = [line.decode("latin-1") for line in match[3].splitlines()]
        yield match[1].decode(), int(match[2]), lines
        if not 100 <= int(match[2]) < 200 or int(match[2]) == 101:
            return
        received = received[match.end() :]


def escape(text):
    text = re.sub(r"(x{40})x+", r"\1", text.replace("\\", "\\\\"))
    return "".join(c if " " <= c <= "~" else f"\\x{ord(c):02x}" for c in text)


def lint_of(method, version, fields, head):
    pairs = [(name, value.strip()) for name, _, value in (field.partition(":") for field in head[2])]
    request = [(name, value.strip()) for name, _, value in (field.partition(":") for field in fields)]
    found = httpstatus.lint(head[1], pairs, method, head[0], version, request)
    return ", ".join(dict.fromkeys(finding.rule for finding in found)) or "nothing"


def capture(server):
    port = free_port()
    with tempfile.TemporaryDirectory() as directory:
        os.chmod(directory, 0o755)
        processes = start(server, Path(directory), port)
        try:
            for situation in filter(None, map(str.strip, SITUATIONS[server].strip().splitlines())):
                method, version, fields, data = request_of(situation)
                for head in heads_of(ask(port, data)):
                    told = f"{escape(method)} {version or ''}".strip() + " {" + escape(" | ".join(fields)) + "}"
                    response = escape(" | ".join([f"{head[0]} {head[1]}", *head[2]]))
                    yield f"= {lint_of(method, version, fields, head)}: {told} -> {response}"
        finally:
            for process in processes:
                process.terminate()
                process.wait()


def main():
    kept = re.split(r"^# (\w+)\n", DATA.read_text(), flags=re.MULTILINE) if DATA.exists() else [""]
    captured = dict(zip(kept[1::2], kept[2::2]))
    for server in sys.argv[1:]:
        captured[server] = "\n".join(capture(server)) + "\n\n"
    intro = kept[0] or (
        "# What servers sent on loopback, taken by tests/capture_heads.py, with the rules that fire on it; see lint.txt for the\n"
        "# form. The request is known, and so is everything else.\n\n"
    )
    DATA.write_text(intro + "".join(f"# {server}\n{text}" for server, text in captured.items()).rstrip("\n") + "\n")


main()
