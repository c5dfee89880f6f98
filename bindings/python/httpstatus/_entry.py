"""Rows as Python objects. Nothing here knows a fact or the name of a row's field: both come from C."""

from . import _core
from ._records import fields_of, names_of, record

_DESCRIPTORS = _core.row_fields()
NAMES = names_of(_DESCRIPTORS)

# The class of a list's elements for each field, None for the fields that are no list of structs.
_ELEMENT_CLASSES = tuple(
    element and record(element_name.capitalize(), names_of(element), f"An element of Entry.{name}.")
    for name, _, _, element_name, element in _DESCRIPTORS
)
ELEMENTS = {cls.__name__: cls for cls in _ELEMENT_CLASSES if cls}


def fields():
    """The fields of an Entry in a fixed order, as a tuple of Field: a program that walks them needs no field name."""
    return fields_of(_DESCRIPTORS)


def values_of(key):
    """The values of a row's fields; the empty ones for the key None."""
    return [
        tuple(map(cls, value)) if cls else value for cls, value in zip(_ELEMENT_CLASSES, _core.row_values(key))
    ]


class Entry:
    """One row of the registry: what one owner means by one number. Immutable, and one object per (code, vendor).

    Get one from entry(), entries(), find() or Status.entries. The fields are those of fields(); a missing text is None
    and an empty list (). Equality and hash go by identity, so rows of the same number stay apart.
    """

    __module__ = "httpstatus"
    __slots__ = (*NAMES, "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("an Entry is a row of the registry: get one from entry(code, vendor)")

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name!r}: an Entry is immutable")

    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name!r}: an Entry is immutable")

    def __init_subclass__(cls):
        raise TypeError("Entry cannot be subclassed")

    def __repr__(self):
        return f"<Entry {self.code} {self.name} ({self.vendor})>"

    def __reduce__(self):
        return entry, (self.code, self.vendor)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_entries: dict[tuple[int, str], Entry] = {}


def of_key(key):
    """The Entry of a key, made on first use."""
    made = _entries.get(key)
    if made is None:
        made = object.__new__(Entry)
        for name, value in zip(NAMES, values_of(key)):
            object.__setattr__(made, name, value)
        made = _entries.setdefault(key, made)
    return made


def entry(code, vendor=None):
    """The row of a code as an Entry, or None: its primary row, or the row of that vendor ('iana' for the registered one).

    code is any integer; TypeError for anything else, or for a vendor that is neither str nor None.
    """
    key = _core.entry(code, vendor)
    return None if key is None else of_key(key)


def owners(code):
    """All rows of a number, the primary one first."""
    keys = []
    key = _core.entry(code, None)
    while key is not None:
        keys.append(key)
        key = _core.next_same(key)
    return tuple(map(of_key, keys))


def entries(vendor=None):
    """All rows as a tuple of Entry, in the order of the registry: registered ones by number, then vendor by vendor.

    With a vendor only its rows, () for a vendor that is not known.
    """
    rows = []
    key = _core.next(None)
    while key is not None:
        if vendor is None or key[1] == vendor:
            rows.append(of_key(key))
        key = _core.next(key)
    return tuple(rows)


def vendors():
    """The ids of all owners in the order of the registry, as a tuple of str; 'iana' first."""
    ids = []
    while (vendor := _core.vendor(len(ids))) is not None:
        ids.append(vendor)
    return tuple(ids)


def find(text):
    """The rows whose name, former name, or current or former phrase is text, as a tuple of Entry, registered ones first.

    Letter case, spaces, '_' and '-' are ignored. () if nothing is called so. text is str or bytes; else TypeError.
    """
    return tuple(map(of_key, _core.find(text)))


def search(text):
    """The rows that free text may mean, the best first, as a tuple of at most 16 Entry.

    Looks at words of names, phrases, vendors and summaries, numbers and families ('4xx'), and forgives slips of the pen
    in names. () if nothing is like it. text is str or bytes; else TypeError.
    """
    return tuple(map(of_key, _core.search(text)))


Edition = record(
    "Edition", names_of(_core.edition_fields()),
    "Which data is loaded: the date of the IANA registry, the day it was checked, and how many rows there are.",
)


def data_edition():
    """Which data the loaded copy carries, as an Edition."""
    return Edition(_core.data_edition())
