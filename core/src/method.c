#include "httpstatus/method.h"

#include <string.h>

/*
 * The IANA method registry, set up by RFC 9110 Section 18.2 and RFC 7237, with PATCH (RFC 5789), PRI (RFC 9113) and
 * QUERY (RFC 10008). Cacheable are those of RFC 9110 Section 9.2.3, PATCH (RFC 5789 Section 2) and QUERY (RFC 10008
 * Section 2.7). PROPFIND is not, for RFC 4918 Section 9.1 lets only some results be cached and does not say which.
 */
#define SAFE true, true
#define IDEMPOTENT false, true
#define NEITHER false, false
static const struct {
  const char *name;
  httpstatus_method_info info;
} methods[] = {
  {"ACL", {IDEMPOTENT, false, true}},
  {"BASELINE-CONTROL", {IDEMPOTENT, false, true}},
  {"BIND", {IDEMPOTENT, false, true}},
  {"CHECKIN", {IDEMPOTENT, false, true}},
  {"CHECKOUT", {IDEMPOTENT, false, true}},
  {"CONNECT", {NEITHER, false, true}},
  {"COPY", {IDEMPOTENT, false, true}},
  {"DELETE", {IDEMPOTENT, false, true}},
  {"GET", {SAFE, true, true}},
  {"HEAD", {SAFE, true, true}},
  {"LABEL", {IDEMPOTENT, false, true}},
  {"LINK", {IDEMPOTENT, false, true}},
  {"LOCK", {NEITHER, false, true}},
  {"MERGE", {IDEMPOTENT, false, true}},
  {"MKACTIVITY", {IDEMPOTENT, false, true}},
  {"MKCALENDAR", {IDEMPOTENT, false, true}},
  {"MKCOL", {IDEMPOTENT, false, true}},
  {"MKREDIRECTREF", {IDEMPOTENT, false, true}},
  {"MKWORKSPACE", {IDEMPOTENT, false, true}},
  {"MOVE", {IDEMPOTENT, false, true}},
  {"OPTIONS", {SAFE, false, true}},
  {"ORDERPATCH", {IDEMPOTENT, false, true}},
  {"PATCH", {NEITHER, true, true}},
  {"POST", {NEITHER, true, true}},
  {"PRI", {SAFE, false, true}},
  {"PROPFIND", {SAFE, false, true}},
  {"PROPPATCH", {IDEMPOTENT, false, true}},
  {"PUT", {IDEMPOTENT, false, true}},
  {"QUERY", {SAFE, true, true}},
  {"REBIND", {IDEMPOTENT, false, true}},
  {"REPORT", {SAFE, false, true}},
  {"SEARCH", {SAFE, false, true}},
  {"TRACE", {SAFE, false, true}},
  {"UNBIND", {IDEMPOTENT, false, true}},
  {"UNCHECKOUT", {IDEMPOTENT, false, true}},
  {"UNLINK", {IDEMPOTENT, false, true}},
  {"UNLOCK", {IDEMPOTENT, false, true}},
  {"UPDATE", {IDEMPOTENT, false, true}},
  {"UPDATEREDIRECTREF", {IDEMPOTENT, false, true}},
  {"VERSION-CONTROL", {IDEMPOTENT, false, true}},
};

httpstatus_method_info httpstatus_method(const char *name, size_t length)
{
  for (size_t i = 0; name != NULL && length > 0 && i < sizeof methods / sizeof methods[0]; i++) {
    if (methods[i].name[0] == name[0] && strlen(methods[i].name) == length &&
        memcmp(methods[i].name, name, length) == 0) {
      return methods[i].info;
    }
  }
  return (httpstatus_method_info){false, false, false, false};
}
