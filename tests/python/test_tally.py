"""Tallies of logs and counts of codes: what they take, what they give, and what they do with what is no log."""

import array
import bz2
import copy
import gzip
import io
import json
import lzma
import mmap
import os
import pickle
import random
import re
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest

import httpstatus
from httpstatus import Counts, Status, Tally, _core, classify_codes, count_categories, count_codes, tally, tally_lines

LOG = rb'''a - - [d] "GET / HTTP/1.1" 200 5 "-" "ua"
a - some user [d] "GET /a b" 404 5
a - - [d] "GET /\"200 500\" HTTP/1.1" 404 5
"x" - 1
"a" "b" 503 1
cut

"x" 499'''

COUNTS = {200: 1, 404: 2, 499: 1, 503: 1}


@pytest.fixture(scope="session")
def made(root, tmp_path_factory):
    """A log of some MB and its truth."""
    log = tmp_path_factory.mktemp("made") / "combined.log"
    truth = runpy.run_path(str(root / "tests/bench/make_log.py"))["make"](log, "combined", 17 << 20)
    return log, truth


def assert_true(result, truth):
    numbers = ("lines", "bytes", "no_status", "recovered", "unparsed", "blank")
    assert {name: getattr(result, name) for name in numbers} == {name: truth[name] for name in numbers}
    assert {str(code): n for code, n in result.items()} == truth["counts"]


# What a Tally is.


def test_a_tally():
    result = tally(LOG)
    assert dict(result) == result.counts == COUNTS and list(result) == sorted(COUNTS)
    assert result[404] == result[Status.NOT_FOUND] == 2 and result[500] == 0 and result.get(500) is None
    assert 404 in result and 500 not in result and len(result) == 4
    assert (result.lines, result.bytes, result.total) == (8, len(LOG), 5)
    assert (result.no_status, result.recovered, result.unparsed, result.blank) == (1, 1, 1, 1)
    assert result.unparsed_at == (LOG.index(b"cut"),) and result.format == "combined"
    assert result.categories == {"success": 1, "client_error": 3, "server_error": 1}
    assert result.error_rate == 0.8 and tally(b"").error_rate == 0.0
    assert result.most_common(2) == [(Status(404), 2), (Status(200), 1)]
    assert repr(result) == (
        f"<Tally lines=8, bytes={len(LOG)}, no_status=1, recovered=1, unparsed=1, blank=1, {{404: 2, 200: 1, 499: 1, 503: 1}}>"
    )
    assert json.loads(json.dumps(result.to_dict()))["counts"] == {"200": 1, "404": 2, "499": 1, "503": 1}
    assert {"categories", "lines", "unparsed_at", "format"} < set(result.to_dict())


def test_a_tally_is_a_value():
    result = tally(LOG)
    for same in (tally(LOG), pickle.loads(pickle.dumps(result)), copy.copy(result), copy.deepcopy(result)):
        assert same == result and hash(same) == hash(result) and type(same) is Tally
    assert result != tally(LOG + b"\n\n") and result != COUNTS
    with pytest.raises(AttributeError, match="immutable"):
        result.lines = 5
    with pytest.raises(AttributeError, match="immutable"):
        del result.lines
    with pytest.raises(TypeError, match="tally"):
        Tally()
    with pytest.raises(TypeError):
        result[404] = 5
    with pytest.raises(TypeError):
        result["404"]


def test_tallies_are_added():
    double = tally(LOG) + tally(LOG)
    assert double.counts == {code: 2 * n for code, n in COUNTS.items()}
    assert (double.lines, double.bytes, double.format, double.unparsed_at) == (16, 2 * len(LOG), "combined", ())
    assert sum([tally(LOG)] * 3).lines == 24
    assert (tally(LOG) + tally(b'{"status":200}')).format is None
    for other in (1, COUNTS, count_codes([200])):
        with pytest.raises(TypeError):
            tally(LOG) + other


# What tally() takes.


class OnlyRead:
    def __init__(self, data):
        self.rest = data

    def read(self, size):
        size = min(size, 3)
        data, self.rest = self.rest[:size], self.rest[size:]
        return data


