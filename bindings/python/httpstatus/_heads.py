"""Response heads out of what curl -i, curl -v and others print, one after the other, with content between them."""

import re

import httpstatus
from httpstatus._lint import VERSIONS

STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? \d{3}(?: |\r?$)")
REQUEST_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) \S+ HTTP/(\d(?:\.\d)?)\r?$")


class Head:
    """A head: its line and where that stands (from 1), its fields as pairs of bytes, and what is known of the request."""

    def __init__(self, line, number):
        self.line = line.decode(errors="backslashreplace")
        self.number = number
        self.code = int(line.split(b" ", 2)[1][:3])
        self.version = VERSIONS.get(line[5 : line.index(b" ")].decode())
        self.fields = []
        self.method = self.request_version = self.request_fields = None


def add_line(fields, line):
    """A field line; one that goes on with the last is put behind it as it is."""
    if line[:1] in (b" ", b"\t") and fields:
        name, value = fields[-1]
        fields[-1] = (name, value + b"\r\n" + line)
    else:
        name, _, value = line.partition(b":")
        fields.append((name, value.strip(b" \t")))


def read_request(data):
    """(method, version, fields) of a request head."""
    lines = [line.rstrip(b"\r") for line in data.split(b"\n")]
    match = REQUEST_LINE.match(lines[0])
    if match is None:
        raise ValueError("a request head starts with a method, a target and HTTP/1.1 or the like")
    fields = []
    for line in lines[1:]:
        if not line:
            break
        add_line(fields, line)
    return match[1].decode(), VERSIONS.get(match[2].decode()), fields


def unmarked(data):
    """What curl -v marks with < and >, told apart: (mark, line, number). Other lines of it are left out."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if line[:1] in (b"<", b">") and line[1:2] in (b" ", b"\r", b""):
            yield line[:1], line[2:].rstrip(b"\r"), number


def read_verbose(data):
    head, request, lines = None, None, []
    for mark, line, number in unmarked(data):
        if mark == b">":
            if REQUEST_LINE.match(line):
                lines = []
            lines.append(line)
            request = b"\n".join(lines)
            head = None
        elif STATUS_LINE.match(line):
            head = Head(line, number)
            if request is not None and REQUEST_LINE.match(request.split(b"\n")[0]):
                head.method, head.request_version, head.request_fields = read_request(request + b"\n\n")
            yield head
        elif not line:
            head = None
        elif head is not None:
            add_line(head.fields, line)


def content_length(head):
    """How long the content is that follows a head, 0 where that cannot be told."""
    if not httpstatus.may_have_content(head.code, head.method):
        return 0
    values = {value for name, value in head.fields if name.lower() == b"content-length"}
    value = values.pop() if len(values) == 1 else b""
    return int(value) if value.isdigit() and len(value) < 16 else 0


def read_heads(data):
    """The heads in data, in order. Content between them is passed over; what looks like a head in it is taken for one."""
    if re.search(rb"^< HTTP/", data, re.MULTILINE):
        yield from read_verbose(data)
        return
    at, number, head = 0, 0, None
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        line, at, number = data[at:end].rstrip(b"\r"), end + 1, number + 1
        if head is None:
            if STATUS_LINE.match(line):
                head = Head(line, number)
        elif line:
            add_line(head.fields, line)
        else:
            yield head
            length = content_length(head)
            if length and not STATUS_LINE.match(data, at) and at + length <= len(data):
                number += data.count(b"\n", at, at + length)
                at += length
            head = None
    if head is not None:
        yield head
