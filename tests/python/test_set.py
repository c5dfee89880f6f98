"""StatusSet and StatusMap."""

import copy
import pickle
from collections.abc import Mapping
from http import HTTPStatus
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import httpstatus
from httpstatus import Status, StatusMap, StatusSet, _core

ALL = frozenset(range(1000))
NAMES = {
    "@error": lambda code: Status(code).is_error,
    "@known": lambda code: Status(code).known,
    "@null_body": lambda code: code in (101, 103, 204, 205, 304),
    "@registered": lambda code: Status(code).registered,
    "@retryable": lambda code: httpstatus.effective(code) in (408, 421, 425, 429, 500, 502, 503, 504),
    **{
        f"@{word}": (lambda code, word=word: httpstatus.classify(code) == word)
        for word in ("informational", "success", "redirection", "client_error", "server_error", "invalid")
    },
    **{
        f"@vendor:{vendor}": (lambda code, vendor=vendor: httpstatus.entry(code, vendor) is not None)
        for vendor in httpstatus.vendors()
    },
}
NAMED = {name: frozenset(filter(holds, ALL)) for name, holds in NAMES.items()}


@pytest.mark.parametrize("name", NAMED)
def test_names(name):
    assert StatusSet(name) == NAMED[name]


def codes_of(item):
    """The codes of an item without its "!", worked out in another way than the library does."""
    if item in NAMED:
        return NAMED[item]
    if item[1:].lower() == "xx":
        return frozenset(code for code in ALL if code // 100 == int(item[0]))
    first, _, last = item.partition("-")
    return frozenset(range(int(first), int(last or first) + 1))


codes = st.integers(0, 999)
items = st.one_of(
    codes.map(str),
    st.tuples(codes, codes).map(lambda pair: f"{min(pair)}-{max(pair)}"),
    st.tuples(codes, st.integers(0, 120)).map(lambda pair: f"{pair[0]:03}-{min(sum(pair), 999)}"),
    st.tuples(st.sampled_from("0123456789"), st.sampled_from(["xx", "XX"])).map("".join),
    st.sampled_from(sorted(NAMED)),
)
blanks = st.sampled_from(["", "", "", " ", "\t "])
signed = st.lists(st.tuples(st.booleans(), items), min_size=1, max_size=12)


@settings(max_examples=1000, deadline=None)
@given(signed)
def test_any_text_is_what_it_says_and_comes_back(parts):
    expected = set(ALL if parts[0][0] else ())
    for negated, item in parts:
        if negated:
            expected -= codes_of(item)
        else:
            expected |= codes_of(item)
    text = ",".join("!" * negated + item for negated, item in parts)
    made = StatusSet(text)
    assert made == expected and hash(made) == hash(frozenset(expected)) and list(made) == sorted(expected)
    again = StatusSet(str(made))
    assert again == made and str(again) == str(made) and pickle.loads(pickle.dumps(made)) == made


def test_ten_thousand_sets_come_back():
    random = Random(404)
    for _ in range(10_000):
        ends = sorted(random.sample(range(1001), 2 * random.randrange(random.choice([3, 30, 300]))))
        members = {code for first, end in zip(ends[::2], ends[1::2]) for code in range(first, end)}
        made = StatusSet(members)
        again = StatusSet(str(made))
        assert again == made == members and str(again) == str(made)


@given(signed, st.lists(st.tuples(blanks, blanks), min_size=12, max_size=12))
def test_blanks_around_items_are_ignored(parts, around):
    plain = ["!" * negated + item for negated, item in parts]
    spaced = [before + item + after for item, (before, after) in zip(plain, around)]
    assert StatusSet(",".join(spaced)) == StatusSet(",".join(plain).encode())


sets = st.one_of(st.frozensets(codes), signed.map(lambda parts: StatusSet(",".join(item for _, item in parts))))


@settings(deadline=None)
@given(sets, sets)
def test_operations_are_those_of_frozenset_and_of_c(a, b):
    one, other = StatusSet(a), StatusSet(b)
    a, b = frozenset(a), frozenset(b)
    for result, expected, in_c in [
        (one | other, a | b, _core.set_union(one, other)),
        (one & other, a & b, _core.set_intersection(one, other)),
        (one - other, a - b, _core.set_difference(one, other)),
        (one ^ other, a ^ b, _core.set_difference(one | other, one & other)),
        (~one, ALL - a, _core.set_complement(one)),
        (one.union(b, [404]), a | b | {404}, None),
        (one.intersection(b, range(400, 500)), a & b & set(range(400, 500)), None),
        (one.difference(b, [404]), a - b - {404}, None),
        (one.symmetric_difference(list(b)), a ^ b, None),
    ]:
        assert type(result) is StatusSet and result == expected and all(type(code) is int for code in result)
        assert in_c is None or list(in_c) == sorted(expected)
    assert (one == other) == (a == b) == _core.set_equal(a, b) and len(one) == _core.set_count(one) == len(a)
    assert (one <= other) == (a <= b) and one.isdisjoint(other) == a.isdisjoint(b)
    assert str(one) == str(StatusSet(a)) and (str(one) == str(other)) == (a == b)


def test_sets_in_the_ways_they_are_made():
    assert StatusSet("2xx,301-308,!305") == {*range(200, 300), *range(301, 309)} - {305}
    assert StatusSet([404, HTTPStatus.OK, Status(500), True]) == {404, 200, 500, 1}
    assert StatusSet(Status) == StatusSet("@registered") == StatusSet(b"@vendor:iana")
    assert StatusSet() == StatusSet([]) == StatusSet("!0-999") == frozenset() and not StatusSet()
    made = StatusSet("404")
    assert StatusSet(made) is made and all(type(code) is int for code in StatusSet([Status(404), True]))
    assert StatusSet(frozenset({404})) == made and StatusSet(iter([404])) == made
    import numpy

    assert StatusSet(numpy.array([404, 500], numpy.uint16)) == {404, 500}
    assert numpy.uint16(404) in made


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("200,201,404", "200-201,404"),
        ("4xx", "4xx"),
        ("400-499", "4xx"),
        ("4xx,5xx", "400-599"),
        ("!404", "0-403,405-999"),
        ("404,!404", "!0-999"),
        ("0xx,042,99", "0xx"),
        ("@error", "0xx,400-999"),
    ],
)
def test_text_is_canonical(text, canonical):
    assert str(StatusSet(text)) == f"{StatusSet(text)}" == canonical
    assert repr(StatusSet(text)) == f"StatusSet('{canonical}')"


