#include "httpstatus/field.h"

#include <assert.h>
#include <string.h>

#include "fields.def"
#include "httpstatus/advice.h"
#include "httpstatus/classify.h"
#include "httpstatus/date.h"
#include "httpstatus/explain.h"
#include "httpstatus/grpc.h"
#include "httpstatus/lint.h"
#include "httpstatus/marker.h"
#include "httpstatus/method.h"
#include "httpstatus/parse.h"
#include "httpstatus/problem.h"
#include "httpstatus/proxyerror.h"
#include "httpstatus/registry.h"
#include "httpstatus/version.h"

/* Words: one table per enum, indexed by value. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *word_of(const char *const *words, size_t n, int value)
{
  return value >= 0 && (size_t)value < n ? words[value] : NULL;
}

static int value_of(const char *const *words, size_t n, const char *word, size_t length)
{
  for (size_t i = 0; word != NULL && i < n; i++) {
    if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0) {
      return (int)i;
    }
  }
  return HTTPSTATUS_E_WORD;
}

#define WORDS(name, ...)                                                                         \
  static const char *const name##_words[] = {__VA_ARGS__};                                       \
  const char *httpstatus_##name##_word(httpstatus_##name value)                                  \
  {                                                                                              \
    return word_of(name##_words, COUNT(name##_words), (int)value);                               \
  }                                                                                              \
  int httpstatus_##name##_from_word(const char *word, size_t length, httpstatus_##name *value)   \
  {                                                                                              \
    int i = value_of(name##_words, COUNT(name##_words), word, length);                           \
    if (i < 0) {                                                                                 \
      return i;                                                                                  \
    }                                                                                            \
    *value = (httpstatus_##name)i;                                                               \
    return 0;                                                                                    \
  }

WORDS(field_type,
      [HTTPSTATUS_FIELD_INT] = "int",
      [HTTPSTATUS_FIELD_BOOL] = "bool",
      [HTTPSTATUS_FIELD_STRING] = "string",
      [HTTPSTATUS_FIELD_WORD] = "word",
      [HTTPSTATUS_FIELD_STRINGS] = "strings",
      [HTTPSTATUS_FIELD_LIST] = "list",
      [HTTPSTATUS_FIELD_SECONDS] = "seconds",
      [HTTPSTATUS_FIELD_TEXT] = "text",
      [HTTPSTATUS_FIELD_TOLD] = "told")

WORDS(registration,
      [HTTPSTATUS_REGISTRATION_ASSIGNED] = "assigned",
      [HTTPSTATUS_REGISTRATION_TEMPORARY] = "temporary",
      [HTTPSTATUS_REGISTRATION_RESERVED] = "reserved",
      [HTTPSTATUS_REGISTRATION_OBSOLETED] = "obsoleted",
      [HTTPSTATUS_REGISTRATION_UNOFFICIAL] = "unofficial")

WORDS(state,
      [HTTPSTATUS_STATE_ACTIVE] = "active",
      [HTTPSTATUS_STATE_HISTORIC] = "historic",
      [HTTPSTATUS_STATE_UNCLEAR] = "unclear")

WORDS(evidence,
      [HTTPSTATUS_EVIDENCE_PRIMARY] = "primary",
      [HTTPSTATUS_EVIDENCE_SECONDARY] = "secondary",
      [HTTPSTATUS_EVIDENCE_HEARSAY] = "hearsay")

WORDS(on_wire,
      [HTTPSTATUS_ON_WIRE_WIRE] = "wire",
      [HTTPSTATUS_ON_WIRE_HEADER] = "header",
      [HTTPSTATUS_ON_WIRE_BODY] = "body",
      [HTTPSTATUS_ON_WIRE_LOG] = "log",
      [HTTPSTATUS_ON_WIRE_CLIENT] = "client",
      [HTTPSTATUS_ON_WIRE_UNCLEAR] = "unclear")

WORDS(fault,
      [HTTPSTATUS_FAULT_NONE] = "none",
      [HTTPSTATUS_FAULT_CLIENT] = "client",
      [HTTPSTATUS_FAULT_ORIGIN] = "origin",
      [HTTPSTATUS_FAULT_GATEWAY] = "gateway",
      [HTTPSTATUS_FAULT_NETWORK] = "network",
      [HTTPSTATUS_FAULT_UNCLEAR] = "unclear")

WORDS(level,
      [HTTPSTATUS_LEVEL_MUST] = "must",
      [HTTPSTATUS_LEVEL_SHOULD] = "should",
      [HTTPSTATUS_LEVEL_MAY] = "may",
      [HTTPSTATUS_LEVEL_MUST_NOT] = "must_not",
      [HTTPSTATUS_LEVEL_SHOULD_NOT] = "should_not")

WORDS(retry_rule,
      [HTTPSTATUS_RETRY_RULE_FALLBACK] = "fallback",
      [HTTPSTATUS_RETRY_RULE_NEVER] = "never",
      [HTTPSTATUS_RETRY_RULE_IDEMPOTENT] = "idempotent",
      [HTTPSTATUS_RETRY_RULE_ONCE] = "once",
      [HTTPSTATUS_RETRY_RULE_AFTER_CHANGE] = "after_change",
      [HTTPSTATUS_RETRY_RULE_SPECIAL] = "special")

WORDS(need,
      [HTTPSTATUS_NEED_NONE] = "none",
      [HTTPSTATUS_NEED_CREDENTIALS] = "credentials",
      [HTTPSTATUS_NEED_PROXY_CREDENTIALS] = "proxy_credentials",
      [HTTPSTATUS_NEED_OTHER_CREDENTIALS] = "other_credentials",
      [HTTPSTATUS_NEED_NEW_CONNECTION] = "new_connection",
      [HTTPSTATUS_NEED_CONTENT_LENGTH] = "content_length",
      [HTTPSTATUS_NEED_SMALLER_CONTENT] = "smaller_content",
      [HTTPSTATUS_NEED_SMALLER_FIELDS] = "smaller_fields",
      [HTTPSTATUS_NEED_DROP_EXPECTATION] = "drop_expectation",
      [HTTPSTATUS_NEED_NOT_EARLY_DATA] = "not_early_data",
      [HTTPSTATUS_NEED_INBOUND_HANDSHAKE] = "inbound_handshake",
      [HTTPSTATUS_NEED_PROTOCOL] = "protocol",
      [HTTPSTATUS_NEED_VERSION] = "version",
      [HTTPSTATUS_NEED_EXTENSION] = "extension",
      [HTTPSTATUS_NEED_NETWORK_LOGIN] = "network_login",
      [HTTPSTATUS_NEED_PRECONDITION] = "precondition",
      [HTTPSTATUS_NEED_USER_ACTION] = "user_action",
      [HTTPSTATUS_NEED_REQUEST] = "request",
      [HTTPSTATUS_NEED_METHOD] = "method",
      [HTTPSTATUS_NEED_NEGOTIATION] = "negotiation",
      [HTTPSTATUS_NEED_STATE] = "state",
      [HTTPSTATUS_NEED_TARGET] = "target",
      [HTTPSTATUS_NEED_CONTENT_TYPE] = "content_type",
      [HTTPSTATUS_NEED_RANGE] = "range",
      [HTTPSTATUS_NEED_CONTENT] = "content",
      [HTTPSTATUS_NEED_LOCK] = "lock",
      [HTTPSTATUS_NEED_DEPENDENCY] = "dependency")

WORDS(basis,
      [HTTPSTATUS_BASIS_PRACTICE] = "practice",
      [HTTPSTATUS_BASIS_RFC_MUST] = "rfc_must",
      [HTTPSTATUS_BASIS_RFC_MUST_NOT] = "rfc_must_not",
      [HTTPSTATUS_BASIS_RFC_SHOULD] = "rfc_should",
      [HTTPSTATUS_BASIS_RFC_SHOULD_NOT] = "rfc_should_not",
      [HTTPSTATUS_BASIS_RFC_MAY] = "rfc_may")

WORDS(storage,
      [HTTPSTATUS_STORAGE_EXPLICIT] = "explicit",
      [HTTPSTATUS_STORAGE_HEURISTIC] = "heuristic",
      [HTTPSTATUS_STORAGE_UNDERSTOOD_ONLY] = "understood_only",
      [HTTPSTATUS_STORAGE_FORBIDDEN] = "forbidden",
      [HTTPSTATUS_STORAGE_NONE] = "none")

WORDS(category,
      [HTTPSTATUS_CATEGORY_INVALID] = "invalid",
      [HTTPSTATUS_CATEGORY_INFORMATIONAL] = "informational",
      [HTTPSTATUS_CATEGORY_SUCCESS] = "success",
      [HTTPSTATUS_CATEGORY_REDIRECTION] = "redirection",
      [HTTPSTATUS_CATEGORY_CLIENT_ERROR] = "client_error",
      [HTTPSTATUS_CATEGORY_SERVER_ERROR] = "server_error")

WORDS(parse_kind,
      [HTTPSTATUS_PARSE_KIND_CODE] = "code",
      [HTTPSTATUS_PARSE_KIND_CODE_PHRASE] = "code_phrase",
      [HTTPSTATUS_PARSE_KIND_STATUS_LINE] = "status_line",
      [HTTPSTATUS_PARSE_KIND_NAME] = "name",
      [HTTPSTATUS_PARSE_KIND_PHRASE] = "phrase",
      [HTTPSTATUS_PARSE_KIND_NO_STATUS] = "no_status")

WORDS(content_rule,
      [HTTPSTATUS_CONTENT_RULE_NONE] = "none",
      [HTTPSTATUS_CONTENT_RULE_TUNNEL] = "tunnel",
      [HTTPSTATUS_CONTENT_RULE_MUST_BE_EMPTY] = "must_be_empty",
      [HTTPSTATUS_CONTENT_RULE_ALLOWED] = "allowed",
      [HTTPSTATUS_CONTENT_RULE_UNKNOWN] = "unknown")

WORDS(told,
      [HTTPSTATUS_TOLD_NOT_GIVEN] = "not_given",
      [HTTPSTATUS_TOLD_NO] = "no",
      [HTTPSTATUS_TOLD_YES] = "yes")

WORDS(verdict,
      [HTTPSTATUS_VERDICT_NO] = "no",
      [HTTPSTATUS_VERDICT_YES] = "yes",
      [HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT] = "if_safe_to_repeat",
      [HTTPSTATUS_VERDICT_AFTER_CHANGE] = "after_change",
      [HTTPSTATUS_VERDICT_UNKNOWN] = "unknown")

WORDS(action,
      [HTTPSTATUS_ACTION_STOP] = "stop",
      [HTTPSTATUS_ACTION_FOLLOW] = "follow",
      [HTTPSTATUS_ACTION_ASK] = "ask")

WORDS(redirect_policy,
      [HTTPSTATUS_REDIRECT_POLICY_BROWSER] = "browser",
      [HTTPSTATUS_REDIRECT_POLICY_PRESERVE] = "preserve")

WORDS(storable,
      [HTTPSTATUS_STORABLE_NO] = "no",
      [HTTPSTATUS_STORABLE_YES] = "yes",
      [HTTPSTATUS_STORABLE_UNKNOWN] = "unknown",
      [HTTPSTATUS_STORABLE_REFRESH] = "refresh")

WORDS(lifetime,
      [HTTPSTATUS_LIFETIME_NONE] = "none",
      [HTTPSTATUS_LIFETIME_EXPLICIT] = "explicit",
      [HTTPSTATUS_LIFETIME_HEURISTIC] = "heuristic")

WORDS(format,
      [HTTPSTATUS_FORMAT_TEXT] = "text",
      [HTTPSTATUS_FORMAT_MARKDOWN] = "markdown",
      [HTTPSTATUS_FORMAT_JSON] = "json")

WORDS(role,
      [HTTPSTATUS_ROLE_ANY] = "any",
      [HTTPSTATUS_ROLE_CLIENT] = "client",
      [HTTPSTATUS_ROLE_SERVER] = "server")

WORDS(retry_after_form,
      [HTTPSTATUS_RETRY_AFTER_ABSENT] = "absent",
      [HTTPSTATUS_RETRY_AFTER_DELAY] = "delay",
      [HTTPSTATUS_RETRY_AFTER_DATE] = "date",
      [HTTPSTATUS_RETRY_AFTER_INVALID] = "invalid")

WORDS(lint_severity,
      [HTTPSTATUS_LINT_SEVERITY_NOTE] = "note",
      [HTTPSTATUS_LINT_SEVERITY_WARNING] = "warning",
      [HTTPSTATUS_LINT_SEVERITY_ERROR] = "error")

WORDS(lint_profile,
      [HTTPSTATUS_LINT_PROFILE_WIRE] = "wire",
      [HTTPSTATUS_LINT_PROFILE_APP] = "app")

WORDS(lint_version,
      [HTTPSTATUS_LINT_VERSION_UNKNOWN] = "unknown",
      [HTTPSTATUS_LINT_VERSION_1_0] = "1.0",
      [HTTPSTATUS_LINT_VERSION_1_1] = "1.1",
      [HTTPSTATUS_LINT_VERSION_2] = "2",
      [HTTPSTATUS_LINT_VERSION_3] = "3")

WORDS(lint_input,
      [HTTPSTATUS_LINT_INPUT_METHOD] = "method",
      [HTTPSTATUS_LINT_INPUT_VERSION] = "version",
      [HTTPSTATUS_LINT_INPUT_REQUEST_VERSION] = "request_version",
      [HTTPSTATUS_LINT_INPUT_REQUEST_FIELDS] = "request_fields",
      [HTTPSTATUS_LINT_INPUT_REPEATS] = "repeats")

/* Descriptors. THIS is the struct whose list is being expanded. */

