#include <stdio.h>

#include "log_random.h"
#include "log_reference.h"
#include "test.h"

/* Starts a tally that must start. */
static httpstatus_tally *started(const char *format)
{
  httpstatus_tally *tally = malloc(sizeof *tally);
  assert_non_null(tally);
  assert_int_equal(httpstatus_tally_init(tally, format, strlen(format)), 0);
  return tally;
}

static httpstatus_tally *tallied(const char *format, const char *log, size_t length)
{
  httpstatus_tally *tally = started(format);
  assert_int_equal(httpstatus_tally_feed(tally, log, length), 0);
  assert_int_equal(httpstatus_tally_finish(tally), 0);
  return tally;
}

static uint64_t sum(const httpstatus_tally *tally)
{
  uint64_t all = tally->no_status + tally->unparsed + tally->blank;
  for (int code = 0; code < HTTPSTATUS_TALLY_CODES; code++) {
    all += tally->counts[code];
  }
  return all;
}

/* What a tally of one line says of it, as httpstatus__read_line does. */
static int says(const char *format, const char *line)
{
  httpstatus_tally *tally = tallied(format, line, strlen(line));
  assert_int_equal(tally->lines, 1);
  assert_int_equal(sum(tally), 1);
  int result = tally->blank ? REF_BLANK : tally->unparsed ? REF_UNPARSED : REF_NONE;
  for (int code = 0; code < HTTPSTATUS_TALLY_CODES; code++) {
    result = tally->counts[code] ? code : result;
  }
  result += tally->recovered ? REF_RECOVERED : 0;
  free(tally);
  return result;
}

