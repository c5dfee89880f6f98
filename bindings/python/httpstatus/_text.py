"""Texts in and out: what people and messages write is read, and what a status means is told."""

from . import _core
from ._entry import Entry
from ._records import names_of, record
from ._response import status_of

Parsed = record(
    "Parsed", ("code", "version", "phrase", "kind"),
    "What parse() read. kind is 'code', 'code_phrase', 'status_line', 'name', 'phrase' or 'no_status' (code is 0 then); "
    "version and phrase are None where the text has none.",
)


def parse(text):
    """Reads '404', '404 Not Found', a status line, a name, a phrase, or what a log writes for no status, as a Parsed.

    Spaces and tabs around the text and a line end after it are ignored. ValueError for a text that makes no sense: it tells
    what may have been meant, and its attribute position is where the text (as UTF-8) stops making sense. text is str or
    bytes; else TypeError.
    """
    return Parsed(_core.parse(text))


RetryAfter = record(
    "RetryAfter", names_of(_core.retry_after_fields()),
    "What parse_retry_after() read. form is 'absent', 'delay', 'date' or 'invalid'; seconds are those to wait, at most "
    "2147483648, or None where that cannot be told.",
)


def parse_retry_after(value, now=None, date=None):
    """Reads a Retry-After field (RFC 9110 Section 10.2.3) as a RetryAfter. A bad value is one of form 'invalid'.

    value is a str or bytes, a list of lines, or None where the response has none; else TypeError. now is the time at
    which the response was received, and date what its own Date field says, as POSIX seconds: any real number, or None. A
    date to retry at counts from date, and without one from now; one that has passed means 0 seconds.
    """
    return RetryAfter(_core.parse_retry_after(value, now, date))


def parse_http_date(text, now=None, ignore_case=False):
    """Reads a date in any of the three forms of RFC 9110 Section 5.6.7, as POSIX seconds.

    now, as POSIX seconds, is needed for a year of two digits: that is the latest one not more than 50 years after it.
    ignore_case lets letters be of either case, as caches may. ValueError for anything that is no date, with the attribute
    position as in parse(). text is str or bytes, and now a real number or None; else TypeError.
    """
    return _core.parse_http_date(text, now, ignore_case)


def explain(x, vendor=None, role=None, method=None, full=False, format="text", width=80):
    """What a status means and what to do about it, as text for a person.

    x is any integer, whatever parse() takes, what a log writes for no status ('000', '-'), an Entry, or a response object
    (its status_code or status). vendor puts the meaning of that owner first; role 'client' or 'server' tells one side
    only; method tells what the method of the request changes. The answer has eight lines or so, with full all there is.
    format is 'text', wrapped to width (20 to 1000 columns, 0 for 80), 'markdown' or 'json', which holds everything always.

    ValueError for an unknown vendor, role, format or width, or for a text that makes no sense: it then tells what may
    have been meant, and has a position as that of parse(). TypeError for anything else.
    """
    options = (vendor, role or "any", method, bool(full), format, width)
    if isinstance(x, (str, bytes)):
        return _core.explain_text(x, *options)
    if isinstance(x, Entry):
        return _core.explain(x.code, vendor or x.vendor, *options[1:])
    return _core.explain(_code_of(x), *options)


def compare(a, b, vendor=None, role=None, format="text", width=80):
    """Two statuses side by side: what each says, how to choose between them, and what differs.

    a and b are what explain() takes, but for log markers; vendor, role, format and width are as there.
    """
    return _core.compare(_code_of(a), _code_of(b), vendor, role or "any", format, width)


def _code_of(x):
    if isinstance(x, (str, bytes)):
        return parse(x).code
    if isinstance(x, Entry):
        return x.code
    return x if hasattr(x, "__index__") else status_of(x)


Marker = record(
    "Marker", names_of(_core.marker_fields()),
    "What one program writes where a status is due: how it is written (texts), the numbers it takes (first to last), where, "
    "and what it means.",
)


def markers():
    """What stands where a status code is due and is none, as a tuple of Marker: log markers, numbers of other kinds."""
    return tuple(map(Marker, _core.markers()))
