#include <string.h>

#include "advise.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "httpstatus/method.h"
#include "label.h"
#include "row.h"

/* Policies. */

static const httpstatus_retry_policy policies[] = {
#include "../registry/policies.inc"
};

enum { POLICIES = sizeof policies / sizeof policies[0] };

const httpstatus_retry_policy *httpstatus_next_retry_policy(const httpstatus_retry_policy *policy)
{
  if (policy == NULL) {
    return policies;
  }
  return policy + 1 < policies + POLICIES ? policy + 1 : NULL;
}

/* What is known of a case, and what was found out about it on the way. */
typedef struct question {
  httpstatus_retry_options options;
  int code;
  const char *method; /* NULL for not given */
  size_t length;
  bool idempotent;
  const httpstatus_row *vendor;           /* the row of the vendor who was named, if it has an answer */
  const httpstatus_retry_policy *policy;  /* NULL for what the RFCs say */
  httpstatus_retry_after retry_after;
  bool once;      /* no second retry, whatever the maximum */
  bool any_method;
  bool spent;     /* no retry is left */
  bool forwarded; /* a proxy passes the response on */
} question;

static int find_vendor(question *asked)
{
  const httpstatus_retry_options *options = &asked->options;
  if (options->vendor == NULL || options->vendor_length == 0) {
    return 0;
  }
  const httpstatus_row *row = httpstatus_entry(asked->code, options->vendor, options->vendor_length);
  if (row != NULL) {
    bool official = row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL;
    asked->vendor = official || row->retry_rule == HTTPSTATUS_RETRY_RULE_FALLBACK ? NULL : row;
    return 0;
  }
  const char *vendor;
  for (size_t i = 0; (vendor = httpstatus_vendor(i)) != NULL; i++) {
    if (httpstatus__is_text(vendor, options->vendor, options->vendor_length)) {
      return 0;
    }
  }
  return HTTPSTATUS_E_VENDOR;
}

static int find_policy(question *asked)
{
  const httpstatus_retry_options *options = &asked->options;
  if (options->policy == NULL || options->policy_length == 0) {
    return 0;
  }
  for (size_t i = 0; i < POLICIES; i++) {
    if (httpstatus__is_text(policies[i].name, options->policy, options->policy_length)) {
      asked->policy = i > 0 ? &policies[i] : NULL;
      return 0;
    }
  }
  return HTTPSTATUS_E_POLICY;
}

static int ask(question *asked, int code, const char *method, size_t length, const httpstatus_retry_options *given)
{
  memset(asked, 0, sizeof *asked);
  HTTPSTATUS__READ_OPTIONS(&asked->options, given);
  asked->code = code;
  if (method != NULL && length > 0) {
    asked->method = method;
    asked->length = length;
    asked->idempotent = httpstatus_method(method, length).idempotent;
  }
  const httpstatus_retry_options *options = &asked->options;
  if (options->retry_after != NULL || options->n_fields > 0) {
    httpstatus__wait wait = {options->retry_after, options->n_retry_after, options->date,
                             options->now,         options->fields,        options->n_fields};
    asked->retry_after = httpstatus__read_wait(&wait);
  } else {
    asked->retry_after.seconds = HTTPSTATUS_SECONDS_UNKNOWN;
  }
  int error = find_vendor(asked);
  return error != 0 ? error : find_policy(asked);
}

static bool has_retry_after(const question *asked)
{
  return asked->retry_after.form == HTTPSTATUS_RETRY_AFTER_DELAY ||
         asked->retry_after.form == HTTPSTATUS_RETRY_AFTER_DATE;
}

/* Where an RFC lets a request be repeated and says nothing of methods, though we ask for one. */
static bool has_no_condition(const question *asked)
{
  return asked->vendor == NULL &&
         (asked->code == HTTPSTATUS_REQUEST_TIMEOUT || asked->code == HTTPSTATUS_CONTENT_TOO_LARGE);
}