static void lines_say_what_the_header_tells(void **state)
{
  (void)state;
  static const struct {
    const char *format;
    const char *line;
    int says;
  } rows[] = {
    {"combined", "a - - [d] \"GET / HTTP/1.1\" 200 5 \"-\" \"ua\"", 200},
    {"combined", "a - some user [d] \"GET /a b\" 404 5", 404},
    {"common", "a - - [d] \"GET /\" 999", 999},
    {"combined", "a - - [d] \"GET /\" 999\r\n", 999},
    {"combined", "a - - [d] \"GET /\" 200\t5", 200},
    {"combined", "\"\" 400 0", 400},
    {"combined", "\"-\" 408 -", 408},
    {"combined", "\"GET /?\\\"a 500 b\\\" HTTP/1.1\" 302 5", 302},
    {"combined", "\"GET /\\\\\" 302 5 \"x\\\" 404 y\"", 302},
    {"combined", "\"GET /\" - 5", REF_NONE},
    {"combined", "\"GET /\" 000 5", REF_NONE},
    {"combined", "\"GET /\" 0 5", REF_NONE},
    {"combined", "\"GET /\" 009 5", REF_NONE},
    {"combined", "\"GET /\" -1 5", REF_NONE},
    {"combined", "\"GET /\" 404.13 5", 404},
    {"combined", "\"GET /\" 404. 5", REF_UNPARSED},
    {"combined", "\"GET /\" 2000 5", REF_UNPARSED},
    {"combined", "\"GET /\" 099 5", REF_UNPARSED},
    {"combined", "\"GET /\"  200 5", REF_RECOVERED + 200},
    {"combined", "\"GET /\" \"200\" 5", REF_RECOVERED + 200},
    {"combined", "\"GET /\"", REF_UNPARSED},
    {"combined", "\"GET /\" ", REF_UNPARSED},
    {"combined", "\"GET / cut sho", REF_UNPARSED},
    {"combined", "a 404 b", REF_UNPARSED},
    {"combined", "\"host\" a \"GET /\" 200 5", REF_RECOVERED + 200},
    {"combined", "\"host\" a \"GET /\" 200 \"x\" 200", REF_RECOVERED + 200},
    {"combined", "\"host\" a \"GET /\" 200 \"x\" 404", REF_UNPARSED},
    {"combined", "\"host\" a \"GET /\" 700 5", REF_UNPARSED},
    {"combined", "\"a - - [d] \"\"GET /\"\" 200 5\"", REF_RECOVERED + 200},
    {"combined", "\"a - - [d] \\\"GET /\\\" 200 5\"", REF_RECOVERED + 200},
    {"combined", "\"host\" a \"GET /\" 200 \\\" 404 ", REF_RECOVERED + 200},
    {"combined", " \t\r\n", REF_BLANK},
    {"combined", "\n", REF_BLANK},
    {"combined", "\xEF\xBB\xBF\"GET /\" 200 5", 200},
    {"json", "{\"status\":200}", 200},
    {"json", "{\"status\": \"404\", \"a\": 1}", 404},
    {"json", " {\"a\":{\"status\":500},\"status\" : 204 }", 204},
    {"json", "{\"a\":\"\\\"status\\\":500\",\"status\":204}", 204},
    {"json", "{\"a\":[{\"status\":500}]}", REF_NONE},
    {"json", "{\"status\":null}", REF_NONE},
    {"json", "{\"status\":\"\"}", REF_NONE},
    {"json", "{\"status\":0}", REF_NONE},
    {"json", "{\"status\":500,\"status\":200}", 200},
    {"json", "{\"a\":1}", REF_NONE},
    {"json", "{\"a\":1", REF_UNPARSED},
    {"json", "{\"status\":200,\"a\":\"cut sho", 200},
    {"json", "{\"status\":20}", REF_UNPARSED},
    {"json", "{\"status\":", REF_UNPARSED},
    {"json", "{\"status\":[200]}", REF_UNPARSED},
    {"json", "{\"Status\":200}", REF_NONE},
    {"json", "<13>Nov 24 host nginx: {\"status\":200}", REF_RECOVERED + 200},
    {"json", "a - - [d] \"GET /\" 200 5", REF_RECOVERED + 200},
    {"json", "plain text", REF_UNPARSED},
    {"json:response.status", "{\"status\":500,\"response\":{\"a\":[1,{\"status\":501}],\"status\":206}}", 206},
    {"json:response.status", "{\"response\":[{\"status\":500}]}", REF_NONE},
    {"json:http\\.status", "{\"http\":{\"status\":500},\"http.status\":206}", 206},
    {"w3c", "a 200", REF_RECOVERED + 200},
    {"w3c", "#Fields: a sc-status", REF_BLANK},
    {"csv:2", "a,200,c", 200},
    {"csv:2", "\"a,\"\"500\",200", 200},
    {"csv:2", "a,\"200\",", 200},
    {"csv:2", "a,,", REF_NONE},
    {"csv:2", "a", REF_UNPARSED},
    {"csv:2", "404", REF_RECOVERED + 404},
    {"csv:9", "404,a,404", REF_RECOVERED + 404},
    {"csv:9", "404,a,405", REF_UNPARSED},
    {"tsv:2", "a b\t200\tc", 200},
    {"space:7", "a - - [24/Nov/2026:10:00:00 +0000] \"GET /\" 200 5", REF_RECOVERED + 200},
    {"space:6", "a - - [24/Nov/2026:10:00:00 +0000] \"GET /\\\" 1\" 200 5", 200},
    {"space:2", "  a    200", 200},
    {"alb", "https 2018-07-02T22:23Z app/x 192.168.1.39:28 10.0.0.1:80 0.1 0.048 0.037 200 502 0 57 \"GET /\"", 200},
    {"alb", "h2 2018-07-02T22:23:00Z app/x 192.168.131.39:2817 - -1 -1 -1 464 - 0 57 \"GET /\"", 464},
    {"nginx:$remote_addr|$status|$request", "a|200|GET 500", 200},
    {"nginx:$remote_addr|$status|$request", "a|-|GET 500", REF_NONE},
    {"nginx:$remote_addr|$status|$request", "a,200,GET 500", REF_UNPARSED},
    {"$http_host \"$request\" \"$status\"", "a \"x \\\" 1\" \"200\"", 200},
    {"nginx:{\"s\":${status},\"r\":\"$request\"}", "{\"s\":200,\"r\":\"\"}", 200},
    {"%h %l %u %t \\\"%r\\\" %>s %b", "a - - [d] \"GET /\" 200 5", 200},
    {"apache:%{X}i %t %{Foo bar}i %s->%>s %b%%", "x [24/Nov/2026 +0] y 200->404 5%", 404},
    {"apache:%a\\t%!200,304>s\\t%B", "a\t404\t5", 404},
    {"apache:%u %t %s", "a b [d] 404", 404},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    int got = says(rows[i].format, rows[i].line);
    if (got != rows[i].says) {
      fail_msg("%s: %s: %d", rows[i].format, rows[i].line, got);
    }
  }
}

