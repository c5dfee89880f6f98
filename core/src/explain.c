#include "httpstatus/explain.h"

#include "advise.h"
#include "httpstatus/advice.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "httpstatus/marker.h"
#include "httpstatus/method.h"
#include "httpstatus/parse.h"
#include "label.h"
#include "marked.h"
#include "page.h"
#include "reader.h"
#include "row.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A sentence that is put together from pieces before it is wrapped. It has room for all that rows make. */
typedef struct sentence {
  char text[2048];
  httpstatus__out out;
} sentence;

static void start(sentence *line)
{
  line->out = (httpstatus__out){line->text, sizeof line->text, 0};
}

static void put(sentence *line, const char *text)
{
  httpstatus__put(&line->out, text);
}

static const char *text_of(sentence *line)
{
  httpstatus__end(&line->out);
  return line->text;
}

/* Puts a word of an enum as a person writes it. */
static void put_word(sentence *line, const char *word)
{
  for (; *word != '\0'; word++) {
    httpstatus__put_n(&line->out, *word == '_' ? " " : word, 1);
  }
}

static bool has_rows(const char *vendor, size_t length)
{
  const httpstatus_row *row = httpstatus_next(NULL);
  while (row != NULL && (strlen(row->vendor) != length || memcmp(row->vendor, vendor, length) != 0)) {
    row = httpstatus_next(row);
  }
  return row != NULL;
}

/* The options of a call with the defaults filled in. */
static int read_options(const httpstatus_explain_options *given, httpstatus_explain_options *options)
{
  httpstatus_explain_options defaults = {.size = sizeof defaults};
  *options = defaults;
  if (given != NULL) {
    memcpy(options, given, given->size < sizeof *options ? given->size : sizeof *options);
  }
  options->width = options->width == 0 ? 80 : options->width;
  if (options->width < 20 || options->width > 1000) {
    return HTTPSTATUS_E_WIDTH;
  }
  options->vendor_length = options->vendor == NULL ? 0 : options->vendor_length;
  options->method_length = options->method == NULL ? 0 : options->method_length;
  return options->vendor_length == 0 || has_rows(options->vendor, options->vendor_length) ? 0 : HTTPSTATUS_E_VENDOR;
}

static httpstatus__page page_of(const httpstatus_explain_options *options, char *buffer, size_t size)
{
  return (httpstatus__page){
    .out = {buffer, size, 0},
    .markdown = options->format == HTTPSTATUS_FORMAT_MARKDOWN,
    .width = (size_t)options->width,
  };
}

/* The row to tell first: that of the vendor who was asked for, or the primary one. */
static const httpstatus_row *chosen_row(int code, const httpstatus_explain_options *options)
{
  const httpstatus_row *row = httpstatus_entry(code, options->vendor, options->vendor_length);
  return row != NULL ? row : httpstatus_entry(code, NULL, 0);
}

static bool is_official(const httpstatus_row *row)
{
  return row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL;
}

static void put_row_label(sentence *line, const httpstatus_row *row)
{
  httpstatus__put_row_label(&line->out, row);
}

/* The first sentence of a text. */
static size_t first_sentence(const char *text)
{
  const char *end = text;
  while ((end = strchr(end, ' ')) != NULL) {
    if ((end[-1] == '.' || end[-1] == '?') && (end[1] < 'a' || end[1] > 'z')) {
      return (size_t)(end - text);
    }
    end++;
  }
  return strlen(text);
}

static void put_place(sentence *line, const httpstatus_row *row)
{
  static const char *const places[] = {
    [HTTPSTATUS_ON_WIRE_WIRE] = ", sent in responses",
    [HTTPSTATUS_ON_WIRE_HEADER] = ", in a field only",
    [HTTPSTATUS_ON_WIRE_BODY] = ", in the content only",
    [HTTPSTATUS_ON_WIRE_LOG] = ", in logs only",
    [HTTPSTATUS_ON_WIRE_CLIENT] = ", made on the client's side",
    [HTTPSTATUS_ON_WIRE_UNCLEAR] = ", unclear where it is met",
  };
  put(line, places[row->on_wire]);
}

/* How a row stands: "client error, registered, fault of the client, RFC 9110 15.5.5". */
static void put_standing(sentence *line, const httpstatus_row *row)
{
  static const char *const registrations[] = {
    [HTTPSTATUS_REGISTRATION_ASSIGNED] = ", registered",
    [HTTPSTATUS_REGISTRATION_TEMPORARY] = ", registered for a time",
    [HTTPSTATUS_REGISTRATION_RESERVED] = ", reserved and unused",
    [HTTPSTATUS_REGISTRATION_OBSOLETED] = ", registered and obsolete",
    [HTTPSTATUS_REGISTRATION_UNOFFICIAL] = ", unofficial",
  };
  httpstatus_category category = httpstatus_classify(row->code);
  put_word(line, category == HTTPSTATUS_CATEGORY_INVALID ? "no class" : httpstatus_category_word(category));
  put(line, registrations[row->registration]);
  if (row->expires != NULL) {
    put(line, " until ");
    put(line, row->expires);
  }
  if (!is_official(row)) {
    put_place(line, row);
  }
  if (row->state != HTTPSTATUS_STATE_ACTIVE) {
    put(line, row->state == HTTPSTATUS_STATE_HISTORIC ? ", historic" : ", unclear whether still in use");
  }
  if (row->evidence != HTTPSTATUS_EVIDENCE_PRIMARY) {
    put(line, row->evidence == HTTPSTATUS_EVIDENCE_HEARSAY ? ", known from hearsay" : ", known at second hand");
  }
  if (row->fault != HTTPSTATUS_FAULT_NONE && row->fault != HTTPSTATUS_FAULT_UNCLEAR) {
    put(line, ", fault of the ");
    put(line, httpstatus_fault_word(row->fault));
  }
  for (size_t i = 0; i < row->n_refs && i < 1; i++) {
    put(line, ", ");
    put(line, row->refs[i].spec);
    put(line, row->refs[i].section != NULL ? " " : "");
    put(line, row->refs[i].section != NULL ? row->refs[i].section : "");
  }
}

