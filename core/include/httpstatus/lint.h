/*
 * Is this response right? Rules over one response head, each with the sections it rests on.
 *
 * Everything is decided from what the caller knows: the status and the field lines, and, where given, the version and
 * parts of the request. A rule that needs to know more stays silent rather than guess, and httpstatus_lint_skipped
 * tells which rules did and for want of what. The time a call takes grows with the length of its input and no faster.
 */
#ifndef HTTPSTATUS_LINT_H
#define HTTPSTATUS_LINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "export.h"
#include "field.h"
#include "message.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How much a finding matters. */
typedef enum httpstatus_lint_severity {
  HTTPSTATUS_LINT_SEVERITY_NOTE,    /* allowed, and worth knowing */
  HTTPSTATUS_LINT_SEVERITY_WARNING, /* against a SHOULD or a defined meaning, or a MUST whose premise no head shows */
  HTTPSTATUS_LINT_SEVERITY_ERROR    /* against a MUST or MUST NOT, or off a grammar */
} httpstatus_lint_severity;

/* Where the head was taken. */
typedef enum httpstatus_lint_profile {
  HTTPSTATUS_LINT_PROFILE_WIRE, /* as it was sent */
  HTTPSTATUS_LINT_PROFILE_APP   /* as an application made it, before a server adds Date and framing */
} httpstatus_lint_profile;

typedef enum httpstatus_lint_version {
  HTTPSTATUS_LINT_VERSION_UNKNOWN,
  HTTPSTATUS_LINT_VERSION_1_0,
  HTTPSTATUS_LINT_VERSION_1_1,
  HTTPSTATUS_LINT_VERSION_2,
  HTTPSTATUS_LINT_VERSION_3
} httpstatus_lint_version;

/* What a rule can lack. */
typedef enum httpstatus_lint_input {
  HTTPSTATUS_LINT_INPUT_METHOD,
  HTTPSTATUS_LINT_INPUT_VERSION,
  HTTPSTATUS_LINT_INPUT_REQUEST_VERSION,
  HTTPSTATUS_LINT_INPUT_REQUEST_FIELDS,
  HTTPSTATUS_LINT_INPUT_REPEATS /* the lines as they were, before lines of one name were merged */
} httpstatus_lint_input;

/* A response head, and what is known of the request. Zero means not known; pseudo-header fields are left out. */
typedef struct httpstatus_lint_head {
  size_t size; /* sizeof(httpstatus_lint_head) */
  int status;  /* any int */
  const httpstatus_field_line *lines; /* in the order in which they were received */
  size_t n_lines;
  bool merged; /* lines of one name may have been merged into one */
  httpstatus_lint_version version;
  httpstatus_lint_version request_version;
  const char *method; /* NULL for not known; case-sensitive */
  size_t method_length;
  bool request_known; /* request_lines are the request's fields, perhaps none */
  const httpstatus_field_line *request_lines;
  size_t n_request_lines;
} httpstatus_lint_head;

/* A rule. Owned by the library and reached by pointer: members may be added. Strings are printable ASCII. */
typedef struct httpstatus_lint_rule {
  const char *id; /* "redirect-no-location": lower case, digits and "-" */
  httpstatus_lint_severity severity; /* of its findings; the worst, where they differ */
  bool pedantic;  /* off unless asked for, because it is noisy */
  bool wire_only; /* off in the profile of applications */
  const char *sections; /* "RFC 9110 15.4.2, 15.4.3; RFC 9111 3", the most telling first */
  const char *summary;   /* what is wrong, in one sentence */
  const char *rationale; /* why it matters */
  const char *fix;       /* what to do about it */
} httpstatus_lint_rule;

/* Which rules are on. Make one with httpstatus_lint_select. Fixed for ever. */
typedef struct httpstatus_lint_set {
  uint64_t bits[4];
} httpstatus_lint_set;

/* Stands for no line in a finding that is about the head as a whole. */
#define HTTPSTATUS_LINT_NO_LINE ((size_t)-1)

