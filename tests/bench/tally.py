"""Tallies and counts against everything else that does the job, in the same run. Usage:

python tests/bench/tally.py [--megabytes N] [--rounds N] [--json FILE] [--svg FILE] [--keep DIR]

Makes a Combined log and one of JSON lines with a known truth, builds the C side, and runs ours and every rival that is
installed in turns, so that a busy machine slows all of them. Prints medians, how many times faster ours is, by the clock and by
processor time, of which a busy machine takes less away, and how many lines each counted wrong. Rivals that are not there are named at the end. Rivals that take seconds run fewer rounds, at least 3.
Needs the package installed for this Python. Nothing here is a test: only ratios mean something.
"""

import argparse
import json
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import make_log

ROOT = Path(__file__).parents[2]
ENV = {**os.environ, "LC_ALL": "C"}

RE_LOOP = r"""
import collections, re, sys
line_of = re.compile(rb'[^"]*"(?:[^"\\]|\\.)*" (\d\d\d)[ \n]').match
counts = collections.Counter()
with open(sys.argv[1], "rb") as log:
    for line in log:
        match = line_of(line)
        if match:
            counts[match[1]] += 1
for code, n in counts.items():
    print(n, code.decode())
"""
SPLIT_LOOP = """
import collections, sys
counts = collections.Counter()
with open(sys.argv[1], "rb") as log:
    for line in log:
        words = line.split()
        if len(words) > 8:
            counts[words[8]] += 1
for code, n in counts.items():
    print(n, code.decode("latin-1"))
"""
JSON_LOOP = """
import collections, json, sys
counts = collections.Counter()
with open(sys.argv[1], "rb") as log:
    for line in log:
        try:
            counts[json.loads(line)["status"]] += 1
        except (ValueError, KeyError):
            pass
for code, n in counts.items():
    print(n, code)
"""
OURS_IN_PYTHON = """
import sys, httpstatus
for code, n in httpstatus.tally(sys.argv[1], threads=int(sys.argv[2])).items():
    print(n, code)
"""
DUCKDB = r"""
import duckdb, sys
read = {
    "combined": "select regexp_extract(l, '\" ([0-9]{3}) ', 1) s from read_csv($log, header=false, columns={'l': 'VARCHAR'}, "
                "delim='\x01', quote='', escape='', strict_mode=false, auto_detect=false)",
    "json": "select status s from read_json($log, columns={'status': 'VARCHAR'}, format='newline_delimited', ignore_errors=true)",
}
duckdb.sql("set threads=1")
query = f"select s, count(*) from ({read[sys.argv[2]]}) group by s".replace("$log", f"'{sys.argv[1]}'")
for code, n in duckdb.sql(query).fetchall():
    print(n, code)
"""
ARRAYS = """
import collections, json, sys, time, httpstatus
import numpy
rng = numpy.random.default_rng(1)
codes = rng.choice(numpy.array([200] * 14 + [304] * 3 + [404] * 2 + [500], numpy.uint16), 32_000_000)
few = codes[:2_000_000].tolist()
jobs = {
    "a.max()": lambda: codes.max(), "count_categories(a)": lambda: httpstatus.count_categories(codes),
    "count_codes(a)": lambda: httpstatus.count_codes(codes), "np.bincount(a)": lambda: numpy.bincount(codes),
    "count_codes(list)": lambda: httpstatus.count_codes(few), "collections.Counter(list)": lambda: collections.Counter(few),
}
try:
    import pandas
    series = pandas.Series(codes)
    jobs["pandas value_counts"] = series.value_counts
except ImportError:
    pass
times = {name: [] for name in jobs}
for _ in range(int(sys.argv[1])):
    for name, job in jobs.items():
        start = time.perf_counter()
        job()
        times[name].append(time.perf_counter() - start)
print(json.dumps(times))
"""


