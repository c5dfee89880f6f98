/*
 * The rules of log.h once more, a byte at a time and as plainly as can be, for the tests and the fuzz targets to hold
 * the library against. It shares no code with it. Formats that it knows: combined, json:PATH, w3c, csv:N, tsv:N,
 * space:N, alb and nginx:FORMAT, and "auto" for what fits none.
 */
#ifndef LOG_REFERENCE_H
#define LOG_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REF_BLANK = -2, REF_UNPARSED = -1, REF_NONE = 0, REF_RECOVERED = 1000 };

typedef struct reference {
  uint64_t lines, no_status, recovered, unparsed, blank, counts[1000], unparsed_at[8];
  int column, columns; /* of W3C, from the last #Fields */
} reference;

static inline bool ref_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static inline bool ref_digit(char c)
{
  return c >= '0' && c <= '9';
}

static inline bool ref_is(const char *s, size_t n, const char *word)
{
  return n == strlen(word) && memcmp(s, word, n) == 0;
}

/* A number of three digits from low to high at s, 0 if there is none. */
static inline int ref_number(const char *s, size_t n, int low, int high)
{
  if (n < 3 || !ref_digit(s[0]) || !ref_digit(s[1]) || !ref_digit(s[2])) {
    return 0;
  }
  int value = (s[0] - '0') * 100 + (s[1] - '0') * 10 + s[2] - '0';
  return value >= low && value <= high ? value : 0;
}

static inline int ref_status(const char *s, size_t n)
{
  static const char *const none[] = {"", "-", "0", "000", "009", "-1"};
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
    if (ref_is(s, n, none[i])) {
      return REF_NONE;
    }
  }
  int code = ref_number(s, n, 100, 999);
  if (code == 0 || n == 3) {
    return code == 0 ? REF_UNPARSED : code;
  }
  bool dotted = s[3] == '.' && n >= 5 && n <= 8;
  for (size_t i = 4; i < n; i++) {
    dotted = dotted && ref_digit(s[i]);
  }
  return dotted ? code : REF_UNPARSED;
}

/* The index of the quote that closes text from i on, n for none. */
static inline size_t ref_close(const char *s, size_t n, size_t i)
{
  bool escaped = false;
  for (; i < n; i++) {
    if (s[i] == '"' && !escaped) {
      return i;
    }
    escaped = s[i] == '\\' && !escaped;
  }
  return n;
}

static inline int ref_combined(const char *s, size_t n)
{
  size_t open = 0;
  while (open < n && s[open] != '"') {
    open++;
  }
  if (open == n) {
    return REF_UNPARSED;
  }
  size_t close = ref_close(s, n, open + 1);
  if (close >= n || close + 1 >= n || s[close + 1] != ' ') {
    return REF_UNPARSED;
  }
  size_t start = close + 2, end = start;
  while (end < n && !ref_blank(s[end])) {
    end++;
  }
  return end == start ? REF_UNPARSED : ref_status(s + start, end - start);
}

/* Takes the first key off a path: its text without backslashes goes to key. */
static inline const char *ref_key(const char *path, char *key)
{
  while (*path != '\0' && *path != '.') {
    path += *path == '\\' && path[1] != '\0';
    *key++ = *path++;
  }
  *key = '\0';
  return path;
}

static inline size_t ref_skip(const char *s, size_t n, size_t i)
{
  while (i < n && ref_blank(s[i])) {
    i++;
  }
  return i;
}

static inline int ref_value(const char *s, size_t n, size_t i)
{
  i = ref_skip(s, n, i);
  if (i < n && s[i] == '"') {
    size_t close = ref_close(s, n, i + 1);
    return close == n ? REF_UNPARSED : ref_status(s + i + 1, close - i - 1);
  }
  size_t end = i;
  while (end < n && !ref_blank(s[end]) && s[end] != ',' && s[end] != '}' && s[end] != ']') {
    end++;
  }
  if (ref_is(s + i, end - i, "null")) {
    return REF_NONE;
  }
  return end == i ? REF_UNPARSED : ref_status(s + i, end - i);
}

/* Reads the object whose brace is at *i, and moves *i behind it, or to n if it is cut. Sets *said where the key is. */
static inline void ref_object(const char *s, size_t n, size_t *i, const char *path, int *said)
{
  char key[1024];
  const char *rest = ref_key(path, key);
  int depth = 1;
  for (++*i; *i < n && depth > 0; ++*i) {
    if (s[*i] == '{' || s[*i] == '[') {
      depth++;
    } else if (s[*i] == '}' || s[*i] == ']') {
      depth--;
    } else if (s[*i] == '"') {
      size_t start = *i + 1;
      *i = ref_close(s, n, start);
      if (*i == n) {
        return;
      }
      size_t colon = ref_skip(s, n, *i + 1);
      if (depth == 1 && colon < n && s[colon] == ':' && ref_is(s + start, *i - start, key)) {
        size_t value = ref_skip(s, n, colon + 1);
        if (*rest == '\0') {
          *said = ref_value(s, n, value);
        } else if (value < n && s[value] == '{') {
          *i = value;
          ref_object(s, n, i, rest + 1, said);
          if (*i == n) {
            return;
          }
          --*i;
        }
      }
    }
  }
}

