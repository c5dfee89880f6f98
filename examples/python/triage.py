"""Triage of an access log in Common or Combined format: how often each status occurs, most frequent first, and how
often each category. The status is the word after the quoted request."""

import re
import sys
from collections import Counter

from httpstatus import Status, classify

# The quoted request, in which a backslash keeps a quote from closing, and the word after it.
REQUEST = re.compile(rb'[^"]*"(?:[^"\\]|\\.)*" ([^ \r\n]*)', re.DOTALL)


def main():
    words = Counter()
    with open(sys.argv[1], "rb") if len(sys.argv) > 1 else sys.stdin.buffer as log:
        for line in log:
            match = REQUEST.match(line)
            words[match and match[1]] += 1

    counts = Counter({int(word): n for word, n in words.items() if word and re.fullmatch(rb"[0-9]{3}", word)})
    no_status = words[b"-"]
    unparsed = words.total() - counts.total() - no_status

    categories = Counter()
    for code, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{n:9}  {Status(code).label}")
        categories[classify(code)] += n
    for category, n in sorted(categories.items(), key=lambda item: (-item[1], item[0])):
        print(f"{n:9}  {category}")
    print(f"{words.total():9}  lines, {no_status} without a status, {unparsed} not understood")


main()
