// Decisions of the C library against printing one int, which a caller who logs the status does anyway.
#include <benchmark/benchmark.h>
#include <httpstatus.h>

#include <cstdio>

static const int codes[] = {503, 429, 500, 408};
enum { N = 4096 };

template <typename Call>
static void run(benchmark::State &state, Call call)
{
  for (auto _ : state) {
    for (int i = 0; i < N; i++) {
      benchmark::DoNotOptimize(call(codes[i % 4]));
    }
  }
}

static void loop(benchmark::State &state)
{
  run(state, [](int code) { return code; });
}

static void snprintf_int(benchmark::State &state)
{
  run(state, [](int code) {
    char text[16];
    int length = snprintf(text, sizeof text, "%d", code);
    benchmark::DoNotOptimize(static_cast<void *>(text));
    return length;
  });
}

static void retry(benchmark::State &state)
{
  static const httpstatus_line line = {"120", 3};
  run(state, [](int code) {
    httpstatus_retry_options options = {};
    options.size = sizeof options;
    options.retry_after = &line;
    options.n_retry_after = 1;
    httpstatus_retry_result result;
    int verdict = httpstatus_retry(code, "GET", 3, &options, &result);
    benchmark::DoNotOptimize(static_cast<void *>(&result));
    return verdict;
  });
}

static void retry_reason(benchmark::State &state)
{
  run(state, [](int code) {
    char text[160];
    int length = httpstatus_retry_reason(code, "GET", 3, nullptr, text, sizeof text);
    benchmark::DoNotOptimize(static_cast<void *>(text));
    return length;
  });
}

static void redirect(benchmark::State &state)
{
  run(state, [](int code) { return httpstatus_redirect(code - 200, "POST", 4, nullptr, nullptr); });
}

static void cacheability(benchmark::State &state)
{
  static const httpstatus_field_line lines[] = {
    {"Content-Type", 12, "text/html", 9},
    {"Date", 4, "Sun, 01 Nov 2026 10:00:00 GMT", 29},
    {"Cache-Control", 13, "public, max-age=60", 18},
  };
  run(state, [](int code) {
    return httpstatus_cacheability(code, "GET", 3, lines, 3, nullptr, nullptr);
  });
}

BENCHMARK(loop);
BENCHMARK(snprintf_int);
BENCHMARK(retry);
BENCHMARK(retry_reason);
BENCHMARK(redirect);
BENCHMARK(cacheability);
BENCHMARK_MAIN();