def test_sources(tmp_path):
    expected = tally(LOG)
    path = tmp_path / "access.log"
    path.write_bytes(LOG)
    for source in (str(path), path, bytearray(LOG), memoryview(LOG), io.BytesIO(LOG), OnlyRead(LOG), array.array("b", LOG)):
        assert tally(source) == expected
    with open(path, "rb") as file, open(path, "rb", buffering=0) as raw, open(path) as text:
        assert tally(file) == tally(raw) == tally(text) == expected
        assert not file.closed and not raw.closed and file.read() == b""
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            assert tally(mapped) == expected
    assert tally([path, LOG, io.BytesIO(LOG)], threads=2) == tally([path, LOG, LOG]) == sum([expected] * 3)
    assert tally([]).lines == 0
    for wrong in (5, None, io.StringIO("x"), [5], object()):
        with pytest.raises(TypeError):
            tally(wrong)
    with pytest.raises(ValueError, match="threads"):
        tally(LOG, threads=0)


def test_formats():
    for format in ("combined", b"combined", '$remote_addr "$request" $status', '%h "%r" %>s'):
        assert tally(LOG, format).counts == COUNTS
    assert tally(b'{"a":{"s":404}}', "json:a.s").counts == {404: 1}
    with pytest.raises(ValueError, match=r"no format of logs is called so: 'nope'"):
        tally("/nowhere", "nope")
    with pytest.raises(ValueError, match="column"):
        tally(b"a,b\n1,2\n", "csv:status")
    with pytest.raises(TypeError):
        tally(LOG, 5)


def test_lines():
    lines = LOG.splitlines(keepends=True)
    expected = {**tally(LOG).to_dict(), "bytes": len(LOG) + 1}
    assert tally_lines(lines).to_dict() == expected
    assert tally_lines(line.decode().rstrip("\n") for line in lines).to_dict() == expected
    assert tally_lines([]).lines == 0 and tally_lines(["", "\n", "\ud800"]).lines == 3
    assert tally_lines(lines * 500)[404] == 1000
    assert tally_lines(["404"], "space:1")[404] == 1
    for wrong in ([5], 5):
        with pytest.raises(TypeError):
            tally_lines(wrong)


# Big ones.


def test_a_big_log(made):
    path, truth = made
    whole = tally(path)
    assert_true(whole, truth)
    data = path.read_bytes()
    assert tally(path, threads=3) == tally(data) == tally(data, threads=5) == tally(path, threads=100) == whole
    assert len(whole.unparsed_at) == 8
    for offset in whole.unparsed_at:
        assert offset == 0 or data[offset - 1 : offset] == b"\n"
    with open(path, "rb") as file:
        skipped = len(file.readline())
        rest = tally(file, threads=2)
    assert (rest.lines, rest.bytes) == (whole.lines - 1, whole.bytes - skipped)


