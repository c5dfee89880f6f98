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

/* Parts of one log, each read by a thread of its own. */
enum { LINES = 20000 };

static const char line_of_log[] = "a - - [d] \"GET / HTTP/1.1\" 404 5 \"-\" \"agent\"\n";
static httpstatus_tally parts[THREADS];
static char *part_of_log;

static void *read_part(void *part)
{
  pthread_barrier_wait(&start);
  httpstatus_tally_feed(part, part_of_log, LINES * (sizeof line_of_log - 1));
  httpstatus_tally_finish(part);
  return NULL;
}

static void threads_share_a_log(void **state)
{
  (void)state;
  static httpstatus_tally whole;
  size_t length = LINES * (sizeof line_of_log - 1);
  pthread_t threads[THREADS];
  part_of_log = malloc(length);
  assert_non_null(part_of_log);
  for (size_t i = 0; i < length; i++) {
    part_of_log[i] = line_of_log[i % (sizeof line_of_log - 1)];
  }
  assert_int_equal(httpstatus_tally_init(&whole, "auto", 4), 0);
  assert_int_equal(httpstatus_tally_feed(&whole, part_of_log, length), 0);
  assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
  for (size_t i = 0; i < THREADS; i++) {
    assert_int_equal(httpstatus_tally_fork(&parts[i], &whole, (i + 1) * length), 0);
    assert_int_equal(pthread_create(&threads[i], NULL, read_part, &parts[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    httpstatus_tally_merge(&whole, &parts[i]);
  }
  assert_int_equal(whole.lines, (THREADS + 1) * LINES);
  assert_int_equal(whole.counts[404], (THREADS + 1) * LINES);
  pthread_barrier_destroy(&start);
  free(part_of_log);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(threads_find_the_same),
    cmocka_unit_test(threads_share_a_log),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
