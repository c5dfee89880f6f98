"""The commands that decide, lint and tally: what they print, and with which exit status."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import httpstatus
from httpstatus._heads import read_heads

COMMAND = str(Path(sys.executable).with_name("httpstatus"))


def run(*arguments, input=b""):
    return subprocess.run([COMMAND, *map(str, arguments)], input=input, capture_output=True)


def out(*arguments, status=0, **options):
    result = run(*arguments, **options)
    assert (result.returncode, result.stderr) == (status, b""), result
    return result.stdout.decode()


def told(*arguments, **options):
    value = json.loads(out(*arguments, "--json", **options))
    assert value.pop("schema") == 1
    return value


def refused(*arguments, **options):
    result = run(*arguments, **options)
    assert result.returncode == 2 and result.stdout == b"" and b"Traceback" not in result.stderr, result
    return result.stderr.decode()


# retry, redirect, cache, set


def test_retry():
    assert out("retry", "503", "GET", "--retry-after", "120") == httpstatus.retry(503, "GET", retry_after="120").reason + "\n"
    assert out("retry", "503", "POST", status=1) == httpstatus.retry(503, "POST").reason + "\n"
    assert told("retry", "429", "GET", "--header", "Retry-After: 7")["delay"] == 7
    assert out("retry", "503", "POST", "--policy", "curl") and out("retry", "404", "GET", "--policy", "404,5xx")
    assert told("retry", "503", "GET", "--max-retries", "1", "--retries-made", "1", status=1)["verdict"] == "no"
    assert out("retry", "526", "GET", "--vendor", "cloudflare", status=1)
    assert "rfc\n" in out("retry", "--policies") and told("retry", "--policies")["policies"][0]["name"] == "rfc"
    for arguments in ((), ("nonsense",), ("503", "GET", "--policy", "x"), ("503", "GET", "--vendor", "x"), ("503", "--header", "x")):
        assert refused("retry", *arguments)


def test_redirect():
    assert out("redirect", "301", "POST") == httpstatus.redirect(301, "POST").reason + "\n"
    assert told("redirect", "308", "POST", "--location", "/a")["keep_content"] is True
    assert out("redirect", "301", "GET", "--no-location", status=1)
    assert out("redirect", "300", "GET", status=1)


def test_cache():
    assert out("cache", "404").startswith("404: yes\n")
    assert told("cache", "200", "--header", "Cache-Control: max-age=60")["seconds"] == 60
    assert told("cache", "200", "GET", "--header", "Cache-Control: private", "--shared", status=1)["storable"] == "no"


def test_set():
    assert out("set", "2xx,301-308,!305") == f"{httpstatus.StatusSet('2xx,301-308,!305')}\n"
    assert out("set", "@error", "404", "200", status=1) == "404\tyes\n200\tno\n"
    assert out("set", "404,410", "--list") == "404\n410\n"
    assert out("set", "404,!404", "--list") == ""
    assert told("set", "4xx", "404")["contains"] == {"404": True}
    assert "position" in refused("set", "4xx,,5xx")


# lint

BAD = b"HTTP/1.1 405 Method Not Allowed\r\nDate: Sun, 01 Nov 2026 10:00:00 GMT\r\nContent-Length: 5\r\n\r\nhello"
GOOD = b"HTTP/1.1 200 OK\r\nDate: Sun, 01 Nov 2026 10:00:00 GMT\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
VERBOSE = b"""* Connected to localhost
> HEAD / HTTP/1.1\r
> Host: localhost\r
> Accept: */*\r
> \r
< HTTP/1.1 301 Moved Permanently\r
< Location: /a\r
< Date: Sun, 01 Nov 2026 10:00:00 GMT\r
< \r
* Ignoring the response-body
> HEAD /a HTTP/1.1\r
> Host: localhost\r
> \r
< HTTP/1.1 200 OK\r
< Date: Sun, 01 Nov 2026 10:00:00 GMT\r
< Content-Type: text/html\r
< \r
"""


def test_heads():
    heads = list(read_heads(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + BAD + GOOD + b"content\nHTTP/2 204 \n\n"))
    assert [head.code for head in heads] == [103, 405, 200, 204]
    assert [head.version for head in heads] == ["1.1", "1.1", "1.1", "2"]
    assert heads[1].fields == [(b"Date", b"Sun, 01 Nov 2026 10:00:00 GMT"), (b"Content-Length", b"5")]
    first, second = read_heads(VERBOSE)
    assert (first.method, first.request_version, first.request_fields[0]) == ("HEAD", "1.1", (b"Host", b"localhost"))
    assert second.code == 200 and second.fields[-1] == (b"Content-Type", b"text/html")
    [folded] = read_heads(b"HTTP/1.1 200 OK\nX: a\n  b\nno colon\n")
    assert folded.fields == [(b"X", b"a\r\n  b"), (b"no colon", b"")]
    assert list(read_heads(b"")) == list(read_heads(b"nothing\n\n")) == []


def test_lint(tmp_path):
    text = out("lint", input=BAD, status=1)
    assert "error    405 does not say in Allow" in text and "method-not-allowed-no-allow" in text
    assert text.endswith("1 head: 1 error, 0 warnings, 0 notes\n")
    assert "nothing found" in out("lint", input=GOOD)
    (tmp_path / "head").write_bytes(BAD)
    assert out("lint", tmp_path / "head", status=1).startswith(f"{tmp_path}/head:1: HTTP/1.1 405")
    assert "nothing found" in out("lint", "--select", "!method-not-allowed-no-allow", input=BAD)
    assert told("lint", input=VERBOSE)["heads"][0]["code"] == 301
    assert out("lint", "--fail-on", "error", input=b"HTTP/1.1 200 OK\r\n\r\n") and out("lint", "--fail-on", "warning", input=b"HTTP/1.1 200 OK\r\n\r\n", status=1)
    (tmp_path / "request").write_bytes(b"GET / HTTP/1.0\r\nHost: x\r\n\r\n")
    assert out("lint", "--request", tmp_path / "request", input=GOOD)
    assert "for want of" in out("lint", "--skipped", input=GOOD)
    suite = ElementTree.fromstring(out("lint", "--junit", input=BAD + GOOD, status=1))
    assert suite.get("tests") == "2" and suite.get("failures") == "1" and suite.find("testcase/failure").get("type")
    for arguments, input in ((["nowhere"], b""), ([], b"no head"), (["--select", "x"], GOOD), (["--explain", "x"], b""), (["--request", tmp_path / "head"], GOOD)):
        assert refused("lint", *arguments, input=input)


def test_lint_rules():
    assert len(out("lint", "--rules").splitlines()) == len(httpstatus.lint_rules())
    assert "Fix:" in out("lint", "--explain", "date-missing")
    assert told("lint", "--explain", "date-missing")["rule"]["id"] == "date-missing"


# tally

LOG = b"".join(
    b'192.0.2.1 - - [24/Nov/2026:1%d:00:00 +0000] "GET / HTTP/1.1" %d 5 "-" "a"\n' % (hour, code)
    for hour, code in [(0, 200)] * 6 + [(0, 404)] * 2 + [(1, 503), (1, 200)]
)


def test_tally(tmp_path):
    text = out("tally", input=LOG)
    assert text.startswith("standard input: 10 lines, combined\n")
    assert "           7   70.0%  200 OK" in text and "70.0% success, 20.0% client error, 10.0% server error" in text
    assert "404 Not Found, 2 of 10" in text and httpstatus.retry(503, "GET").reason in text
    path = tmp_path / "log"
    path.write_bytes(LOG)
    (tmp_path / "log.gz").write_bytes(gzip.compress(LOG))
    both = told("tally", path, tmp_path / "log.gz")
    assert both["total"]["counts"] == {"200": 14, "404": 4, "503": 2} and [file["lines"] for file in both["files"]] == [10, 10]
    assert told("tally", "--mmap", path)["total"] == told("tally", path, "--threads", "2")["total"]
    assert "all together" in out("tally", path, path)
    assert out("tally", "--csv", path).splitlines()[1] == f"{path},200,OK,success,7"
    assert f'httpstatus_log_lines{{file="{path}",code="404"}} 2' in out("tally", "--prometheus", path)
    assert told("tally", "--where", "@error", "--top", "1", path)["total"]["counts"] == {"404": 2}


def test_tally_limits(tmp_path):
    assert run("tally", "--fail-over", "5xx>9%", input=LOG).returncode == 1
    assert run("tally", "--fail-over", "5xx>10%", input=LOG).returncode == 0
    assert refused("tally", "--fail-over", "5xx", input=LOG) and refused("tally", "--where", "x", input=LOG)
    assert refused("tally", tmp_path) and refused("tally", tmp_path / "nowhere") and refused("tally", "--format", "x", input=LOG)
    truncated = tmp_path / "log.gz"
    truncated.write_bytes(gzip.compress(LOG * 1000)[:-20])
    assert refused("tally", truncated)


def test_tally_over_time():
    hours = told("tally", "--by", "hour", input=LOG)["times"]
    assert [(hour["time"], hour["lines"], hour["counts"].get("503", 0)) for hour in hours] == [("2026-11-24T10", 8, 0), ("2026-11-24T11", 2, 1)]
    assert out("tally", "--by", "day", "--csv", input=LOG).splitlines()[1] == "2026-11-24,0,7,0,2,1,0"
    w3c = b"#Fields: date time sc-status\n2026-11-24 10:00:00 200\n2026-11-24 11:00:00 404\n"
    assert [hour["counts"] for hour in told("tally", "--by", "hour", "--format", "w3c", input=w3c)["times"]] == [{"200": 1}, {"404": 1}]
    assert run("tally", "--by", "day", "--fail-over", "5xx>9%", input=LOG).returncode == 1
    for option in (["--where", "5xx"], ["--top", "1"], ["--prometheus"], ["--threads", "2"], ["--mmap"]):
        assert refused("tally", "--by", "day", *option, input=LOG)


BOM = b"\xef\xbb\xbf"
W3C = BOM + b"".join(
    b"#Fields: date time sc-status%s\n2026-11-24 10:00:00 200%s\n2026-11-24 1%d:00:00 404%s\n" % (name, value, hour, value)
    for name, value in [(b"", b""), (b" x", b" 1")] for hour in range(3)
)  # fmt: skip
TIMED = [  # A format, whether it is told, and a log whose records all have a time.
    ("combined", False, LOG + b"\n\r\n" + LOG[:-1]),
    ("json", False, b"".join(b'{"time":"2026-11-24T1%d:00:00Z","status":404}\r\n' % (i % 3) for i in range(20))),
    ("json:a.b", True, b'{"t":"24/Nov/2026:10:00:00 +0000","a":{"b":404}}\n{"t":"2026-11-24T11:00","a":{"b":200}}\n'),
    ("w3c", False, W3C + b"#Remark"),
    ("csv", False, BOM + b"\nwhen,status\n" + b"".join(b"2026-11-24 1%d:00:00,503\n" % (i % 3) for i in range(20)) + b"\n"),
    ("csv:2", True, b"2026-11-24 10:00:00,503\n2026-11-25 10:00:00,404"),
    ("tsv:status", True, b"when\tstatus\n2026-11-24 10:00:00\t503\n2026-11-25 10:00:00\t404\n"),
    ("space:3", True, b"2026-11-24 10:00:00 503\n"),
    ("nginx:$t $status", True, b"2026-11-24T10:00 503\n2026-11-25T10:00 404\n"),
    ("auto", False, b"2026-11-24T10:00 garbage\n" * 3000 + b'{"time":"2026-11-24T11:00:00Z","status":404}\n' * 10),
    ("combined", True, LOG + b"\xff\xfe [24/Nov/2026:12:00:00\n" + b"\x1f\x8b [24/Nov/2026:13:00:00\n" + LOG),
]


@pytest.mark.parametrize("format, told_so, log", TIMED, ids=range(len(TIMED)))
def test_times_make_up_the_log(format, told_so, log, tmp_path):
    path = tmp_path / "log"
    for data in (log, log * (100_000 // len(log) + 1), b""):  # The second is longer than what is looked at to tell the format.
        path.write_bytes(data)
        whole = httpstatus.tally(path, format)
        options = ["--format", format] if told_so else []
        times = told("tally", "--by", "hour", path, *options)["times"]
        for name in ("lines", "bytes", "no_status", "recovered", "unparsed", "blank"):
            assert sum(hour[name] for hour in times) == getattr(whole, name), name
        assert {code: sum(hour["counts"].get(str(code), 0) for hour in times) for code in whole} == dict(whole)
        assert data is not log or all(hour["time"].startswith("2026-11-2") for hour in times)
        path.write_bytes(gzip.compress(data, 1))
        assert told("tally", "--by", "hour", path, *options)["times"] == times
        path.write_bytes(path.read_bytes()[:-9])
        assert refused("tally", "--by", "hour", path, *options)


def test_long_lines_over_time(tmp_path):
    path = tmp_path / "log"
    path.write_bytes(b'{"time":"2026-11-24T10:00:00Z","status":404,"x":"' + b"x" * 40_000_000 + b'"}\n')
    day, = told("tally", "--by", "day", path)["times"]
    assert (day["time"], day["lines"], day["counts"]) == ("2026-11-24", 1, {"404": 1})
    path.write_bytes(b"#Fields: date time sc-status\n2026-11-24 10:00:00 404\n" + b"#\n" * 5000)  # More than wait for another record.
    days = told("tally", "--by", "day", path)["times"]
    assert [(day["time"], day["lines"], day["counts"]) for day in days] == [("2026-11-24", 5002, {"404": 1})]


def test_closed_files(tmp_path):
    path = tmp_path / "log"
    path.write_bytes(LOG)
    for options in ([], ["--by", "day"]):
        line = " ".join([COMMAND, "tally", "--csv", *options])
        for redirection, status, output in (("2>&-", 0, True), ("<&-", 2, False), ("2>&- <&-", 2, False), (">&-", 2, False)):
            file = "" if "<" in redirection else path
            result = subprocess.run(["sh", "-c", f"{line} {file} {redirection}"], capture_output=True)
            assert (result.returncode, bool(result.stdout)) == (status, output), result
            assert result.stderr.count(b"\n") == ("2>" not in redirection) and b"Traceback" not in result.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak of memory is read as Linux tells it")
@pytest.mark.skipif("libasan" in os.environ.get("LD_PRELOAD", ""), reason="the sanitizer keeps freed memory")
def test_a_long_day_takes_no_memory():
    program = (
        "import re, sys; from httpstatus._command import run; run(['tally', '--by', 'day', '--json'])\n"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1], file=sys.stderr)"
    )
    peak = [int(subprocess.run([sys.executable, "-c", program], input=LOG * n, capture_output=True, check=True).stderr) for n in (2000, 80_000)]
    assert peak[1] - peak[0] < 8192  # KiB, of a log of 50 MB


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux changes the size of pipes")
def test_tally_widens_a_pipe():
    import fcntl

    reader, writer = os.pipe()
    os.write(writer, LOG)
    os.close(writer)
    assert json.loads(subprocess.run([COMMAND, "tally", "--json"], stdin=reader, capture_output=True, check=True).stdout)["total"]["lines"] == 10
    if os.geteuid() == 0:  # Others have limits.
        assert fcntl.fcntl(reader, fcntl.F_GETPIPE_SZ) == 1 << 20
    os.close(reader)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
def test_tally_of_a_fifo(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    with subprocess.Popen([COMMAND, "tally", "--json", tmp_path / "fifo"], stdout=subprocess.PIPE) as process:
        (tmp_path / "fifo").write_bytes(LOG)
        assert json.loads(process.stdout.read())["total"]["lines"] == 10
