/*
 * Inside log.c, once for each kind of machine: the fast way over whole lines. SCAN(name) names the functions, EQUAL and
 * SPECIAL make the masks, TARGET tells the compiler of the instructions; all four are undefined at its end. Whatever
 * is not plain here goes to count_line, which knows the rules.
 */

/* Takes the next block of the scan. False behind the last. */
HTTPSTATUS__INLINE TARGET bool SCAN(next_block)(scan *s)
{
  char padded[HTTPSTATUS__BLOCK];
  const char *block = s->begin + s->next;
  if (s->next + HTTPSTATUS__BLOCK <= s->length) {
    HTTPSTATUS__PREFETCH(block + HTTPSTATUS__AHEAD);
  } else if (s->length > s->next) {
    memset(padded, 0, sizeof padded);
    memcpy(padded, block, s->length - s->next);
    block = padded;
  } else {
    return false;
  }
  uint64_t quotes = EQUAL(block, '"');
  s->ends = EQUAL(block, '\n');
  s->marks = quotes;
  if (s->distance > 0) {
    /* Only quotes that may end the key: one stands where it would start, and its first byte behind that. */
    uint64_t firsts = EQUAL(block, s->first);
    s->marks &= quotes << s->distance | s->quotes >> (64 - s->distance);
    s->marks &= firsts << (s->distance - 1) | s->firsts >> (65 - s->distance);
    s->special_before |= s->special & s->inside;
    s->quotes_before ^= s->quotes & s->inside;
    s->inside = s->inside_next;
    s->inside_next = ~UINT64_C(0);
    s->special = SPECIAL(block);
    s->quotes = quotes;
    s->firsts = firsts;
  }
  s->block = s->next;
  s->next += HTTPSTATUS__BLOCK;
  return true;
}

/* Goes to the next mark or newline. */
HTTPSTATUS__INLINE TARGET event SCAN(next_event)(scan *s, size_t *at)
{
  while ((s->marks | s->ends) == 0) {
    if (!SCAN(next_block)(s)) {
      return EVENT_NONE;
    }
  }
  uint64_t all = s->marks | s->ends;
  uint64_t first = all & (0 - all);
  *at = s->block + (size_t)httpstatus__lowest(all);
  if ((s->ends & first) != 0) {
    s->ends ^= first;
    return EVENT_NEWLINE;
  }
  s->marks ^= first;
  return EVENT_MARK;
}

/* Goes to the next newline, over all marks before it. */
HTTPSTATUS__INLINE TARGET event SCAN(next_newline)(scan *s, size_t *at)
{
  while (s->ends == 0) {
    if (!SCAN(next_block)(s)) {
      return EVENT_NONE;
    }
  }
  uint64_t first = s->ends & (0 - s->ends);
  *at = s->block + (size_t)httpstatus__lowest(s->ends);
  s->ends ^= first;
  s->marks &= ~(first | (first - 1));
  return EVENT_NEWLINE;
}

/* The first quoted text of each line and what follows it. */
static TARGET const char *SCAN(combined)(httpstatus_tally *tally, const char *begin, const char *end)
{
  scan s = {.begin = begin, .length = (size_t)(end - begin)};
  size_t line = 0, at = 0;
  uint64_t lines = 0;
  for (;;) {
    int code = 0;
    event found = SCAN(next_event)(&s, &at);
    if (found == EVENT_MARK) {
      size_t open = at;
      do {
        found = SCAN(next_event)(&s, &at);
      } while (found == EVENT_MARK && is_escaped(begin + open + 1, begin + at));
      if (found == EVENT_MARK) {
        code = s.length - at >= 8 ? code_after_quote(httpstatus__load8(begin + at)) : 0;
        found = SCAN(next_newline)(&s, &at);
      }
    }
    if (found == EVENT_NONE) {
      break;
    }
    if (code != 0 && at - line <= HTTPSTATUS_TALLY_LINE) {
      tally->counts[code]++;
      lines++;
    } else {
      count_line(tally, begin + line, at - line, tally->position + line);
    }
    line = at + 1;
  }
  tally->lines += lines;
  return begin + line;
}

