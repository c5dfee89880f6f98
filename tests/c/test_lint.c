#include "test.h"

#include <stdio.h>

enum { LINES = 16, TEXT = 4096, FINDINGS = 256 };

/* An example of tests/data/lint.txt, whose head says how it is written. Texts are in blocks of just their length. */
typedef struct example {
  char sign;
  char rules[256]; /* the id of its rule, and ", " before each other */
  httpstatus_lint_head head;
  httpstatus_field_line lines[LINES], request_lines[LINES];
  char *texts[4 * LINES + 1];
  size_t n_texts;
} example;

static char *keep(example *made, const char *text, size_t length)
{
  assert_true(made->n_texts < COUNT(made->texts));
  return made->texts[made->n_texts++] = exact(text, length);
}

static void forget(example *made)
{
  for (size_t i = 0; i < made->n_texts; i++) {
    free(made->texts[i]);
  }
}

/* Takes out the escapes, and returns the length of what is left. */
static size_t unescape(char *text)
{
  static const char from[] = "rnt0\\", to[] = {'\r', '\n', '\t', '\0', '\\'};
  char *out = text;
  for (const char *at = text; *at != '\0'; at++) {
    if (*at != '\\') {
      *out++ = *at;
    } else if (*++at == 'x') {
      char digits[] = {at[1], at[2], '\0'};
      *out++ = (char)strtol(digits, NULL, 16);
      at += 2;
    } else {
      assert_non_null(strchr(from, *at));
      *out++ = to[strchr(from, *at) - from];
    }
  }
  return (size_t)(out - text);
}

/* Cuts text at the first separator and returns what stands behind it, NULL if there is none. */
static char *cut(char *text, const char *separator)
{
  char *found = strstr(text, separator);
  if (found == NULL) {
    return NULL;
  }
  *found = '\0';
  return found + strlen(separator);
}

static size_t read_fields(example *made, char *text, httpstatus_field_line *lines)
{
  size_t n = 0;
  while (text != NULL) {
    char *rest = cut(text, " | "), *value = cut(text, ":");
    assert_true(n < LINES && value != NULL);
    value += *value == ' ';
    lines[n].name_length = unescape(text);
    lines[n].name = keep(made, text, lines[n].name_length);
    lines[n].value_length = unescape(value);
    lines[n].value = keep(made, value, lines[n].value_length);
    n++;
    text = rest;
  }
  return n;
}

static bool read_version(const char *word, httpstatus_lint_version *version)
{
  return httpstatus_lint_version_from_word(word, strlen(word), version) == 0;
}

static void read_request(example *made, char *text)
{
  char *fields = cut(text, "{"), *next;
  if (fields != NULL) {
    made->head.request_known = true;
    fields[strlen(fields) - 1] = '\0';
    made->head.request_lines = made->request_lines;
    made->head.n_request_lines = *fields == '\0' ? 0 : read_fields(made, fields, made->request_lines);
  }
  for (; text != NULL && *text != '\0'; text = next) {
    next = cut(text, " ");
    if (!read_version(text, &made->head.request_version)) {
      made->head.method_length = strlen(text);
      made->head.method = keep(made, text, strlen(text));
    }
  }
}

/* Reads a line of the file; false if it is no example. */
static bool read_example(char *line, example *made)
{
  memset(made, 0, sizeof *made);
  made->head = (httpstatus_lint_head){
    .size = sizeof made->head, .version = HTTPSTATUS_LINT_VERSION_1_1, .lines = made->lines};
  line[strcspn(line, "\n")] = '\0';
  if ((line[0] != '-' && line[0] != '+') || line[1] != ' ') {
    return false;
  }
  made->sign = line[0];
  char *text = cut(line, ": ");
  assert_non_null(text);
  strcpy(made->rules, line + 2);
  char *response = cut(text, " -> ");
  if (response != NULL) {
    read_request(made, text);
  } else {
    response = text;
  }
  char *fields = cut(response, " | "), *next;
  while ((next = cut(response, " ")) != NULL) {
    if (strcmp(response, "merged") == 0) {
      made->head.merged = true;
    } else if (!read_version(response, &made->head.version)) {
      made->head.version = HTTPSTATUS_LINT_VERSION_UNKNOWN;
    }
    response = next;
  }
  made->head.status = atoi(response);
  made->head.n_lines = fields == NULL ? 0 : read_fields(made, fields, made->lines);
  return true;
}

static httpstatus_lint_set select_rules(const char *text)
{
  httpstatus_lint_set rules;
  assert_int_equal(httpstatus_lint_select(HTTPSTATUS_LINT_PROFILE_WIRE, false, text, strlen(text), &rules, NULL), 0);
  return rules;
}

