"""Rows that a program adds. They stay as long as the process, so each test has one of its own."""

import json
import subprocess
import sys

import pytest

import httpstatus
from httpstatus import _export


def run(program):
    """What a program prints that has httpstatus."""
    result = subprocess.run([sys.executable, "-c", "import httpstatus\n" + program], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_an_added_row_is_told_everywhere():
    run("""
from httpstatus import Status, register
before = Status(299)
assert not before.known and before.entries == ()
row = register(299, "SO_SO", "So So", "acme", "It went so so.", evidence="hearsay", aliases=["MEH"],
               related=[(404, "nothing went"), {"code": 410, "word": "it is over"}], headers=[{"name": "Age", "level": "may", "ref": "x"}])
assert before is Status(299) and before.known and not before.registered and before.label == "299 So So (acme)"
assert before.phrase == "So So" and before.description == "It went so so." and before.name == "SO_SO"
assert before.entry is row and before.entries == (row,) and httpstatus.entry(299, "acme") is row
assert httpstatus.entries()[-1] is row and httpstatus.entries("acme") == (row,) and httpstatus.vendors()[-1] == "acme"
assert httpstatus.find("meh") == httpstatus.find("so_so") == (row,) and httpstatus.search("so so")[0] is row
assert httpstatus.explain("so so").startswith("299 So So (acme)\\n") and "It went so so." in httpstatus.explain(299, vendor="acme")
assert [related.code for related in row.related] == [404, 410] and row.headers[0].level == "may" and row.headers[0].when is None
assert row.registration == "unofficial" and row.meaning is None and row.source is None and row.evidence == "hearsay"
assert httpstatus.reason(299) == "So So" and httpstatus.parse("meh").code == 299
another = register(404, "NOT_HERE", None, "acme")
assert Status(404).entries[-1] is another and Status(404).phrase == "Not Found" and Status(404).ambiguous
import pickle
assert pickle.loads(pickle.dumps(row)) is row
""")


def test_decisions_stay():
    run("""
codes = [*range(100, 1000, 7), 0, 99]
def decide():
    return [(httpstatus.effective(code), httpstatus.classify(code), httpstatus.content(code, "GET"), httpstatus.Status(code).registered,
             httpstatus.Status(code).is_error, httpstatus.http_to_grpc(code), httpstatus.retry(code, "GET"), httpstatus.redirect(code, "GET"),
             httpstatus.cacheability(code, "GET", {"Cache-Control": "max-age=9"})) for code in codes]
before, edition, members = decide(), httpstatus.data_edition(), httpstatus.Status.__members__
for code in codes:
    httpstatus.register(code, f"A{code}", "Any", "acme", retry_rule="once", storage="heuristic", retry_ref="x")
    assert httpstatus.retry(code, "GET", vendor="acme")[:-1] == httpstatus.retry(code, "GET")[:-1]
assert decide() == before and httpstatus.data_edition() == edition and httpstatus.Status.__members__ == members
assert all(httpstatus.Status(code).known for code in codes)
""")


WRONG = [
    (dict(vendor="iana"), ValueError, "iana"),
    (dict(code=499, vendor="nginx"), ValueError, "code already"),
    (dict(vendor="nginx", name="CLIENT_CLOSED_REQUEST"), ValueError, "name already"),
    (dict(code=1000), ValueError, "0 to 999"),
    (dict(code=-1), ValueError, "0 to 999"),
    (dict(code=2**80), ValueError, "0 to 999"),
    (dict(vendor="A"), ValueError, "vendor"),
    (dict(vendor=None), ValueError, "vendor"),
    (dict(name="so so"), ValueError, "name"),
    (dict(phrase="x\r\ny"), ValueError, "printable"),
    (dict(summary="\N{SNOWMAN}"), ValueError, "printable"),
    (dict(summary="\udc80"), ValueError, "surrogate"),
    (dict(summary="a\0b"), ValueError, "NUL"),
    (dict(meaning="x" * 1001), ValueError, "too long"),
    (dict(state="asleep"), ValueError, "state is one of"),
    (dict(related=[(404, "x")] * 17), ValueError, "16"),
    (dict(related=[(404, None)]), ValueError, "lacks a text"),
    (dict(code="299"), TypeError, "integer"),
    (dict(vendor=b"acme"), TypeError, "vendor is a str"),
    (dict(state=1), TypeError, "state is a str"),
    (dict(related=[(404,)]), TypeError, "related is (code, word)"),
    (dict(related=[{"cod": 404}]), TypeError, "no field 'cod'"),
    (dict(related=404), TypeError, "iterable"),
    (dict(aliases="MEH"), TypeError, "list"),
    (dict(colour="red"), TypeError, "no field 'colour'"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "error", "text"), WRONG, ids=lambda value: str(value)[:30] if isinstance(value, dict) else "")
def test_wrong_rows(values, error, text):
    """None of these adds anything, so they can share a process."""
    rows = httpstatus.entries()
    with pytest.raises(error) as caught:
        httpstatus.register(**{"code": 299, "name": "SO_SO", "phrase": None, "vendor": "acme", **values})
    assert text in str(caught.value)
    assert httpstatus.entries() == rows


def test_threads_that_make_a_status_while_it_gets_a_row():
    assert run("""
import sys, threading
sys.setswitchinterval(1e-6)
def make():
    for code in range(1000):
        httpstatus.Status(code)
def add():
    for code in range(999, -1, -1):
        httpstatus.register(code, f"A{code}", "Any", "acme")
threads = [threading.Thread(target=target) for target in (make, add, make)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
print(all(httpstatus.Status(code).entries[-1].vendor == "acme" and httpstatus.Status(code).known for code in range(1000)))
print([code for code in range(1000) if httpstatus.Status(code).ambiguous != (len(httpstatus.Status(code).entries) > 1)])
""").splitlines() == ["True", "[]"]


# Files.


def write(path, entries, **more):
    path.write_text(json.dumps({"schema": 1, "entries": entries, **more}))
    return str(path)


def test_a_dump_with_a_row_more(tmp_path):
    row = {**_export.plain_entries([httpstatus.entry(404)])[0], "vendor": "acme", "code": 299, "registration": "unofficial"}
    table = json.loads(_export.json_table())
    table["entries"].append(row)
    path = tmp_path / "table.json"
    path.write_text(json.dumps(table))
    assert run(f"""
print(httpstatus.load_registry({str(path)!r}), httpstatus.load_registry({str(path)!r}))
from httpstatus import _export
import json
*there, added = _export.plain_entries(httpstatus.entries())
*rows, row = json.load(open({str(path)!r}))["entries"]
print(there == rows, [name for name in row if added[name] != row[name]])
""") == "(<Entry 299 NOT_FOUND (acme)>,) ()\nTrue ['retry_rule', 'retry_ref', 'storage']\n"


@pytest.mark.parametrize(("entries", "text"), [
    ([{"code": 299}], "entry 1 (299 None): the id of a vendor"),
    ([{"code": 404, "vendor": "iana", "name": "NOT_FOUND", "phrase": "Found"}], "entry 1 (404 iana): rows of iana"),
    ([{"code": 299, "vendor": "acme", "name": "A", "colour": 1}], "entry 1 (299 acme): an Entry has no field 'colour'"),
    ([5], "entry 1: it is no object"),
    ([{"code": 404}], "entry 1 (404 None): the id of a vendor"),
    ([{"code": "x"}], "entry 1 (x None): code is an integer"),
    ([{"code": "x", "vendor": "acme"}], "entry 1 (x acme): a status code is an integer"),
])  # fmt: skip
def test_wrong_entries_are_named(tmp_path, entries, text):
    path = write(tmp_path / "table.json", entries)
    with pytest.raises(ValueError) as caught:
        httpstatus.load_registry(path)
    assert str(caught.value).startswith(f"{path}: {text}")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 2, "entries": []}', '{"schema": 1, "entries": {}}', "\xff"])