/* Yes, if the request is idempotent (RFC 9110 Section 9.2.2). */
static void if_idempotent(const question *asked, httpstatus_retry_result *result)
{
  const httpstatus_retry_options *options = &asked->options;
  if (asked->idempotent || (options->repeatable && !options->proxy)) {
    result->verdict = HTTPSTATUS_VERDICT_YES;
  } else if (asked->method == NULL) {
    result->verdict = HTTPSTATUS_VERDICT_UNKNOWN;
    result->stricter_than_rfc = has_no_condition(asked);
  } else if (options->proxy) {
    /* The RFC bars proxies from repeating requests that are not idempotent; we take the method's word for it. */
    result->verdict = HTTPSTATUS_VERDICT_NO;
    result->need = HTTPSTATUS_NEED_NONE;
    result->basis = HTTPSTATUS_BASIS_RFC_MUST_NOT;
    result->citation = "RFC 9110 9.2.2";
    result->stricter_than_rfc = options->repeatable;
  } else {
    result->verdict = HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT;
    result->stricter_than_rfc = has_no_condition(asked);
  }
}

/* Yes with any method; but a proxy repeats idempotent ones only. */
static void with_any_method(question *asked, httpstatus_retry_result *result)
{
  asked->once = true;
  if (asked->options.proxy) {
    if_idempotent(asked, result);
  } else {
    asked->any_method = true;
    result->verdict = HTTPSTATUS_VERDICT_YES;
  }
}

static void answer_too_early(question *asked, httpstatus_retry_result *result)
{
  httpstatus_told early_data = asked->options.early_data;
  if (asked->options.proxy) {
    result->basis = HTTPSTATUS_BASIS_RFC_MUST;
    asked->forwarded = early_data != HTTPSTATUS_TOLD_NO;
    if (!asked->forwarded) {
      result->need = HTTPSTATUS_NEED_INBOUND_HANDSHAKE;
      with_any_method(asked, result);
    } else {
      result->need = HTTPSTATUS_NEED_NONE;
      result->stricter_than_rfc = early_data == HTTPSTATUS_TOLD_NOT_GIVEN;
    }
  } else if (early_data == HTTPSTATUS_TOLD_NO) {
    /* Then the server had no reason to send it, and no RFC says what to make of that. */
    asked->once = true;
    result->basis = HTTPSTATUS_BASIS_PRACTICE;
    result->citation = "RFC 8470 5.2; RFC 9110 9.2.2";
    if_idempotent(asked, result);
  } else {
    if (early_data == HTTPSTATUS_TOLD_YES) {
      result->basis = HTTPSTATUS_BASIS_RFC_MUST;
      result->citation = "RFC 8470 4, 5.2";
    }
    with_any_method(asked, result);
  }
}

/* What no row can say, because more than the code decides it. */
static void answer_special(question *asked, httpstatus_retry_result *result, int code)
{
  if (code == HTTPSTATUS_TOO_EARLY) {
    answer_too_early(asked, result);
  } else if (code == HTTPSTATUS_CONTENT_TOO_LARGE && has_retry_after(asked)) {
    result->need = HTTPSTATUS_NEED_NONE;
    result->basis = HTTPSTATUS_BASIS_RFC_MAY;
    result->citation = "RFC 9110 15.5.14, 9.2.2";
    if_idempotent(asked, result);
  } else if (code == HTTPSTATUS_INSUFFICIENT_STORAGE && asked->options.user_action == HTTPSTATUS_TOLD_NO) {
    result->need = HTTPSTATUS_NEED_NONE;
    result->basis = HTTPSTATUS_BASIS_PRACTICE;
    result->citation = "RFC 4918 11.5; RFC 9110 9.2.2";
    if_idempotent(asked, result);
  } else {
    result->verdict = HTTPSTATUS_VERDICT_AFTER_CHANGE;
  }
}

static void answer_by_row(question *asked, httpstatus_retry_result *result)
{
  const httpstatus_row *row = asked->vendor;
  if (row == NULL) {
    row = httpstatus__primary(httpstatus_effective(asked->code));
  }
  result->need = row->retry_need;
  result->basis = row->retry_basis;
  result->citation = row->retry_ref != NULL ? row->retry_ref : row->source;
  switch (row->retry_rule) {
  case HTTPSTATUS_RETRY_RULE_IDEMPOTENT:
    if_idempotent(asked, result);
    break;
  case HTTPSTATUS_RETRY_RULE_ONCE:
    with_any_method(asked, result);
    break;
  case HTTPSTATUS_RETRY_RULE_AFTER_CHANGE:
    result->verdict = HTTPSTATUS_VERDICT_AFTER_CHANGE;
    break;
  case HTTPSTATUS_RETRY_RULE_SPECIAL:
    answer_special(asked, result, row->code);
    break;
  default:
    result->verdict = HTTPSTATUS_VERDICT_NO;
  }
}

