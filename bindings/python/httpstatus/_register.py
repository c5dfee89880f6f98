"""Rows that a program adds to its copy of the registry."""

from . import _core
from ._entry import NAMES, entry, fields, of_key
from ._status import renew


def register(code, name, phrase, vendor, summary=None, **more):
    """Adds a row to this loaded copy and gives back its Entry: a code of an application, or of a vendor not known here.

    code is 0 to 999, name upper-case letters, digits and '_', phrase text or None, vendor lower-case letters, digits and
    '-'. Whatever else an Entry has may be given by name: a word, a text (printable ASCII), or a list, whose elements are
    tuples or mappings. What is left out is None or empty, and a missing summary says that the row was added. The row is
    never 'iana', comes after all others, and stays while the process runs. It changes what is told of the number (entries,
    labels, explanations), also by a Status that was made before, and never what is done with it: the fields that say when
    to retry and what to store are not taken over.

    ValueError for a row that may not be: the vendor has one of this code or name, a text is too long or not printable
    ASCII, there are 4096 already. TypeError for a value of a wrong type or a field that there is not.
    """
    return _add({"code": code, "name": name, "phrase": phrase, "vendor": vendor, "summary": summary, **more})


def _add(values):
    unknown = values.keys() - {*NAMES}
    if unknown:
        raise TypeError(f"an Entry has no field {min(unknown)!r}")
    key = _core.register_row(tuple(_value(field, values.get(field.name)) for field in fields()))
    renew(key[0])
    return of_key(key)


def _value(field, value):
    """A value as the gate into C takes it: lists as tuples, their elements as tuples in the order of their fields."""
    if field.type not in ("list", "strings"):
        return value
    if isinstance(value, (str, bytes)):
        raise TypeError(f"{field.name} is a list, not {value!r}")
    if field.type == "strings":
        return tuple(value or ())
    names = [part.name for part in field.element]
    return tuple(_element(field, names, item) for item in value or ())


def _element(field, names, item):
    if hasattr(item, "keys"):
        unknown = item.keys() - {*names}
        if unknown:
            raise TypeError(f"an element of {field.name} has no field {min(unknown)!r}")
        return tuple(map(item.get, names))
    item = tuple(item)
    if len(item) != len(names):
        raise TypeError(f"an element of {field.name} is ({', '.join(names)}), not {item!r}")
    return item


def load_registry(path):
    """Adds the rows of a JSON file of the form of core/export/httpstatus.json and gives back their Entries as a tuple.

    The file is an object with schema and entries; an entry needs code, vendor and name, the rest may be left out. Rows
    that are there already and say the same are passed over, so a table that was dumped and edited can be loaded, and one
    file twice. ValueError, which names the entry, for one that register() refuses or that differs from a row that is
    there; entries before it have been added then. OSError for a file that cannot be read.
    """
    import json

    from ._export import SCHEMA

    with open(path, encoding="utf-8") as file:
        try:
            table = json.load(file)
        except ValueError as error:  # No JSON, or no UTF-8.
            raise ValueError(f"{path}: {error}") from None
    if not isinstance(table, dict) or table.get("schema") != SCHEMA or not isinstance(table.get("entries"), list):
        raise ValueError(f"{path}: a registry is an object with schema {SCHEMA} and a list of entries")
    added = []
    for i, values in enumerate(table["entries"]):
        try:
            if not isinstance(values, dict):
                raise TypeError("it is no object")
            if not _is_there(values):
                row = _add(values)
                _loaded[row.code, row.vendor] = values
                added.append(row)
        except (TypeError, ValueError) as error:
            key = f" ({values.get('code')} {values.get('vendor')})" if isinstance(values, dict) else ""
            raise ValueError(f"{path}: entry {i + 1}{key}: {error}") from None
    return tuple(added)


# What files said of the rows that were added from them. A row does not take over all of it.
_loaded: dict[tuple[int, str], dict] = {}


def _is_there(values):
    """Is there a row that says all of this? What the file leaves out is not compared."""
    from ._export import plain_entries

    row = entry(values.get("code"), values["vendor"]) if values.get("vendor") else None
    if row is None:
        return False
    there = _loaded.get((row.code, row.vendor)) or plain_entries([row])[0]
    return all(name in there and there[name] == value for name, value in values.items())
