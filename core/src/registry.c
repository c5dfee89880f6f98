#include "httpstatus/registry.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>
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
#define RELATED(...) LIST(related, const httpstatus_related, __VA_ARGS__)
#define HEADERS(...) LIST(headers, const httpstatus_header, __VA_ARGS__)
#define HISTORY(...) LIST(history, const httpstatus_phrase, __VA_ARGS__)
#define RETRY(rule, need, basis, ref)               \
  .retry_rule = HTTPSTATUS_RETRY_RULE_##rule,       \
  .retry_need = HTTPSTATUS_NEED_##need,             \
  .retry_basis = HTTPSTATUS_BASIS_##basis,          \
  .retry_ref = ref
#define RFC(number, section) {"RFC " #number, #section, HTTPSTATUS__RFC_URL #number ".html#section-" #section}
#define APPENDIX(number, section) {"RFC " #number, #section, HTTPSTATUS__RFC_URL #number ".html#appendix-" #section}

/* A cache need not know a final status to store it; what is none it does not store. */
#define STORAGE_OF(code) ((code) < 200 || (code) > 599 ? HTTPSTATUS_STORAGE_NONE : HTTPSTATUS_STORAGE_EXPLICIT)

#define ROW(id, ...) {.code = HTTPSTATUS_##id, .vendor = IANA_ID, .name = #id, .checked = IANA_CHECKED, __VA_ARGS__},
#define VENDOR_ROW(owner, id, ...)                       \
  {.code = HTTPSTATUS_##owner##_##id,                    \
   .vendor = owner##_ID,                                 \
   .name = #id,                                          \
   .checked = owner##_CHECKED,                           \
   .registration = HTTPSTATUS_REGISTRATION_UNOFFICIAL,   \
   .storage = STORAGE_OF(HTTPSTATUS_##owner##_##id),     \
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

static bool counts(char c)
{
  return c != ' ' && c != '_' && c != '-';
}

size_t httpstatus__fold(const char *text, size_t length, char folded[HTTPSTATUS__FOLDED])
{
  size_t n = 0;
  for (size_t i = 0; i < length; i++) {
    if (counts(text[i])) {
      if (n == HTTPSTATUS__FOLDED) {
        return HTTPSTATUS__FOLDED;
      }
      folded[n++] = httpstatus__lower(text[i]);
    }
  }
  return n;
}

/* Is candidate the text whose folded form is given? */
static bool is_called(const char *candidate, const char *folded, size_t length)
{
  size_t n = 0;
  for (; candidate != NULL && *candidate != '\0'; candidate++) {
    if (counts(*candidate)) {
      if (n == length || httpstatus__lower(*candidate) != folded[n]) {
        return false;
      }
      n++;
    }
  }
  return candidate != NULL && n == length;
}

static bool row_is_called(const httpstatus_row *row, const char *folded, size_t length)
{
  if (is_called(row->phrase, folded, length) || is_called(row->name, folded, length)) {
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

/*
 * The index of names: places of rows, plus one, at the hash of each name and then wherever there is room. Rows are put
 * in in order, so those of one name are met in order too. It is made on first use. A thread that comes while another
 * makes it looks at every row instead, so nobody waits.
 */
enum { SLOTS = 4096 };
static uint16_t slots[SLOTS];
enum { NOT_MADE, BEING_MADE, MADE };
static atomic_int index_state;

static size_t hash(const char *folded, size_t length)
{
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < length; i++) {
    h = (h ^ (unsigned char)folded[i]) * 16777619u;
  }
  return (h ^ h >> 15) % SLOTS;
}

static void add_name(const char *name, int place)
{
  char folded[HTTPSTATUS__FOLDED];
  if (name == NULL) {
    return;
  }
  size_t i = hash(folded, httpstatus__fold(name, strlen(name), folded));
  while (slots[i] != 0 && slots[i] != place + 1) {
    i = (i + 1) % SLOTS;
  }
  slots[i] = (uint16_t)(place + 1);
}

static void make_index(void)
{
  static_assert(COUNT(rows) * 8 < SLOTS, "the index of names is too full");
  for (int place = 0; place < (int)COUNT(rows); place++) {
    add_name(rows[place].name, place);
    add_name(rows[place].phrase, place);
    for (size_t i = 0; i < rows[place].n_aliases; i++) {
      add_name(rows[place].aliases[i], place);
    }
    for (size_t i = 0; i < rows[place].n_history; i++) {
      add_name(rows[place].history[i].phrase, place);
    }
  }
}

static bool index_is_ready(void)
{
  int state = atomic_load_explicit(&index_state, memory_order_acquire);
  if (state == NOT_MADE && atomic_compare_exchange_strong(&index_state, &state, BEING_MADE)) {
    make_index();
    atomic_store_explicit(&index_state, MADE, memory_order_release);
    state = MADE;
  }
  return state == MADE;
}

size_t httpstatus_find(const char *text, size_t length, const httpstatus_row **found, size_t capacity)
{
  char folded[HTTPSTATUS__FOLDED];
  size_t n = text == NULL ? 0 : httpstatus__fold(text, length, folded);
  if (n == 0 || n == HTTPSTATUS__FOLDED) {
    return 0;
  }
  size_t count = 0;
  bool indexed = index_is_ready();
  size_t slot = hash(folded, n);
  for (size_t place = 0; indexed ? slots[slot] != 0 : place < COUNT(rows); place++, slot = (slot + 1) % SLOTS) {
    const httpstatus_row *row = &rows[indexed ? (size_t)slots[slot] - 1 : place];
    if (row_is_called(row, folded, n)) {
      if (count < capacity) {
        found[count] = row;
      }
      count++;
    }
  }
  return count;
}
