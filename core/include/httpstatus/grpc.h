/*
 * gRPC and HTTP, in both directions. The two tables are not inverse of each other, and neither can stand in for the
 * other: an API that answers over HTTP takes the first, a gRPC client whose response came from somebody else, and so
 * without grpc-status, takes the second.
 */
#ifndef HTTPSTATUS_GRPC_H
#define HTTPSTATUS_GRPC_H

#include <stddef.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An RPC code and the status code that stands for it. Owned by the library; members may be added. */
typedef struct httpstatus_grpc_code {
  int number;       /* 0 to 16 */
  const char *name; /* "NOT_FOUND" */
  int http;
} httpstatus_grpc_code;

/* A status code and the RPC code that a client takes it for. Owned by the library; members may be added. */
typedef struct httpstatus_grpc_guess {
  int http;
  const char *name;
} httpstatus_grpc_guess;

/* The status code for an RPC code by its number, or HTTPSTATUS_E_GRPC. */
HTTPSTATUS_API int httpstatus_grpc_to_http(int number);

/* The number of an RPC code by its name, in whose letters case, "_" and "-" are ignored; or HTTPSTATUS_E_GRPC. */
HTTPSTATUS_API int httpstatus_grpc_number(const char *name, size_t length);

/*
 * The name of the RPC code that a client takes a response without grpc-status for: "UNKNOWN" for every code that is not
 * in the table, 200 among them. Servers must not choose a status code by it.
 */
HTTPSTATUS_API const char *httpstatus_http_to_grpc(int code);

/* The row after this one, the first one for NULL. NULL at the end. */
HTTPSTATUS_API const httpstatus_grpc_code *httpstatus_next_grpc_code(const httpstatus_grpc_code *row);
HTTPSTATUS_API const httpstatus_grpc_guess *httpstatus_next_grpc_guess(const httpstatus_grpc_guess *row);

/* The descriptors of both structs; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_grpc_code_fields(size_t *count);
HTTPSTATUS_API const httpstatus_field *httpstatus_grpc_guess_fields(size_t *count);

#ifdef __cplusplus
}
#endif

#endif