/* Another owner of a number: in short "arcgis, in the content only" and the summary. */
static void put_owner(sentence *line, const httpstatus_row *row, bool full)
{
  if (full) {
    put_row_label(line, row);
    put(line, ": ");
    put_standing(line, row);
    put(line, ". ");
  } else {
    put(line, is_official(row) ? "registered" : row->vendor);
    put_place(line, row);
    put(line, ": ");
  }
  put(line, full && row->meaning != NULL ? row->meaning : row->summary);
}

static void put_method(sentence *line, int code, const httpstatus_explain_options *options)
{
  static const char *const contents[] = {
    [HTTPSTATUS_CONTENT_RULE_NONE] = "the response has no content",
    [HTTPSTATUS_CONTENT_RULE_TUNNEL] = "the connection becomes a tunnel",
    [HTTPSTATUS_CONTENT_RULE_MUST_BE_EMPTY] = "the content is empty",
    [HTTPSTATUS_CONTENT_RULE_ALLOWED] = "the response may have content",
    [HTTPSTATUS_CONTENT_RULE_UNKNOWN] = "the response may have content",
  };
  char shown[HTTPSTATUS__SHOWN + 4];
  httpstatus__shown(options->method, options->method_length, shown);
  httpstatus_method_info info = httpstatus_method(options->method, options->method_length);
  put(line, shown);
  put(line, !info.known       ? " is no registered method, so take it as neither safe nor idempotent"
            : info.safe       ? " is safe and idempotent"
            : info.idempotent ? " is idempotent but not safe"
                              : " is neither safe nor idempotent");
  put(line, " [RFC 9110 9.2]; ");
  put(line, contents[httpstatus_content(code, options->method, options->method_length)]);
  put(line, " [RFC 9110 6.4.1].");
}

static void put_taken_as(sentence *line, int code)
{
  put(line, "Take it as ");
  httpstatus__put_label(&line->out, code);
  put(line, " [RFC 9110 15].");
}

/* What to make of a vendor's code where the vendor is not known, or of one that is not met as a status. */
static void put_fallback(sentence *line, const httpstatus_row *row)
{
  const httpstatus_row *primary = httpstatus_entry(row->code, NULL, 0);
  int class_of = row->code / 100 * 100;
  if (row->on_wire == HTTPSTATUS_ON_WIRE_LOG) {
    put(line, "It is not received. In a log it counts as a request without a complete response.");
  } else if (row->on_wire == HTTPSTATUS_ON_WIRE_CLIENT) {
    put(line, "No server sent it. Handle it as a failed request without a response.");
  } else if (row->on_wire == HTTPSTATUS_ON_WIRE_BODY) {
    put(line, "It is not the status of the response. Act on the status line, and test the content for it.");
  } else if (!is_official(primary)) {
    put_taken_as(line, httpstatus_effective(row->code));
  } else if (primary->registration == HTTPSTATUS_REGISTRATION_RESERVED) {
    put_taken_as(line, class_of);
  } else {
    put(line, "Software that does not know this owner reads it as ");
    httpstatus__put_label(&line->out, row->code);
    put(line, "; where that is not known either, as ");
    httpstatus__put_label(&line->out, class_of);
    put(line, " [RFC 9110 15].");
  }
}

/* Another number that a row names: the same vendor's, if the vendor has one, for it is meant then. */
static void put_related_label(sentence *line, const httpstatus_row *row, int code)
{
  const httpstatus_row *own = httpstatus_entry(code, row->vendor, strlen(row->vendor));
  if (own != NULL) {
    put_row_label(line, own);
  } else {
    httpstatus__put_label(&line->out, code);
  }
}

static void put_marker(sentence *line, const httpstatus_marker *marker)
{
  put(line, marker->where);
  put(line, ": ");
  put(line, marker->meaning);
}

/* The vendor whose answer is to be told, if the row is a vendor's. */
static httpstatus_retry_options retry_options(const httpstatus_row *row)
{
  httpstatus_retry_options options = {.size = sizeof options};
  if (row != NULL && !is_official(row)) {
    options.vendor = row->vendor;
    options.vendor_length = strlen(row->vendor);
  }
  return options;
}

static bool is_redirect(int code)
{
  return httpstatus_classify(code) == HTTPSTATUS_CATEGORY_REDIRECTION;
}

/*
 * What whoever received it may do next, with the method that was given or GET; nothing where there is nothing to do. A
 * vendor's source is told elsewhere, and is too long for here.
 */
