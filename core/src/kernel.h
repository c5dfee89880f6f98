/*
 * Inside log.c, once for each kind of machine: the fast way over whole lines. SCAN(name) names the functions, EQUAL,
 * SPECIAL and ODD_BITS make the masks, TARGET tells the compiler of the instructions. KEYS and IS_PLAIN are given if
 * the machine has a better way to them than by those masks. All are undefined at the end. Whatever is not plain here
 * goes to count_line, which knows the rules.
 *
 * First the places that matter are gathered for some lines, by masks and with hardly a jump that depends on the text,
 * since one that the processor guesses wrong takes as long as several blocks; then the lines are counted. What a scan
 * remembers is copied meanwhile, so that it stays in registers.
 */

/* Gathers from the next blocks the quote that closes the first quoted text of each line, or else its newline. */
static TARGET void SCAN(gather_quoted)(scan *s)
{
  char padded[2 * HTTPSTATUS__BLOCK];
  uint64_t first_due = s->first_due, second_due = s->second_due;
  int64_t at = s->next, stop;
  size_t n_ends = 0, n_quotes = s->n_quotes;
  const char *block = blocks_of(s, padded, 0, &stop);
  for (; at < stop && n_ends < LINES; at += HTTPSTATUS__BLOCK, block += HTTPSTATUS__BLOCK) {
    HTTPSTATUS__PREFETCH(block);
    uint64_t quotes = EQUAL(block, '"');
    uint64_t newlines = EQUAL(block, '\n');
    uint64_t stops = quotes | newlines;
    uint64_t first = carry(&first_due, newlines, stops) & stops;
    uint64_t second = carry(&second_due, first & quotes, stops) & stops;
    n_quotes = append(s->quotes, n_quotes, at, (first & newlines) | second);
    n_ends = append(s->ends, n_ends, at, newlines);
  }
  s->first_due = first_due;
  s->second_due = second_due;
  s->next = at;
  s->n_ends = n_ends;
  s->n_quotes = n_quotes;
}

/* The first quoted text of each line and what follows it. */
static TARGET const char *SCAN(combined)(httpstatus_tally *tally, const char *begin, const char *end)
{
  scan s;
  start_scan(&s, begin, end);
  while (s.next < s.length) {
    SCAN(gather_quoted)(&s);
    for (size_t i = 0; i < s.n_ends; i++) {
      size_t close = s.quotes[i];
      int code = (size_t)s.length - close >= 8 ? code_after_quote(httpstatus__load8(begin + close)) : 0;
      /* A backslash may escape the quote. */
      count(tally, &s, s.ends[i], code != 0 && begin[close - 1] != '\\' ? code : 0);
    }
    s.n_quotes = keep(s.quotes, s.n_quotes, s.quotes + s.n_ends);
  }
  tally->lines += s.lines;
  return begin + s.line;
}

/*
 * How deep in objects and arrays the text behind the brace of an object ends: 1 if in that object, 0 if behind its end
 * or in a string; -1 if a backslash stands outside strings, perhaps behind that end, which takes the slow way.
 */
static TARGET int SCAN(depth_after)(const char *text, size_t length, const char *end)
{
  char padded[HTTPSTATUS__BLOCK];
  uint64_t open = 0, escapes = 0;
  int depth = 1;
  for (size_t i = 0; i < length; i += HTTPSTATUS__BLOCK) {
    const char *block = text + i;
    uint64_t used = first_bits(length - i);
    if (end - block < HTTPSTATUS__BLOCK) {
      block = pad(padded, sizeof padded, 0, block, (size_t)(end - block));
    }
    uint64_t backslashes = EQUAL(block, '\\') & used & ~escapes, escaped = escapes;
    escapes = 0;
    for (uint64_t left = backslashes, lowest; left != 0; left &= ~(lowest | lowest << 1)) {
      lowest = left & (0 - left);
      escaped |= lowest << 1;
      escapes = lowest >> 63;
    }
    uint64_t in_string = ODD_BITS(EQUAL(block, '"') & used & ~escaped) ^ open;
    open = 0 - (in_string >> 63);
    if ((backslashes & ~in_string) != 0) {
      return -1;
    }
    for (uint64_t brackets = SPECIAL(block) & used & ~in_string; brackets != 0; brackets &= brackets - 1) {
      char c = block[httpstatus__lowest(brackets)];
      depth += (c == '{' || c == '[') - (c == '}' || c == ']');
      if (depth == 0) {
        return 0;
      }
    }
  }
  return open != 0 ? 0 : depth;
}

#ifndef IS_PLAIN
/*
 * Is the text behind the brace of an object plain: no backslash, brace or bracket in it, and no string left open? With
 * "|" in it the answer may be no. As many bytes as HTTPSTATUS__PLAIN can be read behind its end.
 */
