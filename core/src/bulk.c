#include "httpstatus/bulk.h"

#include <stdbool.h>
#include <string.h>

#include "scan.h"

/* Arrays are worked off in pieces that stay in the nearest cache, as 16-bit numbers; what does not fit is OUT. */
enum { PIECE = 2048, OUT = 0xFFFF, TABLES = 8, TABLE = 1024, MANY = 1 << 30 };

/* Three digits in 100 to 599 divided by 100, 0 for any other number. */
static inline unsigned category_of(unsigned code)
{
  unsigned limited = code < 600 ? code : 600;
  unsigned category = (limited * 656) >> 16; /* limited / 100, for all of them. */
  return category < 6 ? category : 0;
}

/* The portable ways. */

static void classify_words(const uint16_t *codes, size_t n, uint8_t *categories)
{
  for (size_t i = 0; i < n; i++) {
    categories[i] = (uint8_t)category_of(codes[i]);
  }
}

static void count_categories_words(const uint16_t *codes, size_t n, uint64_t *counts)
{
  uint64_t tables[4][8] = {{0}}; /* Several, so that equal neighbours need not wait for each other. */
  for (size_t i = 0; i < n; i++) {
    tables[i & 3][category_of(codes[i])]++;
  }
  for (int i = 0; i < HTTPSTATUS_BULK_CATEGORIES; i++) {
    counts[i] += tables[0][i] + tables[1][i] + tables[2][i] + tables[3][i];
  }
}

/* Counts of codes on the way: several tables for the same reason, and a place for all numbers that are out of range. */
typedef struct tables {
  uint32_t counts[TABLES][TABLE];
} tables;

static void add_codes(tables *to, const uint16_t *codes, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    unsigned code = codes[i] < HTTPSTATUS_BULK_CODES ? codes[i] : HTTPSTATUS_BULK_CODES;
    to->counts[i % TABLES][code]++;
  }
}

static void add_tables(const tables *from, httpstatus_code_counts *counts)
{
  for (int code = 0; code <= HTTPSTATUS_BULK_CODES; code++) {
    uint64_t sum = 0;
    for (int i = 0; i < TABLES; i++) {
      sum += from->counts[i][code];
    }
    *(code < HTTPSTATUS_BULK_CODES ? &counts->codes[code] : &counts->out_of_range) += sum;
  }
}

#ifdef HTTPSTATUS__AVX2

#define TARGET HTTPSTATUS__AVX2_TARGET

/* The categories of 32 codes, 0 and 6 for what is none, as bytes in the order of the codes. */
HTTPSTATUS__INLINE TARGET __m256i categories_of_32(const uint16_t *codes)
{
  const __m256i limit = _mm256_set1_epi16(600), part = _mm256_set1_epi16(656);
  __m256i a = _mm256_loadu_si256((const __m256i *)codes);
  __m256i b = _mm256_loadu_si256((const __m256i *)(codes + 16));
  a = _mm256_mulhi_epu16(_mm256_min_epu16(a, limit), part);
  b = _mm256_mulhi_epu16(_mm256_min_epu16(b, limit), part);
  return _mm256_packus_epi16(a, b);
}

static TARGET void classify_avx2(const uint16_t *codes, size_t n, uint8_t *categories)
{
  const __m256i none = _mm256_set1_epi8(6);
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    HTTPSTATUS__PREFETCH(codes + i);
    __m256i of = _mm256_permute4x64_epi64(categories_of_32(codes + i), 0xD8);
    of = _mm256_andnot_si256(_mm256_cmpeq_epi8(of, none), of);
    _mm256_storeu_si256((__m256i *)(categories + i), of);
  }
  classify_words(codes + i, n - i, categories + i);
}

static TARGET void count_categories_avx2(const uint16_t *codes, size_t n, uint64_t *counts)
{
  const __m256i zero = _mm256_setzero_si256();
  size_t i = 0;
  uint64_t valid = 0;
  while (i + 32 <= n) {
    /* A byte counts to 255. */
    size_t stop = n - i > (size_t)32 * 255 ? i + (size_t)32 * 255 : n;
    size_t start = i;
    __m256i sums[6] = {zero, zero, zero, zero, zero, zero};
    for (; i + 32 <= stop; i += 32) {
      HTTPSTATUS__PREFETCH(codes + i);
      __m256i of = categories_of_32(codes + i);
      for (int k = 1; k < 6; k++) {
        sums[k] = _mm256_sub_epi8(sums[k], _mm256_cmpeq_epi8(of, _mm256_set1_epi8((char)k)));
      }
    }
    valid = 0;
    for (int k = 1; k < 6; k++) {
      uint64_t lanes[4];
      _mm256_storeu_si256((__m256i *)lanes, _mm256_sad_epu8(sums[k], zero));
      uint64_t sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
      counts[k] += sum;
      valid += sum;
    }
    counts[0] += i - start - valid;
  }
  count_categories_words(codes + i, n - i, counts);
}

