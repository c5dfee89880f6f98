"""What a message with a status looks like: its method, its content and its first line."""

from . import _core
from ._records import names_of, record

Method = record(
    "Method", names_of(_core.method_fields()),
    "The properties of a request method (RFC 9110 Section 9.2): safe, idempotent, cacheable, and known.",
)


def method(name):
    """The properties of a request method. Names are case-sensitive, so 'get' is not known. TypeError unless text."""
    return Method(_core.method(name))


def content(code, method=None):
    """Whether a response with this code, to a request with this method, has content (RFC 9110 Section 6.4.1).

    'none': it ends with the header section, whatever its fields say. 'tunnel': the connection is one from then on.
    'must_be_empty': none may be sent, but a recipient reads what the fields announce. 'allowed': it may have content,
    possibly of length zero. 'unknown': that depends on the method, which was not given. code is any integer.
    """
    return _core.content(code, method)


def may_have_content(code, method=None):
    """True unless content() is 'none' or 'must_be_empty'."""
    return _core.may_have_content(code, method)


def status_line(code, version="1.1"):
    """A status line without its CRLF (RFC 9112 Section 4): 'HTTP/1.1 404 Not Found'.

    code is any integer of three digits, version '1.' and one digit; else ValueError.
    """
    return _core.status_line(code, version)
