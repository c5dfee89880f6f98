#include "httpstatus/classify.h"

#include <stdio.h>
#include <string.h>

#include "label.h"
#include "row.h"

/*
 * The rules stand in static functions, because a call of an exported function inside a shared library goes the long way
 * round, in case somebody else has replaced it.
 */

static bool is_valid(int code)
{
  return code >= 100 && code <= 599;
}

static bool is_registered(int code)
{
  const httpstatus_row *row = httpstatus__primary(code);
  return row != NULL && row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL;
}

httpstatus_category httpstatus_classify(int code)
{
  return is_valid(code) ? (httpstatus_category)(code / 100) : HTTPSTATUS_CATEGORY_INVALID;
}

const char *httpstatus_family(int code)
{
  static const char *const families[] = {"invalid", "1xx", "2xx", "3xx", "4xx", "5xx"};
  return families[httpstatus_classify(code)];
}

bool httpstatus_is_valid(int code)
{
  return is_valid(code);
}

bool httpstatus_is_registered(int code)
{
  return is_registered(code);
}

bool httpstatus_is_known(int code)
{
  return httpstatus__primary(code) != NULL;
}

bool httpstatus_is_ambiguous(int code)
{
  return httpstatus_next_same(httpstatus__primary(code)) != NULL;
}

int httpstatus_effective(int code)
{
  if (!is_valid(code)) {
    return 500;
  }
  return is_registered(code) ? code : code / 100 * 100;
}

bool httpstatus_is_error(int code)
{
  return httpstatus_effective(code) >= 400;
}

static const char *reason_of(const httpstatus_row *row)
{
  for (size_t i = row->n_history; row->phrase == NULL && i-- > 0;) {
    if (row->history[i].phrase != NULL) {
      return row->history[i].phrase;
    }
  }
  return row->phrase;
}

const char *httpstatus_reason(int code)
{
  const httpstatus_row *row = httpstatus__primary(code);
  const char *reason = row == NULL ? NULL : reason_of(row);
  if (reason != NULL) {
    return reason;
  }
  return is_valid(code) ? "Unassigned" : "Invalid";
}

void httpstatus__put_row_label(httpstatus__out *out, const httpstatus_row *row)
{
  const char *reason = reason_of(row);
  httpstatus__put_int(out, row->code);
  if (reason != NULL) {
    httpstatus__put(out, " ");
    httpstatus__put(out, reason);
  }
  if (row->registration != HTTPSTATUS_REGISTRATION_ASSIGNED) {
    bool unofficial = row->registration == HTTPSTATUS_REGISTRATION_UNOFFICIAL;
    httpstatus__put(out, " (");
    httpstatus__put(out, unofficial ? row->vendor : httpstatus_registration_word(row->registration));
    httpstatus__put(out, ")");
  }
}

void httpstatus__put_label(httpstatus__out *out, int code)
{
  const httpstatus_row *row = httpstatus__primary(code);
  if (row != NULL) {
    httpstatus__put_row_label(out, row);
    return;
  }
  httpstatus__put_int(out, code);
  httpstatus__put(out, is_valid(code) ? " (unassigned " : " (");
  httpstatus__put(out, httpstatus_family(code));
  httpstatus__put(out, ")");
}

int httpstatus_label(int code, char *buffer, size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  httpstatus__put_label(&out, code);
  return httpstatus__end(&out);
}

int httpstatus_row_label(const httpstatus_row *row, char *buffer, size_t size)
{
  httpstatus__out out = {buffer, size, 0};
  httpstatus__put_row_label(&out, row);
  return httpstatus__end(&out);
}

int httpstatus_status_line(int code, const char *version, size_t length, char *buffer, size_t size)
{
  if (version == NULL || length == 0) {
    version = "1.1";
    length = 3;
  }
  if (code < 100 || code > 999) {
    return HTTPSTATUS_E_CODE;
  }
  if (length != 3 || memcmp(version, "1.", 2) != 0 || version[2] < '0' || version[2] > '9') {
    return HTTPSTATUS_E_VERSION;
  }
  return snprintf(buffer, size, "HTTP/%.3s %d %s", version, code, httpstatus_reason(code));
}