/* Below SMALL codes looking at a sample does not pay. */
enum { SAMPLE = 1024, FREQUENT = 4, REST = 4096, SMALL = 65536 };

/* The most frequent codes of a sample, so that they can be compared with instead of looked up. */
static void find_frequent(const uint16_t *codes, size_t n, uint16_t frequent[FREQUENT])
{
  int seen[TABLE] = {0};
  for (size_t i = 0; i < SAMPLE; i++) {
    uint16_t code = codes[n / SAMPLE * i];
    seen[code < HTTPSTATUS_BULK_CODES ? code : HTTPSTATUS_BULK_CODES]++;
  }
  for (int k = 0; k < FREQUENT; k++) {
    int most = -1;
    for (int code = 0; code < HTTPSTATUS_BULK_CODES; code++) {
      if (seen[code] >= 0 && (most < 0 || seen[code] > seen[most])) {
        most = code;
      }
    }
    frequent[k] = (uint16_t)most;
    seen[most] = -1; /* Chosen once. */
  }
}

/* For each set of 8 numbers: how to move those that are in it to the front. */
static void make_moves(uint8_t moves[256][16])
{
  for (unsigned set = 0; set < 256; set++) {
    int n = 0;
    for (unsigned i = 0; i < 8; i++) {
      if ((set >> i & 1) != 0) {
        moves[set][n++] = (uint8_t)(2 * i);
        moves[set][n++] = (uint8_t)(2 * i + 1);
      }
    }
    while (n < 16) {
      moves[set][n++] = 0x80;
    }
  }
}

static TARGET void count_codes_avx2(const uint16_t *codes, size_t n, tables *to, httpstatus_code_counts *counts)
{
  uint8_t moves[256][16];
  uint16_t frequent[FREQUENT], rest[REST + 32];
  __m256i wanted[FREQUENT], sums[FREQUENT];
  size_t i = 0, n_rest = 0;
  find_frequent(codes, n, frequent);
  make_moves(moves);
  for (int k = 0; k < FREQUENT; k++) {
    wanted[k] = _mm256_set1_epi16((short)frequent[k]);
  }
  while (i + 16 <= n) {
    /* A lane counts to 65535. */
    size_t stop = n - i > (size_t)16 * 65535 ? i + (size_t)16 * 65535 : n;
    for (int k = 0; k < FREQUENT; k++) {
      sums[k] = _mm256_setzero_si256();
    }
    for (; i + 16 <= stop; i += 16) {
      HTTPSTATUS__PREFETCH(codes + i);
      __m256i of = _mm256_loadu_si256((const __m256i *)(codes + i));
      __m256i any = _mm256_setzero_si256();
      for (int k = 0; k < FREQUENT; k++) {
        __m256i same = _mm256_cmpeq_epi16(of, wanted[k]);
        sums[k] = _mm256_sub_epi16(sums[k], same);
        any = _mm256_or_si256(any, same);
      }
      __m128i low = _mm256_castsi256_si128(any), high = _mm256_extracti128_si256(any, 1);
      unsigned others = ~(unsigned)_mm_movemask_epi8(_mm_packs_epi16(low, high)) & 0xFFFF;
      unsigned first = others & 0xFF, second = others >> 8;
      __m128i a = _mm_shuffle_epi8(_mm256_castsi256_si128(of), _mm_loadu_si128((const __m128i *)moves[first]));
      __m128i b = _mm_shuffle_epi8(_mm256_extracti128_si256(of, 1), _mm_loadu_si128((const __m128i *)moves[second]));
      _mm_storeu_si128((__m128i *)(rest + n_rest), a);
      n_rest += (size_t)__builtin_popcount(first);
      _mm_storeu_si128((__m128i *)(rest + n_rest), b);
      n_rest += (size_t)__builtin_popcount(second);
      if (n_rest >= REST) {
        add_codes(to, rest, n_rest);
        n_rest = 0;
      }
    }
    for (int k = 0; k < FREQUENT; k++) {
      uint16_t lanes[16];
      _mm256_storeu_si256((__m256i *)lanes, sums[k]);
      for (int lane = 0; lane < 16; lane++) {
        counts->codes[frequent[k]] += lanes[lane];
      }
    }
  }
  add_codes(to, rest, n_rest);
  add_codes(to, codes + i, n - i);
}

#undef TARGET
#endif

static void classify_plain(const uint16_t *codes, size_t n, uint8_t *categories)
{
#ifdef HTTPSTATUS__AVX2
  if (httpstatus__has_avx2()) {
    classify_avx2(codes, n, categories);
    return;
  }
#endif
  classify_words(codes, n, categories);
}

static void count_categories_plain(const uint16_t *codes, size_t n, uint64_t *counts)
{
#ifdef HTTPSTATUS__AVX2
  if (httpstatus__has_avx2()) {
    count_categories_avx2(codes, n, counts);
    return;
  }
#endif
  count_categories_words(codes, n, counts);
}

