#include "httpstatus/register.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "row.h"

/* What the row says where whoever added it left that out. */
static const char no_summary[] = "A status that the running program has added.";

/* Checking. */

/* Is it text of at most limit bytes that can be printed anywhere? A longer one is not read to its end. */
static bool is_text(const char *text, size_t limit)
{
  size_t length = 0;
  while (text[length] >= ' ' && text[length] <= '~') {
    if (length++ == limit) {
      return false;
    }
  }
  return text[length] == '\0' && length > 0 && text[0] != ' ' && text[length - 1] != ' ';
}

static bool is_text_or_none(const char *text, size_t limit)
{
  return text == NULL || is_text(text, limit);
}

/* Names and phrases are found by their letters, so they need some. */
static bool is_name_or_none(const char *text)
{
  return text == NULL || (is_text(text, HTTPSTATUS_ADDED_NAME_MAX) && text[strspn(text, " _-")] != '\0');
}

static bool consists_of(const char *text, const char *letters, size_t limit)
{
  return text != NULL && is_text(text, limit) && text[strspn(text, letters)] == '\0';
}

static int check_lists(const httpstatus_row *row)
{
  for (size_t i = 0; i < row->n_related; i++) {
    if (row->related[i].word == NULL) {
      return HTTPSTATUS_E_ROW_LIST;
    }
  }
  for (size_t i = 0; i < row->n_headers; i++) {
    if (row->headers[i].name == NULL || row->headers[i].ref == NULL) {
      return HTTPSTATUS_E_ROW_LIST;
    }
  }
  for (size_t i = 0; i < row->n_aliases; i++) {
    if (row->aliases[i] == NULL) {
      return HTTPSTATUS_E_ROW_LIST;
    }
    if (!is_name_or_none(row->aliases[i])) {
      return HTTPSTATUS_E_ROW_TEXT;
    }
  }
  for (size_t i = 0; i < row->n_refs; i++) {
    if (row->refs[i].spec == NULL) {
      return HTTPSTATUS_E_ROW_LIST;
    }
  }
  for (size_t i = 0; i < row->n_history; i++) {
    if (row->history[i].spec == NULL) {
      return HTTPSTATUS_E_ROW_LIST;
    }
    if (!is_name_or_none(row->history[i].phrase)) {
      return HTTPSTATUS_E_ROW_TEXT;
    }
  }
  return 0;
}

/* Checks a record by its descriptors; limit is that of its texts. Lists of texts are left to check_lists. */
static int check_record(const httpstatus_field *fields, size_t n, const void *record, size_t limit)
{
  for (size_t i = 0; i < n; i++) {
    const httpstatus_field *field = &fields[i];
    const char *text = httpstatus_field_text(field, record);
    if (field->type == HTTPSTATUS_FIELD_WORD && text == NULL) {
      return HTTPSTATUS_E_WORD;
    }
    if (!is_text_or_none(text, limit)) {
      return HTTPSTATUS_E_ROW_TEXT;
    }
    size_t count = httpstatus_field_count(field, record);
    if (count > HTTPSTATUS_ADDED_LIST_MAX) {
      return HTTPSTATUS_E_ROW_LIST;
    }
    for (size_t j = 0; j < count && field->type == HTTPSTATUS_FIELD_LIST; j++) {
      const void *element = httpstatus_field_element_at(field, record, j);
      int error = check_record(field->element, field->n_element, element, HTTPSTATUS_ADDED_TEXT_MAX);
      if (error != 0) {
        return error;
      }
    }
  }
  return 0;
}

