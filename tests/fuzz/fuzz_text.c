/* Any bytes to the functions that find a status by text, and any int to those that take a code. */
#include "fuzz.h"

#include <limits.h>

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
