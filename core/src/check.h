/* Inside the core: what the checks of the lint share. A check is a function that stands beside its citation. */
#ifndef HTTPSTATUS_CHECK_H
#define HTTPSTATUS_CHECK_H

#include "head.h"
#include "httpstatus/date.h"

/* A line that should hold a date. */
typedef struct httpstatus__date {
  enum {
    HTTPSTATUS__NOT_READ,
    HTTPSTATUS__NO_DATE,
    HTTPSTATUS__IMF_FIXDATE,
    HTTPSTATUS__RFC850,
    HTTPSTATUS__ASCTIME
  } form;
  bool known; /* seconds are; a year of two digits may leave them open */
  int64_t seconds;
  bool wrong_day; /* the name of the day is that of another one */
} httpstatus__date;

/* What the lines of Cache-Control say together, as far as rules ask. */
typedef struct httpstatus__directives {
  bool read;
  bool no_store, is_public, is_private, must_understand, im; /* private without field names */
  bool max_age, s_maxage;                                    /* are there at all */
  bool fresh;                                                /* one of them is above 0 */
  bool bad_seconds, unquoted_names;                          /* some argument is off its grammar */
} httpstatus__directives;

typedef struct httpstatus__lint {
  httpstatus_lint_head in;
  httpstatus__reader method;
  httpstatus__head response;
  httpstatus__head request; /* of no lines if it is not known */
  httpstatus__date dates[HTTPSTATUS__N_KNOWN]; /* of the first line of each field of dates */
  httpstatus__date later_date;                 /* of another line */
  httpstatus__directives directives;

  const httpstatus_lint_rule *rule; /* the one being checked, and the inputs it turned out to lack */
  unsigned lacked;
  bool wants_skips;
  httpstatus_lint_finding *findings; /* where findings go, or else skips */
  httpstatus_lint_skip *skips;
  size_t capacity;
  size_t n;
} httpstatus__lint;

#define RULE(name, ...) void httpstatus__check_##name(httpstatus__lint *l);
#include "rules.def"
#undef RULE

/* In a check: its head; fields of the response and of the request; and the words for both. */
#define CHECK(name) void httpstatus__check_##name(httpstatus__lint *l)
#define HAS(field) httpstatus__has(&l->response, HTTPSTATUS__##field)
#define ASKED(field) httpstatus__has(&l->request, HTTPSTATUS__##field)
#define VALUE(field) httpstatus__value_of(&l->response, HTTPSTATUS__##field)
#define LINE(field) (l->response.first[HTTPSTATUS__##field])
#define MEMBERS(field) httpstatus__members_of(&l->response, HTTPSTATUS__##field)
#define FOR_LINES(line, fields) HTTPSTATUS__FOR_LINES(line, &l->response, fields)
#define FOR_LINES_OF(line, field)                                                                               \
  for (size_t line = httpstatus__first_line(&l->response, HTTPSTATUS__##field); line != HTTPSTATUS_LINT_NO_LINE; \
       line = httpstatus__line_after(&l->response, HTTPSTATUS__##field, line))
#define BIT(field) HTTPSTATUS__BIT(field)
#define NOTE HTTPSTATUS_LINT_SEVERITY_NOTE
#define WARNING HTTPSTATUS_LINT_SEVERITY_WARNING
#define ERROR HTTPSTATUS_LINT_SEVERITY_ERROR

/*
 * Tells a finding of the rule's own severity, about a part of a line, about a line with its value, or about the head as
 * a whole, and one of another severity. In a message {status}, {method}, {name} (of the line) and {text} stand for what
 * the head says.
 */
void httpstatus__found_in(httpstatus__lint *l, size_t line, httpstatus__reader text, const char *message);
void httpstatus__found_at(httpstatus__lint *l, size_t line, const char *message);
void httpstatus__found(httpstatus__lint *l, const char *message);
void httpstatus__found_as(httpstatus__lint *l, httpstatus_lint_severity severity, size_t line, const char *message);

/* The rule lacks an input. */
void httpstatus__lacks(httpstatus__lint *l, httpstatus_lint_input input);

/* Is it known? If not, the rule lacks it. */
bool httpstatus__knows(httpstatus__lint *l, httpstatus_lint_input input);
#define KNOWS(input) httpstatus__knows(l, HTTPSTATUS_LINT_INPUT_##input)

/* Is it known to be this one? If the method is not known, the rule lacks it. */
bool httpstatus__method_is(httpstatus__lint *l, const char *method);

static inline bool httpstatus__is_family(const httpstatus__lint *l, int hundreds)
{
  return l->in.status >= hundreds && l->in.status < hundreds + 100;
}

/* HTTP/1.0 or 1.1, or HTTP/2 or 3; both are false if it is not known. */
static inline bool httpstatus__is_http1(const httpstatus__lint *l)
{
  return l->in.version == HTTPSTATUS_LINT_VERSION_1_0 || l->in.version == HTTPSTATUS_LINT_VERSION_1_1;
}

static inline bool httpstatus__is_http2(const httpstatus__lint *l)
{
  return l->in.version == HTTPSTATUS_LINT_VERSION_2 || l->in.version == HTTPSTATUS_LINT_VERSION_3;
}

/* The fields of a 103 are those of the response to come (RFC 8297 Section 2), so rules about meaning leave it out. */
static inline bool httpstatus__is_early_hints(const httpstatus__lint *l)
{
  return l->in.status == 103;
}

/* The date on a line of a field of dates; holds until the next call. */
const httpstatus__date *httpstatus__date_at(httpstatus__lint *l, size_t line);

/* The date of a field that has one line, with a known time; false if there is none. */
bool httpstatus__time_of(httpstatus__lint *l, httpstatus__known field, int64_t *seconds);

const httpstatus__directives *httpstatus__directives_of(httpstatus__lint *l);

/* Does it say for how long it may be used again: max-age or s-maxage above 0, or Expires after Date? */
bool httpstatus__has_freshness(httpstatus__lint *l);

/* The one valid number of Content-Length; false if there is none. */
bool httpstatus__content_length(const httpstatus__lint *l, httpstatus__reader *number);

#endif
