/*
 * Inside the core: blocks of 64 bytes as masks of the bytes that matter, with the instructions of each kind of machine.
 *
 * HTTPSTATUS_SCAN, given to the compiler, leaves out what is above it: 0 for words of 8 bytes, which work anywhere, 1
 * for what every machine of the kind has, 2 for AVX2. By default the best is chosen at run time.
 */
#ifndef HTTPSTATUS_SCAN_H
#define HTTPSTATUS_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifndef HTTPSTATUS_SCAN
#define HTTPSTATUS_SCAN 3
#endif

#if HTTPSTATUS_SCAN >= 1 && (defined(__SSE2__) || defined(_M_X64))
#define HTTPSTATUS__SSE2 1
#include <emmintrin.h>
#endif
/* gcc 5 cannot ask for what is needed, 6 and 7 do not know how to unroll. */
#if HTTPSTATUS_SCAN >= 2 && defined(__x86_64__) && (defined(__clang__) || __GNUC__ >= 8)
#define HTTPSTATUS__AVX2 1
#include <immintrin.h>
#endif
/* Some macOS let a signal spoil the registers of masks (golang/go#49233). */
#if HTTPSTATUS_SCAN >= 3 && defined(HTTPSTATUS__AVX2) && !defined(__APPLE__)
#define HTTPSTATUS__AVX512 1
#endif
#if HTTPSTATUS_SCAN >= 1 && defined(__aarch64__) && defined(__GNUC__) && defined(__LITTLE_ENDIAN__)
#define HTTPSTATUS__NEON 1
#include <arm_neon.h>
#endif
#if !defined(HTTPSTATUS__SSE2) && !defined(HTTPSTATUS__NEON)
#define HTTPSTATUS__WORDS 1
#endif

#if defined(__GNUC__)
/* Asks for memory before the scan comes to it. What is there may be none, so this is no pointer into an object. */
#define HTTPSTATUS__PREFETCH(at) __builtin_prefetch((const void *)((uintptr_t)(at) + HTTPSTATUS__AHEAD))
#define HTTPSTATUS__INLINE static inline __attribute__((always_inline))
#else
#define HTTPSTATUS__PREFETCH(at) ((void)(at))
#define HTTPSTATUS__INLINE static inline
#endif

enum {
  HTTPSTATUS__BLOCK = 64,
  HTTPSTATUS__PLAIN = 4 * HTTPSTATUS__BLOCK, /* So many bytes before a key are read without a jump. */
  HTTPSTATUS__AHEAD = 4096 /* As far before the scan memory is asked for: half as fast again on what is in no cache. */
};

/* The number of the lowest bit of a mask, 64 if there is none. */
HTTPSTATUS__INLINE int httpstatus__lowest(uint64_t mask)
{
#if defined(__GNUC__)
  return mask == 0 ? 64 : __builtin_ctzll(mask);
#else
  int n = 0;
  for (; n < 64 && (mask & 1) == 0; mask >>= 1) {
    n++;
  }
  return n;
#endif
}

/* Of each bit, whether as many bits are set up to it, itself included, as make an odd number. */
HTTPSTATUS__INLINE uint64_t httpstatus__odd_bits(uint64_t mask)
{
  for (int i = 1; i < 64; i *= 2) {
    mask ^= mask << i;
  }
  return mask;
}

/* Eight bytes, the first the lowest; compilers make one load of it. */
HTTPSTATUS__INLINE uint64_t httpstatus__load8(const char *p)
{
  const unsigned char *b = (const unsigned char *)p;
  return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
         (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

#ifdef HTTPSTATUS__WORDS
#define HTTPSTATUS__EACH_BYTE UINT64_C(0x0101010101010101)

/* One bit for each of 64 bytes that is c. */
HTTPSTATUS__INLINE uint64_t httpstatus__equal_words(const char *p, char c)
{
  uint64_t mask = 0;
  const uint64_t low = HTTPSTATUS__EACH_BYTE * 0x7F;
  for (int i = 0; i < 8; i++) {
    uint64_t other = httpstatus__load8(p + 8 * i) ^ (HTTPSTATUS__EACH_BYTE * (unsigned char)c);
    uint64_t same = ~(((other & low) + low) | other | low) >> 7;
    /* The multiplication moves bit 8 n to bit 56 + n. */
    mask |= ((same * UINT64_C(0x0102040810204080)) >> 56) << (8 * i);
  }
  return mask;
}
#endif

/* The same for brackets, braces and backslashes, made of those. */
#define HTTPSTATUS__SPECIAL(equal, p) \
  (equal(p, '\\') | equal(p, '{') | equal(p, '}') | equal(p, '[') | equal(p, ']'))

#ifdef HTTPSTATUS__SSE2
HTTPSTATUS__INLINE uint64_t httpstatus__equal_sse2(const char *p, char c)
{
  const __m128i *v = (const __m128i *)p;
  __m128i all = _mm_set1_epi8(c);
  uint64_t m0 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v), all));
  uint64_t m1 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 1), all));
  uint64_t m2 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 2), all));
  uint64_t m3 = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 3), all));
  return m0 | m1 << 16 | m2 << 32 | m3 << 48;
}