/* The rules that fire, each once, separated by ", ". */
static void list_rules(const httpstatus_lint_head *head, const httpstatus_lint_set *rules, char listed[256])
{
  httpstatus_lint_finding findings[FINDINGS];
  int n = httpstatus_lint(head, rules, findings, FINDINGS);
  assert_in_range(n, 0, FINDINGS);
  listed[0] = '\0';
  for (int i = 0; i < n; i++) {
    if (i == 0 || findings[i].rule != findings[i - 1].rule) {
      strcat(listed, i == 0 ? "" : ", ");
      strcat(listed, findings[i].rule->id);
    }
    char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
    int length = httpstatus_lint_message(&findings[i], head, message, sizeof message);
    assert_int_equal(length, strlen(message));
    assert_true(is_printable(message));
  }
}

/* Is word one of the words of a list that is separated by ", "? */
static bool lists(const char *list, const char *word)
{
  size_t length = strlen(word);
  for (const char *at = list; (at = strstr(at, word)) != NULL; at += length) {
    if ((at == list || at[-1] == ' ') && (at[length] == '\0' || at[length] == ',')) {
      return true;
    }
  }
  return false;
}

static void examples_fire_what_they_say(void **state)
{
  (void)state;
  FILE *file = fopen(TEST_DATA "/lint.txt", "r");
  assert_non_null(file);
  char line[TEXT], told[TEXT], selected[300], fired[256];
  int n = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    example made;
    strcpy(told, line);
    if (read_example(line, &made)) {
      char *others = cut(made.rules, ", ");
      snprintf(selected, sizeof selected, "!date-missing,%s", made.rules);
      httpstatus_lint_set rules = select_rules(selected);
      list_rules(&made.head, &rules, fired);
      if (lists(fired, made.rules) != (made.sign == '-')) {
        fail_msg("fired: %s; example: %s", fired, told);
      }
      for (char *other = others, *next; other != NULL; other = next) {
        next = cut(other, ", ");
        if (!lists(fired, other)) {
          fail_msg("fired: %s; example: %s", fired, told);
        }
      }
      n++;
    }
    forget(&made);
  }
  fclose(file);
  assert_true(n > 600);
}

