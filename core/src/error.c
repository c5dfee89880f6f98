#include "httpstatus/export.h"

const char *httpstatus_error_text(int error)
{
  switch (error) {
  case HTTPSTATUS_E_WORD:
    return "the text is none of the words expected here";
  case HTTPSTATUS_E_CODE:
    return "a status line takes a code of three digits, 100 to 999";
  case HTTPSTATUS_E_VERSION:
    return "the version of a status line is \"1.\" and one digit";
  case HTTPSTATUS_E_EMPTY:
    return "there is no text";
  case HTTPSTATUS_E_DIGITS:
    return "a status code has three digits, with a space after them or nothing";
  case HTTPSTATUS_E_STATUS_LINE:
    return "a status line is \"HTTP/\", a version, a space, a status code and perhaps a phrase";
  case HTTPSTATUS_E_CONTROL:
    return "a phrase has no control characters";
  case HTTPSTATUS_E_NAME:
    return "no status has this name or phrase";
  case HTTPSTATUS_E_DATE:
    return "a date is like \"Sun, 06 Nov 1994 08:49:37 GMT\", or of one of the two older forms";
  case HTTPSTATUS_E_TIME:
    return "there is no such day or time";
  case HTTPSTATUS_E_YEAR:
    return "a year of two digits says nothing unless the present time is given";
  case HTTPSTATUS_E_ITEM:
    return "an item of a set is a code from 0 to 999, a range, a family or a name, as in \"404,500-599,!4xx,@error\"";
  case HTTPSTATUS_E_RANGE:
    return "a range goes from a code up to another";
  case HTTPSTATUS_E_SET:
    return "no set of codes has this name";
  case HTTPSTATUS_E_KEY:
    return "a key is a code from 0 to 999, a family such as \"4XX\", or \"default\"";
  case HTTPSTATUS_E_VENDOR:
    return "no vendor has this id";
  case HTTPSTATUS_E_WIDTH:
    return "a width is 20 to 1000 columns, or 0 for 80";
  case HTTPSTATUS_E_SIZE:
    return "the size that the struct tells is not one that this library knows";
  case HTTPSTATUS_E_RULE:
    return "no rule is called so; groups of rules are \"@all\", \"@error\", \"@warning\" and \"@note\"";
  case HTTPSTATUS_E_LOG_FORMAT:
    return "no format of logs is called so";
  case HTTPSTATUS_E_LOG_STATUS:
    return "the format has no variable for the status that stands apart from the next";
  case HTTPSTATUS_E_LOG_LONG:
    return "the format is too long";
  case HTTPSTATUS_E_LOG_UTF16:
    return "the log is text in UTF-16; convert it to UTF-8 first";
  case HTTPSTATUS_E_LOG_COMPRESSED:
    return "the log is compressed; decompress it first";
  case HTTPSTATUS_E_LOG_COLUMN:
    return "the first line of the log has no column that is called so";
  case HTTPSTATUS_E_LOG_SPLIT:
    return "the log cannot be read in parts: its format is not known yet, or lines depend on those before them";
  case HTTPSTATUS_E_BULK_WIDTH:
    return "an integer of an array has 2, 4 or 8 bytes";
  case HTTPSTATUS_E_POLICY:
    return "no retry policy is called so";
  case HTTPSTATUS_E_ROW_CODE:
    return "a row is for a code from 0 to 999";
  case HTTPSTATUS_E_ROW_IANA:
    return "rows of iana come with the library and cannot be added";
  case HTTPSTATUS_E_ROW_VENDOR:
    return "the id of a vendor is 1 to 32 lower-case letters, digits and \"-\"";
  case HTTPSTATUS_E_ROW_NAME:
    return "a name is 1 to 80 upper-case letters, digits and \"_\"";
  case HTTPSTATUS_E_ROW_TEXT:
    return "a text of the row is empty, too long, not printable ASCII, or has a space at an end";
  case HTTPSTATUS_E_ROW_LIST:
    return "a list of the row has more than 16 elements, or an element lacks a text that it needs";
  case HTTPSTATUS_E_ROW_TAKEN:
    return "the vendor has a row of this code already";
  case HTTPSTATUS_E_NAME_TAKEN:
    return "the vendor has a row of this name already";
  case HTTPSTATUS_E_FULL:
    return "no more than 4096 rows can be added";
  case HTTPSTATUS_E_MEMORY:
    return "there is no memory left";
  case HTTPSTATUS_E_GRPC:
    return "no RPC code has this number or name";
  case HTTPSTATUS_E_MEMBER:
    return "a member of problem details has a name of its own, which no other member has";
  default:
    return error >= 0 ? "success" : "unknown error";
  }
}
