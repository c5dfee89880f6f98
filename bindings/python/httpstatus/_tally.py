"""Statuses in bulk: counts of codes, and tallies of logs. Nothing here reads a line: C does."""

import io
import os
import stat
from _operator import index

from . import _core
from ._status import Status

# As much as stays in the cache between the read and the tally.
_CHUNK = 256 * 1024
# What is fed at a time when it is in memory already: it takes less than a millisecond, and then signals are seen.
_SLICE = 1024 * 1024
# A part of a file that is worth a thread.
_PART = 4 * 1024 * 1024
_LINES = 1024


# By their numbers, which are the first digits of their codes.
_CATEGORIES = tuple(_core.classify(100 * digit) for digit in range(6))


class Counts:
    """How often each status code occurs. Immutable; get one from count_codes().

    A mapping of code to number, without the codes that do not occur: counts[404] is 0 for such a code. Also
    out_of_range (numbers outside 0 to 999), nulls, and what is computed: total, categories, error_rate, most_common().
    Two of them can be added.
    """

    __module__ = "httpstatus"
    __slots__ = ("_counts", "out_of_range", "nulls")
    _NUMBERS: tuple[str, ...] = ("out_of_range", "nulls")

    def __new__(cls, *args, **kwargs):
        raise TypeError("a Counts comes from count_codes(), and a Tally from tally()")

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name!r}: a {type(self).__name__} is immutable")

    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name!r}: a {type(self).__name__} is immutable")

    def __getitem__(self, code):
        return self._counts.get(index(code), 0)

    def __iter__(self):
        return iter(self._counts)

    def __len__(self):
        return len(self._counts)

    def __contains__(self, code):
        return code in self._counts

    def keys(self):
        """The codes that occur, ascending."""
        return self._counts.keys()

    def values(self):
        return self._counts.values()

    def items(self):
        return self._counts.items()

    def get(self, code, default=None):
        return self._counts.get(code, default)

    @property
    def counts(self):
        """The counts as a dict of their own."""
        return dict(self._counts)

    @property
    def total(self):
        """The sum of the counts."""
        return sum(self._counts.values())

    @property
    def categories(self):
        """Category -> number, without the categories that do not occur."""
        sums = {}
        for code, number in self._counts.items():
            category = _core.classify(code)
            sums[category] = sums.get(category, 0) + number
        return sums

    @property
    def error_rate(self):
        """The share of codes that are to be treated as errors (Status.is_error), 0.0 to 1.0; 0.0 of nothing."""
        errors = sum(number for code, number in self._counts.items() if _core.is_error(code))
        return errors / self.total if errors else 0.0

    def most_common(self, n=None):
        """The n most frequent codes, or all, as a list of (Status, number); equally frequent ones by number."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return [(Status(code), number) for code, number in ranked[:n]]

    def to_dict(self):
        """Plain values for json: the counts with the codes as text, the categories, and all numbers."""
        counts = {str(code): number for code, number in self._counts.items()}
        return {"counts": counts, "categories": self.categories, **{name: getattr(self, name) for name in self._NUMBERS}}

    def _values(self):
        return (self._counts, *(getattr(self, name) for name in self._NUMBERS))

    def __eq__(self, other):
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self):
        counts, *rest = self._values()
        return hash((tuple(counts.items()), *rest))

    def __add__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        counts = dict(self._counts)
        for code, number in other._counts.items():
            counts[code] = counts.get(code, 0) + number
        return self._sum(other, dict(sorted(counts.items())))

    def __radd__(self, other):
        """So that sum() works, which starts from 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def _sum(self, other, counts):
        return _counts(counts, *(getattr(self, name) + getattr(other, name) for name in self._NUMBERS))

    def __repr__(self):
        common = [f"{code}: {number}" for code, number in self.most_common(6)]
        more = [", ..."] if len(self) > 6 else []
        others = [f"{name}={getattr(self, name)}" for name in self._NUMBERS if getattr(self, name)]
        return f"<{type(self).__name__} {', '.join([*others, '{' + ', '.join(common) + ''.join(more) + '}'])}>"

    def __reduce__(self):
        return _counts, self._values()


