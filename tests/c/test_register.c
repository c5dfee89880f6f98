#include <stdio.h>

#include "test.h"

/* A row of its own for each test: what was added stays. */
static int add(const httpstatus_row *row, const httpstatus_row **added)
{
  return httpstatus_register(row, sizeof *row, added);
}
#define ROW(...) (&(const httpstatus_row){__VA_ARGS__})

static size_t count_rows(void)
{
  size_t n = 0;
  FOR_EACH_ROW(row) {
    n++;
  }
  return n;
}

static void an_added_row_is_told(void **state)
{
  (void)state;
  httpstatus_edition edition = httpstatus_data_edition();
  const httpstatus_row *row = NULL, *found[4];
  char name[] = "FINE_SO_FAR";
  char label[64];
  assert_false(httpstatus_is_known(288));
  assert_int_equal(add(ROW(.code = 288, .vendor = "acme", .name = name, .phrase = "Fine So Far",
                           .summary = "The job runs."), &row), 0);
  memset(name, 'X', sizeof name - 1); /* The caller may do with its texts what it wants. */
  assert_string_equal(row->name, "FINE_SO_FAR");
  assert_int_equal(row->registration, HTTPSTATUS_REGISTRATION_UNOFFICIAL);
  assert_int_equal(row->fault, HTTPSTATUS_FAULT_NONE);
  assert_ptr_equal(httpstatus_entry(288, NULL, 0), row);
  assert_ptr_equal(httpstatus_entry(288, "acme", 4), row);
  assert_null(httpstatus_next_same(row));
  assert_int_equal(httpstatus_find("fine-so far", 11, found, 4), 1);
  assert_ptr_equal(found[0], row);
  assert_int_equal(httpstatus_search("fine so far", 11, found, 4), 4);
  assert_ptr_equal(found[0], row);
  assert_true(httpstatus_is_known(288));
  assert_string_equal(httpstatus_reason(288), "Fine So Far");
  httpstatus_label(288, label, sizeof label);
  assert_string_equal(label, "288 Fine So Far (acme)");
  httpstatus_edition after = httpstatus_data_edition();
  assert_int_equal(after.vendor, edition.vendor);

  const httpstatus_row *last = NULL;
  FOR_EACH_ROW(each) {
    last = each;
  }
  assert_ptr_equal(last, row);
}

/* What is done with a code is the same before and after. */
static void no_decision_changes(void **state)
{
  (void)state;
  const int codes[] = {0, 99, 178, 278, 378, 478, 578, 678, 999};
  for (size_t i = 0; i < COUNT(codes); i++) {
    int code = codes[i], effective = httpstatus_effective(code);
    bool error = httpstatus_is_error(code);
    httpstatus_category category = httpstatus_classify(code);
    httpstatus_content_rule rule = httpstatus_content(code, "GET", 3);
    httpstatus_retry_result before, after, by_vendor;
    assert_true(httpstatus_retry(code, "GET", 3, NULL, &before) >= 0);
    char name[] = "DECIDES_0";
    name[8] = (char)('0' + i);
    assert_int_equal(add(ROW(.code = code, .vendor = "decider", .name = name,
                             .retry_rule = HTTPSTATUS_RETRY_RULE_ONCE), NULL), 0);
    httpstatus_retry_options options = {.size = sizeof options, .vendor = "decider", .vendor_length = 7};
    assert_true(httpstatus_retry(code, "GET", 3, NULL, &after) >= 0);
    assert_true(httpstatus_retry(code, "GET", 3, &options, &by_vendor) >= 0);
    assert_int_equal(after.verdict, before.verdict);
    assert_int_equal(by_vendor.verdict, before.verdict);
    assert_ptr_equal(by_vendor.citation, before.citation);
    assert_int_equal(httpstatus_effective(code), effective);
    assert_int_equal(httpstatus_is_error(code), error);
    assert_int_equal(httpstatus_classify(code), category);
    assert_int_equal(httpstatus_content(code, "GET", 3), rule);
    assert_false(httpstatus_is_registered(code));
    assert_true(httpstatus_is_known(code));
  }
}

