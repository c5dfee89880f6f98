#include <string.h>

#include "advise.h"
#include "fold.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "label.h"
#include "reader.h"
#include "row.h"

/* A directive whose argument is a number of seconds. */
typedef struct age {
  size_t count;
  bool wrong; /* no number, or two that differ */
  int64_t seconds;
} age;

/* Cache-Control as far as it plays a part here. */
typedef struct controls {
  bool is_public;
  bool is_private;  /* in any form */
  bool unqualified; /* private, and not of some fields only */
  bool no_store;
  bool no_cache;
  bool must_understand;
  bool must_revalidate;
  age max_age;
  age s_maxage;
  const char *of_requests; /* the last directive that only requests have */
} controls;

typedef struct text {
  const char *at;
  size_t length;
} text;

static bool same(text given, const char *word)
{
  size_t i = 0;
  while (i < given.length && word[i] != '\0' && httpstatus__lower(given.at[i]) == word[i]) {
    i++;
  }
  return i == given.length && word[i] == '\0';
}

static void read_age(age *found, bool wrong, text argument)
{
  int64_t seconds = 0;
  for (size_t i = 0; i < argument.length; i++) {
    wrong = wrong || !httpstatus__is_digit(argument.at[i]);
    if (!wrong && seconds < HTTPSTATUS_SECONDS_MAX) {
      seconds = seconds * 10 + (argument.at[i] - '0');
    }
  }
  seconds = seconds < HTTPSTATUS_SECONDS_MAX ? seconds : HTTPSTATUS_SECONDS_MAX;
  found->wrong = found->wrong || wrong || argument.length == 0 || (found->count > 0 && seconds != found->seconds);
  found->seconds = seconds;
  found->count++;
}

static bool is_list_blank(char c)
{
  return httpstatus__is_blank(c) || c == ',';
}

/* Is there no name among the fields that private is limited to? */
static bool names_nothing(text argument)
{
  size_t i = 0;
  while (i < argument.length && is_list_blank(argument.at[i])) {
    i++;
  }
  return i == argument.length;
}

static void take(controls *found, text name, bool wrong, text argument)
{
  static const char *const of_requests[] = {"max-stale", "min-fresh", "only-if-cached"};
  if (same(name, "max-age")) {
    read_age(&found->max_age, wrong, argument);
  } else if (same(name, "s-maxage")) {
    read_age(&found->s_maxage, wrong, argument);
  } else if (same(name, "private")) {
    found->is_private = true;
    found->unqualified = found->unqualified || names_nothing(argument);
  }
  found->is_public = found->is_public || same(name, "public");
  found->no_store = found->no_store || same(name, "no-store");
  found->no_cache = found->no_cache || same(name, "no-cache");
  found->must_understand = found->must_understand || same(name, "must-understand");
  found->must_revalidate = found->must_revalidate || same(name, "must-revalidate");
  for (size_t i = 0; i < sizeof of_requests / sizeof of_requests[0]; i++) {
    found->of_requests = same(name, of_requests[i]) ? of_requests[i] : found->of_requests;
  }
}

/* Reads up to the quote that ends a string. False if there is none. */
static bool read_quoted(httpstatus__reader *in, text *argument)
{
  argument->at = ++in->at;
  while (in->at < in->end && *in->at != '"') {
    in->at += *in->at == '\\' && in->at + 1 < in->end ? 2 : 1;
  }
  argument->length = (size_t)(in->at - argument->at);
  bool closed = in->at < in->end;
  in->at += closed;
  return closed;
}

