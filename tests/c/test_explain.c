/* explain and compare: any int and any bytes get a text or an error, and texts keep to their buffers and widths. */
#include <limits.h>

#include "test.h"

#define OPTIONS(...) (&(httpstatus_explain_options){.size = sizeof(httpstatus_explain_options), __VA_ARGS__})
#define TEXT(member, literal) .member = literal, .member##_length = sizeof literal - 1

static char text[1 << 16];

static void test_every_int(void **state)
{
  (void)state;
  for (int code = -20; code < 1100; code++) {
    for (int format = 0; httpstatus_format_word((httpstatus_format)format) != NULL; format++) {
      for (int full = 0; full < 2; full++) {
        const httpstatus_explain_options *options = OPTIONS(.format = (httpstatus_format)format, .full = full);
        int length = httpstatus_explain(code, options, text, sizeof text);
        assert_in_range(length, 40, sizeof text - 1);
        assert_int_equal(strlen(text), length);
        assert_int_equal(text[length - 1], '\n');
        for (const char *at = text; *at != '\0'; at++) {
          assert_true(*at == '\n' || (*at >= ' ' && *at <= '~'));
        }
      }
    }
  }
  const int far[] = {INT_MIN, INT_MIN + 1, -1000000, 65535, 1000000, INT_MAX};
  for (size_t i = 0; i < COUNT(far); i++) {
    assert_true(httpstatus_explain(far[i], NULL, text, sizeof text) > 0);
    assert_true(httpstatus_compare(far[i], 404, NULL, text, sizeof text) > 0);
  }
}

/* Each size of buffer gets as much of the text as fits, and the same length is told. */
static void test_buffers(void **state)
{
  (void)state;
  char *whole = malloc(1 << 16);
  for (int format = 0; httpstatus_format_word((httpstatus_format)format) != NULL; format++) {
    const httpstatus_explain_options *options = OPTIONS(.format = (httpstatus_format)format);
    int length = httpstatus_explain(404, options, whole, 1 << 16);
    assert_int_equal(httpstatus_explain(404, options, NULL, 0), length);
    for (size_t size = 1; size <= (size_t)length + 2; size += 7) {
      char *buffer = repeated('x', size);
      assert_int_equal(httpstatus_explain(404, options, buffer, size), length);
      size_t written = size <= (size_t)length ? size - 1 : (size_t)length;
      assert_memory_equal(buffer, whole, written);
      assert_int_equal(buffer[written], '\0');
      free(buffer);
    }
  }
  free(whole);
}

static void test_width(void **state)
{
  (void)state;
  static const int widths[] = {20, 33, 79, 80, 200, 1000};
  for (size_t i = 0; i < COUNT(widths); i++) {
    for (int code = 100; code < 600; code++) {
      httpstatus_explain(code, OPTIONS(.full = true, .width = widths[i]), text, sizeof text);
      const char *line = text;
      for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        assert_true(end == line || end[-1] != ' ');
        /* Only a single word may be wider. */
        const char *first = line + strspn(line, " -");
        bool one_word = memchr(first, ' ', (size_t)(end - first)) == NULL;
        assert_true(end - line <= widths[i] || one_word);
      }
    }
  }
  assert_int_equal(httpstatus_explain(404, OPTIONS(.width = 80), NULL, 0), httpstatus_explain(404, NULL, NULL, 0));
  assert_int_equal(httpstatus_explain(404, OPTIONS(.width = 19), text, sizeof text), HTTPSTATUS_E_WIDTH);
  assert_int_equal(httpstatus_explain(404, OPTIONS(.width = -1), text, sizeof text), HTTPSTATUS_E_WIDTH);
  assert_int_equal(httpstatus_compare(404, 410, OPTIONS(.width = 1001), text, sizeof text), HTTPSTATUS_E_WIDTH);
}

static bool explains(int code, const httpstatus_explain_options *options, const char *wanted)
{
  httpstatus_explain(code, options, text, sizeof text);
  return strstr(text, wanted) != NULL;
}

static void test_vendor(void **state)
{
  (void)state;
  assert_true(explains(451, NULL, "451 Unavailable For Legal Reasons\n"));
  assert_true(explains(451, OPTIONS(TEXT(vendor, "exchange")), "451 Redirect (exchange)\n"));
  assert_true(explains(451, OPTIONS(TEXT(vendor, "exchange")), "- registered, sent in responses"));
  /* A vendor without a meaning of its own for the number. */
  assert_true(explains(404, OPTIONS(TEXT(vendor, "nginx")), "404 Not Found\n"));
  assert_int_equal(httpstatus_explain(404, OPTIONS(TEXT(vendor, "ngin")), text, sizeof text), HTTPSTATUS_E_VENDOR);
  assert_int_equal(httpstatus_explain(299, OPTIONS(TEXT(vendor, "x")), text, sizeof text), HTTPSTATUS_E_VENDOR);
}

static void test_role(void **state)
{
  (void)state;
  assert_true(explains(404, NULL, "Received:") && explains(404, NULL, "Sending:"));
  assert_false(explains(404, OPTIONS(.role = HTTPSTATUS_ROLE_CLIENT), "Sending:"));
  assert_false(explains(404, OPTIONS(.role = HTTPSTATUS_ROLE_SERVER), "Received:"));
  assert_false(explains(404, OPTIONS(.full = true, .role = HTTPSTATUS_ROLE_CLIENT), "If you send it"));
}

