#include "head.h"

#include <assert.h>
#include <string.h>

#include "fold.h"

static_assert((int)HTTPSTATUS__OTHER < 64, "a set of fields has 64 bits, and one for none of them");

/* A name, with room behind it so that it can be read in words of eight bytes. */
typedef struct name {
  char text[24];
  bool end_to_end;
} name;

static const name names[] = {
#define X(id, name, end_to_end) {name, end_to_end},
  HTTPSTATUS__KNOWN(X)
#undef X
};

bool httpstatus__is_end_to_end(httpstatus__known field)
{
  return field != HTTPSTATUS__OTHER && names[field].end_to_end;
}

/*
 * Eight bytes with the bit of lower case set, which makes letters those of one case and leaves "-" as it is. It also
 * makes "-" of CR; so *wrong tells whether a byte has neither that bit nor the next one, as letters and "-" do.
 */
static uint64_t folded_word(const char *text, bool *wrong)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t word;
  memcpy(&word, text, 8);
  *wrong = *wrong || ((word | word << 1) & ones * 0x40) != ones * 0x40;
  return word | ones * 0x20;
}

/* Is the rest the same behind the first eight bytes? The last word overlaps the one before. */
static bool is_same_behind(const char *text, size_t length, const char *known)
{
  bool wrong = false;
  for (size_t i = 8; i + 8 < length; i += 8) {
    if (folded_word(text + i, &wrong) != folded_word(known + i, &wrong)) {
      return false;
    }
  }
  return folded_word(text + length - 8, &wrong) == folded_word(known + length - 8, &wrong) && !wrong;
}

static bool is_short_name(const char *text, size_t length, const char *known)
{
  for (size_t i = 0; i < length; i++) {
    if (httpstatus__lower(text[i]) != known[i]) {
      return false;
    }
  }
  return true;
}

static httpstatus__known among(const char *text, size_t length, httpstatus__known first, httpstatus__known last)
{
  bool wrong = false;
  uint64_t start = length >= 8 ? folded_word(text, &wrong) : 0;
  for (httpstatus__known field = first; field <= last && !wrong; field++) {
    const char *known = names[field].text;
    bool unused = false;
    if (length >= 8 ? start == folded_word(known, &unused) && is_same_behind(text, length, known)
                    : is_short_name(text, length, known)) {
      return field;
    }
  }
  return HTTPSTATUS__OTHER;
}

#define AMONG(first, last) among(text, length, HTTPSTATUS__##first, HTTPSTATUS__##last)

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
  case 20:
    return AMONG(SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_ACCEPT);
  default:
    return HTTPSTATUS__OTHER;
  }
}

/* Has a word of eight bytes one that is no plain text? It may also be HTAB or no ASCII, which is to be looked at. */
static bool may_have_control(const char *text)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t word;
  memcpy(&word, text, 8);
  return (((word - ones * ' ') | ((word ^ ones * 127) - ones)) & ones << 7) != 0;
}

/* Has the text one of the bytes that no field value may have (RFC 9110 Section 5.5)? HTAB is allowed. */
static bool has_control(const char *text, size_t length)
{
  if (length >= 8) {
    bool maybe = may_have_control(text + length - 8);
    for (size_t i = 0; i + 8 < length && !maybe; i += 8) {
      maybe = may_have_control(text + i);
    }
    if (!maybe) {
      return false;
    }
  }
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c < ' ' && c != '\t') || c == 127) {
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
  head->bad_names = head->control = false;
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
      head->control = head->control || (line->value != NULL && has_control(line->value, line->value_length));
    }
  }
}

size_t httpstatus__line_from(const httpstatus__head *head, httpstatus__fields fields, size_t line)
{
  fields &= head->present; /* So it has no bit for other fields. */
  if (fields == 0) {
    return HTTPSTATUS_LINT_NO_LINE;
  }
  size_t kept = head->n < HTTPSTATUS__KEPT ? head->n : HTTPSTATUS__KEPT;
  for (; line < kept; line++) {
    if ((fields >> head->kept[line] & 1) != 0) {
      return line;
    }
  }
  for (; line < head->n; line++) {
    if ((fields >> httpstatus__field_at(head, line) & 1) != 0) {
      return line;
    }
  }
  return HTTPSTATUS_LINT_NO_LINE;
}

size_t httpstatus__line_after(const httpstatus__head *head, httpstatus__known field, size_t line)
{
  return line < head->last[field] ? httpstatus__line_from(head, UINT64_C(1) << field, line + 1)
                                  : HTTPSTATUS_LINT_NO_LINE;
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

bool httpstatus__is_folded(httpstatus__reader text, const char *word)
{
  while (text.at < text.end && httpstatus__lower(*text.at) == *word) {
    text.at++;
    word++;
  }
  return text.at == text.end;
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

/* The bytes that a token has (RFC 9110 Section 5.6.2). */
static const bool token_chars[256] = {
#define T(c) [c] = true
  T('!'), T('#'), T('$'), T('%'), T('&'), T('\''), T('*'), T('+'), T('-'), T('.'), T('^'), T('_'), T('`'), T('|'),
  T('~'), T('0'), T('1'), T('2'), T('3'), T('4'), T('5'), T('6'), T('7'), T('8'), T('9'), T('A'), T('B'), T('C'),
  T('D'), T('E'), T('F'), T('G'), T('H'), T('I'), T('J'), T('K'), T('L'), T('M'), T('N'), T('O'), T('P'), T('Q'),
  T('R'), T('S'), T('T'), T('U'), T('V'), T('W'), T('X'), T('Y'), T('Z'), T('a'), T('b'), T('c'), T('d'), T('e'),
  T('f'), T('g'), T('h'), T('i'), T('j'), T('k'), T('l'), T('m'), T('n'), T('o'), T('p'), T('q'), T('r'), T('s'),
  T('t'), T('u'), T('v'), T('w'), T('x'), T('y'), T('z'),
#undef T
};

httpstatus__reader httpstatus__take_token(httpstatus__reader *text)
{
  httpstatus__reader token = *text;
  while (text->at < text->end && token_chars[(unsigned char)*text->at]) {
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
  const char *found = memchr(text->at, c, httpstatus__left(*text)), *end = found == NULL ? text->end : found;
  if (memchr(text->at, '"', (size_t)(end - text->at)) == NULL) {
    text->at = end; /* The usual case, for which there are fast functions. */
  }
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
  for (;;) { /* Over lines. */
    while (!httpstatus__is_empty(members->rest)) {
      *member = httpstatus__take_until(&members->rest, ',');
      if (!httpstatus__is_empty(*member)) {
        return true;
      }
    }
    if (members->line == HTTPSTATUS_LINT_NO_LINE) {
      members->line = head->first[members->field];
    } else {
      members->line = httpstatus__line_after(head, members->field, members->line);
    }
    if (members->line == HTTPSTATUS_LINT_NO_LINE) {
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
