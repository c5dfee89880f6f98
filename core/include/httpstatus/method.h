/* Request methods: the properties that decide what may be done again (RFC 9110 Section 9.2). */
#ifndef HTTPSTATUS_METHOD_H
#define HTTPSTATUS_METHOD_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Passed by value; fixed for ever. */
typedef struct httpstatus_method_info {
  bool safe;       /* the client asks for no change (9.2.1) */
  bool idempotent; /* asking twice intends no more than asking once (9.2.2); every safe method is */
  bool cacheable;  /* its specification lets a response be stored for reuse, under conditions (9.2.3) */
  bool known;      /* in the IANA method registry; when false, so are the others */
} httpstatus_method_info;

/* The properties of a method. Names are case-sensitive (9.1): "get" is not known. */
HTTPSTATUS_API httpstatus_method_info httpstatus_method(const char *name, size_t length);

/* The descriptors of httpstatus_method_info; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_method_fields(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
