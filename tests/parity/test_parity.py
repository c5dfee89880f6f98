"""C, Python and Lua give the same bytes."""

import os
import re
import runpy
import subprocess
import sys

import pytest

import httpstatus
import lint_heads


@pytest.fixture(scope="module")
def faces(build, root):
    """Runs an example program in each language and gives back what the three printed."""
    lua = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}

    def run(program, *arguments):
        commands = {
            "c": ([build / "examples/c" / program], os.environ),
            "python": ([sys.executable, root / f"examples/python/{program}.py"], os.environ),
            "lua": (["lua5.4", root / f"examples/lua/{program}.lua"], lua),
        }
        return {
            face: subprocess.run([*command, *arguments], env=env, capture_output=True, check=True).stdout
            for face, (command, env) in commands.items()
        }

    return run


def assert_same(outputs):
    assert outputs["c"] and outputs["c"] == outputs["python"] == outputs["lua"]


def test_the_whole_table(faces):
    outputs = faces("dump")
    assert_same(outputs)
    assert outputs["c"].count(b'\n{"code": ') == len(httpstatus.entries())


def test_labels_and_sources(faces):
    assert_same(faces("show", *map(str, range(-10, 1011)), "70000", "2147483646"))


LOG = rb"""192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 512 "-" "a"
192.0.2.1 - some user [24/Nov/2026:10:00:00 +0000] "GET /a b HTTP/1.1" 404 512 "-" "a"
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET /?\"200 500\" HTTP/1.1" 302 512 "-" "a"
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "-" 408 0 "-" "\" 500 1"
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "" 400 0
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" - 0 "-" "a"
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 000 0 "-" "a"
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 499
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 2000 0
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 4x4 0
192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] "GET / cut sho
no quote at all
"a" 999 1

"b" 200"""


def test_triage(faces, tmp_path):
    log = tmp_path / "access.log"
    log.write_bytes(LOG)
    outputs = faces("triage", log)
    assert_same(outputs)
    counted = outputs["c"].decode().splitlines()
    assert counted[0] == "        2  200 OK"
    assert counted[-1] == "       15  lines (combined), 2 without a status, 0 recovered, 4 not understood, 1 blank"
    assert "        1  499 Client Closed Request (nginx)" in counted


def test_triage_of_a_crlf_log(faces, tmp_path):
    log = tmp_path / "access.log"
    log.write_bytes(LOG.replace(b"\n", b"\r\n"))
    outputs = faces("triage", log)
    assert_same(outputs)
    assert b" 2 without a status, 0 recovered, 4 not understood, 1 blank" in outputs["c"]


@pytest.mark.parametrize("kind", ["combined", "json"])
def test_triage_of_a_log_with_a_known_truth(faces, root, tmp_path, kind):
    log = tmp_path / "made.log"
    truth = runpy.run_path(str(root / "tests/bench/make_log.py"))["make"](log, kind, 400_000)
    outputs = faces("triage", log)
    assert_same(outputs)
    lines = outputs["c"].decode().splitlines()
    counted = {int(line.split()[1]): int(line.split()[0]) for line in lines if line.split()[1].isdigit()}
    assert counted == {int(code): n for code, n in truth["counts"].items()}
    assert lines[-1] == (
        f"{truth['lines']:9}  lines ({kind}), {truth['no_status']} without a status, {truth['recovered']} recovered, "
        f"{truth['unparsed']} not understood, {truth['blank']} blank"
    )


@pytest.mark.parametrize("name", ["nowhere.log", "utf16.log", "."])
def test_triage_of_what_is_no_log(build, root, tmp_path, name):
    (tmp_path / "utf16.log").write_bytes("text".encode("utf-16"))
    lua = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    commands = ([build / "examples/c/triage"], [sys.executable, root / "examples/python/triage.py"], ["lua5.4", root / "examples/lua/triage.lua"])
    for command in commands:
        result = subprocess.run([*command, tmp_path / name], env=lua, capture_output=True, text=True)
        assert result.returncode == 2 and result.stdout == "" and result.stderr.count("\n") == 1


CODES = [str(code) for code in range(100, 1000)]
MARKERS = sorted({text for marker in httpstatus.markers() for text in marker.texts} - set(CODES))


