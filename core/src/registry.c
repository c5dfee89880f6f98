#include "httpstatus/registry.h"

#include <string.h>

#include "fold.h"
#include "httpstatus/codes.h"
#include "httpstatus/version.h"
#include "row.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/*
 * The row files are read three times, each time with another meaning of ROW (a registered row), VENDOR_ROW (a vendor's
 * row) and ALSO_ROW (a vendor's row whose number has an earlier owner): for the place of each row, for the rows, and
 * for the index of primary rows.
 */

#define ROW(id, ...) id##_PLACE,
#define VENDOR_ROW(owner, id, ...) owner##_##id##_PLACE,
#define ALSO_ROW VENDOR_ROW
enum {
#include "../registry/vendors.inc"
};
#undef ROW
#undef VENDOR_ROW
#undef ALSO_ROW

/* Lists are compound literals outside of functions, so they live as long as the rows. */
#define LIST(member, type, ...) .member = (type[]){__VA_ARGS__}, .n_##member = COUNT(((type[]){__VA_ARGS__}))
#define ALIASES(...) LIST(aliases, const char *const, __VA_ARGS__)
#define REFS(...) LIST(refs, const httpstatus_ref, __VA_ARGS__)
#define HISTORY(...) LIST(history, const httpstatus_phrase, __VA_ARGS__)
#define RFC(number, section) \
  {"RFC " #number, #section, "https://www.rfc-editor.org/rfc/rfc" #number ".html#section-" #section}

#define ROW(id, ...) {.code = HTTPSTATUS_##id, .vendor = IANA_ID, .name = #id, .checked = IANA_CHECKED, __VA_ARGS__},
#define VENDOR_ROW(owner, id, ...)                       \
  {.code = HTTPSTATUS_##owner##_##id,                    \
   .vendor = owner##_ID,                                 \
   .name = #id,                                          \
   .checked = owner##_CHECKED,                           \
   .registration = HTTPSTATUS_REGISTRATION_UNOFFICIAL,   \
   __VA_ARGS__},
#define ALSO_ROW VENDOR_ROW
static const httpstatus_row rows[] = {
#include "../registry/vendors.inc"
};
#undef ROW
#undef VENDOR_ROW
#undef ALSO_ROW

/* Compilers warn when a number is given twice. */
#define ROW(id, ...) [HTTPSTATUS_##id] = &rows[id##_PLACE],
#define VENDOR_ROW(owner, id, ...) [HTTPSTATUS_##owner##_##id] = &rows[owner##_##id##_PLACE],
#define ALSO_ROW(owner, id, ...)
const httpstatus_row *const httpstatus__by_code[HTTPSTATUS__CODES] = {
#include "../registry/vendors.inc"
};

static bool same(const char *text, const char *other, size_t length)
{
  return strlen(text) == length && memcmp(text, other, length) == 0;
}

const httpstatus_row *httpstatus_entry(int code, const char *vendor, size_t length)
{
  const httpstatus_row *row = httpstatus__primary(code);
  if (length == 0 || vendor == NULL) {
    return row;
  }
  while (row != NULL && !same(row->vendor, vendor, length)) {
    row = httpstatus_next_same(row);
  }
  return row;
}

const httpstatus_row *httpstatus_next(const httpstatus_row *row)
{
  if (row == NULL) {
    return rows;
  }
  return row + 1 < rows + COUNT(rows) ? row + 1 : NULL;
}

const httpstatus_row *httpstatus_next_same(const httpstatus_row *row)
{
  if (row == NULL) {
    return NULL;
  }
  int code = row->code;
  do {
    row = httpstatus_next(row);
  } while (row != NULL && row->code != code);
  return row;
}

const char *httpstatus_vendor(size_t i)
{
  for (const httpstatus_row *row = rows; row != NULL; row = httpstatus_next(row)) {
    if (row == rows || strcmp(row->vendor, row[-1].vendor) != 0) {
      if (i-- == 0) {
        return row->vendor;
      }
    }
  }
  return NULL;
}

httpstatus_edition httpstatus_data_edition(void)
{
  httpstatus_edition edition = {.registry_date = IANA_REGISTRY_DATE, .checked = IANA_CHECKED};
  for (const httpstatus_row *row = rows; row != NULL; row = httpstatus_next(row)) {
    if (row->registration == HTTPSTATUS_REGISTRATION_UNOFFICIAL) {
      edition.vendor++;
    } else {
      edition.registered++;
    }
  }
  return edition;
}

/* Finding. Text is folded, dropping what does not count, before it is compared. */

size_t httpstatus__fold(const char *text, size_t length, char folded[HTTPSTATUS__FOLDED])
{
  size_t n = 0;
  for (size_t i = 0; i < length; i++) {
    char c = text[i];
    if (c == ' ' || c == '_' || c == '-') {
      continue;
    }
    if (n == HTTPSTATUS__FOLDED) {
      return HTTPSTATUS__FOLDED;
    }
    folded[n++] = httpstatus__lower(c);
  }
  return n;
}

static bool is_called(const char *candidate, const char *folded, size_t length)
{
  char own[HTTPSTATUS__FOLDED];
  return candidate != NULL && httpstatus__fold(candidate, strlen(candidate), own) == length &&
         memcmp(own, folded, length) == 0;
}

static bool row_is_called(const httpstatus_row *row, const char *folded, size_t length)
{
  if (is_called(row->name, folded, length) || is_called(row->phrase, folded, length)) {
    return true;
  }
  for (size_t i = 0; i < row->n_aliases; i++) {
    if (is_called(row->aliases[i], folded, length)) {
      return true;
    }
  }
  for (size_t i = 0; i < row->n_history; i++) {
    if (is_called(row->history[i].phrase, folded, length)) {
      return true;
    }
  }
  return false;
}

size_t httpstatus_find(const char *text, size_t length, const httpstatus_row **found, size_t capacity)
{
  char folded[HTTPSTATUS__FOLDED];
  size_t n = text == NULL ? 0 : httpstatus__fold(text, length, folded);
  if (n == 0 || n == HTTPSTATUS__FOLDED) {
    return 0;
  }
  size_t count = 0;
  for (const httpstatus_row *row = rows; row != NULL; row = httpstatus_next(row)) {
    if (row_is_called(row, folded, n)) {
      if (count < capacity) {
        found[count] = row;
      }
      count++;
    }
  }
  return count;
}
