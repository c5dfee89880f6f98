/*
 * Explains statuses: explain [--full] [--compare] [--format F] [--role R] [--vendor V] [--method M] [--width N] TEXT...
 * With --compare the texts are taken two by two.
 */
#include <httpstatus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a code out of a text, or ends the program. */
static int code_of(const char *text)
{
  httpstatus_parsed parsed;
  size_t position;
  int error = httpstatus_parse(text, strlen(text), &parsed, &position);
  if (error != 0) {
    char message[512];
    httpstatus_parse_message(error, text, strlen(text), position, message, sizeof message);
    fprintf(stderr, "explain: %s\n", message);
    exit(1);
  }
  return parsed.code;
}

int main(int argc, char **argv)
{
  httpstatus_explain_options options = {.size = sizeof options};
  bool compare = false;
  int i = 1;
  for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
    const char *value = i + 1 < argc ? argv[i + 1] : "";
    if (strcmp(argv[i], "--full") == 0) {
      options.full = true;
    } else if (strcmp(argv[i], "--compare") == 0) {
      compare = true;
    } else if (strcmp(argv[i], "--format") == 0 &&
               httpstatus_format_from_word(value, strlen(value), &options.format) == 0) {
      i++;
    } else if (strcmp(argv[i], "--role") == 0 && httpstatus_role_from_word(value, strlen(value), &options.role) == 0) {
      i++;
    } else if (strcmp(argv[i], "--vendor") == 0) {
      options.vendor = argv[++i];
      options.vendor_length = strlen(value);
    } else if (strcmp(argv[i], "--method") == 0) {
      options.method = argv[++i];
      options.method_length = strlen(value);
    } else if (strcmp(argv[i], "--width") == 0) {
      options.width = atoi(value);
      i++;
    } else {
      fprintf(stderr, "explain: what is %s %s?\n", argv[i], value);
      return 2;
    }
  }
  for (; i < argc; i += compare ? 2 : 1) {
    static char text[1 << 16];
    size_t position = 0;
    int length = compare && i + 1 < argc
                   ? httpstatus_compare(code_of(argv[i]), code_of(argv[i + 1]), &options, text, sizeof text)
                   : httpstatus_explain_text(argv[i], strlen(argv[i]), &options, text, sizeof text, &position);
    if (length < 0) {
      char message[512];
      httpstatus_parse_message(length, argv[i], strlen(argv[i]), position, message, sizeof message);
      fprintf(stderr, "explain: %s\n", message);
      return 1;
    }
    fputs(text, stdout);
  }
  return 0;
}