/* Reads one line. What is wrong about a directive ends with the next comma, and nothing else is lost. */
static void read_controls(controls *found, const httpstatus_line *line)
{
  httpstatus__reader in = httpstatus__reader_of(line->text, line->length);
  while (in.at < in.end) {
    if (is_list_blank(*in.at)) {
      in.at++;
      continue;
    }
    text name = {in.at, 0};
    text argument = {in.at, 0};
    bool wrong = false;
    while (in.at < in.end && *in.at != '=' && !is_list_blank(*in.at)) {
      in.at++;
    }
    name.length = (size_t)(in.at - name.at);
    if (httpstatus__next_is(&in, '=')) {
      in.at++;
      if (httpstatus__next_is(&in, '"')) {
        wrong = !read_quoted(&in, &argument);
      } else {
        argument.at = in.at;
        while (in.at < in.end && !is_list_blank(*in.at)) {
          in.at++;
        }
        argument.length = (size_t)(in.at - argument.at);
      }
    }
    for (; in.at < in.end && *in.at != ','; in.at++) {
      wrong = wrong || !httpstatus__is_blank(*in.at);
    }
    take(found, name, wrong, argument);
  }
}

/* What is known of a case, and what was found out about it on the way. */
typedef struct question {
  httpstatus_cache_options options;
  int code;
  const char *method; /* NULL for not given */
  size_t length;
  const httpstatus_field_line *fields;
  size_t n_fields;
  controls controls;
  bool understood;
  bool heuristic;     /* a cache may make up a lifetime */
  size_t n_expires;
  const char *reason; /* after the label */
} question;

static bool is_method(const question *asked, const char *name)
{
  return httpstatus__is_text(name, asked->method, asked->length);
}

static void ask(question *asked, int code, const char *method, size_t length, const httpstatus_field_line *fields,
                size_t n_fields, const httpstatus_cache_options *given)
{
  memset(asked, 0, sizeof *asked);
  HTTPSTATUS__READ_OPTIONS(&asked->options, given);
  asked->code = code;
  asked->method = method != NULL && length > 0 ? method : NULL;
  asked->length = length;
  asked->fields = fields;
  asked->n_fields = n_fields;
  for (size_t i = 0; i < n_fields; i++) {
    httpstatus_line line;
    if (httpstatus__values(&fields[i], 1, "cache-control", &line, 1) > 0) {
      read_controls(&asked->controls, &line);
    }
  }
  asked->n_expires = httpstatus__values(fields, n_fields, "expires", NULL, 0);
  bool registered = httpstatus_is_registered(code);
  bool by_default = registered && code != HTTPSTATUS_PARTIAL_CONTENT && code != HTTPSTATUS_IM_USED;
  const httpstatus_set *understands = asked->options.understands;
  asked->understood = understands == NULL ? by_default : httpstatus_set_contains(understands, code);
  asked->heuristic = (registered && httpstatus__primary(code)->storage == HTTPSTATUS_STORAGE_HEURISTIC) ||
                     code == HTTPSTATUS_PARTIAL_CONTENT || asked->controls.is_public ||
                     (asked->controls.is_private && !asked->options.shared);
}

/* The difference of two times that may be far apart, as a number of seconds to tell. */
static int64_t difference(int64_t later, int64_t earlier)
{
  if (later <= earlier) {
    return 0;
  }
  uint64_t seconds = (uint64_t)later - (uint64_t)earlier;
  return seconds < (uint64_t)HTTPSTATUS_SECONDS_MAX ? (int64_t)seconds : HTTPSTATUS_SECONDS_MAX;
}

/* RFC 9111 Sections 4.2.1 and 4.2.2. */
static void find_lifetime(const question *asked, httpstatus_cache_result *result)
{
  const controls *found = &asked->controls;
  const age *declared = asked->options.shared && found->s_maxage.count > 0 ? &found->s_maxage : &found->max_age;
  const int64_t *now = asked->options.received_at;
  int64_t date, other;
  bool dated = httpstatus__time(asked->fields, asked->n_fields, "date", now, &date);
  if (!dated && now != NULL) {
    date = *now;
    dated = true;
  }
  now = now == NULL && dated ? &date : now;
  if (declared->count > 0) {
    result->lifetime = HTTPSTATUS_LIFETIME_EXPLICIT;
    result->seconds = declared->wrong ? 0 : declared->seconds;
  } else if (asked->n_expires > 0) {
    result->lifetime = HTTPSTATUS_LIFETIME_EXPLICIT;
    if (!httpstatus__time(asked->fields, asked->n_fields, "expires", now, &other)) {
      result->seconds = 0;
    } else if (dated) {
      result->seconds = difference(other, date);
    }
  } else if (asked->heuristic) {
    result->lifetime = HTTPSTATUS_LIFETIME_HEURISTIC;
    if (dated && httpstatus__time(asked->fields, asked->n_fields, "last-modified", now, &other) && date > other) {
      result->seconds = difference(date, other) / 10;
    }
  }
}

