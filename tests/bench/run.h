// How the lookups are measured: the same call for each of many codes in turn.
#ifndef HTTPSTATUS_BENCH_RUN_H
#define HTTPSTATUS_BENCH_RUN_H

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

// Codes drawn at random, as many as bench.py divides by.
inline std::vector<int> draw(const std::vector<int> &from)
{
  std::mt19937 random(404);
  std::vector<int> drawn(4096);
  for (int &code : drawn) {
    code = from[random() % from.size()];
  }
  return drawn;
}

template <typename Call>
void run(benchmark::State &state, const std::vector<int> &codes, Call call)
{
  for (auto _ : state) {
    for (int code : codes) {
      benchmark::DoNotOptimize(call(code));
    }
  }
}

#endif
