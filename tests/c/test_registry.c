#include "test.h"

static bool is_registered_row(const httpstatus_row *row)
{
  return strcmp(row->vendor, "iana") == 0;
}

static void registered_rows_come_first_and_by_number(void **state)
{
  (void)state;
  int last = 99;
  bool vendors_began = false;
  FOR_EACH_ROW(row) {
    assert_int_equal(is_registered_row(row), row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL);
    if (is_registered_row(row)) {
      assert_false(vendors_began);
      assert_true(row->code > last);
      last = row->code;
    } else {
      vendors_began = true;
    }
  }
  assert_true(vendors_began);
}

static void vendors_are_contiguous_and_in_order(void **state)
{
  (void)state;
  size_t n = 0;
  const char *last = "";
  FOR_EACH_ROW(row) {
    if (strcmp(row->vendor, last) != 0) {
      last = row->vendor;
      assert_string_equal(httpstatus_vendor(n), last);
      for (size_t i = 0; i < n; i++) {
        assert_string_not_equal(httpstatus_vendor(i), last);
      }
      n++;
    }
  }
  assert_string_equal(httpstatus_vendor(0), "iana");
  assert_null(httpstatus_vendor(n));
  assert_null(httpstatus_vendor(SIZE_MAX));
}

static void keys_and_names_are_unique(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    for (const httpstatus_row *other = httpstatus_next(row); other != NULL; other = httpstatus_next(other)) {
      if (strcmp(row->vendor, other->vendor) == 0) {
        assert_int_not_equal(row->code, other->code);
        assert_string_not_equal(row->name, other->name);
      }
    }
  }
}

static void ids_and_names_keep_to_their_letters(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    assert_true(is_printable(row->vendor) && is_printable(row->name));
    assert_int_equal(strspn(row->vendor, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(row->vendor));
    assert_int_equal(strspn(row->name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), strlen(row->name));
  }
}

static void every_row_is_found_by_its_key(void **state)
{
  (void)state;
  FOR_EACH_ROW(row) {
    size_t length = strlen(row->vendor);
    char *vendor = exact(row->vendor, length);
    assert_ptr_equal(httpstatus_entry(row->code, vendor, length), row);
    free(vendor);
  }
}

static void other_keys_find_nothing(void **state)
{
  (void)state;
  assert_non_null(httpstatus_entry(499, "nginx", 5));
  assert_null(httpstatus_entry(499, "nginx", 4));
  assert_null(httpstatus_entry(499, "nginx", 6)); /* with its NUL */
  assert_null(httpstatus_entry(499, "nginxx", 6));
  assert_null(httpstatus_entry(499, "Nginx", 5));
  assert_null(httpstatus_entry(499, "iana", 4));
  assert_null(httpstatus_entry(404, "nginx", 5));
  assert_null(httpstatus_entry(404, "nobody", 6));
  assert_null(httpstatus_entry(299, "iana", 4));

  char *long_vendor = repeated('n', 10000000);
  assert_null(httpstatus_entry(499, long_vendor, 10000000));
  free(long_vendor);
}

/* The primary row is the first owner's, and next_same() goes from there to all the others. */
static void the_primary_row_leads_to_every_owner(void **state)
{
  (void)state;
  for (int code = -10; code <= 1100; code++) {
    const httpstatus_row *owner = httpstatus_entry(code, NULL, 0);
    assert_ptr_equal(httpstatus_entry(code, "", 0), owner);
    assert_ptr_equal(httpstatus_entry(code, "nobody", 0), owner);
    assert_ptr_equal(httpstatus_entry(code, NULL, 5), owner);
    FOR_EACH_ROW(row) {
      if (row->code == code) {
        assert_ptr_equal(owner, row);
        owner = httpstatus_next_same(owner);
      }
    }
    assert_null(owner);
  }
  assert_null(httpstatus_next_same(NULL));
}

static void numbers_far_away_have_no_row(void **state)
{
  (void)state;
  const int codes[] = {INT32_MIN, INT32_MIN + 404, -404, 1404, 65536 + 404, INT32_MAX - 404, INT32_MAX};
  for (size_t i = 0; i < COUNT(codes); i++) {
    assert_null(httpstatus_entry(codes[i], NULL, 0));
    assert_null(httpstatus_entry(codes[i], "iana", 4));
  }
}

static void the_edition_counts_the_rows(void **state)
{
  (void)state;
  httpstatus_edition edition = httpstatus_data_edition();
  int registered = 0, vendor = 0;
  FOR_EACH_ROW(row) {
    *(is_registered_row(row) ? &registered : &vendor) += 1;
  }
  assert_int_equal(edition.registered, registered);
  assert_int_equal(edition.vendor, vendor);
  assert_int_equal(strlen(edition.registry_date), strlen("YYYY-MM-DD"));
  assert_true(strcmp(edition.registry_date, edition.checked) <= 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(registered_rows_come_first_and_by_number),
    cmocka_unit_test(vendors_are_contiguous_and_in_order),
    cmocka_unit_test(keys_and_names_are_unique),
    cmocka_unit_test(ids_and_names_keep_to_their_letters),
    cmocka_unit_test(every_row_is_found_by_its_key),
    cmocka_unit_test(other_keys_find_nothing),
    cmocka_unit_test(the_primary_row_leads_to_every_owner),
    cmocka_unit_test(numbers_far_away_have_no_row),
    cmocka_unit_test(the_edition_counts_the_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
