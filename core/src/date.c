#include "httpstatus/date.h"

#include "fold.h"
#include "reader.h"

/* A number in a date, and where it stands in the text. */
typedef struct number {
  int value;
  const char *at;
} number;

/* A date that is being read. */
typedef struct reading {
  httpstatus__reader in;
  bool ignore_case;
  bool short_year; /* only the last two digits of it are known */
  int month;       /* from 1 */
  number year, day, hour, minute, second;
} reading;

static bool is_same(const reading *r, char a, char b)
{
  return a == b || (r->ignore_case && httpstatus__lower(a) == httpstatus__lower(b));
}

static bool read_text(reading *r, const char *text)
{
  while (*text != '\0' && r->in.at < r->in.end && is_same(r, *r->in.at, *text)) {
    r->in.at++;
    text++;
  }
  return *text == '\0';
}

/* Reads one of n names and gives its place, from 1; 0 for none of them. */
static int read_name(reading *r, const char *const *names, int n)
{
  const char *start = r->in.at;
  for (int i = 1; i <= n && start < r->in.end; i++) {
    if (is_same(r, *start, names[i - 1][0]) && read_text(r, names[i - 1])) {
      return i;
    }
    r->in.at = start;
  }
  return 0;
}

static bool read_number(reading *r, int digits, number *found)
{
  *found = (number){0, r->in.at};
  for (; digits > 0 && httpstatus__next_is_digit(&r->in); digits--) {
    found->value = found->value * 10 + (*r->in.at++ - '0');
  }
  return digits == 0;
}

static bool read_month(reading *r)
{
  static const char *const names[] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  };
  r->month = read_name(r, names, 12);
  return r->month > 0;
}

static bool read_day_name(reading *r)
{
  static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return read_name(r, names, 7) > 0;
}

static bool read_long_day_name(reading *r)
{
  static const char *const names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return read_name(r, names, 7) > 0;
}

static bool read_time(reading *r)
{
  return read_number(r, 2, &r->hour) && read_text(r, ":") && read_number(r, 2, &r->minute) && read_text(r, ":") &&
         read_number(r, 2, &r->second);
}

/* "Sun, 06 Nov 1994 08:49:37 GMT" */
static bool read_imf_fixdate(reading *r)
{
  return read_day_name(r) && read_text(r, ", ") && read_number(r, 2, &r->day) && read_text(r, " ") && read_month(r) &&
         read_text(r, " ") && read_number(r, 4, &r->year) && read_text(r, " ") && read_time(r) && read_text(r, " GMT");
}

/* "Sunday, 06-Nov-94 08:49:37 GMT" */
static bool read_rfc850_date(reading *r)
{
  r->short_year = true;
  return read_long_day_name(r) && read_text(r, ", ") && read_number(r, 2, &r->day) && read_text(r, "-") &&
         read_month(r) && read_text(r, "-") && read_number(r, 2, &r->year) && read_text(r, " ") && read_time(r) &&
         read_text(r, " GMT");
}

/* "Sun Nov  6 08:49:37 1994" */
static bool read_asctime_date(reading *r)
{
  return read_day_name(r) && read_text(r, " ") && read_month(r) && read_text(r, " ") &&
         read_number(r, read_text(r, " ") ? 1 : 2, &r->day) && read_text(r, " ") && read_time(r) &&
         read_text(r, " ") && read_number(r, 4, &r->year);
}

/* Reads the first form that fits; of those that do not, the one that fits furthest tells where the text goes wrong. */
static bool read_form(reading *r)
{
  static bool (*const forms[])(reading *) = {read_imf_fixdate, read_rfc850_date, read_asctime_date};
  const reading start = *r;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    reading tried = start;
    bool fits = forms[i](&tried) && tried.in.at == tried.in.end;
    if (fits || tried.in.at > r->in.at) {
      *r = tried;
    }
    if (fits) {
      return true;
    }
  }
  return false;
}

static bool is_leap(int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year));
}

/* The date in a year from -399, from where the days are counted: the calendar repeats after 400 years. */
static int64_t seconds_in(const reading *r, int year)
{
  enum { BEFORE_1970 = 865259 };
  int years = year + 399;
  int64_t days = years * 365 + years / 4 - years / 100 + years / 400 - BEFORE_1970;
  for (int month = 1; month < r->month; month++) {
    days += days_in(year, month);
  }
  days += r->day.value - 1;
  return ((days * 24 + r->hour.value) * 60 + r->minute.value) * 60 + r->second.value;
}

