/*
 * Inside log.c, once for each kind of machine: the fast way over whole lines. SCAN(name) names the functions, EQUAL makes
 * the masks, TARGET tells the compiler of the instructions. Whatever is not plain here goes to count_line, which knows the
 * rules.
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
  if (s->distance > 0) { /* Only quotes with another one as far before them as those around the key. */
    s->marks &= quotes << s->distance | s->quotes >> (64 - s->distance);
    s->quotes = quotes;
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

/* Is text plain: no backslash, brace or bracket, and every quote closed? It may be read up to end. */
HTTPSTATUS__INLINE TARGET bool SCAN(is_plain)(const char *text, size_t length, const char *end)
{
  uint64_t odd = 0;
  for (size_t i = 0; i < length; i += HTTPSTATUS__BLOCK) {
    char padded[HTTPSTATUS__BLOCK];
    const char *block = text + i;
    uint64_t used = length - i >= HTTPSTATUS__BLOCK ? ~UINT64_C(0) : (UINT64_C(1) << (length - i)) - 1;
    if (end - block < HTTPSTATUS__BLOCK) {
      memset(padded, 0, sizeof padded);
      memcpy(padded, block, (size_t)(end - block));
      block = padded;
    }
    uint64_t special = EQUAL(block, '\\') | EQUAL(block, '{') | EQUAL(block, '}') | EQUAL(block, '[') | EQUAL(block, ']');
    if ((special & used) != 0) {
      return false;
    }
    odd ^= EQUAL(block, '"') & used;
  }
  return !is_odd(odd);
}

/* The one key of each line that is the last one of the path, if it stands in the outermost object, and its value. */
static TARGET const char *SCAN(json)(httpstatus_tally *tally, const char *begin, const char *end)
{
  const httpstatus__format *format = &tally->format;
  key wanted = make_key(format);
  scan s = {.begin = begin, .length = (size_t)(end - begin), .distance = format->key_length + 1};
  size_t line = 0, at = 0;
  uint64_t lines = 0;
  for (;;) {
    size_t close = 0;
    int code = 0, keys = 0;
    event found;
    while ((found = SCAN(next_event)(&s, &at)) == EVENT_MARK) {
      if (is_key(&wanted, begin, at)) {
        close = at;
        keys++;
      }
    }
    if (found == EVENT_NONE) {
      break;
    }
    if (keys == 1 && begin[line] == '{' && at - line <= HTTPSTATUS_TALLY_LINE) {
      code = code_after_key(begin + close + 1, begin + at);
    }
    if (code != 0 && SCAN(is_plain)(begin + line + 1, close - (size_t)s.distance - line - 1, end)) {
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
