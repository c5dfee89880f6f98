/*
 * The statuses in a log, counted line by line: any size of log, in pieces of any size, in constant memory.
 *
 *   httpstatus_tally tally;
 *   httpstatus_tally_init(&tally, "auto", 4);
 *   while ((n = fread(buffer, 1, sizeof buffer, log)) > 0) {
 *     httpstatus_tally_feed(&tally, buffer, n);
 *   }
 *   httpstatus_tally_finish(&tally);
 *
 * No line is dropped: lines == the sum of counts + no_status + unparsed + blank. The result never depends on how the
 * log was cut into pieces. A tally belongs to one thread at a time; several threads use one each and merge them.
 *
 * Lines
 *
 * A line ends at a newline, and the last one at the end of the log. A byte order mark of UTF-8 at its start and a
 * carriage return at its end are no part of it; any other byte is, NUL among them. A line of more than
 * HTTPSTATUS_TALLY_LINE bytes is read as if it ended there. A line of blanks (spaces, tabs, carriage returns) is blank.
 *
 * Statuses
 *
 * A status is a number from 100 to 999 of three digits, perhaps with a dot and 1 to 4 digits after it, which are
 * ignored ("404.13" of IIS). "-", "0", "000", "009" and "-1" tell that there was no status. Nothing else is a status.
 *
 * Formats
 *
 * A format is a text, and these are all there are. What a format says of a line is its strict rule.
 *
 *   ""  auto         one of the others, told from the first HTTPSTATUS_TALLY_WINDOW bytes: the one that fits most of
 *                    the whole lines there; combined if none fits any
 *   combined         Common, Combined, and whatever has the status after the quoted request: the first quoted text of a
 *                    line is followed by one space, a status, and then a blank or the end of the line. A backslash in
 *                    quoted text takes the byte after it along. Also called "common".
 *   json  json:PATH  each line is an object, which has the status as a number or string. PATH is a key, "status" if
 *                    left out, or keys from the outermost object inwards with dots between them ("response.status"); a
 *                    backslash takes away the meaning of a dot ("http\.status"). Keys are compared as they are written;
 *                    the last of equal keys counts. Keys elsewhere, and in strings, do not. null, "", and an object
 *                    that ends without the key, have no status.
 *   w3c  w3c:NAME    W3C Extended, as IIS and CloudFront write it: the field NAME ("sc-status" if left out) of the
 *                    latest directive "#Fields:". Blanks separate fields, and a line must have as many as that.
 *                    Lines that start with "#" are blank.
 *   csv:COLUMN  tsv:COLUMN  space:COLUMN
 *                    columns between commas, tabs, or runs of spaces. COLUMN is a number from 1, or a name in the first
 *                    line, which is blank then; letter case is ignored. Without ":COLUMN" the name is "status". Text in
 *                    quotes is one column: a quote in it is doubled (csv, tsv) or has a backslash (space), and so is
 *                    text in brackets (space). An empty column is no status.
 *   alb              Application Load Balancer of AWS: what the balancer sent, "space:9". The target's is "space:10".
 *   nginx:FORMAT     the argument of nginx's directive log_format: $status between the other variables
 *   apache:FORMAT    that of Apache's LogFormat: %>s, or else the first %s
 *                    "nginx:" and "apache:" may be left out if FORMAT has the variable. The text between variables must
 *                    be there as it is, and a variable ends where the text after it first occurs, or in quotes at a
 *                    quote without a backslash. If the status is just that of combined, so is the format.
 *
 * Recovery
 *
 * A line that does not fit may still have one plausible status, and then that is counted, and the line as recovered:
 *
 *   - json: an object after some other text, in which the status is found by the strict rule
 *   - w3c, csv, tsv, space, alb: in a line without quotes one number from 100 to 599 of three digits, between blanks,
 *     commas and the ends of the line, and no other such number than that one
 *   - any format: after a quote, one or more blanks, and perhaps another quote, a number from 100 to 599 of three
 *     digits, then a blank, a comma, a quote or the end of the line, and no other such number in the line. Quotes
 *     with a backslash before them count if others lead to none.
 *
 * Any other line is unparsed.
 */
