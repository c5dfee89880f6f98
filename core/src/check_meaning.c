/* Checks of what statuses and fields mean together, and whether they answer the request. */
#include <string.h>

#include "check.h"
#include "fold.h"
#include "httpstatus/method.h"

/* Location. */

static bool is_redirect(int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* These say that the resource is elsewhere, and Location where (RFC 9110 Sections 15.4.2 to 15.4.4, 15.4.8, 15.4.9). */
CHECK(redirect_no_location)
{
  if (is_redirect(l->in.status) && (!HAS(LOCATION) || httpstatus__is_empty(VALUE(LOCATION)))) {
    httpstatus__found(l, "{status} does not say in Location where to go");
  }
}

/* After POST, Location names what was made (RFC 9110 Section 9.3.3); after PUT it is the target (Section 15.3.2). */
CHECK(created_no_location)
{
  if (l->in.status == 201 && !HAS(LOCATION) && httpstatus__method_is(l, "POST")) {
    httpstatus__found(l, "201 to POST does not name the new resource in Location");
  }
}

static bool is_alpha(char c)
{
  char lower = httpstatus__lower(c);
  return lower >= 'a' && lower <= 'z';
}

static bool is_hex(char c)
{
  char lower = httpstatus__lower(c);
  return httpstatus__is_digit(c) || (lower >= 'a' && lower <= 'f');
}

/* Takes a scheme and its colon off the start; an empty one if there is none. */
static httpstatus__reader take_scheme(httpstatus__reader *uri)
{
  httpstatus__reader scheme = *uri, rest = *uri;
  if (rest.at < rest.end && is_alpha(*rest.at)) {
    while (rest.at < rest.end &&
           (is_alpha(*rest.at) || httpstatus__is_digit(*rest.at) || memchr("+-.", *rest.at, 3) != NULL)) {
      rest.at++;
    }
  }
  bool found = rest.at > uri->at && httpstatus__next_is(&rest, ':');
  scheme.end = found ? rest.at : scheme.at;
  uri->at += found ? httpstatus__left(scheme) + 1 : 0;
  return scheme;
}

/* Takes an authority and the slashes before it off the start; false if there is none. */
static bool take_authority(httpstatus__reader *uri, httpstatus__reader *authority)
{
  if (httpstatus__left(*uri) < 2 || memcmp(uri->at, "//", 2) != 0) {
    return false;
  }
  uri->at += 2;
  *authority = *uri;
  while (uri->at < uri->end && *uri->at != '/' && *uri->at != '?' && *uri->at != '#') {
    uri->at++;
  }
  authority->end = uri->at;
  return true;
}

/* Is the byte one that a URI may have (RFC 3986 Section 2)? Brackets are for addresses of IPv6. */
static bool is_uri_char(char c, bool brackets)
{
  return is_alpha(c) || httpstatus__is_digit(c) || (c != '\0' && strchr("-._~:/?@!$&'()*+,;=", c) != NULL) ||
         (brackets && (c == '[' || c == ']'));
}

/* The first place where the text stops being a part of a URI; its end if it does not. */
static const char *wrong_part(httpstatus__reader text, bool brackets)
{
  for (; text.at < text.end; text.at++) {
    if (*text.at == '%') {
      if (httpstatus__left(text) < 3 || !is_hex(text.at[1]) || !is_hex(text.at[2])) {
        break;
      }
      text.at += 2;
    } else if (!is_uri_char(*text.at, brackets)) {
      break;
    }
  }
  return text.at;
}

/* Where an authority goes wrong: [userinfo "@"] host [":" port], with brackets around IPv6 (RFC 3986 Section 3.2). */
static const char *wrong_in_authority(httpstatus__reader text)
{
  const char *wrong = wrong_part(text, true);
  if (wrong < text.end) {
    return wrong;
  }
  for (const char *at; (at = memchr(text.at, '@', httpstatus__left(text))) != NULL;) {
    text.at = at + 1;
  }
  const char *close = httpstatus__next_is(&text, '[') ? memchr(text.at, ']', httpstatus__left(text)) : NULL;
  if (close != NULL) {
    text.at = close + 1;
  }
  while (close == NULL && text.at < text.end && memchr(":[]", *text.at, 3) == NULL) {
    text.at++;
  }
  if (httpstatus__next_is(&text, ':')) {
    text.at++;
    while (httpstatus__next_is_digit(&text)) {
      text.at++;
    }
  }
  return text.at;
}

/* Where a text stops being a URI reference (RFC 3986 Section 4.1), with or without a fragment; its end if nowhere. */
static const char *wrong_in_uri(httpstatus__reader uri, bool fragment)
{
  httpstatus__reader authority;
  const char *wrong;
  bool relative = httpstatus__is_empty(take_scheme(&uri));
  if (take_authority(&uri, &authority)) {
    wrong = wrong_in_authority(authority);
    if (wrong < authority.end) {
      return wrong;
    }
  } else if (relative) {
    /* A colon in the first segment would make a scheme of what is none. */
    httpstatus__reader segment = uri;
    while (segment.at < segment.end && memchr("/?#:", *segment.at, 4) == NULL) {
      segment.at++;
    }
    if (httpstatus__next_is(&segment, ':')) {
      wrong = wrong_part(uri, false);
      return wrong < segment.at ? wrong : segment.at;
    }
  }
  wrong = wrong_part(uri, false);
  if (fragment && wrong < uri.end && *wrong == '#') {
    uri.at = wrong + 1;
    wrong = wrong_part(uri, false);
  }
  return wrong;
}

/* Tells where each line of a field stops being a URI reference. */
static void find_wrong_uris(httpstatus__lint *l, httpstatus__known field, bool fragment, const char *message)
{
  HTTPSTATUS__FOR_LINES(line, &l->response, UINT64_C(1) << field) {
    httpstatus__reader value = httpstatus__value_at(&l->response, line);
    value.at = wrong_in_uri(value, fragment);
    if (!httpstatus__is_empty(value)) {
      httpstatus__found_in(l, line, value, message);
    }
  }
}

/* A URI reference (RFC 9110 Section 10.2.2). */
CHECK(location_invalid)
{
  find_wrong_uris(l, HTTPSTATUS__LOCATION, true, "Location stops being a URI reference here: {text}");
}

/* A URI without a fragment (RFC 9110 Section 8.7). */
CHECK(content_location_invalid)
{
  find_wrong_uris(l, HTTPSTATUS__CONTENT_LOCATION, false,
                  "Content-Location stops being a URI reference without a fragment here: {text}");
}

/* Location has a meaning with 201 and 3xx (RFC 9110 Section 10.2.2), 202 (RFC 7240 Section 4.1) and 104. */
CHECK(location_undefined)
{
  bool defined = l->in.status == 201 || l->in.status == 202 || l->in.status == 104 ||
                 (httpstatus__is_family(l, 300) && l->in.status != 304);
  if (HAS(LOCATION) && !defined && !httpstatus__is_early_hints(l)) {
    httpstatus__found_at(l, LINE(LOCATION), "Location has no meaning with {status}: {text}");
  }
}

/* Has an http(s) reference userinfo, or no host? One without a scheme has that of the target, which is http(s) too. */
static bool is_unsafe(httpstatus__reader uri)
{
  httpstatus__reader scheme = take_scheme(&uri), authority;
  bool relative = httpstatus__is_empty(scheme);
  if (!relative && !httpstatus__is(scheme, "http") && !httpstatus__is(scheme, "https")) {
    return false;
  }
  if (!take_authority(&uri, &authority)) {
    return !relative;
  }
  return httpstatus__is_empty(authority) || *authority.at == ':' ||
         memchr(authority.at, '@', httpstatus__left(authority)) != NULL;
}

/* Neither is to be generated: an empty host or userinfo (RFC 9110 Sections 4.2.1, 4.2.2, 4.2.4). */
CHECK(location_unsafe_authority)
{
  FOR_LINES(line, BIT(LOCATION) | BIT(CONTENT_LOCATION)) {
    if (is_unsafe(httpstatus__value_at(&l->response, line))) {
      httpstatus__found_at(l, line, "{name} has userinfo or no host: {text}");
    }
  }
}

/* Clients may go on with GET (RFC 9110 Sections 15.4.2 and 15.4.3). */
CHECK(redirect_may_change_method)
{
  if ((l->in.status == 301 || l->in.status == 302) && httpstatus__method_is(l, "POST")) {
    httpstatus__found(l, "{status} to POST lets clients go on with GET");
  }
}

/* Authentication. */

/* At least one challenge (RFC 9110 Section 15.5.2). */
CHECK(unauthorized_no_challenge)
{
  if (l->in.status == 401 && !httpstatus__has_member(&l->response, HTTPSTATUS__WWW_AUTHENTICATE)) {
    httpstatus__found(l, "401 has no challenge in WWW-Authenticate");
  }
}

/* At least one challenge (RFC 9110 Section 15.5.8). */
CHECK(proxy_auth_no_challenge)
{
  if (l->in.status == 407 && !httpstatus__has_member(&l->response, HTTPSTATUS__PROXY_AUTHENTICATE)) {
    httpstatus__found(l, "407 has no challenge in Proxy-Authenticate");
  }
}

/* It seems to come from a server that it does not come from (RFC 6585 Section 6). */
CHECK(network_auth_challenge)
{
  if (l->in.status == 511) {
    FOR_LINES(line, BIT(WWW_AUTHENTICATE) | BIT(PROXY_AUTHENTICATE)) {
      httpstatus__found_at(l, line, "511 has a challenge in {name}: {text}");
    }
  }
}

/* Refusals of methods and protocols. */

/* It says what is allowed, if only nothing (RFC 9110 Section 15.5.6). */
CHECK(method_not_allowed_no_allow)
{
  if (l->in.status == 405 && !HAS(ALLOW)) {
    httpstatus__found(l, "405 does not say in Allow which methods there are");
  }
}

/* The method is not supported, and yet is listed (RFC 9110 Section 15.5.6). */
CHECK(allow_lists_refused_method)
{
  if (l->in.status != 405 || !HAS(ALLOW) || !KNOWS(METHOD)) {
    return;
  }
  httpstatus__members members = MEMBERS(ALLOW);
  httpstatus__reader method;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  while (httpstatus__next_member(&members, &method)) {
    if (members.line != told && httpstatus__left(method) == httpstatus__left(l->method) &&
        memcmp(method.at, l->method.at, httpstatus__left(method)) == 0) {
      httpstatus__found_at(l, members.line, "405 refuses {method}, and Allow lists it: {text}");
      told = members.line;
    }
  }
}

/* It says which protocol is required (RFC 9110 Section 15.5.22). */
CHECK(upgrade_required_no_upgrade)
{
  if (l->in.status == 426 && !httpstatus__is_http2(l) && !httpstatus__has_member(&l->response, HTTPSTATUS__UPGRADE)) {
    httpstatus__found(l, "426 does not say in Upgrade which protocol it asks for");
  }
}

/* It needs a field that these versions bar (RFC 9113 Section 8.2.2, RFC 9114 Section 4.2). */
CHECK(upgrade_required_h2)
{
  if (l->in.status == 426 && KNOWS(VERSION) && httpstatus__is_http2(l)) {
    httpstatus__found(l, "426 needs Upgrade, which HTTP/2 and HTTP/3 do not have");
  }
}

/* Ranges. */

static bool is_byteranges(const httpstatus__lint *l)
{
  if (!HAS(CONTENT_TYPE)) {
    return false;
  }
  httpstatus__reader value = VALUE(CONTENT_TYPE);
  return httpstatus__is(httpstatus__take_until(&value, ';'), "multipart/byteranges");
}

/* A single part says which range it is (RFC 9110 Section 15.3.7.1). */
CHECK(partial_no_content_range)
{
  if (l->in.status == 206 && !HAS(CONTENT_RANGE) && !is_byteranges(l)) {
    httpstatus__found(l, "206 does not say in Content-Range which part it is");
  }
}

/* Each of several parts says it itself (RFC 9110 Section 15.3.7.2). */
CHECK(multipart_content_range)
{
  if (l->in.status == 206 && HAS(CONTENT_RANGE) && is_byteranges(l)) {
    httpstatus__found_at(l, LINE(CONTENT_RANGE), "multipart/byteranges is sent beside Content-Range: {text}");
  }
}

static bool has_boundary(httpstatus__reader content_type)
{
  httpstatus__take_until(&content_type, ';');
  while (!httpstatus__is_empty(content_type)) {
    httpstatus__reader value = httpstatus__take_until(&content_type, ';');
    httpstatus__reader name = httpstatus__take_token(&value);
    if (httpstatus__is(name, "boundary")) {
      return httpstatus__left(value) > 1 && *value.at == '=' && !httpstatus__is_exactly(value, "=\"\"");
    }
  }
  return false;
}

/* Without it the parts cannot be told apart (RFC 9110 Section 14.6). */
CHECK(multipart_no_boundary)
{
  if (is_byteranges(l) && !has_boundary(VALUE(CONTENT_TYPE))) {
    httpstatus__found_at(l, LINE(CONTENT_TYPE), "multipart/byteranges has no boundary: {text}");
  }
}

/* How many ranges the request asks for. */
static size_t ranges_asked(const httpstatus__lint *l)
{
  httpstatus__members members = httpstatus__members_of(&l->request, HTTPSTATUS__RANGE);
  httpstatus__reader range;
  size_t n = 0;
  while (httpstatus__next_member(&members, &range)) {
    n++;
  }
  return n;
}

/* One range is answered by one part (RFC 9110 Section 15.3.7.2). */
CHECK(multipart_for_single_range)
{
  if (l->in.status == 206 && is_byteranges(l) && KNOWS(REQUEST_FIELDS) && ranges_asked(l) == 1) {
    httpstatus__found_at(l, LINE(CONTENT_TYPE), "multipart/byteranges answers a request for one range");
  }
}

/* 206 answers a request for ranges (RFC 9110 Section 15.3.7). */
CHECK(partial_unrequested)
{
  if (l->in.status == 206 && KNOWS(REQUEST_FIELDS) && !ASKED(RANGE)) {
    httpstatus__found(l, "206 answers a request without Range");
  }
}

/*
 * Range is to be ignored on other methods (RFC 9110 Section 14.2), and POST is not answered so (Section 9.3.3). PATCH
 * with 416 is how some protocols for uploads answer.
 */
CHECK(range_status_wrong_method)
{
  if ((l->in.status != 206 && l->in.status != 416) || !KNOWS(METHOD) || httpstatus__method_is(l, "GET") ||
      httpstatus__method_is(l, "QUERY") || !httpstatus_method(l->method.at, httpstatus__left(l->method)).known) {
    return;
  }
  bool upload = l->in.status == 416 && httpstatus__method_is(l, "PATCH");
  httpstatus__found_as(l, ASKED(RANGE) && !upload ? ERROR : WARNING, HTTPSTATUS_LINT_NO_LINE,
                       "{status} answers {method}, for which ranges are not defined");
}

/* The parts of "bytes first-last/complete" or "bytes * /complete"; complete is empty for "*". */
typedef struct content_range {
  bool known; /* the unit is bytes, or there is none; the forms of others are not known */
  bool valid;
  bool unsatisfied; /* "*" for the range */
  httpstatus__reader first, last, complete;
} content_range;

static httpstatus__reader take_digits(httpstatus__reader *text)
{
  httpstatus__reader digits = *text;
  while (httpstatus__next_is_digit(text)) {
    text->at++;
  }
  digits.end = text->at;
  return digits;
}

/* Leading zeros do not count, so that numbers of any length compare as strings of digits. */
static int compare_numbers(httpstatus__reader a, httpstatus__reader b)
{
  while (httpstatus__next_is(&a, '0')) {
    a.at++;
  }
  while (httpstatus__next_is(&b, '0')) {
    b.at++;
  }
  if (httpstatus__left(a) != httpstatus__left(b)) {
    return httpstatus__left(a) < httpstatus__left(b) ? -1 : 1;
  }
  return memcmp(a.at, b.at, httpstatus__left(a));
}

/* RFC 9110 Section 14.4. The last position is not before the first, and the length is above the last. */
static content_range read_content_range(httpstatus__reader text)
{
  httpstatus__reader unit = httpstatus__take_token(&text);
  content_range range = {.known = !httpstatus__next_is(&text, ' ') || httpstatus__is(unit, "bytes")};
  if (!range.known || !httpstatus__next_is(&text, ' ')) {
    return range;
  }
  text.at++;
  range.unsatisfied = httpstatus__next_is(&text, '*');
  if (range.unsatisfied) {
    text.at++;
  } else {
    range.first = take_digits(&text);
    if (!httpstatus__next_is(&text, '-')) {
      return range;
    }
    text.at++;
    range.last = take_digits(&text);
    if (httpstatus__is_empty(range.first) || httpstatus__is_empty(range.last)) {
      return range;
    }
  }
  if (!httpstatus__next_is(&text, '/')) {
    return range;
  }
  text.at++;
  if (!range.unsatisfied && httpstatus__is_exactly(text, "*")) {
    range.complete = httpstatus__reader_of(NULL, 0);
    range.valid = compare_numbers(range.first, range.last) <= 0;
    return range;
  }
  range.complete = text;
  range.valid = httpstatus__is_number(text) &&
                (range.unsatisfied || (compare_numbers(range.first, range.last) <= 0 &&
                                       compare_numbers(range.last, range.complete) < 0));
  return range;
}

CHECK(content_range_invalid)
{
  FOR_LINES_OF(line, CONTENT_RANGE) {
    content_range range = read_content_range(httpstatus__value_at(&l->response, line));
    if (range.known && !range.valid) {
      httpstatus__found_at(l, line, "Content-Range is not a range of bytes: {text}");
    }
  }
}

/* 206 encloses a range (RFC 9110 Section 15.3.7.1); 416 tells the length (Sections 14.4 and 15.5.17). */
CHECK(content_range_wrong_form)
{
  if ((l->in.status != 206 && l->in.status != 416) || !HAS(CONTENT_RANGE)) {
    return;
  }
  content_range range = read_content_range(VALUE(CONTENT_RANGE));
  if (range.valid && range.unsatisfied && l->in.status == 206) {
    httpstatus__found_at(l, LINE(CONTENT_RANGE), "206 has a Content-Range without a range: {text}");
  } else if (range.valid && !range.unsatisfied && l->in.status == 416) {
    httpstatus__found_as(l, WARNING, LINE(CONTENT_RANGE), "416 has a Content-Range with a range: {text}");
  }
}

/* It has a meaning with 206 and 416 (RFC 9110 Section 14.4), and with 226 where IM lists range (RFC 3229 10.5.2). */
CHECK(content_range_meaningless)
{
  bool of_delta = l->in.status == 226 && httpstatus__lists(&l->response, HTTPSTATUS__IM, "range");
  if (HAS(CONTENT_RANGE) && l->in.status != 206 && l->in.status != 416 && !of_delta && !httpstatus__is_early_hints(l)) {
    httpstatus__found_at(l, LINE(CONTENT_RANGE), "Content-Range has no meaning with {status}: {text}");
  }
}

/* Takes the last digit off the end; 0 if there is none left. */
static int take_last_digit(httpstatus__reader *number)
{
  return number->at < number->end ? *--number->end - '0' : 0;
}

/* Is length = last - first + 1? Compared as first + length = last + 1, by digits, so that no number is too long. */
static bool is_length_of(httpstatus__reader length, httpstatus__reader first, httpstatus__reader last)
{
  int left = 0, right = 1;
  while (!httpstatus__is_empty(length) || !httpstatus__is_empty(first) || !httpstatus__is_empty(last)) {
    left += take_last_digit(&first) + take_last_digit(&length);
    right += take_last_digit(&last);
    if (left % 10 != right % 10) {
      return false;
    }
    left /= 10;
    right /= 10;
  }
  return left == right;
}

/* The content of a single part is the range (RFC 9110 Section 15.3.7.1). */
CHECK(content_length_range_mismatch)
{
  httpstatus__reader length;
  if (l->in.status != 206 || !HAS(CONTENT_RANGE) || is_byteranges(l) || !httpstatus__content_length(l, &length)) {
    return;
  }
  content_range range = read_content_range(VALUE(CONTENT_RANGE));
  if (range.valid && !range.unsatisfied && !is_length_of(length, range.first, range.last)) {
    httpstatus__found_at(l, LINE(CONTENT_LENGTH), "Content-Length is not the length of the range: {text}");
  }
}

/* Asked for bytes, as far as is known? */
static bool may_want_bytes(const httpstatus__lint *l)
{
  if (!l->in.request_known) {
    return true;
  }
  if (!ASKED(RANGE)) {
    return false;
  }
  httpstatus__reader range = httpstatus__value_of(&l->request, HTTPSTATUS__RANGE);
  return httpstatus__is(httpstatus__take_token(&range), "bytes");
}

/* The length helps the client to ask better (RFC 9110 Section 15.5.17). */
CHECK(range_unsatisfiable_no_length)
{
  bool other_method = !httpstatus__is_empty(l->method) && !httpstatus__is_exactly(l->method, "GET") &&
                      !httpstatus__is_exactly(l->method, "QUERY");
  if (l->in.status == 416 && !other_method && may_want_bytes(l) &&
      (!HAS(CONTENT_RANGE) || httpstatus__is_empty(VALUE(CONTENT_RANGE)))) {
    httpstatus__found(l, "416 does not tell in Content-Range how long the whole is");
  }
}

/* Conditional requests. */

/* A 304 leaves out what the client has, unless it is needed to update a cache (RFC 9110 Section 15.4.5). */
CHECK(not_modified_metadata)
{
  if (l->in.status == 304) {
    FOR_LINES(line, BIT(CONTENT_TYPE) | BIT(CONTENT_ENCODING) | BIT(CONTENT_LANGUAGE) | BIT(CONTENT_RANGE)) {
      httpstatus__found_at(l, line, "304 repeats {name}: {text}");
    }
  }
}

static bool is_conditional(const httpstatus__lint *l)
{
  return ASKED(IF_NONE_MATCH) || ASKED(IF_MODIFIED_SINCE);
}

/* 304 answers a conditional request (RFC 9110 Section 15.4.5). */
CHECK(not_modified_unconditional)
{
  if (l->in.status == 304 && KNOWS(REQUEST_FIELDS) && !is_conditional(l)) {
    httpstatus__found(l, "304 answers a request without If-None-Match and If-Modified-Since");
  }
}

/* A condition that fails gives 412 with these (RFC 9110 Sections 13.1.2 and 13.2.2). */
CHECK(not_modified_wrong_method)
{
  static const char *const methods[] = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"};
  if (l->in.status != 304 || !KNOWS(METHOD)) {
    return;
  }
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
    if (httpstatus__is_exactly(l->method, methods[i])) {
      httpstatus__found_as(l, is_conditional(l) ? ERROR : WARNING, HTTPSTATUS_LINT_NO_LINE, "304 answers {method}");
    }
  }
}

