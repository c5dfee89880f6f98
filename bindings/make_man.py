"""Prints the manual page of the command, bindings/python/httpstatus.1, from the command itself."""

import argparse
import re

import httpstatus
from httpstatus._command import EXITS, make_parser

SECTIONS = """\
.SH ENVIRONMENT
.TP
.B NO_COLOR
If set to anything, nothing is coloured.
.TP
.B COLUMNS
The width of the terminal, where it does not tell by itself.
.SH FILES
Colours and tables need the Python package
.BR rich ;
without it, and in pipes, the same text is plain.
.SH SEE ALSO
RFC 9110, HTTP Semantics, Section 15: Status Codes.
"""


def escaped(text):
    return re.sub(r"(?m)^([.'])", r"\\&\1", text.replace("\\", "\\e").replace("-", "\\-"))


def example_lines(epilog):
    """The lines of an epilog under "examples:"."""
    return re.search(r"examples:\n((?:  .*\n)+)", epilog + "\n")[1].rstrip() if epilog and "examples:" in epilog else ""


def options(parser):
    lines = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction) or action.help is argparse.SUPPRESS:
            continue
        value = action.metavar or ("{" + ",".join(action.choices) + "}" if action.choices else action.dest)
        value = f" \\fI{escaped(value)}\\fR" if action.nargs != 0 else ""
        name = ", ".join(f"\\fB{escaped(string)}\\fR{value}" for string in action.option_strings) or value.strip()
        lines.append(f".TP\n{name}\n{escaped(action.help or 'one of these')}\n")
    return "".join(lines)


def manual():
    parser = make_parser()
    commands = parser._subparsers._group_actions[0]
    about, _, short = parser.description.partition("\n")
    parts = [
        ".\\\" Written by bindings/make_man.py from the command. Do not edit.\n"
        f".TH HTTPSTATUS 1 {httpstatus.data_edition().registry_date} \"httpstatus {httpstatus.__version__}\" \"User Commands\"\n"
        f".SH NAME\nhttpstatus \\- explain HTTP status codes\n"
        ".SH SYNOPSIS\n.B httpstatus\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR...] [\\fITEXT\\fR...]\n"
        f".SH DESCRIPTION\n{escaped(about)}\n{escaped(short)}\n"
        f".SH OPTIONS\n{options(parser)}.SH COMMANDS\n"
    ]
    for name, command in commands.choices.items():
        examples = example_lines(command.epilog)
        parts.append(f".SS {name}\n{escaped(command.description or '')}\n{options(command)}")
        if examples:
            parts.append(f".PP\nExamples:\n.PP\n.nf\n{escaped(examples)}\n.fi\n")
    parts.append(f".SH EXAMPLES\n.nf\n{escaped(example_lines(parser.epilog))}\n.fi\n")
    exits = re.findall(r"^  (\d+) +(.*)$", EXITS, re.MULTILINE)
    parts.append(".SH EXIT STATUS\n" + "".join(f".TP\n.B {status}\n{escaped(text)}\n" for status, text in exits))
    return "".join(parts) + SECTIONS


if __name__ == "__main__":
    print(manual(), end="")
