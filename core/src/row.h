/* Inside the core: the lookup that every room above the registry starts from. */
#ifndef HTTPSTATUS_ROW_H
#define HTTPSTATUS_ROW_H

#include <stdatomic.h>
#include <stdbool.h>

#include "httpstatus/registry.h"

enum { HTTPSTATUS__CODES = 1000 };

/* Where RFCs are read, up to the number: then come ".html" and perhaps "#section-" or "#appendix-" and the section. */
#define HTTPSTATUS__RFC_URL "https://www.rfc-editor.org/rfc/rfc"

/* The primary row of each number, NULL for none. A row that is added to the copy fills a place that is NULL. */
extern _Atomic(const httpstatus_row *) httpstatus__by_code[HTTPSTATUS__CODES];

static inline const httpstatus_row *httpstatus__primary(int code)
{
  return (unsigned)code < HTTPSTATUS__CODES
           ? atomic_load_explicit(&httpstatus__by_code[code], memory_order_acquire)
           : NULL;
}

/* A cache need not know a final status to store it; what is none it does not store. */
#define HTTPSTATUS__STORAGE_OF(code) \
  ((code) < 200 || (code) > 599 ? HTTPSTATUS_STORAGE_NONE : HTTPSTATUS_STORAGE_EXPLICIT)

/* A row that was added. The row comes first, so that a pointer to it leads to the rest. */
typedef struct httpstatus__added {
  httpstatus_row row;
  bool new_vendor; /* no earlier row is of its vendor */
  _Atomic(struct httpstatus__added *) next;
} httpstatus__added;

/*
 * Puts a row behind all others and makes it visible to every thread. 0, or the error of httpstatus_register for a row
 * that may not stand beside those that there are; the caller keeps it then.
 */
int httpstatus__append(httpstatus__added *added);

#endif
