/*
 * Checks response heads as curl -si prints them, out of a file or standard input: what is wrong with each, and what to
 * do about it. Heads are separated by an empty line.
 */
#include <httpstatus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 1000, LENGTH = 1 << 16, FINDINGS = 1000 };

static char texts[LINES][LENGTH];
static httpstatus_field_line lines[LINES];
static httpstatus_lint_finding findings[FINDINGS];

/* Reads a line without its end; false if there is none. */
static int read_line(FILE *file, char *line)
{
  if (fgets(line, LENGTH, file) == NULL) {
    return 0;
  }
  line[strcspn(line, "\r\n")] = '\0';
  return 1;
}

static void check(const char *status_line, size_t n)
{
  httpstatus_parsed parsed;
  if (httpstatus_parse(status_line, strlen(status_line), &parsed, NULL) != 0) {
    printf("%s: not a status line\n", status_line);
    return;
  }
  httpstatus_lint_head head = {.size = sizeof head, .status = parsed.code, .lines = lines, .n_lines = n};
  if (parsed.version != NULL) {
    httpstatus_lint_version_from_word(parsed.version, parsed.version_length, &head.version);
  }
  char label[160], message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  httpstatus_label(parsed.code, label, sizeof label);
  printf("%s\n", label);
  int found = httpstatus_lint(&head, NULL, findings, FINDINGS);
  for (int i = 0; i < found && i < FINDINGS; i++) {
    const httpstatus_lint_rule *rule = findings[i].rule;
    httpstatus_lint_message(&findings[i], &head, message, sizeof message);
    printf("  %s: %s [%s]\n", httpstatus_lint_severity_word(findings[i].severity), message, rule->sections);
    printf("    %s\n", rule->fix);
  }
}

int main(int argc, char **argv)
{
  static char status_line[LENGTH];
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : stdin;
  if (file == NULL) {
    perror(argv[1]);
    return 2;
  }
  while (read_line(file, status_line)) {
    size_t n = 0;
    while (n < LINES && read_line(file, texts[n]) && texts[n][0] != '\0') {
      size_t name = strcspn(texts[n], ":");
      const char *value = texts[n] + name + (texts[n][name] == ':');
      lines[n] = (httpstatus_field_line){texts[n], name, value, strlen(value)};
      n++;
    }
    check(status_line, n);
  }
  return 0;
}