def processor():
    """Seconds of processor time that all processes started from here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Runner:
    """Something that tallies a file: a command, and whether what it prints is counts, one code or nothing."""

    def __init__(self, name, command, needs=None, kind="counts", code=None, ours=False):
        self.name, self.command, self.kind, self.code, self.ours = name, command, kind, code, ours
        self.needs = needs or command[0]
        self.times = []
        self.cpu = []
        self.wrong = None

    def is_there(self):
        if self.needs.startswith("import "):
            return subprocess.run([sys.executable, "-c", self.needs], capture_output=True).returncode == 0
        return shutil.which(self.needs) is not None

    def run(self):
        before, start = processor(), time.perf_counter()
        result = subprocess.run(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENV, check=True)
        self.times.append(time.perf_counter() - start)
        self.cpu.append(processor() - before)
        return result.stdout

    def check(self, output, truth):
        """How many lines it counted wrong, None for what does not count codes."""
        if self.kind == "lines":
            return None
        if self.kind == "json":
            found = {int(code): n for code, n in json.loads(output)["counts"].items()}
        elif self.kind == "one":
            return abs(int(output) - truth[self.code])
        else:
            pairs = re.findall(r"^ *(\d+) +\"?(\S+?)\"?$", output.decode("latin-1"), re.MULTILINE)
            found = Counter()
            for n, code in pairs:
                found[int(code) if re.fullmatch(r"[1-9]\d\d", code) else code] += int(n)
        real = {code: n for code, n in found.items() if isinstance(code, int)}
        missed = sum(max(n - real.get(code, 0), 0) for code, n in truth.items())
        invented = sum(max(n - truth.get(code, 0), 0) for code, n in real.items())
        return missed + invented


def shell(command):
    return ["sh", "-c", command]


def contestants(tally, log, kind):
    python = sys.executable
    ours = [
        Runner("ours, mapped", [tally, "map", "1", kind, log], ours=True, kind="json"),
        Runner("ours, mapped, 2 threads", [tally, "map", "2", kind, log], ours=True, kind="json"),
        Runner("ours, read()", [tally, "read", "1", kind, log], ours=True, kind="json"),
        Runner("ours, Python tally(path)", [python, "-c", OURS_IN_PYTHON, log, "1"], ours=True),
        Runner("ours, cat | tally", shell(f"cat {log} | {tally} pipe 1 {kind}"), ours=True, kind="json"),
        Runner("cat | read, no more", shell(f"cat {log} | {tally} drain"), needs="cat", kind="lines"),
        Runner("cat | wc -l", shell(f"cat {log} | wc -l"), needs="wc", kind="lines"),
        Runner("wc -l", ["wc", "-l", log], kind="lines"),
    ]
    if kind == "json":
        return ours + [
            Runner("jq", shell(f"jq -R 'fromjson? | .status' {log} | sort | uniq -c"), needs="jq"),
            Runner("Python json.loads", [python, "-c", JSON_LOOP, log]),
            Runner("rg | sort | uniq -c", shell(f"rg -No '\"status\":\\d+' {log} | cut -d: -f2 | sort | uniq -c"), needs="rg"),
            Runner("DuckDB read_json, 1 thread", [python, "-c", DUCKDB, log, kind], needs="import duckdb"),
        ]
    awk = "{c[$9]++} END {for (k in c) print c[k], k}"
    perl = r'$c{$1}++ if /" (\d{3}) /; END {print "$c{$_} $_\n" for keys %c}'
    return ours + [
        Runner("rg -c '\" 404 '", ["rg", "-c", '" 404 ', log], kind="one", code=404),
        Runner("grep -c '\" 404 '", ["grep", "-c", '" 404 ', log], kind="one", code=404),
        Runner("mawk '{c[$9]++}'", ["mawk", awk, log]),
        Runner("gawk '{c[$9]++}'", ["gawk", awk, log]),
        Runner("busybox awk", ["busybox", "awk", awk, log]),
        Runner("awk | sort | uniq -c", shell(f"awk '{{print $9}}' {log} | sort | uniq -c"), needs="awk"),
        Runner("cut | cut | sort | uniq -c", shell(f"cut -d'\"' -f3 {log} | cut -d' ' -f2 | sort | uniq -c"), needs="cut"),
        Runner("grep -oE | sort | uniq -c", shell(f"grep -oE '\" [0-9]{{3}} ' {log} | cut -c3-5 | sort | uniq -c"), needs="grep"),
        Runner("perl -ne", ["perl", "-ne", perl, log]),
        Runner("Python split()[8]", [python, "-c", SPLIT_LOOP, log]),
        Runner("Python re, strict", [python, "-c", RE_LOOP, log]),
        Runner("DuckDB read_csv, 1 thread", [python, "-c", DUCKDB, log, kind], needs="import duckdb"),
        Runner("GoAccess", ["goaccess", log, "--log-format=COMBINED", "-o", f"{log}.goaccess.json", "--no-progress"], kind="lines"),
    ]


def cache(path):
    """Reads a file from disk into the page cache, where it then lies in large pieces; one that was just written lies in small ones."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while file.read(1 << 20):
            pass


