"""Writes the answers of content, retry, redirect and cacheability as Python gives them: see advice.txt, which it reads."""

import itertools
import sys

import httpstatus

METHODS = [None, "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY", "PROPFIND", "LOCK", "FOO"]
FLAGS = {"yes": True, "no": False}


def read_input(text):
    """Items are separated by " | ", and are "key=value" or "Name: value"."""
    options, fields = {}, []
    for item in text.split(" | ") if text else []:
        key, equals, value = item.partition("=")
        if ": " in key:
            fields.append(tuple(item.split(": ", 1)))
        elif key in ("retries_made", "max_retries"):
            options[key] = int(value)
        else:
            options[key] = FLAGS.get(value, value)
    return options, fields


def asking(section):
    """What asks for the parts of the answer to a code, a method and an input."""
    if section == "content":
        return lambda code, method, options, fields: (httpstatus.content(code, method), httpstatus.may_have_content(code, method))
    if section == "cacheability":
        # Its reasons are text, which nobody asks for here.
        return lambda code, method, options, fields: tuple.__getitem__(
            httpstatus.cacheability(code, method, fields, **options), slice(0, 6))  # fmt: skip
    function = getattr(httpstatus, section)
    return lambda code, method, options, fields: function(code, method, **options)[:-1]


def text_of(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) or "-" if isinstance(value, tuple) else "-" if value is None else str(value)


def answer_text(section, values):
    texts = list(map(text_of, values))
    if section == "redirect" and values[2] is None:
        texts[2] = "not_given"
    return " | ".join(texts)


def write_section(section, inputs):
    ask = asking(section)
    texts, answers, rows, table = {}, {}, {}, {}
    for code in range(1000):
        line = []
        for method in METHODS:
            row = []
            for options, fields in inputs:
                values = ask(code, method, options, fields)
                text = texts.get(values)
                if text is None:
                    text = texts[values] = answer_text(section, values)
                row.append(answers.setdefault(text, len(answers)))
            line.append(rows.setdefault(tuple(row), len(rows)))
        table.setdefault(tuple(line), []).append(code)
    for text in answers:
        print("answer", text)
    for row in rows:
        runs = [(answer, len(list(run))) for answer, run in itertools.groupby(row)]
        print("row", *(f"{answer}x{n}" if n > 1 else answer for answer, n in runs))
    for line, codes in table.items():
        print("codes", httpstatus.StatusSet(codes), *line)


def main(path):
    section, inputs = None, []
    for line in open(path).read().splitlines():
        word, _, rest = line.partition(" ")
        if word == "input":
            inputs.append(read_input(rest))
        elif word == "section":
            section, inputs = rest, []
        elif line == "end":
            write_section(section, inputs)
        if word not in ("answer", "row", "codes"):
            print(line)


main(sys.argv[1])
