"""The command httpstatus, also as python -m httpstatus."""

import sys

from httpstatus import explain


def main():
    # A word and nothing else, into a pipe, is answered before anything is imported that it does not need.
    word = sys.argv[1] if len(sys.argv) == 2 else ""
    if len(word) == 3 and "100" <= word and word.isdecimal() and sys.stdout is not None and not sys.stdout.isatty():
        from httpstatus import Status

        try:
            sys.stdout.write(explain(word))
            sys.stdout.flush()
            return 0 if Status(int(word)).known else 1
        except (ValueError, OSError):
            pass  # The long way tells what is wrong.
    from httpstatus._command import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
