/* Inside the core: what one line of a log says. The rules stand in log.h. */
#ifndef HTTPSTATUS_LINE_H
#define HTTPSTATUS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "httpstatus/log.h"

enum {
  HTTPSTATUS__AUTO,
  HTTPSTATUS__COMBINED,
  HTTPSTATUS__JSON,
  HTTPSTATUS__W3C,
  HTTPSTATUS__COLUMNS,
  HTTPSTATUS__PATTERN
};

/* What a line says: a code, HTTPSTATUS__RECOVERED and a code, or one of the others. */
enum {
  HTTPSTATUS__BLANK = -2,
  HTTPSTATUS__UNPARSED = -1,
  HTTPSTATUS__NO_STATUS = 0,
  HTTPSTATUS__RECOVERED = 1000
};

/* Makes a format out of its text. Returns 0 or an HTTPSTATUS_E_LOG_... */
int httpstatus__compile(httpstatus__format *format, const char *text, size_t length);

/* Finds out the format from the first bytes of a log, which end in a whole line or at the end of the log. */
void httpstatus__detect(httpstatus__format *format, const char *bytes, size_t length);

/* Reads a line without its newline. Directives and headers change the format, and may set its error. */
int httpstatus__read_line(httpstatus__format *format, const char *line, size_t length);

#endif