static void rules_are_complete(void **state)
{
  (void)state;
  const httpstatus_lint_rule *rule;
  size_t n = 0;
  for (; (rule = httpstatus_lint_rule_at(n)) != NULL; n++) {
    assert_ptr_equal(httpstatus_lint_find_rule(rule->id, strlen(rule->id)), rule);
    assert_true(is_printable(rule->id) && is_printable(rule->sections) && is_printable(rule->summary));
    assert_true(is_printable(rule->rationale) && is_printable(rule->fix));
    assert_non_null(httpstatus_lint_severity_word(rule->severity));
    assert_int_equal(strspn(rule->id, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(rule->id));
    assert_true(strlen(rule->summary) <= 100);
  }
  assert_true(n > 90);
  assert_null(httpstatus_lint_rule_at(n + 1000));
  assert_null(httpstatus_lint_find_rule("no-such-rule", 12));
  assert_null(httpstatus_lint_find_rule(NULL, 12));
  size_t count;
  const httpstatus_field *fields = httpstatus_lint_rule_fields(&count);
  assert_int_equal(count, 8);
  assert_string_equal(httpstatus_field_text(&fields[0], httpstatus_lint_rule_at(0)), "status-out-of-range");
}

static bool is_on(const httpstatus_lint_set *rules, const char *id)
{
  for (size_t i = 0; httpstatus_lint_rule_at(i) != NULL; i++) {
    if (strcmp(httpstatus_lint_rule_at(i)->id, id) == 0) {
      return (rules->bits[i / 64] >> i % 64 & 1) != 0;
    }
  }
  return false;
}

static size_t count_on(const httpstatus_lint_set *rules)
{
  size_t n = 0;
  for (size_t i = 0; i < 256; i++) {
    n += rules->bits[i / 64] >> i % 64 & 1;
  }
  return n;
}

static void rules_turn_on_and_off(void **state)
{
  (void)state;
  httpstatus_lint_set rules = select_rules("");
  assert_true(is_on(&rules, "date-missing") && !is_on(&rules, "close-delimited"));
  rules = select_rules(" !date-missing ,close-delimited");
  assert_true(!is_on(&rules, "date-missing") && is_on(&rules, "close-delimited"));
  rules = select_rules("! @all , etag-invalid");
  assert_true(is_on(&rules, "etag-invalid"));
  assert_int_equal(count_on(&rules), 1);
  rules = select_rules("@all,!@note,!@warning");
  for (size_t i = 0; httpstatus_lint_rule_at(i) != NULL; i++) {
    bool error = httpstatus_lint_rule_at(i)->severity == HTTPSTATUS_LINT_SEVERITY_ERROR;
    assert_int_equal(is_on(&rules, httpstatus_lint_rule_at(i)->id), error);
  }
  assert_int_equal(httpstatus_lint_select(HTTPSTATUS_LINT_PROFILE_APP, true, NULL, 7, &rules, NULL), 0);
  assert_true(!is_on(&rules, "date-missing") && !is_on(&rules, "close-delimited"));
  assert_true(is_on(&rules, "heuristically-cacheable") && is_on(&rules, "etag-invalid"));
  assert_int_equal(httpstatus_lint_select(HTTPSTATUS_LINT_PROFILE_WIRE, true, NULL, 0, &rules, NULL), 0);
  size_t n = 0;
  while (httpstatus_lint_rule_at(n) != NULL) {
    n++;
  }
  assert_int_equal(count_on(&rules), n);

  static const struct {
    const char *text;
    size_t position;
  } bad[] = {
    {",", 0}, {"@note,", 6}, {"@note,,@all", 6}, {"@note, nothing", 7}, {"@", 0}, {"@notes", 0}, {"!", 0},
    {"ETag-Invalid", 0}, {"@etag-invalid", 0}, {"all", 0}, {"!!@all", 0}, {" @all x", 1},
  };
  for (size_t i = 0; i < COUNT(bad); i++) {
    httpstatus_lint_set kept = {{7, 7, 7, 7}};
    size_t position = 1000;
    char *text = exact(bad[i].text, strlen(bad[i].text));
    assert_int_equal(httpstatus_lint_select(HTTPSTATUS_LINT_PROFILE_WIRE, false, text, strlen(bad[i].text), &kept,
                                            &position), HTTPSTATUS_E_RULE);
    assert_int_equal(position, bad[i].position);
    assert_int_equal(count_on(&kept), 12);
    free(text);
  }
}

static httpstatus_field_line line_of(const char *name, const char *value)
{
  return (httpstatus_field_line){name, strlen(name), value, strlen(value)};
}

static void what_is_lacking_is_told(void **state)
{
  (void)state;
  httpstatus_field_line lines[] = {line_of("Content-Length", "5"), line_of("Upgrade", "h2c")};
  httpstatus_lint_head head = {.size = sizeof head, .status = 206, .lines = lines, .n_lines = 2, .merged = true};
  httpstatus_lint_skip skips[64];
  int n = httpstatus_lint_skipped(&head, NULL, skips, COUNT(skips));
  char told[2000] = "";
  for (int i = 0; i < n; i++) {
    strcat(told, skips[i].rule->id);
    strcat(told, ":");
    strcat(told, httpstatus_lint_input_word(skips[i].input));
    strcat(told, " ");
  }
  assert_string_equal(told, "upgrade-not-in-connection:version content-length-forbidden:method "
                            "content-type-missing:method connection-fields-h2:version singleton-repeated:repeats "
                            "partial-unrequested:request_fields range-status-wrong-method:method "
                            "if-range-ignored:request_fields ");
  assert_int_equal(httpstatus_lint_skipped(&head, NULL, NULL, 0), n);
  assert_int_equal(httpstatus_lint_skipped(&head, NULL, skips, 2), n);

  head.method = "GET";
  head.method_length = 3;
  head.version = head.request_version = HTTPSTATUS_LINT_VERSION_1_1;
  head.request_known = true;
  head.merged = false;
  assert_int_equal(httpstatus_lint_skipped(&head, NULL, skips, COUNT(skips)), 0);
}

static void findings_are_ordered_and_counted(void **state)
{
  (void)state;
  httpstatus_field_line lines[] = {
    line_of("Server", "a"), line_of("Age", "x"), line_of("ETag", "b"), line_of("Server", "c"), line_of("Age", "y"),
  };
  httpstatus_lint_head head = {.size = sizeof head, .status = 600, .lines = lines, .n_lines = COUNT(lines)};
  httpstatus_lint_finding findings[16];
  static const struct {
    const char *rule;
    size_t line;
  } expected[] = {
    {"status-out-of-range", HTTPSTATUS_LINT_NO_LINE}, {"singleton-repeated", 3}, {"singleton-repeated", 4},
    {"etag-invalid", 2}, {"age-invalid", 1}, {"age-invalid", 4},
  };
  assert_int_equal(httpstatus_lint(&head, NULL, findings, COUNT(findings)), COUNT(expected));
  for (size_t i = 0; i < COUNT(expected); i++) {
    assert_string_equal(findings[i].rule->id, expected[i].rule);
    assert_true(findings[i].line == expected[i].line);
  }
  assert_ptr_equal(findings[3].text, lines[2].value);
  assert_int_equal(findings[3].length, 1);
  httpstatus_lint_finding few[2];
  assert_int_equal(httpstatus_lint(&head, NULL, few, 2), COUNT(expected));
  assert_true(few[0].rule == findings[0].rule && few[1].rule == findings[1].rule && few[1].line == findings[1].line);
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), COUNT(expected));

  httpstatus_lint_set rules = select_rules("!@all,age-invalid");
  assert_int_equal(httpstatus_lint(&head, &rules, findings, COUNT(findings)), 2);
  assert_string_equal(findings[0].rule->id, "age-invalid");
}

