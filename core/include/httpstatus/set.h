/*
 * Sets of status codes: those that a rule is about, written as people write them and asked as fast as a bit is read.
 * And the keys of maps from statuses to anything.
 */
#ifndef HTTPSTATUS_SET_H
#define HTTPSTATUS_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A set can hold the codes from 0 to SET_CODES - 1, and a buffer of SET_TEXT bytes any set as text. */
enum { HTTPSTATUS_SET_CODES = 1000, HTTPSTATUS_SET_TEXT = 2594 };

/*
 * A set of codes, owned by the caller and fixed for ever: code c is bit c % 64 of word c / 64, and the bits from 1000
 * on are zero. All zero is the empty set.
 */
typedef struct httpstatus_set {
  uint64_t words[16];
} httpstatus_set;

/* Does the set hold the code? Takes any int. */
static inline bool httpstatus_set_contains(const httpstatus_set *set, int code)
{
  return (unsigned)code < HTTPSTATUS_SET_CODES && (set->words[code / 64] >> code % 64 & 1) != 0;
}

/* Puts a code in; false, and nothing is done, if it is not one that a set can hold. */
static inline bool httpstatus_set_add(httpstatus_set *set, int code)
{
  if ((unsigned)code >= HTTPSTATUS_SET_CODES) {
    return false;
  }
  set->words[code / 64] |= UINT64_C(1) << code % 64;
  return true;
}

/*
 * Reads a set: items separated by commas, taken from left to right. An item adds its codes, or with "!" before it takes
 * them out. The start is the empty set, but all codes if the first item has a "!". Spaces and tabs around items are
 * ignored. Items are
 *
 *   404          a code, 0 to 999
 *   301-308      a range, both ends in it
 *   4xx, 4XX     all codes with that many hundreds
 *   @error       codes of which httpstatus_is_error holds; likewise @registered and @known
 *   @retryable   codes that httpstatus_retry lets a client repeat if it asked with GET and nothing else is known
 *   @null_body   the null body statuses of the Fetch Standard, with which a browser's Response takes no content; what
 *                HTTP says of each is httpstatus_content
 *   @success     codes of that category, by its word: also @informational, @redirection, @client_error,
 *                @server_error and @invalid
 *   @vendor:ID   codes that have a row of that vendor
 *
 * Returns 0, or HTTPSTATUS_E_EMPTY (no text at all), E_ITEM (none of the above, or nothing between commas), E_RANGE (it
 * ends before it begins) or E_SET (no set is called so). After an error *set is left as it was, and *position, unless
 * position is NULL, is the offset in text at which it stops making sense: for E_RANGE and E_SET that of the range or
 * name. httpstatus_parse_message tells it.
 */
HTTPSTATUS_API int httpstatus_set_parse(const char *text, size_t length, httpstatus_set *set, size_t *position);

/*
 * Writes a set as text that reads as the same set: its runs of codes from the lowest up, "4xx" for one that is all of
 * a hundred, "301-308" for any other of several codes. Equal sets have equal texts. The empty set is "!0-999". Returns
 * the length of the whole text.
 */
HTTPSTATUS_API int httpstatus_set_text(const httpstatus_set *set, char *buffer, size_t size);

/* The codes that are in either set, in both, in the first only, and not in the set. */
HTTPSTATUS_API httpstatus_set httpstatus_set_union(const httpstatus_set *a, const httpstatus_set *b);
HTTPSTATUS_API httpstatus_set httpstatus_set_intersection(const httpstatus_set *a, const httpstatus_set *b);
HTTPSTATUS_API httpstatus_set httpstatus_set_difference(const httpstatus_set *a, const httpstatus_set *b);
HTTPSTATUS_API httpstatus_set httpstatus_set_complement(const httpstatus_set *set);

HTTPSTATUS_API bool httpstatus_set_equal(const httpstatus_set *a, const httpstatus_set *b);

/* How many codes it holds. */
HTTPSTATUS_API int httpstatus_set_count(const httpstatus_set *set);

/* The lowest code in the set above the one given, which may be any int; -1 if there is none. The first is above -1. */
HTTPSTATUS_API int httpstatus_set_next(const httpstatus_set *set, int code);

/*
 * Maps with the keys that OpenAPI gives to responses: a code, a family ("4XX"), or "default". The most specific key
 * that fits a code answers for it. A map is an array of HTTPSTATUS_MAP_SLOTS of whatever it maps to:
 *
 *   int slot = httpstatus_map_first(code);
 *   while (slot >= 0 && values[slot] == NULL) {
 *     slot = httpstatus_map_next(slot);
 *   }
 */
enum { HTTPSTATUS_MAP_SLOTS = HTTPSTATUS_SET_CODES + 11 };

/* The slot of a key, or HTTPSTATUS_E_KEY, with the position as above. Letter case counts in "default" only. */
HTTPSTATUS_API int httpstatus_map_key(const char *text, size_t length, size_t *position);

/* The slot to look at first for a code: its own; that of "default" for an int which is no code that a set can hold. */
HTTPSTATUS_API int httpstatus_map_first(int code);

/* The slot to look at when one is empty: that of the code's family, then that of "default", then -1. */
HTTPSTATUS_API int httpstatus_map_next(int slot);

#ifdef __cplusplus
}
#endif

#endif
