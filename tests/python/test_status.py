"""Status: any integer as a status code, and a stand-in for http.HTTPStatus."""

import copy
import json
import pickle
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

import httpstatus
from httpstatus import Status


def category_by_arithmetic(code):
    names = ["informational", "success", "redirection", "client_error", "server_error"]
    return names[code // 100 - 1] if 100 <= code <= 599 else "invalid"


def check_any(code):
    status = Status(code)
    assert status == code and status.value == code and status.code == code and int(status) == code
    assert str(status) == f"{status}" == str(code) and "%d" % status == str(code) and str(code) in status.label
    assert status.category == httpstatus.classify(code) == category_by_arithmetic(code)
    assert status.family == httpstatus.family(code) == (f"{code // 100}xx" if status.valid else "invalid")
    assert [status.is_informational, status.is_success, status.is_redirection, status.is_client_error, status.is_server_error] == [
        status.category == name for name in ("informational", "success", "redirection", "client_error", "server_error")
    ]
    assert status.valid == (100 <= code <= 599)
    assert httpstatus.effective(code) == (code if status.registered else code // 100 * 100 if status.valid else 500)
    assert status.is_error == (httpstatus.effective(code) >= 400)
    assert status.known == bool(status.entries) and status.ambiguous == (len(status.entries) > 1)
    assert status.entry is (status.entries[0] if status.entries else None)
    assert status.registered == any(entry.vendor == "iana" for entry in status.entries)
    reason = httpstatus.reason(code)
    assert reason and reason.isascii() and reason.isprintable()
    assert status.description == status.summary
    for field in httpstatus.fields():
        empty = () if field.type in ("list", "strings") else None
        if field.name != "code":
            assert getattr(status, field.name) == (getattr(status.entry, field.name) if status.entry else empty)


def test_every_int_there_is():
    for code in range(-10, 70001):
        check_any(code)


@given(st.integers())
def test_any_int(code):
    check_any(code)


@pytest.mark.parametrize("code", [2**31 - 1, 2**31, -(2**31) - 1, 2**63, 2**64 + 404, -(2**64), 10**100])
def test_numbers_beyond_c(code):
    check_any(code)
    assert Status(code).label == f"{code} (invalid)"


@pytest.mark.parametrize("wrong", ["404", b"404", 404.0, None, 4j, [404], object(), float("nan")])
@pytest.mark.parametrize("call", [Status, httpstatus.classify, httpstatus.family, httpstatus.effective, httpstatus.reason,
                                  httpstatus.entry, httpstatus.status_line])  # fmt: skip
def test_wrong_types_are_type_errors(call, wrong):
    assert Status(404)  # A cached neighbour that is equal to 404.0 must not answer for it.
    with pytest.raises(TypeError, match="integer"):
        call(wrong)


class Index:
    def __index__(self):
        return 404


def test_whatever_has_an_index_is_an_integer():
    import numpy

    for code in (numpy.uint16(404), numpy.int64(404), HTTPStatus.NOT_FOUND, Status(404), Index()):
        assert Status(code) is Status(404)
        assert httpstatus.classify(code) == "client_error" and httpstatus.reason(code) == "Not Found"
        assert httpstatus.entry(code).code == 404


def test_an_index_that_fails_is_reported_as_it_is():
    class Broken:
        def __index__(self):
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        Status(Broken())


def test_one_object_per_number():
    for code in range(1000):
        assert Status(code) is Status(code)
    for status in (Status(404), Status(299), Status(999), Status(12345)):
        assert pickle.loads(pickle.dumps(status)) == status and copy.deepcopy(status) is status is copy.copy(status)
        assert json.dumps({"code": status, status: 1}) == f'{{"code": {status}, "{status}": 1}}'
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(Status(404), protocol)) is Status(404)


def test_numbers_are_not_kept_without_limit():
    assert Status(10**6) is not Status(10**6)


def test_immutable():
    for change in (
        lambda: setattr(Status(404), "phrase", "x"),
        lambda: delattr(Status(404), "phrase"),
        lambda: setattr(Status, "NOT_FOUND", 1),
        lambda: delattr(Status, "NOT_FOUND"),
    ):
        with pytest.raises(AttributeError, match="immutable"):
            change()
    with pytest.raises(TypeError):
        type("Mine", (Status,), {})


def test_drop_in_for_the_standard_library():
    """Everything that code does with http.HTTPStatus, but for phrases: those differ between Python versions."""
    for member in HTTPStatus:
        status = Status(member)
        assert getattr(Status, member.name) is Status[member.name] is status
        assert getattr(httpstatus, member.name) is status
        assert status == member and member == status and hash(status) == hash(member) and {member: 1}[status] == 1
        assert status.value == member.value and isinstance(status, int) and isinstance(status.phrase or "", str)
    for name, member in HTTPStatus.__members__.items():
        assert Status[name] == member
    assert list(Status) == sorted(Status) and len(Status) == 64 and list(reversed(Status)) == list(Status)[::-1]
    assert 404 in Status and HTTPStatus.OK in Status and 499 not in Status and "OK" not in Status
    assert int not in Status and 404.0 not in Status
    assert Status.OK < Status.NOT_FOUND < 500 and sorted([Status(500), 200])[0] == 200
    assert f"{Status.OK:>5}" == "  200" and f"{Status.OK!s}" == "200" and Status.OK + 1 == 201


def test_names():
    assert Status.NOT_FOUND.name == "NOT_FOUND" and Status(404).phrase == "Not Found"
    assert Status.REQUEST_ENTITY_TOO_LARGE is Status.CONTENT_TOO_LARGE is Status.PAYLOAD_TOO_LARGE
    assert Status.IM_A_TEAPOT == 418 and Status(418).phrase is None and Status(418).registration == "reserved"
    assert set(Status.__members__) <= set(dir(Status)) and "NOT_FOUND" in dir(httpstatus)
    with pytest.raises(KeyError):
        Status["NO_SUCH"]
    with pytest.raises(AttributeError):
        Status.NO_SUCH
    with pytest.raises(AttributeError, match="no attribute 'NO_SUCH'"):
        httpstatus.NO_SUCH
    with pytest.raises(ImportError):
        from httpstatus import NO_SUCH  # noqa: F401


def test_star_import():
    names = {}
    exec("from httpstatus import *", names)
    assert names["NOT_FOUND"] is Status.NOT_FOUND and names["classify"] is httpstatus.classify
    assert set(httpstatus.__all__) <= set(names)


def test_match():
    match Status(404):
        case Status.OK:
            found = "ok"
        case Status.NOT_FOUND:
            found = "not found"
    assert found == "not found"
    match 404:
        case httpstatus.NOT_FOUND:
            found = "int"
    assert found == "int"


@pytest.mark.parametrize(
    ("code", "label"),
    [
        (404, "404 Not Found"),
        (104, "104 Upload Resumption Supported (temporary)"),
        (306, "306 Switch Proxy (reserved)"),
        (418, "418 I'm a Teapot (reserved)"),
        (510, "510 Not Extended (obsoleted)"),
        (499, "499 Client Closed Request (nginx)"),
        (463, "463 (aws-elb)"),
        (999, "999 Request denied (linkedin)"),
        (299, "299 (unassigned 2xx)"),
        (600, "600 (squid)"),
        (602, "602 (invalid)"),
        (0, "0 (invalid)"),
        (-1, "-1 (invalid)"),
    ],
)
def test_labels(code, label):
    assert Status(code).label == label
    assert repr(Status(code)) == f"<Status {label}>"


def test_pydantic():
    from pydantic import BaseModel, ValidationError

    class Reply(BaseModel):
        status: Status

    reply = Reply(status=523)
    assert reply.status is Status(523) and reply.model_dump_json() == '{"status":523}'
    assert Reply.model_validate_json('{"status": 404}').status is Status.NOT_FOUND
    assert Reply.model_json_schema()["properties"]["status"]["type"] == "integer"
    with pytest.raises(ValidationError):
        Reply(status="not a number")


def test_yaml():
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    # The safe dumper refuses every subclass of int until it is told otherwise, and this line tells it.
    Dumper.add_multi_representer(int, Dumper.represent_int)
    assert yaml.dump({"status": Status(404)}, Dumper=Dumper) == "status: 404\n"
    assert yaml.unsafe_load(yaml.dump(Status(404))) is Status(404)
