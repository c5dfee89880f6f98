/* Inside the core: text as names are compared, without what does not count. */
#ifndef HTTPSTATUS_FOLD_H
#define HTTPSTATUS_FOLD_H

#include <stddef.h>

#include "reader.h"

/* More than the longest folded name or phrase, to which a test holds the rows: a longer text names nothing. */
enum { HTTPSTATUS__FOLDED = 96 };

/* Lower case, without spaces, "_" and "-". Returns the length, or HTTPSTATUS__FOLDED if the text does not fit. */
size_t httpstatus__fold(const char *text, size_t length, char folded[HTTPSTATUS__FOLDED]);

/* A letter of ASCII in lower case, any other byte as it is; in no locale, and without a branch to be guessed wrong. */
static inline char httpstatus__lower(char c)
{
  return (char)(c + ((unsigned char)(c - 'A') < 26) * ('a' - 'A'));
}

#endif