/* The latest year in which the date is not more than 50 years after now; 0 or less if there is none. */
static int full_year(const reading *r, int64_t now)
{
  int year = 9900 + r->year.value;
  while (year > 0 && seconds_in(r, year - 50) > now) {
    year -= 100;
  }
  return year;
}

/* Whether there is such a time, and which it is. */
static int find_time(reading *r, const int64_t *now, int64_t *seconds)
{
  int year = r->year.value;
  if (r->short_year) {
    year = now == NULL ? 2000 + year : full_year(r, *now); /* Leap years fall alike in all centuries, 00 apart. */
  }
  const number *wrong = NULL;
  if (year < 1) {
    wrong = &r->year;
  } else if (r->day.value < 1 || r->day.value > days_in(year, r->month)) {
    wrong = &r->day;
  } else if (r->hour.value > 23) {
    wrong = &r->hour;
  } else if (r->minute.value > 59) {
    wrong = &r->minute;
  } else if (r->second.value > 60) {
    wrong = &r->second;
  }
  if (wrong != NULL) {
    r->in.at = wrong->at;
    return HTTPSTATUS_E_TIME;
  }
  if (r->short_year && now == NULL) {
    r->in.at = r->year.at;
    return HTTPSTATUS_E_YEAR;
  }
  *seconds = seconds_in(r, year);
  return 0;
}

static int read_date(reading *r, const int64_t *now, int64_t *seconds)
{
  if (r->in.at == r->in.end) {
    return HTTPSTATUS_E_EMPTY;
  }
  return read_form(r) ? find_time(r, now, seconds) : HTTPSTATUS_E_DATE;
}

static httpstatus__reader trimmed(const char *text, size_t length)
{
  httpstatus__reader in = httpstatus__reader_of(text, length);
  httpstatus__skip_blanks(&in);
  httpstatus__drop_blanks(&in);
  return in;
}

int httpstatus_parse_http_date(const char *text, size_t length, const httpstatus_date_options *options,
                               int64_t *seconds, size_t *position)
{
  reading r = {.in = trimmed(text, length), .ignore_case = options != NULL && options->ignore_case};
  int error = read_date(&r, options == NULL ? NULL : options->now, seconds);
  if (error != 0 && position != NULL) {
    *position = (size_t)(r.in.at - r.in.start);
  }
  return error;
}

static bool read_delay(httpstatus__reader in, int64_t *seconds)
{
  if (in.at == in.end) {
    return false;
  }
  *seconds = 0;
  for (; httpstatus__next_is_digit(&in); in.at++) {
    *seconds = *seconds * 10 + (*in.at - '0');
    *seconds = *seconds < HTTPSTATUS_SECONDS_MAX ? *seconds : HTTPSTATUS_SECONDS_MAX;
  }
  return in.at == in.end;
}

/* From one time to another, which may be as far apart as int64_t goes. */
static int64_t seconds_between(int64_t from, int64_t to)
{
  if (from >= to) {
    return 0;
  }
  return from > to - HTTPSTATUS_SECONDS_MAX ? to - from : HTTPSTATUS_SECONDS_MAX;
}

httpstatus_retry_after httpstatus_parse_retry_after(const httpstatus_line *lines, size_t n, const int64_t *now,
                                                    const int64_t *date)
{
  httpstatus_retry_after result = {HTTPSTATUS_RETRY_AFTER_ABSENT, HTTPSTATUS_SECONDS_UNKNOWN};
  if (n == 0) {
    return result;
  }
  result.form = HTTPSTATUS_RETRY_AFTER_INVALID;
  if (n > 1) {
    return result;
  }
  reading r = {.in = trimmed(lines[0].text, lines[0].length)};
  if (read_delay(r.in, &result.seconds)) {
    result.form = HTTPSTATUS_RETRY_AFTER_DELAY;
    return result;
  }
  int64_t time;
  int error = read_date(&r, now != NULL ? now : date, &time);
  if (error == 0 || error == HTTPSTATUS_E_YEAR) {
    result.form = HTTPSTATUS_RETRY_AFTER_DATE;
  }
  const int64_t *from = date != NULL ? date : now;
  result.seconds = error == 0 && from != NULL ? seconds_between(*from, time) : HTTPSTATUS_SECONDS_UNKNOWN;
  return result;
}
