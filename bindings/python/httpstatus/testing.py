"""For tests of programs that send responses."""

from ._lint import lint, lint_rules

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
