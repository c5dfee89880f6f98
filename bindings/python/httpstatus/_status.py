"""Status: a status code that knows what it is."""

from _operator import index

from . import _core

_CATEGORIES = _core.categories()
# Every Status from 0 to 999 is made once. Larger numbers are not kept, so that no input can fill the memory.
_made: dict[int, "Status"] = {}
# The numbers that rows were added for.
_added: list[int] = []


def _load():
    """Rows are loaded with the first Status, since the import is to be cheap."""
    global NAMES, entries, entry, owners, values_of
    from ._entry import NAMES, entries, entry, owners, values_of


class _StatusType(type):
    """The class of Status: makes Status a container of the registered ones, as http.HTTPStatus is."""

    def __call__(cls, code):
        if code.__class__ is int:
            try:
                return _made[code]
            except KeyError:
                pass
        return _make(code)

    def __getitem__(cls, name):
        found = _by_name().get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __getattr__(cls, name):
        found = _by_name().get(name) if name.isupper() else None
        if found is None:
            raise AttributeError(f"type object 'Status' has no attribute {name!r}")
        type.__setattr__(cls, name, found)
        return found

    def __setattr__(cls, name, value):
        raise AttributeError(f"cannot set {name!r}: Status is immutable")

    def __delattr__(cls, name):
        raise AttributeError(f"cannot delete {name!r}: Status is immutable")

    def __iter__(cls):
        return iter(_registered())

    def __reversed__(cls):
        return reversed(_registered())

    def __len__(cls):
        return len(_registered())

    def __contains__(cls, code):
        try:
            return _core.is_registered(code)
        except TypeError:
            return False

    def __dir__(cls):
        return [*type.__dir__(cls), *_by_name()]

    @property
    def __members__(cls):
        """Name -> Status, former names included."""
        return dict(_by_name())


class Status(int, metaclass=_StatusType):
    """Status(code): any integer as a status code that knows what it is. Never raises for an integer.

    An int in every way (==, hash, ordering, arithmetic, '%d', json), and str() is the number. TypeError for anything
    that is no integer. Where http.HTTPStatus is used, Status fits: Status.NOT_FOUND, Status["NOT_FOUND"], iteration over
    the registered ones, value, name, phrase, description and the is_... predicates.

    The fields of the primary entry are attributes: None, or () for lists, where the number has no entry.
    """

    __module__ = "httpstatus"

    def __init_subclass__(cls):
        raise TypeError("Status cannot be subclassed")

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name!r}: a Status is immutable")

    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name!r}: a Status is immutable")

    @property
    def entry(self):
        """The primary Entry of the number, or None."""
        return entry(self)

    @property
    def entries(self):
        """All rows of the number as a tuple of Entry, the primary one first; () without any."""
        return owners(self)

    def __repr__(self):
        return f"<Status {self.label}>"

    __str__ = int.__repr__

    def __reduce__(self):
        return Status, (self.value,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            cls, core_schema.int_schema(), serialization=core_schema.plain_serializer_function_ser_schema(int)
        )


def _make(code):
    _core.classify(code)  # Refuses what is no integer, and says so.
    if not _made:
        _load()
    number = index(code)
    if number in _made:
        return _made[number]
    status = int.__new__(Status, number)
    added = len(_added)
    _fill(status, number)
    if not 0 <= number <= 999:
        return status
    status = _made.setdefault(number, status)
    if added != len(_added):
        _fill(status, number)  # A row that came between may be one of this number.
    return status


def renew(number):
    """Tells a Status that was made, which others may hold, of a row that was added."""
    _added.append(number)
    if number in _made:
        _fill(_made[number], number)


def _fill(status, number):
    attributes = status.__dict__
    category = _core.classify(number)
    attributes.update(zip(NAMES, values_of(_core.entry(number, None))))
    attributes.update({f"is_{word}": word == category for word in _CATEGORIES})
    attributes.update(
        code=number,
        value=number,
        description=attributes["summary"],
        category=category,
        family=_core.family(number),
        is_error=_core.is_error(number),
        known=_core.is_known(number),
        registered=_core.is_registered(number),
        valid=_core.is_valid(number),
        ambiguous=_core.is_ambiguous(number),
        label=_label(number),
    )


def _label(number):
    """The label, also of a number too large for C, which reads it as its largest int."""
    label = _core.label(number)
    return label if label.startswith(str(number)) else f"{number}{label[label.index(' '):]}"


_names: dict[str, Status] = {}


def _by_name():
    """Name -> Status of the registered rows, former names included; made on first use."""
    if not _names:
        _load()
        rows = entries("iana")
        names = {row.name: Status(row.code) for row in rows}
        names.update((alias, Status(row.code)) for row in rows for alias in row.aliases)
        _names.update(names)
    return _names


def _registered():
    return tuple(dict.fromkeys(_by_name().values()))