static void put_next(sentence *line, const httpstatus_row *row, const httpstatus_explain_options *options)
{
  bool told = options->method_length > 0;
  httpstatus_category category = httpstatus_classify(row->code);
  bool received = row->on_wire != HTTPSTATUS_ON_WIRE_LOG;
  if (options->role == HTTPSTATUS_ROLE_SERVER || !received || category == HTTPSTATUS_CATEGORY_INFORMATIONAL ||
      category == HTTPSTATUS_CATEGORY_SUCCESS) {
    return;
  }
  if (is_redirect(row->code) && is_official(row)) {
    httpstatus__put_redirect(&line->out, row->code, told ? options->method : NULL, options->method_length, NULL);
  } else if (!is_redirect(row->code) && row->retry_rule != HTTPSTATUS_RETRY_RULE_FALLBACK) {
    httpstatus_retry_options retry = retry_options(row);
    httpstatus__put_retry(&line->out, row->code, told ? options->method : "GET", told ? options->method_length : 3,
                          &retry);
    if (row->retry_ref == NULL) {
      line->out.length = (size_t)(strstr(text_of(line), " [") - line->text);
    }
  }
}

/* The short answer. */

static void put_short(httpstatus__page *page, const httpstatus_row *row, const httpstatus_explain_options *options)
{
  bool first = true;
  sentence text;
  if (options->role != HTTPSTATUS_ROLE_SERVER && row->client != NULL) {
    bool whole = options->role == HTTPSTATUS_ROLE_CLIENT;
    httpstatus__item(page, "Received", row->client, whole ? strlen(row->client) : first_sentence(row->client), first);
    first = false;
  }
  if (options->role != HTTPSTATUS_ROLE_CLIENT && row->server != NULL) {
    bool whole = options->role == HTTPSTATUS_ROLE_SERVER;
    httpstatus__item(page, is_official(row) ? "Sending" : "Running", row->server,
                     whole ? strlen(row->server) : first_sentence(row->server), first);
    first = false;
  }
  if (options->method_length > 0) {
    start(&text);
    put_method(&text, row->code, options);
    httpstatus__item(page, "Method", text_of(&text), text.out.length, first);
    first = false;
  }
  start(&text);
  put_next(&text, row, options);
  if (text.out.length > 0) {
    httpstatus__item(page, "Next", text_of(&text), text.out.length, first);
    first = false;
  }
  if (!is_official(row)) {
    start(&text);
    put_fallback(&text, row);
    httpstatus__item(page, "Fallback", text.text, text.out.length, first);
    first = false;
  }
  if (row->n_related > 0) {
    start(&text);
    for (size_t i = 0; i < row->n_related; i++) {
      put(&text, i == 0 ? "" : ", ");
      put_related_label(&text, row, row->related[i].code);
    }
    httpstatus__item(page, "See also", text_of(&text), text.out.length, first);
  }
}

/* The full answer. */

static void put_section(httpstatus__page *page, const char *title, const char *text)
{
  if (text != NULL) {
    httpstatus__section(page, title);
    httpstatus__under(page, text);
  }
}

static void put_related(httpstatus__page *page, const httpstatus_row *row)
{
  sentence text;
  if (row->n_related > 0) {
    httpstatus__section(page, "See also");
  }
  for (size_t i = 0; i < row->n_related; i++) {
    start(&text);
    put_related_label(&text, row, row->related[i].code);
    put(&text, ": ");
    put(&text, row->related[i].word);
    httpstatus__bullet(page, text_of(&text));
  }
}

static void put_headers(httpstatus__page *page, const httpstatus_row *row)
{
  sentence text;
  if (row->n_headers > 0) {
    httpstatus__section(page, "Fields");
  }
  for (size_t i = 0; i < row->n_headers; i++) {
    const httpstatus_header *header = &row->headers[i];
    start(&text);
    put(&text, header->name);
    put(&text, ": ");
    put_word(&text, httpstatus_level_word(header->level));
    put(&text, header->when != NULL ? " be there " : " be there");
    put(&text, header->when != NULL ? header->when : "");
    put(&text, " [");
    put(&text, header->ref);
    put(&text, "]");
    httpstatus__bullet(page, text_of(&text));
  }
}

static void put_history(httpstatus__page *page, const httpstatus_row *row)
{
  sentence text;
  if (row->n_history > 1) {
    httpstatus__section(page, "Phrases it had");
  }
  for (size_t i = 0; row->n_history > 1 && i < row->n_history; i++) {
    start(&text);
    put(&text, row->history[i].phrase != NULL ? row->history[i].phrase : "(Unused)");
    put(&text, ": ");
    put(&text, row->history[i].spec);
    httpstatus__bullet(page, text_of(&text));
  }
}

static void put_sources(httpstatus__page *page, const httpstatus_row *row)
{
  sentence text;
  httpstatus__section(page, "Sources, and where to read more");
  for (size_t i = 0; i < row->n_refs; i++) {
    start(&text);
    put(&text, row->refs[i].spec);
    if (row->refs[i].section != NULL) {
      put(&text, row->refs[i].section[0] < 'A' ? ", Section " : ", Appendix ");
      put(&text, row->refs[i].section);
    }
    if (row->refs[i].url != NULL) {
      put(&text, ": ");
      put(&text, row->refs[i].url);
    }
    httpstatus__bullet(page, text_of(&text));
  }
  start(&text);
  put(&text, row->source != NULL ? row->source
             : is_official(row)  ? "IANA registry of HTTP status codes"
                                 : "added by the running program");
  put(&text, row->checked != NULL ? "; as of " : "");
  put(&text, row->checked != NULL ? row->checked : "");
  httpstatus__bullet(page, text_of(&text));
}

