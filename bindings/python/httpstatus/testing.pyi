from collections.abc import Iterable
from typing import Any, Final, Literal, SupportsIndex, TypeAlias

from . import _Fields, _Response

_Expected: TypeAlias = SupportsIndex | str | Iterable[_Expected]

__all__ = ["assert_conformant", "assert_status"]

SHOWN: Final = 300

def assert_status(response: SupportsIndex | _Response, expected: _Expected) -> None: ...
def assert_conformant(
    response: SupportsIndex | _Response,
    fields: _Fields | None = None,
    fail_on: Literal["note", "warning", "error"] = "error",
    **options: Any,
) -> None: ...
