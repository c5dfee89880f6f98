/* Checks of the form of names and values, and of dates. */
#include <string.h>

#include "check.h"

#define DATES (BIT(DATE) | BIT(LAST_MODIFIED) | BIT(EXPIRES) | BIT(RETRY_AFTER))

static httpstatus__reader value_at(const httpstatus__lint *l, size_t line)
{
  return httpstatus__value_at(&l->response, line);
}

static httpstatus__reader name_at(const httpstatus__lint *l, size_t line)
{
  return httpstatus__reader_of(l->in.lines[line].name, l->in.lines[line].name_length);
}

/* Only fields that are lists may be on several lines (RFC 9110 Section 5.3). */
CHECK(singleton_repeated)
{
  const httpstatus__fields singletons = BIT(CONTENT_TYPE) | BIT(LOCATION) | BIT(RETRY_AFTER) | BIT(ETAG) |
                                        BIT(LAST_MODIFIED) | BIT(DATE) | BIT(EXPIRES) | BIT(AGE) |
                                        BIT(CONTENT_LOCATION) | BIT(CONTENT_RANGE) | BIT(SERVER);
  if (l->in.merged) {
    httpstatus__lacks(l, HTTPSTATUS_LINT_INPUT_REPEATS);
  }
  if ((l->response.repeated & singletons) == 0) {
    return;
  }
  FOR_LINES(line, l->response.repeated & singletons) {
    if (line != l->response.first[httpstatus__field_at(&l->response, line)]) {
      httpstatus__found_at(l, line, "{name} is sent again: {text}");
    }
  }
}

/* A name is a token (RFC 9110 Section 5.1). */
CHECK(field_name_invalid)
{
  for (size_t line = 0; l->response.bad_names && line < l->response.n; line++) {
    httpstatus__reader name = name_at(l, line);
    if (!httpstatus__is_token(name)) {
      httpstatus__found_in(l, line, name, "this is not the name of a field: {text}");
    }
  }
}

static bool is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool has_upper(httpstatus__reader name)
{
  while (name.at < name.end && !is_upper(*name.at)) {
    name.at++;
  }
  return name.at < name.end;
}

/* Does each part of the name between "-" begin with a large letter, and has it no other? */
static bool is_title_case(httpstatus__reader name)
{
  bool start = true;
  for (; name.at < name.end; name.at++) {
    if (start ? *name.at >= 'a' && *name.at <= 'z' : is_upper(*name.at)) {
      return false;
    }
    start = *name.at == '-';
  }
  return true;
}

/*
 * HTTP/2 and 3 have names in lower case (RFC 9113 Section 8.2.1, RFC 9114 Section 4.2). Where all are in Title-Case, a
 * library has put them so after they were received.
 */
CHECK(field_name_uppercase_h2)
{
  bool upper = false, title_case = true;
  for (size_t line = 0; !httpstatus__is_http1(l) && line < l->response.n; line++) {
    httpstatus__reader name = name_at(l, line);
    upper = upper || has_upper(name);
    title_case = title_case && is_title_case(name);
  }
  if (!upper || title_case || !KNOWS(VERSION)) {
    return;
  }
  for (size_t line = 0; line < l->response.n; line++) {
    httpstatus__reader name = name_at(l, line);
    if (has_upper(name)) {
      httpstatus__found_in(l, line, name, "a field name of HTTP/2 and HTTP/3 is in lower case: {text}");
    }
  }
}

/* CR, LF and NUL are dangerous, and other control characters invalid (RFC 9110 Section 5.5). */
CHECK(field_value_control)
{
  for (size_t line = 0; l->response.control && line < l->response.n; line++) {
    httpstatus__reader value = httpstatus__reader_of(l->in.lines[line].value, l->in.lines[line].value_length);
    for (httpstatus__reader rest = value; rest.at < rest.end; rest.at++) {
      if (((unsigned char)*rest.at < ' ' && *rest.at != '\t') || *rest.at == 127) {
        httpstatus__found_in(l, line, rest, "{name} has a control character in its value, from here: {text}");
        break;
      }
    }
  }
}

