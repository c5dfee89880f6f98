/*
 * Status codes in bulk: arrays of them, classified and counted at about the speed of memory.
 *
 * An array has n native integers of width bytes each: 2, 4 or 8, signed or not. A number outside 0 to 999 is out of
 * range in either case, so the sign makes no difference. Arrays with nulls have a bitmap as in Apache Arrow: element i
 * is there if bit (offset + i) % 8 of byte (offset + i) / 8 of valid is set. Without nulls valid is NULL and offset 0.
 */
#ifndef HTTPSTATUS_BULK_H
#define HTTPSTATUS_BULK_H

#include <stddef.h>
#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  HTTPSTATUS_BULK_CODES = 1000,  /* counts of 0 to 999 */
  HTTPSTATUS_BULK_CATEGORIES = 6 /* counts of each httpstatus_category */
};

/* Counts of codes; set it to zeros before the first array. Fixed for ever. */
typedef struct httpstatus_code_counts {
  uint64_t codes[HTTPSTATUS_BULK_CODES];
  uint64_t out_of_range; /* numbers outside 0 to 999 */
  uint64_t nulls;
} httpstatus_code_counts;

/*
 * Writes the httpstatus_category of each element to categories, as httpstatus_classify tells it: 1 to 5 for 100 to 599,
 * 0 for any other number, and 0 for nulls. Returns 0, or HTTPSTATUS_E_BULK_WIDTH for a width that is not 2, 4 or 8.
 */
HTTPSTATUS_API int httpstatus_classify_codes(const void *codes, size_t width, size_t n, const uint8_t *valid,
                                             size_t offset, uint8_t *categories);

/* Adds to counts how often each code occurs. Returns as httpstatus_classify_codes. */
HTTPSTATUS_API int httpstatus_count_codes(const void *codes, size_t width, size_t n, const uint8_t *valid,
                                          size_t offset, httpstatus_code_counts *counts);

/*
 * Adds to counts, which has HTTPSTATUS_BULK_CATEGORIES elements, how often each category occurs, and to *nulls, unless
 * it is NULL, how many elements are null. Faster than counting codes. Returns as httpstatus_classify_codes.
 */
HTTPSTATUS_API int httpstatus_count_categories(const void *codes, size_t width, size_t n, const uint8_t *valid,
                                               size_t offset, uint64_t *counts, uint64_t *nulls);

#ifdef __cplusplus
}
#endif

#endif