static void put_full(httpstatus__page *page, const httpstatus_row *row, const httpstatus_explain_options *options)
{
  sentence text;
  put_section(page, "What it says", row->meaning);
  if (options->role != HTTPSTATUS_ROLE_SERVER) {
    put_section(page, "If you received it", row->client);
  }
  if (options->role != HTTPSTATUS_ROLE_CLIENT) {
    put_section(page, is_official(row) ? "If you send it" : "If you run what is behind it", row->server);
  }
  if (options->method_length > 0) {
    start(&text);
    put_method(&text, row->code, options);
    put_section(page, "With this method", text_of(&text));
  }
  start(&text);
  put_next(&text, row, options);
  put_section(page, "What to do next", text.out.length > 0 ? text_of(&text) : NULL);
  if (!is_official(row)) {
    start(&text);
    put_fallback(&text, row);
    put_section(page, "If you do not know it", text_of(&text));
  }
  put_section(page, is_official(row) ? "What it used to mean" : "What became of it", row->legacy);
  put_headers(page, row);
  put_related(page, row);
  put_history(page, row);
}

/* As many owners and markers as the short answer tells of. The later ones are only named. */
enum { TOLD = 4 };

/* Other owners of the number, the registered one first. */
static void put_others(httpstatus__page *page, int code, const httpstatus_row *row, bool full)
{
  sentence text, rest;
  int n = 0;
  start(&rest);
  const httpstatus_row *other = httpstatus_entry(code, NULL, 0);
  for (; other != NULL; other = httpstatus_next_same(other)) {
    if (other == row) {
      continue;
    }
    if (n == 0) {
      httpstatus__section(page, "The same number elsewhere (who sent it, and where, tells which one it is)");
    }
    n++;
    if (full || n <= TOLD) {
      start(&text);
      put_owner(&text, other, full);
      httpstatus__bullet(page, text_of(&text));
    } else {
      put(&rest, n == TOLD + 1 ? "and " : ", ");
      put(&rest, other->vendor);
    }
  }
  if (rest.out.length > 0) {
    httpstatus__bullet(page, text_of(&rest));
  }
}

/* What the number can be that is no status code, or none of a row. */
static void put_markers(httpstatus__page *page, int code, bool full)
{
  sentence text, rest;
  int n = 0;
  if (!httpstatus__is_marked(code)) {
    return;
  }
  httpstatus__section(page, "What else the number can be");
  start(&rest);
  for (const httpstatus_marker *marker = NULL; (marker = httpstatus_next_marker(marker)) != NULL;) {
    if (!httpstatus_marker_has_number(marker, code)) {
      continue;
    }
    n++;
    if (full || n <= TOLD) {
      start(&text);
      put_marker(&text, marker);
      httpstatus__bullet(page, text_of(&text));
    } else {
      put(&rest, n == TOLD + 1 ? "and others in: " : "; ");
      put(&rest, marker->where);
    }
  }
  if (rest.out.length > 0) {
    httpstatus__bullet(page, text_of(&rest));
  }
}

static void put_unknown(httpstatus__page *page, int code, const httpstatus_explain_options *options)
{
  sentence text;
  bool valid = httpstatus_is_valid(code);
  start(&text);
  if (valid) {
    put_word(&text, httpstatus_category_word(httpstatus_classify(code)));
    put(&text, ", unassigned");
  } else {
    put(&text, "not a valid status: those run from 100 to 599");
  }
  httpstatus__subtitle(page, text_of(&text));
  start(&text);
  if (code < 0 || code >= HTTPSTATUS__CODES) {
    put(&text, "It cannot stand in a response, whose status has three digits [RFC 9112 4]: ");
    put(&text, "it is a program's own number.");
  } else {
    put(&text, valid ? "The first digit tells the class, and a recipient that does not know the code goes by that. "
                     : "A client that receives it should handle it as a server error. ");
    put(&text, code == 0 ? "But mostly it means that no response came. " : "");
    put_taken_as(&text, httpstatus_effective(code));
  }
  httpstatus__paragraph(page, text_of(&text));
  if (options->method_length > 0) {
    start(&text);
    put_method(&text, code, options);
    httpstatus__paragraph(page, text_of(&text));
  }
}

/* JSON. */

static void put_member(httpstatus__out *out, const char *name, const char *value)
{
  httpstatus__json_string(out, name);
  httpstatus__put(out, ": ");
  httpstatus__put(out, value);
  httpstatus__put(out, ", ");
}

static void put_text_member(httpstatus__out *out, const char *name, const char *text)
{
  httpstatus__json_string(out, name);
  httpstatus__put(out, ": ");
  httpstatus__json_string(out, text);
  httpstatus__put(out, ", ");
}

static void put_int_member(httpstatus__out *out, const char *name, int value)
{
  httpstatus__json_string(out, name);
  httpstatus__put(out, ": ");
  httpstatus__put_int(out, value);
  httpstatus__put(out, ", ");
}

