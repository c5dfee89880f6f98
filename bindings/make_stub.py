"""Prints the package's type stub, bindings/python/httpstatus/__init__.pyi, from the live registry."""

import httpstatus
from httpstatus import _core
from httpstatus._records import fields_of

HEAD = '''\
# Written by bindings/make_stub.py from the live registry. Do not edit.

from _typeshed import ReadableBuffer, StrPath, SupportsRead
from os import PathLike
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, Set, ValuesView
from typing import (
    Any, Final, Literal, NoReturn, Protocol, SupportsFloat, SupportsIndex, TypeAlias, TypeVar, final, overload,
)
from typing_extensions import Self

_T = TypeVar("_T")

_Seconds: TypeAlias = SupportsFloat | SupportsIndex
_Text: TypeAlias = str | bytes
# A list of pairs, a mapping of names to values or lists of values, or the headers of a response object.
_Fields: TypeAlias = Iterable[tuple[_Text, _Text]] | Mapping[Any, Any] | Any
_Version: TypeAlias = Literal["1.0", "1.1", "2", "3"]

class _HasStatusCode(Protocol):
    @property
    def status_code(self) -> SupportsIndex: ...

class _HasStatus(Protocol):
    @property
    def status(self) -> SupportsIndex: ...

class _HasName(Protocol):
    @property
    def name(self) -> str: ...

_Response: TypeAlias = _HasStatusCode | _HasStatus
_Explainable: TypeAlias = SupportsIndex | str | bytes | Entry | _Response
_Role: TypeAlias = Literal["any", "client", "server"]
_Format: TypeAlias = Literal["text", "markdown", "json"]
_Content: TypeAlias = Literal["none", "tunnel", "must_be_empty", "allowed", "unknown"]
'''