static void no_status_is_what_parse_calls_so(void **state)
{
  (void)state;
  for (int i = -20; i < 1100; i++) {
    for (int width = 1; width <= 4; width++) {
      char word[16], line[64];
      int length = snprintf(word, sizeof word, "%0*d", width, i);
      snprintf(line, sizeof line, "\"x\" %s 1", word);
      httpstatus_parsed parsed;
      bool none = httpstatus_parse(word, (size_t)length, &parsed, NULL) == 0 &&
                  parsed.kind == HTTPSTATUS_PARSE_KIND_NO_STATUS;
      assert_int_equal(says("combined", line) == REF_NONE, none);
    }
  }
}

static void formats_that_are_none_are_refused(void **state)
{
  (void)state;
  static const struct {
    const char *format;
    int error;
  } rows[] = {
    {"", 0}, {"auto", 0}, {"combined", 0}, {"json", 0}, {"w3c", 0}, {"w3c:x", 0}, {"csv", 0}, {"tsv:Status", 0},
    {"space:1", 0},
    {"nope", HTTPSTATUS_E_LOG_FORMAT}, {"json:", HTTPSTATUS_E_LOG_FORMAT}, {"json:a..b", HTTPSTATUS_E_LOG_FORMAT},
    {"csv:", HTTPSTATUS_E_LOG_FORMAT}, {"csv:0", HTTPSTATUS_E_LOG_FORMAT}, {"csv:99999999999", HTTPSTATUS_E_LOG_FORMAT},
    {"nginx:$request", HTTPSTATUS_E_LOG_STATUS}, {"nginx:$status$pipe", HTTPSTATUS_E_LOG_STATUS},
    {"nginx:$statuses", HTTPSTATUS_E_LOG_STATUS}, {"nginx:${status", HTTPSTATUS_E_LOG_STATUS},
    {"nginx:", HTTPSTATUS_E_LOG_STATUS}, {"apache:%h", HTTPSTATUS_E_LOG_STATUS},
    {"apache:%", HTTPSTATUS_E_LOG_STATUS}, {"apache:%{a", HTTPSTATUS_E_LOG_STATUS},
    {"apache:%^f", HTTPSTATUS_E_LOG_STATUS}, {"combined\n", HTTPSTATUS_E_LOG_FORMAT},
  };
  httpstatus_tally *tally = malloc(sizeof *tally);
  for (size_t i = 0; i < COUNT(rows); i++) {
    char *format = exact(rows[i].format, strlen(rows[i].format));
    int error = httpstatus_tally_init(tally, format, strlen(rows[i].format));
    if (error != rows[i].error) {
      fail_msg("%s: %d", rows[i].format, error);
    }
    free(format);
  }
  assert_int_equal(httpstatus_tally_init(tally, NULL, 0), 0);
  assert_int_equal(httpstatus_tally_init(tally, "combined\0", 9), HTTPSTATUS_E_LOG_FORMAT);
  char *text = repeated('$', HTTPSTATUS_TALLY_FORMAT);
  assert_int_equal(httpstatus_tally_init(tally, text, HTTPSTATUS_TALLY_FORMAT), HTTPSTATUS_E_LOG_LONG);
  for (size_t i = 0; i < 200; i++) {
    memcpy(text + 5 * i, "$a$b ", 5);
  }
  memcpy(text, "nginx:", 6);
  memcpy(text + 990, "$status ", 8);
  assert_int_equal(httpstatus_tally_init(tally, text, 998), HTTPSTATUS_E_LOG_LONG);
  memset(text, 'a', HTTPSTATUS_TALLY_FORMAT);
  memcpy(text, "json:", 5);
  assert_int_equal(httpstatus_tally_init(tally, text, HTTPSTATUS_TALLY_FORMAT - 1), 0);
  char told[HTTPSTATUS_TALLY_FORMAT];
  assert_int_equal(httpstatus_tally_format(tally, told, sizeof told), HTTPSTATUS_TALLY_FORMAT - 1);
  assert_memory_equal(told, text, HTTPSTATUS_TALLY_FORMAT - 1);
  free(text);
  free(tally);
}

