/* Dates and Retry-After: a time at which it is read, two options, and any bytes. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct {
    int64_t now;
    uint8_t options;
  } start = {0, 0};
  if (size < sizeof start) {
    return 0;
  }
  memcpy(&start, data, sizeof start);
  const int64_t *now = start.options & 1 ? &start.now : NULL;
  httpstatus_date_options options = {.now = now, .ignore_case = start.options & 2};
  const char *text = (const char *)data + sizeof start;
  size -= sizeof start;

  int64_t seconds = -77;
  size_t position = SIZE_MAX;
  int error = httpstatus_parse_http_date(text, size, &options, &seconds, &position);
  if (error == 0) {
    expect(seconds >= INT64_C(-62135596800) && seconds <= INT64_C(253402300800) && position == SIZE_MAX);
  } else {
    char message[64];
    expect(seconds == -77 && position <= size);
    expect(httpstatus_parse_message(error, text, size, position, message, sizeof message) > 0);
  }

  const httpstatus_line lines[] = {{text, size}, {text, size / 2}};
  for (size_t n = 0; n <= 2; n++) {
    httpstatus_retry_after wait = httpstatus_parse_retry_after(lines, n, now, start.options & 4 ? &start.now : NULL);
    expect(wait.seconds >= HTTPSTATUS_SECONDS_UNKNOWN && wait.seconds <= HTTPSTATUS_SECONDS_MAX);
    bool counts = wait.form == HTTPSTATUS_RETRY_AFTER_DELAY ||
                  (wait.form == HTTPSTATUS_RETRY_AFTER_DATE && (start.options & 5) != 0);
    expect(counts == (wait.seconds != HTTPSTATUS_SECONDS_UNKNOWN));
    expect(n == 1 || wait.form == (n == 0 ? HTTPSTATUS_RETRY_AFTER_ABSENT : HTTPSTATUS_RETRY_AFTER_INVALID));
    expect(n != 1 || options.ignore_case || error != 0 || wait.form == HTTPSTATUS_RETRY_AFTER_DATE);
  }
  return 0;
}
