/* Text for a person: what a status means, what to do about it, and how two of them differ. */
#ifndef HTTPSTATUS_EXPLAIN_H
#define HTTPSTATUS_EXPLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum httpstatus_format {
  HTTPSTATUS_FORMAT_TEXT,     /* plain, wrapped to the width */
  HTTPSTATUS_FORMAT_MARKDOWN, /* CommonMark, not wrapped; sections are links */
  HTTPSTATUS_FORMAT_JSON      /* one line; all there is, whether full or not */
} httpstatus_format;

/* Whom the text is for. */
typedef enum httpstatus_role {
  HTTPSTATUS_ROLE_ANY,
  HTTPSTATUS_ROLE_CLIENT, /* who received the status */
  HTTPSTATUS_ROLE_SERVER  /* who sends it */
} httpstatus_role;

/* Zeroes are the defaults. Members may be added: set size to sizeof(httpstatus_explain_options). */
typedef struct httpstatus_explain_options {
  size_t size;
  httpstatus_format format;
  httpstatus_role role;
  bool full;          /* all there is; else the short answer of eight lines or so */
  int width;          /* columns of TEXT: 20 to 1000, 0 for 80. A word that is longer is not broken. */
  const char *vendor; /* the meaning of this owner first; NULL or length 0 for the primary one */
  size_t vendor_length;
  const char *method; /* tell what the method of the request changes; NULL or length 0 for none */
  size_t method_length;
} httpstatus_explain_options;

/* Grows when a member of the JSON goes or changes meaning; a new member is no reason. */
enum { HTTPSTATUS_EXPLAIN_SCHEMA = 1 };

/*
 * Explains any int: a known code with all its owners, the registered meaning first; an unassigned or invalid one with
 * what to take it for (RFC 9110 Section 15), and other things that the number can be. options may be NULL. Text and
 * Markdown end with a line end. Returns the length of the whole text, HTTPSTATUS_E_VENDOR if no row of any number is
 * this vendor's, or HTTPSTATUS_E_WIDTH; after an error nothing is written.
 */
HTTPSTATUS_API int httpstatus_explain(int code, const httpstatus_explain_options *options, char *buffer, size_t size);

/*
 * Explains whatever httpstatus_parse takes, and what markers are written as: "404 Not Found", "payload too large", "-",
 * "000", "404.13". Returns what httpstatus_explain does, or the error of httpstatus_parse, and then *position is set as
 * there unless it is NULL.
 */
HTTPSTATUS_API int httpstatus_explain_text(const char *text, size_t length, const httpstatus_explain_options *options,
                                           char *buffer, size_t size, size_t *position);

/*
 * Two codes side by side: what each says, how to choose between them, and what differs. vendor and role choose what is
 * told as in httpstatus_explain; full and method are not read. Returns what httpstatus_explain does.
 */
HTTPSTATUS_API int httpstatus_compare(int a, int b, const httpstatus_explain_options *options, char *buffer,
                                      size_t size);

/* The word for a value ("text" "markdown" "json"; "any" "client" "server"), and back. */
HTTPSTATUS_API const char *httpstatus_format_word(httpstatus_format value);
HTTPSTATUS_API const char *httpstatus_role_word(httpstatus_role value);
HTTPSTATUS_API int httpstatus_format_from_word(const char *word, size_t length, httpstatus_format *value);
HTTPSTATUS_API int httpstatus_role_from_word(const char *word, size_t length, httpstatus_role *value);

#ifdef __cplusplus
}
#endif

#endif
