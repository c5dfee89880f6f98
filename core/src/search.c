#include <stdbool.h>
#include <string.h>

#include "fold.h"
#include "httpstatus/classify.h"
#include "httpstatus/parse.h"

/* How much a match says. Only the order of these numbers matters. */
enum {
  CALLED_SO = 1000,   /* the whole text is a name or phrase */
  NEARLY = 300,       /* but for a slip of the pen */
  SAME_NUMBER = 500,
  WORD_OF_NAME = 60,
  START_OF_NAME = 40, /* the start of a word of the name or phrase */
  NEAR_WORD = 20,     /* a word of the name or phrase, but for a slip of the pen */
  VENDOR = 50,
  FAMILY = 30,
  WORD_OF_SUMMARY = 15,
  REGISTERED = 5,
  DOUBTFUL = -5       /* historic, or known from hearsay */
};

/* A word of the text that is searched for: letters and digits in lower case. Further words are not looked at. */
enum { WORDS = 8, LETTERS = 32 };
typedef struct word {
  char letters[LETTERS];
  size_t length;
} word;

static bool is_letter(char c)
{
  c = httpstatus__lower(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Reads the next word at *text; false at the end. A word that is too long is cut. */
static bool next_word(const char **text, const char *end, word *found)
{
  while (*text < end && !is_letter(**text)) {
    (*text)++;
  }
  found->length = 0;
  for (; *text < end && is_letter(**text); (*text)++) {
    if (found->length < LETTERS) {
      found->letters[found->length++] = httpstatus__lower(**text);
    }
  }
  return found->length > 0;
}

static int max(int a, int b)
{
  return a > b ? a : b;
}

/* Do the texts differ by at most allowed letters left out, put in, changed or swapped with their neighbour? */
static bool is_near(const char *a, size_t a_length, const char *b, size_t b_length, int allowed)
{
  if (a_length > b_length + (size_t)allowed || b_length > a_length + (size_t)allowed) {
    return false;
  }
  /* The distance of Damerau and Levenshtein, of which three rows at a time are kept. */
  int rows[3][HTTPSTATUS__FOLDED + 1];
  int *before = rows[0], *last = rows[1], *row = rows[2];
  for (size_t j = 0; j <= b_length; j++) {
    row[j] = (int)j;
  }
  for (size_t i = 1; i <= a_length; i++) {
    int *spare = before;
    before = last;
    last = row;
    row = spare;
    row[0] = (int)i;
    for (size_t j = 1; j <= b_length; j++) {
      int cost = last[j - 1] + (a[i - 1] != b[j - 1]);
      cost = last[j] + 1 < cost ? last[j] + 1 : cost;
      cost = row[j - 1] + 1 < cost ? row[j - 1] + 1 : cost;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < cost) {
        cost = before[j - 2] + 1;
      }
      row[j] = cost;
    }
  }
  return row[b_length] <= allowed;
}

/*
 * Scores one word against the words of a text: whole for the same word, start for a longer one that begins so, near for
 * one of five letters or more that is the same but for a slip of the pen.
 */
static int score_in(const char *text, const word *wanted, int whole, int start, int near)
{
  int best = 0;
  word own;
  const char *end = text == NULL ? NULL : text + strlen(text);
  while (text != NULL && next_word(&text, end, &own)) {
    if (own.length >= wanted->length && memcmp(own.letters, wanted->letters, wanted->length) == 0) {
      best = max(best, own.length == wanted->length ? whole : wanted->length >= 3 ? start : 0);
    } else if (best < near && own.length >= 5 && is_near(own.letters, own.length, wanted->letters, wanted->length, 1)) {
      best = near;
    }
  }
  return best;
}

static bool is_word(const char *text, const word *wanted)
{
  return text != NULL && strlen(text) == wanted->length && memcmp(text, wanted->letters, wanted->length) == 0;
}

static int number_of(const word *wanted)
{
  int number = 0;
  for (size_t i = 0; i < wanted->length; i++) {
    if (wanted->letters[i] < '0' || wanted->letters[i] > '9' || wanted->length > 3) {
      return -1;
    }
    number = number * 10 + (wanted->letters[i] - '0');
  }
  return number;
}

static int score_word(const httpstatus_row *row, const word *wanted)
{
  int score = max(score_in(row->name, wanted, WORD_OF_NAME, START_OF_NAME, NEAR_WORD),
                  score_in(row->phrase, wanted, WORD_OF_NAME, START_OF_NAME, NEAR_WORD));
  for (size_t i = 0; i < row->n_history; i++) {
    score = max(score, score_in(row->history[i].phrase, wanted, WORD_OF_NAME - 1, START_OF_NAME - 1, NEAR_WORD - 1));
  }
  if (score_in(row->vendor, wanted, 1, 0, 0) > 0) {
    score = max(score, VENDOR);
  }
  if (number_of(wanted) == row->code) {
    score = max(score, SAME_NUMBER);
  }
  if (is_word(httpstatus_family(row->code), wanted)) {
    score = max(score, FAMILY);
  }
  return score > 0 ? score : score_in(row->summary, wanted, WORD_OF_SUMMARY, 0, 0);
}

/* Scores the whole text, folded, against one name. */
static int score_whole(const char *name, const char *folded, size_t length)
{
  char own[HTTPSTATUS__FOLDED];
  size_t own_length = name == NULL ? 0 : httpstatus__fold(name, strlen(name), own);
  if (own_length == 0 || length == HTTPSTATUS__FOLDED) {
    return 0;
  }
  if (own_length == length && memcmp(own, folded, length) == 0) {
    return CALLED_SO;
  }
  int allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  return allowed > 0 && is_near(own, own_length, folded, length, allowed) ? NEARLY : 0;
}

static int score(const httpstatus_row *row, const word *words, size_t n, const char *folded, size_t length)
{
  int best = max(score_whole(row->name, folded, length), score_whole(row->phrase, folded, length));
  for (size_t i = 0; i < row->n_history; i++) {
    best = max(best, score_whole(row->history[i].phrase, folded, length));
  }
  int sum = 0;
  for (size_t i = 0; i < n; i++) {
    sum += score_word(row, &words[i]);
  }
  best += sum;
  if (best == 0) {
    return 0;
  }
  best += row->registration != HTTPSTATUS_REGISTRATION_UNOFFICIAL ? REGISTERED : 0;
  best += row->state == HTTPSTATUS_STATE_HISTORIC || row->evidence == HTTPSTATUS_EVIDENCE_HEARSAY ? DOUBTFUL : 0;
  return max(best, 1);
}

size_t httpstatus_search(const char *text, size_t length, const httpstatus_row **rows, size_t capacity)
{
  word words[WORDS];
  size_t n = 0;
  const char *at = text, *end = text == NULL ? NULL : text + length;
  while (text != NULL && n < WORDS && next_word(&at, end, &words[n])) {
    n++;
  }
  char folded[HTTPSTATUS__FOLDED];
  size_t folded_length = text == NULL ? 0 : httpstatus__fold(text, length, folded);

  /* The best rows so far, the best first; rows of equal score stay in the order of the registry. */
  struct {
    const httpstatus_row *row;
    int score;
  } best[HTTPSTATUS_SEARCH_MAX + 1];
  size_t found = 0;
  for (const httpstatus_row *row = n == 0 ? NULL : httpstatus_next(NULL); row != NULL; row = httpstatus_next(row)) {
    int own = score(row, words, n, folded, folded_length);
    size_t i = found;
    for (; own > 0 && i > 0 && best[i - 1].score < own; i--) {
      best[i] = best[i - 1];
    }
    if (own > 0) {
      best[i].row = row;
      best[i].score = own;
      found += found < HTTPSTATUS_SEARCH_MAX;
    }
  }
  found = found < capacity ? found : capacity;
  for (size_t i = 0; i < found; i++) {
    rows[i] = best[i].row;
  }
  return found;
}