def _counts(counts, out_of_range, nulls):
    made = object.__new__(Counts)
    for name, value in zip(Counts.__slots__, (counts, out_of_range, nulls)):
        object.__setattr__(made, name, value)
    return made


class Tally(Counts):
    """What tally() found in a log: a mapping of code to number of lines, as Counts is, and the lines it did not count.

    lines, bytes; no_status: lines that say that there was none; recovered: lines that do not fit the format but have one
    plausible status, which is counted; unparsed: lines that have not, of which unparsed_at tells where in the log the first
    start; blank: lines without a record. lines == total + no_status + unparsed + blank. format is the one that was found.

    Tallies can be added; the sum has no unparsed_at, and the format only if both have it.
    """

    __module__ = "httpstatus"
    __slots__ = ("lines", "bytes", "no_status", "recovered", "unparsed", "blank", "unparsed_at", "format")
    _NUMBERS = ("lines", "bytes", "no_status", "recovered", "unparsed", "blank")

    def to_dict(self):
        """Plain values for json: the counts with the codes as text, the categories, all numbers, and the format."""
        return {**Counts.to_dict(self), "unparsed_at": list(self.unparsed_at), "format": self.format}

    def _values(self):
        return (*Counts._values(self), self.unparsed_at, self.format)

    def _sum(self, other, counts):
        numbers = (getattr(self, name) + getattr(other, name) for name in self._NUMBERS)
        return _tally(counts, *numbers, (), self.format if self.format == other.format else None)

    def __reduce__(self):
        return _tally, self._values()


def _tally(counts, *rest):
    made = object.__new__(Tally)
    object.__setattr__(made, "_counts", counts)
    object.__setattr__(made, "out_of_range", 0)
    object.__setattr__(made, "nulls", 0)
    for name, value in zip(Tally.__slots__, rest):
        object.__setattr__(made, name, value)
    return made


def _finished(state):
    _core.tally_finish(state)
    return _tally(*_core.tally_values(state), _core.tally_format(state))


# Arrays.


def count_codes(codes):
    """How often each status code occurs in codes, as Counts.

    codes is an array of integers of 2, 4 or 8 bytes (numpy, array, memoryview, anything with a buffer), an array or
    stream of Apache Arrow (its nulls are counted as such), or an iterable of integers, in which None is a null. Numbers
    outside 0 to 999 are counted in out_of_range. TypeError for arrays and elements that are no integers: a float may be NaN,
    and what that means is not for this function to say.
    """
    return _counts(*_core.count_codes(_source(codes)))


def count_categories(codes):
    """How often each category occurs in codes, as a dict of category -> number; nulls under None. Takes what count_codes()
    takes, and is faster."""
    counts, nulls = _core.count_categories(_source(codes))
    named = {_CATEGORIES[category]: number for category, number in counts.items()}
    return {**named, None: nulls} if nulls else named


def classify_codes(codes):
    """The category of each code as bytes: 1 to 5 for 100 to 599, and 0 for any other number and for nulls.

    Takes what count_codes() takes. numpy.frombuffer(result, "u1") makes an array of it.
    """
    return b"".join(_core.classify_codes(_source(codes)))


def _source(codes):
    """The codes as C takes them: a list or tuple, an array of Arrow, or a buffer."""
    if isinstance(codes, (str, bytes, bytearray)):
        raise TypeError(f"status codes are integers, not {type(codes).__name__!r}; tally() reads logs")
    if isinstance(codes, (list, tuple)):
        return codes
    for name in ("__arrow_c_array__", "__arrow_c_stream__"):
        if hasattr(codes, name):
            try:
                return getattr(codes, name)()
            except ImportError:  # pandas without pyarrow.
                return list(codes)
    try:
        view = memoryview(codes)
    except TypeError:
        return list(codes)
    return view if view.c_contiguous else memoryview(view.tobytes()).cast("B").cast(view.format)


