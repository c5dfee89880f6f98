// Lookups of the C library against one read of a dense table behind the same kind of call.
#include <httpstatus.h>

#include <bitset>
#include <numeric>
#include <vector>

#include "run.h"

extern "C" void dense_fill(void);
extern "C" const void *dense_read(int code);

static std::vector<int> from_100_to_599()
{
  std::vector<int> codes(500);
  std::iota(codes.begin(), codes.end(), 100);
  return codes;
}

static const std::vector<int> codes = draw(from_100_to_599());

// The loop and the keeping of the result, which bench.py subtracts from the others.
static void loop(benchmark::State &state)
{
  run(state, codes, [](int code) { return code; });
}

static void dense(benchmark::State &state)
{
  dense_fill();
  run(state, codes, [](int code) { return dense_read(code); });
}

static void entry(benchmark::State &state)
{
  run(state, codes, [](int code) { return httpstatus_entry(code, nullptr, 0); });
}

static void classify(benchmark::State &state)
{
  run(state, codes, [](int code) { return httpstatus_classify(code); });
}

static void effective(benchmark::State &state)
{
  run(state, codes, [](int code) { return httpstatus_effective(code); });
}

static void reason(benchmark::State &state)
{
  run(state, codes, [](int code) { return httpstatus_reason(code); });
}

// Membership is inline, so its yardsticks are inline bit tests too: one that checks its range as ours does, and one that
// answers wrongly for what is out of it.
static void bit_in_range(benchmark::State &state)
{
  static std::bitset<HTTPSTATUS_SET_CODES> bits;
  benchmark::DoNotOptimize(static_cast<void *>(&bits));
  run(state, codes, [](int code) { return bits.test(static_cast<size_t>(code)); });
}

static void bit(benchmark::State &state)
{
  static uint64_t bits[16];
  benchmark::DoNotOptimize(static_cast<void *>(bits));
  run(state, codes, [](int code) { return (bits[static_cast<unsigned>(code) / 64 % 16] >> code % 64 & 1) != 0; });
}

static void set_contains(benchmark::State &state)
{
  static httpstatus_set set;
  httpstatus_set_parse("@error", 6, &set, nullptr);
  benchmark::DoNotOptimize(static_cast<void *>(&set));
  run(state, codes, [](int code) { return httpstatus_set_contains(&set, code); });
}

BENCHMARK(loop);
BENCHMARK(dense);
BENCHMARK(entry);
BENCHMARK(classify);
BENCHMARK(effective);
BENCHMARK(reason);
BENCHMARK(bit_in_range);
BENCHMARK(bit);
BENCHMARK(set_contains);
BENCHMARK_MAIN();
