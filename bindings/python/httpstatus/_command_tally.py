"""The command tally: counts the statuses in logs, and tells what the problems among them mean."""

import io
import os
import re
import stat
import sys
import threading
import time
from contextlib import contextmanager, nullcontext
from itertools import chain, groupby
from operator import itemgetter

import httpstatus
from httpstatus import _command as base
from httpstatus import _tally

EXITS = """exit status:
  0    every log was read
  1    what --fail-over names was exceeded
  2    the command line is wrong, or a log could not be read"""

PROBLEMS = 3  # As many of the worst statuses are explained.
SHOWN_FROM = 32 * 1024 * 1024  # Logs of this size and more have their progress shown.
BAR = 24
PIPE = 1024 * 1024  # Bytes that a pipe is made to hold.
WAITING = 1000  # As many lines without a record wait for the next one.


def add(command):
    made = command("tally", "count the statuses in logs", ["access.log", "--by hour access.log", "--fail-over '5xx>1%' access.log",
                   "--where @error *.log", "--format json:response.status log.json"], run, exits=EXITS)  # fmt: skip
    made.epilog = made.epilog.replace("examples:", f"examples:\n  zcat access.log.gz | {base.PROGRAM} tally", 1)
    made.add_argument("file", nargs="*", help="logs, which may be compressed; - for standard input, as without any")
    made.add_argument("--log-format", "--format", dest="log_format", default="auto", metavar="FORMAT",
                      help="auto, combined, json, json:KEY, w3c, csv:COLUMN, tsv:COLUMN, space:COLUMN, alb, or a log_format of nginx or "
                      "a LogFormat of Apache")  # fmt: skip
    made.add_argument("--where", metavar="SET", help="only statuses of this set")
    made.add_argument("--top", type=int, metavar="N", help="only the N most frequent statuses")
    made.add_argument("--by", choices=("minute", "hour", "day"), help="count classes over time, from the time of each line")
    made.add_argument("--fail-over", metavar="LIMIT", help="a set, > and a share, as in '5xx>1%%'")
    made.add_argument("--threads", type=int, default=1, metavar="N", help="read with so many threads")
    made.add_argument("--mmap", action="store_true", help="map files instead of reading them; a file that shrinks meanwhile ends the command")
    group = made.add_mutually_exclusive_group()
    for name, text in (("json", "JSON"), ("csv", "comma-separated values"), ("prometheus", "the text format of Prometheus")):
        group.add_argument(f"--{name}", dest="format", action="store_const", const=name, default="text", help=f"print {text}")


def run(options):
    wanted = set_of(options.where) if options.where else None
    limit = limit_of(options.fail_over) if options.fail_over else None
    names = options.file or ["-"]
    if names == ["-"] and not options.file and sys.stdin is not None and sys.stdin.isatty():
        raise base.Usage("name a log, or pipe one in")
    if options.by:
        if wanted is not None or options.top is not None or options.format == "prometheus" or options.threads != 1 or options.mmap:
            raise base.Usage("--by counts classes over time, in one go: without --where, --top, --prometheus, --threads and --mmap")
        total = over_time(names, options)
    else:
        tallies = [(name, tally_of(name, options)) for name in names]
        total = sum(tally for _, tally in tallies)
        {"json": print_json, "csv": print_csv, "prometheus": print_prometheus, "text": print_text}[options.format](
            tallies, total, wanted, options
        )
    return base.UNKNOWN if limit and exceeds(total, *limit) else base.KNOWN


def set_of(text):
    try:
        return httpstatus.StatusSet(text)
    except ValueError as error:
        raise base.Usage(error) from None


def limit_of(text):
    match = re.fullmatch(r"(.+?)\s*>\s*(\d+(?:\.\d+)?)\s*%", text)
    if match is None:
        raise base.Usage(f"a limit is a set, > and a share, as in 5xx>1%, not {text!r}")
    return set_of(match[1]), float(match[2])


def exceeds(tally, wanted, percent):
    return sum(number for code, number in tally.items() if code in wanted) * 100 > percent * tally.total


# Reading.


@contextmanager
def opened(name):
    """A log, its size, which is None if it is not known, and a Progress, which is None without a terminal."""
    shown = "standard input" if name == "-" else name
    if name == "-" and sys.stdin is None:
        raise base.Usage("standard input is closed")
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb") as file:
            status = os.fstat(file.fileno())
            size = status.st_size - file.tell() if stat.S_ISREG(status.st_mode) else None
            if stat.S_ISFIFO(status.st_mode):
                widen(file)
            with Progress(shown, size) if sys.stderr is not None and sys.stderr.isatty() else nullcontext() as progress:
                yield file, size, progress
    except OSError as error:
        raise base.Usage(error if error.filename else f"{shown}: {error}") from None
    except (EOFError, ValueError) as error:
        raise base.Usage(f"{shown}: {error}") from None


