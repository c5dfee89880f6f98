/* Inside the core: text into a caller's buffer as snprintf does it, where what does not fit is counted, not written. */
#ifndef HTTPSTATUS_OUT_H
#define HTTPSTATUS_OUT_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct httpstatus__out {
  char *buffer;
  size_t size;
  size_t length; /* of the whole text so far */
} httpstatus__out;

static inline void httpstatus__put_n(httpstatus__out *out, const char *text, size_t length)
{
  if (out->length < out->size) {
    size_t room = out->size - out->length;
    memcpy(out->buffer + out->length, text, length < room ? length : room);
  }
  out->length += length;
}

static inline void httpstatus__put(httpstatus__out *out, const char *text)
{
  httpstatus__put_n(out, text, strlen(text));
}

static inline void httpstatus__put_int(httpstatus__out *out, int64_t value)
{
  char digits[20];
  size_t at = sizeof digits;
  uint64_t rest = value < 0 ? 0u - (uint64_t)value : (uint64_t)value;
  do {
    digits[--at] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0) {
    digits[--at] = '-';
  }
  httpstatus__put_n(out, digits + at, sizeof digits - at);
}

/*
 * A piece of text of the caller for a person: its start, with "?" for what is not printable ASCII, and "..." for what
 * is left out.
 */
enum { HTTPSTATUS__SHOWN = 40 };
static inline void httpstatus__shown(const char *text, size_t length, char shown[HTTPSTATUS__SHOWN + 4])
{
  size_t n = text == NULL ? 0 : length < HTTPSTATUS__SHOWN ? length : HTTPSTATUS__SHOWN;
  for (size_t i = 0; i < n; i++) {
    shown[i] = text[i] >= ' ' && text[i] <= '~' ? text[i] : '?';
  }
  strcpy(shown + n, text != NULL && n < length ? "..." : "");
}

/* Terminates the text and returns its length, NUL not counted. */
static inline int httpstatus__end(httpstatus__out *out)
{
  if (out->size > 0) {
    out->buffer[out->length < out->size ? out->length : out->size - 1] = '\0';
  }
  return out->length < INT_MAX ? (int)out->length : INT_MAX;
}

#endif
