#include "page.h"

#include "httpstatus/date.h"
#include "row.h"

/* Plain text. */

static void put_spaces(httpstatus__out *out, size_t n)
{
  static const char spaces[] = "                ";
  httpstatus__put_n(out, spaces, n < sizeof spaces ? n : sizeof spaces - 1);
}

/* Breaks text into lines at its spaces. The first line begins at a column, the others after an indent. */
static void wrap(httpstatus__page *page, const char *text, size_t length, size_t column, size_t indent)
{
  for (;;) {
    size_t room = page->width - column;
    size_t cut = room;
    if (length <= room) {
      break;
    }
    while (cut > 0 && text[cut] != ' ') {
      cut--;
    }
    if (cut == 0) { /* A word that is wider than the page. */
      for (cut = room; cut < length && text[cut] != ' '; cut++) {
      }
    }
    if (cut == length) {
      break;
    }
    httpstatus__put_n(&page->out, text, cut);
    httpstatus__put_n(&page->out, "\n", 1);
    put_spaces(&page->out, indent);
    text += cut + 1;
    length -= cut + 1;
    column = indent;
  }
  httpstatus__put_n(&page->out, text, length);
  httpstatus__put_n(&page->out, "\n", 1);
}

/* Markdown. */

static size_t run_of(const char *text, const char *end, const char *stops)
{
  const char *at = text;
  while (at < end && strchr(stops, *at) == NULL) {
    at++;
  }
  return (size_t)(at - text);
}

/* Turns "RFC 9110 15.5.2, 11.6.1; RFC 9111 3" into links, one for each section. */
static void put_links(httpstatus__out *out, const char *text, const char *end)
{
  const char *number = NULL;
  size_t number_length = 0;
  while (text < end) {
    const char *start = text;
    if (end - text > 4 && memcmp(text, "RFC ", 4) == 0) {
      number = text + 4;
      number_length = run_of(number, end, " ;,");
      text = number + number_length;
      text += text < end && *text == ' ';
    }
    size_t section = run_of(text, end, ";,");
    httpstatus__put(out, "[");
    httpstatus__put_n(out, start, (size_t)(text + section - start));
    httpstatus__put(out, "](" HTTPSTATUS__RFC_URL);
    httpstatus__put_n(out, number, number_length);
    httpstatus__put(out, ".html");
    if (section > 0) {
      httpstatus__put(out, *text >= 'A' ? "#appendix-" : "#section-");
      httpstatus__put_n(out, text, section);
    }
    httpstatus__put(out, ")");
    text += section;
    const char *separator = text;
    while (text < end && (*text == ',' || *text == ';' || *text == ' ')) {
      text++;
    }
    httpstatus__put_n(out, separator, (size_t)(text - separator));
  }
}

static void put_markdown(httpstatus__page *page, const char *text, size_t length)
{
  httpstatus__out *out = &page->out;
  const char *end = text + length;
  while (text < end) {
    if (end - text > 5 && memcmp(text, "[RFC ", 5) == 0) {
      size_t citation = run_of(text, end, "]");
      httpstatus__put(out, "(");
      put_links(out, text + 1, text + citation);
      httpstatus__put(out, ")");
      text += citation + (text + citation < end);
    } else {
      if (strchr("\\`*_<>[]|#", *text) != NULL) {
        httpstatus__put(out, "\\");
      }
      httpstatus__put_n(out, text++, 1);
    }
  }
}

/* Both. */

static void put_line(httpstatus__page *page, const char *before, const char *text, const char *after)
{
  if (page->markdown) {
    httpstatus__put(&page->out, before);
    put_markdown(page, text, strlen(text));
    httpstatus__put(&page->out, after);
  } else {
    wrap(page, text, strlen(text), 0, 0);
  }
}

void httpstatus__title(httpstatus__page *page, const char *text)
{
  put_line(page, "# ", text, "\n");
}

void httpstatus__subtitle(httpstatus__page *page, const char *text)
{
  put_line(page, "\n*", text, "*\n");
}

void httpstatus__paragraph(httpstatus__page *page, const char *text)
{
  httpstatus__put_n(&page->out, "\n", 1);
  put_line(page, "", text, "\n");
}

void httpstatus__section(httpstatus__page *page, const char *title)
{
  httpstatus__put_n(&page->out, "\n", 1);
  put_line(page, "## ", title, "\n");
  if (page->markdown) {
    httpstatus__put(&page->out, "\n");
  }
}

