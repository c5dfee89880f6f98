#include <string.h>

#include "advise.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "httpstatus/method.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/*
 * RFC 9110 Section 15.4, items 5 and 2, with the fields that 7.6.1 names: those of the content, which go with it, and
 * those that were made for the old connection, proxy, host, cached response or resource. The second part alone is for
 * requests whose method stays.
 */
static const char *const drop_fields[] = {
  "Content-Encoding", "Content-Language", "Content-Location", "Content-Type", "Content-Length", "Digest",
  "Last-Modified",
  "Connection", "Proxy-Connection", "Keep-Alive", "TE", "Transfer-Encoding", "Upgrade", "Proxy-Authorization", "Host",
  "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Referer", "Origin",
  "Authorization", "Cookie",
};
enum { OF_CONTENT = 7 };

typedef struct question {
  httpstatus_redirect_options options;
  int code; /* the effective one */
  const char *method; /* NULL for not given */
  size_t length;
  bool has_location;
  bool connect;
} question;

static void ask(question *asked, int code, const char *method, size_t length, const httpstatus_redirect_options *given)
{
  memset(asked, 0, sizeof *asked);
  HTTPSTATUS__READ_OPTIONS(&asked->options, given);
  httpstatus_redirect_options *options = &asked->options;
  asked->code = httpstatus_effective(code);
  if (method != NULL && length > 0) {
    asked->method = method;
    asked->length = length;
    asked->connect = httpstatus__is_text("CONNECT", method, length);
  }
  asked->has_location = !options->no_location;
  if (options->location == NULL && options->fields != NULL) {
    httpstatus_line line = {NULL, 0};
    asked->has_location =
      asked->has_location && httpstatus__values(options->fields, options->n_fields, "location", &line, 1) > 0;
    options->location = asked->has_location && line.text == NULL ? "" : line.text;
    options->location_length = line.length;
  }
}

static bool is(const question *asked, const char *method)
{
  return httpstatus__is_text(method, asked->method, asked->length);
}

static void stop(httpstatus_redirect_result *result, const char *citation)
{
  result->action = HTTPSTATUS_ACTION_STOP;
  result->citation = citation;
}

static void follow(const question *asked, httpstatus_redirect_result *result, const char *method, const char *citation)
{
  bool keep = method == NULL || is(asked, method);
  result->action = HTTPSTATUS_ACTION_FOLLOW;
  result->basis = HTTPSTATUS_BASIS_RFC_MAY;
  result->citation = citation;
  result->method = keep ? asked->method : method;
  result->method_length = keep ? asked->length : strlen(method);
  result->keep_content = keep ? HTTPSTATUS_TOLD_YES : HTTPSTATUS_TOLD_NO;
  result->unsafe = !httpstatus_method(result->method, result->method_length).safe;
  result->drop_fields = keep ? drop_fields + OF_CONTENT : drop_fields;
  result->n_drop_fields = COUNT(drop_fields) - (keep ? OF_CONTENT : 0);
}

/* Without a method nothing tells whether it changes. */
static void follow_historically(const question *asked, httpstatus_redirect_result *result, const char *citation)
{
  bool browser = asked->options.policy == HTTPSTATUS_REDIRECT_POLICY_BROWSER;
  if (asked->method == NULL) {
    result->action = HTTPSTATUS_ACTION_ASK;
    result->basis = HTTPSTATUS_BASIS_RFC_MAY;
    result->citation = citation;
  } else {
    follow(asked, result, browser && is(asked, "POST") ? "GET" : NULL, citation);
  }
}

static httpstatus_redirect_result decide(const question *asked)
{
  const httpstatus_redirect_options *options = &asked->options;
  httpstatus_redirect_result result = {
    .delay = HTTPSTATUS_SECONDS_UNKNOWN,
    .basis = HTTPSTATUS_BASIS_PRACTICE,
  };
  if (httpstatus_classify(asked->code) != HTTPSTATUS_CATEGORY_REDIRECTION) {
    stop(&result, asked->code == HTTPSTATUS_CREATED ? "RFC 9110 15.4, 10.2.2" : "RFC 9110 15.4");
    return result;
  }
  if (asked->connect) {
    stop(&result, "RFC 9110 9.3.6");
    return result;
  }
  switch (asked->code) {
  case HTTPSTATUS_MOVED_PERMANENTLY:
    follow_historically(asked, &result, "RFC 9110 15.4.2; RFC 9205 4.6.1");
    break;
  case HTTPSTATUS_FOUND:
    follow_historically(asked, &result, "RFC 9110 15.4.3; RFC 9205 4.6.1");
    break;
  case HTTPSTATUS_SEE_OTHER:
    follow(asked, &result, is(asked, "HEAD") ? NULL : "GET", "RFC 9110 15.4.4, 15.4");
    break;
  case HTTPSTATUS_TEMPORARY_REDIRECT:
    follow(asked, &result, NULL, "RFC 9110 15.4.8");
    result.basis = HTTPSTATUS_BASIS_RFC_MUST_NOT;
    break;
  case HTTPSTATUS_PERMANENT_REDIRECT:
    follow(asked, &result, NULL, "RFC 9110 15.4.9, 15.4; RFC 7538 3");
    break;
  case HTTPSTATUS_NOT_MODIFIED:
    stop(&result, "RFC 9110 15.4.5");
    break;
  case HTTPSTATUS_USE_PROXY:
    stop(&result, "RFC 9110 15.4.6");
    break;
  case HTTPSTATUS_UNUSED_306:
    stop(&result, "RFC 9110 15.4.7");
    break;
  default:
    result.action = HTTPSTATUS_ACTION_ASK;
    result.basis = HTTPSTATUS_BASIS_RFC_MAY;
    result.citation = "RFC 9110 15.4, 15.4.1";
  }
  if (result.action != HTTPSTATUS_ACTION_STOP && !asked->has_location) {
    result = (httpstatus_redirect_result){.delay = HTTPSTATUS_SECONDS_UNKNOWN, .citation = "RFC 9110 15.4, 10.2.2"};
  } else if (options->not_replayable && result.keep_content == HTTPSTATUS_TOLD_YES) {
    result = (httpstatus_redirect_result){.delay = HTTPSTATUS_SECONDS_UNKNOWN, .citation = result.citation};
  } else if (result.action != HTTPSTATUS_ACTION_STOP) {
    httpstatus__wait wait = {options->retry_after, options->n_retry_after, options->date,
                             options->now,         options->fields,        options->n_fields};
    result.delay = httpstatus__read_wait(&wait).seconds;
    result.inherit_fragment =
      options->location != NULL && memchr(options->location, '#', options->location_length) == NULL;
  }
  return result;
}