static void assert_format(const char *log, const char *expected)
{
  httpstatus_tally *tally = tallied("auto", log, strlen(log));
  char told[HTTPSTATUS_TALLY_FORMAT];
  httpstatus_tally_format(tally, told, sizeof told);
  assert_string_equal(told, expected);
  free(tally);
}

static void formats_are_told_from_the_first_lines(void **state)
{
  (void)state;
  assert_format("", "auto");
  assert_format("some text\nmore of it\n", "auto");
  assert_format("\n\na - - [d] \"GET /\" 200 5\n", "combined");
  assert_format("junk\na - - [d] \"GET /\" 200 5\nb - - [d] \"GET /\" 404 5", "combined");
  assert_format("{\"status\":200}\n", "json");
  assert_format("{\"a\":1,\"response\":{\"status\":200}}\n{\"a\":1}\n", "json:response.status");
  assert_format("{\"http.response.status_code\":200}", "json:http\\.response\\.status_code");
  assert_format("#Software: x\n#Fields: date sc-status time-taken\n2024 200 5\n", "w3c");
  assert_format("time,status,path\n1,200,/\n", "csv");
  assert_format("time,path,\"Status_Code\"\n1,/,404\n", "csv:status_code");
  assert_format("time\tstatus\n1\t200\n", "tsv");
  assert_format("https 2018 app/x 1:2 3:4 0 0 0 200 502 0 57 \"GET /\" \"ua\"\n", "alb");
}

static void a_line_that_the_window_cuts_tells_nothing(void **state)
{
  (void)state;
  size_t before = HTTPSTATUS_TALLY_WINDOW - 10;
  char *log = repeated('x', before + 40);
  log[before - 1] = '\n';
  strcpy(log + before, "\"x\" 200 and more\n");
  assert_format(log, "auto");
  assert_format(log + 10, "combined");
  free(log);
}

static void w3c_follows_its_directives(void **state)
{
  (void)state;
  static const char log[] =
    "#Fields: date sc-status\na 200\n#Fields: SC-STATUS date x\r\n404 a b\r\n404 a\r\n"
    "#Fields: date\n2024 200\n#Date: x\n";
  httpstatus_tally *tally = tallied("w3c", log, sizeof log - 1);
  assert_int_equal(tally->blank, 4);
  assert_int_equal(tally->counts[200], 2);
  assert_int_equal(tally->counts[404], 2);
  assert_int_equal(tally->recovered, 2);
  httpstatus_tally part;
  assert_int_equal(httpstatus_tally_fork(&part, tally, 0), HTTPSTATUS_E_LOG_SPLIT);
  free(tally);
}

static void columns_are_found_by_name(void **state)
{
  (void)state;
  static const char log[] = "\ntime,Status,path\n1,200,/\n2,-,/\n3,,/\n";
  httpstatus_tally *tally = tallied("csv", log, sizeof log - 1);
  assert_int_equal(tally->blank, 2);
  assert_int_equal(tally->counts[200], 1);
  assert_int_equal(tally->no_status, 2);
  free(tally);
  tally = started("csv:code");
  assert_int_equal(httpstatus_tally_feed(tally, log, sizeof log - 1), HTTPSTATUS_E_LOG_COLUMN);
  assert_int_equal(httpstatus_tally_feed(tally, log, sizeof log - 1), HTTPSTATUS_E_LOG_COLUMN);
  assert_int_equal(httpstatus_tally_finish(tally), HTTPSTATUS_E_LOG_COLUMN);
  free(tally);
}

