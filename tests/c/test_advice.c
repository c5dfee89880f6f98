#include "test.h"

#include <limits.h>

#define RETRY(...) (&(httpstatus_retry_options){.size = sizeof(httpstatus_retry_options), __VA_ARGS__})
#define REDIRECT(...) (&(httpstatus_redirect_options){.size = sizeof(httpstatus_redirect_options), __VA_ARGS__})
#define CACHE(...) (&(httpstatus_cache_options){.size = sizeof(httpstatus_cache_options), __VA_ARGS__})
#define AFTER(text) .retry_after = &(httpstatus_line){text, sizeof(text) - 1}, .n_retry_after = 1
#define VENDOR(text) .vendor = text, .vendor_length = sizeof(text) - 1
#define POLICY(text) .policy = text, .policy_length = sizeof(text) - 1
#define YES HTTPSTATUS_TOLD_YES
#define NO HTTPSTATUS_TOLD_NO

static size_t length_of(const char *text)
{
  return text == NULL ? 0 : strlen(text);
}

/* Retry. */

static httpstatus_retry_result retry(int code, const char *method, const httpstatus_retry_options *options)
{
  httpstatus_retry_result result;
  int verdict = httpstatus_retry(code, method, length_of(method), options, &result);
  assert_int_equal(verdict, result.verdict);
  return result;
}

static void expect_retry(int code, const char *method, const httpstatus_retry_options *options, const char *verdict,
                         const char *need, const char *basis, const char *citation)
{
  httpstatus_retry_result result = retry(code, method, options);
  assert_string_equal(httpstatus_verdict_word(result.verdict), verdict);
  assert_string_equal(httpstatus_need_word(result.need), need);
  assert_string_equal(httpstatus_basis_word(result.basis), basis);
  if (citation != NULL) {
    assert_string_equal(result.citation, citation);
  }
}

/* Yes if idempotent: with every kind of method, and each with the caller's word for it. */
static void expect_if_idempotent(int code, httpstatus_retry_options options, const char *need, const char *basis,
                                 const char *citation)
{
  expect_retry(code, "GET", &options, "yes", need, basis, citation);
  expect_retry(code, "DELETE", &options, "yes", need, basis, citation);
  expect_retry(code, "POST", &options, "if_safe_to_repeat", need, basis, citation);
  expect_retry(code, "FOO", &options, "if_safe_to_repeat", need, basis, citation);
  expect_retry(code, "get", &options, "if_safe_to_repeat", need, basis, citation);
  expect_retry(code, NULL, &options, "unknown", need, basis, citation);
  options.repeatable = true;
  expect_retry(code, "POST", &options, "yes", need, basis, citation);
  expect_retry(code, NULL, &options, "yes", need, basis, citation);
  options.repeatable = false;
  options.proxy = true;
  expect_retry(code, "PUT", &options, "yes", need, basis, citation);
  expect_retry(code, "POST", &options, "no", "none", "rfc_must_not", "RFC 9110 9.2.2");
  assert_false(retry(code, "POST", &options).stricter_than_rfc);
  options.repeatable = true;
  expect_retry(code, "POST", &options, "no", "none", "rfc_must_not", "RFC 9110 9.2.2");
  assert_true(retry(code, "POST", &options).stricter_than_rfc);
  expect_retry(code, NULL, &options, "unknown", need, basis, citation);
}

static void each_code_that_may_be_repeated(void **state)
{
  (void)state;
  httpstatus_retry_options plain = {.size = sizeof plain};
  expect_if_idempotent(408, plain, "new_connection", "rfc_may", "RFC 9110 15.5.9, 9.2.2");
  expect_if_idempotent(413, *RETRY(AFTER("120")), "none", "rfc_may", "RFC 9110 15.5.14, 9.2.2");
  expect_if_idempotent(413, *RETRY(AFTER("Sun, 01 Nov 2026 10:02:00 GMT")), "none", "rfc_may", NULL);
  expect_if_idempotent(429, plain, "none", "practice", "RFC 6585 4; RFC 9110 9.2.2");
  expect_if_idempotent(503, plain, "none", "rfc_may", "RFC 9110 15.6.4, 9.2.2");
  expect_if_idempotent(500, plain, "none", "practice", "RFC 9110 15.6.1, 9.2.2");
  expect_if_idempotent(502, plain, "none", "practice", "RFC 9110 15.6.3, 9.2.2");
  expect_if_idempotent(504, plain, "none", "practice", "RFC 9110 15.6.5, 9.2.2");
  expect_if_idempotent(507, *RETRY(.user_action = NO), "none", "practice", "RFC 4918 11.5; RFC 9110 9.2.2");
  const int as_500[] = {520, 522, 530, 555, 599, 0, 99, 600, 999, -1, INT_MAX, INT_MIN};
  for (size_t i = 0; i < COUNT(as_500); i++) {
    expect_if_idempotent(as_500[i], plain, "none", "practice", "RFC 9110 15.6.1, 9.2.2");
  }
}

static void the_condition_of_408_and_413_is_ours(void **state)
{
  (void)state;
  assert_true(retry(408, "POST", NULL).stricter_than_rfc);
  assert_true(retry(408, NULL, NULL).stricter_than_rfc);
  assert_false(retry(408, "GET", NULL).stricter_than_rfc);
  assert_true(retry(413, "PATCH", RETRY(AFTER("1"))).stricter_than_rfc);
  assert_false(retry(413, "PATCH", NULL).stricter_than_rfc);
  assert_false(retry(503, "POST", NULL).stricter_than_rfc);
}