/* What If-None-Match asks about. */
typedef struct tags {
  enum { TAGS_UNKNOWN, TAGS_SOME, TAGS_ANY } kind; /* any: "*"; unknown: absent or off its grammar */
  size_t n;
  bool matched; /* weakly, by the tag that was looked for */
} tags;

static bool is_same_opaque(httpstatus__tag a, httpstatus__tag b)
{
  return httpstatus__left(a.opaque) == httpstatus__left(b.opaque) &&
         memcmp(a.opaque.at, b.opaque.at, httpstatus__left(a.opaque)) == 0;
}

/* Reads one line of tags; false if it is off the grammar. Empty elements are let pass. */
static bool read_tags(httpstatus__reader text, const httpstatus__tag *wanted, tags *found)
{
  for (;;) {
    while (text.at < text.end && (httpstatus__is_blank(*text.at) || *text.at == ',')) {
      text.at++;
    }
    if (httpstatus__is_empty(text)) {
      return true;
    }
    httpstatus__tag tag;
    if (!httpstatus__take_tag(&text, &tag)) {
      return false;
    }
    found->n++;
    found->matched = found->matched || (wanted != NULL && is_same_opaque(tag, *wanted));
    httpstatus__skip_blanks(&text);
    if (!httpstatus__is_empty(text) && *text.at != ',') {
      return false;
    }
  }
}

