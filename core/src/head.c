#include "head.h"

#include <assert.h>
#include <string.h>

#include "fold.h"

static_assert((int)HTTPSTATUS__N_KNOWN <= 64, "a set of fields has 64 bits");

/* A name and its length, which is a constant wherever it is asked for. */
typedef struct name {
  const char *text;
  size_t length;
  bool end_to_end;
} name;

static const name names[] = {
#define X(id, name, end_to_end) {name, sizeof name - 1, end_to_end},
  HTTPSTATUS__KNOWN(X)
#undef X
};

bool httpstatus__is_end_to_end(httpstatus__known field)
{
  return field != HTTPSTATUS__OTHER && names[field].end_to_end;
}

/* Names have letters and "-" only. Setting a bit makes letters small and leaves "-" as it is, but makes it of CR too. */
static bool is_name(const char *text, const name *known)
{
  for (size_t i = 0; i < known->length; i++) {
    if ((text[i] | 0x20) != known->text[i] || text[i] < '-') {
      return false;
    }
  }
  return true;
}

static httpstatus__known among(const char *text, httpstatus__known first, httpstatus__known last)
{
  for (httpstatus__known field = first; field <= last; field++) {
    if (is_name(text, &names[field])) {
      return field;
    }
  }
  return HTTPSTATUS__OTHER;
}

#define AMONG(first, last) among(text, HTTPSTATUS__##first, HTTPSTATUS__##last)

httpstatus__known httpstatus__known_of(const char *text, size_t length)
{
  switch (length) {
  case 2:
    return AMONG(IM, TE);
  case 3:
    return AMONG(AGE, VIA);
  case 4:
    return AMONG(DATE, VARY);
  case 5:
    return AMONG(ALLOW, RANGE);
  case 6:
    return AMONG(ACCEPT, SERVER);
  case 7:
    return AMONG(ALT_SVC, UPGRADE);
  case 8:
    return AMONG(IF_MATCH, LOCATION);
  case 10:
    return AMONG(CONNECTION, USER_AGENT);
  case 11:
    return AMONG(ACCEPT_POST, RETRY_AFTER);
  case 12:
    return AMONG(ACCEPT_PATCH, PROXY_STATUS);
  case 13:
    return AMONG(ACCEPT_RANGES, LAST_MODIFIED);
  case 14:
    return AMONG(ACCEPT_CHARSET, CONTENT_LENGTH);
  case 15:
    return AMONG(ACCEPT_ENCODING, ACCEPT_LANGUAGE);
  case 16:
    return AMONG(CONTENT_ENCODING, WWW_AUTHENTICATE);
  case 17:
    return AMONG(IF_MODIFIED_SINCE, TRANSFER_ENCODING);
  case 18:
    return AMONG(PROXY_AUTHENTICATE, PROXY_AUTHENTICATE);
  case 19:
    return AMONG(IF_UNMODIFIED_SINCE, PROXY_AUTHORIZATION);
  default:
    return HTTPSTATUS__OTHER;
  }
}

/* Has the text one of the bytes that no field value may have (RFC 9110 Section 5.5)? HTAB is allowed. */
static bool has_control(const char *text, size_t length)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  size_t i = 0;
  /* Eight bytes at a time: the sum is 0 for bytes of plain text, and may be something else for others. */
  for (; i + 8 <= length; i += 8) {
    uint64_t word;
    memcpy(&word, text + i, 8);
    uint64_t delete = word ^ ones * 127;
    if ((((word - ones * ' ') | (delete - ones)) & ones << 7) != 0) {
      break;
    }
  }
  for (; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c < ' ' && c != '\t') || c == 127) {
      return true;
    }
  }
  return false;
}

static bool has_upper(const char *text, size_t length)
{
  for (size_t i = 0; i < length; i++) {
    if (text[i] >= 'A' && text[i] <= 'Z') {
      return true;
    }
  }
  return false;
}

void httpstatus__index(httpstatus__head *head, const httpstatus_field_line *lines, size_t n, bool scan)
{
  head->lines = lines;
  head->n = lines == NULL ? 0 : n;
  head->present = head->repeated = 0;
  head->bad_names = head->upper_names = head->control = false;
  for (size_t i = 0; i < head->n; i++) {
    const httpstatus_field_line *line = &lines[i];
    size_t length = line->name == NULL ? 0 : line->name_length;
    httpstatus__known field = httpstatus__known_of(line->name, length);
    if (i < HTTPSTATUS__KEPT) {
      head->kept[i] = (unsigned char)field;
    }
    if (field != HTTPSTATUS__OTHER) {
      httpstatus__fields bit = UINT64_C(1) << field;
      if ((head->present & bit) == 0) {
        head->first[field] = i;
      } else {
        head->repeated |= bit;
      }
      head->last[field] = i;
      head->present |= bit;
    } else if (scan && !head->bad_names) {
      head->bad_names = !httpstatus__is_token(httpstatus__reader_of(line->name, length));
    }
    if (scan) {
      head->upper_names = head->upper_names || has_upper(line->name, length);
      head->control = head->control || (line->value != NULL && has_control(line->value, line->value_length));
    }
  }
}

size_t httpstatus__line_from(const httpstatus__head *head, httpstatus__fields fields, size_t line)
{
  if ((head->present & fields) == 0) {
    return HTTPSTATUS_LINT_NO_LINE;
  }
  for (; line < head->n; line++) {
    httpstatus__known field = httpstatus__field_at(head, line);
    if (field != HTTPSTATUS__OTHER && (fields >> field & 1) != 0) {
      return line;
    }
  }
  return HTTPSTATUS_LINT_NO_LINE;
}