/*
 * One bit for each byte that is a brace, a bracket, a backslash, or "|", which comes along: 0x7B to 0x7D with one bit
 * set.
 */
HTTPSTATUS__INLINE uint64_t httpstatus__special_sse2(const char *p)
{
  const __m128i bit = _mm_set1_epi8(0x20), low = _mm_set1_epi8(0x7A), high = _mm_set1_epi8(0x7E);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    __m128i v = _mm_or_si128(_mm_loadu_si128((const __m128i *)p + i), bit);
    __m128i is = _mm_and_si128(_mm_cmpgt_epi8(v, low), _mm_cmpgt_epi8(high, v));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(is) << (16 * i);
  }
  return mask;
}
#endif

#ifdef HTTPSTATUS__AVX2
#define HTTPSTATUS__AVX2_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))
HTTPSTATUS__INLINE HTTPSTATUS__AVX2_TARGET uint64_t httpstatus__equal_avx2(const char *p, char c)
{
  const __m256i *v = (const __m256i *)p;
  __m256i all = _mm256_set1_epi8(c);
  uint64_t m0 = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256(v), all));
  uint64_t m1 = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256(v + 1), all));
  return m0 | m1 << 32;
}

HTTPSTATUS__INLINE HTTPSTATUS__AVX2_TARGET uint64_t httpstatus__special_avx2(const char *p)
{
  const __m256i bit = _mm256_set1_epi8(0x20), low = _mm256_set1_epi8(0x7A), high = _mm256_set1_epi8(0x7E);
  uint64_t mask = 0;
  for (int i = 0; i < 2; i++) {
    __m256i v = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)p + i), bit);
    __m256i is = _mm256_and_si256(_mm256_cmpgt_epi8(v, low), _mm256_cmpgt_epi8(high, v));
    mask |= (uint64_t)(uint32_t)_mm256_movemask_epi8(is) << (32 * i);
  }
  return mask;
}

/* HTTPSTATUS__PLAIN bytes: of the first length of them, or of all, all bits are 1, and of the others none. */
HTTPSTATUS__INLINE const char *httpstatus__used(size_t length)
{
#define HTTPSTATUS__ONES UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX
  static const uint64_t ones_and_zeros[2 * HTTPSTATUS__PLAIN / 8] = {HTTPSTATUS__ONES, HTTPSTATUS__ONES,
                                                                     HTTPSTATUS__ONES, HTTPSTATUS__ONES};
#undef HTTPSTATUS__ONES
  return (const char *)ones_and_zeros + (length < HTTPSTATUS__PLAIN ? HTTPSTATUS__PLAIN - length : 0);
}

/*
 * Takes 32 bytes in, the unused as NULs, which are neither quotes nor special. The quotes: all bits of a place are 1 if
 * an odd number stood there. The least: below 3 if a special byte stood there, or "|" as in httpstatus__special_sse2.
 */
HTTPSTATUS__INLINE HTTPSTATUS__AVX2_TARGET void httpstatus__take_avx2(const char *text, const char *used,
                                                                      __m256i *quotes, __m256i *least)
{
  __m256i v = _mm256_loadu_si256((const __m256i *)text);
  v = _mm256_and_si256(v, _mm256_loadu_si256((const __m256i *)used));
  *quotes = _mm256_xor_si256(*quotes, _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')));
  v = _mm256_sub_epi8(_mm256_or_si256(v, _mm256_set1_epi8(0x20)), _mm256_set1_epi8(0x7B));
  *least = _mm256_min_epu8(*least, v);
}

/*
 * What kernel.h asks, with fewer instructions than by masks of each block. The first HTTPSTATUS__PLAIN bytes are taken
 * without a jump that depends on the length, which would often be guessed wrong.
 */
HTTPSTATUS__INLINE HTTPSTATUS__AVX2_TARGET int httpstatus__is_plain_avx2(const char *text, size_t length)
{
  __m256i quotes = _mm256_setzero_si256(), least = _mm256_set1_epi8(-1);
  const char *used = httpstatus__used(length);
#pragma GCC unroll 8
  for (int i = 0; i < HTTPSTATUS__PLAIN; i += 32) {
    httpstatus__take_avx2(text + i, used + i, &quotes, &least);
  }
  for (size_t i = HTTPSTATUS__PLAIN; i < length; i += 32) {
    httpstatus__take_avx2(text + i, httpstatus__used(length - i), &quotes, &least);
  }
  __m256i special = _mm256_cmpeq_epi8(least, _mm256_min_epu8(least, _mm256_set1_epi8(2)));
  int odd = _mm_popcnt_u32((unsigned)_mm256_movemask_epi8(quotes)) & 1;
  return (_mm256_movemask_epi8(special) | odd) == 0;
}

/* httpstatus__odd_bits as a product without carries. */
HTTPSTATUS__INLINE HTTPSTATUS__AVX2_TARGET uint64_t httpstatus__odd_bits_clmul(uint64_t mask)
{
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)mask), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}
#endif

