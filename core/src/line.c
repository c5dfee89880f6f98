#include "line.h"

#include <stdint.h>
#include <string.h>

#include "fold.h"

/* A text as it stands in a line; text.at is NULL where there is none. */
typedef struct text {
  const char *at;
  const char *end;
} text;

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static const char *skip_blanks(const char *p, const char *end)
{
  while (p < end && is_blank(*p)) {
    p++;
  }
  return p;
}

static const char *find_blank(const char *p, const char *end)
{
  while (p < end && !is_blank(*p)) {
    p++;
  }
  return p;
}

static bool equals(text is, const char *other, size_t length)
{
  return is.at != NULL && (size_t)(is.end - is.at) == length && memcmp(is.at, other, length) == 0;
}

/* The first place in [p, end) where the length bytes of what stand, NULL for none. */
static const char *find(const char *p, const char *end, const char *what, size_t length)
{
  while ((size_t)(end - p) >= length) {
    p = memchr(p, what[0], (size_t)(end - p) - length + 1);
    if (p == NULL || memcmp(p, what, length) == 0) {
      return p;
    }
    p++;
  }
  return NULL;
}

/* The quote that ends the text from p on, NULL for none. A backslash takes the byte after it along. */
static const char *closing_quote(const char *p, const char *end)
{
  while (p < end && *p != '"') {
    p += *p == '\\' && p + 1 < end ? 2 : 1;
  }
  return p < end ? p : NULL;
}

/* Statuses. */