static void put_bool_member(httpstatus__out *out, const char *name, bool value)
{
  put_member(out, name, value ? "true" : "false");
}

static void put_json_markers(httpstatus__out *out, bool (*belongs)(const httpstatus_marker *, const void *),
                             const void *key)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_marker_fields(&n);
  const char *separator = "";
  httpstatus__put(out, "\"markers\": [");
  for (const httpstatus_marker *marker = NULL; (marker = httpstatus_next_marker(marker)) != NULL;) {
    if (belongs(marker, key)) {
      httpstatus__put(out, separator);
      httpstatus__json_record(out, fields, n, marker);
      separator = ", ";
    }
  }
  httpstatus__put(out, "]");
}

static bool takes_number(const httpstatus_marker *marker, const void *code)
{
  return httpstatus_marker_has_number(marker, *(const int *)code);
}

static void put_json_code(httpstatus__out *out, int code, const char *name, const httpstatus_row *row)
{
  char label[160];
  put_int_member(out, name, code);
  httpstatus_label(code, label, sizeof label);
  put_text_member(out, "label", label);
  put_text_member(out, "category", httpstatus_category_word(httpstatus_classify(code)));
  put_text_member(out, "family", httpstatus_family(code));
  put_bool_member(out, "valid", httpstatus_is_valid(code));
  put_bool_member(out, "registered", httpstatus_is_registered(code));
  put_bool_member(out, "known", httpstatus_is_known(code));
  put_int_member(out, "effective", httpstatus_effective(code));
  put_text_member(out, "vendor", row == NULL ? NULL : row->vendor);
}

static void put_json_method(httpstatus__out *out, int code, const httpstatus_explain_options *options)
{
  if (options->method_length == 0) {
    put_member(out, "method", "null");
    return;
  }
  char shown[HTTPSTATUS__SHOWN + 4];
  size_t n;
  httpstatus_method_info info = httpstatus_method(options->method, options->method_length);
  const httpstatus_field *fields = httpstatus_method_fields(&n);
  httpstatus__shown(options->method, options->method_length, shown);
  httpstatus__put(out, "\"method\": {");
  put_text_member(out, "name", shown);
  put_text_member(out, "content",
                  httpstatus_content_rule_word(httpstatus_content(code, options->method, options->method_length)));
  httpstatus__put(out, "\"properties\": ");
  httpstatus__json_record(out, fields, n, &info);
  httpstatus__put(out, "}, ");
}

static void put_json_next(httpstatus__out *out, int code, const httpstatus_row *row,
                          const httpstatus_explain_options *options)
{
  const char *method = options->method_length > 0 ? options->method : "GET";
  size_t length = options->method_length > 0 ? options->method_length : 3;
  size_t n;
  httpstatus_retry_options retry = retry_options(row);
  httpstatus_retry_result retried;
  httpstatus_redirect_result redirected;
  const httpstatus_field *fields = httpstatus_retry_fields(&n);
  httpstatus_retry(code, method, length, &retry, &retried);
  httpstatus_redirect(code, method, length, NULL, &redirected);
  httpstatus__put(out, "\"retry\": ");
  httpstatus__json_record(out, fields, n, &retried);
  fields = httpstatus_redirect_fields(&n);
  httpstatus__put(out, ", \"redirect\": ");
  httpstatus__json_record(out, fields, n, &redirected);
  httpstatus__put(out, ", ");
}

static void put_json_row(httpstatus__out *out, const httpstatus_row *row)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  httpstatus__json_record(out, fields, n, row);
}

static int explain_json(int code, const httpstatus_row *row, const httpstatus_explain_options *options,
                        httpstatus__out *out)
{
  const char *separator = "";
  httpstatus__put(out, "{");
  put_int_member(out, "schema", HTTPSTATUS_EXPLAIN_SCHEMA);
  put_json_code(out, code, "code", row);
  put_json_method(out, code, options);
  put_json_next(out, code, row, options);
  httpstatus__put(out, "\"entries\": [");
  for (row = httpstatus_entry(code, NULL, 0); row != NULL; row = httpstatus_next_same(row)) {
    httpstatus__put(out, separator);
    put_json_row(out, row);
    separator = ", ";
  }
  httpstatus__put(out, "], ");
  put_json_markers(out, takes_number, &code);
  httpstatus__put(out, "}\n");
  return httpstatus__end(out);
}

/* The label of a code by the row that was chosen for it. */
static void put_code_label(sentence *line, int code, const httpstatus_row *row)
{
  if (row != NULL) {
    put_row_label(line, row);
  } else {
    httpstatus__put_label(&line->out, code);
  }
}

/* Explaining. */

static int explain(int code, const httpstatus_row *row, const httpstatus_explain_options *options, char *buffer,
                   size_t size)
{
  httpstatus__page page = page_of(options, buffer, size);
  if (options->format == HTTPSTATUS_FORMAT_JSON) {
    return explain_json(code, row, options, &page.out);
  }
  sentence text;
  start(&text);
  put_code_label(&text, code, row);
  httpstatus__title(&page, text_of(&text));
  if (row == NULL) {
    put_unknown(&page, code, options);
    put_markers(&page, code, options->full);
    return httpstatus__end(&page.out);
  }
  start(&text);
  put_standing(&text, row);
  httpstatus__subtitle(&page, text_of(&text));
  httpstatus__paragraph(&page, row->summary);
  if (options->full) {
    put_full(&page, row, options);
    put_others(&page, code, row, true);
    put_markers(&page, code, true);
    put_sources(&page, row);
  } else {
    put_short(&page, row, options);
    put_others(&page, code, row, false);
    put_markers(&page, code, false);
  }
  return httpstatus__end(&page.out);
}