# Logs.


def tally(source, format="auto", *, threads=1, progress=None):
    """Counts the statuses in a log, line by line, as a Tally. Every line is accounted for.

    source is a path, a file that was opened for reading bytes, bytes (or anything with a buffer), or a list of those, which
    are tallied into one sum. What gzip, zstd, xz or bzip2 compressed is decompressed, whatever it is called; zstd needs
    Python 3.14 or the package zstandard.

    format is a text: 'auto' 'combined' 'json' 'json:response.status' 'w3c' 'csv:status' 'tsv:3' 'space:9' 'alb', or the
    argument of nginx's log_format or Apache's LogFormat. log.h has the rules of each. ValueError for any other, for a log in
    UTF-16, and for one without the column.

    Memory does not grow with the log or its lines. With threads, several sources are tallied at a time, and a file or
    bytes in as many parts. What a file gains while it is read in parts is left out.

    progress is called after each piece that was read with the number of its bytes, as the update of a bar of tqdm is; of a
    compressed log they are the compressed ones, and may be 0. With threads it is called by several at once. What it raises
    ends the tally.
    """
    threads = index(threads)
    if threads < 1:
        raise ValueError("threads is at least 1")
    _core.tally_init(format)  # A wrong format is refused before anything is opened.
    if progress is not None:
        try:
            return _tally_any(source, format, threads, _passing(progress))
        except _Raised as raised:
            raise raised.__cause__ from None
    return _tally_any(source, format, threads, _unwatched)


def _tally_any(source, format, threads, watch):
    if not isinstance(source, (list, tuple)):
        return _tally_one(source, format, threads, watch)
    if not source:
        return _finished(_core.tally_init(format))
    if threads == 1 or len(source) == 1:
        return sum(_tally_one(one, format, threads, watch) for one in source)
    return sum(_in_threads(threads, [lambda watch, one=one: _tally_one(one, format, 1, watch) for one in source], watch))


def tally_lines(lines, format="auto"):
    """Counts the statuses in lines, as a Tally: an iterable of str or bytes, with or without the newline at their end."""
    state = _core.tally_init(format)
    batch = []
    for line in lines:
        if isinstance(line, str):
            line = line.encode("utf-8", "surrogatepass")
        batch.append(line[:-1] if line[-1:] == b"\n" else line)
        if len(batch) == _LINES:
            _core.tally_feed(state, b"\n".join(batch) + b"\n")
            batch.clear()
    if batch:
        _core.tally_feed(state, b"\n".join(batch) + b"\n")
    return _finished(state)


class _Stopped(Exception):
    """The caller does not wait for this thread any more."""


class _Raised(Exception):
    """Carries what progress raised past those that name the log in what reading it raises."""


# Whatever reads a source tells watch of it, after each piece.


def _unwatched(size):
    pass


def _passing(progress):
    def watch(size):
        try:
            progress(size)
        except Exception as error:
            raise _Raised from error

    return watch


def _tally_one(source, format, threads, watch):
    if isinstance(source, str) or hasattr(source, "__fspath__"):
        with open(source, "rb") as file:
            try:
                return _tally_file(file, format, threads, watch)
            except (ValueError, EOFError) as error:
                raise type(error)(f"{source}: {error}") from None
    try:
        view = memoryview(source).cast("B")
    except TypeError:
        return _tally_file(source, format, threads, watch)
    compressed = _opener(view[:_MARK].tobytes())
    if compressed:
        return _tally_compressed(compressed, io.BytesIO(view), b"", format, watch)
    return _tally_parts(lambda offset, size: view[offset : offset + size], len(view), format, threads, watch)


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("a log is read as bytes: open the file with 'rb'")
    return _ready(data)


