#include "test.h"

#include <limits.h>
#include <stdio.h>

/* The answers about a code, worked out from the rows and Section 15 in another way than the library does. */
typedef struct {
  int digit; /* 1 to 5, 0 for invalid */
  int owners;
  bool registered;
  int effective;
} answer;

static answer work_out(int code)
{
  answer a = {.digit = 5, .effective = 500};
  while (a.digit > 0 && (code < a.digit * 100 || code > a.digit * 100 + 99)) {
    a.digit--;
  }
  FOR_EACH_ROW(row) {
    if (row->code == code) {
      a.owners++;
      a.registered = a.registered || strcmp(row->vendor, "iana") == 0;
    }
  }
  if (a.digit > 0) {
    a.effective = a.registered ? code : a.digit * 100;
  }
  return a;
}

static void check(int code)
{
  static const char *const families[] = {"invalid", "1xx", "2xx", "3xx", "4xx", "5xx"};
  answer a = work_out(code);
  char number[20], label[200];
  int length = httpstatus_label(code, label, sizeof label);
  snprintf(number, sizeof number, "%d ", code);

  assert_int_equal(httpstatus_classify(code), a.digit);
  assert_string_equal(httpstatus_family(code), families[a.digit]);
  assert_int_equal(httpstatus_is_valid(code), a.digit > 0);
  assert_int_equal(httpstatus_is_registered(code), a.registered);
  assert_int_equal(httpstatus_is_known(code), a.owners > 0);
  assert_int_equal(httpstatus_is_ambiguous(code), a.owners > 1);
  assert_int_equal(httpstatus_effective(code), a.effective);
  assert_int_equal(httpstatus_is_error(code), a.effective >= 400);
  assert_true(is_printable(httpstatus_reason(code)));
  assert_true(is_printable(label));
  assert_int_equal(length, strlen(label));
  assert_memory_equal(label, number, strlen(number));
}

static void every_number_gets_an_answer(void **state)
{
  (void)state;
  for (int code = -10; code <= 70000; code++) {
    check(code);
  }
  check(INT_MIN);
  check(INT_MIN + 1);
  check(INT_MAX - 1);
  check(INT_MAX);
}

/* The rule above reads the rows as the library does, so some answers stand here in full. */
static void the_code_to_act_on(void **state)
{
  (void)state;
  static const int pairs[][2] = {
    {100, 100}, {103, 103}, {104, 104}, {105, 100}, {199, 100}, {200, 200}, {218, 200}, {299, 200},
    {306, 306}, {308, 308}, {309, 300}, {404, 404}, {418, 418}, {419, 400}, {451, 451}, {499, 400},
    {508, 508}, {510, 510}, {520, 500}, {599, 500}, {600, 500}, {783, 500}, {999, 500}, {99, 500},
    {0, 500},   {-1, 500},  {-404, 500}, {1404, 500},
  };
  for (size_t i = 0; i < COUNT(pairs); i++) {
    assert_int_equal(httpstatus_effective(pairs[i][0]), pairs[i][1]);
  }
}

static void who_has_a_row(void **state)
{
  (void)state;
  assert_true(httpstatus_is_registered(418) && httpstatus_is_registered(306) && httpstatus_is_registered(104));
  assert_true(httpstatus_is_known(499) && !httpstatus_is_registered(499) && httpstatus_is_ambiguous(499));
  assert_true(httpstatus_is_known(404) && !httpstatus_is_ambiguous(404));
  assert_true(httpstatus_is_ambiguous(421)); /* Registered, and used for something else by an old draft. */
  assert_false(httpstatus_is_known(299));
  assert_true(httpstatus_is_known(999) && !httpstatus_is_valid(999));
}

static void reasons(void **state)
{
  (void)state;
  assert_string_equal(httpstatus_reason(404), "Not Found");
  assert_string_equal(httpstatus_reason(413), "Content Too Large");
  assert_string_equal(httpstatus_reason(418), "I'm a Teapot"); /* No phrase now: the last it had. */
  assert_string_equal(httpstatus_reason(306), "Switch Proxy");
  assert_string_equal(httpstatus_reason(499), "Client Closed Request");
  assert_string_equal(httpstatus_reason(463), "Unassigned"); /* A vendor's row without a phrase. */
  assert_string_equal(httpstatus_reason(299), "Unassigned");
  assert_string_equal(httpstatus_reason(600), "Invalid");
  assert_string_equal(httpstatus_reason(700), "Invalid");
  assert_string_equal(httpstatus_reason(-1), "Invalid");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_number_gets_an_answer),
    cmocka_unit_test(the_code_to_act_on),
    cmocka_unit_test(who_has_a_row),
    cmocka_unit_test(reasons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
