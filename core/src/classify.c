#include "httpstatus/classify.h"

#include <stdio.h>
#include <string.h>

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

const char *httpstatus_reason(int code)
{
  const httpstatus_row *row = httpstatus__primary(code);
  if (row != NULL && row->phrase != NULL) {
    return row->phrase;
  }
  for (size_t i = row == NULL ? 0 : row->n_history; i-- > 0;) {
    if (row->history[i].phrase != NULL) {
      return row->history[i].phrase;
    }
  }
  return is_valid(code) ? "Unassigned" : "Invalid";
}

int httpstatus_label(int code, char *buffer, size_t size)
{
  const httpstatus_row *row = httpstatus__primary(code);
  if (row == NULL) {
    const char *family = httpstatus_family(code);
    return snprintf(buffer, size, is_valid(code) ? "%d (unassigned %s)" : "%d (%s)", code, family);
  }
  if (row->registration == HTTPSTATUS_REGISTRATION_ASSIGNED) {
    return snprintf(buffer, size, "%d %s", code, row->phrase);
  }
  const char *note = httpstatus_registration_word(row->registration);
  if (row->registration == HTTPSTATUS_REGISTRATION_UNOFFICIAL) {
    note = row->vendor;
    if (row->phrase == NULL) {
      return snprintf(buffer, size, "%d (%s)", code, note);
    }
  }
  return snprintf(buffer, size, "%d %s (%s)", code, httpstatus_reason(code), note);
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