static const char *forbidden_by(int code)
{
  switch (code) {
  case HTTPSTATUS_PRECONDITION_REQUIRED:
    return "RFC 6585 3";
  case HTTPSTATUS_TOO_MANY_REQUESTS:
    return "RFC 6585 4";
  case HTTPSTATUS_REQUEST_HEADER_FIELDS_TOO_LARGE:
    return "RFC 6585 5";
  default:
    return "RFC 6585 6";
  }
}

static bool says(question *asked, httpstatus_cache_result *result, httpstatus_storable storable,
                 httpstatus_basis basis, const char *citation, const char *reason)
{
  result->storable = storable;
  result->basis = basis;
  result->citation = citation;
  asked->reason = reason;
  return true;
}

static bool refuse(question *asked, httpstatus_cache_result *result, const char *citation, const char *reason)
{
  return says(asked, result, HTTPSTATUS_STORABLE_NO, HTTPSTATUS_BASIS_RFC_MUST_NOT, citation, reason);
}

/* Is it not to be stored, or not by itself? The first reason counts. */
static bool is_refused(question *asked, httpstatus_cache_result *result)
{
  const controls *found = &asked->controls;
  bool posted = is_method(asked, "POST") || is_method(asked, "PATCH");
  bool read = is_method(asked, "GET") || is_method(asked, "HEAD") || is_method(asked, "QUERY");
  int code = asked->code;
  if (asked->method != NULL && !posted && !read) {
    return refuse(asked, result, "RFC 9111 3; RFC 9110 9.2.3", "not to be stored with this method");
  }
  if (posted && !(result->lifetime == HTTPSTATUS_LIFETIME_EXPLICIT && asked->options.content_location_is_target)) {
    return refuse(asked, result, is_method(asked, "POST") ? "RFC 9110 9.3.3" : "RFC 5789 2",
                  "not to be stored with this method unless it declares a lifetime and Content-Location is the target");
  }
  if (!httpstatus_is_valid(code)) {
    result->stricter_than_rfc = true;
    return says(asked, result, HTTPSTATUS_STORABLE_NO, HTTPSTATUS_BASIS_PRACTICE, "RFC 9110 15",
                "not to be stored, it is no status");
  }
  if (httpstatus_classify(code) == HTTPSTATUS_CATEGORY_INFORMATIONAL) {
    return refuse(asked, result, "RFC 9111 3; RFC 9110 15.2", "not to be stored, it is not final");
  }
  if (code == HTTPSTATUS_NOT_MODIFIED) {
    return says(asked, result, HTTPSTATUS_STORABLE_REFRESH, HTTPSTATUS_BASIS_RFC_MUST, "RFC 9111 4.3.4",
                "it refreshes what is stored");
  }
  if (httpstatus_is_registered(code) && httpstatus__primary(code)->storage == HTTPSTATUS_STORAGE_FORBIDDEN) {
    return refuse(asked, result, forbidden_by(code), "not to be stored, whatever its fields say");
  }
  if ((code == HTTPSTATUS_PARTIAL_CONTENT || code == HTTPSTATUS_IM_USED) && !asked->understood) {
    return refuse(asked, result, code == HTTPSTATUS_IM_USED ? "RFC 3229 10.6" : "RFC 9111 3, 3.3",
                  "to be stored by caches only that understand it");
  }
  if (found->must_understand && !asked->understood) {
    return refuse(asked, result, "RFC 9111 3, 5.2.2.3",
                  "not to be stored, must-understand and the status is not understood");
  }
  if (found->no_store && !found->must_understand) {
    return refuse(asked, result, "RFC 9111 3, 5.2.2.5", "not to be stored, no-store");
  }
  if (asked->options.shared && found->unqualified) {
    return refuse(asked, result, "RFC 9111 3, 5.2.2.7", "not to be stored by a shared cache, private");
  }
  if (result->lifetime == HTTPSTATUS_LIFETIME_NONE) {
    return refuse(asked, result, "RFC 9111 3; RFC 9110 15.1",
                  "not to be stored, it declares no lifetime and has none by default");
  }
  if (asked->options.shared && asked->options.request_authorized == HTTPSTATUS_TOLD_YES && !found->is_public &&
      !found->must_revalidate && found->s_maxage.count == 0) {
    return refuse(asked, result, "RFC 9111 3, 3.5",
                  "not to be stored by a shared cache, the request had Authorization");
  }
  return false;
}

