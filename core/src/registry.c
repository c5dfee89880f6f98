#include "httpstatus/registry.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "fold.h"
#include "httpstatus/codes.h"
#include "httpstatus/register.h"
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

#define ROW(id, ...) {.code = HTTPSTATUS_##id, .vendor = IANA_ID, .name = #id, .checked = IANA_CHECKED, __VA_ARGS__},
#define VENDOR_ROW(owner, id, ...)                       \
  {.code = HTTPSTATUS_##owner##_##id,                    \
   .vendor = owner##_ID,                                 \
   .name = #id,                                          \
   .checked = owner##_CHECKED,                           \
   .registration = HTTPSTATUS_REGISTRATION_UNOFFICIAL,   \
   .storage = HTTPSTATUS__STORAGE_OF(HTTPSTATUS_##owner##_##id),     \
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
_Atomic(const httpstatus_row *) httpstatus__by_code[HTTPSTATUS__CODES] = {
#include "../registry/vendors.inc"
};

/*
 * Rows that were added come after the others, in a list that only grows, so a reader needs no lock. Whoever steps onto
 * a row first sees to it that its number has a primary row. So a row that anybody has met is found by its number too,
 * and the primary row is the first one in the list: a later one of the same number got there by a walk past it.
 */
static _Atomic(httpstatus__added *) first_added;

static httpstatus__added *step(_Atomic(httpstatus__added *) *link)
{
  httpstatus__added *added = atomic_load_explicit(link, memory_order_acquire);
  if (added != NULL && httpstatus__primary(added->row.code) == NULL) {
    const httpstatus_row *none = NULL;
    atomic_compare_exchange_strong(&httpstatus__by_code[added->row.code], &none, &added->row);
  }
  return added;
}

static bool is_added(const httpstatus_row *row)
{
  return (uintptr_t)row - (uintptr_t)rows >= sizeof rows;
}

/* The link to the row after this one, which is the last of rows or one that was added. */
static _Atomic(httpstatus__added *) *link_after(const httpstatus_row *row)
{
  return is_added(row) ? &((httpstatus__added *)(uintptr_t)row)->next : &first_added;
}

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
  if (!is_added(row) && row + 1 < rows + COUNT(rows)) {
    return row + 1;
  }
  httpstatus__added *added = step(link_after(row));
  return added == NULL ? NULL : &added->row;
}

const char *httpstatus_vendor(size_t i)
{
  for (const httpstatus_row *row = rows; row != NULL; row = httpstatus_next(row)) {
    bool first = is_added(row) ? ((const httpstatus__added *)row)->new_vendor
                               : row == rows || strcmp(row->vendor, row[-1].vendor) != 0;
    if (first && i-- == 0) {
      return row->vendor;
    }
  }
  return NULL;
}

/* Why a row may not stand beside another one, or 0. */
static int conflict(const httpstatus_row *row, const httpstatus_row *other)
{
  if (strcmp(row->vendor, other->vendor) != 0) {
    return 0;
  }
  return row->code == other->code              ? HTTPSTATUS_E_ROW_TAKEN
         : strcmp(row->name, other->name) == 0 ? HTTPSTATUS_E_NAME_TAKEN
                                               : 0;
}

int httpstatus__append(httpstatus__added *added)
{
  added->new_vendor = true;
  atomic_init(&added->next, NULL);
  const httpstatus_row *last = NULL, *row = rows;
  int n_added = 0;
  for (;;) {
    for (; row != NULL; last = row, row = httpstatus_next(row)) {
      int error = conflict(&added->row, row);
      if (error != 0) {
        return error;
      }
      added->new_vendor = added->new_vendor && strcmp(row->vendor, added->row.vendor) != 0;
      n_added += is_added(row);
    }
    if (n_added == HTTPSTATUS_ADDED_MAX) {
      return HTTPSTATUS_E_FULL;
    }
    httpstatus__added *none = NULL;
    if (atomic_compare_exchange_strong(link_after(last), &none, added)) {
      step(link_after(last));
      return 0;
    }
    row = httpstatus_next(last); /* Another thread was faster, so its row is to be looked at first. */
  }
}

httpstatus_edition httpstatus_data_edition(void)
{
  httpstatus_edition edition = {.registry_date = IANA_REGISTRY_DATE, .checked = IANA_CHECKED};
  for (const httpstatus_row *row = rows; row < rows + COUNT(rows); row++) {
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
  return ((c != ' ') & (c != '_') & (c != '-')) != 0;
}

size_t httpstatus__fold(const char *text, size_t length, char folded[HTTPSTATUS__FOLDED])
{
  size_t n = 0;
  for (size_t i = 0; i < length; i++) {
    if (n == HTTPSTATUS__FOLDED - 1 && counts(text[i])) {
      return HTTPSTATUS__FOLDED;
    }
    /* A byte that does not count is written too, and then written over. */
    folded[n] = httpstatus__lower(text[i]);
    n += counts(text[i]);
  }
  return n;
}

/* Eight letters at once in lower case. */
static uint64_t lower_all(uint64_t word)
{
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
  uint64_t rest = word & ~tops;
  uint64_t capitals = (rest + ones * (128 - 'A')) ^ (rest + ones * (127 - 'Z'));
  return word | (capitals & ~word & tops) >> 2;
}

static uint64_t word_at(const char *text)
{
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return lower_all(word);
}

/* Are both the same but for case? Both are at least eight bytes long, and the last eight may be read again. */
static bool same_letters(const char *a, const char *b, size_t length)
{
  uint64_t differ = word_at(a + length - 8) ^ word_at(b + length - 8);
  for (size_t i = 0; i + 8 < length; i += 8) {
    differ |= word_at(a + i) ^ word_at(b + i);
  }
  return differ == 0;
}

/* Is text the name, but for what does not count? */
static bool is_called(const char *name, size_t name_length, const char *text, size_t length)
{
  if (length == name_length && length >= 8 && same_letters(name, text, length)) {
    return true;
  }
  const char *name_end = name + name_length, *end = text + length;
  for (;;) {
    while (name < name_end && !counts(*name)) {
      name++;
    }
    while (text < end && !counts(*text)) {
      text++;
    }
    if (name == name_end || text == end) {
      return name == name_end && text == end;
    }
    if (httpstatus__lower(*name++) != httpstatus__lower(*text++)) {
      return false;
    }
  }
}

/*
 * The index, made on first use. The names: at the hash of each name its place in the list of names plus one, or where
 * there is room after it. Rows are put in in order, so those of one name are met in order too. A thread that comes
 * while another makes it looks at every row instead, so nobody waits.
 */
enum { SLOTS = 4096, NAMES = 2048 };
static struct {
  const char *text;
  size_t length;
  uint32_t hash;
  uint32_t place; /* of the row */
} names[NAMES];
static uint16_t slots[SLOTS];
static size_t n_names;
enum { NOT_MADE, BEING_MADE, MADE };
static atomic_int index_state;

/* The sum of what the bytes are worth that count. What stands where is for the comparison to find out. */
static uint32_t worths[256];

static void make_worths(void)
{
  for (int c = 0; c < 256; c++) {
    uint32_t x = (uint32_t)(unsigned char)httpstatus__lower((char)c) + 1;
    x = (x ^ x << 16) * UINT32_C(0x7FEB352D);
    x = (x ^ x >> 15) * UINT32_C(0x846CA68B);
    worths[c] = counts((char)c) ? x ^ x >> 16 : 0;
  }
}

static uint32_t hash(const char *text, size_t length)
{
  uint32_t sum = 0;
  for (size_t i = 0; i < length; i++) {
    sum += worths[(unsigned char)text[i]];
  }
  return sum;
}

static size_t slot_of(uint32_t hashed)
{
  return (hashed ^ hashed >> 16) % SLOTS;
}

static void add_name(const char *text, size_t place)
{
  if (text == NULL) {
    return;
  }
  size_t length = strlen(text);
  uint32_t hashed = hash(text, length);
  size_t slot = slot_of(hashed);
  for (; slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    size_t i = slots[slot] - 1u;
    if (names[i].place == place && is_called(names[i].text, names[i].length, text, length)) {
      return;
    }
  }
  names[n_names].text = text;
  names[n_names].length = length;
  names[n_names].hash = hashed;
  names[n_names].place = (uint32_t)place;
  slots[slot] = (uint16_t)++n_names;
}

/* Calls a function for every name of a row. */
static void for_each_name(size_t place, void (*call)(const char *, size_t))
{
  const httpstatus_row *row = &rows[place];
  call(row->phrase, place); /* The first of several that are alike is what texts are compared with. */
  call(row->name, place);
  for (size_t i = 0; i < row->n_aliases; i++) {
    call(row->aliases[i], place);
  }
  for (size_t i = 0; i < row->n_history; i++) {
    call(row->history[i].phrase, place);
  }
}

/* The next row of the same number, as its place plus one. */
static uint16_t next_same[COUNT(rows)];

static void make_index(void)
{
  static_assert(COUNT(rows) * 7 < NAMES, "there may be more names than places for them");
  uint16_t latest[HTTPSTATUS__CODES] = {0};
  make_worths();
  for (size_t place = 0; place < COUNT(rows); place++) {
    for_each_name(place, add_name);
  }
  for (size_t place = COUNT(rows); place-- > 0;) {
    next_same[place] = latest[rows[place].code];
    latest[rows[place].code] = (uint16_t)(place + 1);
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

const httpstatus_row *httpstatus_next_same(const httpstatus_row *row)
{
  if (row == NULL) {
    return NULL;
  }
  int code = row->code;
  if (!is_added(row) && index_is_ready()) {
    uint16_t next = next_same[row - rows];
    if (next != 0) {
      return &rows[next - 1];
    }
    row = &rows[COUNT(rows) - 1];
  }
  do {
    row = httpstatus_next(row);
  } while (row != NULL && row->code != code);
  return row;
}

static bool matches(const char *name, const char *text, size_t length)
{
  return name != NULL && is_called(name, strlen(name), text, length);
}

/* The same without the index. */
static bool row_is_called(const httpstatus_row *row, const char *text, size_t length)
{
  bool found = matches(row->name, text, length) || matches(row->phrase, text, length);
  for (size_t i = 0; i < row->n_aliases && !found; i++) {
    found = matches(row->aliases[i], text, length);
  }
  for (size_t i = 0; i < row->n_history && !found; i++) {
    found = matches(row->history[i].phrase, text, length);
  }
  return found;
}

/* The rows that are called so from this one on. */
static size_t find_from(const httpstatus_row *row, const char *text, size_t length, const httpstatus_row **found,
                        size_t capacity)
{
  size_t count = 0;
  for (; row != NULL; row = httpstatus_next(row)) {
    if (row_is_called(row, text, length)) {
      if (count < capacity) {
        found[count] = row;
      }
      count++;
    }
  }
  return count;
}

size_t httpstatus_find(const char *text, size_t length, const httpstatus_row **found, size_t capacity)
{
  size_t count = 0;
  if (text == NULL) {
    return 0;
  }
  if (!index_is_ready()) {
    return find_from(rows, text, length, found, capacity);
  }
  uint32_t hashed = hash(text, length);
  for (size_t slot = slot_of(hashed); slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    size_t i = slots[slot] - 1u;
    if (names[i].hash == hashed && is_called(names[i].text, names[i].length, text, length)) {
      if (count < capacity) {
        found[count] = &rows[names[i].place];
      }
      count++;
    }
  }
  httpstatus__added *added = step(&first_added);
  if (added != NULL) {
    size_t rest = count < capacity ? capacity - count : 0;
    count += find_from(&added->row, text, length, rest > 0 ? found + count : NULL, rest);
  }
  return count;
}
