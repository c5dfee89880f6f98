#include "httpstatus/problem.h"

#include <string.h>

#include "httpstatus/classify.h"
#include "out.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

httpstatus_problem_members httpstatus_problem(int code)
{
  return (httpstatus_problem_members){"about:blank", httpstatus_reason(code), code};
}

/* JSON of any text (RFC 8259 Section 7). */

/* The length of the character of UTF-8 that text begins with, 0 if it begins with none. */
static size_t character(const unsigned char *text, size_t length)
{
  /* The second byte tells overlong forms, surrogates and numbers beyond Unicode from the rest (RFC 3629 Section 4). */
  static const struct {
    unsigned char first, last, low, high;
    size_t length;
  } forms[] = {
    {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
  };
  size_t i = 0;
  while (i < COUNT(forms) && (text[0] < forms[i].first || text[0] > forms[i].last)) {
    i++;
  }
  if (i == COUNT(forms) || forms[i].length > length) {
    return 0;
  }
  for (size_t j = 1; j < forms[i].length; j++) {
    if (text[j] < (j == 1 ? forms[i].low : 0x80) || text[j] > (j == 1 ? forms[i].high : 0xBF)) {
      return 0;
    }
  }
  return forms[i].length;
}

static void put_escape(httpstatus__out *out, unsigned char c)
{
  static const char controls[] = "\b\t\n\f\r", letters[] = "btnfr", digits[] = "0123456789abcdef";
  const char *control = c == '\0' ? NULL : strchr(controls, c);
  if (control != NULL) {
    httpstatus__put(out, "\\");
    httpstatus__put_n(out, &letters[control - controls], 1);
  } else {
    httpstatus__put(out, "\\u00");
    httpstatus__put_n(out, &digits[c / 16], 1);
    httpstatus__put_n(out, &digits[c % 16], 1);
  }
}

static void put_string(httpstatus__out *out, const char *text, size_t length)
{
  const char *end = text + length;
  httpstatus__put(out, "\"");
  while (text < end) {
    size_t n = character((const unsigned char *)text, (size_t)(end - text));
    if (n == 0) {
      httpstatus__put(out, "\xEF\xBF\xBD");
      n = 1;
    } else if ((unsigned char)*text < ' ') {
      put_escape(out, (unsigned char)*text);
    } else {
      if (*text == '"' || *text == '\\') {
        httpstatus__put(out, "\\");
      }
      httpstatus__put_n(out, text, n);
    }
    text += n;
  }
  httpstatus__put(out, "\"");
}

/* Puts a member of the object; a text that is NULL is left out. */
static void put_member(httpstatus__out *out, const char *name, const char *text, size_t length)
{
  if (text != NULL) {
    httpstatus__put(out, out->length == 1 ? "\"" : ", \""); /* 1: nothing but the brace is there. */
    httpstatus__put(out, name);
    httpstatus__put(out, "\": ");
    put_string(out, text, length);
  }
}

static bool is_named(const httpstatus_problem_member *member, const char *name, size_t length)
{
  return member->name_length == length && memcmp(member->name, name, length) == 0;
}

static int check_members(const httpstatus_problem_options *options)
{
  static const char *const taken[] = {"type", "title", "status", "detail", "instance"};
  for (size_t i = 0; i < options->n_members; i++) {
    const httpstatus_problem_member *member = &options->members[i];
    bool wrong = member->name == NULL || member->name_length == 0 || member->value == NULL;
    for (size_t j = 0; j < COUNT(taken) && !wrong; j++) {
      wrong = is_named(member, taken[j], strlen(taken[j]));
    }
    for (size_t j = 0; j < i && !wrong; j++) {
      wrong = is_named(member, options->members[j].name, options->members[j].name_length);
    }
    if (wrong) {
      return HTTPSTATUS_E_MEMBER;
    }
  }
  return 0;
}

int httpstatus_problem_json(int code, const httpstatus_problem_options *given, char *buffer, size_t size)
{
  httpstatus_problem_members plain = httpstatus_problem(code);
  httpstatus_problem_options options = {.size = sizeof options};
  httpstatus__out out = {buffer, size, 0};
  if (given != NULL) {
    memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
  }
  int error = check_members(&options);
  if (error != 0) {
    return error;
  }
  if (options.type == NULL) {
    options.type = plain.type;
    options.type_length = strlen(plain.type);
    if (options.title == NULL) {
      options.title = plain.title;
      options.title_length = strlen(plain.title);
    }
  }
  httpstatus__put(&out, "{");
  put_member(&out, "type", options.type, options.type_length);
  put_member(&out, "title", options.title, options.title_length);
  httpstatus__put(&out, ", \"status\": ");
  httpstatus__put_int(&out, plain.status);
  put_member(&out, "detail", options.detail, options.detail_length);
  put_member(&out, "instance", options.instance, options.instance_length);
  for (size_t i = 0; i < options.n_members; i++) {
    const httpstatus_problem_member *member = &options.members[i];
    httpstatus__put(&out, ", ");
    put_string(&out, member->name, member->name_length);
    httpstatus__put(&out, ": ");
    if (member->json) {
      httpstatus__put_n(&out, member->value, member->value_length);
    } else {
      put_string(&out, member->value, member->value_length);
    }
  }
  httpstatus__put(&out, "}");
  return httpstatus__end(&out);
}
