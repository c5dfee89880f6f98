/*
 * Any bytes as the fields of a response to retry, redirect and cacheability. The first bytes are a code and options;
 * the rest is lines, of which each is a name, a colon and a value.
 */
#include "fuzz.h"

#include <limits.h>

enum { HEAD = 8, LINES = 16 };

static size_t split(const char *text, size_t size, httpstatus_field_line *lines)
{
  static const char *const names[] = {"Cache-Control", "Expires", "Date", "Last-Modified", "Retry-After", "Location"};
  size_t n = 0;
  while (size > 0 && n < LINES) {
    const char *end = memchr(text, '\n', size);
    size_t length = end == NULL ? size : (size_t)(end - text);
    const char *colon = memchr(text, ':', length);
    httpstatus_field_line *line = &lines[n++];
    *line = (httpstatus_field_line){text, length, NULL, 0};
    if (colon != NULL) {
      line->name_length = (size_t)(colon - text);
      line->value = colon + 1;
      line->value_length = length - line->name_length - 1;
    }
    /* One letter stands for a name that means something, so that those are met often. */
    if (line->name_length == 1 && (unsigned char)(text[0] - 'a') < sizeof names / sizeof names[0]) {
      line->name = names[text[0] - 'a'];
      line->name_length = strlen(line->name);
    }
    size -= length + (end != NULL);
    text += length + (end != NULL);
  }
  return n;
}

/* The line is as long as is told, whatever the buffer, and ends in a citation. */
static void expect_line(const char *line, int length, const char *citation)
{
  size_t n = strlen(citation);
  expect(length > 0 && strlen(line) == (size_t)length && line[length - 1] == ']');
  expect((size_t)length > n && memcmp(line + length - 1 - n, citation, n) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static char text[1 << 16];
  char small[8];
  httpstatus_field_line lines[LINES];
  if (size < HEAD) {
    return 0;
  }
  int code = (data[0] << 8 | data[1]) - 100, max_retries = data[2] % 4;
  unsigned bits = data[3], more = data[4];
  int64_t received_at = (int64_t)data[5] << 24;
  const char *rest = (const char *)data + HEAD;
  size_t length = data[6] % 8 < size - HEAD ? data[6] % 8 : size - HEAD;
  const char *method = (const char *[]){"GET", "POST", "HEAD", "QUERY", "CONNECT", "PATCH", rest, NULL}[data[7] % 8];
  size_t method_length = method == rest ? length : method == NULL ? 0 : strlen(method);
  size_t n = split(rest, size - HEAD, lines);
  const int64_t *when = bits & 1 ? &received_at : NULL;

  httpstatus_retry_options retry_options = {
    .size = sizeof retry_options, .fields = lines, .n_fields = n, .now = when, .retries_made = more % 3,
    .max_retries = bits & 2 ? &max_retries : NULL, .repeatable = bits & 4, .proxy = bits & 8,
    .early_data = (httpstatus_told)(more / 3 % 3), .user_action = (httpstatus_told)(more / 9 % 3),
  };
  httpstatus_retry_result retry = {.delay = 0};
  int verdict = httpstatus_retry(code, method, method_length, &retry_options, &retry);
  expect(verdict == (int)retry.verdict && retry.delay >= -1 && retry.delay <= HTTPSTATUS_SECONDS_MAX);
  expect(retry.delay == -1 || verdict == HTTPSTATUS_VERDICT_YES || verdict == HTTPSTATUS_VERDICT_IF_SAFE_TO_REPEAT ||
         verdict == HTTPSTATUS_VERDICT_UNKNOWN);
  expect_line(text, httpstatus_retry_reason(code, method, method_length, &retry_options, text, sizeof text),
              retry.citation);
  retry_options.vendor = retry_options.policy = rest;
  retry_options.vendor_length = retry_options.policy_length = length;
  verdict = httpstatus_retry(code, method, method_length, &retry_options, NULL);
  expect(verdict >= 0 || verdict == HTTPSTATUS_E_VENDOR || verdict == HTTPSTATUS_E_POLICY);

  httpstatus_redirect_options redirect_options = {
    .size = sizeof redirect_options, .policy = (httpstatus_redirect_policy)(bits >> 4 & 1), .no_location = bits & 32,
    .now = when, .fields = bits & 64 ? lines : NULL, .n_fields = bits & 64 ? n : 0, .not_replayable = bits & 128,
  };
  httpstatus_redirect_result redirect;
  httpstatus_action action = httpstatus_redirect(code, method, method_length, &redirect_options, &redirect);
  expect(action == redirect.action && (action == HTTPSTATUS_ACTION_STOP || httpstatus_classify(code) == 3));
  expect(!redirect.unsafe || action == HTTPSTATUS_ACTION_FOLLOW);
  expect_line(text, httpstatus_redirect_reason(code, method, method_length, &redirect_options, text, sizeof text),
              redirect.citation);

  httpstatus_cache_options cache_options = {
    .size = sizeof cache_options, .shared = bits & 1, .content_location_is_target = bits & 2,
    .request_authorized = (httpstatus_told)(more % 3), .received_at = bits & 4 ? &received_at : NULL,
  };
  httpstatus_cache_result cache;
  httpstatus_storable storable =
    httpstatus_cacheability(code, method, method_length, lines, n, &cache_options, &cache);
  expect(storable == cache.storable && cache.seconds >= -1 && cache.seconds <= HTTPSTATUS_SECONDS_MAX);
  expect((storable == HTTPSTATUS_STORABLE_NO || storable == HTTPSTATUS_STORABLE_REFRESH) ==
         (cache.lifetime == HTTPSTATUS_LIFETIME_NONE));
  expect(cache.lifetime != HTTPSTATUS_LIFETIME_NONE || cache.seconds == -1);
  int whole = httpstatus_cacheability_reasons(code, method, method_length, lines, n, &cache_options, text, sizeof text);
  expect(strlen(text) == (size_t)whole && strstr(text, cache.citation) != NULL);
  expect(httpstatus_cacheability_reasons(code, method, method_length, lines, n, &cache_options, small,
                                         sizeof small) == whole);
  /* What is stored by a shared cache may be stored by a private one. */
  if (storable == HTTPSTATUS_STORABLE_YES && cache_options.shared && cache.lifetime == HTTPSTATUS_LIFETIME_HEURISTIC) {
    cache_options.shared = false;
    expect(httpstatus_cacheability(code, method, method_length, lines, n, &cache_options, NULL) == storable);
  }
  return 0;
}
