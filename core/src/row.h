/* Inside the core: the lookup that every room above the registry starts from. */
#ifndef HTTPSTATUS_ROW_H
#define HTTPSTATUS_ROW_H

#include "httpstatus/registry.h"

enum { HTTPSTATUS__CODES = 1000 };

/* The primary row of each number, NULL for none. */
extern const httpstatus_row *const httpstatus__by_code[HTTPSTATUS__CODES];

static inline const httpstatus_row *httpstatus__primary(int code)
{
  return (unsigned)code < HTTPSTATUS__CODES ? httpstatus__by_code[code] : NULL;
}

#endif
