#include "httpstatus/log.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "line.h"
#include "scan.h"

/* Bytes of a log that are looked at first if its format is given: as many as the longest mark of a file has. */
enum { MARK_WINDOW = 16 };

/* So many strings with the length and the first byte of the key are looked at in a line by the fast way. */
enum { MANY = 4 };

static void count_line(httpstatus_tally *tally, const char *line, size_t length, uint64_t offset)
{
  int says = httpstatus__read_line(&tally->format, line, length);
  tally->lines++;
  if (says > HTTPSTATUS__RECOVERED) {
    tally->recovered++;
    tally->counts[says - HTTPSTATUS__RECOVERED]++;
  } else if (says > HTTPSTATUS__NO_STATUS) {
    tally->counts[says]++;
  } else if (says == HTTPSTATUS__NO_STATUS) {
    tally->no_status++;
  } else if (says == HTTPSTATUS__BLANK) {
    tally->blank++;
  } else {
    if (tally->unparsed < HTTPSTATUS_TALLY_OFFSETS) {
      tally->unparsed_at[tally->unparsed] = offset;
    }
    tally->unparsed++;
  }
}

/* The fast ways. */

/* So many lines are gathered before they are counted; with 32 JSON takes up to a tenth longer. */
enum { LINES = 8 };
static_assert((int)LINES > (int)MANY + 1, "else gather_keys would stop for ever at what keep leaves");

/*
 * Where a scan over whole lines is, and the places that it gathered, counted from the begin. The first block may start
 * before it: all start where a block of memory does, so that its load takes one access instead of two.
 */
typedef struct scan {
  const char *begin;
  int64_t length; /* of 64 bits like all places that may be before the begin, so that no sum overflows */
  int64_t next;   /* where the next block starts */
  size_t line;    /* where the line starts that is counted next */
  uint64_t lines; /* those that were counted without count_line */
  /* Runs to the first stop of a line, or to the second, that go on to the next block. */
  uint64_t first_due;
  uint64_t second_due;
  size_t n_ends;
  size_t n_quotes;
  /*
   * A block adds at most 64 to fewer than LINES ends, or to a quote for each and one more. What may close a key is
   * added to fewer than LINES. A mark may stand behind the last.
   */
  size_t ends[LINES + HTTPSTATUS__BLOCK];
  size_t quotes[LINES + HTTPSTATUS__BLOCK + 1];
} scan;

static void start_scan(scan *s, const char *begin, const char *end)
{
  unsigned before = (uintptr_t)begin % HTTPSTATUS__BLOCK;
  memset(s, 0, offsetof(scan, ends));
  s->begin = begin;
  s->length = end - begin;
  s->next = -(int64_t)before;
  s->first_due = 1;
}

/* So many NULs with n bytes somewhere among them. */
static const char *pad(char *padded, size_t size, size_t at, const char *bytes, size_t n)
{
  memset(padded, 0, size);
  memcpy(padded + at, bytes, n);
  return padded;
}

/*
 * The next blocks, up to *stop: all that are text of the scan from end to end, as the margin before them is, or the
 * copy of one that is not, with a block before it.
 */
static const char *blocks_of(const scan *s, char *padded, int64_t margin, int64_t *stop)
{
  int64_t at = s->next, left = s->length - at;
  if (at >= margin && left >= HTTPSTATUS__BLOCK) {
    *stop = s->length - left % HTTPSTATUS__BLOCK;
    return s->begin + at;
  }
  *stop = at + HTTPSTATUS__BLOCK;
  int64_t start = at - HTTPSTATUS__BLOCK, from = start < 0 ? 0 : start, to = *stop < s->length ? *stop : s->length;
  pad(padded, (size_t)(*stop - start), (size_t)(from - start), s->begin + from, (size_t)(to - from));
  return padded + HTTPSTATUS__BLOCK;
}

/* The first n bits of a mask, which are all if there are more than it has. */
static inline uint64_t first_bits(size_t n)
{
  return n >= HTTPSTATUS__BLOCK ? ~UINT64_C(0) : (UINT64_C(1) << n) - 1;
}

/*
 * Lets a bit run from the byte behind each bit of from to the first stop, which is what a sum does. In the result just
 * those stops are 1 that a bit came to, and just those other bytes are 0 that a bit ran over. No stop may end two runs.
 * *due is 1 if a run comes from the last block, and is set to 1 if one goes on to the next.
 */
HTTPSTATUS__INLINE uint64_t carry(uint64_t *due, uint64_t from, uint64_t stops)
{
  uint64_t starts = from << 1 | *due;
  uint64_t sum = starts + ~stops;
  *due = (uint64_t)(sum < starts) | from >> 63;
  return sum;
}