static tags tags_asked(const httpstatus__lint *l, const httpstatus__tag *wanted)
{
  tags found = {TAGS_UNKNOWN, 0, false};
  if (!ASKED(IF_NONE_MATCH)) {
    return found;
  }
  bool repeated = (l->request.repeated & BIT(IF_NONE_MATCH)) != 0;
  if (!repeated && httpstatus__is_exactly(httpstatus__value_of(&l->request, HTTPSTATUS__IF_NONE_MATCH), "*")) {
    found.kind = TAGS_ANY;
    return found;
  }
  HTTPSTATUS__FOR_LINES(line, &l->request, BIT(IF_NONE_MATCH)) {
    if (!read_tags(httpstatus__value_at(&l->request, line), wanted, &found)) {
      return found;
    }
  }
  found.kind = found.n > 0 ? TAGS_SOME : TAGS_UNKNOWN;
  return found;
}

/* The tag of the response; false if it has none, or several. */
static bool own_tag(const httpstatus__lint *l, httpstatus__tag *tag)
{
  if (!HAS(ETAG) || (l->response.repeated & BIT(ETAG)) != 0) {
    return false;
  }
  httpstatus__reader rest = VALUE(ETAG);
  return httpstatus__take_tag(&rest, tag) && httpstatus__is_empty(rest);
}

