/* What may be done with a status: decisions from the code, the method and the fields. */
#ifndef HTTPSTATUS_ADVICE_H
#define HTTPSTATUS_ADVICE_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Whether a response has content (RFC 9110 Section 6.4.1, RFC 9112 Section 6.3). */
typedef enum httpstatus_content_rule {
  HTTPSTATUS_CONTENT_RULE_NONE,          /* it ends with the header section, whatever its fields say */
  HTTPSTATUS_CONTENT_RULE_TUNNEL,        /* the connection is a tunnel after the header section (9.3.6) */
  HTTPSTATUS_CONTENT_RULE_MUST_BE_EMPTY, /* none may be sent, but a recipient reads what the fields announce (15.3.6) */
  HTTPSTATUS_CONTENT_RULE_ALLOWED,       /* it may have content, possibly of length zero */
  HTTPSTATUS_CONTENT_RULE_UNKNOWN        /* that depends on the method, which was not given */
} httpstatus_content_rule;

/*
 * Whether the response with this code to a request with this method has content. method may be NULL or empty for not
 * given; an unrecognised method is like GET, since no method can change how responses are read (16.1.2).
 */
HTTPSTATUS_API httpstatus_content_rule httpstatus_content(int code, const char *method, size_t length);

/* May it have content, or is followed by a tunnel? True for ALLOWED, TUNNEL and UNKNOWN. */
HTTPSTATUS_API bool httpstatus_may_have_content(int code, const char *method, size_t length);

/* The word for a rule: "none" "tunnel" "must_be_empty" "allowed" "unknown". */
HTTPSTATUS_API const char *httpstatus_content_rule_word(httpstatus_content_rule value);
HTTPSTATUS_API int httpstatus_content_rule_from_word(const char *word, size_t length, httpstatus_content_rule *value);

#ifdef __cplusplus
}
#endif

#endif