/* Does it depend on something that was not given? */
static bool is_unknown(question *asked, httpstatus_cache_result *result)
{
  const controls *found = &asked->controls;
  if (asked->options.shared && asked->options.request_authorized == HTTPSTATUS_TOLD_NOT_GIVEN && !found->is_public &&
      !found->must_revalidate && found->s_maxage.count == 0) {
    return says(asked, result, HTTPSTATUS_STORABLE_UNKNOWN, HTTPSTATUS_BASIS_RFC_MUST_NOT, "RFC 9111 3, 3.5",
                "may be stored if the request had no Authorization, which was not told");
  }
  if (asked->method == NULL) {
    return says(asked, result, HTTPSTATUS_STORABLE_UNKNOWN, HTTPSTATUS_BASIS_RFC_MUST_NOT,
                "RFC 9111 3; RFC 9110 9.2.3", "may be stored if the method allows it, which was not told");
  }
  return false;
}

static httpstatus_cache_result decide(question *asked)
{
  httpstatus_cache_result result = {.seconds = HTTPSTATUS_SECONDS_UNKNOWN};
  find_lifetime(asked, &result);
  if (is_refused(asked, &result)) {
    result.lifetime = HTTPSTATUS_LIFETIME_NONE;
    result.seconds = HTTPSTATUS_SECONDS_UNKNOWN;
  } else if (!is_unknown(asked, &result)) {
    bool declared = result.lifetime == HTTPSTATUS_LIFETIME_EXPLICIT;
    says(asked, &result, HTTPSTATUS_STORABLE_YES, HTTPSTATUS_BASIS_RFC_MAY,
         declared                                                  ? "RFC 9111 3, 4.2.1"
         : asked->code == HTTPSTATUS_UNAVAILABLE_FOR_LEGAL_REASONS ? "RFC 9111 3, 4.2.2; RFC 7725 3"
                                                                   : "RFC 9111 3, 4.2.2; RFC 9110 15.1",
         "may be stored");
  }
  return result;
}

httpstatus_storable httpstatus_cacheability(int code, const char *method, size_t length,
                                            const httpstatus_field_line *fields, size_t n_fields,
                                            const httpstatus_cache_options *options, httpstatus_cache_result *result)
{
  question asked;
  ask(&asked, code, method, length, fields, n_fields, options);
  httpstatus_cache_result found = decide(&asked);
  if (result != NULL) {
    *result = found;
  }
  return found.storable;
}

/* The lines. */

