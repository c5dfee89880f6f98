/*
 * What may be done with a status: decisions from the code, the method and the fields. Each names the section it rests
 * on and how strongly that binds. Where this library is stricter than the RFCs, the decision says so.
 */
#ifndef HTTPSTATUS_ADVICE_H
#define HTTPSTATUS_ADVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "export.h"
#include "field.h"
#include "message.h"
#include "registry.h"
#include "set.h"

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

/*
 * Retry (RFC 9110 Section 9.2.2). An answer is about one response that was received; lost connections have no status.
 */

typedef enum httpstatus_verdict {
  HTTPSTATUS_VERDICT_NO,
  HTTPSTATUS_VERDICT_YES,               /* the same request may be sent again, automatically */
  HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT, /* only if the caller knows that sending it twice does no harm */
  HTTPSTATUS_VERDICT_AFTER_CHANGE,      /* only after what need says */
  HTTPSTATUS_VERDICT_UNKNOWN            /* that depends on the method, which was not given */
} httpstatus_verdict;

/* Zeroes are the defaults. Members may be added: set size to sizeof(httpstatus_retry_options). */
typedef struct httpstatus_retry_options {
  size_t size;
  const httpstatus_line *retry_after; /* the lines of Retry-After; NULL: those among fields */
  size_t n_retry_after;
  const int64_t *date; /* the response's own Date, POSIX seconds; NULL: that among fields, its letters of either case */
  const int64_t *now;  /* when the response was received; NULL for not known */
  const httpstatus_field_line *fields; /* of the response */
  size_t n_fields;
  int retries_made;        /* automatic retries before this response */
  const int *max_retries;  /* NULL: the caller counts, or the policy's own */
  bool repeatable;         /* the request is known to be idempotent whatever its method, or not to have been applied */
  bool proxy;              /* the caller is an intermediary */
  httpstatus_told early_data;  /* was the request sent in TLS early data, or did it carry Early-Data (RFC 8470)? */
  httpstatus_told user_action; /* was the request a user's direct action (RFC 4918 Section 11.5)? */
  const char *vendor;      /* who sent the response; NULL or length 0 for not known */
  size_t vendor_length;
  const char *policy;      /* answer as this policy would; NULL or length 0 for "rfc" */
  size_t policy_length;
  const httpstatus_set *statuses; /* a policy of one's own: these codes and no others are repeated; NULL for none */
} httpstatus_retry_options;

/* What retry says. Fixed for ever. */
typedef struct httpstatus_retry_result {
  httpstatus_verdict verdict;
  httpstatus_need need;   /* what has to be different when it is sent again */
  int64_t delay;          /* seconds to wait, out of Retry-After; SECONDS_UNKNOWN leaves the backoff to the caller */
  httpstatus_basis basis;
  const char *citation;   /* "RFC 9110 15.6.4, 9.2.2"; for a policy the place in its source */
  bool beyond_rfc_advice; /* a retry was made: a client should not retry a failed automatic retry (9.2.2) */
  bool stricter_than_rfc; /* an RFC would allow more */
} httpstatus_retry_result;

/*
 * May the request that got this response be sent again? method may be NULL or empty for not given. A method that is not
 * idempotent or not known is repeated only where the options say that it can be; a proxy does not repeat one at all.
 * Codes that are not registered are taken for their effective code, unless a vendor who is named says otherwise.
 * Retry-After never turns a no into a yes; it sets the delay, and decides 413. 421 and 425 are repeated once at most.
 *
 * options and result may be NULL. Returns the verdict, HTTPSTATUS_E_VENDOR or HTTPSTATUS_E_POLICY; after an error
 * *result is left as it was.
 */
HTTPSTATUS_API int httpstatus_retry(int code, const char *method, size_t length,
                                    const httpstatus_retry_options *options, httpstatus_retry_result *result);

/*
 * The same answer as a line for a log: "503 Service Unavailable: retry after 120 s, GET is idempotent [RFC 9110 15.6.4,
 * 9.2.2]". Returns the length of the whole text, or the error as above.
 */
HTTPSTATUS_API int httpstatus_retry_reason(int code, const char *method, size_t length,
                                           const httpstatus_retry_options *options, char *buffer, size_t size);

