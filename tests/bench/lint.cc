// The lint of a head with all rules that are on by default, against picohttpparser reading it, and against itself on
// heads of more lines. Without a copy of picohttpparser (see CMakeLists.txt) that rival is left out.
#include <benchmark/benchmark.h>
#include <httpstatus.h>

#include <string>
#include <vector>

#ifdef PICOHTTPPARSER
#include <picohttpparser.h>
#endif

static const struct {
  const char *name, *value;
} fields[] = {
  {"Date", "Sun, 01 Nov 2026 10:00:00 GMT"},
  {"Server", "nginx/1.26.2"},
  {"Content-Type", "text/html; charset=utf-8"},
  {"Content-Length", "48213"},
  {"Connection", "keep-alive"},
  {"Last-Modified", "Sat, 31 Oct 2026 22:12:05 GMT"},
  {"ETag", "\"671b0a15-bc55\""},
  {"Cache-Control", "public, max-age=3600, stale-while-revalidate=60"},
  {"Vary", "Accept-Encoding"},
  {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
  {"Set-Cookie", "session=1f0e7c52a9d84b; Path=/; HttpOnly; Secure; SameSite=Lax"},
  {"Accept-Ranges", "bytes"},
};

static std::vector<httpstatus_field_line> lines(size_t n)
{
  std::vector<httpstatus_field_line> made;
  const size_t plain = 9;  // Past the first twelve come fields that no rule knows and that may be repeated.
  for (size_t i = 0; i < n; i++) {
    const auto &field = fields[i < 12 ? i : plain + i % 2];
    made.push_back({field.name, std::char_traits<char>::length(field.name), field.value,
                    std::char_traits<char>::length(field.value)});
  }
  return made;
}

static void lint(benchmark::State &state)
{
  auto made = lines(static_cast<size_t>(state.range(0)));
  httpstatus_lint_head head = {};
  head.size = sizeof head;
  head.status = 200;
  head.version = HTTPSTATUS_LINT_VERSION_1_1;
  head.lines = made.data();
  head.n_lines = made.size();
  head.method = "GET";
  head.method_length = 3;
  httpstatus_lint_finding findings[16];
  if (httpstatus_lint(&head, nullptr, findings, 16) != 0) {
    state.SkipWithError("the head has findings");
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(httpstatus_lint(&head, nullptr, findings, 16));
  }
}
BENCHMARK(lint)->Arg(12)->Arg(100)->Arg(1000)->Arg(10000);

#ifdef PICOHTTPPARSER
static void pico(benchmark::State &state)
{
  std::string text = "HTTP/1.1 200 OK\r\n";
  for (const auto &field : fields) {
    text += std::string(field.name) + ": " + field.value + "\r\n";
  }
  text += "\r\n";
  for (auto _ : state) {
    int minor, status;
    const char *message;
    size_t length, n = 32;
    phr_header headers[32];
    benchmark::DoNotOptimize(
      phr_parse_response(text.data(), text.size(), &minor, &status, &message, &length, headers, &n, 0));
  }
}
BENCHMARK(pico);
#endif

BENCHMARK_MAIN();
