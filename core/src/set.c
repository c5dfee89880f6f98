#include "httpstatus/set.h"

#include <stdio.h>
#include <string.h>

#include "fold.h"
#include "httpstatus/advice.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "httpstatus/registry.h"
#include "reader.h"

enum { WORDS = 16, LAST = HTTPSTATUS_SET_CODES - 1 };

static const httpstatus_set none;

httpstatus_set httpstatus_set_union(const httpstatus_set *a, const httpstatus_set *b)
{
  httpstatus_set set;
  for (int i = 0; i < WORDS; i++) {
    set.words[i] = a->words[i] | b->words[i];
  }
  return set;
}

httpstatus_set httpstatus_set_intersection(const httpstatus_set *a, const httpstatus_set *b)
{
  httpstatus_set set;
  for (int i = 0; i < WORDS; i++) {
    set.words[i] = a->words[i] & b->words[i];
  }
  return set;
}

httpstatus_set httpstatus_set_difference(const httpstatus_set *a, const httpstatus_set *b)
{
  httpstatus_set set;
  for (int i = 0; i < WORDS; i++) {
    set.words[i] = a->words[i] & ~b->words[i];
  }
  return set;
}

httpstatus_set httpstatus_set_complement(const httpstatus_set *set)
{
  httpstatus_set all;
  memset(&all, 0xff, sizeof all);
  all.words[WORDS - 1] >>= WORDS * 64 - HTTPSTATUS_SET_CODES;
  return httpstatus_set_difference(&all, set);
}

bool httpstatus_set_equal(const httpstatus_set *a, const httpstatus_set *b)
{
  return memcmp(a, b, sizeof *a) == 0;
}

int httpstatus_set_count(const httpstatus_set *set)
{
  int count = 0;
  for (int i = 0; i < WORDS; i++) {
    for (uint64_t rest = set->words[i]; rest != 0; rest &= rest - 1) {
      count++;
    }
  }
  return count;
}

int httpstatus_set_next(const httpstatus_set *set, int code)
{
  for (code = code < 0 ? 0 : code < LAST ? code + 1 : HTTPSTATUS_SET_CODES; code <= LAST; code++) {
    uint64_t rest = set->words[code / 64] >> code % 64;
    if ((rest & 1) != 0) {
      return code;
    }
    if (rest == 0) {
      code |= 63; /* Nothing more in this word. */
    }
  }
  return -1;
}

/* Named sets. */

static bool is_retryable(int code)
{
  return httpstatus_retry(code, "GET", 3, NULL, NULL) == HTTPSTATUS_VERDICT_YES;
}

/* "Null body status" of the Fetch Standard. */
static bool is_null_body(int code)
{
  return code == HTTPSTATUS_SWITCHING_PROTOCOLS || code == HTTPSTATUS_EARLY_HINTS || code == HTTPSTATUS_NO_CONTENT ||
         code == HTTPSTATUS_RESET_CONTENT || code == HTTPSTATUS_NOT_MODIFIED;
}

static bool is_text(const char *constant, const char *text, size_t length)
{
  return strlen(constant) == length && memcmp(constant, text, length) == 0;
}

static httpstatus_set set_where(bool (*holds)(int code))
{
  httpstatus_set set = none;
  for (int code = 0; code <= LAST; code++) {
    if (holds(code)) {
      httpstatus_set_add(&set, code);
    }
  }
  return set;
}

static httpstatus_set set_of_category(httpstatus_category category)
{
  httpstatus_set set = none;
  for (int code = 0; code <= LAST; code++) {
    if (httpstatus_classify(code) == category) {
      httpstatus_set_add(&set, code);
    }
  }
  return set;
}

static httpstatus_set set_of_vendor(const char *vendor, size_t length)
{
  httpstatus_set set = none;
  for (const httpstatus_row *row = httpstatus_next(NULL); row != NULL; row = httpstatus_next(row)) {
    if (is_text(row->vendor, vendor, length)) {
      httpstatus_set_add(&set, row->code);
    }
  }
  return set;
}

/* The set that is called so; the empty one, as which none is known, if there is none. */
static httpstatus_set named_set(const char *name, size_t length)
{
  static const struct {
    const char *name;
    bool (*holds)(int code);
  } sets[] = {
    {"error", httpstatus_is_error},
    {"known", httpstatus_is_known},
    {"null_body", is_null_body},
    {"registered", httpstatus_is_registered},
    {"retryable", is_retryable},
  };
  for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
    if (is_text(sets[i].name, name, length)) {
      return set_where(sets[i].holds);
    }
  }
  httpstatus_category category;
  if (httpstatus_category_from_word(name, length, &category) == 0) {
    return set_of_category(category);
  }
  if (length > 7 && memcmp(name, "vendor:", 7) == 0) {
    return set_of_vendor(name + 7, length - 7);
  }
  return none;
}

/* Reading. */

/* Reads a code of one to three digits, which must not be followed by another one. */
static bool read_code(httpstatus__reader *in, int *code)
{
  const char *first = in->at;
  *code = 0;
  while (httpstatus__next_is_digit(in) && in->at < first + 3) {
    *code = *code * 10 + (*in->at++ - '0');
  }
  return in->at > first && !httpstatus__next_is_digit(in);
}