/* Appends the places of the bits of a mask, of which there is seldom more than one, and returns the new number. */
HTTPSTATUS__INLINE size_t append(size_t *places, size_t n, int64_t at, uint64_t mask)
{
  places[n] = (size_t)(at + httpstatus__lowest(mask));
  n += mask != 0;
  while ((mask &= mask - 1) != 0) {
    places[n++] = (size_t)(at + httpstatus__lowest(mask));
  }
  return n;
}

/* Keeps the places from here on, for the line that has not ended: at most so many as tell that there are too many. */
static size_t keep(size_t *places, size_t n, const size_t *from)
{
  size_t left = n - (size_t)(from - places);
  left = left > MANY ? MANY + 1 : left;
  memmove(places, from, left * sizeof places[0]);
  return left;
}

/* Counts the line that ends here. If there is no code, that takes the rules. */
HTTPSTATUS__INLINE void count(httpstatus_tally *tally, scan *s, size_t end, int code)
{
  if (code > 0 && end - s->line <= HTTPSTATUS_TALLY_LINE) {
    tally->counts[code]++;
    s->lines++;
  } else {
    count_line(tally, s->begin + s->line, end - s->line, tally->position + s->line);
  }
  s->line = end + 1;
}

/* Three digits in the lowest bytes, the first of them not 0, as a number; else 0. */
static inline int code_of(uint64_t bytes)
{
  uint64_t digits = bytes & 0xFFFFFF;
  if ((digits & 0xF0F0F0) != 0x303030 || ((digits + 0x060606) & 0xF0F0F0) != 0x303030 || (digits & 0xFF) == '0') {
    return 0;
  }
  return (int)((digits & 15) * 100 + (digits >> 8 & 15) * 10 + (digits >> 16 & 15));
}

/* The code in a quote, a space, three digits, and a space or newline; 0 for anything else. */
static inline int code_after_quote(uint64_t bytes)
{
  uint64_t after = bytes >> 40 & 0xFF;
  return (bytes & 0xFFFF) == ('"' | ' ' << 8) && (after == ' ' || after == '\n') ? code_of(bytes >> 16) : 0;
}

/*
 * The code in the value of a key, perhaps with a space before it and quotes around it; 0 for what looks otherwise. None
 * of that is a newline, so end may be that of the text.
 */
static inline int code_after_key(const char *p, const char *end)
{
  if (end - p < 8) {
    return 0;
  }
  uint64_t bytes = httpstatus__load8(p), value = bytes >> ((bytes >> 8 & 0xFF) == ' ' ? 16 : 8);
  bool quoted = (value & 0xFF) == '"';
  value >>= quoted ? 8 : 0;
  uint64_t after = value >> 24 & 0xFF;
  bool ends = quoted ? after == '"' : after == ',' || after == '}';
  return (bytes & 0xFF) == ':' && ends ? code_of(value) : 0;
}

/* The end of a key and the quote behind it, at most 8 bytes as a number, and the rest. */
typedef struct key {
  const char *text;
  size_t length;
  uint64_t tail;
  uint64_t mask;
} key;

static key make_key(const httpstatus__format *format)
{
  char tail[8] = {0};
  key made = {format->parts, (size_t)format->key_length, 0, 0};
  for (size_t i = 0; i < 8 && i <= made.length; i++) {
    tail[7 - i] = i == 0 ? '"' : made.text[made.length - i];
    made.mask |= UINT64_C(0xFF) << (56 - 8 * i);
  }
  made.tail = httpstatus__load8(tail);
  return made;
}

/* Does the key end in the quote at at? There is a quote where it would have to start. */
static inline bool is_key(const key *wanted, const char *begin, size_t at)
{
  if (at >= 7 && (httpstatus__load8(begin + at - 7) & wanted->mask) != wanted->tail) {
    return false;
  }
  return (at >= 7 && wanted->length <= 7) || memcmp(begin + at - wanted->length, wanted->text, wanted->length) == 0;
}

#ifdef HTTPSTATUS__WORDS
#define TARGET
#define SCAN(name) name##_words
#define EQUAL httpstatus__equal_words
#define ODD_BITS httpstatus__odd_bits
#define SPECIAL(p) HTTPSTATUS__SPECIAL(EQUAL, p)
#include "kernel.h"
#endif

#ifdef HTTPSTATUS__SSE2
#define TARGET
#define SCAN(name) name##_sse2
#define EQUAL httpstatus__equal_sse2
#define ODD_BITS httpstatus__odd_bits
#define SPECIAL httpstatus__special_sse2
#include "kernel.h"
#endif

#ifdef HTTPSTATUS__NEON
#define TARGET
#define SCAN(name) name##_neon
#define EQUAL httpstatus__equal_neon
#define ODD_BITS httpstatus__odd_bits
#define SPECIAL(p) HTTPSTATUS__SPECIAL(EQUAL, p)
#include "kernel.h"
#endif