@pytest.mark.parametrize("kind", ["w3c", "csv"])
def test_formats_whose_lines_depend_on_others(kind, tmp_path):
    header = {"w3c": "#Fields: a sc-status\n", "csv": "a,status\n"}[kind]
    path = tmp_path / "log"
    path.write_text(header + ("x 200\n" if kind == "w3c" else "x,200\n") * 2_000_000)
    assert tally(path, threads=2) == tally(path)
    assert tally(path, threads=2)[200] == 2_000_000


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, "zstd"])
def test_compressed(pack, made, tmp_path):
    if pack == "zstd":
        zstandard = pytest.importorskip("zstandard")
        pack = zstandard.ZstdCompressor().compress
    data = made[0].read_bytes()[: 1 << 20]
    expected = tally(data)
    packed = pack(data[:700_000]) + pack(data[700_000:])  # Two members, as some programs make them.
    file = tmp_path / "access.log"
    file.write_bytes(packed)
    for source in (file, packed, io.BytesIO(packed), OnlyRead(packed)):
        assert tally(source, threads=2) == expected
    with open(file, "rb") as opened:
        assert tally(opened) == expected and not opened.closed
    for length in (len(packed) - 5, len(packed) // 2):
        file.write_bytes(packed[:length])
        with pytest.raises(EOFError, match=re.escape(str(file))):
            tally(file)
    middle = len(packed) // 3
    file.write_bytes(packed[:middle] + bytes(byte ^ 0x55 for byte in packed[middle : middle + 200]) + packed[middle + 200 :])
    with pytest.raises(ValueError, match=f"^{re.escape(str(file))}: the compressed log is damaged"):
        tally(file)


def test_progress(made, tmp_path):
    path, truth = made
    packed = tmp_path / "log.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()[: 1 << 20]))
    size = packed.stat().st_size
    for threads in (1, 3):
        for source, expected in [
            (path, truth["bytes"]), (path.read_bytes(), truth["bytes"]), (packed, size), (packed.read_bytes(), size),
            ([path, packed], truth["bytes"] + size), (io.BytesIO(LOG), len(LOG)), (OnlyRead(LOG), len(LOG)), (b"", 0),
        ]:  # fmt: skip
            told = []
            tally(source, threads=threads, progress=told.append)
            assert sum(told) == expected

    def enough(size):
        raise json.JSONDecodeError("enough", "", 0)

    for threads in (1, 3):
        for source in (path, path.read_bytes(), packed, [path, packed]):
            with pytest.raises(json.JSONDecodeError, match="^enough: line 1"):
                tally(source, threads=threads, progress=enough)


class NotReady(OnlyRead):
    def read(self, size):
        return super().read(size) or None


def test_readers(made, tmp_path):
    path, truth = made
    for threads in (1, 3):
        with open(path, "rb") as file:
            tally(file, threads=threads)
            assert file.tell() == truth["bytes"]
        with pytest.raises(BlockingIOError):
            tally(NotReady(LOG), threads=threads)
    packed = tmp_path / "log.gz"
    noise = bytes(random.Random(1).choices(range(32, 127), k=9 << 20))
    packed.write_bytes(gzip.compress(noise + b"\n" + LOG, 1))
    with gzip.open(packed) as file:
        assert tally(file, "combined", threads=3).counts == COUNTS


# What is no log, and what changes.


def test_what_is_no_text(tmp_path):
    with pytest.raises(IsADirectoryError):
        tally(tmp_path)
    with pytest.raises(FileNotFoundError):
        tally(tmp_path / "nowhere")
    for encoding in ("utf-16-le", "utf-16-be"):
        path = tmp_path / encoding
        path.write_bytes(("\ufeff" + LOG.decode()).encode(encoding))
        with pytest.raises(ValueError, match=rf"{re.escape(str(path))}: .*UTF-16"):
            tally(path)
    assert tally(b"\xef\xbb\xbf" + LOG).counts == COUNTS
    assert tally(LOG.replace(b"\n", b"\r\n")).counts == COUNTS
    nuls = tally(bytes(3 << 20))
    assert (nuls.lines, nuls.unparsed, nuls.unparsed_at, nuls.format) == (1, 1, (0,), "auto")


def test_a_fifo(tmp_path):
    path = tmp_path / "fifo"
    os.mkfifo(path)
    for data in (LOG, gzip.compress(LOG)):
        writer = threading.Thread(target=lambda: path.write_bytes(data))
        writer.start()
        assert tally(path, threads=4).counts == COUNTS
        writer.join()


def test_stdin(tmp_path):
    program = "import httpstatus, sys; print(httpstatus.tally(sys.stdin)[404])"
    for data in (LOG, gzip.compress(LOG)):
        assert subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True).stdout == b"2\n"


class Changing(OnlyRead):
    """Calls change once when so much was read."""

    def __init__(self, path, after, change):
        self.file, self.after, self.change = open(path, "rb", buffering=0), after, change

    def read(self, size):
        self.after -= 1
        if self.after == 0:
            self.change()
        return self.file.read(size)


def test_a_log_that_changes(made, tmp_path):
    data = made[0].read_bytes()[: 9 << 20]
    path = tmp_path / "log"
    path.write_bytes(data)

    def longer():
        with open(path, "ab") as file:
            file.write(b'"x" 200\n')

    def shorter():
        os.truncate(path, 1 << 20)

    for change, lines in ((longer, tally(data + b'"x" 200\n').lines), (shorter, None)):
        result = tally(Changing(path, 20, change))
        assert lines is None or result.lines == lines
        assert result.lines == result.total + result.no_status + result.unparsed + result.blank
    # In parts, with a real file that becomes shorter between the look at its size and the reads.
    path.write_bytes(data)
    with open(path, "rb") as file:
        real, os.fstat = os.fstat, lambda number: (lambda status: (shorter(), status)[1])(real(number))
        try:
            result = tally(file, threads=2)
        finally:
            os.fstat = real
    assert result.lines == result.total + result.no_status + result.unparsed + result.blank
    assert result.bytes <= len(data)