/* Narrows [i, i + n) of an array to 16 bits, nulls to OUT, and returns how many nulls there were. */
static size_t narrow(const void *codes, size_t width, size_t i, size_t n, const uint8_t *valid, size_t offset,
                     uint16_t *to)
{
  if (width == 2) {
    memcpy(to, (const uint16_t *)codes + i, n * sizeof *to);
  } else if (width == 4) {
    const uint32_t *from = (const uint32_t *)codes + i;
    for (size_t j = 0; j < n; j++) {
      to[j] = (uint16_t)(from[j] < OUT ? from[j] : OUT);
    }
  } else {
    const uint64_t *from = (const uint64_t *)codes + i;
    for (size_t j = 0; j < n; j++) {
      to[j] = (uint16_t)(from[j] < OUT ? from[j] : OUT);
    }
  }
  size_t nulls = 0;
  for (size_t j = 0; valid != NULL && j < n; j++) {
    size_t bit = offset + i + j;
    bool is_null = (valid[bit / 8] >> bit % 8 & 1) == 0;
    to[j] = is_null ? OUT : to[j];
    nulls += is_null;
  }
  return nulls;
}

/* Counts arrays that are too short for anything else to pay. */
static void count_few(const uint16_t *codes, size_t n, httpstatus_code_counts *counts)
{
  for (size_t i = 0; i < n; i++) {
    ++*(codes[i] < HTTPSTATUS_BULK_CODES ? &counts->codes[codes[i]] : &counts->out_of_range);
  }
}

/* Counts at most MANY codes, so that no table overflows. */
static uint64_t count_many(const void *codes, size_t width, size_t i, size_t n, const uint8_t *valid, size_t offset,
                           httpstatus_code_counts *counts)
{
  tables all;
  uint16_t piece[PIECE];
  uint64_t nulls = 0;
  memset(&all, 0, sizeof all);
#ifdef HTTPSTATUS__AVX2
  if (width == 2 && valid == NULL && n >= SMALL && httpstatus__has_avx2()) {
    count_codes_avx2((const uint16_t *)codes + i, n, &all, counts);
    n = 0;
  }
#endif
  for (size_t end = i + n; i < end; i += PIECE) {
    size_t m = end - i < PIECE ? end - i : PIECE;
    nulls += narrow(codes, width, i, m, valid, offset, piece);
    add_codes(&all, piece, m);
  }
  add_tables(&all, counts);
  return nulls;
}

static bool is_width(size_t width)
{
  return width == 2 || width == 4 || width == 8;
}

int httpstatus_classify_codes(const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset,
                              uint8_t *categories)
{
  uint16_t piece[PIECE];
  if (!is_width(width)) {
    return HTTPSTATUS_E_BULK_WIDTH;
  }
  if (n == 0) {
    return 0; /* And then codes may be NULL. */
  }
  if (width == 2 && valid == NULL) {
    classify_plain(codes, n, categories);
    return 0;
  }
  for (size_t i = 0; i < n; i += PIECE) {
    size_t m = n - i < PIECE ? n - i : PIECE;
    narrow(codes, width, i, m, valid, offset, piece);
    classify_plain(piece, m, categories + i);
  }
  return 0;
}

int httpstatus_count_categories(const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset,
                                uint64_t *counts, uint64_t *nulls)
{
  uint16_t piece[PIECE];
  uint64_t n_nulls = 0;
  if (!is_width(width)) {
    return HTTPSTATUS_E_BULK_WIDTH;
  }
  if (n == 0) {
    return 0; /* And then codes may be NULL. */
  }
  if (width == 2 && valid == NULL) {
    count_categories_plain(codes, n, counts);
    return 0;
  }
  for (size_t i = 0; i < n; i += PIECE) {
    size_t m = n - i < PIECE ? n - i : PIECE;
    n_nulls += narrow(codes, width, i, m, valid, offset, piece);
    count_categories_plain(piece, m, counts);
  }
  counts[0] -= n_nulls; /* They were counted as numbers out of range. */
  if (nulls != NULL) {
    *nulls += n_nulls;
  }
  return 0;
}

int httpstatus_count_codes(const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset,
                           httpstatus_code_counts *counts)
{
  uint16_t piece[PIECE];
  uint64_t nulls = 0;
  if (!is_width(width)) {
    return HTTPSTATUS_E_BULK_WIDTH;
  }
  if (n == 0) {
    return 0; /* And then codes may be NULL. */
  }
  if (n <= PIECE) {
    nulls = narrow(codes, width, 0, n, valid, offset, piece);
    count_few(piece, n, counts);
  }
  for (size_t i = 0; n > PIECE && i < n; i += MANY) {
    nulls += count_many(codes, width, i, n - i < MANY ? n - i : MANY, valid, offset, counts);
  }
  counts->nulls += nulls;
  counts->out_of_range -= nulls; /* Among which they were counted. */
  return 0;
}
