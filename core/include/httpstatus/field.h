/*
 * Descriptors: what the structs of this library consist of, as data. A program that walks them (the bindings, the
 * exports) needs no field name of its own and sees every later field without an edit.
 */
#ifndef HTTPSTATUS_FIELD_H
#define HTTPSTATUS_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A yes or no that may be missing. */
typedef enum httpstatus_told {
  HTTPSTATUS_TOLD_NOT_GIVEN,
  HTTPSTATUS_TOLD_NO,
  HTTPSTATUS_TOLD_YES
} httpstatus_told;

typedef enum httpstatus_field_type {
  HTTPSTATUS_FIELD_INT,     /* int */
  HTTPSTATUS_FIELD_BOOL,    /* bool */
  HTTPSTATUS_FIELD_STRING,  /* const char *, NULL for none */
  HTTPSTATUS_FIELD_WORD,    /* an enum, told as one of the descriptor's words */
  HTTPSTATUS_FIELD_STRINGS, /* a list of const char *, none of them NULL */
  HTTPSTATUS_FIELD_LIST,    /* a list of structs, described by the descriptor's element */
  HTTPSTATUS_FIELD_SECONDS, /* int64_t, negative for unknown */
  HTTPSTATUS_FIELD_TEXT,    /* a part of the caller's text: const char *, NULL for none, and a size_t */
  HTTPSTATUS_FIELD_TOLD     /* httpstatus_told: a yes or no that may be missing */
} httpstatus_field_type;

/* One member of a struct. Owned by the library; more members may be added at the end. */
typedef struct httpstatus_field {
  const char *name;
  httpstatus_field_type type;
  size_t offset;                          /* of the value, or of the pointer to the first element */
  size_t count_offset;                    /* lists: of the size_t that counts the elements; TEXT: of its length */
  const char *const *words;               /* WORD: the word of each value, from 0 */
  size_t n_words;                         /* WORD: how many */
  const char *element_name;               /* LIST: what an element is called */
  const struct httpstatus_field *element; /* LIST: the members of an element */
  size_t n_element;                       /* LIST: how many */
  size_t element_size;                    /* LIST: bytes from one element to the next */
} httpstatus_field;

/*
 * Reads the member that field describes out of record, the struct it belongs to.
 * text: STRING and WORD; NULL for none and for other types. number: INT and BOOL; 0 for other types. seconds:
 * SECONDS; -1 for unknown and for other types. count: the number of elements of a list; 0 for other types. string_at:
 * element i of a STRINGS list, element_at: of a LIST; both NULL past the end and for other types. slice: TEXT, with its
 * *length; NULL and 0 for none and for other types. told: TOLD; NOT_GIVEN for other types.
 */
HTTPSTATUS_API const char *httpstatus_field_text(const httpstatus_field *field, const void *record);
HTTPSTATUS_API int httpstatus_field_number(const httpstatus_field *field, const void *record);
HTTPSTATUS_API int64_t httpstatus_field_seconds(const httpstatus_field *field, const void *record);
HTTPSTATUS_API const char *httpstatus_field_slice(const httpstatus_field *field, const void *record, size_t *length);
HTTPSTATUS_API httpstatus_told httpstatus_field_told(const httpstatus_field *field, const void *record);
HTTPSTATUS_API size_t httpstatus_field_count(const httpstatus_field *field, const void *record);
HTTPSTATUS_API const char *httpstatus_field_string_at(const httpstatus_field *field, const void *record, size_t i);
HTTPSTATUS_API const void *httpstatus_field_element_at(const httpstatus_field *field, const void *record, size_t i);

/*
 * The word for a value: "not_given" "no" "yes"; "int" "bool" "string" "word" "strings" "list" "seconds" "text" "told".
 * NULL for any other number. And back.
 */
HTTPSTATUS_API const char *httpstatus_told_word(httpstatus_told value);
HTTPSTATUS_API int httpstatus_told_from_word(const char *word, size_t length, httpstatus_told *value);
HTTPSTATUS_API const char *httpstatus_field_type_word(httpstatus_field_type type);
HTTPSTATUS_API int httpstatus_field_type_from_word(const char *word, size_t length, httpstatus_field_type *type);

#ifdef __cplusplus
}
#endif

#endif
