/*
 * Triage of an access log in any format the library knows: how often each status occurs, most frequent first, and how
 * often each category.
 */
#include <httpstatus.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODES = HTTPSTATUS_TALLY_CODES, CATEGORIES = HTTPSTATUS_CATEGORY_SERVER_ERROR + 1 };

static httpstatus_tally tally;

/* Tallies the whole file. Returns an error of the library, or 1 for one of the system. */
static int tally_file(FILE *log)
{
  static char buffer[256 * 1024];
  size_t n;
  int error = httpstatus_tally_init(&tally, "auto", 4);
  while (error == 0 && (n = fread(buffer, 1, sizeof buffer, log)) > 0) {
    error = httpstatus_tally_feed(&tally, buffer, n);
  }
  if (error == 0 && ferror(log)) {
    return 1;
  }
  return error == 0 ? httpstatus_tally_finish(&tally) : error;
}

static int by_count(const void *a, const void *b)
{
  int left = *(const int *)a, right = *(const int *)b;
  if (tally.counts[left] != tally.counts[right]) {
    return tally.counts[left] < tally.counts[right] ? 1 : -1;
  }
  return left - right;
}

static void print_codes(void)
{
  int codes[CODES], n = 0;
  for (int code = 0; code < CODES; code++) {
    if (tally.counts[code] > 0) {
      codes[n++] = code;
    }
  }
  qsort(codes, (size_t)n, sizeof codes[0], by_count);
  for (int i = 0; i < n; i++) {
    char label[100];
    httpstatus_label(codes[i], label, sizeof label);
    printf("%9" PRIu64 "  %s\n", tally.counts[codes[i]], label);
  }
}

static const char *word(int category)
{
  return httpstatus_category_word((httpstatus_category)category);
}

static void print_categories(void)
{
  uint64_t categories[CATEGORIES] = {0};
  for (int code = 0; code < CODES; code++) {
    categories[httpstatus_classify(code)] += tally.counts[code];
  }
  for (int left = CATEGORIES; left > 0; left--) {
    int most = 0;
    for (int i = 1; i < CATEGORIES; i++) {
      if (categories[i] > categories[most] ||
          (categories[i] == categories[most] && strcmp(word(i), word(most)) < 0)) {
        most = i;
      }
    }
    if (categories[most] > 0) {
      printf("%9" PRIu64 "  %s\n", categories[most], word(most));
    }
    categories[most] = 0;
  }
}

int main(int argc, char **argv)
{
  FILE *log = argc > 1 ? fopen(argv[1], "rb") : stdin;
  int error = log == NULL ? 1 : tally_file(log);
  if (error == 1) {
    perror(argc > 1 ? argv[1] : "stdin");
  } else if (error < 0) {
    fprintf(stderr, "%s\n", httpstatus_error_text(error));
  }
  if (log != NULL && log != stdin) {
    fclose(log);
  }
  if (error != 0) {
    return 2;
  }
  char format[HTTPSTATUS_TALLY_FORMAT];
  httpstatus_tally_format(&tally, format, sizeof format);
  print_codes();
  print_categories();
  printf("%9" PRIu64 "  lines (%s), %" PRIu64 " without a status, ", tally.lines, format, tally.no_status);
  printf("%" PRIu64 " recovered, %" PRIu64 " not understood, ", tally.recovered, tally.unparsed);
  printf("%" PRIu64 " blank\n", tally.blank);
  return 0;
}
