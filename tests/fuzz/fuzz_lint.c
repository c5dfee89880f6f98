/*
 * Any head to the lint. The first bytes are the status (two), both versions, the profile and flags; the rest is text,
 * cut at three bytes that no UTF-8 has: FF between method, response and request, FE between lines, FD behind a name.
 */
#include "fuzz.h"

enum { PARTS = 3, LINES = 256, FINDINGS = 64 };

/* What comes before the first c; the rest begins behind it. */
static const char *cut(const char **at, const char *end, char c, size_t *length)
{
  const char *start = *at, *found = start == end ? NULL : memchr(start, c, (size_t)(end - start));
  *length = (size_t)((found == NULL ? end : found) - start);
  *at = found == NULL ? end : found + 1;
  return start;
}

static size_t read_lines(const char *at, size_t length, httpstatus_field_line *lines)
{
  const char *end = at + length;
  size_t n = 0;
  for (; at < end && n < LINES; n++) {
    size_t size;
    const char *line = cut(&at, end, (char)0xfe, &size), *line_end = line + size;
    lines[n].name = cut(&line, line_end, (char)0xfd, &lines[n].name_length);
    lines[n].value = line;
    lines[n].value_length = (size_t)(line_end - line);
  }
  return n;
}

static bool is_within(const char *text, size_t length, const char *start, size_t size)
{
  return text >= start && length <= size && text + length <= start + size;
}

static size_t place_of(const httpstatus_lint_rule *rule)
{
  size_t i = 0;
  while (httpstatus_lint_rule_at(i) != rule) {
    expect(httpstatus_lint_rule_at(i++) != NULL);
  }
  return i;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static httpstatus_field_line lines[LINES], request_lines[LINES];
  static httpstatus_lint_finding findings[FINDINGS * LINES], first;
  httpstatus_lint_skip skips[1024];
  if (size < 6) {
    return 0;
  }
  const char *start = (const char *)data, *at = start + 6, *end = start + size, *parts[PARTS];
  size_t lengths[PARTS];
  for (int i = 0; i < PARTS; i++) {
    parts[i] = cut(&at, end, (char)0xff, &lengths[i]);
  }
  httpstatus_lint_head head = {
    .size = sizeof head,
    .status = (int16_t)(data[0] << 8 | data[1]),
    .version = (httpstatus_lint_version)(data[2] % 5),
    .request_version = (httpstatus_lint_version)(data[3] % 5),
    .method = lengths[0] == 0 ? NULL : parts[0],
    .method_length = lengths[0],
    .lines = lines,
    .n_lines = read_lines(parts[1], lengths[1], lines),
    .merged = (data[5] & 1) != 0,
    .request_known = (data[5] & 2) != 0,
    .request_lines = request_lines,
    .n_request_lines = read_lines(parts[2], lengths[2], request_lines),
  };
  httpstatus_lint_set rules;
  httpstatus_lint_profile profile = (httpstatus_lint_profile)(data[4] % 2);
  expect(httpstatus_lint_select(profile, (data[5] & 4) != 0, NULL, 0, &rules, NULL) == 0);
  size_t position = 0;
  int error = httpstatus_lint_select(HTTPSTATUS_LINT_PROFILE_WIRE, false, start, size, &rules, &position);
  expect(error == 0 || (error == HTTPSTATUS_E_RULE && position <= size));

  int n = httpstatus_lint(&head, &rules, findings, sizeof findings / sizeof findings[0]);
  expect(n >= 0 && (size_t)n <= sizeof findings / sizeof findings[0]);
  for (int i = 0; i < n; i++) {
    const httpstatus_lint_finding *found = &findings[i];
    expect(found->line == HTTPSTATUS_LINT_NO_LINE || found->line < head.n_lines);
    expect(found->text == NULL || found->length == 0 || is_within(found->text, found->length, start, size));
    expect(found->severity <= found->rule->severity);
    if (i > 0) {
      size_t before = place_of(found[-1].rule), place = place_of(found->rule);
      expect(before < place || (before == place && found[-1].line < found->line));
    }
    char message[HTTPSTATUS_LINT_MESSAGE_SIZE], cut_short[16];
    int length = httpstatus_lint_message(found, &head, message, sizeof message);
    expect(length > 0 && (size_t)length < sizeof message && strlen(message) == (size_t)length);
    for (int j = 0; j < length; j++) {
      expect(message[j] >= ' ' && message[j] <= '~');
    }
    expect(httpstatus_lint_message(found, &head, cut_short, sizeof cut_short) == length);
  }
  expect(httpstatus_lint(&head, &rules, NULL, 0) == n);
  expect(httpstatus_lint(&head, &rules, &first, 1) == n && (n == 0 || first.rule == findings[0].rule));
  int skipped = httpstatus_lint_skipped(&head, &rules, skips, sizeof skips / sizeof skips[0]);
  expect(skipped >= 0 && (size_t)skipped < sizeof skips / sizeof skips[0]);
  return 0;
}
