"""One table of HTTP status codes, with sources, and pure functions over it.

    >>> import httpstatus
    >>> httpstatus.Status(404).phrase
    'Not Found'
    >>> httpstatus.classify(523), httpstatus.effective(523)
    ('server_error', 500)
    >>> [entry.vendor for entry in httpstatus.Status(451).entries]
    ['iana', 'exchange']

Any integer gets an answer: unknown codes have a category and a fallback and never raise. The registered names are
constants of the module: httpstatus.NOT_FOUND is Status(404).
"""

from _operator import index as _index

from . import _core
from ._core import classify, effective, family, reason
from ._entry import ELEMENTS as _ELEMENTS
from ._entry import Entry, entries, entry, fields, find, search, vendors
from ._records import Field, names_of as _names_of, record as _record
from ._response import status_of
from ._status import Status

__version__ = _core.version()

globals().update(_ELEMENTS)

Method = _record(
    "Method", _names_of(_core.method_fields()),
    "The properties of a request method (RFC 9110 Section 9.2): safe, idempotent, cacheable, and known.",
)
Edition = _record(
    "Edition", _names_of(_core.edition_fields()),
    "Which data is loaded: the date of the IANA registry, the day it was checked, and how many rows there are.",
)

Marker = _record(
    "Marker", _names_of(_core.marker_fields()),
    "What one program writes where a status is due: how it is written (texts), the numbers it takes (first to last), where, "
    "and what it means.",
)

GrpcCode = _record(
    "GrpcCode", _names_of(_core.grpc_code_fields()),
    "An RPC code of gRPC, by its number and name, and the status code that stands for it over HTTP.",
)
GrpcGuess = _record(
    "GrpcGuess", _names_of(_core.grpc_guess_fields()),
    "A status code (http), and the name of the RPC code that a client takes a response without grpc-status for.",
)
ProxyError = _record(
    "ProxyError", _names_of(_core.proxy_error_fields()),
    "An error type of Proxy-Status (RFC 9209 Section 2.3): status is the recommended status code, 0 where the case decides; "
    "parameters are those that the type adds; only_generated is False where it can also stand in a response that the "
    "intermediary passed on.",
)
PROBLEM_MEDIA_TYPE = _core.HTTPSTATUS_PROBLEM_MEDIA_TYPE
_PROBLEM = _names_of(_core.problem_fields())

