#include "test.h"

static int parse(const char *text, size_t length, httpstatus_parsed *parsed, size_t *position)
{
  char *copy = exact(text, length);
  int error = httpstatus_parse(copy, length, parsed, position);
  if (error == 0 && parsed->phrase != NULL) {
    parsed->phrase = text + (parsed->phrase - copy);
  }
  if (error == 0 && parsed->version != NULL) {
    parsed->version = text + (parsed->version - copy);
  }
  free(copy);
  return error;
}

static void reads(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int code;
    httpstatus_parse_kind kind;
    const char *version, *phrase;
  } good[] = {
    {"404", 404, HTTPSTATUS_PARSE_KIND_CODE, NULL, NULL},
    {"  404\t", 404, HTTPSTATUS_PARSE_KIND_CODE, NULL, NULL},
    {"404\r\n", 404, HTTPSTATUS_PARSE_KIND_CODE, NULL, NULL},
    {"999", 999, HTTPSTATUS_PARSE_KIND_CODE, NULL, NULL},
    {"042", 42, HTTPSTATUS_PARSE_KIND_CODE, NULL, NULL},
    {"404 Not Found", 404, HTTPSTATUS_PARSE_KIND_CODE_PHRASE, NULL, "Not Found"},
    {"404 \xe9t\xe9", 404, HTTPSTATUS_PARSE_KIND_CODE_PHRASE, NULL, "\xe9t\xe9"},
    {"HTTP/1.1 404 Not Found", 404, HTTPSTATUS_PARSE_KIND_STATUS_LINE, "1.1", "Not Found"},
    {"HTTP/1.1 404 Not Found\r\n", 404, HTTPSTATUS_PARSE_KIND_STATUS_LINE, "1.1", "Not Found"},
    {"HTTP/1.0 299 \r\n", 299, HTTPSTATUS_PARSE_KIND_STATUS_LINE, "1.0", NULL},
    {"HTTP/2 200", 200, HTTPSTATUS_PARSE_KIND_STATUS_LINE, "2", NULL},
    {"NOT_FOUND", 404, HTTPSTATUS_PARSE_KIND_NAME, NULL, NULL},
    {"ok", 200, HTTPSTATUS_PARSE_KIND_NAME, NULL, NULL},
    {"Request Entity Too Large", 413, HTTPSTATUS_PARSE_KIND_PHRASE, NULL, NULL},
    {"client closed request", 499, HTTPSTATUS_PARSE_KIND_PHRASE, NULL, NULL},
    {"-", 0, HTTPSTATUS_PARSE_KIND_NO_STATUS, NULL, NULL},
    {"0", 0, HTTPSTATUS_PARSE_KIND_NO_STATUS, NULL, NULL},
    {"000", 0, HTTPSTATUS_PARSE_KIND_NO_STATUS, NULL, NULL},
    {"009", 0, HTTPSTATUS_PARSE_KIND_NO_STATUS, NULL, NULL},
    {"-1", 0, HTTPSTATUS_PARSE_KIND_NO_STATUS, NULL, NULL},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    httpstatus_parsed parsed;
    assert_int_equal(parse(good[i].text, strlen(good[i].text), &parsed, NULL), 0);
    assert_int_equal(parsed.code, good[i].code);
    assert_int_equal(parsed.kind, good[i].kind);
    assert_int_equal(parsed.version != NULL, good[i].version != NULL);
    assert_int_equal(parsed.phrase != NULL, good[i].phrase != NULL);
    if (good[i].version != NULL) {
      assert_int_equal(parsed.version_length, strlen(good[i].version));
      assert_memory_equal(parsed.version, good[i].version, parsed.version_length);
    }
    if (good[i].phrase != NULL) {
      assert_int_equal(parsed.phrase_length, strlen(good[i].phrase));
      assert_memory_equal(parsed.phrase, good[i].phrase, parsed.phrase_length);
    }
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
    {"\r\n", HTTPSTATUS_E_EMPTY, 0},
    {"4", HTTPSTATUS_E_DIGITS, 1},
    {"99", HTTPSTATUS_E_DIGITS, 2},
    {"4040", HTTPSTATUS_E_DIGITS, 3},
    {" 4xx", HTTPSTATUS_E_DIGITS, 2},
    {"404x", HTTPSTATUS_E_DIGITS, 3},
    {"404 a\x01", HTTPSTATUS_E_CONTROL, 5},
    {"404 a\nb", HTTPSTATUS_E_CONTROL, 5},
    {"404 a\x7f", HTTPSTATUS_E_CONTROL, 5},
    {"HTTP/", HTTPSTATUS_E_STATUS_LINE, 5},
    {"HTTP/x", HTTPSTATUS_E_STATUS_LINE, 5},
    {"HTTP/1.", HTTPSTATUS_E_STATUS_LINE, 7},
    {"HTTP/1.10 200", HTTPSTATUS_E_STATUS_LINE, 8},
    {"HTTP/1.1", HTTPSTATUS_E_STATUS_LINE, 8},
    {"HTTP/1.1\t200", HTTPSTATUS_E_STATUS_LINE, 8},
    {"HTTP/1.1  200", HTTPSTATUS_E_DIGITS, 9},
    {"HTTP/1.1 20", HTTPSTATUS_E_DIGITS, 11},
    {"HTTP/1.1 2000", HTTPSTATUS_E_DIGITS, 12},
    {"HTTP/1.1 200x", HTTPSTATUS_E_STATUS_LINE, 12},
    {"http/1.1 200", HTTPSTATUS_E_NAME, 0},
    {"+404", HTTPSTATUS_E_NAME, 0},
    {"-2", HTTPSTATUS_E_NAME, 0},
    {"nothing like it", HTTPSTATUS_E_NAME, 0},
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    httpstatus_parsed parsed = {.code = 7};
    size_t position = 1000;
    assert_int_equal(parse(bad[i].text, strlen(bad[i].text), &parsed, &position), bad[i].error);
    assert_int_equal(position, bad[i].position);
    assert_int_equal(parsed.code, 7);
    assert_int_equal(parse(bad[i].text, strlen(bad[i].text), &parsed, NULL), bad[i].error);
  }
  httpstatus_parsed parsed;
  assert_int_equal(httpstatus_parse(NULL, 0, &parsed, NULL), HTTPSTATUS_E_EMPTY);
  assert_int_equal(httpstatus_parse(NULL, 5, &parsed, NULL), HTTPSTATUS_E_EMPTY);
  assert_int_equal(parse("404\0", 4, &parsed, NULL), HTTPSTATUS_E_DIGITS);
}