int httpstatus_explain(int code, const httpstatus_explain_options *given, char *buffer, size_t size)
{
  httpstatus_explain_options options;
  int error = read_options(given, &options);
  return error != 0 ? error : explain(code, chosen_row(code, &options), &options, buffer, size);
}

/* A text that is written where a status is due. */
typedef struct token {
  const char *text;
  size_t length;
} token;

/* A number of more digits than a status code has, or 0. */
static int long_number(const token *wanted)
{
  int number = 0;
  for (size_t i = 0; i < wanted->length; i++) {
    if (wanted->text[i] < '0' || wanted->text[i] > '9' || wanted->length > 6) {
      return 0;
    }
    number = number * 10 + (wanted->text[i] - '0');
  }
  return number >= HTTPSTATUS__CODES ? number : 0;
}

static bool is_written_so(const httpstatus_marker *marker, const void *key)
{
  const token *wanted = key;
  int number = long_number(wanted);
  return httpstatus_marker_has_text(marker, wanted->text, wanted->length) ||
         (number != 0 && httpstatus_marker_has_number(marker, number));
}

static bool is_marker(const token *wanted)
{
  const httpstatus_marker *marker = NULL;
  while ((marker = httpstatus_next_marker(marker)) != NULL && !is_written_so(marker, wanted)) {
  }
  return marker != NULL;
}

static int explain_token(const token *wanted, bool no_status, const httpstatus_explain_options *options, char *buffer,
                         size_t size)
{
  httpstatus__page page = page_of(options, buffer, size);
  char shown[HTTPSTATUS__SHOWN + 4];
  sentence text;
  httpstatus__shown(wanted->text, wanted->length, shown);
  start(&text);
  put(&text, shown);
  put(&text, no_status ? " (no status)" : " (not a status code)");
  text_of(&text);
  if (options->format == HTTPSTATUS_FORMAT_JSON) {
    httpstatus__put(&page.out, "{");
    put_int_member(&page.out, "schema", HTTPSTATUS_EXPLAIN_SCHEMA);
    put_member(&page.out, "code", "null");
    put_text_member(&page.out, "label", text.text);
    put_text_member(&page.out, "text", shown);
    put_json_markers(&page.out, is_written_so, wanted);
    httpstatus__put(&page.out, "}\n");
    return httpstatus__end(&page.out);
  }
  httpstatus__title(&page, text.text);
  httpstatus__paragraph(
    &page, no_status ? "Written where no status is known, or in place of one. Who writes it, and why:"
                     : "Written beside or instead of a status code:");
  if (page.markdown) {
    httpstatus__put(&page.out, "\n");
  }
  for (const httpstatus_marker *marker = NULL; (marker = httpstatus_next_marker(marker)) != NULL;) {
    if (is_written_so(marker, wanted)) {
      start(&text);
      put_marker(&text, marker);
      httpstatus__bullet(&page, text_of(&text));
    }
  }
  return httpstatus__end(&page.out);
}

int httpstatus_explain_text(const char *text, size_t length, const httpstatus_explain_options *given, char *buffer,
                            size_t size, size_t *position)
{
  httpstatus_explain_options options;
  httpstatus_parsed parsed = {.code = 0};
  httpstatus__reader in = httpstatus__trimmed(text, length);
  token wanted = {in.at, (size_t)(in.end - in.at)};
  size_t wrong;
  int error = httpstatus_parse(text, length, &parsed, &wrong);
  /* "502 : 504" reads as a code with an odd phrase, and is more than that. */
  bool no_code = error == 0 && parsed.kind != HTTPSTATUS_PARSE_KIND_CODE_PHRASE
                   ? parsed.kind == HTTPSTATUS_PARSE_KIND_NO_STATUS
                   : is_marker(&wanted);
  if (error != 0 && !no_code) {
    if (position != NULL) {
      *position = wrong;
    }
    return error;
  }
  error = read_options(given, &options);
  if (error != 0) {
    return error;
  }
  if (no_code) {
    return explain_token(&wanted, parsed.kind == HTTPSTATUS_PARSE_KIND_NO_STATUS, &options, buffer, size);
  }
  /* A name says which of the owners is meant. */
  const httpstatus_row *row;
  bool named = parsed.kind == HTTPSTATUS_PARSE_KIND_NAME || parsed.kind == HTTPSTATUS_PARSE_KIND_PHRASE;
  if (!named || options.vendor_length > 0 || httpstatus_find(wanted.text, wanted.length, &row, 1) == 0) {
    row = chosen_row(parsed.code, &options);
  }
  return explain(parsed.code, row, &options, buffer, size);
}

/* Comparing. */

/* What to ask before choosing among codes that are often mixed up, in our own words. */
static const struct choice {
  int codes[4];
  const char *text;
} choices[] = {
#define CHOICE(text, ...) {{__VA_ARGS__}, text},
#include "../registry/choices.inc"
};