/* Fields that tell about the request's context or the client have no meaning in a response (RFC 9110 Section 10.1). */
CHECK(request_field_in_response)
{
  const httpstatus__fields of_requests =
    BIT(HOST) | BIT(EXPECT) | BIT(TE) | BIT(MAX_FORWARDS) | BIT(RANGE) | BIT(IF_MATCH) | BIT(IF_NONE_MATCH) |
    BIT(IF_MODIFIED_SINCE) | BIT(IF_UNMODIFIED_SINCE) | BIT(IF_RANGE) | BIT(AUTHORIZATION) | BIT(PROXY_AUTHORIZATION) |
    BIT(FROM) | BIT(REFERER) | BIT(USER_AGENT) | BIT(ACCEPT_LANGUAGE) | BIT(ACCEPT_CHARSET) | BIT(COOKIE);
  FOR_LINES(line, of_requests) {
    httpstatus__found_at(l, line, "{name} has a meaning in requests only: {text}");
  }
}

/* RFC 8470 Section 5.1 bars it. */
CHECK(early_data_in_response)
{
  FOR_LINES_OF(line, EARLY_DATA) {
    httpstatus__found_at(l, line, "{name} must not be in a response: {text}");
  }
}

/* Date and Last-Modified are dates in one of three forms (RFC 9110 Section 5.6.7). */
CHECK(http_date_invalid)
{
  FOR_LINES(line, BIT(DATE) | BIT(LAST_MODIFIED)) {
    if (httpstatus__date_at(l, line)->form == HTTPSTATUS__NO_DATE) {
      httpstatus__found_at(l, line, "{name} is not a date of HTTP: {text}");
    }
  }
}

/* An Expires that is no date means expired already (RFC 9111 Section 5.3). */
CHECK(expires_not_a_date)
{
  FOR_LINES_OF(line, EXPIRES) {
    if (httpstatus__date_at(l, line)->form == HTTPSTATUS__NO_DATE) {
      httpstatus__found_at(l, line, "Expires is not a date of HTTP: {text}");
    }
  }
}

/* Is there a date that one of the two checks below may tell of? Repeated fields are looked at line by line. */
static bool has_odd_date(httpstatus__lint *l)
{
  static const httpstatus__known fields[] = {
    HTTPSTATUS__DATE, HTTPSTATUS__LAST_MODIFIED, HTTPSTATUS__EXPIRES, HTTPSTATUS__RETRY_AFTER,
  };
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    if (httpstatus__has(&l->response, fields[i])) {
      const httpstatus__date *date = httpstatus__date_at(l, l->response.first[fields[i]]);
      if (date->wrong_day || date->form > HTTPSTATUS__IMF_FIXDATE || (l->response.repeated >> fields[i] & 1) != 0) {
        return true;
      }
    }
  }
  return false;
}

/* Two of the three forms are for reading only (RFC 9110 Section 5.6.7). */
CHECK(http_date_obsolete)
{
  if (!has_odd_date(l)) {
    return;
  }
  FOR_LINES(line, DATES) {
    if (httpstatus__date_at(l, line)->form > HTTPSTATUS__IMF_FIXDATE) {
      httpstatus__found_at(l, line, "{name} is a date in a form that is no longer sent: {text}");
    }
  }
}

/* The name of the day is that of the date (RFC 5322 Section 3.3, by way of RFC 9110 Section 5.6.7). */
CHECK(http_date_weekday)
{
  if (!has_odd_date(l)) {
    return;
  }
  FOR_LINES(line, DATES) {
    if (httpstatus__date_at(l, line)->wrong_day) {
      httpstatus__found_at(l, line, "{name} has the day of the week of another date: {text}");
    }
  }
}