static const char *only_message(const char *rule, const char *name, const char *value)
{
  static char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  httpstatus_field_line line = line_of(name, value);
  httpstatus_lint_head head = {
    .size = sizeof head, .status = 405, .lines = &line, .n_lines = 1, .method = "G\"T", .method_length = 3};
  httpstatus_lint_finding finding;
  char selected[100];
  snprintf(selected, sizeof selected, "!@all,%s", rule);
  httpstatus_lint_set rules = select_rules(selected);
  assert_int_equal(httpstatus_lint(&head, &rules, &finding, 1), 1);
  int length = httpstatus_lint_message(&finding, &head, message, sizeof message);
  assert_int_equal(length, strlen(message));
  char few[8];
  assert_int_equal(httpstatus_lint_message(&finding, &head, few, sizeof few), length);
  assert_memory_equal(few, message, 7);
  assert_int_equal(few[7], 0);
  assert_int_equal(httpstatus_lint_message(&finding, &head, NULL, 0), length);
  return message;
}

static void messages_name_what_is_wrong(void **state)
{
  (void)state;
  assert_string_equal(only_message("method-not-allowed-no-allow", "X", ""),
                      "405 does not say in Allow which methods there are");
  assert_string_equal(only_message("etag-invalid", "ETag", " a\xff\"\\\x01 "),
                      "ETag is not an entity tag: \"a\\xff\\\"\\\\\\x01\"");
  assert_string_equal(only_message("location-undefined", "location", "/"),
                      "Location has no meaning with 405: \"/\"");
  assert_string_equal(only_message("request-field-in-response", "host", "x"),
                      "\"host\" has a meaning in requests only: \"x\"");
  assert_string_equal(only_message("location-invalid", "Location", "/a b"),
                      "Location stops being a URI reference here: \" b\"");
  const char *message = only_message("etag-invalid", "ETag", "123456789 123456789 123456789 123456789 123456789 "
                                                             "123456789 123456789 123456789 123456789 ");
  assert_non_null(strstr(message, "123456789 1...\""));
}

static void no_message_is_too_long(void **state)
{
  (void)state;
  char *text = repeated('\xff', 300);
  memcpy(text, "max-age=1,", 10);
  httpstatus_field_line line = {"cache-control", 13, text, 300};
  httpstatus_lint_head head = {
    .size = sizeof head, .status = 200, .lines = &line, .n_lines = 1, .method = "POST", .method_length = 4};
  httpstatus_lint_set rules = select_rules("!@all,freshness-on-uncacheable-method");
  httpstatus_lint_finding finding;
  char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  assert_int_equal(httpstatus_lint(&head, &rules, &finding, 1), 1);
  head.method = line.name = text + 10; /* As long as they can be, and all of it escaped. */
  head.method_length = line.name_length = 290;
  finding.text = text + 10;
  assert_in_range(httpstatus_lint_message(&finding, &head, message, sizeof message), 250, sizeof message - 1);
  free(text);
}

static void heads_of_other_sizes_are_refused(void **state)
{
  (void)state;
  httpstatus_lint_head head = {.size = 0, .status = 600};
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), HTTPSTATUS_E_SIZE);
  assert_int_equal(httpstatus_lint_skipped(&head, NULL, NULL, 0), HTTPSTATUS_E_SIZE);
  head.size = sizeof head + 1;
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), HTTPSTATUS_E_SIZE);
  head.size = offsetof(httpstatus_lint_head, lines); /* An older one, which knows nothing but the status. */
  head.n_lines = 1000;
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), 1);

  /* Empty heads, and lines of nothing. */
  head = (httpstatus_lint_head){.size = sizeof head, .status = 500};
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), 0);
  head.n_lines = head.n_request_lines = 5;
  head.request_known = true;
  assert_int_equal(httpstatus_lint(&head, NULL, NULL, 0), 0);
  httpstatus_field_line nothing = {NULL, 5, NULL, 5};
  httpstatus_lint_finding finding;
  char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  head = (httpstatus_lint_head){.size = sizeof head, .status = 500, .lines = &nothing, .n_lines = 1};
  assert_int_equal(httpstatus_lint(&head, NULL, &finding, 1), 1);
  httpstatus_lint_message(&finding, &head, message, sizeof message);
  assert_string_equal(message, "this is not the name of a field: \"\"");
}

