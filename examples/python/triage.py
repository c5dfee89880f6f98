"""Triage of an access log in any format the library knows: how often each status occurs, most frequent first, and how
often each category."""

import sys

from httpstatus import tally


def main():
    try:
        log = tally(sys.argv[1] if len(sys.argv) > 1 else sys.stdin)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    for status, n in log.most_common():
        print(f"{n:9}  {status.label}")
    for category, n in sorted(log.categories.items(), key=lambda item: (-item[1], item[0])):
        print(f"{n:9}  {category}")
    print(f"{log.lines:9}  lines ({log.format}), {log.no_status} without a status, {log.recovered} recovered, "
          f"{log.unparsed} not understood, {log.blank} blank")  # fmt: skip


main()
