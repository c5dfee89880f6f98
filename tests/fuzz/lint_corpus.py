"""Writes the examples of the lint as a corpus for fuzz_lint, whose head says how bytes become a head.

Usage: python tests/fuzz/lint_corpus.py DIRECTORY
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import lint_heads


def version_of(word):
    return 0 if word is None else 1 + lint_heads.VERSIONS.index(word)


def lines_of(fields):
    return b"\xfe".join(name + b"\xfd" + value for name, value in fields)


def packed(example):
    options = example.options
    known = "request_fields" in options
    return (
        (example.status & 0xFFFF).to_bytes(2, "big")
        + bytes([version_of(options.get("version")), version_of(options.get("request_version")), 0, example.merged | known << 1 | 4])
        + b"\xff".join([options.get("method", "").encode(), lines_of(example.fields), lines_of(options.get("request_fields", []))])
    )


def main():
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    examples = [example for path in ("lint.txt", "servers.txt", "rfcs.txt") for example in lint_heads.examples(lint_heads.DATA / path)]
    for i, example in enumerate(examples):
        (directory / f"{i:04}-{example.rule}").write_bytes(packed(example))


main()
