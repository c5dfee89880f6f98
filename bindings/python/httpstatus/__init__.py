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
from ._status import Status

__version__ = _core.version()

# What most programs do without is loaded when it is first asked for, since the import is to be cheap.
_LATER = {
    name: module
    for module, names in {
        "_advice": "Cacheability Redirect Retry RetryPolicy cacheability redirect retry retry_policies",
        "_entry": "Edition Entry data_edition entries entry fields find search vendors",
        "_lint": "Finding LintRule Skipped lint lint_rules lint_skipped",
        "_message": "Method content may_have_content method status_line",
        "_neighbours": "GrpcCode GrpcGuess PROBLEM_MEDIA_TYPE ProxyError grpc_codes grpc_guesses grpc_to_http http_to_grpc "
        "problem proxy_status_type proxy_status_types",
        "_records": "Field",
        "_register": "load_registry register",
        "_set": "StatusMap StatusSet",
        "_tally": "Counts Tally classify_codes count_categories count_codes tally tally_lines",
        "_text": "Marker Parsed RetryAfter compare explain markers parse parse_http_date parse_retry_after",
    }.items()
    for name in names.split()
}


def _elements():
    """The classes of what is in the lists of an Entry, by name."""
    from ._entry import ELEMENTS

    return ELEMENTS


def __getattr__(name):
    if name == "__all__":
        return [*sorted(["Status", "classify", "effective", "family", "reason", *_LATER, *_elements()]), *Status.__members__]
    value = None
    if (module := _LATER.get(name)) is not None:
        value = getattr(__import__(module, globals(), None, (name,), 1), name)
    elif name.isupper():
        value = Status.__members__.get(name)
    elif not name.startswith("_"):
        value = _elements().get(name)
    if value is None:
        raise AttributeError(f"module 'httpstatus' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__():
    return [*{**globals(), **_LATER, **_elements()}, *Status.__members__]
