#include "test.h"

#include <limits.h>
#include <stdio.h>

static const int64_t now = 1793527200; /* Sun, 01 Nov 2026 10:00:00 GMT */
static const int64_t untouched = -77;

static int read_date(const char *text, size_t length, const httpstatus_date_options *options, int64_t *seconds,
                     size_t *position)
{
  char *copy = exact(text, length);
  int error = httpstatus_parse_http_date(copy, length, options, seconds, position);
  free(copy);
  return error;
}

/* The time of a date that is good, read at a time. */
static int64_t time_at(const char *text, int64_t at)
{
  httpstatus_date_options options = {.now = &at};
  int64_t seconds = untouched;
  size_t position = 1000;
  assert_int_equal(read_date(text, strlen(text), &options, &seconds, &position), 0);
  assert_int_equal(position, 1000);
  return seconds;
}

static int64_t time_of(const char *text)
{
  return time_at(text, now);
}

static void expect_error(const char *text, size_t length, const httpstatus_date_options *options, int error, size_t at)
{
  int64_t seconds = untouched;
  size_t position = 1000;
  assert_int_equal(read_date(text, length, options, &seconds, &position), error);
  assert_int_equal(position, at);
  assert_int_equal(seconds, untouched);
  assert_int_equal(read_date(text, length, options, &seconds, NULL), error);
}

