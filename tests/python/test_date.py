"""Dates and Retry-After, differentially against email.utils and datetime where those are strict enough."""

import calendar
import decimal
import email.utils
import fractions
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import httpstatus

NOW = 1793527200  # Sun, 01 Nov 2026 10:00:00 GMT
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
EPOCH = datetime(1970, 1, 1)

datetimes = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)).map(lambda when: when.replace(microsecond=0))


def imf_fixdate(when):
    return f"{DAYS[when.weekday()][:3]}, {when.day:02} {MONTHS[when.month - 1]} {when.year:04} {when:%H:%M:%S} GMT"


def rfc850_date(when):
    return f"{DAYS[when.weekday()]}, {when.day:02}-{MONTHS[when.month - 1]}-{when.year % 100:02} {when:%H:%M:%S} GMT"


def asctime_date(when):
    return f"{DAYS[when.weekday()][:3]} {MONTHS[when.month - 1]} {when.day:2} {when:%H:%M:%S} {when.year:04}"


def posix(when):
    return (when - EPOCH) // timedelta(seconds=1)


@given(datetimes)
@example(datetime(1, 1, 1))
@example(datetime(9999, 12, 31, 23, 59, 59))
@example(datetime(2038, 1, 19, 3, 14, 8))
def test_every_form_of_a_time_is_read_back(when):
    assert httpstatus.parse_http_date(imf_fixdate(when)) == posix(when)
    assert httpstatus.parse_http_date(asctime_date(when).encode()) == posix(when)
    assert httpstatus.parse_http_date(rfc850_date(when), posix(when)) == posix(when)


@given(datetimes)
def test_what_the_standard_library_writes(when):
    assume(when.year >= 1000)  # It writes years without leading zeros.
    assert httpstatus.parse_http_date(email.utils.format_datetime(when.replace(tzinfo=timezone.utc), usegmt=True)) == posix(when)


dates = datetimes.flatmap(lambda when: st.sampled_from([imf_fixdate(when), rfc850_date(when), asctime_date(when)]))


@given(dates, st.data())
def test_what_is_accepted_the_standard_library_reads_alike(text, data):
    """A date in which a few letters were changed, dropped or doubled; mostly it is none any more."""
    for _ in range(data.draw(st.integers(0, 3))):
        i = data.draw(st.integers(0, len(text)))
        text = text[:i] + data.draw(st.sampled_from(["", "0", "1", "9", " ", "-", ":", ","])) + text[i + data.draw(st.integers(0, 1)) :]
    try:
        seconds = httpstatus.parse_http_date(text, NOW)
    except ValueError as error:
        assert 0 <= error.position <= len(text)
        return
    parts = email.utils.parsedate(text)
    if "-" in text:
        assert (EPOCH + timedelta(seconds=seconds - parts[5])).year % 100 == parts[0] % 100
    elif parts[0] >= 2100:  # Below that it takes years like 0070 for ones of two digits.
        assert seconds == calendar.timegm(parts)


@given(datetimes, datetimes)
@example(datetime(2076, 11, 1, 10), datetime(2026, 11, 1, 10))
@example(datetime(2076, 11, 1, 10, 0, 1), datetime(2026, 11, 1, 10))
@example(datetime(2028, 2, 29), datetime(2026, 11, 1))
def test_a_year_of_two_digits_is_the_latest_not_more_than_50_years_ahead(when, now):
    assume(now.year < 9900 and (now.month, now.day) != (2, 29))
    limit = now.replace(year=now.year + 50)
    years = [year for year in range(1, 10000) if year % 100 == when.year % 100]
    expected = None
    for year in years:
        # The 29th of February is told from the 1st of March only after the year is found.
        day_after = when.month == 2 and when.day == 29 and not calendar.isleap(year)
        moment = when.replace(year=year, month=3, day=1) if day_after else when.replace(year=year)
        if moment <= limit:
            expected = None if day_after else moment
    try:
        assert httpstatus.parse_http_date(rfc850_date(when), posix(now)) == posix(expected)
    except ValueError as error:
        assert expected is None and "no such day or time" in str(error)


def test_errors_tell_the_position():
    for text, position in [("", 0), ("Sun, 06 Nov 1994 08:49:37 UTC", 26), ("Sun, 31 Nov 1994 08:49:37 GMT", 5), ("soon", 0),
                           ("Sunday, 06-Nov-94 08:49:37 GMT", 15), ("Sun, \N{ARABIC-INDIC DIGIT ONE}1 Nov", 5)]:  # fmt: skip
        with pytest.raises(ValueError, match=f"at position {position}: ") as caught:
            httpstatus.parse_http_date(text)
        assert caught.value.position == position


def test_letter_case():
    for text in ("sun, 06 NOV 1994 08:49:37 gmt", "SUNDAY, 06-nov-94 08:49:37 GMT", "sun noV  6 08:49:37 1994"):
        with pytest.raises(ValueError, match="older forms"):
            httpstatus.parse_http_date(text, NOW)
        assert httpstatus.parse_http_date(text, NOW, ignore_case=True) == 784111777


# The table of the specification of parse_retry_after, and its rules.