httpstatus__reader httpstatus__value_at(const httpstatus__head *head, size_t line)
{
  httpstatus__reader value = httpstatus__reader_of(head->lines[line].value, head->lines[line].value_length);
  httpstatus__skip_blanks(&value);
  httpstatus__drop_blanks(&value);
  return value;
}

httpstatus__reader httpstatus__value_of(const httpstatus__head *head, httpstatus__known field)
{
  return httpstatus__value_at(head, head->first[field]);
}

bool httpstatus__is(httpstatus__reader text, const char *word)
{
  while (text.at < text.end && *word != '\0' && httpstatus__lower(*text.at) == *word) {
    text.at++;
    word++;
  }
  return text.at == text.end && *word == '\0';
}

bool httpstatus__is_exactly(httpstatus__reader text, const char *word)
{
  return httpstatus__left(text) == strlen(word) && memcmp(text.at, word, strlen(word)) == 0;
}

bool httpstatus__is_same(httpstatus__reader a, httpstatus__reader b)
{
  if (httpstatus__left(a) != httpstatus__left(b)) {
    return false;
  }
  while (a.at < a.end && httpstatus__lower(*a.at) == httpstatus__lower(*b.at)) {
    a.at++;
    b.at++;
  }
  return a.at == a.end;
}

bool httpstatus__is_number(httpstatus__reader text)
{
  bool some = text.at < text.end;
  while (httpstatus__next_is_digit(&text)) {
    text.at++;
  }
  return some && text.at == text.end;
}

bool httpstatus__is_zero(httpstatus__reader number)
{
  while (httpstatus__next_is(&number, '0')) {
    number.at++;
  }
  return number.at == number.end;
}

bool httpstatus__is_token_char(char c)
{
  static const bool other[128] = {
    ['!'] = true, ['#'] = true, ['$'] = true, ['%'] = true, ['&'] = true, ['\''] = true, ['*'] = true, ['+'] = true,
    ['-'] = true, ['.'] = true, ['^'] = true, ['_'] = true, ['`'] = true, ['|'] = true, ['~'] = true,
  };
  char lower = httpstatus__lower(c);
  return (lower >= 'a' && lower <= 'z') || httpstatus__is_digit(c) || ((unsigned char)c < 128 && other[(unsigned char)c]);
}

httpstatus__reader httpstatus__take_token(httpstatus__reader *text)
{
  httpstatus__reader token = *text;
  while (text->at < text->end && httpstatus__is_token_char(*text->at)) {
    text->at++;
  }
  token.end = text->at;
  return token;
}

bool httpstatus__is_token(httpstatus__reader text)
{
  httpstatus__reader token = httpstatus__take_token(&text);
  return !httpstatus__is_empty(token) && httpstatus__is_empty(text);
}

bool httpstatus__take_quoted(httpstatus__reader *text)
{
  if (!httpstatus__next_is(text, '"')) {
    return false;
  }
  for (text->at++; text->at < text->end; text->at++) {
    if (*text->at == '"') {
      text->at++;
      return true;
    }
    text->at += *text->at == '\\' && text->at + 1 < text->end;
  }
  return false;
}

httpstatus__reader httpstatus__take_until(httpstatus__reader *text, char c)
{
  httpstatus__reader part = *text;
  while (text->at < text->end && *text->at != c) {
    if (*text->at == '"') {
      httpstatus__take_quoted(text);
    } else {
      text->at++;
    }
  }
  part.end = text->at;
  text->at += text->at < text->end;
  httpstatus__skip_blanks(&part);
  httpstatus__drop_blanks(&part);
  return part;
}

bool httpstatus__take_tag(httpstatus__reader *text, httpstatus__tag *tag)
{
  tag->weak = httpstatus__left(*text) > 2 && text->at[0] == 'W' && text->at[1] == '/';
  text->at += tag->weak ? 2 : 0;
  tag->opaque = *text;
  if (!httpstatus__next_is(text, '"')) {
    return false;
  }
  for (text->at++; text->at < text->end && (unsigned char)*text->at > ' ' && *text->at != 127; text->at++) {
    if (*text->at == '"') {
      tag->opaque.end = ++text->at;
      return true;
    }
  }
  return false;
}

httpstatus__members httpstatus__members_of(const httpstatus__head *head, httpstatus__known field)
{
  return (httpstatus__members){head, field, HTTPSTATUS_LINT_NO_LINE, httpstatus__reader_of(NULL, 0)};
}

bool httpstatus__next_member(httpstatus__members *members, httpstatus__reader *member)
{
  const httpstatus__head *head = members->head;
  if (!httpstatus__has(head, members->field)) {
    return false;
  }
  for (;;) {
    while (!httpstatus__is_empty(members->rest)) {
      *member = httpstatus__take_until(&members->rest, ',');
      if (!httpstatus__is_empty(*member)) {
        return true;
      }
    }
    if (members->line == HTTPSTATUS_LINT_NO_LINE) {
      members->line = head->first[members->field];
    } else if (members->line < head->last[members->field]) {
      members->line = httpstatus__line_from(head, UINT64_C(1) << members->field, members->line + 1);
    } else {
      return false;
    }
    members->rest = httpstatus__value_at(head, members->line);
  }
}

bool httpstatus__has_member(const httpstatus__head *head, httpstatus__known field)
{
  httpstatus__members members = httpstatus__members_of(head, field);
  httpstatus__reader member;
  return httpstatus__next_member(&members, &member);
}

bool httpstatus__lists(const httpstatus__head *head, httpstatus__known field, const char *wanted)
{
  httpstatus__members members = httpstatus__members_of(head, field);
  httpstatus__reader member;
  while (httpstatus__next_member(&members, &member)) {
    if (httpstatus__is(member, wanted)) {
      return true;
    }
  }
  return false;
}
