/*
 * Dates as HTTP writes them (RFC 9110 Section 5.6.7), and how long Retry-After asks to wait (Section 10.2.3).
 *
 * Times are POSIX seconds, any int64_t. No function asks the clock: what depends on the present takes it as now.
 */
#ifndef HTTPSTATUS_DATE_H
#define HTTPSTATUS_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How to read a date. Fixed for ever; zero is the default of each. */
typedef struct httpstatus_date_options {
  const int64_t *now; /* the time at which it is read, by which a year of two digits is understood; NULL: not known */
  bool ignore_case;   /* let "sun, 01 nov" pass, as caches may when they work out freshness (RFC 9111 Section 4.2) */
} httpstatus_date_options;

/*
 * Reads a date in any of the three forms, strictly but for blanks around it:
 *
 *   Sun, 06 Nov 1994 08:49:37 GMT     the one to send
 *   Sunday, 06-Nov-94 08:49:37 GMT    RFC 850
 *   Sun Nov  6 08:49:37 1994          asctime(), in UTC
 *
 * A year of two digits is the latest one that is not more than 50 years after now. A second of 60 is the first of the
 * next minute. The day of the week is read and not compared with the date. options may be NULL.
 *
 * Returns 0, or HTTPSTATUS_E_EMPTY, E_DATE (none of the forms), E_TIME (a day or time that there is not; years are 1
 * to 9999) or E_YEAR (two digits, and now is not known). After an error *seconds is left as it was, and *position,
 * unless position is NULL, is the offset in text at which it stops making sense. httpstatus_parse_message tells it.
 */
HTTPSTATUS_API int httpstatus_parse_http_date(const char *text, size_t length, const httpstatus_date_options *options,
                                              int64_t *seconds, size_t *position);

/* The value of one field line. Fixed for ever. */
typedef struct httpstatus_line {
  const char *text;
  size_t length;
} httpstatus_line;

/* What the lines of a Retry-After field turned out to be. */
typedef enum httpstatus_retry_after_form {
  HTTPSTATUS_RETRY_AFTER_ABSENT,
  HTTPSTATUS_RETRY_AFTER_DELAY,  /* a number of seconds */
  HTTPSTATUS_RETRY_AFTER_DATE,
  HTTPSTATUS_RETRY_AFTER_INVALID /* neither, or more than one line */
} httpstatus_retry_after_form;

/* The longest wait that is told (RFC 9111 Section 1.2.2); a longer one is told as this. */
#define HTTPSTATUS_SECONDS_MAX INT64_C(2147483648)

/* Stands for a number of seconds that is not known. */
#define HTTPSTATUS_SECONDS_UNKNOWN INT64_C(-1)

/* Passed by value; fixed for ever. */
typedef struct httpstatus_retry_after {
  httpstatus_retry_after_form form;
  int64_t seconds; /* DELAY, and DATE where a clock is known: 0 to HTTPSTATUS_SECONDS_MAX; else SECONDS_UNKNOWN */
} httpstatus_retry_after;

/*
 * Reads the lines of a Retry-After field: digits, or a date as above (in its case). The field takes one value, so two
 * lines are invalid even if they agree.
 *
 * date is what the response's own Date field says, and now the time at which it was received; each may be NULL for not
 * known. A date to retry at counts from date, which no difference between two clocks can spoil, and without one from
 * now; one in the past means 0. A response out of a cache has an old date, so counting from it waits longer than need
 * be. A year of two digits is understood by now, and without it by date; without either nothing counts, and the form is
 * DATE with unknown seconds. INVALID is neither a wait of 0 nor a field that is not there.
 */
HTTPSTATUS_API httpstatus_retry_after httpstatus_parse_retry_after(const httpstatus_line *lines, size_t n,
                                                                   const int64_t *now, const int64_t *date);

/* The descriptors of httpstatus_retry_after; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_retry_after_fields(size_t *count);

/* The word for a form: "absent" "delay" "date" "invalid". */
HTTPSTATUS_API const char *httpstatus_retry_after_form_word(httpstatus_retry_after_form value);
HTTPSTATUS_API int httpstatus_retry_after_form_from_word(const char *word, size_t length,
                                                         httpstatus_retry_after_form *value);

#ifdef __cplusplus
}
#endif

#endif