def widen(pipe):
    """Makes a pipe hold more, so that writer and reader wait less for each other. Only Linux can."""
    try:
        import fcntl

        if fcntl.fcntl(pipe, fcntl.F_GETPIPE_SZ) < PIPE:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)
    except (ImportError, AttributeError, OSError):
        pass


def tally_of(name, options):
    with opened(name) as (file, size, progress):
        if not options.mmap or not size or name == "-":  # Standard input may have been read in part.
            return httpstatus.tally(file, options.log_format, threads=options.threads, progress=progress)
        import mmap

        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            return httpstatus.tally(view, options.log_format, threads=options.threads, progress=progress)


class Progress:
    """Tells on standard error how much of a long log was read, and how fast. The size is None if it is not known."""

    def __init__(self, name, size):
        self._name, self._size = name, size
        self._read, self._start, self._told = 0, time.monotonic(), 0.0
        self._lock = threading.Lock()

    def __call__(self, n):
        with self._lock:
            self._read += n
            now = time.monotonic()
            if now - self._told > 0.1 and (self._read if self._size is None else self._size) >= SHOWN_FROM:
                self._told = now
                share = f"{self._read / 1e6:,.0f} MB" if self._size is None else f"{min(self._read * 100 // self._size, 100)} %"
                speed = self._read / max(now - self._start, 1e-9) / 1e6
                self._write(f"{self._name}: {share}, {speed:,.0f} MB/s")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self._told:
            self._write("")

    def _write(self, line):
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


# Printing.


def chosen(tally, wanted, options):
    rows = [(status, number) for status, number in tally.most_common() if wanted is None or status in wanted]
    return rows[: options.top]


def print_json(tallies, total, wanted, options):
    def plain(tally):
        told = tally.to_dict()
        told["counts"] = {str(int(status)): number for status, number in chosen(tally, wanted, options)}
        return told

    base.print_json({"files": [{"file": name, **plain(tally)} for name, tally in tallies], "total": plain(total)})


def print_csv(tallies, total, wanted, options):
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("file", "code", "phrase", "category", "lines"))
    for name, tally in tallies:
        for status, number in chosen(tally, wanted, options):
            writer.writerow((name, int(status), httpstatus.reason(status), status.category, number))


