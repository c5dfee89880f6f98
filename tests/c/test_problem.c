#include <limits.h>

#include "test.h"

static char json[4096];

static void assert_json(int code, const httpstatus_problem_options *options, const char *expected)
{
  int length = httpstatus_problem_json(code, options, json, sizeof json);
  assert_string_equal(json, expected);
  assert_int_equal(length, strlen(expected));
  /* As with snprintf, whatever fits is written, and the length is the same. */
  for (size_t size = 0; size <= strlen(expected); size++) {
    char *small = repeated('x', size);
    assert_int_equal(httpstatus_problem_json(code, options, small, size), length);
    assert_true(size == 0 || (strlen(small) == size - 1 && memcmp(small, expected, size - 1) == 0));
    free(small);
  }
}

#define OPTIONS(...) (&(const httpstatus_problem_options){.size = sizeof(httpstatus_problem_options), __VA_ARGS__})

static void the_plain_problem(void **state)
{
  (void)state;
  assert_json(404, NULL, "{\"type\": \"about:blank\", \"title\": \"Not Found\", \"status\": 404}");
  assert_json(299, NULL, "{\"type\": \"about:blank\", \"title\": \"Unassigned\", \"status\": 299}");
  assert_json(INT_MIN, NULL, "{\"type\": \"about:blank\", \"title\": \"Invalid\", \"status\": -2147483648}");
  httpstatus_problem_members members = httpstatus_problem(404);
  assert_string_equal(members.type, "about:blank");
  assert_string_equal(members.title, httpstatus_reason(404));
  assert_int_equal(members.status, 404);
}

static void a_kind_of_problem_of_ones_own(void **state)
{
  (void)state;
  assert_json(403, OPTIONS(.type = "/credit", .type_length = 7), "{\"type\": \"/credit\", \"status\": 403}");
  assert_json(403, OPTIONS(.type = "/credit", .type_length = 7, .title = "No credit", .title_length = 9),
              "{\"type\": \"/credit\", \"title\": \"No credit\", \"status\": 403}");
  assert_json(403, OPTIONS(.title = "No", .title_length = 2),
              "{\"type\": \"about:blank\", \"title\": \"No\", \"status\": 403}");
  const httpstatus_problem_member members[] = {
    {"balance", 7, "30", 2, true}, {"account", 7, "30", 2, false}, {"\xC3\xA9\"", 3, "", 0, false}};
  assert_json(403, OPTIONS(.detail = "x", .detail_length = 1, .instance = "", .members = members, .n_members = 3),
              "{\"type\": \"about:blank\", \"title\": \"Forbidden\", \"status\": 403, \"detail\": \"x\", "
              "\"instance\": \"\", \"balance\": 30, \"account\": \"30\", \"\xC3\xA9\\\"\": \"\"}");
}

static void texts_are_escaped(void **state)
{
  (void)state;
#define BAD "\xEF\xBF\xBD"
  static const struct {
    const char *text;
    size_t length;
    const char *expected;
  } cases[] = {
    {"a\"b\\c/", 6, "a\\\"b\\\\c/"},
    {"\b\t\n\f\r", 5, "\\b\\t\\n\\f\\r"},
    {"\0\x01\x1F\x7F", 4, "\\u0000\\u0001\\u001f\x7F"},
    {"\xC2\x80\xDF\xBF", 4, "\xC2\x80\xDF\xBF"},
    {"\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF", 12, "\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"},
    {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 8, "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"},
    {"\xC3", 1, BAD},                       /* cut off */
    {"\xE2\x82", 2, BAD BAD},               /* cut off */
    {"\xC0\xAF", 2, BAD BAD},               /* overlong */
    {"\xE0\x80\xAF", 3, BAD BAD BAD},       /* overlong */
    {"\xED\xA0\x80", 3, BAD BAD BAD},       /* a surrogate */
    {"\xF4\x90\x80\x80", 4, BAD BAD BAD BAD}, /* beyond Unicode */
    {"\xFF\x80x", 3, BAD BAD "x"},
    {"\xE2\"x", 3, BAD "\\\"x"}, /* What follows is not swallowed. */
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    char expected[256];
    char *text = exact(cases[i].text, cases[i].length);
    strcpy(expected, "{\"type\": \"about:blank\", \"title\": \"Gone\", \"status\": 410, \"detail\": \"");
    strcat(strcat(expected, cases[i].expected), "\"}");
    assert_json(410, OPTIONS(.detail = text, .detail_length = cases[i].length), expected);
    free(text);
  }
}

static void names_of_members_are_their_own(void **state)
{
  (void)state;
  const httpstatus_problem_member wrong[][2] = {
    {{"a", 1, "", 0, false}, {"a", 1, "", 0, false}}, {{"a", 1, "", 0, false}, {"status", 6, "", 0, false}},
    {{"type", 4, "", 0, false}},                      {{"title", 5, "", 0, false}},
    {{"detail", 6, "", 0, false}},                    {{"instance", 8, "", 0, false}},
    {{"", 0, "", 0, false}},                          {{NULL, 1, "", 0, false}},
    {{"a", 1, NULL, 0, false}},
  };
  for (size_t i = 0; i < COUNT(wrong); i++) {
    strcpy(json, "as it was");
    assert_int_equal(httpstatus_problem_json(404, OPTIONS(.members = wrong[i], .n_members = i < 2 ? 2 : 1), json,
                                             sizeof json), HTTPSTATUS_E_MEMBER);
    assert_string_equal(json, "as it was");
  }
  const httpstatus_problem_member right[] = {
    {"statuses", 8, "", 0, false}, {"a\0", 2, "", 0, false}, {"a", 1, "", 0, false}};
  assert_true(httpstatus_problem_json(404, OPTIONS(.members = right, .n_members = 3), json, sizeof json) > 0);
}

static void a_program_of_an_older_version(void **state)
{
  (void)state;
  httpstatus_problem_options options = {.detail = "x", .detail_length = 1};
  options.size = offsetof(httpstatus_problem_options, detail);
  assert_json(404, &options, "{\"type\": \"about:blank\", \"title\": \"Not Found\", \"status\": 404}");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_plain_problem),
    cmocka_unit_test(a_kind_of_problem_of_ones_own),
    cmocka_unit_test(texts_are_escaped),
    cmocka_unit_test(names_of_members_are_their_own),
    cmocka_unit_test(a_program_of_an_older_version),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