static bool is_among(const int codes[4], int code)
{
  /* Choices with fewer codes are filled up with 0. */
  return code != 0 && (codes[0] == code || codes[1] == code || codes[2] == code || codes[3] == code);
}

static const char *choice_between(int a, int b)
{
  for (size_t i = 0; i < COUNT(choices); i++) {
    if (a != b && is_among(choices[i].codes, a) && is_among(choices[i].codes, b)) {
      return choices[i].text;
    }
  }
  return NULL;
}

/* What two codes can differ in: a name, and the text of it for each, which is empty where there is none. */
typedef struct difference {
  const char *name;
  void (*put)(sentence *, int, const httpstatus_row *);
} difference;

static void put_class(sentence *line, int code, const httpstatus_row *row)
{
  (void)row;
  put_word(line, httpstatus_category_word(httpstatus_classify(code)));
}

static void put_registration(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put(line, row == NULL ? "" : httpstatus_registration_word(row->registration));
  if (row != NULL && !is_official(row)) {
    put(line, " (");
    put(line, row->vendor);
    put(line, ")");
  }
}

static void put_definition(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  if (row != NULL && row->n_refs > 0) {
    put(line, row->refs[0].spec);
    put(line, row->refs[0].section != NULL ? " " : "");
    put(line, row->refs[0].section != NULL ? row->refs[0].section : "");
  }
}

static void put_fault(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put(line, row == NULL ? "" : httpstatus_fault_word(row->fault));
}

static void put_met(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put(line, row == NULL ? "" : httpstatus_on_wire_word(row->on_wire));
}

static void put_content(sentence *line, int code, const httpstatus_row *row)
{
  (void)row;
  put_word(line, httpstatus_content_rule_word(httpstatus_content(code, "GET", 3)));
}

static void put_effective(sentence *line, int code, const httpstatus_row *row)
{
  (void)row;
  if (httpstatus_is_registered(code)) {
    put(line, "itself");
  } else {
    httpstatus__put_label(&line->out, httpstatus_effective(code));
  }
}

static void put_fields_of_level(sentence *line, const httpstatus_row *row, httpstatus_level level)
{
  const char *separator = "";
  for (size_t i = 0; row != NULL && i < row->n_headers; i++) {
    if (row->headers[i].level == level) {
      put(line, separator);
      put(line, row->headers[i].name);
      if (row->headers[i].when != NULL) {
        put(line, " (");
        put(line, row->headers[i].when);
        put(line, ")");
      }
      separator = ", ";
    }
  }
}

static void put_required(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put_fields_of_level(line, row, HTTPSTATUS_LEVEL_MUST);
}

static void put_expected(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put_fields_of_level(line, row, HTTPSTATUS_LEVEL_SHOULD);
}

static void put_retry(sentence *line, int code, const httpstatus_row *row)
{
  httpstatus_retry_options options = retry_options(row);
  httpstatus_retry_result result;
  httpstatus_retry(code, "GET", 3, &options, &result);
  put_word(line, httpstatus_verdict_word(result.verdict));
  if (result.need != HTTPSTATUS_NEED_NONE) {
    put(line, ", ");
    put_word(line, httpstatus_need_word(result.need));
  }
}

static void put_redirect(sentence *line, int code, const httpstatus_row *row)
{
  (void)row;
  httpstatus_redirect_result result;
  httpstatus_redirect(code, "POST", 4, NULL, &result);
  if (is_redirect(code)) {
    put(line, httpstatus_action_word(result.action));
    if (result.method != NULL) {
      put(line, " with ");
      httpstatus__put_n(&line->out, result.method, result.method_length);
    }
  }
}

static void put_storage(sentence *line, int code, const httpstatus_row *row)
{
  (void)code;
  put_word(line, row == NULL || !is_official(row) ? "" : httpstatus_storage_word(row->storage));
}

static const difference differences[] = {
  {"class", put_class},
  {"registration", put_registration},
  {"defined by", put_definition},
  {"taken as", put_effective},
  {"met", put_met},
  {"fault", put_fault},
  {"content", put_content},
  {"retry of GET", put_retry},
  {"redirect of POST", put_redirect},
  {"storage by caches", put_storage},
  {"must carry", put_required},
  {"should carry", put_expected},
};

/* Both texts of a difference; false if they are the same. */
static bool differ(const difference *kind, const int codes[2], const httpstatus_row *const rows[2], sentence texts[2])
{
  for (int i = 0; i < 2; i++) {
    start(&texts[i]);
    kind->put(&texts[i], codes[i], rows[i]);
    text_of(&texts[i]);
  }
  return strcmp(texts[0].text, texts[1].text) != 0;
}

static void put_choice(httpstatus__page *page, const int codes[2], const httpstatus_row *const rows[2])
{
  sentence text;
  const char *choice = choice_between(codes[0], codes[1]);
  if (choice != NULL) {
    put_section(page, "How to choose", choice);
    return;
  }
  /* Each row may have a word on the other code. */
  bool first = true;
  for (int i = 0; i < 2; i++) {
    for (size_t j = 0; rows[1 - i] != NULL && j < rows[1 - i]->n_related; j++) {
      if (rows[1 - i]->related[j].code == codes[i] && codes[0] != codes[1]) {
        if (first) {
          httpstatus__section(page, "How to choose");
        }
        first = false;
        start(&text);
        httpstatus__put_int(&text.out, codes[i]);
        put(&text, ": ");
        put(&text, rows[1 - i]->related[j].word);
        httpstatus__bullet(page, text_of(&text));
      }
    }
  }
}

