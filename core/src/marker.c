#include "httpstatus/marker.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

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
