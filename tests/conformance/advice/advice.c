/* Writes the answers of content, retry, redirect and cacheability as C gives them: see advice.txt, which it reads. */
#include <httpstatus.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODES = 1000, METHODS = 14, INPUTS = 256, ANSWERS = 1024, ROWS = 4096, FIELDS = 8, TEXT = 1024 };

/* One line of inputs, in pieces that are NUL-terminated. */
typedef struct input {
  char line[256];
  char *keys[FIELDS + 8];
  char *values[FIELDS + 8];
  int n;
  httpstatus_field_line fields[FIELDS];
  size_t n_fields;
} input;

static const char *const methods[METHODS] = {"", "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE",
                                             "PATCH", "QUERY", "PROPFIND", "LOCK", "FOO"};
static input inputs[INPUTS];
static size_t n_inputs;
static char *answers[ANSWERS];
static int n_answers;
static unsigned short rows[ROWS][INPUTS];
static int n_rows;
static int table[CODES][METHODS];

/* Items are separated by " | ", and are "key=value" or "Name: value". */
static void read_input(input *in, const char *line)
{
  strcpy(in->line, line);
  for (char *item = in->line; item != NULL && *item != '\0';) {
    char *end = strstr(item, " | ");
    if (end != NULL) {
      *end = '\0';
    }
    char *colon = strstr(item, ": "), *equals = strchr(item, '=');
    if (colon != NULL && (equals == NULL || colon < equals)) {
      in->fields[in->n_fields++] =
        (httpstatus_field_line){item, (size_t)(colon - item), colon + 2, strlen(colon + 2)};
    } else {
      *equals = '\0';
      in->keys[in->n] = item;
      in->values[in->n++] = equals + 1;
    }
    item = end == NULL ? NULL : end + 3;
  }
}

static const char *value_of(const input *in, const char *key)
{
  for (int i = 0; i < in->n; i++) {
    if (strcmp(in->keys[i], key) == 0) {
      return in->values[i];
    }
  }
  return NULL;
}

static bool flag_of(const input *in, const char *key)
{
  const char *value = value_of(in, key);
  return value != NULL && strcmp(value, "yes") == 0;
}

static httpstatus_told told_of(const input *in, const char *key)
{
  const char *value = value_of(in, key);
  return value == NULL               ? HTTPSTATUS_TOLD_NOT_GIVEN
         : strcmp(value, "yes") == 0 ? HTTPSTATUS_TOLD_YES
                                     : HTTPSTATUS_TOLD_NO;
}

static void put_field(char *text, const httpstatus_field *field, const void *record)
{
  char *end = text + strlen(text);
  size_t length;
  const char *slice = httpstatus_field_slice(field, record, &length);
  switch (field->type) {
  case HTTPSTATUS_FIELD_BOOL:
    strcpy(end, httpstatus_field_number(field, record) ? "yes" : "no");
    break;
  case HTTPSTATUS_FIELD_TOLD:
    strcpy(end, httpstatus_told_word(httpstatus_field_told(field, record)));
    break;
  case HTTPSTATUS_FIELD_TEXT:
    sprintf(end, "%.*s", slice == NULL ? 1 : (int)length, slice == NULL ? "-" : slice);
    break;
  case HTTPSTATUS_FIELD_SECONDS:
    if (httpstatus_field_seconds(field, record) < 0) {
      strcpy(end, "-");
    } else {
      sprintf(end, "%" PRId64, httpstatus_field_seconds(field, record));
    }
    break;
  case HTTPSTATUS_FIELD_STRINGS:
    strcpy(end, "-");
    for (size_t i = 0; i < httpstatus_field_count(field, record); i++) {
      end += sprintf(end, "%s%s", i == 0 ? "" : ", ", httpstatus_field_string_at(field, record, i));
    }
    break;
  default:
    strcpy(end, httpstatus_field_text(field, record));
  }
}

static const char *text_of(const httpstatus_field *fields, size_t n, const void *record)
{
  static char text[TEXT];
  text[0] = '\0';
  for (size_t i = 0; i < n; i++) {
    strcat(text, i == 0 ? "" : " | ");
    put_field(text, &fields[i], record);
  }
  return text;
}

static const char *content(int code, const char *method, const input *in)
{
  (void)in;
  static char text[TEXT];
  sprintf(text, "%s | %s", httpstatus_content_rule_word(httpstatus_content(code, method, strlen(method))),
          httpstatus_may_have_content(code, method, strlen(method)) ? "yes" : "no");
  return text;
}

static const char *retry(int code, const char *method, const input *in)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_retry_fields(&n);
  const char *retry_after = value_of(in, "retry_after"), *made = value_of(in, "retries_made");
  const char *max = value_of(in, "max_retries"), *policy = value_of(in, "policy"), *vendor = value_of(in, "vendor");
  httpstatus_line line = {retry_after, retry_after == NULL ? 0 : strlen(retry_after)};
  int max_retries = max == NULL ? 0 : atoi(max);
  httpstatus_retry_options options = {
    .size = sizeof options,
    .retry_after = retry_after == NULL ? NULL : &line,
    .n_retry_after = 1,
    .retries_made = made == NULL ? 0 : atoi(made),
    .max_retries = max == NULL ? NULL : &max_retries,
    .repeatable = flag_of(in, "repeatable"),
    .proxy = flag_of(in, "proxy"),
    .early_data = told_of(in, "early_data"),
    .user_action = told_of(in, "user_action"),
    .vendor = vendor,
    .vendor_length = vendor == NULL ? 0 : strlen(vendor),
    .policy = policy,
    .policy_length = policy == NULL ? 0 : strlen(policy),
  };
  httpstatus_retry_result result;
  if (httpstatus_retry(code, method, strlen(method), &options, &result) < 0) {
    abort();
  }
  return text_of(fields, n, &result);
}