def explainable(texts):
    for text in texts:
        try:
            httpstatus.explain(text)
        except ValueError:
            continue
        yield text


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
@pytest.mark.parametrize("options", [
    [], ["--full"], ["--role", "client"], ["--full", "--role", "server"], ["--method", "POST"], ["--full", "--method", "HEAD"],
    ["--width", "20"], ["--full", "--width", "200", "--method", "nonsense \xe9"],
], ids=" ".join)  # fmt: skip
def test_explanations_of_every_code(faces, format, options):
    outputs = faces("explain", "--format", format, *options, *CODES, *explainable(MARKERS))
    assert_same(outputs)
    assert len(outputs["c"].splitlines()) > 900


@pytest.mark.parametrize("vendor", httpstatus.vendors())
def test_explanations_of_every_row(faces, vendor):
    codes = [str(row.code) for row in httpstatus.entries(vendor)]
    for format in ("text", "markdown", "json"):
        assert_same(faces("explain", "--full", "--vendor", vendor, "--format", format, *codes))


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_comparisons(faces, format):
    codes = [str(row.code) for row in httpstatus.entries("iana")]
    pairs = [code for pair in zip(codes, codes[1:]) for code in pair]
    pairs += ["401", "403", "301", "308", "302", "303", "302", "307", "400", "422", "404", "410", "409", "412", "412", "428", "413", "431"]
    pairs += ["500", "502", "503", "504", "499", "299", "999", "404", "404", "404"]
    for options in ([], ["--role", "client"], ["--role", "server", "--width", "60"], ["--vendor", "nginx"]):
        assert_same(faces("explain", "--compare", "--format", format, *options, *pairs))


def test_the_lua_types_are_what_the_generator_writes(build, root):
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    written = subprocess.run(
        ["lua5.4", root / "bindings/lua/make_types.lua"], env=env, capture_output=True, check=True
    ).stdout
    assert (root / "bindings/lua/types/httpstatus.lua").read_bytes() == written


TEXTS = ["404", "404 Not Found", "HTTP/1.1 503 x", "payload too large", "-", "", "4040", "2xx", "NOT_FUOND", "HTTP/1.1", "404 a\tb",
         "http", "teapots", "gatway timeout", "\x7f", "404\x00", "to many requests", "x" * 100]  # fmt: skip

PARSE_IN_LUA = r"""
local httpstatus = require "httpstatus"
for text in io.read("*a"):gmatch("([^\30]+)\30") do
  text = text:sub(2)
  local parsed, message, position = httpstatus.parse(text)
  if parsed then
    print(parsed.code, parsed.kind, parsed.version, parsed.phrase)
  else
    print(message, position - 1)
  end
  for _, entry in ipairs(httpstatus.search(text)) do
    print(entry.code, entry.vendor)
  end
end
"""


def test_parse_and_search(build):
    lines = []
    for text in TEXTS:
        try:
            parsed = httpstatus.parse(text)
            lines.append("\t".join(str(part or "nil") if part != 0 else "0" for part in (
                parsed.code, parsed.kind, parsed.version, parsed.phrase)))  # fmt: skip
        except ValueError as error:
            lines.append(f"{error}\t{error.position}")
        lines += [f"{row.code}\t{row.vendor}" for row in httpstatus.search(text)]
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    text = "".join(f">{text}\x1e" for text in TEXTS)
    lua = subprocess.run(["lua5.4", "-e", PARSE_IN_LUA], input=text, capture_output=True, env=env, check=True, text=True)
    assert lua.stdout.splitlines() == lines


DATES = [
    "Sun, 01 Nov 2026 10:02:00 GMT", "Sunday, 01-Nov-26 10:02:00 GMT", "Sun Nov  1 10:02:00 2026", "Monday, 02-Nov-76 10:00:00 GMT",
    "Thu, 31 Dec 2026 23:59:60 GMT", "sun, 01 nov 2026 10:02:00 gmt", "Sun, 31 Nov 2026 10:02:00 GMT", "Fri, 31 Dec 9999 23:59:60 GMT",
    "Mon, 01 Jan 0001 00:00:00 GMT", "Mon, 01 Jan 0000 00:00:00 GMT", "", " 120 ", "007", "99999999999999999999", "120.5", "120\n",
    "2026-11-01T10:02:00Z", "\x7f", "Sunday, 29-Feb-26 10:02:00 GMT", "x" * 100,
]  # fmt: skip