static bool is_listed(const char *text, int code)
{
  httpstatus_set set;
  return text != NULL && httpstatus_set_parse(text, strlen(text), &set, NULL) == 0 &&
         httpstatus_set_contains(&set, code);
}

static bool is_method_listed(const char *methods, const char *method, size_t length)
{
  while (*methods != '\0') {
    size_t n = strcspn(methods, " ");
    if (n == length && memcmp(methods, method, n) == 0) {
      return true;
    }
    methods += n + (methods[n] == ' ');
  }
  return false;
}

static void answer_by_policy(const question *asked, httpstatus_retry_result *result)
{
  const httpstatus_retry_policy *policy = asked->policy;
  bool waits = has_retry_after(asked) && !(policy->ignores_zero && asked->retry_after.seconds == 0);
  bool listed = is_listed(policy->statuses, asked->code) || (waits && is_listed(policy->with_retry_after, asked->code));
  result->citation = policy->citation;
  if (!listed) {
    result->verdict = HTTPSTATUS_VERDICT_NO;
  } else if (policy->methods == NULL) {
    result->verdict = HTTPSTATUS_VERDICT_YES;
  } else if (asked->method == NULL) {
    result->verdict = HTTPSTATUS_VERDICT_UNKNOWN;
  } else {
    result->verdict = is_method_listed(policy->methods, asked->method, asked->length) ? HTTPSTATUS_VERDICT_YES
                                                                                      : HTTPSTATUS_VERDICT_NO;
  }
}

static void answer_by_set(const question *asked, httpstatus_retry_result *result)
{
  result->citation = "RFC 9110 9.2.2";
  if (httpstatus_set_contains(asked->options.statuses, asked->code)) {
    if_idempotent(asked, result);
  }
}

static bool is_spent(const question *asked)
{
  const httpstatus_retry_options *options = &asked->options;
  int policy_max = asked->policy == NULL || options->max_retries != NULL ? -1 : asked->policy->max_retries;
  return (options->max_retries != NULL && options->retries_made >= *options->max_retries) ||
         (policy_max >= 0 && options->retries_made >= policy_max) || (asked->once && options->retries_made > 0);
}

static bool may_repeat(httpstatus_verdict verdict)
{
  return verdict == HTTPSTATUS_VERDICT_YES || verdict == HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT ||
         verdict == HTTPSTATUS_VERDICT_UNKNOWN;
}

static int64_t delay_of(const question *asked)
{
  int64_t seconds = asked->retry_after.seconds;
  const httpstatus_retry_policy *policy = asked->policy;
  if (policy == NULL) {
    return seconds;
  }
  if (!policy->honours_retry_after || (policy->ignores_zero && seconds == 0)) {
    return HTTPSTATUS_SECONDS_UNKNOWN;
  }
  bool cut = policy->max_delay != HTTPSTATUS_SECONDS_UNKNOWN && seconds > policy->max_delay;
  return cut ? policy->max_delay : seconds;
}

static httpstatus_retry_result decide(question *asked)
{
  httpstatus_retry_result result = {
    .verdict = HTTPSTATUS_VERDICT_NO,
    .delay = HTTPSTATUS_SECONDS_UNKNOWN,
    .basis = HTTPSTATUS_BASIS_PRACTICE,
    .beyond_rfc_advice = asked->options.retries_made > 0,
  };
  if (asked->options.statuses != NULL) {
    answer_by_set(asked, &result);
  } else if (asked->policy != NULL) {
    answer_by_policy(asked, &result);
  } else {
    answer_by_row(asked, &result);
  }
  if (may_repeat(result.verdict)) {
    asked->spent = is_spent(asked);
    if (asked->spent) {
      result.verdict = HTTPSTATUS_VERDICT_NO;
      result.need = HTTPSTATUS_NEED_NONE;
      result.stricter_than_rfc = false;
    } else {
      result.delay = delay_of(asked);
    }
  }
  return result;
}

