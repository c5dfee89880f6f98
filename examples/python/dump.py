"""Prints the whole registry as JSON. It walks the fields and knows no field name of its own."""

import json

import httpstatus


def plain(field, value):
    if field.type == "list":
        return [{part.name: plain(part, getattr(item, part.name)) for part in field.element} for item in value]
    return value


def main():
    rows = [
        {field.name: plain(field, getattr(entry, field.name)) for field in httpstatus.fields()}
        for entry in httpstatus.entries()
    ]
    print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")


main()