def test_files_that_are_no_registry(tmp_path, text):
    path = tmp_path / "table.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ValueError, match="table.json: "):
        httpstatus.load_registry(path)
    with pytest.raises(OSError):
        httpstatus.load_registry(tmp_path / "none.json")


def test_the_command_takes_a_registry(tmp_path):
    """Before the name of a command and after it, and where the file is called like one."""
    file = tmp_path / "list"
    write(file, [{"code": 299, "vendor": "acme", "name": "SO_SO", "phrase": "So So"}])

    def command(*arguments, status=0):
        result = subprocess.run([sys.executable, "-m", "httpstatus", *arguments], capture_output=True, text=True, cwd=tmp_path)
        assert result.returncode == status, result.stderr
        return result.stdout + result.stderr

    assert command("--registry", "list", "299").startswith("299 So So (acme)\n")
    assert command("--registry=list", "so so").startswith("299 So So (acme)\n")
    assert command("--registry", "list", "list", "--vendor", "acme").startswith("299  So So")
    for arguments in (["list", "299"], ["search", "so"], ["explain", "299"], ["compare", "299", "200"], ["classify", "299"], ["parse", "so_so"]):
        assert "299" in command(*arguments, "--registry", "list")
    assert '"SO_SO"' in command("dump", "--registry", "list")
    command("classify", "299", status=1)
    assert "No such file" in command("--registry", "nowhere", "404", status=2)
    (tmp_path / "wrong").write_text("{}")
    assert "httpstatus: wrong: a registry is" in command("list", "--registry", "wrong", status=2)