def print_prometheus(tallies, total, wanted, options):
    def label(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    print("# HELP httpstatus_log_lines Lines of the log by status code.\n# TYPE httpstatus_log_lines gauge")
    for name, tally in tallies:
        for status, number in chosen(tally, wanted, options):
            print(f'httpstatus_log_lines{{file={label(name)},code="{int(status)}"}} {number}')
    print("# HELP httpstatus_log_other_lines Lines of the log without a status that was counted.\n# TYPE httpstatus_log_other_lines gauge")
    for name, tally in tallies:
        for kind in ("no_status", "unparsed", "blank"):
            print(f'httpstatus_log_other_lines{{file={label(name)},kind="{kind}"}} {getattr(tally, kind)}')


def print_text(tallies, total, wanted, options):
    drawing = base.terminal()
    paint = drawing.painted if drawing else lambda text, style: text
    for name, tally in tallies:
        print_tally("standard input" if name == "-" else name, tally, wanted, options, paint, drawing)
        print()
    if len(tallies) > 1:
        print_tally("all together", total, wanted, options, paint, drawing)
        print()
    print_problems(total, wanted, paint)


def print_tally(name, tally, wanted, options, paint, drawing):
    print(f"{paint(name, 'bold')}: {tally.lines:,} lines{f', {tally.format}' if tally.format else ''}")
    rows = chosen(tally, wanted, options)
    most = max((number for _, number in rows), default=1)
    for status, number in rows:
        style = drawing.colour(status) if drawing else ""
        bar = paint("#" * max(1, round(BAR * number / most)), style)
        print(f"{number:>12,}  {number / max(tally.total, 1):>6.1%}  {paint(f'{status.label:<40}', style)}  {bar}".rstrip())
    classes = ", ".join(f"{number / tally.total:.1%} {category.replace('_', ' ')}" for category, number in
                        sorted(tally.categories.items(), key=lambda item: -item[1]))  # fmt: skip
    print(f"  {classes or 'no status'}")
    others = {"without a status": tally.no_status, "recovered": tally.recovered, "not understood": tally.unparsed, "blank": tally.blank}
    told = ", ".join(f"{number:,} {text}" for text, number in others.items() if number)
    if told:
        where = f"; the first not understood start at {', '.join(map(str, tally.unparsed_at[:3]))}" if tally.unparsed_at else ""
        print(f"  {told}{where}")


def print_problems(total, wanted, paint):
    problems = [(status, number) for status, number in total.most_common() if status.is_error and (wanted is None or status in wanted)]
    for status, number in problems[:PROBLEMS]:
        print(f"{paint(status.label, 'bold')}, {number:,} of {total.total:,}")
        if status.entry:
            print(f"  {status.summary}\n  {first_sentence(status.client)}")
        print(f"  {httpstatus.retry(status, 'GET').reason}")


def first_sentence(text):
    return re.split(r"(?<=[.?]) (?=[A-Z0-9])", text, maxsplit=1)[0]


# Over time. The time is read here, the status of each line in C.

TIME = re.compile(
    rb"(?P<d>\d\d)/(?P<m>[A-Z][a-z][a-z])/(?P<y>\d{4}):(?P<H>\d\d):(?P<M>\d\d)"
    rb"|(?P<iso>\d{4}-\d\d-\d\d)[T \t](?P<ih>\d\d):(?P<im>\d\d)"
)
MONTHS = {month: f"{i:02}" for i, month in enumerate(
    (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"), 1)}  # fmt: skip
WIDTHS = {"day": 10, "hour": 13, "minute": 16}
NO_TIME = "no time"


def time_of(line):
    """When a line was written, as 2026-11-24T10:00 in whatever zone it is told, or NO_TIME."""
    match = TIME.search(line)
    if match is None:
        return NO_TIME
    if match["iso"]:
        return f"{match['iso'].decode()}T{match['ih'].decode()}:{match['im'].decode()}"
    month = MONTHS.get(match["m"])
    return f"{match['y'].decode()}-{month}-{match['d'].decode()}T{match['H'].decode()}:{match['M'].decode()}" if month else NO_TIME


def over_time(names, options):
    buckets = {}
    width = WIDTHS[options.by]
    for name in names:
        with opened(name) as (file, _, progress):
            for when, tally in tallies_by(lines_of(file, progress), options.log_format, width):
                buckets[when] = buckets[when] + tally if when in buckets else tally
    rows = sorted(buckets.items())
    if options.format == "json":
        base.print_json({"by": options.by, "times": [{"time": when, **tally.to_dict()} for when, tally in rows]})
    else:
        print_times(rows, "," if options.format == "csv" else None)
    return sum(buckets.values()) if buckets else httpstatus.tally(b"")


def print_times(rows, separator):
    families = [httpstatus.family(code) for code in range(100, 600, 100)]
    head = ["time", *families, "other"]
    print(separator.join(head) if separator else f"{'time':<16}" + "".join(f"{name:>12}" for name in head[1:]))
    for when, tally in rows:
        counts = [sum(number for code, number in tally.items() if httpstatus.family(code) == family) for family in families]
        cells = [*counts, tally.lines - tally.blank - sum(counts)]
        print(separator.join(map(str, [when, *cells])) if separator else f"{when:<16}" + "".join(f"{cell:>12,}" for cell in cells))


def lines_of(file, progress):
    """The lines of a log, decompressed."""
    watched = io.BufferedReader(_tally._Reader(file, watch=progress or _tally._unwatched), _tally._CHUNK)
    opener = _tally._opener(watched.peek(_tally._MARK)[: _tally._MARK])
    return opener(watched) if opener else watched


def started(lines, format):
    """A tally that knows its format, told from as many lines as tally() looks at, and all the lines."""
    core = _tally._core
    state = core.tally_init(format)
    if format != "auto":
        return state, lines
    seen, length = [], 0
    for line in lines:
        seen.append(line)
        length += len(line)
        if length >= core.tally_window():
            break
    core.tally_feed(state, b"".join(seen))
    core.tally_finish(state)
    found = core.tally_format(state)
    # No text says that there is no format, which only a fork knows then.
    none = seen and found == "auto"
    return core.tally_fork(state, 0) if none else core.tally_init(found), chain(seen, lines)


def tallies_by(lines, format, width):
    """(time, Tally) for runs of lines of one time: what the tally of all lines gains by them."""
    state, lines = started(lines, format)
    before = _tally._finished(state)
    for when, run in groupby(timed(lines, before.format, width), key=itemgetter(0)):
        batch, length = [], 0
        for _, line in run:
            batch.append(line)
            length += len(line)
            if length >= _tally._CHUNK:
                _tally._core.tally_feed(state, b"".join(batch))
                batch, length = [], 0
        _tally._core.tally_feed(state, b"".join(batch))
        after = _tally._finished(state)
        yield when, gained(before, after)
        before = after


def gained(before, after):
    counts = {code: number - before[code] for code, number in after.items() if number > before[code]}
    return _tally._tally(counts, *(getattr(after, name) - getattr(before, name) for name in after._NUMBERS), (), after.format)


def timed(lines, format, width):
    """The lines with their times. Those that are blank or tell of the columns have the time of the next record."""
    kind, _, column = format.partition(":")
    waiting, when, header = [], NO_TIME, kind in ("csv", "tsv", "space") and not column.isdecimal()
    for line in lines:
        bare = line.removeprefix(b"\xef\xbb\xbf").strip()
        record = bare and not header and not (kind == "w3c" and bare.startswith(b"#"))
        header = header and not bare
        if record:
            when = time_of(line)[:width]
        waiting.append((when, line))
        if record or len(waiting) == WAITING:
            yield from ((when, one) for _, one in waiting)
            waiting.clear()
    yield from waiting
