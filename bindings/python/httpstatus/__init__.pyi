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

_Category: TypeAlias = Literal["invalid", "informational", "success", "redirection", "client_error", "server_error"]
_Family: TypeAlias = Literal["invalid", "1xx", "2xx", "3xx", "4xx", "5xx"]

@final
class Related(tuple[Any, ...]):
    @property
    def code(self) -> int: ...
    @property
    def word(self) -> str: ...

@final
class Header(tuple[Any, ...]):
    @property
    def name(self) -> str: ...
    @property
    def level(self) -> Literal["must", "should", "may", "must_not", "should_not"]: ...
    @property
    def when(self) -> str | None: ...
    @property
    def ref(self) -> str: ...

@final
class Ref(tuple[Any, ...]):
    @property
    def spec(self) -> str: ...
    @property
    def section(self) -> str | None: ...
    @property
    def url(self) -> str: ...

@final
class Phrase(tuple[Any, ...]):
    @property
    def phrase(self) -> str | None: ...
    @property
    def spec(self) -> str: ...

@final
class Marker(tuple[Any, ...]):
    @property
    def texts(self) -> tuple[str, ...]: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def where(self) -> str: ...
    @property
    def meaning(self) -> str: ...
    @property
    def evidence(self) -> Literal["primary", "secondary", "hearsay"]: ...
    @property
    def source(self) -> str: ...