int httpstatus_retry(int code, const char *method, size_t length, const httpstatus_retry_options *options,
                     httpstatus_retry_result *result)
{
  question asked;
  int error = ask(&asked, code, method, length, options);
  if (error != 0) {
    return error;
  }
  httpstatus_retry_result found = decide(&asked);
  if (result != NULL) {
    *result = found;
  }
  return (int)found.verdict;
}

/* The line. */

/* What follows "retry" or "repeat". */
static const char *const needs[] = {
  [HTTPSTATUS_NEED_NONE] = "",
  [HTTPSTATUS_NEED_CREDENTIALS] = " with credentials",
  [HTTPSTATUS_NEED_PROXY_CREDENTIALS] = " with credentials for the proxy",
  [HTTPSTATUS_NEED_OTHER_CREDENTIALS] = " with other credentials",
  [HTTPSTATUS_NEED_NEW_CONNECTION] = " on a new connection",
  [HTTPSTATUS_NEED_CONTENT_LENGTH] = " with Content-Length",
  [HTTPSTATUS_NEED_SMALLER_CONTENT] = " with smaller content",
  [HTTPSTATUS_NEED_SMALLER_FIELDS] = " with smaller fields",
  [HTTPSTATUS_NEED_DROP_EXPECTATION] = " without the expectation",
  [HTTPSTATUS_NEED_NOT_EARLY_DATA] = " outside of early data",
  [HTTPSTATUS_NEED_INBOUND_HANDSHAKE] = " when the handshake with the client is complete",
  [HTTPSTATUS_NEED_PROTOCOL] = " in another protocol",
  [HTTPSTATUS_NEED_VERSION] = " in another version of HTTP",
  [HTTPSTATUS_NEED_EXTENSION] = " with the extension that was asked for",
  [HTTPSTATUS_NEED_NETWORK_LOGIN] = " after logging in to the network",
  [HTTPSTATUS_NEED_PRECONDITION] = " with a precondition that fits",
  [HTTPSTATUS_NEED_USER_ACTION] = " when the user asks for it anew",
  [HTTPSTATUS_NEED_REQUEST] = " with the request put right",
  [HTTPSTATUS_NEED_METHOD] = " with another method",
  [HTTPSTATUS_NEED_NEGOTIATION] = " with other Accept fields",
  [HTTPSTATUS_NEED_STATE] = " when the conflict is resolved",
  [HTTPSTATUS_NEED_TARGET] = " with a shorter URI",
  [HTTPSTATUS_NEED_CONTENT_TYPE] = " with another media type or coding",
  [HTTPSTATUS_NEED_RANGE] = " with another range or none",
  [HTTPSTATUS_NEED_CONTENT] = " with the content put right",
  [HTTPSTATUS_NEED_LOCK] = " with the lock token or without the lock",
  [HTTPSTATUS_NEED_DEPENDENCY] = " when what it depends on has succeeded",
};

static void put_wait(httpstatus__out *out, int64_t delay)
{
  if (delay != HTTPSTATUS_SECONDS_UNKNOWN) {
    httpstatus__put(out, " after ");
    httpstatus__put_int(out, delay);
    httpstatus__put(out, " s");
  }
}

static void put_is_idempotent(httpstatus__out *out, const question *asked)
{
  httpstatus__put_method(out, asked->method, asked->length);
  httpstatus__put(out, asked->idempotent ? " is idempotent" : " is not idempotent");
}

/* Why the request may be repeated, or in which case. */
static void put_condition(httpstatus__out *out, const question *asked, const httpstatus_retry_result *result)
{
  if (result->verdict == HTTPSTATUS_VERDICT_UNKNOWN) {
    httpstatus__put(out, " if the method is idempotent, which was not told");
  } else if (result->verdict == HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT) {
    httpstatus__put(out, " only if that is known to be safe, ");
    put_is_idempotent(out, asked);
  } else if (!asked->any_method) {
    httpstatus__put(out, ", ");
    if (asked->idempotent) {
      put_is_idempotent(out, asked);
    } else {
      httpstatus__put(out, "the request is known to be repeatable");
    }
  }
}

