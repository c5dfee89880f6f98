#include "test.h"

static void each_rpc_code_has_a_status(void **state)
{
  (void)state;
  static const int expected[] = {200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401};
  const httpstatus_grpc_code *row = NULL;
  for (int i = 0; i < (int)COUNT(expected); i++) {
    row = httpstatus_next_grpc_code(row);
    assert_int_equal(row->number, i);
    assert_int_equal(row->http, expected[i]);
    assert_int_equal(httpstatus_grpc_to_http(i), expected[i]);
    size_t length = strlen(row->name);
    char *name = exact(row->name, length);
    assert_int_equal(httpstatus_grpc_number(name, length), i);
    assert_int_equal(httpstatus_grpc_number(name, length - 1), HTTPSTATUS_E_GRPC);
    free(name);
  }
  assert_null(httpstatus_next_grpc_code(row));
  const int none[] = {INT32_MIN, -1, 17, INT32_MAX};
  for (size_t i = 0; i < COUNT(none); i++) {
    assert_int_equal(httpstatus_grpc_to_http(none[i]), HTTPSTATUS_E_GRPC);
  }
}

static void names_forgive_their_spelling(void **state)
{
  (void)state;
  assert_int_equal(httpstatus_grpc_number("NotFound", 8), 5);
  assert_int_equal(httpstatus_grpc_number("not-found", 9), 5);
  assert_int_equal(httpstatus_grpc_number("ok", 2), 0);
  assert_int_equal(httpstatus_grpc_number("", 0), HTTPSTATUS_E_GRPC);
  assert_int_equal(httpstatus_grpc_number(NULL, 5), HTTPSTATUS_E_GRPC);
  assert_int_equal(httpstatus_grpc_number("_", 1), HTTPSTATUS_E_GRPC);
  assert_int_equal(httpstatus_grpc_number("OK\0", 3), HTTPSTATUS_E_GRPC);
  char *long_name = repeated('O', 1000);
  assert_int_equal(httpstatus_grpc_number(long_name, 1000), HTTPSTATUS_E_GRPC);
  free(long_name);
}

static void a_client_guesses_by_nine_rows(void **state)
{
  (void)state;
  size_t n = 0, known = 0;
  for (const httpstatus_grpc_guess *row = NULL; (row = httpstatus_next_grpc_guess(row)) != NULL; n++) {
    assert_string_equal(httpstatus_http_to_grpc(row->http), row->name);
    assert_true(httpstatus_grpc_number(row->name, strlen(row->name)) > 0);
  }
  assert_int_equal(n, 9);
  for (int code = -10; code < 1100; code++) {
    known += strcmp(httpstatus_http_to_grpc(code), "UNKNOWN") != 0;
  }
  assert_int_equal(known, 9);
  assert_string_equal(httpstatus_http_to_grpc(200), "UNKNOWN");
  /* The tables are not inverse: NOT_FOUND is a 404, and a 404 from elsewhere is UNIMPLEMENTED. */
  assert_string_equal(httpstatus_http_to_grpc(httpstatus_grpc_to_http(5)), "UNIMPLEMENTED");
}

static void proxy_errors(void **state)
{
  (void)state;
  size_t n = 0;
  for (const httpstatus_proxy_error *row = NULL; (row = httpstatus_next_proxy_error(row)) != NULL; n++) {
    size_t length = strlen(row->type);
    char *type = exact(row->type, length);
    assert_ptr_equal(httpstatus_proxy_status_type(type, length), row);
    assert_null(httpstatus_proxy_status_type(type, length - 1));
    free(type);
    assert_true(row->status == 0 || httpstatus_is_registered(row->status));
    assert_true(is_printable(row->description) && is_printable(row->section));
  }
  assert_int_equal(n, 32);
  assert_int_equal(httpstatus_proxy_status_type("dns_timeout", 11)->status, 504);
  assert_int_equal(httpstatus_proxy_status_type("http_request_error", 18)->status, 0);
  assert_int_equal(httpstatus_proxy_status_type("http_request_error", 18)->n_parameters, 2);
  assert_null(httpstatus_proxy_status_type("DNS_TIMEOUT", 11));
  assert_null(httpstatus_proxy_status_type("", 0));
  assert_null(httpstatus_proxy_status_type(NULL, 3));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_rpc_code_has_a_status),
    cmocka_unit_test(names_forgive_their_spelling),
    cmocka_unit_test(a_client_guesses_by_nine_rows),
    cmocka_unit_test(proxy_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