/* How a client decides by itself. Owned by the library and reached by pointer: members may be added. */
typedef struct httpstatus_retry_policy {
  const char *name;
  const char *statuses;         /* codes that it repeats, as httpstatus_set_parse reads them; NULL for none */
  const char *with_retry_after; /* codes that it repeats only if Retry-After is there; NULL for none */
  const char *methods;          /* separated by spaces; "idempotent" for all that are; NULL for any */
  bool honours_retry_after;     /* it waits as long as Retry-After says */
  bool ignores_zero;            /* it reads a Retry-After of 0 seconds as none */
  int max_retries;              /* by default; -1 where it is limited by the user or by time only */
  int64_t max_delay;            /* the longest wait it accepts, longer ones are cut; SECONDS_UNKNOWN for none */
  const char *citation;         /* where it stands, in short */
  const char *source;           /* what this was read in, and what was run to check it */
  const char *checked;          /* "YYYY-MM-DD" */
} httpstatus_retry_policy;

/* The policy after this one, the first one ("rfc", the default) for NULL. NULL at the end. */
HTTPSTATUS_API const httpstatus_retry_policy *httpstatus_next_retry_policy(const httpstatus_retry_policy *policy);

/*
 * Redirect (RFC 9110 Section 15.4).
 */

typedef enum httpstatus_action {
  HTTPSTATUS_ACTION_STOP,   /* the response is the answer */
  HTTPSTATUS_ACTION_FOLLOW, /* send another request to Location */
  HTTPSTATUS_ACTION_ASK     /* it may be followed, and nothing says that it ought to be */
} httpstatus_action;

typedef enum httpstatus_redirect_policy {
  HTTPSTATUS_REDIRECT_POLICY_BROWSER, /* 301 and 302 turn POST into GET, as browsers do (RFC 9205 Section 4.6.1) */
  HTTPSTATUS_REDIRECT_POLICY_PRESERVE /* only 303 changes the method */
} httpstatus_redirect_policy;

/* Zeroes are the defaults. Members may be added: set size to sizeof(httpstatus_redirect_options). */
typedef struct httpstatus_redirect_options {
  size_t size;
  httpstatus_redirect_policy policy;
  bool no_location;        /* the response has no Location */
  const char *location;    /* its value, NULL for not known: the Location among fields */
  size_t location_length;
  const httpstatus_line *retry_after; /* this and the next as in httpstatus_retry_options */
  size_t n_retry_after;
  const int64_t *date;
  const int64_t *now;
  const httpstatus_field_line *fields; /* of the response; if given, a response without Location among them has none */
  size_t n_fields;
  bool not_replayable;     /* the request has content that cannot be sent a second time */
} httpstatus_redirect_options;

/* What redirect says. Fixed for ever. */
typedef struct httpstatus_redirect_result {
  httpstatus_action action;
  const char *method;     /* of the next request, which may be the caller's text; NULL unless FOLLOW, or not known */
  size_t method_length;
  httpstatus_told keep_content; /* send the content again? NOT_GIVEN unless FOLLOW */
  bool unsafe;            /* FOLLOW: the next method is not safe, so care is needed */
  bool inherit_fragment;  /* FOLLOW, ASK: the fragment of the old URI goes on, since Location has none (10.2.2) */
  const char *const *drop_fields; /* FOLLOW: fields of the old request not to send again without thought (15.4) */
  size_t n_drop_fields;
  int64_t delay;          /* FOLLOW, ASK: seconds to wait, out of Retry-After; else SECONDS_UNKNOWN */
  httpstatus_basis basis;
  const char *citation;
} httpstatus_redirect_result;

/*
 * What to do about a redirect. method may be NULL or empty for not given. Loops are for the caller to count. options
 * and result may be NULL. Returns the action.
 */
HTTPSTATUS_API httpstatus_action httpstatus_redirect(int code, const char *method, size_t length,
                                                     const httpstatus_redirect_options *options,
                                                     httpstatus_redirect_result *result);

/* The same answer as a line for a log: "307 Temporary Redirect: follow with GET, after 5 s [RFC 9110 15.4.8]". */
HTTPSTATUS_API int httpstatus_redirect_reason(int code, const char *method, size_t length,
                                              const httpstatus_redirect_options *options, char *buffer, size_t size);

/*
 * Cacheability (RFC 9111 Section 3): may a cache store this response, and what freshness does it declare? This is what
 * the RFCs say and no promise that any cache will.
 */

typedef enum httpstatus_storable {
  HTTPSTATUS_STORABLE_NO,
  HTTPSTATUS_STORABLE_YES,
  HTTPSTATUS_STORABLE_UNKNOWN, /* that depends on something that was not given, as reasons tell */
  HTTPSTATUS_STORABLE_REFRESH  /* 304: it updates what is stored (RFC 9111 Section 4.3.4) */
} httpstatus_storable;