#ifdef HTTPSTATUS__AVX2
#define TARGET HTTPSTATUS__AVX2_TARGET
#define SCAN(name) name##_avx2
#define EQUAL httpstatus__equal_avx2
#define ODD_BITS httpstatus__odd_bits_clmul
#define SPECIAL httpstatus__special_avx2
#define IS_PLAIN httpstatus__is_plain_avx2
#include "kernel.h"
#endif

#ifdef HTTPSTATUS__AVX512
#define TARGET HTTPSTATUS__AVX512_TARGET
#define SCAN(name) name##_avx512
#define EQUAL httpstatus__equal_avx512
#define ODD_BITS httpstatus__odd_bits_clmul
#define SPECIAL httpstatus__special_avx512
#define KEYS httpstatus__keys_avx512
#define IS_PLAIN httpstatus__is_plain_avx512
#include "kernel.h"
#endif

/* Counts whole lines and returns where the line that end cuts starts. */
typedef const char *scanner(httpstatus_tally *tally, const char *begin, const char *end);

static const char *each_line(httpstatus_tally *tally, const char *begin, const char *end)
{
  const char *line = begin, *newline;
  while (line < end && (newline = memchr(line, '\n', (size_t)(end - line))) != NULL) {
    count_line(tally, line, (size_t)(newline - line), tally->position + (uint64_t)(line - begin));
    line = newline + 1;
  }
  return line;
}

static scanner *choose(const httpstatus__format *format)
{
  bool combined = format->kind == HTTPSTATUS__COMBINED;
  /* KEYS reads the key and the quote before it, and a block before each is there to be read. */
  bool json = format->kind == HTTPSTATUS__JSON && format->n_steps == 1 && format->key_length < HTTPSTATUS__BLOCK &&
              strpbrk(format->parts, "\"\\") == NULL;
  if (!combined && !json) {
    return each_line;
  }
#ifdef HTTPSTATUS__AVX512
  if (httpstatus__has_avx512()) {
    return combined ? combined_avx512 : json_avx512;
  }
#endif
#ifdef HTTPSTATUS__AVX2
  if (httpstatus__has_avx2()) {
    return combined ? combined_avx2 : json_avx2;
  }
#endif
#if defined(HTTPSTATUS__SSE2)
  return combined ? combined_sse2 : json_sse2;
#elif defined(HTTPSTATUS__NEON)
  return combined ? combined_neon : json_neon;
#else
  return combined ? combined_words : json_words;
#endif
}

/* The tally. */

static void hold(httpstatus_tally *tally, const char *bytes, size_t length)
{
  size_t room = HTTPSTATUS_TALLY_LINE - tally->held;
  if (length > room) {
    length = room;
  }
  memmove(tally->line + tally->held, bytes, length);
  tally->held += (uint32_t)length;
}

/* Counts the lines of the bytes, which stand at offset in the log, and holds what is left of the last one. */
static void count_lines(httpstatus_tally *tally, const char *bytes, size_t length, uint64_t offset)
{
  const char *end = bytes + length;
  if (tally->held > 0) {
    const char *newline = memchr(bytes, '\n', length);
    if (newline == NULL) {
      hold(tally, bytes, length);
      return;
    }
    hold(tally, bytes, (size_t)(newline - bytes));
    count_line(tally, tally->line, tally->held, tally->position);
    tally->held = 0;
    offset += (uint64_t)(newline + 1 - bytes);
    bytes = newline + 1;
  }
  tally->position = offset;
  const char *rest = choose(&tally->format)(tally, bytes, end);
  tally->position += (uint64_t)(rest - bytes);
  hold(tally, rest, (size_t)(end - rest));
}

/* The error of what starts so, 0 if it may be a log. */
static int check_mark(const char *bytes, size_t length)
{
  static const struct {
    const char *mark;
    size_t length;
    int error;
  } marks[] = {
    {"\xFF\xFE", 2, HTTPSTATUS_E_LOG_UTF16},
    {"\xFE\xFF", 2, HTTPSTATUS_E_LOG_UTF16},
    {"\x1F\x8B", 2, HTTPSTATUS_E_LOG_COMPRESSED},
    {"\x28\xB5\x2F\xFD", 4, HTTPSTATUS_E_LOG_COMPRESSED},
    {"\xFD" "7zXZ", 6, HTTPSTATUS_E_LOG_COMPRESSED}, /* Its NUL counts. */
  };
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if (length >= marks[i].length && memcmp(bytes, marks[i].mark, marks[i].length) == 0) {
      return marks[i].error;
    }
  }
  bool bzip2 = length >= 10 && memcmp(bytes, "BZh", 3) == 0 && memcmp(bytes + 4, "1AY&SY", 6) == 0;
  return bzip2 ? HTTPSTATUS_E_LOG_COMPRESSED : 0;
}

