#include "test.h"

#include <limits.h>
#include <stdio.h>

enum { CODES = 1000 };

static const httpstatus_set none;

static int parse(const char *text, size_t length, httpstatus_set *set, size_t *position)
{
  char *copy = exact(text, length);
  int error = httpstatus_set_parse(copy, length, set, position);
  free(copy);
  return error;
}

static httpstatus_set set_of(const char *text)
{
  httpstatus_set set;
  memset(&set, 0x55, sizeof set);
  size_t position = 5000;
  assert_int_equal(parse(text, strlen(text), &set, &position), 0);
  assert_int_equal(position, 5000);
  return set;
}

static const char *text_of(const httpstatus_set *set)
{
  static char text[HTTPSTATUS_SET_TEXT];
  int length = httpstatus_set_text(set, text, sizeof text);
  assert_int_equal(length, strlen(text));
  return text;
}

static void expect_equal(const httpstatus_set *a, const httpstatus_set *b)
{
  assert_memory_equal(a, b, sizeof *a);
  assert_true(httpstatus_set_equal(a, b));
}

/* A random number, the same ones each time. */
static uint32_t draw(void)
{
  static uint64_t state = 404;
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(state >> 33);
}

/* A random set of runs or of single codes, and of few or many. */
static httpstatus_set random_set(void)
{
  httpstatus_set set = none;
  uint32_t longest = 1 + draw() % 3 * 60, farthest = 1 + draw() % 300;
  for (uint32_t code = draw() % farthest; code < CODES; code += 1 + draw() % farthest) {
    for (uint32_t end = code + draw() % longest; code <= end; code++) {
      httpstatus_set_add(&set, (int)code);
    }
  }
  return set;
}

static void a_code_is_a_bit(void **state)
{
  (void)state;
  httpstatus_set set = none;
  static const int outside[] = {INT_MIN, -1001, -1000, -64, -1, 1000, 1001, 1023, 1024, 1064, 65536 + 404, INT_MAX};
  for (int code = 0; code < CODES; code++) {
    assert_false(httpstatus_set_contains(&set, code));
    assert_true(httpstatus_set_add(&set, code));
    assert_true(httpstatus_set_contains(&set, code));
    assert_int_equal(set.words[code / 64] >> (code % 64), 1);
    assert_int_equal(httpstatus_set_count(&set), code + 1);
  }
  httpstatus_set all = set;
  for (size_t i = 0; i < COUNT(outside); i++) {
    assert_false(httpstatus_set_contains(&set, outside[i]));
    assert_false(httpstatus_set_add(&set, outside[i]));
  }
  expect_equal(&set, &all);
  all = httpstatus_set_complement(&none);
  expect_equal(&set, &all);
}

static void reads_and_writes(void **state)
{
  (void)state;
  static const struct {
    const char *text, *canonical;
  } good[] = {
    {"404", "404"}, {"0", "0"}, {"999", "999"}, {"042", "42"}, {"000", "0"}, {"7", "7"}, {"301-308", "301-308"},
    {"404-404", "404"}, {"200,201", "200-201"}, {"201,200,404", "200-201,404"}, {"4xx", "4xx"}, {"4XX", "4xx"},
    {"400-499", "4xx"}, {"400-500", "400-500"}, {"4xx,5xx", "400-599"}, {"0xx", "0xx"}, {"9xx", "9xx"},
    {"399-499", "399-499"}, {"2xx,301-308,!305", "2xx,301-304,306-308"}, {"!404", "0-403,405-999"}, {"0-999", "0-999"},
    {"!0-999", "!0-999"}, {"404,!404", "!0-999"}, {"!404,404", "0-999"}, {"404,!4xx,404", "404"},
    {"!4xx,!5xx", "0-399,600-999"},
    {"404,404,!500", "404"}, {" 404 ,\t500\t", "404,500"}, {" !404", "0-403,405-999"},
    {"@client_error", "4xx"}, {"@informational,@success", "100-299"}, {"@redirection,!304", "300-303,305-399"},
    {"@server_error", "5xx"}, {"@invalid", "0xx,600-999"}, {"@error", "0xx,400-999"}, {"!@error", "100-399"},
    {"@error,!@invalid", "400-599"}, {"@vendor:linkedin", "999"}, {" @success , 404 ", "2xx,404"},
    {"@vendor:iana,!1xx,!2xx,!4xx,!5xx", "300-308"}, {"@registered,!2xx,!3xx,!4xx,!5xx", "100-104"},
    {"@retryable,!5xx,!@invalid", "408,421,425,429"}, {"@null_body", "101,103,204-205,304"},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    httpstatus_set set = set_of(good[i].text);
    assert_string_equal(text_of(&set), good[i].canonical);
  }
}

