// Lookups of the C library against one read of a dense table behind the same kind of call.
#include <benchmark/benchmark.h>
#include <httpstatus.h>

#include <bitset>
#include <random>
#include <vector>

extern "C" void dense_fill(void);
extern "C" const void *dense_read(int code);

static const std::vector<int> &codes()
{
  static const std::vector<int> all = [] {
    std::mt19937 random(404);
    std::vector<int> made(4096);
    for (int &code : made) {
      code = 100 + static_cast<int>(random() % 500);
    }
    return made;
  }();
  return all;
}

template <typename Call>
static void run(benchmark::State &state, Call call)
{
  for (auto _ : state) {
    for (int code : codes()) {
      benchmark::DoNotOptimize(call(code));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(codes().size()));
}

// The loop and the keeping of the result, which bench.py subtracts from the others.
static void loop(benchmark::State &state)
{
  run(state, [](int code) { return code; });
}

static void dense(benchmark::State &state)
{
  dense_fill();
  run(state, [](int code) { return dense_read(code); });
}

static void entry(benchmark::State &state)
{
  run(state, [](int code) { return httpstatus_entry(code, nullptr, 0); });
}

static void classify(benchmark::State &state)
{
  run(state, [](int code) { return httpstatus_classify(code); });
}

static void effective(benchmark::State &state)
{
  run(state, [](int code) { return httpstatus_effective(code); });
}

static void reason(benchmark::State &state)
{
  run(state, [](int code) { return httpstatus_reason(code); });
}

// Membership is inline, so its yardsticks are inline bit tests too: one that checks its range as ours does, and one that
// answers wrongly for what is out of it.
static void bit_in_range(benchmark::State &state)
{
  static std::bitset<HTTPSTATUS_SET_CODES> bits;
  benchmark::DoNotOptimize(static_cast<void *>(&bits));
  run(state, [](int code) { return bits.test(static_cast<size_t>(code)); });
}

static void bit(benchmark::State &state)
{
  static uint64_t bits[16];
  benchmark::DoNotOptimize(static_cast<void *>(bits));
  run(state, [](int code) { return (bits[static_cast<unsigned>(code) / 64 % 16] >> code % 64 & 1) != 0; });
}

static void set_contains(benchmark::State &state)
{
  static httpstatus_set set;
  httpstatus_set_parse("@error", 6, &set, nullptr);
  benchmark::DoNotOptimize(static_cast<void *>(&set));
  run(state, [](int code) { return httpstatus_set_contains(&set, code); });
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