/* One text of each row, each with its code before it. */
static void put_both(httpstatus__page *page, const char *title, const int codes[2], const char *const texts[2],
                     bool whole)
{
  sentence text;
  if (texts[0] == NULL && texts[1] == NULL) {
    return;
  }
  httpstatus__section(page, title);
  for (int i = 0; i < 2; i++) {
    if (texts[i] != NULL) {
      start(&text);
      httpstatus__put_int(&text.out, codes[i]);
      put(&text, ": ");
      httpstatus__put_n(&text.out, texts[i], whole ? strlen(texts[i]) : first_sentence(texts[i]));
      httpstatus__bullet(page, text_of(&text));
    }
  }
}

static void put_differences(httpstatus__page *page, const int codes[2], const httpstatus_row *const rows[2])
{
  sentence text, texts[2];
  bool first = true;
  for (size_t i = 0; i < COUNT(differences); i++) {
    if (differ(&differences[i], codes, rows, texts)) {
      if (first) {
        httpstatus__section(page, "What differs");
      }
      first = false;
      start(&text);
      put(&text, differences[i].name);
      for (int j = 0; j < 2; j++) {
        put(&text, j == 0 ? ": " : "; ");
        httpstatus__put_int(&text.out, codes[j]);
        put(&text, " ");
        put(&text, texts[j].out.length > 0 ? texts[j].text : "none");
      }
      httpstatus__bullet(page, text_of(&text));
    }
  }
}

static int compare_json(const int codes[2], const httpstatus_row *const rows[2], httpstatus__out *out)
{
  sentence texts[2];
  const char *separator = "";
  httpstatus__put(out, "{");
  put_int_member(out, "schema", HTTPSTATUS_EXPLAIN_SCHEMA);
  httpstatus__put(out, "\"codes\": [");
  for (int i = 0; i < 2; i++) {
    httpstatus__put(out, i == 0 ? "{" : "}, {");
    put_json_code(out, codes[i], "code", rows[i]);
    httpstatus__put(out, "\"entry\": ");
    if (rows[i] == NULL) {
      httpstatus__put(out, "null");
    } else {
      put_json_row(out, rows[i]);
    }
  }
  httpstatus__put(out, "}], ");
  put_text_member(out, "choice", choice_between(codes[0], codes[1]));
  httpstatus__put(out, "\"differences\": [");
  for (size_t i = 0; i < COUNT(differences); i++) {
    if (differ(&differences[i], codes, rows, texts)) {
      httpstatus__put(out, separator);
      httpstatus__put(out, "{");
      put_text_member(out, "name", differences[i].name);
      httpstatus__put(out, "\"values\": [");
      httpstatus__json_string(out, texts[0].text);
      httpstatus__put(out, ", ");
      httpstatus__json_string(out, texts[1].text);
      httpstatus__put(out, "]}");
      separator = ", ";
    }
  }
  httpstatus__put(out, "]}\n");
  return httpstatus__end(out);
}

int httpstatus_compare(int a, int b, const httpstatus_explain_options *given, char *buffer, size_t size)
{
  httpstatus_explain_options options;
  int error = read_options(given, &options);
  if (error != 0) {
    return error;
  }
  httpstatus__page page = page_of(&options, buffer, size);
  const int codes[2] = {a, b};
  const httpstatus_row *const rows[2] = {chosen_row(a, &options), chosen_row(b, &options)};
  if (options.format == HTTPSTATUS_FORMAT_JSON) {
    return compare_json(codes, rows, &page.out);
  }
  const char *texts[3][2];
  bool official = true;
  for (int i = 0; i < 2; i++) {
    texts[0][i] = rows[i] == NULL ? "No owner is known." : rows[i]->summary;
    texts[1][i] = rows[i] == NULL ? NULL : rows[i]->client;
    texts[2][i] = rows[i] == NULL ? NULL : rows[i]->server;
    official = official && (rows[i] == NULL || is_official(rows[i]));
  }
  sentence text;
  start(&text);
  put(&text, a == b ? "Both are " : "");
  put_code_label(&text, a, rows[0]);
  if (a != b) {
    put(&text, " or ");
    put_code_label(&text, b, rows[1]);
    put(&text, "?");
  }
  httpstatus__title(&page, text_of(&text));
  put_both(&page, "What each says", codes, texts[0], true);
  put_choice(&page, codes, rows);
  if (options.role != HTTPSTATUS_ROLE_SERVER) {
    put_both(&page, "If you received it", codes, texts[1], options.role == HTTPSTATUS_ROLE_CLIENT);
  }
  if (options.role != HTTPSTATUS_ROLE_CLIENT) {
    const char *title = official ? "If you send it" : "If you send it, or run what is behind it";
    put_both(&page, title, codes, texts[2], options.role == HTTPSTATUS_ROLE_SERVER);
  }
  put_differences(&page, codes, rows);
  return httpstatus__end(&page.out);
}
