"""What the command does. It asks the package and prints; facts and rules are in C."""

import argparse
import errno
import json
import os
import shutil
import sys

import httpstatus
from httpstatus import _export

PROGRAM = "httpstatus"
KNOWN, UNKNOWN, USAGE, INTERRUPTED = 0, 1, 2, 130
SCHEMA = 1  # Of the JSON that the command makes itself. Grows when a member goes or changes meaning.

EXITS = """exit status:
  0    the status is known
  1    it is not: unassigned, invalid, or nothing is called so
  2    the command line is wrong"""


class Parser(argparse.ArgumentParser):
    """A parser whose help keeps its lines, and whose sub-commands say what to type."""

    def __init__(self, **options):
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **options)


def formats(parser, *names):
    """Adds --json and the like, one of which may be given."""
    texts = {
        "json": "print JSON",
        "csv": "print comma-separated values",
        "markdown": "print Markdown",
    }
    group = parser.add_mutually_exclusive_group()
    for name in names:
        group.add_argument(f"--{name}", dest="format", action="store_const", const=name, default="text", help=texts[name])


def adding(parser, **options):
    """Adds --registry, which every command takes, before its name or after it."""
    parser.add_argument("--registry", action="append", metavar="FILE", default=argparse.SUPPRESS, **options)


def explaining(parser, *, full):
    if full:
        parser.add_argument("--full", action="store_true", help="tell all there is")
        parser.add_argument("--method", metavar="METHOD", help="tell what this request method changes")
    parser.add_argument("--vendor", metavar="VENDOR", help="the meaning of this owner first")
    parser.add_argument("--role", choices=("client", "server"), help="tell one side only")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="wrap to this width, 20 to 1000")
    formats(parser, "json", "markdown")


def make_parser():
    parser = Parser(
        prog=PROGRAM,
        description="Explains HTTP status codes: what they mean, who says so, and what to do about them.\n"
        f'"{PROGRAM} 404" is short for "{PROGRAM} explain 404".',
        epilog=f"""examples:
  {PROGRAM} 404                      what it means, and what to do
  {PROGRAM} 401 --full               all there is, with sources
  {PROGRAM} 499 --vendor nginx       what it means on your proxy
  {PROGRAM} 4xx                      the codes of a class
  {PROGRAM} teapot                   search by a word
  {PROGRAM} compare 401 403          how to choose
  cut -d" " -f9 access.log | {PROGRAM} parse    reads lines
  {PROGRAM} --registry our.json 299  know codes of your own, too

{EXITS}""",
    )
    parser.add_argument("--version", action="version", version=version())
    adding(parser, dest="registries", help="add the rows of this file, of the form that dump prints; any command takes it")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=Parser)

    def command(name, summary, examples, run, exits=EXITS, **options):
        lines = "".join(f"\n  {PROGRAM} {name} {example}" for example in examples)
        made = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.",
                                   epilog=f"examples:{lines}\n\n{exits}", **options)  # fmt: skip
        made.set_defaults(run=run)
        adding(made, dest="more_registries", help=argparse.SUPPRESS)
        return made

    made = command("explain", "tell what a status means", ["404", "503 --role client", '"payload too large"', "000"], run_explain)
    made.add_argument("text", nargs="*", help="codes, status lines, names, phrases, or what a log shows")
    explaining(made, full=True)

    made = command("list", "list statuses", ["", "4xx", "--vendor cloudflare", "--csv 200 5xx"], run_list)
    made.add_argument("code", nargs="*", help="codes and classes such as 4xx; all if none is given")
    made.add_argument("--vendor", metavar="VENDOR", help="only those of this owner; iana for the registered ones")
    formats(made, "json", "csv", "markdown")

    made = command("search", "find statuses by words", ["gateway timeout", "too many", "cloudflare dns"], run_search)
    made.add_argument("text", nargs="+", help="words of names, phrases, vendors and summaries")
    formats(made, "json", "csv", "markdown")

    made = command("compare", "put two statuses side by side", ["401 403", "not_found gone"], run_compare)
    made.add_argument("a", help="a code, name or phrase")
    made.add_argument("b", help="another one")
    explaining(made, full=False)

    made = command("classify", "tell the class of codes, known or not", ["404", "299 700 -1"], run_classify)
    made.add_argument("code", nargs="*", help="any integers; read from standard input if none is given")
    formats(made, "json")

    made = command("parse", "read codes out of texts", ['"HTTP/1.1 404 Not Found"', "payload_too_large", "-- -"], run_parse)
    made.add_argument("text", nargs="*", help="texts; lines of standard input if none is given")
    formats(made, "json")

    made = command("dump", "print the whole table", ["> httpstatus.json", "--csv > httpstatus.csv"], run_dump)
    formats(made, "json", "csv", "markdown")
    made.set_defaults(format="json")

    from httpstatus import _command_advice, _command_lint, _command_tally

    for module in (_command_advice, _command_lint, _command_tally):
        module.add(command)

    made = command("completion", "print a completion script for a shell",
                   ["bash >> ~/.bashrc", "zsh > ~/.zfunc/_httpstatus", "fish > ~/.config/fish/completions/httpstatus.fish"],
                   run_completion)  # fmt: skip
    made.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")
    return parser