typedef enum httpstatus_lifetime {
  HTTPSTATUS_LIFETIME_NONE,      /* it declares none, and a cache may not make one up */
  HTTPSTATUS_LIFETIME_EXPLICIT,  /* s-maxage, max-age or Expires */
  HTTPSTATUS_LIFETIME_HEURISTIC  /* a cache may make one up (4.2.2) */
} httpstatus_lifetime;

/* Zeroes are the defaults. Members may be added: set size to sizeof(httpstatus_cache_options). */
typedef struct httpstatus_cache_options {
  size_t size;
  bool shared;                        /* the cache serves several users */
  bool content_location_is_target;    /* Content-Location has the value of the target URI (9.3.3) */
  httpstatus_told request_authorized; /* did the request carry Authorization? */
  const httpstatus_set *understands;  /* codes whose caching the cache implements; NULL: all registered but 206, 226 */
  const int64_t *received_at;         /* POSIX seconds, for responses without a Date; NULL for not known */
} httpstatus_cache_options;

/* What cacheability says. Fixed for ever. */
typedef struct httpstatus_cache_result {
  httpstatus_storable storable;
  httpstatus_lifetime lifetime; /* what the fields declare; NONE if storable is NO or REFRESH */
  int64_t seconds;              /* of the lifetime; for HEURISTIC a tenth of Date minus Last-Modified */
  httpstatus_basis basis;
  const char *citation;
  bool stricter_than_rfc;
} httpstatus_cache_result;

/*
 * May the response be stored? It is the code as received that counts, never the effective one. method may be NULL or
 * empty for not given. fields are those of the response; lines of one name count as one list. options and result may
 * be NULL. Returns whether it may be stored.
 */
HTTPSTATUS_API httpstatus_storable httpstatus_cacheability(int code, const char *method, size_t length,
                                                           const httpstatus_field_line *fields, size_t n_fields,
                                                           const httpstatus_cache_options *options,
                                                           httpstatus_cache_result *result);

/*
 * Why, as lines without ends of their own, separated by line feeds: first the answer as for retry, then what qualifies
 * it, such as fields that are there and play no part. Returns the length of the whole text.
 */
HTTPSTATUS_API int httpstatus_cacheability_reasons(int code, const char *method, size_t length,
                                                   const httpstatus_field_line *fields, size_t n_fields,
                                                   const httpstatus_cache_options *options, char *buffer,
                                                   size_t size);

/* The descriptors of the results and of policies; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_retry_fields(size_t *count);
HTTPSTATUS_API const httpstatus_field *httpstatus_redirect_fields(size_t *count);
HTTPSTATUS_API const httpstatus_field *httpstatus_cacheability_fields(size_t *count);
HTTPSTATUS_API const httpstatus_field *httpstatus_retry_policy_fields(size_t *count);

/* The word for a value, in lower case as the constants end ("must_be_empty"), NULL for no value; and back. */
HTTPSTATUS_API const char *httpstatus_content_rule_word(httpstatus_content_rule value);
HTTPSTATUS_API const char *httpstatus_verdict_word(httpstatus_verdict value);
HTTPSTATUS_API const char *httpstatus_action_word(httpstatus_action value);
HTTPSTATUS_API const char *httpstatus_redirect_policy_word(httpstatus_redirect_policy value);
HTTPSTATUS_API const char *httpstatus_storable_word(httpstatus_storable value);
HTTPSTATUS_API const char *httpstatus_lifetime_word(httpstatus_lifetime value);
HTTPSTATUS_API int httpstatus_content_rule_from_word(const char *word, size_t length, httpstatus_content_rule *value);
HTTPSTATUS_API int httpstatus_verdict_from_word(const char *word, size_t length, httpstatus_verdict *value);
HTTPSTATUS_API int httpstatus_action_from_word(const char *word, size_t length, httpstatus_action *value);
HTTPSTATUS_API int httpstatus_redirect_policy_from_word(const char *word, size_t length,
                                                        httpstatus_redirect_policy *value);
HTTPSTATUS_API int httpstatus_storable_from_word(const char *word, size_t length, httpstatus_storable *value);
HTTPSTATUS_API int httpstatus_lifetime_from_word(const char *word, size_t length, httpstatus_lifetime *value);

#ifdef __cplusplus
}
#endif

#endif
