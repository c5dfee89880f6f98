/* Inside the core: the shapes that a text for a person is made of, as plain text and as Markdown, and JSON. */
#ifndef HTTPSTATUS_PAGE_H
#define HTTPSTATUS_PAGE_H

#include <stdbool.h>

#include "httpstatus/field.h"
#include "out.h"

typedef struct httpstatus__page {
  httpstatus__out out;
  bool markdown;
  size_t width; /* of plain text */
} httpstatus__page;

/* A line of its own, wrapped: the title, and what stands right under it. */
void httpstatus__title(httpstatus__page *page, const char *text);
void httpstatus__subtitle(httpstatus__page *page, const char *text);

/* A paragraph with a blank line before it; a section heading, under which paragraphs and bullets are indented. */
void httpstatus__paragraph(httpstatus__page *page, const char *text);
void httpstatus__section(httpstatus__page *page, const char *title);
void httpstatus__under(httpstatus__page *page, const char *text);
void httpstatus__bullet(httpstatus__page *page, const char *text);

/* An item with a label before it. The labels are at most nine columns wide. first: a blank line comes before it. */
void httpstatus__item(httpstatus__page *page, const char *label, const char *text, size_t length, bool first);

/* JSON: a string, and the members of a record by their descriptors, as an object. */
void httpstatus__json_string(httpstatus__out *out, const char *text);
void httpstatus__json_record(httpstatus__out *out, const httpstatus_field *fields, size_t n, const void *record);

#endif
