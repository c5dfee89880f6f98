/* Any text as a format of logs, and what follows a newline in it as a log in that format. */
#include <httpstatus.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static httpstatus_tally tally;
  const uint8_t *log = memchr(data, '\n', size);
  size_t length = log == NULL ? size : (size_t)(log - data);
  if (httpstatus_tally_init(&tally, (const char *)data, length) != 0 || log == NULL) {
    return 0;
  }
  log++;
  if (httpstatus_tally_feed(&tally, log, size - length - 1) != 0 || httpstatus_tally_finish(&tally) != 0) {
    return 0;
  }
  uint64_t sum = tally.no_status + tally.unparsed + tally.blank;
  for (int code = 0; code < HTTPSTATUS_TALLY_CODES; code++) {
    sum += tally.counts[code];
  }
  if (sum != tally.lines) {
    abort();
  }
  return 0;
}