static void another_owner_of_a_number_comes_last(void **state)
{
  (void)state;
  const httpstatus_row *primary = httpstatus_entry(404, NULL, 0), *first, *second;
  assert_int_equal(add(ROW(.code = 404, .vendor = "owner-1", .name = "GONE_FISHING", .phrase = "Gone"), &first), 0);
  assert_int_equal(add(ROW(.code = 404, .vendor = "owner-2", .name = "GONE_FISHING"), &second), 0);
  assert_ptr_equal(httpstatus_entry(404, NULL, 0), primary);
  assert_string_equal(httpstatus_reason(404), "Not Found");
  assert_ptr_equal(httpstatus_entry(404, "owner-1", 7), first);
  assert_ptr_equal(httpstatus_next_same(first), second);
  assert_int_equal(first->fault, HTTPSTATUS_FAULT_UNCLEAR);
  const httpstatus_row *found[4];
  assert_int_equal(httpstatus_find("gone", 4, found, 4), 2);
  assert_int_equal(found[0]->code, 410);
  assert_ptr_equal(found[1], first);
}

static void vendors_come_in_the_order_of_their_first_row(void **state)
{
  (void)state;
  assert_int_equal(add(ROW(.code = 291, .vendor = "late", .name = "A"), NULL), 0);
  assert_int_equal(add(ROW(.code = 292, .vendor = "nginx", .name = "A_NEW_ONE"), NULL), 0);
  assert_int_equal(add(ROW(.code = 293, .vendor = "late", .name = "B"), NULL), 0);
  assert_int_equal(add(ROW(.code = 294, .vendor = "later", .name = "A"), NULL), 0);
  size_t n = 0, late = 0, later = 0, nginx = 0;
  for (; httpstatus_vendor(n) != NULL; n++) {
    late += strcmp(httpstatus_vendor(n), "late") == 0;
    later += strcmp(httpstatus_vendor(n), "later") == 0;
    nginx += strcmp(httpstatus_vendor(n), "nginx") == 0;
  }
  assert_true(late == 1 && later == 1 && nginx == 1);
  assert_string_equal(httpstatus_vendor(n - 1), "later");
  assert_string_equal(httpstatus_vendor(n - 2), "late");
}