static void each_code_that_needs_a_change(void **state)
{
  (void)state;
  static const struct {
    int code;
    const char *need, *basis, *citation;
  } cases[] = {
    {401, "credentials", "rfc_may", "RFC 9110 15.5.2"},
    {407, "proxy_credentials", "rfc_may", "RFC 9110 15.5.8"},
    {403, "other_credentials", "rfc_should_not", "RFC 9110 15.5.4"},
    {411, "content_length", "rfc_may", "RFC 9110 15.5.12"},
    {413, "smaller_content", "practice", "RFC 9110 15.5.14"},
    {431, "smaller_fields", "rfc_may", "RFC 6585 5"},
    {417, "drop_expectation", "rfc_should", "RFC 9110 10.1.1, 15.5.18"},
    {426, "protocol", "practice", "RFC 9110 15.5.22"},
    {505, "version", "practice", "RFC 9110 15.6.6"},
    {510, "extension", "rfc_may", "RFC 2774 7"},
    {511, "network_login", "practice", "RFC 6585 6"},
    {428, "precondition", "practice", "RFC 6585 3"},
    {507, "user_action", "rfc_must_not", "RFC 4918 11.5"},
    {400, "request", "practice", "RFC 9110 15.5.1"},
    {405, "method", "practice", "RFC 9110 15.5.6"},
    {406, "negotiation", "practice", "RFC 9110 15.5.7"},
    {409, "state", "practice", "RFC 9110 15.5.10"},
    {412, "precondition", "practice", "RFC 9110 15.5.13"},
    {414, "target", "practice", "RFC 9110 15.5.15"},
    {415, "content_type", "practice", "RFC 9110 15.5.16"},
    {416, "range", "practice", "RFC 9110 15.5.17"},
    {422, "content", "practice", "RFC 9110 15.5.21"},
    {423, "lock", "practice", "RFC 4918 11.3"},
    {424, "dependency", "practice", "RFC 4918 11.4"},
    {499, "request", "practice", "RFC 9110 15.5.1"},
    {430, "request", "practice", "RFC 9110 15.5.1"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    expect_retry(cases[i].code, "GET", NULL, "after_change", cases[i].need, cases[i].basis, cases[i].citation);
    /* Neither the method nor the caller changes that, and a wait does for 413 only. */
    expect_retry(cases[i].code, "POST", RETRY(.proxy = true), "after_change", cases[i].need, cases[i].basis, NULL);
    expect_retry(cases[i].code, NULL, RETRY(.repeatable = true, AFTER("soon")), "after_change", cases[i].need,
                 cases[i].basis, NULL);
    if (cases[i].code != 413) {
      expect_retry(cases[i].code, "GET", RETRY(AFTER("120")), "after_change", cases[i].need, cases[i].basis, NULL);
      assert_int_equal(retry(cases[i].code, "GET", RETRY(AFTER("120"))).delay, HTTPSTATUS_SECONDS_UNKNOWN);
    }
  }
  expect_retry(507, "PUT", RETRY(.user_action = YES), "after_change", "user_action", "rfc_must_not", NULL);
}

static void each_code_that_is_not_repeated(void **state)
{
  (void)state;
  const int codes[] = {100, 101, 102, 103, 104, 199, 200, 204, 206, 226, 299, 304, 300, 301, 302, 303, 307,
                       308, 399, 305, 306, 402, 404, 410, 418, 451, 501, 506, 508};
  for (size_t i = 0; i < COUNT(codes); i++) {
    expect_retry(codes[i], "GET", RETRY(AFTER("120"), .repeatable = true), "no", "none", "practice", NULL);
    assert_int_equal(retry(codes[i], "GET", RETRY(AFTER("120"))).delay, HTTPSTATUS_SECONDS_UNKNOWN);
  }
}

static void misdirected_and_too_early(void **state)
{
  (void)state;
  expect_retry(421, "POST", NULL, "yes", "new_connection", "rfc_may", "RFC 9110 15.5.20");
  expect_retry(421, NULL, NULL, "yes", "new_connection", "rfc_may", NULL);
  expect_retry(421, "GET", RETRY(.proxy = true), "yes", "new_connection", "rfc_may", NULL);
  expect_retry(421, "POST", RETRY(.proxy = true), "no", "none", "rfc_must_not", "RFC 9110 9.2.2");
  expect_retry(421, NULL, RETRY(.proxy = true), "unknown", "new_connection", "rfc_may", NULL);

  expect_retry(425, "POST", NULL, "yes", "not_early_data", "rfc_should", "RFC 8470 5.2");
  expect_retry(425, NULL, RETRY(.early_data = YES), "yes", "not_early_data", "rfc_must", "RFC 8470 4, 5.2");
  expect_retry(425, "PUT", RETRY(.early_data = NO), "yes", "not_early_data", "practice",
               "RFC 8470 5.2; RFC 9110 9.2.2");
  expect_retry(425, "POST", RETRY(.early_data = NO), "if_safe_to_repeat", "not_early_data", "practice", NULL);
  expect_retry(425, NULL, RETRY(.early_data = NO), "unknown", "not_early_data", "practice", NULL);
  expect_retry(425, "GET", RETRY(.proxy = true, .early_data = YES), "no", "none", "rfc_must", "RFC 8470 5.2");
  assert_false(retry(425, "GET", RETRY(.proxy = true, .early_data = YES)).stricter_than_rfc);
  expect_retry(425, "GET", RETRY(.proxy = true), "no", "none", "rfc_must", "RFC 8470 5.2");
  assert_true(retry(425, "GET", RETRY(.proxy = true)).stricter_than_rfc);
  expect_retry(425, "GET", RETRY(.proxy = true, .early_data = NO), "yes", "inbound_handshake", "rfc_must", NULL);
  expect_retry(425, "POST", RETRY(.proxy = true, .early_data = NO), "no", "none", "rfc_must_not", NULL);

  /* Once, whatever the maximum. */
  const int max = 9;
  const httpstatus_retry_options *again = RETRY(.retries_made = 1, .max_retries = &max);
  expect_retry(421, "GET", again, "no", "none", "rfc_may", NULL);
  expect_retry(425, "GET", again, "no", "none", "rfc_should", NULL);
  expect_retry(425, "GET", RETRY(.retries_made = 1, .early_data = NO), "no", "none", "practice", NULL);
  assert_true(retry(503, "GET", again).verdict == HTTPSTATUS_VERDICT_YES);
}

static void retries_made(void **state)
{
  (void)state;
  const int none = 0, two = 2;
  assert_false(retry(503, "GET", NULL).beyond_rfc_advice);
  assert_true(retry(503, "GET", RETRY(.retries_made = 1)).beyond_rfc_advice);
  expect_retry(503, "GET", RETRY(.max_retries = &none, AFTER("9")), "no", "none", "rfc_may", NULL);
  assert_int_equal(retry(503, "GET", RETRY(.max_retries = &none, AFTER("9"))).delay, HTTPSTATUS_SECONDS_UNKNOWN);
  expect_retry(408, "POST", RETRY(.retries_made = 2, .max_retries = &two), "no", "none", "rfc_may", NULL);
  expect_retry(503, NULL, RETRY(.retries_made = 3, .max_retries = &two), "no", "none", "rfc_may", NULL);
  expect_retry(503, "GET", RETRY(.retries_made = 1, .max_retries = &two), "yes", "none", "rfc_may", NULL);
  /* What needs a change needs it still. */
  expect_retry(401, "GET", RETRY(.max_retries = &none), "after_change", "credentials", "rfc_may", NULL);
}

static int64_t delay(int code, const char *method, const httpstatus_retry_options *options)
{
  return retry(code, method, options).delay;
}

static void the_delay(void **state)
{
  (void)state;
  const int64_t now = 1793527200; /* Sun, 01 Nov 2026 10:00:00 GMT */
  const int64_t later = now + 60;
  static const char date[] = "Sun, 01 Nov 2026 10:02:00 GMT";
  assert_int_equal(delay(503, "GET", RETRY(AFTER("120"))), 120);
  assert_int_equal(delay(503, "POST", RETRY(AFTER("120"))), 120);
  assert_int_equal(delay(503, NULL, RETRY(AFTER("120"))), 120);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("0"))), 0);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("soon"))), HTTPSTATUS_SECONDS_UNKNOWN);
  assert_int_equal(delay(503, "GET", NULL), HTTPSTATUS_SECONDS_UNKNOWN);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("99999999999999999999"))), HTTPSTATUS_SECONDS_MAX);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("Sun, 01 Nov 2026 10:02:00 GMT"))), HTTPSTATUS_SECONDS_UNKNOWN);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("Sun, 01 Nov 2026 10:02:00 GMT"), .now = &later)), 60);
  assert_int_equal(delay(503, "GET", RETRY(AFTER("Sun, 01 Nov 2026 10:02:00 GMT"), .now = &later, .date = &now)), 120);

  httpstatus_field_line fields[] = {
    {"rEtRy-AfTeR", 11, date, sizeof date - 1},
    {"Date", 4, "Sun, 01 Nov 2026 10:00:00 GMT", 29},
    {NULL, 0, NULL, 0},
    {"Retry-After", 11, "1", 1},
  };
  assert_int_equal(delay(503, "GET", RETRY(.fields = fields, .n_fields = 3)), 120);
  assert_int_equal(delay(503, "GET", RETRY(.fields = fields, .n_fields = 3, .date = &later)), 60);
  assert_int_equal(delay(503, "GET", RETRY(.fields = fields, .n_fields = 3, AFTER("7"))), 7);
  /* Two lines are none that can be read. */
  assert_int_equal(delay(503, "GET", RETRY(.fields = fields, .n_fields = 4)), HTTPSTATUS_SECONDS_UNKNOWN);
  expect_retry(413, "GET", RETRY(.fields = fields, .n_fields = 4), "after_change", "smaller_content", "practice", NULL);
}