def version():
    edition = httpstatus.data_edition()
    return (
        f"{PROGRAM} {httpstatus.__version__}, data: IANA registry of {edition.registry_date} ({edition.registered} codes), "
        f"{edition.vendor} codes of vendors"
    )


# Input and output.


def texts(given):
    """What was given on the command line, or the lines of standard input."""
    if given:
        yield from given
    elif sys.stdin is None or sys.stdin.isatty():
        raise Usage("say what, or pipe it in")
    else:
        for line in sys.stdin.buffer:
            yield line.rstrip(b"\r\n").decode(errors="surrogateescape")


class Usage(Exception):
    pass


def complain(message):
    if sys.stderr is not None:
        print(f"{PROGRAM}: {str(message).encode(errors='backslashreplace').decode()}", file=sys.stderr)


def terminal():
    """The module that draws on a terminal, None where there is no terminal or no rich."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return None
    try:
        from httpstatus import _terminal
    except ImportError:
        return None
    return _terminal


def columns(given=None):
    if given is not None:
        return given
    return max(20, min(shutil.get_terminal_size().columns, 100)) if sys.stdout.isatty() else 80


def print_json(value):
    print(json.dumps({"schema": SCHEMA, **value}))


def show(text, code=None):
    """Prints an explanation."""
    drawing = terminal()
    if drawing:
        drawing.explanation(text, code)
    else:
        sys.stdout.write(text)


def print_rows(rows, format):
    if format == "json":
        print_json({"entries": _export.plain_entries(rows)})
    elif format == "csv":
        sys.stdout.write(_export.flat(rows))
    elif format == "markdown":
        sys.stdout.write(_export.markdown(rows))
    elif drawing := terminal():
        drawing.rows(rows)
    else:
        room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for row in rows:
            line = f"{row.code}  {row.phrase or '-':<32}  {'' if row.vendor == 'iana' else row.vendor:<15}  {row.summary}"
            print(line[:room])


# The commands. Each returns the exit status.


def run_explain(options):
    settings = dict(vendor=options.vendor, role=options.role, method=options.method, full=options.full, format=options.format,
                    width=columns(options.width))  # fmt: skip
    words = list(texts(options.text))
    if not all(map(is_code, words)) and options.text:
        words = [" ".join(words)]
    exits = [explain_one(word, settings, first=i == 0) for i, word in enumerate(words)]
    return max(exits, default=UNKNOWN)


def is_code(text):
    try:
        return httpstatus.parse(text).kind in ("code", "no_status")
    except ValueError:
        return family_of(text) is not None


def family_of(text):
    text = text.strip().lower()
    return text if text in {httpstatus.family(code) for code in range(100, 600, 100)} else None


def explain_one(text, settings, first):
    if family := family_of(text):
        print_rows([row for row in httpstatus.entries(settings["vendor"]) if httpstatus.family(row.code) == family], settings["format"])
        return KNOWN
    try:
        explained = httpstatus.explain(text, **settings)
    except ValueError as error:
        if not hasattr(error, "position"):
            raise Usage(error) from None
        return guess(text, settings, error)
    if not first and settings["format"] != "json":
        print()
    try:
        code = httpstatus.parse(text).code
    except ValueError:
        code = None  # A marker.
    show(explained, code) if settings["format"] == "text" else sys.stdout.write(explained)
    return KNOWN if not code or httpstatus.Status(code).known else UNKNOWN


def guess(text, settings, error):
    """A text that is called nothing is searched for."""
    rows = () if text[:1].isdigit() else httpstatus.search(text)
    if not rows:
        complain(error)
        return UNKNOWN
    if len(rows) == 1 or settings["format"] == "json":
        text = httpstatus.explain(rows[0], **settings)
        show(text, rows[0].code) if settings["format"] == "text" else sys.stdout.write(text)
    else:
        complain(f'nothing is called "{text}"; these come near:')
        print_rows(rows, settings["format"])
    return KNOWN


def run_list(options):
    rows = httpstatus.entries(options.vendor)
    if options.vendor and not rows:
        raise Usage(f"no vendor is called {options.vendor}; there are {', '.join(httpstatus.vendors())}")
    if options.code:
        wanted = set()
        for text in options.code:
            family = family_of(text)
            wanted |= {code for code in range(1000) if httpstatus.family(code) == family} if family else {code_of(text)}
        rows = [row for row in rows if row.code in wanted]
    print_rows(rows, options.format)
    return KNOWN if rows else UNKNOWN


def code_of(text):
    try:
        return httpstatus.parse(text).code
    except ValueError as error:
        raise Usage(error) from None


def run_search(options):
    rows = httpstatus.search(" ".join(options.text))
    print_rows(rows, options.format)
    return KNOWN if rows else UNKNOWN


def run_compare(options):
    codes = [code_of(options.a), code_of(options.b)]
    try:
        text = httpstatus.compare(*codes, vendor=options.vendor, role=options.role, format=options.format, width=columns(options.width))
    except ValueError as error:
        raise Usage(error) from None
    show(text) if options.format == "text" else sys.stdout.write(text)
    return KNOWN if all(httpstatus.Status(code).known for code in codes) else UNKNOWN


def run_classify(options):
    statuses = []
    for text in texts(options.code):
        try:
            statuses.append(httpstatus.Status(int(text)))
        except ValueError:
            raise Usage(f"{text!r} is no integer") from None
    names = ("code", "label", "category", "family", "valid", "registered", "known")
    if options.format == "json":
        print_json({"statuses": [
            {**{name: getattr(status, name) for name in names}, "effective": httpstatus.effective(status)} for status in statuses
        ]})  # fmt: skip
    else:
        for status in statuses:
            print(status.code, status.category, status.label, sep="\t")
    return KNOWN if all(status.known for status in statuses) else UNKNOWN


def run_parse(options):
    exit_status = KNOWN
    results = []
    for text in texts(options.text):
        try:
            parsed = httpstatus.parse(text)
        except ValueError as error:
            exit_status = UNKNOWN
            results.append({"text": text, "error": str(error), "position": error.position})
            if options.format != "json":
                complain(error)
            continue
        results.append({"text": text, **dict(zip(parsed._fields, parsed))})
        if options.format != "json":
            print(parsed.code, parsed.kind, parsed.phrase or "", sep="\t")
    if options.format == "json":
        print_json({"parsed": results})
    return exit_status


def run_dump(options):
    rows = httpstatus.entries()
    sys.stdout.write(_export.json_table() if options.format == "json" else getattr(_export, {"csv": "flat"}.get(options.format, options.format))(rows))
    return KNOWN


def run_completion(options):
    from httpstatus import _completion

    sys.stdout.write(_completion.script(options.shell))
    return KNOWN


def run(arguments):
    parser = make_parser()
    try:
        if sys.stdout is None:
            raise Usage("standard output is closed")
        if arguments[:1] == ["--complete"]:
            from httpstatus import _completion

            _completion.complete(parser, arguments[1:])
            return KNOWN
        options = parser.parse_args(with_command(parser, arguments))
        if options.command is None:
            parser.print_help(sys.stderr)
            return USAGE
        for path in (*getattr(options, "registries", ()), *getattr(options, "more_registries", ())):
            add_rows(path)
        status = options.run(options)
        sys.stdout.flush()
        return status
    except Usage as error:
        complain(error)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # What is left in the buffer goes nowhere, so that Python does not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno in (errno.EPIPE, errno.EINVAL):
            return KNOWN  # Whoever read has seen enough.
        complain(error)
        return UNKNOWN


def add_rows(path):
    try:
        httpstatus.load_registry(path)
    except (OSError, ValueError) as error:
        raise Usage(error) from None


def with_command(parser, arguments):
    """Puts explain in front of arguments that name no command."""
    commands = parser._subparsers._group_actions[0].choices
    rest = iter(arguments)
    for argument in rest:
        if argument == "--registry":
            next(rest, None)  # Its file may be called like a command.
        elif argument in commands or argument in ("-h", "--help", "--version"):
            return arguments
        elif not argument.startswith("-") or argument[1:].isdigit() or argument == "-":
            break
    return ["explain", *arguments] if arguments else arguments