/* A tag matched, so a 200 would have had one, and then a 304 has it (RFC 9110 Section 15.4.5). */
CHECK(not_modified_no_etag)
{
  if (l->in.status == 304 && !HAS(ETAG) && KNOWS(REQUEST_FIELDS) && tags_asked(l, NULL).kind == TAGS_SOME) {
    httpstatus__found(l, "304 answers a request with If-None-Match and has no ETag");
  }
}

/* It is not the tag that the request has (RFC 9110 Section 13.1.2), so a cache cannot update (RFC 9111 4.3.2). */
CHECK(not_modified_etag_mismatch)
{
  httpstatus__tag tag;
  if (l->in.status != 304 || !own_tag(l, &tag) || !KNOWS(REQUEST_FIELDS)) {
    return;
  }
  tags asked = tags_asked(l, &tag);
  if (asked.kind == TAGS_SOME && !asked.matched) {
    httpstatus__found_at(l, LINE(ETAG), "304 has an ETag that If-None-Match does not list: {text}");
  }
}

/* A match means 304 for GET and HEAD (RFC 9110 Section 13.1.2). */
CHECK(validator_matched_not_304)
{
  httpstatus__tag tag;
  if (l->in.status != 200 || !KNOWS(REQUEST_FIELDS) || !ASKED(IF_NONE_MATCH) ||
      !(httpstatus__method_is(l, "GET") || httpstatus__method_is(l, "HEAD"))) {
    return;
  }
  bool tagged = own_tag(l, &tag);
  if (HAS(ETAG) && !tagged) {
    return;
  }
  tags asked = tags_asked(l, tagged ? &tag : NULL);
  if (asked.kind == TAGS_ANY) {
    httpstatus__found(l, "200 answers If-None-Match: *, which calls for 304");
  } else if (asked.kind == TAGS_SOME && asked.matched) {
    httpstatus__found_at(l, LINE(ETAG), "200 has an ETag that If-None-Match lists, which calls for 304: {text}");
  }
}

