#include "test.h"

static const httpstatus_field *field_of(const httpstatus_field *fields, size_t n, const char *name)
{
  for (size_t i = 0; i < n; i++) {
    if (strcmp(fields[i].name, name) == 0) {
      return &fields[i];
    }
  }
  fail_msg("no field %s", name);
  return NULL;
}

static const httpstatus_field *row_field(const char *name)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  return field_of(fields, n, name);
}

static const httpstatus_row *row_of(int code)
{
  return httpstatus_entry(code, NULL, 0);
}

/* A descriptor has what its type needs and nothing else. */
static void check_descriptors(const httpstatus_field *fields, size_t n)
{
  assert_true(n > 0);
  for (size_t i = 0; i < n; i++) {
    bool word = fields[i].type == HTTPSTATUS_FIELD_WORD;
    bool list = fields[i].type == HTTPSTATUS_FIELD_LIST;
    assert_ptr_equal(field_of(fields, n, fields[i].name), &fields[i]);
    assert_int_equal(fields[i].words != NULL, word);
    assert_int_equal(fields[i].n_words > 0, word);
    for (size_t j = 0; j < fields[i].n_words; j++) {
      assert_true(is_printable(fields[i].words[j]));
    }
    assert_int_equal(fields[i].element_name != NULL, list);
    assert_int_equal(fields[i].element_size > 0, list);
    if (list) {
      check_descriptors(fields[i].element, fields[i].n_element);
    } else {
      assert_null(fields[i].element);
    }
  }
}

static void descriptors_are_complete(void **state)
{
  (void)state;
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  check_descriptors(fields, n);
  fields = httpstatus_method_fields(&n);
  check_descriptors(fields, n);
  assert_int_equal(n, 4);
  fields = httpstatus_edition_fields(&n);
  check_descriptors(fields, n);
  assert_int_equal(n, 4);
  fields = httpstatus_retry_after_fields(&n);
  check_descriptors(fields, n);
  assert_int_equal(n, 2);
  fields = httpstatus_grpc_code_fields(&n);
  check_descriptors(fields, n);
  fields = httpstatus_grpc_guess_fields(&n);
  check_descriptors(fields, n);
  fields = httpstatus_proxy_error_fields(&n);
  check_descriptors(fields, n);
  fields = httpstatus_problem_fields(&n);
  check_descriptors(fields, n);
  assert_int_equal(n, 3);
}

static void each_type_reads_its_member(void **state)
{
  (void)state;
  const httpstatus_row *row = row_of(413);
  assert_int_equal(httpstatus_field_number(row_field("code"), row), 413);
  assert_ptr_equal(httpstatus_field_text(row_field("summary"), row), row->summary);
  assert_null(httpstatus_field_text(row_field("expires"), row));
  assert_string_equal(httpstatus_field_text(row_field("registration"), row), "assigned");
  assert_string_equal(httpstatus_field_text(row_field("on_wire"), row_of(499)), "log");

  const httpstatus_field *aliases = row_field("aliases");
  assert_int_equal(httpstatus_field_count(aliases, row), 2);
  assert_ptr_equal(httpstatus_field_string_at(aliases, row, 0), row->aliases[0]);
  assert_ptr_equal(httpstatus_field_string_at(aliases, row, 1), row->aliases[1]);
  assert_int_equal(httpstatus_field_count(aliases, row_of(404)), 0);

  const httpstatus_field *history = row_field("history");
  assert_int_equal(httpstatus_field_count(history, row), 3);
  const httpstatus_phrase *last = httpstatus_field_element_at(history, row, 2);
  assert_ptr_equal(last, &row->history[2]);
  const httpstatus_field *spec = field_of(history->element, history->n_element, "spec");
  assert_ptr_equal(httpstatus_field_text(spec, last), row->history[2].spec);

  size_t n;
  const httpstatus_field *fields = httpstatus_method_fields(&n);
  httpstatus_method_info put = httpstatus_method("PUT", 3);
  assert_int_equal(httpstatus_field_number(field_of(fields, n, "safe"), &put), 0);
  assert_int_equal(httpstatus_field_number(field_of(fields, n, "idempotent"), &put), 1);

  fields = httpstatus_edition_fields(&n);
  httpstatus_edition edition = httpstatus_data_edition();
  assert_int_equal(httpstatus_field_number(field_of(fields, n, "vendor"), &edition), edition.vendor);

  fields = httpstatus_retry_after_fields(&n);
  httpstatus_retry_after wait = {HTTPSTATUS_RETRY_AFTER_DELAY, HTTPSTATUS_SECONDS_MAX};
  const httpstatus_field *seconds = field_of(fields, n, "seconds");
  assert_string_equal(httpstatus_field_text(field_of(fields, n, "form"), &wait), "delay");
  assert_int_equal(httpstatus_field_seconds(seconds, &wait), HTTPSTATUS_SECONDS_MAX);
  assert_int_equal(httpstatus_field_number(seconds, &wait), 0);
  wait.seconds = -5;
  assert_int_equal(httpstatus_field_seconds(seconds, &wait), HTTPSTATUS_SECONDS_UNKNOWN);
}

