/* Any bytes as rows that are added, and as texts of problem details. */
#include <httpstatus.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void expect(bool holds)
{
  if (!holds) {
    abort();
  }
}

/* Parts of the input, each up to a byte 0xFE, as strings; an empty part is NULL. */
enum { PARTS = 16 };
typedef struct parts {
  char *texts[PARTS];
  size_t lengths[PARTS];
} parts;

static parts split(const uint8_t *data, size_t size)
{
  parts found = {{NULL}, {0}};
  for (size_t i = 0, at = 0; i < PARTS && at < size; i++, at++) {
    size_t start = at;
    while (at < size && data[at] != 0xFE) {
      at++;
    }
    if (at > start) {
      found.lengths[i] = at - start;
      found.texts[i] = malloc(at - start + 1);
      expect(found.texts[i] != NULL);
      memcpy(found.texts[i], data + start, at - start);
      found.texts[i][at - start] = '\0';
    }
  }
  return found;
}

static size_t or_zero(const char *text)
{
  return text != NULL;
}

static void add(const parts *in, int code)
{
  char *const *texts = in->texts;
  const char *aliases[] = {texts[4]};
  httpstatus_ref refs[] = {{texts[5], texts[6], texts[7]}};
  httpstatus_header headers[] = {{texts[8], (httpstatus_level)(code & 7), texts[9], texts[10]}};
  httpstatus_phrase history[] = {{texts[11], texts[12]}, {texts[2], texts[12]}};
  httpstatus_related related[] = {{code, texts[13]}};
  httpstatus_row row = {
    .code = code, .vendor = texts[0], .name = texts[1], .phrase = texts[2], .summary = texts[3], .meaning = texts[14],
    .client = texts[15], .server = texts[14], .legacy = texts[15], .source = texts[6], .checked = texts[7],
    .state = (httpstatus_state)(code & 3), .fault = (httpstatus_fault)(code & 7),
    .aliases = aliases, .n_aliases = or_zero(texts[4]), .refs = refs, .n_refs = or_zero(texts[5]),
    .headers = headers, .n_headers = or_zero(texts[8]), .history = history, .n_history = 2 * or_zero(texts[12]),
    .related = related, .n_related = or_zero(texts[13])};
  int effective = httpstatus_effective(code);
  const httpstatus_row *added = NULL;
  int error = httpstatus_register(&row, sizeof row, &added);
  expect((error == 0) == (added != NULL) && httpstatus_effective(code) == effective);
  if (error == 0) {
    static char text[65536];
    size_t length = strlen(row.vendor); /* In C a text ends at its first NUL. */
    expect(httpstatus_entry(code, row.vendor, length) == added && httpstatus_is_known(code));
    expect(strcmp(added->name, row.name) == 0 && added->name != row.name);
    for (int format = 0; format < 3; format++) {
      httpstatus_explain_options options = {.size = sizeof options, .format = (httpstatus_format)format, .full = true,
                                            .vendor = row.vendor, .vendor_length = length};
      expect(httpstatus_explain(code, &options, text, sizeof text) > 0);
      options.full = false;
      expect(httpstatus_explain(code, &options, text, 100) > 0);
      expect(httpstatus_compare(code, 404, &options, text, sizeof text) > 0);
    }
  }
}

/* Is it a JSON string of UTF-8 at *at? Moves behind it. */
static bool is_string(const unsigned char **at)
{
  const unsigned char *c = *at;
  if (*c++ != '"') {
    return false;
  }
  while (*c != '"') {
    size_t more = 0;
    if (*c < ' ') {
      return false;
    }
    if (*c == '\\') {
      c++;
      if (*c == 'u') {
        for (int i = 0; i < 4; i++) {
          c++;
          if (*c == '\0' || strchr("0123456789abcdef", *c) == NULL) {
            return false;
          }
        }
      } else if (*c == '\0' || strchr("\"\\bfnrt", *c) == NULL) {
        return false;
      }
    } else if (*c >= 0x80) {
      more = *c >= 0xF0 ? 3 : *c >= 0xE0 ? 2 : 1;
      if (*c < 0xC2 || *c > 0xF4) {
        return false;
      }
    }
    c++;
    for (; more > 0; more--, c++) {
      if ((*c & 0xC0) != 0x80) {
        return false;
      }
    }
  }
  *at = c + 1;
  return true;
}

static void write(const parts *in, int code)
{
  static char text[1 << 20];
  httpstatus_problem_member members[2] = {{in->texts[4], in->lengths[4], in->texts[5], in->lengths[5], false},
                                          {in->texts[6], in->lengths[6], in->texts[7], in->lengths[7], false}};
  httpstatus_problem_options options = {
    .size = sizeof options, .type = in->texts[0], .type_length = in->lengths[0], .title = in->texts[1],
    .title_length = in->lengths[1], .detail = in->texts[2], .detail_length = in->lengths[2], .instance = in->texts[3],
    .instance_length = in->lengths[3], .members = members, .n_members = in->texts[4] == NULL ? 0 : 2};
  int length = httpstatus_problem_json(code, &options, text, sizeof text);
  if (length < 0) {
    expect(length == HTTPSTATUS_E_MEMBER);
    return;
  }
  expect((size_t)length < sizeof text && strlen(text) == (size_t)length);
  const unsigned char *at = (const unsigned char *)text;
  expect(*at++ == '{');
  for (;;) {
    expect(is_string(&at) && at[0] == ':' && at[1] == ' ');
    at += 2;
    if (*at == '"') {
      expect(is_string(&at));
    } else {
      at += *at == '-';
      expect(*at >= '0' && *at <= '9');
      at += strspn((const char *)at, "0123456789");
    }
    if (at[0] != ',') {
      break;
    }
    expect(at[1] == ' ');
    at += 2;
  }
  expect(at[0] == '}' && at[1] == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  int code = 0;
  if (size < 2) {
    return 0;
  }
  code = data[0] * 256 + data[1] - 1000;
  parts in = split(data + 2, size - 2);
  write(&in, code);
  add(&in, code);
  for (int i = 0; i < PARTS; i++) {
    free(in.texts[i]);
  }
  httpstatus_http_to_grpc(code);
  httpstatus_grpc_to_http(code);
  expect(httpstatus_grpc_number((const char *)data, size) <= 16);
  const httpstatus_proxy_error *type = httpstatus_proxy_status_type((const char *)data, size);
  expect(type == NULL || strlen(type->type) == size);
  return 0;
}
