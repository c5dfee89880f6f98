/* Logs that are made of what is awkward, for the tests and the fuzz targets. */
#ifndef LOG_RANDOM_H
#define LOG_RANDOM_H

#include <stdint.h>
#include <string.h>

static const char *const log_formats[] = {
  "combined", "json", "json:response.status", "json:a\\.b", "json:x", "json:a_key_of_thirty_one_characters_",
  "json:a_key_that_is_longer_than_any_block_so_that_only_the_slow_way_is_there_for_it", "w3c", "csv:3", "tsv:2",
  "space:4", "alb", "nginx:$a - $b [$t] \"$request\" $status $bytes", "nginx:$host \"$a\" \"$b\" $status|$c",
  "nginx:$a=$status", "nginx:$status",
};

static const char *const log_pieces[] = {
  "\"x\" 099 12 \"-\"\n", "\"x\" 20x 12 \"-\"\n", "\"x\" 2000 12 \"-\"\n", "{\"sxxxus\":404,\"a\":1}\n",
  "{\"status\":099,\"a\":1}\n", "\n", "\n", "\n", "\r\n", "\"", "\"", "\\", "\\\"", "\\\\", " ", " ", "\t", "\r", ",",
  ":", "{", "}", "[", "]", "#", "-", "0", "000", "009", "-1", "200", "404", "599", "600", "999", "099", "20", "2000",
  "404.13", "404.12345", "404.", "\" 200 ", "\" 404 1", "\" 500", "\" \"302\"", "\\\" 503 ",
  "\"GET / HTTP/1.1\" 200 12", "\"GET /\\\"x HTTP/1.1\" 301 12 \"-\" \"a \\\" 404 b\"", "\"-\" 408 -", "\"\" 400 0",
  "1.2.3.4 - a b [x] \"GET /\" 204 5\n", "{\"status\":200}\n", "{\"status\": 404,", "\"status\":500",
  "\"xstatus\":403,", "{\"a\":{\"sxxxus\":1,\"status\":403}}\n", "{\"a\":\"x\"status\":403,\"b\":1}\n",
  "\"status\" : 503", "\"status\":\"201\"", "{\"a\":\"\\\"status\\\":1\",\"status\":202}\n",
  "{\"response\":{\"status\":404},\"status\":200}\n", "{\"response\":{", "\"response\":", "{\"x\":200}",
  "{\"a.b\":200}\n", "\"status\"", "\"x\"", "\"a_key_of_thirty_one_characters_\":404,",
  "{\"a_key_that_is_longer_than_any_block_so_that_only_the_slow_way_is_there_for_it\":404}\n", "null", "true",
  "[\"status\",200]", "#Fields: date sc-status x\n", "#Fields: SC-Status\n", "#Version\n", "a 200 b\n", "a b c 200\n",
  "a,b,200\n", "a\t404\n", "\"a,\"\"b\",", "[a b] ", "h2 2024 app/x 1:2 3:4 0 0 0 502 - 0\n", "x \"a\" \"b\" 404|c\n",
  "q=404\n", "404\n", "\xEF\xBB\xBF", "\xFF", "GET /index.html",
  "0123456789012345678901234567890123456789012345678901234567890123456789",
};

static inline uint32_t log_next(uint32_t *seed)
{
  *seed = *seed * 1664525 + 1013904223;
  return *seed >> 8;
}

/* Fills a buffer with pieces and returns how many bytes they have. NULs come in by the terminators of some. */
static inline size_t log_random(uint32_t *seed, char *buffer, size_t size)
{
  size_t n = 0, wanted = log_next(seed) % size;
  while (n < wanted) {
    const char *piece = log_pieces[log_next(seed) % (sizeof log_pieces / sizeof log_pieces[0])];
    size_t length = strlen(piece) + (log_next(seed) % 64 == 0);
    length = length < wanted - n ? length : wanted - n;
    memcpy(buffer + n, piece, length);
    n += length;
  }
  return n;
}

#endif
