/* Inside the core: what every function that reads text, byte by byte, starts from. */
#ifndef HTTPSTATUS_READER_H
#define HTTPSTATUS_READER_H

#include <stdbool.h>
#include <stddef.h>

/* What is left of a text; start is where the whole of it begins, so that positions can be told. */
typedef struct httpstatus__reader {
  const char *start;
  const char *at;
  const char *end;
} httpstatus__reader;

static inline httpstatus__reader httpstatus__reader_of(const char *text, size_t length)
{
  if (text == NULL) {
    text = "";
    length = 0;
  }
  return (httpstatus__reader){text, text, text + length};
}

static inline bool httpstatus__is_blank(char c)
{
  return c == ' ' || c == '\t';
}

static inline bool httpstatus__is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static inline bool httpstatus__next_is(const httpstatus__reader *in, char c)
{
  return in->at < in->end && *in->at == c;
}

static inline bool httpstatus__next_is_digit(const httpstatus__reader *in)
{
  return in->at < in->end && httpstatus__is_digit(*in->at);
}

/* Takes the blanks off the start of what is left. */
static inline void httpstatus__skip_blanks(httpstatus__reader *in)
{
  while (in->at < in->end && httpstatus__is_blank(*in->at)) {
    in->at++;
  }
}

/* Takes the blanks off its end. */
static inline void httpstatus__drop_blanks(httpstatus__reader *in)
{
  while (in->at < in->end && httpstatus__is_blank(in->end[-1])) {
    in->end--;
  }
}

#endif