static void wrong_rows_are_refused(void **state)
{
  (void)state;
  char long_text[HTTPSTATUS_ADDED_PROSE_MAX + 2];
  memset(long_text, 'A', sizeof long_text - 1);
  long_text[sizeof long_text - 1] = '\0';
  const char *too_long = long_text + HTTPSTATUS_ADDED_PROSE_MAX - HTTPSTATUS_ADDED_NAME_MAX;
  const char *too_long_summary = long_text + HTTPSTATUS_ADDED_PROSE_MAX - HTTPSTATUS_ADDED_TEXT_MAX;
  const httpstatus_related related[] = {{0, NULL}};
  httpstatus_related many[HTTPSTATUS_ADDED_LIST_MAX + 1];
  for (size_t i = 0; i < COUNT(many); i++) {
    many[i] = (httpstatus_related){404, "another"};
  }
  const char *const aliases[] = {"FINE", NULL};
  const char *const odd_aliases[] = {"FINE", "\xC3\xA9"};
  const struct {
    httpstatus_row row;
    int error;
  } cases[] = {
#define KEY .code = 777, .vendor = "wrong", .name = "WRONG"
    {{.code = -1, .vendor = "wrong", .name = "WRONG"}, HTTPSTATUS_E_ROW_CODE},
    {{.code = 1000, .vendor = "wrong", .name = "WRONG"}, HTTPSTATUS_E_ROW_CODE},
    {{.code = INT32_MAX, .vendor = "wrong", .name = "WRONG"}, HTTPSTATUS_E_ROW_CODE},
    {{.code = 777, .vendor = "iana", .name = "WRONG"}, HTTPSTATUS_E_ROW_IANA},
    {{.code = 777, .name = "WRONG"}, HTTPSTATUS_E_ROW_VENDOR},
    {{.code = 777, .vendor = "", .name = "WRONG"}, HTTPSTATUS_E_ROW_VENDOR},
    {{.code = 777, .vendor = "Wrong", .name = "WRONG"}, HTTPSTATUS_E_ROW_VENDOR},
    {{.code = 777, .vendor = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", .name = "WRONG"}, HTTPSTATUS_E_ROW_VENDOR},
    {{.code = 777, .vendor = "wrong"}, HTTPSTATUS_E_ROW_NAME},
    {{.code = 777, .vendor = "wrong", .name = "wrong"}, HTTPSTATUS_E_ROW_NAME},
    {{.code = 777, .vendor = "wrong", .name = too_long}, HTTPSTATUS_E_ROW_NAME},
    {{.code = 777, .vendor = "wrong", .name = "___"}, HTTPSTATUS_E_ROW_NAME},
    {{KEY, .phrase = ""}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = "-_-"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = " x"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = "x "}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = "x\r\nSet-Cookie: y"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = "x\x7F"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .phrase = too_long}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .summary = too_long_summary}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .meaning = long_text}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .source = "\xC3\xA9"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .checked = "2026-11-240"}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .state = (httpstatus_state)3}, HTTPSTATUS_E_WORD},
    {{KEY, .related = related, .n_related = 1}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .related = many, .n_related = COUNT(many)}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .related = related, .n_related = SIZE_MAX}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .aliases = aliases, .n_aliases = 2}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .aliases = odd_aliases, .n_aliases = 2}, HTTPSTATUS_E_ROW_TEXT},
    {{KEY, .refs = &(const httpstatus_ref){NULL, "1", NULL}, .n_refs = 1}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .headers = &(const httpstatus_header){.name = "Allow"}, .n_headers = 1}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .headers = &(const httpstatus_header){"Allow", (httpstatus_level)9, NULL, "x"}, .n_headers = 1},
     HTTPSTATUS_E_WORD},
    {{KEY, .history = &(const httpstatus_phrase){"x", NULL}, .n_history = 1}, HTTPSTATUS_E_ROW_LIST},
    {{KEY, .history = &(const httpstatus_phrase){too_long, "x"}, .n_history = 1}, HTTPSTATUS_E_ROW_TEXT},
    {{.code = 499, .vendor = "nginx", .name = "WRONG"}, HTTPSTATUS_E_ROW_TAKEN},
    {{.code = 777, .vendor = "nginx", .name = "CLIENT_CLOSED_REQUEST"}, HTTPSTATUS_E_NAME_TAKEN},
  };
  size_t before = count_rows();
  for (size_t i = 0; i < COUNT(cases); i++) {
    const httpstatus_row *row = NULL;
    assert_int_equal(add(&cases[i].row, &row), cases[i].error);
    assert_null(row);
  }
  assert_int_equal(count_rows(), before);
  assert_null(httpstatus_entry(777, NULL, 0));
  httpstatus_row right = {KEY, .phrase = too_long + 1, .summary = too_long_summary + 1, .meaning = long_text + 1,
                          .related = many, .n_related = HTTPSTATUS_ADDED_LIST_MAX};
  assert_int_equal(add(&right, NULL), 0);
  assert_int_equal(add(ROW(KEY), NULL), HTTPSTATUS_E_ROW_TAKEN);
}

static void a_smaller_row_is_filled_up(void **state)
{
  (void)state;
  const httpstatus_row *row;
  httpstatus_row given = {.code = 296, .vendor = "small", .name = "SMALL", .phrase = "Small", .summary = "Not read."};
  assert_int_equal(httpstatus_register(&given, offsetof(httpstatus_row, phrase), &row), 0);
  assert_null(row->phrase);
  assert_string_equal(row->summary, "A status that the running program has added.");
}

/* Compares by descriptors, but for one field. */
static void assert_same(const httpstatus_field *fields, size_t n, const void *a, const void *b, const char *except)
{
  for (size_t i = 0; i < n; i++) {
    const char *text = httpstatus_field_text(&fields[i], a), *other = httpstatus_field_text(&fields[i], b);
    if (strcmp(fields[i].name, except) == 0) {
      continue;
    }
    assert_int_equal(httpstatus_field_number(&fields[i], a), httpstatus_field_number(&fields[i], b));
    assert_int_equal(httpstatus_field_count(&fields[i], a), httpstatus_field_count(&fields[i], b));
    assert_true(text == NULL ? other == NULL : strcmp(text, other) == 0);
    if (text != NULL && fields[i].type == HTTPSTATUS_FIELD_STRING) {
      assert_ptr_not_equal(text, other);
    }
    for (size_t j = 0; j < httpstatus_field_count(&fields[i], a); j++) {
      if (fields[i].type == HTTPSTATUS_FIELD_STRINGS) {
        assert_string_equal(httpstatus_field_string_at(&fields[i], a, j), httpstatus_field_string_at(&fields[i], b, j));
      } else {
        assert_same(fields[i].element, fields[i].n_element, httpstatus_field_element_at(&fields[i], a, j),
                    httpstatus_field_element_at(&fields[i], b, j), except);
      }
    }
  }
}