/* Past the end there is nothing, and neither is there for a reader of another type. */
static void wrong_readers_read_nothing(void **state)
{
  (void)state;
  const httpstatus_row *row = row_of(413);
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  for (size_t i = 0; i < n; i++) {
    const httpstatus_field *field = &fields[i];
    bool strings = field->type == HTTPSTATUS_FIELD_STRINGS;
    bool list = field->type == HTTPSTATUS_FIELD_LIST;
    size_t count = httpstatus_field_count(field, row);
    if (field->type != HTTPSTATUS_FIELD_STRING && field->type != HTTPSTATUS_FIELD_WORD) {
      assert_null(httpstatus_field_text(field, row));
    }
    if (field->type != HTTPSTATUS_FIELD_INT) {
      assert_int_equal(httpstatus_field_number(field, row), 0);
    }
    assert_int_equal(httpstatus_field_seconds(field, row), HTTPSTATUS_SECONDS_UNKNOWN);
    assert_int_equal(count > 0, strings || list);
    assert_int_equal(httpstatus_field_string_at(field, row, 0) != NULL, strings);
    assert_int_equal(httpstatus_field_element_at(field, row, 0) != NULL, list);
    assert_null(httpstatus_field_string_at(field, row, count));
    assert_null(httpstatus_field_element_at(field, row, count));
    assert_null(httpstatus_field_string_at(field, row, SIZE_MAX));
    assert_null(httpstatus_field_element_at(field, row, SIZE_MAX));
  }
}

static void a_number_without_a_word_reads_as_none(void **state)
{
  (void)state;
  httpstatus_row row = {.code = 404, .state = (httpstatus_state)3};
  assert_null(httpstatus_field_text(row_field("state"), &row));
}

/* Follows the descriptors through everything a record holds. */
static void check_strings(const httpstatus_field *fields, size_t n, const void *record)
{
  for (size_t i = 0; i < n; i++) {
    const httpstatus_field *field = &fields[i];
    const char *text = httpstatus_field_text(field, record);
    assert_true(is_printable(text) || (text == NULL && field->type != HTTPSTATUS_FIELD_WORD));
    for (size_t j = 0; j < httpstatus_field_count(field, record); j++) {
      if (field->type == HTTPSTATUS_FIELD_STRINGS) {
        assert_true(is_printable(httpstatus_field_string_at(field, record, j)));
      } else {
        check_strings(field->element, field->n_element, httpstatus_field_element_at(field, record, j));
      }
    }
  }
}

static void all_text_is_printable_ascii(void **state)
{
  (void)state;
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  FOR_EACH_ROW(row) {
    check_strings(fields, n, row);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(descriptors_are_complete),
    cmocka_unit_test(each_type_reads_its_member),
    cmocka_unit_test(wrong_readers_read_nothing),
    cmocka_unit_test(a_number_without_a_word_reads_as_none),
    cmocka_unit_test(all_text_is_printable_ascii),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