static void test_method(void **state)
{
  (void)state;
  assert_true(explains(404, OPTIONS(.width = 200, TEXT(method, "HEAD")), "no content"));
  assert_true(explains(200, OPTIONS(TEXT(method, "CONNECT")), "tunnel"));
  assert_true(explains(503, OPTIONS(.width = 200, TEXT(method, "POST")), "neither safe nor idempotent"));
  assert_true(explains(299, OPTIONS(.width = 200, TEXT(method, "a\xff\n\"")), "a??\" is no registered method"));
  assert_true(explains(299, OPTIONS(.format = HTTPSTATUS_FORMAT_JSON, TEXT(method, "\"\\\x01")), "\"\\\"\\\\?\""));
}

static void test_unknown(void **state)
{
  (void)state;
  assert_true(explains(299, NULL, "299 (unassigned 2xx)\n") && explains(299, NULL, "200 OK"));
  assert_true(explains(299, NULL, "Warning field") && explains(110, NULL, "Response is Stale"));
  assert_true(explains(650, NULL, "650 (invalid)\n"));
  assert_true(explains(650, OPTIONS(.width = 200), "500 Internal Server Error"));
  assert_true(explains(0, NULL, "curl write-out"));
}

static int explain_text(const char *given, size_t length, size_t *position)
{
  char *copy = exact(given, length);
  int result = httpstatus_explain_text(copy, length, NULL, text, sizeof text, position);
  free(copy);
  return result;
}

static void test_text(void **state)
{
  (void)state;
  size_t position = 99;
  static const char *const found[][2] = {
    {"404", "404 Not Found\n"},
    {"HTTP/1.1 404 Nope\r\n", "404 Not Found\n"},
    {"payload too large", "413 Content Too Large\n"},
    {"Page Expired", "419 Page Expired (laravel)\n"},
    {"Token Required", "499 Token Required (arcgis)\n"},
    {" 000 ", "000 (no status)\n"},
    {"-", "- (no status)\n"},
    {"H12", "H12 (not a status code)\n"},
    {"404.13", "404.13 (not a status code)\n"},
    {"1020", "1020 (not a status code)\n"},
    {"1777", "1777 (not a status code)\n"},
  };
  for (size_t i = 0; i < COUNT(found); i++) {
    assert_true(explain_text(found[i][0], strlen(found[i][0]), &position) > 0);
    assert_memory_equal(text, found[i][1], strlen(found[i][1]));
  }
  assert_int_equal(position, 99);
  assert_int_equal(explain_text("", 0, &position), HTTPSTATUS_E_EMPTY);
  assert_int_equal(explain_text("4040x", 5, &position), HTTPSTATUS_E_DIGITS);
  assert_int_equal(position, 3);
  assert_int_equal(explain_text("no such thing", 13, NULL), HTTPSTATUS_E_NAME);
  assert_int_equal(httpstatus_explain_text(NULL, 5, NULL, text, sizeof text, NULL), HTTPSTATUS_E_EMPTY);
  assert_int_equal(explain_text("0000000000000000000000000404", 28, NULL), HTTPSTATUS_E_DIGITS);
}

static void test_markdown(void **state)
{
  (void)state;
  const httpstatus_explain_options *options = OPTIONS(.format = HTTPSTATUS_FORMAT_MARKDOWN, .full = true);
  assert_true(explains(401, options, "# 401 Unauthorized\n\n*client error"));
  assert_true(explains(401, options, "([RFC 9110 15.5.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2), "
                                     "[11.6.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.1))"));
  assert_true(explains(421, options, "#appendix-B.3)"));
}

static void test_compare(void **state)
{
  (void)state;
  assert_true(httpstatus_compare(401, 403, NULL, text, sizeof text) > 0);
  assert_non_null(strstr(text, "401 Unauthorized or 403 Forbidden?\n"));
  assert_non_null(strstr(text, "How to choose\n  Are valid credentials"));
  assert_non_null(strstr(text, "- must carry: 401 WWW-Authenticate; 403 none\n"));
  /* Without a choice of their own, codes have a word on each other. */
  assert_true(httpstatus_compare(404, 405, NULL, text, sizeof text) > 0);
  assert_non_null(strstr(text, "How to choose\n- 40"));
  /* Nothing is chosen between a code and itself, or from codes that nobody has. */
  assert_true(httpstatus_compare(404, 404, NULL, text, sizeof text) > 0);
  assert_null(strstr(text, "How to choose"));
  assert_null(strstr(text, "What differs"));
  assert_true(httpstatus_compare(0, 401, NULL, text, sizeof text) > 0);
  assert_null(strstr(text, "How to choose"));
  assert_true(httpstatus_compare(299, -1, NULL, text, sizeof text) > 0);
  assert_non_null(strstr(text, "No owner is known."));
}

/* A caller that was compiled when there were fewer options. */
static void test_old_callers(void **state)
{
  (void)state;
  httpstatus_explain_options options = {.size = offsetof(httpstatus_explain_options, width), .full = true, .width = 1};
  assert_true(httpstatus_explain(404, &options, text, sizeof text) > 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_every_int), cmocka_unit_test(test_buffers),  cmocka_unit_test(test_width),
    cmocka_unit_test(test_vendor),    cmocka_unit_test(test_role),     cmocka_unit_test(test_method),
    cmocka_unit_test(test_unknown),   cmocka_unit_test(test_text),     cmocka_unit_test(test_markdown),
    cmocka_unit_test(test_compare),   cmocka_unit_test(test_old_callers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