static void vendors(void **state)
{
  (void)state;
  expect_retry(522, "GET", RETRY(VENDOR("cloudflare")), "yes", "none", "practice", NULL);
  expect_retry(526, "GET", RETRY(VENDOR("cloudflare")), "no", "none", "practice", NULL);
  expect_retry(526, "GET", NULL, "yes", "none", "practice", NULL);
  expect_retry(499, "GET", RETRY(VENDOR("nginx")), "no", "none", "practice", NULL);
  expect_retry(460, "GET", RETRY(VENDOR("aws-elb")), "no", "none", "practice", NULL);
  expect_retry(561, "GET", RETRY(VENDOR("aws-elb")), "after_change", "credentials", "practice", NULL);
  expect_retry(529, "POST", RETRY(VENDOR("anthropic")), "if_safe_to_repeat", "none", "practice", NULL);
  expect_retry(598, "GET", RETRY(VENDOR("informal")), "yes", "none", "practice", NULL);
  /* A vendor without such a row, or with one that has no answer, leaves things as they are. */
  expect_retry(404, "GET", RETRY(VENDOR("nginx")), "no", "none", "practice", "RFC 9110 15.5.5");
  expect_retry(404, "GET", RETRY(VENDOR("iana")), "no", "none", "practice", "RFC 9110 15.5.5");
  assert_true(retry(408, "POST", RETRY(VENDOR("iana"))).stricter_than_rfc);
  expect_retry(600, "GET", RETRY(VENDOR("squid")), "yes", "none", "practice", "RFC 9110 15.6.1, 9.2.2");
  httpstatus_retry_result result = {.delay = 7};
  assert_int_equal(httpstatus_retry(503, "GET", 3, RETRY(VENDOR("nobody")), &result), HTTPSTATUS_E_VENDOR);
  assert_int_equal(httpstatus_retry_reason(503, "GET", 3, RETRY(VENDOR("nobody")), NULL, 0), HTTPSTATUS_E_VENDOR);
  assert_int_equal(result.delay, 7);
}

