/* Inside the core: labels as parts of longer texts. */
#ifndef HTTPSTATUS_LABEL_H
#define HTTPSTATUS_LABEL_H

#include "httpstatus/registry.h"
#include "out.h"

/* Puts the label of a code, or that of a row, which may be one of several. */
void httpstatus__put_label(httpstatus__out *out, int code);
void httpstatus__put_row_label(httpstatus__out *out, const httpstatus_row *row);

#endif
