"""What importing the package does to a process, and what processes and threads do to it."""

import gc
import subprocess
import sys

import httpstatus


def run(program):
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_import_needs_nothing_and_makes_no_row():
    program = (
        "import sys; before = set(sys.modules); import httpstatus; "
        "print(sorted(name for name in set(sys.modules) - before if not name.startswith('httpstatus')));"
        "from httpstatus import _entry, _status; print(len(_entry._entries), len(_status._made))"
    )
    assert run(program).splitlines()[1] == "0 0"
    heavy = {"enum", "re", "typing", "dataclasses", "collections", "http", "functools"}
    assert not heavy & set(eval(run(program).splitlines()[0]))


def test_threads_see_one_object():
    program = """
import threading, httpstatus
barrier, seen = threading.Barrier(8), []
def look():
    barrier.wait()
    seen.append([httpstatus.Status(code) for code in range(1000)] + list(httpstatus.entries()) + [httpstatus.NOT_FOUND])
threads = [threading.Thread(target=look) for _ in range(8)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
print(len(seen), all(a is b for other in seen for a, b in zip(seen[0], other)))
"""
    assert run(program) == "8 True"


def test_nothing_leaks():
    calls = [
        lambda: httpstatus.Status(10**6), lambda: httpstatus.Status(2**80), lambda: httpstatus.reason(404),
        lambda: httpstatus.find("Not Found"), lambda: httpstatus.find(b"\xff"), lambda: httpstatus.entry(499, "nginx"),
        lambda: httpstatus.entries("nginx"), lambda: httpstatus.fields(), lambda: httpstatus.method("GET"),
        lambda: httpstatus.status_line(404), lambda: httpstatus.data_edition(), lambda: httpstatus.vendors(),
        lambda: httpstatus.parse("404 Not Found"), lambda: httpstatus.parse_retry_after(["120", b"60"], 1.5, 10**30),
        lambda: httpstatus.parse_retry_after("Sun Nov  6 08:49:37 1994", 1), lambda: refused(httpstatus.parse, "4040"),
        lambda: httpstatus.parse_http_date("Sun Nov  6 08:49:37 1994"), lambda: refused(httpstatus.parse_http_date, "x"),
        lambda: refused(httpstatus.parse_retry_after, ["1", 2]), lambda: refused(httpstatus.parse_retry_after, 1),
        lambda: refused(httpstatus.parse_retry_after, "1", "x"), lambda: refused(httpstatus.parse_retry_after, "1", None, 1e999),
        lambda: httpstatus.lint(206, [(b"ETag", "a")] * 40, "GET", "2", "1.1", {"Range": "x"}), lambda: httpstatus.lint_rules(),
        lambda: httpstatus.lint_skipped(206, {"ETag": "a"}), lambda: refused(httpstatus.lint, 200, [("a", "b"), ("a", 1)]),
        lambda: refused(httpstatus.lint, 200, [("a", "b"), 1]), lambda: refused(httpstatus.lint, 200, [("a", "b")], rules="x"),
        lambda: refused(httpstatus.lint, 200, [("a", "b")], 1, request_fields=[]), lambda: refused(httpstatus.lint, 200, 1),
        lambda: str(~httpstatus.StatusSet("@error") | {404} & httpstatus.StatusSet([500])), lambda: [] in httpstatus.StatusSet(),
        lambda: refused(httpstatus.StatusSet, "@nobody"), lambda: refused(httpstatus.StatusSet, [404, 1000]),
        lambda: refused(httpstatus.StatusSet, ["x"]), lambda: refused(httpstatus.StatusSet, 404),
        lambda: httpstatus.StatusMap({"404": 1, "default": 2})[500], lambda: refused(httpstatus.StatusMap, {"4x": 1}),
        lambda: httpstatus.tally(b'"x" 404 1\nx'), lambda: httpstatus.tally_lines(["x"]), lambda: httpstatus.count_codes([404, None]),
        lambda: httpstatus.count_codes(memoryview(bytes(4)).cast("H")), lambda: httpstatus.classify_codes([404]),
        lambda: httpstatus.count_categories([404]), lambda: refused(httpstatus.count_codes, [404, "x"]),
        lambda: refused(httpstatus.count_codes, memoryview(b"x")), lambda: refused(httpstatus.tally, b"", "x"),
        lambda: refused(httpstatus.tally, b"\xff\xfe"), lambda: refused(httpstatus.tally, 5),
        lambda: refused(httpstatus.Status, "x"), lambda: refused(httpstatus.find, 1),
        lambda: refused(httpstatus.status_line, 1), lambda: refused(httpstatus.entry, 404, 1),
        lambda: httpstatus.grpc_to_http("NOT_FOUND"), lambda: httpstatus.grpc_codes(), lambda: httpstatus.proxy_status_types(502),
        lambda: httpstatus.problem(404, "x"), lambda: refused(httpstatus.grpc_to_http, 17), lambda: refused(httpstatus.problem, "x"),
        lambda: refused(httpstatus.register, 499, "A", None, "nginx", None, related=((404, "x"),) * 3, aliases=("A", "B")),
        lambda: refused(httpstatus.register, 499, "A", None, "nginx", None, related=((404, "x"), (1,)), aliases=("A", 5)),
    ]  # fmt: skip

    def refused(call, *arguments, **options):
        try:
            call(*arguments, **options)
        except (TypeError, ValueError):
            return
        raise AssertionError("accepted")

    def blocks(rounds):
        for _ in range(rounds):
            for call in calls:
                call()
        gc.collect()
        return sys.getallocatedblocks()

    before = blocks(100)
    # A call that leaked one block each time would show as 2000 of them.
    assert blocks(2000) - before < 1000