static void rows_say_what_retry_says(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    httpstatus_retry_options options = {.size = sizeof options, .vendor = row->vendor};
    options.vendor_length = strlen(row->vendor);
    bool official = row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL;
    assert_int_equal(row->retry_rule == HTTPSTATUS_RETRY_RULE_FALLBACK && official, false);
    assert_true(row->retry_ref != NULL || !official);
    httpstatus_retry_result result = retry(row->code, "GET", &options);
    if (row->retry_rule != HTTPSTATUS_RETRY_RULE_FALLBACK) {
      assert_int_equal(result.need, row->retry_need);
      assert_int_equal(result.basis, row->retry_basis);
    }
    /* What the code decides about storing is the same for every owner. */
    httpstatus_storable bare = httpstatus_cacheability(row->code, "GET", 3, NULL, 0, NULL, NULL);
    httpstatus_field_line public = {"Cache-Control", 13, "max-age=60", 10};
    httpstatus_storable asked = httpstatus_cacheability(row->code, "GET", 3, &public, 1, NULL, NULL);
    httpstatus_storage storage = row->storage;
    if (!official && httpstatus_is_registered(row->code)) {
      continue;
    }
    assert_int_equal(bare == HTTPSTATUS_STORABLE_YES, storage == HTTPSTATUS_STORAGE_HEURISTIC);
    assert_int_equal(asked == HTTPSTATUS_STORABLE_YES,
                     storage == HTTPSTATUS_STORAGE_HEURISTIC || storage == HTTPSTATUS_STORAGE_EXPLICIT);
  }
}

/* Policies. */

static void the_policies(void **state)
{
  (void)state;
  int n = 0;
  const httpstatus_retry_policy *policy = NULL;
  assert_string_equal(httpstatus_next_retry_policy(NULL)->name, "rfc");
  while ((policy = httpstatus_next_retry_policy(policy)) != NULL) {
    httpstatus_set set;
    n++;
    assert_true(is_printable(policy->name) && is_printable(policy->source) && strlen(policy->checked) == 10);
    const char *const texts[] = {policy->statuses, policy->with_retry_after};
    for (size_t i = 0; i < COUNT(texts); i++) {
      char text[HTTPSTATUS_SET_TEXT];
      if (texts[i] != NULL) {
        assert_int_equal(httpstatus_set_parse(texts[i], strlen(texts[i]), &set, NULL), 0);
        httpstatus_set_text(&set, text, sizeof text);
        assert_string_equal(text, texts[i]);
      }
    }
  }
  assert_int_equal(n, 6);

  /* What the first one tells is what is done without a policy. */
  httpstatus_set statuses, waiting;
  const httpstatus_retry_policy *rfc = httpstatus_next_retry_policy(NULL);
  httpstatus_set_parse(rfc->statuses, strlen(rfc->statuses), &statuses, NULL);
  httpstatus_set_parse(rfc->with_retry_after, strlen(rfc->with_retry_after), &waiting, NULL);
  for (int code = 100; code < 600; code++) {
    if (httpstatus_is_registered(code)) {
      bool listed = httpstatus_set_contains(&statuses, code);
      assert_int_equal(retry(code, "GET", NULL).verdict == HTTPSTATUS_VERDICT_YES, listed);
      assert_int_equal(retry(code, "GET", RETRY(AFTER("1"), POLICY("rfc"))).verdict == HTTPSTATUS_VERDICT_YES,
                       listed || httpstatus_set_contains(&waiting, code));
    }
  }
}

static void what_others_would_do(void **state)
{
  (void)state;
  expect_retry(503, "POST", RETRY(POLICY("curl")), "yes", "none", "practice", NULL);
  assert_int_equal(delay(503, "POST", RETRY(POLICY("curl"), AFTER("99999"))), 21600);
  assert_int_equal(delay(503, "POST", RETRY(POLICY("curl"), AFTER("0"))), HTTPSTATUS_SECONDS_UNKNOWN);
  expect_retry(425, "GET", RETRY(POLICY("curl")), "no", "none", "practice", NULL);
  expect_retry(522, "GET", RETRY(POLICY("curl")), "yes", "none", "practice", NULL);
  expect_retry(503, "GET", RETRY(POLICY("urllib3")), "no", "none", "practice", NULL);
  expect_retry(503, "GET", RETRY(POLICY("urllib3"), AFTER("0")), "yes", "none", "practice", NULL);
  expect_retry(503, "POST", RETRY(POLICY("urllib3"), AFTER("1")), "no", "none", "practice", NULL);
  expect_retry(503, NULL, RETRY(POLICY("urllib3"), AFTER("1")), "unknown", "none", "practice", NULL);
  expect_retry(503, "GET", RETRY(POLICY("urllib3"), AFTER("1"), .retries_made = 3), "no", "none", "practice", NULL);
  expect_retry(429, "POST", RETRY(POLICY("botocore"), AFTER("7")), "yes", "none", "practice", NULL);
  assert_int_equal(delay(429, "POST", RETRY(POLICY("botocore"), AFTER("7"))), HTTPSTATUS_SECONDS_UNKNOWN);
  expect_retry(502, "GET", RETRY(POLICY("google-api-core")), "no", "none", "practice", NULL);
  expect_retry(413, "PUT", RETRY(POLICY("got"), AFTER("7")), "yes", "none", "practice", NULL);
  expect_retry(413, "PUT", RETRY(POLICY("got"), AFTER("0")), "no", "none", "practice", NULL);
  assert_int_equal(httpstatus_retry(503, "GET", 3, RETRY(POLICY("nobody")), NULL), HTTPSTATUS_E_POLICY);
  const int nine = 9;
  const httpstatus_retry_options *more = RETRY(POLICY("got"), .retries_made = 5, .max_retries = &nine);
  expect_retry(503, "GET", more, "yes", "none", "practice", NULL);
}

