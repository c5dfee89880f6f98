"""The type stub: generated from the live registry, true to the package, and right about good and bad programs."""

import runpy
import subprocess
import sys
from pathlib import Path

import httpstatus

GOOD = """
from typing import Literal
import httpstatus
from httpstatus import NOT_FOUND, Entry, Status, StatusMap, StatusSet, classify

status: Status = Status(404)
number: int = status
phrase: str | None = status.phrase
rows: tuple[Entry, ...] = status.entries
spec: str = rows[0].refs[0].spec
same: Status = Status.NOT_FOUND
also: Status = Status["NOT_FOUND"]
constant: Status = NOT_FOUND
for member in Status:
    code: int = member.value
category: Literal["informational", "success", "redirection", "client_error", "server_error", "invalid"] = classify(404)
name: str = rows[0].name
seconds: int | None = httpstatus.parse_retry_after(["120"], now=1793527200.5).seconds
errors: StatusSet = ~StatusSet("2xx") & {404, 500} | StatusSet([status, 503])
count: int = len(errors) + sum(errors)
texts: StatusMap[str] = StatusMap({"404": "a", "5XX": "b", "default": "c"})
text: str = texts[status] + texts["5XX"]
maybe: str | None = texts.get(404)
"""

BAD = {
    "Status('404')": "arg-type",
    "Status(4.5)": "arg-type",
    "Status(404).phrase = 'x'": "misc",
    "Status(404).phrase.upper()": "union-attr",
    "Status.NO_SUCH": "attr-defined",
    "httpstatus.NO_SUCH": "attr-defined",
    "httpstatus.find(404)": "arg-type",
    "httpstatus.entry(404).code": "union-attr",
    "class Mine(Status): ...": "misc",
    "httpstatus.StatusSet(404)": "arg-type",
    "httpstatus.StatusSet([4.5])": "list-item",
    "httpstatus.StatusSet('4xx') | {'404'}": "arg-type",
    "httpstatus.StatusMap({4.5: 1})": "arg-type",
    "httpstatus.parse_retry_after('120').seconds + 1": "operator",
    "httpstatus.parse_http_date('x', now='y')": "arg-type",
}


def mypy(tmp_path, program):
    file = tmp_path / "program.py"
    file.write_text(program)
    command = [sys.executable, "-m", "mypy", "--strict", "--show-error-codes", "--cache-dir", str(tmp_path / "cache"), str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)


def test_the_stub_is_what_the_generator_writes(root):
    stub = root / "bindings/python/httpstatus/__init__.pyi"
    assert stub.read_text() == runpy.run_path(str(root / "bindings/make_stub.py"))["stub"]()
    installed = Path(httpstatus.__file__).parent
    assert (installed / "__init__.pyi").read_text() == stub.read_text() and (installed / "py.typed").exists()


def test_stubtest(tmp_path):
    command = [sys.executable, "-m", "mypy.stubtest", "httpstatus", "--allowlist", "allowlist"]
    # The private modules have no stubs.
    (tmp_path / "allowlist").write_text("httpstatus\\._.*\n")
    result = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


def test_good_programs(tmp_path):
    result = mypy(tmp_path, GOOD)
    assert result.returncode == 0, result.stdout


def test_bad_programs(tmp_path):
    for line, error in BAD.items():
        result = mypy(tmp_path, "import httpstatus\nfrom httpstatus import Status\n" + line + "\n")
        assert f"[{error}]" in result.stdout, (line, result.stdout)