def _ready(data):
    """What was read, or how much: None if the file does not wait for its writer, which would be taken for the end."""
    if data is None:
        raise BlockingIOError("the log cannot be read to its end, since its reader does not wait")
    return data


class _Reader(io.RawIOBase):
    """Reads start and then a file of somebody else's, which it never closes."""

    def __init__(self, file, start=b"", watch=_unwatched):
        self._file = file
        self._start = start
        self._watch = watch

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self._start[: len(buffer)] or _bytes(self._file.read(len(buffer)))
        self._start = self._start[len(data) :]
        buffer[: len(data)] = data
        self._watch(len(data))
        return len(data)


def _tally_file(file, format, threads, watch):
    file = getattr(file, "buffer", file)  # As sys.stdin has one.
    if not hasattr(file, "read"):
        raise TypeError(f"a log is a path, a file, bytes or a list of those, not {type(file).__name__!r}")
    start = b""
    while len(start) < _MARK and (data := _bytes(file.read(_MARK - len(start)))):
        start += data
    compressed = _opener(start)
    if compressed:
        return _tally_compressed(compressed, file, start, format, watch)
    size = _size_of(file) if threads > 1 else 0
    if size < 2 * _PART:
        return _tally_stream(file, format, watch, start)
    number, origin = file.fileno(), file.tell() - len(start)
    size += len(start)
    tally = _tally_parts(lambda offset, size: os.pread(number, size, origin + offset), size, format, threads, watch)
    file.seek(origin + size)  # Where it is if it is read in one.
    return tally


def _size_of(file):
    """How much of a file there is behind where it stands, 0 if it cannot be told or read from several places."""
    try:
        status = os.fstat(file.fileno())
        plain = stat.S_ISREG(status.st_mode) and isinstance(getattr(file, "raw", file), io.FileIO)  # And not what reads one.
        return status.st_size - file.tell() if plain and hasattr(os, "pread") else 0
    except (AttributeError, OSError, ValueError):
        return 0


def _tally_compressed(opener, file, start, format, watch):
    """What is watched is how much of the compressed file was read, and each piece that came out of it as 0."""
    return _tally_stream(opener(io.BufferedReader(_Reader(file, start, watch))), format, lambda size: watch(0))


def _tally_stream(file, format, watch, start=b""):
    state = _core.tally_init(format)
    _core.tally_feed(state, start)
    watch(len(start))
    buffer = memoryview(bytearray(_CHUNK))
    read = getattr(file, "readinto1", None) or getattr(file, "readinto", None) or _Reader(file).readinto
    while n := _ready(read(buffer)):
        _core.tally_feed(state, buffer[:n])
        watch(n)
    return _finished(state)


# Parts: read(offset, size) gives bytes, at most so many, and none at the end.


def _feed_range(state, read, start, end, size, watch):
    while start < end:
        data = read(start, min(size, end - start))
        if len(data) == 0:
            break  # The file became shorter.
        _core.tally_feed(state, data)
        start += len(data)
        watch(len(data))
    return state


def _after_newline(read, offset, end):
    """The offset behind the first newline from offset on."""
    while offset < end:
        data = bytes(read(offset, min(_CHUNK, end - offset)))
        if not data:
            break
        newline = data.find(b"\n")
        if newline >= 0:
            return offset + newline + 1
        offset += len(data)
    return end