/* An opaque tag has any visible character but quotes, and no escapes (RFC 9110 Section 8.8.3). */
CHECK(etag_invalid)
{
  FOR_LINES_OF(line, ETAG) {
    httpstatus__reader rest = value_at(l, line);
    httpstatus__tag tag;
    if (!httpstatus__take_tag(&rest, &tag) || !httpstatus__is_empty(rest)) {
      httpstatus__found_at(l, line, "ETag is not an entity tag: {text}");
    }
  }
}

/* Seconds or a date (RFC 9110 Section 10.2.3). */
CHECK(retry_after_invalid)
{
  FOR_LINES_OF(line, RETRY_AFTER) {
    if (!httpstatus__is_number(value_at(l, line)) && httpstatus__date_at(l, line)->form == HTTPSTATUS__NO_DATE) {
      httpstatus__found_at(l, line, "Retry-After is neither a number of seconds nor a date of HTTP: {text}");
    }
  }
}

/* What comes before the next comma of a list; in Via, commas in comments are text (RFC 9110 Section 5.6.5). */
static httpstatus__reader take_element(httpstatus__reader *rest, bool comments)
{
  if (!comments) {
    return httpstatus__take_until(rest, ',');
  }
  httpstatus__reader element = *rest;
  size_t depth = 0;
  for (; rest->at < rest->end && (depth > 0 || *rest->at != ','); rest->at++) {
    depth += *rest->at == '(';
    depth -= *rest->at == ')' && depth > 0;
    rest->at += *rest->at == '\\' && rest->at + 1 < rest->end;
  }
  element.end = rest->at;
  rest->at += rest->at < rest->end;
  httpstatus__skip_blanks(&element);
  httpstatus__drop_blanks(&element);
  return element;
}

/* Is there a comma with no element before or behind it, quotes and comments apart? */
static bool has_loose_comma(httpstatus__reader value)
{
  bool loose = *value.at == ',';
  for (const char *comma; !loose && (comma = memchr(value.at, ',', httpstatus__left(value))) != NULL;) {
    value.at = comma + 1;
    httpstatus__skip_blanks(&value);
    loose = httpstatus__is_empty(value) || *value.at == ',';
  }
  return loose;
}

static bool has_empty_element(httpstatus__reader value, bool comments)
{
  if (!has_loose_comma(value)) {
    return false;
  }
  httpstatus__reader element;
  do {
    element = take_element(&value, comments);
    if (httpstatus__is_empty(element)) {
      return true;
    }
  } while (!httpstatus__is_empty(value));
  return value.end[-1] == ',' && element.end < value.end; /* A comma at the end that belongs to no element. */
}

/* A sender makes no empty elements (RFC 9110 Section 5.6.1.1); a list of none is fine, unless one is asked for. */
CHECK(list_empty_element)
{
  const httpstatus__fields not_empty = BIT(ACCEPT_RANGES) | BIT(ACCEPT_PATCH);
  const httpstatus__fields lists = BIT(ALLOW) | BIT(VARY) | BIT(CONNECTION) | BIT(CACHE_CONTROL) |
                                   BIT(CONTENT_ENCODING) | BIT(CONTENT_LANGUAGE) | BIT(TRANSFER_ENCODING) |
                                   BIT(UPGRADE) | BIT(TRAILER) | BIT(VIA) | BIT(ACCEPT_ENCODING) | not_empty;
  FOR_LINES(line, lists) {
    httpstatus__known field = httpstatus__field_at(&l->response, line);
    httpstatus__reader value = value_at(l, line);
    if (httpstatus__is_empty(value) ? (not_empty >> field & 1) != 0
                                    : has_empty_element(value, field == HTTPSTATUS__VIA)) {
      httpstatus__found_at(l, line, "{name} has an empty element: {text}");
    }
  }
}

/* Tells of the first member of each line that is no token. */
static void find_other_than_tokens(httpstatus__lint *l, httpstatus__known field, const char *message)
{
  HTTPSTATUS__FOR_LINES(line, &l->response, UINT64_C(1) << field) {
    httpstatus__reader rest = value_at(l, line);
    while (!httpstatus__is_token(rest) && !httpstatus__is_empty(rest)) {
      httpstatus__reader member = httpstatus__take_until(&rest, ',');
      if (!httpstatus__is_empty(member) && !httpstatus__is_token(member)) {
        httpstatus__found_in(l, line, member, message);
        break;
      }
    }
  }
}

