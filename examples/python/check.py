"""Checks response heads as curl -si prints them, out of a file or standard input: what is wrong with each, and what to
do about it. Heads are separated by an empty line."""

import sys

import httpstatus

FIXES = {rule.id: rule.fix for rule in httpstatus.lint_rules()}


def check(status_line, lines):
    try:
        parsed = httpstatus.parse(status_line)
    except ValueError:
        print(f"{status_line.decode('latin-1')}: not a status line")
        return
    version = parsed.version if parsed.version in ("1.0", "1.1", "2", "3") else None
    fields = [(name, value) for name, _, value in (line.partition(b":") for line in lines)]
    print(httpstatus.Status(parsed.code).label)
    for finding in httpstatus.lint(parsed.code, fields, version=version):
        print(f"  {finding.severity}: {finding.message} [{finding.section}]")
        print(f"    {FIXES[finding.rule]}")


def main():
    with open(sys.argv[1], "rb") if len(sys.argv) > 1 else sys.stdin.buffer as file:
        for line in file:
            lines = []
            for field in file:
                if not field.rstrip(b"\r\n"):
                    break
                lines.append(field.rstrip(b"\r\n"))
            check(line.rstrip(b"\r\n"), lines)


main()