static void every_row_there_is_can_be_copied(void **state)
{
  (void)state;
  size_t n, last = count_rows();
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  for (const httpstatus_row *row = httpstatus_next(NULL); last-- > 0; row = httpstatus_next(row)) {
    const httpstatus_row *copy;
    httpstatus_row given = *row;
    char vendor[HTTPSTATUS_ADDED_VENDOR_MAX + 1] = "z-";
    strcat(vendor, row->vendor);
    given.vendor = vendor;
    if (httpstatus_register(&given, sizeof given, &copy) != 0) {
      fail_msg("%d of %s was refused", row->code, row->vendor);
    }
    given.registration = HTTPSTATUS_REGISTRATION_UNOFFICIAL;
    given.retry_rule = HTTPSTATUS_RETRY_RULE_FALLBACK;
    given.retry_need = HTTPSTATUS_NEED_NONE;
    given.retry_basis = HTTPSTATUS_BASIS_PRACTICE;
    given.retry_ref = NULL;
    given.storage = copy->storage;
    given.fault = given.fault == HTTPSTATUS_FAULT_NONE && given.code >= 400 ? HTTPSTATUS_FAULT_UNCLEAR : given.fault;
    assert_same(fields, n, &given, copy, "");
    assert_string_equal(copy->vendor, vendor);
  }
}

/* Whatever is left out, there is an explanation in every form. */
static void the_barest_row_is_explained(void **state)
{
  (void)state;
  static char text[65536];
  assert_int_equal(add(ROW(.code = 476, .vendor = "bare", .name = "BARE"), NULL), 0);
  for (int format = 0; format < 3; format++) {
    for (int full = 0; full < 2; full++) {
      httpstatus_explain_options options = {.size = sizeof options, .format = (httpstatus_format)format, .full = full};
      int length = httpstatus_explain(476, &options, text, sizeof text);
      assert_true(length > 0 && length < (int)sizeof text);
      assert_non_null(strstr(text, "A status that the running program has added."));
      assert_true(httpstatus_compare(476, 404, &options, text, sizeof text) > 0);
    }
  }
  httpstatus_explain_options options = {.size = sizeof options, .full = true, .vendor = "bare", .vendor_length = 4};
  assert_true(httpstatus_explain(476, &options, text, sizeof text) > 0);
  assert_non_null(strstr(text, "\n- added by the running program\n"));
}

static void there_is_an_end(void **state)
{
  (void)state;
  int error = 0;
  for (int i = 0; error == 0; i++) {
    char vendor[16], name[16];
    snprintf(vendor, sizeof vendor, "full-%d", i / 1000);
    snprintf(name, sizeof name, "N%d", i);
    error = add(ROW(.code = i % 1000, .vendor = vendor, .name = name), NULL);
  }
  assert_int_equal(error, HTTPSTATUS_E_FULL);
  httpstatus_edition edition = httpstatus_data_edition();
  assert_int_equal(count_rows(), (size_t)(edition.registered + edition.vendor) + HTTPSTATUS_ADDED_MAX);
  assert_int_equal(add(ROW(.code = 499, .vendor = "nginx", .name = "X"), NULL), HTTPSTATUS_E_ROW_TAKEN);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_added_row_is_told),
    cmocka_unit_test(no_decision_changes),
    cmocka_unit_test(another_owner_of_a_number_comes_last),
    cmocka_unit_test(vendors_come_in_the_order_of_their_first_row),
    cmocka_unit_test(wrong_rows_are_refused),
    cmocka_unit_test(a_smaller_row_is_filled_up),
    cmocka_unit_test(every_row_there_is_can_be_copied),
    cmocka_unit_test(the_barest_row_is_explained),
    cmocka_unit_test(there_is_an_end), /* The last one: nothing can be added after it. */
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