def _tally_parts(read, end, format, threads, watch):
    size = _CHUNK if threads > 1 else _SLICE
    state = _core.tally_init(format)
    parts = min(threads, end // _PART)
    if parts < 2:
        return _finished(_feed_range(state, read, 0, end, size, watch))
    start = _after_newline(read, _core.tally_window(), end)
    _feed_range(state, read, 0, start, size, watch)
    cuts = [start, *(_after_newline(read, start + (end - start) * i // parts, end) for i in range(1, parts)), end]
    forks = [_core.tally_fork(state, cut) for cut in cuts[:-1]]
    if None in forks:  # Lines depend on those before them.
        return _finished(_feed_range(state, read, start, end, size, watch))

    def job(part, start, end):
        def run(watch):
            _feed_range(part, read, start, end, size, watch)
            _core.tally_finish(part)

        return run

    _in_threads(parts, [job(part, *pair) for part, *pair in zip(forks, cuts, cuts[1:])], watch)
    for part in forks:
        _core.tally_merge(state, part)
    return _finished(state)


def _in_threads(threads, jobs, watch):
    """Runs the jobs, each of which is given what it tells of its reading, and gives back their results."""
    from concurrent.futures import ThreadPoolExecutor

    stopped = []

    def watched(size):
        if stopped:
            raise _Stopped
        watch(size)

    with ThreadPoolExecutor(threads) as executor:
        futures = [executor.submit(job, watched) for job in jobs]
        try:
            return [future.result() for future in futures]
        except BaseException:
            stopped.append(True)
            executor.shutdown(wait=False, cancel_futures=True)
            raise


# Compressed logs.

_MARK = 10


class _Unpacked(io.RawIOBase):
    """Reads a decompressor, and tells by ValueError what each has an error of its own for."""

    def __init__(self, file, *errors):
        self._file = file
        self._errors = errors

    def readable(self):
        return True

    def readinto(self, buffer):
        try:
            return self._file.readinto(buffer)
        except self._errors as error:
            if getattr(error, "errno", None) is not None:
                raise
            raise ValueError(f"the compressed log is damaged: {error}") from None


def _opener(start):
    """What opens a file that starts so, None if it is not compressed."""
    if start.startswith(b"\x1f\x8b"):
        return _gzip
    if start.startswith(b"BZh") and start[4:10] == b"1AY&SY":
        return _bzip2
    if start.startswith(b"\xfd7zXZ\0"):
        return _xz
    if start.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd
    return None


def _gzip(file):
    import gzip
    import zlib

    return io.BufferedReader(_Unpacked(gzip.GzipFile(fileobj=file), gzip.BadGzipFile, zlib.error), _CHUNK)


def _bzip2(file):
    import bz2

    return io.BufferedReader(_Unpacked(bz2.BZ2File(file), OSError), _CHUNK)


def _xz(file):
    import lzma

    return io.BufferedReader(_Unpacked(lzma.LZMAFile(file), lzma.LZMAError), _CHUNK)


def _zstd(file):
    from importlib import import_module

    try:
        zstd = import_module("compression.zstd")  # Since Python 3.14.
        return io.BufferedReader(_Unpacked(zstd.ZstdFile(file), zstd.ZstdError), _CHUNK)
    except ImportError:
        reader = _Zstandard(file)
        return io.BufferedReader(_Unpacked(reader, reader.error), _CHUNK)


class _Zstandard(io.RawIOBase):
    """Reads zstd by the package zstandard, whose own reader takes a file that was cut for a whole one."""

    def __init__(self, file):
        from importlib import import_module

        try:
            zstandard = import_module("zstandard")
        except ImportError:
            raise ValueError("the log is compressed by zstd, which needs Python 3.14 or the package zstandard") from None
        self._file = file
        self.error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor().decompressobj
        self._frame = self._new()
        self._left = memoryview(b"")

    def readable(self):
        return True

    def readinto(self, buffer):
        while not self._left:
            data = self._frame.unused_data if self._frame.eof else b""
            data = data or self._file.read(4096)  # So little, because it may become a thousand times as much.
            if not data:
                if self._frame.eof:
                    return 0
                raise EOFError("the compressed log ends too early")
            if self._frame.eof:
                self._frame = self._new()
            self._left = memoryview(self._frame.decompress(data))
        n = min(len(buffer), len(self._left))
        buffer[:n] = self._left[:n]
        self._left = self._left[n:]
        return n
