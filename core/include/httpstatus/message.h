/* Parts of a message as functions take them. */
#ifndef HTTPSTATUS_MESSAGE_H
#define HTTPSTATUS_MESSAGE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One field line, any bytes: the name, and the value without the colon. A NULL pointer reads as empty. Fixed for ever.
 */
typedef struct httpstatus_field_line {
  const char *name;
  size_t name_length;
  const char *value;
  size_t value_length;
} httpstatus_field_line;

#ifdef __cplusplus
}
#endif

#endif
