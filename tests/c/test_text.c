#include "test.h"

#include <limits.h>

/* Words. */

/* What the word functions should say: the place of the text among the words. */
static int expected(const char *const *words, size_t n, const char *text, size_t length)
{
  for (size_t i = 0; i < n; i++) {
    if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0) {
      return (int)i;
    }
  }
  return HTTPSTATUS_E_WORD;
}

#define WORDS(name, ...)                                                                                    \
  static void expect_##name(const char *const *words, size_t n, const char *text, size_t length)            \
  {                                                                                                         \
    char *copy = exact(text, length);                                                                       \
    httpstatus_##name value = (httpstatus_##name)77;                                                        \
    int place = expected(words, n, text, length);                                                           \
    assert_int_equal(httpstatus_##name##_from_word(copy, length, &value), place < 0 ? place : 0);           \
    assert_int_equal(value, place < 0 ? 77 : place); /* A failure leaves the value alone. */                \
    free(copy);                                                                                             \
  }                                                                                                         \
  static void words_of_##name(void **state)                                                                 \
  {                                                                                                         \
    (void)state;                                                                                            \
    static const char *const words[] = {__VA_ARGS__};                                                       \
    const int n = (int)COUNT(words);                                                                        \
    for (int i = 0; i < n; i++) {                                                                           \
      assert_string_equal(httpstatus_##name##_word((httpstatus_##name)i), words[i]);                        \
      for (size_t length = 0; length <= strlen(words[i]) + 1; length++) { /* From nothing to past its NUL. */ \
        expect_##name(words, COUNT(words), words[i], length);                                               \
      }                                                                                                     \
    }                                                                                                       \
    assert_null(httpstatus_##name##_word((httpstatus_##name)n));                                            \
    assert_null(httpstatus_##name##_word((httpstatus_##name)-1));                                           \
    assert_null(httpstatus_##name##_word((httpstatus_##name)INT_MAX));                                      \
    expect_##name(words, COUNT(words), "Unclear", 7);                                                       \
    expect_##name(words, COUNT(words), "unknown", 7);                                                       \
    httpstatus_##name value;                                                                                \
    assert_int_equal(httpstatus_##name##_from_word(NULL, 0, &value), HTTPSTATUS_E_WORD);                    \
    assert_int_equal(httpstatus_##name##_from_word(NULL, 7, &value), HTTPSTATUS_E_WORD);                    \
  }

WORDS(category, "invalid", "informational", "success", "redirection", "client_error", "server_error")
WORDS(registration, "assigned", "temporary", "reserved", "obsoleted", "unofficial")
WORDS(state, "active", "historic", "unclear")
WORDS(evidence, "primary", "secondary", "hearsay")
WORDS(on_wire, "wire", "header", "body", "log", "client", "unclear")
WORDS(field_type, "int", "bool", "string", "word", "strings", "list", "seconds", "text", "told")
WORDS(retry_after_form, "absent", "delay", "date", "invalid")
WORDS(fault, "none", "client", "origin", "gateway", "network", "unclear")
WORDS(level, "must", "should", "may", "must_not", "should_not")
WORDS(content_rule, "none", "tunnel", "must_be_empty", "allowed", "unknown")
WORDS(format, "text", "markdown", "json")
WORDS(role, "any", "client", "server")

static void errors(void **state)
{
  (void)state;
  const int last = HTTPSTATUS_E_MEMBER;
  assert_string_equal(httpstatus_error_text(0), "success");
  assert_string_equal(httpstatus_error_text(INT_MAX), "success");
  assert_string_equal(httpstatus_error_text(last - 1), "unknown error");
  assert_string_equal(httpstatus_error_text(INT_MIN), "unknown error");
  for (int error = HTTPSTATUS_E_WORD; error >= last; error--) {
    const char *text = httpstatus_error_text(error);
    assert_true(is_printable(text) && text[strlen(text) - 1] != '.');
    assert_string_not_equal(text, "unknown error");
    for (int other = HTTPSTATUS_E_WORD; other > error; other--) {
      assert_string_not_equal(text, httpstatus_error_text(other));
    }
  }
}

/* Finding. */

/* The number of rows for a text; *first is set to the first of them. */
static size_t find(const char *text, size_t length, const httpstatus_row **first)
{
  char *copy = exact(text, length);
  size_t n = httpstatus_find(copy, length, first, 1);
  assert_int_equal(httpstatus_find(copy, length, NULL, 0), n);
  free(copy);
  return n;
}

static void expect_nothing(const char *text, size_t length)
{
  const httpstatus_row *row = NULL;
  assert_int_equal(find(text, length, &row), 0);
  assert_null(row);
}

static void find_ignores_case_and_separators(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int code;
  } cases[] = {
    {"Not Found", 404}, {"NOT_FOUND", 404}, {"not-found", 404}, {"nOtFoUnD", 404}, {" _-n o t__f--ound_- ", 404},
    {"PAYLOAD_TOO_LARGE", 413}, {"request entity too large", 413}, {"Request-URI Too Large", 414},
    {"Moved Temporarily", 302}, {"method", 303}, {"Request Time-out", 408}, {"I'm a teapot", 418},
    {"im a teapot", 418}, {"Page Expired", 419}, {"HTTP_REQUEST_SENT_TO_HTTPS_PORT", 497},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    const httpstatus_row *row = NULL;
    assert_true(find(cases[i].text, strlen(cases[i].text), &row) > 0);
    assert_int_equal(row->code, cases[i].code);
  }
}

static void find_gives_registered_rows_first(void **state)
{
  (void)state;
  const httpstatus_row *rows[3] = {NULL};
  assert_int_equal(httpstatus_find("switch proxy", 12, rows, 3), 2);
  assert_string_equal(rows[0]->vendor, "iana");
  assert_string_equal(rows[1]->vendor, "ietf-draft");
  assert_null(rows[2]);
}

static void find_writes_no_more_than_there_is_room_for(void **state)
{
  (void)state;
  const char text[] = "client closed request";
  size_t n = httpstatus_find(text, strlen(text), NULL, 0);
  assert_true(n > 2);
  for (size_t capacity = 0; capacity <= n + 1; capacity++) {
    const httpstatus_row *rows[64] = {NULL};
    assert_int_equal(httpstatus_find(text, strlen(text), rows, capacity), n);
    for (size_t i = 0; i < capacity && i < n; i++) {
      assert_int_equal(rows[i]->code, 499);
      assert_true(i == 0 || rows[i - 1] < rows[i]); /* In the order of the registry. */
    }
    assert_null(rows[capacity < n ? capacity : n]);
  }
}

static void find_needs_the_whole_text(void **state)
{
  (void)state;
  expect_nothing("", 0);
  expect_nothing(" -_ ", 4);
  expect_nothing("not foun", 8);
  expect_nothing("not founds", 10);
  expect_nothing("not found.", 10);
  expect_nothing("404", 3);
  expect_nothing("not found\n", 10);
  expect_nothing("not found\0", 10);
  expect_nothing("not\0found", 9);
  expect_nothing("not\xc2\xa0" "found", 10); /* A no-break space is no space. */
  expect_nothing("\xc3", 1);
  expect_nothing("\xff\xfe\x80", 3);
  assert_int_equal(httpstatus_find(NULL, 0, NULL, 0), 0);
  assert_int_equal(httpstatus_find(NULL, 9, NULL, 0), 0);
}

/* Text is kept while it is compared, up to 95 letters; on neither side of that border may anything be overrun. */
static void find_takes_text_of_any_length(void **state)
{
  (void)state;
  for (size_t length = 90; length <= 100; length++) {
    char *text = repeated('a', length);
    expect_nothing(text, length);
    free(text);
  }
  size_t much = 10000000;
  char *text = repeated('a', much);
  expect_nothing(text, much);
  memset(text, ' ', much);
  expect_nothing(text, much);
  memcpy(text, "I'm a ", 6);
  memcpy(text + much - 6, "teapot", 6);
  const httpstatus_row *row;
  assert_int_equal(find(text, much, &row), 1);
  assert_int_equal(row->code, 418);
  free(text);
}

/* A row is found by what it is called, and nothing it is called is too long for find(). */
static void expect_to_find(const httpstatus_row *row, const char *text)
{
  if (text == NULL) {
    return;
  }
  const httpstatus_row *rows[64];
  size_t letters = 0;
  for (const char *c = text; *c != '\0'; c++) {
    letters += strchr(" _-", *c) == NULL;
  }
  assert_in_range(letters, 1, 95);
  size_t n = httpstatus_find(text, strlen(text), rows, COUNT(rows));
  assert_in_range(n, 1, COUNT(rows));
  while (n > 0 && rows[n - 1] != row) {
    n--;
  }
  assert_true(n > 0);
}

static void every_row_is_found_by_all_it_is_called(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    expect_to_find(row, row->name);
    expect_to_find(row, row->phrase);
    for (size_t i = 0; i < row->n_aliases; i++) {
      expect_to_find(row, row->aliases[i]);
    }
    for (size_t i = 0; i < row->n_history; i++) {
      expect_to_find(row, row->history[i].phrase);
    }
  }
}

/* Text that comes out. */

static int status_line_1_1(int code, char *buffer, size_t size)
{
  return httpstatus_status_line(code, NULL, 0, buffer, size);
}

/* Whatever the size of the buffer, the whole length is told, and what fits of the text is written with a NUL. */
static void expect_text(int (*write)(int code, char *buffer, size_t size), int code, const char *text)
{
  size_t length = strlen(text);
  assert_int_equal(write(code, NULL, 0), length);
  for (size_t size = 0; size <= length + 2; size++) {
    char *buffer = repeated('#', size);
    assert_int_equal(write(code, buffer, size), length);
    if (size > 0) {
      size_t fits = size <= length ? size - 1 : length;
      assert_memory_equal(buffer, text, fits);
      assert_int_equal(buffer[fits], '\0');
      assert_true(size <= length + 1 || buffer[length + 1] == '#');
    }
    free(buffer);
  }
}

static void labels(void **state)
{
  (void)state;
  expect_text(httpstatus_label, 404, "404 Not Found");
  expect_text(httpstatus_label, 418, "418 I'm a Teapot (reserved)");
  expect_text(httpstatus_label, 104, "104 Upload Resumption Supported (temporary)");
  expect_text(httpstatus_label, 510, "510 Not Extended (obsoleted)");
  expect_text(httpstatus_label, 499, "499 Client Closed Request (nginx)");
  expect_text(httpstatus_label, 463, "463 (aws-elb)");
  expect_text(httpstatus_label, 600, "600 (squid)");
  expect_text(httpstatus_label, 299, "299 (unassigned 2xx)");
  expect_text(httpstatus_label, 700, "700 (invalid)");
  expect_text(httpstatus_label, 0, "0 (invalid)");
  expect_text(httpstatus_label, INT_MIN, "-2147483648 (invalid)");
}

static void status_lines(void **state)
{
  (void)state;
  expect_text(status_line_1_1, 404, "HTTP/1.1 404 Not Found");
  expect_text(status_line_1_1, 100, "HTTP/1.1 100 Continue");
  expect_text(status_line_1_1, 299, "HTTP/1.1 299 Unassigned");
  expect_text(status_line_1_1, 700, "HTTP/1.1 700 Invalid");
  expect_text(status_line_1_1, 999, "HTTP/1.1 999 Request denied");
}

/* What a call that fails returns; it must not write. */
static int status_line(int code, const char *version, size_t length)
{
  char *copy = exact(version, length);
  char line[100] = "untouched";
  int result = httpstatus_status_line(code, copy, length, line, sizeof line);
  free(copy);
  if (result < 0) {
    assert_string_equal(line, "untouched");
  } else {
    assert_int_equal(result, strlen(line));
    assert_memory_equal(line, "HTTP/", 5);
    assert_memory_equal(line + 5, length > 0 ? version : "1.1", 3);
  }
  return result;
}

static void versions_of_a_status_line(void **state)
{
  (void)state;
  static const char *const good[] = {"", "1.0", "1.1", "1.9"};
  static const char *const bad[] = {
    "2", "1.", "1.10", "HTTP/1.1", "x.1", "1.x", "1,1", "2.0", "0.9", " 1.1", "1.1 ", "1./", "1.:",
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    assert_int_equal(status_line(404, good[i], strlen(good[i])), strlen("HTTP/1.1 404 Not Found"));
  }
  for (size_t i = 0; i < COUNT(bad); i++) {
    assert_int_equal(status_line(404, bad[i], strlen(bad[i])), HTTPSTATUS_E_VERSION);
  }
  assert_int_equal(status_line(404, "1.\0", 3), HTTPSTATUS_E_VERSION);
  assert_int_equal(status_line(404, "1.\xff", 3), HTTPSTATUS_E_VERSION);
  assert_true(httpstatus_status_line(404, NULL, 3, NULL, 0) > 0);
}

static void codes_of_a_status_line(void **state)
{
  (void)state;
  static const int bad[] = {INT_MIN, -404, -1, 0, 99, 1000, 65536 + 404, INT_MAX};
  for (size_t i = 0; i < COUNT(bad); i++) {
    assert_int_equal(status_line(bad[i], "1.1", 3), HTTPSTATUS_E_CODE);
  }
  for (int code = 100; code <= 999; code++) {
    assert_int_equal(status_line(code, "1.0", 3), strlen("HTTP/1.0 404 ") + strlen(httpstatus_reason(code)));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_of_category),
    cmocka_unit_test(words_of_registration),
    cmocka_unit_test(words_of_state),
    cmocka_unit_test(words_of_evidence),
    cmocka_unit_test(words_of_on_wire),
    cmocka_unit_test(words_of_field_type),
    cmocka_unit_test(words_of_retry_after_form),
    cmocka_unit_test(words_of_fault),
    cmocka_unit_test(words_of_level),
    cmocka_unit_test(words_of_content_rule),
    cmocka_unit_test(words_of_format),
    cmocka_unit_test(words_of_role),
    cmocka_unit_test(errors),
    cmocka_unit_test(find_ignores_case_and_separators),
    cmocka_unit_test(find_gives_registered_rows_first),
    cmocka_unit_test(find_writes_no_more_than_there_is_room_for),
    cmocka_unit_test(find_needs_the_whole_text),
    cmocka_unit_test(find_takes_text_of_any_length),
    cmocka_unit_test(every_row_is_found_by_all_it_is_called),
    cmocka_unit_test(labels),
    cmocka_unit_test(status_lines),
    cmocka_unit_test(versions_of_a_status_line),
    cmocka_unit_test(codes_of_a_status_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