static void put_indented(httpstatus__page *page, const char *sign, const char *text)
{
  size_t indent = strlen(sign);
  if (page->markdown) {
    httpstatus__put(&page->out, sign[0] == ' ' ? sign + 2 : sign);
    put_markdown(page, text, strlen(text));
    httpstatus__put(&page->out, "\n");
  } else {
    httpstatus__put_n(&page->out, sign, indent);
    wrap(page, text, strlen(text), indent, indent);
  }
}

void httpstatus__under(httpstatus__page *page, const char *text)
{
  put_indented(page, "  ", text);
}

void httpstatus__bullet(httpstatus__page *page, const char *text)
{
  put_indented(page, "- ", text);
}

void httpstatus__item(httpstatus__page *page, const char *label, const char *text, size_t length, bool first)
{
  enum { COLUMN = 11 };
  httpstatus__out *out = &page->out;
  if (first) {
    httpstatus__put_n(out, "\n", 1);
  }
  if (page->markdown) {
    httpstatus__put(out, "- **");
    httpstatus__put(out, label);
    httpstatus__put(out, ":** ");
    put_markdown(page, text, length);
    httpstatus__put(out, "\n");
  } else {
    size_t width = strlen(label);
    httpstatus__put_n(out, label, width);
    httpstatus__put_n(out, ":", 1);
    put_spaces(out, COLUMN - width - 1);
    wrap(page, text, length, COLUMN, COLUMN);
  }
}

/* JSON. The texts of the library are printable ASCII, and those of callers are made so first. */

void httpstatus__json_string(httpstatus__out *out, const char *text)
{
  if (text == NULL) {
    httpstatus__put(out, "null");
    return;
  }
  httpstatus__put(out, "\"");
  for (;;) {
    size_t plain = strcspn(text, "\"\\");
    httpstatus__put_n(out, text, plain);
    text += plain;
    if (*text == '\0') {
      break;
    }
    httpstatus__put_n(out, "\\", 1);
    httpstatus__put_n(out, text++, 1);
  }
  httpstatus__put(out, "\"");
}

static void put_json_value(httpstatus__out *out, const httpstatus_field *field, const void *record)
{
  size_t count = httpstatus_field_count(field, record);
  switch (field->type) {
  case HTTPSTATUS_FIELD_INT:
    httpstatus__put_int(out, httpstatus_field_number(field, record));
    break;
  case HTTPSTATUS_FIELD_BOOL:
    httpstatus__put(out, httpstatus_field_number(field, record) ? "true" : "false");
    break;
  case HTTPSTATUS_FIELD_STRING:
  case HTTPSTATUS_FIELD_WORD:
    httpstatus__json_string(out, httpstatus_field_text(field, record));
    break;
  case HTTPSTATUS_FIELD_SECONDS:
    if (httpstatus_field_seconds(field, record) == HTTPSTATUS_SECONDS_UNKNOWN) {
      httpstatus__put(out, "null");
    } else {
      httpstatus__put_int(out, httpstatus_field_seconds(field, record));
    }
    break;
  case HTTPSTATUS_FIELD_TEXT: {
    size_t length;
    char shown[HTTPSTATUS__SHOWN + 4];
    const char *text = httpstatus_field_slice(field, record, &length);
    httpstatus__shown(text, length, shown);
    httpstatus__json_string(out, text == NULL ? NULL : shown);
    break;
  }
  case HTTPSTATUS_FIELD_TOLD: {
    httpstatus_told told = httpstatus_field_told(field, record);
    httpstatus__put(out, told == HTTPSTATUS_TOLD_NOT_GIVEN ? "null" : told == HTTPSTATUS_TOLD_YES ? "true" : "false");
    break;
  }
  case HTTPSTATUS_FIELD_STRINGS:
  case HTTPSTATUS_FIELD_LIST:
    httpstatus__put(out, "[");
    for (size_t i = 0; i < count; i++) {
      httpstatus__put(out, i == 0 ? "" : ", ");
      if (field->type == HTTPSTATUS_FIELD_STRINGS) {
        httpstatus__json_string(out, httpstatus_field_string_at(field, record, i));
      } else {
        httpstatus__json_record(out, field->element, field->n_element, httpstatus_field_element_at(field, record, i));
      }
    }
    httpstatus__put(out, "]");
    break;
  }
}

void httpstatus__json_record(httpstatus__out *out, const httpstatus_field *fields, size_t n, const void *record)
{
  for (size_t i = 0; i < n; i++) {
    httpstatus__put(out, i == 0 ? "{" : ", ");
    httpstatus__json_string(out, fields[i].name);
    httpstatus__put(out, ": ");
    put_json_value(out, &fields[i], record);
  }
  httpstatus__put(out, "}");
}
