#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

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

/* Adding rows. Half of the threads add, two at a time the same keys, and all of them read what is there. */

enum { ADDED = 200 };

static bool holds_together(void)
{
  size_t n = 0;
  FOR_EACH_ROW(row) {
    const httpstatus_row *primary = httpstatus_entry(row->code, NULL, 0);
    n++;
    if (primary == NULL || httpstatus_reason(row->code)[0] == '\0' || row->summary[0] == '\0') {
      return false;
    }
  }
  /* Whoever meets a row finds it by its key, though others are adding rows of the same numbers. */
  const httpstatus_row *last = NULL;
  FOR_EACH_ROW(row) {
    last = row;
  }
  return n > 0 && httpstatus_entry(last->code, last->vendor, strlen(last->vendor)) == last;
}

typedef struct adder {
  int number;
  int added;
  bool wrong;
} adder;

static void *add(void *argument)
{
  adder *own = argument;
  pthread_barrier_wait(&start);
  for (int i = 0; i < ADDED; i++) {
    if (own->number < THREADS / 2) {
      char vendor[] = "thread-0", name[] = "ADDED_000";
      vendor[7] = (char)('0' + own->number / 2);
      name[6] = (char)('0' + i / 100);
      name[7] = (char)('0' + i / 10 % 10);
      name[8] = (char)('0' + i % 10);
      httpstatus_row row = {.code = i * 5, .vendor = vendor, .name = name, .phrase = "Added"};
      int error = httpstatus_register(&row, sizeof row, NULL);
      own->added += error == 0;
      own->wrong = own->wrong || (error != 0 && error != HTTPSTATUS_E_ROW_TAKEN) ||
                   httpstatus_entry(row.code, vendor, strlen(vendor)) == NULL;
    }
    const httpstatus_row *rows[4];
    size_t found = httpstatus_find("added", 5, rows, 4);
    own->wrong = own->wrong || (found > 0 && strcmp(rows[0]->phrase, "Added") != 0);
    own->wrong = own->wrong || (i % 20 == 0 && !holds_together());
  }
  return NULL;
}

static void threads_add_and_read(void **state)
{
  (void)state;
  pthread_t threads[THREADS];
  adder adders[THREADS];
  int added = 0;
  assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
  for (int i = 0; i < THREADS; i++) {
    adders[i] = (adder){.number = i};
    assert_int_equal(pthread_create(&threads[i], NULL, add, &adders[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_false(adders[i].wrong);
    added += adders[i].added;
  }
  pthread_barrier_destroy(&start);
  /* Of each pair that added the same keys one succeeded for each key. */
  assert_int_equal(added, THREADS / 4 * ADDED);
  assert_true(holds_together());
  const httpstatus_row *rows[1];
  assert_int_equal(httpstatus_find("added", 5, rows, 1), added);
  /* The primary row of a number without any is the first one in the list. */
  FOR_EACH_ROW(row) {
    const httpstatus_row *first = httpstatus_entry(row->code, NULL, 0);
    for (const httpstatus_row *other = httpstatus_next(NULL); other != first; other = httpstatus_next(other)) {
      assert_int_not_equal(other->code, row->code);
    }
  }
}

/*
 * Two threads add one key at the same moment, again and again, so that they meet at the end of the list. They wait for
 * each other without sleeping, since a thread that has to be woken comes too late.
 */

enum { RACERS = 2, RACES = 1000 };

static atomic_int arrivals;

static void *race(void *successes)
{
  for (int i = 0; i < RACES; i++) {
    char name[] = "RACE_000";
    name[5] = (char)('0' + i / 100);
    name[6] = (char)('0' + i / 10 % 10);
    name[7] = (char)('0' + i % 10);
    httpstatus_row row = {.code = i, .vendor = "racer", .name = name};
    atomic_fetch_add(&arrivals, 1);
    while (atomic_load(&arrivals) < RACERS * (i + 1)) {
      sched_yield();
    }
    *(int *)successes += httpstatus_register(&row, sizeof row, NULL) == 0;
  }
  return NULL;
}

static void of_two_that_add_one_key_one_succeeds(void **state)
{
  (void)state;
  pthread_t threads[RACERS];
  int successes[RACERS] = {0}, sum = 0, rows = 0;
  for (int i = 0; i < RACERS; i++) {
    assert_int_equal(pthread_create(&threads[i], NULL, race, &successes[i]), 0);
  }
  for (int i = 0; i < RACERS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    sum += successes[i];
  }
  FOR_EACH_ROW(row) {
    rows += strcmp(row->vendor, "racer") == 0;
  }
  assert_int_equal(sum, RACES);
  assert_int_equal(rows, RACES);
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
    cmocka_unit_test(threads_add_and_read),
    cmocka_unit_test(of_two_that_add_one_key_one_succeeds),
    cmocka_unit_test(threads_share_a_log),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
