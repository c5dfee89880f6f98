// Reason phrases of random registered codes against other libraries in C, each behind its own library boundary.
#include <httpstatus.h>

#include <set>
#include <vector>

#include "run.h"

#ifdef LLHTTP
#include <llhttp.h>
#endif
#ifdef MICROHTTPD
#include <microhttpd.h>
#endif

// llhttp ends the process at a code that it does not know, so those are left out.
static std::vector<int> known()
{
  std::vector<int> codes;
#ifdef LLHTTP
#define ONE(number, name, text) number,
  const std::set<int> theirs = {HTTP_STATUS_MAP(ONE)};
#endif
  for (const httpstatus_row *row = httpstatus_next(nullptr); row != nullptr; row = httpstatus_next(row)) {
    bool wanted = row->registration == HTTPSTATUS_REGISTRATION_ASSIGNED;
#ifdef LLHTTP
    wanted = wanted && theirs.count(row->code) != 0;
#endif
    if (wanted) {
      codes.push_back(row->code);
    }
  }
  return codes;
}

static const std::vector<int> codes = draw(known());

static void loop(benchmark::State &state)
{
  run(state, codes, [](int code) { return code; });
}

static void reason(benchmark::State &state)
{
  run(state, codes, [](int code) { return httpstatus_reason(code); });
}

BENCHMARK(loop);
BENCHMARK(reason);

#ifdef LLHTTP
static void llhttp(benchmark::State &state)
{
  run(state, codes, [](int code) { return llhttp_status_name(static_cast<llhttp_status_t>(code)); });
}
BENCHMARK(llhttp);
#endif

#ifdef MICROHTTPD
static void microhttpd(benchmark::State &state)
{
  run(state, codes, [](int code) { return MHD_get_reason_phrase_for(static_cast<unsigned>(code)); });
}
BENCHMARK(microhttpd);
#endif

BENCHMARK_MAIN();