/* Does the text behind the brace of an object end in that object and in no string? */
static TARGET bool SCAN(is_outermost)(const char *text, size_t length, const char *end)
{
  char padded[HTTPSTATUS__BLOCK];
  size_t depth = 1, escaped = length;
  bool in_string = false;
  for (size_t i = 0; i < length; i += HTTPSTATUS__BLOCK) {
    const char *block = text + i;
    uint64_t used = length - i >= HTTPSTATUS__BLOCK ? ~UINT64_C(0) : (UINT64_C(1) << (length - i)) - 1;
    if (end - block < HTTPSTATUS__BLOCK) {
      memset(padded, 0, sizeof padded);
      memcpy(padded, block, (size_t)(end - block));
      block = padded;
    }
    uint64_t all = (EQUAL(block, '"') | SPECIAL(block)) & used;
    for (; all != 0; all &= all - 1) {
      size_t at = i + (size_t)httpstatus__lowest(all);
      if (at == escaped) {
        continue;
      }
      char c = text[at];
      if (c == '"') {
        in_string = !in_string;
      } else if (in_string) {
        escaped = c == '\\' ? at + 1 : escaped;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return false;
      }
    }
  }
  return depth == 1 && !in_string;
}

/*
 * The value of the key that ends at close, if it stands in the outermost object of the line; -1 if it stands elsewhere.
 * It does if all before it is plain: no backslash, brace or bracket, and no open quote.
 */
HTTPSTATUS__INLINE TARGET int SCAN(code_of_key)(const scan *s, size_t line, size_t at, size_t close, bool plain)
{
  size_t before = close - (size_t)s->distance - line - 1;
  if (!plain && !SCAN(is_outermost)(s->begin + line + 1, before, s->begin + s->length)) {
    return -1;
  }
  return code_after_key(s->begin + close + 1, s->begin + at);
}

/* The same for the last of several keys that stands there; 0 if there is none or if that takes the slow way. */
static TARGET int SCAN(code_of_keys)(const scan *s, size_t line, size_t at, const size_t *keys, int n)
{
  int code = n > KEYS ? 0 : -1;
  while (code < 0 && n-- > 0) {
    code = SCAN(code_of_key)(s, line, at, keys[n], false);
  }
  return code < 0 ? 0 : code;
}

/* What may be the key in each line: the one that stands in the outermost object, if its value is plain. */
static TARGET const char *SCAN(json)(httpstatus_tally *tally, const char *begin, const char *end)
{
  const httpstatus__format *format = &tally->format;
  const key wanted = make_key(format);
  scan s = {.begin = begin, .length = (size_t)(end - begin), .distance = format->key_length + 1,
            .first = format->parts[0], .inside_next = ~UINT64_C(1)};
  size_t line = 0, at = 0;
  uint64_t lines = 0;
  for (;;) {
    size_t keys[KEYS], close = 0;
    int n = 0, code = 0;
    bool plain = false;
    event found;
    while ((found = SCAN(next_event)(&s, &at)) == EVENT_MARK) {
      if (is_key(&wanted, begin, at)) {
        /* The quote that opens the key is among those before its end. */
        uint64_t before = s.inside & ((UINT64_C(1) << (at - s.block)) - 1);
        plain = (s.special_before | (s.special & before)) == 0 && is_odd(s.quotes_before ^ (s.quotes & before));
        close = at;
        keys[n < KEYS ? n : 0] = at;
        n++;
      }
    }
    if (found == EVENT_NONE) {
      break;
    }
    if (n > 0 && begin[line] == '{' && at - line <= HTTPSTATUS_TALLY_LINE) {
      scan of = s; /* A copy, so that the scan itself stays in registers. */
      code = n == 1 ? SCAN(code_of_key)(&s, line, at, close, plain) : SCAN(code_of_keys)(&of, line, at, keys, n);
    }
    if (code > 0) {
      tally->counts[code]++;
      lines++;
    } else {
      count_line(tally, begin + line, at - line, tally->position + line);
    }
    line = at + 1;
    uint64_t newline = UINT64_C(1) << (at - s.block);
    s.inside = ~(newline | (newline - 1) | newline << 1); /* Without the first byte, which is the brace. */
    s.inside_next = ~(newline >> 63);
    s.special_before = s.quotes_before = 0;
  }
  tally->lines += lines;
  return begin + line;
}

#undef TARGET
#undef SCAN
#undef EQUAL
#undef SPECIAL