MEMORY = """
import resource, httpstatus, io
class Endless(io.RawIOBase):
    left = 1 << 30
    def readable(self): return True
    def readinto(self, buffer):
        n = min(len(buffer), self.left)
        buffer[:n] = b"x" * n
        self.left -= n
        return n
httpstatus.tally(b'"x" 200' * 100)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
result = httpstatus.tally(Endless())
assert (result.lines, result.bytes, result.unparsed) == (1, 1 << 30, 1), result
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif("libasan" in os.environ.get("LD_PRELOAD", ""), reason="the sanitizer keeps freed memory")
def test_a_line_of_a_gigabyte_takes_no_memory():
    out = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True).stdout
    assert int(out) < 4096  # KiB


INTERRUPTED = """
import signal, sys, time, httpstatus
signal.signal(signal.SIGINT, signal.default_int_handler)  # What runs in the background was started to ignore it.
class Endless:
    def read(self, size):
        return b'"x" 200 1\\n' * (size // 10)
print("ready", flush=True)
try:
    if sys.argv[1] == "file":
        httpstatus.tally(Endless())
    elif sys.argv[1] == "files":
        httpstatus.tally([Endless(), Endless()], threads=2)
    elif sys.argv[1] == "bytes":
        data = b'"x" 200 1\\n' * (1 << 22)
        while True:
            httpstatus.tally(data)
    else:
        data = b'"x" 200 1\\n' * (1 << 22)
        while True:
            httpstatus.tally([data] * 40, threads=2)
except KeyboardInterrupt:
    print(time.monotonic(), flush=True)
"""


@pytest.mark.parametrize("kind", ["file", "files", "bytes", "threads"])
def test_an_interrupt_is_heard_at_once(kind):
    def delay():
        with subprocess.Popen([sys.executable, "-c", INTERRUPTED, kind], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.5)
            start = time.monotonic()
            process.send_signal(signal.SIGINT)
            late = threading.Timer(20, process.kill)  # What is never heard ends the test, too.
            late.start()
            heard = process.stdout.readline()
            late.cancel()
            return float(heard) - start

    assert min(delay() for _ in range(3)) < 0.1


@pytest.mark.parametrize("call", ["tally_feed", "count_codes"])
def test_other_threads_run_meanwhile(call):
    data = b'a - - [d] "GET / HTTP/1.1" 200 5 "-" "some agent"\n' * 1_000_000
    arguments = (_core.tally_init("combined"), data) if call == "tally_feed" else (memoryview(data).cast("H"),)
    counted, done = 0, threading.Event()

    def count():
        nonlocal counted
        while not done.is_set():
            counted += 1

    other = threading.Thread(target=count)
    old = sys.getswitchinterval()
    sys.setswitchinterval(0.3)  # So that no thread has to give way in so short a time: it runs if the lock is released.
    try:
        other.start()
        before = counted
        getattr(_core, call)(*arguments)
        during = counted - before
        done.set()
        other.join()
    finally:
        sys.setswitchinterval(old)
    assert during > 0


def test_a_buffer_cannot_be_resized_meanwhile():
    """Whoever resizes a buffer that is being read is refused; without that the read would be of freed memory."""
    data = bytearray(b'"x" 200 1\n' * 3_000_000)
    codes = bytearray(20_000_000)
    refused = []
    done = threading.Event()

    def resize():
        while not done.is_set():
            for buffer in (data, codes):
                try:
                    buffer.append(10)
                    buffer.pop()
                except BufferError:
                    refused.append(buffer)

    other = threading.Thread(target=resize)
    other.start()
    for _ in range(20):
        assert tally(data)[200] >= 3_000_000 - 1
        count_codes(memoryview(codes).cast("H") if len(codes) % 2 == 0 else [200])
        if refused:
            break
    done.set()
    other.join()
    assert refused


# Codes in bulk.

CODES = [200, 404, 404, 499, 599, 600, 999, 1000, 0, 99, 65535]
BYTES = bytes([2, 4, 4, 4, 5, 0, 0, 0, 0, 0, 0])


def check_codes(codes, expected=CODES, nulls=0):
    counts = count_codes(codes)
    assert dict(counts) == Counter(code for code in expected if 0 <= code <= 999)
    assert counts.out_of_range == sum(not 0 <= code <= 999 for code in expected) and counts.nulls == nulls
    categories = Counter(httpstatus.classify(code) for code in expected)
    assert count_categories(codes) == {**categories, **({None: nulls} if nulls else {})}


@pytest.mark.parametrize("kind", "hHiIlLqQ")
def test_arrays(kind):
    codes = array.array(kind, [code if code < 32768 or kind != "h" else -1 for code in CODES])
    check_codes(codes)
    check_codes(memoryview(codes))
    check_codes(memoryview(codes)[::2], CODES[::2])
    assert classify_codes(codes) == BYTES and classify_codes(memoryview(codes)[::-1]) == BYTES[::-1]
    check_codes(array.array(kind), [])


def test_iterables():
    check_codes(CODES)
    check_codes(tuple(CODES))
    check_codes([Status(code) for code in CODES])
    assert count_codes(iter(CODES)) == count_codes(code for code in CODES) == count_codes(CODES)
    check_codes([200, None, 404, None], [200, 404], nulls=2)
    beyond = [sign * (2**bits + code) for sign in (1, -1) for bits in (15, 30, 31, 60, 63, 80) for code in (-1, 0, 404)]
    check_codes([*beyond, -404, -1, 0], [*beyond, -404, -1, 0])
    check_codes([200] * 50000 + [None], [200] * 50000, nulls=1)
    assert classify_codes([200, None, 404, 2**80]) == b"\2\0\4\0" and classify_codes([200] * 30000) == b"\2" * 30000
    assert isinstance(count_codes([]), Counts) and repr(count_codes([200, 1000])) == "<Counts out_of_range=1, {200: 1}>"
    assert count_codes([200]) + count_codes([200, None]) == count_codes([200, 200, None])
    assert pickle.loads(pickle.dumps(count_codes([200]))) == count_codes([200])


class Shrinking:
    def __init__(self, codes):
        self.codes = codes

    def __index__(self):
        self.codes.clear()
        return 404


def test_a_list_may_change_meanwhile():
    codes = [200, 200]
    codes.append(Shrinking(codes))
    codes += [200] * 5
    assert count_codes(codes).counts == {200: 2, 404: 1}


@pytest.mark.parametrize(
    "wrong",
    [b"200", "200", bytearray(4), 5, None, [200, "404"], [4.0], [None, 2.5], array.array("d", [200.0]), array.array("b", [1]),
     memoryview(bytes(4)), {"404": 1}],
    ids=repr,
)  # fmt: skip
def test_what_is_no_code(wrong):
    for call in (count_codes, count_categories, classify_codes):
        with pytest.raises(TypeError):
            call(wrong)


def test_numpy():
    numpy = pytest.importorskip("numpy")
    for kind in ("u2", "i4", "u4", "i8", "u8"):
        check_codes(numpy.array(CODES, kind))
        check_codes(numpy.array(CODES, kind)[::3], CODES[::3])
        check_codes(numpy.array(CODES * 2, kind).reshape(2, -1), CODES * 2)
    codes = numpy.random.default_rng(1).integers(0, 1100, 200_000).astype("u2")
    counts = numpy.bincount(codes, minlength=1100)
    assert [count_codes(codes)[code] for code in range(1000)] == counts[:1000].tolist()
    assert (numpy.frombuffer(classify_codes(codes), "u1") == numpy.where((codes >= 100) & (codes < 600), codes // 100, 0)).all()
    for wrong in (numpy.array([200.0]), numpy.array([200], ">u2"), numpy.array([1], "u1"), numpy.array(["200"])):
        with pytest.raises((TypeError, ValueError, BufferError)):
            count_codes(wrong)


def test_arrow():
    arrow = pytest.importorskip("pyarrow")
    for kind in (arrow.int16(), arrow.uint16(), arrow.int32(), arrow.uint32(), arrow.int64(), arrow.uint64()):
        codes = arrow.array([200, None, 404, 404, None, 599, 1000], kind)
        check_codes(codes, [200, 404, 404, 599, 1000], nulls=2)
        check_codes(codes[1:], [404, 404, 599, 1000], nulls=2)
        check_codes(codes[2:4], [404, 404])
        check_codes(arrow.chunked_array([codes, codes[3:], codes[:0]]), [200, 404, 404, 599, 1000, 404, 599, 1000], nulls=3)
        assert classify_codes(codes[1:]) == b"\0\4\4\0\5\0"
    for wrong in (arrow.array([200.0]), arrow.array(["200"]), arrow.array([200]).dictionary_encode(), arrow.array([1], arrow.int8()),
                  arrow.chunked_array([arrow.array([2.0])])):  # fmt: skip
        with pytest.raises(TypeError, match="Arrow"):
            count_codes(wrong)


def test_pandas():
    pandas = pytest.importorskip("pandas")
    check_codes(pandas.Series(CODES))
    check_codes(pandas.Series(CODES, dtype="Int32"))


# The library against the standard one, on any text.


def test_any_bytes_are_accounted_for():
    made = random.Random(404)
    pieces = [b"\n", b'"', b"\\", b" ", b"200", b"404 ", b'" 404 ', b"{", b"}", b'"status":', b",", b"\r", b"\0", b"\xff", b"x" * 70]
    for _ in range(300):
        data = b"".join(made.choices(pieces, k=made.randrange(200)))
        for format in ("auto", "combined", "json", "w3c", "space:2", "csv:1"):
            result = tally(data, format)
            assert result.lines == data.count(b"\n") + (not data.endswith(b"\n") and data != b"")
            assert result.lines == result.total + result.no_status + result.unparsed + result.blank