static void put_lifetime(httpstatus__out *out, const question *asked, const httpstatus_cache_result *result)
{
  bool declared = result->lifetime == HTTPSTATUS_LIFETIME_EXPLICIT;
  const controls *found = &asked->controls;
  httpstatus__put(out, declared ? "\nfresh for " : "\nfresh for as long as a cache makes up");
  if (result->seconds != HTTPSTATUS_SECONDS_UNKNOWN) {
    httpstatus__put(out, declared ? "" : ", a tenth of its age being ");
    httpstatus__put_int(out, result->seconds);
    httpstatus__put(out, " s");
  } else if (declared) {
    httpstatus__put(out, "a time that depends on when it was received");
  }
  if (declared) {
    httpstatus__put(out, asked->options.shared && found->s_maxage.count > 0 ? " by s-maxage"
                         : found->max_age.count > 0                         ? " by max-age"
                                                                            : " by Expires");
  }
  httpstatus__put_citation(out, declared ? "RFC 9111 4.2.1" : "RFC 9111 4.2.2");
}

/* What qualifies an answer that is not a plain no. */
static void put_conditions(httpstatus__out *out, const question *asked)
{
  const controls *found = &asked->controls;
  if (is_method(asked, "QUERY")) {
    httpstatus__put(out, "\nonly for QUERY requests with the same content [RFC 10008 2.7]");
  } else if (is_method(asked, "POST") || is_method(asked, "PATCH")) {
    httpstatus__put(out, "\nonly for later GET and HEAD requests [RFC 9110 9.3.3]");
  }
  if (found->no_cache) {
    httpstatus__put(out, "\nto be validated before each use, no-cache [RFC 9111 5.2.2.4]");
  }
  if (found->no_store) {
    httpstatus__put(out, "\nno-store gives way to must-understand [RFC 9111 5.2.2.3]");
  }
  if (asked->options.shared && found->is_private) {
    httpstatus__put(out, "\nwithout the fields that private names [RFC 9111 5.2.2.7]");
  }
}

static bool is_targeted(const httpstatus_field_line *field)
{
  static const char end[] = "-cache-control";
  size_t n = sizeof end - 1;
  return field->name != NULL && field->name_length > n &&
         same((text){field->name + field->name_length - n, n}, end);
}

/* Fields and directives that are there and play no part. */
static void put_ignored(httpstatus__out *out, const question *asked)
{
  const httpstatus_field_line *fields = asked->fields;
  if (httpstatus__values(fields, asked->n_fields, "pragma", NULL, 0) > 0) {
    httpstatus__put(out, "\nPragma plays no part in a response [RFC 9111 5.4]");
  }
  if (httpstatus__values(fields, asked->n_fields, "warning", NULL, 0) > 0) {
    httpstatus__put(out, "\nWarning plays no part, it is obsolete [RFC 9111 5.5]");
  }
  for (size_t i = 0; i < asked->n_fields; i++) {
    if (is_targeted(&fields[i])) {
      httpstatus__put(out, "\n");
      httpstatus__put_method(out, fields[i].name, fields[i].name_length);
      httpstatus__put(out, " plays no part here, it is for some caches only [RFC 9213 2]");
    }
  }
  if (asked->controls.of_requests != NULL) {
    httpstatus__put(out, "\n");
    httpstatus__put(out, asked->controls.of_requests);
    httpstatus__put(out, " plays no part, it is a directive of requests [RFC 9111 5.2.1]");
  }
}

int httpstatus_cacheability_reasons(int code, const char *method, size_t length, const httpstatus_field_line *fields,
                                    size_t n_fields, const httpstatus_cache_options *options, char *buffer,
                                    size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  question asked;
  ask(&asked, code, method, length, fields, n_fields, options);
  httpstatus_cache_result result = decide(&asked);
  httpstatus__put_label(&out, code);
  httpstatus__put(&out, ": ");
  httpstatus__put(&out, asked.reason);
  if (result.stricter_than_rfc) {
    httpstatus__put(&out, "; the RFC would allow more");
  }
  httpstatus__put_citation(&out, result.citation);
  if (result.lifetime != HTTPSTATUS_LIFETIME_NONE) {
    put_lifetime(&out, &asked, &result);
    put_conditions(&out, &asked);
  }
  put_ignored(&out, &asked);
  return httpstatus__end(&out);
}