def test_in_answers_for_anything():
    errors = StatusSet("@error")
    assert 404 in errors and Status(404) in errors and HTTPStatus.NOT_FOUND in errors and 404.0 in errors
    for other in (200, -1, 1000, 10**30, "404", b"404", None, [], {}, [404], {404}, 404.5, float("nan"), object(), Status(200), StatusSet):
        assert other not in errors


def test_the_text_that_makes_no_sense_tells_where():
    for text, position, message in [
        ("", 0, "there is no text"),
        ("404,", 4, "an item of a set"),
        ("404,,500", 4, "an item of a set"),
        ("404 500", 4, "an item of a set"),
        ("1000", 3, "an item of a set"),
        ("4x", 1, "an item of a set"),
        ("\N{SNOWMAN}", 0, "an item of a set"),
        (b"\xff", 0, "an item of a set"),
        ("404\0", 3, "an item of a set"),
        ("404,!308-301", 5, "a range goes"),
        ("404, @nobody", 5, "no set of codes"),
        ("!@vendor:nobody", 1, "no set of codes"),
        ("404," * 100 + "@nobody", 400, "no set of codes"),
    ]:
        with pytest.raises(ValueError, match=f"{message}.* at position {position}: ") as caught:
            StatusSet(text)
        assert caught.value.position == position
    assert str(caught.value).endswith('"...,404,404,404,404,404,404,404,404,@nobody"')


@given(st.one_of(st.text("0123456789xX-,!@ :verifyndorcatlbsm", max_size=30), st.text(), st.binary()))
def test_any_text(text):
    try:
        made = StatusSet(text)
    except ValueError as error:
        assert 0 <= error.position <= len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    else:
        assert StatusSet(str(made)) == made


