/* Inside the core: what the decisions of advice.h have in common. */
#ifndef HTTPSTATUS_ADVISE_H
#define HTTPSTATUS_ADVISE_H

#include "httpstatus/advice.h"
#include "out.h"

/* Options as they were given, over zeroes, however many members the caller knows. A copy of fixed size is quicker. */
#define HTTPSTATUS__READ_OPTIONS(options, given)                 \
  do {                                                           \
    if ((given) != NULL && (given)->size >= sizeof *(options)) { \
      *(options) = *(given);                                     \
    } else if ((given) != NULL) {                                \
      memcpy((options), (given), (given)->size);                 \
    }                                                            \
  } while (0)

static inline bool httpstatus__is_text(const char *wanted, const char *text, size_t length)
{
  return text != NULL && strlen(wanted) == length && memcmp(wanted, text, length) == 0;
}

/* The values of the lines of a field, whose name is in lower case. Returns how many there are, if more than fit too. */
size_t httpstatus__values(const httpstatus_field_line *fields, size_t n, const char *name, httpstatus_line *values,
                          size_t capacity);

/* The time in a field of one line; false if it is not there, is there twice, or is no date. */
bool httpstatus__time(const httpstatus_field_line *fields, size_t n, const char *name, const int64_t *now,
                      int64_t *seconds);

/* Where a wait may be told; the members are those of retry and redirect options. */
typedef struct httpstatus__wait {
  const httpstatus_line *retry_after;
  size_t n_retry_after;
  const int64_t *date;
  const int64_t *now;
  const httpstatus_field_line *fields;
  size_t n_fields;
} httpstatus__wait;

httpstatus_retry_after httpstatus__read_wait(const httpstatus__wait *wait);

/* Puts the label of a code and, if it is not to be acted on by itself, what it is taken for. vendor may be NULL. */
void httpstatus__put_taken(httpstatus__out *out, int code, const httpstatus_row *vendor);

/* Puts " [citation]". */
void httpstatus__put_citation(httpstatus__out *out, const char *citation);

/* Puts what a person may read of a method. */
void httpstatus__put_method(httpstatus__out *out, const char *method, size_t length);

/* The lines of retry and redirect without the label before them. Returns 0 or an error of httpstatus_retry. */
int httpstatus__put_retry(httpstatus__out *out, int code, const char *method, size_t length,
                          const httpstatus_retry_options *options);
void httpstatus__put_redirect(httpstatus__out *out, int code, const char *method, size_t length,
                              const httpstatus_redirect_options *options);

#endif
