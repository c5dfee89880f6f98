#include "httpstatus/parse.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "httpstatus/classify.h"
#include "out.h"
#include "reader.h"

/* Reads exactly three digits, which must not be followed by another one. */
static bool read_code(httpstatus__reader *in, int *code)
{
  int value = 0;
  const char *first = in->at;
  while (httpstatus__next_is_digit(in) && in->at < first + 3) {
    value = value * 10 + (*in->at++ - '0');
  }
  *code = value;
  return in->at == first + 3 && !httpstatus__next_is_digit(in);
}

/* Not zero if there may be a control character or a tab among eight bytes. */
static uint64_t controls(const char *bytes)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  uint64_t deletes = word ^ ones * 127;
  return ((word - ones * ' ') | (deletes - ones)) & ~word & ones << 7;
}

/*
 * May there be a control character or a tab in text, from an offset on? Eight bytes are looked at together, the last
 * eight of them perhaps again. The first four times are always done, so that the processor need not guess how long a
 * phrase is.
 */
static bool has_control(const char *text, size_t from, size_t length)
{
  uint64_t found = length < 8;
  for (size_t i = 0; found == 0 && (i < 4 || from + 8 * i < length); i++) {
    size_t at = from + 8 * i;
    found |= controls(text + (at < length - 8 ? at : length - 8));
  }
  return found != 0;
}

/* Reads what follows a code: nothing, or blanks and a phrase, which runs to the end. */
static int read_phrase(httpstatus__reader *in, httpstatus_parsed *parsed, int otherwise)
{
  if (in->at < in->end && !httpstatus__is_blank(*in->at)) {
    return otherwise;
  }
  httpstatus__skip_blanks(in);
  const char *phrase = in->at;
  bool suspicious = has_control(in->start, (size_t)(phrase - in->start), (size_t)(in->end - in->start));
  for (; suspicious && in->at < in->end; in->at++) {
    if (((unsigned char)*in->at < ' ' && *in->at != '\t') || *in->at == 127) {
      return HTTPSTATUS_E_CONTROL;
    }
  }
  if (phrase < in->end) {
    parsed->phrase = phrase;
    parsed->phrase_length = (size_t)(in->end - phrase);
  }
  return 0;
}

/* Reads what follows "HTTP/". */
static int read_status_line(httpstatus__reader *in, httpstatus_parsed *parsed)
{
  parsed->kind = HTTPSTATUS_PARSE_KIND_STATUS_LINE;
  parsed->version = in->at;
  bool numbered = httpstatus__next_is_digit(in);
  in->at += numbered;
  if (numbered && httpstatus__next_is(in, '.')) {
    in->at++;
    numbered = httpstatus__next_is_digit(in);
    in->at += numbered;
  }
  parsed->version_length = (size_t)(in->at - parsed->version);
  if (!numbered || !httpstatus__next_is(in, ' ')) {
    return HTTPSTATUS_E_STATUS_LINE;
  }
  in->at++;
  if (!read_code(in, &parsed->code)) {
    return HTTPSTATUS_E_DIGITS;
  }
  return read_phrase(in, parsed, HTTPSTATUS_E_STATUS_LINE);
}

static int read_name(httpstatus__reader *in, httpstatus_parsed *parsed)
{
  const httpstatus_row *row;
  size_t length = (size_t)(in->end - in->at);
  if (httpstatus_find(in->at, length, &row, 1) == 0) {
    return HTTPSTATUS_E_NAME;
  }
  /* Names have no spaces; a word like "gone" is both, and then a name. */
  bool spaced = memchr(in->at, ' ', length) != NULL || memchr(in->at, '-', length) != NULL;
  parsed->kind = spaced ? HTTPSTATUS_PARSE_KIND_PHRASE : HTTPSTATUS_PARSE_KIND_NAME;
  parsed->code = row->code;
  return 0;
}

static bool is_no_status(const httpstatus__reader *in)
{
  static const char tokens[][4] = {"-", "0", "000", "009", "-1"};
  size_t length = (size_t)(in->end - in->at);
  for (size_t i = 0; length < sizeof tokens[0] && i < sizeof tokens / sizeof tokens[0]; i++) {
    if (memcmp(tokens[i], in->at, length) == 0 && tokens[i][length] == '\0') {
      return true;
    }
  }
  return false;
}

