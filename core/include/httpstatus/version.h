/* The version of the library, written here and nowhere else, and the edition of its data. */
#ifndef HTTPSTATUS_VERSION_H
#define HTTPSTATUS_VERSION_H

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

#define HTTPSTATUS_VERSION_MAJOR 0
#define HTTPSTATUS_VERSION_MINOR 1
#define HTTPSTATUS_VERSION_PATCH 0

/* The version of the loaded library as "major.minor.patch". */
HTTPSTATUS_API const char *httpstatus_version(void);

/* Which data the library carries, without rows that were added. Passed by value; fixed for ever. */
typedef struct httpstatus_edition {
  const char *registry_date; /* last update of the IANA registry that the rows describe, "YYYY-MM-DD" */
  const char *checked;       /* day on which the registry was last seen in that state, "YYYY-MM-DD" */
  int registered;            /* rows of the IANA registry */
  int vendor;                /* rows of everybody else */
} httpstatus_edition;

HTTPSTATUS_API httpstatus_edition httpstatus_data_edition(void);

/* The descriptors of httpstatus_edition; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_edition_fields(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
