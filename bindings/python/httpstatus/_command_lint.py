"""The command lint: reads response heads and tells what is wrong with them."""

import sys

import httpstatus
from httpstatus import _command as base
from httpstatus._heads import read_heads, read_request

SEVERITIES = ("note", "warning", "error")
COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}

EXITS = """exit status:
  0    nothing as severe as --fail-on was found
  1    something was
  2    the command line is wrong, or there is no head in the input"""


def add(command):
    made = command("lint", "check response heads against the RFCs", ["head.txt", "--method HEAD -", "--explain date-missing", "--rules"], run,
                   exits=EXITS)  # fmt: skip
    made.epilog = made.epilog.replace("examples:", f"examples:\n  curl -si URL | {base.PROGRAM} lint\n  curl -sv URL 2>&1 | {base.PROGRAM} lint", 1)
    made.add_argument("file", nargs="*", help="files with heads as curl -i or curl -v prints them; - for standard input, as without any")
    made.add_argument("--method", metavar="METHOD", help="the method of the request, where the input does not tell it")
    made.add_argument("--request", metavar="FILE", help="a file with the head of the request")
    made.add_argument("--profile", choices=("wire", "app"), default="wire", help="app leaves out what a server adds later")
    made.add_argument("--pedantic", action="store_true", help="turn on noisy rules too")
    made.add_argument("--select", default="", metavar="RULES", help="turn rules on, or off with !, as in '!@note,date-missing'")
    made.add_argument("--fail-on", choices=SEVERITIES, default="error", help="the least severity that makes the exit status 1")
    made.add_argument("--skipped", action="store_true", help="tell which rules could not be decided, and for want of what")
    made.add_argument("--rules", action="store_true", help="list the rules")
    made.add_argument("--explain", metavar="RULE", help="tell what a rule is about")
    group = made.add_mutually_exclusive_group()
    group.add_argument("--json", dest="format", action="store_const", const="json", default="text", help="print JSON")
    group.add_argument("--junit", dest="format", action="store_const", const="junit", help="print JUnit XML")


def run(options):
    if options.rules:
        return list_rules(options)
    if options.explain:
        return explain_rule(options)
    request = None
    if options.request:
        try:
            request = read_request(read(options.request))
        except ValueError as error:
            raise base.Usage(f"{options.request}: {error}") from None
    results = []
    for name in options.file or ["-"]:
        if name == "-" and not options.file and sys.stdin.isatty():
            raise base.Usage("name a file, or pipe heads in")
        heads = list(read_heads(read(name)))
        if not heads:
            raise base.Usage(f"{'standard input' if name == '-' else name}: there is no status line, as in HTTP/1.1 200 OK")
        results += [(name, head, *check(head, request, options)) for head in heads]
    {"json": print_json, "junit": print_junit, "text": print_text}[options.format](results, options)
    worst = {severity for _, _, findings, _ in results for severity in (finding.severity for finding in findings)}
    return base.UNKNOWN if worst & set(SEVERITIES[SEVERITIES.index(options.fail_on) :]) else base.KNOWN


def read(name):
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise base.Usage(error) from None


def check(head, request, options):
    method, version, fields = request or (head.method, head.request_version, head.request_fields)
    arguments = dict(
        method=options.method or method, version=head.version, request_version=version, request_fields=fields,
        profile=options.profile, pedantic=options.pedantic, rules=options.select,
    )  # fmt: skip
    try:
        findings = httpstatus.lint(head.code, head.fields, **arguments)
        return findings, httpstatus.lint_skipped(head.code, head.fields, **arguments) if options.skipped else []
    except ValueError as error:
        raise base.Usage(error) from None


def place(name, head):
    return head.line if name == "-" else f"{name}:{head.number}: {head.line}"


def print_text(results, options):
    fixes = {rule.id: rule.fix for rule in httpstatus.lint_rules()}
    paint = painter()
    counts = dict.fromkeys(reversed(SEVERITIES), 0)
    for name, head, findings, skipped in results:
        print(paint(place(name, head), "bold"))
        for finding in findings:
            counts[finding.severity] += 1
            print(f"  {paint(f'{finding.severity:<7}', COLOURS[finding.severity])}  {finding.message} {paint(f'[{finding.section}]', 'dim')}")
            print(f"           {fixes[finding.rule]} {paint(f'({finding.rule})', 'dim')}")
        if not findings:
            print("  nothing found")
        for skip in skipped:
            print(f"  not decided for want of {skip.input}: {skip.rule}")
    several = [f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in counts.items()]
    print(f"{len(results)} head{'' if len(results) == 1 else 's'}: {', '.join(several)}")


def painter():
    """What colours a text, or leaves it as it is where there is no terminal."""
    drawing = base.terminal()
    return drawing.painted if drawing else lambda text, style: text


def print_json(results, options):
    base.print_json({"heads": [
        {
            "file": name, "line": head.number, "status_line": head.line, "code": head.code,
            "findings": [dict(zip(finding._fields, finding)) for finding in findings],
            "skipped": [dict(zip(skip._fields, skip)) for skip in skipped],
        }
        for name, head, findings, skipped in results
    ]})  # fmt: skip


def print_junit(results, options):
    """A case for each head. What is as severe as --fail-on is a failure, the rest is printed with the case."""
    from xml.etree import ElementTree

    failing = SEVERITIES[SEVERITIES.index(options.fail_on) :]
    fixes = {rule.id: rule.fix for rule in httpstatus.lint_rules()}
    suite = ElementTree.Element("testsuite", name="httpstatus lint", tests=str(len(results)))
    failures = 0
    for name, head, findings, _ in results:
        case = ElementTree.SubElement(suite, "testcase", classname=name, name=f"{head.number}: {head.line}")
        bad = [finding for finding in findings if finding.severity in failing]
        failures += bool(bad)
        for finding in bad:
            failure = ElementTree.SubElement(case, "failure", type=finding.rule, message=clean(finding.message))
            failure.text = f"{fixes[finding.rule]} [{finding.section}]"
        rest = [finding for finding in findings if finding not in bad]
        if rest:
            ElementTree.SubElement(case, "system-out").text = "\n".join(
                f"{finding.severity}: {clean(finding.message)} [{finding.section}]" for finding in rest
            )
    suite.set("failures", str(failures))
    ElementTree.indent(suite)
    print('<?xml version="1.0" encoding="utf-8"?>')
    print(ElementTree.tostring(suite, encoding="unicode"))


def clean(text):
    """Without what XML cannot hold."""
    return "".join(c if c.isprintable() else "?" for c in text)


def list_rules(options):
    rules = httpstatus.lint_rules()
    if options.format == "json":
        base.print_json({"rules": [dict(zip(rule._fields, rule)) for rule in rules]})
        return base.KNOWN
    for rule in rules:
        marks = "pedantic" if rule.pedantic else "wire" if rule.wire_only else ""
        print(f"{rule.id:<38} {rule.severity:<8} {marks:<9} {rule.summary}")
    return base.KNOWN


def explain_rule(options):
    rule = next((rule for rule in httpstatus.lint_rules() if rule.id == options.explain), None)
    if rule is None:
        raise base.Usage(f"no rule is called {options.explain}; lint --rules lists them")
    if options.format == "json":
        base.print_json({"rule": dict(zip(rule._fields, rule))})
        return base.KNOWN
    when = "only with --pedantic" if rule.pedantic else "not with --profile app" if rule.wire_only else "always on"
    print(f"{rule.id}\n{rule.severity}, {when}, {rule.sections}\n\n{rule.summary}\n\nWhy:  {rule.rationale}\nFix:  {rule.fix}")
    return base.KNOWN