def compete(runners, truth, rounds):
    for turn in range(rounds):
        for runner in runners:
            slow = runner.times and statistics.median(runner.times) * rounds > 20
            if slow and turn >= 3 or (runner.times and runner.times[0] > 30):
                continue
            output = runner.run()
            if turn == 0:
                runner.wrong = runner.check(output, truth)


def working(runners, missing):
    """Those that are installed and run; the others are added to missing."""
    there = []
    for runner in runners:
        try:
            if runner.is_there():
                runner.run()  # Its first run warms what it needs, and does not count.
                runner.times.clear()
                runner.cpu.clear()
                there.append(runner)
            else:
                missing.append(runner.name)
        except subprocess.CalledProcessError:
            missing.append(f"{runner.name} (fails)")
    return there


def table(runners, base, size):
    for runner in runners:
        median = statistics.median(runner.times)
        wrong = "-" if runner.wrong is None else str(runner.wrong)
        print(f"{runner.name:28} {median * 1000:10.1f} ms {size / median / 1e9:7.2f} GB/s {median / base:8.2f}x   "
              f"{wrong:>8} wrong   n={len(runner.times)}")  # fmt: skip


def svg(results, path):
    """Bars of throughput on a logarithmic scale, ours in another colour, with the wrong lines beside them."""
    rows = sorted(results, key=lambda row: -row["gb_per_s"])
    low, width, step = 0.001, 520, 24
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 400}" height="{step * len(rows) + 50}" font-family="sans-serif" '
           'font-size="13">', '<rect width="100%" height="100%" fill="white"/>',
           '<text x="10" y="20">Statuses of a Combined log: GB/s (logarithmic), and lines counted wrong</text>']  # fmt: skip
    for i, row in enumerate(rows):
        y = 40 + i * step
        length = max(2, width * math.log(max(row["gb_per_s"], low) / low) / math.log(20 / low))
        name = row["name"].replace("ours", "httpstatus").replace("&", "&amp;").replace("<", "&lt;")
        wrong = "" if row["wrong"] is None else f", {row['wrong']} wrong" if row["wrong"] else ", exact"
        out.append(f'<text x="190" y="{y + 13}" text-anchor="end">{name}</text>'
                   f'<rect x="200" y="{y}" width="{length:.0f}" height="{step - 6}" fill="{"#2a7" if row["ours"] else "#99a"}"/>'
                   f'<text x="{205 + length:.0f}" y="{y + 13}">{row["gb_per_s"]:.3g}{wrong}</text>')  # fmt: skip
    path.write_text("\n".join([*out, "</svg>", ""]))


