#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

#include "test.h"

enum { THREADS = 8, ROUNDS = 500 };

static pthread_barrier_t start;

/* Looks for names as soon as all threads are there, so that they meet while the index of names is made. */
static void *look(void *wrong)
{
  pthread_barrier_wait(&start);
  for (int i = 0; i < ROUNDS; i++) {
    const httpstatus_row *rows[4];
    if (httpstatus_find("method not allowed", 18, rows, 4) != 1 || rows[0] != httpstatus_entry(405, NULL, 0)) {
      *(int *)wrong = 1;
    }
    if (httpstatus_find("Origin DNS Error", 16, rows, 4) < 2 || httpstatus_find("nothing", 7, rows, 4) != 0) {
      *(int *)wrong = 1;
    }
  }
  return NULL;
}

static void threads_find_the_same(void **state)
{
  (void)state;
  pthread_t threads[THREADS];
  int wrong[THREADS] = {0};
  assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_create(&threads[i], NULL, look, &wrong[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(wrong[i], 0);
  }
  pthread_barrier_destroy(&start);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(threads_find_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