static void a_policy_of_ones_own(void **state)
{
  (void)state;
  httpstatus_set set;
  assert_int_equal(httpstatus_set_parse("404,5xx", 7, &set, NULL), 0);
  expect_retry(404, "GET", RETRY(.statuses = &set), "yes", "none", "practice", "RFC 9110 9.2.2");
  expect_retry(404, "POST", RETRY(.statuses = &set), "if_safe_to_repeat", "none", "practice", NULL);
  expect_retry(429, "GET", RETRY(.statuses = &set), "no", "none", "practice", NULL);
  expect_retry(501, "POST", RETRY(.statuses = &set, .proxy = true), "no", "none", "rfc_must_not", NULL);
  assert_int_equal(delay(501, "GET", RETRY(.statuses = &set, AFTER("3"))), 3);
}

/* Redirect. */

static httpstatus_redirect_result redirect(int code, const char *method, const httpstatus_redirect_options *options)
{
  httpstatus_redirect_result result;
  httpstatus_action action = httpstatus_redirect(code, method, length_of(method), options, &result);
  assert_int_equal(action, result.action);
  assert_true((result.keep_content == HTTPSTATUS_TOLD_NOT_GIVEN) == (result.action != HTTPSTATUS_ACTION_FOLLOW));
  assert_true((result.n_drop_fields == 0) == (result.action != HTTPSTATUS_ACTION_FOLLOW));
  return result;
}

/* next: the method, with "!" after it if the content is dropped; or "stop" or "ask". */
static void expect_redirect(int code, const char *method, const httpstatus_redirect_options *options, const char *next,
                            const char *basis)
{
  httpstatus_redirect_result result = redirect(code, method, options);
  size_t length = strcspn(next, "!");
  if (result.action == HTTPSTATUS_ACTION_FOLLOW) {
    assert_int_equal(result.method_length, length);
    assert_memory_equal(result.method, next, length);
    assert_int_equal(result.keep_content, next[length] == '!' ? NO : YES);
    assert_int_equal(result.unsafe, !httpstatus_method(next, length).safe);
    assert_int_equal(result.n_drop_fields, next[length] == '!' ? 24 : 17);
  } else {
    assert_string_equal(httpstatus_action_word(result.action), next);
    assert_null(result.method);
    assert_false(result.unsafe);
  }
  assert_string_equal(httpstatus_basis_word(result.basis), basis);
}

static void each_redirect(void **state)
{
  (void)state;
  const httpstatus_redirect_options *preserve = REDIRECT(.policy = HTTPSTATUS_REDIRECT_POLICY_PRESERVE);
  const int historic[] = {301, 302};
  for (size_t i = 0; i < COUNT(historic); i++) {
    expect_redirect(historic[i], "GET", NULL, "GET", "rfc_may");
    expect_redirect(historic[i], "HEAD", NULL, "HEAD", "rfc_may");
    expect_redirect(historic[i], "POST", NULL, "GET!", "rfc_may");
    expect_redirect(historic[i], "POST", preserve, "POST", "rfc_may");
    expect_redirect(historic[i], "PUT", NULL, "PUT", "rfc_may");
    expect_redirect(historic[i], "QUERY", NULL, "QUERY", "rfc_may");
    expect_redirect(historic[i], "FOO", preserve, "FOO", "rfc_may");
    expect_redirect(historic[i], NULL, NULL, "ask", "rfc_may");
  }
  expect_redirect(303, "GET", NULL, "GET", "rfc_may");
  expect_redirect(303, "HEAD", NULL, "HEAD", "rfc_may");
  expect_redirect(303, "POST", preserve, "GET!", "rfc_may");
  expect_redirect(303, "PUT", NULL, "GET!", "rfc_may");
  expect_redirect(303, "QUERY", NULL, "GET!", "rfc_may");
  expect_redirect(303, NULL, NULL, "GET!", "rfc_may");
  const char *const kept[] = {"GET", "HEAD", "POST", "PUT", "QUERY", "FOO"};
  for (size_t i = 0; i < COUNT(kept); i++) {
    expect_redirect(307, kept[i], NULL, kept[i], "rfc_must_not");
    expect_redirect(308, kept[i], NULL, kept[i], "rfc_may");
  }
  const int asked[] = {300, 309, 350, 399};
  for (size_t i = 0; i < COUNT(asked); i++) {
    expect_redirect(asked[i], "GET", NULL, "ask", "rfc_may");
    expect_redirect(asked[i], "POST", NULL, "ask", "rfc_may");
  }
  const int stops[] = {304, 305, 306, 100, 200, 201, 404, 500, 600, -1, INT_MAX};
  for (size_t i = 0; i < COUNT(stops); i++) {
    expect_redirect(stops[i], "GET", NULL, "stop", "practice");
    expect_redirect(stops[i], NULL, NULL, "stop", "practice");
  }
  for (int code = 300; code < 400; code++) {
    expect_redirect(code, "CONNECT", NULL, "stop", "practice");
    expect_redirect(code, "GET", REDIRECT(.no_location = true), "stop", "practice");
  }
  assert_string_equal(redirect(201, "POST", NULL).citation, "RFC 9110 15.4, 10.2.2");
  assert_string_equal(redirect(302, "CONNECT", NULL).citation, "RFC 9110 9.3.6");
  httpstatus_redirect_result unknown = redirect(308, NULL, NULL);
  assert_true(unknown.action == HTTPSTATUS_ACTION_FOLLOW && unknown.method == NULL && unknown.unsafe);
}