static void what_is_no_text_is_refused(void **state)
{
  (void)state;
  static const struct {
    const char *mark;
    size_t length;
    int error;
  } rows[] = {
    {"\xFF\xFE" "a\0", 4, HTTPSTATUS_E_LOG_UTF16}, {"\xFE\xFF\0a", 4, HTTPSTATUS_E_LOG_UTF16},
    {"\x1F\x8B\x08", 3, HTTPSTATUS_E_LOG_COMPRESSED}, {"\x28\xB5\x2F\xFD", 4, HTTPSTATUS_E_LOG_COMPRESSED},
    {"\xFD" "7zXZ\0", 6, HTTPSTATUS_E_LOG_COMPRESSED}, {"BZh91AY&SY", 10, HTTPSTATUS_E_LOG_COMPRESSED},
    {"BZh9 is text", 12, 0}, {"\xFF", 1, 0},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    for (int automatic = 0; automatic < 2; automatic++) {
      for (size_t cut = 0; cut <= rows[i].length; cut++) {
        char *log = calloc(1, 100000);
        memcpy(log, rows[i].mark, rows[i].length);
        httpstatus_tally *tally = started(automatic ? "auto" : "json");
        httpstatus_tally_feed(tally, log, cut);
        httpstatus_tally_feed(tally, log + cut, (i % 2 == 0 ? 100000 : rows[i].length) - cut);
        assert_int_equal(httpstatus_tally_finish(tally), rows[i].error);
        free(tally);
        free(log);
      }
    }
  }
}

/* Feeds a log in pieces, each of them in a block of its size, of at most most bytes. */
static httpstatus_tally *in_pieces(const char *format, const char *log, size_t length, size_t most, uint32_t *seed)
{
  httpstatus_tally *tally = started(format);
  for (size_t i = 0; i < length;) {
    size_t n = 1 + log_next(seed) % most;
    n = n < length - i ? n : length - i;
    char *piece = exact(log + i, n);
    assert_int_equal(httpstatus_tally_feed(tally, piece, n), 0);
    free(piece);
    i += n;
  }
  assert_int_equal(httpstatus_tally_finish(tally), 0);
  return tally;
}

static void assert_as_reference(const httpstatus_tally *tally, const reference *r, const char *format, const char *log,
                                size_t length)
{
  bool same = tally->lines == r->lines && tally->no_status == r->no_status && tally->recovered == r->recovered &&
              tally->unparsed == r->unparsed && tally->blank == r->blank && tally->bytes == length &&
              memcmp(tally->counts, r->counts, sizeof r->counts) == 0 &&
              memcmp(tally->unparsed_at, r->unparsed_at, sizeof r->unparsed_at) == 0;
  if (!same) {
    fwrite(log, 1, length, stderr);
    fail_msg("%s: %d lines, %d recovered (%d), %d unparsed (%d), %d no status (%d)", format, (int)tally->lines,
             (int)tally->recovered, (int)r->recovered, (int)tally->unparsed, (int)r->unparsed, (int)tally->no_status,
             (int)r->no_status);
  }
}

/* Reads a copy of just the log, so that a sanitizer sees a read past its end. */
static void assert_read_as_the_reference_does(const char *format, const char *log, size_t length)
{
  char *copy = exact(log, length);
  reference r;
  ref_log(&r, format, copy, length);
  httpstatus_tally *tally = tallied(format, copy, length);
  assert_as_reference(tally, &r, format, copy, length);
  free(tally);
  free(copy);
}

static void any_log_is_read_as_the_reference_does(void **state)
{
  (void)state;
  uint32_t seed = 404;
  char buffer[2048];
  for (int round = 0; round < 16000; round++) {
    const char *format = log_formats[(size_t)round % COUNT(log_formats)];
    size_t length = log_random(&seed, buffer, sizeof buffer);
    char *log = exact(buffer, length);
    reference r;
    ref_log(&r, format, log, length);
    httpstatus_tally *tally = tallied(format, log, length);
    assert_as_reference(tally, &r, format, log, length);
    assert_int_equal(sum(tally), tally->lines);
    httpstatus_tally *pieces = in_pieces(format, log, length, 1 + log_next(&seed) % 200, &seed);
    assert_as_reference(pieces, &r, format, log, length);
    free(tally);
    free(pieces);
    free(log);
  }
}

