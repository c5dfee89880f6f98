"""For tests of programs that speak HTTP: assertions whose failure explains what came instead."""

from . import Status, StatusSet, explain
from ._lint import lint, lint_rules
from ._response import status_of

__all__ = ["assert_conformant", "assert_status"]

SHOWN = 300  # Characters of the content that a failure shows.


def assert_status(response, expected):
    """Passes if the status of a response is the expected one; else AssertionError, whose text explains what came instead.

    response is a response object (its status_code or status) or an integer. expected is a code, what StatusSet takes as text
    ('2xx', '2xx,304,!206'), or an iterable of these, a StatusSet among them; any of several will do. ValueError or TypeError
    for what is none of them.
    """
    __tracebackhide__ = True
    status = Status(response if hasattr(response, "__index__") else status_of(response))
    if not _fits(status, expected):
        raise AssertionError(_failure(response, status, expected))


def _fits(status, expected):
    if hasattr(expected, "__index__"):
        return expected == status
    if isinstance(expected, str):
        return status in StatusSet(expected)
    # Every one is looked at, so that a wrong one is noticed whatever came.
    return any([_fits(status, one) for one in expected])


def _failure(response, status, expected):
    lines = [f"expected {_told(expected)}, got {status.label}", "", explain(status, role="client").rstrip()]
    content = _content(response)
    if content:
        start = content[:SHOWN] + ("..." if len(content) > SHOWN else "")
        lines += ["", "The content begins:", start]
    return "\n".join(lines)


def _told(expected):
    if hasattr(expected, "__index__"):
        return Status(expected).label
    return str(expected) if isinstance(expected, (str, StatusSet)) else " or ".join(map(_told, expected)) or "nothing"


def _content(response):
    """The content of a response as text, "" where there is none or it has not been read."""
    for name in ("text", "content", "data", "body"):
        try:
            content = getattr(response, name, None)
        except Exception:  # A stream that was not read says so in a way of its own.
            continue
        if isinstance(content, (bytes, bytearray)):
            content = bytes(content).decode(errors="backslashreplace")
        if isinstance(content, str) and content:
            return content
    return ""


_SEVERITIES = ("note", "warning", "error")


def assert_conformant(response, fields=None, fail_on="error", **options):
    """AssertionError that tells what is wrong with a response and how to put it right; nothing if nothing is.

    response is a response object, or a code beside fields; options are those of httpstatus.lint(). Findings less severe
    than fail_on ('error' 'warning' 'note') pass.
    """
    __tracebackhide__ = True
    worst = _SEVERITIES[_SEVERITIES.index(fail_on) :]
    fixes = {rule.id: rule.fix for rule in lint_rules()}
    findings = [finding for finding in lint(response, fields, **options) if finding.severity in worst]
    if findings:
        raise AssertionError("\n".join(
            f"{finding.severity}: {finding.message} [{finding.section}]\n    {fixes[finding.rule]} ({finding.rule})"
            for finding in findings
        ))  # fmt: skip
