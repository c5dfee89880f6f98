#include "httpstatus/advice.h"

#include <string.h>

#include "httpstatus/classify.h"
#include "httpstatus/codes.h"

static bool is_method(const char *wanted, const char *method, size_t length)
{
  return strlen(wanted) == length && memcmp(wanted, method, length) == 0;
}

httpstatus_content_rule httpstatus_content(int code, const char *method, size_t length)
{
  httpstatus_category category = httpstatus_classify(code);
  bool given = method != NULL && length > 0;
  if (category == HTTPSTATUS_CATEGORY_SUCCESS && given && is_method("CONNECT", method, length)) {
    return HTTPSTATUS_CONTENT_RULE_TUNNEL;
  }
  if (category == HTTPSTATUS_CATEGORY_INFORMATIONAL || code == HTTPSTATUS_NO_CONTENT ||
      code == HTTPSTATUS_NOT_MODIFIED || (given && is_method("HEAD", method, length))) {
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