FUNCTIONS = '''\
__version__: Final[str]
PROBLEM_MEDIA_TYPE: Final = "application/problem+json"

def classify(code: SupportsIndex, /) -> _Category: ...
def family(code: SupportsIndex, /) -> _Family: ...
def effective(code: SupportsIndex, /) -> int: ...
def reason(code: SupportsIndex, /) -> str: ...
def status_line(code: SupportsIndex, version: str | bytes = "1.1") -> str: ...
def explain(
    x: _Explainable,
    vendor: str | bytes | None = None,
    role: _Role | None = None,
    method: str | bytes | None = None,
    full: bool = False,
    format: _Format = "text",
    width: SupportsIndex = 80,
) -> str: ...
def compare(
    a: _Explainable,
    b: _Explainable,
    vendor: str | bytes | None = None,
    role: _Role | None = None,
    format: _Format = "text",
    width: SupportsIndex = 80,
) -> str: ...
def content(code: SupportsIndex, method: str | bytes | None = None) -> _Content: ...
def may_have_content(code: SupportsIndex, method: str | bytes | None = None) -> bool: ...
def retry(
    code: SupportsIndex | _Response,
    method: str | bytes | None = None,
    *,
    retry_after: str | bytes | Iterable[str | bytes] | None = None,
    retries_made: SupportsIndex = 0,
    date: _Seconds | None = None,
    now: _Seconds | None = None,
    max_retries: SupportsIndex | None = None,
    repeatable: bool | None = None,
    early_data: bool | None = None,
    user_action: bool | None = None,
    proxy: bool = False,
    vendor: str | bytes | None = None,
    policy: str | bytes | Iterable[SupportsIndex] | None = None,
    fields: _Fields | None = None,
) -> Retry: ...
def retry_policies() -> tuple[RetryPolicy, ...]: ...
def redirect(
    code: SupportsIndex | _Response,
    method: str | bytes | None = None,
    *,
    location: bool | str | bytes | None = True,
    policy: Literal["browser", "preserve"] = "browser",
    retry_after: str | bytes | Iterable[str | bytes] | None = None,
    date: _Seconds | None = None,
    now: _Seconds | None = None,
    fields: _Fields | None = None,
    replayable: bool | None = None,
) -> Redirect: ...
def cacheability(
    code: SupportsIndex | _Response,
    method: str | bytes | None = None,
    fields: _Fields | None = None,
    *,
    shared: bool = False,
    request_authorized: bool | None = None,
    understands: Iterable[SupportsIndex] | None = None,
    content_location_is_target: bool = False,
    received_at: _Seconds | None = None,
) -> Cacheability: ...
def markers() -> tuple[Marker, ...]: ...
def method(name: str | bytes) -> Method: ...
def entry(code: SupportsIndex, vendor: str | bytes | None = None) -> Entry | None: ...
def entries(vendor: str | None = None) -> tuple[Entry, ...]: ...
def vendors() -> tuple[str, ...]: ...
def find(text: str | bytes) -> tuple[Entry, ...]: ...
def search(text: str | bytes) -> tuple[Entry, ...]: ...
def parse(text: str | bytes) -> Parsed: ...
def parse_http_date(text: str | bytes, now: _Seconds | None = None, ignore_case: bool = False) -> int: ...
def parse_retry_after(
    value: str | bytes | Iterable[str | bytes] | None, now: _Seconds | None = None, date: _Seconds | None = None
) -> RetryAfter: ...
def lint(
    code: SupportsIndex | Any, fields: _Fields | None = None, method: _Text | None = None, version: _Version | None = None,
    request_version: _Version | None = None, request_fields: _Fields | None = None, profile: Literal["wire", "app"] = "wire",
    pedantic: bool = False, rules: _Text | Iterable[str] = "",
) -> list[Finding]: ...
def lint_skipped(
    code: SupportsIndex | Any, fields: _Fields | None = None, method: _Text | None = None, version: _Version | None = None,
    request_version: _Version | None = None, request_fields: _Fields | None = None, profile: Literal["wire", "app"] = "wire",
    pedantic: bool = False, rules: _Text | Iterable[str] = "",
) -> list[Skipped]: ...
def lint_rules() -> tuple[LintRule, ...]: ...
def fields() -> tuple[Field, ...]: ...
def data_edition() -> Edition: ...
def grpc_to_http(code: SupportsIndex | str | bytes | _HasName) -> int: ...
def http_to_grpc(code: SupportsIndex) -> str: ...
def grpc_codes() -> tuple[GrpcCode, ...]: ...
def grpc_guesses() -> tuple[GrpcGuess, ...]: ...
def proxy_status_type(name: str | bytes) -> ProxyError | None: ...
def proxy_status_types(code: SupportsIndex | None = None) -> tuple[ProxyError, ...]: ...
def problem(code: SupportsIndex, /, detail: str | None = None, instance: str | None = None, **members: Any) -> dict[str, Any]: ...
def load_registry(path: str | bytes | PathLike[str] | PathLike[bytes]) -> tuple[Entry, ...]: ...
def count_codes(codes: _Codes) -> Counts: ...
def count_categories(codes: _Codes) -> dict[_Category | None, int]: ...
def classify_codes(codes: _Codes) -> bytes: ...
def tally(
    source: _Log | list[_Log] | tuple[_Log, ...], format: str | bytes = "auto", *, threads: SupportsIndex = 1,
    progress: Callable[[int], object] | None = None,
) -> Tally: ...
def tally_lines(lines: Iterable[str | bytes], format: str | bytes = "auto") -> Tally: ...
'''

COUNTS = '''\
_Codes: TypeAlias = Iterable[SupportsIndex | None] | ReadableBuffer
_Log: TypeAlias = StrPath | SupportsRead[bytes] | ReadableBuffer

class Counts:
    def __new__(cls, *args: object, **kwargs: object) -> NoReturn: ...
    def __getitem__(self, code: SupportsIndex) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...
    def __contains__(self, code: object) -> bool: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __add__(self, other: Self) -> Self: ...
    def __radd__(self, other: Literal[0]) -> Self: ...
    def keys(self) -> KeysView[int]: ...
    def values(self) -> ValuesView[int]: ...
    def items(self) -> ItemsView[int, int]: ...
    @overload
    def get(self, code: int, default: None = None) -> int | None: ...
    @overload
    def get(self, code: int, default: int) -> int: ...
    @property
    def counts(self) -> dict[int, int]: ...
    @property
    def total(self) -> int: ...
    @property
    def categories(self) -> dict[_Category, int]: ...
    @property
    def error_rate(self) -> float: ...
    def most_common(self, n: int | None = None) -> list[tuple[Status, int]]: ...
    def to_dict(self) -> dict[str, Any]: ...
    out_of_range: Final[int]
    nulls: Final[int]

@final
class Tally(Counts):
    lines: Final[int]
    bytes: Final[int]
    no_status: Final[int]
    recovered: Final[int]
    unparsed: Final[int]
    blank: Final[int]
    unparsed_at: Final[tuple[int, ...]]
    format: Final[str | None]
'''