/* What may take the product of two lengths takes hours here. */
static void long_heads_take_no_longer_than_their_length(void **state)
{
  (void)state;
  enum { MANY = 10000 };
  static const char *const names[] = {
    "Upgrade", "Connection", "Allow", "Cache-Control", "Link", "Via", "Vary", "Date", "ETag", "Proxy-Status",
    "Content-Length", "Transfer-Encoding", "Location", "Content-Range", "X", "IM", "WWW-Authenticate", "Content-Type",
  };
  static const char *const values[] = {"", ",", "\"", "<", "(", "a=\"", ";", "a", "a, b", "<a>; rel=\"b"};
  static const int statuses[] = {101, 200, 206, 226, 304, 401, 405, 426, 451, 502};
  static httpstatus_field_line lines[MANY];
  for (size_t i = 0; i < MANY; i++) {
    lines[i] = line_of(names[i % COUNT(names)], values[i / COUNT(names) % COUNT(values)]);
  }
  httpstatus_lint_set rules = select_rules("@all");
  for (size_t i = 0; i < COUNT(statuses); i++) {
    httpstatus_lint_head head = {
      .size = sizeof head, .status = statuses[i], .version = HTTPSTATUS_LINT_VERSION_1_1, .lines = lines,
      .n_lines = MANY, .method = "GET", .method_length = 3, .request_known = true, .request_lines = lines,
      .n_request_lines = MANY,
    };
    assert_true(httpstatus_lint(&head, &rules, NULL, 0) > 0);
  }
  size_t length = 4 * 1000 * 1000;
  for (const char *c = "<\";,(\\=% \t'#[:@/a0"; *c != '\0'; c++) {
    char *text = repeated(*c, length);
    for (size_t i = 0; i < COUNT(names); i++) {
      lines[i] = (httpstatus_field_line){names[i], strlen(names[i]), text, length};
    }
    httpstatus_lint_head head = {
      .size = sizeof head, .status = 451, .version = HTTPSTATUS_LINT_VERSION_1_1, .lines = lines,
      .n_lines = COUNT(names), .method = text, .method_length = length, .request_known = true, .request_lines = lines,
      .n_request_lines = COUNT(names),
    };
    assert_true(httpstatus_lint(&head, &rules, NULL, 0) > 0);
    free(text);
  }
}

#define WORDS_LEAD_BACK(name, last)                                                                  \
  do {                                                                                               \
    httpstatus_lint_##name value;                                                                    \
    for (int i = 0; i <= (last); i++) {                                                              \
      const char *word = httpstatus_lint_##name##_word((httpstatus_lint_##name)i);                   \
      assert_int_equal(httpstatus_lint_##name##_from_word(word, strlen(word), &value), 0);           \
      assert_int_equal(value, i);                                                                    \
    }                                                                                                \
    assert_null(httpstatus_lint_##name##_word((httpstatus_lint_##name)((last) + 1)));                \
    assert_int_equal(httpstatus_lint_##name##_from_word("x", 1, &value), HTTPSTATUS_E_WORD);         \
  } while (0)

static void words_lead_back(void **state)
{
  (void)state;
  WORDS_LEAD_BACK(severity, HTTPSTATUS_LINT_SEVERITY_ERROR);
  WORDS_LEAD_BACK(profile, HTTPSTATUS_LINT_PROFILE_APP);
  WORDS_LEAD_BACK(version, HTTPSTATUS_LINT_VERSION_3);
  WORDS_LEAD_BACK(input, HTTPSTATUS_LINT_INPUT_REPEATS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(examples_fire_what_they_say),
    cmocka_unit_test(rules_are_complete),
    cmocka_unit_test(rules_turn_on_and_off),
    cmocka_unit_test(what_is_lacking_is_told),
    cmocka_unit_test(findings_are_ordered_and_counted),
    cmocka_unit_test(messages_name_what_is_wrong),
    cmocka_unit_test(no_message_is_too_long),
    cmocka_unit_test(heads_of_other_sizes_are_refused),
    cmocka_unit_test(long_heads_take_no_longer_than_their_length),
    cmocka_unit_test(words_lead_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