#ifndef HTTPSTATUS_LOG_H
#define HTTPSTATUS_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "export.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  HTTPSTATUS_TALLY_CODES = 1000,   /* counts of 0 to 999, of which 0 to 99 stay 0 */
  HTTPSTATUS_TALLY_OFFSETS = 8,    /* how many unparsed lines are remembered */
  HTTPSTATUS_TALLY_LINE = 65536,   /* bytes of a line that are read */
  HTTPSTATUS_TALLY_WINDOW = 32768, /* bytes of a log that tell its format */
  HTTPSTATUS_TALLY_FORMAT = 1024   /* bytes of a format, its NUL included */
};

/* Private to the library: a format made ready for reading. */
typedef struct httpstatus__format {
  int kind;
  int error;
  int column;
  int n_columns;
  int n_steps;
  int key_length;
  char separator;
  char text[HTTPSTATUS_TALLY_FORMAT];
  char parts[HTTPSTATUS_TALLY_FORMAT];
  struct {
    uint16_t start;
    uint16_t length;
    bool quoted;
  } steps[64];
} httpstatus__format;

/*
 * Owned by the caller, 76 KB, and fixed for ever: what is private has room for later versions. It holds no pointer, so
 * it may be copied and stored as bytes for the same version of the library.
 */
typedef struct httpstatus_tally {
  uint64_t lines;     /* all of them */
  uint64_t bytes;     /* that were fed */
  uint64_t no_status; /* lines that say that there was no status */
  uint64_t recovered; /* lines that do not fit the format, and have one plausible status; their counts are in counts */
  uint64_t unparsed;  /* lines that neither fit nor have one plausible status */
  uint64_t blank;     /* lines without a record: blank ones, directives of W3C Extended, the header of columns */
  uint64_t unparsed_at[HTTPSTATUS_TALLY_OFFSETS]; /* where in the log the first of the unparsed lines start */
  uint64_t counts[HTTPSTATUS_TALLY_CODES];        /* lines by code */
  /* The rest is private. */
  uint64_t origin;
  uint64_t position;
  uint64_t spare[16];
  httpstatus__format format;
  uint32_t window;
  uint32_t held;
  char line[HTTPSTATUS_TALLY_LINE];
} httpstatus_tally;

/*
 * Starts a tally of a log in a format. Returns 0, or HTTPSTATUS_E_LOG_FORMAT, E_LOG_STATUS or E_LOG_LONG, and then the
 * tally must not be fed.
 */
HTTPSTATUS_API int httpstatus_tally_init(httpstatus_tally *tally, const char *format, size_t length);

/*
 * Counts the next bytes of the log. The line that they end in the middle of is counted when the rest of it comes, and
 * with the format "auto" nothing is before the window is full.
 *
 * Returns 0, or HTTPSTATUS_E_LOG_UTF16 or E_LOG_COMPRESSED if the log starts with the mark of a text in UTF-16 or of a
 * compressed file (gzip, zstd, xz, bzip2), or E_LOG_COLUMN if its first line lacks the column; after that no byte
 * counts.
 */
HTTPSTATUS_API int httpstatus_tally_feed(httpstatus_tally *tally, const void *bytes, size_t length);

/*
 * Counts the last line, if no newline ended it. What is fed afterwards is read as more of the same log that starts with
 * a new line. Returns as httpstatus_tally_feed.
 */
HTTPSTATUS_API int httpstatus_tally_finish(httpstatus_tally *tally);

/*
 * Adds what another tally counted, which was finished. Offsets are merged as those in one log: the first ones stay.
 */
HTTPSTATUS_API void httpstatus_tally_merge(httpstatus_tally *tally, const httpstatus_tally *other);

/*
 * Starts a tally of a later part of the log that whole is a tally of, so that several threads can share the work. The
 * part starts at offset, behind a newline. Feed whole at least HTTPSTATUS_TALLY_WINDOW bytes first, or all of the log.
 *
 * Returns 0, or HTTPSTATUS_E_LOG_SPLIT if whole does not know its format yet, or if lines depend on those before them
 * (w3c).
 */
HTTPSTATUS_API int httpstatus_tally_fork(httpstatus_tally *part, const httpstatus_tally *whole, uint64_t offset);

/*
 * The format that lines are read in, as httpstatus_tally_init takes it; "auto" as long as it is not known and if none
 * fits. Returns the length of the whole text.
 */
HTTPSTATUS_API int httpstatus_tally_format(const httpstatus_tally *tally, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
