"""The command: what it prints, where, and with which exit status, as people and scripts meet it."""

import csv
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import httpstatus
from httpstatus import explain

COMMAND = str(Path(sys.executable).with_name("httpstatus"))


def run(*arguments, input="", **variables):
    return subprocess.run([COMMAND, *arguments], input=input, capture_output=True, text=True, env={**os.environ, **variables})


def out(*arguments, status=0, **options):
    result = run(*arguments, **options)
    assert (result.returncode, result.stderr) == (status, ""), result
    return result.stdout


def on_terminal(*arguments, columns=80, timeout=20, stdin=None, **variables):
    """What is written to a terminal, which is standard input too if that is not told."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **variables}
    process = subprocess.Popen([COMMAND, *arguments], stdin=stdin or slave, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    written = b""
    while select.select([master], [], [], timeout)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(master)
    process.wait(timeout)
    return written.decode().replace("\r\n", "\n")


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


# explain


def test_a_code():
    assert out("404") == out("explain", "404") == explain(404)
    assert out("404", "--full") == explain(404, full=True)
    assert out("404", "--markdown", "--role", "client", "--method", "HEAD") == explain(404, format="markdown", role="client", method="HEAD")
    assert out("499", "--vendor", "arcgis", "--width", "50") == explain(499, vendor="arcgis", width=50)
    assert out("503", "--json") == explain(503, format="json")


def test_several_codes():
    assert out("404", "410") == explain(404) + "\n" + explain(410)
    assert [json.loads(line)["code"] for line in out("404", "410", "--json").splitlines()] == [404, 410]


def test_words():
    assert out("payload", "too", "large") == out("payload too large") == explain(413)
    assert out("HTTP/1.1 503 Service Unavailable") == explain(503)
    assert out("000") == explain("000") and out("--", "-1") == out("-1") == explain("-1")
    assert out("teapot").startswith("418 I'm a Teapot")
    found = run("gateway")
    assert found.returncode == 0 and "nothing is called" in found.stderr and "\n502  Bad Gateway" in "\n" + found.stdout


def test_a_class():
    lines = out("4xx").splitlines()
    assert lines[0].startswith("400  Bad Request") and all(line.startswith("4") for line in lines)
    assert out("4XX", "--vendor", "iana").splitlines()[-1].startswith("451")


def test_unknown_and_wrong():
    assert out("299", status=1) == explain(299)
    assert out("700", status=1) == explain(700)
    assert run("qqqqqq").returncode == 1 and "no status has this name" in run("qqqqqq").stderr
    assert run("40404x").returncode == 1
    for arguments in (["404", "--vendor", "nobody"], ["404", "--width", "3"], ["404", "--role", "x"], ["404", "--no-such"],
                      ["compare", "404"], ["compare", "404", "zzzz"], ["list", "--vendor", "x"], ["classify", "x"]):  # fmt: skip
        result = run(*arguments)
        assert result.returncode == 2 and result.stderr and result.stdout == "", arguments
    nothing = run()
    assert nothing.returncode == 2 and "examples:" in nothing.stderr


def test_standard_input():
    assert out("explain", input="404\n410\r\n") == out("404", "410")
    assert out("parse", input="HTTP/2 503\n-\n") == "503\tstatus_line\t\n0\tno_status\t\n"
    assert out("classify", input="204\n") == "204\tsuccess\t204 No Content\n"


def test_the_module_is_the_command():
    module = [sys.executable, "-m", "httpstatus"]
    for arguments in (["404"], ["compare", "401", "403"], ["--help"], ["list", "5xx", "--json"]):
        assert subprocess.run([*module, *arguments], capture_output=True, text=True).stdout == run(*arguments).stdout


# The others


def test_list():
    assert len(out("list").splitlines()) == len(httpstatus.entries())
    assert [line[:3] for line in out("list", "1xx", "404", "--vendor", "iana").splitlines()] == ["100", "101", "102", "103", "104", "404"]
    rows = list(csv.DictReader(out("list", "--vendor", "nginx", "--csv").splitlines()))
    assert [int(row["code"]) for row in rows] == [row.code for row in httpstatus.entries("nginx")]
    entries = json.loads(out("list", "999", "--json"))["entries"]
    assert [entry["vendor"] for entry in entries] == [row.vendor for row in httpstatus.Status(999).entries]
    assert out("list", "404", "--markdown").splitlines()[2].startswith("| 404 | Not Found | iana |")
    assert out("list", "299", status=1) == ""


def test_search():
    assert out("search", "gateway", "timeout").startswith("504  Gateway Timeout")
    assert json.loads(out("search", "teapot", "--json"))["entries"][0]["code"] == 418
    assert out("search", "qqqqqq", status=1) == ""


def test_compare():
    assert out("compare", "401", "403") == httpstatus.compare(401, 403)
    assert out("compare", "not_found", "gone", "--markdown") == httpstatus.compare(404, 410, format="markdown")
    assert json.loads(out("compare", "401", "299", "--json", status=1))["schema"] == 1


def test_classify():
    assert out("classify", "299", "-1", "700", status=1).splitlines() == [
        "299\tsuccess\t299 (unassigned 2xx)", "-1\tinvalid\t-1 (invalid)", "700\tinvalid\t700 (invalid)",
    ]  # fmt: skip
    told = json.loads(out("classify", "404", "--json"))["statuses"][0]
    assert told["category"] == "client_error" and told["effective"] == 404 and told["registered"] is True


def test_parse():
    told = json.loads(out("parse", "404 Nope", "x y", "--json", status=1))
    assert told["schema"] == 1 and told["parsed"][0]["phrase"] == "Nope" and told["parsed"][1]["position"] == 0
    result = run("parse", "404", "4044")
    assert result.returncode == 1 and result.stdout == "404\tcode\t\n" and "three digits" in result.stderr


def test_dump(root):
    assert out("dump") == (root / "core/export/httpstatus.json").read_text()
    assert out("dump", "--csv") == (root / "core/export/httpstatus.csv").read_text()
    assert len(out("dump", "--markdown").splitlines()) == len(httpstatus.entries()) + 2


def test_version_and_help():
    assert out("--version").startswith(f"httpstatus {httpstatus.__version__}, ")
    for command in ("explain", "list", "search", "compare", "classify", "parse", "dump", "completion"):
        assert "examples:" in out(command, "--help") or command == "completion"


# Pipes and terminals


def test_a_reader_who_has_seen_enough():
    process = subprocess.Popen([COMMAND, "dump"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait() == 0


def test_a_full_disk():
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full")
    with open("/dev/full", "w") as full:
        for arguments in (["404"], ["dump"]):
            result = subprocess.run([COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True)
            assert result.returncode != 0 and "No space left" in result.stderr and "Traceback" not in result.stderr


def test_no_colour_in_pipes():
    for arguments in (["404"], ["4xx"], ["404", "--full"], ["search", "gateway"]):
        assert "\x1b" not in run(*arguments).stdout


def test_colour_on_a_terminal():
    pytest.importorskip("rich")
    for columns in (40, 80, 200):
        for arguments in (["404", "--full"], ["499"], ["4xx"], ["compare", "401", "403"]):
            text = on_terminal(*arguments, columns=columns)
            assert "\x1b[" in text
            # An address is not broken.
            assert max(len(line) for line in plain(text).splitlines() if "https://" not in line) <= columns
    assert plain(on_terminal("404", columns=80)) == explain(404)
    assert plain(on_terminal("404", "--json")) == explain(404, format="json")


def test_terminals_that_want_no_colour():
    text = on_terminal("404", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", text) and plain(text) == explain(404)
    assert on_terminal("404", TERM="dumb") == explain(404)


def test_progress(tmp_path):
    log = tmp_path / "log"
    log.write_bytes(b'"GET / HTTP/1.1" 200 5\n' * 1_500_000)
    for options in ([], ["--threads", "2"], ["--mmap"], ["--by", "day"]):
        text = on_terminal("tally", log, *options)
        assert re.search(rf"\r{re.escape(str(log))}: \d+ %, [\d,]+ MB/s\x1b\[K", text) and "\r\x1b[K" in text
    with open(log, "rb") as file:
        assert re.search(r"\rstandard input: \d+ %, [\d,]+ MB/s\x1b\[K", on_terminal("tally", "-", stdin=file))
    with subprocess.Popen(["cat", log], stdout=subprocess.PIPE) as cat:
        assert re.search(r"\rstandard input: \d+ MB, [\d,]+ MB/s\x1b\[K", on_terminal("tally", "-", stdin=cat.stdout))
    log.write_bytes(b'"GET / HTTP/1.1" 200 5\n')
    assert "MB/s" not in on_terminal("tally", log)


def test_without_rich(tmp_path):
    (tmp_path / "rich").mkdir()
    (tmp_path / "rich/__init__.py").write_text("raise ImportError('not here')")
    assert on_terminal("404", PYTHONPATH=str(tmp_path)) == explain(404)
    lines = on_terminal("4xx", PYTHONPATH=str(tmp_path), columns=60).splitlines()
    assert lines[0].startswith("400  Bad Request") and max(map(len, lines)) <= 60


def test_rich_is_not_imported_for_a_pipe():
    program = "import sys; sys.argv = ['httpstatus', *sys.argv[1:]]; from httpstatus.__main__ import main; main(); print(*sys.modules)"
    for arguments in (["404"], ["404", "--full"], ["4xx"]):
        printed = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True).stdout
        modules = set(printed.splitlines()[-1].split())
        assert "httpstatus" in modules and "rich" not in modules
        if arguments == ["404"]:
            assert not modules & {"argparse", "json", "csv", "subprocess"}


# Completion


def completed(*words):
    return [line.split("\t")[0] for line in out("--complete", *words).splitlines()]


def test_completion():
    assert {"explain", "list", "compare", "404"} <= set(completed(""))
    assert completed("exp") == ["explain"]
    assert completed("explain", "--ro") == ["--role"] and completed("404", "--vendor", "ngi") == ["nginx"]
    assert completed("list", "--c") == ["--csv"] and completed("completion", "") == ["bash", "zsh", "fish"]
    assert completed("compare", "41") == [str(code) for code in sorted({row.code for row in httpstatus.entries()} & set(range(410, 420)))]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_in_the_shell(shell, tmp_path):
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell}")
    path = f"{Path(COMMAND).parent}:{os.environ['PATH']}"
    script = tmp_path / "completion"
    script.write_text(out("completion", shell))
    ask = {
        "bash": f". {script}; COMP_WORDS=(httpstatus 404 --ven); COMP_CWORD=2; _httpstatus httpstatus --ven 404; echo ${{COMPREPLY[*]}}",
        # The function of zsh that shows completions is stood in for by one that prints them.
        "zsh": f"compdef() {{ }}; _describe() {{ print -l -- ${{(P)2}} }}; . {script}; words=(httpstatus 404 --ven); CURRENT=3; _httpstatus",
        "fish": f"source {script}; complete -C 'httpstatus 404 --ven'",
    }[shell]
    result = subprocess.run([shell, "-c", ask], capture_output=True, text=True, env={**os.environ, "PATH": path, "HOME": str(tmp_path)})
    assert result.stdout.replace("\t", ":").startswith("--vendor"), result


# The manual


def test_the_manual_is_what_the_generator_writes(root):
    script = root / "bindings/make_man.py"
    written = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout
    assert (root / "bindings/python/httpstatus.1").read_text() == written
    assert (Path(sys.prefix) / "share/man/man1/httpstatus.1").read_text() == written


def test_the_manual_is_well_formed(root):
    if not shutil.which("man"):
        pytest.skip("there is no man")
    page = root / "bindings/python/httpstatus.1"
    # A sanitizer that is loaded before Python is none of man's business.
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    command = ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0 and result.stderr == ""