ENTRY = '''\
@final
class Entry:
    def __new__(cls, *args: object, **kwargs: object) -> NoReturn: ...
    def __copy__(self) -> Entry: ...
    def __deepcopy__(self, memo: object) -> Entry: ...
'''

STATUS = '''\
class _StatusType(type):
    def __call__(cls, code: SupportsIndex) -> Status: ...
    def __getitem__(cls, name: str) -> Status: ...
    def __iter__(cls) -> Iterator[Status]: ...
    def __reversed__(cls) -> Iterator[Status]: ...
    def __len__(cls) -> int: ...
    def __contains__(cls, code: object) -> bool: ...
    @property
    def __members__(cls) -> dict[str, Status]: ...

@final
class Status(int, metaclass=_StatusType):
    def __new__(cls, code: SupportsIndex) -> Status: ...
    def __copy__(self) -> Status: ...
    def __deepcopy__(self, memo: object) -> Status: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any: ...
    value: Final[int]
    description: Final[str | None]
    category: Final[_Category]
    family: Final[_Family]
    label: Final[str]
    known: Final[bool]
    registered: Final[bool]
    valid: Final[bool]
    ambiguous: Final[bool]
    is_error: Final[bool]
    @property
    def entry(self) -> Entry | None: ...
    @property
    def entries(self) -> tuple[Entry, ...]: ...
'''

SETS = '''\
@final
class StatusSet(frozenset[int]):
    def __new__(cls, codes: str | bytes | Iterable[SupportsIndex] = ()) -> StatusSet: ...
    def __contains__(self, code: object) -> bool: ...
    def __copy__(self) -> StatusSet: ...
    def __deepcopy__(self, memo: object) -> StatusSet: ...
    def copy(self) -> StatusSet: ...
    def __invert__(self) -> StatusSet: ...
    def __or__(self, other: Set[SupportsIndex]) -> StatusSet: ...  # type: ignore[override]
    def __sub__(self, other: Set[object]) -> StatusSet: ...
    def __xor__(self, other: Set[SupportsIndex]) -> StatusSet: ...  # type: ignore[override]
    def __and__(self, other: Set[object]) -> StatusSet: ...
    def union(self, *others: Iterable[SupportsIndex]) -> StatusSet: ...  # type: ignore[override]
    def difference(self, *others: Iterable[object]) -> StatusSet: ...
    def symmetric_difference(self, other: Iterable[SupportsIndex]) -> StatusSet: ...  # type: ignore[override]
    def intersection(self, *others: Iterable[object]) -> StatusSet: ...

class StatusMap(Mapping[str | bytes | int, _T]):
    def __init__(self, values: Mapping[str, _T] | Mapping[int, _T] | Mapping[str | int, _T]) -> None: ...
    def __getitem__(self, key: str | bytes | SupportsIndex) -> _T: ...
    def __iter__(self) -> Iterator[str | bytes | int]: ...
    def __len__(self) -> int: ...
'''


def literal(words):
    return "Literal[" + ", ".join(f'"{word}"' for word in words) + "]"


def type_of(field, optional):
    if field.type == "list":
        return f"tuple[{field.element_name.capitalize()}, ...]"
    plain = {
        "int": "int", "bool": "bool", "string": "str", "strings": "tuple[str, ...]", "seconds": "int | None", "text": "str | None",
        "told": "bool | None",
    }  # fmt: skip
    kind = literal(field.words) if field.type == "word" else plain[field.type]
    return f"{kind} | None" if optional and field.type in ("string", "word", "seconds") else kind


def typed(fields, values):
    """(name, type) of each field; one that is None in any of the values is optional."""
    return [(field.name, type_of(field, any(getattr(value, field.name) is None for value in values))) for field in fields]


def record(name, members):
    lines = [f"@final\nclass {name}(tuple[Any, ...]):"]
    for member, kind in members:
        lines += ["    @property", f"    def {member}(self) -> {kind}: ..."]
    return "\n".join(lines) + "\n"


def final(members, indent="    "):
    return "".join(f"{indent}{name}: Final[{kind}]\n" for name, kind in members)


# What the rows of the library have, and one that was added need not.
NULLABLE = ("meaning", "client", "checked")