static void put_no(httpstatus__out *out, const question *asked)
{
  httpstatus_category category = httpstatus_classify(asked->code);
  if (asked->forwarded) {
    httpstatus__put(out, "forward it, for the client to retry");
  } else if (asked->spent) {
    httpstatus__put(out, "do not retry, ");
    httpstatus__put_int(out, asked->options.retries_made);
    httpstatus__put(out, asked->options.retries_made == 1 ? " retry was made" : " retries were made");
  } else if (asked->options.proxy && asked->method != NULL && !asked->idempotent &&
             category >= HTTPSTATUS_CATEGORY_CLIENT_ERROR) {
    httpstatus__put(out, "do not retry, a proxy repeats idempotent methods only and ");
    put_is_idempotent(out, asked);
  } else if (category == HTTPSTATUS_CATEGORY_INFORMATIONAL) {
    httpstatus__put(out, "wait for the final response");
  } else if (category == HTTPSTATUS_CATEGORY_SUCCESS || asked->code == HTTPSTATUS_NOT_MODIFIED) {
    httpstatus__put(out, "nothing to retry");
  } else if (category == HTTPSTATUS_CATEGORY_REDIRECTION) {
    httpstatus__put(out, "do not retry, redirection is another matter");
  } else {
    httpstatus__put(out, "do not retry");
  }
}

static void put_policy(httpstatus__out *out, const question *asked, const httpstatus_retry_result *result)
{
  httpstatus__put(out, asked->policy->name);
  httpstatus__put(out, result->verdict == HTTPSTATUS_VERDICT_NO ? " does not retry" : " retries");
  put_wait(out, result->delay);
  if (result->verdict == HTTPSTATUS_VERDICT_UNKNOWN) {
    httpstatus__put(out, " if the method is one of ");
    httpstatus__put(out, asked->policy->methods);
  } else if (asked->spent) {
    httpstatus__put(out, " again");
  }
}

static void put_line(httpstatus__out *out, const question *asked, const httpstatus_retry_result *result)
{
  if (asked->policy != NULL && asked->options.statuses == NULL) {
    put_policy(out, asked, result);
  } else if (result->verdict == HTTPSTATUS_VERDICT_NO) {
    put_no(out, asked);
  } else if (result->verdict == HTTPSTATUS_VERDICT_AFTER_CHANGE) {
    httpstatus__put(out, "repeat only");
    httpstatus__put(out, needs[result->need]);
  } else {
    httpstatus__put(out, asked->once ? "retry once" : "retry");
    httpstatus__put(out, needs[result->need]);
    put_wait(out, result->delay);
    put_condition(out, asked, result);
  }
  if (result->stricter_than_rfc) {
    httpstatus__put(out, "; the RFC would allow more");
  }
  if (result->beyond_rfc_advice && may_repeat(result->verdict)) {
    httpstatus__put(out, "; a retry has failed, and RFC 9110 advises against another");
  }
  if (result->basis == HTTPSTATUS_BASIS_PRACTICE && asked->policy == NULL) {
    httpstatus__put(out, " (practice)");
  }
  httpstatus__put_citation(out, result->citation);
}

int httpstatus__put_retry(httpstatus__out *out, int code, const char *method, size_t length,
                          const httpstatus_retry_options *options)
{
  question asked;
  int error = ask(&asked, code, method, length, options);
  if (error == 0) {
    httpstatus_retry_result result = decide(&asked);
    put_line(out, &asked, &result);
  }
  return error;
}

int httpstatus_retry_reason(int code, const char *method, size_t length, const httpstatus_retry_options *options,
                            char *buffer, size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  question asked;
  int error = ask(&asked, code, method, length, options);
  if (error != 0) {
    return error;
  }
  httpstatus_retry_result result = decide(&asked);
  bool taken = asked.policy == NULL && asked.options.statuses == NULL;
  if (taken) {
    httpstatus__put_taken(&out, code, asked.vendor);
  } else {
    httpstatus__put_label(&out, code);
  }
  httpstatus__put(&out, ": ");
  put_line(&out, &asked, &result);
  return httpstatus__end(&out);
}