/* Each name against the function that it is named after. */
static void named_sets(void **state)
{
  (void)state;
  httpstatus_set error = set_of("@error"), known = set_of("@known"), registered = set_of("@registered");
  httpstatus_set retryable = set_of("@retryable");
  for (int code = 0; code < CODES; code++) {
    int effective = httpstatus_effective(code);
    bool retry = effective == 408 || effective == 421 || effective == 425 || effective == 429 || effective == 500 ||
                 effective == 502 || effective == 503 || effective == 504;
    assert_int_equal(httpstatus_set_contains(&error, code), httpstatus_is_error(code));
    assert_int_equal(httpstatus_set_contains(&known, code), httpstatus_is_known(code));
    assert_int_equal(httpstatus_set_contains(&registered, code), httpstatus_is_registered(code));
    assert_int_equal(httpstatus_set_contains(&retryable, code), retry);
  }
  for (int i = 0; httpstatus_category_word((httpstatus_category)i) != NULL; i++) {
    char text[64];
    snprintf(text, sizeof text, "@%s", httpstatus_category_word((httpstatus_category)i));
    httpstatus_set set = set_of(text);
    for (int code = 0; code < CODES; code++) {
      assert_int_equal(httpstatus_set_contains(&set, code), httpstatus_classify(code) == (httpstatus_category)i);
    }
  }
  for (size_t i = 0; httpstatus_vendor(i) != NULL; i++) {
    char text[64];
    snprintf(text, sizeof text, "@vendor:%s", httpstatus_vendor(i));
    httpstatus_set set = set_of(text), rows = none;
    FOR_EACH_ROW(row) {
      if (strcmp(row->vendor, httpstatus_vendor(i)) == 0) {
        assert_true(httpstatus_set_add(&rows, row->code));
      }
    }
    expect_equal(&set, &rows);
  }
}

