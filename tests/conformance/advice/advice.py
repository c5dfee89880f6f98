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
    """What asks for an answer to a code, a method and an input."""
    if section == "cacheability":
        return lambda code, method, options, fields: httpstatus.cacheability(code, method, fields, **options)
    if section == "content":
        return lambda code, method, options, fields: (httpstatus.content(code, method), httpstatus.may_have_content(code, method), None)
    function = getattr(httpstatus, section)
    return lambda code, method, options, fields: function(code, method, **options)


def text_of(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) or "-" if isinstance(value, tuple) else "-" if value is None else str(value)


def answer_text(answer):
    values = list(answer[:-1]) if type(answer) is tuple else [getattr(answer, name) for name in answer._fields[:-1]]
    if isinstance(answer, httpstatus.Redirect) and values[2] is None:
        values[2] = "not_given"
    return " | ".join(map(text_of, values))


def write_section(section, inputs):
    ask = asking(section)
    texts, answers, rows, table = {}, {}, {}, {}
    for code in range(1000):
        line = []
        for method in METHODS:
            row = []
            for options, fields in inputs:
                answer = ask(code, method, options, fields)
                values = (answer[:-1] if section != "cacheability" else tuple.__getitem__(answer, slice(0, 6)))
                text = texts.get(values)
                if text is None:
                    text = texts[values] = answer_text(answer)
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
