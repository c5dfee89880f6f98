/*
 * Tallies a log and prints the result as JSON, as the benchmarks need it: by mapping the file, by reading it, from a
 * pipe. Usage: bench_tally map|read|pipe THREADS FORMAT [FILE], or bench_tally drain, which only reads a pipe.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <httpstatus.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER = 256 * 1024, PIPE = 1024 * 1024, STEP = 8 * 1024 * 1024, MAX_THREADS = 64 };

typedef struct part {
  httpstatus_tally tally;
  const char *bytes;
  size_t length;
  pthread_t thread;
} part;

static void check(int ok, const char *what)
{
  if (!ok) {
    perror(what);
    exit(2);
  }
}

/* Pages are mapped many at a time before they are read, which costs less than a fault for every few of them. */
static void feed_mapped(httpstatus_tally *tally, const char *bytes, size_t length)
{
  for (size_t i = 0; i < length; i += STEP) {
    size_t n = length - i < STEP ? length - i : STEP;
#ifdef MADV_POPULATE_READ
    size_t page = (size_t)(bytes + i) % 4096;
    madvise((char *)bytes + i - page, n + page, MADV_POPULATE_READ);
#endif
    httpstatus_tally_feed(tally, bytes + i, n);
  }
}

static void *feed(void *argument)
{
  part *p = argument;
  feed_mapped(&p->tally, p->bytes, p->length);
  httpstatus_tally_finish(&p->tally);
  return NULL;
}

static size_t after_newline(const char *bytes, size_t at, size_t length)
{
  const char *newline = memchr(bytes + at, '\n', length - at);
  return newline == NULL ? length : (size_t)(newline + 1 - bytes);
}

static void map(httpstatus_tally *tally, const char *path, int n)
{
  static part parts[MAX_THREADS];
  struct stat status;
  int file = open(path, O_RDONLY);
  check(file >= 0 && fstat(file, &status) == 0, path);
  size_t length = (size_t)status.st_size, start = length < (1 << 16) ? length : 1 << 16;
  const char *bytes = mmap(NULL, length, PROT_READ, MAP_SHARED, file, 0);
  check(bytes != MAP_FAILED, "mmap");
  madvise((void *)bytes, length, MADV_SEQUENTIAL);
  if (n == 1) {
    feed_mapped(tally, bytes, length);
    return;
  }
  start = after_newline(bytes, start, length);
  httpstatus_tally_feed(tally, bytes, start);
  size_t each = (length - start) / (size_t)n + 1;
  for (int i = 0; i < n; i++) {
    size_t wanted = start + each < length ? after_newline(bytes, start + each, length) : length;
    parts[i].bytes = bytes + start;
    parts[i].length = wanted - start;
    check(httpstatus_tally_fork(&parts[i].tally, tally, start) == 0, "fork");
    check(pthread_create(&parts[i].thread, NULL, feed, &parts[i]) == 0, "thread");
    start = wanted;
  }
  for (int i = 0; i < n; i++) {
    pthread_join(parts[i].thread, NULL);
    httpstatus_tally_merge(tally, &parts[i].tally);
  }
}

/* Without a tally it only reads. */
static void read_all(httpstatus_tally *tally, int file, size_t size)
{
  char *buffer = malloc(size);
  ssize_t n;
  check(buffer != NULL, "malloc");
  while ((n = read(file, buffer, size)) > 0) {
    if (tally != NULL) {
      httpstatus_tally_feed(tally, buffer, (size_t)n);
    }
  }
  check(n == 0, "read");
  free(buffer);
}

int main(int argc, char **argv)
{
  static httpstatus_tally tally;
  if (argc == 2 && strcmp(argv[1], "drain") == 0) {
    fcntl(0, F_SETPIPE_SZ, PIPE);
    read_all(NULL, 0, PIPE);
    return 0;
  }
  check(argc >= 4 && httpstatus_tally_init(&tally, argv[3], strlen(argv[3])) == 0, "arguments");
  if (strcmp(argv[1], "map") == 0) {
    map(&tally, argv[4], atoi(argv[2]));
  } else if (strcmp(argv[1], "read") == 0) {
    int file = open(argv[4], O_RDONLY);
    check(file >= 0, argv[4]);
    posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL);
    read_all(&tally, file, BUFFER);
  } else {
    fcntl(0, F_SETPIPE_SZ, PIPE);
    read_all(&tally, 0, PIPE);
  }
  check(httpstatus_tally_finish(&tally) == 0, "log");
  printf("{\"lines\": %ju, \"bytes\": %ju, \"no_status\": %ju, \"recovered\": %ju, \"unparsed\": %ju, \"blank\": %ju, "
         "\"counts\": {",
         (uintmax_t)tally.lines, (uintmax_t)tally.bytes, (uintmax_t)tally.no_status, (uintmax_t)tally.recovered,
         (uintmax_t)tally.unparsed, (uintmax_t)tally.blank);
  const char *comma = "";
  for (int code = 0; code < HTTPSTATUS_TALLY_CODES; code++) {
    if (tally.counts[code] > 0) {
      printf("%s\"%d\": %ju", comma, code, (uintmax_t)tally.counts[code]);
      comma = ", ";
    }
  }
  puts("}}");
  return 0;
}