static void refuses_and_says_where(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int error;
    size_t position;
  } bad[] = {
    {"", HTTPSTATUS_E_EMPTY, 0},
    {" \t", HTTPSTATUS_E_EMPTY, 2},
    {",", HTTPSTATUS_E_ITEM, 0},
    {"404,", HTTPSTATUS_E_ITEM, 4},
    {"404, ", HTTPSTATUS_E_ITEM, 5},
    {",404", HTTPSTATUS_E_ITEM, 0},
    {"404,,500", HTTPSTATUS_E_ITEM, 4},
    {"404, ,500", HTTPSTATUS_E_ITEM, 5},
    {"!", HTTPSTATUS_E_ITEM, 1},
    {"404,!", HTTPSTATUS_E_ITEM, 5},
    {"!,404", HTTPSTATUS_E_ITEM, 1},
    {"!!404", HTTPSTATUS_E_ITEM, 1},
    {"! 404", HTTPSTATUS_E_ITEM, 1},
    {"404 500", HTTPSTATUS_E_ITEM, 4},
    {"404;500", HTTPSTATUS_E_ITEM, 3},
    {"1000", HTTPSTATUS_E_ITEM, 3},
    {"0404", HTTPSTATUS_E_ITEM, 3},
    {"404,-1", HTTPSTATUS_E_ITEM, 4},
    {"+404", HTTPSTATUS_E_ITEM, 0},
    {"404.0", HTTPSTATUS_E_ITEM, 3},
    {"404-", HTTPSTATUS_E_ITEM, 4},
    {"-404", HTTPSTATUS_E_ITEM, 0},
    {"404 - 500", HTTPSTATUS_E_ITEM, 4},
    {"404- 500", HTTPSTATUS_E_ITEM, 4},
    {"404--500", HTTPSTATUS_E_ITEM, 4},
    {"404-500-600", HTTPSTATUS_E_ITEM, 7},
    {"404-1000", HTTPSTATUS_E_ITEM, 7},
    {"400-4xx", HTTPSTATUS_E_RANGE, 0},
    {"4xx-5xx", HTTPSTATUS_E_ITEM, 3},
    {"4x", HTTPSTATUS_E_ITEM, 1},
    {"4xy", HTTPSTATUS_E_ITEM, 1},
    {"4xxx", HTTPSTATUS_E_ITEM, 3},
    {"40x", HTTPSTATUS_E_ITEM, 2},
    {"xxx", HTTPSTATUS_E_ITEM, 0},
    {"404\n", HTTPSTATUS_E_ITEM, 3},
    {"\n404", HTTPSTATUS_E_ITEM, 0},
    {"error", HTTPSTATUS_E_ITEM, 0},
    {"Not Found", HTTPSTATUS_E_ITEM, 0},
    {"308-301", HTTPSTATUS_E_RANGE, 0},
    {"404, !308-301", HTTPSTATUS_E_RANGE, 6},
    {"@", HTTPSTATUS_E_SET, 0},
    {"@,404", HTTPSTATUS_E_SET, 0},
    {"@erro", HTTPSTATUS_E_SET, 0},
    {"@errors", HTTPSTATUS_E_SET, 0},
    {"@ error", HTTPSTATUS_E_SET, 0},
    {"@Error", HTTPSTATUS_E_SET, 0},
    {"404, !@nginx", HTTPSTATUS_E_SET, 6},
    {"@4xx", HTTPSTATUS_E_SET, 0},
    {"@vendor", HTTPSTATUS_E_SET, 0},
    {"@vendor:", HTTPSTATUS_E_SET, 0},
    {"2xx,@vendor:nobody,404", HTTPSTATUS_E_SET, 4},
    {"@vendor:NGINX", HTTPSTATUS_E_SET, 0},
    {"@vendor: nginx", HTTPSTATUS_E_SET, 0},
    {"@error @known", HTTPSTATUS_E_ITEM, 7},
    {"@error\n", HTTPSTATUS_E_SET, 0},
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    httpstatus_set set = {{77}};
    size_t position = 5000;
    assert_int_equal(parse(bad[i].text, strlen(bad[i].text), &set, &position), bad[i].error);
    assert_int_equal(position, bad[i].position);
    assert_int_equal(set.words[0], 77);
    assert_int_equal(parse(bad[i].text, strlen(bad[i].text), &set, NULL), bad[i].error);
  }
  httpstatus_set set;
  size_t position;
  assert_int_equal(parse("404\0", 4, &set, &position), HTTPSTATUS_E_ITEM);
  assert_int_equal(position, 3);
  assert_int_equal(parse("@error\0", 7, &set, NULL), HTTPSTATUS_E_SET);
  assert_int_equal(parse("\xff", 1, &set, NULL), HTTPSTATUS_E_ITEM);
  assert_int_equal(parse("\xd9\xa4", 2, &set, NULL), HTTPSTATUS_E_ITEM);
  assert_int_equal(httpstatus_set_parse(NULL, 5, &set, NULL), HTTPSTATUS_E_EMPTY);
}

/* A text that goes on for ever, of one byte, and of one item. */
static void endless_texts(void **state)
{
  (void)state;
  const size_t much = 10000000;
  httpstatus_set set;
  size_t position;
  for (const char *c = " ,!@9x-\xff"; *c != '\0'; c++) {
    char *text = repeated(*c, much);
    assert_true(httpstatus_set_parse(text, much, &set, &position) < 0);
    assert_in_range(position, 0, much);
    free(text);
  }
  char *text = repeated(',', much);
  for (size_t i = 0; i < much; i += 2) {
    text[i] = '5';
  }
  assert_int_equal(httpstatus_set_parse(text, much - 1, &set, &position), 0);
  assert_string_equal(text_of(&set), "5");
  free(text);
}