static int read_any(httpstatus__reader *in, httpstatus_parsed *parsed)
{
  if (in->at == in->end) {
    return HTTPSTATUS_E_EMPTY;
  }
  if (is_no_status(in)) {
    parsed->kind = HTTPSTATUS_PARSE_KIND_NO_STATUS;
    return 0;
  }
  if (in->end - in->at >= 5 && memcmp(in->at, "HTTP/", 5) == 0) {
    in->at += 5;
    return read_status_line(in, parsed);
  }
  if (!httpstatus__is_digit(*in->at)) {
    return read_name(in, parsed);
  }
  if (!read_code(in, &parsed->code)) {
    return HTTPSTATUS_E_DIGITS;
  }
  int error = read_phrase(in, parsed, HTTPSTATUS_E_DIGITS);
  parsed->kind = parsed->phrase == NULL ? HTTPSTATUS_PARSE_KIND_CODE : HTTPSTATUS_PARSE_KIND_CODE_PHRASE;
  return error;
}

/*
 * The status line that nearly all are, "HTTP/1.1 404 Not Found" and perhaps CRLF, read at a stroke. False for anything
 * else, be it right or wrong, which is then read step by step.
 */
static bool read_common(const char *text, size_t length, httpstatus_parsed *parsed)
{
  enum { VERSION = 5, CODE = 9, PHRASE = 13 };
  if (text == NULL || length <= PHRASE || memcmp(text, "HTTP/1.", 7) != 0) {
    return false;
  }
  length -= length > PHRASE + 2 && text[length - 1] == '\n' && text[length - 2] == '\r' ? 2 : 0;
  unsigned minor = (unsigned)text[7] - '0';
  unsigned a = (unsigned)text[CODE] - '0', b = (unsigned)text[CODE + 1] - '0', c = (unsigned)text[CODE + 2] - '0';
  bool spaced = text[CODE - 1] == ' ' && text[PHRASE - 1] == ' ' && text[PHRASE] > ' ' && text[length - 1] > ' ';
  if (!spaced || minor > 9 || a > 9 || b > 9 || c > 9 || has_control(text, PHRASE, length)) {
    return false;
  }
  parsed->code = (int)(a * 100 + b * 10 + c);
  parsed->kind = HTTPSTATUS_PARSE_KIND_STATUS_LINE;
  parsed->version = text + VERSION;
  parsed->version_length = 3;
  parsed->phrase = text + PHRASE;
  parsed->phrase_length = length - PHRASE;
  return true;
}

int httpstatus_parse(const char *text, size_t length, httpstatus_parsed *parsed, size_t *position)
{
  if (read_common(text, length, parsed)) {
    return 0;
  }
  httpstatus__reader in = httpstatus__trimmed(text, length);
  httpstatus_parsed result = {.code = 0};
  int error = read_any(&in, &result);
  if (error == 0) {
    *parsed = result;
  } else if (position != NULL) {
    *position = (size_t)(in.at - in.start);
  }
  return error;
}

/* The most of a text that a message repeats. */
enum { SHOWN = 40 };

int httpstatus_parse_message(int error, const char *text, size_t length, size_t position, char *buffer, size_t size)
{
  char shown[HTTPSTATUS__SHOWN + 4];
  length = text == NULL ? 0 : length;
  size_t n = length < HTTPSTATUS__SHOWN ? length : HTTPSTATUS__SHOWN;
  size_t first = position < HTTPSTATUS__SHOWN / 2 ? 0 : position - HTTPSTATUS__SHOWN / 2;
  first = first < length - n ? first : length - n;
  httpstatus__shown(text == NULL ? NULL : text + first, n, shown);

  const httpstatus_row *row;
  char label[128] = "";
  if (error == HTTPSTATUS_E_NAME && httpstatus_search(text, length, &row, 1) == 1) {
    httpstatus_label(row->code, label, sizeof label);
  }
  return snprintf(buffer, size, "%s at position %zu: \"%s%s%s\"%s%s%s", httpstatus_error_text(error), position,
                  first > 0 ? "..." : "", shown, first + n < length ? "..." : "",
                  label[0] == '\0' ? "" : "; did you mean ", label, label[0] == '\0' ? "" : "?");
}
