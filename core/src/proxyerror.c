#include "httpstatus/proxyerror.h"

#include <string.h>

#include "httpstatus/codes.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The sections follow one another as the types do, so a row says its number in Section 2.3 and no more. */
#define PROXY_ERROR(id, number, ...) {.type = #id, .section = "2.3." #number, __VA_ARGS__},
#define PARAMETERS(...) \
  .parameters = (const char *const[]){__VA_ARGS__}, .n_parameters = COUNT(((const char *const[]){__VA_ARGS__}))
static const httpstatus_proxy_error errors[] = {
#include "../registry/proxyerror.inc"
};

const httpstatus_proxy_error *httpstatus_proxy_status_type(const char *name, size_t length)
{
  for (size_t i = 0; name != NULL && i < COUNT(errors); i++) {
    if (strlen(errors[i].type) == length && memcmp(errors[i].type, name, length) == 0) {
      return &errors[i];
    }
  }
  return NULL;
}

const httpstatus_proxy_error *httpstatus_next_proxy_error(const httpstatus_proxy_error *row)
{
  if (row == NULL) {
    return errors;
  }
  return row + 1 < errors + COUNT(errors) ? row + 1 : NULL;
}