/* Several tags leave open which instance the delta is to (RFC 3229 Section 10.5.1); the codings are those of 10.1. */
CHECK(delta_base_missing)
{
  if (l->in.status != 226 || HAS(DELTA_BASE) ||
      !(httpstatus__lists(&l->response, HTTPSTATUS__IM, "vcdiff") ||
        httpstatus__lists(&l->response, HTTPSTATUS__IM, "diffe") ||
        httpstatus__lists(&l->response, HTTPSTATUS__IM, "gdiff"))) {
    return;
  }
  if (KNOWS(REQUEST_FIELDS) && tags_asked(l, NULL).n > 1) {
    httpstatus__found_at(l, LINE(IM), "226 does not say in Delta-Base to which instance the delta is: {text}");
  }
}

/* The date of a field of the request that has one line; false if there is none. */
static bool date_asked(const httpstatus__lint *l, httpstatus__known field, int64_t *seconds)
{
  if (!httpstatus__has(&l->request, field) || (l->request.repeated >> field & 1) != 0) {
    return false;
  }
  httpstatus__reader value = httpstatus__value_of(&l->request, field);
  return httpstatus_parse_http_date(value.at, httpstatus__left(value), NULL, seconds, NULL) == 0;
}

/* Not modified since then should mean 304 (RFC 9110 Section 13.1.3); If-None-Match goes before it. */
CHECK(date_matched_not_304)
{
  int64_t modified, since;
  if (l->in.status != 200 || !httpstatus__time_of(l, HTTPSTATUS__LAST_MODIFIED, &modified) || !KNOWS(REQUEST_FIELDS) ||
      ASKED(IF_NONE_MATCH) || !date_asked(l, HTTPSTATUS__IF_MODIFIED_SINCE, &since) || modified > since) {
    return;
  }
  if (KNOWS(METHOD) && (httpstatus__method_is(l, "GET") || httpstatus__method_is(l, "HEAD"))) {
    httpstatus__found_at(l, LINE(LAST_MODIFIED),
                         "200 was last modified no later than If-Modified-Since says, which calls for 304: {text}");
  }
}

