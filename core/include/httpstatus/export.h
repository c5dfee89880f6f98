/* What makes a function visible outside the library, and the errors that functions return. */
#ifndef HTTPSTATUS_EXPORT_H
#define HTTPSTATUS_EXPORT_H

/* HTTPSTATUS_STATIC: the core is compiled into the program. HTTPSTATUS_BUILD: the shared library is being built. */
#if defined(HTTPSTATUS_STATIC)
#define HTTPSTATUS_API
#elif defined(_WIN32) && defined(HTTPSTATUS_BUILD)
#define HTTPSTATUS_API __declspec(dllexport)
#elif defined(_WIN32)
#define HTTPSTATUS_API __declspec(dllimport)
#elif defined(__GNUC__)
#define HTTPSTATUS_API __attribute__((visibility("default")))
#else
#define HTTPSTATUS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Errors are negative; 0 is success. */
typedef enum httpstatus_error {
  HTTPSTATUS_E_WORD = -1,            /* the text is none of the words of this enum */
  HTTPSTATUS_E_CODE = -2,            /* the code has not exactly three digits: a status line takes 100 to 999 */
  HTTPSTATUS_E_VERSION = -3,         /* the version is not "1." and one digit */
  HTTPSTATUS_E_EMPTY = -4,           /* the text is empty */
  HTTPSTATUS_E_DIGITS = -5,          /* a number that is no status code of three digits, or something stuck to one */
  HTTPSTATUS_E_STATUS_LINE = -6,     /* no version, or something other than a space after it */
  HTTPSTATUS_E_CONTROL = -7,         /* a control character in a phrase */
  HTTPSTATUS_E_NAME = -8,            /* no status is called so */
  HTTPSTATUS_E_DATE = -9,            /* none of the three forms of a date */
  HTTPSTATUS_E_TIME = -10,           /* no such day, or no such time of day */
  HTTPSTATUS_E_YEAR = -11,           /* a year of two digits, read at an unknown time */
  HTTPSTATUS_E_ITEM = -12,           /* what stands between the commas of a set is nothing that it knows, or nothing */
  HTTPSTATUS_E_RANGE = -13,          /* a range that ends before it begins */
  HTTPSTATUS_E_SET = -14,            /* no set of codes is called so, or there is no such vendor */
  HTTPSTATUS_E_KEY = -15,            /* the key of a map is neither a code nor a family nor "default" */
  HTTPSTATUS_E_VENDOR = -16,         /* no vendor has this id */
  HTTPSTATUS_E_WIDTH = -17,          /* the width is not between 20 and 1000 columns */
  HTTPSTATUS_E_SIZE = -18,           /* a struct does not tell a size that this library knows */
  HTTPSTATUS_E_RULE = -19,           /* no rule, severity or "@all" is called so */
  HTTPSTATUS_E_LOG_FORMAT = -20,     /* no format of logs is called so */
  HTTPSTATUS_E_LOG_STATUS = -21,     /* the format has no variable for the status, or one that runs into the next */
  HTTPSTATUS_E_LOG_LONG = -22,       /* the format is too long, or has too many variables */
  HTTPSTATUS_E_LOG_UTF16 = -23,      /* the log is text in UTF-16 */
  HTTPSTATUS_E_LOG_COMPRESSED = -24, /* the log is compressed */
  HTTPSTATUS_E_LOG_COLUMN = -25,     /* the first line of the log has no column that is called so */
  HTTPSTATUS_E_LOG_SPLIT = -26,      /* the log cannot be read in parts */
  HTTPSTATUS_E_BULK_WIDTH = -27,     /* an integer of an array has neither 2, 4 nor 8 bytes */
  HTTPSTATUS_E_POLICY = -28,         /* no retry policy is called so */
  HTTPSTATUS_E_ROW_CODE = -29,       /* a row for a code outside 0 to 999 */
  HTTPSTATUS_E_ROW_IANA = -30,       /* a row of the IANA registry, which cannot be added to */
  HTTPSTATUS_E_ROW_VENDOR = -31,     /* no vendor, or an id of other letters */
  HTTPSTATUS_E_ROW_NAME = -32,       /* no name, or one of other letters */
  HTTPSTATUS_E_ROW_TEXT = -33,       /* a text of a row that is empty, too long, or not printable ASCII */
  HTTPSTATUS_E_ROW_LIST = -34,       /* a list of a row that is too long, or lacks a text that it needs */
  HTTPSTATUS_E_ROW_TAKEN = -35,      /* the vendor has a row of this code */
  HTTPSTATUS_E_NAME_TAKEN = -36,     /* the vendor has a row of this name */
  HTTPSTATUS_E_FULL = -37,           /* no more rows can be added */
  HTTPSTATUS_E_MEMORY = -38,         /* no memory is left */
  HTTPSTATUS_E_GRPC = -39,           /* no RPC code has this number or name */
  HTTPSTATUS_E_MEMBER = -40          /* a member without a name, or with that of another member */
} httpstatus_error;

/* One English sentence without a full stop for an error, "success" for 0 and up, "unknown error" for the rest. */
HTTPSTATUS_API const char *httpstatus_error_text(int error);

#ifdef __cplusplus
}
#endif

#endif