def test_codes_that_no_set_holds():
    for code in (-1, 1000, 2**31, 2**64, -(10**30)):
        for call in (lambda: StatusSet([404, code]), lambda: StatusSet("4xx") | {code}, lambda: StatusSet("4xx").union([code])):
            with pytest.raises(ValueError, match=f"codes from 0 to 999, not {code}"):
                call()
        assert StatusSet("4xx") & {404, code} == {404} and StatusSet("404") - {code} == {404}
    for codes in (["404"], [404.0], [None], [[404]]):
        with pytest.raises(TypeError, match="a status code is an integer, not"):
            StatusSet(codes)
    for wrong in (404, None, 4.5, object()):
        with pytest.raises(TypeError, match="a set is text or an iterable of codes, not"):
            StatusSet(wrong)
    for operator in ("__or__", "__and__", "__sub__", "__xor__"):
        assert getattr(StatusSet("404"), operator)([404]) is NotImplemented

    def broken():
        yield 404
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        StatusSet(broken())
    # Only what is in the set itself comes out of it, and not what is equal to it.
    assert [type(code) for code in StatusSet("4xx") & {404.0}] == [int]
    assert [type(code) for code in StatusSet("404") & set(map(float, range(1000)))] == [int]


def test_a_set_is_immutable_and_a_value():
    made = StatusSet("2xx,404")
    assert copy.copy(made) is made is copy.deepcopy(made) is made.copy()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(made, protocol)) == made
        assert type(pickle.loads(pickle.dumps(made, protocol))) is StatusSet
    assert {made: 1}[frozenset(made)] == 1 and made == set(made)
    with pytest.raises(AttributeError):
        made.name = "x"
    with pytest.raises(TypeError):
        type("Mine", (StatusSet,), {})


# Maps.


def test_the_most_specific_key_answers():
    made = StatusMap({"404": "exact", 500: "integer", "4XX": "family", "5xx": "errors", "default": "rest"})
    for code in range(-10, 1010):
        expected = {404: "exact", 500: "integer"}.get(code) or {4: "family", 5: "errors"}.get(code // 100, "rest")
        assert made[code] == made.get(code) == made[Status(code)] == expected and code in made
    assert made[10**30] == made[-(10**30)] == "rest"


def test_a_map_is_a_mapping_of_its_keys():
    given = {"404": 1, "4XX": 2, 500: None}
    made = StatusMap(given)
    assert isinstance(made, Mapping) and dict(made) == given and list(made) == list(given) and len(made) == 3
    assert list(made.items()) == list(given.items()) and made == StatusMap(given) and made != StatusMap({})
    assert made["404"] == made[b"404"] == 1 and made["4XX"] == made["4xx"] == 2 and made["500"] is None and made[500] is None
    assert repr(made) == "StatusMap({'404': 1, '4XX': 2, 500: None})"
    assert pickle.loads(pickle.dumps(made)) == made == copy.deepcopy(made)
    given["404"] = given["405"] = 3
    assert made[404] == 1 and "405" not in made and len(made) == 3 and StatusMap(made)[404] == 1
    # Text looks up a key and no code.
    for key in (200, 1000, -1, "405", "5XX", "default", "Default", "", "x", None, 404.0, [], object(), b"\xff"):
        assert key not in made and made.get(key) is None and made.get(key, 5) == 5
        with pytest.raises(KeyError):
            made[key]


def test_keys_that_make_no_sense():
    for key in ("", "4x", "Default", "1000", "@error", "400-499", " 404", "404\n", "\N{SNOWMAN}", b"\xff", 1000, -1, 2**64):
        with pytest.raises(ValueError, match="a key is a code from 0 to 999") as caught:
            StatusMap({key: 1})
        assert caught.value.position >= 0
    for key in (None, 404.0, (404,)):
        with pytest.raises(TypeError, match="integer"):
            StatusMap({key: 1})
    for first, second in [("404", 404), ("4XX", "4xx"), ("042", "42"), ("default", b"default")]:
        with pytest.raises(ValueError, match="is there twice"):
            StatusMap({first: 1, second: 2})