static void lines_are_the_same_at_every_offset_of_a_block(void **state)
{
  (void)state;
  static const char *const lines[] = {
    "1.2.3.4 - - [d] \"GET /\\\"x\\\\\" 301 12 \"-\" \"a \\\" 404 b\"\n",
    "{\"a\":\"x\",\"status\":202,\"b\":\"status\"}\n",
    "{\"a\":\"\\\"status\\\":1\",\"status\":\"404\"}\r\n", "\"GET /\" 404\n", "\"\" 200\r\n", "{\"status\": 500}\n",
  };
  for (size_t f = 0; f < COUNT(log_formats); f++) {
    for (size_t offset = 0; offset < 200; offset++) {
      char log[2048];
      size_t length = 0;
      for (size_t i = 0; i < COUNT(lines) * 2; i++) {
        size_t pad = i == 0 ? offset : i * 7 % 64;
        memset(log + length, i % 3 == 0 ? '\n' : 'x', pad);
        length += pad;
        strcpy(log + length, lines[i % COUNT(lines)]);
        length += strlen(lines[i % COUNT(lines)]);
      }
      for (size_t cut = length; cut > length - 60; cut--) {
        assert_read_as_the_reference_does(log_formats[f], log, cut);
      }
    }
  }
}

/* So many lines, and so many keys in one of them, that they are counted a few at a time. */
static void long_logs_are_read_as_the_reference_does(void **state)
{
  (void)state;
  static const char *const lines[] = {
    "{\"a\":\"x\",\"status\":202,\"b\":\"status\"}\n", "1.2.3.4 - - [d] \"GET /\" 301 12 \"-\" \"x\"\n",
    "{\"a\":{\"sxxxus\":1,\"status\":403},\"b\":1}\n", "{\"\n{\"\n", "{\"a\":\"xxx\"status\":403,\"b\":1}\n",
    "{\"a\":\"x\n", "{\"xstatus\":403,\"status\":\"503\"}\n", "{\"status\":403,\"status\":500,\"b\":1}\n",
    "{\"a\":[],\"status\":404}\n", "x\n", "\n",
  };
  enum { SIZE = 32768 };
  char *log = malloc(SIZE);
  for (size_t round = 0; round < 64 * COUNT(lines); round++) {
    size_t length = round % 64, step = 1 + round / 64;
    memset(log, 'x', length);
    for (size_t i = 0; i < 200; i++) {
      length += (size_t)snprintf(log + length, SIZE - length, "%s", lines[i * step % COUNT(lines)]);
      if (i == 100) {
        log[length++] = '{';
        for (size_t keys = round % 10 * (round % 128); keys > 0; keys--) {
          length += (size_t)snprintf(log + length, SIZE - length, "\"status\":%d,", 200 + (int)keys % 7);
        }
      }
    }
    for (size_t f = 0; f < 2; f++) {
      assert_read_as_the_reference_does(log_formats[f], log, length);
    }
  }
  free(log);
}

/* Every short text of what matters before a key, in a string and not, over the end of each of the first blocks. */
static void whatever_stands_before_a_key_is_read_as_the_reference_does(void **state)
{
  (void)state;
  static const char bytes[] = "\\\"{}[]x";
  static const char *const forms[] = {
    "{\"a\":\"%.*s%s\",\"status\":404,\"b\":1}\n", "{\"a\":%.*s%s,\"status\":404}\n",
    "{\"a\":\"%.*s%s\",\"status\":404,\"a\":{\"status\":500}}\n",
  };
  enum { TEXTS = 7 * 7 * 7 * 7, LINE = 512 };
  static char pad[320];
  memset(pad, 'y', sizeof pad);
  char *log = malloc(TEXTS * LINE);
  for (int length = 54; length < 318; length += length % 64 == 61 ? 57 : 1) {
    for (size_t form = 0; form < COUNT(forms); form++) {
      size_t n = 0;
      for (size_t i = 0; i < TEXTS; i++) {
        char text[] = {bytes[i % 7], bytes[i / 7 % 7], bytes[i / 49 % 7], bytes[i / 343], 0};
        n += (size_t)snprintf(log + n, LINE, forms[form], length, pad, text);
      }
      assert_read_as_the_reference_does("json", log, n);
    }
  }
  free(log);
}

static void keys_of_every_length_are_read_as_the_reference_does(void **state)
{
  (void)state;
  for (int length = 1; length <= 80; length++) {
    char key[81] = {0}, format[96], log[1024];
    memset(key, 'k', (size_t)length);
    snprintf(format, sizeof format, "json:%s", key);
    for (int offset = 0; offset < 64; offset++) {
      int n = snprintf(log, sizeof log, "{\"%s\":200}\n%*s\n{\"%s\":404,\"b\":1}\n{\"%.*sx\":500,\"%s\":201}\n", key,
                       offset, "x", key, length - 1, key, key);
      assert_read_as_the_reference_does(format, log, (size_t)n);
    }
  }
}

