/*
 * What a number tells by itself (RFC 9110 Section 15), row or no row, and the text to send or print for it.
 * Every function here answers for every int.
 */
#ifndef HTTPSTATUS_CLASSIFY_H
#define HTTPSTATUS_CLASSIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"
#include "registry.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The class of a status code; the value is its first digit. */
typedef enum httpstatus_category {
  HTTPSTATUS_CATEGORY_INVALID, /* outside 100 to 599 */
  HTTPSTATUS_CATEGORY_INFORMATIONAL,
  HTTPSTATUS_CATEGORY_SUCCESS,
  HTTPSTATUS_CATEGORY_REDIRECTION,
  HTTPSTATUS_CATEGORY_CLIENT_ERROR,
  HTTPSTATUS_CATEGORY_SERVER_ERROR
} httpstatus_category;

HTTPSTATUS_API httpstatus_category httpstatus_classify(int code);

/* The category as digits: "1xx" to "5xx", or "invalid". */
HTTPSTATUS_API const char *httpstatus_family(int code);

/* Is the code in 100 to 599? */
HTTPSTATUS_API bool httpstatus_is_valid(int code);

/* Does the IANA registry list it, assigned, temporary, reserved or obsoleted? */
HTTPSTATUS_API bool httpstatus_is_registered(int code);

/* Has it a row, registered or of a vendor? */
HTTPSTATUS_API bool httpstatus_is_known(int code);

/* Has it rows of several owners? */
HTTPSTATUS_API bool httpstatus_is_ambiguous(int code);

/*
 * The code to act on (Section 15): itself if registered, x00 of its class if not, 500 outside 100 to 599. Rows of
 * vendors never change it.
 */
HTTPSTATUS_API int httpstatus_effective(int code);

/* Is the effective code 400 or above? Codes outside 100 to 599 are errors. */
HTTPSTATUS_API bool httpstatus_is_error(int code);

/*
 * A reason phrase that is safe to send: never NULL or empty, printable ASCII. The phrase of the primary row; without
 * one the last phrase the number had; without that "Unassigned", or "Invalid" outside 100 to 599.
 */
HTTPSTATUS_API const char *httpstatus_reason(int code);

/*
 * A short text to print for a code, never empty: "404 Not Found", "418 I'm a Teapot (reserved)", "499 Client Closed
 * Request (nginx)", "463 (aws-elb)", "299 (unassigned 2xx)", "700 (invalid)". A vendor is named when the primary row
 * is a vendor's, and a registration when it is not a plain assignment. Returns the length of the whole text.
 */
HTTPSTATUS_API int httpstatus_label(int code, char *buffer, size_t size);

/* The same for one row, which is not NULL: it need not be the primary row of its number. */
HTTPSTATUS_API int httpstatus_row_label(const httpstatus_row *row, char *buffer, size_t size);

/*
 * A status line (RFC 9112 Section 4) without its CRLF: "HTTP/1.1 404 Not Found". version is "1." and one digit, "1.1"
 * for empty text. Takes any code of three digits. Returns the length of the whole text, or HTTPSTATUS_E_CODE or
 * HTTPSTATUS_E_VERSION, and then writes nothing.
 */
HTTPSTATUS_API int httpstatus_status_line(int code, const char *version, size_t length, char *buffer, size_t size);

/* The word for a category: "invalid" "informational" "success" "redirection" "client_error" "server_error". */
HTTPSTATUS_API const char *httpstatus_category_word(httpstatus_category value);
HTTPSTATUS_API int httpstatus_category_from_word(const char *word, size_t length, httpstatus_category *value);

#ifdef __cplusplus
}
#endif

#endif
