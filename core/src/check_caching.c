/* Checks of caching, retrying, delta encoding, and of statuses that say something about how the response was made. */
#include <string.h>

#include "check.h"
#include "httpstatus/method.h"
#include "httpstatus/proxyerror.h"

/* Caching. */

/* The value of a directive, without its quotes. */
static httpstatus__reader unquoted(httpstatus__reader value)
{
  if (httpstatus__left(value) >= 2 && value.at[0] == '"' && value.end[-1] == '"') {
    value.at++;
    value.end--;
  }
  return value;
}

/* A directive: its name, and what stands behind "=", if that is there at all. */
typedef struct directive {
  httpstatus__reader name, value;
  bool has_value;
} directive;

static directive directive_of(httpstatus__reader member)
{
  directive read = {httpstatus__take_token(&member), member, httpstatus__next_is(&member, '=')};
  read.value.at += read.has_value;
  return read;
}

/* These take seconds, as a token (RFC 9111 Sections 5.2.2.1, 5.2.2.10 and 1.2.2, RFC 5861 Sections 3 and 4). */
static bool lacks_seconds(directive d)
{
  return (!d.has_value || !httpstatus__is_number(d.value)) &&
         (httpstatus__is(d.name, "max-age") || httpstatus__is(d.name, "s-maxage") ||
          httpstatus__is(d.name, "stale-while-revalidate") || httpstatus__is(d.name, "stale-if-error"));
}

/* These take a list of names in quotes, even if it is one (RFC 9111 Sections 5.2.2.4 and 5.2.2.7). */
static bool lacks_quotes(directive d)
{
  return d.has_value && !httpstatus__is_empty(d.value) && *d.value.at != '"' &&
         (httpstatus__is(d.name, "no-cache") || httpstatus__is(d.name, "private"));
}

static void read_directive(httpstatus__directives *found, directive d)
{
  bool max_age = httpstatus__is(d.name, "max-age"), s_maxage = httpstatus__is(d.name, "s-maxage");
  httpstatus__reader seconds = unquoted(d.value);
  found->max_age = found->max_age || max_age;
  found->s_maxage = found->s_maxage || s_maxage;
  found->fresh = found->fresh || ((max_age || s_maxage) && httpstatus__is_number(seconds) &&
                                  !httpstatus__is_zero(seconds));
  found->no_store = found->no_store || httpstatus__is(d.name, "no-store");
  found->is_public = found->is_public || httpstatus__is(d.name, "public");
  found->is_private = found->is_private || (httpstatus__is(d.name, "private") && !d.has_value);
  found->must_understand = found->must_understand || httpstatus__is(d.name, "must-understand");
  found->im = found->im || httpstatus__is(d.name, "im");
  found->bad_seconds = found->bad_seconds || lacks_seconds(d);
  found->unquoted_names = found->unquoted_names || lacks_quotes(d);
}

const httpstatus__directives *httpstatus__directives_of(httpstatus__lint *l)
{
  if (!l->directives.read) {
    httpstatus__members members = MEMBERS(CACHE_CONTROL);
    httpstatus__reader member;
    l->directives.read = true;
    while (httpstatus__next_member(&members, &member)) {
      read_directive(&l->directives, directive_of(member));
    }
  }
  return &l->directives;
}

bool httpstatus__has_freshness(httpstatus__lint *l)
{
  const httpstatus__directives *said = httpstatus__directives_of(l);
  int64_t date, expires;
  /* max-age and s-maxage go before Expires (RFC 9111 Section 5.3). */
  return said->fresh || (!said->max_age && !said->s_maxage && httpstatus__time_of(l, HTTPSTATUS__DATE, &date) &&
                         httpstatus__time_of(l, HTTPSTATUS__EXPIRES, &expires) && expires > date);
}

/* The line that a finding about freshness is about. */
static size_t freshness_line(const httpstatus__lint *l)
{
  return HAS(CACHE_CONTROL) ? LINE(CACHE_CONTROL) : LINE(EXPIRES);
}