DATES_IN_LUA = r"""
local httpstatus = require "httpstatus"
for text in io.read("*a"):gmatch("([^\30]+)\30") do
  text = text:sub(2)
  for _, now in ipairs { false, 1793527200, 1793527200.9, 0, -1e12, 1e18 } do
    for _, ignore_case in ipairs { false, true } do
      local seconds, message, position = httpstatus.parse_http_date(text, { now = now or nil, ignore_case = ignore_case })
      print(seconds or message, position and position - 1)
    end
    for _, options in ipairs { { now = now or nil }, { date = now or nil }, { now = 1793527200, date = now or nil } } do
      local result = httpstatus.parse_retry_after(text, options)
      print(result.form, result.seconds)
    end
  end
end
"""


def test_dates(build):
    lines = []
    for text in DATES:
        for now in (None, 1793527200, 1793527200.9, 0, -1e12, 1e18):
            for ignore_case in (False, True):
                try:
                    lines.append(f"{httpstatus.parse_http_date(text, now, ignore_case)}\tnil")
                except ValueError as error:
                    lines.append(f"{error}\t{error.position}")
            for options in ({"now": now}, {"date": now}, {"now": 1793527200, "date": now}):
                form, seconds = httpstatus.parse_retry_after(text, **options)
                lines.append(f"{form}\t{'nil' if seconds is None else seconds}")
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    text = "".join(f">{text}\x1e" for text in DATES)
    lua = subprocess.run(["lua5.4", "-e", DATES_IN_LUA], input=text, capture_output=True, env=env, check=True, text=True)
    assert lua.stdout.splitlines() == lines


def test_checks(faces, tmp_path):
    """Every example of the lint, and every head of a real server, that can be told in lines."""
    heads = [
        b"HTTP/%s %d\r\n" % ((example.options["version"] or "1.1").encode(), example.status)
        + b"".join(b"%s: %s\r\n" % field for field in example.fields)
        for path in ("lint.txt", "servers.txt")
        for example in lint_heads.examples(lint_heads.DATA / path)
        if 100 <= example.status <= 999 and not re.search(rb"[\r\n\0]", b"".join(map(b"".join, example.fields)))
    ]
    file = tmp_path / "heads"
    file.write_bytes(b"\r\n".join(heads))
    outputs = faces("check", file)
    assert_same(outputs)
    assert len(heads) > 700 and outputs["c"].count(b" [RFC ") > 500 and b"not a status line" not in outputs["c"]


SETS = [
    "404", "2xx,301-308,!305,@retryable,@vendor:nginx", "!404", "!0-999", "0-999", "@error", "@known", "@registered", "@retryable", "@null_body",
    "@informational,@success,@redirection,@client_error,@server_error,@invalid", "!@invalid , !\t5XX", "042,7,0xx", "", " ", ",", "404,",
    "404,,500", "308-301", "1000", "4x", "4xx-5xx", "@nobody", "!@vendor:nobody", "404 500", "x\x7fy", "@vendor:", "404," * 30 + "x",
    *(f"@vendor:{vendor}" for vendor in httpstatus.vendors()),
]  # fmt: skip
KEYS = ["404", "4XX", "4xx", "042", "default", "", "Default", "4x", "1000", "404,", "-1", "x" * 50]

SETS_IN_LUA = r"""
local httpstatus = require "httpstatus"
local kind
for text in io.read("*a"):gmatch("([^\30]+)\30") do
  kind, text = text:sub(1, 1), text:sub(2)
  if kind == "s" then
    local set, message, position = httpstatus.status_set(text)
    print(set or message, set and -set or position - 1)
    if set then
      print(set + httpstatus.status_set("4xx"), set * httpstatus.status_set("400-599"), set - httpstatus.status_set("!404"))
    end
  else
    local map, message, position = httpstatus.status_map { [text] = "key", ["5XX"] = "family" }
    if map then
      for _, code in ipairs { 404, 405, 500, 42, 1000, -1 } do
        print(map[code])
      end
    else
      print(message, position - 1)
    end
  end
end
"""