static void three_forms(void **state)
{
  (void)state;
  assert_int_equal(time_of("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
  assert_int_equal(time_of("Sunday, 06-Nov-94 08:49:37 GMT"), 784111777);
  assert_int_equal(time_of("Sun Nov  6 08:49:37 1994"), 784111777);
  assert_int_equal(time_of("Sun Nov 06 08:49:37 1994"), 784111777);
  assert_int_equal(time_of("Wed Nov 16 08:49:37 1994"), 784975777);
  assert_int_equal(time_of(" \tSun, 06 Nov 1994 08:49:37 GMT\t "), 784111777);
  assert_int_equal(time_of("Mon, 06 Nov 1994 08:49:37 GMT"), 784111777); /* It was a Sunday. */
  assert_int_equal(time_of("Thu, 01 Jan 1970 00:00:00 GMT"), 0);
  assert_int_equal(time_of("Wed, 31 Dec 1969 23:59:59 GMT"), -1);
  assert_int_equal(time_of("Tue, 19 Jan 2038 03:14:08 GMT"), INT64_C(2147483648));
  assert_int_equal(time_of("Mon, 01 Jan 0001 00:00:00 GMT"), INT64_C(-62135596800));
  assert_int_equal(time_of("Fri, 31 Dec 9999 23:59:59 GMT"), INT64_C(253402300799));
}

static const char *const months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

/* The days of a month, by the rule as people learn it. */
static int month_length(int year, int month)
{
  if (month == 2) {
    return year % 400 == 0 ? 29 : year % 100 == 0 ? 28 : year % 4 == 0 ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void expect_day(int year, int month, int day, int64_t days)
{
  char text[64];
  snprintf(text, sizeof text, "Mon, %02d %s %04d 12:34:56 GMT", day, months[month - 1], year);
  assert_int_equal(time_of(text), days * 86400 + 45296);
  snprintf(text, sizeof text, "Mon %s %2d 12:34:56 %04d", months[month - 1], day, year);
  assert_int_equal(time_of(text), days * 86400 + 45296);
}

/* Counts the days from the first year to the last; those at the ends of months are read, and all of a few centuries. */
static void every_month_of_every_year(void **state)
{
  (void)state;
  int64_t days = -719162;
  for (int year = 1; year <= 9999; year++) {
    for (int month = 1; month <= 12; month++) {
      int length = month_length(year, month);
      for (int day = 1; day <= length; day++, days++) {
        if (day == 1 || day == length || (year > 1960 && year < 2040)) {
          expect_day(year, month, day, days);
        }
      }
      char text[64];
      snprintf(text, sizeof text, "Mon, %02d %s %04d 12:34:56 GMT", length + 1, months[month - 1], year);
      expect_error(text, strlen(text), NULL, HTTPSTATUS_E_TIME, 5);
    }
  }
  assert_int_equal(days * 86400, INT64_C(253402300800));
}

static void every_time_of_day(void **state)
{
  (void)state;
  for (int hour = 0; hour <= 99; hour++) {
    for (int minute = 0; minute <= 99; minute++) {
      for (int second = 0; second <= 99; second += minute % 20 == 0 || second > 58 ? 1 : 7) {
        char text[64];
        snprintf(text, sizeof text, "Thu, 01 Jan 1970 %02d:%02d:%02d GMT", hour, minute, second);
        if (hour < 24 && minute < 60 && second <= 60) {
          assert_int_equal(time_of(text), hour * 3600 + minute * 60 + second);
        } else {
          expect_error(text, strlen(text), NULL, HTTPSTATUS_E_TIME, hour > 23 ? 17 : minute > 59 ? 20 : 23);
        }
      }
    }
  }
  assert_int_equal(time_of("Sat, 31 Dec 2016 23:59:60 GMT"), time_of("Sun, 01 Jan 2017 00:00:00 GMT"));
}

static void two_digits_are_not_more_than_50_years_ahead(void **state)
{
  (void)state;
  assert_int_equal(time_of("Sunday, 01-Nov-76 10:00:00 GMT"), time_of("Sun, 01 Nov 2076 10:00:00 GMT"));
  assert_int_equal(time_of("Sunday, 01-Nov-76 10:00:01 GMT"), time_of("Mon, 01 Nov 1976 10:00:01 GMT"));
  assert_int_equal(time_of("Sunday, 01-Nov-76 09:59:60 GMT"), time_of("Sun, 01 Nov 2076 10:00:00 GMT"));
  assert_int_equal(time_of("Sunday, 01-Nov-77 10:00:00 GMT"), time_of("Tue, 01 Nov 1977 10:00:00 GMT"));
  assert_int_equal(time_of("Sunday, 01-Nov-00 10:00:00 GMT"), time_of("Wed, 01 Nov 2000 10:00:00 GMT"));
  assert_int_equal(time_of("Sunday, 29-Feb-76 10:00:00 GMT"), time_of("Sat, 29 Feb 2076 10:00:00 GMT"));
  /* The year is that of the date and not of the leap second's day. */
  assert_int_equal(time_of("Sunday, 31-Dec-26 23:59:60 GMT"), time_of("Fri, 01 Jan 2027 00:00:00 GMT"));

  for (int year = 0; year <= 99; year++) {
    char text[64];
    snprintf(text, sizeof text, "Monday, 02-Jan-%02d 03:04:05 GMT", year);
    for (int64_t at = time_of("Mon, 01 Jan 0060 00:00:00 GMT"); at < INT64_C(251700000000); at += 987654321) {
      int64_t seconds = time_at(text, at);
      int64_t year_long = 31556952; /* On average. */
      assert_true(seconds - at < 50 * year_long + 2 * 86400 && seconds - at > -50 * year_long - 2 * 86400);
    }
  }
}

static void two_digits_need_the_present(void **state)
{
  (void)state;
  const char *text = "Sunday, 06-Nov-94 08:49:37 GMT";
  expect_error(text, strlen(text), NULL, HTTPSTATUS_E_YEAR, 15);
  expect_error(text, strlen(text), &(httpstatus_date_options){.ignore_case = true}, HTTPSTATUS_E_YEAR, 15);
  expect_error("Sunday, 29-Feb-95 08:49:37 GMT", 30, NULL, HTTPSTATUS_E_TIME, 8);
  expect_error("Sunday, 29-Feb-96 08:49:37 GMT", 30, NULL, HTTPSTATUS_E_YEAR, 15);
  expect_error("Sunday, 29-Feb-00 08:49:37 GMT", 30, NULL, HTTPSTATUS_E_YEAR, 15);

  /* The ends of time. */
  const int64_t first = INT64_MIN, last = INT64_MAX, year_30 = INT64_C(-61220000000);
  assert_int_equal(time_at(text, last), time_of("Sat, 06 Nov 9994 08:49:37 GMT"));
  expect_error(text, strlen(text), &(httpstatus_date_options){.now = &first}, HTTPSTATUS_E_TIME, 15);
  expect_error(text, strlen(text), &(httpstatus_date_options){.now = &year_30}, HTTPSTATUS_E_TIME, 15);
  assert_int_equal(time_at("Sunday, 06-Nov-50 08:49:37 GMT", year_30), time_of("Sun, 06 Nov 0050 08:49:37 GMT"));
  text = "Sunday, 06-Nov-00 08:49:37 GMT";
  expect_error(text, strlen(text), &(httpstatus_date_options){.now = &year_30}, HTTPSTATUS_E_TIME, 15);
}

static void letter_case(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "sun, 06 nov 1994 08:49:37 gmt", "SUNDAY, 06-NOV-94 08:49:37 GMT", "sUN nOV  6 08:49:37 1994",
  };
  httpstatus_date_options options = {.now = &now, .ignore_case = true};
  for (size_t i = 0; i < COUNT(texts); i++) {
    int64_t seconds;
    assert_int_equal(read_date(texts[i], strlen(texts[i]), &options, &seconds, NULL), 0);
    assert_int_equal(seconds, 784111777);
    assert_int_equal(read_date(texts[i], strlen(texts[i]), NULL, &seconds, NULL), HTTPSTATUS_E_DATE);
  }
  expect_error("[un, 06 Nov 1994 08:49:37 GMT", 29, &options, HTTPSTATUS_E_DATE, 0);
  expect_error("Sun, 06 Nov 1994 08:49:37 GM\x74", 28, &options, HTTPSTATUS_E_DATE, 28);
  expect_error("Sun\f 06 Nov 1994", 16, &options, HTTPSTATUS_E_DATE, 3); /* Only letters have a case. */
}

static void refuses_and_says_where(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int error;
    size_t position;
  } bad[] = {
    {"", HTTPSTATUS_E_EMPTY, 0},
    {" \t ", HTTPSTATUS_E_EMPTY, 3},
    {"soon", HTTPSTATUS_E_DATE, 0},
    {"0", HTTPSTATUS_E_DATE, 0},
    {"  Sun", HTTPSTATUS_E_DATE, 5},
    {"Sat", HTTPSTATUS_E_DATE, 3},
    {"Sund, 06-Nov-94 08:49:37 GMT", HTTPSTATUS_E_DATE, 3},
    {"Sun; 06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 3},
    {"sun, 06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 0},
    {"Sun, 06 nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 8},
    {"Sun, 06 Nov 1994 08:49:37 gmt", HTTPSTATUS_E_DATE, 26},
    {"Sun, 6 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 6},
    {"Sun, 006 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 7},
    {"Sun,06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 4},
    {"Sun,  06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 5},
    {"Sun, 06-Nov-1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 7},
    {"Sun, 06 November 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 11},
    {"Sun, 06 Nov 94 08:49:37 GMT", HTTPSTATUS_E_DATE, 14},
    {"Sun, 06 Nov 19945 08:49:37 GMT", HTTPSTATUS_E_DATE, 16},
    {"Sun, 06 Nov 1994", HTTPSTATUS_E_DATE, 16},
    {"Sun, 06 Nov 1994 8:49:37 GMT", HTTPSTATUS_E_DATE, 18},
    {"Sun, 06 Nov 1994 08.49.37 GMT", HTTPSTATUS_E_DATE, 19},
    {"Sun, 06 Nov 1994 08:49 GMT", HTTPSTATUS_E_DATE, 22},
    {"Sun, 06 Nov 1994 08:49:37.5 GMT", HTTPSTATUS_E_DATE, 25},
    {"Sun, 06 Nov 1994 08:49:37", HTTPSTATUS_E_DATE, 25},
    {"Sun, 06 Nov 1994 08:49:37 UTC", HTTPSTATUS_E_DATE, 26},
    {"Sun, 06 Nov 1994 08:49:37 +0000", HTTPSTATUS_E_DATE, 26},
    {"Sun, 06 Nov 1994 08:49:37 GMT+1", HTTPSTATUS_E_DATE, 29},
    {"Sun, 06 Nov 1994 08:49:37 GMT\n", HTTPSTATUS_E_DATE, 29},
    {"Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 29},
    {"Sunday, 06 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 10},
    {"Sunday, 06-Nov-1994 08:49:37 GMT", HTTPSTATUS_E_DATE, 17},
    {"Sunday, 6-Nov-94 08:49:37 GMT", HTTPSTATUS_E_DATE, 9},
    {"Sun Nov 6 08:49:37 1994", HTTPSTATUS_E_DATE, 9},
    {"Sun Nov   6 08:49:37 1994", HTTPSTATUS_E_DATE, 9},
    {"Sun Nov  16 08:49:37 1994", HTTPSTATUS_E_DATE, 10},
    {"Sun Nov  6 08:49:37 94", HTTPSTATUS_E_DATE, 22},
    {"Sun Nov  6 08:49:37 1994 GMT", HTTPSTATUS_E_DATE, 24},
    {"Sun Nov  6 08:49:37 GMT 1994", HTTPSTATUS_E_DATE, 20},
    {"1994-11-06T08:49:37Z", HTTPSTATUS_E_DATE, 0},
    {"784111777", HTTPSTATUS_E_DATE, 0},
    {"Sun, 00 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_TIME, 5},
    {"Sun, 31 Nov 1994 08:49:37 GMT", HTTPSTATUS_E_TIME, 5},
    {"Wed, 29 Feb 1995 08:49:37 GMT", HTTPSTATUS_E_TIME, 5},
    {"Thu, 29 Feb 1900 08:49:37 GMT", HTTPSTATUS_E_TIME, 5},
    {"Sun, 06 Nov 0000 08:49:37 GMT", HTTPSTATUS_E_TIME, 12},
    {"Sun, 06 Nov 1994 24:00:00 GMT", HTTPSTATUS_E_TIME, 17},
    {"Sun, 06 Nov 1994 08:60:00 GMT", HTTPSTATUS_E_TIME, 20},
    {"Sun, 06 Nov 1994 08:49:61 GMT", HTTPSTATUS_E_TIME, 23},
    {"Sun Nov  0 08:49:37 1994", HTTPSTATUS_E_TIME, 9},
    {"Sun Nov 31 08:49:37 1994", HTTPSTATUS_E_TIME, 8},
    {"Sun Nov  6 08:49:37 0000", HTTPSTATUS_E_TIME, 20},
    {"Sunday, 31-Nov-94 08:49:37 GMT", HTTPSTATUS_E_TIME, 8},
    {"Sunday, 06-Nov-94 08:49:61 GMT", HTTPSTATUS_E_TIME, 24},
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    expect_error(bad[i].text, strlen(bad[i].text), NULL, bad[i].error, bad[i].position);
    if (bad[i].error != HTTPSTATUS_E_EMPTY) {
      const httpstatus_date_options options = {.now = &now};
      expect_error(bad[i].text, strlen(bad[i].text), &options, bad[i].error, bad[i].position);
    }
  }
  expect_error("Sun, 06 Nov 1994 08:49:37 GMT\0", 30, NULL, HTTPSTATUS_E_DATE, 29);
  expect_error("Sun,\0" "06 Nov 1994 08:49:37 GMT", 29, NULL, HTTPSTATUS_E_DATE, 4);
  expect_error("Sun, \xd9\xa0\xd9\xa6 Nov 1994 08:49:37 GMT", 31, NULL, HTTPSTATUS_E_DATE, 5); /* Digits, but Arabic. */
  int64_t seconds;
  assert_int_equal(httpstatus_parse_http_date(NULL, 5, NULL, &seconds, NULL), HTTPSTATUS_E_EMPTY);
}

/* Every beginning of a date is no date, and goes wrong where it ends. */
static void beginnings(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "Sun, 06 Nov 1994 08:49:37 GMT", "Wednesday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  };
  for (size_t i = 0; i < COUNT(texts); i++) {
    for (size_t length = 1; length < strlen(texts[i]); length++) {
      int64_t seconds;
      size_t position = 1000;
      assert_int_equal(read_date(texts[i], length, NULL, &seconds, &position), HTTPSTATUS_E_DATE);
      assert_true(position <= length);
    }
  }
}

/* Retry-After. Each text is a line. */

static void expect_wait(const char *text, size_t length, const int64_t *at, const int64_t *date,
                        httpstatus_retry_after_form form, int64_t seconds)
{
  char *copy = exact(text, length);
  httpstatus_line line = {copy, length};
  httpstatus_retry_after got = httpstatus_parse_retry_after(&line, 1, at, date);
  free(copy);
  assert_int_equal(got.form, form);
  assert_int_equal(got.seconds, seconds);
}

static void delays(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int64_t seconds;
  } good[] = {
    {"120", 120}, {"0", 0}, {"007", 7}, {" 120 ", 120}, {"\t120\t", 120},
    {"2147483647", 2147483647}, {"2147483648", HTTPSTATUS_SECONDS_MAX}, {"2147483649", HTTPSTATUS_SECONDS_MAX},
    {"9223372036854775808", HTTPSTATUS_SECONDS_MAX}, {"99999999999999999999", HTTPSTATUS_SECONDS_MAX},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    size_t length = strlen(good[i].text);
    expect_wait(good[i].text, length, NULL, NULL, HTTPSTATUS_RETRY_AFTER_DELAY, good[i].seconds);
    expect_wait(good[i].text, length, &now, &now, HTTPSTATUS_RETRY_AFTER_DELAY, good[i].seconds);
  }
  char *text = repeated('9', 1000000);
  expect_wait(text, 1000000, NULL, NULL, HTTPSTATUS_RETRY_AFTER_DELAY, HTTPSTATUS_SECONDS_MAX);
  memset(text, '0', 1000000);
  expect_wait(text, 1000000, NULL, NULL, HTTPSTATUS_RETRY_AFTER_DELAY, 0);
  free(text);
}

static void dates_to_wait_for(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int64_t seconds;
  } good[] = {
    {"Sun, 01 Nov 2026 10:02:00 GMT", 120},
    {"Sunday, 01-Nov-26 10:02:00 GMT", 120},
    {"Sun Nov  1 10:02:00 2026", 120},
    {" Sun Nov 01 10:02:00 2026\t", 120},
    {"Sun, 01 Nov 2026 10:00:00 GMT", 0},
    {"Sun, 01 Nov 2026 09:59:59 GMT", 0},
    {"Sun, 01 Nov 2026 09:00:00 GMT", 0},
    {"Monday, 06-Nov-94 08:49:37 GMT", 0},
    {"Monday, 02-Nov-76 10:00:00 GMT", 0},
    {"Sunday, 01-Nov-76 10:00:00 GMT", 1577923200},
    {"Thu, 31 Dec 2026 23:59:60 GMT", 5234400},
    {"Sat, 19 Nov 2094 13:14:08 GMT", HTTPSTATUS_SECONDS_MAX},
    {"Sat, 19 Nov 2094 13:14:07 GMT", 2147483647},
    {"Sat, 19 Nov 2094 13:14:09 GMT", HTTPSTATUS_SECONDS_MAX},
    {"Fri, 31 Dec 9999 23:59:59 GMT", HTTPSTATUS_SECONDS_MAX},
    {"Mon, 01 Jan 0001 00:00:00 GMT", 0},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    expect_wait(good[i].text, strlen(good[i].text), &now, NULL, HTTPSTATUS_RETRY_AFTER_DATE, good[i].seconds);
    expect_wait(good[i].text, strlen(good[i].text), NULL, &now, HTTPSTATUS_RETRY_AFTER_DATE, good[i].seconds);
  }

  /* The response's own clock comes before ours, but a year of two digits is understood by ours. */
  const int64_t behind = now - 3600, past = now - INT64_C(3155760000);
  const char *text = good[0].text;
  expect_wait(text, strlen(text), &now, &behind, HTTPSTATUS_RETRY_AFTER_DATE, 3720);
  expect_wait(text, strlen(text), NULL, NULL, HTTPSTATUS_RETRY_AFTER_DATE, HTTPSTATUS_SECONDS_UNKNOWN);
  text = good[1].text;
  expect_wait(text, strlen(text), &now, &behind, HTTPSTATUS_RETRY_AFTER_DATE, 3720);
  expect_wait(text, strlen(text), &now, &past, HTTPSTATUS_RETRY_AFTER_DATE, HTTPSTATUS_SECONDS_MAX);
  expect_wait(text, strlen(text), &past, &past, HTTPSTATUS_RETRY_AFTER_DATE, 120);
  expect_wait(text, strlen(text), NULL, NULL, HTTPSTATUS_RETRY_AFTER_DATE, HTTPSTATUS_SECONDS_UNKNOWN);
}

static void the_ends_of_time(void **state)
{
  (void)state;
  static const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, INT64_MAX};
  static const char text[] = "Sun, 01 Nov 2026 10:02:00 GMT";
  for (size_t i = 0; i < COUNT(ends); i++) {
    int64_t seconds = ends[i] < 0 ? HTTPSTATUS_SECONDS_MAX : 0;
    expect_wait(text, strlen(text), &ends[i], NULL, HTTPSTATUS_RETRY_AFTER_DATE, seconds);
    expect_wait(text, strlen(text), NULL, &ends[i], HTTPSTATUS_RETRY_AFTER_DATE, seconds);
  }
}

static void invalid_waits(void **state)
{
  (void)state;
  static const char *const bad[] = {
    "", " ", "120.5", "120.", "+5", "-1", "1e3", "2m", "0x10", "soon", "120, 60", "120,", "120 60", "120\n", "120\r\n",
    "\n120", "\v120", "\xd9\xa1\xd9\xa2", "1\xc2\xa0", "Sun, 1 Nov 2026 10:02:00 GMT", "Sun, 01 Nov 2026 10:02:00 UTC",
    "sun, 01 nov 2026 10:02:00 GMT", "Sun, 31 Nov 2026 10:02:00 GMT", "2026-11-01T10:02:00Z",
    "Sunday, 31-Nov-26 10:02:00 GMT", "Sunday, 29-Feb-26 10:02:00 GMT", "Sun, 01 Nov 0000 10:02:00 GMT",
    "Sun, 01 Nov 2026 24:00:00 GMT",
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    size_t length = strlen(bad[i]);
    expect_wait(bad[i], length, &now, NULL, HTTPSTATUS_RETRY_AFTER_INVALID, HTTPSTATUS_SECONDS_UNKNOWN);
    expect_wait(bad[i], length, NULL, NULL, HTTPSTATUS_RETRY_AFTER_INVALID, HTTPSTATUS_SECONDS_UNKNOWN);
  }
  expect_wait("120\0", 4, &now, NULL, HTTPSTATUS_RETRY_AFTER_INVALID, HTTPSTATUS_SECONDS_UNKNOWN);
  expect_wait("\0", 1, &now, NULL, HTTPSTATUS_RETRY_AFTER_INVALID, HTTPSTATUS_SECONDS_UNKNOWN);
}

static void the_number_of_lines(void **state)
{
  (void)state;
  const httpstatus_line lines[] = {{"120", 3}, {"120", 3}, {NULL, 7}};
  httpstatus_retry_after none = httpstatus_parse_retry_after(NULL, 0, &now, &now);
  assert_int_equal(none.form, HTTPSTATUS_RETRY_AFTER_ABSENT);
  assert_int_equal(none.seconds, HTTPSTATUS_SECONDS_UNKNOWN);
  assert_int_equal(httpstatus_parse_retry_after(lines, 1, NULL, NULL).seconds, 120);
  httpstatus_retry_after two = httpstatus_parse_retry_after(lines, 2, &now, &now);
  assert_int_equal(two.form, HTTPSTATUS_RETRY_AFTER_INVALID);
  assert_int_equal(two.seconds, HTTPSTATUS_SECONDS_UNKNOWN);
  assert_int_equal(httpstatus_parse_retry_after(lines + 2, 1, &now, &now).form, HTTPSTATUS_RETRY_AFTER_INVALID);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(three_forms),
    cmocka_unit_test(every_month_of_every_year),
    cmocka_unit_test(every_time_of_day),
    cmocka_unit_test(two_digits_are_not_more_than_50_years_ahead),
    cmocka_unit_test(two_digits_need_the_present),
    cmocka_unit_test(letter_case),
    cmocka_unit_test(refuses_and_says_where),
    cmocka_unit_test(beginnings),
    cmocka_unit_test(delays),
    cmocka_unit_test(dates_to_wait_for),
    cmocka_unit_test(the_ends_of_time),
    cmocka_unit_test(invalid_waits),
    cmocka_unit_test(the_number_of_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
