"""Benchmarks, as ratios to named rivals measured in the same run. Usage: python tests/bench/bench.py

Needs the package installed for this Python, and builds the C side itself (cmake, google-benchmark, Lua 5.4). Nothing here
is a test: times depend on the machine, and only ratios mean something. PICOHTTPPARSER=DIR names a copy of that parser, which
is left out otherwise.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import timeit
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
        ["cmake", "-S", ROOT, "-B", directory, "-DCMAKE_BUILD_TYPE=Release", "-DHTTPSTATUS_BENCH=ON", "-DHTTPSTATUS_EXAMPLES=OFF"],
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


def c_times(directory):
    out = subprocess.run(
        [directory / "tests/bench/bench_lookup", "--benchmark_format=json", f"--benchmark_repetitions={ROUNDS}",
         "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05"],
        capture_output=True, check=True,
    )  # fmt: skip
    runs = json.loads(out.stdout)["benchmarks"]
    times = {run["run_name"]: run["cpu_time"] / 4096 for run in runs if run.get("aggregate_name") == "median"}
    return {name: time - times["loop"] for name, time in times.items()}


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
    ours, http = import_times(["httpstatus", "http"])
    row("Python import httpstatus", ours, "import http", http, ">= 3x faster", "us")
    with tempfile.TemporaryDirectory() as directory:
        directory = Path(directory)
        build(directory)
        plain, lua = lua_times(directory)
        row("Lua 5.4 status(404).phrase", lua, "two plain table reads", plain, "<= 3x the time")
        times = c_times(directory)
        for name in ("entry", "classify"):
            row(f"C httpstatus_{name}", times[name], "dense table read", times["dense"], "<= 1.3x the time")
        for name in ("effective", "reason"):
            row(f"C httpstatus_{name}", times[name], "dense table read", times["dense"], "<= -")
        times = lint_times(directory)
        if "pico" in times:
            row("C httpstatus_lint, 12 fields", times["lint/12"], "picohttpparser", times["pico"], "<= 5x the time")
        row("the same, a line of 10000", times["lint/10000"] / 10000, "a line of 100", times["lint/100"] / 100, "<= 1.3x the time")


main()