@pytest.mark.parametrize(
    ("value", "result"),
    [
        ("120", ("delay", 120)),
        ("0", ("delay", 0)),
        ("007", ("delay", 7)),
        (" 120 ", ("delay", 120)),
        (b"\t120", ("delay", 120)),
        ("99999999999999999999", ("delay", 2147483648)),
        ("Sun, 01 Nov 2026 10:02:00 GMT", ("date", 120)),
        ("Sunday, 01-Nov-26 10:02:00 GMT", ("date", 120)),
        ("Sun Nov  1 10:02:00 2026", ("date", 120)),
        ("Sun, 01 Nov 2026 09:00:00 GMT", ("date", 0)),
        ("Monday, 06-Nov-94 08:49:37 GMT", ("date", 0)),
        ("Monday, 02-Nov-76 10:00:00 GMT", ("date", 0)),
        ("Thu, 31 Dec 2026 23:59:60 GMT", ("date", 5234400)),
        *((value, ("invalid", None)) for value in (
            "120.5", "+5", "-1", "1e3", "2m", "soon", "120, 60", "120\n", "", "Sun, 1 Nov 2026 10:02:00 GMT",
            "Sun, 01 Nov 2026 10:02:00 UTC", "sun, 01 nov 2026 10:02:00 GMT", "Sun, 31 Nov 2026 10:02:00 GMT",
            "2026-11-01T10:02:00Z", ["120", "120"], "\N{SUPERSCRIPT TWO}", "\udc80", b"\xff", "120\0",
        )),
        (None, ("absent", None)),
        ([], ("absent", None)),
        (["120"], ("delay", 120)),
        ((b"120",), ("delay", 120)),
        (iter(["120"]), ("delay", 120)),
    ],
)  # fmt: skip
def test_retry_after(value, result):
    assert httpstatus.parse_retry_after(value, now=NOW) == result


def test_a_retry_after_is_a_record():
    result = httpstatus.parse_retry_after("120")
    assert (result.form, result.seconds) == result == ("delay", 120)
    assert repr(result) == "RetryAfter(form='delay', seconds=120)"


def test_the_clock_of_the_response_comes_first():
    for text in ("Sun, 01 Nov 2026 10:02:00 GMT", "Sunday, 01-Nov-26 10:02:00 GMT", "Sun Nov  1 10:02:00 2026"):
        assert httpstatus.parse_retry_after(text) == ("date", None)
        assert httpstatus.parse_retry_after(text, date=NOW) == ("date", 120)
        assert httpstatus.parse_retry_after(text, NOW, NOW - 600) == ("date", 720)
        assert httpstatus.parse_retry_after(text, NOW - 600, NOW) == ("date", 120)


@pytest.mark.parametrize(
    "now", [NOW, float(NOW), NOW + 0.9, decimal.Decimal("1793527200.9"), fractions.Fraction(2 * NOW + 1, 2), "numpy"]
)
def test_a_time_is_any_real_number(now):
    if now == "numpy":
        import numpy

        now = numpy.int64(NOW)
        assert httpstatus.parse_retry_after("Sun, 01 Nov 2026 10:02:00 GMT", date=numpy.float64(NOW + 0.5)).seconds == 120
    assert httpstatus.parse_retry_after("Sun, 01 Nov 2026 10:02:00 GMT", now).seconds == 120
    assert httpstatus.parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", now) == 784111777


def test_times_beyond_c():
    for now, seconds in [(10**30, 0), (-(10**30), 2147483648), (1e300, 0), (-1e300, 2147483648), (-0.5, 1), (0.5, 0), (True, 0)]:
        assert httpstatus.parse_retry_after("Thu, 01 Jan 1970 00:00:00 GMT", now).seconds == seconds
    for now in (float("nan"), float("inf"), -float("inf")):
        with pytest.raises(ValueError, match="date is a number of seconds, and finite"):
            httpstatus.parse_retry_after("120", date=now)


def test_wrong_types():
    for wrong in (120, 4.5, object(), ["120", 60], [None], bytearray(b"120")):
        with pytest.raises(TypeError, match="value is "):
            httpstatus.parse_retry_after(wrong)
    for wrong in ("120", 4j, [NOW], datetime(2026, 11, 1)):
        with pytest.raises(TypeError, match="now is a number of seconds, not"):
            httpstatus.parse_retry_after("120", wrong)
        with pytest.raises(TypeError, match="now is a number of seconds, not"):
            httpstatus.parse_http_date("x", now=wrong)
    with pytest.raises(TypeError, match="text is a str or bytes"):
        httpstatus.parse_http_date(None)


def test_what_fails_in_an_argument_is_reported_as_it_is():
    def fails(self):
        raise RuntimeError("broken")

    def broken(method):
        return type("Broken", (), {method: fails})()

    for call in (
        lambda: httpstatus.parse_retry_after(broken("__iter__")),
        lambda: httpstatus.parse_retry_after("120", broken("__index__")),
        lambda: httpstatus.parse_retry_after("120", broken("__float__")),
        lambda: httpstatus.parse_http_date("x", None, broken("__bool__")),
    ):
        with pytest.raises(RuntimeError, match="broken"):
            call()

    def lines():
        yield "120"
        raise TypeError("broken")

    with pytest.raises(TypeError, match="broken"):
        httpstatus.parse_retry_after(lines())


@given(st.one_of(st.text(), st.binary(), st.integers(0, 10**12).map(str)))
def test_any_text(text):
    result = httpstatus.parse_retry_after(text, NOW)
    assert result.form in ("delay", "date", "invalid") and (result.seconds is None) == (result.form == "invalid")
    stripped = (text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")).strip(b" \t")
    assert (result.form == "delay") == (stripped.isdigit() and stripped != b"")
    try:
        httpstatus.parse_http_date(text)
    except ValueError as error:
        assert str(error)