static inline int ref_json(const char *s, size_t n, size_t i, const char *path)
{
  enum { UNTOLD = 7777 };
  int said = UNTOLD;
  i = ref_skip(s, n, i);
  if (i == n || s[i] != '{') {
    return REF_UNPARSED;
  }
  int depth = 0;
  bool whole = false;
  size_t j = i;
  for (; j < n && !whole; j++) {
    if (s[j] == '"') {
      j = ref_close(s, n, j + 1);
      if (j == n) {
        break;
      }
    } else if (s[j] == '{' || s[j] == '[') {
      depth++;
    } else if (s[j] == '}' || s[j] == ']') {
      whole = --depth == 0;
    }
  }
  ref_object(s, whole ? j : n, &i, path, &said);
  return said != UNTOLD ? said : whole ? REF_NONE : REF_UNPARSED;
}

static inline bool ref_separates(char separator, char c)
{
  return separator == 'w' ? ref_blank(c) : c == separator;
}

/* The columns of a line, at most 4096 of them, as starts and ends. 'w' is the separator of W3C. */
static inline int ref_columns(const char *s, size_t n, char separator, size_t (*columns)[2])
{
  bool runs = separator == 'w' || separator == ' ';
  int count = 0;
  size_t i = 0;
  while (runs && i < n && ref_separates(separator, s[i])) {
    i++;
  }
  if (i == n) {
    return 0;
  }
  for (;;) {
    size_t start = i, inside = 0;
    if (i < n && s[i] == '[' && separator == ' ') {
      while (i < n && s[i] != ']') {
        i++;
      }
      inside = i < n ? ++i : 0;
    } else if (i < n && s[i] == '"' && separator == ' ') {
      i = ref_close(s, n, i + 1);
      inside = i < n ? ++i : 0;
    } else if (i < n && s[i] == '"') {
      for (i++; i < n && (s[i] != '"' || (i + 1 < n && s[i + 1] == '"')); i++) {
        i += s[i] == '"';
      }
      inside = i < n ? ++i : 0;
    }
    while (i < n && !ref_separates(separator, s[i])) {
      i++;
    }
    bool stripped = inside != 0 && inside == i;
    if (count < 4096) {
      columns[count][0] = start + stripped;
      columns[count][1] = i - stripped;
    }
    count++;
    if (i == n) {
      return count;
    }
    i++;
    while (runs && i < n && ref_separates(separator, s[i])) {
      i++;
    }
    if (runs && i == n) {
      return count;
    }
  }
}

static inline int ref_column(const char *s, size_t n, char separator, int column)
{
  static _Thread_local size_t columns[4096][2];
  int count = ref_columns(s, n, separator, columns);
  if (count > 4096 || column > count) {
    return REF_UNPARSED;
  }
  return ref_status(s + columns[column - 1][0], columns[column - 1][1] - columns[column - 1][0]);
}

static inline int ref_w3c(reference *r, const char *s, size_t n)
{
  static _Thread_local size_t columns[4096][2];
  if (s[0] == '#') {
    if (n >= 8 && memcmp(s, "#Fields:", 8) == 0) {
      r->column = 0;
      r->columns = ref_columns(s + 8, n - 8, 'w', columns);
      for (int i = r->columns - 1; i >= 0; i--) {
        const char *name = s + 8 + columns[i][0];
        size_t length = columns[i][1] - columns[i][0];
        bool same = length == 9;
        for (size_t j = 0; same && j < length; j++) {
          same = (name[j] >= 'A' && name[j] <= 'Z' ? name[j] + 32 : name[j]) == "sc-status"[j];
        }
        r->column = same ? i + 1 : r->column;
      }
    }
    return REF_BLANK;
  }
  if (r->column == 0 || ref_columns(s, n, 'w', columns) != r->columns) {
    return REF_UNPARSED;
  }
  return ref_column(s, n, 'w', r->column);
}

