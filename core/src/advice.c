#include "httpstatus/advice.h"

#include <string.h>

#include "advise.h"
#include "fold.h"
#include "httpstatus/classify.h"
#include "httpstatus/codes.h"
#include "label.h"

httpstatus_content_rule httpstatus_content(int code, const char *method, size_t length)
{
  httpstatus_category category = httpstatus_classify(code);
  bool given = method != NULL && length > 0;
  if (category == HTTPSTATUS_CATEGORY_SUCCESS && httpstatus__is_text("CONNECT", method, length)) {
    return HTTPSTATUS_CONTENT_RULE_TUNNEL;
  }
  if (category == HTTPSTATUS_CATEGORY_INFORMATIONAL || code == HTTPSTATUS_NO_CONTENT ||
      code == HTTPSTATUS_NOT_MODIFIED || httpstatus__is_text("HEAD", method, length)) {
    return HTTPSTATUS_CONTENT_RULE_NONE;
  }
  if (code == HTTPSTATUS_RESET_CONTENT) {
    return HTTPSTATUS_CONTENT_RULE_MUST_BE_EMPTY;
  }
  if (category == HTTPSTATUS_CATEGORY_SUCCESS && !given) {
    return HTTPSTATUS_CONTENT_RULE_UNKNOWN;
  }
  return HTTPSTATUS_CONTENT_RULE_ALLOWED;
}

bool httpstatus_may_have_content(int code, const char *method, size_t length)
{
  httpstatus_content_rule rule = httpstatus_content(code, method, length);
  return rule == HTTPSTATUS_CONTENT_RULE_ALLOWED || rule == HTTPSTATUS_CONTENT_RULE_TUNNEL ||
         rule == HTTPSTATUS_CONTENT_RULE_UNKNOWN;
}

/* What the decisions have in common. */

static bool is_named(const httpstatus_field_line *field, const char *name)
{
  size_t i = 0;
  while (field->name != NULL && i < field->name_length && name[i] != '\0' &&
         httpstatus__lower(field->name[i]) == name[i]) {
    i++;
  }
  return i == field->name_length && name[i] == '\0';
}

size_t httpstatus__values(const httpstatus_field_line *fields, size_t n, const char *name, httpstatus_line *values,
                          size_t capacity)
{
  size_t count = 0;
  for (size_t i = 0; i < n; i++) {
    if (is_named(&fields[i], name)) {
      if (count < capacity) {
        values[count] = (httpstatus_line){fields[i].value, fields[i].value_length};
      }
      count++;
    }
  }
  return count;
}

bool httpstatus__time(const httpstatus_field_line *fields, size_t n, const char *name, const int64_t *now,
                      int64_t *seconds)
{
  httpstatus_line line;
  httpstatus_date_options options = {.now = now, .ignore_case = true};
  return httpstatus__values(fields, n, name, &line, 1) == 1 &&
         httpstatus_parse_http_date(line.text, line.length, &options, seconds, NULL) == 0;
}

httpstatus_retry_after httpstatus__read_wait(const httpstatus__wait *wait)
{
  /* Two lines are as wrong as more of them. */
  httpstatus_line lines[2];
  int64_t seconds;
  const int64_t *date = wait->date;
  if (date == NULL && httpstatus__time(wait->fields, wait->n_fields, "date", wait->now, &seconds)) {
    date = &seconds;
  }
  if (wait->retry_after != NULL) {
    return httpstatus_parse_retry_after(wait->retry_after, wait->n_retry_after, wait->now, date);
  }
  size_t n = httpstatus__values(wait->fields, wait->n_fields, "retry-after", lines, 2);
  return httpstatus_parse_retry_after(lines, n < 2 ? n : 2, wait->now, date);
}

void httpstatus__put_taken(httpstatus__out *out, int code, const httpstatus_row *vendor)
{
  if (vendor != NULL) {
    httpstatus__put_row_label(out, vendor);
    return;
  }
  httpstatus__put_label(out, code);
  if (!httpstatus_is_registered(code)) {
    httpstatus__put(out, " taken as ");
    httpstatus__put_int(out, httpstatus_effective(code));
  }
}

void httpstatus__put_citation(httpstatus__out *out, const char *citation)
{
  httpstatus__put(out, " [");
  httpstatus__put(out, citation);
  httpstatus__put(out, "]");
}

void httpstatus__put_method(httpstatus__out *out, const char *method, size_t length)
{
  char shown[HTTPSTATUS__SHOWN + 4];
  httpstatus__shown(method, length, shown);
  httpstatus__put(out, shown);
}