/* Is If-Range true, as far as the head shows? Tags compare strongly, and dates exactly (RFC 9110 Section 13.1.5). */
static bool may_be_same(httpstatus__lint *l, httpstatus__reader if_range)
{
  httpstatus__tag asked, tag;
  int64_t since, modified;
  if (httpstatus__take_tag(&if_range, &asked) && httpstatus__is_empty(if_range)) {
    return !own_tag(l, &tag) || (!asked.weak && !tag.weak && is_same_opaque(asked, tag));
  }
  return !date_asked(l, HTTPSTATUS__IF_RANGE, &since) ||
         !httpstatus__time_of(l, HTTPSTATUS__LAST_MODIFIED, &modified) || modified == since;
}

/* If the representation has changed, Range is to be ignored (RFC 9110 Section 13.1.5). */
CHECK(if_range_ignored)
{
  if (l->in.status != 206 || !KNOWS(REQUEST_FIELDS) || !ASKED(IF_RANGE) ||
      (l->request.repeated & BIT(IF_RANGE)) != 0) {
    return;
  }
  httpstatus__reader if_range = httpstatus__value_of(&l->request, HTTPSTATUS__IF_RANGE);
  if (!may_be_same(l, if_range)) {
    httpstatus__found_in(l, HTTPSTATUS_LINT_NO_LINE, if_range,
                         "206 is of another representation than If-Range asks for: {text}");
  }
}

