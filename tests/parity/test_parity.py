"""C, Python and Lua give the same bytes."""

import os
import runpy
import subprocess
import sys

import pytest

import httpstatus


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
    assert outputs["c"].count(b'{"code": ') == len(httpstatus.entries())


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
