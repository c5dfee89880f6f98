"""The lint. The rules and their texts come from C; here stands what heads look like in Python."""

from . import _core
from ._records import names_of, record
from ._response import status_of

Finding = record(
    "Finding", ("rule", "severity", "field", "message", "section"),
    "What lint() found: the id of the rule, 'error', 'warning' or 'note', the index of the field line or None, a sentence, "
    "and the sections it rests on.",
)
Skipped = record(
    "Skipped", ("rule", "input"),
    "A rule that could not be decided, for want of 'method', 'version', 'request_version', 'request_fields' or 'repeats'.",
)
LintRule = record(
    "LintRule", names_of(_core.lint_rule_fields()),
    "A rule of lint(): its id, the severity of what it finds, whether it is on only when asked for (pedantic) or only for "
    "heads as they were sent (wire_only), its sections, what is wrong, why that matters, and what to do.",
)

# One of these methods marks a mapping that keeps the lines of one name apart: urllib3, aiohttp, httpx, http.client, Werkzeug.
_KEEPS_REPEATS = ("getlist", "getall", "get_list", "get_all")
VERSIONS = {10: "1.0", 11: "1.1", 20: "2", 30: "3", "1.0": "1.0", "1.1": "1.1", "2": "2", "2.0": "2", "3": "3", "3.0": "3"}


def _lines_of(fields):
    """Field lines as pairs, and whether lines of one name may have been merged."""
    raw = getattr(fields, "raw", None)
    if isinstance(raw, list):  # httpx and Starlette: the bytes as they were received.
        return raw, False
    if not hasattr(fields, "items"):
        return fields, False
    lines, several = [], any(hasattr(fields, name) for name in _KEEPS_REPEATS)
    for name, value in fields.items():
        if isinstance(value, (list, tuple)):
            several = True
            lines.extend((name, one) for one in value)
        else:
            lines.append((name, value))
    return lines, not several


def _attribute(object, name):
    try:
        return getattr(object, name, None)
    except RuntimeError:  # httpx, for a response that no request led to.
        return None


def _version_of(response):
    version = _attribute(response, "http_version") or _attribute(response, "version")
    if isinstance(version, tuple):  # aiohttp
        version = ".".join(map(str, version))
    return VERSIONS.get(version.removeprefix("HTTP/") if isinstance(version, str) else version)


def _of_response(response, options):
    """The code and the fields of a response object. What else it tells is put into options where they say nothing."""
    raw, request = _attribute(response, "raw"), _attribute(response, "request")
    known = {
        "method": _attribute(request, "method") or _attribute(response, "method"),
        "version": _version_of(response) or _version_of(raw),
        "request_fields": _attribute(request, "headers"),
    }
    for name, value in known.items():
        if options[name] is None:
            options[name] = value
    # The fields of requests are merged, those of the urllib3 response in it are not.
    fields = _attribute(raw, "headers")
    return status_of(response), response.headers if fields is None else fields


def _arguments(code, fields, options):
    if fields is None:
        if not hasattr(code, "headers"):
            raise TypeError(f"lint takes a code and fields, or a response object, not {type(code).__name__!r} alone")
        code, fields = _of_response(code, options)
    lines, merged = _lines_of(fields)
    request_fields, rules = options["request_fields"], options["rules"]
    if request_fields is not None:
        request_fields, _ = _lines_of(request_fields)
    return (
        code, lines, merged, options["method"], options["version"], options["request_version"], request_fields,
        options["profile"], options["pedantic"], rules if isinstance(rules, (str, bytes)) else ",".join(rules),
    )  # fmt: skip


def lint(
    code, fields=None, method=None, version=None, request_version=None, request_fields=None, profile="wire",
    pedantic=False, rules="",
):  # fmt: skip
    """What is wrong with a response head, as a list of Finding ordered by rule and then by field line.

    code is any integer and fields a list of pairs or a mapping, with names and values as str or bytes. Or code is a
    response object alone (requests, httpx, urllib3, aiohttp, http.client, Django, Flask, Starlette), which tells the rest
    as far as it knows it. A mapping that cannot hold several lines of one name leaves rules about repeats undecided.

    What is None is not known, and rules that need it stay silent; lint_skipped() tells which. Versions are '1.0', '1.1',
    '2' and '3'. profile 'app' leaves out what a server adds later. pedantic turns on noisy rules too. rules then turns
    rules on, or off with '!' in front: 'date-missing,!@note' or a list of such items (ids, '@error' '@warning' '@note',
    '@all'). ValueError for other words.
    """  # fmt: skip
    return list(map(Finding, _core.lint(_arguments(code, fields, _options(locals())))))


def lint_skipped(
    code, fields=None, method=None, version=None, request_version=None, request_fields=None, profile="wire",
    pedantic=False, rules="",
):  # fmt: skip
    """Which rules lint() could not decide with the same arguments, and for want of what, as a list of Skipped."""
    return list(map(Skipped, _core.lint_skipped(_arguments(code, fields, _options(locals())))))


def _options(arguments):
    return {name: value for name, value in arguments.items() if name not in ("code", "fields")}


def lint_rules():
    """The rules in the order in which findings are told, as a tuple of LintRule."""
    rules = []
    while (values := _core.lint_rule_at(len(rules))) is not None:
        rules.append(LintRule(values))
    return tuple(rules)