/* Does the request have a field with this in its name, in lower case? at_start: only there. */
static bool asked_with(const httpstatus__lint *l, const char *part, bool at_start)
{
  size_t length = strlen(part);
  for (size_t i = 0; i < l->request.n; i++) {
    httpstatus__reader name = httpstatus__reader_of(l->request.lines[i].name, l->request.lines[i].name_length);
    for (; httpstatus__left(name) >= length; name.at++) {
      httpstatus__reader here = {name.at, name.at, name.at + length};
      if (httpstatus__is(here, part)) {
        return true;
      }
      if (at_start) {
        break;
      }
    }
  }
  return false;
}

static bool asked_for(const httpstatus__lint *l, const char *name)
{
  for (size_t i = 0; i < l->request.n; i++) {
    if (httpstatus__is(httpstatus__reader_of(l->request.lines[i].name, l->request.lines[i].name_length), name)) {
      return true;
    }
  }
  return false;
}

/* 412 says that a precondition failed (RFC 9110 Section 15.5.13); WebDAV has two more (RFC 4918 Section 12.1). */
CHECK(precondition_failed_unconditional)
{
  if (l->in.status == 412 && KNOWS(REQUEST_FIELDS) && !asked_with(l, "if-", false) && !asked_for(l, "if") &&
      !asked_for(l, "overwrite")) {
    httpstatus__found(l, "412 answers a request without a precondition");
  }
}