def register(fields):
    """The function that takes all fields by name."""
    given = ("code", "name", "phrase", "vendor", "summary")

    def kind(field):
        if field.type == "list":
            return "Iterable[tuple[Any, ...] | Mapping[str, Any]] | None"
        return "Iterable[str] | None" if field.type == "strings" else f"{type_of(field, False)} | None"

    lines = [f"    {field.name}: {kind(field)} = None,\n" for field in fields if field.name not in given]
    return (
        "def register(\n    code: SupportsIndex,\n    name: str,\n    phrase: str | None,\n    vendor: str,\n"
        f"    summary: str | None = None,\n    *,\n{''.join(lines)}) -> Entry: ...\n"
    )


def stub():
    rows = httpstatus.entries()
    fields = httpstatus.fields()
    hundreds = range(0, 600, 100)
    categories = [httpstatus.classify(code) for code in hundreds]
    names = httpstatus.Status.__members__

    parts = [HEAD, f"_Category: TypeAlias = {literal(categories)}\n_Family: TypeAlias = {literal(map(httpstatus.family, hundreds))}\n"]
    for field in fields:
        if field.type == "list":
            items = [item for row in rows for item in getattr(row, field.name)]
            parts.append(record(field.element_name.capitalize(), typed(field.element, items)))
    parts.append(record("Marker", typed(fields_of(_core.marker_fields()), httpstatus.markers())))
    parts.append(record("RetryPolicy", typed(fields_of(_core.retry_policy_fields()), httpstatus.retry_policies())))
    answers = [
        ("Retry", _core.retry_fields(), ("reason", "str")),
        ("Redirect", _core.redirect_fields(), ("reason", "str")),
        ("Cacheability", _core.cacheability_fields(), ("reasons", "tuple[str, ...]")),
    ]
    for name, descriptors, last in answers:
        members = [(field.name, type_of(field, False)) for field in fields_of(descriptors)]
        parts.append(record(name, [*members, last]) + "    def __bool__(self) -> bool: ...\n")
    for value in (httpstatus.method("GET"), httpstatus.data_edition()):
        kinds = [(name, type(getattr(value, name)).__name__) for name in value._fields]
        parts.append(record(type(value).__name__, kinds))
    parts.append(record("Field", [
        ("name", "str"), ("type", literal(["int", "bool", "string", "word", "strings", "list", "seconds", "text", "told"])), ("words", "tuple[str, ...]"),
        ("element_name", "str | None"), ("element", "tuple[Field, ...]"),
    ]))  # fmt: skip
    for name, descriptors, values in (
        ("GrpcCode", _core.grpc_code_fields(), httpstatus.grpc_codes()),
        ("GrpcGuess", _core.grpc_guess_fields(), httpstatus.grpc_guesses()),
        ("ProxyError", _core.proxy_error_fields(), httpstatus.proxy_status_types()),
    ):
        parts.append(record(name, typed(fields_of(descriptors), values)))
    kinds = ["code", "code_phrase", "status_line", "name", "phrase", "no_status"]
    parts.append(record("Parsed", [
        ("code", "int"), ("version", "str | None"), ("phrase", "str | None"), ("kind", literal(kinds)),
    ]))  # fmt: skip
    parts.append(record("RetryAfter", [("form", literal(["absent", "delay", "date", "invalid"])), ("seconds", "int | None")]))
    severities = literal(["note", "warning", "error"])
    parts.append(record("Finding", [
        ("rule", "str"), ("severity", severities), ("field", "int | None"), ("message", "str"), ("section", "str"),
    ]))  # fmt: skip
    inputs = ["method", "version", "request_version", "request_fields", "repeats"]
    parts.append(record("Skipped", [("rule", "str"), ("input", literal(inputs))]))
    rule = httpstatus.lint_rules()[0]
    parts.append(record("LintRule", [
        (name, severities if name == "severity" else type(getattr(rule, name)).__name__) for name in rule._fields
    ]))  # fmt: skip
    parts.append(ENTRY + final((name, kind if name not in NULLABLE else f"{kind} | None") for name, kind in typed(fields, rows)))
    parts.append(
        STATUS
        + final((f"is_{word}", "bool") for word in categories if word != "invalid")
        + final((field.name, type_of(field, True)) for field in fields if field.name != "code")
        + final([("code", "int"), *((name, "Status") for name in names)])
    )
    parts.append(SETS)
    parts.append(final(((name, "Status") for name in names), indent=""))
    parts.append(COUNTS)
    parts.append(FUNCTIONS + register(fields))
    return "\n".join(parts)


if __name__ == "__main__":
    print(stub(), end="")
