#include "httpstatus/lint.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "check.h"
#include "out.h"

/* The table. */

#define ON false, false
#define PEDANTIC true, false
#define WIRE_ONLY false, true
#define PEDANTIC_WIRE_ONLY true, true
static const httpstatus_lint_rule rules_of_all[] = {
#define RULE(check, id, severity, use, worth, ...) {id, severity, use, __VA_ARGS__},
#include "rules.def"
#undef RULE
};

enum {
#define RULE(check, ...) PLACE_##check,
#include "rules.def"
#undef RULE
  N_RULES
};
static_assert((int)N_RULES <= 128, "the set below has two words of bits in use");

/* The set that is on by default, made by the compiler because every call without a set begins with it. */
#define DEFAULT_ON 1
#define DEFAULT_PEDANTIC 0
#define DEFAULT_WIRE_ONLY 1
#define DEFAULT_PEDANTIC_WIRE_ONLY 0
#define RULE(check, id, severity, use, ...) \
  | (PLACE_##check / 64 == WORD ? (uint64_t)DEFAULT_##use << PLACE_##check % 64 : 0)
static const httpstatus_lint_set on_by_default = {{
#define WORD 0
  0
#include "rules.def"
  ,
#undef WORD
#define WORD 1
  0
#include "rules.def"
#undef WORD
}};
#undef RULE

/* Each check, and the bits of fields and classes of which a head must have one. Classes have the bits behind fields. */
#define CLASS(digit) (UINT64_C(1) << (HTTPSTATUS__OTHER + (digit)))
#define ALWAYS UINT64_MAX
static const struct {
  void (*run)(httpstatus__lint *l);
  uint64_t worth;
} checks[] = {
#define RULE(check, id, severity, use, worth, ...) {httpstatus__check_##check, worth},
#include "rules.def"
#undef RULE
};
static_assert((int)HTTPSTATUS__OTHER + 5 < 64, "a set of fields has room for the classes");

const httpstatus_lint_rule *httpstatus_lint_rule_at(size_t i)
{
  return i < N_RULES ? &rules_of_all[i] : NULL;
}

const httpstatus_lint_rule *httpstatus_lint_find_rule(const char *id, size_t length)
{
  for (size_t i = 0; id != NULL && i < N_RULES; i++) {
    if (strlen(rules_of_all[i].id) == length && memcmp(rules_of_all[i].id, id, length) == 0) {
      return &rules_of_all[i];
    }
  }
  return NULL;
}

/* Sets. */

static void turn(httpstatus_lint_set *set, size_t i, bool on)
{
  uint64_t bit = UINT64_C(1) << i % 64;
  set->bits[i / 64] = on ? set->bits[i / 64] | bit : set->bits[i / 64] & ~bit;
}

static httpstatus_lint_set set_for(httpstatus_lint_profile profile, bool pedantic)
{
  httpstatus_lint_set set = {{0}};
  for (size_t i = 0; i < N_RULES; i++) {
    bool on_wire = profile == HTTPSTATUS_LINT_PROFILE_WIRE || !rules_of_all[i].wire_only;
    turn(&set, i, on_wire && (pedantic || !rules_of_all[i].pedantic));
  }
  return set;
}

/* Turns on or off what an item names; false if it names nothing. */
static bool turn_item(httpstatus_lint_set *set, httpstatus__reader item)
{
  bool on = !httpstatus__next_is(&item, '!');
  item.at += !on;
  httpstatus__skip_blanks(&item);
  bool some = false;
  for (size_t i = 0; i < N_RULES; i++) {
    httpstatus__reader group = item;
    group.at += httpstatus__next_is(&group, '@');
    bool named = group.at == item.at
                   ? httpstatus__is_exactly(item, rules_of_all[i].id)
                   : httpstatus__is_exactly(group, "all") ||
                       httpstatus__is_exactly(group, httpstatus_lint_severity_word(rules_of_all[i].severity));
    if (named) {
      turn(set, i, on);
      some = true;
    }
  }
  return some;
}

int httpstatus_lint_select(httpstatus_lint_profile profile, bool pedantic, const char *text, size_t length,
                           httpstatus_lint_set *rules, size_t *position)
{
  httpstatus_lint_set set = set_for(profile, pedantic);
  httpstatus__reader rest = httpstatus__reader_of(text, length);
  httpstatus__skip_blanks(&rest);
  httpstatus__drop_blanks(&rest);
  for (bool more = !httpstatus__is_empty(rest); more;) {
    httpstatus__reader item = rest;
    const char *comma = memchr(rest.at, ',', httpstatus__left(rest));
    more = comma != NULL;
    item.end = more ? comma : rest.end;
    rest.at = more ? comma + 1 : rest.end;
    httpstatus__skip_blanks(&item);
    httpstatus__drop_blanks(&item);
    if (!turn_item(&set, item)) {
      if (position != NULL) {
        *position = (size_t)(item.at - item.start);
      }
      return HTTPSTATUS_E_RULE;
    }
  }
  *rules = set;
  return 0;
}

/* What checks use. */

void httpstatus__lacks(httpstatus__lint *l, httpstatus_lint_input input)
{
  unsigned bit = 1u << input;
  if ((l->lacked & bit) == 0 && l->wants_skips) {
    if (l->n < l->capacity) {
      l->skips[l->n] = (httpstatus_lint_skip){l->rule, input};
    }
    l->n++;
  }
  l->lacked |= bit;
}

bool httpstatus__knows(httpstatus__lint *l, httpstatus_lint_input input)
{
  bool known = true;
  switch (input) {
  case HTTPSTATUS_LINT_INPUT_METHOD:
    known = !httpstatus__is_empty(l->method);
    break;
  case HTTPSTATUS_LINT_INPUT_VERSION:
    known = l->in.version != HTTPSTATUS_LINT_VERSION_UNKNOWN;
    break;
  case HTTPSTATUS_LINT_INPUT_REQUEST_VERSION:
    known = l->in.request_version != HTTPSTATUS_LINT_VERSION_UNKNOWN;
    break;
  case HTTPSTATUS_LINT_INPUT_REQUEST_FIELDS:
    known = l->in.request_known;
    break;
  case HTTPSTATUS_LINT_INPUT_REPEATS:
    known = !l->in.merged;
    break;
  }
  if (!known) {
    httpstatus__lacks(l, input);
  }
  return known;
}

bool httpstatus__method_is(httpstatus__lint *l, const char *method)
{
  return KNOWS(METHOD) && httpstatus__is_exactly(l->method, method);
}

static void tell(httpstatus__lint *l, httpstatus_lint_severity severity, size_t line, httpstatus__reader text,
                 const char *message)
{
  if (l->wants_skips) {
    return;
  }
  if (l->n < l->capacity) {
    l->findings[l->n] = (httpstatus_lint_finding){l->rule, severity, line, message, text.at, httpstatus__left(text)};
  }
  l->n++;
}

void httpstatus__found_in(httpstatus__lint *l, size_t line, httpstatus__reader text, const char *message)
{
  tell(l, l->rule->severity, line, text, message);
}

void httpstatus__found_at(httpstatus__lint *l, size_t line, const char *message)
{
  tell(l, l->rule->severity, line, httpstatus__value_at(&l->response, line), message);
}

void httpstatus__found(httpstatus__lint *l, const char *message)
{
  tell(l, l->rule->severity, HTTPSTATUS_LINT_NO_LINE, (httpstatus__reader){NULL, NULL, NULL}, message);
}

void httpstatus__found_as(httpstatus__lint *l, httpstatus_lint_severity severity, size_t line, const char *message)
{
  httpstatus__reader text = {NULL, NULL, NULL};
  tell(l, severity, line, line == HTTPSTATUS_LINT_NO_LINE ? text : httpstatus__value_at(&l->response, line), message);
}

/* Dates. */

/* The day of the week of a date that was read, from Thursday, 1 January 1970. */
static const char *day_of(httpstatus__reader text, int64_t seconds)
{
  static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  /* A second of 60 counts as the next minute, which may be of the next day. */
  const char *colon = text.end;
  while (*--colon != ':') {
  }
  seconds -= colon[1] == '6';
  int64_t day = (seconds - (seconds < 0 ? 86399 : 0)) / 86400;
  return days[(day % 7 + 7) % 7];
}

static httpstatus__date read_date(httpstatus__reader text, const int64_t *now)
{
  httpstatus__date date = {.form = HTTPSTATUS__NO_DATE};
  httpstatus_date_options options = {.now = now};
  int error = httpstatus_parse_http_date(text.at, httpstatus__left(text), &options, &date.seconds, NULL);
  if (error != 0 && error != HTTPSTATUS_E_YEAR) {
    return date;
  }
  /* Behind a short name of the day there is a comma in the form to send, and a space in that of asctime(). */
  date.form = text.at[3] == ','   ? HTTPSTATUS__IMF_FIXDATE
              : text.at[3] == ' ' ? HTTPSTATUS__ASCTIME
                                  : HTTPSTATUS__RFC850;
  date.known = error == 0;
  date.wrong_day = date.known && memcmp(text.at, day_of(text, date.seconds), 3) != 0;
  return date;
}

const httpstatus__date *httpstatus__date_at(httpstatus__lint *l, size_t line)
{
  httpstatus__known field = httpstatus__field_at(&l->response, line);
  bool first = line == l->response.first[field];
  httpstatus__date *date = first ? &l->dates[field] : &l->later_date;
  if (!first || date->form == HTTPSTATUS__NOT_READ) {
    /* A year of two digits is understood by Date, which is what the sender's clock said. */
    int64_t now;
    bool dated = field != HTTPSTATUS__DATE && httpstatus__time_of(l, HTTPSTATUS__DATE, &now);
    *date = read_date(httpstatus__value_at(&l->response, line), dated ? &now : NULL);
  }
  return date;
}

bool httpstatus__time_of(httpstatus__lint *l, httpstatus__known field, int64_t *seconds)
{
  if (!httpstatus__has(&l->response, field) || (l->response.repeated >> field & 1) != 0) {
    return false;
  }
  const httpstatus__date *date = httpstatus__date_at(l, l->response.first[field]);
  *seconds = date->seconds;
  return date->known;
}

bool httpstatus__content_length(const httpstatus__lint *l, httpstatus__reader *number)
{
  if (!HAS(CONTENT_LENGTH) || (l->response.repeated & BIT(CONTENT_LENGTH)) != 0) {
    return false;
  }
  *number = VALUE(CONTENT_LENGTH);
  return httpstatus__is_number(*number);
}

/* Running. */

static int run(const httpstatus_lint_head *head, const httpstatus_lint_set *rules, httpstatus__lint *l)
{
  if (head->size == 0 || head->size > sizeof l->in) {
    return HTTPSTATUS_E_SIZE;
  }
  memset(&l->in, 0, sizeof l->in);
  memcpy(&l->in, head, head->size);
  l->method = httpstatus__reader_of(l->in.method, l->in.method_length);
  httpstatus__index(&l->response, l->in.lines, l->in.n_lines, true);
  httpstatus__index(&l->request, l->in.request_lines, l->in.request_known ? l->in.n_request_lines : 0, false);
  l->dates[HTTPSTATUS__DATE].form = l->dates[HTTPSTATUS__LAST_MODIFIED].form = HTTPSTATUS__NOT_READ;
  l->dates[HTTPSTATUS__EXPIRES].form = l->dates[HTTPSTATUS__RETRY_AFTER].form = HTTPSTATUS__NOT_READ;
  l->directives = (httpstatus__directives){.read = false};
  l->n = 0;
  int digit = l->in.status >= 100 && l->in.status <= 599 ? l->in.status / 100 : 0;
  uint64_t has = l->response.present | CLASS(digit);
  const httpstatus_lint_set *set = rules != NULL ? rules : &on_by_default;
  for (size_t start = 0; start < N_RULES; start += 64) {
    size_t i = start;
    for (uint64_t bits = set->bits[start / 64]; bits != 0 && i < N_RULES; bits >>= 1, i++) {
      if ((bits & 1) != 0 && (checks[i].worth & has) != 0) {
        l->rule = &rules_of_all[i];
        l->lacked = 0;
        checks[i].run(l);
      }
    }
  }
  return l->n < INT_MAX ? (int)l->n : INT_MAX;
}

int httpstatus_lint(const httpstatus_lint_head *head, const httpstatus_lint_set *rules,
                    httpstatus_lint_finding *findings, size_t capacity)
{
  httpstatus__lint l;
  l.wants_skips = false;
  l.findings = findings;
  l.capacity = capacity;
  return run(head, rules, &l);
}

int httpstatus_lint_skipped(const httpstatus_lint_head *head, const httpstatus_lint_set *rules,
                            httpstatus_lint_skip *skips, size_t capacity)
{
  httpstatus__lint l;
  l.wants_skips = true;
  l.skips = skips;
  l.capacity = capacity;
  return run(head, rules, &l);
}

/* Messages. */

/* Puts the start of a text in quotes, with bytes escaped that cannot be printed or would end it. */
static void put_text(httpstatus__out *out, const char *text, size_t length)
{
  enum { COLUMNS = 72 };
  static const char digits[] = "0123456789abcdef";
  size_t i = 0, end = out->length + COLUMNS;
  httpstatus__put(out, "\"");
  for (; text != NULL && i < length && out->length < end; i++) {
    unsigned char c = (unsigned char)text[i];
    char escaped[] = {'\\', 'x', digits[c >> 4], digits[c & 15]};
    if (c == '"' || c == '\\') {
      escaped[1] = (char)c;
      httpstatus__put_n(out, escaped, 2);
    } else if (c < ' ' || c > '~') {
      httpstatus__put_n(out, escaped, 4);
    } else {
      httpstatus__put_n(out, text + i, 1);
    }
  }
  httpstatus__put(out, text != NULL && i < length ? "...\"" : "\"");
}

int httpstatus_lint_message(const httpstatus_lint_finding *finding, const httpstatus_lint_head *head, char *buffer,
                            size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  const char *rest = finding->message;
  for (const char *brace; (brace = strchr(rest, '{')) != NULL; rest = strchr(brace, '}') + 1) {
    httpstatus__put_n(&out, rest, (size_t)(brace - rest));
    if (brace[1] == 's') {
      httpstatus__put_int(&out, head->status);
    } else if (brace[1] == 'm') {
      put_text(&out, head->method, head->method_length);
    } else if (brace[1] == 't') {
      put_text(&out, finding->text, finding->length);
    } else {
      put_text(&out, head->lines[finding->line].name, head->lines[finding->line].name_length);
    }
  }
  httpstatus__put(&out, rest);
  return httpstatus__end(&out);
}
