/* Inside the core: field lines, with the fields that rules ask about indexed, and values as rules read them. */
#ifndef HTTPSTATUS_HEAD_H
#define HTTPSTATUS_HEAD_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "httpstatus/lint.h"
#include "reader.h"

/*
 * The fields that some rule asks about, by the length of their names. The third column says whether a field is meant
 * for everybody on the way, so that Connection must not list it (RFC 9110 Section 7.6.1).
 */
#define HTTPSTATUS__KNOWN(X)                                      \
  X(IM, "im", true)                                               \
  X(TE, "te", false)                                              \
  X(AGE, "age", true)                                             \
  X(VIA, "via", true)                                             \
  X(DATE, "date", true)                                           \
  X(ETAG, "etag", true)                                           \
  X(FROM, "from", true)                                           \
  X(HOST, "host", true)                                           \
  X(LINK, "link", true)                                           \
  X(VARY, "vary", true)                                           \
  X(ALLOW, "allow", true)                                         \
  X(RANGE, "range", true)                                         \
  X(ACCEPT, "accept", true)                                       \
  X(COOKIE, "cookie", true)                                       \
  X(EXPECT, "expect", true)                                       \
  X(SERVER, "server", true)                                       \
  X(ALT_SVC, "alt-svc", true)                                     \
  X(EXPIRES, "expires", true)                                     \
  X(REFERER, "referer", true)                                     \
  X(TRAILER, "trailer", false)                                    \
  X(UPGRADE, "upgrade", false)                                    \
  X(IF_MATCH, "if-match", true)                                   \
  X(IF_RANGE, "if-range", true)                                   \
  X(LOCATION, "location", true)                                   \
  X(CONNECTION, "connection", false)                              \
  X(DELTA_BASE, "delta-base", true)                               \
  X(EARLY_DATA, "early-data", true)                               \
  X(KEEP_ALIVE, "keep-alive", false)                              \
  X(USER_AGENT, "user-agent", true)                               \
  X(ACCEPT_POST, "accept-post", true)                             \
  X(RETRY_AFTER, "retry-after", true)                             \
  X(ACCEPT_PATCH, "accept-patch", true)                           \
  X(CONTENT_TYPE, "content-type", true)                           \
  X(MAX_FORWARDS, "max-forwards", true)                           \
  X(PROXY_STATUS, "proxy-status", true)                           \
  X(ACCEPT_RANGES, "accept-ranges", true)                         \
  X(AUTHORIZATION, "authorization", true)                         \
  X(CACHE_CONTROL, "cache-control", true)                         \
  X(CONTENT_RANGE, "content-range", true)                         \
  X(IF_NONE_MATCH, "if-none-match", true)                         \
  X(LAST_MODIFIED, "last-modified", true)                         \
  X(ACCEPT_CHARSET, "accept-charset", true)                       \
  X(CONTENT_LENGTH, "content-length", true)                       \
  X(ACCEPT_ENCODING, "accept-encoding", true)                     \
  X(ACCEPT_LANGUAGE, "accept-language", true)                     \
  X(CONTENT_ENCODING, "content-encoding", true)                   \
  X(CONTENT_LANGUAGE, "content-language", true)                   \
  X(CONTENT_LOCATION, "content-location", true)                   \
  X(PROXY_CONNECTION, "proxy-connection", false)                  \
  X(WWW_AUTHENTICATE, "www-authenticate", true)                   \
  X(IF_MODIFIED_SINCE, "if-modified-since", true)                 \
  X(TRANSFER_ENCODING, "transfer-encoding", false)                \
  X(PROXY_AUTHENTICATE, "proxy-authenticate", false)              \
  X(IF_UNMODIFIED_SINCE, "if-unmodified-since", true)             \
  X(PROXY_AUTHORIZATION, "proxy-authorization", false)            \
  X(SEC_WEBSOCKET_ACCEPT, "sec-websocket-accept", true)

typedef enum httpstatus__known {
#define X(id, name, end_to_end) HTTPSTATUS__##id,
  HTTPSTATUS__KNOWN(X)
#undef X
  HTTPSTATUS__N_KNOWN,
  HTTPSTATUS__OTHER = HTTPSTATUS__N_KNOWN
} httpstatus__known;

/* A set of known fields, as bits. */
typedef uint64_t httpstatus__fields;
#define HTTPSTATUS__BIT(id) (UINT64_C(1) << HTTPSTATUS__##id)

/* Lines whose field is kept rather than looked up again. */
enum { HTTPSTATUS__KEPT = 128 };

typedef struct httpstatus__head {
  const httpstatus_field_line *lines;
  size_t n;
  httpstatus__fields present;                /* the others below hold only for these */
  httpstatus__fields repeated;               /* on more than one line */
  size_t first[HTTPSTATUS__N_KNOWN];         /* the first line of each */
  size_t last[HTTPSTATUS__N_KNOWN];          /* and the last one */
  unsigned char kept[HTTPSTATUS__KEPT];      /* the field of the first lines */
  bool bad_names;                            /* some name is no token */
  bool control;                              /* some value has a control character */
} httpstatus__head;