/* Three digits at p make a number of 100 or more; 0 if they do not. */
static int three_digits(const char *p, const char *end)
{
  if (end - p < 3 || !is_digit(p[0]) || !is_digit(p[1]) || !is_digit(p[2]) || p[0] == '0') {
    return 0;
  }
  return (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
}

/* What logs write for no status, as httpstatus_parse knows it too. Empty text is one here. */
static bool is_no_status(text status)
{
  return equals(status, "", 0) || equals(status, "-", 1) || equals(status, "0", 1) || equals(status, "000", 3) ||
         equals(status, "009", 3) || equals(status, "-1", 2);
}

static int read_status(text status)
{
  int code = three_digits(status.at, status.end);
  const char *p = status.at + 3;
  if (code != 0 && p < status.end && *p == '.') {
    for (p++; p < status.end && is_digit(*p) && p - status.at < 8; p++) {
    }
    if (p == status.at + 4) {
      return HTTPSTATUS__UNPARSED;
    }
  }
  if (code != 0 && p == status.end) {
    return code;
  }
  return is_no_status(status) ? HTTPSTATUS__NO_STATUS : HTTPSTATUS__UNPARSED;
}

/* Strict rules. */

static int read_combined(const char *line, const char *end)
{
  const char *open = memchr(line, '"', (size_t)(end - line));
  const char *close = open == NULL ? NULL : closing_quote(open + 1, end);
  if (close == NULL || end - close < 3 || close[1] != ' ' || is_blank(close[2])) {
    return HTTPSTATUS__UNPARSED;
  }
  return read_status((text){close + 2, find_blank(close + 2, end)});
}

/* The value of a key of JSON, behind the colon. */
static int read_value(const char *p, const char *end)
{
  p = skip_blanks(p, end);
  if (p < end && *p == '"') {
    const char *close = closing_quote(p + 1, end);
    return close == NULL ? HTTPSTATUS__UNPARSED : read_status((text){p + 1, close});
  }
  text value = {p, p};
  while (value.end < end && !is_blank(*value.end) && *value.end != ',' && *value.end != '}' && *value.end != ']') {
    value.end++;
  }
  if (equals(value, "null", 4)) {
    return HTTPSTATUS__NO_STATUS;
  }
  return equals(value, "", 0) ? HTTPSTATUS__UNPARSED : read_status(value);
}

/*
 * Walks over an object that starts at p. It is not checked to be JSON: only strings, braces and brackets count, so that
 * an object that was cut tells what stands before the cut.
 */
static int read_object(const httpstatus__format *format, const char *p, const char *end)
{
  int result = HTTPSTATUS__UNPARSED;
  bool found = false;
  int depth = 1;
  int matched = 0; /* So many keys of the path lead to the innermost object that is on it. */
  for (p++; p < end && depth > 0; p++) {
    switch (*p) {
    case '{':
    case '[':
      depth++;
      break;
    case '}':
    case ']':
      depth--;
      matched -= depth == matched && matched > 0;
      break;
    case '"': {
      text key = {p + 1, closing_quote(p + 1, end)};
      if (key.end == NULL) {
        return result;
      }
      p = key.end;
      const char *colon = skip_blanks(p + 1, end);
      if (depth != matched + 1 || colon == end || *colon != ':' ||
          !equals(key, format->parts + format->steps[matched].start, format->steps[matched].length)) {
        break;
      }
      const char *value = skip_blanks(colon + 1, end);
      if (matched + 1 == format->n_steps) {
        result = read_value(value, end);
        found = true;
      } else if (value < end && *value == '{') {
        matched++;
        depth++;
        p = value;
      }
      break;
    }
    }
  }
  return depth == 0 && !found ? HTTPSTATUS__NO_STATUS : result;
}

static int read_json(const httpstatus__format *format, const char *line, const char *end)
{
  const char *p = skip_blanks(line, end);
  return p < end && *p == '{' ? read_object(format, p, end) : HTTPSTATUS__UNPARSED;
}

/* Columns. The separator ' ' stands for runs of spaces, and '\0', which is that of W3C, for runs of blanks. */

static bool separates(const httpstatus__format *format, char c)
{
  return format->separator == '\0' ? is_blank(c) : c == format->separator;
}

static bool in_runs(const httpstatus__format *format)
{
  return format->separator == ' ' || format->separator == '\0';
}

/* The end of what starts with a quote or bracket at p: behind what closes it. NULL if nothing does. */
static const char *closed(const httpstatus__format *format, const char *p, const char *end)
{
  const char *close;
  if (*p == '[') {
    close = memchr(p, ']', (size_t)(end - p));
  } else if (format->separator == ' ') {
    close = closing_quote(p + 1, end);
  } else {
    close = memchr(p + 1, '"', (size_t)(end - p - 1));
    while (close != NULL && close + 1 < end && close[1] == '"') {
      close = memchr(close + 2, '"', (size_t)(end - close - 2));
    }
  }
  return close == NULL ? NULL : close + 1;
}

/* Takes the column at *p and moves *p to the next one, or to NULL behind the last. */
static text next_column(const httpstatus__format *format, const char **p, const char *end)
{
  text column = {*p, *p};
  const char *after = NULL;
  if (*p < end && (**p == '"' || (**p == '[' && format->separator == ' '))) {
    after = closed(format, *p, end);
    column.end = after == NULL ? end : after;
  }
  while (column.end < end && !separates(format, *column.end)) {
    column.end++;
  }
  const char *next = column.end + 1;
  while (next < end && in_runs(format) && separates(format, *next)) {
    next++;
  }
  *p = column.end == end || (next >= end && in_runs(format)) ? NULL : next;
  if (after != NULL && column.end == after) {
    column.at++;
    column.end--;
  }
  return column;
}

static const char *first_column(const httpstatus__format *format, const char *line, const char *end)
{
  while (line < end && in_runs(format) && separates(format, *line)) {
    line++;
  }
  return line == end ? NULL : line;
}

/* The number of the column that is called as the format says, 0 for none; *n is set to how many there are. */
static int find_column(const httpstatus__format *format, const char *p, const char *end, int *n)
{
  int found = 0;
  const httpstatus__format *f = format;
  for (*n = 0; p != NULL; ) {
    text name = next_column(f, &p, end);
    ++*n;
    bool same = name.end - name.at == f->key_length;
    for (int i = 0; same && i < f->key_length; i++) {
      same = httpstatus__lower(name.at[i]) == httpstatus__lower(f->parts[i]);
    }
    if (same && found == 0) {
      found = *n;
    }
  }
  return found;
}

static int read_w3c(httpstatus__format *format, const char *line, const char *end)
{
  static const char fields[] = "#Fields:";
  if (line < end && *line == '#') {
    if ((size_t)(end - line) >= sizeof fields - 1 && memcmp(line, fields, sizeof fields - 1) == 0) {
      const char *names = first_column(format, line + sizeof fields - 1, end);
      format->column = find_column(format, names, end, &format->n_columns);
    }
    return HTTPSTATUS__BLANK;
  }
  int n = 0;
  text status = {NULL, NULL};
  for (const char *p = first_column(format, line, end); p != NULL; n++) {
    text column = next_column(format, &p, end);
    if (n + 1 == format->column) {
      status = column;
    }
  }
  return status.at != NULL && n == format->n_columns ? read_status(status) : HTTPSTATUS__UNPARSED;
}

static int read_columns(httpstatus__format *format, const char *line, const char *end)
{
  const char *p = first_column(format, line, end);
  if (format->column == 0) {
    format->column = find_column(format, p, end, &format->n_columns);
    format->error = format->column == 0 ? HTTPSTATUS_E_LOG_COLUMN : 0;
    return HTTPSTATUS__BLANK;
  }
  text column = {NULL, NULL};
  int i = 0;
  for (; p != NULL && i < format->column; i++) {
    column = next_column(format, &p, end);
  }
  return i == format->column ? read_status(column) : HTTPSTATUS__UNPARSED;
}

/* Texts of the format with variables between them; the last variable is the status. */
static int read_pattern(const httpstatus__format *format, const char *line, const char *end)
{
  text value = {line, line};
  const char *p = line;
  for (int i = 0; i < format->n_steps; i++) {
    const char *part = format->parts + format->steps[i].start;
    size_t length = format->steps[i].length;
    if ((size_t)(end - p) < length || memcmp(p, part, length) != 0) {
      return HTTPSTATUS__UNPARSED;
    }
    p += length;
    if (i + 1 == format->n_steps) {
      break;
    }
    size_t next = format->steps[i + 1].length;
    value = (text){p, p};
    if (format->steps[i].quoted) {
      value.end = closing_quote(p, end);
    } else if (next > 0) {
      value.end = find(p, end, format->parts + format->steps[i + 1].start, next);
    } else if (i + 2 == format->n_steps) {
      value.end = end;
    }
    if (value.end == NULL) {
      return HTTPSTATUS__UNPARSED;
    }
    p = value.end;
  }
  return read_status(value);
}

/* Recovery. */

/* Takes note of a number that may be the status: *seen is it, 0 for none yet, -1 for several. */
static void note(int *seen, int code)
{
  *seen = *seen == 0 || *seen == code ? code : -1;
}

static int plausible(const char *p, const char *end)
{
  int code = three_digits(p, end);
  return code < 600 ? code : 0;
}

static bool ends_number(const char *p, const char *end)
{
  return p == end || is_blank(*p) || *p == ',';
}

static int recover_between_blanks(const char *line, const char *end)
{
  int seen = 0;
  for (const char *p = line; p < end; p++) {
    if ((p == line || is_blank(p[-1]) || p[-1] == ',') && plausible(p, end) != 0 && ends_number(p + 3, end)) {
      note(&seen, plausible(p, end));
    }
  }
  return seen > 0 ? HTTPSTATUS__RECOVERED + seen : HTTPSTATUS__UNPARSED;
}

static int recover_after_quote(const char *line, const char *end)
{
  int plain = 0, escaped = 0;
  const char *quote = memchr(line, '"', (size_t)(end - line));
  while (quote != NULL) {
    const char *p = skip_blanks(quote + 1, end);
    bool apart = p > quote + 1;
    const char *next = memchr(quote + 1, '"', (size_t)(end - quote - 1));
    p += p < end && *p == '"';
    if (apart && plausible(p, end) != 0 && (ends_number(p + 3, end) || p[3] == '"')) {
      note(quote > line && quote[-1] == '\\' ? &escaped : &plain, plausible(p, end));
    }
    quote = next;
  }
  int seen = plain == 0 ? escaped : plain;
  return seen > 0 ? HTTPSTATUS__RECOVERED + seen : HTTPSTATUS__UNPARSED;
}

static int recover(const httpstatus__format *format, const char *line, const char *end)
{
  if (format->kind == HTTPSTATUS__JSON) {
    const char *brace = memchr(line, '{', (size_t)(end - line));
    int code = brace == NULL ? HTTPSTATUS__UNPARSED : read_object(format, brace, end);
    if (code > 0) {
      return HTTPSTATUS__RECOVERED + code;
    }
  }
  bool columns = format->kind == HTTPSTATUS__W3C || format->kind == HTTPSTATUS__COLUMNS;
  if (columns && memchr(line, '"', (size_t)(end - line)) == NULL) {
    return recover_between_blanks(line, end);
  }
  return recover_after_quote(line, end);
}

static int read_strictly(httpstatus__format *format, const char *line, const char *end)
{
  switch (format->kind) {
  case HTTPSTATUS__JSON:
    return read_json(format, line, end);
  case HTTPSTATUS__W3C:
    return read_w3c(format, line, end);
  case HTTPSTATUS__COLUMNS:
    return read_columns(format, line, end);
  case HTTPSTATUS__PATTERN:
    return read_pattern(format, line, end);
  default:
    return read_combined(line, end);
  }
}

/* The line without a byte order mark, a carriage return at its end, and what is too much. */
static text bare(const char *line, size_t length)
{
  text is = {line, line + (length < HTTPSTATUS_TALLY_LINE ? length : HTTPSTATUS_TALLY_LINE)};
  if (is.end - is.at >= 3 && memcmp(is.at, "\xEF\xBB\xBF", 3) == 0) {
    is.at += 3;
  }
  if (is.at < is.end && is.end[-1] == '\r') {
    is.end--;
  }
  return is;
}

int httpstatus__read_line(httpstatus__format *format, const char *line, size_t length)
{
  text is = bare(line, length);
  if (skip_blanks(is.at, is.end) == is.end) {
    return HTTPSTATUS__BLANK;
  }
  int result = read_strictly(format, is.at, is.end);
  return result == HTTPSTATUS__UNPARSED ? recover(format, is.at, is.end) : result;
}

/* Formats. */

/* Adds a step of the format: its text starts in parts where that of the step before ends. False if it is full. */
static bool add_step(httpstatus__format *format, size_t *used, const char *part, size_t length)
{
  size_t i = (size_t)format->n_steps;
  if (i == sizeof format->steps / sizeof format->steps[0]) {
    return false;
  }
  memcpy(format->parts + *used, part, length); /* All parts together are no longer than the text of the format. */
  format->steps[i].start = (uint16_t)*used;
  format->steps[i].length = (uint16_t)length;
  *used += length;
  format->n_steps++;
  return true;
}

static int compile_path(httpstatus__format *format, text path)
{
  char key[HTTPSTATUS_TALLY_FORMAT];
  size_t used = 0, length = 0;
  format->kind = HTTPSTATUS__JSON;
  for (const char *p = path.at; p <= path.end; p++) {
    if (p == path.end || *p == '.') {
      if (length == 0) {
        return HTTPSTATUS_E_LOG_FORMAT;
      }
      if (!add_step(format, &used, key, length)) {
        return HTTPSTATUS_E_LOG_LONG;
      }
      length = 0;
      continue;
    }
    p += *p == '\\' && p + 1 < path.end;
    key[length++] = *p;
  }
  format->key_length = format->steps[0].length;
  return 0;
}

static int compile_column(httpstatus__format *format, int kind, char separator, text column)
{
  size_t length = (size_t)(column.end - column.at);
  format->kind = kind;
  format->separator = separator;
  format->key_length = (int)length;
  memcpy(format->parts, column.at, length);
  bool number = kind == HTTPSTATUS__COLUMNS && length > 0;
  for (size_t i = 0; i < length && number; i++) {
    number = is_digit(column.at[i]);
  }
  for (size_t i = 0; i < length && number; i++) {
    format->column = format->column * 10 + (column.at[i] - '0');
    if (format->column > HTTPSTATUS_TALLY_LINE) {
      return HTTPSTATUS_E_LOG_FORMAT;
    }
  }
  return length == 0 || (number && format->column == 0) ? HTTPSTATUS_E_LOG_FORMAT : 0;
}

/* Takes the variable at p, which starts with "$": returns behind it, and at p if it is none. */
static const char *nginx_variable(const char *p, const char *end, bool *status)
{
  bool braces = end - p > 1 && p[1] == '{';
  text name = {p + 1 + braces, p + 1 + braces};
  while (name.end < end && (is_digit(*name.end) || *name.end == '_' ||
                            (httpstatus__lower(*name.end) >= 'a' && httpstatus__lower(*name.end) <= 'z'))) {
    name.end++;
  }
  if (name.at == name.end || (braces && (name.end == end || *name.end != '}'))) {
    return p;
  }
  *status = equals(name, "status", 6);
  return name.end + braces;
}

/* The same for "%", the modifiers, an argument in braces, and the letter or letters. */
static const char *apache_variable(const char *p, const char *end, bool final, bool *status, bool *time)
{
  bool last = false, argument = false;
  for (p++; p < end && strchr("!,<>0123456789", *p) != NULL && *p != '\0'; p++) {
    last |= *p == '>';
  }
  if (p < end && *p == '{') {
    const char *brace = memchr(p, '}', (size_t)(end - p));
    argument = brace != NULL;
    p = brace == NULL ? end : brace + 1;
  }
  if (p < end && *p == '^') {
    return end - p < 3 ? end : p + 3;
  }
  if (p < end) {
    *status = *p == 's' && (last || !final);
    *time = *p == 't' && !argument;
    p++;
  }
  return p;
}

/* Is the status a word after the one quoted text before it, so that the line is read as combined? */
static bool is_combined(const httpstatus__format *format)
{
  int last = format->n_steps - 2, quotes = 0;
  for (int i = 0; i <= last; i++) {
    for (int j = 0; j < format->steps[i].length; j++) {
      quotes += format->parts[format->steps[i].start + j] == '"';
    }
  }
  const char *before = format->parts + format->steps[last].start;
  return quotes == 2 && format->steps[last].length == 2 && memcmp(before, "\" ", 2) == 0 &&
         (format->steps[last + 1].length == 0 || before[2] == ' ');
}

static int compile_pattern(httpstatus__format *format, text pattern, bool nginx)
{
  char part[HTTPSTATUS_TALLY_FORMAT + 2];
  size_t used = 0, length = 0;
  bool status = false;
  bool final = find(pattern.at, pattern.end, ">s", 2) != NULL;
  const char *p = pattern.at;
  format->kind = HTTPSTATUS__PATTERN;
  while (p < pattern.end) {
    const char *after = p;
    bool time = false, is_status = false, escaped = false;
    if (nginx && *p == '$') {
      after = nginx_variable(p, pattern.end, &is_status);
    } else if (!nginx && *p == '%' && p + 1 < pattern.end && p[1] == '%') {
      p++;
    } else if (!nginx && *p == '%') {
      after = apache_variable(p, pattern.end, final, &is_status, &time);
    } else if (!nginx && *p == '\\' && p + 1 < pattern.end) {
      escaped = true;
      p++;
    }
    if (after <= p) {
      part[length++] = escaped && *p == 't' ? '\t' : *p;
      p++;
      continue;
    }
    if (status) {
      break; /* The variable after the status ends the text after it. */
    }
    if (time) {
      part[length++] = '[';
    }
    if (!add_step(format, &used, part, length)) {
      return HTTPSTATUS_E_LOG_LONG;
    }
    length = 0;
    if (time) {
      part[length++] = ']';
    }
    status = is_status;
    p = after;
  }
  if (!status || (length == 0 && p < pattern.end)) {
    return HTTPSTATUS_E_LOG_STATUS;
  }
  if (!add_step(format, &used, part, length)) {
    return HTTPSTATUS_E_LOG_LONG;
  }
  for (int i = 0; i + 1 < format->n_steps; i++) {
    const char *before = format->parts + format->steps[i].start + format->steps[i].length;
    format->steps[i].quoted = format->steps[i].length > 0 && format->steps[i + 1].length > 0 && before[-1] == '"' &&
                              before[0] == '"';
  }
  if (is_combined(format)) {
    format->kind = HTTPSTATUS__COMBINED;
  }
  return 0;
}

/* If text is the word, or the word and a colon, *rest becomes what is behind the colon, or otherwise. */
static bool is_called(text is, const char *word, const char *otherwise, text *rest)
{
  size_t length = strlen(word);
  if (equals(is, word, length)) {
    *rest = (text){otherwise, otherwise + strlen(otherwise)};
    return true;
  }
  *rest = (text){is.at + length + 1, is.end};
  return (size_t)(is.end - is.at) > length && is.at[length] == ':' && memcmp(is.at, word, length) == 0;
}

int httpstatus__compile(httpstatus__format *format, const char *name, size_t length)
{
  memset(format, 0, sizeof *format);
  if (length >= sizeof format->text) {
    return HTTPSTATUS_E_LOG_LONG;
  }
  if (length == 0) {
    name = "auto";
    length = 4;
  }
  memcpy(format->text, name, length);
  text is = {format->text, format->text + length}, rest;
  if (memchr(is.at, '\0', length) != NULL || memchr(is.at, '\n', length) != NULL) {
    return HTTPSTATUS_E_LOG_FORMAT;
  }
  if (equals(is, "auto", 4)) {
    format->kind = HTTPSTATUS__AUTO;
  } else if (equals(is, "combined", 8) || equals(is, "common", 6)) {
    format->kind = HTTPSTATUS__COMBINED;
  } else if (equals(is, "alb", 3)) {
    static const char column[] = "9";
    return compile_column(format, HTTPSTATUS__COLUMNS, ' ', (text){column, column + 1});
  } else if (is_called(is, "json", "status", &rest)) {
    return compile_path(format, rest);
  } else if (is_called(is, "w3c", "sc-status", &rest)) {
    return compile_column(format, HTTPSTATUS__W3C, '\0', rest);
  } else if (is_called(is, "csv", "status", &rest)) {
    return compile_column(format, HTTPSTATUS__COLUMNS, ',', rest);
  } else if (is_called(is, "tsv", "status", &rest)) {
    return compile_column(format, HTTPSTATUS__COLUMNS, '\t', rest);
  } else if (is_called(is, "space", "status", &rest)) {
    return compile_column(format, HTTPSTATUS__COLUMNS, ' ', rest);
  } else if (is_called(is, "nginx", "", &rest)) {
    return compile_pattern(format, rest, true);
  } else if (is_called(is, "apache", "", &rest)) {
    return compile_pattern(format, rest, false);
  } else if (find(is.at, is.end, "$status", 7) != NULL || find(is.at, is.end, "${status}", 9) != NULL) {
    return compile_pattern(format, is, true);
  } else if (memchr(is.at, '%', length) != NULL) {
    return compile_pattern(format, is, false);
  } else {
    return HTTPSTATUS_E_LOG_FORMAT;
  }
  return 0;
}

/* What is tried on the first lines, in the order that decides between equals. Columns are tried if the header fits. */
static const char *const candidates[] = {
  "combined", "json", "json:status_code", "json:statusCode", "json:response.status", "json:response.status_code",
  "json:response.statusCode", "json:res.statusCode", "json:httpRequest.status", "json:http.response.status_code",
  "json:http\\.response\\.status_code", "json:http.status_code", "json:http\\.status_code", "json:http_status",
  "json:response_code", "json:sc-status", "json:DownstreamStatus", "json:EdgeResponseStatus", "json:elb_status_code",
  "json:properties.httpStatusCode", "json:properties.httpStatus", "w3c", "csv", "csv:status_code", "csv:statusCode",
  "csv:http_status", "csv:response_code", "csv:sc-status", "tsv", "tsv:status_code", "tsv:statusCode",
  "tsv:http_status", "tsv:response_code", "tsv:sc-status", "alb",
};

/* May a line be one of ALB? Its first column tells the protocol. */
static bool is_of_alb(text line)
{
  static const char *const types[] = {"http ", "https ", "h2 ", "grpcs ", "ws ", "wss "};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    size_t length = strlen(types[i]);
    if ((size_t)(line.end - line.at) > length && memcmp(line.at, types[i], length) == 0) {
      return true;
    }
  }
  return false;
}

