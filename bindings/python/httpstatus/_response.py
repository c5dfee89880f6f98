"""What is read off the response objects of HTTP libraries, none of which is imported."""


def status_of(response):
    """The status code of a response: its status_code, or its status. TypeError for anything that is no response."""
    for name in ("status_code", "status"):
        status = getattr(response, name, None)
        if hasattr(status, "__index__"):
            return status
    raise TypeError(f"a status code is an integer, or a response with a status_code or status, not {type(response).__name__!r}")
