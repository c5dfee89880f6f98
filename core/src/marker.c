#include "httpstatus/marker.h"

#include <string.h>

#include "marked.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The numbers alone, so that asking for a number that no marker takes costs little. */
#define TEXTS(...)
#define NUMBERS(from, to) {from, to},
#define NO_NUMBERS
#define MARKER(texts, numbers, ...) numbers
static const int ranges[][2] = {
#include "../registry/markers.inc"
};
#undef TEXTS
#undef NUMBERS
#undef NO_NUMBERS
#undef MARKER

#define TEXTS(...) .texts = (const char *const[]){__VA_ARGS__}, .n_texts = COUNT(((const char *const[]){__VA_ARGS__}))
#define NUMBERS(from, to) .first = from, .last = to
#define NO_NUMBERS NUMBERS(0, -1)
#define MARKER(...) {__VA_ARGS__},
static const httpstatus_marker markers[] = {
#include "../registry/markers.inc"
};

const httpstatus_marker *httpstatus_next_marker(const httpstatus_marker *marker)
{
  if (marker == NULL) {
    return markers;
  }
  return marker + 1 < markers + COUNT(markers) ? marker + 1 : NULL;
}

bool httpstatus_marker_has_text(const httpstatus_marker *marker, const char *text, size_t length)
{
  for (size_t i = 0; i < marker->n_texts && text != NULL; i++) {
    if (strlen(marker->texts[i]) == length && memcmp(marker->texts[i], text, length) == 0) {
      return true;
    }
  }
  return false;
}

bool httpstatus_marker_has_number(const httpstatus_marker *marker, int number)
{
  return marker->first <= number && number <= marker->last;
}

bool httpstatus__is_marked(int number)
{
  int found = 0;
  for (size_t i = 0; i < COUNT(ranges); i++) {
    found |= ranges[i][0] <= number && number <= ranges[i][1];
  }
  return found != 0;
}
