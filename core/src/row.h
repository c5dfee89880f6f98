/* Inside the core: the lookup that every room above the registry starts from. */
#ifndef HTTPSTATUS_ROW_H
#define HTTPSTATUS_ROW_H

#include "httpstatus/registry.h"

/* The primary row of a number, or NULL. */
const httpstatus_row *httpstatus__primary(int code);

#endif
