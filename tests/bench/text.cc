// What reads and writes text, against what a C program would use otherwise.
#include <benchmark/benchmark.h>
#include <httpstatus.h>
#include <strings.h>

#include <cctype>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#ifdef PICOHTTPPARSER
#include "picohttpparser.h"
#endif

enum { TEXTS = 4096 };

static std::vector<const char *> phrases(bool registered)
{
  std::vector<const char *> all;
  for (const httpstatus_row *row = httpstatus_next(nullptr); row != nullptr; row = httpstatus_next(row)) {
    if (row->phrase != nullptr && (!registered || row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL)) {
      all.push_back(row->phrase);
    }
  }
  return all;
}

// Phrases of any row, with letters of random case.
static const std::vector<std::string> &names()
{
  static const std::vector<std::string> made = [] {
    std::mt19937 random(404);
    std::vector<const char *> all = phrases(false);
    std::vector<std::string> texts;
    for (int i = 0; i < TEXTS; i++) {
      std::string text = all[random() % all.size()];
      for (char &c : text) {
        c = static_cast<char>(random() % 2 ? std::toupper(c) : std::tolower(c));
      }
      texts.push_back(text);
    }
    return texts;
  }();
  return made;
}

static void find(benchmark::State &state)
{
  for (auto _ : state) {
    for (const std::string &name : names()) {
      const httpstatus_row *row;
      benchmark::DoNotOptimize(httpstatus_find(name.data(), name.size(), &row, 1));
    }
  }
}

static void strcasecmp_chain(benchmark::State &state)
{
  const std::vector<const char *> all = phrases(false);
  for (auto _ : state) {
    for (const std::string &name : names()) {
      size_t i = 0;
      while (strcasecmp(all[i], name.c_str()) != 0) {
        i++;
      }
      benchmark::DoNotOptimize(i);
    }
  }
}

static const std::vector<std::string> &lines()
{
  static const std::vector<std::string> made = [] {
    std::mt19937 random(404);
    std::vector<const char *> all = phrases(true);
    std::vector<std::string> texts;
    for (int i = 0; i < TEXTS; i++) {
      texts.push_back("HTTP/1.1 " + std::to_string(200 + random() % 400) + " " + all[random() % all.size()] + "\r\n\r\n");
    }
    return texts;
  }();
  return made;
}

static void parse(benchmark::State &state)
{
  for (auto _ : state) {
    for (const std::string &line : lines()) {
      httpstatus_parsed parsed;
      size_t position;
      benchmark::DoNotOptimize(httpstatus_parse(line.data(), line.size() - 2, &parsed, &position));
      benchmark::DoNotOptimize(parsed);
    }
  }
}

#ifdef PICOHTTPPARSER
static void picohttpparser(benchmark::State &state)
{
  for (auto _ : state) {
    for (const std::string &line : lines()) {
      int minor_version, status;
      const char *message;
      size_t length, n = 4;
      struct phr_header headers[4];
      benchmark::DoNotOptimize(
        phr_parse_response(line.data(), line.size(), &minor_version, &status, &message, &length, headers, &n, 0));
      benchmark::DoNotOptimize(status);
    }
  }
}
BENCHMARK(picohttpparser);
#endif

static std::vector<int> registered()
{
  std::mt19937 random(404);
  std::vector<int> codes;
  for (const httpstatus_row *row = httpstatus_next(nullptr); row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL;
       row = httpstatus_next(row)) {
    codes.push_back(row->code);
  }
  std::vector<int> made;
  for (int i = 0; i < TEXTS; i++) {
    made.push_back(codes[random() % codes.size()]);
  }
  return made;
}

static void explain(benchmark::State &state)
{
  static char text[8192];
  const std::vector<int> codes = registered();
  for (auto _ : state) {
    for (int code : codes) {
      benchmark::DoNotOptimize(httpstatus_explain(code, nullptr, text, sizeof text));
    }
  }
}

// The same bytes by snprintf, which is given each line as a string.
static void snprintf_lines(benchmark::State &state)
{
  enum { LINES = 32 };
  struct page {
    std::vector<std::string> lines;
    const char *line[LINES];
  };
  static char text[8192], whole[8192];
  std::vector<page> pages;
  for (int code : registered()) {
    httpstatus_explain(code, nullptr, text, sizeof text);
    pages.emplace_back();
    const char *start = text;
    for (const char *end; (end = std::strchr(start, '\n')) != nullptr; start = end + 1) {
      pages.back().lines.emplace_back(start, end + 1);
    }
    pages.back().lines.resize(LINES);
  }
  for (page &one : pages) {
    for (int i = 0; i < LINES; i++) {
      one.line[i] = one.lines[static_cast<size_t>(i)].c_str();
    }
  }
  for (auto _ : state) {
    for (const page &one : pages) {
      const char *const *l = one.line;
      benchmark::DoNotOptimize(std::snprintf(
        whole, sizeof whole, "%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s", l[0], l[1], l[2], l[3], l[4], l[5], l[6],
        l[7], l[8], l[9], l[10], l[11], l[12], l[13], l[14], l[15], l[16], l[17], l[18], l[19], l[20], l[21], l[22], l[23]));
    }
  }
}

BENCHMARK(find);
BENCHMARK(strcasecmp_chain);
BENCHMARK(parse);
BENCHMARK(explain);
BENCHMARK(snprintf_lines);
BENCHMARK_MAIN();
