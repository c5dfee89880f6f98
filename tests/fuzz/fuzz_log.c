/*
 * Any bytes as a log in the formats that FORMATS lists, against the reference that reads a byte at a time: whole, in
 * pieces and in two parts. The first four bytes choose the format and the pieces.
 */
#include <httpstatus.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../c/log_reference.h"

static void expect(bool holds)
{
  if (!holds) {
    abort();
  }
}

static void expect_as_reference(const httpstatus_tally *tally, const reference *r, size_t size)
{
  expect(tally->lines == r->lines && tally->no_status == r->no_status && tally->recovered == r->recovered);
  expect(tally->unparsed == r->unparsed && tally->blank == r->blank && tally->bytes == size);
  expect(memcmp(tally->counts, r->counts, sizeof r->counts) == 0);
  expect(memcmp(tally->unparsed_at, r->unparsed_at, sizeof r->unparsed_at) == 0);
}

/* Feeds a copy of just the bytes, so that the sanitizer sees a read past the end. */
static int feed(httpstatus_tally *tally, const char *bytes, size_t size)
{
  char *copy = malloc(size + 1);
  expect(copy != NULL);
  memcpy(copy + 1, bytes, size);
  int error = httpstatus_tally_feed(tally, copy + 1, size);
  free(copy);
  return error;
}

static void in_pieces(httpstatus_tally *tally, const char *log, size_t size, uint32_t seed)
{
  for (size_t i = 0; i < size;) {
    seed = seed * 1664525 + 1013904223;
    size_t n = 1 + (seed >> 8) % (seed % 3 == 0 ? 7 : 200);
    n = n < size - i ? n : size - i;
    feed(tally, log + i, n);
    i += n;
  }
}

static void in_parts(httpstatus_tally *tally, const char *log, size_t size, size_t at)
{
  static httpstatus_tally part;
  while (at < size && log[at] != '\n') {
    at++;
  }
  at += at < size;
  feed(tally, log, at);
  if (httpstatus_tally_fork(&part, tally, at) == 0) {
    feed(&part, log + at, size - at);
    expect(httpstatus_tally_finish(&part) == 0 && httpstatus_tally_finish(tally) == 0);
    httpstatus_tally_merge(tally, &part);
  } else {
    feed(tally, log + at, size - at);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const formats[] = {FORMATS};
  static httpstatus_tally tally;
  static reference r;
  uint32_t seed;
  if (size < sizeof seed) {
    return 0;
  }
  memcpy(&seed, data, sizeof seed);
  const char *log = (const char *)data + sizeof seed;
  size -= sizeof seed;
  const char *format = formats[seed % (sizeof formats / sizeof formats[0])];

  expect(httpstatus_tally_init(&tally, format, strlen(format)) == 0);
  if (feed(&tally, log, size) != 0 || httpstatus_tally_finish(&tally) != 0) {
    return 0; /* UTF-16, or compressed. */
  }
  char told[HTTPSTATUS_TALLY_FORMAT];
  expect(httpstatus_tally_format(&tally, told, sizeof told) > 0);
  bool separated = strncmp(told, "csv", 3) == 0 || strncmp(told, "tsv", 3) == 0;
  if (separated && (told[3] == '\0' || told[4] < '0' || told[4] > '9')) {
    return 0; /* The reference knows no columns by name. */
  }
  ref_log(&r, told, log, size);
  expect_as_reference(&tally, &r, size);

  expect(httpstatus_tally_init(&tally, format, strlen(format)) == 0);
  in_pieces(&tally, log, size, seed);
  expect(httpstatus_tally_finish(&tally) == 0);
  expect_as_reference(&tally, &r, size);

  expect(httpstatus_tally_init(&tally, format, strlen(format)) == 0);
  in_parts(&tally, log, size, size == 0 ? 0 : seed % size);
  expect(httpstatus_tally_finish(&tally) == 0);
  expect_as_reference(&tally, &r, size);
  return 0;
}