static void ten_thousand_sets_come_back(void **state)
{
  (void)state;
  for (int i = 0; i < 10000; i++) {
    httpstatus_set set = random_set();
    httpstatus_set again = set_of(text_of(&set));
    expect_equal(&set, &again);
    /* One item for each run, so no text is shorter by leaving anything out. */
    int runs = 0, items = 1;
    for (int code = 0; code < CODES; code++) {
      runs += httpstatus_set_contains(&set, code) && !httpstatus_set_contains(&set, code - 1);
    }
    for (const char *c = text_of(&set); *c != '\0'; c++) {
      items += *c == ',';
    }
    assert_int_equal(items, runs == 0 ? 1 : runs);
  }
}

static void operations(void **state)
{
  (void)state;
  for (int i = 0; i < 1000; i++) {
    httpstatus_set a = random_set(), b = i % 10 == 0 ? a : random_set();
    httpstatus_set either = httpstatus_set_union(&a, &b), both = httpstatus_set_intersection(&a, &b);
    httpstatus_set only = httpstatus_set_difference(&a, &b), not = httpstatus_set_complement(&a);
    bool equal = true;
    int count = 0, next = httpstatus_set_next(&a, INT_MIN);
    for (int code = 0; code < CODES; code++) {
      bool in_a = httpstatus_set_contains(&a, code), in_b = httpstatus_set_contains(&b, code);
      assert_int_equal(httpstatus_set_contains(&either, code), in_a || in_b);
      assert_int_equal(httpstatus_set_contains(&both, code), in_a && in_b);
      assert_int_equal(httpstatus_set_contains(&only, code), in_a && !in_b);
      assert_int_equal(httpstatus_set_contains(&not, code), !in_a);
      assert_int_equal(next == code, in_a);
      if (in_a) {
        next = httpstatus_set_next(&a, code);
        count++;
      } else {
        assert_int_equal(httpstatus_set_next(&a, code), next);
      }
      equal = equal && in_a == in_b;
    }
    assert_int_equal(next, -1);
    assert_int_equal(httpstatus_set_count(&a), count);
    assert_int_equal(httpstatus_set_count(&not), CODES - count);
    assert_int_equal(httpstatus_set_equal(&a, &b), equal);
    assert_true((either.words[15] | both.words[15] | only.words[15] | not.words[15]) >> 40 == 0);
  }
  httpstatus_set all = set_of("0-999");
  assert_int_equal(httpstatus_set_next(&all, -1), 0);
  assert_int_equal(httpstatus_set_next(&all, 998), 999);
  assert_int_equal(httpstatus_set_next(&all, 999), -1);
  assert_int_equal(httpstatus_set_next(&all, 1000), -1);
  assert_int_equal(httpstatus_set_next(&all, INT_MAX), -1);
  assert_int_equal(httpstatus_set_next(&none, -1), -1);
}

/* Whatever the size of the buffer, the whole length is told, and what fits of the text is written with a NUL. */
static void texts_of_any_size(void **state)
{
  (void)state;
  static const char *const texts[] = {"!0-999", "2xx,301-304,306-308", "0,2,4-999"};
  for (size_t i = 0; i < COUNT(texts); i++) {
    httpstatus_set set = set_of(texts[i]);
    size_t length = strlen(texts[i]);
    assert_int_equal(httpstatus_set_text(&set, NULL, 0), length);
    for (size_t size = 1; size <= length + 2; size++) {
      char *buffer = repeated('#', size);
      assert_int_equal(httpstatus_set_text(&set, buffer, size), length);
      size_t fits = size <= length ? size - 1 : length;
      assert_memory_equal(buffer, texts[i], fits);
      assert_int_equal(buffer[fits], '\0');
      assert_true(size <= length + 1 || buffer[length + 1] == '#');
      free(buffer);
    }
  }
  /* Nothing has a longer text than every third code left out, down from the last but one. */
  httpstatus_set set = set_of("0-999");
  for (int code = 2; code < CODES; code += 3) {
    set.words[code / 64] &= ~(UINT64_C(1) << code % 64);
  }
  assert_int_equal(strlen(text_of(&set)), HTTPSTATUS_SET_TEXT - 1);
}