static void what_goes_with_a_redirect(void **state)
{
  (void)state;
  assert_false(redirect(301, "GET", NULL).inherit_fragment);
  assert_true(redirect(301, "GET", REDIRECT(.location = "/a", .location_length = 2)).inherit_fragment);
  assert_true(redirect(300, "GET", REDIRECT(.location = "", .location_length = 0)).inherit_fragment);
  assert_false(redirect(301, "GET", REDIRECT(.location = "/a#b", .location_length = 4)).inherit_fragment);
  assert_int_equal(redirect(301, "GET", REDIRECT(AFTER("5"))).delay, 5);
  assert_int_equal(redirect(300, "GET", REDIRECT(AFTER("5"))).delay, 5);
  assert_int_equal(redirect(304, "GET", REDIRECT(AFTER("5"))).delay, HTTPSTATUS_SECONDS_UNKNOWN);
  expect_redirect(307, "POST", REDIRECT(.not_replayable = true), "stop", "practice");
  expect_redirect(301, "POST", REDIRECT(.not_replayable = true), "GET!", "rfc_may");
  httpstatus_field_line fields[] = {{"location", 8, "/x#y", 4}, {"Retry-After", 11, "3", 1}};
  assert_int_equal(redirect(302, "GET", REDIRECT(.fields = fields, .n_fields = 2)).delay, 3);
  assert_false(redirect(302, "GET", REDIRECT(.fields = fields, .n_fields = 2)).inherit_fragment);
  expect_redirect(302, "GET", REDIRECT(.fields = fields + 1, .n_fields = 1), "stop", "practice");
  const char *const *dropped = redirect(301, "POST", NULL).drop_fields;
  assert_string_equal(dropped[0], "Content-Encoding");
  assert_string_equal(redirect(301, "GET", NULL).drop_fields[0], "Connection");
}

/* Cacheability. */

#define FIELD(name, value) {name, sizeof(name) - 1, value, sizeof(value) - 1}
#define CONTROL(value) FIELD("Cache-Control", value)

static httpstatus_cache_result cache(int code, const char *method, const httpstatus_field_line *fields, size_t n,
                                     const httpstatus_cache_options *options)
{
  httpstatus_cache_result result;
  httpstatus_storable storable =
    httpstatus_cacheability(code, method, length_of(method), fields, n, options, &result);
  assert_int_equal(storable, result.storable);
  return result;
}

/* lifetime: "heuristic", "explicit" or "none", and the seconds, -1 for unknown. */
#define expect_cache(code, method, options, storable_word, lifetime_word, lifetime_seconds, ...)                   \
  do {                                                                                                             \
    const httpstatus_field_line given[] = {FIELD("X", ""), __VA_ARGS__};                                           \
    httpstatus_cache_result found = cache(code, method, given, COUNT(given), options);                             \
    assert_string_equal(httpstatus_storable_word(found.storable), storable_word);                                  \
    assert_string_equal(httpstatus_lifetime_word(found.lifetime), lifetime_word);                                  \
    assert_int_equal(found.seconds, lifetime_seconds);                                                             \
  } while (0)
#define NONE FIELD("Y", "")
#define DATE FIELD("Date", "Sun, 01 Nov 2026 10:00:00 GMT")

static void the_examples_of_storing(void **state)
{
  (void)state;
  expect_cache(404, "GET", NULL, "yes", "heuristic", -1, NONE);
  expect_cache(302, "GET", NULL, "no", "none", -1, NONE);
  expect_cache(302, "GET", NULL, "yes", "explicit", 60, CONTROL("max-age=60"));
  expect_cache(500, "GET", NULL, "yes", "heuristic", -1, CONTROL("public"));
  expect_cache(429, "GET", NULL, "no", "none", -1, CONTROL("max-age=60"));
  expect_cache(200, "POST", NULL, "no", "none", -1, CONTROL("max-age=60"));
  expect_cache(200, "POST", CACHE(.content_location_is_target = true), "yes", "explicit", 60, CONTROL("max-age=60"));
  expect_cache(200, "GET", NULL, "yes", "explicit", 60, CONTROL("no-store, must-understand, max-age=60"));
  expect_cache(599, "GET", NULL, "no", "none", -1, CONTROL("no-store, must-understand, max-age=60"));
  expect_cache(599, "GET", NULL, "yes", "explicit", 60, CONTROL("max-age=60"));
  expect_cache(206, "GET", NULL, "no", "none", -1, NONE);
  expect_cache(200, "GET", NULL, "yes", "explicit", 0, FIELD("Expires", "0"));
  expect_cache(200, "CONNECT", NULL, "no", "none", -1, NONE);
  expect_cache(451, "GET", NULL, "yes", "heuristic", -1, NONE);
  expect_cache(421, "GET", NULL, "no", "none", -1, NONE);
  expect_cache(302, "GET", CACHE(.shared = true), "no", "none", -1, NONE);
  const int bare[] = {299, 399, 302, 421, 226};
  for (size_t i = 0; i < COUNT(bare); i++) {
    expect_cache(bare[i], "GET", NULL, "no", "none", -1, NONE);
  }
}