/* Makes the index. scan: look for wrong bytes too. */
void httpstatus__index(httpstatus__head *head, const httpstatus_field_line *lines, size_t n, bool scan);

httpstatus__known httpstatus__known_of(const char *name, size_t length);
bool httpstatus__is_end_to_end(httpstatus__known field);

static inline bool httpstatus__has(const httpstatus__head *head, httpstatus__known field)
{
  return (head->present >> field & 1) != 0;
}

static inline httpstatus__known httpstatus__field_at(const httpstatus__head *head, size_t line)
{
  return line < HTTPSTATUS__KEPT ? (httpstatus__known)head->kept[line]
                                 : httpstatus__known_of(head->lines[line].name, head->lines[line].name_length);
}

/*
 * The first line from line on that is one of the fields; HTTPSTATUS_LINT_NO_LINE for none. The loop that visits all of
 * them in order reads each line once.
 */
size_t httpstatus__line_from(const httpstatus__head *head, httpstatus__fields fields, size_t line);
#define HTTPSTATUS__FOR_LINES(line, head, fields)                                                              \
  for (size_t line = httpstatus__line_from(head, fields, 0); line != HTTPSTATUS_LINT_NO_LINE;                  \
       line = httpstatus__line_from(head, fields, line + 1))

/* The lines of one field: the first one, and the next one after line, which is one; NO_LINE for none. */
static inline size_t httpstatus__first_line(const httpstatus__head *head, httpstatus__known field)
{
  return httpstatus__has(head, field) ? head->first[field] : HTTPSTATUS_LINT_NO_LINE;
}

size_t httpstatus__line_after(const httpstatus__head *head, httpstatus__known field, size_t line);

/* The value of a line without the blanks around it, and of the first line of a field that is there. */
httpstatus__reader httpstatus__value_at(const httpstatus__head *head, size_t line);
httpstatus__reader httpstatus__value_of(const httpstatus__head *head, httpstatus__known field);

/* Readers as text. */

static inline size_t httpstatus__left(httpstatus__reader text)
{
  return (size_t)(text.end - text.at);
}

static inline bool httpstatus__is_empty(httpstatus__reader text)
{
  return text.at == text.end;
}

/* Inline, because the length of a constant word is known to the compiler, and mostly decides. */
static inline bool httpstatus__is_exactly(httpstatus__reader text, const char *word)
{
  size_t length = strlen(word);
  return httpstatus__left(text) == length && memcmp(text.at, word, length) == 0;
}

/* In any case; word is in lower case, as the text mostly is. */
bool httpstatus__is_folded(httpstatus__reader text, const char *word);

static inline bool httpstatus__is(httpstatus__reader text, const char *word)
{
  size_t length = strlen(word);
  return httpstatus__left(text) == length &&
         (memcmp(text.at, word, length) == 0 || httpstatus__is_folded(text, word));
}

bool httpstatus__is_same(httpstatus__reader a, httpstatus__reader b); /* in any case */
bool httpstatus__is_number(httpstatus__reader text);                  /* 1*DIGIT */
bool httpstatus__is_zero(httpstatus__reader number);
bool httpstatus__is_token(httpstatus__reader text);

/* Takes the token off the start, which may be empty; and a quoted string with its quotes, false if there is none. */
httpstatus__reader httpstatus__take_token(httpstatus__reader *text);
bool httpstatus__take_quoted(httpstatus__reader *text);

/* What comes before the first c outside quoted strings, without blanks; the rest begins behind c, or is empty. */
httpstatus__reader httpstatus__take_until(httpstatus__reader *text, char c);

/* An entity tag (RFC 9110 Section 8.8.3): its quotes and what is between them, where a backslash is nothing special. */
typedef struct httpstatus__tag {
  bool weak;
  httpstatus__reader opaque;
} httpstatus__tag;

/* Takes one off the start; false if there is none. */
bool httpstatus__take_tag(httpstatus__reader *text, httpstatus__tag *tag);

/* The members of a list that is spread over the lines of a field (RFC 9110 Section 5.6.1.2), without empty ones. */
typedef struct httpstatus__members {
  const httpstatus__head *head;
  httpstatus__known field;
  size_t line; /* of the member that was read last; NO_LINE before the first */
  httpstatus__reader rest;
} httpstatus__members;

httpstatus__members httpstatus__members_of(const httpstatus__head *head, httpstatus__known field);
bool httpstatus__next_member(httpstatus__members *members, httpstatus__reader *member);

/* Has the list a member at all, and has it this one, in lower case? */
bool httpstatus__has_member(const httpstatus__head *head, httpstatus__known field);
bool httpstatus__lists(const httpstatus__head *head, httpstatus__known field, const char *member);

#endif