HTTPSTATUS__INLINE TARGET bool SCAN(is_plain)(const char *text, size_t length)
{
  uint64_t quotes = 0, special = 0;
  for (size_t i = 0; i < length; i += HTTPSTATUS__BLOCK) {
    uint64_t used = first_bits(length - i);
    quotes ^= EQUAL(text + i, '"') & used;
    special |= SPECIAL(text + i) & used;
  }
  return special == 0 && ODD_BITS(quotes) >> 63 == 0;
}
#define IS_PLAIN SCAN(is_plain)
#endif

/*
 * The value of the key that ends at close, if that is the wanted one and stands in the outermost object of the line; -1
 * if it does not, 0 if that takes the slow way. The key stands there if all before it is plain.
 */
HTTPSTATUS__INLINE TARGET int SCAN(code_of_key)(const scan *s, const key *wanted, size_t close)
{
  if (!is_key(wanted, s->begin, close)) {
    return -1;
  }
  const char *text = s->begin + s->line + 1, *end = s->begin + s->length;
  size_t before = close - wanted->length - s->line - 2;
  bool readable = end - text >= (int64_t)before + HTTPSTATUS__PLAIN;
  int depth = readable && IS_PLAIN(text, before) ? 1 : SCAN(depth_after)(text, before, end);
  if (depth != 1) {
    return depth < 0 ? 0 : -1;
  }
  return code_after_key(s->begin + close + 1, end);
}

/* The same for the last of several keys that stands there; 0 if there is none or if that takes the slow way. */
static TARGET int SCAN(code_of_keys)(const scan *s, const key *wanted, const size_t *keys, size_t n)
{
  int code = n > MANY ? 0 : -1;
  while (code < 0 && n-- > 0) {
    code = SCAN(code_of_key)(s, wanted, keys[n]);
  }
  return code < 0 ? 0 : code;
}

#ifndef KEYS
/* What may be the quotes that close the key: another quote stands before it, and behind that its first byte. */
#define KEYS(p, length, first) (EQUAL(p, '"') & EQUAL((p) - (length), first) & EQUAL((p) - (length) - 1, '"'))
#endif

/* Gathers from the next blocks the newlines, and what may be the quotes that close the key. */
static TARGET void SCAN(gather_keys)(scan *s, const key *wanted)
{
  char padded[2 * HTTPSTATUS__BLOCK];
  const int length = (int)wanted->length;
  const char first = wanted->text[0];
  int64_t at = s->next, stop;
  size_t n_ends = 0, n_quotes = s->n_quotes;
  const char *block = blocks_of(s, padded, HTTPSTATUS__BLOCK, &stop);
  for (; at < stop && n_ends < LINES && n_quotes < LINES; at += HTTPSTATUS__BLOCK, block += HTTPSTATUS__BLOCK) {
    HTTPSTATUS__PREFETCH(block);
    uint64_t newlines = EQUAL(block, '\n');
    uint64_t keys = KEYS(block, length, first);
    n_ends = append(s->ends, n_ends, at, newlines);
    n_quotes = append(s->quotes, n_quotes, at, keys);
  }
  s->next = at;
  s->n_ends = n_ends;
  s->n_quotes = n_quotes;
}

/* What may be the key in each line: the one that stands in the outermost object, if its value is plain. */
static TARGET const char *SCAN(json)(httpstatus_tally *tally, const char *begin, const char *end)
{
  const key wanted = make_key(&tally->format);
  scan s;
  start_scan(&s, begin, end);
  while (s.next < s.length) {
    SCAN(gather_keys)(&s, &wanted);
    s.quotes[s.n_quotes] = (size_t)s.length;
    const size_t *next = s.quotes;
    for (size_t i = 0; i < s.n_ends; i++) {
      const size_t *first = next;
      while (*next < s.ends[i]) {
        next++;
      }
      size_t n = (size_t)(next - first);
      int code = 0;
      if (n > 0 && begin[s.line] == '{' && s.ends[i] - s.line <= HTTPSTATUS_TALLY_LINE) {
        code = n == 1 ? SCAN(code_of_key)(&s, &wanted, *first) : SCAN(code_of_keys)(&s, &wanted, first, n);
      }
      count(tally, &s, s.ends[i], code);
    }
    s.n_quotes = keep(s.quotes, s.n_quotes, next);
  }
  tally->lines += s.lines;
  return begin + s.line;
}

#undef TARGET
#undef SCAN
#undef EQUAL
#undef SPECIAL
#undef ODD_BITS
#undef KEYS
#undef IS_PLAIN