httpstatus_action httpstatus_redirect(int code, const char *method, size_t length,
                                      const httpstatus_redirect_options *options, httpstatus_redirect_result *result)
{
  question asked;
  ask(&asked, code, method, length, options);
  httpstatus_redirect_result found = decide(&asked);
  if (result != NULL) {
    *result = found;
  }
  return found.action;
}

/* The line. */

static void put_stop(httpstatus__out *out, const question *asked)
{
  bool redirection = httpstatus_classify(asked->code) == HTTPSTATUS_CATEGORY_REDIRECTION;
  bool followed = redirection && asked->code != HTTPSTATUS_NOT_MODIFIED && asked->code != HTTPSTATUS_USE_PROXY &&
                  asked->code != HTTPSTATUS_UNUSED_306;
  if (!redirection) {
    httpstatus__put(out, asked->code == HTTPSTATUS_CREATED ? "no redirect, Location names what was made"
                                                           : "no redirect");
  } else if (asked->connect) {
    httpstatus__put(out, "stop, no tunnel was formed");
  } else if (!followed) {
    httpstatus__put(out, asked->code == HTTPSTATUS_NOT_MODIFIED ? "use what is stored"
                                                                : "stop, it is not to be followed");
  } else if (!asked->has_location) {
    httpstatus__put(out, "stop, there is no Location");
  } else {
    httpstatus__put(out, "stop, the content would have to be sent again and cannot be");
  }
}

static void put_follow(httpstatus__out *out, const question *asked, const httpstatus_redirect_result *result)
{
  httpstatus__put(out, "follow");
  if (result->method == NULL) {
    httpstatus__put(out, " with the same method and content");
    return;
  }
  httpstatus__put(out, " with ");
  httpstatus__put_method(out, result->method, result->method_length);
  if (result->keep_content == HTTPSTATUS_TOLD_NO) {
    if (asked->method != NULL) {
      httpstatus__put(out, " in place of ");
      httpstatus__put_method(out, asked->method, asked->length);
    }
    httpstatus__put(out, " and without its content");
  } else if (!is(asked, "GET") && !is(asked, "HEAD")) {
    httpstatus__put(out, " and the same content");
  }
}

static void put_line(httpstatus__out *out, const question *asked, const httpstatus_redirect_result *result)
{
  if (result->action == HTTPSTATUS_ACTION_STOP) {
    put_stop(out, asked);
  } else if (result->action == HTTPSTATUS_ACTION_FOLLOW) {
    put_follow(out, asked, result);
  } else {
    httpstatus__put(out, asked->code == HTTPSTATUS_MOVED_PERMANENTLY || asked->code == HTTPSTATUS_FOUND
                           ? "may be followed, the method decides how"
                           : "may be followed, let the user choose");
  }
  if (result->delay != HTTPSTATUS_SECONDS_UNKNOWN) {
    httpstatus__put(out, ", after ");
    httpstatus__put_int(out, result->delay);
    httpstatus__put(out, " s");
  }
  if (result->unsafe) {
    httpstatus__put(out, "; take care, the method ");
    httpstatus__put(out, result->method == NULL ? "may be unsafe" : "is not safe");
  }
  if (result->inherit_fragment) {
    httpstatus__put(out, "; the old fragment goes on");
  }
  httpstatus__put_citation(out, result->citation);
}

void httpstatus__put_redirect(httpstatus__out *out, int code, const char *method, size_t length,
                              const httpstatus_redirect_options *options)
{
  question asked;
  ask(&asked, code, method, length, options);
  httpstatus_redirect_result result = decide(&asked);
  put_line(out, &asked, &result);
}

int httpstatus_redirect_reason(int code, const char *method, size_t length, const httpstatus_redirect_options *options,
                               char *buffer, size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  httpstatus__put_taken(&out, code, NULL);
  httpstatus__put(&out, ": ");
  httpstatus__put_redirect(&out, code, method, length, options);
  return httpstatus__end(&out);
}