/* No cache may store these (RFC 6585 Sections 3 to 6). */
CHECK(unstorable_status_marked_cacheable)
{
  int status = l->in.status;
  if (status != 428 && status != 429 && status != 431 && status != 511) {
    return;
  }
  const httpstatus__directives *said = httpstatus__directives_of(l);
  if (!said->no_store && (said->is_public || httpstatus__has_freshness(l))) {
    httpstatus__found_at(l, freshness_line(l), "{status} is never stored, and {name} says that it may be: {text}");
  }
}

/* The narrower directive wins (RFC 9111 Section 4.2.1); some let no-store stand beside others on purpose. */
CHECK(cache_control_conflict)
{
  if (!HAS(CACHE_CONTROL)) {
    return;
  }
  const httpstatus__directives *said = httpstatus__directives_of(l);
  bool on_purpose = said->must_understand || said->im; /* RFC 9111 Section 5.2.2.3, RFC 3229 Section 10.8.2 */
  if (said->is_private && (said->is_public || said->s_maxage)) {
    httpstatus__found_at(l, LINE(CACHE_CONTROL), said->is_public ? "private contradicts public: {text}"
                                                                 : "private contradicts s-maxage: {text}");
  } else if (said->no_store && !on_purpose && (said->is_public || said->fresh)) {
    httpstatus__found_at(l, LINE(CACHE_CONTROL), said->is_public ? "no-store contradicts public: {text}"
                                                                 : "no-store contradicts a time to live: {text}");
  }
}

/* Tells of the first directive of each line that lacks something. */
static void find_directives(httpstatus__lint *l, bool (*lacks)(directive d), const char *message)
{
  httpstatus__members members = MEMBERS(CACHE_CONTROL);
  httpstatus__reader member;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  while (httpstatus__next_member(&members, &member)) {
    if (members.line != told && lacks(directive_of(member))) {
      httpstatus__found_in(l, members.line, member, message);
      told = members.line;
    }
  }
}

CHECK(cache_control_bad_argument)
{
  if (httpstatus__directives_of(l)->bad_seconds) {
    find_directives(l, lacks_seconds, "this directive takes a number of seconds: {text}");
  }
}

CHECK(cache_control_unquoted)
{
  if (httpstatus__directives_of(l)->unquoted_names) {
    find_directives(l, lacks_quotes, "this directive takes names in quotes: {text}");
  }
}

/* no-store is for the caches that do not know it (RFC 9111 Section 5.2.2.3). */
CHECK(must_understand_alone)
{
  const httpstatus__directives *said = httpstatus__directives_of(l);
  if (said->must_understand && !said->no_store) {
    httpstatus__found_at(l, LINE(CACHE_CONTROL), "must-understand is sent without no-store: {text}");
  }
}

/* Statuses that may be stored unasked (RFC 9110 Section 15.1, RFC 7725 Section 3). */
static bool is_heuristic(int status)
{
  static const int heuristic[] = {200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501};
  for (size_t i = 0; i < sizeof heuristic / sizeof heuristic[0]; i++) {
    if (heuristic[i] == status) {
      return true;
    }
  }
  return false;
}

/* A cache chooses a time by itself where none is given (RFC 9111 Section 4.2.2). */
CHECK(heuristically_cacheable)
{
  if (is_heuristic(l->in.status) && !HAS(CACHE_CONTROL) && !HAS(EXPIRES) && KNOWS(METHOD) &&
      (httpstatus__method_is(l, "GET") || httpstatus__method_is(l, "HEAD"))) {
    httpstatus__found(l, "caches may keep this {status} for as long as they see fit");
  }
}

/* The response to these is not stored (RFC 9110 Sections 9.3.4 to 9.3.8), or not without Content-Location (9.3.3). */
CHECK(freshness_on_uncacheable_method)
{
  static const char *const never[] = {"PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE"};
  if (httpstatus__is_early_hints(l) || httpstatus__directives_of(l)->no_store || !httpstatus__has_freshness(l) ||
      !KNOWS(METHOD)) {
    return;
  }
  bool uncacheable =
    !HAS(CONTENT_LOCATION) && (httpstatus__method_is(l, "POST") || httpstatus__method_is(l, "PATCH"));
  for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
    uncacheable = uncacheable || httpstatus__is_exactly(l->method, never[i]);
  }
  if (uncacheable) {
    httpstatus__found_at(l, freshness_line(l), "{name} gives a time to live to a response to {method}: {text}");
  }
}

