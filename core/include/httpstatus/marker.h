/*
 * Markers: what stands where a status code is due and is none. Logs write "-" or 000 when there was no response, tools
 * print numbers of their own, and some code lists hold values of other fields.
 */
#ifndef HTTPSTATUS_MARKER_H
#define HTTPSTATUS_MARKER_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"
#include "field.h"
#include "registry.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What one program writes. Owned by the library and reached by pointer: members may be added. */
typedef struct httpstatus_marker {
  const char *const *texts; /* how it is written; examples where the spellings have no end */
  size_t n_texts;
  int first;           /* the numbers it takes, from first to last; none if last is less than first */
  int last;
  const char *where;   /* the program and the field, in words */
  const char *meaning; /* one sentence */
  httpstatus_evidence evidence;
  const char *source;
} httpstatus_marker;

/* The marker after this one, the first one for NULL. NULL at the end. */
HTTPSTATUS_API const httpstatus_marker *httpstatus_next_marker(const httpstatus_marker *marker);

/* Is the marker written so, to the letter? */
HTTPSTATUS_API bool httpstatus_marker_has_text(const httpstatus_marker *marker, const char *text, size_t length);

/* Does the marker take this number? */
HTTPSTATUS_API bool httpstatus_marker_has_number(const httpstatus_marker *marker, int number);

/* The descriptors of httpstatus_marker; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_marker_fields(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