/* Reads the hundreds of a family, such as 4 of "4xx"; false, and nothing is read, if it is none. */
static bool read_family(httpstatus__reader *in, int *hundreds)
{
  if (in->end - in->at < 3 || !httpstatus__next_is_digit(in) || httpstatus__lower(in->at[1]) != 'x' ||
      httpstatus__lower(in->at[2]) != 'x') {
    return false;
  }
  *hundreds = *in->at - '0';
  in->at += 3;
  return true;
}

/* Reads what may follow the "!" of an item. */
static int read_item(httpstatus__reader *in, httpstatus_set *item)
{
  const char *start = in->at;
  if (httpstatus__next_is(in, '@')) {
    while (in->at < in->end && *in->at != ',' && !httpstatus__is_blank(*in->at)) {
      in->at++;
    }
    *item = named_set(start + 1, (size_t)(in->at - start - 1));
    if (httpstatus_set_equal(item, &none)) {
      in->at = start;
      return HTTPSTATUS_E_SET;
    }
    return 0;
  }
  int first, last;
  if (read_family(in, &first)) {
    first *= 100;
    last = first + 99;
  } else if (!read_code(in, &first)) {
    return HTTPSTATUS_E_ITEM;
  } else {
    last = first;
    if (httpstatus__next_is(in, '-')) {
      in->at++;
      if (!read_code(in, &last)) {
        return HTTPSTATUS_E_ITEM;
      }
    }
  }
  if (last < first) {
    in->at = start;
    return HTTPSTATUS_E_RANGE;
  }
  *item = none;
  for (int code = first; code <= last; code++) {
    httpstatus_set_add(item, code);
  }
  return 0;
}

static int read_items(httpstatus__reader *in, httpstatus_set *set)
{
  *set = none;
  httpstatus__skip_blanks(in);
  if (in->at == in->end) {
    return HTTPSTATUS_E_EMPTY;
  }
  if (httpstatus__next_is(in, '!')) {
    *set = httpstatus_set_complement(&none);
  }
  for (;;) {
    httpstatus_set item;
    bool negated = httpstatus__next_is(in, '!');
    in->at += negated;
    int error = read_item(in, &item);
    if (error != 0) {
      return error;
    }
    *set = negated ? httpstatus_set_difference(set, &item) : httpstatus_set_union(set, &item);
    httpstatus__skip_blanks(in);
    if (in->at == in->end) {
      return 0;
    }
    if (*in->at != ',') {
      return HTTPSTATUS_E_ITEM;
    }
    in->at++;
    httpstatus__skip_blanks(in);
  }
}

int httpstatus_set_parse(const char *text, size_t length, httpstatus_set *set, size_t *position)
{
  httpstatus__reader in = httpstatus__reader_of(text, length);
  httpstatus_set result;
  int error = read_items(&in, &result);
  if (error == 0) {
    *set = result;
  } else if (position != NULL) {
    *position = (size_t)(in.at - in.start);
  }
  return error;
}

/* Writing. */

/* Appends text, of which as much is kept as there is room for, and counts all of it. */
static void put(const char *text, char *buffer, size_t size, size_t *length)
{
  for (; *text != '\0'; text++, (*length)++) {
    if (*length + 1 < size) {
      buffer[*length] = *text;
      buffer[*length + 1] = '\0';
    }
  }
}

int httpstatus_set_text(const httpstatus_set *set, char *buffer, size_t size)
{
  size_t length = 0;
  if (size > 0) {
    buffer[0] = '\0';
  }
  for (int first = httpstatus_set_next(set, -1), last; first >= 0; first = httpstatus_set_next(set, last)) {
    char item[16];
    last = first;
    while (httpstatus_set_contains(set, last + 1)) {
      last++;
    }
    if (first % 100 == 0 && last == first + 99) {
      snprintf(item, sizeof item, "%dxx", first / 100);
    } else {
      snprintf(item, sizeof item, first == last ? "%d" : "%d-%d", first, last);
    }
    put(length == 0 ? "" : ",", buffer, size, &length);
    put(item, buffer, size, &length);
  }
  if (length == 0) {
    put("!0-999", buffer, size, &length);
  }
  return (int)length;
}

/* Maps. */

enum { FAMILY = HTTPSTATUS_SET_CODES, DEFAULT = FAMILY + 10 };

int httpstatus_map_key(const char *text, size_t length, size_t *position)
{
  httpstatus__reader in = httpstatus__reader_of(text, length);
  int slot;
  if (is_text("default", in.at, (size_t)(in.end - in.at))) {
    return DEFAULT;
  }
  bool family = read_family(&in, &slot);
  if ((family || read_code(&in, &slot)) && in.at == in.end) {
    return family ? FAMILY + slot : slot;
  }
  if (position != NULL) {
    *position = (size_t)(in.at - in.start);
  }
  return HTTPSTATUS_E_KEY;
}

int httpstatus_map_first(int code)
{
  return (unsigned)code < HTTPSTATUS_SET_CODES ? code : DEFAULT;
}

int httpstatus_map_next(int slot)
{
  if (slot < 0 || slot >= DEFAULT) {
    return -1;
  }
  return slot < FAMILY ? FAMILY + slot / 100 : DEFAULT;
}
