from collections.abc import Iterable
from typing import Final, SupportsIndex, TypeAlias

from . import _Response

_Expected: TypeAlias = SupportsIndex | str | Iterable[_Expected]

__all__ = ["assert_status"]

SHOWN: Final = 300

def assert_status(response: SupportsIndex | _Response, expected: _Expected) -> None: ...
