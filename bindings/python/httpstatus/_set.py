"""Sets of status codes, and maps with the keys of OpenAPI."""

from _collections_abc import Mapping
from _operator import index

from . import _core


class StatusSet(frozenset):
    """StatusSet("2xx,301-308,!305,@retryable"): an immutable set of status codes, from text or an iterable of integers.

    A frozenset of int in every way (==, hash, in, set operations), but that it iterates from the lowest code up and that
    operations on it give a StatusSet. str() is its text in a canonical form, and ~ its complement.

    The items of the text are separated by commas and taken from left to right; "!" before one takes its codes out. The
    start is the empty set, but all codes if the first item has a "!". Items are a code from 0 to 999, a range "301-308",
    a family "4xx", a category "@client_error", "@error", "@registered", "@known", "@retryable", "@null_body" (of the Fetch
    Standard) and "@vendor:nginx".

    ValueError for other text, with the attribute position as in parse(), and for a code outside 0 to 999; TypeError for
    anything else.
    """

    __module__ = "httpstatus"
    __slots__ = ()

    def __new__(cls, codes=()):
        if codes.__class__ is cls:
            return codes
        text = isinstance(codes, (str, bytes))
        return frozenset.__new__(cls, _core.set_parse(codes) if text else _core.set_codes(codes))

    def __init_subclass__(cls):
        raise TypeError("StatusSet cannot be subclassed")

    def __contains__(self, code):
        try:
            return frozenset.__contains__(self, code)
        except TypeError:  # It has no hash.
            return False

    def __iter__(self):
        return iter(sorted(frozenset.__iter__(self)))

    def __str__(self):
        return _core.set_text(self)

    def __repr__(self):
        return f"StatusSet({str(self)!r})"

    def __reduce__(self):
        return StatusSet, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    copy = __copy__

    def __invert__(self):
        return StatusSet(_core.set_complement(self))

    def __or__(self, other):
        return _made(frozenset.__or__(self, other))

    def __sub__(self, other):
        return _made(frozenset.__sub__(self, other))

    def __xor__(self, other):
        return _made(frozenset.__xor__(self, other))

    def __and__(self, other):
        # What frozenset finds in both it may take from the other, where 404 may be 404.0.
        rest = frozenset.__sub__(self, other)
        return rest if rest is NotImplemented else _made(frozenset.__sub__(self, rest))

    def union(self, *others):
        return StatusSet(frozenset.union(self, *others))

    def difference(self, *others):
        return StatusSet(frozenset.difference(self, *others))

    def symmetric_difference(self, other):
        return StatusSet(frozenset.symmetric_difference(self, other))

    def intersection(self, *others):
        for other in others:
            self &= frozenset(other)
        return self


def _made(result):
    return result if result is NotImplemented else StatusSet(result)


class StatusMap(Mapping):
    """StatusMap({"404": a, "4XX": b, "default": c}): values by status, found as OpenAPI finds responses.

    A key is a code from 0 to 999, as an integer or text, a family, or "default"; ValueError for any other integer or text
    and for a key that is there twice, TypeError for anything else. An integer looks up the most specific key that fits
    it: the code, its family, "default". Text looks up that key only. KeyError where there is none. In everything else
    a Mapping of the keys that were given.
    """

    __module__ = "httpstatus"
    __slots__ = ("_given", "_values")

    def __init__(self, values):
        self._given = dict(values)
        self._values = {}
        for key, value in self._given.items():
            slot = _core.map_key(key if isinstance(key, (str, bytes)) else str(index(key)))
            if slot in self._values:
                raise ValueError(f"the key {key!r} is there twice")
            self._values[slot] = value

    def __getitem__(self, key):
        try:
            slot = _core.map_first(key)
        except TypeError:
            return self._value_of_text(key)
        while slot >= 0:
            if slot in self._values:
                return self._values[slot]
            slot = _core.map_next(slot)
        raise KeyError(key)

    def _value_of_text(self, key):
        try:
            return self._values[_core.map_key(key)]
        except (KeyError, TypeError, ValueError):
            raise KeyError(key) from None

    def __iter__(self):
        return iter(self._given)

    def __len__(self):
        return len(self._given)

    def __repr__(self):
        return f"StatusMap({self._given!r})"

    def __reduce__(self):
        return StatusMap, (self._given,)