/* How many lines fit the format so that they have a code. */
static size_t fitting(httpstatus__format *format, const char *bytes, const char *end)
{
  size_t n = 0;
  bool alb = strcmp(format->text, "alb") == 0;
  while (bytes < end && format->error == 0) {
    const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
    text line = bare(bytes, (size_t)((newline == NULL ? end : newline) - bytes));
    if (skip_blanks(line.at, line.end) < line.end && (!alb || is_of_alb(line))) {
      n += read_strictly(format, line.at, line.end) > 0;
    }
    bytes = newline == NULL ? end : newline + 1;
  }
  return n;
}

void httpstatus__detect(httpstatus__format *format, const char *bytes, size_t length)
{
  httpstatus__format tried;
  const char *best = NULL;
  size_t most = 0;
  bool objects = memchr(bytes, '{', length) != NULL;
  for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
    if (memcmp(candidates[i], "json", 4) == 0 && !objects) {
      continue;
    }
    httpstatus__compile(&tried, candidates[i], strlen(candidates[i]));
    size_t n = fitting(&tried, bytes, bytes + length);
    if (n > most) {
      most = n;
      best = candidates[i];
    }
  }
  if (best != NULL) {
    httpstatus__compile(format, best, strlen(best));
  } else {
    format->kind = HTTPSTATUS__COMBINED; /* Its text stays "auto", which tells that nothing fits. */
  }
}