Parsed = _record(
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


RetryAfter = _record(
    "RetryAfter", _names_of(_core.retry_after_fields()),
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


def markers():
    """What stands where a status code is due and is none, as a tuple of Marker: log markers, numbers of other kinds."""
    return tuple(map(Marker, _core.markers()))


def grpc_to_http(code):
    """The status code that stands for an RPC code of gRPC: 404 for 5, 'NOT_FOUND' or grpc.StatusCode.NOT_FOUND.

    The table is that of google/rpc/code.proto; the way back is not its inverse. Case, '_' and '-' in a name are ignored.
    ValueError for a number or name of no RPC code, TypeError for anything else.
    """
    name = code if isinstance(code, (str, bytes)) else None if hasattr(code, "__index__") else getattr(code, "name", None)
    return _core.grpc_to_http(code if name is None else _core.grpc_number(name))


def http_to_grpc(code):
    """The name of the RPC code that a gRPC client takes a response for that came without grpc-status.

    The table is that of gRPC for clients: 'UNIMPLEMENTED' for 404, 'UNKNOWN' for every code that is not in it. It must not
    be used to choose a status code. code is any integer; else TypeError.
    """
    return _core.http_to_grpc(code)


def grpc_codes():
    """The table behind grpc_to_http(), as a tuple of GrpcCode."""
    return tuple(map(GrpcCode, _core.grpc_codes()))


def grpc_guesses():
    """The table behind http_to_grpc(), as a tuple of GrpcGuess."""
    return tuple(map(GrpcGuess, _core.grpc_guesses()))


def proxy_status_type(name):
    """An error type of Proxy-Status by its name ('dns_timeout'), to the letter, as a ProxyError; None if there is none."""
    values = _core.proxy_status_type(name)
    return None if values is None else ProxyError(values)


def proxy_status_types(code=None):
    """The error types of Proxy-Status as a tuple of ProxyError: all of them, or those that recommend this status code."""
    types = map(ProxyError, _core.proxy_errors())
    return tuple(types) if code is None else tuple(row for row in types if row.status == code)


def problem(code, /, detail=None, instance=None, **members):
    """Problem details (RFC 9457) for a code, as a dict for any JSON writer; send it as PROBLEM_MEDIA_TYPE.

        >>> import httpstatus
        >>> httpstatus.problem(404, "There is no order 12.", order=12)["title"]
        'Not Found'

    detail says what went wrong this time, instance is a URI for this one occurrence. Further members are extensions. With a
    type of one's own there is no title unless one is given. code is any integer; ValueError for a member status.
    """
    values = dict(zip(_PROBLEM, _core.problem(code))) | {"status": _index(code)}
    if "status" in members:
        raise ValueError("the member status is the code")
    if "type" in members and "title" not in members:
        del values["title"]
    texts = {"detail": detail, "instance": instance}
    return values | {name: text for name, text in texts.items() if text is not None} | members


def content(code, method=None):
    """Whether a response with this code, to a request with this method, has content (RFC 9110 Section 6.4.1).

    'none': it ends with the header section, whatever its fields say. 'tunnel': the connection is one from then on.
    'must_be_empty': none may be sent, but a recipient reads what the fields announce. 'allowed': it may have content,
    possibly of length zero. 'unknown': that depends on the method, which was not given. code is any integer.
    """
    return _core.content(code, method)


def may_have_content(code, method=None):
    """True unless content() is 'none' or 'must_be_empty'."""
    return _core.may_have_content(code, method)


def method(name):
    """The properties of a request method. Names are case-sensitive, so 'get' is not known. TypeError unless text."""
    return Method(_core.method(name))


def status_line(code, version="1.1"):
    """A status line without its CRLF (RFC 9112 Section 4): 'HTTP/1.1 404 Not Found'.

    code is any integer of three digits, version '1.' and one digit; else ValueError.
    """
    return _core.status_line(code, version)


def data_edition():
    """Which data the loaded copy carries, as an Edition."""
    return Edition(_core.data_edition())


_PUBLIC = (
    "Cacheability", "Counts", "Edition", "Entry", "Field", "Finding", "GrpcCode", "GrpcGuess", "LintRule", "Marker",
    "Method", "PROBLEM_MEDIA_TYPE", "Parsed", "ProxyError", "Redirect", "Retry", "RetryAfter", "RetryPolicy",
    "Skipped", "Status", "StatusMap", "StatusSet", "Tally", *_ELEMENTS, "cacheability", "classify", "classify_codes",
    "compare", "content", "count_categories", "count_codes", "data_edition", "effective", "entries", "entry",
    "explain", "family", "fields", "find", "grpc_codes", "grpc_guesses", "grpc_to_http", "http_to_grpc", "lint",
    "lint_rules", "lint_skipped", "load_registry", "markers", "may_have_content", "method", "parse",
    "parse_http_date", "parse_retry_after", "problem", "proxy_status_type", "proxy_status_types", "reason",
    "redirect", "register", "retry", "retry_policies", "search", "status_line", "tally", "tally_lines", "vendors",
)  # fmt: skip


# What most programs do without is loaded when it is first asked for, since the import is to be cheap.
_LATER = {
    name: module
    for module, names in {
        "_advice": "Cacheability Redirect Retry RetryPolicy cacheability redirect retry retry_policies",
        "_lint": "Finding LintRule Skipped lint lint_rules lint_skipped",
        "_register": "load_registry register",
        "_set": "StatusMap StatusSet",
        "_tally": "Counts Tally classify_codes count_categories count_codes tally tally_lines",
    }.items()
    for name in names.split()
}


def __getattr__(name):
    if name == "__all__":
        return [*_PUBLIC, *Status.__members__]
    if (module := _LATER.get(name)) is not None:
        value = globals()[name] = getattr(__import__(module, globals(), None, (name,), 1), name)
        return value
    if name.isupper() and (status := Status.__members__.get(name)) is not None:
        globals()[name] = status
        return status
    raise AttributeError(f"module 'httpstatus' has no attribute {name!r}")


def __dir__():
    return [*{**globals(), **_LATER}, *Status.__members__]