static inline bool ref_name(char c)
{
  return ref_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The length of the text in a format of nginx before its next variable. */
static inline size_t ref_literal(const char *format)
{
  size_t n = 0;
  while (format[n] != '\0' && !(format[n] == '$' && ref_name(format[n + 1]))) {
    n++;
  }
  return n;
}

/* Is the status a word behind the one quoted text before it? Then the format is read as combined. */
static inline bool ref_as_combined(const char *format)
{
  const char *status = strstr(format, "$status");
  int quotes = 0;
  for (const char *p = format; p < status; p++) {
    quotes += *p == '"';
  }
  return quotes == 2 && status[-1] == ' ' && status[-2] == '"' && (status[7] == '\0' || status[7] == ' ');
}

static inline int ref_nginx(const char *s, size_t n, const char *format)
{
  size_t i = 0;
  for (;;) {
    size_t length = ref_literal(format);
    if (n - i < length || memcmp(s + i, format, length) != 0) {
      return REF_UNPARSED;
    }
    i += length;
    char before = length > 0 ? format[length - 1] : 'x';
    format += length + 1;
    bool is_status = strncmp(format, "status", 6) == 0 && !ref_name(format[6]);
    while (ref_name(*format)) {
      format++;
    }
    size_t next = ref_literal(format), end = i;
    if (before == '"' && *format == '"') {
      end = ref_close(s, n, i);
      if (end == n) {
        return REF_UNPARSED;
      }
    } else if (next > 0) {
      while (end + next <= n && memcmp(s + end, format, next) != 0) {
        end++;
      }
      if (end + next > n) {
        return REF_UNPARSED;
      }
    } else if (is_status) {
      end = n;
    }
    if (is_status) {
      bool there = n - end >= next && memcmp(s + end, format, next) == 0;
      return there ? ref_status(s + i, end - i) : REF_UNPARSED;
    }
    i = end;
  }
}

static inline void ref_note(int *seen, int code)
{
  *seen = *seen == 0 || *seen == code ? code : -1;
}

static inline int ref_recover(const char *s, size_t n, bool columns)
{
  int plain = 0, escaped = 0, bare = 0;
  bool quoted = false;
  for (size_t i = 0; i < n; i++) {
    quoted = quoted || s[i] == '"';
    int code = ref_number(s + i, n - i, 100, 599);
    if (code == 0) {
      continue;
    }
    bool ends = i + 3 == n || ref_blank(s[i + 3]) || s[i + 3] == ',';
    if (ends && (i == 0 || ref_blank(s[i - 1]) || s[i - 1] == ',')) {
      ref_note(&bare, code);
    }
    if (!ends && s[i + 3] != '"') {
      continue;
    }
    /* Backwards over perhaps a quote, blanks, and the quote that has to be there. */
    for (size_t inner = 0; inner <= 1 && inner <= i; inner++) {
      if (inner == 1 && s[i - 1] != '"') {
        continue;
      }
      size_t j = i - inner;
      while (j > 0 && ref_blank(s[j - 1])) {
        j--;
      }
      if (j < i - inner && j > 0 && s[j - 1] == '"') {
        ref_note(j > 1 && s[j - 2] == '\\' ? &escaped : &plain, code);
      }
    }
  }
  int seen = columns && !quoted ? bare : plain != 0 ? plain : escaped;
  return seen > 0 ? REF_RECOVERED + seen : REF_UNPARSED;
}

static inline int ref_line(reference *r, const char *format, const char *s, size_t n)
{
  n = n > 65536 ? 65536 : n;
  if (n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) {
    s += 3;
    n -= 3;
  }
  n -= n > 0 && s[n - 1] == '\r';
  if (ref_skip(s, n, 0) == n) {
    return REF_BLANK;
  }
  bool json = strncmp(format, "json", 4) == 0, columns = true;
  const char *path = json && format[4] == ':' ? format + 5 : "status";
  int says;
  if (json) {
    says = ref_json(s, n, 0, path);
    columns = false;
  } else if (strcmp(format, "w3c") == 0) {
    says = ref_w3c(r, s, n);
  } else if (strncmp(format, "csv:", 4) == 0) {
    says = ref_column(s, n, ',', atoi(format + 4));
  } else if (strncmp(format, "tsv:", 4) == 0) {
    says = ref_column(s, n, '\t', atoi(format + 4));
  } else if (strncmp(format, "space:", 6) == 0) {
    says = ref_column(s, n, ' ', atoi(format + 6));
  } else if (strcmp(format, "alb") == 0) {
    says = ref_column(s, n, ' ', 9);
  } else if (strncmp(format, "nginx:", 6) == 0) {
    says = ref_as_combined(format) ? ref_combined(s, n) : ref_nginx(s, n, format + 6);
    columns = false;
  } else {
    says = ref_combined(s, n);
    columns = false;
  }
  if (says != REF_UNPARSED) {
    return says;
  }
  size_t brace = 0;
  while (json && brace < n && s[brace] != '{') {
    brace++;
  }
  int code = json && brace < n ? ref_json(s, n, brace, path) : REF_UNPARSED;
  return code > 0 ? REF_RECOVERED + code : ref_recover(s, n, columns);
}

/* Tallies a whole log. */
static inline void ref_log(reference *r, const char *format, const char *log, size_t length)
{
  memset(r, 0, sizeof *r);
  for (size_t start = 0; start < length;) {
    size_t end = start;
    while (end < length && log[end] != '\n') {
      end++;
    }
    int says = ref_line(r, format, log + start, end - start);
    r->lines++;
    if (says == REF_BLANK) {
      r->blank++;
    } else if (says == REF_UNPARSED) {
      if (r->unparsed < 8) {
        r->unparsed_at[r->unparsed] = start;
      }
      r->unparsed++;
    } else if (says == REF_NONE) {
      r->no_status++;
    } else {
      r->recovered += says > REF_RECOVERED;
      r->counts[says % REF_RECOVERED]++;
    }
    start = end + 1;
  }
}

#endif
