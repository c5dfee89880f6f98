/* Any bytes to the functions that find a status by text, and any int to those that take a code. */
#include "fuzz.h"

#include <limits.h>

/* The text of any int and of any bytes, with options out of the bytes; exactly as long as is told, and printable. */
static void explain(const char *text, size_t size, int code)
{
  static char whole[1 << 16];
  unsigned char first = size > 0 ? (unsigned char)text[0] : 0, last = size > 0 ? (unsigned char)text[size - 1] : 0;
  httpstatus_explain_options options = {
    .size = sizeof options,
    .format = (httpstatus_format)(first % 3),
    .role = (httpstatus_role)(first / 3 % 3),
    .full = first & 128,
    .width = last % 8 == 0 ? 0 : 20 + last,
    .method = text,
    .method_length = size / 2,
  };
  int lengths[] = {
    httpstatus_explain(code, &options, whole, sizeof whole),
    httpstatus_compare(code, first * 4, &options, whole, sizeof whole),
    httpstatus_explain_text(text, size, &options, whole, sizeof whole, NULL),
  };
  expect(lengths[0] > 0 && lengths[1] > 0);
  if (lengths[2] > 0) {
    expect(strlen(whole) == (size_t)lengths[2] && whole[lengths[2] - 1] == '\n');
    for (const char *at = whole; *at != '\0'; at++) {
      expect(*at == '\n' || (*at >= ' ' && *at <= '~'));
    }
  }
  options.vendor = text;
  options.vendor_length = size;
  expect(httpstatus_explain(code, &options, whole, 1) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  int code = INT_MAX;
  char buffer[64];
  memcpy(&code, data, size < sizeof code ? size : sizeof code);

  const httpstatus_row *rows[8];
  size_t found = httpstatus_find(text, size, rows, 8);
  for (size_t i = 0; i < found && i < 8; i++) {
    expect(httpstatus_entry(rows[i]->code, rows[i]->vendor, strlen(rows[i]->vendor)) == rows[i]);
  }

  const httpstatus_row *row = httpstatus_entry(code, text, size);
  expect(row == NULL || row->code == code);
  httpstatus_method_info info = httpstatus_method(text, size);
  expect(info.known || !(info.safe || info.idempotent || info.cacheable));
  expect(info.idempotent || !info.safe);

  httpstatus_parsed parsed;
  size_t position = SIZE_MAX;
  int error = httpstatus_parse(text, size, &parsed, &position);
  if (error == 0) {
    expect(parsed.code >= 0 && parsed.code <= 999 && position == SIZE_MAX);
    expect(parsed.phrase == NULL || (parsed.phrase > text && parsed.phrase + parsed.phrase_length <= text + size));
    expect(parsed.version == NULL || (parsed.version > text && parsed.version + parsed.version_length < text + size));
  } else {
    expect(position <= size);
    expect(httpstatus_parse_message(error, text, size, position, buffer, sizeof buffer) > 0);
  }
  expect(httpstatus_search(text, size, rows, 8) <= 8);

  /* What is read at a stroke is read step by step when a blank stands before it, and must be the same. */
  char *shifted = malloc(size + 1);
  expect(shifted != NULL);
  shifted[0] = ' ';
  memcpy(shifted + 1, text, size);
  httpstatus_parsed again;
  expect(httpstatus_parse(shifted, size + 1, &again, NULL) == error);
  if (error == 0) {
    expect(again.code == parsed.code && again.kind == parsed.kind && again.phrase_length == parsed.phrase_length);
    expect((again.phrase == NULL) == (parsed.phrase == NULL) && again.version_length == parsed.version_length);
  }
  free(shifted);
  explain(text, size, code);

  httpstatus_category category;
  expect(httpstatus_category_from_word(text, size, &category) < 0 ||
         strlen(httpstatus_category_word(category)) == size);

  int length = httpstatus_status_line(code, text, size, buffer, sizeof buffer);
  expect(length < 0 || strlen(buffer) == (size_t)length || (size_t)length >= sizeof buffer);
  expect(httpstatus_label(code, buffer, sizeof buffer) > 0);
  expect(httpstatus_reason(code)[0] != '\0');
  expect(httpstatus_effective(code) >= 100 && httpstatus_effective(code) <= 599);
  return 0;
}
