"""Explains statuses: explain [--full] [--compare] [--format F] [--role R] [--vendor V] [--method M] [--width N] TEXT...

With --compare the texts are taken two by two.
"""

import sys

import httpstatus

texts = sys.argv[1:]
options = {}
while texts and texts[0].startswith("--"):
    name = texts.pop(0).removeprefix("--")
    options[name] = True if name in ("full", "compare") else int(texts.pop(0)) if name == "width" else texts.pop(0)

try:
    if options.pop("compare", False):
        for a, b in zip(texts[::2], texts[1::2]):
            print(httpstatus.compare(a, b, **options), end="")
    else:
        for text in texts:
            print(httpstatus.explain(text, **options), end="")
except ValueError as error:
    sys.exit(f"explain: {error}")