@final
class RetryPolicy(tuple[Any, ...]):
    @property
    def name(self) -> str: ...
    @property
    def statuses(self) -> str | None: ...
    @property
    def with_retry_after(self) -> str | None: ...
    @property
    def methods(self) -> str | None: ...
    @property
    def honours_retry_after(self) -> bool: ...
    @property
    def ignores_zero(self) -> bool: ...
    @property
    def max_retries(self) -> int: ...
    @property
    def max_delay(self) -> int | None | None: ...
    @property
    def citation(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def checked(self) -> str: ...

@final
class Retry(tuple[Any, ...]):
    @property
    def verdict(self) -> Literal["no", "yes", "if_safe_to_repeat", "after_change", "unknown"]: ...
    @property
    def need(self) -> Literal["none", "credentials", "proxy_credentials", "other_credentials", "new_connection", "content_length", "smaller_content", "smaller_fields", "drop_expectation", "not_early_data", "inbound_handshake", "protocol", "version", "extension", "network_login", "precondition", "user_action", "request", "method", "negotiation", "state", "target", "content_type", "range", "content", "lock", "dependency"]: ...
    @property
    def delay(self) -> int | None: ...
    @property
    def basis(self) -> Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"]: ...
    @property
    def citation(self) -> str: ...
    @property
    def beyond_rfc_advice(self) -> bool: ...
    @property
    def stricter_than_rfc(self) -> bool: ...
    @property
    def reason(self) -> str: ...
    def __bool__(self) -> bool: ...

@final
class Redirect(tuple[Any, ...]):
    @property
    def action(self) -> Literal["stop", "follow", "ask"]: ...
    @property
    def method(self) -> str | None: ...
    @property
    def keep_content(self) -> bool | None: ...
    @property
    def unsafe(self) -> bool: ...
    @property
    def inherit_fragment(self) -> bool: ...
    @property
    def drop_fields(self) -> tuple[str, ...]: ...
    @property
    def delay(self) -> int | None: ...
    @property
    def basis(self) -> Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"]: ...
    @property
    def citation(self) -> str: ...
    @property
    def reason(self) -> str: ...
    def __bool__(self) -> bool: ...

@final
class Cacheability(tuple[Any, ...]):
    @property
    def storable(self) -> Literal["no", "yes", "unknown", "refresh"]: ...
    @property
    def lifetime(self) -> Literal["none", "explicit", "heuristic"]: ...
    @property
    def seconds(self) -> int | None: ...
    @property
    def basis(self) -> Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"]: ...
    @property
    def citation(self) -> str: ...
    @property
    def stricter_than_rfc(self) -> bool: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    def __bool__(self) -> bool: ...

@final
class Method(tuple[Any, ...]):
    @property
    def safe(self) -> bool: ...
    @property
    def idempotent(self) -> bool: ...
    @property
    def cacheable(self) -> bool: ...
    @property
    def known(self) -> bool: ...

@final
class Edition(tuple[Any, ...]):
    @property
    def registry_date(self) -> str: ...
    @property
    def checked(self) -> str: ...
    @property
    def registered(self) -> int: ...
    @property
    def vendor(self) -> int: ...

@final
class Field(tuple[Any, ...]):
    @property
    def name(self) -> str: ...
    @property
    def type(self) -> Literal["int", "bool", "string", "word", "strings", "list", "seconds", "text", "told"]: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def element_name(self) -> str | None: ...
    @property
    def element(self) -> tuple[Field, ...]: ...

@final
class GrpcCode(tuple[Any, ...]):
    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def http(self) -> int: ...

@final
class GrpcGuess(tuple[Any, ...]):
    @property
    def http(self) -> int: ...
    @property
    def name(self) -> str: ...

@final
class ProxyError(tuple[Any, ...]):
    @property
    def type(self) -> str: ...
    @property
    def status(self) -> int: ...
    @property
    def description(self) -> str: ...
    @property
    def parameters(self) -> tuple[str, ...]: ...
    @property
    def only_generated(self) -> bool: ...
    @property
    def section(self) -> str: ...

@final
class Parsed(tuple[Any, ...]):
    @property
    def code(self) -> int: ...
    @property
    def version(self) -> str | None: ...
    @property
    def phrase(self) -> str | None: ...
    @property
    def kind(self) -> Literal["code", "code_phrase", "status_line", "name", "phrase", "no_status"]: ...

@final
class RetryAfter(tuple[Any, ...]):
    @property
    def form(self) -> Literal["absent", "delay", "date", "invalid"]: ...
    @property
    def seconds(self) -> int | None: ...

@final
class Finding(tuple[Any, ...]):
    @property
    def rule(self) -> str: ...
    @property
    def severity(self) -> Literal["note", "warning", "error"]: ...
    @property
    def field(self) -> int | None: ...
    @property
    def message(self) -> str: ...
    @property
    def section(self) -> str: ...

@final
class Skipped(tuple[Any, ...]):
    @property
    def rule(self) -> str: ...
    @property
    def input(self) -> Literal["method", "version", "request_version", "request_fields", "repeats"]: ...

@final
class LintRule(tuple[Any, ...]):
    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> Literal["note", "warning", "error"]: ...
    @property
    def pedantic(self) -> bool: ...
    @property
    def wire_only(self) -> bool: ...
    @property
    def sections(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def rationale(self) -> str: ...
    @property
    def fix(self) -> str: ...

@final
class Entry:
    def __new__(cls, *args: object, **kwargs: object) -> NoReturn: ...
    def __copy__(self) -> Entry: ...
    def __deepcopy__(self, memo: object) -> Entry: ...
    code: Final[int]
    vendor: Final[str]
    name: Final[str]
    phrase: Final[str | None]
    registration: Final[Literal["assigned", "temporary", "reserved", "obsoleted", "unofficial"]]
    state: Final[Literal["active", "historic", "unclear"]]
    evidence: Final[Literal["primary", "secondary", "hearsay"]]
    on_wire: Final[Literal["wire", "header", "body", "log", "client", "unclear"]]
    fault: Final[Literal["none", "client", "origin", "gateway", "network", "unclear"]]
    expires: Final[str | None]
    summary: Final[str]
    meaning: Final[str | None]
    client: Final[str | None]
    server: Final[str | None]
    legacy: Final[str | None]
    related: Final[tuple[Related, ...]]
    headers: Final[tuple[Header, ...]]
    retry_rule: Final[Literal["fallback", "never", "idempotent", "once", "after_change", "special"]]
    retry_need: Final[Literal["none", "credentials", "proxy_credentials", "other_credentials", "new_connection", "content_length", "smaller_content", "smaller_fields", "drop_expectation", "not_early_data", "inbound_handshake", "protocol", "version", "extension", "network_login", "precondition", "user_action", "request", "method", "negotiation", "state", "target", "content_type", "range", "content", "lock", "dependency"]]
    retry_basis: Final[Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"]]
    retry_ref: Final[str | None]
    storage: Final[Literal["explicit", "heuristic", "understood_only", "forbidden", "none"]]
    since: Final[str | None]
    aliases: Final[tuple[str, ...]]
    refs: Final[tuple[Ref, ...]]
    history: Final[tuple[Phrase, ...]]
    source: Final[str | None]
    checked: Final[str | None]

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
    is_informational: Final[bool]
    is_success: Final[bool]
    is_redirection: Final[bool]
    is_client_error: Final[bool]
    is_server_error: Final[bool]
    vendor: Final[str | None]
    name: Final[str | None]
    phrase: Final[str | None]
    registration: Final[Literal["assigned", "temporary", "reserved", "obsoleted", "unofficial"] | None]
    state: Final[Literal["active", "historic", "unclear"] | None]
    evidence: Final[Literal["primary", "secondary", "hearsay"] | None]
    on_wire: Final[Literal["wire", "header", "body", "log", "client", "unclear"] | None]
    fault: Final[Literal["none", "client", "origin", "gateway", "network", "unclear"] | None]
    expires: Final[str | None]
    summary: Final[str | None]
    meaning: Final[str | None]
    client: Final[str | None]
    server: Final[str | None]
    legacy: Final[str | None]
    related: Final[tuple[Related, ...]]
    headers: Final[tuple[Header, ...]]
    retry_rule: Final[Literal["fallback", "never", "idempotent", "once", "after_change", "special"] | None]
    retry_need: Final[Literal["none", "credentials", "proxy_credentials", "other_credentials", "new_connection", "content_length", "smaller_content", "smaller_fields", "drop_expectation", "not_early_data", "inbound_handshake", "protocol", "version", "extension", "network_login", "precondition", "user_action", "request", "method", "negotiation", "state", "target", "content_type", "range", "content", "lock", "dependency"] | None]
    retry_basis: Final[Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"] | None]
    retry_ref: Final[str | None]
    storage: Final[Literal["explicit", "heuristic", "understood_only", "forbidden", "none"] | None]
    since: Final[str | None]
    aliases: Final[tuple[str, ...]]
    refs: Final[tuple[Ref, ...]]
    history: Final[tuple[Phrase, ...]]
    source: Final[str | None]
    checked: Final[str | None]
    code: Final[int]
    CONTINUE: Final[Status]
    SWITCHING_PROTOCOLS: Final[Status]
    PROCESSING: Final[Status]
    EARLY_HINTS: Final[Status]
    UPLOAD_RESUMPTION_SUPPORTED: Final[Status]
    OK: Final[Status]
    CREATED: Final[Status]
    ACCEPTED: Final[Status]
    NON_AUTHORITATIVE_INFORMATION: Final[Status]
    NO_CONTENT: Final[Status]
    RESET_CONTENT: Final[Status]
    PARTIAL_CONTENT: Final[Status]
    MULTI_STATUS: Final[Status]
    ALREADY_REPORTED: Final[Status]
    IM_USED: Final[Status]
    MULTIPLE_CHOICES: Final[Status]
    MOVED_PERMANENTLY: Final[Status]
    FOUND: Final[Status]
    SEE_OTHER: Final[Status]
    NOT_MODIFIED: Final[Status]
    USE_PROXY: Final[Status]
    UNUSED_306: Final[Status]
    TEMPORARY_REDIRECT: Final[Status]
    PERMANENT_REDIRECT: Final[Status]
    BAD_REQUEST: Final[Status]
    UNAUTHORIZED: Final[Status]
    PAYMENT_REQUIRED: Final[Status]
    FORBIDDEN: Final[Status]
    NOT_FOUND: Final[Status]
    METHOD_NOT_ALLOWED: Final[Status]
    NOT_ACCEPTABLE: Final[Status]
    PROXY_AUTHENTICATION_REQUIRED: Final[Status]
    REQUEST_TIMEOUT: Final[Status]
    CONFLICT: Final[Status]
    GONE: Final[Status]
    LENGTH_REQUIRED: Final[Status]
    PRECONDITION_FAILED: Final[Status]
    CONTENT_TOO_LARGE: Final[Status]
    URI_TOO_LONG: Final[Status]
    UNSUPPORTED_MEDIA_TYPE: Final[Status]
    RANGE_NOT_SATISFIABLE: Final[Status]
    EXPECTATION_FAILED: Final[Status]
    IM_A_TEAPOT: Final[Status]
    MISDIRECTED_REQUEST: Final[Status]
    UNPROCESSABLE_CONTENT: Final[Status]
    LOCKED: Final[Status]
    FAILED_DEPENDENCY: Final[Status]
    TOO_EARLY: Final[Status]
    UPGRADE_REQUIRED: Final[Status]
    PRECONDITION_REQUIRED: Final[Status]
    TOO_MANY_REQUESTS: Final[Status]
    REQUEST_HEADER_FIELDS_TOO_LARGE: Final[Status]
    UNAVAILABLE_FOR_LEGAL_REASONS: Final[Status]
    INTERNAL_SERVER_ERROR: Final[Status]
    NOT_IMPLEMENTED: Final[Status]
    BAD_GATEWAY: Final[Status]
    SERVICE_UNAVAILABLE: Final[Status]
    GATEWAY_TIMEOUT: Final[Status]
    HTTP_VERSION_NOT_SUPPORTED: Final[Status]
    VARIANT_ALSO_NEGOTIATES: Final[Status]
    INSUFFICIENT_STORAGE: Final[Status]
    LOOP_DETECTED: Final[Status]
    NOT_EXTENDED: Final[Status]
    NETWORK_AUTHENTICATION_REQUIRED: Final[Status]
    MOVED_TEMPORARILY: Final[Status]
    PAYLOAD_TOO_LARGE: Final[Status]
    REQUEST_ENTITY_TOO_LARGE: Final[Status]
    REQUEST_URI_TOO_LONG: Final[Status]
    REQUEST_URI_TOO_LARGE: Final[Status]
    REQUESTED_RANGE_NOT_SATISFIABLE: Final[Status]
    UNPROCESSABLE_ENTITY: Final[Status]

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

CONTINUE: Final[Status]
SWITCHING_PROTOCOLS: Final[Status]
PROCESSING: Final[Status]
EARLY_HINTS: Final[Status]
UPLOAD_RESUMPTION_SUPPORTED: Final[Status]
OK: Final[Status]
CREATED: Final[Status]
ACCEPTED: Final[Status]
NON_AUTHORITATIVE_INFORMATION: Final[Status]
NO_CONTENT: Final[Status]
RESET_CONTENT: Final[Status]
PARTIAL_CONTENT: Final[Status]
MULTI_STATUS: Final[Status]
ALREADY_REPORTED: Final[Status]
IM_USED: Final[Status]
MULTIPLE_CHOICES: Final[Status]
MOVED_PERMANENTLY: Final[Status]
FOUND: Final[Status]
SEE_OTHER: Final[Status]
NOT_MODIFIED: Final[Status]
USE_PROXY: Final[Status]
UNUSED_306: Final[Status]
TEMPORARY_REDIRECT: Final[Status]
PERMANENT_REDIRECT: Final[Status]
BAD_REQUEST: Final[Status]
UNAUTHORIZED: Final[Status]
PAYMENT_REQUIRED: Final[Status]
FORBIDDEN: Final[Status]
NOT_FOUND: Final[Status]
METHOD_NOT_ALLOWED: Final[Status]
NOT_ACCEPTABLE: Final[Status]
PROXY_AUTHENTICATION_REQUIRED: Final[Status]
REQUEST_TIMEOUT: Final[Status]
CONFLICT: Final[Status]
GONE: Final[Status]
LENGTH_REQUIRED: Final[Status]
PRECONDITION_FAILED: Final[Status]
CONTENT_TOO_LARGE: Final[Status]
URI_TOO_LONG: Final[Status]
UNSUPPORTED_MEDIA_TYPE: Final[Status]
RANGE_NOT_SATISFIABLE: Final[Status]
EXPECTATION_FAILED: Final[Status]
IM_A_TEAPOT: Final[Status]
MISDIRECTED_REQUEST: Final[Status]
UNPROCESSABLE_CONTENT: Final[Status]
LOCKED: Final[Status]
FAILED_DEPENDENCY: Final[Status]
TOO_EARLY: Final[Status]
UPGRADE_REQUIRED: Final[Status]
PRECONDITION_REQUIRED: Final[Status]
TOO_MANY_REQUESTS: Final[Status]
REQUEST_HEADER_FIELDS_TOO_LARGE: Final[Status]
UNAVAILABLE_FOR_LEGAL_REASONS: Final[Status]
INTERNAL_SERVER_ERROR: Final[Status]
NOT_IMPLEMENTED: Final[Status]
BAD_GATEWAY: Final[Status]
SERVICE_UNAVAILABLE: Final[Status]
GATEWAY_TIMEOUT: Final[Status]
HTTP_VERSION_NOT_SUPPORTED: Final[Status]
VARIANT_ALSO_NEGOTIATES: Final[Status]
INSUFFICIENT_STORAGE: Final[Status]
LOOP_DETECTED: Final[Status]
NOT_EXTENDED: Final[Status]
NETWORK_AUTHENTICATION_REQUIRED: Final[Status]
MOVED_TEMPORARILY: Final[Status]
PAYLOAD_TOO_LARGE: Final[Status]
REQUEST_ENTITY_TOO_LARGE: Final[Status]
REQUEST_URI_TOO_LONG: Final[Status]
REQUEST_URI_TOO_LARGE: Final[Status]
REQUESTED_RANGE_NOT_SATISFIABLE: Final[Status]
UNPROCESSABLE_ENTITY: Final[Status]

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
def register(
    code: SupportsIndex,
    name: str,
    phrase: str | None,
    vendor: str,
    summary: str | None = None,
    *,
    registration: Literal["assigned", "temporary", "reserved", "obsoleted", "unofficial"] | None = None,
    state: Literal["active", "historic", "unclear"] | None = None,
    evidence: Literal["primary", "secondary", "hearsay"] | None = None,
    on_wire: Literal["wire", "header", "body", "log", "client", "unclear"] | None = None,
    fault: Literal["none", "client", "origin", "gateway", "network", "unclear"] | None = None,
    expires: str | None = None,
    meaning: str | None = None,
    client: str | None = None,
    server: str | None = None,
    legacy: str | None = None,
    related: Iterable[tuple[Any, ...] | Mapping[str, Any]] | None = None,
    headers: Iterable[tuple[Any, ...] | Mapping[str, Any]] | None = None,
    retry_rule: Literal["fallback", "never", "idempotent", "once", "after_change", "special"] | None = None,
    retry_need: Literal["none", "credentials", "proxy_credentials", "other_credentials", "new_connection", "content_length", "smaller_content", "smaller_fields", "drop_expectation", "not_early_data", "inbound_handshake", "protocol", "version", "extension", "network_login", "precondition", "user_action", "request", "method", "negotiation", "state", "target", "content_type", "range", "content", "lock", "dependency"] | None = None,
    retry_basis: Literal["practice", "rfc_must", "rfc_must_not", "rfc_should", "rfc_should_not", "rfc_may"] | None = None,
    retry_ref: str | None = None,
    storage: Literal["explicit", "heuristic", "understood_only", "forbidden", "none"] | None = None,
    since: str | None = None,
    aliases: Iterable[str] | None = None,
    refs: Iterable[tuple[Any, ...] | Mapping[str, Any]] | None = None,
    history: Iterable[tuple[Any, ...] | Mapping[str, Any]] | None = None,
    source: str | None = None,
    checked: str | None = None,
) -> Entry: ...
