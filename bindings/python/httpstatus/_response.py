"""What is read off the response objects of HTTP libraries, none of which is imported."""


def status_of(response):
    """The status code of a response: its status_code, or its status. TypeError for anything that is no response."""
    for name in ("status_code", "status"):
        status = getattr(response, name, None)
        if hasattr(status, "__index__"):
            return status
    raise TypeError(f"a status code is an integer, or a response with a status_code or status, not {type(response).__name__!r}")


def lines_of(fields):
    """Fields as a tuple of (name, value): out of a mapping, whose values may be lists, or an iterable of pairs.

    Every library has a class of its own for fields. Those that know of several lines of one name give them one by one,
    as multi_items() (httpx) or as items() (urllib3, aiohttp, http.client, Werkzeug, Starlette).
    """
    pairs = getattr(fields, "multi_items", None) or getattr(fields, "items", None)
    lines = []
    for name, value in fields if pairs is None else pairs():
        if isinstance(value, (list, tuple)):
            lines += [(name, line) for line in value]
        else:
            lines.append((name, value if isinstance(value, (str, bytes)) else str(value)))
    return tuple(lines)


def read(response):
    """The status and the lines of the fields of a response; None for the lines of one that has no headers."""
    headers = getattr(response, "headers", None)
    return status_of(response), None if headers is None else lines_of(headers)