#define DESCRIBE(kind, member, extra) DESCRIBE_##kind(kind, member, extra)
#define DESCRIBE_PLAIN(kind, member, extra) \
  {.name = #member, .type = HTTPSTATUS_FIELD_##kind, .offset = offsetof(THIS, member)},
#define DESCRIBE_INT DESCRIBE_PLAIN
#define DESCRIBE_BOOL DESCRIBE_PLAIN
#define DESCRIBE_STRING DESCRIBE_PLAIN
#define DESCRIBE_SECONDS DESCRIBE_PLAIN
#define DESCRIBE_TOLD DESCRIBE_PLAIN
#define DESCRIBE_WORD(kind, member, extra)                                                       \
  {.name = #member,                                                                              \
   .type = HTTPSTATUS_FIELD_WORD,                                                                \
   .offset = offsetof(THIS, member),                                                             \
   .words = extra##_words,                                                                       \
   .n_words = COUNT(extra##_words)},
#define DESCRIBE_STRINGS(kind, member, extra)                                                    \
  {.name = #member,                                                                              \
   .type = HTTPSTATUS_FIELD_STRINGS,                                                             \
   .offset = offsetof(THIS, member),                                                             \
   .count_offset = offsetof(THIS, n_##member)},
#define DESCRIBE_TEXT(kind, member, extra)                                                       \
  {.name = #member,                                                                              \
   .type = HTTPSTATUS_FIELD_TEXT,                                                                \
   .offset = offsetof(THIS, member),                                                             \
   .count_offset = offsetof(THIS, member##_length)},
#define DESCRIBE_LIST(kind, member, extra)                                                       \
  {.name = #member,                                                                              \
   .type = HTTPSTATUS_FIELD_LIST,                                                                \
   .offset = offsetof(THIS, member),                                                             \
   .count_offset = offsetof(THIS, n_##member),                                                   \
   .element_name = #extra,                                                                       \
   .element = extra##_fields,                                                                    \
   .n_element = COUNT(extra##_fields),                                                           \
   .element_size = sizeof(httpstatus_##extra)},

/* Each member is of the type that the list says. */

#define IS(type, member) _Generic(((const THIS *)NULL)->member, type: 1, default: 0)
#define CHECK(kind, member, extra) CHECK_##kind(member, extra)
#define CHECK_INT(member, extra) static_assert(IS(int, member), #member " is no int");
#define CHECK_BOOL(member, extra) static_assert(IS(bool, member), #member " is no bool");
#define CHECK_STRING(member, extra) static_assert(IS(const char *, member), #member " is no string");
#define CHECK_SECONDS(member, extra) static_assert(IS(int64_t, member), #member " is no number of seconds");
#define CHECK_WORD(member, extra)                                                                \
  static_assert(IS(httpstatus_##extra, member), #member " is no " #extra);                       \
  static_assert(sizeof(httpstatus_##extra) == sizeof(int), #extra " is read as an int");
#define CHECK_TOLD(member, extra)                                                                \
  static_assert(IS(httpstatus_told, member), #member " is no yes or no that may be missing");
#define CHECK_TEXT(member, extra)                                                                \
  static_assert(IS(const char *, member), #member " is no text");                                \
  static_assert(IS(size_t, member##_length), #member " has no length");
#define CHECK_STRINGS(member, extra)                                                             \
  static_assert(IS(const char *const *, member), #member " is no list of strings");              \
  static_assert(IS(size_t, n_##member), #member " has no count");
#define CHECK_LIST(member, extra)                                                                \
  static_assert(IS(const httpstatus_##extra *, member), #member " is no list of " #extra);       \
  static_assert(IS(size_t, n_##member), #member " has no count");

/*
 * Each member is in the list: an initialiser made from the list has a value for every member, or the compiler stops.
 * A comparison of sizes would not do, because padding can hide a missing member. The values are not zero, because
 * compilers take {0} for an initialiser of everything.
 */
#if defined(__GNUC__)
#pragma GCC diagnostic error "-Wmissing-field-initializers"
#endif
#define FILL(kind, member, extra) FILL_##kind
#define FILL_INT 1,
#define FILL_BOOL 1,
#define FILL_STRING "",
#define FILL_SECONDS 1,
#define FILL_WORD 1,
#define FILL_TOLD 1,
#define FILL_TEXT NULL, 1,
#define FILL_STRINGS NULL, 1,
#define FILL_LIST NULL, 1,

#define FIELDS(name)                                                                             \
  static const httpstatus_field name##_fields[] = {FIELDS_##name(DESCRIBE)};                     \
  FIELDS_##name(CHECK) static_assert(sizeof((THIS){FIELDS_##name(FILL)}) > 0, #name);

#define PUBLIC(name, function)                                                                   \
  FIELDS(name)                                                                                   \
  const httpstatus_field *function(size_t *count)                                                \
  {                                                                                              \
    *count = COUNT(name##_fields);                                                               \
    return name##_fields;                                                                        \
  }

#define THIS httpstatus_ref
FIELDS(ref)
#undef THIS
#define THIS httpstatus_phrase
FIELDS(phrase)
#undef THIS
#define THIS httpstatus_related
FIELDS(related)
#undef THIS
#define THIS httpstatus_header
FIELDS(header)
#undef THIS
#define THIS httpstatus_row
PUBLIC(row, httpstatus_row_fields)
#undef THIS
#define THIS httpstatus_marker
PUBLIC(marker, httpstatus_marker_fields)
#undef THIS
#define THIS httpstatus_grpc_code
PUBLIC(grpc_code, httpstatus_grpc_code_fields)
#undef THIS
#define THIS httpstatus_grpc_guess
PUBLIC(grpc_guess, httpstatus_grpc_guess_fields)
#undef THIS
#define THIS httpstatus_proxy_error
PUBLIC(proxy_error, httpstatus_proxy_error_fields)
#undef THIS
#define THIS httpstatus_problem_members
PUBLIC(problem_members, httpstatus_problem_fields)
#undef THIS
#define THIS httpstatus_method_info
PUBLIC(method_info, httpstatus_method_fields)
#undef THIS
#define THIS httpstatus_retry_after
PUBLIC(retry_after, httpstatus_retry_after_fields)
#undef THIS
#define THIS httpstatus_lint_rule
PUBLIC(lint_rule, httpstatus_lint_rule_fields)
#undef THIS
#define THIS httpstatus_edition
PUBLIC(edition, httpstatus_edition_fields)
#undef THIS

#define THIS httpstatus_retry_result
PUBLIC(retry_result, httpstatus_retry_fields)
#undef THIS
#define THIS httpstatus_redirect_result
PUBLIC(redirect_result, httpstatus_redirect_fields)
#undef THIS
#define THIS httpstatus_cache_result
PUBLIC(cache_result, httpstatus_cacheability_fields)
#undef THIS
#define THIS httpstatus_retry_policy
PUBLIC(retry_policy, httpstatus_retry_policy_fields)
#undef THIS

/* Reading. Pointers are copied out as bytes, since a list's element type is not known here. */

static const void *pointer_at(const void *record, size_t offset)
{
  const void *p;
  memcpy(&p, (const char *)record + offset, sizeof p);
  return p;
}

const char *httpstatus_field_text(const httpstatus_field *field, const void *record)
{
  if (field->type == HTTPSTATUS_FIELD_STRING) {
    return pointer_at(record, field->offset);
  }
  if (field->type == HTTPSTATUS_FIELD_WORD) {
    int value;
    memcpy(&value, (const char *)record + field->offset, sizeof value);
    return word_of(field->words, field->n_words, value);
  }
  return NULL;
}

int httpstatus_field_number(const httpstatus_field *field, const void *record)
{
  if (field->type == HTTPSTATUS_FIELD_INT) {
    int value;
    memcpy(&value, (const char *)record + field->offset, sizeof value);
    return value;
  }
  if (field->type == HTTPSTATUS_FIELD_BOOL) {
    bool value;
    memcpy(&value, (const char *)record + field->offset, sizeof value);
    return value;
  }
  return 0;
}

const char *httpstatus_field_slice(const httpstatus_field *field, const void *record, size_t *length)
{
  *length = 0;
  if (field->type != HTTPSTATUS_FIELD_TEXT) {
    return NULL;
  }
  memcpy(length, (const char *)record + field->count_offset, sizeof *length);
  return pointer_at(record, field->offset);
}

httpstatus_told httpstatus_field_told(const httpstatus_field *field, const void *record)
{
  httpstatus_told value = HTTPSTATUS_TOLD_NOT_GIVEN;
  if (field->type == HTTPSTATUS_FIELD_TOLD) {
    memcpy(&value, (const char *)record + field->offset, sizeof value);
  }
  return value;
}

int64_t httpstatus_field_seconds(const httpstatus_field *field, const void *record)
{
  int64_t value = -1;
  if (field->type == HTTPSTATUS_FIELD_SECONDS) {
    memcpy(&value, (const char *)record + field->offset, sizeof value);
  }
  return value < 0 ? -1 : value;
}

size_t httpstatus_field_count(const httpstatus_field *field, const void *record)
{
  if (field->type != HTTPSTATUS_FIELD_STRINGS && field->type != HTTPSTATUS_FIELD_LIST) {
    return 0;
  }
  size_t count;
  memcpy(&count, (const char *)record + field->count_offset, sizeof count);
  return count;
}

const char *httpstatus_field_string_at(const httpstatus_field *field, const void *record, size_t i)
{
  if (field->type != HTTPSTATUS_FIELD_STRINGS || i >= httpstatus_field_count(field, record)) {
    return NULL;
  }
  const char *const *strings = pointer_at(record, field->offset);
  return strings[i];
}

const void *httpstatus_field_element_at(const httpstatus_field *field, const void *record, size_t i)
{
  if (field->type != HTTPSTATUS_FIELD_LIST || i >= httpstatus_field_count(field, record)) {
    return NULL;
  }
  return (const char *)pointer_at(record, field->offset) + i * field->element_size;
}
