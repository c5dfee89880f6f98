#include "log_random.h"
#include "test.h"

enum { MOST = 300000 };

/* What the codes of an array are drawn from. */
enum { USUAL, ONE, UNIFORM, SMALL, ANY, WAYS };

static int64_t draw(int way, uint32_t *seed)
{
  static const int usual[] = {200, 200, 200, 200, 304, 304, 404, 301, 500, 599, 600, 999, 1000, 99, 0, -1};
  switch (way) {
  case USUAL:
    return usual[log_next(seed) % COUNT(usual)];
  case ONE:
    return 2;
  case UNIFORM:
    return log_next(seed) % 1100;
  case SMALL:
    return log_next(seed) % 3;
  default:
    return (int64_t)((uint64_t)log_next(seed) << (log_next(seed) % 40)) * (log_next(seed) % 2 ? 1 : -1);
  }
}

/* A value as an element of an array of that width holds it; those of 2 bytes are unsigned. */
static int64_t put(void *codes, size_t width, size_t i, int64_t value)
{
  if (width == 2) {
    return ((uint16_t *)codes)[i] = (uint16_t)value;
  }
  if (width == 4) {
    return ((int32_t *)codes)[i] = (int32_t)value;
  }
  return ((int64_t *)codes)[i] = value;
}

static void check(size_t width, size_t n, int way, bool nulls, uint32_t *seed)
{
  void *codes = malloc(n * width + (n == 0)); /* No byte more, so that the sanitizer sees a read past the end. */
  size_t offset = nulls ? log_next(seed) % 20 : 0;
  uint8_t *valid = nulls ? calloc((n + offset) / 8 + 1, 1) : NULL;
  uint8_t *expected = calloc(n + 1, 1), *got = malloc(n + 1);
  static httpstatus_code_counts counts, wanted;
  uint64_t categories[HTTPSTATUS_BULK_CATEGORIES] = {0}, wanted_categories[HTTPSTATUS_BULK_CATEGORIES] = {0};
  uint64_t n_nulls = 0;
  memset(&counts, 0, sizeof counts);
  memset(&wanted, 0, sizeof wanted);
  memset(got, 77, n + 1);
  expected[n] = 77;
  for (size_t i = 0; i < n; i++) {
    int64_t code = put(codes, width, i, draw(way, seed));
    bool there = valid == NULL || log_next(seed) % 4 != 0;
    if (!there) {
      wanted.nulls++;
      continue;
    }
    if (valid != NULL) {
      valid[(offset + i) / 8] |= (uint8_t)(1 << (offset + i) % 8);
    }
    ++*(code >= 0 && code <= 999 ? &wanted.codes[code] : &wanted.out_of_range);
    expected[i] = (uint8_t)httpstatus_classify(code >= 0 && code <= 999 ? (int)code : 0);
    wanted_categories[expected[i]]++;
  }
  assert_int_equal(httpstatus_classify_codes(codes, width, n, valid, offset, got), 0);
  assert_memory_equal(got, expected, n + 1);
  assert_int_equal(httpstatus_count_codes(codes, width, n, valid, offset, &counts), 0);
  assert_memory_equal(&counts, &wanted, sizeof counts);
  assert_int_equal(httpstatus_count_categories(codes, width, n, valid, offset, categories, &n_nulls), 0);
  assert_memory_equal(categories, wanted_categories, sizeof categories);
  assert_int_equal(n_nulls, wanted.nulls);
  free(codes);
  free(valid);
  free(expected);
  free(got);
}

static void arrays_are_counted_as_one_by_one(void **state)
{
  (void)state;
  static const size_t sizes[] = {2047, 2048, 2049, 5000, 65535, 65536, 65537, 70001, MOST};
  uint32_t seed = 404;
  for (size_t width = 2; width <= 8; width *= 2) {
    for (int way = 0; way < WAYS; way++) {
      for (int nulls = 0; nulls < 2; nulls++) {
        for (size_t n = 0; n < 150; n++) {
          check(width, n, way, nulls, &seed);
        }
        for (size_t i = 0; i < COUNT(sizes); i++) {
          check(width, sizes[i], way, nulls, &seed);
        }
      }
    }
  }
}

/* So many equal codes that a lane of 16 bits would overflow. */
static void counters_do_not_overflow(void **state)
{
  (void)state;
  size_t n = 16 * 65536 * 2 + 5;
  uint16_t *codes = malloc(n * sizeof *codes);
  for (size_t i = 0; i < n; i++) {
    codes[i] = 404;
  }
  httpstatus_code_counts *counts = calloc(1, sizeof *counts);
  uint64_t categories[HTTPSTATUS_BULK_CATEGORIES] = {0};
  assert_int_equal(httpstatus_count_codes(codes, 2, n, NULL, 0, counts), 0);
  assert_int_equal(counts->codes[404], n);
  assert_int_equal(httpstatus_count_categories(codes, 2, n, NULL, 0, categories, NULL), 0);
  assert_int_equal(categories[HTTPSTATUS_CATEGORY_CLIENT_ERROR], n);
  free(codes);
  free(counts);
}

static void other_widths_are_refused(void **state)
{
  (void)state;
  uint8_t byte = 0;
  uint64_t counts[HTTPSTATUS_BULK_CATEGORIES] = {0};
  httpstatus_code_counts *codes = calloc(1, sizeof *codes);
  for (size_t width = 0; width < 20; width++) {
    int expected = width == 2 || width == 4 || width == 8 ? 0 : HTTPSTATUS_E_BULK_WIDTH;
    assert_int_equal(httpstatus_classify_codes(NULL, width, 0, NULL, 0, &byte), expected);
    assert_int_equal(httpstatus_count_codes(NULL, width, 0, NULL, 0, codes), expected);
    assert_int_equal(httpstatus_count_categories(NULL, width, 0, NULL, 0, counts, NULL), expected);
  }
  free(codes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(arrays_are_counted_as_one_by_one),
    cmocka_unit_test(counters_do_not_overflow),
    cmocka_unit_test(other_widths_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
