/* What every fuzz target starts from. */
#ifndef FUZZ_H
#define FUZZ_H

#include <httpstatus.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static inline void expect(bool holds)
{
  if (!holds) {
    abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
