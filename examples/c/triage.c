/*
 * Triage of an access log in Common or Combined format: how often each status occurs, most frequent first, and how
 * often each category. The status is the word after the quoted request.
 */
#define _POSIX_C_SOURCE 200809L
#include <httpstatus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODES = 1000, CATEGORIES = HTTPSTATUS_CATEGORY_SERVER_ERROR + 1 };

static long counts[CODES], categories[CATEGORIES], lines, no_status, unparsed;

/* The text after the closing quote of the request, NULL without one. A backslash keeps a quote from closing. */
static const char *after_request(const char *line)
{
  const char *p = strchr(line, '"');
  for (p = p == NULL ? "" : p + 1; *p != '\0' && *p != '"'; p++) {
    if (*p == '\\' && p[1] != '\0') {
      p++;
    }
  }
  return *p == '\0' ? NULL : p + 1;
}

static void count_line(const char *line)
{
  lines++;
  const char *rest = after_request(line);
  if (rest != NULL && rest[0] == ' ') {
    size_t length = strcspn(rest + 1, " \r\n");
    if (length == 1 && rest[1] == '-') {
      no_status++;
      return;
    }
    if (length == 3 && strspn(rest + 1, "0123456789") == 3) {
      int code = atoi(rest + 1);
      counts[code]++;
      categories[httpstatus_classify(code)]++;
      return;
    }
  }
  unparsed++;
}

static int by_count(const void *a, const void *b)
{
  int left = *(const int *)a, right = *(const int *)b;
  if (counts[left] != counts[right]) {
    return counts[left] < counts[right] ? 1 : -1;
  }
  return left - right;
}

static void print_codes(void)
{
  int codes[CODES], n = 0;
  for (int code = 0; code < CODES; code++) {
    if (counts[code] > 0) {
      codes[n++] = code;
    }
  }
  qsort(codes, (size_t)n, sizeof codes[0], by_count);
  for (int i = 0; i < n; i++) {
    char label[100];
    httpstatus_label(codes[i], label, sizeof label);
    printf("%9ld  %s\n", counts[codes[i]], label);
  }
}

static const char *word(int category)
{
  return httpstatus_category_word((httpstatus_category)category);
}

static void print_categories(void)
{
  for (int left = CATEGORIES; left > 0; left--) {
    int most = 0;
    for (int i = 1; i < CATEGORIES; i++) {
      if (categories[i] > categories[most] ||
          (categories[i] == categories[most] && strcmp(word(i), word(most)) < 0)) {
        most = i;
      }
    }
    if (categories[most] > 0) {
      printf("%9ld  %s\n", categories[most], word(most));
    }
    categories[most] = -1;
  }
}

int main(int argc, char **argv)
{
  FILE *log = argc > 1 ? fopen(argv[1], "rb") : stdin;
  if (log == NULL) {
    perror(argv[1]);
    return 2;
  }
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, log) >= 0) {
    count_line(line);
  }
  free(line);
  if (log != stdin) {
    fclose(log);
  }
  print_codes();
  print_categories();
  printf("%9ld  lines, %ld without a status, %ld not understood\n", lines, no_status, unparsed);
  return 0;
}
