/* From text to a status: everything that people, programs and logs write where a status code is due. */
#ifndef HTTPSTATUS_PARSE_H
#define HTTPSTATUS_PARSE_H

#include <stddef.h>

#include "export.h"
#include "registry.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a text turned out to be. */
typedef enum httpstatus_parse_kind {
  HTTPSTATUS_PARSE_KIND_CODE,        /* "404" */
  HTTPSTATUS_PARSE_KIND_CODE_PHRASE, /* "404 Not Found", with whatever phrase */
  HTTPSTATUS_PARSE_KIND_STATUS_LINE, /* "HTTP/1.1 404 Not Found", "HTTP/2 404" */
  HTTPSTATUS_PARSE_KIND_NAME,        /* "NOT_FOUND", "payload_too_large": a name or former name */
  HTTPSTATUS_PARSE_KIND_PHRASE,      /* "Not Found", "Request Entity Too Large": a phrase or former phrase */
  HTTPSTATUS_PARSE_KIND_NO_STATUS    /* "-" "0" "000" "009" "-1": what logs write when there was no status */
} httpstatus_parse_kind;

/* Fixed for ever. version and phrase lead into the text that was parsed and are not terminated. */
typedef struct httpstatus_parsed {
  int code; /* 0 for NO_STATUS */
  httpstatus_parse_kind kind;
  const char *version; /* STATUS_LINE: "1.1", "2"; else NULL */
  size_t version_length;
  const char *phrase; /* CODE_PHRASE and STATUS_LINE with a phrase; else NULL */
  size_t phrase_length;
} httpstatus_parsed;

/*
 * Reads text. Spaces and tabs around it and a line end after it are ignored. A code has three digits; a status line is
 * that of RFC 9112 Section 4, or one without a minor version as tools print it for HTTP/2; a phrase may hold any bytes
 * but control characters. A name or phrase stands for the first row that is called so (httpstatus_find).
 *
 * Returns 0, or HTTPSTATUS_E_EMPTY, E_DIGITS, E_STATUS_LINE, E_CONTROL or E_NAME. After an error parsed is left as it
 * was, and *position, unless position is NULL, is the offset in text at which it stops making sense.
 */
HTTPSTATUS_API int httpstatus_parse(const char *text, size_t length, httpstatus_parsed *parsed, size_t *position);

/*
 * Writes for a person why a text was refused, by httpstatus_parse or any other function that tells the position, and
 * what may have been meant. Of a long text the part around the position is shown; bytes that are not printable ASCII
 * are shown as "?". Returns the length of the whole message.
 */
HTTPSTATUS_API int httpstatus_parse_message(int error, const char *text, size_t length, size_t position,
                                            char *buffer, size_t size);

/* The most rows that a search finds. */
enum { HTTPSTATUS_SEARCH_MAX = 16 };

/*
 * The rows that free text may mean, the best first: words of names, phrases, vendors and summaries, numbers and
 * families, with slips of the pen forgiven in names. Writes at most capacity rows and HTTPSTATUS_SEARCH_MAX and returns
 * how many it wrote. Unlike httpstatus_find it guesses.
 */
HTTPSTATUS_API size_t httpstatus_search(const char *text, size_t length, const httpstatus_row **rows, size_t capacity);

/* The word for a kind: "code" "code_phrase" "status_line" "name" "phrase" "no_status". */
HTTPSTATUS_API const char *httpstatus_parse_kind_word(httpstatus_parse_kind value);
HTTPSTATUS_API int httpstatus_parse_kind_from_word(const char *word, size_t length, httpstatus_parse_kind *value);

#ifdef __cplusplus
}
#endif

#endif
