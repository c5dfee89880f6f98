/* Any bytes as a set and as a key of a map; and any bits as a set, which has to come back from its text. */
#include "fuzz.h"

static void expect_to_come_back(const httpstatus_set *set)
{
  char text[HTTPSTATUS_SET_TEXT];
  httpstatus_set again;
  size_t length = (size_t)httpstatus_set_text(set, text, sizeof text);
  expect(length < sizeof text && strlen(text) == length);
  expect(httpstatus_set_parse(text, length, &again, NULL) == 0 && httpstatus_set_equal(set, &again));
  expect(httpstatus_set_text(set, text, length / 2) == (int)length);

  int count = 0;
  for (int code = httpstatus_set_next(set, -1); code >= 0; code = httpstatus_set_next(set, code)) {
    expect(httpstatus_set_contains(set, code));
    count++;
  }
  again = httpstatus_set_complement(set);
  expect(count == httpstatus_set_count(set) && count + httpstatus_set_count(&again) == HTTPSTATUS_SET_CODES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  char message[64];
  httpstatus_set set = {{77}};
  size_t position = SIZE_MAX;
  int error = httpstatus_set_parse(text, size, &set, &position);
  if (error == 0) {
    expect(position == SIZE_MAX);
    expect_to_come_back(&set);
  } else {
    expect(position <= size && set.words[0] == 77);
    expect(httpstatus_parse_message(error, text, size, position, message, sizeof message) > 0);
  }

  position = SIZE_MAX;
  int slot = httpstatus_map_key(text, size, &position);
  expect(slot < 0 ? position <= size : slot < HTTPSTATUS_MAP_SLOTS && position == SIZE_MAX);
  for (int steps = 0; slot >= 0; slot = httpstatus_map_next(slot)) {
    expect(slot < HTTPSTATUS_MAP_SLOTS && steps++ < 3);
  }

  memset(&set, 0, sizeof set);
  for (size_t i = 0; i < size * 8; i++) {
    expect(httpstatus_set_add(&set, (int)i) == (i < HTTPSTATUS_SET_CODES));
    if (i < HTTPSTATUS_SET_CODES && (data[i / 8] >> i % 8 & 1) == 0) {
      set.words[i / 64] &= ~(UINT64_C(1) << i % 64);
    }
  }
  expect_to_come_back(&set);
  return 0;
}
