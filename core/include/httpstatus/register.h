/*
 * Adding rows: the codes of an application, or of a vendor that the library does not know. A row belongs to the copy of
 * the library that was called, comes after all others, and stays as long as the copy is loaded.
 *
 * Added rows change what is told of a number: entries, vendors, names, labels and reason phrases, explanations. They
 * never change what is done with it: its class, httpstatus_effective, and all that follows from those.
 */
#ifndef HTTPSTATUS_REGISTER_H
#define HTTPSTATUS_REGISTER_H

#include <stddef.h>

#include "export.h"
#include "registry.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How many rows can be added, and what one can hold. Lengths are in bytes, the NUL not counted. */
enum {
  HTTPSTATUS_ADDED_MAX = 4096,
  HTTPSTATUS_ADDED_VENDOR_MAX = 32,
  HTTPSTATUS_ADDED_NAME_MAX = 80,  /* of a name, alias or phrase */
  HTTPSTATUS_ADDED_TEXT_MAX = 200, /* of a summary, and of a text in a list */
  HTTPSTATUS_ADDED_PROSE_MAX = 1000,
  HTTPSTATUS_ADDED_LIST_MAX = 16
};

/*
 * Adds a copy of a row. size is sizeof(httpstatus_row) as the caller was compiled; what a smaller one lacks reads as
 * zero. Needed are a code of 0 to 999, a vendor other than "iana", and a name; their letters are those of registry.h.
 * Everything else may be zero or NULL. Texts are printable ASCII, not empty, and without spaces at their ends. If the
 * number has no row yet, this is its primary row.
 *
 * What decisions would read is set, whatever it was: registration is UNOFFICIAL, there is no retry rule, and storage is
 * that of any code. fault is UNCLEAR where a code of 400 or above had NONE, and a missing summary says that the row was
 * added.
 *
 * Returns 0, and *added is the row unless added is NULL; or an error, and nothing has changed: HTTPSTATUS_E_ROW_CODE,
 * _ROW_IANA, _ROW_VENDOR, _ROW_NAME, _ROW_TEXT, _ROW_LIST, HTTPSTATUS_E_WORD for a number that is no value of its enum,
 * HTTPSTATUS_E_ROW_TAKEN or _NAME_TAKEN where the vendor has a row of this code or name, HTTPSTATUS_E_FULL, or
 * HTTPSTATUS_E_MEMORY: this is the one function that allocates, a block for each row. Threads may add and read at the
 * same time; none of them waits, and of several that add one key exactly one succeeds.
 */
HTTPSTATUS_API int httpstatus_register(const httpstatus_row *row, size_t size, const httpstatus_row **added);

#ifdef __cplusplus
}
#endif

#endif
