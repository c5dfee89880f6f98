/* What every test in C starts from. The headers before cmocka.h are those it asks for. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <httpstatus.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define FOR_EACH_ROW(row) \
  for (const httpstatus_row *row = httpstatus_next(NULL); row != NULL; row = httpstatus_next(row))

/* A copy in a block of just its length, without a NUL, so that the sanitizer sees a read past the end. */
static inline char *exact(const char *text, size_t length)
{
  char *copy = calloc(length, 1);
  if (length > 0) {
    assert_non_null(copy);
    memcpy(copy, text, length);
  }
  return copy;
}

/* A block of one character many times over. */
static inline char *repeated(char c, size_t length)
{
  char *text = malloc(length);
  assert_non_null(text);
  memset(text, c, length);
  return text;
}

/* Is it text that can be printed and sent anywhere: ASCII, and not empty? */
static inline bool is_printable(const char *text)
{
  if (text == NULL || *text == '\0') {
    return false;
  }
  while (*text >= ' ' && *text <= '~') {
    text++;
  }
  return *text == '\0';
}

#endif