static void each_step_of_storing(void **state)
{
  (void)state;
  const char *const never[] = {"PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "FOO", "get"};
  for (size_t i = 0; i < COUNT(never); i++) {
    expect_cache(200, never[i], CACHE(.content_location_is_target = true), "no", "none", -1, CONTROL("max-age=60"));
  }
  expect_cache(200, "HEAD", NULL, "yes", "heuristic", -1, NONE);
  expect_cache(200, "QUERY", NULL, "yes", "heuristic", -1, NONE);
  expect_cache(200, "PATCH", CACHE(.content_location_is_target = true), "yes", "explicit", 5, CONTROL("max-age=5"));
  expect_cache(200, "POST", CACHE(.content_location_is_target = true), "no", "none", -1, CONTROL("public"));
  expect_cache(200, NULL, NULL, "unknown", "heuristic", -1, NONE);
  expect_cache(302, NULL, NULL, "no", "none", -1, NONE);
  const int no_status[] = {600, 99, 0, -1, 100, 103, 199};
  for (size_t i = 0; i < COUNT(no_status); i++) {
    expect_cache(no_status[i], "GET", NULL, "no", "none", -1, CONTROL("public, max-age=60"));
  }
  assert_true(cache(600, "GET", NULL, 0, NULL).stricter_than_rfc);
  assert_int_equal(cache(600, "GET", NULL, 0, NULL).basis, HTTPSTATUS_BASIS_PRACTICE);
  expect_cache(304, "GET", NULL, "refresh", "none", -1, CONTROL("no-store"));
  expect_cache(304, "PUT", NULL, "no", "none", -1, NONE);
  const int forbidden[] = {428, 429, 431, 511};
  for (size_t i = 0; i < COUNT(forbidden); i++) {
    expect_cache(forbidden[i], "GET", NULL, "no", "none", -1, CONTROL("public, max-age=60"));
  }
  httpstatus_set all;
  assert_int_equal(httpstatus_set_parse("2xx", 3, &all, NULL), 0);
  expect_cache(206, "GET", CACHE(.understands = &all), "yes", "heuristic", -1, NONE);
  expect_cache(226, "GET", CACHE(.understands = &all), "no", "none", -1, NONE);
  expect_cache(226, "GET", CACHE(.understands = &all), "yes", "explicit", 9, CONTROL("max-age=9"));
  expect_cache(226, "GET", NULL, "no", "none", -1, CONTROL("max-age=9"));
  expect_cache(404, "GET", CACHE(.understands = &all), "no", "none", -1, CONTROL("must-understand, max-age=9"));
  expect_cache(200, "GET", NULL, "no", "none", -1, CONTROL("no-store, max-age=60"));
  expect_cache(200, "GET", NULL, "no", "none", -1, CONTROL("max-age=60"), CONTROL("NO-STORE"));
  const httpstatus_cache_options *shared = CACHE(.shared = true, .request_authorized = NO);
  expect_cache(200, "GET", shared, "no", "none", -1, CONTROL("private, max-age=60"));
  expect_cache(200, "GET", shared, "no", "none", -1, CONTROL("private=\"\""));
  expect_cache(200, "GET", shared, "no", "none", -1, CONTROL("private=\", \""));
  expect_cache(200, "GET", shared, "yes", "heuristic", -1, CONTROL("private=\"set-cookie\""));
  expect_cache(200, "GET", shared, "yes", "heuristic", -1, CONTROL("private=set-cookie"));
  expect_cache(302, "GET", NULL, "yes", "heuristic", -1, CONTROL("private"));
  expect_cache(302, "GET", shared, "no", "none", -1, CONTROL("private=\"a\""));
  expect_cache(302, "GET", NULL, "no", "none", -1, CONTROL("s-maxage=60"));
  expect_cache(302, "GET", shared, "yes", "explicit", 60, CONTROL("s-maxage=60"));
  const httpstatus_cache_options *authorized = CACHE(.shared = true, .request_authorized = YES);
  const httpstatus_cache_options *untold = CACHE(.shared = true);
  expect_cache(200, "GET", authorized, "no", "none", -1, CONTROL("max-age=60"));
  expect_cache(200, "GET", untold, "unknown", "explicit", 60, CONTROL("max-age=60"));
  expect_cache(200, "GET", authorized, "yes", "explicit", 60, CONTROL("max-age=60, public"));
  expect_cache(200, "GET", authorized, "yes", "explicit", 60, CONTROL("max-age=60, must-revalidate"));
  expect_cache(200, "GET", untold, "yes", "explicit", 7, CONTROL("max-age=60, s-maxage=7"));
}

static void each_lifetime(void **state)
{
  (void)state;
  const httpstatus_cache_options *shared = CACHE(.shared = true, .request_authorized = NO);
  const int64_t received_at = 1793527200 - 60;
  expect_cache(200, "GET", shared, "yes", "explicit", 7, CONTROL("max-age=60, s-maxage=7"));
  expect_cache(200, "GET", NULL, "yes", "explicit", 60, CONTROL("max-age=60, s-maxage=7"));
  expect_cache(200, "GET", NULL, "yes", "explicit", 60, CONTROL("Max-Age=\"60\" , Foo=\"a, max-age=1\""));
  expect_cache(200, "GET", NULL, "yes", "explicit", 60, CONTROL("max-age=60"), CONTROL("max-age=060"));
  expect_cache(200, "GET", NULL, "yes", "explicit", HTTPSTATUS_SECONDS_MAX, CONTROL("max-age=99999999999999999999"));
  const httpstatus_field_line wrong[] = {
    CONTROL("max-age"), CONTROL("max-age="), CONTROL("max-age=x"), CONTROL("max-age=-1"), CONTROL("max-age=1.5"),
    CONTROL("max-age =60"), CONTROL("max-age=60 x"), CONTROL("max-age=\"60"), CONTROL("max-age=\"60\"x"),
    CONTROL("max-age=1, max-age=2"), CONTROL("max-age=x, max-age=2"), CONTROL("max-age=1, max-age=2, max-age=2"),
    CONTROL("max-age=60, max-age"), CONTROL("s-maxage=9, max-age=x"),
  };
  for (size_t i = 0; i < COUNT(wrong); i++) {
    expect_cache(200, "GET", NULL, "yes", "explicit", 0, wrong[i],
                 FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"), DATE);
  }
  expect_cache(200, "GET", shared, "yes", "explicit", 0, CONTROL("s-maxage=x, max-age=60"));
  expect_cache(200, "GET", NULL, "yes", "explicit", 120, FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "explicit", 120, FIELD("Expires", "sun, 01 nov 2026 10:02:00 gmt"), DATE);
  expect_cache(200, "GET", NULL, "yes", "explicit", 120, FIELD("Expires", "Sunday, 01-Nov-26 10:02:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "explicit", 0, FIELD("Expires", "Sun, 01 Nov 2026 09:00:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "explicit", 0, FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"),
               FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "explicit", -1, FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"));
  expect_cache(200, "GET", CACHE(.received_at = &received_at), "yes", "explicit", 180,
               FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"));
  expect_cache(200, "GET", CACHE(.received_at = &received_at), "yes", "explicit", 180,
               FIELD("Expires", "Sun, 01 Nov 2026 10:02:00 GMT"), FIELD("Date", "today"));
  expect_cache(200, "GET", NULL, "yes", "heuristic", 600,
               FIELD("Last-Modified", "Sun, 01 Nov 2026 08:20:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "heuristic", -1, FIELD("Last-Modified", "Sun, 01 Nov 2026 10:20:00 GMT"), DATE);
  expect_cache(200, "GET", NULL, "yes", "heuristic", -1, FIELD("Last-Modified", "Sun, 01 Nov 2026 08:20:00 GMT"));
}

/* The lines. */

static void the_lines(void **state)
{
  (void)state;
  char line[1024];
  static const char expected[] =
    "503 Service Unavailable: retry after 120 s, GET is idempotent [RFC 9110 15.6.4, 9.2.2]";
  int length = httpstatus_retry_reason(503, "GET", 3, RETRY(AFTER("120")), line, sizeof line);
  assert_string_equal(line, expected);
  assert_int_equal(length, sizeof expected - 1);
  assert_int_equal(httpstatus_retry_reason(503, "GET", 3, RETRY(AFTER("120")), NULL, 0), length);
  assert_int_equal(httpstatus_retry_reason(503, "GET", 3, RETRY(AFTER("120")), line, 11), length);
  assert_string_equal(line, "503 Servic");
  httpstatus_redirect_reason(301, "POST", 4, NULL, line, sizeof line);
  assert_string_equal(line, "301 Moved Permanently: follow with GET in place of POST and without its content "
                            "[RFC 9110 15.4.2; RFC 9205 4.6.1]");
  const httpstatus_field_line fields[] = {CONTROL("max-age=60, max-stale"), FIELD("pragma", "x"),
                                          FIELD("CDN-Cache-Control", "x")};
  httpstatus_cacheability_reasons(302, "GET", 3, fields, 3, NULL, line, sizeof line);
  assert_string_equal(line, "302 Found: may be stored [RFC 9111 3, 4.2.1]\n"
                            "fresh for 60 s by max-age [RFC 9111 4.2.1]\n"
                            "Pragma plays no part in a response [RFC 9111 5.4]\n"
                            "CDN-Cache-Control plays no part here, it is for some caches only [RFC 9213 2]\n"
                            "max-stale plays no part, it is a directive of requests [RFC 9111 5.2.1]");
}

/* Every answer has a line that can be printed, and ends with what it cites. */
static void every_answer_has_a_line(void **state)
{
  (void)state;
  static const char *const methods[] = {NULL, "GET", "POST", "\xff\n"};
  char line[2048];
  for (int code = -1; code <= 1000; code++) {
    for (size_t i = 0; i < COUNT(methods); i++) {
      for (int bits = 0; bits < 32; bits++) {
        httpstatus_retry_options options = *RETRY(AFTER("9"), .proxy = bits & 1, .repeatable = bits & 2);
        options.retries_made = bits & 4 ? 1 : 0;
        options.early_data = (httpstatus_told)(bits >> 3 & 1);
        options.user_action = (httpstatus_told)(bits >> 4 & 1);
        const char *citation = retry(code, methods[i], &options).citation;
        int length = httpstatus_retry_reason(code, methods[i], length_of(methods[i]), &options, line, sizeof line);
        assert_true(length < (int)sizeof line && is_printable(line));
        assert_memory_equal(line + length - 1 - strlen(citation), citation, strlen(citation));
      }
      httpstatus_redirect_reason(code, methods[i], length_of(methods[i]), NULL, line, sizeof line);
      assert_true(is_printable(line) && strstr(line, "[RFC 9110 ") != NULL);
    }
  }
}

/* A caller that was compiled when options had fewer members does not lend its stack. */
static void short_options(void **state)
{
  (void)state;
  const size_t size = offsetof(httpstatus_retry_options, retries_made);
  char *options = calloc(1, size);
  assert_non_null(options);
  memcpy(options, &size, sizeof size);
  expect_retry(503, "GET", (const void *)options, "yes", "none", "rfc_may", NULL);
  free(options);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_code_that_may_be_repeated),
    cmocka_unit_test(the_condition_of_408_and_413_is_ours),
    cmocka_unit_test(each_code_that_needs_a_change),
    cmocka_unit_test(each_code_that_is_not_repeated),
    cmocka_unit_test(misdirected_and_too_early),
    cmocka_unit_test(retries_made),
    cmocka_unit_test(the_delay),
    cmocka_unit_test(vendors),
    cmocka_unit_test(rows_say_what_retry_says),
    cmocka_unit_test(the_policies),
    cmocka_unit_test(what_others_would_do),
    cmocka_unit_test(a_policy_of_ones_own),
    cmocka_unit_test(each_redirect),
    cmocka_unit_test(what_goes_with_a_redirect),
    cmocka_unit_test(the_examples_of_storing),
    cmocka_unit_test(each_step_of_storing),
    cmocka_unit_test(each_lifetime),
    cmocka_unit_test(the_lines),
    cmocka_unit_test(every_answer_has_a_line),
    cmocka_unit_test(short_options),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
