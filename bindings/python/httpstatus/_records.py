"""Plain values with named fields, made from the descriptors of the C structs."""

from _operator import itemgetter


class Record(tuple):
    """An immutable value with named fields; compares, hashes and unpacks as the tuple of its fields."""

    __slots__ = ()
    _fields = ()

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{type(self).__name__}({fields})"

    def __reduce__(self):
        return type(self), (tuple(self),)


def record(name, names, doc):
    """A subclass of Record with these fields."""
    body = {field: property(itemgetter(i)) for i, field in enumerate(names)}
    return type(name, (Record,), {"__slots__": (), "__module__": "httpstatus", "__doc__": doc, "_fields": names, **body})


Field = record(
    "Field", ("name", "type", "words", "element_name", "element"),
    "A field of an Entry: its name, its type ('int' 'bool' 'string' 'word' 'strings' 'list'), the words that a 'word' "
    "can be, and what an element of a 'list' is called and which fields it has.",
)


def fields_of(descriptors):
    """Descriptors of C as a tuple of Field."""
    return tuple(Field((*plain, fields_of(element))) for *plain, element in descriptors)


def names_of(descriptors):
    return tuple(descriptor[0] for descriptor in descriptors)