/* Preconditions are ignored on methods that select no representation (RFC 9110 Section 13.2.1). */
CHECK(precondition_on_wrong_method)
{
  if (l->in.status == 412 && KNOWS(METHOD) &&
      (httpstatus__method_is(l, "OPTIONS") || httpstatus__method_is(l, "TRACE") ||
       httpstatus__method_is(l, "CONNECT"))) {
    httpstatus__found(l, "412 answers {method}, on which preconditions are ignored");
  }
}

/* 417 is about Expect (RFC 9110 Section 15.5.18). */
CHECK(expectation_failed_unexpected)
{
  if (l->in.status == 417 && KNOWS(REQUEST_FIELDS) && !ASKED(EXPECT)) {
    httpstatus__found(l, "417 answers a request without Expect");
  }
}

/* 406 is about proactive negotiation (RFC 9110 Sections 15.5.7 and 12.1), in whichever field it is done. */
CHECK(not_acceptable_unnegotiated)
{
  if (l->in.status == 406 && KNOWS(REQUEST_FIELDS) && !asked_with(l, "accept", true)) {
    httpstatus__found(l, "406 answers a request without Accept or a field like it");
  }
}

/* The length that is asked for was there (RFC 9110 Section 15.5.12). */
CHECK(length_required_but_sent)
{
  if (l->in.status == 411 && KNOWS(REQUEST_FIELDS) && ASKED(CONTENT_LENGTH) &&
      (l->request.repeated & BIT(CONTENT_LENGTH)) == 0) {
    httpstatus__reader length = httpstatus__value_of(&l->request, HTTPSTATUS__CONTENT_LENGTH);
    if (httpstatus__is_number(length)) {
      httpstatus__found_in(l, HTTPSTATUS_LINT_NO_LINE, length, "411 answers a request with Content-Length: {text}");
    }
  }
}

/* Codings cannot have been the cause if there were none (RFC 9110 Section 12.5.3). */
CHECK(media_type_accept_encoding)
{
  if (l->in.status == 415 && HAS(ACCEPT_ENCODING) && KNOWS(REQUEST_FIELDS) && !ASKED(CONTENT_ENCODING)) {
    httpstatus__found_at(l, LINE(ACCEPT_ENCODING), "415 blames content codings, which the request had not: {text}");
  }
}

/* These say what would be taken (RFC 9110 Section 15.5.16, RFC 5789 Section 2.2). */
CHECK(unsupported_media_no_hint)
{
  if (l->in.status == 415 && !HAS(ACCEPT) && !HAS(ACCEPT_ENCODING) && !HAS(ACCEPT_POST) && !HAS(ACCEPT_PATCH)) {
    httpstatus__found(l, "415 does not say what would be accepted");
  }
}