static const char *redirect(int code, const char *method, const input *in)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_redirect_fields(&n);
  const char *location = value_of(in, "location"), *retry_after = value_of(in, "retry_after");
  const char *policy = value_of(in, "policy");
  httpstatus_line line = {retry_after, retry_after == NULL ? 0 : strlen(retry_after)};
  httpstatus_redirect_options options = {
    .size = sizeof options,
    .no_location = location != NULL && strcmp(location, "no") == 0,
    .retry_after = retry_after == NULL ? NULL : &line,
    .n_retry_after = 1,
    .not_replayable = told_of(in, "replayable") == HTTPSTATUS_TOLD_NO,
  };
  if (location != NULL && !options.no_location) {
    options.location = location;
    options.location_length = strlen(location);
  }
  if (policy != NULL && httpstatus_redirect_policy_from_word(policy, strlen(policy), &options.policy) < 0) {
    abort();
  }
  httpstatus_redirect_result result;
  httpstatus_redirect(code, method, strlen(method), &options, &result);
  return text_of(fields, n, &result);
}

static const char *cacheability(int code, const char *method, const input *in)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_cacheability_fields(&n);
  httpstatus_cache_options options = {
    .size = sizeof options,
    .shared = flag_of(in, "shared"),
    .content_location_is_target = flag_of(in, "content_location_is_target"),
    .request_authorized = told_of(in, "request_authorized"),
  };
  httpstatus_cache_result result;
  httpstatus_cacheability(code, method, strlen(method), in->fields, in->n_fields, &options, &result);
  return text_of(fields, n, &result);
}

static int answer_of(const char *text)
{
  int i = 0;
  while (i < n_answers && strcmp(answers[i], text) != 0) {
    i++;
  }
  if (i == n_answers) {
    answers[i] = strcpy(malloc(strlen(text) + 1), text);
    n_answers++;
  }
  return i;
}

static int row_of(const unsigned short *row)
{
  int i = 0;
  while (i < n_rows && memcmp(rows[i], row, sizeof rows[0]) != 0) {
    i++;
  }
  if (i == n_rows) {
    memcpy(rows[n_rows++], row, sizeof rows[0]);
  }
  return i;
}

static void write_section(const char *(*decide)(int, const char *, const input *))
{
  for (int code = 0; code < CODES; code++) {
    for (int j = 0; j < METHODS; j++) {
      unsigned short row[INPUTS] = {0};
      for (size_t i = 0; i < n_inputs; i++) {
        row[i] = (unsigned short)answer_of(decide(code, methods[j], &inputs[i]));
      }
      table[code][j] = row_of(row);
    }
  }
  for (int i = 0; i < n_answers; i++) {
    printf("answer %s\n", answers[i]);
    free(answers[i]);
  }
  for (int i = 0; i < n_rows; i++) {
    printf("row");
    for (size_t j = 0; j < n_inputs;) {
      size_t next = j;
      while (next < n_inputs && rows[i][next] == rows[i][j]) {
        next++;
      }
      printf(next - j > 1 ? " %dx%zu" : " %d", rows[i][j], next - j);
      j = next;
    }
    printf("\n");
  }
  bool told[CODES] = {false};
  for (int code = 0; code < CODES; code++) {
    httpstatus_set alike = {{0}};
    for (int other = code; other < CODES && !told[code]; other++) {
      if (memcmp(table[code], table[other], sizeof table[0]) == 0) {
        httpstatus_set_add(&alike, other);
      }
    }
    if (!told[code]) {
      char text[HTTPSTATUS_SET_TEXT];
      httpstatus_set_text(&alike, text, sizeof text);
      printf("codes %s", text);
      for (int j = 0; j < METHODS; j++) {
        printf(" %d", table[code][j]);
      }
      printf("\n");
    }
    for (int other = code; other < CODES; other++) {
      told[other] = told[other] || httpstatus_set_contains(&alike, other);
    }
  }
  n_inputs = 0;
  n_answers = 0;
  n_rows = 0;
  memset(inputs, 0, sizeof inputs);
}

int main(int argc, char **argv)
{
  static char line[TEXT];
  FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
  const char *(*decide)(int, const char *, const input *) = NULL;
  while (file != NULL && fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "input", 5) == 0) {
      read_input(&inputs[n_inputs++], line[5] == '\0' ? "" : line + 6);
    } else if (strncmp(line, "section ", 8) == 0) {
      decide = strcmp(line + 8, "content") == 0    ? content
               : strcmp(line + 8, "retry") == 0    ? retry
               : strcmp(line + 8, "redirect") == 0 ? redirect
                                                   : cacheability;
    } else if (strcmp(line, "end") == 0) {
      write_section(decide);
    }
    if (strncmp(line, "answer ", 7) != 0 && strncmp(line, "row ", 4) != 0 && strncmp(line, "codes ", 6) != 0) {
      puts(line);
    }
  }
  return file == NULL;
}
