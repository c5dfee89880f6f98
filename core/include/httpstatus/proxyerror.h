/*
 * The error types of the Proxy-Status field (RFC 9209 Section 2.3): what an intermediary says went wrong between it and
 * the next hop, and the status code that is recommended for its response.
 */
#ifndef HTTPSTATUS_PROXYERROR_H
#define HTTPSTATUS_PROXYERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An error type. Owned by the library and reached by pointer: members may be added. */
typedef struct httpstatus_proxy_error {
  const char *type; /* the token after "error=": "dns_timeout" */
  int status;       /* the recommended status code; 0 where the case decides, which description tells */
  const char *description;
  const char *const *parameters; /* further parameters of the field that the type has */
  size_t n_parameters;
  bool only_generated; /* only in responses that the intermediary made itself; else also in those it passed on */
  const char *section; /* of RFC 9209 */
} httpstatus_proxy_error;

/* The error type of this name, to the letter; NULL for another text. */
HTTPSTATUS_API const httpstatus_proxy_error *httpstatus_proxy_status_type(const char *name, size_t length);

/* The row after this one, the first one for NULL. NULL at the end. */
HTTPSTATUS_API const httpstatus_proxy_error *httpstatus_next_proxy_error(const httpstatus_proxy_error *row);

/* The descriptors of httpstatus_proxy_error; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_proxy_error_fields(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