/* A list of methods, which are tokens (RFC 9110 Sections 10.2.1 and 9.1). */
CHECK(allow_invalid)
{
  find_other_than_tokens(l, HTTPSTATUS__ALLOW, "Allow lists something that is not a method: {text}");
}

/* A list of field names or "*", which is a token as well (RFC 9110 Section 12.5.5). */
CHECK(vary_invalid)
{
  find_other_than_tokens(l, HTTPSTATUS__VARY, "Vary lists something that is not a field name: {text}");
}

/* "identity" says that there is none, which is said by leaving the field out (RFC 9110 Section 8.4). */
CHECK(content_encoding_identity)
{
  httpstatus__members members = MEMBERS(CONTENT_ENCODING);
  httpstatus__reader coding;
  size_t told = HTTPSTATUS_LINT_NO_LINE;
  while (httpstatus__next_member(&members, &coding)) {
    if (members.line != told && httpstatus__is(coding, "identity")) {
      httpstatus__found_at(l, members.line, "Content-Encoding lists identity, which is no coding: {text}");
      told = members.line;
    }
  }
}

static bool take(httpstatus__reader *text, char c)
{
  bool taken = httpstatus__next_is(text, c);
  text->at += taken;
  return taken;
}

/* A type, "/", a subtype, and parameters of which some may be empty (RFC 9110 Sections 8.3.1 and 5.6.6). */
static bool is_media_type(httpstatus__reader text)
{
  if (httpstatus__is_empty(httpstatus__take_token(&text)) || !take(&text, '/') ||
      httpstatus__is_empty(httpstatus__take_token(&text))) {
    return false;
  }
  while (!httpstatus__is_empty(text)) {
    httpstatus__skip_blanks(&text);
    if (!take(&text, ';')) {
      return false;
    }
    httpstatus__skip_blanks(&text);
    if (httpstatus__is_empty(httpstatus__take_token(&text))) {
      continue;
    }
    if (!take(&text, '=') ||
        (!httpstatus__take_quoted(&text) && httpstatus__is_empty(httpstatus__take_token(&text)))) {
      return false;
    }
  }
  return true;
}

CHECK(content_type_invalid)
{
  FOR_LINES_OF(line, CONTENT_TYPE) {
    if (!is_media_type(value_at(l, line))) {
      httpstatus__found_at(l, line, "Content-Type is not a media type: {text}");
    }
  }
}

/* Seconds, so a number (RFC 9111 Sections 5.1 and 1.2.2). */
CHECK(age_invalid)
{
  FOR_LINES_OF(line, AGE) {
    if (!httpstatus__is_number(value_at(l, line))) {
      httpstatus__found_at(l, line, "Age is not a number of seconds: {text}");
    }
  }
}

/* Dates. */

/* An origin server with a clock sends Date with 2xx, 3xx and 4xx (RFC 9110 Section 6.6.1); 407 is a proxy's. */
CHECK(date_missing)
{
  bool tunnel = httpstatus__is_family(l, 200) && httpstatus__is_exactly(l->method, "CONNECT");
  if (l->in.status >= 200 && l->in.status <= 499 && l->in.status != 407 && !tunnel && !HAS(DATE)) {
    httpstatus__found(l, "{status} is sent without Date");
  }
}

/* A server does not say that something changed after it answered (RFC 9110 Section 8.8.2.1). */
CHECK(last_modified_after_date)
{
  int64_t date, modified;
  if (httpstatus__time_of(l, HTTPSTATUS__DATE, &date) &&
      httpstatus__time_of(l, HTTPSTATUS__LAST_MODIFIED, &modified) && modified > date) {
    httpstatus__found_at(l, LINE(LAST_MODIFIED), "Last-Modified is later than Date: {text}");
  }
}
