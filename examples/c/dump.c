/* Prints the whole registry as JSON. It walks the descriptors and knows no field name of its own. */
#include <httpstatus.h>
#include <inttypes.h>
#include <stdio.h>

static void print_string(const char *text)
{
  if (text == NULL) {
    fputs("null", stdout);
    return;
  }
  putchar('"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\') {
      putchar('\\');
    }
    putchar(*text); /* The registry is printable ASCII, so nothing else needs an escape. */
  }
  putchar('"');
}

static void print_record(const httpstatus_field *fields, size_t n, const void *record);

static void print_value(const httpstatus_field *field, const void *record)
{
  size_t count = httpstatus_field_count(field, record);
  switch (field->type) {
  case HTTPSTATUS_FIELD_INT:
    printf("%d", httpstatus_field_number(field, record));
    break;
  case HTTPSTATUS_FIELD_BOOL:
    fputs(httpstatus_field_number(field, record) ? "true" : "false", stdout);
    break;
  case HTTPSTATUS_FIELD_STRING:
  case HTTPSTATUS_FIELD_WORD:
    print_string(httpstatus_field_text(field, record));
    break;
  case HTTPSTATUS_FIELD_STRINGS:
    putchar('[');
    for (size_t i = 0; i < count; i++) {
      fputs(i == 0 ? "" : ", ", stdout);
      print_string(httpstatus_field_string_at(field, record, i));
    }
    putchar(']');
    break;
  case HTTPSTATUS_FIELD_LIST:
    putchar('[');
    for (size_t i = 0; i < count; i++) {
      fputs(i == 0 ? "" : ", ", stdout);
      print_record(field->element, field->n_element, httpstatus_field_element_at(field, record, i));
    }
    putchar(']');
    break;
  case HTTPSTATUS_FIELD_SECONDS:
    if (httpstatus_field_seconds(field, record) < 0) {
      print_string(NULL);
    } else {
      printf("%" PRId64, httpstatus_field_seconds(field, record));
    }
    break;
  case HTTPSTATUS_FIELD_TEXT:
  case HTTPSTATUS_FIELD_TOLD:
    break; /* Answers have these, and rows do not. */
  }
}

static void print_record(const httpstatus_field *fields, size_t n, const void *record)
{
  putchar('{');
  for (size_t i = 0; i < n; i++) {
    printf("%s\"%s\": ", i == 0 ? "" : ", ", fields[i].name);
    print_value(&fields[i], record);
  }
  putchar('}');
}

int main(void)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  const char *separator = "[\n";
  for (const httpstatus_row *row = httpstatus_next(NULL); row != NULL; row = httpstatus_next(row)) {
    fputs(separator, stdout);
    print_record(fields, n, row);
    separator = ",\n";
  }
  puts("\n]");
  return 0;
}