static void whatever_stands_behind_a_key_is_read_as_the_reference_does(void **state)
{
  (void)state;
  static const char *const pieces[] = {":", " ", "\"", "200", "0", ",", "}", "null"};
  static const char *const forms[] = {
    "{\"status\"%s%s%s%s%s,\"b\":1}\n", "{\"status\"%s%s%s%s%s}\n", "{\"status\"%s%s%s%s%s\n",
  };
  enum { N = COUNT(pieces), TEXTS = N * N * N * N * N, LINE = 64 };
  char *log = malloc(TEXTS * LINE);
  for (size_t form = 0; form < COUNT(forms); form++) {
    size_t n = 0;
    for (size_t i = 0; i < TEXTS; i++) {
      n += (size_t)snprintf(log + n, LINE, forms[form], pieces[i % N], pieces[i / N % N], pieces[i / N / N % N],
                            pieces[i / N / N / N % N], pieces[i / N / N / N / N]);
    }
    assert_read_as_the_reference_does("json", log, n);
  }
  free(log);
}

/* What is around the log has no part in it. */
static void a_log_is_the_same_wherever_it_is_in_memory(void **state)
{
  (void)state;
  static _Alignas(64) char memory[1024 + 2 * 64];
  static const char around[] = "\"GET /\" 404 1\n{\"status\":404}\n\"";
  uint32_t seed = 406;
  for (size_t place = 0; place < 64; place++) {
    for (size_t round = 0; round < 4 * COUNT(log_formats); round++) {
      const char *format = log_formats[round % COUNT(log_formats)];
      for (size_t i = 0; i < sizeof memory; i++) {
        memory[i] = around[(i + round) % (sizeof around - 1)];
      }
      size_t length = log_random(&seed, memory + place, round % 3 == 0 ? 100 : 1024);
      reference r;
      ref_log(&r, format, memory + place, length);
      httpstatus_tally *tally = tallied(format, memory + place, length);
      assert_as_reference(tally, &r, format, memory + place, length);
      free(tally);
    }
  }
}

static void the_format_is_found_however_the_log_is_fed(void **state)
{
  (void)state;
  uint32_t seed = 405;
  size_t size = 3 * HTTPSTATUS_TALLY_WINDOW;
  char *log = malloc(size);
  for (int round = 0; round < 40; round++) {
    size_t length = log_random(&seed, log, round % 2 ? size : 2000);
    httpstatus_tally *tally = tallied("auto", log, length);
    httpstatus_tally *pieces = in_pieces("auto", log, length, round % 4 ? 9000 : 300, &seed);
    char format[HTTPSTATUS_TALLY_FORMAT], other[HTTPSTATUS_TALLY_FORMAT];
    httpstatus_tally_format(tally, format, sizeof format);
    httpstatus_tally_format(pieces, other, sizeof other);
    assert_string_equal(format, other);
    assert_memory_equal(tally, pieces, offsetof(httpstatus_tally, line));
    free(tally);
    free(pieces);
  }
  free(log);
}

static void long_lines_are_read_as_if_they_were_cut(void **state)
{
  (void)state;
  for (size_t n = HTTPSTATUS_TALLY_LINE - 10; n < HTTPSTATUS_TALLY_LINE + 10; n++) {
    for (int format = 0; format < 2; format++) {
      const char *name = format == 0 ? "combined" : "json";
      char *log = repeated('x', n + 20);
      log[0] = format == 0 ? '"' : '{';
      memcpy(log + n - 12, format == 0 ? "xxxxx\" 404 x\n" : "\"status\":404\n", 13);
      memcpy(log + n + 1, format == 0 ? "\"x\" 200 5\n" : "{\"status\":200}\n", format == 0 ? 10 : 15);
      size_t length = n + (format == 0 ? 11 : 16);
      reference r;
      ref_log(&r, name, log, length);
      assert_int_equal(r.counts[404], n <= HTTPSTATUS_TALLY_LINE + (format == 0 ? 2 : 0));
      httpstatus_tally *tally = tallied(name, log, length);
      assert_as_reference(tally, &r, name, log, length);
      free(tally);
      uint32_t seed = 1;
      tally = in_pieces(name, log, length, 5000, &seed);
      assert_as_reference(tally, &r, name, log, length);
      free(tally);
      free(log);
    }
  }
}