/* A finding. Fixed for ever. */
typedef struct httpstatus_lint_finding {
  const httpstatus_lint_rule *rule;
  httpstatus_lint_severity severity;
  size_t line;         /* index of the field line, or HTTPSTATUS_LINT_NO_LINE */
  const char *message; /* httpstatus_lint_message makes text of it */
  const char *text;    /* the offending part; leads into the caller's text and is not terminated; NULL for none */
  size_t length;
} httpstatus_lint_finding;

/* A rule that stayed silent because it lacked an input. Fixed for ever. */
typedef struct httpstatus_lint_skip {
  const httpstatus_lint_rule *rule;
  httpstatus_lint_input input;
} httpstatus_lint_skip;

/* Rule i in the order in which findings are told, from 0. NULL past the end. */
HTTPSTATUS_API const httpstatus_lint_rule *httpstatus_lint_rule_at(size_t i);

/* The rule with this id, or NULL. */
HTTPSTATUS_API const httpstatus_lint_rule *httpstatus_lint_find_rule(const char *id, size_t length);

/*
 * Turns rules on and off: those that are on by default in this profile, pedantic ones too if asked for, and then what
 * text says: items separated by commas, blanks around them ignored, from left to right. An item is the id of a rule,
 * "@all", or a severity as "@error", "@warning", "@note", and turns rules on; with "!" in front it turns them off.
 * "!@all,etag-invalid" leaves one rule. Empty text changes nothing.
 *
 * Returns 0 or HTTPSTATUS_E_RULE. After an error *rules is left as it was, and *position, unless position is NULL, is
 * the offset in text of the item that makes no sense.
 */
HTTPSTATUS_API int httpstatus_lint_select(httpstatus_lint_profile profile, bool pedantic, const char *text,
                                          size_t length, httpstatus_lint_set *rules, size_t *position);

/*
 * Checks a head. rules may be NULL for those that are on by default. Writes at most capacity findings, ordered by rule
 * and then by line, and returns how many there are, or HTTPSTATUS_E_SIZE. A rule reports a line once at most. findings
 * may be NULL if capacity is 0.
 */
HTTPSTATUS_API int httpstatus_lint(const httpstatus_lint_head *head, const httpstatus_lint_set *rules,
                                   httpstatus_lint_finding *findings, size_t capacity);

/* Tells in the same way which of the rules could not be decided. A rule is told once for each input that it lacked. */
HTTPSTATUS_API int httpstatus_lint_skipped(const httpstatus_lint_head *head, const httpstatus_lint_set *rules,
                                           httpstatus_lint_skip *skips, size_t capacity);

/*
 * Writes a finding for a person: one sentence without a full stop, printable ASCII, that names the offending part of
 * head, in which it was found. Of a long text it shows the start; other bytes are shown as "\xff". Returns the length
 * of the whole message, which is less than HTTPSTATUS_LINT_MESSAGE_SIZE.
 */
enum { HTTPSTATUS_LINT_MESSAGE_SIZE = 320 };
HTTPSTATUS_API int httpstatus_lint_message(const httpstatus_lint_finding *finding, const httpstatus_lint_head *head,
                                           char *buffer, size_t size);

/* The descriptors of httpstatus_lint_rule; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_lint_rule_fields(size_t *count);

/* The words: "note" "warning" "error"; "wire" "app"; "unknown" "1.0" "1.1" "2" "3"; "method" "version"
 * "request_version" "request_fields" "repeats". */
HTTPSTATUS_API const char *httpstatus_lint_severity_word(httpstatus_lint_severity value);
HTTPSTATUS_API const char *httpstatus_lint_profile_word(httpstatus_lint_profile value);
HTTPSTATUS_API const char *httpstatus_lint_version_word(httpstatus_lint_version value);
HTTPSTATUS_API const char *httpstatus_lint_input_word(httpstatus_lint_input value);

HTTPSTATUS_API int httpstatus_lint_severity_from_word(const char *word, size_t length, httpstatus_lint_severity *value);
HTTPSTATUS_API int httpstatus_lint_profile_from_word(const char *word, size_t length, httpstatus_lint_profile *value);
HTTPSTATUS_API int httpstatus_lint_version_from_word(const char *word, size_t length, httpstatus_lint_version *value);
HTTPSTATUS_API int httpstatus_lint_input_from_word(const char *word, size_t length, httpstatus_lint_input *value);

#ifdef __cplusplus
}
#endif

#endif