/* It has to be ignored there (RFC 7838 Section 6). */
CHECK(misdirected_alt_svc)
{
  if (l->in.status == 421) {
    FOR_LINES_OF(line, ALT_SVC) {
      httpstatus__found_at(l, line, "Alt-Svc is ignored in a 421: {text}");
    }
  }
}

/* Retrying. */

/* It has a meaning with 3xx and 503 (RFC 9110 Section 10.2.3), 413 (Section 15.5.14) and 429 (RFC 6585 Section 4). */
CHECK(retry_after_undefined)
{
  int status = l->in.status;
  if (HAS(RETRY_AFTER) && !httpstatus__is_family(l, 300) && status != 413 && status != 429 && status != 503 &&
      !httpstatus__is_early_hints(l)) {
    httpstatus__found_at(l, LINE(RETRY_AFTER), "Retry-After has no defined meaning with {status}: {text}");
  }
}

/* Delta encoding. */

/* It names the current instance (RFC 3229 Section 10.4.1). */
CHECK(im_used_no_etag)
{
  if (l->in.status == 226 && !HAS(ETAG)) {
    httpstatus__found(l, "226 has no ETag");
  }
}

/* It says how the delta was made (RFC 3229 Section 10.3). */
CHECK(im_used_no_im)
{
  if (l->in.status == 226 && !httpstatus__has_member(&l->response, HTTPSTATUS__IM)) {
    httpstatus__found(l, "226 does not say in IM what was done to the instance");
  }
}

/* Only a 226 has it (RFC 3229 Section 10.5.2). */
CHECK(im_wrong_status)
{
  if (HAS(IM) && l->in.status != 226 && !httpstatus__is_early_hints(l)) {
    httpstatus__found_at(l, LINE(IM), "IM is sent with {status}, not 226: {text}");
  }
}

/* A range out of the instance is told as it is in a 206 (RFC 3229 Section 10.5.2). */
CHECK(im_range_no_content_range)
{
  if (l->in.status != 226 || HAS(CONTENT_RANGE) || !httpstatus__lists(&l->response, HTTPSTATUS__IM, "range")) {
    return;
  }
  httpstatus__reader type = HAS(CONTENT_TYPE) ? VALUE(CONTENT_TYPE) : httpstatus__reader_of(NULL, 0);
  if (!httpstatus__is(httpstatus__take_until(&type, ';'), "multipart/byteranges")) {
    httpstatus__found_at(l, LINE(IM), "IM lists range, and there is no Content-Range: {text}");
  }
}

/* Fit of the status to the request or the path. */

/* Methods that ask for no change make nothing (RFC 9110 Sections 9.2.1 and 15.3.2). */
CHECK(created_by_safe_method)
{
  if (l->in.status == 201 && KNOWS(METHOD) && httpstatus_method(l->method.at, httpstatus__left(l->method)).safe) {
    httpstatus__found(l, "201 says that {method}, a safe method, made something");
  }
}

/* Does the value of rel, perhaps quoted, have this among its words (RFC 8288 Section 3.3)? */
static bool has_relation(httpstatus__reader value, const char *relation)
{
  value = unquoted(value);
  while (!httpstatus__is_empty(value)) {
    if (httpstatus__is(httpstatus__take_until(&value, ' '), relation)) {
      return true;
    }
  }
  return false;
}