def build(directory):
    subprocess.run(["cmake", "-S", ROOT, "-B", directory, "-DCMAKE_BUILD_TYPE=Release", "-DHTTPSTATUS_BENCH=ON",
                    "-DHTTPSTATUS_EXAMPLES=OFF", "-DHTTPSTATUS_LUA=OFF"], check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    subprocess.run(["cmake", "--build", directory, "--target", "bench_tally"], check=True, stdout=subprocess.DEVNULL)
    return str(directory / "tests/bench/bench_tally")


# Ours, the rival, the least and the aim: how many times faster, or for the last ones what share of the rival's time.
GOALS = [
    ("combined", "ours, mapped", "wc -l", 0.85, 1.05), ("combined", "ours, mapped, 2 threads", "wc -l", 1.25, 1.7),
    ("combined", "ours, read()", "wc -l", 0.55, 0.7), ("combined", "ours, mapped", "mawk '{c[$9]++}'", 10, 15),
    ("combined", "ours, mapped", "awk | sort | uniq -c", 14, 20), ("combined", "ours, mapped", "Python re, strict", 50, 80),
    ("combined", "ours, mapped", "GoAccess", 200, 300), ("json", "ours, mapped", "wc -l", 0.8, 1.0),
    ("json", "ours, mapped", "jq", 70, 120), ("combined", "ours, cat | tally", "cat | wc -l", 2, 3),
    ("combined", "ours, Python tally(path)", "ours, read()", 1 / 1.15, 1 / 1.05),
    ("arrays", "count_categories(a)", "a.max()", 1 / 1.4, 1 / 1.15), ("arrays", "count_codes(a)", "np.bincount(a)", 8, 15),
    ("arrays", "count_codes(a)", "pandas value_counts", 9, 16),
    ("arrays", "count_codes(list)", "collections.Counter(list)", 8, 12),
]  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the logs, which are used again if they are there")
    arguments = parser.parse_args()
    medians, cpu, rows, missing = {}, {"arrays": {}}, [], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        tally = build(Path(temporary, "build"))
        for kind in ("combined", "json"):
            log = folder / f"{kind}.log"
            if not log.exists():
                make_log.make(log, kind, arguments.megabytes << 20)
            truth = json.loads(Path(f"{log}.json").read_text())
            counts = {int(code): n for code, n in truth["counts"].items()}
            cache(log)
            runners = working(contestants(tally, str(log), kind), missing)
            compete(runners, counts, arguments.rounds)
            print(f"\n{kind}: {truth['lines']} lines, {truth['bytes'] / 1e6:.0f} MB; times of the whole process, x as of wc -l")
            medians[kind] = {runner.name: statistics.median(runner.times) for runner in runners}
            cpu[kind] = {runner.name: statistics.median(runner.cpu) for runner in runners}
            table(runners, medians[kind]["wc -l"], truth["bytes"])
            rows += [{"log": kind, "name": runner.name, "ours": runner.ours, "median_s": medians[kind][runner.name], "cpu_s": cpu[kind][runner.name],
                      "rounds": len(runner.times), "gb_per_s": truth["bytes"] / medians[kind][runner.name] / 1e9,
                      "wrong": runner.wrong} for runner in runners]  # fmt: skip
    try:
        out = subprocess.run([sys.executable, "-c", ARRAYS, str(arguments.rounds)], capture_output=True, check=True).stdout
        medians["arrays"] = {name: statistics.median(times) for name, times in json.loads(out).items()}
    except subprocess.CalledProcessError:
        missing.append("numpy")
        medians["arrays"] = {}
    # Starting Python is no part of the tally: it is measured, and taken off.
    started = Runner("start", [sys.executable, "-c", "import httpstatus; httpstatus.tally(b'')"], ours=True)
    for _ in range(arguments.rounds):
        started.run()
    medians["combined"]["ours, Python tally(path)"] -= statistics.median(started.times)
    cpu["combined"]["ours, Python tally(path)"] -= statistics.median(started.cpu)

    print(f"\n{'job':35} {'against':28} {'times faster':>13} {'by cpu':>8} {'at least':>9} {'aim':>7}")
    ratios = []
    for kind, ours, rival, least, aim in GOALS:
        if ours in medians[kind] and rival in medians[kind]:
            ratio = medians[kind][rival] / medians[kind][ours]
            by_cpu = cpu[kind][rival] / cpu[kind][ours] if cpu[kind] else None
            verdict = "aim" if ratio >= aim else "ok" if ratio >= least else "BELOW"
            shown = "-" if by_cpu is None else f"{by_cpu:.2f}"
            print(f"{kind + ': ' + ours:35} {rival:28} {ratio:13.2f} {shown:>8} {least:9.2f} {aim:7.2f}  {verdict}")
            ratios.append({"log": kind, "ours": ours, "rival": rival, "ratio": ratio, "by_cpu": by_cpu, "least": least, "aim": aim})
    print(f"\nNot installed, so not measured: {', '.join(sorted(set(missing))) or 'none'}")
    wrong = [row["name"] for row in rows if row["ours"] and row["wrong"]]
    if arguments.json:
        arguments.json.write_text(json.dumps({"rows": rows, "ratios": ratios, "arrays": medians["arrays"]}, indent=1) + "\n")
    if arguments.svg:
        svg([row for row in rows if row["log"] == "combined" and "cat" not in row["name"]], arguments.svg)
    sys.exit(f"Ours was wrong: {wrong}" if wrong else 0)


main()
