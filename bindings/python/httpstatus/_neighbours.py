"""Other tables of outcomes: RPC codes of gRPC, error types of Proxy-Status, and problem details."""

from _operator import index

from . import _core
from ._records import names_of, record

GrpcCode = record(
    "GrpcCode", names_of(_core.grpc_code_fields()),
    "An RPC code of gRPC, by its number and name, and the status code that stands for it over HTTP.",
)
GrpcGuess = record(
    "GrpcGuess", names_of(_core.grpc_guess_fields()),
    "A status code (http), and the name of the RPC code that a client takes a response without grpc-status for.",
)
ProxyError = record(
    "ProxyError", names_of(_core.proxy_error_fields()),
    "An error type of Proxy-Status (RFC 9209 Section 2.3): status is the recommended status code, 0 where the case decides; "
    "parameters are those that the type adds; only_generated is False where it can also stand in a response that the "
    "intermediary passed on.",
)
PROBLEM_MEDIA_TYPE = _core.HTTPSTATUS_PROBLEM_MEDIA_TYPE
_PROBLEM = names_of(_core.problem_fields())


def grpc_to_http(code):
    """The status code that stands for an RPC code of gRPC: 404 for 5, 'NOT_FOUND' or grpc.StatusCode.NOT_FOUND.

    The table is that of google/rpc/code.proto; the way back is not its inverse. Case, '_' and '-' in a name are ignored.
    ValueError for a number or name of no RPC code, TypeError for anything else.
    """
    name = code if isinstance(code, (str, bytes)) else None if hasattr(code, "__index__") else getattr(code, "name", None)
    return _core.grpc_to_http(code if name is None else _core.grpc_number(name))


def http_to_grpc(code):
    """The name of the RPC code that a gRPC client takes a response for that came without grpc-status.

    The table is that of gRPC for clients: 'UNIMPLEMENTED' for 404, 'UNKNOWN' for every code that is not in it. It must not
    be used to choose a status code. code is any integer; else TypeError.
    """
    return _core.http_to_grpc(code)


def grpc_codes():
    """The table behind grpc_to_http(), as a tuple of GrpcCode."""
    return tuple(map(GrpcCode, _core.grpc_codes()))


def grpc_guesses():
    """The table behind http_to_grpc(), as a tuple of GrpcGuess."""
    return tuple(map(GrpcGuess, _core.grpc_guesses()))


def proxy_status_type(name):
    """An error type of Proxy-Status by its name ('dns_timeout'), to the letter, as a ProxyError; None if there is none."""
    values = _core.proxy_status_type(name)
    return None if values is None else ProxyError(values)


def proxy_status_types(code=None):
    """The error types of Proxy-Status as a tuple of ProxyError: all of them, or those that recommend this status code."""
    types = map(ProxyError, _core.proxy_errors())
    return tuple(types) if code is None else tuple(row for row in types if row.status == code)


def problem(code, /, detail=None, instance=None, **members):
    """Problem details (RFC 9457) for a code, as a dict for any JSON writer; send it as PROBLEM_MEDIA_TYPE.

        >>> import httpstatus
        >>> httpstatus.problem(404, "There is no order 12.", order=12)["title"]
        'Not Found'

    detail says what went wrong this time, instance is a URI for this one occurrence. Further members are extensions. With a
    type of one's own there is no title unless one is given. code is any integer; ValueError for a member status.
    """
    values = dict(zip(_PROBLEM, _core.problem(code))) | {"status": index(code)}
    if "status" in members:
        raise ValueError("the member status is the code")
    if "type" in members and "title" not in members:
        del values["title"]
    texts = {"detail": detail, "instance": instance}
    return values | {name: text for name, text in texts.items() if text is not None} | members