static void every_name_phrase_and_line_leads_back(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    httpstatus_parsed parsed;
    assert_int_equal(parse(row->name, strlen(row->name), &parsed, NULL), 0);
    const httpstatus_row *first;
    httpstatus_find(row->name, strlen(row->name), &first, 1);
    assert_int_equal(parsed.code, first->code);
  }
  for (int code = 100; code <= 999; code++) {
    char line[200];
    int length = httpstatus_status_line(code, NULL, 0, line, sizeof line);
    httpstatus_parsed parsed;
    assert_int_equal(parse(line, (size_t)length, &parsed, NULL), 0);
    assert_int_equal(parsed.code, code);
    assert_int_equal(parsed.phrase_length, strlen(httpstatus_reason(code)));
  }
}

static const char *message(const char *text)
{
  static char buffer[300];
  httpstatus_parsed parsed;
  size_t position;
  int error = httpstatus_parse(text, strlen(text), &parsed, &position);
  int length = httpstatus_parse_message(error, text, strlen(text), position, buffer, sizeof buffer);
  assert_int_equal(length, strlen(buffer));
  return buffer;
}

static void messages_help(void **state)
{
  (void)state;
  assert_string_equal(message("NOT_FUOND"),
                      "no status has this name or phrase at position 0: \"NOT_FUOND\"; did you mean 404 Not Found?");
  assert_string_equal(message("\xff\n"), "no status has this name or phrase at position 0: \"??\"");
  assert_string_equal(message("4040"),
                      "a status code has three digits, with a space after them or nothing at position 3: \"4040\"");
  assert_non_null(strstr(message("x y z x y z x y z x y z x y z x y z x y z x y z"), "z x y ...\""));
  assert_non_null(strstr(message("404 of a long text with a control character in it\n at last, and more"),
                         "\"...ntrol character in it? at last, and more\""));
  char *text = repeated('x', 100);
  char buffer[300];
  for (size_t position = 0; position <= 101; position++) { /* It is shown wherever it is, and 40 bytes with it. */
    memset(text, 'x', 100);
    text[position < 100 ? position : 99] = '#';
    httpstatus_parse_message(HTTPSTATUS_E_EMPTY, text, 100, position, buffer, sizeof buffer);
    const char *quoted = strchr(buffer, '"');
    assert_non_null(strchr(quoted, '#'));
    assert_int_equal(strspn(quoted + strspn(quoted, "\"."), "x#"), 40);
    assert_int_equal(strncmp(quoted, "\"...", 4) == 0, position > 20);
    assert_int_equal(strstr(quoted, "...\"") != NULL, position < 80);
  }
  free(text);
  assert_true(httpstatus_parse_message(HTTPSTATUS_E_NAME, NULL, 9, 0, NULL, 0) > 0);
  assert_true(httpstatus_parse_message(HTTPSTATUS_E_NAME, "x", 1, SIZE_MAX, NULL, 0) > 0);
}

