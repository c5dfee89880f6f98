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

from . import _core
from ._core import classify, effective, family, reason
from ._entry import ELEMENTS as _ELEMENTS
from ._entry import Entry, entries, entry, fields, find, search, vendors
from ._records import Field, names_of as _names_of, record as _record
from ._status import Status
from ._tally import Counts, Tally, classify_codes, count_categories, count_codes, tally, tally_lines

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
    result = _core.parse(text)
    if len(result) == 4:
        return Parsed(result)
    error = ValueError(result[0])
    error.position = result[1]
    raise error


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
    "Counts", "Edition", "Entry", "Field", "Method", "Parsed", "Status", "Tally", *_ELEMENTS, "classify",
    "classify_codes", "count_categories", "count_codes", "data_edition", "effective", "entries", "entry", "family",
    "fields", "find", "method", "parse", "reason", "search", "status_line", "tally", "tally_lines", "vendors",
)  # fmt: skip


def __getattr__(name):
    if name == "__all__":
        return [*_PUBLIC, *Status.__members__]
    if name.isupper() and (status := Status.__members__.get(name)) is not None:
        globals()[name] = status
        return status
    raise AttributeError(f"module 'httpstatus' has no attribute {name!r}")


def __dir__():
    return [*globals(), *Status.__members__]