static void a_line_without_end_takes_no_memory(void **state)
{
  (void)state;
  char *nuls = calloc(1, 1 << 20);
  httpstatus_tally *tally = started("auto");
  for (int i = 0; i < 64; i++) {
    assert_int_equal(httpstatus_tally_feed(tally, nuls, 1 << 20), 0);
  }
  assert_int_equal(tally->lines, 0);
  assert_int_equal(httpstatus_tally_finish(tally), 0);
  assert_int_equal(tally->lines, 1);
  assert_int_equal(tally->unparsed, 1);
  assert_int_equal(tally->unparsed_at[0], 0);
  assert_int_equal(tally->bytes, 64 << 20);
  free(tally);
  free(nuls);
}

static void parts_are_as_good_as_the_whole(void **state)
{
  (void)state;
  uint32_t seed = 406;
  size_t size = 200000;
  char *log = malloc(size);
  for (int round = 0; round < 30; round++) {
    size_t length = log_random(&seed, log, size);
    httpstatus_tally *whole = tallied("combined", log, length);
    httpstatus_tally *first = started("combined");
    httpstatus_tally *second = malloc(sizeof *second);
    size_t cut = length / 3;
    while (cut < length && (cut == 0 || log[cut - 1] != '\n')) {
      cut++;
    }
    httpstatus_tally_feed(first, log, cut);
    if (httpstatus_tally_fork(second, first, cut) == 0) {
      httpstatus_tally_feed(second, log + cut, length - cut);
      httpstatus_tally_finish(second);
      httpstatus_tally_finish(first);
      httpstatus_tally_merge(first, second);
      assert_memory_equal(first, whole, offsetof(httpstatus_tally, origin));
    } else {
      assert_true(cut < 16);
    }
    free(whole);
    free(first);
    free(second);
  }
  free(log);
}

static void logs_follow_each_other(void **state)
{
  (void)state;
  httpstatus_tally *tally = started("auto");
  assert_int_equal(httpstatus_tally_finish(tally), 0);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(httpstatus_tally_feed(tally, "\"x\" 200 1\ncut", 13), 0);
    assert_int_equal(httpstatus_tally_finish(tally), 0);
    assert_int_equal(httpstatus_tally_finish(tally), 0);
  }
  assert_int_equal(tally->lines, 6);
  assert_int_equal(tally->counts[200], 3);
  assert_int_equal(tally->unparsed_at[2], 36);
  free(tally);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(lines_say_what_the_header_tells),
    cmocka_unit_test(no_status_is_what_parse_calls_so),
    cmocka_unit_test(formats_that_are_none_are_refused),
    cmocka_unit_test(formats_are_told_from_the_first_lines),
    cmocka_unit_test(a_line_that_the_window_cuts_tells_nothing),
    cmocka_unit_test(w3c_follows_its_directives),
    cmocka_unit_test(columns_are_found_by_name),
    cmocka_unit_test(what_is_no_text_is_refused),
    cmocka_unit_test(any_log_is_read_as_the_reference_does),
    cmocka_unit_test(lines_are_the_same_at_every_offset_of_a_block),
    cmocka_unit_test(long_logs_are_read_as_the_reference_does),
    cmocka_unit_test(whatever_stands_before_a_key_is_read_as_the_reference_does),
    cmocka_unit_test(keys_of_every_length_are_read_as_the_reference_does),
    cmocka_unit_test(whatever_stands_behind_a_key_is_read_as_the_reference_does),
    cmocka_unit_test(a_log_is_the_same_wherever_it_is_in_memory),
    cmocka_unit_test(the_format_is_found_however_the_log_is_fed),
    cmocka_unit_test(long_lines_are_read_as_if_they_were_cut),
    cmocka_unit_test(a_line_without_end_takes_no_memory),
    cmocka_unit_test(parts_are_as_good_as_the_whole),
    cmocka_unit_test(logs_follow_each_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