#ifdef HTTPSTATUS__AVX512
#define HTTPSTATUS__AVX512_TARGET __attribute__((target("avx512bw,avx512f,bmi,bmi2,popcnt,pclmul")))
/* The same mask, but compilers forget that a comparison made it: they would move others to it, to join them there. */
HTTPSTATUS__INLINE uint64_t httpstatus__opaque(uint64_t mask)
{
  __asm__("" : "+r"(mask));
  return mask;
}

HTTPSTATUS__INLINE HTTPSTATUS__AVX512_TARGET uint64_t httpstatus__equal_avx512(const char *p, char c)
{
  return httpstatus__opaque(_mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), _mm512_set1_epi8(c)));
}

HTTPSTATUS__INLINE HTTPSTATUS__AVX512_TARGET uint64_t httpstatus__special_avx512(const char *p)
{
  __m512i v = _mm512_or_si512(_mm512_loadu_si512(p), _mm512_set1_epi8(0x20));
  return httpstatus__opaque(_mm512_cmplt_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8(0x7B)), _mm512_set1_epi8(3)));
}

/* The same as KEYS of kernel.h, whose masks would be moved and joined one by one. */
HTTPSTATUS__INLINE HTTPSTATUS__AVX512_TARGET uint64_t httpstatus__keys_avx512(const char *p, int length, char first)
{
  __m512i quote = _mm512_set1_epi8('"');
  __mmask64 mask = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), quote);
  mask = _mm512_mask_cmpeq_epi8_mask(mask, _mm512_loadu_si512(p - length), _mm512_set1_epi8(first));
  mask = _mm512_mask_cmpeq_epi8_mask(mask, _mm512_loadu_si512(p - length - 1), quote);
  return httpstatus__opaque(mask);
}

/* The same as those of AVX2, 64 bytes at a time, which spares JSON a tenth of its time. */
HTTPSTATUS__INLINE HTTPSTATUS__AVX512_TARGET void httpstatus__take_avx512(const char *text, const char *used,
                                                                          uint64_t *quotes, __m512i *least)
{
  __m512i v = _mm512_and_si512(_mm512_loadu_si512(text), _mm512_loadu_si512(used));
  *quotes ^= _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
  v = _mm512_sub_epi8(_mm512_or_si512(v, _mm512_set1_epi8(0x20)), _mm512_set1_epi8(0x7B));
  *least = _mm512_min_epu8(*least, v);
}

HTTPSTATUS__INLINE HTTPSTATUS__AVX512_TARGET int httpstatus__is_plain_avx512(const char *text, size_t length)
{
  uint64_t quotes = 0;
  __m512i least = _mm512_set1_epi8(-1);
  const char *used = httpstatus__used(length);
#pragma GCC unroll 4
  for (int i = 0; i < HTTPSTATUS__PLAIN; i += 64) {
    httpstatus__take_avx512(text + i, used + i, &quotes, &least);
  }
  for (size_t i = HTTPSTATUS__PLAIN; i < length; i += 64) {
    httpstatus__take_avx512(text + i, httpstatus__used(length - i), &quotes, &least);
  }
  uint64_t special = _mm512_cmplt_epu8_mask(least, _mm512_set1_epi8(3));
  return (special | ((uint64_t)_mm_popcnt_u64(quotes) & 1)) == 0;
}
#endif

#ifdef HTTPSTATUS__NEON
HTTPSTATUS__INLINE uint64_t httpstatus__equal_neon(const char *p, char c)
{
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8_t *v = (const uint8_t *)p;
  uint8x16_t all = vdupq_n_u8((uint8_t)c), bit = vld1q_u8(bits);
  uint8x16_t m0 = vandq_u8(vceqq_u8(vld1q_u8(v), all), bit);
  uint8x16_t m1 = vandq_u8(vceqq_u8(vld1q_u8(v + 16), all), bit);
  uint8x16_t m2 = vandq_u8(vceqq_u8(vld1q_u8(v + 32), all), bit);
  uint8x16_t m3 = vandq_u8(vceqq_u8(vld1q_u8(v + 48), all), bit);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(m0, m1), vpaddq_u8(m2, m3));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}
#endif

/* Has this machine AVX2? */
static inline int httpstatus__has_avx2(void)
{
#ifdef HTTPSTATUS__AVX2
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
#else
  return 0;
#endif
}

/*
 * Has it the part of AVX-512 that compares bytes, too? VBMI is asked for, but not used: the first machines, which
 * lower their clock for wide registers, lack it.
 */
static inline int httpstatus__has_avx512(void)
{
#ifdef HTTPSTATUS__AVX512
  return httpstatus__has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vbmi");
#else
  return 0;
#endif
}

#endif
