"""Shows codes given on the command line: label, category, summary and where it is defined, a line each."""

import sys

from httpstatus import Status, effective

for argument in sys.argv[1:]:
    status = Status(int(argument))
    if status.entry is None:
        summary, source = f"treat it as {effective(status)}", "RFC 9110, Section 15"
    elif not status.refs:
        summary, source = status.summary, status.source
    else:
        ref = status.refs[0]
        summary, source = status.summary, ref.spec + (f", Section {ref.section}" if ref.section else "")
    print(status.label, status.category, summary, source, sep=" | ")
