"""Benchmarks, as ratios to named rivals measured in the same run. Usage: python tests/bench/bench.py

Needs the package installed for this Python, and builds the C side itself (cmake, google-benchmark, Lua 5.4). Nothing here
is a test: times depend on the machine, and only ratios mean something. PICOHTTPPARSER=DIR and LLHTTP=DIR name the C source of
those rivals, which are left out otherwise; libmicrohttpd is one where it is installed.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path

import httpstatus

ROOT = Path(__file__).parents[2]
ROUNDS = 15


def interleaved(statements, names):
    """Median nanoseconds of each statement over a list of codes, the loop subtracted."""
    codes = random.Random(404).choices([200, 301, 304, 404, 500, 503], k=1000)
    timers = {s: timeit.Timer(f"for code in codes: {s}", globals={**names, "codes": codes}) for s in ["pass", *statements]}
    times = {statement: [] for statement in timers}
    for _ in range(ROUNDS):
        for statement, timer in timers.items():
            times[statement].append(timer.timeit(200) / 200 / len(codes) * 1e9)
    loop = statistics.median(times["pass"])
    return [statistics.median(times[statement]) - loop for statement in statements]


def import_times(modules):
    """Median microseconds that importing each module adds to a fresh process."""
    times = {module: [] for module in modules}
    program = "import time; start = time.perf_counter_ns(); import {}; print(time.perf_counter_ns() - start)"
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(31):
        for module in modules:
            out = subprocess.run([sys.executable, "-c", program.format(module)], capture_output=True, check=True, env=env)
            times[module].append(int(out.stdout) / 1000)
    return [statistics.median(times[module]) for module in modules]


def build(directory):
    subprocess.run(
        ["cmake", "-S", ROOT, "-B", directory, "-DCMAKE_BUILD_TYPE=Release", "-DHTTPSTATUS_BENCH=ON", "-DHTTPSTATUS_EXAMPLES=OFF",
         f"-DHTTPSTATUS_PICOHTTPPARSER={os.environ.get('PICOHTTPPARSER', '')}", f"-DHTTPSTATUS_LLHTTP={os.environ.get('LLHTTP', '')}"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    subprocess.run(["cmake", "--build", directory], check=True, stdout=subprocess.DEVNULL)


def lint_times(directory):
    """Nanoseconds of the lint for 12 to 10000 lines, and of picohttpparser, if there is one, for the 12."""
    out = subprocess.run(
        [directory / "tests/bench/bench_lint", "--benchmark_format=json", f"--benchmark_repetitions={ROUNDS}",
         "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05"],
        capture_output=True, check=True,
    )  # fmt: skip
    runs = json.loads(out.stdout)["benchmarks"]
    return {run["run_name"]: run["cpu_time"] for run in runs if run.get("aggregate_name") == "median"}


def c_times(directory, program):
    """Median nanoseconds of each benchmark of a program, which does everything 4096 times."""
    out = subprocess.run(
        [directory / "tests/bench" / program, "--benchmark_format=json", f"--benchmark_repetitions={ROUNDS}",
         "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05"],
        capture_output=True, check=True,
    )  # fmt: skip
    runs = json.loads(out.stdout)["benchmarks"]
    times = {run["run_name"]: run["cpu_time"] / 4096 for run in runs if run.get("aggregate_name") == "median"}
    return {name: time - times.get("loop", 0) for name, time in times.items()}


def process_times(commands):
    """Median milliseconds from start to exit of each command."""
    times = [[] for _ in commands]
    for _ in range(31):
        for command, taken in zip(commands, times):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            taken.append((time.perf_counter() - start) * 1e3)
    return [statistics.median(taken) for taken in times]


def lua_times(directory):
    env = {**os.environ, "LUA_CPATH": f"{directory}/bindings/lua/?.so"}
    out = subprocess.run(["lua5.4", ROOT / "tests/bench/lookup.lua"], capture_output=True, check=True, env=env)
    return map(float, out.stdout.split())


def row(job, ours, rival_name, rival, goal, unit="ns"):
    """One line of the table; the goal is on how many times faster ours is, or slower where it starts with '<='."""
    ratio = ours / rival if goal.startswith("<=") else rival / ours
    print(f"{job:32} {ours:9.1f} {unit}   {rival_name:32} {rival:9.1f} {unit}   {ratio:6.2f}x   {goal}")


def main():
    print(f"{'job':32} {'ours':>12}   {'rival':32} {'':>12}   {'ratio':>7}   goal")
    names = {"HTTPStatus": HTTPStatus, "Status": httpstatus.Status, "reason": httpstatus.reason, "classify": httpstatus.classify}
    standard, status, reason, classify = interleaved(
        ["HTTPStatus(code).phrase", "Status(code).phrase", "reason(code)", "classify(code)"], names
    )
    row("Python Status(n).phrase", status, "http.HTTPStatus(n).phrase", standard, ">= 2x faster")
    row("Python reason(n)", reason, "http.HTTPStatus(n).phrase", standard, ">= 12x faster")
    row("Python classify(n)", classify, "http.HTTPStatus(n).phrase", standard, "-")
    errors, text = httpstatus.StatusSet("@error"), "Sun, 01 Nov 2026 10:02:00 GMT"
    names = {"errors": errors, "plain": frozenset(errors), "text": text, "map": httpstatus.StatusMap({"404": 1, "default": 2}),
             "ours": httpstatus.parse_http_date, "standard": parsedate_to_datetime}  # fmt: skip
    plain, in_set, in_map, date, standard = interleaved(
        ["code in plain", "code in errors", "map[code]", "ours(text)", "standard(text)"], names
    )
    row("Python n in StatusSet", in_set, "n in frozenset", plain, "<= -")
    row("Python StatusMap[n]", in_map, "n in frozenset", plain, "<= -")
    row("Python parse_http_date(text)", date, "parsedate_to_datetime(text)", standard, "-")
    names = {"ours": httpstatus.retry, "seven": httpstatus._core.retry, "asked": (httpstatus.Retry, 503, "GET", "120", *[None] * 3, 0, *[None] * 8)}
    seven, decided = interleaved(["seven(*asked)", 'ours(503, "GET", retry_after="120")'], names)
    row("Python retry(code, method, ...)", decided, "7 fields out of a SWIG call", seven, "<= 3x the time")
    ours, http = import_times(["httpstatus", "http"])
    row("Python import httpstatus", ours, "import http", http, ">= 3x faster", "us")
    with tempfile.TemporaryDirectory() as directory:
        directory = Path(directory)
        build(directory)
        plain, lua, one, in_set = lua_times(directory)
        row("Lua 5.4 status(404).phrase", lua, "two plain table reads", plain, "<= 3x the time")
        row("Lua 5.4 status_set(text)[404]", in_set, "one plain table read", one, "<= -")
        times = c_times(directory, "bench_lookup")
        for name in ("entry", "classify"):
            row(f"C httpstatus_{name}", times[name], "dense table read", times["dense"], "<= 1.3x the time")
        for name in ("effective", "reason"):
            row(f"C httpstatus_{name}", times[name], "dense table read", times["dense"], "<= -")
        row("C httpstatus_set_contains", times["set_contains"], "std::bitset::test", times["bit_in_range"], "<= 1.2x the time")
        row("C httpstatus_set_contains", times["set_contains"], "bit test without a range", times["bit"], "<= -")
        times = c_times(directory, "bench_reason")
        if "llhttp" in times:
            row("C httpstatus_reason", times["reason"], "llhttp_status_name", times["llhttp"], ">= 3.5x faster")
        if "microhttpd" in times:
            row("C httpstatus_reason", times["reason"], "MHD_get_reason_phrase_for", times["microhttpd"], ">= 1x faster")
        times = c_times(directory, "bench_advice")
        row("C retry with a delay", times["retry"], "snprintf of an int", times["snprintf_int"], "<= 2x the time")
        for name in ("retry_reason", "redirect", "cacheability"):
            row(f"C {name}", times[name], "snprintf of an int", times["snprintf_int"], "<= -")
        times = c_times(directory, "bench_text")
        row("C phrase to row, any case", times["find"], "a chain of strcasecmp", times["strcasecmp_chain"], ">= 6x faster")
        row("C explain, short", times["explain"], "snprintf of the same lines", times["snprintf_lines"], "<= 5x the time")
        if "picohttpparser" in times:
            row("C parse of a status line", times["parse"], "picohttpparser", times["picohttpparser"], ">= 2x faster")
        times = lint_times(directory)
        if "pico" in times:
            row("C httpstatus_lint, 12 fields", times["lint/12"], "picohttpparser", times["pico"], "<= 5x the time")
        row("the same, a line of 10000", times["lint/10000"] / 10000, "a line of 100", times["lint/100"] / 100, "<= 1.3x the time")
    command = str(Path(sys.executable).with_name("httpstatus"))
    ours, rival = process_times([[command, "404"], [sys.executable, "-c", "import http"]])
    row("httpstatus 404 in a pipe", ours, "python3 -c 'import http'", rival, "<= 2x the time", "ms")


main()