/* Looks at the first bytes of the log, which are all of it if it is over. */
static int open_log(httpstatus_tally *tally, const char *bytes, size_t length, bool over)
{
  tally->window = 0;
  tally->format.error = check_mark(bytes, length);
  if (tally->format.error == 0 && tally->format.kind == HTTPSTATUS__AUTO) {
    size_t whole = length;
    while (!over && whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    httpstatus__detect(&tally->format, bytes, whole == 0 ? length : whole);
  }
  return tally->format.error;
}

/* Looks at the bytes that were held until there were enough of them, and counts their lines. */
static int open_held(httpstatus_tally *tally, bool over)
{
  size_t length = tally->held;
  tally->held = 0;
  if (open_log(tally, tally->line, length, over) == 0) {
    count_lines(tally, tally->line, length, tally->position);
  }
  return tally->format.error;
}

int httpstatus_tally_init(httpstatus_tally *tally, const char *format, size_t length)
{
  memset(tally, 0, offsetof(httpstatus_tally, line));
  int error = httpstatus__compile(&tally->format, format, format == NULL ? 0 : length);
  tally->window = tally->format.kind == HTTPSTATUS__AUTO ? HTTPSTATUS_TALLY_WINDOW : MARK_WINDOW;
  return error;
}

int httpstatus_tally_feed(httpstatus_tally *tally, const void *bytes, size_t length)
{
  const char *p = bytes;
  if (length == 0 || tally->format.error != 0) {
    return tally->format.error;
  }
  uint64_t offset = tally->origin + tally->bytes;
  tally->bytes += length;
  if (tally->window > 0 && tally->held == 0 && length >= tally->window) {
    if (open_log(tally, p, tally->window, false) != 0) {
      return tally->format.error;
    }
  } else if (tally->window > 0) {
    size_t missing = tally->window - tally->held;
    size_t taken = length < missing ? length : missing;
    hold(tally, p, taken);
    if (taken < missing || open_held(tally, false) != 0) {
      return tally->format.error;
    }
    p += taken;
    length -= taken;
    offset += taken;
  }
  count_lines(tally, p, length, offset);
  return tally->format.error;
}

int httpstatus_tally_finish(httpstatus_tally *tally)
{
  if (tally->format.error != 0 || tally->held == 0) {
    return tally->format.error;
  }
  if (tally->window > 0 && open_held(tally, true) != 0) {
    return tally->format.error;
  }
  if (tally->held > 0) {
    count_line(tally, tally->line, tally->held, tally->position);
    tally->held = 0;
  }
  tally->position = tally->origin + tally->bytes;
  return tally->format.error;
}

static size_t remembered(const httpstatus_tally *tally)
{
  return tally->unparsed < HTTPSTATUS_TALLY_OFFSETS ? (size_t)tally->unparsed : HTTPSTATUS_TALLY_OFFSETS;
}

void httpstatus_tally_merge(httpstatus_tally *tally, const httpstatus_tally *other)
{
  uint64_t first[HTTPSTATUS_TALLY_OFFSETS];
  size_t n = 0, i = 0, j = 0;
  while (n < HTTPSTATUS_TALLY_OFFSETS && (i < remembered(tally) || j < remembered(other))) {
    bool own = j == remembered(other) || (i < remembered(tally) && tally->unparsed_at[i] <= other->unparsed_at[j]);
    first[n++] = own ? tally->unparsed_at[i++] : other->unparsed_at[j++];
  }
  memcpy(tally->unparsed_at, first, n * sizeof first[0]);
  tally->lines += other->lines;
  tally->bytes += other->bytes;
  tally->no_status += other->no_status;
  tally->recovered += other->recovered;
  tally->unparsed += other->unparsed;
  tally->blank += other->blank;
  for (int code = 0; code < HTTPSTATUS_TALLY_CODES; code++) {
    tally->counts[code] += other->counts[code];
  }
}

int httpstatus_tally_fork(httpstatus_tally *part, const httpstatus_tally *whole, uint64_t offset)
{
  const httpstatus__format *format = &whole->format;
  bool waits = format->kind == HTTPSTATUS__COLUMNS && format->column == 0;
  if (whole->window > 0 || waits || format->kind == HTTPSTATUS__W3C || format->error != 0) {
    return HTTPSTATUS_E_LOG_SPLIT;
  }
  memset(part, 0, offsetof(httpstatus_tally, line));
  part->format = *format;
  part->origin = offset;
  part->position = offset;
  return 0;
}

int httpstatus_tally_format(const httpstatus_tally *tally, char *buffer, size_t size)
{
  return snprintf(buffer, size, "%s", tally->format.text);
}
