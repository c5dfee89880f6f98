#include "httpstatus/grpc.h"

#include <string.h>

#include "fold.h"
#include "httpstatus/codes.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The file of rows is read twice, since it holds two tables. The place of an RPC code is its number. */

#define GRPC(id, number, http) [number] = {number, #id, http},
#define GUESS(http, id)
static const httpstatus_grpc_code codes[] = {
#include "../registry/grpc.inc"
};
#undef GRPC
#undef GUESS

#define GRPC(id, number, http)
#define GUESS(http, id) {http, #id},
static const httpstatus_grpc_guess guesses[] = {
#include "../registry/grpc.inc"
};

int httpstatus_grpc_to_http(int number)
{
  return number >= 0 && (size_t)number < COUNT(codes) ? codes[number].http : HTTPSTATUS_E_GRPC;
}

int httpstatus_grpc_number(const char *name, size_t length)
{
  char wanted[HTTPSTATUS__FOLDED], own[HTTPSTATUS__FOLDED];
  size_t n = name == NULL ? 0 : httpstatus__fold(name, length, wanted);
  for (size_t i = 0; i < COUNT(codes) && n < HTTPSTATUS__FOLDED; i++) {
    if (httpstatus__fold(codes[i].name, strlen(codes[i].name), own) == n && memcmp(own, wanted, n) == 0) {
      return codes[i].number;
    }
  }
  return HTTPSTATUS_E_GRPC;
}

const char *httpstatus_http_to_grpc(int code)
{
  for (size_t i = 0; i < COUNT(guesses); i++) {
    if (guesses[i].http == code) {
      return guesses[i].name;
    }
  }
  return "UNKNOWN";
}

const httpstatus_grpc_code *httpstatus_next_grpc_code(const httpstatus_grpc_code *row)
{
  if (row == NULL) {
    return codes;
  }
  return row + 1 < codes + COUNT(codes) ? row + 1 : NULL;
}

const httpstatus_grpc_guess *httpstatus_next_grpc_guess(const httpstatus_grpc_guess *row)
{
  if (row == NULL) {
    return guesses;
  }
  return row + 1 < guesses + COUNT(guesses) ? row + 1 : NULL;
}