def test_sets_and_maps(build):
    lines = []
    for text in SETS:
        try:
            made = httpstatus.StatusSet(text)
        except ValueError as error:
            lines.append(f"{error}\t{error.position}")
        else:
            errors, others = httpstatus.StatusSet("400-599"), httpstatus.StatusSet("!404")
            lines += [f"{made}\t{~made}", f"{made | httpstatus.StatusSet('4xx')}\t{made & errors}\t{made - others}"]
    for text in KEYS:
        try:
            values = httpstatus.StatusMap({text: "key", "5XX": "family"})
        except ValueError as error:
            lines.append(f"{error}\t{error.position}")
        else:
            lines += [values.get(code, "nil") for code in (404, 405, 500, 42, 1000, -1)]
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    text = "".join([f"s{text}\x1e" for text in SETS] + [f"m{text}\x1e" for text in KEYS])
    lua = subprocess.run(["lua5.4", "-e", SETS_IN_LUA], input=text, capture_output=True, env=env, check=True, text=True)
    assert lua.stdout.splitlines() == lines


ADDED = [  # code, name, phrase, vendor, summary
    (299, "SO_SO", "So So", "acme", "It went so so."), (404, "NOT_HERE", None, "acme", None), (499, "OURS", "Ours", "acme", "Ours."),
    (0, "ZERO", None, "zero-1", None), (999, "LAST", "Last", "zero-1", None),
]  # fmt: skip

ADD_IN_LUA = """
local httpstatus = require "httpstatus"
%s
for code in ("0 299 404 499 999"):gmatch("%%d+") do
  io.write(httpstatus.explain(code + 0, { full = true }), httpstatus.explain(code + 0, { format = "json" }))
end
print(table.concat(httpstatus.vendors(), " "))
"""

ADD_IN_PYTHON = """
import httpstatus
for row in {!r}:
    httpstatus.register(*row)
for code in (0, 299, 404, 499, 999):
    print(httpstatus.explain(code, full=True), httpstatus.explain(code, format="json"), sep="", end="")
print(*httpstatus.vendors())
"""


def test_added_rows(build):
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}

    def in_lua(value):
        return "nil" if value is None else str(value) if isinstance(value, int) else f'"{value}"'

    calls = "\n".join(
        f"assert(httpstatus.register({', '.join(map(in_lua, row[:4]))}, {{ summary = {in_lua(row[4])} }}))" for row in ADDED
    )  # fmt: skip
    lua = subprocess.run(["lua5.4", "-e", ADD_IN_LUA % calls], env=env, capture_output=True, check=True).stdout
    python = subprocess.run([sys.executable, "-c", ADD_IN_PYTHON.format(ADDED)], capture_output=True, check=True).stdout
    assert lua == python
    assert lua.count(b"added by the running program") >= 2 and lua.endswith(b" acme zero-1\n")


TABLES_IN_LUA = """
local httpstatus = require "httpstatus"
for code = -10, 1010 do
  local types = {}
  for i, row in ipairs(httpstatus.proxy_status_types(code)) do types[i] = row.type end
  print(code, httpstatus.http_to_grpc(code), httpstatus.grpc_to_http(code) or "-", table.concat(types, " "), httpstatus.problem(code).title)
end
for _, row in ipairs(httpstatus.proxy_status_types()) do
  print(row.type, row.status, row.description, table.concat(row.parameters, " "), row.only_generated, row.section)
end
"""


def test_the_tables_of_the_neighbours(build):
    lines = []
    for code in range(-10, 1011):
        http = httpstatus.grpc_to_http(code) if 0 <= code <= 16 else "-"
        types = " ".join(row.type for row in httpstatus.proxy_status_types(code))
        lines.append(f"{code}\t{httpstatus.http_to_grpc(code)}\t{http}\t{types}\t{httpstatus.problem(code)['title']}")
    for row in httpstatus.proxy_status_types():
        generated = str(row.only_generated).lower()
        lines.append(f"{row.type}\t{row.status}\t{row.description}\t{' '.join(row.parameters)}\t{generated}\t{row.section}")
    env = {**os.environ, "LUA_CPATH": f"{build}/bindings/lua/?.so"}
    lua = subprocess.run(["lua5.4", "-e", TABLES_IN_LUA], env=env, capture_output=True, check=True, text=True)
    assert lua.stdout.splitlines() == lines