/* Has a link with this relation? The URI of a link may have commas and semicolons in it. */
static bool links_with(httpstatus__reader link, const char *relation)
{
  while (!httpstatus__is_empty(link)) {
    if (*link.at == '<') {
      const char *end = memchr(link.at, '>', httpstatus__left(link));
      if (end == NULL) {
        return false;
      }
      link.at = end;
    }
    if (*link.at != ';') {
      if (!httpstatus__take_quoted(&link)) {
        link.at += !httpstatus__is_empty(link);
      }
      continue;
    }
    link.at++;
    httpstatus__skip_blanks(&link);
    httpstatus__reader name = httpstatus__take_token(&link);
    httpstatus__skip_blanks(&link);
    if (!httpstatus__is(name, "rel") || !httpstatus__next_is(&link, '=')) {
      continue;
    }
    link.at++;
    httpstatus__skip_blanks(&link);
    httpstatus__reader value = link;
    if (!httpstatus__take_quoted(&link)) {
      httpstatus__take_token(&link);
    }
    value.end = link.at;
    if (has_relation(value, relation)) {
      return true;
    }
  }
  return false;
}

/* It should say who blocks (RFC 7725 Section 4). */
CHECK(legal_no_blocked_by)
{
  if (l->in.status != 451) {
    return;
  }
  FOR_LINES_OF(line, LINK) {
    if (links_with(httpstatus__value_at(&l->response, line), "blocked-by")) {
      return;
    }
  }
  httpstatus__found(l, "451 does not link to who blocks, with rel=blocked-by");
}

/* The status that goes with an error which only an intermediary's own response can have; 0 for others. */
static int status_of_error(httpstatus__reader error)
{
  const httpstatus_proxy_error *type = httpstatus_proxy_status_type(error.at, httpstatus__left(error));
  return type != NULL && type->only_generated ? type->status : 0;
}

/* The error parameter of a member; empty if there is none. The last one counts (RFC 9651 Section 4.2.3.2). */
static httpstatus__reader error_of(httpstatus__reader member)
{
  httpstatus__reader error = httpstatus__reader_of(NULL, 0);
  httpstatus__take_until(&member, ';');
  while (!httpstatus__is_empty(member)) {
    httpstatus__reader value = httpstatus__take_until(&member, ';');
    httpstatus__reader name = httpstatus__take_token(&value);
    if (httpstatus__is_exactly(name, "error") && httpstatus__next_is(&value, '=')) {
      value.at++;
      error = value;
    }
  }
  return error;
}

/* Such an error says that the intermediary made the response, and which status fits (RFC 9209 Sections 2.1.1, 2.3). */
CHECK(proxy_status_mismatch)
{
  httpstatus__members members = MEMBERS(PROXY_STATUS);
  httpstatus__reader member;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  while (httpstatus__next_member(&members, &member)) {
    httpstatus__reader error = error_of(member);
    int status = status_of_error(error);
    if (members.line != told && status != 0 && status != l->in.status && !httpstatus__is_early_hints(l)) {
      httpstatus__found_in(l, members.line, error, "Proxy-Status calls for another status than {status}: {text}");
      told = members.line;
    }
  }
}

/* A proxy has changed it, and a proxy leaves its name in Via (RFC 9110 Sections 15.3.4 and 7.6.3). */
CHECK(transformed_no_via)
{
  if (l->in.status == 203 && !HAS(VIA)) {
    httpstatus__found(l, "203 says that a proxy changed it, and Via names none");
  }
}

/* A proxy must not change it then (RFC 9110 Section 7.7). */
CHECK(transformed_despite_no_transform)
{
  if (l->in.status == 203 && httpstatus__lists(&l->response, HTTPSTATUS__CACHE_CONTROL, "no-transform")) {
    httpstatus__found_at(l, LINE(CACHE_CONTROL), "203 says that a proxy changed it, which no-transform bars: {text}");
  }
}

/* An error should explain itself, and a choice list what there is (RFC 9110 Sections 15.5, 15.6 and 15.4.1). */
CHECK(error_content_empty)
{
  httpstatus__reader length;
  bool explains = l->in.status == 300 || httpstatus__is_family(l, 400) || httpstatus__is_family(l, 500);
  if (explains && httpstatus__content_length(l, &length) && httpstatus__is_zero(length) && KNOWS(METHOD) &&
      !httpstatus__method_is(l, "HEAD")) {
    httpstatus__found_at(l, LINE(CONTENT_LENGTH), "{status} has no content to explain it");
  }
}