static int check(const httpstatus_row *row, const httpstatus_field *fields, size_t n)
{
  enum { DAY = 10 };
  if (row->code < 0 || row->code >= HTTPSTATUS__CODES) {
    return HTTPSTATUS_E_ROW_CODE;
  }
  if (row->vendor != NULL && strcmp(row->vendor, "iana") == 0) {
    return HTTPSTATUS_E_ROW_IANA;
  }
  if (!consists_of(row->vendor, "abcdefghijklmnopqrstuvwxyz0123456789-", HTTPSTATUS_ADDED_VENDOR_MAX)) {
    return HTTPSTATUS_E_ROW_VENDOR;
  }
  if (!consists_of(row->name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", HTTPSTATUS_ADDED_NAME_MAX) ||
      !is_name_or_none(row->name)) {
    return HTTPSTATUS_E_ROW_NAME;
  }
  if (!is_name_or_none(row->phrase) || !is_text(row->summary, HTTPSTATUS_ADDED_TEXT_MAX) ||
      !is_text_or_none(row->expires, DAY) || !is_text_or_none(row->checked, DAY)) {
    return HTTPSTATUS_E_ROW_TEXT;
  }
  int error = check_record(fields, n, row, HTTPSTATUS_ADDED_PROSE_MAX);
  return error != 0 ? error : check_lists(row);
}

/*
 * Copying. What a record points to goes into one block, piece by piece, each of which begins where any pointer may.
 */

static size_t rounded(size_t size)
{
  return (size + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
}

static size_t size_of_text(const char *text)
{
  return text == NULL ? 0 : rounded(strlen(text) + 1);
}

static size_t size_of_list(const httpstatus_field *field, size_t count)
{
  return rounded(count * (field->type == HTTPSTATUS_FIELD_STRINGS ? sizeof(const char *) : field->element_size));
}

/* How much all that a record points to takes. */
static size_t size_of_pieces(const httpstatus_field *fields, size_t n, const void *record)
{
  size_t size = 0;
  for (size_t i = 0; i < n; i++) {
    const httpstatus_field *field = &fields[i];
    size_t count = httpstatus_field_count(field, record);
    size += field->type == HTTPSTATUS_FIELD_STRING ? size_of_text(httpstatus_field_text(field, record)) : 0;
    size += size_of_list(field, count);
    for (size_t j = 0; j < count; j++) {
      size += field->type == HTTPSTATUS_FIELD_STRINGS
                ? size_of_text(httpstatus_field_string_at(field, record, j))
                : size_of_pieces(field->element, field->n_element, httpstatus_field_element_at(field, record, j));
    }
  }
  return size;
}

/* Copies a text to *room, sets the pointer at place to it, and takes the room. */
static void move_text(const char *text, char *place, char **room)
{
  if (text != NULL) {
    const char *copy = memcpy(*room, text, strlen(text) + 1);
    memcpy(place, &copy, sizeof copy);
    *room += size_of_text(text);
  }
}

/* Replaces all that a record points to by copies. */
static void move_pieces(const httpstatus_field *fields, size_t n, char *record, char **room)
{
  for (size_t i = 0; i < n; i++) {
    const httpstatus_field *field = &fields[i];
    size_t count = httpstatus_field_count(field, record);
    if (field->type == HTTPSTATUS_FIELD_STRING) {
      move_text(httpstatus_field_text(field, record), record + field->offset, room);
    }
    if (count == 0) {
      continue;
    }
    char *list = *room;
    *room += size_of_list(field, count);
    if (field->type == HTTPSTATUS_FIELD_LIST) {
      memcpy(list, httpstatus_field_element_at(field, record, 0), count * field->element_size);
    }
    for (size_t j = 0; j < count; j++) {
      if (field->type == HTTPSTATUS_FIELD_LIST) {
        move_pieces(field->element, field->n_element, list + j * field->element_size, room);
      } else {
        move_text(httpstatus_field_string_at(field, record, j), list + j * sizeof(const char *), room);
      }
    }
    memcpy(record + field->offset, &list, sizeof list);
  }
}

int httpstatus_register(const httpstatus_row *given, size_t size, const httpstatus_row **added)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  httpstatus_row row = {.code = 0};
  memcpy(&row, given, size < sizeof row ? size : sizeof row);
  row.registration = HTTPSTATUS_REGISTRATION_UNOFFICIAL;
  row.retry_rule = HTTPSTATUS_RETRY_RULE_FALLBACK;
  row.retry_need = HTTPSTATUS_NEED_NONE;
  row.retry_basis = HTTPSTATUS_BASIS_PRACTICE;
  row.retry_ref = NULL;
  row.storage = HTTPSTATUS__STORAGE_OF(row.code);
  row.fault = row.fault == HTTPSTATUS_FAULT_NONE && row.code >= 400 ? HTTPSTATUS_FAULT_UNCLEAR : row.fault;
  row.summary = row.summary == NULL ? no_summary : row.summary;
  int error = check(&row, fields, n);
  if (error != 0) {
    return error;
  }
  httpstatus__added *copy = malloc(rounded(sizeof *copy) + size_of_pieces(fields, n, &row));
  if (copy == NULL) {
    return HTTPSTATUS_E_MEMORY;
  }
  char *room = (char *)copy + rounded(sizeof *copy);
  copy->row = row;
  move_pieces(fields, n, (char *)&copy->row, &room);
  error = httpstatus__append(copy);
  if (error != 0) {
    free(copy);
    return error;
  }
  if (added != NULL) {
    *added = &copy->row;
  }
  return 0;
}
