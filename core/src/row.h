/* Inside the core: the lookup that every room above the registry starts from. */
#ifndef HTTPSTATUS_ROW_H
#define HTTPSTATUS_ROW_H

#include "httpstatus/registry.h"

enum { HTTPSTATUS__CODES = 1000 };

/* Where RFCs are read, up to the number: then come ".html" and perhaps "#section-" or "#appendix-" and the section. */
#define HTTPSTATUS__RFC_URL "https://www.rfc-editor.org/rfc/rfc"

/* The primary row of each number, NULL for none. */
extern const httpstatus_row *const httpstatus__by_code[HTTPSTATUS__CODES];

static inline const httpstatus_row *httpstatus__primary(int code)
{
  return (unsigned)code < HTTPSTATUS__CODES ? httpstatus__by_code[code] : NULL;
}

#endif