static int first_of(const char *text)
{
  const httpstatus_row *rows[HTTPSTATUS_SEARCH_MAX];
  char *copy = exact(text, strlen(text));
  size_t n = httpstatus_search(copy, strlen(text), rows, COUNT(rows));
  free(copy);
  return n == 0 ? 0 : rows[0]->code;
}

static void search_guesses(void **state)
{
  (void)state;
  assert_int_equal(first_of("teapot"), 418);
  assert_int_equal(first_of("404"), 404);
  assert_int_equal(first_of("not fuond"), 404);
  assert_int_equal(first_of("forbiden"), 403);
  assert_int_equal(first_of("Payload Too Large"), 413);
  assert_int_equal(first_of("too many requests"), 429);
  assert_int_equal(first_of("redirect permanent"), 308);
  assert_int_equal(first_of("cloudflare dns"), 530);
  assert_int_equal(first_of("gateway time"), 504);
  assert_int_equal(first_of("lock"), 423);
  assert_int_equal(first_of("qqqq"), 0);
  assert_int_equal(first_of(""), 0);
  assert_int_equal(first_of(" \xff\t"), 0);
  FOR_EACH_ROW(row) {
    if (row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL && row->phrase != NULL) {
      assert_int_equal(first_of(row->phrase), row->code);
    }
  }
}

static void search_is_bounded(void **state)
{
  (void)state;
  const httpstatus_row *rows[100] = {NULL};
  assert_int_equal(httpstatus_search("4xx", 3, rows, 100), HTTPSTATUS_SEARCH_MAX);
  assert_null(rows[HTTPSTATUS_SEARCH_MAX]);
  assert_int_equal(httpstatus_search("4xx", 3, rows, 2), 2);
  assert_int_equal(httpstatus_search("4xx", 3, NULL, 0), 0);
  assert_int_equal(httpstatus_search(NULL, 3, rows, 2), 0);

  size_t length = 10 * 1000 * 1000;
  char *text = malloc(length);
  assert_non_null(text);
  memset(text, 'x', length);
  assert_int_equal(httpstatus_search(text, length, rows, 2), 0);
  memset(text, ' ', length);
  assert_int_equal(httpstatus_search(text, length, rows, 2), 0);
  httpstatus_parsed parsed;
  size_t position;
  assert_int_equal(httpstatus_parse(text, length, &parsed, &position), HTTPSTATUS_E_EMPTY);
  free(text);
}

static void kinds_have_words(void **state)
{
  (void)state;
  httpstatus_parse_kind kind = HTTPSTATUS_PARSE_KIND_CODE;
  for (int i = 0; i <= HTTPSTATUS_PARSE_KIND_NO_STATUS; i++) {
    const char *word = httpstatus_parse_kind_word((httpstatus_parse_kind)i);
    assert_int_equal(httpstatus_parse_kind_from_word(word, strlen(word), &kind), 0);
    assert_int_equal(kind, i);
  }
  assert_null(httpstatus_parse_kind_word((httpstatus_parse_kind)6));
  assert_int_equal(httpstatus_parse_kind_from_word("codes", 5, &kind), HTTPSTATUS_E_WORD);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads),
    cmocka_unit_test(refuses_and_says_where),
    cmocka_unit_test(every_name_phrase_and_line_leads_back),
    cmocka_unit_test(messages_help),
    cmocka_unit_test(search_guesses),
    cmocka_unit_test(search_is_bounded),
    cmocka_unit_test(kinds_have_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
