#include "test.h"

static void expect(const char *name, size_t length, bool safe, bool idempotent, bool cacheable, bool known)
{
  char *text = exact(name, length);
  httpstatus_method_info info = httpstatus_method(text, length);
  free(text);
  assert_int_equal(info.safe, safe);
  assert_int_equal(info.idempotent, idempotent);
  assert_int_equal(info.cacheable, cacheable);
  assert_int_equal(info.known, known);
}

/* Every method of the list, which has one space after each. */
static void expect_all(const char *list, bool safe, bool idempotent, bool cacheable)
{
  for (size_t length; (length = strcspn(list, " ")) > 0; list += length + 1) {
    expect(list, length, safe, idempotent, cacheable, true);
  }
}

static void the_registered_methods(void **state)
{
  (void)state;
  expect_all("GET HEAD QUERY ", true, true, true);
  expect_all("OPTIONS TRACE PROPFIND REPORT SEARCH PRI ", true, true, false);
  expect_all("PUT DELETE ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT COPY LABEL LINK MERGE MKACTIVITY MKCALENDAR MKCOL "
             "MKREDIRECTREF MKWORKSPACE MOVE ORDERPATCH PROPPATCH REBIND UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE "
             "UPDATEREDIRECTREF VERSION-CONTROL ", false, true, false);
  expect_all("POST PATCH ", false, false, true);
  expect_all("CONNECT LOCK ", false, false, false);
}

static void anything_else_is_unknown(void **state)
{
  (void)state;
  static const char *const names[] = {"", "get", "Get", "GE", "GETS", " GET", "GET ", "FOO", "*", "version-control"};
  for (size_t i = 0; i < COUNT(names); i++) {
    expect(names[i], strlen(names[i]), false, false, false, false);
  }
  expect("GET\0", 4, false, false, false, false);
  expect("\xff\xfe", 2, false, false, false, false);
}

static void null_and_endless_names(void **state)
{
  (void)state;
  assert_false(httpstatus_method(NULL, 0).known);
  assert_false(httpstatus_method(NULL, 3).known);
  char *name = repeated('G', 10000000);
  assert_false(httpstatus_method(name, 10000000).known);
  free(name);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_registered_methods),
    cmocka_unit_test(anything_else_is_unknown),
    cmocka_unit_test(null_and_endless_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