/* Maps. */

static void keys(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int slot;
  } good[] = {
    {"404", 404}, {"0", 0}, {"042", 42}, {"999", 999}, {"0XX", 1000}, {"4XX", 1004}, {"4xx", 1004}, {"9xX", 1009},
    {"default", 1010},
  };
  static const struct {
    const char *text;
    size_t position;
  } bad[] = {
    {"", 0}, {"Default", 0}, {"defaults", 0}, {"defaul", 0}, {"1000", 3}, {"-1", 0}, {"4x", 1}, {"4xxx", 3}, {"40x", 2},
    {"404 ", 3}, {" 404", 0}, {"400-499", 3}, {"@error", 0}, {"404,405", 3}, {"!404", 0}, {"*", 0}, {"\xff", 0},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    char *copy = exact(good[i].text, strlen(good[i].text));
    size_t position = 5000;
    assert_int_equal(httpstatus_map_key(copy, strlen(good[i].text), &position), good[i].slot);
    assert_int_equal(position, 5000);
    free(copy);
  }
  for (size_t i = 0; i < COUNT(bad); i++) {
    char *copy = exact(bad[i].text, strlen(bad[i].text));
    size_t position = 5000;
    assert_int_equal(httpstatus_map_key(copy, strlen(bad[i].text), &position), HTTPSTATUS_E_KEY);
    assert_int_equal(position, bad[i].position);
    assert_int_equal(httpstatus_map_key(copy, strlen(bad[i].text), NULL), HTTPSTATUS_E_KEY);
    free(copy);
  }
  assert_int_equal(httpstatus_map_key("404\0", 4, NULL), HTTPSTATUS_E_KEY);
  assert_int_equal(httpstatus_map_key("default\0", 8, NULL), HTTPSTATUS_E_KEY);
  assert_int_equal(httpstatus_map_key(NULL, 7, NULL), HTTPSTATUS_E_KEY);
}

static void the_most_specific_key_answers(void **state)
{
  (void)state;
  for (int code = 0; code < CODES; code++) {
    int slot = httpstatus_map_first(code);
    assert_int_equal(slot, code);
    slot = httpstatus_map_next(slot);
    assert_int_equal(slot, 1000 + code / 100);
    slot = httpstatus_map_next(slot);
    assert_int_equal(slot, 1010);
    assert_int_equal(httpstatus_map_next(slot), -1);
  }
  static const int outside[] = {INT_MIN, -404, -1, 1000, 1004, 1010, INT_MAX};
  for (size_t i = 0; i < COUNT(outside); i++) {
    assert_int_equal(httpstatus_map_first(outside[i]), HTTPSTATUS_MAP_SLOTS - 1);
  }
  assert_int_equal(httpstatus_map_next(-1), -1);
  assert_int_equal(httpstatus_map_next(INT_MIN), -1);
  assert_int_equal(httpstatus_map_next(HTTPSTATUS_MAP_SLOTS), -1);
  assert_int_equal(httpstatus_map_next(INT_MAX), -1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_code_is_a_bit),
    cmocka_unit_test(reads_and_writes),
    cmocka_unit_test(named_sets),
    cmocka_unit_test(refuses_and_says_where),
    cmocka_unit_test(endless_texts),
    cmocka_unit_test(ten_thousand_sets_come_back),
    cmocka_unit_test(operations),
    cmocka_unit_test(texts_of_any_size),
    cmocka_unit_test(keys),
    cmocka_unit_test(the_most_specific_key_answers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
