/* Problem details (RFC 9457): what an API puts into the content of an error, as JSON that programs can read. */
#ifndef HTTPSTATUS_PROBLEM_H
#define HTTPSTATUS_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The Content-Type of a response with problem details in JSON (Section 3). */
#define HTTPSTATUS_PROBLEM_MEDIA_TYPE "application/problem+json"

/*
 * The members that follow from the code: the problem is no other than what the status says (Section 4.2.1). Passed by
 * value; fixed for ever.
 */
typedef struct httpstatus_problem_members {
  const char *type;  /* "about:blank" */
  const char *title; /* what httpstatus_reason gives */
  int status;
} httpstatus_problem_members;

HTTPSTATUS_API httpstatus_problem_members httpstatus_problem(int code);

/* The descriptors of httpstatus_problem_members; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_problem_fields(size_t *count);

/* An extension member (Section 3.2). Fixed for ever. */
typedef struct httpstatus_problem_member {
  const char *name;
  size_t name_length;
  const char *value; /* text */
  size_t value_length;
  bool json; /* value is JSON already and is put in as it is, unread */
} httpstatus_problem_member;

/*
 * What else a problem says. Zeroes are the defaults; a text that is NULL is left out. Members may be added: set size to
 * sizeof(httpstatus_problem_options).
 */
typedef struct httpstatus_problem_options {
  size_t size;
  const char *type; /* a URI for a kind of problem of one's own; then there is no title but the one given here */
  size_t type_length;
  const char *title;
  size_t title_length;
  const char *detail; /* what went wrong this time, for a person */
  size_t detail_length;
  const char *instance; /* a URI for this one occurrence */
  size_t instance_length;
  const httpstatus_problem_member *members;
  size_t n_members;
} httpstatus_problem_options;

/*
 * Writes problem details for any int as one line of JSON, without a line end: type, title, status, detail and instance
 * where there are any, then the members in their order. options may be NULL. Texts are UTF-8; U+FFFD stands for each
 * byte that is none. Returns the length of the whole text, or HTTPSTATUS_E_MEMBER and then nothing is written: a member
 * has no name, or that of another member or of one named above.
 */
HTTPSTATUS_API int httpstatus_problem_json(int code, const httpstatus_problem_options *options, char *buffer,
                                           size_t size);

#ifdef __cplusplus
}
#endif

#endif
